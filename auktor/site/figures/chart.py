"""What a chart is: its name in the address, its question, and how its rows become a picture with a table beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from markupsafe import Markup

from auktor.core.vocabulary import ProvenanceKind, Term
from auktor.core.wording import Wording
from auktor.site.addresses import Asked
from auktor.site.charts import NARROW, WIDE, Form
from auktor.site.figures.answers import Sure
from auktor.site.files import table_at
from schema.answering import Json

Row = TypeVar("Row")
SureRow = TypeVar("SureRow", bound=Sure)
Draw = Callable[[Form], Markup]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart in both forms, the table beside it, and whether all it shows is invented."""

    wide: Markup
    narrow: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by its name in the address; `rows` is where its rows stand in the answer to `document`.

    `draw` gives None where nothing is known to draw.
    """

    name: str
    document: str
    rows: tuple[str, ...]
    title: Wording
    note: Wording
    draw: Callable[[Mapping[str, Json], Asked], Picture | None]


def in_both_forms(draw: Draw) -> tuple[Markup, Markup]:
    """A picture for a page and for a telephone."""
    return draw(WIDE), draw(NARROW)


def read(data: Mapping[str, Json], path: Sequence[str], kind: type[Row]) -> list[Row]:
    """The rows of an answer as their type."""
    return msgspec.convert(table_at(data, path), list[kind], strict=False)  # type: ignore[valid-type]


def not_mixed(rows: Sequence[SureRow]) -> tuple[list[SureRow], bool]:
    """The rows that are not invented or, where there are none, the invented ones; and whether those they are."""
    real = [row for row in rows if row.provenance is not ProvenanceKind.EXAMPLE]
    return (real, False) if real else (list(rows), bool(rows))


def short(term: Term, asked: Asked) -> str:
    """The words of a term without the provision after the comma."""
    return Wording(term.sv, term.en).in_language(asked.language).split(",", maxsplit=1)[0]
