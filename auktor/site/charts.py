"""Pictures of the register as SVG: rows in, text out, the same bytes every time, coloured by the style sheet alone.

Every picture has a title and a sentence that says what it shows; the page puts the same numbers in a table beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

WIDTH, RIGHT, TOP, BOTTOM = 720, 12, 30, 28
LINE_HEIGHT = 260
AXIS, NAMES = 76, 150
APART = 16
ROW = 30
LABEL = 250
STEPS = 4
_NICE = (1, 2, 2.5, 5, 10)
Write = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a picture is called and shows; `identifier` is its own on the page."""

    identifier: str
    title: str
    desc: str


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name and a value for each month; None where nothing is known, which is a gap and never zero."""

    name: str
    values: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Span:
    """A bar in time, half-open: `start` or `end` None where no such day is known."""

    name: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, how much of the whole it is, and the whole where it is a share."""

    name: str
    value: int
    whole: int | None = None


def lines(heading: Heading, months: Sequence[str], series: Sequence[Series], write: Write) -> Markup:
    """Lines over months from zero up, each named where it ends; `write` writes the figures of the language."""
    top = _ceiling(max((value for each in series for value in each.values if value is not None), default=1))
    plot_width = WIDTH - AXIS - NAMES
    plot_height = LINE_HEIGHT - TOP - BOTTOM

    def x(index: int) -> float:
        return AXIS + plot_width * index / max(len(months) - 1, 1)

    def y(value: int) -> float:
        return TOP + plot_height * (1 - value / top)

    parts = [_grid(y(top * step // STEPS), write(top * step // STEPS)) for step in range(STEPS + 1)]
    ends: list[tuple[float, float, str, int]] = []
    for place, each in enumerate(series, start=1):
        known = [(x(index), y(value)) for index, value in enumerate(each.values) if value is not None]
        parts += [_path(part, place) for part in _unbroken(each.values, x, y)]
        ends += [(*point, each.name, place) for point in known[-1:]]
    parts += [*_named(ends), *_months(months, x)]
    return _picture(heading, LINE_HEIGHT, parts)


def bars(heading: Heading, rows: Sequence[Bar], write: Write) -> Markup:
    """Bars beside their names; a share lies on a track that is its whole."""
    longest = max((row.whole or row.value for row in rows), default=0) or 1
    room = WIDTH - LABEL - 90
    parts: list[str] = []
    for index, row in enumerate(rows):
        top = 8 + index * ROW
        said = f"{write(row.value)} / {write(row.whole)}" if row.whole is not None else write(row.value)
        full = room * (row.whole or row.value) / longest
        part = room * row.value / longest
        parts.append(f'<text class="label" x="0" y="{top + 15}">{escape(row.name)}</text>')
        if row.whole is not None:
            parts.append(f'<rect class="track" x="{LABEL}" y="{top + 2}" width="{_n(full)}" height="18"/>')
        parts.append(f'<rect class="bar" x="{LABEL}" y="{top + 2}" width="{_n(part)}" height="18"/>')
        parts.append(f'<text class="value" x="{_n(LABEL + full + 8)}" y="{top + 15}">{said}</text>')
    return _picture(heading, 16 + ROW * len(rows), parts)


def share(heading: Heading, part: int, whole: int, said: str) -> Markup:
    """One bar: a part of a whole, with the words for it above."""
    room = WIDTH - 2
    filled = room * part / whole if whole else 0
    return _picture(
        heading,
        64,
        [
            f'<text class="value" x="0" y="18">{escape(said)}</text>',
            f'<rect class="track" x="0" y="30" width="{room}" height="24"/>',
            f'<rect class="bar" x="0" y="30" width="{_n(filled)}" height="24"/>',
        ],
    )


def gantt(heading: Heading, spans: Sequence[Span], today: date) -> Markup:
    """Bars over years, with a line at `today`; without an end it has an arrow, without a start it is pale."""
    known = [day for span in spans for day in (span.start, span.end) if day] + [today]
    first, last = min(known).year, max(known).year + 1
    room = WIDTH - LABEL - RIGHT

    def x(day: date) -> float:
        days = (date(last, 1, 1) - date(first, 1, 1)).days
        return LABEL + room * (day - date(first, 1, 1)).days / days

    height = TOP + ROW * len(spans) + 6
    every = max((last - first) // 8, 1)
    parts = [_year(year, x(date(year, 1, 1)), height) for year in range(first, last, every)]
    for index, span in enumerate(spans):
        parts += _span(span, TOP + index * ROW, x, last)
    parts.append(f'<line class="today" x1="{_n(x(today))}" x2="{_n(x(today))}" y1="{TOP - 6}" y2="{height}"/>')
    return _picture(heading, height, parts)


def _span(span: Span, top: int, x: Callable[[date], float], last: int) -> list[str]:
    left = x(span.start) if span.start else LABEL
    right = x(span.end) if span.end else x(date(last, 1, 1)) - 8
    middle = top + 11
    drawn = [f'<text class="label" x="0" y="{top + 16}">{escape(span.name)}</text>']
    kind = "bar" if span.start else "track"
    drawn.append(f'<rect class="{kind}" x="{_n(left)}" y="{top + 2}" width="{_n(max(right - left, 3))}" height="18"/>')
    if span.end is None:
        tip = f"M{_n(right)} {top + 2}L{_n(right + 8)} {middle}L{_n(right)} {top + 20}z"
        drawn.append(f'<path class="{kind}" d="{tip}"/>')
    return drawn


def _picture(heading: Heading, height: int, parts: Iterable[str]) -> Markup:
    name = heading.identifier
    names = f'role="img" aria-labelledby="{name}-t {name}-d"'
    told = f'<title id="{name}-t">{escape(heading.title)}</title><desc id="{name}-d">{escape(heading.desc)}</desc>'
    return Markup(f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" {names}>{told}{"".join(parts)}</svg>')  # noqa: S704 -- every text in it is escaped above


def _grid(y: float, said: str) -> str:
    line = f'<line class="grid" x1="{AXIS}" x2="{WIDTH - NAMES}" y1="{_n(y)}" y2="{_n(y)}"/>'
    return f'{line}<text class="axis left" x="{AXIS - 10}" y="{_n(y + 4)}">{said}</text>'


def _year(year: int, x: float, height: int) -> str:
    line = f'<line class="grid" x1="{_n(x)}" x2="{_n(x)}" y1="{TOP - 6}" y2="{height}"/>'
    return f'{line}<text class="axis" x="{_n(x + 4)}" y="16">{year}</text>'


def _months(months: Sequence[str], x: Callable[[int], float]) -> list[str]:
    """A label at each January, or at the first month where there is none."""
    turns = [index for index, month in enumerate(months) if month.endswith("-01")] or [0]
    return [
        f'<text class="axis" x="{_n(x(index))}" y="{LINE_HEIGHT - 8}">{months[index]}</text>'
        for index in turns
        if months and index < len(months) - 2
    ]


def _unbroken(
    values: Sequence[int | None], x: Callable[[int], float], y: Callable[[int], float]
) -> list[list[tuple[float, float]]]:
    """The stretches of a line between its gaps."""
    stretches: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            stretches.append([])
        else:
            stretches[-1].append((x(index), y(value)))
    return [stretch for stretch in stretches if stretch]


def _path(points: Sequence[tuple[float, float]], place: int) -> str:
    drawn = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    return f'<path class="line s{place}" d="M{drawn}"/>'


def _named(ends: Sequence[tuple[float, float, str, int]]) -> list[str]:
    """A dot where each line ends and its name beside, the names moved apart where lines end close together."""
    drawn: list[str] = []
    lowest = 0.0
    for x, y, name, place in sorted(ends, key=lambda end: end[1]):
        lowest = max(y + 4, lowest + APART)
        dot = f'<circle class="dot s{place}" cx="{_n(x)}" cy="{_n(y)}" r="4"/>'
        drawn.append(f'{dot}<text class="name s{place}" x="{_n(x + 10)}" y="{_n(lowest)}">{escape(name)}</text>')
    return drawn


def _ceiling(highest: int) -> int:
    """A round number at or above `highest` that divides into four steps."""
    size = 10 ** (len(str(max(highest, 1))) - 1)
    return next(int(step * size) for step in _NICE if step * size >= highest) if highest > STEPS else STEPS


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
