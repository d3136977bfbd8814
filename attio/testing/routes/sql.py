"""SQL over records and entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attio.testing import sql
from attio.testing.replies import forbidden
from attio.testing.router import route
from attio.testing.shapes import fields, text

if TYPE_CHECKING:
    from attio.testing.call import Call

_QUERY: Final = fields(sql=text(1))


@route(
    "run_sql",
    but="Attio's own dialect and tables, which are not published (here SQLite, see `attio.testing.sql`)",
)
def run_sql(call: Call) -> Any:
    """Run one SELECT over tables of objects and lists; anything but reading is refused."""
    body = call.json(_QUERY)
    if "sql" in call.state.settings.plan_lacks:
        raise forbidden("The plan of this workspace has no SQL.", "billing_error")
    lists = [each for each in call.state.lists.values() if call.may_see(each)]
    return {"data": {"rows": sql.run([*call.state.objects.values(), *lists], body["sql"])}}
