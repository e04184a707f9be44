"""What suppliers are paid is decided by two, rests on terms, and follows without gap or overlap."""

from typing import Any

import pytest

from db.deeds import Done, Outcome, Refusal
from tests.db.deeds.office import DAVID, Office

TERMS = {
    "system": "E_IDENTIFICATION",
    "kind": "TERMS",
    "label": "1",
    "title": "Villkor",
    "published_on": "2025-03-01",
    "applies_from": "2025-06-01",
}
PRICE: dict[str, Any] = {
    "system": "E_IDENTIFICATION",
    "item": "IDENTIFICATION",
    "amount_sek": "0.09",
    "vat": "EXCLUDED",
    "in_force_from": "2026-01-01",
}


async def decided(office: Office, on: str = "2025-10-01", **changed: object) -> Outcome:
    return await office.decide("decide_compensation", on, **{**PRICE, **changed})


async def test_a_new_price_ends_the_one_before(office: Office) -> None:
    terms = await office.do("publish_requirements_version", DAVID, **TERMS)
    first = await decided(office, terms=terms)
    second = await decided(office, "2026-05-01", terms=terms, amount_sek="0.085", in_force_from="2026-07-01")
    assert isinstance(first, Done)
    assert isinstance(second, Done)
    held = [await office.now("compensation_rule", each.key) for each in (first, second)]
    assert [(str(each["amount_sek"]), str(each["ends_on"])) for each in held] == [
        ("0.0900", "2026-07-01"),
        ("0.0850", "None"),
    ]


@pytest.mark.parametrize(
    ("changed", "code", "path"),
    [
        ({"amount_sek": "-0.01"}, "BAD_COMPENSATION", "amount_sek"),
        ({"amount_sek": "0.00001"}, "BAD_COMPENSATION", "amount_sek"),
        ({"in_force_from": "2025-09-30"}, "DATES_CONTRADICT", "in_force_from"),
        ({"system": "DIGITAL_POST"}, "BAD_COMPENSATION", "terms"),
    ],
)
async def test_a_price_that_cannot_be_is_refused(office: Office, changed: dict[str, str], code: str, path: str) -> None:
    terms = await office.do("publish_requirements_version", DAVID, **TERMS)
    outcome = await decided(office, terms=terms, **changed)
    assert isinstance(outcome, Refusal)
    assert (outcome.code, outcome.path) == (code, path)


async def test_the_same_days_have_one_price(office: Office) -> None:
    terms = await office.do("publish_requirements_version", DAVID, **TERMS)
    await decided(office, terms=terms)
    outcome = await decided(office, terms=terms, in_force_from="2025-12-01")
    assert isinstance(outcome, Refusal)
    assert outcome.code == "DATES_CONTRADICT"
