"""What every command begins with."""

import getpass

from auktor.settings import Settings, read_settings
from auktor.watching.logs import begin_logging


def begin(**options: object) -> Settings:
    """The settings in force, `options` being those of the command; logging begins as they say."""
    settings = read_settings(**options)
    begin_logging(settings)
    return settings


def user() -> str:
    """The user of the machine; a container may have none by name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown user"
