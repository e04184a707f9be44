from typing import Any

import pytest

from auktor.core.vocabulary import ProvenanceKind
from publish.checks import Checks, EditionRefused, TooMuchGone, refuse_drop
from publish.tables import FEES, PUBLIC_ACTORS, REGULATIONS, SERVICES, SUPPLIERS, Table


def row(table: Table, **values: object) -> tuple[object, ...]:
    """A row that passes, but for what `values` say."""
    fine = {column.name: "x" for column in table.columns}
    fine |= {column.name: str(next(iter(column.terms))) for column in table.columns if column.terms}
    fine |= {name: "202100-6883" for name in table.names if name.endswith("organisation_number")}
    return tuple({**fine, **values}[name] for name in table.names)


def columns(*rows: tuple[object, ...]) -> Any:  # noqa: ANN401 -- of whatever values
    return list(zip(*rows, strict=True))


def refusal(*batches: tuple[Table, list[tuple[object, ...]]]) -> str:
    checks = Checks()
    for table, rows in batches:
        checks.look_at(table, columns(*rows))
    with pytest.raises(EditionRefused) as refused:
        checks.refuse_or_pass()
    return str(refused.value)


def test_rows_without_fault_pass() -> None:
    checks = Checks()
    checks.look_at(SUPPLIERS, columns(row(SUPPLIERS)))
    checks.look_at(SERVICES, columns(row(SERVICES)))
    checks.refuse_or_pass()


def test_empty_lists_pass() -> None:
    checks = Checks()
    for table in (SUPPLIERS, SERVICES, FEES):
        checks.look_at(table, [])
    checks.refuse_or_pass()


def test_a_key_that_stands_twice_is_refused_by_name() -> None:
    assert "suppliers, alfa E_IDENTIFICATION: its key stands twice" in refusal(
        (SUPPLIERS, [row(SUPPLIERS, supplier="alfa"), row(SUPPLIERS, supplier="alfa")])
    )


def test_a_key_that_stands_twice_is_found_across_batches() -> None:
    batch = (SUPPLIERS, [row(SUPPLIERS, supplier="alfa")])
    assert "suppliers, alfa E_IDENTIFICATION: its key stands twice" in refusal(batch, batch)


def test_a_service_whose_supplier_is_not_listed_is_refused_by_name() -> None:
    assert "services, nobody E_IDENTIFICATION x: nobody E_IDENTIFICATION is not in suppliers" in refusal(
        (SUPPLIERS, [row(SUPPLIERS)]), (SERVICES, [row(SERVICES, supplier="nobody")])
    )


def test_a_fee_whose_regulation_is_not_published_is_refused_by_name() -> None:
    assert "fees, x 0: mdffs is not in regulations" in refusal(
        (REGULATIONS, [row(REGULATIONS)]), (FEES, [row(FEES, from_quantity=0, regulation="mdffs")])
    )


@pytest.mark.parametrize("number", ["202100-6884", "2021006883", "16202100-6883"])
def test_a_wrong_organisation_number_is_refused_by_name(number: str) -> None:
    assert "public-actors, verket: organisation_number is not an organisation number" in refusal(
        (PUBLIC_ACTORS, [row(PUBLIC_ACTORS, public_actor="verket", organisation_number=number)])
    )


def test_a_personal_number_is_refused_and_not_repeated() -> None:
    said = refusal((PUBLIC_ACTORS, [row(PUBLIC_ACTORS, public_actor="verket", organisation_number="811218-9876")]))
    assert "811218" not in said


def test_an_unknown_code_is_refused_by_name() -> None:
    assert "public-actors, verket: category is no word of its list" in refusal(
        (PUBLIC_ACTORS, [row(PUBLIC_ACTORS, public_actor="verket", category="PARISH")])
    )


def test_a_missing_fact_that_every_row_must_have_is_refused_by_name() -> None:
    assert "public-actors, verket: reference is empty" in refusal(
        (PUBLIC_ACTORS, [row(PUBLIC_ACTORS, public_actor="verket", reference=None)])
    )


def test_two_fees_for_the_same_on_the_same_day_are_refused_by_name() -> None:
    old = row(FEES, fee_rule="old", regulation=None, from_quantity=0, in_force_from="2025-01-01", ends_on="2026-01-02")
    new = row(FEES, fee_rule="new", regulation=None, from_quantity=0, in_force_from="2026-01-01", ends_on=None)
    assert "fees, new: it is in force on 2026-01-01, when old still is" in refusal((FEES, [new, old]))


def test_a_fee_that_begins_the_day_another_ends_passes() -> None:
    old = row(FEES, fee_rule="old", regulation=None, from_quantity=0, in_force_from="2025-01-01", ends_on="2026-01-01")
    new = row(FEES, fee_rule="new", regulation=None, from_quantity=0, in_force_from="2026-01-01", ends_on=None)
    checks = Checks()
    checks.look_at(FEES, columns(new, old))
    checks.refuse_or_pass()


def test_a_refusal_names_twenty_rows_and_counts_the_rest() -> None:
    rows = [row(PUBLIC_ACTORS, public_actor=f"actor-{n:02d}", provenance="GUESS") for n in range(30)]
    said = refusal((PUBLIC_ACTORS, rows))
    assert "actor-19: provenance" in said
    assert "actor-20" not in said
    assert "and 10 more" in said
    assert "GUESS" not in [str(term) for term in ProvenanceKind]


def test_a_fall_above_the_share_is_refused_with_its_remedy() -> None:
    with pytest.raises(TooMuchGone, match=r"suppliers from 10 to 7 rows\. .* --accept-drop"):
        refuse_drop({"suppliers": 10, "fees": 3}, {"suppliers": 7, "fees": 3}, 0.2)


def test_a_fall_of_exactly_the_share_passes() -> None:
    refuse_drop({"suppliers": 10}, {"suppliers": 8}, 0.2)
