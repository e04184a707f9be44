"""A period ends the day before the next begins."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core import errors
from auktor.core.moment import Moment
from auktor.core.periods import (
    Period,
    covered_by,
    end_after,
    gaps,
    join,
    last_day_before,
    month_from,
    stockholm_today,
)

YEAR_2026 = Period(date(2026, 1, 1), date(2027, 1, 1))
FROM_2027 = Period(date(2027, 1, 1))

FIRST_DAY = date(2026, 1, 1)
DAYS = [FIRST_DAY + timedelta(days=n) for n in range(60)]


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Periods that begin and, if they end, end within the first two months of 2026."""
    start = draw(st.integers(0, 40))
    length = draw(st.none() | st.integers(1, 15))
    return Period(DAYS[start], None if length is None else DAYS[start + length])


def days_of(*many: Period) -> set[date]:
    return {day for day in DAYS if any(period.contains(day) for period in many)}


def test_a_period_holds_its_first_day_and_not_its_end() -> None:
    assert YEAR_2026.contains(date(2026, 1, 1))
    assert YEAR_2026.contains(date(2026, 12, 31))
    assert not YEAR_2026.contains(date(2027, 1, 1))
    assert not YEAR_2026.contains(date(2025, 12, 31))


def test_a_period_without_an_end_holds_every_later_day() -> None:
    assert FROM_2027.contains(date.max)


@pytest.mark.parametrize("end", [date(2026, 1, 1), date(2025, 12, 31)])
def test_a_period_ends_after_it_starts(end: date) -> None:
    with pytest.raises(errors.EndBeforeStart) as caught:
        Period(date(2026, 1, 1), end)
    assert str(caught.value) == (
        f"END_BEFORE_START: The period from 2026-01-01 ends on {end}, which is not after its start. "
        "Give as end the first day it no longer holds."
    )


def test_periods_that_meet_do_not_overlap() -> None:
    assert YEAR_2026.meets(FROM_2027)
    assert not YEAR_2026.overlaps(FROM_2027)
    assert not FROM_2027.meets(YEAR_2026)


def test_a_leap_year_has_366_days() -> None:
    assert Period(date(2028, 1, 1), date(2029, 1, 1)).days() == 366


def test_days_without_an_end_are_not_counted() -> None:
    with pytest.raises(errors.OpenPeriod, match="Give the day it ends"):
        FROM_2027.days()


def test_a_period_says_itself_in_words() -> None:
    assert str(YEAR_2026) == "[2026-01-01, 2027-01-01)"
    assert str(FROM_2027) == "from 2027-01-01 until further notice"


@given(periods(), periods())
def test_the_intersection_is_the_days_in_both(one: Period, other: Period) -> None:
    shared = one.intersection(other)
    assert days_of(*([shared] if shared else [])) == days_of(one) & days_of(other)
    assert one.overlaps(other) == (shared is not None) == other.overlaps(one)


@given(periods(), periods())
def test_minus_leaves_the_days_in_the_first_only(one: Period, other: Period) -> None:
    assert days_of(*one.minus(other)) == days_of(one) - days_of(other)


@given(st.lists(periods()))
def test_joined_periods_hold_the_same_days_and_lie_apart(many: list[Period]) -> None:
    joined = join(many)
    assert days_of(*joined) == days_of(*many)
    assert all(earlier.end is not None and earlier.end < later.start for earlier, later in pairwise(joined))


@given(periods(), st.lists(periods()))
def test_gaps_are_the_days_nothing_covers(whole: Period, parts: list[Period]) -> None:
    left = gaps(whole, parts)
    assert days_of(*left) == days_of(whole) - days_of(*parts)
    assert covered_by(whole, parts) == (not left)


def test_periods_that_meet_join_to_one() -> None:
    assert join([FROM_2027, YEAR_2026]) == (Period(date(2026, 1, 1)),)


def test_what_holds_to_and_with_a_day_ends_the_day_after() -> None:
    assert end_after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert last_day_before(date(2027, 1, 1)) == date(2026, 12, 31)


def test_until_further_notice_stays_so_in_both_directions() -> None:
    assert end_after(None) is None
    assert last_day_before(None) is None


def test_the_last_day_of_the_calendar_is_not_taken_for_no_end() -> None:
    with pytest.raises(errors.EndOutOfRange, match="Leave the last day empty"):
        end_after(date.max)


@given(st.dates(max_value=date(9999, 12, 30)))
def test_there_and_back_is_the_same_day(day: date) -> None:
    assert last_day_before(end_after(day)) == day


def test_a_month_is_a_period_from_its_first_day() -> None:
    assert month_from(date(2028, 2, 1)) == Period(date(2028, 2, 1), date(2028, 3, 1))
    assert month_from(date(2026, 12, 1)) == Period(date(2026, 12, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2025, 12, 31, 22, 59, tzinfo=UTC), date(2025, 12, 31)),
        (datetime(2025, 12, 31, 23, 0, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_the_day_is_stockholms_in_winter_and_in_summer(instant: datetime, day: date) -> None:
    assert stockholm_today(instant) == day


def test_a_time_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 1, 1, 0, 30)  # noqa: DTZ001  # the fault under test
    with pytest.raises(errors.TimeWithoutZone, match="Add the offset"):
        stockholm_today(naive)
    with pytest.raises(errors.TimeWithoutZone, match="Add the offset"):
        Moment(date(2026, 1, 1), naive)


def test_a_moment_without_a_known_time_asks_for_the_newest() -> None:
    assert Moment(date(2026, 1, 1)).known_at is None
