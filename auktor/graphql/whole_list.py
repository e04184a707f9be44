"""A stored document read for a file: its one answer, or of a list every page, all of one state of the register."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import orjson

from auktor.graphql.errors import BadRequest
from auktor.kept import KeptAnswer
from auktor.kept.store import Stamp
from schema.answering import Answer, Json
from schema.answering.stored import Stored
from schema.answering.tables import at

MOST_PAGES = 100
ROWS_A_PAGE = 100
_ATTEMPTS = 3
_PLACES = frozenset({"first", "after", "last", "before"})
Ask = Callable[[Mapping[str, Json]], Awaitable[KeptAnswer | Answer]]


class RegisterMoves(BadRequest):
    """The register changed each time a list was read, so that its pages were not of one moment."""

    code = "REGISTER_MOVES"
    status = 503


class PageUnanswered(Exception):
    """A page was answered with errors, so there is no file."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("a page has errors")
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Pages:
    """What was read: the answers in their order, and where the list goes on, where that is not all of it."""

    answers: tuple[KeptAnswer | Answer, ...]
    cursor: str | None

    @property
    def first(self) -> KeptAnswer | Answer:
        """The answer that tells what all of them rest on."""
        return self.answers[0]

    def data(self) -> list[Mapping[str, Json]]:
        """The data of each answer."""
        return [data_of(each) for each in self.answers]


def is_asked_whole(stored: Stored, variables: Mapping[str, Json]) -> bool:
    """Whether a list is asked for without saying which part of it."""
    return stored.pages and stored.table is not None and _PLACES.isdisjoint(variables)


async def one_answer(ask: Ask, variables: Mapping[str, Json]) -> Pages:
    """The answer to what is asked, and where its list goes on."""
    answer = await ask(variables)
    return Pages((answer,), cursor_in(data_of(answer)))


async def whole_list(ask: Ask, variables: Mapping[str, Json], most_pages: int) -> Pages:
    """Every page, up to so many, all of one state of the register; RegisterMoves where that could not be had."""
    for _ in range(_ATTEMPTS):
        pages = await _walked(ask, variables, most_pages)
        if pages is not None:
            return pages
    raise RegisterMoves("The register changes just now, and pages of two moments are no list. Ask again in a moment.")


async def _walked(ask: Ask, variables: Mapping[str, Json], most_pages: int) -> Pages | None:
    """The pages; None where the register moved between two of them."""
    answers: list[KeptAnswer | Answer] = []
    after: str | None = None
    while len(answers) < most_pages:
        onward: dict[str, Json] = {"after": after} if after else {}
        answer = await ask({**variables, "first": ROWS_A_PAGE, **onward})
        answers.append(answer)
        after = cursor_in(data_of(answer))
        if len(answers) > 1 and _stamp(answer) != _stamp(answers[0]):
            return None
        if after is None:
            break
        if _stamp(answer) is None:
            return None
    return Pages(tuple(answers), after)


def _stamp(answer: KeptAnswer | Answer) -> Stamp | None:
    return answer.stamp if isinstance(answer, KeptAnswer) else None


def data_of(answer: KeptAnswer | Answer) -> Mapping[str, Json]:
    """The data of an answer; PageUnanswered where it has an error, for a file that lacks a part is worse than none."""
    if isinstance(answer, KeptAnswer):
        data: Mapping[str, Json] = orjson.loads(answer.body)["data"]
        return data
    if answer.errors or answer.data is None:
        raise PageUnanswered(answer)
    return answer.data


def cursor_in(data: Json) -> str | None:
    """Where the list that stands anywhere in the answer goes on."""
    if not isinstance(data, Mapping):
        return None
    if at(data, ("pageInfo", "hasNextPage")) is True:
        return str(at(data, ("pageInfo", "endCursor")))
    return next((found for each in data.values() if (found := cursor_in(each))), None)
