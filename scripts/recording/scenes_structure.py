"""Scenes of objects, attributes, lists, views, members, webhooks, SQL and the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.recording.calls import Call, call
from scripts.recording.scenes import scene
from scripts.recording.stage import DOMAIN, SUBSCRIPTIONS

if TYPE_CHECKING:
    from scripts.recording.stage import Stage


@scene
def get_self(_: Stage) -> Call:
    return call()


@scene
def list_objects(_: Stage) -> Call:
    return call()


@scene
def create_object(stage: Stage) -> Call:
    return call(api_slug=stage.unique("ships"), singular_noun="Ship", plural_noun="Ships")


@scene
def get_object(_: Stage) -> Call:
    return call("people")


@scene
def update_object(stage: Stage) -> Call:
    return call(stage.object(), plural_noun="Undertakings")


@scene
def delete_object(stage: Stage) -> Call:
    return call(stage.object())


@scene
def list_object_views(_: Stage) -> Call:
    return call(object="people", limit=5)


@scene
def list_list_views(stage: Stage) -> Call:
    return call(list=stage.list())


@scene
def list_attributes(_: Stage) -> Call:
    return call(object="people", limit=10)


@scene
def create_attribute(stage: Stage) -> Call:
    return call(
        object=stage.object(),
        title="Fee",
        type="currency",
        api_slug="fee",
        currency_code="USD",
        display_type="code",
    )


@scene
def get_attribute(_: Stage) -> Call:
    return call("email_addresses", object="people")


@scene
def update_attribute(stage: Stage) -> Call:
    home, slug = stage.attribute("text")
    return call(slug, object=home, title="Nickname", description="What friends say")


@scene
def list_options(_: Stage) -> Call:
    return call("employee_range", object="companies")


@scene
def create_option(stage: Stage) -> Call:
    home, slug = stage.attribute("select")
    return call(slug, "Partner", object=home)


@scene
def update_option(stage: Stage) -> Call:
    home, slug = stage.attribute("select")
    option = stage.client.attributes.options.create(slug, "Partner", object=home)
    return call(str(option.id), attribute=slug, object=home, title="Friend", is_archived=True)


@scene
def list_statuses(stage: Stage) -> Call:
    return call("stage", list=stage.list())


@scene
def create_status(stage: Stage) -> Call:
    home, slug = stage.attribute("status")
    return call(slug, "Under way", object=home, celebration_enabled=True, target_time_in_status="P3D")


@scene
def update_status(stage: Stage) -> Call:
    home, slug = stage.attribute("status")
    status = stage.client.attributes.statuses.create(slug, "Under way", object=home)
    return call(str(status.id), attribute=slug, object=home, title="At sea")


@scene
def list_lists(stage: Stage) -> Call:
    stage.list()
    return call(limit=5)


@scene
def create_list(stage: Stage) -> Call:
    return call(name="Regatta", parent_object="people", api_slug=stage.unique("regatta"))


@scene
def get_list(stage: Stage) -> Call:
    return call(stage.list())


@scene
def update_list(stage: Stage) -> Call:
    return call(stage.list(), name="Regatta 2026")


@scene
def list_workspace_members(_: Stage) -> Call:
    return call()


@scene
def get_workspace_member(stage: Stage) -> Call:
    return call(stage.member())


@scene
def list_webhooks(stage: Stage) -> Call:
    stage.webhook()
    return call(limit=5)


@scene
def create_webhook(_: Stage) -> Call:
    return call(target_url=f"https://hooks.{DOMAIN}/new", subscriptions=SUBSCRIPTIONS)


@scene
def get_webhook(stage: Stage) -> Call:
    return call(stage.webhook())


@scene
def update_webhook(stage: Stage) -> Call:
    return call(stage.webhook(), target_url=f"https://hooks.{DOMAIN}/other")


@scene
def delete_webhook(stage: Stage) -> Call:
    return call(stage.webhook())


@scene
def run_sql(_: Stage) -> Call:
    return call("select 1 as one, 'two' as word")
