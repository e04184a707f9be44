"""A register small enough to write the expected files out by hand; every organisation number and name is invented.

| supplier | e-identification | digital post |
|---|---|---|
| Alfa AB | in force from 2026-01-01 | in force from 2026-02-01, notice given to 2026-12-01 |
| Beta AB | in force 2026-01-01 until 2026-06-01 | |
| Gamma AB | approved, no agreement | |
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from db import write
from db.engine import Database
from db.facts import Fact
from db.models import (
    ActorAgreement,
    AuthorisationSystem,
    FeeRule,
    FeeTier,
    ProvidingAuthority,
    PublicActor,
    Regulation,
    Service,
    Supplier,
    SupplierAgreement,
)

FIRST = date(2024, 1, 1)
START = date(2026, 1, 1)
AWKWARD = 'Rad 1,\r\nrad 2; "citat" – 1\u2028=2+3\ttab'
INVENTED = {"provenance": "EXAMPLE", "reference": "påhittat exempel"}

Described = tuple[type[Fact], str, Mapping[str, Any], date]


def _system(code: str, name_sv: str, name_en: str) -> Described:
    named = {"code": code, "name_sv": name_sv, "name_en": name_en, "authority_id": "digg"}
    return AuthorisationSystem, code, named, FIRST


def supplier(key: str, name: str, organisation_number: str) -> Described:
    facts = {"name": name, "organisation_number": organisation_number, "state_owned": False}
    return Supplier, key, {**facts, "legal_form": "LIMITED_COMPANY"}, FIRST


def agreement(key: str, supplier: str, system: str, begins: date, **more: object) -> Described:
    signed = {"signed_by_authority_on": FIRST, "signed_by_supplier_on": FIRST, "in_force_from": begins}
    return SupplierAgreement, key, {"supplier_id": supplier, "system": system, **signed, **more}, FIRST


def service(key: str, supplier: str, status: str, valid_from: date, level: str = "LEVEL_3") -> Described:
    facts = {
        "supplier_id": supplier,
        "system": "E_IDENTIFICATION",
        "kind": "E_IDENTIFICATION",
        "assurance_level": level,
    }
    more = {
        "name": f"{key}-id",
        "status": status,
        "non_resident": False,
        "quality_mark": False,
        "target_group": "PERSON",
    }
    return Service, key, facts | more, valid_from


def actor(key: str, name: str, category: str, **more: object) -> Described:
    return PublicActor, key, {"name": name, "category": category, **more}, FIRST


def actor_agreement(key: str, actor: str, begins: date, **more: object) -> Described:
    facts = {"actor_id": actor, "system": "E_IDENTIFICATION", "in_force_from": begins, **more}
    return ActorAgreement, key, facts, FIRST


def fee(key: str, item: str, begins: date, **more: object) -> Described:
    counted = {"item": item, "unit": "PER_COMPLETED_TRANSACTION", "vat": "NOT_STATED", "rounding": "öre, en gång"}
    steps = {"dimension": "NONE", "calculation": "WHOLE_VOLUME", "in_force_from": begins}
    return FeeRule, key, {"system": "E_IDENTIFICATION", **counted, **steps, **more}, FIRST


def tier(key: str, fee_rule: str, amount_sek: str, **more: object) -> Described:
    return FeeTier, key, {"fee_rule_id": fee_rule, "from_quantity": 0, "amount_sek": amount_sek, **more}, FIRST


SMALL: tuple[Described, ...] = (
    (ProvidingAuthority, "digg", {"name": "Myndigheten", "organisation_number": "202100-6883"}, FIRST),
    _system("E_IDENTIFICATION", "elektronisk identifiering", "electronic identification"),
    _system("DIGITAL_POST", "digital post", "digital post"),
    supplier("alfa", "Alfa AB, Åmål", "556000-0167"),
    supplier("beta", "Beta AB", "556000-0175"),
    supplier("gamma", "Gamma AB", "556000-0183"),
    agreement("alfa-eid", "alfa", "E_IDENTIFICATION", START),
    agreement(
        "alfa-post",
        "alfa",
        "DIGITAL_POST",
        date(2026, 2, 1),
        notice_given_on=date(2026, 6, 1),
        ends_on=date(2026, 12, 1),
        end_ground="TERMINATED_BY_SUPPLIER",
    ),
    agreement(
        "beta-eid",
        "beta",
        "E_IDENTIFICATION",
        START,
        ends_on=date(2026, 6, 1),
        end_ground="CANCELLED_FOR_BREACH",
    ),
    service("alfa-one", "alfa", "IN_OPERATION", FIRST),
    service("beta-one", "beta", "IN_OPERATION", FIRST, "LEVEL_2"),
    service("gamma-one", "gamma", "UNDER_REVIEW", FIRST),
    (
        Regulation,
        "mdffs-2025-1",
        {"title": "Föreskrifter om avgift", "kind": "BASE", "subject": "FEE", "in_force_from": START},
        FIRST,
    ),
    (Regulation, "a-draft", {"title": "Utkast", "kind": "BASE", "subject": "FEE"}, FIRST),
    fee("eid-2026", "IDENTIFICATION", START, regulation_id="mdffs-2025-1"),
    tier("eid-2026-low", "eid-2026", "0.1200", to_quantity=1_000_000),
    tier("eid-2026-high", "eid-2026", "0.1", from_quantity=1_000_000),
    actor("verket", 'Verket för "ordning", reda', "STATE_AGENCY", organisation_number="202100-6883"),
    actor("stad", "Stads kommun", "MUNICIPALITY"),
    actor_agreement("verket-eid", "verket", START),
    actor_agreement("stad-eid", "stad", date(2026, 3, 1), ends_on=date(2026, 5, 1)),
)


async def describe(database: Database, *described: Described) -> None:
    """Record descriptions in one revision; what they leave out is an invented example."""
    async with database.writing() as connection:
        await _record(connection, described)


async def _record(connection: AsyncConnection, described: tuple[Described, ...]) -> None:
    stamp = await write.begin(connection)
    for model, key, facts, valid_from in described:
        await write.record(connection, stamp, model, key, {**INVENTED, **facts}, valid_from=valid_from)
