"""Webhooks without a framework: `gunicorn examples.webhooks.wsgi_app:app`.

ATTIO_API_KEY fetches records, ATTIO_WEBHOOK_SECRET is what creating the webhook showed.
"""

import os

from attio import Attio
from attio.webhooks import RecordCreated, SQLiteStore, WebhookReceiver

client = Attio()
receiver = WebhookReceiver(
    os.environ["ATTIO_WEBHOOK_SECRET"],
    client=client,
    # The workers of a server are processes of their own, so what they remember is in a file.
    store=SQLiteStore(os.environ.get("WEBHOOKS_DB", "webhooks.db")),
)


@receiver.on(RecordCreated)
def greet(event: RecordCreated) -> None:
    person = event.record(client, object="people")
    print(f"hello {person['name'].full_name}")


app = receiver.wsgi("/webhooks/attio")
