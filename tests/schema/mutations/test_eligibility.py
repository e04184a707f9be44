"""Whether a public actor may use a service on a day: authorised or not, each reason in words, exempt until when."""

from typing import Any

from schema.schema import context_for, execute
from tests.db.deeds.office import CLARA, Office
from tests.db.deeds.test_services_and_reviews import SERVICE

DOCUMENT = """query($day: Date!, $language: Language!) { register(asOf: $day) {
  eligibility(service: "Service:nya-id", actor: "PublicActor:nya-verket") {
    authorised reasons(language: $language)
    supplierAgreement { agreementNumber } actorAgreement { agreementNumber }
    obligation { status exemptUntil ground(language: $language) source { en } } } } }"""

BEFORE_EITHER = "2025-12-01"
SUSPENDED = "2026-02-02"
EXEMPT = "2026-03-15"
OBLIGED = "2026-06-01"
ENDED = "2026-09-01"


async def a_history(office: Office) -> None:
    """A service in operation from 2026, once suspended, and an agency exempt until June that leaves in September."""
    supplier = await office.approved()
    service = await office.do("add_service", **{**SERVICE, "on": "2025-04-15"})
    await office.agreement(supplier, services=[service])
    for status, on in (
        ("TECHNICALLY_CONNECTED", "2025-09-01"),
        ("IN_OPERATION", "2026-01-01"),
        ("SUSPENDED", "2026-02-01"),
        ("IN_OPERATION", "2026-02-03"),
    ):
        await office.do("change_service_status", service=service, status=status, on=on)
    actor = await office.agency()
    await office.obliged(actor)
    order = {"actor": actor, "system": "E_IDENTIFICATION", "agreement_number": "B 1"}
    agreement = await office.do("sign_actor_agreement", **order, signed_on="2025-10-01")
    exempt = {
        "case_number": "U 7",
        "exempt_from": "2026-02-01",
        "exempt_until": "2026-06-01",
        "reasons": "Nytt system.",
    }
    await office.decide("grant_exemption", "2026-01-15", actor=actor, **exempt)
    notice = {"agreement": agreement, "notice_given_on": "2026-05-01", "ends_on": "2026-09-01"}
    await office.do("terminate_actor_agreement", **notice, end_ground="TERMINATED_BY_ACTOR")


async def told(office: Office, day: str, language: str = "EN") -> Any:  # noqa: ANN401 -- an answer
    variables = {"day": day, "language": language}
    answer = await execute(DOCUMENT, context_for(office.database, viewer=CLARA), variables)
    assert not answer.errors, answer.errors
    return answer.data["register"]["eligibility"]


async def test_every_word_of_the_explanation_follows_the_day(office: Office) -> None:
    await a_history(office)
    runs = "The service Nya-ID is in operation."
    covered = "The supplier has an agreement from 2026-01-01."
    own = "The public actor has an agreement from 2026-01-01"
    reasons = {
        BEFORE_EITHER: [
            "The service Nya-ID is technically connected.",
            "The supplier has no agreement in force that covers the service.",
            "The public actor has no agreement in force in it.",
        ],
        SUSPENDED: ["The service Nya-ID is suspended.", covered, f"{own}."],
        EXEMPT: [runs, covered, f"{own}."],
        OBLIGED: [runs, covered, f"{own} until 2026-09-01."],
        ENDED: [runs, covered, "The public actor has no agreement in force in it."],
    }
    answers = {day: await told(office, day) for day in reasons}
    assert {day: answer["reasons"] for day, answer in answers.items()} == reasons
    assert [day for day, answer in answers.items() if answer["authorised"]] == [EXEMPT, OBLIGED]
    assert answers[OBLIGED]["supplierAgreement"] == {"agreementNumber": "A 1"}
    assert answers[OBLIGED]["actorAgreement"] == {"agreementNumber": "B 1"}
    assert (answers[ENDED]["actorAgreement"], answers[BEFORE_EITHER]["supplierAgreement"]) == (None, None)


async def test_an_exempt_agency_is_told_until_when_and_that_it_may_all_the_same(office: Office) -> None:
    await a_history(office)
    exempt, after = await told(office, EXEMPT), await told(office, OBLIGED)
    assert exempt["authorised"]
    assert exempt["obligation"] == {
        "status": "EXEMPT_BY_DECISION",
        "exemptUntil": "2026-06-01",
        "ground": "Exempt by decision U 7, until 2026-06-01 (that day not included).",
        "source": {"en": "Section 4, Ordinance (2023:709)"},
    }
    assert (after["obligation"]["status"], after["obligation"]["exemptUntil"]) == ("OBLIGED", None)
    assert after["obligation"]["ground"] == "Requires e-identification."


async def test_the_explanation_is_given_in_swedish_too(office: Office) -> None:
    await a_history(office)
    assert (await told(office, OBLIGED, "SV"))["reasons"] == [
        "Tjänsten Nya-ID är i drift.",
        "Leverantören har avtal från och med 2026-01-01.",
        "Aktören har avtal från och med 2026-01-01 till 2026-09-01.",
    ]
    assert (await told(office, EXEMPT, "SV"))["obligation"]["ground"] == (
        "Undantag genom beslut U 7, till 2026-06-01 (den dagen inte inräknad)."
    )
