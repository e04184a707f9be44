"""Where settings are read from, beside the options of a command: the environment, and a file."""

import os
import tomllib
from pathlib import Path

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource
from pydantic_settings import TomlConfigSettingsSource as TomlFile

from auktor.core.errors import WrongUsage

PREFIX = "AUKTOR_"
FILE = "auktor.toml"
FILE_VARIABLE = "AUKTOR_TOML"


class BadSetting(WrongUsage):
    """A setting has a value that it cannot have, or a name that no setting has."""

    code = "BAD_SETTING"


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return f"{PREFIX}{name.upper()}"


def file() -> Path:
    """The file, whether it is there or not."""
    return Path(os.environ.get(FILE_VARIABLE, FILE))


def in_file(settings: type[BaseSettings]) -> PydanticBaseSettingsSource:
    """The settings that stand in the file; none, where there is no file and none was named."""
    path = file()
    if FILE_VARIABLE in os.environ and not path.is_file():
        raise BadSetting(f"{FILE_VARIABLE} names {path}, which is not there. Correct it or unset it.")
    try:
        return TomlFile(settings, path)
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(f"{path} is not TOML: {error}. Correct it or move it away.") from error
