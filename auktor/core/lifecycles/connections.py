"""Those who are connected: suppliers, their services, and the agreements of public actors."""

from auktor.core.lifecycles.cycle import LifeCycle, steps
from auktor.core.vocabulary import AgreementStatus, ServiceStatus, SupplierStatus

_S = SupplierStatus

# A supplier that left comes back by a new agreement, which is a new object with a cycle of its own.
SUPPLIER = LifeCycle(
    "supplier",
    tuple(_S),
    _S.APPROVED,
    (
        *steps(
            "sign_agreement",
            "SFS 2023:704 15 §",
            (_S.APPROVED, _S.CONNECTED),
            by=("sign_supplier_agreement",),
            requires="an approval in effect; no other agreement those days; no end after the system's",
            follows="on the list of 7 § from its first day in force",
        ),
        *steps(
            "terminate",
            "avtal",
            (_S.CONNECTED, _S.TERMINATED),
            by=("terminate_supplier_agreement",),
            requires="to an end no later than the present",
            follows="stays on the list until the end",
        ),
        *steps(
            "end",
            "avtal",
            (_S.TERMINATED, _S.ENDED),
            (_S.CONNECTED, _S.ENDED),
            requires="its last day has passed, or its system is closed",
            follows="off the list",
        ),
        *steps(
            "cancel",
            "avtal",
            (_S.CONNECTED, _S.CANCELLED),
            by=("cancel_supplier_agreement",),
            requires="a day of it has passed",
            follows="off the list that day",
        ),
    ),
)

_V = ServiceStatus

SERVICE = LifeCycle(
    "service",
    tuple(_V),
    _V.UNDER_REVIEW,
    (
        *steps("connect", "avtal", (_V.UNDER_REVIEW, _V.TECHNICALLY_CONNECTED), by=("change_service_status",)),
        *steps(
            "start",
            "avtal",
            (_V.TECHNICALLY_CONNECTED, _V.IN_OPERATION),
            by=("change_service_status",),
            requires="an agreement of its supplier is in force",
        ),
        *steps("suspend", "avtal", (_V.IN_OPERATION, _V.SUSPENDED), by=("change_service_status",)),
        *steps(
            "resume",
            "avtal",
            (_V.SUSPENDED, _V.IN_OPERATION),
            by=("change_service_status",),
            requires="an agreement of its supplier is in force",
        ),
        *steps(
            "close", "avtal", (_V.SUSPENDED, _V.CLOSED), (_V.IN_OPERATION, _V.CLOSED), by=("change_service_status",)
        ),
    ),
)

_G = AgreementStatus

# An agreement whose term is out, or whose system is closed, ends without notice: see the grounds in EndGround.
AGREEMENT = LifeCycle(
    "agreement",
    tuple(_G),
    _G.DRAFT,
    (
        *steps(
            "sign_as_actor",
            "SFS 2023:704 2 § 3",
            (_G.DRAFT, _G.SIGNED_BY_ACTOR),
            by=("sign_as_actor",),
            requires="an agency signs for itself only",
            follows="kept as a preparation",
        ),
        *steps(
            "conclude",
            "SFS 2023:704 2 § 3",
            (_G.SIGNED_BY_ACTOR, _G.CONCLUDED),
            by=(
                "conclude_actor_agreement",
                "sign_actor_agreement",
            ),
            requires="the system is open; no other agreement those days; not before the actor signed",
            follows="its first day follows from the start rules",
        ),
        *steps(
            "enter_into_force",
            "avtal",
            (_G.CONCLUDED, _G.IN_FORCE),
            requires="its first day has come",
            follows="the actor is connected",
        ),
        *steps(
            "terminate",
            "avtal",
            (_G.IN_FORCE, _G.TERMINATED),
            by=("terminate_actor_agreement",),
            requires="to an end no later than the present",
        ),
        *steps(
            "end",
            "avtal",
            (_G.TERMINATED, _G.ENDED),
            (_G.IN_FORCE, _G.ENDED),
            requires="its last day has passed, or its system is closed",
        ),
        *steps(
            "cancel",
            "avtal",
            (_G.IN_FORCE, _G.CANCELLED),
            by=("cancel_actor_agreement",),
            requires="a day of it has passed",
        ),
    ),
)
