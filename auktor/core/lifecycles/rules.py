"""What the others rest on: regulations, and the systems themselves."""

from auktor.core.lifecycles.cycle import LifeCycle, steps
from auktor.core.vocabulary import RegulationStatus, SystemStatus

_R = RegulationStatus

# Only technical regulations are notified to the EU, under Directive (EU) 2015/1535; the others go from 8 § to decision.
REGULATION = LifeCycle(
    "regulation",
    tuple(_R),
    _R.DRAFT,
    (
        *steps(
            "circulate",
            "SFS 2023:709 8 §",
            (_R.DRAFT, _R.CIRCULATED),
            by=("circulate_regulation",),
            follows="the draft is public",
        ),
        *steps(
            "notify",
            "direktiv (EU) 2015/1535",
            (_R.CIRCULATED, _R.NOTIFIED_TO_EU),
            by=("notify_regulation",),
            requires="not received before it was circulated",
            follows="it stands still for three months, four after a detailed opinion",
        ),
        *steps(
            "decide",
            "SFS 2023:709 5–7 §§",
            (_R.CIRCULATED, _R.DECIDED),
            (_R.NOTIFIED_TO_EU, _R.DECIDED),
            by=("issue_regulation",),
            requires="another prepared it; no answer is awaited; no standstill runs; notified if technical, or why not",
            follows="its fees take the place of those before",
        ),
        *steps(
            "promulgate",
            "SFS 2023:709 5–7 §§",
            (_R.DECIDED, _R.PROMULGATED),
            by=("promulgate_regulation",),
            requires="after the decision, no later than its first day in force",
            follows="it has its designation",
        ),
        *steps(
            "enter_into_force", "SFS 2023:709 5–7 §§", (_R.PROMULGATED, _R.IN_FORCE), requires="its first day has come"
        ),
        *steps(
            "repeal",
            "SFS 2023:709 5–7 §§",
            (_R.IN_FORCE, _R.REPEALED),
            by=("repeal_regulation",),
            follows="its fees end with it",
        ),
    ),
)

_Y = SystemStatus

SYSTEM = LifeCycle(
    "system",
    tuple(_Y),
    _Y.PLANNED,
    (
        *steps(
            "establish",
            "SFS 2023:704 6 §",
            (_Y.PLANNED, _Y.ESTABLISHED),
            by=("establish_system",),
            requires="another prepared it; requirements for approval and terms are published by that day",
            follows="one may apply (8 §)",
        ),
        *steps(
            "start",
            "SFS 2023:704 2 §",
            (_Y.ESTABLISHED, _Y.IN_OPERATION),
            by=("start_system",),
            requires="another prepared it",
            follows="obligations to use it have effect",
        ),
        *steps(
            "close",
            "SFS 2023:704 14 §",
            (_Y.ESTABLISHED, _Y.CLOSED),
            (_Y.IN_OPERATION, _Y.CLOSED),
            by=("close_system",),
            requires="another prepared it; no agreement would begin after",
            follows="open applications are struck off, its agreements end",
        ),
    ),
)
