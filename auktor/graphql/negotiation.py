"""In which form an answer is written, chosen by the header Accept."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from auktor.core.bounded import of_short_texts
from auktor.graphql.errors import NotAcceptable

PARTS = "multipart/mixed"
INCREMENTAL = "v0.2"


class Form(StrEnum):
    """The forms of an answer, the preferred one first among equals."""

    JSON = "application/json"
    GRAPHQL = "application/graphql-response+json"
    HTML = "text/html"

    @property
    def content_type(self) -> str:
        """The form as the header Content-Type says it."""
        return f"{self}; charset=utf-8"


AnyForm = TypeVar("AnyForm", bound=StrEnum)


def chosen(accept: str | None, offered: Sequence[AnyForm]) -> AnyForm:
    """The form among `offered` that `accept` weighs most, the first among equals; without `accept`, the first."""
    wishes = dict(_wishes(accept or "*/*"))
    best = max(offered, key=lambda form: _weight(form, wishes))
    if _weight(best, wishes) <= 0:
        raise NotAcceptable(
            f"The answer can be {' or '.join(offered)}, and the header Accept allows none of them. Add one, or */*."
        )
    return best


@of_short_texts
def takes_parts(accept: str | None) -> bool:
    """Whether `accept` names an answer in parts as we write it; in the draft of 2022 parts looked otherwise."""
    for each in (accept or "").split(","):
        name, *parameters = (part.strip().lower() for part in each.split(";"))
        if name == PARTS:
            said = {word: value for word, _, value in (part.partition("=") for part in parameters)}
            of_ours = "deferspec" not in said and said.get("incrementalspec", INCREMENTAL) == INCREMENTAL
            return of_ours and _number(said.get("q", "1")) > 0
    return False


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        weights = [each.removeprefix("q=") for each in parameters if each.startswith("q=")]
        yield name, _number(weights[0]) if weights else 1.0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _weight(form: StrEnum, wishes: dict[str, float]) -> float:
    """The weight of the most exact wish that covers `form`."""
    kind = form.value.split("/", maxsplit=1)[0]
    return next((wishes[each] for each in (form.value, f"{kind}/*", "*/*") if each in wishes), 0.0)
