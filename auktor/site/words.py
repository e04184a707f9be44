"""Dates, sizes and counts as each language writes them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from auktor.core.vocabulary import Language

_SWEDEN = ZoneInfo("Europe/Stockholm")
_MONTHS = {
    Language.SV: [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    Language.EN: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_NARROW_SPACE = "\u202f"
_FIXED_SPACE = "\u00a0"
_KILO = 1000
_COUNTED = {
    Language.SV: ["ingen", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"],
    Language.EN: [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
}


def on_day(value: date, language: Language) -> str:
    """`23 november 2026`, `23 November 2026`, in Swedish time."""
    if isinstance(value, datetime):
        value = value.astimezone(_SWEDEN).date()
    month = _MONTHS[language][value.month - 1]
    return f"{value.day}{_FIXED_SPACE}{month}{_FIXED_SPACE}{value.year}"


def at_time(value: datetime, language: Language) -> str:
    """`23 november 2026 kl. 14.05`, `23 November 2026 at 14:05`, in Swedish time."""
    told = value.astimezone(_SWEDEN)
    clock = f"kl.{_FIXED_SPACE}{told:%H.%M}" if language is Language.SV else f"at{_FIXED_SPACE}{told:%H:%M}"
    return f"{on_day(value, language)} {clock}"


def count(value: int, language: Language) -> str:
    """`1 234 567` in Swedish, `1,234,567` in English."""
    return f"{value:,}".replace(",", _NARROW_SPACE if language is Language.SV else ",")


def size(value: int, language: Language) -> str:
    """`812 byte`, `12,3 kB`, `1.4 MB`: at most one decimal."""
    if value < _KILO:
        return f"{value}{_FIXED_SPACE}{'byte' if language is Language.SV else 'bytes'}"
    number, unit = (value / _KILO, "kB") if value < _KILO**2 else (value / _KILO**2, "MB")
    return f"{_decimal(f'{number:.1f}', language)}{_FIXED_SPACE}{unit}"


def kronor(value: Decimal, language: Language) -> str:
    """`0,12 kr`, `SEK 1,500.00`: at least two decimals, no zeros that say nothing."""
    exact = f"{value.normalize():f}"
    whole, _, decimals = exact.partition(".")
    mark = "," if language is Language.SV else "."
    amount = f"{count(int(whole), language)}{mark}{decimals:0<2}"
    return f"{amount}{_FIXED_SPACE}kr" if language is Language.SV else f"SEK{_FIXED_SPACE}{amount}"


def in_words(value: int, language: Language) -> str:
    """`tre`, `three` up to twelve, figures above."""
    written = _COUNTED[language]
    return written[value] if value < len(written) else count(value, language)


def _decimal(text: str, language: Language) -> str:
    return text.replace(".", ",") if language is Language.SV else text
