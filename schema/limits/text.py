"""What is counted before a document is parsed, for the parser itself calls itself at every bracket."""

import re
from itertools import accumulate

from auktor.core.limits import Limits
from schema.limits.errors import TooLong, TooNested, hold

# A string or a comment is taken whole, never by halves, so that a bracket in it is not counted.
_PART = re.compile(r'"""(?:\\"""|(?!""")[\s\S])*+"""|"(?:\\.|[^"\\\n\r])*+"|#[^\n\r]*+|[\[{(]|[\]})]')
_OPENING = frozenset("[{(")
_CLOSING = frozenset("]})")


def keep_readable(text: str, limits: Limits) -> None:
    """Refuse a text that is too long, or whose brackets stand too deep within each other for the parser."""
    hold(TooLong, "characters", len(text), limits.characters)
    hold(
        TooNested,
        "brackets within each other",
        deepest_brackets(text),
        limits.nesting,
        "Flatten it, or give the value as a variable.",
    )


def deepest_brackets(text: str) -> int:
    """How many brackets stand within each other at the deepest place of a text; one pass, no recursion."""
    return max(accumulate(_steps(text), initial=0))


def _steps(text: str) -> list[int]:
    found = (each[0] for each in _PART.finditer(text))
    return [1 if part in _OPENING else -1 for part in found if part in _OPENING or part in _CLOSING]
