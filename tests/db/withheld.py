"""Rows that not everybody may see, one's own and others', and who asks.

| | alfa (supplier) | beta (supplier) | verket (public actor) | stad (public actor) |
|---|---|---|---|---|
| application | one | one | | |
| review, finding | one each, not public | one each, both public | | |
| decision | served, and one not yet served | served | served, on an exemption | served, on an exemption |
| rectification case | one | one | | |
| monthly volume | | | 11 | 22 |
"""

from datetime import date
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import SQLModel

from auktor.core.moment import Moment
from auktor.core.roles import Role
from db import write
from db.audit import Deed, audit
from db.engine import Database, rows
from db.facts import NOUNS, Fact
from db.load import load
from db.models import (
    Application,
    Decision,
    Exemption,
    MonthlyVolume,
    RectificationCase,
    Review,
    ReviewFinding,
)
from db.visibility import ANYONE, Viewer
from tests.publish.small_register import Described, actor, agreement, describe, service, supplier

DAY = date(2026, 6, 1)
JUNE = Moment(DAY)
RECEIVED, DECIDED = date(2026, 2, 2), date(2026, 3, 2)

ALFA = Viewer(Role.SUPPLIER, "alfa", "a")
VERKET = Viewer(Role.AGENCY, "verket", "v")
STAFF = {role: Viewer(role, None, "s") for role in (Role.CASE_OFFICER, Role.DECISION_MAKER, Role.AUDITOR, Role.ADMIN)}
STRANGERS = {
    "anonymous": ANYONE,
    "publisher": Viewer(Role.PUBLISHER, None, "p"),
    "supplier of nothing": Viewer(Role.SUPPLIER, None, "s"),
    "supplier that is not there": Viewer(Role.SUPPLIER, "nobody", "s"),
    "supplier with the key of a public actor": Viewer(Role.SUPPLIER, "verket", "s"),
    "public actor with the key of a supplier": Viewer(Role.AGENCY, "alfa", "v"),
    "publisher with the key of a supplier": Viewer(Role.PUBLISHER, "alfa", "p"),
}
VIEWERS = {"alfa": ALFA, "verket": VERKET, **{str(role): viewer for role, viewer in STAFF.items()}, **STRANGERS}
APPLICANTS = {"avslagsexempel", "rattelseexempel", "sokandeexempel", "gamma", "gamma-legitimation"}
OWN = {
    ("alfa", "application"): {"alfa-ansokan"},
    ("alfa", "decision"): {"alfa-beslut"},
    ("alfa", "rectification_case"): {"alfa-mal"},
    ("alfa", "review"): {"alfa-granskning"},
    ("alfa", "review_finding"): {"alfa-brist"},
    ("verket", "decision"): {"verket-beslut"},
}
PUBLIC = {
    "review": {"beta-granskning", "uppfoljning-exempel-id", "uppfoljning-pahitt-mobil"},
    "review_finding": {"beta-brist", "brist-bristexempel-1", "brist-pahitt-mobil-1"},
}


def application(of: str) -> Described:
    facts = {"case_number": f"{of} 1", "supplier_id": of, "system": "E_IDENTIFICATION", "received_on": RECEIVED}
    return Application, f"{of}-ansokan", {**facts, "status": "REJECTED"}, RECEIVED


def decision(key: str, **more: object) -> Described:
    by = {"prepared_by": "handläggare", "decided_by": "beslutsfattare", "rectification_information": True}
    return Decision, key, {"case_number": key, "decided_on": DECIDED, **by, **more}, DECIDED


def rejection(key: str, of: str, **more: object) -> Described:
    ground = {"kind": "REJECTION", "ground": "REQUIREMENTS_NOT_MET"}
    return decision(key, application_id=f"{of}-ansokan", **ground, **more)


def exemption(of: str) -> tuple[Described, ...]:
    facts = {"actor_id": of, "system": "E_IDENTIFICATION", "case_number": f"{of} 2", "decided_on": DECIDED}
    more = {"exempt_from": date(2026, 4, 1), "exempt_until": date(2027, 1, 1), "reason": "påhittat"}
    described = Exemption, f"{of}-undantag", {**facts, **more}, DECIDED
    return described, decision(f"{of}-beslut", kind="EXEMPTION", exemption_id=f"{of}-undantag", served_on=DECIDED)


def court_case(of: str) -> Described:
    facts = {"decision_id": f"{of}-beslut", "court": "rätten", "case_number": f"mål {of}", "received_on": DECIDED}
    return RectificationCase, f"{of}-mal", facts, DECIDED


