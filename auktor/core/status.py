"""Where things stand on a day, computed from their dates and never stored.

Every date is the first day of what it names, so a thing that ends on a day has ended on that day. A date that is not
known is None, and what lies before it in the life cycle is then judged by the later dates.
"""

from datetime import date

from auktor.core.vocabulary import (
    AgreementStatus,
    EndGround,
    RegulationStatus,
    RequirementsStatus,
    SupplierStatus,
    SystemStatus,
)


def agreement_status(  # noqa: PLR0913  # the dates of an agreement, given by name
    *,
    signed_by_actor_on: date | None = None,
    signed_on: date | None,
    in_force_from: date | None,
    terminated_on: date | None,
    ends_on: date | None,
    end_ground: EndGround | None,
    as_of: date,
) -> AgreementStatus:
    """An agreement's status; `signed_on` is the day both had signed, `terminated_on` the day notice was given.

    Of a public actor's, the day it signed itself may be known too.

    Notice given before the agreement is in force shows first when it is.
    """
    if _reached(ends_on, as_of):
        breach = end_ground is EndGround.CANCELLED_FOR_BREACH
        return AgreementStatus.CANCELLED if breach else AgreementStatus.ENDED
    if _reached(in_force_from, as_of):
        return AgreementStatus.TERMINATED if _reached(terminated_on, as_of) else AgreementStatus.IN_FORCE
    if _reached(signed_on, as_of):
        return AgreementStatus.CONCLUDED
    return AgreementStatus.SIGNED_BY_ACTOR if _reached(signed_by_actor_on, as_of) else AgreementStatus.DRAFT


SUPPLIER_STATUS = {
    AgreementStatus.DRAFT: SupplierStatus.APPROVED,
    AgreementStatus.SIGNED_BY_ACTOR: SupplierStatus.APPROVED,
    AgreementStatus.CONCLUDED: SupplierStatus.CONNECTED,
    AgreementStatus.IN_FORCE: SupplierStatus.CONNECTED,
    AgreementStatus.TERMINATED: SupplierStatus.TERMINATED,
    AgreementStatus.ENDED: SupplierStatus.ENDED,
    AgreementStatus.CANCELLED: SupplierStatus.CANCELLED,
}
"""A supplier's status in a system, from its agreement's. By signing it goes from approved to connected."""


def regulation_status(  # noqa: PLR0913  # the dates of a regulation, given by name
    *,
    circulated_on: date | None,
    notified_on: date | None,
    decided_on: date | None,
    promulgated_on: date | None,
    in_force_from: date | None,
    ceases_on: date | None,
    as_of: date,
) -> RegulationStatus | None:
    """A regulation's status; None where no date of it is known, for what is not known is not a draft.

    `notified_on` is the day the Commission received its draft. A draft that nobody outside has seen is not here: it is
    prepared.
    """
    milestones = (
        (ceases_on, RegulationStatus.REPEALED),
        (in_force_from, RegulationStatus.IN_FORCE),
        (promulgated_on, RegulationStatus.PROMULGATED),
        (decided_on, RegulationStatus.DECIDED),
        (notified_on, RegulationStatus.NOTIFIED_TO_EU),
        (circulated_on, RegulationStatus.CIRCULATED),
    )
    if all(day is None for day, _ in milestones):
        return None
    return next((status for day, status in milestones if _reached(day, as_of)), RegulationStatus.DRAFT)


def system_status(
    *, established_on: date | None, operation_from: date | None, closed_on: date | None, as_of: date
) -> SystemStatus:
    """An authorisation system's status; it is established when its requirements are published (6 § lag 2023:704)."""
    milestones = (
        (closed_on, SystemStatus.CLOSED),
        (operation_from, SystemStatus.IN_OPERATION),
        (established_on, SystemStatus.ESTABLISHED),
    )
    return next((status for day, status in milestones if _reached(day, as_of)), SystemStatus.PLANNED)


def requirements_status(
    *, published_on: date | None, applies_from: date | None, ceases_on: date | None, as_of: date
) -> RequirementsStatus | None:
    """The status of a version of requirements or terms; None on a day before it is published."""
    milestones = (
        (ceases_on, RequirementsStatus.CEASED),
        (applies_from, RequirementsStatus.APPLICABLE),
        (published_on, RequirementsStatus.PUBLISHED),
    )
    return next((status for day, status in milestones if _reached(day, as_of)), None)


def _reached(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of
