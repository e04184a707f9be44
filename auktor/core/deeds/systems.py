"""The end of an authorisation system (14 §): nothing new is taken in, and those who wait are told."""

from datetime import date

from auktor.core.deeds.declaring import asked, order
from auktor.core.deeds.errors import AlreadyDone, DatesContradict
from auktor.core.vocabulary import SystemCode


@order
class CloseSystem:
    """A decision to close a system from a day on."""

    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    case_number: str = asked("Case number of the decision", "diarienummer")
    closed_on: date = asked("First day the system is closed", "avslutat")
    reasons: str = asked("Why it is closed; the applicants are told this", "skäl")


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
