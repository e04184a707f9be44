"""Which forms lead on from where an application stands, read from its life cycle."""

from collections.abc import Mapping
from types import MappingProxyType

from auktor.core.deeds.applications import CYCLE_STEP
from auktor.core.lifecycles import APPLICATION
from auktor.core.vocabulary import ApplicationStatus
from auktor.desk.doing import WAYS, Way
from auktor.desk.forms import camel

_OF_DECISIONS: Mapping[str, str] = MappingProxyType(
    {
        "approve": "prepareDecision",
        "reject": "prepareDecision",
        "dismiss": "prepareDecision",
        "strike_off": "prepareDecision",
        "seek_rectification": "registerRectificationCase",
        "grant_rectification": "decideRectificationCase",
        "refuse_rectification": "decideRectificationCase",
        "sign_agreement": "signSupplierAgreement",
    }
)
"""The form of each step that a deed takes along with something else."""
_FORMS = {**_OF_DECISIONS, **{step: camel(deed) for deed, step in CYCLE_STEP.items()}}


def ways_from(status: str) -> tuple[Way, ...]:
    """The forms for what may be done with an application of that status, in the order of its life cycle."""
    steps = APPLICATION.deeds_from(ApplicationStatus(status))
    return tuple(WAYS[name] for name in dict.fromkeys(_FORMS[step.deed] for step in steps))
