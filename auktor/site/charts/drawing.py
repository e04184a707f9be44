"""What every picture is drawn with: its form, its heading, and how numbers become coordinates."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Form:
    """How much room there is; `marked` tells the ids of one form from those of another on the same page."""

    width: int
    marked: str = ""

    @property
    def narrow(self) -> bool:
        """Whether names stand above or below what they name: beside it there is no room."""
        return self.width < _ROOM_FOR_NAMES


_ROOM_FOR_NAMES: Final = 500
WIDE: Final = Form(720)
NARROW: Final = Form(340, "-s")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a picture is called and shows; `identifier` is its own on the page."""

    identifier: str
    title: str
    desc: str


def picture(heading: Heading, form: Form, height: int, parts: Iterable[str]) -> Markup:
    """The parts as one picture of its own, read out as its title and description."""
    name = f"{heading.identifier}{form.marked}"
    names = f'role="img" aria-labelledby="{name}-t {name}-d"'
    told = f'<title id="{name}-t">{escape(heading.title)}</title><desc id="{name}-d">{escape(heading.desc)}</desc>'
    shape = "chart narrow" if form.narrow else "chart"
    return Markup(f'<svg class="{shape}" viewBox="0 0 {form.width} {height}" {names}>{told}{"".join(parts)}</svg>')  # noqa: S704 -- every text in it is escaped before


def text(kind: str, x: float, y: float, said: str) -> str:
    """A text that begins, or where its kind says so ends, at a point."""
    return f'<text class="{kind}" x="{n(x)}" y="{n(y)}">{escape(said)}</text>'


def box(kind: str, x: float, y: float, width: float, height: float) -> str:
    """A rectangle."""
    return f'<rect class="{kind}" x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}"/>'


def stroke(kind: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    """A straight line."""
    return f'<line class="{kind}" x1="{n(start[0])}" x2="{n(end[0])}" y1="{n(start[1])}" y2="{n(end[1])}"/>'


def n(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")
