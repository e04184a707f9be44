"""Invented suppliers, one for each thing that can become of a supplier, with their services and agreements."""

from dataclasses import dataclass

from invented_numbers import organisation_number
from writing import Row

E_ID = "E_IDENTIFICATION"
POST = "DIGITAL_POST"
BEGINS = "2024-01-01"
E_ID_TERMS = "exempelvillkor-e-identifiering-1"
POST_TERMS = "exempelvillkor-digital-post-1"


@dataclass(frozen=True, slots=True)
class Company:
    """One supplier: key, name and, where it is not a Swedish limited company, what it is instead."""

    key: str
    name: str
    legal_form: str = "LIMITED_COMPANY"
    foreign: tuple[str, str] | None = None


COMPANIES = (
    Company("exempel-id", "Exempel-ID AB (påhittat)"),
    Company("pahittade-legitimationer", "Påhittade Legitimationer AB (exempel)"),
    Company("exempelkort", "Exempelkort AB (påhittat)"),
    Company("nordexempel", "Nordexempel Identitet AB (påhittat)"),
    Company("bristexempel", "Bristexempel AB (påhittat)"),
    Company("flyttexempel", "Flyttexempel AB (påhittat)"),
    Company("overtagarexempel", "Övertagarexempel AB (påhittat)"),
    Company("framtidsexempel", "Framtidsexempel AB (påhittat)"),
    Company("utlandsexempel", "Utlandsexempel Oy (påhittat)", "FOREIGN", ("FI", "EXEMPEL-1")),
    Company("exempelbrevladan", "Exempelbrevlådan AB (påhittat)"),
    Company("postexempel", "Postexempel AB (påhittat)"),
    Company("exempelpost", "Exempelpost ekonomisk förening (påhittad)", "ECONOMIC_ASSOCIATION"),
    Company("sokandeexempel", "Sökandeexempel AB (påhittat)"),
    Company("avslagsexempel", "Avslagsexempel AB (påhittat)"),
    Company("rattelseexempel", "Rättelseexempel AB (påhittat)"),
)


@dataclass(frozen=True, slots=True)
class Identity:
    """One e-identification: its statuses with their first days, its level, and what else sets it apart."""

    key: str
    name: str
    supplier: str
    level: int
    statuses: tuple[tuple[str, str], ...]
    signs: bool = True
    non_resident: bool = False
    eidas_level: str | None = None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One digital mailbox: whom it is for, and its statuses with their first days."""

    key: str
    name: str
    supplier: str
    target_group: str
    statuses: tuple[tuple[str, str], ...]


REVIEWED = ("UNDER_REVIEW", BEGINS)
CONNECTED = ("TECHNICALLY_CONNECTED", "2025-10-01")
OPEN = ("IN_OPERATION", "2026-01-01")

IDENTITIES = (
    Identity("exempel-id", "Exempel-ID", "exempel-id", 3, (REVIEWED, CONNECTED, OPEN), eidas_level="SUBSTANTIAL"),
    Identity("exempel-id-kort", "Exempel-ID Kort", "exempel-id", 4, (REVIEWED, CONNECTED, OPEN), eidas_level="HIGH"),
    Identity(
        "pahitt-mobil",
        "Påhitt Mobil (exempel)",
        "pahittade-legitimationer",
        2,
        (REVIEWED, CONNECTED, OPEN, ("SUSPENDED", "2026-04-10"), ("IN_OPERATION", "2026-05-05")),
        signs=False,
    ),
    Identity("exempelkort", "Exempelkort", "exempelkort", 4, (REVIEWED, CONNECTED, OPEN, ("SUSPENDED", "2026-10-15"))),
    Identity("nordexempel", "Nordexempel", "nordexempel", 3, (REVIEWED, CONNECTED, OPEN, ("CLOSED", "2026-07-01"))),
    Identity(
        "bristexempel",
        "Bristexempel",
        "bristexempel",
        3,
        (REVIEWED, CONNECTED, OPEN, ("SUSPENDED", "2026-06-20"), ("CLOSED", "2026-08-15")),
    ),
    Identity("flyttexempel", "Flyttexempel", "flyttexempel", 3, (REVIEWED, CONNECTED, OPEN)),
    Identity(
        "framtidsexempel",
        "Framtidsexempel",
        "framtidsexempel",
        3,
        (("UNDER_REVIEW", "2026-06-01"), ("TECHNICALLY_CONNECTED", "2026-11-10")),
    ),
    Identity(
        "utlandsexempel",
        "Utlandsexempel",
        "utlandsexempel",
        2,
        (REVIEWED, CONNECTED, OPEN),
        signs=False,
        non_resident=True,
        eidas_level="LOW",
    ),
    Identity("sokandeexempel", "Sökandeexempel", "sokandeexempel", 3, (("UNDER_REVIEW", "2026-09-14"),)),
)
POST_OPEN = (("UNDER_REVIEW", BEGINS), ("TECHNICALLY_CONNECTED", "2026-05-01"), ("IN_OPERATION", "2026-07-01"))
MAILBOXES = (
    Mailbox("exempelbrevladan", "Exempelbrevlådan", "exempelbrevladan", "PERSON", POST_OPEN),
    Mailbox("postexempel-foretag", "Postexempel Företag", "postexempel", "COMPANY", POST_OPEN),
    Mailbox("exempelpost", "Exempelpost", "exempelpost", "PERSON_AND_COMPANY", POST_OPEN),
)
# The service that goes over to another supplier together with its agreement.
MOVED_SERVICE, MOVED_TO, MOVED_ON = "flyttexempel", "overtagarexempel", "2026-05-01"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement; `ends` is the day its end was settled, the first day no longer in force, and the ground."""

    supplier: str
    system: str
    signed_on: str
    in_force_from: str
    services: tuple[str, ...]
    ends: tuple[str, str, str] | None = None

    @property
    def key(self) -> str:
        """The supplier's key and the system it is for."""
        return f"{self.supplier}-{self.system.lower().replace('_', '-')}"


