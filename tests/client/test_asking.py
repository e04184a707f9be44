"""What a caller of the client sees, asked of the real program in this process."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from auktor_client import (
    NEVER,
    AsyncClient,
    AuktorClientError,
    Client,
    FeeEstimateInput,
    FeeItem,
    LegalForm,
    NotDone,
    PublicActorCategory,
    PublicActorCategoryFilter,
    PublicActorFilter,
    Refused,
    RegisterSupplierInput,
    SystemCode,
    Unreachable,
    VolumeInput,
    done,
)
from auktor_client.exchange import document_id
from graphql import build_schema
from strawberry.utils.str_converters import to_snake_case

from auktor.auth import local_issuer
from auktor.core.deeds.table import DEEDS
from auktor.core.roles import Role
from auktor.graphql.documents import Asked, Documents, shipped_documents
from auktor.settings import Settings
from schema.schema import sdl
from tests.client.conftest import Wire
from tests.docs.pages import ROOT

DAY = date(2026, 9, 1)


async def test_every_row_of_a_list_is_walked_page_by_page(client: AsyncClient, wire: Wire) -> None:
    regions = PublicActorFilter(category=PublicActorCategoryFilter(eq=PublicActorCategory.REGION))
    names = [actor.name async for actor in client.public_actors(first=8, filter_=regions)]
    assert len(names) == len(set(names)) == 22  # 20 real ones and 2 invented
    assert len(wire.sent) == 3


async def test_a_list_is_asked_for_no_further_than_it_is_read(client: AsyncClient, wire: Wire) -> None:
    async for _actor in client.public_actors(first=2):
        break
    assert len(wire.sent) == 1


async def test_an_answer_has_the_types_of_its_facts(client: AsyncClient) -> None:
    volumes = [VolumeInput(item=FeeItem.IDENTIFICATION, quantity=4_200_000)]
    volumes.append(VolumeInput(item=FeeItem.SIGNATURE, quantity=300_000))
    asked = FeeEstimateInput.model_validate(
        {"system": SystemCode.E_IDENTIFICATION, "volumes": volumes, "from": date(2027, 1, 1), "to": date(2028, 1, 1)}
    )
    estimate = (await client.estimate_fee(asked)).at.fee_estimate
    assert estimate.total_sek == Decimal("540000.00")
    assert estimate.lines[0].from_ == date(2027, 1, 1)
    assert estimate.lines[0].item is FeeItem.IDENTIFICATION
    assert estimate.lines[0].quantity == 4_200_000
    assert type(estimate.lines[0].unit_amount_sek) is Decimal


async def test_the_register_is_asked_as_of_a_day_and_as_known_at_a_moment(client: AsyncClient) -> None:
    before = datetime(2020, 1, 1, tzinfo=UTC)
    assert [each.key async for each in client.services(as_of=DAY, known_at=before)] == []
    assert [each.key async for each in client.services(as_of=DAY)] != []


async def test_a_read_names_a_document_the_server_knows(client: AsyncClient, wire: Wire) -> None:
    await client.suppliers_page(as_of=DAY, first=1)
    asked = wire.sent[0]
    assert (asked.method, sorted(asked.url.params)) == ("GET", ["documentId", "variables"])
    assert asked.url.params["documentId"].startswith("sha256:")
    assert asked.headers["user-agent"].startswith("auktor-client")


async def test_a_document_the_server_does_not_know_is_sent_as_text_from_then_on(
    client: AsyncClient, wire: Wire
) -> None:
    assert await client.ask("{ viewer { role } }") == {"viewer": {"role": "anonymous"}}
    await client.ask("{ viewer { role } }")
    assert [request.method for request in wire.sent] == ["GET", "POST", "POST"]


async def test_a_client_may_always_send_text(wire: Wire) -> None:
    client = AsyncClient("http://register.test", http=wire.http, persisted=False)
    await client.suppliers_page(first=1)
    assert [request.method for request in wire.sent] == ["POST"]


async def test_a_refusal_tells_its_code_and_where(client: AsyncClient) -> None:
    with pytest.raises(Refused) as refusal:
        await client.get_public_actor("Supplier:beta")
    assert (refusal.value.code, refusal.value.path) == ("BAD_ID", ("at", "publicActor"))
    assert "BAD_ID" in str(refusal.value)


async def test_a_question_that_is_none_is_refused_with_the_reason(client: AsyncClient) -> None:
    with pytest.raises(Refused) as refusal:
        await client.ask("{ supliers { totalCount } }")
    assert (refusal.value.code, refusal.value.status) == ("NOT_VALID", 400)


async def test_who_asks_is_told_by_a_token_or_by_what_gives_one(wire: Wire, settings: Settings) -> None:
    token = local_issuer(settings).issue(Role.AUDITOR, None, "asta", seconds=600)

    async def later() -> str:
        return token

    for given in (token, lambda: token, later):
        client = AsyncClient("http://register.test", http=wire.http, token=given)
        assert (await client.who_am_i()).viewer.role == "auditor"
    assert {request.method for request in wire.sent} == {"POST"}


async def test_a_register_that_is_not_there_is_unreachable() -> None:
    async with AsyncClient("http://127.0.0.1:9", retries=NEVER) as client:
        with pytest.raises(Unreachable, match="Look at the address"):
            await client.who_am_i()
    assert issubclass(Unreachable, AuktorClientError)


async def test_a_deed_is_done_with_its_types_and_refused_with_its_reason(wire: Wire, settings: Settings) -> None:
    token = local_issuer(settings).issue(Role.CASE_OFFICER, None, "anna", seconds=600)
    client = AsyncClient("http://register.test", http=wire.http, token=token)
    known = {"name": "Klient AB", "organisation_number": "559300-0036", "legal_form": LegalForm.LIMITED_COMPANY}
    deed = RegisterSupplierInput.model_validate({**known, "on": DAY, "client_mutation_id": "one"})
    supplier = done((await client.register_supplier(deed)).outcome)
    assert (supplier.id, supplier.version > 0) == ("Supplier:klient-ab", True)
    with pytest.raises(NotDone) as refusal:
        done((await client.register_supplier(deed.model_copy(update={"client_mutation_id": "two"}))).outcome)
    assert (refusal.value.code, refusal.value.path) == ("ALREADY_REGISTERED", ("input",))


def test_every_deed_is_a_method_and_a_document_of_the_server() -> None:
    stored = {path.stem for path in (ROOT / "auktor" / "stored" / "client").glob("*.graphql")}
    deeds = set(DEEDS) | {deed.prepared_as for deed in DEEDS.values() if deed.prepared_as} | {"publish_edition"}
    assert deeds <= stored
    assert {
        name for name in deeds if not (callable(getattr(AsyncClient, name)) and callable(getattr(Client, name)))
    } == set()


def test_what_the_client_asks_passes_a_safelist() -> None:
    documents = Documents(shipped_documents(), only_shipped=True)
    for path in (ROOT / "auktor" / "stored").rglob("*.graphql"):
        text = path.read_text("utf-8")
        assert documents.text_of(Asked(document_id=document_id(text))) == text


QUERY: Any = build_schema(sdl()).query_type
LISTS = [name for name, field in QUERY.fields.items() if str(field.type).endswith("Connection!")]


async def test_every_list_of_the_api_is_walked_by_its_name(wire: Wire, settings: Settings) -> None:
    token = local_issuer(settings).issue(Role.AUDITOR, None, "asta", seconds=600)
    client = AsyncClient("http://register.test", http=wire.http, token=token)
    assert len(LISTS) > 25
    for name in map(to_snake_case, LISTS):
        rows: list[Any] = []
        async for row in getattr(client, name)(first=2):
            rows.append(row)
            if len(rows) == 5:
                break
        assert len({repr(each) for each in rows}) == len(rows), name
        assert hasattr(Client, name), name
