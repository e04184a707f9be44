"""Bars: amounts beside their names, and one share of a whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auktor.site.charts.drawing import WIDE, Form, Heading, box, picture, text

ROW, NAME_ABOVE = 30, 22
LABEL, SAID = 250, 90


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, how much of the whole it is, and the whole where it is a share."""

    name: str
    value: int
    whole: int | None = None


def bars(heading: Heading, rows: Sequence[Bar], write: Callable[[int], str], form: Form = WIDE) -> Markup:
    """Bars beside their names, below them where there is no room; a share lies on a track that is its whole."""
    longest = max((row.whole or row.value for row in rows), default=0) or 1
    left, above = (0, NAME_ABOVE) if form.narrow else (LABEL, 0)
    room, height = form.width - left - SAID, ROW + above
    parts: list[str] = []
    for index, row in enumerate(rows):
        top = 8 + index * height
        said = f"{write(row.value)} / {write(row.whole)}" if row.whole is not None else write(row.value)
        full = room * (row.whole or row.value) / longest
        parts.append(text("label", 0, top + 15, row.name))
        if row.whole is not None:
            parts.append(box("track", left, top + above + 2, full, 18))
        parts.append(box("bar", left, top + above + 2, room * row.value / longest, 18))
        parts.append(text("value", left + full + 8, top + above + 15, said))
    return picture(heading, form, 16 + height * len(rows), parts)


def share(heading: Heading, part: int, whole: int, said: str, form: Form = WIDE) -> Markup:
    """One bar: a part of a whole, with the words for it above."""
    room = form.width - 2
    filled = room * part / whole if whole else 0
    parts = [text("value", 0, 18, said), box("track", 0, 30, room, 24), box("bar", 0, 30, filled, 24)]
    return picture(heading, form, 64, parts)
