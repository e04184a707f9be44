"""One question and its answer without any input or output, so that the async and the sync client share every rule."""

import hashlib
import json
import textwrap
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias, cast

import httpx
from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from auktor_client.errors import NotAnAnswer, RateLimited, Refused, Unavailable, Unreachable, code_of
from auktor_client.retries import Retries, retry_after

_LONGEST_ADDRESS = 4000
_UNKNOWN = frozenset({"DOCUMENT_NOT_FOUND", "PERSISTED_QUERY_NOT_FOUND"})
_TOO_MANY, _UNAVAILABLE = 429, 503

Answer: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A document of one operation, and the values of its variables as JSON."""

    text: str
    operation: str | None
    variables: Mapping[str, object]

    @property
    def reads(self) -> bool:
        """Whether asking it twice does nothing that asking it once does not."""
        return self.text.lstrip().startswith(("query", "{"))

    @property
    def may_be_repeated(self) -> bool:
        """Whether sending it again is safe: a read is, and a deed that names itself, which is done once."""
        given = self.variables.get("input")
        return self.reads or (isinstance(given, dict) and bool(cast("Answer", given).get("clientMutationId")))


class Ask(NamedTuple):
    """A request to send: by GET where `body` is None."""

    params: Mapping[str, str]
    body: Mapping[str, object] | None


class Wait(NamedTuple):
    """Seconds to let pass."""

    seconds: float


Step: TypeAlias = Ask | Wait
Outcome: TypeAlias = httpx.Response | httpx.TransportError | None


@dataclass(slots=True)
class Manner:
    """How a client asks: by document ids or by text, how often again; and which documents its server does not know."""

    persisted: bool = True
    by_get: bool = True
    retries: Retries = field(default_factory=Retries)
    unknown: set[str] = field(default_factory=set[str])


def question_of(text: str, operation: str | None, variables: Mapping[str, object] | None) -> Question:
    """The question a generated method asks; variables that were left out are left out of it."""
    given = {name: _json(value) for name, value in (variables or {}).items() if not _is_unset(value)}
    return Question(as_document(text), operation, given)


def as_document(text: str) -> str:
    """The text of a document as the server stores it: without the indentation of the code it stands in."""
    return textwrap.dedent(text).strip() + "\n"


def document_id(text: str) -> str:
    """What the server knows a document by."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def exchange(question: Question, manner: Manner) -> Generator[Step, Outcome, Answer]:
    """The steps to the answer of `question`: each is sent back its outcome, a response or the reason there is none."""
    attempt = 1
    while True:
        by_id = manner.persisted and question.text not in manner.unknown
        outcome = yield _request(question, by_id=by_id, by_get=manner.by_get)
        if by_id and isinstance(outcome, httpx.Response) and _is_unknown(outcome):
            manner.unknown.add(question.text)
            continue
        wait = manner.retries.wait(outcome, attempt) if outcome is not None and question.may_be_repeated else None
        if wait is None:
            return data_of(outcome)
        attempt += 1
        yield Wait(wait)


def data_of(outcome: Outcome) -> Answer:
    """The data of an answer without errors; whatever else came is raised."""
    if not isinstance(outcome, httpx.Response):
        raise Unreachable(
            f"The register did not answer: {outcome!r}. Look at the address and the network."
        ) from outcome
    answer = _answer(outcome)
    errors, data = answer.get("errors"), answer.get("data")
    if errors:
        raise _refusal(errors, outcome, data)
    if not isinstance(data, dict):
        raise _no_answer(outcome)
    return cast("Answer", data)


def _request(question: Question, *, by_id: bool, by_get: bool) -> Ask:
    """By GET where a cache between may answer: a read that is named by its id and fits into an address."""
    body: dict[str, object] = {"variables": question.variables}
    if question.operation:
        body["operationName"] = question.operation
    if not by_id:
        return Ask({}, {"query": question.text, **body})
    named = document_id(question.text)
    variables = json.dumps(question.variables, separators=(",", ":"), sort_keys=True)
    if by_get and question.reads and len(variables) < _LONGEST_ADDRESS:
        return Ask({"documentId": named, "variables": variables}, None)
    return Ask({}, {"documentId": named, **body})


def _answer(response: httpx.Response) -> Answer:
    try:
        answer: object = response.json()
    except ValueError as error:
        raise _no_answer(response) from error
    if not isinstance(answer, dict):
        raise _no_answer(response)
    return cast("Answer", answer)


def _no_answer(response: httpx.Response) -> NotAnAnswer:
    said = response.headers.get("content-type", "of no stated type")
    message = (
        f"{response.url} answered {response.status_code}, {said}, which is no answer of GraphQL. Is it a register?"
    )
    return NotAnAnswer(message, status=response.status_code)


def _refusal(errors: list[Mapping[str, Any]], response: httpx.Response, data: Answer | None) -> Refused:
    status = response.status_code
    if status in {_TOO_MANY, _UNAVAILABLE}:
        kind = RateLimited if status == _TOO_MANY else Unavailable
        later = kind(errors, status=status, data=data)
        later.retry_after = retry_after(response)
        return later
    return Refused(errors, status=status, data=data)


def _is_unknown(response: httpx.Response) -> bool:
    """Whether the server has no document by that id, as when the client is of another version."""
    try:
        errors: Any = _answer(response).get("errors")
    except NotAnAnswer:
        return False
    return bool(errors) and code_of(errors[0]) in _UNKNOWN


def _is_unset(value: object) -> bool:
    """Whether a generated method was not given the argument; its class is written by the generator."""
    return type(value).__name__ == "UnsetType"


def _json(value: object) -> object:
    if isinstance(value, BaseModel):
        return to_jsonable_python(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, list):
        return [_json(each) for each in cast("list[object]", value)]
    return cast("object", to_jsonable_python(value))
