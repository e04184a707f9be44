"""From whatever a database holds to a register that can be served: migrated, filled where it is empty, published.

`auktor serve` has a process of its own do it, which takes what it needed for it along when it ends.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import click

from auktor.commands.progress import load_progress
from auktor.core.errors import Unavailable
from auktor.database import ask
from auktor.editions import publish_edition
from auktor.publishing import Tried
from auktor.settings import Settings
from db import migrate
from db.engine import Database
from db.indexing import lacking
from db.load import LoadReport, Progress, load
from db.revision import StateReader
from publish.ledger import EditionTaken
from publish.release import Published, Unchanged

LOADED_BY = "auktor serve"
_QUICKER_THAN_US = 5
_log = logging.getLogger(__name__)


class NoBundledRegister(Unavailable):
    """The bundled register is not where the program expects it."""

    code = "NO_BUNDLED_REGISTER"


def bundled_register() -> Path:
    """The folder with the bundled register and the examples: `data/` of the repository, `auktor/bundled` of a wheel."""
    spec = find_spec("auktor")
    package = Path(spec.origin).parent if spec and spec.origin else Path()
    for folder in (package / "bundled", package.parent / "data"):
        if (folder / "register" / "manifest.json").is_file():
            return folder
    raise NoBundledRegister(
        f"The bundled register is neither in {package / 'bundled'} nor in {package.parent / 'data'}. "
        "Install auktor anew."
    )


async def is_empty(url: str) -> bool:
    """Whether nothing was ever recorded in the register."""
    return await ask(url, "SELECT number = 0 FROM revision")


async def load_bundled(settings: Settings, database_url: str, progress: Progress) -> LoadReport:
    """Load the bundled register, and the invented examples where they are wanted, in one transaction."""
    folder = bundled_register()
    paths = [folder / "register", *([folder / "example"] if settings.example_data else [])]
    return await load(database_url, paths, actor=LOADED_BY, progress=progress)


def prepare_for_serving(settings: Settings, url: str) -> Tried:
    """Migrate the database at `url`, load what is missing and publish what changed, telling of it as it is done."""
    migrate.upgrade(url)
    with load_progress() as progress:
        return asyncio.run(prepare(settings, url, click.echo, progress))


async def prepare(settings: Settings, url: str, tell: Callable[[str], None], progress: Progress) -> Tried:
    """Fill the register at `url` where it is empty and publish what changed; `tell` hears of each thing done.

    What the database has no index for is logged. Gives of what it was tried to publish.
    """
    if await is_empty(url):
        report = await load_bundled(settings, url, progress)
        objects = sum(each.added for each in report.nouns)
        tell(f"Loaded the bundled register: {objects:,} objects{_with_examples(settings)}")
    await _warn_of_indexes(url)
    tried = await _is_tried(url)
    tell(_told(await _published(settings, url)))
    return tried


async def _is_tried(url: str) -> Tried:
    reader = StateReader(url)
    try:
        return Tried.of(await reader.read(), datetime.now(UTC))
    finally:
        await reader.close()


async def _published(settings: Settings, url: str) -> Published | Unchanged:
    """What is new to say, published; others that start at this moment may be quicker, with the same to say."""
    for _ in range(_QUICKER_THAN_US):
        try:
            return await publish_edition(settings, url)
        except EditionTaken as error:
            _log.info("%s", error)
    return await publish_edition(settings, url)


async def _warn_of_indexes(url: str) -> None:
    database = Database(url, pool_size=1)
    async with database.reading() as connection:
        for sentence in await lacking(connection):
            _log.warning("%s", sentence)
    await database.close()


def _with_examples(settings: Settings) -> str:
    return ", invented examples among them and marked as such" if settings.example_data else ""


def _told(edition: Published | Unchanged) -> str:
    if isinstance(edition, Published):
        return f"Published edition {edition.number} into {edition.where}"
    return f"Edition {edition.number} is up to date"
