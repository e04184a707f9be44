"""What a question is refused for before it is validated: one class a limit, each with its code."""

from auktor.core.errors import Refused


class TooLarge(Refused):
    """A question larger than one of the limits."""

    code = "TOO_LARGE"


class TooLong(TooLarge):
    """More characters than are read."""

    code = "TOO_LONG"


class TooManyTokens(TooLarge):
    """More words and signs than are read."""

    code = "TOO_MANY_TOKENS"


class TooNested(TooLarge):
    """Brackets or selections too deep within each other, whether or not they are fields."""

    code = "TOO_NESTED"


class TooDeep(TooLarge):
    """More levels of fields than are answered."""

    code = "TOO_DEEP"


class TooManyFields(TooLarge):
    """More fields than are answered, those of a fragment counted each time it is used."""

    code = "TOO_MANY_FIELDS"


class TooManyRootFields(TooLarge):
    """More questions side by side than are answered at once."""

    code = "TOO_MANY_ROOT_FIELDS"


class TooManyAliases(TooLarge):
    """More fields under another name than are answered."""

    code = "TOO_MANY_ALIASES"


class TooManyDirectives(TooLarge):
    """More directives than are read."""

    code = "TOO_MANY_DIRECTIVES"


class TooManyFragments(TooLarge):
    """More fragments than are read."""

    code = "TOO_MANY_FRAGMENTS"


class FragmentCycle(TooLarge):
    """A fragment that contains itself, so that it has no end."""

    code = "FRAGMENT_CYCLE"


class TooManyOverlaps(TooLarge):
    """The same field again and again in one place, directly or through fragments."""

    code = "TOO_MANY_OVERLAPS"


class CostTooHigh(TooLarge):
    """More points than one question may cost."""

    code = "COST_TOO_HIGH"


def hold(refusal: type[TooLarge], what: str, size: int, most: int, remedy: str = "Ask in several parts.") -> None:
    """Refuse a question with more than `most` of something; `what` completes "The question has 21 …"."""
    if size > most:
        raise refusal(
            f"The question has {size:,} {what}; at most {most:,} are answered. {remedy}", size=size, most=most
        )
