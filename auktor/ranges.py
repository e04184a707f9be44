"""A part of a body that is whole in memory: the header Range with one range of bytes (RFC 9110, 14)."""

import re
from typing import NamedTuple

_ONE = re.compile(r"bytes=(?P<first>[0-9]{0,15})-(?P<last>[0-9]{0,15})")


class Unsatisfiable(Exception):
    """The range begins behind the end."""


class Part(NamedTuple):
    """The bytes from `first` up to and with `last`."""

    first: int
    last: int


def part_asked(header: str | None, size: int) -> Part | None:
    """The part a header asks for; None for the whole, also where it asks for what need not be understood."""
    found = _ONE.fullmatch((header or "").strip())
    if found is None or not (found["first"] or found["last"]):
        return None
    if not found["first"]:
        length = min(int(found["last"]), size)
        if length == 0:
            raise Unsatisfiable
        return Part(size - length, size - 1)
    first, last = int(found["first"]), int(found["last"] or size - 1)
    if last < first and found["last"]:
        return None
    if first >= size:
        raise Unsatisfiable
    return Part(first, min(last, size - 1))
