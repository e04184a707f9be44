"""What is counted before a document is parsed, for the parser itself calls itself at every bracket."""

import re
from itertools import accumulate

from auktor.core.limits import Limits
from schema.limits.errors import TooLong, TooManyTokens, TooNested, hold

# A comment or a string is taken whole, never by halves, so that a bracket in it is not counted.
_PART = re.compile(
    r'#[^\n\r]*+|"""(?:\\"""|(?!""")[\s\S])*+"""|"(?:\\.|[^"\\\n\r])*+"|[A-Za-z_]\w*+|-?\d[\w.+-]*+|\.{3}|[!$&:=@|{}()\[\]]'
)
_STEPS = dict.fromkeys("[{(", 1) | dict.fromkeys("]})", -1)


def keep_readable(text: str, limits: Limits) -> None:
    """Refuse a text that is too long, or whose brackets stand too deep within each other for the parser."""
    hold(TooLong, "characters", len(text), limits.characters)
    parts = parts_of(text)
    hold(TooManyTokens, "words and signs", len(parts), limits.tokens)
    hold(
        TooNested,
        "brackets within each other",
        deepest_brackets(parts),
        limits.nesting,
        "Flatten it, or give the value as a variable.",
    )


def parts_of(text: str) -> list[str]:
    """The words and signs of a text in one pass: as many as the parser would find where it is GraphQL."""
    return [part for part in _PART.findall(text) if not part.startswith("#")]


def deepest_brackets(parts: list[str]) -> int:
    """How many brackets stand within each other at the deepest place; no recursion."""
    return max(accumulate((_STEPS.get(part, 0) for part in parts), initial=0))
