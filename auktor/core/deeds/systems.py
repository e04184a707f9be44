"""An authorisation system from its establishment by publication (6 §) to its end (14 §)."""

from collections.abc import Iterable
from datetime import date

from auktor.core.deeds.declaring import asked, order
from auktor.core.deeds.errors import AlreadyDone, DatesContradict, NotPublished
from auktor.core.vocabulary import RequirementsKind, SystemCode


@order
class EstablishSystem:
    """The establishment of a system, by the publication of its requirements and terms."""

    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    established_on: date = asked("Day its requirements are published", "inrättat")


@order
class StartSystem:
    """The start of a system: from then on its services are used."""

    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    operation_from: date = asked("First day of operation", "i drift från och med")


@order
class CloseSystem:
    """A decision to close a system from a day on."""

    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    case_number: str = asked("Case number of the decision", "diarienummer")
    closed_on: date = asked("First day the system is closed", "avslutat")
    reasons: str = asked("Why it is closed; the applicants are told this", "skäl")


def check_establishment(decided_on: date, established_on: date, published: Iterable[RequirementsKind]) -> None:
    """Refuse to establish a system before that is decided, or without what 6 § says must be published by then."""
    if established_on < decided_on:
        raise DatesContradict(
            f"The system would be established on {established_on}, before it is decided on {decided_on}.",
            remedy="Establish it on the day of the decision or later.",
            path="established_on",
        )
    missing = sorted({RequirementsKind.APPROVAL_REQUIREMENTS, RequirementsKind.TERMS} - set(published))
    if missing:
        raise NotPublished(
            f"The system has no published {' and '.join(RequirementsKind(kind).en for kind in missing)} on "
            f"{established_on} (6 §).",
            remedy="Publish them first, with publishRequirementsVersion.",
            path="established_on",
        )


def check_start(decided_on: date, operation_from: date, present_start: date | None) -> None:
    """Refuse to start a system twice, or before it is decided."""
    if present_start is not None:
        raise AlreadyDone(
            f"The system is in operation from {present_start}.",
            remedy="Correct that fact if it is wrong.",
            path="system",
        )
    if operation_from < decided_on:
        raise DatesContradict(
            f"The system would be in operation from {operation_from}, before it is decided on {decided_on}.",
            remedy="Start it on the day of the decision or later.",
            path="operation_from",
        )


def check_closing(decided_on: date, closed_on: date, present_end: date | None) -> None:
    """Refuse to close a system twice, or before it is decided."""
    if present_end is not None:
        raise AlreadyDone(
            f"The system closes on {present_end}.", remedy="Correct that fact if it is wrong.", path="system"
        )
    if closed_on < decided_on:
        raise DatesContradict(
            f"The system would be closed on {closed_on}, before it is decided on {decided_on}.",
            remedy="Close it on the day of the decision or later.",
            path="closed_on",
        )


def check_agreement_begun(agreement: str, in_force_from: date, closed_on: date) -> None:
    """Refuse to close a system in which an agreement would then never have been in force."""
    if closed_on <= in_force_from:
        raise DatesContradict(
            f"The agreement {agreement} begins on {in_force_from}; the system would be closed on {closed_on}.",
            remedy="Correct that agreement first, or close the system later.",
            path="closed_on",
        )
