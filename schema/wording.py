"""Computations over one row: names in the language asked for, designations, last signatures."""

from datetime import date
from typing import Annotated

import strawberry

from auktor.core.vocabulary import Language, RegulationSeries

InLanguage = Annotated[Language, strawberry.argument(description="Language of the answer; Swedish unless asked for.")]


def in_language(sv: str, en: str, language: InLanguage = Language.SV) -> str:
    """The Swedish text, or the English where that is asked for."""
    return en if language is Language.EN else sv


def perhaps_in_language(sv: str | None, en: str | None, language: InLanguage = Language.SV) -> str | None:
    """The text in the language asked for; the Swedish where there is no English."""
    return (en or sv) if language is Language.EN else sv


def name_in_language(name: str, name_en: str | None, language: InLanguage = Language.SV) -> str:
    """The name; the English one where that is asked for and there is one."""
    return name_en or name if language is Language.EN else name


def proper_name(name: str, language: InLanguage = Language.SV) -> str:  # noqa: ARG001 -- every name is asked for alike
    """A company's or a service's name, which is the same in both languages."""
    return name


def designation_of(series: RegulationSeries | None, year: int | None, number: int | None) -> str | None:
    """`MDFFS 2025:1`; None where the designation is unknown."""
    return f"{series} {year}:{number}" if series and number else None


def last_signature(*signed_on: date | None) -> date | None:
    """The later of the two signatures; None until both have signed."""
    dates = [each for each in signed_on if each is not None]
    return max(dates) if len(dates) == len(signed_on) else None
