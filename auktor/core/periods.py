"""Periods of calendar days, half-open: a period ends the day before the next begins.

Swedish texts say "till och med"; `end_after` and `last_day_before` convert at the edge, and nowhere else. All days are
days of Europe/Stockholm.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from auktor.core import errors

STOCKHOLM = ZoneInfo("Europe/Stockholm")

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, not including, `end`; without an `end`, until further notice. Never empty."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise errors.EndBeforeStart(
                f"The period from {self.start} ends on {self.end}, which is not after its start. "
                "Give as end the first day it no longer holds.",
                start=self.start,
                end=self.end,
            )

    def __str__(self) -> str:
        return f"from {self.start} until further notice" if self.end is None else f"[{self.start}, {self.end})"

    def contains(self, day: date) -> bool:
        """Whether `day` is in the period; its end is not."""
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day. Periods that only meet do not."""
        return self.intersection(other) is not None

    def meets(self, other: "Period") -> bool:
        """Whether `other` begins on the day this one ends, so that no day lies between."""
        return self.end == other.start

    def intersection(self, other: "Period") -> "Period | None":
        """The days in both, or None."""
        start = max(self.start, other.start)
        end = _earlier_end(self.end, other.end)
        return Period(start, end) if end is None or start < end else None

    def minus(self, other: "Period") -> tuple["Period", ...]:
        """The days of this period that are not in `other`: none, one or two periods, in order."""
        shared = self.intersection(other)
        if shared is None:
            return (self,)
        before = (Period(self.start, shared.start),) if self.start < shared.start else ()
        after = (Period(shared.end, self.end),) if shared.end is not None and shared.end != self.end else ()
        return before + after

    def days(self) -> int:
        """The number of days. A period without an end has none to count, which is an error."""
        return (self.closed_end() - self.start).days

    def closed_end(self) -> date:
        """The end, where one is required."""
        if self.end is None:
            raise errors.OpenPeriod(f"The period from {self.start} has no end. Give the day it ends.", start=self.start)
        return self.end


def _earlier_end(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def month_from(first_day: date) -> Period:
    """The calendar month that begins on `first_day`."""
    _, days = monthrange(first_day.year, first_day.month)
    return Period(first_day, end_after(first_day.replace(day=days)))


def end_after(last_day: date | None) -> date | None:
    """The half-open end of what holds "till och med" `last_day`: the day after. None is until further notice."""
    if last_day == date.max:
        raise errors.EndOutOfRange(
            f"No day follows {last_day}. Leave the last day empty for what holds until further notice.",
            last_day=last_day,
        )
    return None if last_day is None else last_day + _DAY


def last_day_before(end: date | None) -> date | None:
    """The "till och med" day of what ends, half-open, on `end`: the day before. None is until further notice."""
    return None if end is None else end - _DAY


def join(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days in the fewest periods, in order: those that overlap or meet become one."""
    joined: list[Period] = []
    for period in sorted(periods, key=lambda each: each.start):
        if joined and (joined[-1].end is None or period.start <= joined[-1].end):
            joined[-1] = Period(joined[-1].start, _later_end(joined[-1].end, period.end))
        else:
            joined.append(period)
    return tuple(joined)


def _later_end(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def gaps(period: Period, periods: Iterable[Period]) -> tuple[Period, ...]:
    """The days of `period` that none of `periods` holds, in order."""
    left: tuple[Period, ...] = (period,)
    for each in periods:
        left = tuple(piece for part in left for piece in part.minus(each))
    return left


def covered_by(period: Period, periods: Iterable[Period]) -> bool:
    """Whether every day of `period` is in one of `periods`."""
    return not gaps(period, periods)


def stockholm_today(now: datetime) -> date:
    """The calendar day in Stockholm at the instant `now`, which must carry its zone.

    For an hour or two before midnight UTC, Stockholm is already in the next day.
    """
    if now.tzinfo is None:
        raise errors.TimeWithoutZone(
            f"{now.isoformat()} does not say in which zone. Add the offset, as in 2026-01-01T00:30:00+01:00.", time=now
        )
    return _day_of(int(now.timestamp() // 1))


@lru_cache(8)
def _day_of(second: int) -> date:
    """The day in Stockholm, of a second since the epoch: no day begins within a second."""
    return datetime.fromtimestamp(second, STOCKHOLM).date()
