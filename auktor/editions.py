"""Publishing with the settings in force: into which folder, and signed by whom."""

from datetime import UTC, date, datetime
from pathlib import Path

from auktor.settings import Settings
from db.engine import Database
from publish.publisher import Publisher
from publish.release import Published, Unchanged, publish
from publish.signing import SigningKey, make_key, open_key


def signing_key(settings: Settings) -> SigningKey:
    """The key that is set, or the home's own, made the first time it is needed."""
    if settings.signing_key:
        return open_key(settings.signing_key)
    own = settings.home / "signing-key.pem"
    return open_key(own) if own.exists() else make_key(own)


def publisher(settings: Settings) -> Publisher:
    """Who publishes, as it is set."""
    return Publisher(
        public_url=settings.public_url,
        opendata_url=settings.opendata_url,
        name_sv=settings.publisher_name,
        name_en=settings.publisher_name_en,
        organisation_number=settings.publisher_organisation_number,
        email=settings.publisher_email,
    )


async def publish_edition(
    settings: Settings, url: str, *, to: Path | None = None, as_of: date | None = None, accept_drop: bool = False
) -> Published | Unchanged:
    """A new edition of the register at `url` where its facts differ from the newest one, or where none is there yet."""
    database, key = Database(url), signing_key(settings)
    try:
        return await publish(
            database,
            to or settings.editions,
            now=datetime.now(UTC),
            as_of=as_of,
            accept_drop=accept_drop,
            key=key,
            publisher=publisher(settings),
        )
    finally:
        await database.close()
