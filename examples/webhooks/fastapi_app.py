"""Webhooks behind FastAPI: `uvicorn examples.webhooks.fastapi_app:app`.

ATTIO_API_KEY fetches records, ATTIO_WEBHOOK_SECRET is what creating the webhook showed.
"""

import os
from typing import Annotated

from fastapi import Depends, FastAPI

from attio import AsyncAttio
from attio.integrations.fastapi import verified_delivery, webhook_router
from attio.webhooks import RecordCreated, WebhookDelivery, WebhookReceiver

client = AsyncAttio()
receiver = WebhookReceiver(os.environ["ATTIO_WEBHOOK_SECRET"], client=client)


@receiver.on(RecordCreated)
async def greet(event: RecordCreated) -> None:
    person = await event.record(client, object="people")
    print(f"hello {person['name'].full_name}")


app = FastAPI()
app.include_router(webhook_router(receiver))


# Or an endpoint of your own, which only verified deliveries reach; dropping repeats is then up to you.
@app.post("/webhooks/raw")
async def raw(delivery: Annotated[WebhookDelivery, Depends(verified_delivery(receiver))]) -> dict[str, str]:
    return {"event": delivery.event.event_type}