def review(of: str, summary: str | None = None) -> tuple[Described, ...]:
    public = summary is not None
    found = {"severity": "MINOR", "description": "påhittad", "found_on": DECIDED, "deadline": DAY, "public": public}
    closed = {"closed_on": DECIDED, "outcome": "REMEDIED"} if public else {}
    facts = {"supplier_id": of, "opened_on": RECEIVED, "public_summary": summary, **closed}
    return (
        (Review, f"{of}-granskning", facts, RECEIVED),
        (ReviewFinding, f"{of}-brist", {"review_id": f"{of}-granskning", **found}, DECIDED),
    )


def relying(of: str, number: str) -> Described:
    model, key, facts, begins = supplier(of, f"{of} AB", number)
    return model, key, {**facts, "relied_capacity": f"{of} litar på ett annat bolag"}, begins


DESCRIBED = (
    relying("alfa", "556000-0167"),
    relying("beta", "556000-0175"),
    actor("verket", "Verket", "STATE_AGENCY"),
    actor("stad", "Stads kommun", "MUNICIPALITY"),
    application("alfa"),
    application("beta"),
    rejection("alfa-beslut", "alfa", served_on=DECIDED),
    rejection("alfa-oserverat", "alfa"),
    rejection("beta-beslut", "beta", served_on=DECIDED),
    *exemption("verket"),
    *exemption("stad"),
    court_case("alfa"),
    court_case("beta"),
    *review("alfa"),
    *review("beta", "Bristen är åtgärdad."),
    agreement("alfa-avtal", "alfa", "E_IDENTIFICATION", date(2026, 4, 1)),
    agreement("beta-avtal", "beta", "E_IDENTIFICATION", date(2026, 4, 1)),
    supplier("gamma", "Gamma AB", "556000-0183"),
    service("gamma-legitimation", "gamma", "UNDER_REVIEW", RECEIVED),
    application("gamma"),
)


async def fill(url: str) -> None:
    """Load the bundled register and its examples, and record the rows above."""
    await load(url, [Path("data/register"), Path("data/example")], actor="test")
    database = Database(url)
    await describe(database, *DESCRIBED)
    await _count_volumes(database)
    async with database.writing() as connection:
        await audit(connection, Deed("bo", "case_officer", "registerApplication"))
    await database.close()


async def _count_volumes(database: Database) -> None:
    volume, actor, service = (NOUNS_AND_VOLUMES[name] for name in ("monthly_volume", "public_actor", "service"))
    names = actor.metadata.tables["public_actor_identity"]
    async with database.writing() as connection:
        stamp = await write.begin(connection)
        for key, quantity in (("verket", 11), ("stad", 22)):
            used = sa.select(
                names.c.id,
                sa.select(sa.func.min(service.c.id)).scalar_subquery(),
                *map(sa.literal, ("IDENTIFICATION", date(2026, 1, 1), quantity, "FINAL")),
                *map(sa.literal, (stamp.recorded_at, stamp.number, "EXAMPLE", "påhittat exempel")),
            ).where(names.c.key == key)
            columns = ["actor_id", "service_id", "item", "month", "quantity", "status"]
            into = [*columns, "recorded_from", "revision", "provenance", "reference"]
            await connection.execute(sa.insert(volume).from_select(into, used))


def table(model: type[SQLModel]) -> sa.Table:
    found: sa.Table = model.__table__  # type: ignore[attr-defined]
    return found


NOUNS_AND_VOLUMES = {name: table(model) for name, model in {**NOUNS, "monthly_volume": MonthlyVolume}.items()}


async def all_keys(database: Database, model: type[Fact], day: date = DAY) -> set[str]:
    """Every object that holds on a day, asked for without the words that the rules are written in."""
    name = model.noun.table
    statement = sa.text(
        f"SELECT key FROM {name} JOIN {name}_identity USING (id) WHERE recorded_to IS NULL "  # noqa: S608 -- our own names
        f"AND valid_from <= '{day}' AND (valid_to IS NULL OR valid_to > '{day}')"
    )
    async with database.reading() as connection:
        return {row["key"] for row in await rows(connection, statement)}


def shown(name: str, noun: str, everything: set[str]) -> set[str]:
    """Which of all the keys of a noun a viewer sees."""
    if VIEWERS[name].role in STAFF:
        return everything
    if NOUNS[noun].noun.withheld:
        return OWN.get((name, noun), set()) | PUBLIC.get(noun, set())
    return everything - APPLICANTS
