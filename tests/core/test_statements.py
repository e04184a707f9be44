"""Statements: what actors pay and what suppliers are paid rest on the same volumes, and each is rounded once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core.errors import NoFeeRule
from auktor.core.fee_rules import Rule, Tier
from auktor.core.periods import Period
from auktor.core.statements import (
    NoCompensationKnown,
    NotWholeMonths,
    Pay,
    Used,
    compensation_statement,
    difference,
    fee_statement,
)
from auktor.core.totals import Totals
from auktor.core.vocabulary import FeeCalculation, FeeDimension, FeeItem, FeeUnit, VatTreatment

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
IDENTIFICATION = FeeItem.IDENTIFICATION


def rule(key: str, start: date, end: date | None, *steps: tuple[int, int | None, str]) -> Rule:
    tiers = tuple(Tier(low, high, Decimal(amount)) for low, high, amount in steps or ((0, None, "0.12"),))
    dimension = FeeDimension.VOLUME if len(tiers) > 1 else FeeDimension.NONE
    unit = FeeUnit.PER_COMPLETED_TRANSACTION
    return Rule(key, IDENTIFICATION, tiers, FeeCalculation.MARGINAL, dimension, unit, Period(start, end))


FLAT = rule("flat", date(2026, 1, 1), None)


def used(month: int, quantity: int, service: str = "a-id", item: FeeItem = IDENTIFICATION) -> Used:
    return Used(service, item, date(2026, month, 1), quantity)


def pay(amount: str, start: date = YEAR.start, end: date | None = None) -> Pay:
    return Pay(f"pay-{amount}", IDENTIFICATION, Decimal(amount), Period(start, end))


def test_a_year_of_volumes_costs_the_quantity_times_the_price() -> None:
    statement = fee_statement([used(month, 100_001) for month in range(1, 13)], [FLAT], YEAR)
    assert (statement.total_sek, statement.quantities) == (Decimal("144001.44"), {IDENTIFICATION: 1_200_012})


def test_a_fee_change_within_the_year_prices_each_month_by_its_own_rule() -> None:
    rules = [rule("old", date(2026, 1, 1), date(2026, 7, 1)), rule("new", date(2026, 7, 1), None, (0, None, "0.10"))]
    statement = fee_statement([used(6, 1000), used(7, 1000)], rules, YEAR)
    assert [(line.rule.key, line.quantity) for line in statement.lines] == [("old", 1000), ("new", 1000)]
    assert statement.total_sek == Decimal("220.00")


def test_a_month_in_which_the_fee_changes_is_divided_by_days() -> None:
    rules = [rule("old", date(2026, 1, 1), date(2026, 6, 11)), rule("new", date(2026, 6, 11), None, (0, None, "0.10"))]
    statement = fee_statement([used(6, 3000)], rules, YEAR)
    assert [(line.rule.key, line.quantity) for line in statement.lines] == [("old", 1000), ("new", 2000)]


def test_steps_are_counted_on_the_whole_period() -> None:
    stepped = rule("steps", date(2026, 1, 1), None, (0, 1000, "0.20"), (1000, None, "0.10"))
    assert fee_statement([used(1, 800), used(2, 800)], [stepped], YEAR).total_sek == Decimal("260.00")


def test_the_total_is_rounded_once_and_not_line_by_line() -> None:
    volumes = [used(1, 1), Used("a-id", FeeItem.SIGNATURE, date(2026, 1, 1), 1)]
    cheap = rule("cheap", date(2026, 1, 1), None, (0, None, "0.0025"))
    signing = Rule("s", FeeItem.SIGNATURE, cheap.tiers, cheap.calculation, cheap.dimension, cheap.unit, cheap.in_force)
    assert fee_statement(volumes, [cheap, signing], YEAR).total_sek == Decimal("0.01")


def test_a_month_without_a_rule_is_not_free() -> None:
    with pytest.raises(NoFeeRule):
        fee_statement([used(1, 1)], [rule("late", date(2026, 2, 1), None)], YEAR)


def test_a_month_without_a_known_compensation_is_not_free() -> None:
    with pytest.raises(NoCompensationKnown, match="2026-01"):
        compensation_statement([used(1, 1)], [pay("0.09", date(2026, 2, 1))], YEAR)


@pytest.mark.parametrize(
    "period", [Period(date(2026, 1, 2), date(2026, 3, 1)), Period(date(2026, 1, 1), date(2026, 3, 2))]
)
def test_a_statement_is_of_whole_months(period: Period) -> None:
    with pytest.raises(NotWholeMonths):
        fee_statement([used(1, 1)], [FLAT], period)


def test_a_correction_gives_a_difference_below_zero_where_too_much_was_charged() -> None:
    then, now = fee_statement([used(1, 1000)], [FLAT], YEAR), fee_statement([used(1, 900)], [FLAT], YEAR)
    assert difference(now, then) == ({IDENTIFICATION: -100}, Totals({VatTreatment.NOT_STATED: Decimal("-12.00")}))


def test_a_correction_of_last_year_yields_a_difference_and_last_year_itself_stays() -> None:
    """December is corrected in January: what was sent stands, and the difference is a statement of its own."""
    last_year = Period(date(2025, 12, 1), date(2026, 1, 1))
    price = rule("flat", date(2025, 1, 1), None)
    december, corrected = (Used("a-id", IDENTIFICATION, date(2025, 12, 1), n) for n in (1000, 1250))
    then, now = (fee_statement([each], [price], last_year) for each in (december, corrected))
    assert (then.total_sek, now.total_sek) == (Decimal("120.00"), Decimal("150.00"))
    assert difference(now, then) == ({IDENTIFICATION: 250}, Totals({VatTreatment.NOT_STATED: Decimal("30.00")}))


def with_vat(vat: VatTreatment, item: FeeItem, amount: str, start: date = YEAR.start, end: date | None = None) -> Rule:
    flat = rule(f"{item}-{vat}", start, end, (0, None, amount))
    return replace(flat, item=item, vat=vat)


EXCLUDED, INCLUDED = VatTreatment.EXCLUDED, VatTreatment.INCLUDED
TWO_KINDS = [with_vat(EXCLUDED, IDENTIFICATION, "0.12"), with_vat(INCLUDED, FeeItem.SIGNATURE, "0.15")]
OF_BOTH = [used(1, 1000), used(1, 200, item=FeeItem.SIGNATURE)]


def test_lines_without_value_added_tax_are_not_added_to_lines_with_it() -> None:
    statement = fee_statement(OF_BOTH, TWO_KINDS, YEAR)
    assert [(line.vat, line.amount_sek) for line in statement.lines] == [
        (EXCLUDED, Decimal("120.0000")),
        (INCLUDED, Decimal("30.0000")),
    ]
    assert statement.totals.by_vat == {EXCLUDED: Decimal("120.00"), INCLUDED: Decimal("30.00")}
    assert statement.total_sek is None


def test_a_rule_that_takes_another_treatment_within_the_year_divides_the_sum() -> None:
    summer = date(2026, 7, 1)
    rules = [
        with_vat(VatTreatment.OUTSIDE_SCOPE, IDENTIFICATION, "0.12", end=summer),
        with_vat(EXCLUDED, IDENTIFICATION, "0.12", summer),
    ]
    statement = fee_statement([used(6, 1000), used(7, 500)], rules, YEAR)
    assert statement.totals.by_vat == {EXCLUDED: Decimal("60.00"), VatTreatment.OUTSIDE_SCOPE: Decimal("120.00")}


def test_each_treatment_is_rounded_once() -> None:
    """Half an öre with tax and half an öre without are an öre each, and never one together."""
    halves = [with_vat(EXCLUDED, IDENTIFICATION, "0.005"), with_vat(INCLUDED, FeeItem.SIGNATURE, "0.005")]
    statement = fee_statement([used(1, 1), used(1, 1, item=FeeItem.SIGNATURE)], halves, YEAR)
    assert statement.totals.by_vat == {EXCLUDED: Decimal("0.01"), INCLUDED: Decimal("0.01")}


def test_what_suppliers_are_paid_is_told_by_treatment_too() -> None:
    pays = [replace(pay("0.09"), vat=EXCLUDED), Pay("s", FeeItem.SIGNATURE, Decimal("0.10"), Period(YEAR.start))]
    statement = compensation_statement(OF_BOTH, pays, YEAR)
    assert [line.vat for line in statement.lines] == [EXCLUDED, VatTreatment.NOT_STATED]
    assert statement.totals.by_vat == {EXCLUDED: Decimal("90.00"), VatTreatment.NOT_STATED: Decimal("20.00")}
    assert statement.total_sek is None


def test_a_difference_is_told_by_treatment() -> None:
    then, now = (
        fee_statement([used(1, 1000)], [with_vat(vat, IDENTIFICATION, "0.12")], YEAR) for vat in (EXCLUDED, INCLUDED)
    )
    quantities, totals = difference(now, then)
    assert quantities == {IDENTIFICATION: 0}
    assert totals.by_vat == {EXCLUDED: Decimal("-120.00"), INCLUDED: Decimal("120.00")}
    assert totals.one_sek is None


def test_a_statement_of_nothing_comes_to_nothing() -> None:
    assert str(fee_statement([], [], YEAR).total_sek) == "0.00"


VOLUMES = st.lists(
    st.tuples(
        st.sampled_from(["x", "y", "z"]), st.sampled_from(["a-id", "b-id"]), st.integers(1, 12), st.integers(0, 10**6)
    ),
    max_size=30,
)
RULES = [rule("old", date(2026, 1, 1), date(2026, 6, 11)), rule("new", date(2026, 6, 11), None)]
PAYS = [pay("0.09", YEAR.start, date(2026, 6, 11)), pay("0.08", date(2026, 6, 11))]


@given(VOLUMES)
def test_the_sums_of_one_are_the_sums_of_the_other(rows: list[tuple[str, str, int, int]]) -> None:
    """What all actors pay for is what all suppliers are paid for."""
    paid = [
        fee_statement([used(month, n, service) for who, service, month, n in rows if who == actor], RULES, YEAR)
        for actor in ("x", "y", "z")
    ]
    compensated = [
        compensation_statement([used(month, n, service) for _, service, month, n in rows if service == own], PAYS, YEAR)
        for own in ("a-id", "b-id")
    ]
    in_all = sum(n for *_, n in rows)
    assert sum(each.quantities.get(IDENTIFICATION, 0) for each in paid) == in_all
    assert sum(each.quantities.get(IDENTIFICATION, 0) for each in compensated) == in_all


@given(VOLUMES)
def test_at_equal_prices_the_kronor_are_equal_too(rows: list[tuple[str, str, int, int]]) -> None:
    volumes = [used(month, n, service) for _, service, month, n in rows]
    assert (
        fee_statement(volumes, [FLAT], YEAR).total_sek == compensation_statement(volumes, [pay("0.12")], YEAR).total_sek
    )
