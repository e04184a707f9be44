"""Computations over one row: names in the language asked for, designations, last signatures."""

from datetime import date

from auktor.core.vocabulary import Language, RegulationSeries


def in_language(sv: str, en: str, language: Language = Language.SV) -> str:
    """The Swedish text, or the English where that is asked for."""
    return en if language is Language.EN else sv


def perhaps_in_language(sv: str | None, en: str | None, language: Language = Language.SV) -> str | None:
    """The text in the language asked for; the Swedish where there is no English."""
    return (en or sv) if language is Language.EN else sv


def designation_of(series: RegulationSeries | None, year: int | None, number: int | None) -> str | None:
    """`MDFFS 2025:1`; None where the designation is unknown."""
    return f"{series} {year}:{number}" if series and number else None


def last_signature(*signed_on: date | None) -> date | None:
    """The later of the two signatures; None until both have signed."""
    dates = [each for each in signed_on if each is not None]
    return max(dates) if len(dates) == len(signed_on) else None
