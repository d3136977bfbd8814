"""Record the scenes: in a workspace on this machine, or in a throw-away one of Attio's."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attio_openapi.operations import OPERATIONS

from attio import Attio
from attio.testing import LocalWorkspace, cassette
from attio.testing.serving import Server
from scripts.recording.calls import Call
from scripts.recording.scenes import all_scenes
from scripts.recording.stage import DOMAIN, EARLY, KEEP, WORKSPACE, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

LOCAL: Final = "local workspace"
CASSETTE: Final = "success.yaml"
CALL: Final = "call.json"

# What the API itself cannot make. Everything else of a scene is made through the API, here as at Attio's.
_SEED: Final[dict[str, Any]] = {
    "workspace": {"name": WORKSPACE, "slug": WORKSPACE.lower()},
    "members": [
        {
            "first_name": "Mira",
            "last_name": "Sand",
            "email_address": "mira@cassettes.example",
            "access_level": "admin",
        }
    ],
    "objects": [{"api_slug": "people", "views": [{"title": "All people"}]}],
    "activities": [
        {
            "api_slug": "inspections",
            "singular_noun": "Inspection",
            "plural_noun": "Inspections",
            "extends": "activities",
            "attributes": [{"api_slug": "report_number", "type": "text", "is_unique": True}],
        }
    ],
    "emails": [
        {
            "sent_at": EARLY,
            "direction": "inbound",
            "subject_line": "Hello",
            "participants": [
                {"role": "from", "email_address": f"ada@{DOMAIN}", "name": "Ada Lovelace"},
                {"role": "to", "email_address": "mira@cassettes.example", "name": None},
            ],
        }
    ],
}

_README: Final = """# Cassettes

<!-- Written by `make record`; a change made here is lost. -->

One recording for each operation, made over HTTP through the client and played back in
`tests/contract/test_cassettes.py` by matching method, host, path, query and body. `call.json` beside it says what
the client was called with. How each is made: `scripts/recording/scenes*.py`.

**{local} of {all} were recorded from the local workspace of this library** (`attio.testing`), not from Attio: they
show that client and simulation agree over real connections, and hold both still. They are no evidence of how Attio
behaves. To record from Attio, into a workspace that nobody needs:

    ATTIO_API_KEY=... ATTIO_RECORD_WORKSPACE=its-slug make record

That creates records, lists, objects and more there, and deletes them again as far as the API can: lists stay.
Tokens, secrets, cookies, e-mail addresses, names and phone numbers are replaced before anything is written, and a
file in which one is left is not written.

| Operation | Route | Recording | Recorded from |
| --- | --- | --- | --- |
{rows}
"""


class Recorded(NamedTuple):
    """How it went with one operation: what stays in the workspace, and why there is no recording, if so."""

    operation: str
    left: list[str]
    problem: str | None


class Place(NamedTuple):
    """Where to record: what clients are made with, and how recordings are labelled."""

    base_url: str
    api_key: str
    label: str
    tag: str

    def client(self) -> Attio:
        """Make a client; without schemas, so that one call is one request."""
        options: dict[str, Any] = {"rate_limiter": "off", "verify": False} if self.label == LOCAL else {}
        return Attio(base_url=self.base_url, api_key=self.api_key, schema="off", **options)


@contextmanager
def local_places() -> Generator[Callable[[str], Place]]:
    """Serve workspaces on this machine: each scene gets a fresh one, so that no recording depends on another."""
    server = Server(_workspace("none"), "127.0.0.1", 0)
    server.start()

    def fresh(operation: str) -> Place:
        server.use(_workspace(operation))
        return Place(server.url, server.token, LOCAL, "local")

    try:
        yield fresh
    finally:
        server.close()


def _workspace(operation: str) -> LocalWorkspace:
    return LocalWorkspace(_SEED, random_seed=f"cassettes/{operation}")


def record(
    folder: Path, place_of: Callable[[str], Place], operations: Iterable[str] = (), *, stop: bool = False
) -> list[Recorded]:
    """Record operations, by default all, each into a folder of its own. `stop` raises the first failure.

    A recording that failed leaves the one before as it was.
    """
    scenes = all_scenes()
    done: list[Recorded] = []
    for number, operation in enumerate(operations or scenes):
        place = place_of(operation)
        with place.client() as client:
            # In a workspace that all scenes share, each needs words of its own.
            stage = Stage(client, place.tag if place.label == LOCAL else f"{place.tag}{number}")
            problem = None
            try:
                call = scenes[operation](stage)
                _record(folder, operation, call, stage, place.label)
            except Exception as error:
                if stop:
                    raise
                problem = f"{type(error).__name__}: {error}"
            finally:
                left = stage.clean()
        done.append(Recorded(operation, left, problem))
    return done


def _record(folder: Path, operation: str, call: Call, stage: Stage, label: str) -> None:
    with TemporaryDirectory() as draft:
        with cassette(Path(draft) / CASSETTE, record="all", keep=KEEP):
            made = call.make(stage.client, operation)
        if operation.startswith(("create_", "upsert_", "upload_", "merge_")):
            stage.adopt(f"what {operation} made", made)
        about = {"operation": operation, "recorded_from": label, **call.to_json()}
        (Path(draft) / CALL).write_text(
            json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        target = folder / operation
        target.mkdir(parents=True, exist_ok=True)
        for name in (CASSETTE, CALL):
            shutil.move(Path(draft) / name, target / name)


def read_call(folder: Path, operation: str) -> Call:
    """Read what an operation was called with."""
    return Call.from_json(json.loads((folder / operation / CALL).read_text("utf-8")))


def label_of(folder: Path, operation: str) -> str:
    """Tell where a recording was made."""
    return str(json.loads((folder / operation / CALL).read_text("utf-8"))["recorded_from"])


def write_readme(folder: Path) -> None:
    """Write the table of recordings."""
    (folder / "README.md").write_text(readme(folder), encoding="utf-8")


def readme(folder: Path) -> str:
    """Return the table of recordings: what is where, and where it was recorded."""
    rows = [
        f"| `{each.id}` | `{each.method} {each.path}` | [{each.id}]({each.id}/{CASSETTE}) | {_where(folder, each.id)} |"
        for each in OPERATIONS.values()
    ]
    local = sum(_where(folder, each) == LOCAL for each in OPERATIONS)
    return _README.format(local=local, all=len(OPERATIONS), rows="\n".join(rows))


def _where(folder: Path, operation: str) -> str:
    return label_of(folder, operation) if (folder / operation / CALL).exists() else "not recorded"
