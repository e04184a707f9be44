"""Which of the register's languages a reader prefers, by the header a browser sends."""

from auktor.core.bounded import of_short_texts
from auktor.core.vocabulary import Language

_KNOWN = {"sv": Language.SV, "en": Language.EN}
_LONGEST = 1000


@of_short_texts
def preferred_language(accepted: str | None) -> Language:
    """The language that `Accept-Language` gives most weight; Swedish where it names neither, or is unreadable.

    `en-GB;q=0.8, sv;q=0.5` is English. A language of weight 0 is not wanted, and of equal ones the first is.
    """
    best, weight = Language.SV, 0.0
    for part in (accepted or "")[:_LONGEST].split(","):
        named, _, rest = part.strip().partition(";")
        language = _KNOWN.get(named.strip().lower().split("-")[0])
        given = _weight(rest)
        if language is not None and given > weight:
            best, weight = language, given
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if not parameters.strip():
        return 1.0
    try:
        weight = float(value) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
    return weight if 0 <= weight <= 1 else 0.0
