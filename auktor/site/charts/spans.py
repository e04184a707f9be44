"""Bars in time: when agreements, services and regulations begin and end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from auktor.site.charts.drawing import WIDE, Form, Heading, box, n, picture, stroke, text

TOP, ROW, NAME_ABOVE = 30, 30, 20
LABEL, RIGHT = 250, 12
LONGEST_NAME = 36
BAR, TIP = 18, 8
MOST_YEARS = 8


@dataclass(frozen=True, slots=True)
class Span:
    """A bar in time, half-open: `start` or `end` None where no such day is known; `invented` where it is an example."""

    name: str
    start: date | None
    end: date | None
    invented: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a day lies from the beginning of the first year to the end of the last."""

    left: float
    room: float
    first: int
    last: int

    def x(self, day: date) -> float:
        begins = date(self.first, 1, 1)
        return self.left + self.room * (day - begins).days / ((date(self.last, 12, 31) - begins).days + 1)


def gantt(heading: Heading, spans: Sequence[Span], today: date, form: Form = WIDE) -> Markup:
    """Bars over years, with a line at `today`; without an end it has an arrow, without a start it is pale."""
    known = [day for span in spans for day in (span.start, span.end) if day] + [today]
    left, above = (0, NAME_ABOVE) if form.narrow else (LABEL, 0)
    scale = _Scale(left, form.width - left - RIGHT, min(known).year, max(known).year)
    height = TOP + (ROW + above) * len(spans) + 6
    parts = _years(scale, height, form)
    for index, span in enumerate(spans):
        top = TOP + index * (ROW + above)
        parts.append(text("label", 0, top + 16, _short(span.name)))
        parts.append(_bar(span, top + above, scale))
    parts.append(stroke("today", (scale.x(today), TOP - 6), (scale.x(today), height)))
    return picture(heading, form, height, parts)


def _years(scale: _Scale, height: int, form: Form) -> list[str]:
    most = MOST_YEARS // 2 if form.narrow else MOST_YEARS
    years = range(scale.first, scale.last + 1)
    drawn: list[str] = []
    for year in years[:: -(-len(years) // most)]:
        x = scale.x(date(year, 1, 1))
        drawn += [stroke("grid", (x, TOP - 6), (x, height)), text("axis", x + 4, 16, str(year))]
    return drawn


def _bar(span: Span, top: float, scale: _Scale) -> str:
    left = scale.x(span.start) if span.start else scale.left
    right = scale.x(span.end) if span.end else scale.left + scale.room - TIP
    kind = "track" if span.start is None else "bar invented" if span.invented else "bar"
    if span.end is not None:
        return box(kind, left, top + 2, max(right - left, 3), BAR)
    upper, lower = n(top + 2), n(top + 2 + BAR)
    tip = f"{n(right + TIP)} {n(top + 2 + BAR / 2)}"
    return (
        f'<path class="{kind}" d="M{n(left)} {upper}L{n(right)} {upper}L{tip}L{n(right)} {lower}L{n(left)} {lower}z"/>'
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
