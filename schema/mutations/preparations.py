"""The id of a preparation, by which a deed names it."""

from schema.errors import BadId
from schema.ids import parse_id


def preparation_number(given: str) -> int:
    """The number that an id of a preparation holds."""
    kind, number = parse_id(given)
    if kind != "Preparation" or not number.isdecimal():
        raise BadId(f"{given[:60]!r} is not the id of a preparation. Take it from the answer that prepared.")
    return int(number)