AGREEMENTS = (
    Agreement("exempel-id", E_ID, "2025-10-01", "2026-01-01", ("exempel-id", "exempel-id-kort")),
    Agreement("pahittade-legitimationer", E_ID, "2025-10-15", "2026-01-01", ("pahitt-mobil",)),
    Agreement(
        "exempelkort",
        E_ID,
        "2025-11-03",
        "2026-01-01",
        ("exempelkort",),
        ("2026-09-01", "2027-01-01", "TERMINATED_BY_SUPPLIER"),
    ),
    Agreement(
        "nordexempel",
        E_ID,
        "2025-11-10",
        "2026-01-01",
        ("nordexempel",),
        ("2026-03-02", "2026-07-01", "TERM_EXPIRED"),
    ),
    Agreement(
        "bristexempel",
        E_ID,
        "2025-11-12",
        "2026-01-01",
        ("bristexempel",),
        ("2026-08-15", "2026-08-15", "CANCELLED_FOR_BREACH"),
    ),
    Agreement(
        "flyttexempel", E_ID, "2025-11-20", "2026-01-01", (MOVED_SERVICE,), ("2026-04-01", MOVED_ON, "TRANSFERRED")
    ),
    Agreement(MOVED_TO, E_ID, "2026-04-20", MOVED_ON, (MOVED_SERVICE,)),
    Agreement("framtidsexempel", E_ID, "2026-11-02", "2027-01-01", ("framtidsexempel",)),
    Agreement("utlandsexempel", E_ID, "2025-11-25", "2026-01-01", ("utlandsexempel",)),
    Agreement("exempelbrevladan", POST, "2026-05-20", "2026-07-01", ("exempelbrevladan",)),
    Agreement("postexempel", POST, "2026-05-21", "2026-07-01", ("postexempel-foretag",)),
    Agreement("exempelpost", POST, "2026-06-08", "2026-07-01", ("exempelpost",)),
)


def suppliers() -> list[Row]:
    """Every invented supplier, applicants without an agreement included."""
    return [_supplier(number, company) for number, company in enumerate(COMPANIES)]


