"""The plain runner: a question in a text area, its answer as a table and as JSON, by nothing but a form."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

import msgspec
from starlette.requests import Request

from auktor.core.wording import Wording
from auktor.site.choices import BadChoice
from auktor.site.files import cell
from schema.answering import Json
from schema.answering.tables import Table

QUESTION, TEXT, VARIABLES = "fraga", "query", "variabler"
LONGEST, LONGEST_VARIABLES = 8_000, 2_000
MOST_ROWS_SHOWN = 100
_IN_SWEDISH: Mapping[str, str] = {
    "1-suppliers-today": "Vilka leverantörer står på listan enligt 7 § i dag, och sedan när?",
    "2-as-of-a-day": "Vad kostade en identifiering den 1 juni 2025, och den 1 juni 2026?",
    "3-what-a-year-costs": "Vad kostar 4 200 000 identifieringar och 300 000 underskrifter år 2027?",
    "4-state-agencies": "Hur många statliga myndigheter känner registret till, och vilka är de tio första?",
    "5-a-history": "Vad har registret sagt om en milstolpe, och när fick det veta det?",
    "connections_by_month": "Hur många aktörer av varje slag hade ett avtal i kraft den första i varje månad?",
    "fee_of_volumes": "Vad kostar volymer under en tid, rad för rad med regeln bakom?",
    "obligations_by_category": "Hur många aktörer av varje slag är skyldiga, och hur många är anslutna?",
    "services_flat": "Vilka tjänster finns i dag, en rad var, med sin leverantör?",
    "suppliers_flat": "Vilka står på listan enligt 7 §, en rad var?",
    "volumes_by_month": "Hur mycket användes varje tjänst varje månad, alla aktörer tillsammans?",
}


class Ran(Protocol):
    """What came of a question."""

    @property
    def status(self) -> int:
        """The status of HTTP that it would have at `/graphql`."""
        ...

    @property
    def body(self) -> Mapping[str, object]:
        """The answer."""
        ...

    @property
    def points(self) -> int | None:
        """What it cost."""
        ...

    @property
    def table(self) -> Table | None:
        """The table it makes, where it is one flat list."""
        ...


Run = Callable[[Request, str, Mapping[str, Json]], Awaitable[Ran]]


@dataclass(frozen=True, slots=True)
class Documented:
    """A question of the documentation: its name, what it asks in a sentence, and its text."""

    name: str
    said: Wording
    text: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What the page of the runner shows."""

    text: str
    variables: str
    answer: str | None = None
    status: int = 200
    points: int | None = None
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    more: int = 0


def documented(texts: Mapping[str, str]) -> tuple[Documented, ...]:
    """Those that begin with a comment that says what they ask, in order of their names."""
    said = {name: text.partition("\n")[0].lstrip("# ") for name, text in sorted(texts.items()) if text.startswith("#")}
    return tuple(Documented(name, Wording(_IN_SWEDISH.get(name, en), en), texts[name]) for name, en in said.items())


def typed(request: Request, known: Sequence[Documented]) -> tuple[str, str]:
    """Question and variables as they are typed, or those of the documented question that the address names."""
    text = request.query_params.get(TEXT, "").replace("\r\n", "\n").strip()
    name = request.query_params.get(QUESTION)
    variables = request.query_params.get(VARIABLES, "").strip()
    if len(text) > LONGEST or len(variables) > LONGEST_VARIABLES:
        raise BadChoice(TEXT, f"{text[:40]}…")
    if text or name is None:
        return text, variables
    found = next((each for each in known if each.name == name), None)
    if found is None:
        raise BadChoice(QUESTION, name)
    return found.text.strip(), variables


def variables_in(text: str) -> Mapping[str, Json] | None:
    """The variables that a JSON object writes; none where nothing stands; None where it is no such object."""
    try:
        return msgspec.json.decode(text or "{}", type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError):
        return None


def shown(text: str, variables: str, ran: Ran) -> Tried:
    """The answer as JSON and, where it is one flat list, as a table."""
    rows = ran.table.rows(cast("Mapping[str, Json]", ran.body["data"])) if ran.table else []
    return Tried(
        text,
        variables,
        json.dumps(ran.body, ensure_ascii=False, indent=2),
        ran.status,
        ran.points,
        [column.name for column in ran.table.columns] if ran.table else [],
        [[cell(each) for each in row] for row in rows[:MOST_ROWS_SHOWN]],
        max(len(rows) - MOST_ROWS_SHOWN, 0),
    )
