"""The desk as the settings describe it."""

from collections.abc import Callable

from auktor.auth import Door
from auktor.desk.addresses import RETURNED
from auktor.desk.entrance import Entrance
from auktor.desk.pages import Desk
from auktor.desk.paper import Paper
from auktor.desk.register import Register
from auktor.desk.sealing import Seal, session_key
from auktor.desk.signing_in import Client, Provider
from auktor.settings import Mode, Settings
from db.engine import Database
from schema.answering import Executor
from schema.publications import Publications


def desk_of(  # noqa: PLR0913 -- each is one thing the desk is put together from, always named
    settings: Settings,
    *,
    executor: Executor,
    database: Database,
    door: Door,
    asset: Callable[[str], str],
    publications: Publications,
) -> Desk:
    """The desk; without a provider a token made here opens it, in development only."""
    paper = Paper(asset, lambda: database.standbys.unconfirmed_since)
    entrance = Entrance(
        door=door,
        seal=Seal(session_key(settings.session_key or settings.home / "session-key")),
        provider=_provider(settings, door),
        takes_tokens=settings.mode is Mode.DEVELOPMENT and settings.oidc_client_id is None,
        is_secure=settings.public_url.startswith("https://"),
        paper=paper,
    )
    return Desk(Register(executor, database, publications), entrance, paper)


def _provider(settings: Settings, door: Door) -> Provider | None:
    if settings.oidc_issuer is None or settings.oidc_client_id is None:
        return None
    return Provider(
        Client(
            issuer=settings.oidc_issuer,
            identifier=settings.oidc_client_id,
            secret=settings.oidc_client_secret,
            scope=settings.oidc_scope,
            resource=settings.oidc_resource,
            redirect=settings.public_url + RETURNED,
        ),
        door,
    )
