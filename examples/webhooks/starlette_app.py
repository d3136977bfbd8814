"""Webhooks for workers, behind Starlette: `uvicorn examples.webhooks.starlette_app:app`.

The web side answers Attio when a worker has taken an event. ATTIO_API_KEY fetches records, ATTIO_WEBHOOK_SECRET is
what creating the webhook showed.
"""

import asyncio
import os
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from attio import AsyncAttio
from attio.integrations.starlette import webhook_route
from attio.webhooks import EventStream, WebhookReceiver

client = AsyncAttio()
receiver = WebhookReceiver(os.environ["ATTIO_WEBHOOK_SECRET"], client=client)


async def work(events: EventStream) -> None:
    async for event in events:
        person = await event.record(client, object="people")
        print(f"hello {person['name'].full_name}")


@asynccontextmanager
async def lifespan(app: Starlette):
    async with receiver.stream("record.created", acknowledge="processed") as events:
        workers = [asyncio.create_task(work(events)) for _ in range(4)]
        yield
    await asyncio.gather(*workers)


app = Starlette(routes=[webhook_route(receiver)], lifespan=lifespan)
