"""Pictures of the register as SVG: rows in, text out, the same bytes every time, coloured by the style sheet alone.

Every picture has a title and a sentence that says what it shows; the page puts the same numbers in a table beside it.
Each is drawn in a form: wide for a page, narrow for a telephone, where a picture that is only scaled cannot be read.
"""

from markupsafe import Markup

from auktor.site.charts.bars import Bar, bars, share
from auktor.site.charts.drawing import NARROW, WIDE, Form, Heading
from auktor.site.charts.lines import Series, Write, area, lines
from auktor.site.charts.multiples import Panel, multiples
from auktor.site.charts.spans import Span, gantt

__all__ = [
    "NARROW",
    "WIDE",
    "Bar",
    "Form",
    "Heading",
    "Markup",
    "Panel",
    "Series",
    "Span",
    "Write",
    "area",
    "bars",
    "gantt",
    "lines",
    "multiples",
    "share",
]
