"""What an address asks for, read from the request: a page, a day, an object and the reader's choices."""

from dataclasses import replace
from datetime import UTC, date, datetime

from starlette.requests import Request

from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import Language
from auktor.site import troubles
from auktor.site.addresses import Asked

REGISTER_BEGAN = date(2024, 1, 1)
_WRITTEN_DAY = len("2026-01-01")


class Troubled(Exception):
    """The reader is told why there is no page; `address` is that of one on another day, `elsewhere`."""

    def __init__(
        self, trouble: troubles.Trouble, given: str, address: str | None = None, elsewhere: date | None = None
    ) -> None:
        super().__init__(trouble.title.en)
        self.trouble = trouble
        self.given = given
        self.address = address
        self.elsewhere = elsewhere


def asked_of(request: Request, page: str, language: Language, names: tuple[str, ...]) -> Asked:
    """What the address asks for; Troubled for a day that is none, or that lies before the register began."""
    today = stockholm_today(datetime.now(UTC))
    day = day_in(request.query_params.get("datum") or str(today))
    key = request.path_params.get("key")
    chosen = {name: request.query_params[name] for name in names if request.query_params.get(name)}
    return Asked(page, language, day, today, key, chosen)


def plainly(language: Language) -> Asked:
    """The front page's address in a language, from which a page of trouble links."""
    today = stockholm_today(datetime.now(UTC))
    return Asked("front", language, today, today)


def has_empty(request: Request) -> bool:
    """Whether the form sent fields that were left empty; the address is then written without them."""
    return any(value == "" for name, value in request.query_params.items() if name != "q")


def without_suffix(asked: Asked) -> tuple[Asked, str | None]:
    """The key of an object's address apart from the ending of its file: a key has no dot."""
    key, dot, suffix = (asked.key or "").rpartition(".")
    return (replace(asked, key=key), suffix) if dot else (asked, None)


def day_in(text: str) -> date:
    """The day `text` writes as YYYY-MM-DD; Troubled where it writes none the register can speak of."""
    day = _day(text.strip())
    if day is None:
        raise Troubled(troubles.NOT_A_DAY, text)
    if day < REGISTER_BEGAN:
        raise Troubled(troubles.TOO_EARLY, text)
    return day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == _WRITTEN_DAY else None
    except ValueError:
        return None
