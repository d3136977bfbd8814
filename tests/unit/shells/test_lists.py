"""`client.lists`: what goes out, what comes back, what is refused."""

from __future__ import annotations

import pytest

from attio._async.models.lists import AsyncList
from attio.core.errors import ArgumentError
from attio.records.members import WorkspaceMemberData
from attio.records.structure import ObjectData
from tests.unit.shells.attio_double import Double, every, own_id

ROW = {
    "id": own_id(list_id="l-1"),
    "api_slug": "vip_customers",
    "name": "VIP Customers",
    "workspace_access": "full-access",
    "workspace_member_access": [],
    "parent_object": ["people"],
    "created_by_actor": {"type": "api-token", "id": "t-1"},
    "created_at": "2026-05-16T01:34:05.738000000Z",
}
MEMBER = WorkspaceMemberData({"id": own_id(workspace_member_id="m-1")})


def test_list_and_iterate():
    """Lists come as a whole; a limit cuts them here."""
    double = Double({"data": [ROW, ROW]})
    page = double.run(lambda client: client.lists.list(limit=1, offset=0))
    assert isinstance(page[0], AsyncList) and page.has_more
    assert len(double.run(lambda client: every(client.lists.iterate()))) == 2
    assert double.asked == [("GET", "/v2/lists", {}, None)] * 2


def test_get():
    """A list is fetched by its slug or id."""
    double = Double({"data": ROW})
    found = double.run(lambda client: client.lists.get("vip_customers"))
    assert double.only == ("GET", "/v2/lists/vip_customers", {}, None)
    assert (found.id, found.name, found.parent_object) == ("l-1", "VIP Customers", "people")


def test_a_short_create_gets_defaults():
    """Name and parent are enough: the slug comes from the name, everybody has full access."""
    double = Double({"data": ROW})
    double.run(lambda client: client.lists.create(name="VIP Customers", parent_object="people"))
    assert double.only == (
        "POST",
        "/v2/lists",
        {},
        {
            "data": {
                "name": "VIP Customers",
                "api_slug": "vip_customers",
                "parent_object": "people",
                "workspace_access": "full-access",
                "workspace_member_access": [],
            }
        },
    )


def test_a_full_create():
    """What is given goes out; models stand for their ids."""
    double = Double({"data": ROW})
    access = [{"workspace_member_id": MEMBER, "level": "full-access"}]
    parent = ObjectData({"id": own_id(object_id="o-1"), "api_slug": "people"})
    double.run(
        lambda client: client.lists.create(
            name="x",
            parent_object=parent,
            api_slug="y",
            workspace_access=None,
            workspace_member_access=access,
        )
    )
    assert double.only.body["data"] == {
        "name": "x",
        "api_slug": "y",
        "parent_object": "o-1",
        "workspace_access": None,
        "workspace_member_access": [{"workspace_member_id": "m-1", "level": "full-access"}],
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"name": "", "api_slug": "x"}, "name: is empty"),
        ({"name": "→"}, "name: no slug can be made of it"),
        ({"workspace_access": None}, "workspace_access: nobody would have full access"),
        ({"workspace_access": "read-only"}, "workspace_access: nobody would have full access"),
        ({"workspace_access": "full"}, "workspace_access: is not one of the allowed values"),
        (
            {"workspace_member_access": [{"id": "m-1", "level": "read-only"}]},
            "workspace_member_id and a level",
        ),
        (
            {"workspace_member_access": [{"workspace_member_id": "m-1", "level": "all"}]},
            "workspace_member_access: is not one of the allowed values",
        ),
        ({"workspace_member_access": {"m-1": "read-only"}}, "workspace_member_access: must be a list"),
        ({"workspace_member_access": ["m-1"]}, "workspace_member_access: must be a mapping"),
        ({"parent_object": ["people"]}, "parent_object: cannot be list"),
    ],
)
def test_create_refuses(given, message):
    """A list that Attio would refuse, or nobody could manage, is refused before sending."""
    double = Double()
    arguments = {"name": "x", "parent_object": "people", **given}
    with pytest.raises(ArgumentError, match=message):
        double.run(lambda client: client.lists.create(**arguments))
    assert double.asked == []


def test_update():
    """An update carries what was given; None makes the list private."""
    double = Double({"data": ROW})
    double.run(lambda client: client.lists.update("vip", workspace_access=None, workspace_member_access=[]))
    assert double.only == (
        "PATCH",
        "/v2/lists/vip",
        {},
        {"data": {"workspace_access": None, "workspace_member_access": []}},
    )
    double.run(lambda client: client.lists.update("vip", name="New", api_slug="new"))
    assert double.asked[1].body == {"data": {"name": "New", "api_slug": "new"}}


def test_update_refuses():
    """Nothing to change, and a level that does not exist, are refused."""
    with pytest.raises(ArgumentError, match="there is nothing to change"):
        Double().run(lambda client: client.lists.update("vip"))
    with pytest.raises(ArgumentError, match="workspace_access"):
        Double().run(lambda client: client.lists.update("vip", workspace_access="none"))


def test_the_model_acts():
    """A list changes and refreshes itself; there is no way to delete one."""
    double = Double({"data": ROW}, {"data": {**ROW, "name": "New"}}, {"data": ROW})

    async def call(client):
        made = await AsyncList.create(client=client, name="VIP Customers", parent_object="people")
        await made.update(name="New")
        assert made.name == "New"
        await made.refresh()
        assert made.name == "VIP Customers"
        assert not hasattr(made, "delete")

    double.run(call)
    assert [asked.path for asked in double.asked] == ["/v2/lists", "/v2/lists/l-1", "/v2/lists/l-1"]
