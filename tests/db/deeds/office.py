"""An office to do deeds in: a register that holds the systems and their rules, and people with roles."""

from datetime import date
from typing import Any

import msgspec

from auktor.core.deeds.table import DEEDS
from auktor.core.roles import Role
from db.deeds import Commission, Done, Outcome, Prepared, Refusal, perform
from db.engine import Database, rows
from db.facts import NOUNS, table_of
from db.models import (
    AuditEntry,
    AuthorisationSystem,
    LegacyConnection,
    LegacyScheme,
    ObligationRule,
    ProvidingAuthority,
    StartRule,
)
from db.visibility import Viewer
from tests.publish.small_register import Described, describe

ACT = date(2024, 1, 1)
TODAY = date(2026, 11, 23)
CLARA = Viewer(Role.CASE_OFFICER, None, "clara")
DAVID = Viewer(Role.DECISION_MAKER, None, "david")


def _system(code: str, operation_from: date | None, closed_on: date | None = None) -> Described:
    named = {"code": code, "name_sv": code, "name_en": code, "authority_id": "digg"}
    return (
        AuthorisationSystem,
        code,
        {**named, "established_on": ACT, "operation_from": operation_from, "closed_on": closed_on},
        ACT,
    )


def _start(key: str, signed_from: date, signed_to: date | None, earliest: date) -> Described:
    facts = {"system": "E_IDENTIFICATION", "signed_from": signed_from, "signed_to": signed_to}
    return StartRule, key, {**facts, "earliest_start": earliest, "first_of_month": True}, ACT


GROUND: tuple[Described, ...] = (
    (
        ProvidingAuthority,
        "digg",
        {"name": "Myndigheten", "organisation_number": "202100-6883", "competent_court": "Förvaltningsrätten"},
        ACT,
    ),
    _system("E_IDENTIFICATION", date(2026, 1, 1)),
    _system("DIGITAL_POST", None, date(2026, 6, 1)),
    _start("start-1", ACT, date(2025, 12, 1), date(2026, 1, 1)),
    _start("start-2", date(2025, 12, 1), None, date(2026, 2, 1)),
    (
        ObligationRule,
        "rule-3",
        {
            "system": "E_IDENTIFICATION",
            "title_sv": "3 §",
            "title_en": "Section 3",
            "proposed": False,
            "in_force_from": date(2025, 1, 1),
        },
        ACT,
    ),
    (
        LegacyScheme,
        "VFS_2017",
        {"code": "VFS_2017", "system": "E_IDENTIFICATION", "name_sv": "Valfrihet", "name_en": "Choice"},
        ACT,
    ),
)


