"""Webhooks behind Django, in one file: `python -m examples.webhooks.django_app runserver`.

ATTIO_API_KEY fetches records, ATTIO_WEBHOOK_SECRET is what creating the webhook showed.
"""

import os
import sys

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.urls import path

from attio import Attio
from attio.integrations.django import async_webhook_view, webhook_view
from attio.webhooks import RecordCreated, WebhookReceiver

client = Attio()
receiver = WebhookReceiver(os.environ["ATTIO_WEBHOOK_SECRET"], client=client)


@receiver.on(RecordCreated)
def greet(event: RecordCreated) -> None:
    person = event.record(client, object="people")
    print(f"hello {person['name'].full_name}")


urlpatterns = [
    path("webhooks/attio", webhook_view(receiver)),
    path("webhooks/attio-async", async_webhook_view(receiver)),
]

if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        SECRET_KEY=os.environ.get("DJANGO_SECRET_KEY", "only-for-this-example"),
        ALLOWED_HOSTS=["*"],
        MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    )
app = get_wsgi_application()
asgi_app = get_asgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