def _supplier(number: int, company: Company) -> Row:
    country, identifier = company.foreign or (None, None)
    return {
        "key": company.key,
        "valid_from": BEGINS,
        "organisation_number": None if company.foreign else organisation_number(number),
        "foreign_country": country,
        "foreign_identifier": identifier,
        "name": company.name,
        "legal_form": company.legal_form,
        "state_owned": False,
        "relied_capacity": "Exempelkapacitet AB (påhittat)" if company.key == "pahittade-legitimationer" else None,
    }


def services() -> list[Row]:
    """Every invented service, a version for each status it has had."""
    histories = [_history(_identity(each), each.statuses) for each in IDENTITIES]
    histories += [_history(_mailbox(each), each.statuses) for each in MAILBOXES]
    return [version for history in histories for version in history]


def _history(service: Row, statuses: tuple[tuple[str, str], ...]) -> list[Row]:
    """A version for each status; the service that moves has one more, under its new supplier."""
    changes: list[tuple[str, Row]] = [(day, {"status": status}) for status, day in statuses]
    if service["key"] == MOVED_SERVICE:
        changes.append((MOVED_ON, {"status": "IN_OPERATION", "supplier": MOVED_TO}))
    ends = [day for day, _ in changes[1:]] + [None]
    return [
        {**service, **change, "valid_from": day, "valid_to": end}
        for (day, change), end in zip(changes, ends, strict=True)
    ]


def _identity(identity: Identity) -> Row:
    return {
        "key": identity.key,
        "supplier": identity.supplier,
        "system": E_ID,
        "name": f"{identity.name} (påhittad tjänst)",
        "brand": identity.name,
        "kind": "E_IDENTIFICATION",
        "assurance_level": f"LEVEL_{identity.level}",
        "assurance_decided_on": "2023-12-01",
        "assurance_valid_until": "2028-12-01",
        "eidas_notification": "NOTIFIED" if identity.eidas_level else "NO",
        "eidas_level": identity.eidas_level,
        "non_resident": identity.non_resident,
        "quality_mark": not identity.non_resident,
        "supports_signature": identity.signs,
        "supports_id_exchange": identity.key == "exempel-id",
        "target_group": "PERSON",
    }


def _mailbox(mailbox: Mailbox) -> Row:
    return {
        "key": mailbox.key,
        "supplier": mailbox.supplier,
        "system": POST,
        "name": f"{mailbox.name} (påhittad tjänst)",
        "brand": mailbox.name,
        "kind": "DIGITAL_MAILBOX",
        "non_resident": False,
        "quality_mark": False,
        "target_group": mailbox.target_group,
    }


def supplier_agreements() -> list[Row]:
    """Every invented supplier agreement; one that ends has a second version from the day its end was settled."""
    return [version for number, each in enumerate(AGREEMENTS, 1) for version in _agreement_versions(number, each)]


def _agreement_versions(number: int, agreement: Agreement) -> list[Row]:
    signed: Row = {
        "key": agreement.key,
        "valid_from": agreement.signed_on,
        "supplier": agreement.supplier,
        "system": agreement.system,
        "agreement_number": f"Exempelavtal {number}",
        "requirements_version": E_ID_TERMS if agreement.system == E_ID else POST_TERMS,
        "signed_by_authority_on": agreement.signed_on,
        "signed_by_supplier_on": agreement.signed_on,
        "in_force_from": agreement.in_force_from,
    }
    if agreement.ends is None:
        return [signed]
    settled_on, ends_on, ground = agreement.ends
    return ended(signed, settled_on, ends_on, ground)


def ended(agreement: Row, settled_on: str, ends_on: str, ground: str) -> list[Row]:
    """The two versions of an agreement whose end was settled on a day: until then, and from then on.

    Notice is given of a termination only: a term that is out, a transfer and a breach end an agreement without it.
    """
    notice = settled_on if ground.startswith("TERMINATED_BY") else None
    end: Row = {"valid_from": settled_on, "notice_given_on": notice, "ends_on": ends_on, "end_ground": ground}
    return [{**agreement, "valid_to": settled_on}, {**agreement, **end}]


def agreement_services() -> list[Row]:
    """Which services each agreement covers."""
    return [
        {"key": f"{each.key}-{service}", "valid_from": each.signed_on, "agreement": each.key, "service": service}
        for each in AGREEMENTS
        for service in each.services
    ]
