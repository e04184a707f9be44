"""Deeds through the API: the changed object, or a typed error with its remedy."""

from auktor.core.deeds.publishing import PUBLISH_EDITION
from auktor.core.deeds.table import DEEDS
from auktor.core.roles import Role
from db.visibility import ANYONE, Viewer
from schema.schema import SCHEMA, context_for, execute
from tests.db.deeds.office import CLARA, DAVID, Office
from tests.schema.mutations.conftest import Deed

SUPPLIER = {
    "name": "Nya Legitimationer",
    "organisationNumber": "165560000167",
    "legalForm": "LIMITED_COMPANY",
    "on": "2025-03-01",
}
APPLIED = {
    "caseNumber": "2025-1",
    "supplier": "Supplier:nya-legitimationer",
    "system": "E_IDENTIFICATION",
    "receivedOn": "2025-03-10",
}
DECISION = {"caseNumber": "B 1", "kind": "APPROVAL", "reasons": "Skälen."}


def test_every_deed_of_the_table_is_a_mutation() -> None:
    schema = SCHEMA._schema  # type: ignore[attr-defined]
    deeds = (*DEEDS.values(), PUBLISH_EDITION)
    asked = {deed.name for deed in deeds} | {deed.prepared_as for deed in deeds} - {None}
    camel = {name.split("_")[0] + "".join(word.capitalize() for word in name.split("_")[1:]) for name in asked if name}
    assert set(schema.mutation_type.fields) == camel


async def test_a_deed_answers_the_changed_object(deed: Deed) -> None:
    told = await deed("registerSupplier", "... on Supplier { id organisationNumber source { text } }", SUPPLIER)
    assert told == {
        "__typename": "Supplier",
        "id": "Supplier:nya-legitimationer",
        "organisationNumber": "556000-0167",
        "source": {"text": "SFS 2023:704 8 §"},
    }


async def test_a_refused_deed_says_what_where_and_what_to_do(deed: Deed) -> None:
    await deed("registerSupplier", "", SUPPLIER)
    closed = {**APPLIED, "system": "DIGITAL_POST", "receivedOn": "2026-07-01"}
    assert await deed("registerApplication", "", closed) == {
        "__typename": "DeedRefused",
        "code": "SYSTEM_CLOSED",
        "message": "The system was closed on 2026-06-01.",
        "remedy": "Nothing new is taken in after that.",
        "path": ["input", "system"],
    }


async def test_a_conflict_names_both_versions(deed: Deed) -> None:
    await deed("registerSupplier", "", SUPPLIER)
    read = await deed("registerApplication", "... on Application { id version }", APPLIED)
    first = {"application": read["id"], "on": "2025-03-12", "expectedVersion": read["version"]}
    newer = await deed("reviewApplication", "... on Application { version }", first)
    assert await deed("withdrawApplication", "", first) == {
        "__typename": "VersionConflict",
        "code": "VERSION_CONFLICT",
        "expectedVersion": read["version"],
        "newestVersion": newer["version"],
    }


async def test_a_decision_is_prepared_by_one_and_taken_by_another(office: Office, deed: Deed) -> None:
    application = await office.application(await office.supplier())
    given = {"application": f"Application:{application}", **DECISION}
    prepared = await deed("prepareDecision", "... on Preparation { id deed preparedBy isDecided }", given)
    assert prepared["preparedBy"] == "clara"
    taken = {"preparation": prepared["id"], "on": "2025-04-10"}
    own = await deed("decideApplication", "", taken, Viewer(Role.DECISION_MAKER, None, "clara"))
    assert own["code"] == "FOUR_EYES"
    told = await deed("decideApplication", "... on Application { status history { validFrom } }", taken, DAVID)
    assert told["status"] == "APPROVED"


async def test_an_applicant_sees_what_it_applied_for_and_others_do_not(office: Office, deed: Deed) -> None:
    await office.supplier()
    sara = Viewer(Role.SUPPLIER, "nya-legitimationer", "sara")
    told = await deed("registerApplication", "... on Application { status supplier { name } }", APPLIED, sara)
    assert told == {"__typename": "Application", "status": "RECEIVED", "supplier": {"name": "Nya Legitimationer"}}
    other = {**APPLIED, "caseNumber": "2025-2"}
    assert (await deed("registerApplication", "", other, Viewer(Role.SUPPLIER, "annan", "sten")))["code"] == "NOT_YOURS"


