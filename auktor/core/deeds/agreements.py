"""Agreements with suppliers and with public actors: signed, extended, terminated, cancelled."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import (
    DatesContradict,
    NoApproval,
    NotAnOutcome,
    SecondAgreement,
    StartTooEarly,
    SystemClosed,
    SystemNotEstablished,
)
from auktor.core.periods import Period
from auktor.core.starts import StartRule, earliest_start
from auktor.core.vocabulary import EndGround, LegacySchemeCode, SystemCode


@order
class SignSupplierAgreement:
    """An agreement with an approved supplier, signed by both (15 §)."""

    supplier: str = refers("supplier", "The contracting party", "leverantör")
    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    agreement_number: str = asked("Number of the agreement", "avtalsnummer")
    signed_by_authority_on: date = asked("Day the authority signed", "undertecknat av myndigheten")
    signed_by_supplier_on: date = asked("Day the supplier signed", "undertecknat av leverantören")
    in_force_from: date = asked("First day in force", "gäller från och med")
    ends_on: date | None = asked("First day no longer in force, where a term is agreed", "upphör", default=None)
    requirements_version: str | None = refers(
        "requirements_version", "The terms it is signed on", "avtalsvillkor", default=None
    )
    services: tuple[str, ...] = refers("service", "The services it covers", "tjänster", default=())

    @property
    def signed_on(self) -> date:
        """The day the last of the two signed."""
        return max(self.signed_by_authority_on, self.signed_by_supplier_on)


@order
class ExtendSupplierAgreement:
    """A later end, or none, for an agreement that has a term."""

    agreement: str = refers("supplier_agreement", "The agreement", "avtal")
    on: date = asked("Day the extension was agreed", "dag")
    ends_on: date | None = asked("New first day no longer in force; none for until further notice", "upphör")


@order
class TerminateSupplierAgreement:
    """Notice of termination; the agreement holds until its end."""

    agreement: str = refers("supplier_agreement", "The agreement", "avtal")
    notice_given_on: date = asked("Day notice was given", "uppsagt")
    ends_on: date = asked("First day no longer in force", "upphör")
    end_ground: EndGround = asked("Why it ends", "upphörandegrund")


@order
class CancelSupplierAgreement:
    """Cancellation for breach: the agreement ends on the day itself."""

    agreement: str = refers("supplier_agreement", "The agreement", "avtal")
    cancelled_on: date = asked("First day no longer in force", "hävt")


@order
class SignActorAgreement:
    """An agreement with a public actor; without a first day, it starts as early as the start rules allow."""

    actor: str = refers("public_actor", "The public actor", "offentlig aktör")
    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    agreement_number: str | None = asked("Number of the agreement", "avtalsnummer", default=None)
    signed_by_actor_on: date | None = asked(
        "Day the actor signed, where it is known", "undertecknat av aktören", default=None
    )
    signed_on: date = asked("Day it was signed by both", "undertecknat")
    in_force_from: date | None = asked("First day in force", "gäller från och med", default=None)
    requirements_version: str | None = refers(
        "requirements_version", "The terms it is signed on", "avtalsvillkor", default=None
    )
    previous_scheme: LegacySchemeCode | None = asked(
        "Older scheme the actor comes from", "tidigare regim", default=None
    )


@order
class ConcludeActorAgreement:
    """An agreement as a public actor signed it; the day of the decision is the day the authority signs."""

    actor: str = refers("public_actor", "The public actor", "offentlig aktör")
    system: SystemCode = asked("Authorisation system", "auktorisationssystem")
    agreement_number: str | None = asked("Number of the agreement", "avtalsnummer", default=None)
    signed_by_actor_on: date = asked("Day the actor signed", "undertecknat av aktören")
    in_force_from: date | None = asked("First day in force", "gäller från och med", default=None)
    requirements_version: str | None = refers(
        "requirements_version", "The terms it is signed on", "avtalsvillkor", default=None
    )
    previous_scheme: LegacySchemeCode | None = asked(
        "Older scheme the actor comes from", "tidigare regim", default=None
    )

    def concluded(self, on: date) -> SignActorAgreement:
        """The agreement signed by both when the authority signs on a day."""
        return SignActorAgreement(
            actor=self.actor,
            system=self.system,
            agreement_number=self.agreement_number,
            signed_by_actor_on=self.signed_by_actor_on,
            signed_on=on,
            in_force_from=self.in_force_from,
            requirements_version=self.requirements_version,
            previous_scheme=self.previous_scheme,
        )


@order
class TerminateActorAgreement:
    """Notice of termination of a public actor's agreement."""

    agreement: str = refers("actor_agreement", "The agreement", "avtal")
    notice_given_on: date = asked("Day notice was given", "uppsagt")
    ends_on: date = asked("First day no longer in force", "upphör")
    end_ground: EndGround = asked("Why it ends", "upphörandegrund")


@order
class CancelActorAgreement:
    """Cancellation of a public actor's agreement for breach: it ends on the day itself."""

    agreement: str = refers("actor_agreement", "The agreement", "avtal")
    cancelled_on: date = asked("First day no longer in force", "hävt")


GROUNDS_OF_NOTICE: Mapping[str, frozenset[EndGround]] = MappingProxyType(
    {
        "supplier_agreement": frozenset({EndGround.TERMINATED_BY_SUPPLIER, EndGround.TERMINATED_BY_AUTHORITY}),
        "actor_agreement": frozenset({EndGround.TERMINATED_BY_ACTOR, EndGround.TERMINATED_BY_AUTHORITY}),
    }
)
"""The grounds that notice can have, by kind of agreement."""


