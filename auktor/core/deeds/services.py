"""Services of suppliers, and how suppliers are followed up."""

from datetime import date

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import AlreadyDone, BadService, DatesContradict, FindingsOpen, NoAgreement
from auktor.core.vocabulary import (
    AssuranceLevel,
    FindingSeverity,
    ReviewOutcome,
    ServiceKind,
    ServiceStatus,
    SystemCode,
    TargetGroup,
)


@order
class AddService:
    """A service of a supplier, from the day its review begins."""

    supplier: str = refers("supplier", "The contracting party", "leverantör")
    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    name: str = asked("Name of the service", "tjänstens namn")
    brand: str | None = asked("Brand the public knows it by", "varumärke", default=None)
    kind: ServiceKind = asked("E-identification or digital mailbox", "slag")
    assurance_level: AssuranceLevel | None = asked("Level of assurance", "tillitsnivå", default=None)
    non_resident: bool = asked("Whether it is issued to persons not resident", "för icke bofasta", default=False)
    quality_mark: bool = asked("Whether it bears the quality mark", "kvalitetsmärke", default=False)
    supports_signature: bool | None = asked("Whether it supports signatures", "stöd för underskrift", default=None)
    target_group: TargetGroup = asked("Whom it is for", "målgrupp")
    on: date = asked("First day of its review", "från och med")


@order
class ChangeServiceStatus:
    """A step in a service's life: connected, started, suspended, resumed, closed."""

    service: str = refers("service", "The service", "tjänst")
    status: ServiceStatus = asked("Where it stands from now on", "status")
    on: date = asked("First day it stands there", "från och med")


@order
class OpenReview:
    """A follow-up of whether a supplier still meets its agreement."""

    supplier: str = refers("supplier", "Who is reviewed", "leverantör")
    service: str | None = refers("service", "The service reviewed, where it is one", "tjänst", default=None)
    case_number: str = asked("Case number", "diarienummer")
    opened_on: date = asked("Day it was opened", "inledd")


@order
class RecordFinding:
    """Something a review found."""

    review: str = refers("review", "The review", "uppföljning")
    severity: FindingSeverity = asked("How grave it is", "allvar")
    description: str = asked("What was found", "beskrivning")
    found_on: date = asked("Day it was found", "upptäckt")
    deadline: date = asked("Last day to remedy it", "åtgärdas senast")
    public: bool = asked("Whether the finding is public", "offentlig", default=False)


@order
class RemedyFinding:
    """A finding that was put right."""

    finding: str = refers("review_finding", "The finding", "brist")
    remedied_on: date = asked("Day it was remedied", "åtgärdad")


@order
class CloseReview:
    """The end of a review."""

    review: str = refers("review", "The review", "uppföljning")
    closed_on: date = asked("Day it was closed", "avslutad")
    outcome: ReviewOutcome = asked("How it ended", "utfall")
    public_summary: str | None = asked("What of it is public", "offentlig sammanfattning", default=None)


def check_service(added: AddService) -> None:
    """Refuse a service whose kind, level and marks contradict each other."""
    identifies = added.kind is ServiceKind.E_IDENTIFICATION
    if identifies is not (added.system is SystemCode.E_IDENTIFICATION):
        raise BadService(
            f"A service of the kind {added.kind} does not belong in the system {added.system}.",
            remedy="Correct the kind or the system.",
            path="kind",
        )
    if identifies is (added.assurance_level is None):
        raise BadService(
            "An e-identification has a level of assurance, and a mailbox has none.",
            remedy="Give the level, or leave it out." if not identifies else "Give the level.",
            path="assurance_level",
        )
    if added.non_resident and added.quality_mark:
        raise BadService(
            "An e-identification for persons not resident does not bear the quality mark.",
            remedy="Leave the quality mark out.",
            path="quality_mark",
        )


def check_in_operation(status: ServiceStatus, *, has_agreement: bool, on: date) -> None:
    """Refuse to put a service in operation for which no agreement is in force on the day."""
    if status is ServiceStatus.IN_OPERATION and not has_agreement:
        raise NoAgreement(
            f"No agreement for the service is in force on {on}.",
            remedy="Sign one first, or start the service when it is in force.",
            path="on",
        )


def check_review_open(closed_on: date | None) -> None:
    """Refuse to go on with a review that is closed."""
    if closed_on is not None:
        raise AlreadyDone(f"The review was closed on {closed_on}.", remedy="Open a new review.", path="review")


def check_finding(opened_on: date, found_on: date, deadline: date) -> None:
    """Refuse a finding from before its review, or one to be remedied before it was found."""
    if found_on < opened_on:
        raise DatesContradict(
            f"The finding is of {found_on}; the review was opened on {opened_on}.",
            remedy="Correct the day of the finding.",
            path="found_on",
        )
    if deadline < found_on:
        raise DatesContradict(
            f"The finding of {found_on} would have to be remedied by {deadline}.",
            remedy="Give a later deadline.",
            path="deadline",
        )


def check_remedy(remedied_on: date | None, found_on: date, on: date) -> None:
    """Refuse to remedy a finding twice, or before it was found."""
    if remedied_on is not None:
        raise AlreadyDone(
            f"The finding was remedied on {remedied_on}.", remedy="There is nothing to do.", path="finding"
        )
    if on < found_on:
        raise DatesContradict(
            f"The finding is of {found_on} and cannot be remedied on {on}.",
            remedy="Correct the day.",
            path="remedied_on",
        )


def check_outcome(outcome: ReviewOutcome, findings: int, still_open: int) -> None:
    """Refuse an outcome that the findings contradict."""
    if outcome is ReviewOutcome.IN_ORDER and findings:
        raise FindingsOpen(
            f"The review made {findings} findings and cannot end as in added.",
            remedy="Close it as REMEDIED when they are, or as AGREEMENT_ENDED.",
            path="outcome",
        )
    if outcome is ReviewOutcome.REMEDIED and (still_open or not findings):
        raise FindingsOpen(
            f"The review made {findings} findings, and {still_open} are not remedied.",
            remedy="Record each remedy first, or close it as IN_ORDER where nothing was found.",
            path="outcome",
        )
