"""The scalars of the API: exact decimals, dates without times, wide counts, organisation numbers in one form."""

from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NewType

import strawberry
from graphql import GraphQLError

from auktor.core.errors import AuktorError
from auktor.core.identifiers import parse_organisation_number

MAX_DIGITS = 18
_OF_A_KRONA = 2
_NUMBERS = 2_000


def _refused(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "BAD_VALUE"})


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise _refused(f"{what} is written as a string.")
    return value


def _parse_date(value: object) -> date:
    text = _text(value, "A Date")
    try:
        return date.fromisoformat(text) if len(text) == len("2026-01-01") else _no_date(text)
    except ValueError:
        return _no_date(text)


def _no_date(text: str) -> date:
    raise _refused(f"{text[:40]!r} is not a day of the calendar. Write it as YYYY-MM-DD, for example 2026-01-31.")


def _parse_moment(value: object) -> datetime:
    text = _text(value, "A DateTime")
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise _refused(f"{text[:40]!r} is not a moment with a time zone. Write it as 2026-01-31T12:00:00Z.")


def _parse_decimal(value: object) -> Decimal:
    try:
        number = (
            Decimal(_text(value, "A Decimal"))
            if not isinstance(value, int) or isinstance(value, bool)
            else Decimal(value)
        )
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or len(number.as_tuple().digits) > MAX_DIGITS or abs(number.adjusted()) > MAX_DIGITS:
        raise _refused('A Decimal is a finite number of at most 18 digits, written as a string: "0.12".')
    return number


def _parse_count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**15:
        raise _refused("A Count is a whole number from 0 to 999999999999999.")
    return value


def _parse_organisation_number(value: object) -> str:
    try:
        return parse_organisation_number(_text(value, "An OrganisationNumber"))
    except AuktorError as error:
        raise GraphQLError(str(error), extensions={"code": error.code}) from error


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _plain(number: Decimal) -> str:
    """Without exponent, and with no zeros beyond öre that say nothing: 0.1200 is 0.12, 540000.00 stays as it is."""
    return _plainly(str(number))


@lru_cache(_NUMBERS)
def _plainly(text: str) -> str:
    if "E" in text:
        text = format(Decimal(text), "f")
    whole, _, parts = text.partition(".")
    return text if len(parts) <= _OF_A_KRONA else f"{whole}.{parts[:_OF_A_KRONA]}{parts[_OF_A_KRONA:].rstrip('0')}"


Count = NewType("Count", int)
OrganisationNumber = NewType("OrganisationNumber", str)

SCALARS: dict[object, object] = {
    date: strawberry.scalar(
        name="Date",
        description="A day of the Swedish calendar, YYYY-MM-DD.",
        serialize=date.isoformat,
        parse_value=_parse_date,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment with a time zone; answered in UTC.",
        serialize=_iso,
        parse_value=_parse_moment,
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        description="An exact decimal number, as a string on the wire.",
        serialize=_plain,
        parse_value=_parse_decimal,
    ),
    Count: strawberry.scalar(
        name="Count",
        description="A whole number that may pass 32 bits, as a JSON number.",
        serialize=int,
        parse_value=_parse_count,
    ),
    OrganisationNumber: strawberry.scalar(
        name="OrganisationNumber",
        description=(
            "Swedish organisation number (organisationsnummer): NNNNNN-NNNN out; "
            "10 or 12 digits, with or without hyphen, in."
        ),
        serialize=str,
        parse_value=_parse_organisation_number,
    ),
}
