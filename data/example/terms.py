"""Invented requirements, regulations, fees and compensation; no real designation is borrowed."""

from collections.abc import Iterator
from datetime import date, timedelta

from suppliers import E_ID, E_ID_TERMS, POST, POST_TERMS
from writing import Row

FEES_AT_SCALE_ONE = 2
_SCALED_FEES_BEGIN = date(2030, 1, 1)
_WEEK = timedelta(weeks=1)
_BASE, _AMENDMENT = "exempelforeskrift-avgift-digital-post", "exempelforeskrift-avgift-digital-post-andring"
_BASE_DECIDED, _AMENDED = "2026-04-13", "2026-10-05"
_STEPS = {
    "exempel-digital-post-2026": ((0, "1.5000"), (100_000, "1.2000"), (1_000_000, "0.9000")),
    "exempel-digital-post-2027": ((0, "1.4000"), (50_000, "1.2500"), (500_000, "1.0000"), (5_000_000, "0.7500")),
}
_WEEKLY_STEPS = ((0, "1.3000"), (200_000, "0.8000"))


def requirements() -> list[Row]:
    """Requirements and terms of both systems; the second rules for e-identification were given 180 days."""
    replaced, applies = "2026-10-01", "2027-04-01"
    first = _requirement(E_ID_TERMS, "TERMS", "2025-06-02", "2025-09-01")
    rules = _requirement("exempelregler-e-identifiering-2", "TECHNICAL_RULES", replaced, applies)
    return [
        _requirement("exempelkrav-e-identifiering-1", "APPROVAL_REQUIREMENTS", "2024-02-01", "2024-03-01"),
        {**first, "valid_to": replaced},
        {**first, "valid_from": replaced, "ceases_on": applies},
        _requirement("exempelvillkor-e-identifiering-2", "TERMS", replaced, applies),
        {**rules, "eu_notification": "exempelanmalan"},
        _requirement("exempelkrav-digital-post-1", "APPROVAL_REQUIREMENTS", "2025-02-03", "2025-03-01"),
        _requirement(POST_TERMS, "TERMS", "2025-12-01", "2026-05-01"),
    ]


def _requirement(key: str, kind: str, published_on: str, applies_from: str) -> Row:
    """The key says the system and ends with the number of the version."""
    label = f"Exempel {key[-1]}.0"
    return {
        "key": key,
        "valid_from": published_on,
        "system": POST if "digital-post" in key else E_ID,
        "kind": kind,
        "label": label,
        "title": f"{label}: påhittade regler",
        "published_on": published_on,
        "applies_from": applies_from,
    }


def eu_notifications() -> list[Row]:
    """One notification whose standstill runs; its year is one that nobody has notified in."""
    return [
        {
            "key": "exempelanmalan",
            "valid_from": "2026-10-01",
            "number": "2099/1/S",
            "title": "Exempel: påhittad anmälan av tekniska regler",
            "received_on": "2026-10-01",
            "standstill_ends_on": "2027-01-02",
            "detailed_opinion": False,
        }
    ]


def regulations() -> list[Row]:
    """A regulation on the fee for digital post and its amendment, without designation: they have none."""
    base: Row = {
        "key": _BASE,
        "title": "Exempel: påhittade föreskrifter om avgift för digital post",
        "title_en": "Example: invented regulations on a fee for digital post",
        "kind": "BASE",
        "subject": "FEE",
        "authorisation": "SFS 2023:709 7 §",
        "decided_on": _BASE_DECIDED,
        "promulgated_on": "2026-04-21",
        "in_force_from": "2026-07-01",
    }
    amendment: Row = {
        **base,
        "key": _AMENDMENT,
        "title": "Exempel: påhittade föreskrifter om ändring av avgiften för digital post",
        "title_en": "Example: invented regulations amending the fee for digital post",
        "kind": "AMENDMENT",
        "decided_on": _AMENDED,
        "promulgated_on": "2026-10-13",
        "in_force_from": "2027-01-01",
    }
    return [base, amendment]