class Office:
    """People who do deeds in one register; every deed answers as the API would."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def ground(self) -> None:
        await describe(
            self.database, *((model, key, {"provenance": "OFFICIAL", **facts}, on) for model, key, facts, on in GROUND)
        )

    async def ask(  # noqa: PLR0913 -- the parts of a commission
        self,
        name: str,
        viewer: Viewer,
        order: dict[str, Any],
        *,
        on: date = TODAY,
        prepares: bool = False,
        client_mutation_id: str | None = None,
        expected_version: int | None = None,
    ) -> Outcome:
        """Ask for a deed; the order's values as JSON has them."""
        deed = DEEDS[name]
        asked = msgspec.convert(order, deed.order)
        ids = {"client_mutation_id": client_mutation_id, "expected_version": expected_version}
        return await perform(self.database, Commission(deed, viewer, on, asked, prepares=prepares, **ids))

    async def do(self, name: str, viewer: Viewer = CLARA, /, **order: object) -> str:
        """Do a deed that must succeed; the key of what it changed."""
        outcome = await self.ask(name, viewer, order)
        assert isinstance(outcome, Done), outcome
        return outcome.key

    async def refused(self, name: str, viewer: Viewer = CLARA, /, **order: object) -> str:
        """Ask for a deed that must be refused; the code of the refusal."""
        outcome = await self.ask(name, viewer, order)
        assert isinstance(outcome, Refusal), outcome
        return outcome.code

    async def decide(self, name: str, on: str, /, **order: object) -> Outcome:
        """Prepare a deed as Clara and decide it as David."""
        prepared = await self.ask(name, CLARA, order, prepares=True, on=date.fromisoformat(on))
        if not isinstance(prepared, Prepared):
            return prepared
        return await self.take(name, prepared.number, DAVID, on)

    async def take(self, name: str, preparation: int, viewer: Viewer, on: str) -> Outcome:
        """Decide what was prepared."""
        deed = DEEDS[name]
        return await perform(self.database, Commission(deed, viewer, date.fromisoformat(on), preparation=preparation))

    async def now(self, table: str, key: str) -> dict[str, Any]:
        """The newest description of an object."""
        model = NOUNS[table]
        facts, identity = table_of(model), table_of(model).metadata.tables[f"{table}_identity"]
        query = facts.select().join(identity, identity.c.id == facts.c.id)
        async with self.database.reading() as connection:
            found = await rows(
                connection,
                query.where(identity.c.key == key, facts.c.recorded_to.is_(None), facts.c.valid_to.is_(None)),
            )
        return dict(found[0])

    async def log(self) -> list[dict[str, Any]]:
        """The audit log, oldest first."""
        table = AuditEntry.__table__  # type: ignore[attr-defined]
        async with self.database.reading() as connection:
            return [dict(row) for row in await rows(connection, table.select().order_by(table.c.sequence))]

    # What most stories begin with.

    async def supplier(self, name: str = "Nya Legitimationer", number: str = "556000-0167") -> str:
        return await self.do(
            "register_supplier", name=name, organisation_number=number, legal_form="LIMITED_COMPANY", on="2025-03-01"
        )

    async def application(self, supplier: str, case: str = "2025-1", **more: object) -> str:
        """An application under review."""
        order = {"case_number": case, "supplier": supplier, "system": "E_IDENTIFICATION", "received_on": "2025-03-10"}
        key = await self.do("register_application", **{**order, **more})
        await self.do("review_application", application=key, on="2025-03-12")
        return key

    async def decision(self, application: str, kind: str, on: str = "2025-04-10", **more: object) -> Outcome:
        rejection = {"ground": "REQUIREMENTS_NOT_MET", "rectification_information": True} if kind == "REJECTION" else {}
        order = {"application": application, "case_number": f"B {application}", "kind": kind, "reasons": "Skälen."}
        return await self.decide("decide_application", on, **{**order, **rejection, **more})

    async def approved(self, name: str = "Nya Legitimationer", number: str = "556000-0167") -> str:
        """A supplier whose application is approved on 2025-04-10."""
        supplier = await self.supplier(name, number)
        outcome = await self.decision(await self.application(supplier, f"A {supplier}"), "APPROVAL")
        assert isinstance(outcome, Done), outcome
        return supplier

    async def agreement(self, supplier: str, **more: object) -> str:
        return await self.do("sign_supplier_agreement", DAVID, **{**agreement_of(supplier), **more})

    async def connection(self, actor: str) -> str:
        """A participant of the scheme of 2017."""
        facts = {"scheme": "VFS_2017", "actor_id": actor, "connected_from": date(2024, 2, 1)}
        await describe(
            self.database, (LegacyConnection, f"vfs-{actor}", {"provenance": "OFFICIAL", **facts}, date(2025, 6, 1))
        )
        return f"vfs-{actor}"

    async def agency(self, name: str = "Nya verket", **more: object) -> str:
        order = {"name": name, "category": "STATE_AGENCY", "under_government": True, "on": "2025-01-01"}
        return await self.do("register_public_actor", **{**order, **more})

    async def obliged(self, actor: str) -> None:
        await self.do(
            "assess_obligation",
            actor=actor,
            rule="rule-3",
            outcome="OBLIGED",
            requires_e_identification=True,
            ground_sv="Kräver e-legitimation.",
            ground_en="Requires e-identification.",
            on="2025-02-01",
        )


def agreement_of(supplier: str) -> dict[str, Any]:
    return {
        "supplier": supplier,
        "system": "E_IDENTIFICATION",
        "agreement_number": "A 1",
        "signed_by_authority_on": "2025-05-02",
        "signed_by_supplier_on": "2025-05-01",
        "in_force_from": "2026-01-01",
    }
