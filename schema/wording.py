"""Computations over one row: names in the language asked for, designations, last signatures."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import strawberry

from auktor.core.vocabulary import Language, RegulationSeries
from schema.context import Info

AskedLanguage = Annotated[
    Language | None,
    strawberry.argument(description="Language of the answer (språk); else that of Accept-Language, else Swedish."),
]


LANGUAGE = "language"


def in_words(given: Mapping[str, Any], language: Language) -> Mapping[str, Any]:
    """The arguments of a computation, with the request's language where it takes one and none was asked for."""
    return {**given, LANGUAGE: language} if LANGUAGE in given and given[LANGUAGE] is None else given


def spoken(info: Info, language: Language | None) -> Language:
    """The language asked for, or the one of the request."""
    return language or info.context.language


def in_language(sv: str, en: str, language: Language = Language.SV) -> str:
    """The Swedish text, or the English where that is asked for."""
    return en if language is Language.EN else sv


def perhaps_in_language(sv: str | None, en: str | None, language: Language = Language.SV) -> str | None:
    """The text in the language asked for; the Swedish where there is no English."""
    return (en or sv) if language is Language.EN else sv


def name_in_language(name: str, name_en: str | None, language: Language = Language.SV) -> str:
    """The name; the English one where that is asked for and there is one."""
    return name_en or name if language is Language.EN else name


def proper_name(name: str, language: Language = Language.SV) -> str:  # noqa: ARG001 -- every name is asked for alike
    """A company's or a service's name, which is the same in both languages."""
    return name


def designation_of(series: RegulationSeries | None, year: int | None, number: int | None) -> str | None:
    """`MDFFS 2025:1`; None where the designation is unknown."""
    return f"{series} {year}:{number}" if series and number else None


def last_signature(*signed_on: date | None) -> date | None:
    """The later of the two signatures; None until both have signed."""
    dates = [each for each in signed_on if each is not None]
    return max(dates) if len(dates) == len(signed_on) else None
