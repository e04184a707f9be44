"""Lines over months, and one share over months as an area."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auktor.site.charts.drawing import WIDE, Form, Heading, n, picture, stroke, text

TOP, BOTTOM, HEIGHT = 14, 28, 260
AXIS, NARROW_AXIS, NAMES, APART, KEY_ROW = 76, 64, 150, 16, 22
STEPS = 4
LABEL_ROOM, TICK = 64, 5
PARTS_OF_YEARS = (1, 2, 3, 6, 12, 24, 60, 120)
"""How many months there may be between two labels; a part begins with the year."""
_NICE = (1, 2, 2.5, 4, 5, 6, 8, 10)
Write = Callable[[int], str]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name and a value for each month; None where nothing is known, which is a gap and never zero."""

    name: str
    values: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class _Plot:
    """The room of the lines and the scale of both axes."""

    left: float
    right: float
    months: int
    top: int

    def x(self, index: int) -> float:
        return self.left + (self.right - self.left) * index / max(self.months - 1, 1)

    def y(self, value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / self.top)


def lines(heading: Heading, months: Sequence[str], series: Sequence[Series], write: Write, form: Form = WIDE) -> Markup:
    """Lines over months from zero up, each named where it ends, below where there is no room beside."""
    top = _ceiling(max((value for each in series for value in each.values if value is not None), default=1))
    plot = _plot(form, len(months), top)
    parts = [*_grid(plot, write), *_months(months, plot, form)]
    ends: list[tuple[Point, str, int]] = []
    for place, each in enumerate(series, start=1):
        parts += [f'<path class="line s{place}" d="M{_joined(part)}"/>' for part in _unbroken(each.values, plot)]
        known = [(plot.x(index), plot.y(value)) for index, value in enumerate(each.values) if value is not None]
        ends += [(point, each.name, place) for point in known[-1:]]
    parts += _key(ends) if form.narrow else _named(ends)
    return picture(heading, form, HEIGHT + (KEY_ROW * len(ends) if form.narrow else 0), parts)


def area(heading: Heading, months: Sequence[str], series: Series, said: str, form: Form = WIDE) -> Markup:
    """A share over months, in hundredths of a per cent; the axis is the whole, and `said` stands at its end."""
    whole = 10_000
    plot = _plot(form, len(months), whole)
    parts = [*_grid(plot, lambda value: f"{value // 100} %"), *_months(months, plot, form)]
    for part in _unbroken(series.values, plot):
        floor = f"{n(part[-1][0])} {n(plot.y(0))}L{n(part[0][0])} {n(plot.y(0))}"
        parts.append(f'<path class="area" d="M{_joined(part)}L{floor}z"/>')
        parts.append(f'<path class="line s1" d="M{_joined(part)}"/>')
    known = [(plot.x(index), plot.y(value)) for index, value in enumerate(series.values) if value is not None]
    ends = [(point, said, 1) for point in known[-1:]]
    parts += _key(ends) if form.narrow else _named(ends)
    return picture(heading, form, HEIGHT + (KEY_ROW if form.narrow else 0), parts)


def _plot(form: Form, months: int, top: int) -> _Plot:
    if form.narrow:
        return _Plot(NARROW_AXIS, form.width - 12, months, top)
    return _Plot(AXIS, form.width - NAMES, months, top)


def _grid(plot: _Plot, write: Write) -> list[str]:
    drawn: list[str] = []
    for step in range(STEPS + 1):
        value = plot.top * step // STEPS
        y = plot.y(value)
        drawn += [
            stroke("grid", (plot.left, y), (plot.right, y)),
            text("axis left", plot.left - 10, y + 4, write(value)),
        ]
    return drawn


def _months(months: Sequence[str], plot: _Plot, form: Form) -> list[str]:
    """A mark and a label at the start of each year, or of each part of one that there is room to write at."""
    numbers = [12 * int(year) + int(month) - 1 for year, month in (each.split("-") for each in months)]
    most = (plot.right - plot.left) / LABEL_ROOM
    every = next((step for step in PARTS_OF_YEARS if len(months) <= step * most), PARTS_OF_YEARS[-1])
    named = [index for index, number in enumerate(numbers) if number % every == 0] or [0]
    floor = plot.y(0)
    drawn: list[str] = []
    for index in named:
        x = plot.x(index)
        drawn.append(stroke("tick", (x, floor), (x, floor + TICK)))
        if x + LABEL_ROOM / 2 <= form.width:
            drawn.append(text("axis middle", x, HEIGHT - 8, _called(numbers[index], every)))
    return drawn


def _called(month: int, every: int) -> str:
    """The year where only years are named, else the year with the month."""
    year, number = divmod(month, 12)
    return str(year) if every % 12 == 0 else f"{year}-{number + 1:02}"


def _unbroken(values: Sequence[int | None], plot: _Plot) -> list[list[Point]]:
    """The stretches of a line between its gaps."""
    stretches: list[list[Point]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            stretches.append([])
        else:
            stretches[-1].append((plot.x(index), plot.y(value)))
    return [stretch for stretch in stretches if stretch]


def _joined(points: Sequence[Point]) -> str:
    return "L".join(f"{n(x)} {n(y)}" for x, y in points)


def _named(ends: Sequence[tuple[Point, str, int]]) -> list[str]:
    """A dot where each line ends and its name beside, the names moved apart where lines end close together."""
    drawn: list[str] = []
    lowest = 0.0
    for (x, y), name, place in sorted(ends, key=lambda end: end[0][1]):
        lowest = max(y + 4, lowest + APART)
        drawn += [_dot((x, y), place), text(f"name s{place}", x + 10, lowest, name)]
    return drawn


def _key(ends: Sequence[tuple[Point, str, int]]) -> list[str]:
    """A dot where each line ends, and below the picture a piece of each line with its name."""
    drawn: list[str] = []
    for row, (point, name, place) in enumerate(ends):
        y = HEIGHT + KEY_ROW * row + 10
        drawn += [
            _dot(point, place),
            f'<path class="line s{place}" d="M0 {n(y - 4)}L28 {n(y - 4)}"/>',
            text(f"name s{place}", 36, y, name),
        ]
    return drawn


def _dot(point: Point, place: int) -> str:
    return f'<circle class="dot s{place}" cx="{n(point[0])}" cy="{n(point[1])}" r="4"/>'


def _ceiling(highest: int) -> int:
    """A round number at or above `highest` that divides into four steps."""
    size = 10 ** (len(str(max(highest, 1))) - 1)
    return next(int(step * size) for step in _NICE if step * size >= highest) if highest > STEPS else STEPS
