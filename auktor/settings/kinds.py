"""What the value of a setting may be, and how it is told from what is written."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, HttpUrl, TypeAdapter
from pydantic_settings import NoDecode
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from auktor.core.errors import Refused
from auktor.core.identifiers import parse_organisation_number
from auktor.core.roles import OWN_NAMES, BadRoleNames, role_names


class Mode(StrEnum):
    """Whether the program runs for its makers or for the public."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Cache(StrEnum):
    """How it is known that a kept answer still stands: asked each time, or told when it no longer does."""

    STRICT = "strict"
    NOTIFY = "notify"


class LogLevel(StrEnum):
    """The least grave event that is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a value may be, in words that complete "must be …"; `secret` values are never repeated."""

    words: str
    secret: bool = False


def _database_url(text: str) -> str:
    """The address as SQLAlchemy's asyncpg driver wants it, from what psql and providers of databases write."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise ValueError(text) from error
    if url.drivername not in {"postgres", "postgresql", "postgresql+asyncpg"} or not url.database:
        raise ValueError(text)
    query = {("ssl" if name == "sslmode" else name): value for name, value in url.query.items()}
    return url.set(drivername="postgresql+asyncpg", query=query).render_as_string(hide_password=False)


def _web_address(text: str) -> str:
    return str(TypeAdapter(HttpUrl).validate_python(text)).rstrip("/")


def _role_names(text: str) -> str:
    """The text as it was given; kept as a text so that it can be handed to worker processes as it is."""
    try:
        role_names(text)
    except BadRoleNames as error:
        raise ValueError(text) from error
    return text


def _separate(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _organisation_number(text: str) -> str:
    try:
        return parse_organisation_number(text)
    except Refused as error:
        raise ValueError(text) from error


_POSTGRES_ADDRESS = "of the form postgresql://user:password@host:5432/database"
DatabaseUrl = Annotated[str, AfterValidator(_database_url), Allowed(f"an address {_POSTGRES_ADDRESS}", secret=True)]
DatabaseUrls = Annotated[
    tuple[DatabaseUrl, ...],
    NoDecode,
    BeforeValidator(_separate),
    Allowed(f"addresses {_POSTGRES_ADDRESS}, separated by commas", secret=True),
]
RedisUrl = Annotated[
    str,
    Field(pattern=r"^rediss?://[^/\s]+(/\d*)?$"),
    Allowed("an address of the form redis://user:password@host:6379/0, or rediss:// for TLS", secret=True),
]
WebAddress = Annotated[str, AfterValidator(_web_address), Allowed("an address that begins with https:// or http://")]
Port = Annotated[int, Field(ge=1, le=65535), Allowed("a whole number from 1 to 65535")]
Workers = Annotated[int, Field(ge=1, le=64), Allowed("a whole number from 1 to 64")]
Folder = Annotated[Path, AfterValidator(Path.expanduser), Allowed("a path")]
Text = Annotated[str, Field(min_length=1), Allowed("a text that is not empty")]
OwnNumber = Annotated[str, AfterValidator(_organisation_number), Allowed("a Swedish organisation number, NNNNNN-NNNN")]
Email = Annotated[str, Field(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$"), Allowed("an e-mail address")]
SecretText = Annotated[str, Field(min_length=1), Allowed("a text that is not empty", secret=True)]
RoleNames = Annotated[
    str,
    AfterValidator(_role_names),
    Allowed(f"of the form theirs=ours, with semicolons between, ours being one of {', '.join(OWN_NAMES)}"),
]
Seconds = Annotated[int, Field(ge=0, le=3600), Allowed("a whole number from 0 to 3600")]
Proxies = Annotated[int, Field(ge=0, le=10), Allowed("a whole number from 0 to 10")]
Nesting = Annotated[int, Field(ge=1, le=100), Allowed("a whole number from 1 to 100, more than which no parser bears")]
Most = Annotated[int, Field(ge=1, le=1_000_000_000), Allowed("a whole number from 1 to 1000000000")]
Megabytes = Annotated[int, Field(ge=0, le=100_000), Allowed("a whole number from 0 to 100000")]
Origins = Annotated[
    tuple[WebAddress, ...],
    NoDecode,
    BeforeValidator(_separate),
    Allowed("addresses that begin with https:// or http://, separated by commas"),
]
YesOrNo = Annotated[bool, Allowed("true or false")]
