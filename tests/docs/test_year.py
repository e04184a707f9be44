"""The year of `docs/a-year-in-the-register.md`, lived step by step, and its audit log found whole."""

import json
from collections.abc import Iterator
from itertools import pairwise

from auktor.core.roles import Role
from db.audit_chain import check
from db.engine import Database
from db.models import CompensationRule
from db.visibility import Viewer
from schema.schema import context_for, execute
from tests.db.deeds.office import CLARA, DAVID, Office
from tests.docs.pages import ROOT, Block, blocks
from tests.publish.small_register import START, describe

PAGE = ROOT / "docs" / "a-year-in-the-register.md"
PEOPLE = {
    "clara": CLARA,
    "david": DAVID,
    "sara": Viewer(Role.SUPPLIER, "beta-legitimation-ab", "sara"),
    "asta": Viewer(Role.AUDITOR, None, "asta"),
}
PAID = {"system": "E_IDENTIFICATION", "item": "IDENTIFICATION", "amount_sek": "0.09", "vat": "EXCLUDED"}


def steps() -> Iterator[tuple[Block, Block]]:
    """Each deed or question of the page with the answer under it."""
    for asked, answer in pairwise(blocks(PAGE)):
        if asked.kind in {"deed", "question"}:
            yield asked, answer


async def answered(database: Database, asked: Block) -> object:
    kind = "mutation" if asked.kind == "deed" else "query"
    context = context_for(database, viewer=PEOPLE[asked.note])
    answer = await execute(f"{kind} {{ {asked.text} }}", context)
    assert not answer.errors, f"{PAGE.name}:{asked.line}: {answer.errors}"
    return answer.data


async def test_the_year_is_lived_as_it_is_written(fresh_database: str) -> None:
    database = Database(fresh_database)
    await Office(database).ground()
    await describe(database, (CompensationRule, "pay-2026", {**PAID, "in_force_from": START}, START))
    for asked, answer in steps():
        assert await answered(database, asked) == json.loads(answer.text), f"{PAGE.name}:{asked.line}"
    async with database.reading() as connection:
        chain = await check(connection)
    await database.close()
    # The ground of the year is laid by the tests themselves, without a deed: only its two revisions have no entry.
    assert [fault.place for fault in chain.faults] == ["revision 1", "revision 2"]
    assert chain.entries == len([None for asked, _ in steps() if asked.kind == "deed"])
