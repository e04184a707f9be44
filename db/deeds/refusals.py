"""What the database itself refuses, in words: the last wall behind the checks of `auktor.core.deeds`."""

from types import MappingProxyType
from typing import Final

from sqlalchemy.exc import DBAPIError

from auktor.core.deeds.errors import AgainstRule

_REMEDY: Final = "Correct the input so that the rule holds."
_OVERLAP: Final = "23P01"
_CLASSES = MappingProxyType(
    {_OVERLAP: "overlaps what the register holds", "23514": "breaks a rule", "23502": "leaves out what must be known"}
)


def refusal_of(error: DBAPIError) -> AgainstRule:
    """The refusal of a constraint or trigger of ours; anything else is a fault, and raised as it came."""
    cause = getattr(error.orig, "__cause__", None)
    state = str(getattr(cause, "sqlstate", ""))
    rule = str(getattr(cause, "constraint_name", None) or "").replace("_", " ")
    if state.startswith("AK"):
        told = str(getattr(cause, "message", "")) or str(cause)
        return AgainstRule(f"{told[:1].upper()}{told[1:]}.", remedy=f"{getattr(cause, 'hint', None) or _REMEDY}")
    if state in _CLASSES:
        return AgainstRule(f"The deed {_CLASSES[state]}: {rule}.", remedy=_REMEDY)
    raise error