def check_open(established_on: date | None, closed_on: date | None, on: date) -> None:
    """Refuse a day on which the system is closed, or known not to be established yet (8 and 14 §§)."""
    if closed_on is not None and closed_on <= on:
        raise SystemClosed(
            f"The system was closed on {closed_on}.", remedy="Nothing new is taken in after that.", path="system"
        )
    if established_on is not None and on < established_on:
        raise SystemNotEstablished(
            f"The system was not established before {established_on}.",
            remedy="Check the day; one may apply from the day of establishment (8 §).",
            path="system",
        )


def check_approved(approved_on: date | None, signed_on: date) -> None:
    """Refuse an agreement without an approval in effect on the day of signing; `approved_on` is None without one."""
    if approved_on is None or signed_on < approved_on:
        told = "has no approval in effect" if approved_on is None else f"was approved on {approved_on}"
        raise NoApproval(
            f"The supplier {told} in the system, and the agreement was signed on {signed_on} (15 §).",
            remedy="Approve an application first, or correct the day of signing.",
            path="supplier",
        )


def check_only_agreement(new: Period, others: Iterable[Period]) -> None:
    """Refuse a second agreement for days that have one."""
    for other in others:
        if new.overlaps(other):
            raise SecondAgreement(
                f"An agreement for the same system is in force {other}.",
                remedy="End it first, or let the new one begin when it ends.",
                path="in_force_from",
            )


def check_term(signed_on: date, in_force_from: date, ends_on: date | None) -> None:
    """Refuse an agreement that begins before it is signed, or ends before it begins."""
    if in_force_from < signed_on:
        raise DatesContradict(
            f"The agreement would be in force from {in_force_from}, before it was signed on {signed_on}.",
            remedy="Let it begin on the day of signing or later.",
            path="in_force_from",
        )
    if ends_on is not None and ends_on <= in_force_from:
        raise DatesContradict(
            f"The agreement would end on {ends_on}, before a day of it has passed (it begins {in_force_from}).",
            remedy="Give the first day it is no longer in force.",
            path="ends_on",
        )


def check_signatures(signed_by_actor_on: date | None, signed_on: date) -> None:
    """Refuse an agreement signed by both before the actor had signed."""
    if signed_by_actor_on is not None and signed_on < signed_by_actor_on:
        raise DatesContradict(
            f"The actor signed on {signed_by_actor_on}; both cannot have signed on {signed_on}.",
            remedy="Check the two days.",
            path="signed_by_actor_on",
        )


def check_within_system(closed_on: date | None, ends_on: date | None) -> None:
    """Refuse an agreement that would outlast its system, where the day that closes is decided (14 §)."""
    if closed_on is not None and (ends_on is None or closed_on < ends_on):
        until = f"until {ends_on}" if ends_on else "on"
        raise DatesContradict(
            f"The system closes on {closed_on}, and the agreement would hold {until}.",
            remedy=f"Let it end on {closed_on} or earlier.",
            path="ends_on",
        )


def check_no_longer(present_end: date | None, ends_on: date) -> None:
    """Refuse notice that would let an agreement hold longer than it does."""
    if present_end is not None and present_end < ends_on:
        raise DatesContradict(
            f"The agreement ends on {present_end}; by this notice it would hold until {ends_on}.",
            remedy="Give notice to that day or an earlier one, or extend the agreement.",
            path="ends_on",
        )


def check_notice(table: str, ground: EndGround, notice_given_on: date, ends_on: date) -> None:
    """Refuse notice on a ground it cannot have, or to a day before it is given."""
    if ground not in GROUNDS_OF_NOTICE[table]:
        raise NotAnOutcome(
            f"{ground} is no ground of notice.",
            remedy=f"Give one of {', '.join(sorted(GROUNDS_OF_NOTICE[table]))}.",
            path="end_ground",
        )
    if ends_on <= notice_given_on:
        raise DatesContradict(
            f"The agreement would end on {ends_on}; notice was given on {notice_given_on}.",
            remedy="Let it end after the day of notice.",
            path="ends_on",
        )


def check_extension(present_end: date | None, new_end: date | None) -> None:
    """Refuse an extension that does not extend."""
    if present_end is None or (new_end is not None and new_end <= present_end):
        told = "has no end" if present_end is None else f"ends on {present_end}"
        raise DatesContradict(
            f"The agreement {told}; {new_end or 'no end'} is no extension.", remedy="Give a later end.", path="ends_on"
        )


def start_of(signed_on: date, wanted: date | None, rules: Iterable[StartRule]) -> date:
    """The first day under an actor's agreement: `wanted`, or the earliest; refuses one the start rules do not allow.

    Without rules (digital post has none) the day must be given.
    """
    known = tuple(rules)
    if not known:
        if wanted is None:
            raise StartTooEarly(
                "No rule says when the service starts in this system.",
                remedy="Give the first day in force.",
                path="in_force_from",
            )
        return wanted
    earliest = earliest_start(signed_on, known)
    start = wanted or earliest
    if start < earliest or start.day != 1:
        raise StartTooEarly(
            f"An agreement signed on {signed_on} cannot start on {start}.",
            remedy=f"Let it start on {earliest}, or on the first of a later month.",
            path="in_force_from",
        )
    return start
