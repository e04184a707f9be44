"""The settings in force, and what is said of those that are wrong."""

import difflib
import logging
import os
from collections.abc import Iterable, Mapping
from typing import get_args

from pydantic import ValidationError

from auktor.core.errors import shown
from auktor.settings.declared import Settings
from auktor.settings.kinds import Allowed
from auktor.settings.sources import FILE, FILE_VARIABLE, PREFIX, BadSetting, file, variable

_log = logging.getLogger(__name__)


def read_settings(**options: object) -> Settings:
    """The settings in force, `options` being those a command was given (None: not given).

    A variable that only looks like a setting is named in a warning, since other programs may use the prefix too.
    """
    for warning in unknown_variables(os.environ):
        _log.warning(warning)
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        raise BadSetting(" ".join(_problems(error))) from None


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """A sentence for each variable that has our prefix and is no setting, with the setting it resembles most."""
    known = {*map(variable, Settings.model_fields), FILE_VARIABLE}
    unknown = [name for name in environment if name.startswith(PREFIX) and name not in known]
    return [f"{name} is not a setting{_resembling(name, known)}" for name in unknown if not _is_for_tests(name)]


def _problems(error: ValidationError) -> list[str]:
    found = [(str(each["loc"][0]), each["type"], each["input"]) for each in error.errors()]
    return [_problem(name, kind, value) for name, kind, value in found if kind != "default_factory_not_called"]


def _problem(name: str, kind: str, value: object) -> str:
    if kind == "extra_forbidden":
        return f"{name} in {file()} is not a setting{_resembling(name, Settings.model_fields)} Correct or remove it."
    allowed = _allowed(name)
    is_what = "" if allowed.secret else f" is {shown(str(value))} and"
    return f"{variable(name)}{is_what} must be {allowed.words}. Correct it in the environment, in {FILE} or the option."


def _allowed(name: str) -> Allowed:
    field = Settings.model_fields[name]
    inside = [note for part in get_args(field.annotation) for note in getattr(part, "__metadata__", ())]
    return next(note for note in (*field.metadata, *inside) if isinstance(note, Allowed))


def _resembling(name: str, known: Iterable[str]) -> str:
    alike = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {alike[0]}?" if alike else "."


def _is_for_tests(name: str) -> bool:
    return name.startswith(f"{PREFIX}TEST_")
