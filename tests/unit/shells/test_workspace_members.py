"""`client.workspace_members`: what goes out and what comes back."""

from __future__ import annotations

import pytest

from attio._async.models.workspace_members import AsyncWorkspaceMember
from attio.core.errors import ArgumentError
from tests.unit.shells.attio_double import Double, every, own_id

ROW = {
    "id": own_id(workspace_member_id="6f1b8f8e-0000-4000-8000-000000000001"),
    "first_name": "Ada",
    "last_name": "Lovelace",
    "avatar_url": None,
    "email_address": "ada@example.com",
    "access_level": "admin",
    "created_at": "2026-05-16T01:34:05.738000000Z",
}


def test_list_and_iterate():
    """Members come as a whole; a limit cuts them here."""
    double = Double({"data": [ROW, ROW, ROW]})
    page = double.run(lambda client: client.workspace_members.list(limit=2))
    assert (len(page), page.has_more, page[0].full_name) == (2, True, "Ada Lovelace")
    rows = double.run(lambda client: every(client.workspace_members.iterate(max_items=2)))
    assert [type(row) for row in rows] == [AsyncWorkspaceMember] * 2
    assert double.asked == [("GET", "/v2/workspace_members", {}, None)] * 2


def test_get_and_refresh():
    """A member is fetched by id, and again through its model."""
    double = Double({"data": ROW})

    async def call(client):
        member = await client.workspace_members.get(ROW["id"]["workspace_member_id"])
        return await member.refresh()

    assert double.run(call).email_address == "ada@example.com"
    assert {asked.path for asked in double.asked} == {
        "/v2/workspace_members/6f1b8f8e-0000-4000-8000-000000000001"
    }


def test_get_refuses_an_address():
    """Attio has no route by address: a text with a dot is no id."""
    with pytest.raises(ArgumentError, match="workspace_member_id"):
        Double().run(lambda client: client.workspace_members.get("ada@example.com"))
