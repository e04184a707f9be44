"""Many small pictures of the same kind on the same scale, so that places can be compared at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auktor.site.charts.drawing import WIDE, Form, Heading, n, picture, stroke, text

WIDTH, HEIGHT, LINE, VALUE = 96, 86, 40, 44
SIDE = 8


@dataclass(frozen=True, slots=True)
class Panel:
    """One small picture: its name, its values in order (None is a gap), and what stands beside the last of them."""

    name: str
    values: Sequence[int | None]
    said: str


def multiples(heading: Heading, panels: Sequence[Panel], form: Form = WIDE) -> Markup:
    """The panels from the left and down, all on the scale of the largest value."""
    highest = max((value for each in panels for value in each.values if value is not None), default=0) or 1
    columns = max(form.width // (WIDTH + SIDE), 1)
    width = (form.width - SIDE * (columns - 1)) / columns
    parts: list[str] = []
    for index, panel in enumerate(panels):
        left, top = index % columns * (width + SIDE), index // columns * HEIGHT
        parts += _panel(panel, (left, top), width, highest)
    return picture(heading, form, HEIGHT * -(-len(panels) // columns), parts)


def _panel(panel: Panel, corner: tuple[float, float], width: float, highest: int) -> list[str]:
    left, top = corner
    floor, room = top + 20 + LINE, width - VALUE
    points = [
        (left + room * index / max(len(panel.values) - 1, 1), floor - LINE * value / highest)
        for index, value in enumerate(panel.values)
        if value is not None
    ]
    drawn = [text("small", left, top + 12, panel.name), stroke("grid", (left, floor), (left + room, floor))]
    if points:
        line = "L".join(f"{n(x)} {n(y)}" for x, y in points)
        drawn += [
            f'<path class="area" d="M{line}L{n(points[-1][0])} {n(floor)}L{n(points[0][0])} {n(floor)}z"/>',
            f'<path class="line s1" d="M{line}"/>',
            text("small", points[-1][0] + 5, min(points[-1][1] + 4, floor), panel.said),
        ]
    return drawn
