"""The desk in the same process, with tokens made here."""

from collections.abc import AsyncGenerator

import httpx
import pytest

from auktor.asgi import create_app
from auktor.core.deeds import errors
from auktor.core.roles import Role
from auktor.desk.doing import _PREPARED, DECISIONS, WAYS
from auktor.desk.refusals import SWEDISH
from auktor.settings import Mode, Settings
from tests.auktor.desk.at_desk import Person

CASE = "/desk/ansokan/ansokan-rattelseexempel"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
async def app(settings: Settings, register_database: str) -> AsyncGenerator[httpx.ASGITransport, None]:
    """An application on the register that the tests of this file share; each does deeds on objects of its own."""
    program = create_app(settings, register_database)
    async with program.router.lifespan_context(program):
        yield httpx.ASGITransport(program, raise_app_exceptions=False)


@pytest.fixture
def anna(app: httpx.ASGITransport, settings: Settings) -> Person:
    return Person(app, settings)


@pytest.fixture
def bo(app: httpx.ASGITransport, settings: Settings) -> Person:
    return Person(app, settings)


async def test_who_is_not_signed_in_is_led_to_the_sign_in_and_back(anna: Person) -> None:
    answer = await anna.browser.get(CASE)
    assert answer.url.path == "/desk/logga-in"
    assert answer.url.params["till"] == CASE
    welcomed = await anna.sign_in(Role.CASE_OFFICER, "anna", CASE)
    assert (welcomed.status_code, welcomed.url.path) == (200, CASE)
    assert "Rättelseexempel AB" in welcomed.text


@pytest.mark.parametrize(
    "till", ["https://elsewhere.example/desk", "//elsewhere.example", "/desk\\..", "/leverantorer"]
)
async def test_the_sign_in_leads_nowhere_but_to_the_desk(anna: Person, till: str) -> None:
    welcomed = await anna.sign_in(Role.CASE_OFFICER, "anna", till)
    assert str(welcomed.url) == "http://register.test/desk"


