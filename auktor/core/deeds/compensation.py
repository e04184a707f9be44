"""Compensation of suppliers: a term of their agreement, which the act says nothing of."""

from datetime import date
from decimal import Decimal

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import BadCompensation, DatesContradict
from auktor.core.vocabulary import FeeItem, RequirementsKind, SystemCode, VatTreatment


@order
class DecideCompensation:
    """What suppliers are paid for one item from a day on, as the terms have it."""

    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    terms: str = refers("requirements_version", "The terms that set it", "villkor")
    item: FeeItem = asked("What is counted", "prestation")
    amount_sek: Decimal = asked("Compensation per unit in kronor", "belopp")
    vat: VatTreatment = asked("How the amount stands to value added tax", "moms", default=VatTreatment.NOT_STATED)
    in_force_from: date = asked("First day it applies", "gäller från och med")


def check_compensation(decided_on: date, given: DecideCompensation) -> None:
    """Refuse a price below nothing, finer than the register counts, or for days that have passed."""
    if given.amount_sek < 0 or given.amount_sek != round(given.amount_sek, 4):
        raise BadCompensation(
            f"{given.amount_sek} kronor is no price per unit.",
            remedy="Give 0 or more, with at most four decimals.",
            path="amount_sek",
        )
    if given.in_force_from < decided_on:
        raise DatesContradict(
            f"The compensation would apply from {given.in_force_from}, before it is decided on {decided_on}.",
            remedy="Let it apply from a later day. What was recorded wrongly is corrected.",
            path="in_force_from",
        )


def check_terms(
    kind: RequirementsKind, system: SystemCode, applies_from: date | None, given: DecideCompensation
) -> None:
    """Refuse terms that are none, of another system, or that do not apply yet."""
    if kind is not RequirementsKind.TERMS or system is not given.system:
        raise BadCompensation(
            f"{given.terms} is not the terms of {given.system}.", remedy="Name a version of its terms.", path="terms"
        )
    if applies_from is None or given.in_force_from < applies_from:
        raise DatesContradict(
            f"The terms apply from {applies_from}, the compensation from {given.in_force_from}.",
            remedy="Let the compensation begin with the terms or later.",
            path="in_force_from",
        )


def check_newest(latest_start: date | None, given: DecideCompensation) -> None:
    """Refuse to decide for days after which something is decided already."""
    if latest_start is not None and given.in_force_from <= latest_start:
        raise DatesContradict(
            f"A compensation for {given.item} is decided from {latest_start}.",
            remedy="Let the new one begin after that, or correct the one there is.",
            path="in_force_from",
        )
