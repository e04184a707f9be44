"""On every day exactly one fee rule applies, and its steps price every quantity once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from auktor.core.errors import BadFeeRule, BadFeeTiers, NoFeeRule, SeveralFeeRules, TooManyDecimals
from auktor.core.fee_rules import Rule, Tier, check_rule, check_tiers, check_within_regulation, rules_through
from auktor.core.periods import Period
from auktor.core.vocabulary import FeeCalculation, FeeDimension, FeeItem, FeeUnit

FROM_2026 = Period(date(2026, 1, 1))
FLAT = (Tier(0, None, Decimal("0.12")),)

RULE = Rule(
    "avgift-2026",
    FeeItem.IDENTIFICATION,
    FLAT,
    FeeCalculation.WHOLE_VOLUME,
    FeeDimension.NONE,
    FeeUnit.PER_COMPLETED_TRANSACTION,
    FROM_2026,
)
OLD_RULE = replace(
    RULE, key="vfs-17-ore", tiers=(Tier(0, None, Decimal("0.17")),), in_force=Period(date(2017, 1, 1), date(2026, 1, 1))
)


def tiers(*steps: tuple[int, int | None, str]) -> tuple[Tier, ...]:
    return tuple(Tier(lower, upper, Decimal(amount)) for lower, upper, amount in steps)


@pytest.mark.parametrize(
    ("steps", "step", "message"),
    [
        (tiers(), 0, "The fee has no step. Give at least one, from 0 and without an upper limit."),
        (tiers((1, None, "1")), 1, "Step 1 starts at 1. Let the first step start at 0."),
        (
            tiers((0, 10, "1"), (11, None, "2")),
            2,
            "Step 2 starts at 11 and leaves a gap, since step 1 ends at 10. Let it start at 10.",
        ),
        (
            tiers((0, 10, "1"), (9, None, "2")),
            2,
            "Step 2 starts at 9 and overlaps, since step 1 ends at 10. Let it start at 10.",
        ),
        (
            tiers((0, 10, "1")),
            1,
            "Step 1 is the last and ends at 10, so nothing above it has a price. Remove its upper limit.",
        ),
        (
            tiers((0, None, "1"), (10, None, "2")),
            1,
            "Step 1 has no upper limit but is not the last. Give the limit.",
        ),
        (
            tiers((0, 10, "1"), (10, 10, "2"), (10, None, "3")),
            2,
            "Step 2 goes from 10 to 10 and holds nothing. Give an upper limit above the lower.",
        ),
        (tiers((0, 10, "1"), (10, None, "-0.01")), 2, "Step 2 costs -0.01 SEK. Give 0 or more."),
    ],
)
def test_faulty_steps_are_refused_by_number(steps: tuple[Tier, ...], step: int, message: str) -> None:
    with pytest.raises(BadFeeTiers) as caught:
        check_tiers(steps)
    assert str(caught.value) == f"BAD_FEE_TIERS: {message}"
    assert caught.value.values == {"step": step}


def test_steps_from_0_without_gap_to_an_open_end_are_accepted() -> None:
    check_tiers(tiers((0, 100, "0"), (100, 1000, "0.5"), (1000, None, "0.25")))


def test_a_price_finer_than_four_decimals_is_refused() -> None:
    with pytest.raises(TooManyDecimals):
        check_tiers(tiers((0, None, "0.12345")))


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (replace(RULE, tiers=tiers((0, 1, "1"), (1, None, "2"))), "has 2 steps but no dimension"),
        (replace(RULE, dimension=FeeDimension.SIZE_KB, calculation=FeeCalculation.MARGINAL), "by size and MARGINAL"),
        (replace(RULE, dimension=FeeDimension.VOLUME, unit=FeeUnit.PER_YEAR), "is PER_YEAR and has steps"),
        (replace(RULE, dimension=FeeDimension.SIZE_KB, unit=FeeUnit.ONE_OFF), "is ONE_OFF and has steps"),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(rule: Rule, message: str) -> None:
    with pytest.raises(BadFeeRule, match=f"The fee rule avgift-2026 .*{message}"):
        check_rule(rule)


def test_a_fee_rule_is_in_force_only_while_its_regulation_is() -> None:
    check_within_regulation(RULE, FROM_2026)
    with pytest.raises(BadFeeRule, match="Keep the rule within the regulation"):
        check_within_regulation(RULE, Period(date(2026, 1, 1), date(2030, 1, 1)))


def test_each_day_has_the_rule_of_that_day() -> None:
    parts = rules_through(FeeItem.IDENTIFICATION, [RULE, OLD_RULE], Period(date(2025, 7, 1), date(2026, 7, 1)))
    assert parts == (
        (OLD_RULE, Period(date(2025, 7, 1), date(2026, 1, 1))),
        (RULE, Period(date(2026, 1, 1), date(2026, 7, 1))),
    )


def test_a_rule_until_further_notice_covers_a_period_without_end() -> None:
    assert rules_through(FeeItem.IDENTIFICATION, [RULE], Period(date(2027, 1, 1))) == (
        (RULE, Period(date(2027, 1, 1))),
    )


def test_a_rule_for_another_item_does_not_apply() -> None:
    with pytest.raises(NoFeeRule) as caught:
        rules_through(FeeItem.MESSAGE, [RULE], Period(date(2027, 1, 1), date(2028, 1, 1)))
    assert str(caught.value) == (
        "NO_FEE_RULE: No fee rule for the item MESSAGE is known [2027-01-01, 2028-01-01). Known: none. "
        "Ask for days within these, or leave the item out."
    )


def test_days_without_a_rule_are_named_with_what_is_known() -> None:
    with pytest.raises(NoFeeRule) as caught:
        rules_through(FeeItem.IDENTIFICATION, [RULE], Period(date(2025, 7, 1), date(2026, 7, 1)))
    assert str(caught.value) == (
        "NO_FEE_RULE: No fee rule for the item IDENTIFICATION is known [2025-07-01, 2026-01-01). "
        "Known: avgift-2026 from 2026-01-01 until further notice. Ask for days within these, or leave the item out."
    )
    assert caught.value.values["missing"] == (Period(date(2025, 7, 1), date(2026, 1, 1)),)


def test_two_rules_on_one_day_are_refused() -> None:
    late = replace(OLD_RULE, in_force=Period(date(2017, 1, 1), date(2026, 1, 2)))
    with pytest.raises(SeveralFeeRules) as caught:
        rules_through(FeeItem.IDENTIFICATION, [RULE, late], FROM_2026)
    assert str(caught.value) == (
        "SEVERAL_FEE_RULES: The fee rules vfs-17-ore and avgift-2026 both apply to the item IDENTIFICATION "
        "[2026-01-01, 2026-01-02). Let the earlier end on the day the later begins."
    )


def test_a_rule_that_ends_as_the_next_begins_leaves_one_rule_a_day() -> None:
    parts = rules_through(FeeItem.IDENTIFICATION, [OLD_RULE, RULE], Period(date(2017, 1, 1)))
    assert [rule.key for rule, _ in parts] == ["vfs-17-ore", "avgift-2026"]
