"""Ids of the API: the type and the key, readable on purpose: `Supplier:finansiell-id-teknik`."""

import re

from db.facts import KEY_PATTERN
from schema.errors import BadId

_ID = re.compile(rf"(?P<type>[A-Z][A-Za-z]*):(?P<key>{KEY_PATTERN[1:-1]})")
MAX_LENGTH = 160


def id_of(type_name: str, key: str) -> str:
    """The id of an object."""
    return f"{type_name}:{key}"


def parse_id(text: str) -> tuple[str, str]:
    """Type and key of an id; BadId where the text is none."""
    found = _ID.fullmatch(text) if len(text) <= MAX_LENGTH else None
    if found is None:
        raise BadId(
            f"{text[:60]!r} is not an id of the register. "
            "Take one from an `id` field, for example Supplier:finansiell-id-teknik."
        )
    return found["type"], found["key"]


def key_in(text: str) -> str:
    """The key alone."""
    return parse_id(text)[1]


def key_of(text: str, type_name: str) -> str:
    """The key in an id of one type; BadId where it is of another."""
    found, key = parse_id(text)
    if found != type_name:
        raise BadId(f"{text[:60]!r} is the id of a {found}, where a {type_name} is asked for.")
    return key


def unknown_type(text: str) -> BadId:
    """What is wrong with an id of a type that the register does not show."""
    return BadId(f"{text[:60]!r} is of a type that the register does not show. Take ids from `id` fields.")
