"""JSON as strangers may send it: nothing that two readers could read differently."""

import json
from typing import NoReturn, TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def read_object(text: bytes) -> dict[str, Json]:
    """The object a text holds.

    TypeError for JSON that is no object; ValueError for what is not JSON, a repeated name, NaN, and text that UTF-8
    cannot hold.
    """
    try:
        found: Json = json.loads(text.decode(), object_pairs_hook=_each_name_once, parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError from error
    if not isinstance(found, dict):
        raise TypeError
    return found


def _each_name_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _refuse(_: str) -> NoReturn:
    raise ValueError
