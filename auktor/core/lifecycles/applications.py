"""An application, from the day it is received to the agreement, or to the end of it."""

from auktor.core.lifecycles.cycle import LifeCycle, steps
from auktor.core.vocabulary import ApplicationStatus

_A = ApplicationStatus
_OPEN_APPLICATIONS = (_A.RECEIVED, _A.UNDER_REVIEW, _A.SUPPLEMENT_REQUESTED)

# A rejection that nobody challenges becomes final when the three weeks of 18 § have passed.
APPLICATION = LifeCycle(
    "application",
    tuple(_A),
    _A.RECEIVED,
    (
        *steps("review", "SFS 2023:704 11 §", (_A.RECEIVED, _A.UNDER_REVIEW), by=("review_application",)),
        *steps(
            "request_supplement",
            "SFS 2023:704 12 §",
            (_A.UNDER_REVIEW, _A.SUPPLEMENT_REQUESTED),
            by=("request_supplement",),
        ),
        *steps(
            "supplement",
            "SFS 2023:704 12 §",
            (_A.SUPPLEMENT_REQUESTED, _A.UNDER_REVIEW),
            by=("supplement_application",),
            requires="a supplier acts for itself only",
        ),
        *steps(
            "approve",
            "SFS 2023:704 11 § första stycket",
            (_A.UNDER_REVIEW, _A.APPROVED),
            by=("decide_application",),
            requires="another prepared it",
            follows="the decision waits to be served",
        ),
        *steps(
            "reject",
            "SFS 2023:704 11 § andra stycket",
            (_A.UNDER_REVIEW, _A.REJECTED),
            by=("decide_application",),
            requires="another prepared it; a ground of 11 §; told how to seek rectification (13 §)",
            follows="the decision waits to be served",
        ),
        *steps(
            "dismiss",
            "SFS 2023:704 8 §",
            (_A.UNDER_REVIEW, _A.DISMISSED),
            by=("decide_application",),
            requires="another prepared it",
            follows="the decision waits to be served",
        ),
        *steps(
            "withdraw",
            "SFS 2023:704 8 §",
            *((state, _A.WITHDRAWN) for state in _OPEN_APPLICATIONS),
            by=("withdraw_application",),
            requires="a supplier acts for itself only",
        ),
        *steps(
            "strike_off",
            "SFS 2023:704 14 §",
            *((state, _A.STRUCK_OFF) for state in _OPEN_APPLICATIONS),
            by=(
                "decide_application",
                "close_system",
            ),
            requires="another prepared it",
            follows="the decision waits to be served",
        ),
        *steps(
            "seek_rectification",
            "SFS 2023:704 18 §",
            (_A.REJECTED, _A.RECTIFICATION_PENDING),
            by=("register_rectification_case",),
            requires="by the rejected applicant, within three weeks of service",
            follows="the court has the case",
        ),
        *steps(
            "grant_rectification",
            "SFS 2023:704 16 §",
            (_A.RECTIFICATION_PENDING, _A.UNDER_REVIEW),
            by=("decide_rectification_case",),
            requires="the court granted it",
            follows="the authority reviews anew",
        ),
        *steps(
            "become_final",
            "SFS 2023:704 18 §",
            (_A.REJECTED, _A.REJECTED_FINAL),
            by=("finalise_rejection",),
            requires="three weeks have passed since service",
        ),
        *steps(
            "refuse_rectification",
            "SFS 2023:704 16 §",
            (_A.RECTIFICATION_PENDING, _A.REJECTED_FINAL),
            by=("decide_rectification_case",),
            requires="the court did not grant it",
        ),
        *steps(
            "sign_agreement",
            "SFS 2023:704 15 §",
            (_A.APPROVED, _A.AGREEMENT_SIGNED),
            by=("sign_supplier_agreement",),
            requires="the system is open; no other agreement those days",
            follows="the approval has no more effect",
        ),
        *steps("lapse", "SFS 2023:704 15 §", (_A.APPROVED, _A.LAPSED), by=("lapse_approval",)),
        *steps(
            "withdraw",
            "SFS 2023:704 8 §",
            (_A.APPROVED, _A.WITHDRAWN),
            by=("withdraw_application",),
            requires="a supplier acts for itself only",
        ),
    ),
)