async def test_a_stranger_is_asked_who_they_are(deed: Deed) -> None:
    assert (await deed("registerSupplier", "", SUPPLIER, ANYONE))["code"] == "NOT_SIGNED_IN"


async def test_two_deeds_of_one_request_each_answer_what_then_holds(deed: Deed) -> None:
    await deed("registerSupplier", "", SUPPLIER)
    read = await deed("registerApplication", "... on Application { id }", APPLIED, CLARA)
    given = {"application": read["id"], "on": "2025-03-12"}
    for name, status in (
        ("reviewApplication", "UNDER_REVIEW"),
        ("requestSupplement", "SUPPLEMENT_REQUESTED"),
        ("supplementApplication", "UNDER_REVIEW"),
    ):
        assert (await deed(name, "... on Application { status }", given))["status"] == status


PREPARED = "{ preparations { totalCount nodes { deed preparedBy } } }"


async def test_who_decides_finds_what_waits_and_nobody_else_does(office: Office, deed: Deed) -> None:
    application = await office.application(await office.supplier())
    given = {"application": f"Application:{application}", **DECISION}
    prepared = await deed("prepareDecision", "... on Preparation { id }", given)
    waiting = await execute(PREPARED, context_for(office.database, viewer=DAVID))
    assert waiting.data["preparations"]["nodes"] == [{"deed": "decideApplication", "preparedBy": "clara"}]
    assert (await execute(PREPARED, context_for(office.database))).data["preparations"]["totalCount"] == 0
    await deed("decideApplication", "", {"preparation": prepared["id"], "on": "2025-04-10"}, DAVID)
    assert (await execute(PREPARED, context_for(office.database, viewer=DAVID))).data["preparations"]["nodes"] == []


async def test_an_agency_finds_what_it_signed_itself_and_never_who_concluded_it(office: Office, deed: Deed) -> None:
    alva, actor = Viewer(Role.AGENCY, await office.agency(), "alva"), f"PublicActor:{await office.agency('Annat')}"
    signed = {
        "actor": f"PublicActor:{alva.organisation}",
        "system": "E_IDENTIFICATION",
        "signedByActorOn": "2025-10-01",
    }
    prepared = await deed("signAsActor", "... on Preparation { id }", {**signed, "decidedOn": "2025-10-06"}, alva)
    await deed("signAsActor", "", {**signed, "decidedOn": "2025-10-06"})  # by an officer, who is not named to it
    await deed("signAsActor", "", {**signed, "actor": actor, "decidedOn": "2025-10-06"})
    document = "{ preparations(isDecided: null) { totalCount nodes { id preparedBy isDecided decidedBy } } }"

    async def found(viewer: Viewer) -> object:
        return (await execute(document, context_for(office.database, viewer=viewer))).data["preparations"]

    own = {"id": prepared["id"], "preparedBy": "alva", "isDecided": False, "decidedBy": None}
    assert await found(alva) == {"totalCount": 1, "nodes": [own]}
    assert await found(Viewer(Role.AGENCY, alva.organisation, "arne")) == {"totalCount": 1, "nodes": [own]}
    assert await found(Viewer(Role.AGENCY, "annat", "anna")) == {"totalCount": 0, "nodes": []}
    await deed("concludeActorAgreement", "", {"preparation": prepared["id"], "on": "2025-10-06"}, DAVID)
    assert await found(alva) == {"totalCount": 1, "nodes": [{**own, "isDecided": True}]}
    by_decider = '{ preparations(isDecided: null, filter: {decidedBy: {eq: "david"}}) { totalCount } }'
    assert (await execute(by_decider, context_for(office.database, viewer=alva))).data["preparations"][
        "totalCount"
    ] == 0


async def test_the_log_knows_the_request_a_deed_came_with(office: Office) -> None:
    document = "mutation($input: RegisterSupplierInput!) { registerSupplier(input: $input) { __typename } }"
    context = context_for(office.database, viewer=CLARA, request_id="r-1")
    await execute(document, context, {"input": {**SUPPLIER, "reason": "Ny sökande."}})
    entry = (await office.log())[-1]
    assert (entry["request_id"], entry["reason"]) == ("r-1", "Ny sökande.")
