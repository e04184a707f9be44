"""Applications: from the day one is received to the decision that ends it, and its rectification in court."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import (
    AlreadyDone,
    DatesContradict,
    GroundMissing,
    NotAnOutcome,
    NotARejection,
    NotServed,
    NotTheApplicant,
    RectificationInformationMissing,
    TooEarly,
    TooLate,
)
from auktor.core.vocabulary import DecisionKind, LegalForm, RectificationOutcome, RejectionGround, SystemCode

RECTIFICATION_DAYS = 21
"""Three weeks from service: 18 § lag (2023:704)."""


@order
class RegisterSupplier:
    """A company that applies, before there is anything else to say of it."""

    name: str = asked("Registered name", "registrerat namn")
    organisation_number: str = asked("Organisation number", "organisationsnummer", is_organisation_number=True)
    legal_form: LegalForm = asked("Legal form", "juridisk form")
    state_owned: bool = asked("Whether the state itself is the supplier", "statlig", default=False)
    website: str | None = asked("Website", "webbplats", default=None)
    on: date = asked("First day the register describes it", "från och med")


@order
class RegisterApplication:
    """An application as it comes in."""

    case_number: str = asked("Case number", "diarienummer")
    supplier: str = refers("supplier", "The applicant", "leverantör")
    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    received_on: date = asked("Day it was received", "inkom")
    requirements_version: str | None = refers(
        "requirements_version", "The requirements it is tried against", "krav", default=None
    )
    services: str | None = asked("The services it concerns, in words", "tjänster", default=None)
    joint_applicants: str | None = asked("Other companies of a joint application", "gemensamma sökande", default=None)


@order
class MoveApplication:
    """A step of an application that has no decision of its own."""

    application: str = refers("application", "The application", "ansökan")
    on: date = asked("Day of the step", "dag")


@order
class DecideApplication:
    """What a decision on an application says."""

    application: str = refers("application", "The application", "ansökan")
    case_number: str = asked("Case number of the decision", "diarienummer")
    kind: DecisionKind = asked("What is decided", "typ")
    ground: RejectionGround | None = asked("Ground of a rejection, 11 §", "grund", default=None)
    reasons: str = asked("The reasons in words", "skäl")
    rectification_information: bool = asked(
        "Whether the decision tells how to apply for rectification, 13 §", "information om rättelse", default=False
    )


@order
class RecordService:
    """The service of a decision on whom it concerns; the three weeks of 18 § begin."""

    decision: str = refers("decision", "The decision", "beslut")
    served_on: date = asked("Day it was served", "delgivet")


@order
class RegisterRectificationCase:
    """An application for rectification, as the court received it."""

    decision: str = refers("decision", "The rejection", "beslut")
    applicant: str = refers("supplier", "Who seeks rectification", "sökande")
    court: str | None = asked(
        "The court; the competent one of the authority that decided, where left out", "domstol", default=None
    )
    instance: str | None = asked("Instance", "instans", default=None)
    case_number: str = asked("Case number of the court", "målnummer")
    received_on: date = asked("Day the court received it", "inkom")


@order
class DecideRectificationCase:
    """How the court ended a case."""

    rectification_case: str = refers("rectification_case", "The case", "mål")
    outcome: RectificationOutcome = asked("How it ended", "utgång")
    decided_on: date = asked("Day it was decided", "avgjort")


STEP_OF_DECISION: Mapping[DecisionKind, str] = MappingProxyType(
    {
        DecisionKind.APPROVAL: "approve",
        DecisionKind.REJECTION: "reject",
        DecisionKind.DISMISSAL: "dismiss",
        DecisionKind.STRIKING_OFF: "strike_off",
    }
)
"""The step of an application's life cycle that each kind of decision takes."""

