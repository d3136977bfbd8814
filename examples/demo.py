"""`make demo`: meet the library on a local workspace. No account, no network, no trace left behind."""

from __future__ import annotations

import asyncio

import attio
from attio import AsyncAttio, Attio, F, webhooks
from attio.testing import LocalWorkspace
from attio.testing.state.webhooks import Delivery


def title(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}")


def verified(delivery: Delivery, secret: str) -> str:
    """What a service does with a request to its webhook address."""
    told = webhooks.parse(delivery.body, delivery.headers, secret=secret)
    return f"{told.event.event_type:<15} signature good, {told.idempotency_key}"


def sync_tour(workspace: LocalWorkspace) -> None:
    with Attio(transport=workspace.transport(), retry_delay_s=0.01) as client:
        title("Who are we, and what is here?")
        print(f"  {client.whoami().workspace_name}")
        for kind in client.objects.list():
            print(f"  {kind.api_slug:<12} {kind.plural_noun}")

        title("Create: plain Python in, a record out")
        ada = client.people.create(
            {
                "name": "Ada Lovelace",
                "email_addresses": ["ada@analytical.example"],
                "job_title": "Engineer",
                "phone_numbers": "+44 20 7946 0000",
            }
        )
        print(f"  {ada!r}")
        print(f"  name       {ada['name']}")
        print(f"  e-mail     {ada['email_addresses']}")
        print(f"  created    {ada.created_at:%Y-%m-%d %H:%M} UTC")

        title("Attio linked the company by the domain of the address")
        company = client.companies.get(ada["company"].record_id)
        company["name"] = "Analytical Engines"
        company.save()
        print(f"  {company!r}  domains {company['domains']}  team {len(company['team'])}")

        title("Upsert: the same address, so the same record")
        again = client.people.upsert(
            {"email_addresses": ["ada@analytical.example"], "job_title": "Countess"},
            matching="email_addresses",
        )
        print(f"  same record: {again == ada}, job title now {again['job_title']!r}")

        title("Iterate with a filter")
        for index in range(5):
            client.people.create(
                {"name": f"Clerk Number{index}", "email_addresses": f"clerk{index}@office.example"}
            )
        query = F("name").contains("clerk") & ~F("email_addresses").starts_with("clerk0")
        for person in client.people.iterate(filter=query, page_size=2):
            print(f"  {person.full_name:<16} {person.email}")

        title("Errors say what is wrong")
        for wrong in (
            lambda: client.people.get("00000000-0000-4000-8000-000000000000"),
            lambda: client.people.create({"email_addresses": ["ada@analytical.example"]}),
            lambda: client.people.create({"email_addresses": ["not an address"]}),
            lambda: client.people.list(limit=0),
        ):
            try:
                wrong()
            except attio.Error as error:
                print(f"  {type(error).__name__}: {error}")

        title("Notes, tasks, lists")
        note = client.notes.create(
            parent_record_id=ada, content="# First meeting\nShe wants **engines**.", format="markdown"
        )
        print(f"  {note!r}  plain: {note.content_plaintext.splitlines()[-1]!r}")
        task = client.tasks.create("Send the engine's plans", linked_records=[ada])
        task.complete()
        print(f"  {task!r}  done: {task.is_completed}")
        sales = client.lists.create(name="Sales", parent_object="people")
        entry = client.entries_in(sales).upsert(ada)
        print(f"  {sales!r}  {entry!r} is of {entry.record()!r}")

        title("A webhook: every change is delivered, signed, and verified here")
        hook = client.webhooks.create(
            target_url="https://demo.example/hooks", events=["record.updated", "note.created"]
        )
        workspace.webhooks.route(lambda delivery: print(f"  {verified(delivery, hook.secret.reveal())}"))
        ada.update({"job_title": "Analyst"})
        client.notes.create(parent_record_id=ada, content="Promoted.")

        title("Things go wrong, and nothing is lost or sent twice")
        workspace.faults.add("error", status=503, operation="get_record", times=2)
        workspace.faults.add("rate_limit", operation="update_record", times=1, seconds=0)
        print(f"  two 503 and a 429 later: {ada.refresh().update({'job_title': 'Director'})['job_title']}")
        workspace.faults.add("reset", operation="create_record", times=1)
        try:
            client.companies.create({"name": "Unlucky"})
        except attio.MaybeSentError as error:
            print(f"  {type(error).__name__}: {error}")
        print(
            f"  and how to find out: {len(client.companies.list(filter=F('name') == 'Unlucky'))} of that name"
        )

        title("Delete")
        for person in client.people.iterate():
            person.delete()
        print(f"  people left: {len(client.people.list())}")


async def async_tour(workspace: LocalWorkspace) -> None:
    async with AsyncAttio(transport=workspace.transport()) as client:
        title("The same with async")
        made = await asyncio.gather(
            *(
                client.companies.upsert(
                    {"domains": [f"firm{n}.example"], "name": f"Firm {n}"}, matching="domains"
                )
                for n in range(4)
            )
        )
        print(f"  upserted {len(made)} companies at once")
        async for company in client.companies.iterate(filter=F("name").starts_with("Firm"), prefetch=True):
            print(f"  {company['name']:<8} {company['domains'][0]}")
            await company.delete()
        print(f"  firms left: {len(await client.companies.list(filter=F('name').starts_with('Firm')))}")


def main() -> None:
    workspace = LocalWorkspace()
    print("A local workspace, in this process: every answer below is simulated.")
    sync_tour(workspace)
    asyncio.run(async_tour(workspace))
    print(f"\n{len(workspace.calls)} requests, none of them left this machine.")


if __name__ == "__main__":
    main()