def regulation_effects() -> list[Row]:
    """The amendment amends the base regulation."""
    key = f"{_AMENDMENT}-amends"
    return [{"key": key, "valid_from": _AMENDED, "regulation": _AMENDMENT, "affected": _BASE, "effect": "AMENDS"}]


def fees(scale: int) -> Iterator[Row]:
    """The fee for a message: two rules, and at a larger scale a new one each week from 2030, without gap or overlap."""
    last = FEES_AT_SCALE_ONE * scale - FEES_AT_SCALE_ONE
    first = _fee("exempel-digital-post-2026", _BASE, _BASE_DECIDED, "2026-07-01")
    yield {**first, "valid_to": _AMENDED}
    yield {**first, "valid_from": _AMENDED, "ends_on": "2027-01-01"}
    second = _fee("exempel-digital-post-2027", _AMENDMENT, _AMENDED, "2027-01-01")
    yield {**second, "ends_on": str(_SCALED_FEES_BEGIN) if last else None}
    for number in range(last):
        begins = _SCALED_FEES_BEGIN + number * _WEEK
        weekly = _fee(f"exempel-digital-post-vecka-{number + 1:05d}", _AMENDMENT, _AMENDED, str(begins))
        yield {**weekly, "ends_on": str(begins + _WEEK) if number + 1 < last else None}


def _fee(key: str, regulation: str, decided_on: str, in_force_from: str) -> Row:
    return {
        "key": key,
        "valid_from": decided_on,
        "system": POST,
        "regulation": regulation,
        "paragraph": "2 §",
        "item": "MESSAGE",
        "unit": "PER_MESSAGE",
        "vat": "OUTSIDE_SCOPE",
        "dimension": "VOLUME",
        "calculation": "MARGINAL",
        "rounding": "Exempel: en gång per faktura, till närmaste öre",
        "in_force_from": in_force_from,
    }


def fee_tiers(scale: int) -> Iterator[Row]:
    """The steps of every fee; a second version of a rule keeps the steps of the first."""
    described = ""
    for rule in fees(scale):
        if rule["key"] != described:
            yield from _tiers_of(rule)
        described = str(rule["key"])


def _tiers_of(rule: Row) -> Iterator[Row]:
    """From 0, each where the one before ends, the last open."""
    steps = _STEPS.get(str(rule["key"]), _WEEKLY_STEPS)
    ends = [begins for begins, _ in steps[1:]] + [None]
    for number, ((begins, amount), end) in enumerate(zip(steps, ends, strict=True), 1):
        yield {
            "key": f"{rule['key']}-{number}",
            "valid_from": rule["valid_from"],
            "fee_rule": rule["key"],
            "from_quantity": begins,
            "to_quantity": end,
            "amount_sek": amount,
        }


def compensation_rules() -> list[Row]:
    """What suppliers are paid; the amount for a signature is not public."""
    until_lowered = _compensation("identifiering-2026", "IDENTIFICATION", "0.0900", "2026-01-01")
    return [
        {**until_lowered, "ends_on": "2027-01-01"},
        _compensation("identifiering-2027", "IDENTIFICATION", "0.0850", "2027-01-01"),
        _compensation("underskrift-2026", "SIGNATURE", None, "2026-01-01"),
        _compensation("forsandelse-2026", "MESSAGE", "0.8000", "2026-07-01"),
    ]


def _compensation(key: str, item: str, amount: str | None, in_force_from: str) -> Row:
    is_post = item == "MESSAGE"
    return {
        "key": f"exempelersattning-{key}",
        "valid_from": "2025-12-01",
        "system": POST if is_post else E_ID,
        "requirements_version": POST_TERMS if is_post else E_ID_TERMS,
        "item": item,
        "amount_sek": amount,
        "vat": "EXCLUDED",
        "in_force_from": in_force_from,
    }
