"""The register of Sweden's authorisation systems, asked from Python."""

from auktor_client.clients import AsyncClient, Client
from auktor_client.deeds import NotDone, done
from auktor_client.errors import AuktorClientError, NotAnAnswer, RateLimited, Refused, Unavailable, Unreachable
from auktor_client.generated.enums import *  # noqa: F403 -- every word of the register
from auktor_client.generated.input_types import *  # noqa: F403 -- filters and orders
from auktor_client.retries import NEVER, Retries
from auktor_client.tokens import ClientCredentials, NoToken

__all__ = [
    "NEVER",
    "AsyncClient",
    "AuktorClientError",
    "Client",
    "ClientCredentials",
    "NoToken",
    "NotAnAnswer",
    "NotDone",
    "RateLimited",
    "Refused",
    "Retries",
    "Unavailable",
    "Unreachable",
    "done",
]
