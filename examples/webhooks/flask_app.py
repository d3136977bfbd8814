"""Webhooks behind Flask: `flask --app examples.webhooks.flask_app run`.

ATTIO_API_KEY fetches records, ATTIO_WEBHOOK_SECRET is what creating the webhook showed.
"""

import os

from flask import Flask

from attio import Attio
from attio.integrations.flask import webhook_blueprint
from attio.webhooks import RecordCreated, WebhookReceiver

client = Attio()
receiver = WebhookReceiver(os.environ["ATTIO_WEBHOOK_SECRET"], client=client)


@receiver.on(RecordCreated)
def greet(event: RecordCreated) -> None:
    person = event.record(client, object="people")
    print(f"hello {person['name'].full_name}")


app = Flask(__name__)
app.register_blueprint(webhook_blueprint(receiver))
