"""The settings: each a name, a default and a sentence. Only `auktor` reads them; the rooms below are handed values.

A command's option wins over the environment variable `AUKTOR_<NAME>`, which wins over the file `auktor.toml` in the
folder the program is started in (or the file `AUKTOR_TOML` names), where the name stands in lower case, unprefixed.
"""

import difflib
import logging
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, get_args

from pydantic import AfterValidator, BeforeValidator, Field, HttpUrl, TypeAdapter, ValidationError
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import TomlConfigSettingsSource as TomlFile
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from auktor.core.errors import Refused, WrongUsage, shown
from auktor.core.identifiers import parse_organisation_number
from auktor.core.limits import Limits
from auktor.core.roles import OWN_NAMES, BadRoleNames, role_names
from publish.publisher import Publisher

PREFIX = "AUKTOR_"
_FILE_VARIABLE = "AUKTOR_TOML"
_FILE = "auktor.toml"
_log = logging.getLogger(__name__)
_LIMITS = Limits()
_PUBLISHER = Publisher()


class BadSetting(WrongUsage):
    """A setting has a value that it cannot have, or a name that no setting has."""

    code = "BAD_SETTING"


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


class Settings(BaseSettings):
    """What whoever runs the program decides."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", env_prefix=PREFIX, validate_default=True)

    mode: Annotated[Mode, Allowed("development or production")] = Field(
        Mode.DEVELOPMENT,
        description="Whom the program runs for: its makers (`development`) or the public (`production`).",
    )
    host: Text = Field("127.0.0.1", description="The network address the program listens on.")
    port: Port = Field(8000, description="The port it listens on.")
    home: Folder = Field(
        Path(".auktor"), description="The folder for the embedded database, the editions and the keys made here."
    )
    database_url: DatabaseUrl | None = Field(
        None, description="The PostgreSQL 15 or newer to use; none: the embedded one, under the home.", repr=False
    )
    read_database_urls: DatabaseUrls = Field(
        (), description="Standbys that answer reads; none: the database itself does.", repr=False
    )
    read_most_behind_seconds: Seconds = Field(
        10, description="Seconds after which a standby that lacks a revision is not read from until it has it."
    )
    listen_database_url: DatabaseUrl | None = Field(
        None,
        description=(
            "Where to listen for changes, past any pooler that lends connections by transaction; none: the database."
        ),
        repr=False,
    )
    redis_url: RedisUrl | None = Field(
        None,
        description="Where processes agree on the points of clients (needs auktor[redis]); none: in the database.",
        repr=False,
    )
    public_url: WebAddress = Field(
        default_factory=lambda known: f"http://{known['host']}:{known['port']}",
        description="The address the public reaches the program at; none: host and port.",
    )
    opendata_url: WebAddress = Field(
        default_factory=lambda known: f"{known['public_url']}/opendata",
        description="The address of the published files; none: `/opendata` under the public address.",
    )
    publisher_name: Text = Field(
        _PUBLISHER.name_sv, description="Who publishes the open data, in Swedish; stands in the catalogue."
    )
    publisher_name_en: Text = Field(_PUBLISHER.name_en, description="Who publishes the open data, in English.")
    publisher_organisation_number: OwnNumber = Field(
        _PUBLISHER.organisation_number,
        description="The publisher's organisation number, by which dataportal.se knows it.",
    )
    publisher_email: Email = Field(
        _PUBLISHER.email, description="Where readers of the open data can write; the default reaches nobody."
    )
    publisher_street_address: Text | None = Field(
        None, description="Street or box the publisher has its post at, told in the list of trusted entities."
    )
    publisher_postal_code: Text | None = Field(None, description="Its postal code, as `851 08`.")
    publisher_locality: Text | None = Field(None, description="Its town.")
    oidc_issuer: WebAddress | None = Field(
        None, description="Who issues the access tokens of those with a role; none: only `auktor token` does."
    )
    oidc_audience: Text | None = Field(None, description="The audience an access token must name.")
    oidc_roles_claim: Text = Field(
        "roles", description="The claim that holds the roles, or the way to it: `realm_access.roles`."
    )
    oidc_organisation_claim: Text = Field(
        "organisation", description="The claim that holds the key of the supplier or public actor a role is bound to."
    )
    oidc_role_names: RoleNames | None = Field(
        None, description="What the issuer calls our roles, as `theirs=ours; theirs=ours`; none: as we do."
    )
    oidc_client_id: Text | None = Field(
        None, description="What the issuer calls this program, at which people sign in to the desk; none: nobody does."
    )
    oidc_client_secret: Annotated[str, Allowed("a text", secret=True)] | None = Field(
        None, description="The secret the issuer gave this program; none: a public client.", repr=False
    )
    oidc_scope: Text = Field("openid", description="The scope asked for when somebody signs in.")
    oidc_resource: WebAddress | None = Field(
        None, description="The resource (RFC 8707) asked for when somebody signs in, where the issuer wants one."
    )
    session_key: Folder | None = Field(
        None, description="The file with the key that seals the sessions of the desk; none: one made in the home."
    )
    signing_key: Folder | None = Field(
        None, description="The file with the private key that signs editions; none: one made in the home."
    )
    signing_key_pem: SecretText | None = Field(
        None, description="The same key itself, in PEM, where no file can be had; it wins over the file.", repr=False
    )
    publish_to: Text | None = Field(
        None, description="Where else editions are published, as `s3://bucket/prefix`; none: in the home alone."
    )
    publish_after_seconds: Seconds = Field(
        5, description="Seconds after the last change that the serving program publishes by itself; 0: it does not."
    )
    four_eyes_for_editions: YesOrNo = Field(
        default=False,
        description="Whether one publisher prepares an edition and another publishes it; none then appears by itself.",
    )
    s3_endpoint: WebAddress | None = Field(
        None, description="The address of the S3-compatible store; none: `AWS_ENDPOINT`, or Amazon's."
    )
    s3_region: Text | None = Field(None, description="The region of the store; none: `AWS_REGION`.")
    s3_access_key_id: SecretText | None = Field(
        None, description="Who asks of the store; none: `AWS_ACCESS_KEY_ID`.", repr=False
    )
    s3_secret_access_key: SecretText | None = Field(
        None, description="The secret of who asks; none: `AWS_SECRET_ACCESS_KEY`.", repr=False
    )
    workers: Workers = Field(1, description="How many processes answer requests.")
    example_data: YesOrNo = Field(
        default_factory=lambda known: known["mode"] is Mode.DEVELOPMENT,
        description="Whether an empty database also gets the invented examples; none: in development only.",
    )
    log_level: Annotated[LogLevel, Allowed("debug, info, warning or error")] = Field(
        LogLevel.INFO, description="The least grave event that is logged."
    )

    cache: Annotated[Cache, Allowed("strict or notify")] = Field(
        Cache.STRICT,
        description="How it is known that a kept answer still stands: by asking the database each time (`strict`), or "
        "by being told when the register moves (`notify`).",
    )
    cache_megabytes: Megabytes = Field(
        32,
        description="Memory each process may use for kept answers, in megabytes; 0 keeps none and reads each question.",
    )
    trusted_origins: Origins = Field(
        (), description="Other origins whose pages may ask to change the register; anybody's may read it."
    )
    safelist: YesOrNo = Field(
        default=False, description="Whether only the documents shipped with the program are answered."
    )
    trusted_proxies: Proxies = Field(
        0, description="How many proxies in front add to `X-Forwarded-For`; 0: the header is not read."
    )
    points_a_minute: Most = Field(
        default_factory=lambda known: 600_000 if known["mode"] is Mode.DEVELOPMENT else 30_000,
        description="Points an address may spend a minute; none: 30000, in development 600000.",
    )
    points_a_minute_with_token: Most = Field(
        default_factory=lambda known: 4 * known["points_a_minute"],
        description="Points whoever has a token may spend a minute; none: four times those of an address.",
    )
    live_connections: Most = Field(1000, description="WebSockets and event streams a process holds open at most.")
    live_connections_a_client: Most = Field(50, description="Those of them that one address may have.")
    live_operations: Most = Field(50, description="Questions and subscriptions that may run on one of them at a time.")
    limit_seconds: Seconds = Field(
        20,
        description="Seconds the database may take with one statement of a question or a deed; 0: as long as it likes.",
    )
    limit_points: Most = Field(_LIMITS.points, description="Points one question may cost; a point is 100 rows.")
    limit_characters: Most = Field(_LIMITS.characters, description="Characters a document may have.")
    limit_tokens: Most = Field(_LIMITS.tokens, description="Words and signs a document may have.")
    limit_nesting: Nesting = Field(_LIMITS.nesting, description="Brackets a document may have within each other.")
    limit_levels: Nesting = Field(_LIMITS.levels, description="Levels of fields a question may have.")
    limit_fields: Most = Field(
        _LIMITS.fields, description="Fields a question may have, those of a fragment counted each time."
    )
    limit_root_fields: Most = Field(_LIMITS.root_fields, description="Fields a question may have at its root.")
    limit_aliases: Most = Field(_LIMITS.aliases, description="Aliases a question may have.")
    limit_directives: Most = Field(_LIMITS.directives, description="Directives a question may have.")
    limit_fragments: Most = Field(_LIMITS.fragments, description="Fragments a document may have.")
    limit_overlaps: Most = Field(_LIMITS.overlaps, description="Pairs of the same field in one place.")

    @property
    def limits(self) -> Limits:
        """The limits of one question."""
        return Limits(**{each.name: getattr(self, f"limit_{each.name}") for each in fields(Limits)})

    @property
    def publisher(self) -> Publisher:
        """Who publishes the open data."""
        return Publisher(
            public_url=self.public_url,
            opendata_url=self.opendata_url,
            name_sv=self.publisher_name,
            name_en=self.publisher_name_en,
            organisation_number=self.publisher_organisation_number,
            email=self.publisher_email,
            street_address=self.publisher_street_address or "",
            postal_code=self.publisher_postal_code or "",
            locality=self.publisher_locality or "",
        )

    @property
    def editions(self) -> Path:
        """The folder of published editions, as `/opendata/` serves it."""
        return self.home / "opendata"

    @property
    def publishes_by_itself(self) -> bool:
        """Whether the serving program publishes without being asked."""
        return self.publish_after_seconds > 0 and not self.four_eyes_for_editions

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- pydantic names its arguments
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- pydantic names its arguments
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options, then the environment, then the file."""
        return init_settings, env_settings, _settings_in_file(settings_cls)