CYCLE_STEP: Mapping[str, str] = MappingProxyType(
    {
        "review_application": "review",
        "request_supplement": "request_supplement",
        "supplement_application": "supplement",
        "withdraw_application": "withdraw",
        "finalise_rejection": "become_final",
        "lapse_approval": "lapse",
    }
)
"""The life-cycle step of each deed that only moves an application."""


def check_decision(decided: DecideApplication) -> str:
    """The life-cycle step of a decision; refuses one that lacks what 11 and 13 §§ ask of it."""
    if decided.kind not in STEP_OF_DECISION:
        raise NotAnOutcome(
            f"{decided.kind} does not decide an application.",
            remedy=f"Give one of {', '.join(STEP_OF_DECISION)}.",
            path="kind",
        )
    rejects = decided.kind is DecisionKind.REJECTION
    if rejects and decided.ground is None:
        raise GroundMissing("A rejection names no ground.", remedy="Give the ground it has in 11 §.", path="ground")
    if not rejects and decided.ground is not None:
        raise GroundMissing(
            f"A decision of the kind {decided.kind} names the ground {decided.ground} of a rejection.",
            remedy="Leave the ground out, or reject.",
            path="ground",
        )
    if rejects and not decided.rectification_information:
        raise RectificationInformationMissing(
            "A rejection must tell how to apply for rectification (13 § lag 2023:704).",
            remedy="Put the information into the decision, then say so here.",
            path="rectification_information",
        )
    return STEP_OF_DECISION[decided.kind]


def check_order_of_days(earlier: date, later: date, what: str, path: str) -> None:
    """Refuse a day that comes before the one it follows by law; `what` says which follows which."""
    if later < earlier:
        raise DatesContradict(
            f"{what}: {later} lies before {earlier}.", remedy="Correct the earlier or the later day.", path=path
        )


def check_served_once(served_on: date | None) -> None:
    """Refuse a second service: the time for rectification runs from the first."""
    if served_on is not None:
        raise AlreadyDone(
            f"The decision was served on {served_on}.", remedy="Correct that fact if it is wrong.", path="served_on"
        )


def check_rectification(*, kind: DecisionKind, served_on: date | None, is_applicant: bool, received_on: date) -> None:
    """Refuse a case the law does not know: 17 § (only the applicant, only a rejection) and 18 § (three weeks)."""
    if kind is not DecisionKind.REJECTION:
        raise NotARejection(
            f"The decision is of the kind {kind}, and only a rejection is rectified on application (17 §).",
            remedy="Name the decision that rejected.",
            path="decision",
        )
    if not is_applicant:
        raise NotTheApplicant(
            "Only the rejected applicant may seek rectification of a rejection (17 §).",
            remedy="Name the applicant of the rejected application.",
            path="applicant",
        )
    if served_on is None:
        raise NotServed(
            "The decision has not been served, so its three weeks have not begun (18 §).",
            remedy="Record when it was served, then the case.",
            path="decision",
        )
    check_order_of_days(served_on, received_on, "The court receives a case after the decision is served", "received_on")
    if received_on > last_day_for_rectification(served_on):
        raise TooLate(
            f"The court received the case on {received_on}; the last day was {last_day_for_rectification(served_on)}, "
            "three weeks after service (18 §).",
            remedy="Check the day of service. A case that came too late is not recorded as one.",
            path="received_on",
        )


def last_day_for_rectification(served_on: date) -> date:
    """The last day on which a rejection served on `served_on` may be challenged."""
    return served_on + timedelta(days=RECTIFICATION_DAYS)


def check_final(served_on: date | None, on: date) -> None:
    """Refuse that a rejection is final before its three weeks have passed without a case."""
    if served_on is None or on <= last_day_for_rectification(served_on):
        open_until = "it has not been served" if served_on is None else str(last_day_for_rectification(served_on))
        raise TooEarly(
            f"The rejection may still be challenged on {on} (until: {open_until}).",
            remedy="Wait until three weeks after service have passed (18 §).",
            path="on",
        )
