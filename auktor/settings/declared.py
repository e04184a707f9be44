"""Every setting, with its default and its sentence."""

from dataclasses import fields
from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from auktor.core.limits import Limits
from auktor.settings.kinds import (
    Allowed,
    Cache,
    DatabaseUrl,
    DatabaseUrls,
    Email,
    Folder,
    LogLevel,
    Megabytes,
    Mode,
    Most,
    Nesting,
    Origins,
    OwnNumber,
    Port,
    Proxies,
    RedisUrl,
    RoleNames,
    Seconds,
    SecretText,
    Text,
    WebAddress,
    Workers,
    YesOrNo,
)
from auktor.settings.sources import PREFIX, in_file
from publish.publisher import Publisher

_LIMITS = Limits()
_PUBLISHER = Publisher()


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
        return init_settings, env_settings, in_file(settings_cls)
