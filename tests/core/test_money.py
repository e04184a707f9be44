"""Money is exact until it is rounded, once."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core.errors import AmountOutOfBounds, NotAnAmount, TooManyDecimals
from auktor.core.money import format_sek, sek, times, to_ore
from auktor.core.vocabulary import Language

AMOUNTS = st.decimals(min_value=-(10**13), max_value=10**13, places=4)


@pytest.mark.parametrize("written", ["0.12", " 0.1200 ", Decimal("0.12"), Decimal("0.120000")])
def test_an_amount_is_read_without_rounding(written: object) -> None:
    assert sek(written) == Decimal("0.12")


def test_a_whole_number_is_an_amount() -> None:
    assert sek(17) == Decimal(17)


@pytest.mark.parametrize(
    "value", [0.12, float("nan"), Decimal("NaN"), Decimal("Infinity"), True, None, "0,12", "1e3", "", "1 000"]
)
def test_what_is_not_exact_is_no_amount(value: object) -> None:
    with pytest.raises(NotAnAmount, match=r"with a point: 0\.12\."):
        sek(value)


def test_a_price_with_a_huge_exponent_is_refused_at_once() -> None:
    with pytest.raises(TooManyDecimals):
        sek(Decimal("1e-999999999"))
    with pytest.raises(AmountOutOfBounds):
        sek(Decimal("1e999999999"))


def test_an_amount_finer_than_four_decimals_is_refused() -> None:
    with pytest.raises(TooManyDecimals, match=r"0\.00001 SEK has more than 4 decimals"):
        sek("0.00001")


@pytest.mark.parametrize("written", ["100000000000000", "-100000000000000"])
def test_an_amount_beyond_what_the_register_keeps_is_refused(written: str) -> None:
    assert sek("99999999999999.9999") == Decimal("99999999999999.9999")
    with pytest.raises(AmountOutOfBounds, match="Check the decimal point"):
        sek(written)


@pytest.mark.parametrize(
    ("exact", "ore"),
    [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68"), ("-0.005", "-0.01"), ("-0.004", "0.00"), ("7", "7.00")],
)
def test_a_total_is_rounded_half_up_to_ore(exact: str, ore: str) -> None:
    assert str(to_ore(Decimal(exact))) == ore


def test_a_product_beyond_28_digits_is_still_exact() -> None:
    assert times(Decimal("9999999999999.9999"), 10**18 + 1) == Fraction(99999999999999999 * (10**18 + 1), 10**4)


@given(AMOUNTS)
def test_rounding_moves_an_amount_by_half_an_ore_at_most(amount: Decimal) -> None:
    assert abs(Fraction(to_ore(amount)) - Fraction(amount)) <= Fraction(1, 200)


@given(AMOUNTS)
def test_rounding_a_rounded_amount_changes_nothing(amount: Decimal) -> None:
    assert to_ore(to_ore(amount)) == to_ore(amount)


def test_an_amount_is_written_as_each_language_writes_it() -> None:
    assert format_sek(Decimal("1234567.5"), Language.SV) == "1\u202f234\u202f567,50"
    assert format_sek(Decimal("1234567.5"), Language.EN) == "1,234,567.50"


def test_a_unit_price_keeps_the_decimals_that_count() -> None:
    assert format_sek(Decimal("0.1234"), Language.SV) == "0,1234"
    assert format_sek(Decimal("0.1200"), Language.SV) == "0,12"
    assert format_sek(Decimal("0.1230"), Language.EN) == "0.123"


def test_an_amount_below_zero_has_a_true_minus_sign() -> None:
    assert format_sek(Decimal("-0.50"), Language.SV) == "\u22120,50"
