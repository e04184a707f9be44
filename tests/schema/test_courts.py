"""81 courts share one organisation number: each is an actor of its own, with an obligation of its own."""

from db.engine import Database
from schema.schema import context_for, execute
from tests.db.deeds.office import Office

DOCUMENT = """{ register(asOf: "2026-11-24") {
  publicActorsAggregate(filter: {organisationNumber: {eq: "202100-2742"}}, groupBy: [OBLIGATION_STATUS]) {
    groupBy { obligationStatus } count }
  one: obligation(actor: "PublicActor:alingsas-tingsratt") { status }
  other: obligation(actor: "PublicActor:angermanlands-tingsratt") { status }
} }"""
READ = {
    "actor": "alingsas-tingsratt",
    "rule": "sfs-2023-709-3",
    "outcome": "OBLIGED",
    "requires_e_identification": True,
    "ground_sv": "Kräver e-legitimation.",
    "ground_en": "Requires e-identification.",
    "on": "2026-11-02",
}


async def test_courts_that_share_a_number_are_assessed_each_by_itself(fresh_register: str) -> None:
    database = Database(fresh_register)
    await Office(database).do("assess_obligation", **READ)
    answer = await execute(DOCUMENT, context_for(database))
    await database.close()
    assert answer.errors is None
    told = answer.data["register"]
    assert {each["groupBy"]["obligationStatus"]: each["count"] for each in told["publicActorsAggregate"]} == {
        "NOT_ASSESSED": 80,
        "OBLIGED": 1,
    }
    assert (told["one"]["status"], told["other"]["status"]) == ("OBLIGED", "NOT_ASSESSED")
