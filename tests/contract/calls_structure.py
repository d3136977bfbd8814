"""Calls of what describes a workspace: objects, attributes, lists, views, members, webhooks, SQL, the token."""

from __future__ import annotations

from datetime import timedelta

from tests.contract.calls_rows import ID, MEMBER_ID, OTHER_ID, Row, call, row

_NOUNS = {"singular_noun": "Project", "plural_noun": "Projects"}
_SUBSCRIPTIONS = [
    {"event_type": "record.created", "filter": None},
    {"event_type": "note.created", "filter": {"$and": [{"field": "x", "operator": "equals", "value": ID}]}},
]

STRUCTURE: dict[str, Row] = {
    "list_objects": row("objects.list", "page of Object", call(), call(limit=2, offset=1)),
    "create_object": row("objects.create", "Object", call(api_slug="projects", **_NOUNS)),
    "get_object": row("objects.get", "Object", call("projects"), call(ID)),
    "update_object": row(
        "objects.update",
        "Object",
        call("projects", plural_noun="Undertakings"),
        call("projects", api_slug="undertakings", **_NOUNS),
    ),
    "delete_object": row("objects.delete", "nothing", call("projects")),
    "list_object_views": row(
        "views.list",
        "page of View",
        call(object="people"),
        call(object="people", show_archived=True, limit=3, cursor="c-2"),
    ),
    "list_list_views": row(
        "views.list",
        "page of View",
        call(list="sales"),
        call(list="sales", show_archived=True, limit=3, cursor="c-2"),
    ),
    "list_attributes": row(
        "attributes.list",
        "page of Attribute",
        call(object="people"),
        call(list="sales", show_archived=True, limit=3, offset=6),
    ),
    "create_attribute": row(
        "attributes.create",
        "Attribute",
        call(object="people", title="Shoe size", type="number"),
        call(
            list="sales",
            title="Worth",
            type="currency",
            api_slug="worth",
            description="in dollars",
            is_required=True,
            is_unique=True,
            is_multiselect=True,
            currency_code="USD",
            display_type="code",
            default_value=5,
        ),
        call(
            object="people",
            title="Projects",
            type="record-reference",
            relationship={"object": "projects", "title": "Owner"},
        ),
        call(object="people", title="Boss", type="record-reference", allowed_objects=["people"]),
        call(
            object="people",
            title="Fee",
            type="currency",
            config={"currency": {"default_currency_code": "USD", "display_type": "name"}},
        ),
    ),
    "get_attribute": row(
        "attributes.get", "Attribute", call("name", object="people"), call("stage", list="sales")
    ),
    "update_attribute": row(
        "attributes.update",
        "Attribute",
        call("name", object="people", title="Full name"),
        call(
            "worth",
            list="sales",
            title="Worth",
            description=None,
            api_slug="worth",
            is_required=True,
            is_unique=False,
            is_archived=False,
            default_value=None,
            currency_code="EUR",
            display_type="name",
        ),
        call("boss", object="people", allowed_objects=["people", ID]),
        call("boss", object="people", config={"record_reference": {"allowed_objects": ["people"]}}),
    ),
    "list_options": row(
        "attributes.options.list",
        "page of Option",
        call("categories", object="companies"),
        call("tags", list="sales", show_archived=True, limit=1, offset=1),
    ),
    "create_option": row(
        "attributes.options.create",
        "Option",
        call("categories", "B2B", object="companies"),
        call("tags", "B2B", list="sales"),
    ),
    "update_option": row(
        "attributes.options.update",
        "Option",
        call("B2B/SaaS 50%", attribute="categories", object="companies", is_archived=True),
        call(ID, attribute="tags", list="sales", title="B2C", is_archived=False),
    ),
    "list_statuses": row(
        "attributes.statuses.list",
        "page of Status",
        call("stage", object="deals"),
        call("stage", list="sales", show_archived=True, limit=1, offset=1),
    ),
    "create_status": row(
        "attributes.statuses.create",
        "Status",
        call("stage", "Won", object="deals"),
        call("stage", "Won", list="sales", celebration_enabled=True, target_time_in_status=timedelta(days=3)),
    ),
    "update_status": row(
        "attributes.statuses.update",
        "Status",
        call("In Progress", attribute="stage", object="deals", title="Doing"),
        call(
            ID,
            attribute="stage",
            list="sales",
            title="Done",
            celebration_enabled=False,
            target_time_in_status="P3D",
            is_archived=True,
        ),
    ),
    "list_lists": row("lists.list", "page of List", call(), call(limit=2, offset=1)),
    "create_list": row(
        "lists.create",
        "List",
        call(name="VIP Customers", parent_object="people"),
        call(
            name="Deals",
            parent_object="companies",
            api_slug="deals_2026",
            workspace_access=None,
            workspace_member_access=[{"workspace_member_id": MEMBER_ID, "level": "full-access"}],
        ),
    ),
    "get_list": row("lists.get", "List", call("sales"), call(ID)),
    "update_list": row(
        "lists.update",
        "List",
        call("sales", name="Sales 2026"),
        call(
            "sales",
            name="Sales",
            api_slug="sales_2",
            workspace_access="read-only",
            workspace_member_access=[{"workspace_member_id": MEMBER_ID, "level": "full-access"}],
        ),
    ),
    "list_activities": row("activities.list", "page of Activity", call(), call(limit=3, cursor="c-2")),
    "create_activity": row(
        "activities.create", "Activity", call(api_slug="demos", extends="calls", **_NOUNS)
    ),
    "get_activity": row("activities.get", "Activity", call("demos")),
    "update_activity": row(
        "activities.update",
        "Activity",
        call("demos", singular_noun="Show"),
        call("demos", api_slug="shows", **_NOUNS),
    ),
    "delete_activity": row("activities.delete", "nothing", call("demos")),
    "list_webhooks": row("webhooks.list", "page of Webhook", call(), call(limit=3, offset=6)),
    "create_webhook": row(
        "webhooks.create",
        "Webhook",
        call(target_url="https://example.com/hook", subscriptions=_SUBSCRIPTIONS),
        call(target_url="https://example.com/hook", events=["record.created"], filter={"object": ID}),
    ),
    "get_webhook": row("webhooks.get", "Webhook", call(ID)),
    "update_webhook": row(
        "webhooks.update",
        "Webhook",
        call(ID, target_url="https://example.com/other"),
        call(ID, subscriptions=_SUBSCRIPTIONS),
        call(
            ID, target_url="https://example.com/other", events="list-entry.created", filter={"list": OTHER_ID}
        ),
    ),
    "delete_webhook": row("webhooks.delete", "nothing", call(ID)),
    "list_workspace_members": row(
        "workspace_members.list", "page of WorkspaceMember", call(), call(limit=2, offset=1)
    ),
    "get_workspace_member": row("workspace_members.get", "WorkspaceMember", call(ID)),
    "run_sql": row("sql.query", "rows of SQL", call("select 1")),
    "get_self": row("whoami", "Identity"),
}
