"""Route handlers, one file per tag of the API.

How one is written: a function of a `Call`, registered by operationId. A new file here is found by itself.

    NEW_NOTE = fields(parent_object=text(1), parent_record_id=uuid(), title=text(), ...)

    @route("create_note", but="what of Attio's behaviour is left out; the docs print it")
    def create_note(call: Call) -> object:
        # its docstring's first line: what is simulated
        body = call.data(NEW_NOTE)                        # {"data": ...} decoded and checked; call.json(...) unwrapped
        home = call.object_named(body["parent_object"])   # or a 404, as Attio words it
        record = call.record_by_id(home, body["parent_record_id"])
        notes = call.state.store(Notes)                   # the noun's Store, made on first use
        note = notes.add(call.state.ids.uuid(), record.id, body, call.now_us, call.actor)
        call.state.emit("note.created", call.actor, note_id=note.id, extra={"parent_object_id": ...})
        return {"data": note.render(call.state)}          # 200 with this JSON; `Answer` for anything else

Token, scopes and level are checked before a handler runs (`call.token.require(...)` for scopes that depend on the
body). Errors are raised, never returned: `replies` has a builder for each kind. A handler checks everything before
it changes anything, because nothing is rolled back. Query parameters come from `call.text / flag / whole / one_of`,
pages from `pages.by_offset` and `pages.by_cursor`. Handlers run one at a time, inside the workspace's lock. Demo data
of a noun is a section of the seed document: `seeds/plant_<noun>.py` registers who plants it.
"""

from __future__ import annotations
