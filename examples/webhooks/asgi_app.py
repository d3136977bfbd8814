"""Webhooks without a framework, async: `uvicorn examples.webhooks.asgi_app:app`.

ATTIO_API_KEY fetches records, ATTIO_WEBHOOK_SECRET is what creating the webhook showed.
"""

import os

from attio import AsyncAttio
from attio.webhooks import RecordCreated, SQLiteStore, WebhookReceiver

client = AsyncAttio()
receiver = WebhookReceiver(
    os.environ["ATTIO_WEBHOOK_SECRET"],
    client=client,
    # Remembers what was handled across restarts; for several machines, RedisStore("redis://...").
    store=SQLiteStore(os.environ.get("WEBHOOKS_DB", "webhooks.db")),
)


@receiver.on(RecordCreated)
async def greet(event: RecordCreated) -> None:
    person = await event.record(client, object="people")
    print(f"hello {person['name'].full_name}")


app = receiver.asgi("/webhooks/attio")
