"""What every command begins with."""

import getpass
import logging

from auktor.settings import Settings, read_settings


def begin(**options: object) -> Settings:
    """The settings in force, `options` being those of the command; logging begins at the level they say."""
    settings = read_settings(**options)
    logging.getLogger().setLevel(settings.log_level.upper())
    for library in ("alembic", "asyncio", "sqlalchemy"):
        logging.getLogger(library).setLevel(logging.WARNING)
    return settings


def user() -> str:
    """The user of the machine; a container may have none by name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown user"
