"""What may stand in a cell: each kind of column has one check, which gives the cell's canonical text or refuses it."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Any, Final

import sqlalchemy as sa

from auktor.core import money
from auktor.core.errors import Refused, shown
from auktor.core.identifiers import (
    LONGEST_KEY,
    parse_county_code,
    parse_month,
    parse_municipality_code,
    parse_notification_number,
    parse_organisation_number,
    readable,
)
from auktor.core.vocabulary import Term
from db.facts import KEY_PATTERN, TermType

Check = Callable[[str], str]

LONGEST_TEXT: Final = 10_000
_LARGEST_WHOLE = 2**63 - 1
_WHOLE = re.compile("-?[0-9]{1,19}")
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadCell(Refused):
    """A cell that does not hold what its column is for."""

    code = "BAD_CELL"


def _month(text: str) -> str:
    read = readable(text)
    return parse_month(read.removesuffix("-01") if _DATE.fullmatch(read) else read).isoformat()


_IDENTIFIERS: Final[dict[tuple[str, str], Check]] = {
    ("eu_notification", "number"): parse_notification_number,
    ("public_actor", "county_code"): parse_county_code,
    ("public_actor", "municipality_code"): parse_municipality_code,
    ("monthly_volume", "month"): _month,
}


def check_for(column: sa.Column[Any]) -> Check:
    """The check of a column, by what it identifies or else by its type."""
    if column.name.endswith("organisation_number"):
        return parse_organisation_number
    identifier = _IDENTIFIERS.get((column.table.name, column.name))
    if identifier:
        return identifier
    if isinstance(column.type, TermType):
        return _one_of(column.type.terms)
    return next(check for kind, check in _BY_TYPE if isinstance(column.type, kind))


def key(text: str) -> str:
    """The key of an object: what the database takes for one."""
    read = readable(text)
    if len(read) > LONGEST_KEY or not re.fullmatch(KEY_PATTERN, read):
        raise BadCell(
            f"{shown(read)} is not a key. Write letters a to z and digits, joined by hyphens, {LONGEST_KEY} at most."
        )
    return read


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, where one is alike."""
    return next(iter(get_close_matches(word, [*known], n=1)), None)


def _text(text: str) -> str:
    read = readable(text)
    if len(read) > LONGEST_TEXT:
        raise BadCell(f"The text has {len(read):,} characters. Shorten it to {LONGEST_TEXT:,} at most.")
    return read


def _truth(text: str) -> str:
    read = readable(text).lower()
    if read not in {"true", "false"}:
        raise BadCell(f"{shown(read)} is neither true nor false. Write true or false, or leave the cell empty.")
    return read


def _day(text: str) -> str:
    read = readable(text)
    try:
        return date.fromisoformat(read if _DATE.fullmatch(read) else "").isoformat()
    except ValueError:
        raise BadCell(
            f"{shown(read)} is not a day of the calendar. Write year, month and day as in 2026-01-31."
        ) from None


def _whole(text: str) -> str:
    read = readable(text)
    if not _WHOLE.fullmatch(read) or abs(int(read)) > _LARGEST_WHOLE:
        raise BadCell(f"{shown(read)} is not a whole number. Write digits only, without blanks or separators.")
    return read


def _amount(text: str) -> str:
    return str(money.sek(text))


def _one_of(terms: type[Term]) -> Check:
    words = {str(term): str(term) for term in terms}

    def check(text: str) -> str:
        read = readable(text)
        if read not in words:
            like = nearest(read.upper().replace(" ", "_"), words)
            meant = f" Did you mean {like}?" if like else ""
            raise BadCell(f"{shown(read)} is not a word of the list. Write one of {', '.join(words)}.{meant}")
        return words[read]

    return check


_BY_TYPE: Final[tuple[tuple[type[sa.types.TypeEngine[Any]], Check], ...]] = (
    (sa.Boolean, _truth),
    (sa.Date, _day),
    (sa.BigInteger, _whole),
    (sa.Numeric, _amount),
    (sa.Text, _text),
)