def read_settings(**options: object) -> Settings:
    """The settings in force, `options` being those a command was given (None: not given).

    A variable that only looks like a setting is named in a warning, since other programs may use the prefix too.
    """
    for warning in unknown_variables(os.environ):
        _log.warning(warning)
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        raise BadSetting(" ".join(_problems(error))) from None


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """A sentence for each variable that has our prefix and is no setting, with the setting it resembles most."""
    known = {*map(_variable, Settings.model_fields), _FILE_VARIABLE}
    unknown = [name for name in environment if name.startswith(PREFIX) and name not in known]
    return [f"{name} is not a setting{_resembling(name, known)}" for name in unknown if not _is_for_tests(name)]


def settings_reference() -> str:
    """The reference page of the settings, in Markdown."""
    rows = [
        f"| `{_variable(name)}` | {_default(name)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join([_PAGE, *rows, ""])


def _settings_in_file(settings: type[BaseSettings]) -> PydanticBaseSettingsSource:
    file = _file()
    if _FILE_VARIABLE in os.environ and not file.is_file():
        raise BadSetting(f"{_FILE_VARIABLE} names {file}, which is not there. Correct it or unset it.")
    try:
        return TomlFile(settings, file)
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(f"{file} is not TOML: {error}. Correct it or move it away.") from error


def _problems(error: ValidationError) -> list[str]:
    found = [(str(each["loc"][0]), each["type"], each["input"]) for each in error.errors()]
    return [_problem(name, kind, value) for name, kind, value in found if kind != "default_factory_not_called"]


def _problem(name: str, kind: str, value: object) -> str:
    if kind == "extra_forbidden":
        return f"{name} in {_file()} is not a setting{_resembling(name, Settings.model_fields)} Correct or remove it."
    allowed = _allowed(name)
    is_what = "" if allowed.secret else f" is {shown(str(value))} and"
    return (
        f"{_variable(name)}{is_what} must be {allowed.words}. Correct it in the environment, in {_FILE} or the option."
    )


def _allowed(name: str) -> Allowed:
    field = Settings.model_fields[name]
    inside = [note for part in get_args(field.annotation) for note in getattr(part, "__metadata__", ())]
    return next(note for note in (*field.metadata, *inside) if isinstance(note, Allowed))


def _default(name: str) -> str:
    default: object = Settings.model_fields[name].default
    return "none" if default in (None, (), PydanticUndefined) else f"`{default}`"


def _variable(name: str) -> str:
    return f"{PREFIX}{name.upper()}"


def _resembling(name: str, known: Iterable[str]) -> str:
    alike = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {alike[0]}?" if alike else "."


def _is_for_tests(name: str) -> bool:
    return name.startswith(f"{PREFIX}TEST_")


def _file() -> Path:
    return Path(os.environ.get(_FILE_VARIABLE, _FILE))


_PAGE = """# Settings

Written by `make generate` from `auktor/settings.py`.

Each is an environment variable, or a line of `auktor.toml` in the folder the program is started in, in lower case and
without the prefix (`port = 8080`); `AUKTOR_TOML` names another file. An option of a command wins over the environment,
and the environment over the file.

| setting | default | what it decides |
|---|---|---|"""
