"""From an HTTP request to the question in it."""

from collections.abc import Mapping
from typing import TypeGuard

import orjson
from starlette.requests import Request

from auktor.core.errors import shown
from auktor.graphql.documents import Asked, Documents
from auktor.graphql.errors import BadRequest, BodyTooLarge, UnsupportedMediaType
from schema.answering import Json, Question

LARGEST_BODY_BYTES = 256 * 1024
_NAMES = ("query", "documentId", "operationName", "variables", "extensions")


async def question_in(request: Request, documents: Documents) -> Question:
    """The question a request asks."""
    return question_of(await given_in(request), documents)


async def given_in(request: Request) -> Json:
    """What a request says, in its address (GET) or in its JSON body (POST, QUERY)."""
    if request.method in {"GET", "HEAD"}:
        return _from_address(request)
    _require_json(request)
    return json_of(await body_of(request), "The body")


def _from_address(request: Request) -> Mapping[str, Json]:
    given: dict[str, Json] = {name: value for name, value in request.query_params.items() if name in _NAMES}
    for name in ("variables", "extensions"):
        text = request.query_params.get(name)
        if text is not None:
            given[name] = json_of(text.encode(errors="replace"), name) if text else None
    return given


def _require_json(request: Request) -> None:
    given = request.headers.get("content-type", "")
    media_type, *parameters = (part.strip().lower() for part in given.split(";"))
    charsets = [each.removeprefix("charset=").strip('"') for each in parameters if each.startswith("charset=")]
    if media_type != "application/json" or any(each not in {"utf-8", "utf8"} for each in charsets):
        raise UnsupportedMediaType(
            f"The body is {shown(given) if given else 'of no stated type'}. Send JSON in UTF-8, with the header "
            "Content-Type: application/json."
        )
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("The body is compressed. Send it as it is, without the header Content-Encoding.")


async def body_of(request: Request) -> bytes:
    """The whole body; reading stops at the first byte too many, whatever length was announced."""
    body = bytearray()
    _refuse_large(_announced_bytes(request))
    async for part in request.stream():
        body += part
        _refuse_large(len(body))
    return bytes(body)


def _announced_bytes(request: Request) -> int:
    text = request.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _refuse_large(size: int) -> None:
    if size > LARGEST_BODY_BYTES:
        raise BodyTooLarge(
            f"The body has more than {LARGEST_BODY_BYTES} bytes, which no question needs. "
            "Ask for less, or take a file of an edition."
        )


def json_of(text: bytes, what: str) -> Json:
    """What a text holds; `what` it is, for whoever wrote it otherwise."""
    try:
        parsed: Json = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadRequest(f'{what} is not JSON: {error}. Write it as {{"query": "…"}}.') from error
    return parsed


def question_of(given: Json, documents: Documents) -> Question:
    """The question in the JSON of a body or of a message."""
    if not _is_object(given):
        raise BadRequest(
            'The question is not an object. Write it as {"query": "…"}; several questions are sent one by one.'
        )
    operation, variables = given.get("operationName"), given.get("variables")
    if not (operation is None or isinstance(operation, str)):
        raise BadRequest(
            "`operationName` is not a text. Give the name of an operation of the document, or leave it out."
        )
    if not (variables is None or _is_object(variables)):
        raise BadRequest('`variables` is not an object. Write it as {"name": value}, or leave it out.')
    text = documents.text_of(Asked(_text(given, "query"), _text(given, "documentId"), _hash(given.get("extensions"))))
    return Question(text, operation or None, variables)


def _text(given: Mapping[str, Json], name: str) -> str | None:
    value = given.get(name)
    if not (value is None or isinstance(value, str)):
        raise BadRequest(f"`{name}` is not a text. Write it in quotation marks, or leave it out.")
    return value


def _hash(extensions: Json) -> str | None:
    """The hash of an automatic persisted query, of its only version."""
    if extensions is None:
        return None
    if not _is_object(extensions):
        raise BadRequest("`extensions` is not an object. Leave it out.")
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not _is_object(persisted) or persisted.get("version") != 1 or not isinstance(persisted.get("sha256Hash"), str):
        raise BadRequest('`persistedQuery` is not {"version": 1, "sha256Hash": "…"}. Correct it, or leave it out.')
    return str(persisted["sha256Hash"])


def _is_object(value: Json) -> TypeGuard[Mapping[str, Json]]:
    return isinstance(value, dict)
