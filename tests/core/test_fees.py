"""What volumes cost, line by line, rounded once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core.errors import AmountOutOfBounds, BadFeeTiers, BadQuantity, NoFeeRule, OpenPeriod, SizeMissing
from auktor.core.fee_rules import Rule, Tier
from auktor.core.fees import ONCE, SHARE_OF_YEAR, VOLUME_STEPS, Line, Volume, divide_by_days, estimate
from auktor.core.periods import Period
from auktor.core.vocabulary import FeeCalculation, FeeDimension, FeeItem, FeeUnit

YEAR_2026 = Period(date(2026, 1, 1), date(2027, 1, 1))
YEAR_2027 = Period(date(2027, 1, 1), date(2028, 1, 1))


def rule(item: FeeItem, *steps: tuple[int, int | None, str], in_force: Period | None = None) -> Rule:
    """A flat rule, or one whose steps are by volume and take the whole volume."""
    return Rule(
        f"{item.lower()}-rule",
        item,
        tuple(Tier(lower, upper, Decimal(amount)) for lower, upper, amount in steps),
        FeeCalculation.WHOLE_VOLUME,
        FeeDimension.NONE if len(steps) == 1 else FeeDimension.VOLUME,
        FeeUnit.PER_COMPLETED_TRANSACTION,
        in_force or Period(date(2026, 1, 1)),
    )


IDENTIFICATION = rule(FeeItem.IDENTIFICATION, (0, None, "0.1200"))
SIGNATURE = rule(FeeItem.SIGNATURE, (0, None, "0.1200"))
STEPS = rule(FeeItem.MESSAGE, (0, 1000, "2.00"), (1000, 5000, "1.50"), (5000, None, "1.00"))
MARGINAL = replace(STEPS, calculation=FeeCalculation.MARGINAL)
BY_SIZE = replace(
    STEPS, tiers=(Tier(0, 100, Decimal("0.72")), Tier(100, None, Decimal("0.83"))), dimension=FeeDimension.SIZE_KB
)


def shown(lines: tuple[Line, ...]) -> list[tuple[int, str, str]]:
    return [(line.quantity, str(line.unit_amount_sek), str(line.amount_sek)) for line in lines]


def test_a_year_of_log_ins_and_signatures_costs_540000_kronor() -> None:
    volumes = [Volume(FeeItem.IDENTIFICATION, 4_200_000), Volume(FeeItem.SIGNATURE, 300_000)]
    result = estimate(volumes, [IDENTIFICATION, SIGNATURE], YEAR_2027)
    assert str(result.total_sek) == "540000.00"
    assert shown(result.lines) == [(4_200_000, "0.1200", "504000.0000"), (300_000, "0.1200", "36000.0000")]
    assert [line.rule.key for line in result.lines] == ["identification-rule", "signature-rule"]
    assert [line.period for line in result.lines] == [YEAR_2027, YEAR_2027]
    assert result.assumptions == ()
    assert result.rounding.en == "The total is rounded once, to the nearest öre; half an öre is rounded up."


def test_the_total_is_rounded_once_and_not_line_by_line() -> None:
    rules = [rule(FeeItem.IDENTIFICATION, (0, None, "0.0030")), rule(FeeItem.SIGNATURE, (0, None, "0.0020"))]
    result = estimate([Volume(FeeItem.IDENTIFICATION, 1), Volume(FeeItem.SIGNATURE, 1)], rules, YEAR_2026)
    assert str(result.total_sek) == "0.01"


def test_a_fee_change_within_the_period_divides_the_quantity_by_days() -> None:
    before = rule(FeeItem.IDENTIFICATION, (0, None, "0.12"), in_force=Period(date(2026, 1, 1), date(2026, 4, 1)))
    after = rule(FeeItem.IDENTIFICATION, (0, None, "0.20"), in_force=Period(date(2026, 4, 1)))
    result = estimate([Volume(FeeItem.IDENTIFICATION, 1000)], [after, before], YEAR_2026)
    assert shown(result.lines) == [(247, "0.12", "29.6400"), (753, "0.20", "150.6000")]
    assert str(result.total_sek) == "180.24"
    assert [text.en for text in result.assumptions] == [
        "The quantity (identification) is divided by days between the rules in force within the period."
    ]
    assert [text.sv for text in result.assumptions] == [
        "Antalet (identifiering) är fördelat efter dagar mellan de regler som gäller under perioden."
    ]


def test_days_without_a_rule_are_an_error_and_never_free() -> None:
    with pytest.raises(NoFeeRule, match=r"IDENTIFICATION is known \[2025-12-31, 2026-01-01\)"):
        estimate([Volume(FeeItem.IDENTIFICATION, 1)], [IDENTIFICATION], Period(date(2025, 12, 31), date(2026, 2, 1)))


def test_an_estimate_needs_a_last_day() -> None:
    with pytest.raises(OpenPeriod):
        estimate([Volume(FeeItem.IDENTIFICATION, 1)], [IDENTIFICATION], Period(date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("quantity", "unit", "amount"),
    [(0, "2.00", "0.0000"), (999, "2.00", "1998.0000"), (1000, "1.50", "1500.0000"), (5000, "1.00", "5000.0000")],
)
def test_a_whole_volume_takes_the_price_of_its_step(quantity: int, unit: str, amount: str) -> None:
    result = estimate([Volume(FeeItem.MESSAGE, quantity)], [STEPS], YEAR_2026)
    assert shown(result.lines) == [(quantity, unit, amount)]
    assert result.assumptions == (VOLUME_STEPS,)


def test_marginal_steps_are_charged_each_by_itself() -> None:
    result = estimate([Volume(FeeItem.MESSAGE, 6000)], [MARGINAL], YEAR_2026)
    assert shown(result.lines) == [
        (1000, "2.00", "2000.0000"),
        (4000, "1.50", "6000.0000"),
        (1000, "1.00", "1000.0000"),
    ]
    assert [line.tier for line in result.lines] == list(MARGINAL.tiers)
    assert str(result.total_sek) == "9000.00"


@pytest.mark.parametrize(("quantity", "lines"), [(0, 1), (1, 1), (1000, 1), (1001, 2), (5000, 2), (5001, 3)])
def test_a_marginal_step_has_a_line_only_when_the_volume_reaches_it(quantity: int, lines: int) -> None:
    assert len(estimate([Volume(FeeItem.MESSAGE, quantity)], [MARGINAL], YEAR_2026).lines) == lines


def test_a_message_takes_the_price_of_its_size() -> None:
    volumes = [Volume(FeeItem.MESSAGE, 10, size_kb=99), Volume(FeeItem.MESSAGE, 20, size_kb=100)]
    result = estimate(volumes, [BY_SIZE], YEAR_2026)
    assert shown(result.lines) == [(10, "0.72", "7.2000"), (20, "0.83", "16.6000")]
    assert str(result.total_sek) == "23.80"


def test_a_fee_by_size_asks_for_the_size() -> None:
    with pytest.raises(SizeMissing, match="Give the size of each message in kilobytes"):
        estimate([Volume(FeeItem.MESSAGE, 10)], [BY_SIZE], YEAR_2026)


def test_volumes_of_one_item_reach_a_step_together() -> None:
    volumes = [Volume(FeeItem.MESSAGE, 600), Volume(FeeItem.MESSAGE, 400, size_kb=50)]
    assert shown(estimate(volumes, [STEPS], YEAR_2026).lines) == [(1000, "1.50", "1500.0000")]


def test_volumes_of_one_item_and_size_are_one_line() -> None:
    volumes = [Volume(FeeItem.MESSAGE, 10, size_kb=99), Volume(FeeItem.MESSAGE, 5, size_kb=99)]
    assert shown(estimate(volumes, [BY_SIZE], YEAR_2026).lines) == [(15, "0.72", "10.8000")]


def test_a_fee_per_year_is_charged_by_days_of_each_year() -> None:
    yearly = replace(IDENTIFICATION, unit=FeeUnit.PER_YEAR, tiers=(Tier(0, None, Decimal(36600)),))
    half_a_leap_year = Period(date(2028, 1, 1), date(2028, 7, 1))
    result = estimate([Volume(FeeItem.IDENTIFICATION, 5)], [yearly], half_a_leap_year)
    assert shown(result.lines) == [(182, "36600", "18200.0000")]
    assert result.assumptions == (SHARE_OF_YEAR,)


def test_a_fee_per_year_for_two_whole_years_is_twice_the_fee() -> None:
    yearly = replace(IDENTIFICATION, unit=FeeUnit.PER_YEAR, tiers=(Tier(0, None, Decimal("1000.01")),))
    result = estimate([Volume(FeeItem.IDENTIFICATION, 5)], [yearly], Period(date(2027, 1, 1), date(2029, 1, 1)))
    assert str(result.total_sek) == "2000.02"


def test_a_year_cut_in_two_by_equal_rules_costs_one_year() -> None:
    first = replace(
        IDENTIFICATION,
        unit=FeeUnit.PER_YEAR,
        tiers=(Tier(0, None, Decimal("0.005")),),
        in_force=Period(date(2026, 1, 1), date(2026, 4, 11)),
    )
    second = replace(first, in_force=Period(date(2026, 4, 11)))
    result = estimate([Volume(FeeItem.IDENTIFICATION, 1)], [first, second], YEAR_2026)
    assert sum(line.exact_sek for line in result.lines) == Fraction(1, 200)
    assert str(result.total_sek) == "0.01"


def test_a_fee_per_year_counts_to_the_end_of_the_calendar() -> None:
    yearly = replace(IDENTIFICATION, unit=FeeUnit.PER_YEAR, tiers=(Tier(0, None, Decimal(365)),))
    result = estimate([Volume(FeeItem.IDENTIFICATION, 1)], [yearly], Period(date(9999, 1, 1), date(9999, 12, 31)))
    assert str(result.total_sek) == "364.00"


def test_a_one_off_fee_is_charged_once_even_when_its_rule_changes() -> None:
    first = replace(
        IDENTIFICATION,
        unit=FeeUnit.ONE_OFF,
        tiers=(Tier(0, None, Decimal(500)),),
        in_force=Period(date(2026, 1, 1), date(2026, 4, 1)),
    )
    second = replace(first, tiers=(Tier(0, None, Decimal(900)),), in_force=Period(date(2026, 4, 1)))
    result = estimate([Volume(FeeItem.IDENTIFICATION, 7)], [first, second], YEAR_2026)
    assert shown(result.lines) == [(1, "500", "500.0000")]
    assert ONCE in result.assumptions


def test_a_rule_with_faulty_steps_is_not_counted_with() -> None:
    with pytest.raises(BadFeeTiers):
        estimate([Volume(FeeItem.MESSAGE, 1)], [replace(STEPS, tiers=STEPS.tiers[1:])], YEAR_2026)


@pytest.mark.parametrize("quantity", [-1, 10**15])
def test_a_quantity_below_0_or_beyond_reason_is_refused(quantity: int) -> None:
    with pytest.raises(BadQuantity, match=f"The quantity of the item MESSAGE is {quantity}"):
        estimate([Volume(FeeItem.MESSAGE, quantity)], [STEPS], YEAR_2026)


def test_a_size_below_0_is_refused() -> None:
    with pytest.raises(BadQuantity, match="The size in kilobytes of the item MESSAGE is -1"):
        estimate([Volume(FeeItem.MESSAGE, 1, size_kb=-1)], [BY_SIZE], YEAR_2026)


def test_a_total_beyond_what_the_register_keeps_is_refused() -> None:
    dear = rule(FeeItem.MESSAGE, (0, None, "1000"))
    with pytest.raises(AmountOutOfBounds):
        estimate([Volume(FeeItem.MESSAGE, 10**14)], [dear], YEAR_2026)


def test_nothing_costs_nothing() -> None:
    assert str(estimate([], [IDENTIFICATION], YEAR_2026).total_sek) == "0.00"


QUANTITIES = st.integers(0, 10**12)


@given(QUANTITIES, st.lists(st.integers(1, 400), min_size=1, max_size=8))
def test_the_divided_quantity_adds_up_and_follows_the_days(quantity: int, days: list[int]) -> None:
    shares = divide_by_days(quantity, days)
    assert sum(shares) == quantity
    exact = [Fraction(quantity * part, sum(days)) for part in days]
    assert all(abs(share - part) < 1 for share, part in zip(shares, exact, strict=True))


def test_the_earlier_part_takes_the_odd_one() -> None:
    assert divide_by_days(1, [10, 10]) == [1, 0]
    assert divide_by_days(10, [10, 10, 10]) == [4, 3, 3]


@given(QUANTITIES)
def test_marginal_lines_hold_the_whole_quantity(quantity: int) -> None:
    lines = estimate([Volume(FeeItem.MESSAGE, quantity)], [MARGINAL], YEAR_2026).lines
    assert sum(line.quantity for line in lines) == quantity


@given(QUANTITIES, QUANTITIES)
def test_more_messages_never_cost_less_by_marginal_steps(one: int, other: int) -> None:
    fewer, more = sorted([one, other])
    costs = [estimate([Volume(FeeItem.MESSAGE, n)], [MARGINAL], YEAR_2026).total_sek for n in (fewer, more)]
    assert costs == sorted(cost for cost in costs if cost is not None)


@given(QUANTITIES, st.dates(date(2026, 1, 2), date(2026, 12, 31)))
def test_a_new_rule_with_the_same_price_changes_no_total(quantity: int, change: date) -> None:
    before = replace(IDENTIFICATION, in_force=Period(date(2026, 1, 1), change))
    after = replace(IDENTIFICATION, in_force=Period(change))
    volumes = [Volume(FeeItem.IDENTIFICATION, quantity)]
    unchanged = estimate(volumes, [IDENTIFICATION], YEAR_2026).total_sek
    assert estimate(volumes, [before, after], YEAR_2026).total_sek == unchanged