async def test_a_decision_is_prepared_by_one_and_taken_by_another(anna: Person, bo: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    await bo.sign_in(Role.DECISION_MAKER, "bo")
    prepared = await anna.send(
        "/desk/gor/prepareDecision?application=Application:ansokan-rattelseexempel",
        application="Application:ansokan-rattelseexempel",
        caseNumber="Beslut 2026-900",
        kind="APPROVAL",
        reasons="Uppfyller kraven.",
    )
    assert "Berett och prövat" in prepared.text
    overview = await bo.browser.get("/desk")
    assert "Besluta om ansökan" in overview.text
    path = overview.text.partition('href="/desk/beredning/')[2].partition('"')[0]
    own = await anna.browser.get(f"/desk/beredning/{path}")
    assert "den som bereder beslutar inte" in own.text
    taken = await bo.send(f"/desk/beredning/{path}")
    assert "Registrerat, med en rad i granskningsloggen" in taken.text
    after = await bo.browser.get(CASE)
    assert "Godkänd" in after.text


async def test_a_refusal_stands_beside_its_field_and_what_was_written_is_kept(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    refused = await anna.send(
        "/desk/gor/registerApplication",
        caseNumber="2026-901",
        supplier="Supplier:nobody",
        system="E_IDENTIFICATION",
        receivedOn="2026-11-20",
    )
    assert refused.status_code == 422
    beside = refused.text.partition('id="f-supplier-fel"')[2].partition("</span>")[0]
    assert "Det finns inte i registret." in beside
    assert 'name="caseNumber" value="2026-901"' in refused.text


async def test_a_field_left_empty_is_named(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    refused = await anna.send("/en/desk/do/registerApplication", caseNumber="2026-902")
    assert refused.status_code == 422
    assert all(f'id="f-{name}-fel"' in refused.text for name in ("supplier", "system", "receivedOn"))


async def test_a_form_sent_twice_is_done_once(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    page = "/desk/gor/registerSupplier"
    fields = {"name": "Dubbelt AB", "organisationNumber": "559300-0010", "legalForm": "LIMITED_COMPANY"}
    sent = {**fields, "on": "2026-11-01", "clientMutationId": "twice"}
    first, second = await anna.send(page, **sent), await anna.send(page, **sent)
    assert first.url == second.url
    assert "Supplier:dubbelt-ab" in second.text


async def test_a_form_of_another_session_does_nothing_and_is_shown_again(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    answer = await anna.browser.post("/desk/gor/registerSupplier", data={"form_key": "guessed", "name": "Fel AB"})
    assert answer.status_code == 400
    assert "Ingenting är registrerat" in answer.text
    assert 'name="name" value="Fel AB"' in answer.text


async def test_a_form_that_was_refused_is_mended_and_sent_again(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    fields = {"caseNumber": "2026-903", "system": "DIGITAL_POST", "receivedOn": "2026-11-20"}
    refused = await anna.send("/desk/gor/registerApplication", **fields, supplier="Supplier:nobody")
    mended = await anna.resend(refused, **fields, supplier="Supplier:rattelseexempel")
    assert (refused.status_code, mended.status_code) == (422, 200)
    assert "Application:application-2026-903" in mended.text


async def test_what_one_wrote_before_the_sign_in_ended_is_shown_to_nobody_else(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    page = await anna.browser.get("/desk/gor/registerSupplier")
    anna.browser.cookies.delete("auktor_desk")
    late = await anna.resend(page, name="Sekretess AB")
    assert late.status_code == 401
    await anna.sign_in(Role.CASE_OFFICER, "cecilia")
    assert "Sekretess AB" not in (await anna.browser.get("/desk/gor/registerSupplier")).text
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    assert "Sekretess AB" in (await anna.browser.get("/desk/gor/registerSupplier")).text
    assert "Sekretess AB" not in (await anna.browser.get("/desk/gor/registerSupplier")).text


async def test_a_draft_stands_in_its_list_with_what_may_be_done_and_who_prepared_it(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    await anna.send(
        "/desk/gor/circulateRegulation",
        title="Föreskrifter om utkast",
        kind="BASE",
        subject="FEE",
        authorisation="SFS 2023:709 6 §",
        caseNumber="2026-950",
        circulatedOn="2026-10-01",
        answersDueOn="2026-11-01",
        holdsTechnicalRules="false",
    )
    row = row_of(await anna.browser.get("/desk/foreskrifter"), "Föreskrifter om utkast")
    assert ("inte beslutat" in row, "Remitterad" in row, "svar senast 1" in row) == (True, True, True)
    key = row.partition("draftRegulation?regulation=Regulation%3A")[2].partition("&")[0]
    await anna.send("/desk/gor/draftRegulation", regulation=f"Regulation:{key}", inForceFrom="2027-07-01")
    listed = row_of(await anna.browser.get("/desk/foreskrifter?inom=utkast"), "Föreskrifter om utkast")
    assert ">anna</a> (du)" in listed
    soon = await anna.browser.get("/desk/foreskrifter?inom=30")
    assert "Föreskrifter om utkast" not in soon.text
    every = await anna.browser.get("/desk/foreskrifter")
    assert "SFS 2018:357" not in every.text, "of what is in force no day need be known"


async def test_who_prepared_a_correction_of_an_agreement_stands_beside_it(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    listed = await anna.browser.get("/desk/leverantorsavtal?inom=alla")
    key = listed.text.partition("terminateSupplierAgreement?agreement=SupplierAgreement%3A")[2].partition("&")[0]
    assert key, "no agreement ends"
    await anna.send(
        "/desk/gor/prepareCorrection",
        table="supplier_agreement",
        key=key,
        on="2026-11-20",
        facts="agreement_number; A-950",
        why="Adressen saknades.",
    )
    after = await anna.browser.get("/desk/leverantorsavtal?inom=alla")
    assert ">anna</a> (du)" in row_of(after, f"SupplierAgreement%3A{key}&")


def row_of(page: httpx.Response, text: str) -> str:
    """The row of a list in which a text stands."""
    return next(each for each in page.text.split("<tr>") if text in each)


async def test_a_choice_that_a_list_does_not_offer_is_told_of(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    answer = await anna.browser.get("/desk/ansokningar?status=ingen")
    assert (answer.status_code, "Det går inte att välja" in answer.text) == (400, True)
    empty = await anna.browser.get("/desk/ansokningar?arende=&status=alla")
    assert str(empty.url) == "http://register.test/desk/ansokningar?status=alla"


async def test_a_form_sent_after_the_sign_in_ended_is_told_of(anna: Person) -> None:
    answer = await anna.browser.post("/desk/gor/registerSupplier", data={"name": "Sen AB"})
    assert answer.status_code == 401
    assert "Din inloggning har gått ut" in answer.text


async def test_signed_out_the_desk_is_closed(anna: Person) -> None:
    await anna.sign_in(Role.CASE_OFFICER, "anna")
    page = await anna.browser.get("/desk")
    key = page.text.partition('name="form_key" value="')[2].partition('"')[0]
    await anna.browser.post("/desk/logga-ut", data={"form_key": key})
    assert (await anna.browser.get("/desk")).url.path == "/desk/logga-in"


async def test_a_token_that_is_none_is_told_of_in_the_form(anna: Person) -> None:
    answer = await anna.browser.post("/desk/logga-in", data={"token": "nonsense"})
    assert answer.status_code == 401
    assert "Den gick inte att använda" in answer.text


async def test_an_auditor_reads_and_has_nothing_to_do(anna: Person) -> None:
    await anna.sign_in(Role.AUDITOR, "rut")
    assert "Din roll ändrar ingenting" in (await anna.browser.get("/desk/gor")).text


async def test_nothing_of_the_desk_may_be_kept_by_others(anna: Person) -> None:
    welcomed = await anna.sign_in(Role.CASE_OFFICER, "anna")
    assert welcomed.headers["cache-control"] == "no-store"
    cookie = next(each for each in welcomed.history[0].headers.get_list("set-cookie") if "auktor_desk" in each)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


async def test_every_deed_has_a_form_in_both_languages(anna: Person) -> None:
    await anna.sign_in(Role.DECISION_MAKER, "bo")
    for way in WAYS.values():
        answers = [await anna.browser.get(f"{path}/{way.name}") for path in ("/desk/gor", "/en/desk/do")]
        assert [answer.status_code for answer in answers] == [200, 200], way.name
    assert {way.name for way in DECISIONS.values()} >= {"decideApplication", "grantExemption", "importVolumes"}


async def test_in_production_no_token_made_here_opens_the_desk(register_database: str, settings: Settings) -> None:
    public = Settings(home=settings.home, mode=Mode.PRODUCTION)
    app = httpx.ASGITransport(create_app(public, register_database))
    answer = await Person(app, settings).sign_in(Role.CASE_OFFICER, "anna")
    assert answer.status_code == 503


def test_what_is_prepared_is_not_called_decided() -> None:
    assert set(_PREPARED) == {name for name, way in WAYS.items() if way.prepares}


def test_every_refusal_has_its_words_in_swedish() -> None:
    codes = {
        each.code for each in vars(errors).values() if isinstance(each, type) and issubclass(each, errors.AuktorError)
    }
    assert codes - SWEDISH.keys() - {"AUKTOR_ERROR", "REFUSED"} == set()
