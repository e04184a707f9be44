"""Pages of the API: arguments checked, cursors that only the list they came from can read."""

import base64
import binascii
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import orjson
import sqlalchemy as sa

from auktor.core.errors import UnreadableText
from auktor.core.identifiers import readable
from db.facts import TermType
from resolvers.keyset import Term, Window
from schema.errors import BadCursor, BadPage

DEFAULT_SIZE = 50
LARGEST_SIZE = 100
MOST_GROUPS = 1000
LONGEST_CURSOR = 2000
LARGEST_EXPONENT = 18


@dataclass(frozen=True, slots=True)
class PageArguments:
    """The four arguments of a Relay list, as given."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


def window_of(terms: Sequence[Term], asked: PageArguments) -> Window:
    """The window asked for: the first 50 where no size is given, at most 100."""
    if asked.first is not None and asked.last is not None:
        raise BadPage("A page is counted from one end. Give first or last, not both.")
    return Window(_size(asked), _row(terms, asked.after), _row(terms, asked.before), from_end=asked.last is not None)


def _size(asked: PageArguments) -> int:
    name, given = ("first", asked.first) if asked.last is None else ("last", asked.last)
    if given is None:
        return DEFAULT_SIZE
    if not 1 <= given <= LARGEST_SIZE:
        raise BadPage(
            f"{name} is {given}, but a page has from 1 to {LARGEST_SIZE} rows. Ask for fewer and follow pageInfo."
        )
    return given


def cursor_of(terms: Sequence[Term], row: Any) -> str:  # noqa: ANN401 -- a row holds values of any fact's type
    """The opaque cursor of a row: the list's own mark, and the values it is ordered by."""
    return cursor_at(mark_of(terms), [row[f"order_{n}"] for n in range(len(terms))])


def cursor_at(mark: str, values: Sequence[object]) -> str:
    """The opaque cursor of a place in a list: the list's own mark, and the values it is ordered by."""
    text = orjson.dumps([mark, *values], default=_written)
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def _row(terms: Sequence[Term], cursor: str | None) -> tuple[object, ...] | None:
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        mark, *values = (
            orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            if len(cursor) <= LONGEST_CURSOR
            else [None]
        )
        if mark != mark_of(terms) or len(values) != len(terms):
            raise _foreign(cursor)
        return tuple(_read(term.sql.type, value) for term, value in zip(terms, values, strict=True))
    except (binascii.Error, ValueError, TypeError, KeyError, ArithmeticError, UnreadableText) as error:
        raise _foreign(cursor) from error


def _foreign(cursor: str) -> BadCursor:
    return BadCursor(
        f"{cursor[:40]!r} is no cursor of this list in this order. Take one from its own pageInfo or edges."
    )


def mark_of(terms: Sequence[Term]) -> str:
    """What tells one list and order from another."""
    table = getattr(terms[-1].sql, "table", None)
    said = f"{getattr(table, 'name', '')}|" + ",".join(
        f"{term.name}{'-' if term.descending else '+'}" for term in terms
    )
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _written(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError


def _read(kind: sa.types.TypeEngine[Any], value: object) -> object:
    """A cursor's value in the type its column compares by; TypeError or ValueError for what the column cannot hold."""
    if value is None:
        return None
    if type(value) in {bool, int} and type(value) is kind.python_type:
        return _wide(int(value)) if type(value) is int else value
    if not isinstance(value, str):
        raise TypeError
    if isinstance(kind, TermType):
        return kind.terms(value)
    return _READERS[kind.python_type](value)


def _wide(number: int) -> int:
    """A number that fits 64 bits."""
    if not -(2**63) <= number < 2**63:
        raise ValueError
    return number


def _exact(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite() or number.adjusted() > LARGEST_EXPONENT:
        raise ValueError
    return number


def _held(text: str) -> str:
    readable(text)
    return text


def _zoned(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment.astimezone(UTC)


_READERS: dict[type, Callable[[str], object]] = {
    date: date.fromisoformat,
    datetime: _zoned,
    Decimal: _exact,
    str: _held,
}
