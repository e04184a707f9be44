"""The answer to the front page's question, as types: `documents/front.graphql` field by field."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Generic, TypeVar

import msgspec

from auktor.core.vocabulary import (
    AgreementStatus,
    AssuranceLevel,
    FeeItem,
    FeeUnit,
    ProvenanceKind,
    ServiceStatus,
    SystemCode,
    SystemStatus,
    VatTreatment,
)

ONE_DAY = timedelta(days=1)
Row = TypeVar("Row")


class Answered(msgspec.Struct, frozen=True, rename="camel"):
    """An object of the answer, its names in the API's camel case."""


class Nodes(Answered, Generic[Row], frozen=True):
    """The rows of a list."""

    nodes: list[Row]


class Origin(Answered, frozen=True):
    """How sure a fact is, and where it was found."""

    kind: ProvenanceKind
    reference: str = ""

    @property
    def invented(self) -> bool:
        """Whether it only shows how such a fact would look."""
        return self.kind is ProvenanceKind.EXAMPLE


class Source(Answered, frozen=True):
    """Where a fact rests in law."""

    sv: str
    en: str
    url: str | None


class Authority(Answered, frozen=True):
    """Who provides a system."""

    name: str
    name_en: str | None


class System(Answered, frozen=True):
    """An authorisation system."""

    code: SystemCode
    name: str
    status: SystemStatus
    operation_from: date | None
    authority: Authority


class Service(Answered, frozen=True):
    """A service that an agreement covers."""

    id: str
    name: str
    assurance_level: AssuranceLevel | None
    status: ServiceStatus
    issuer_name: str | None
    provenance: Origin


class Agreement(Answered, frozen=True):
    """An agreement in force on the day."""

    system: SystemCode
    status: AgreementStatus
    in_force_from: date
    ends_on: date | None
    signed_on: date | None
    provenance: Origin
    source: Source
    services: Nodes[Service]

    @property
    def last_day(self) -> date | None:
        """The last day in force; None while no end is known."""
        return self.ends_on and self.ends_on - ONE_DAY


class Supplier(Answered, frozen=True):
    """A supplier on the list of 7 §."""

    id: str
    name: str
    organisation_number: str | None
    provenance: Origin
    agreements: Nodes[Agreement]


class Unlisted(Answered, frozen=True):
    """A service that is technically connected without a known agreement."""

    name: str
    system: SystemCode
    provenance: Origin


class Regulation(Answered, frozen=True):
    """The regulation that sets a fee."""

    designation: str | None
    title: str
    title_en: str | None
    url: str | None


class Tier(Answered, frozen=True):
    """A step of a fee."""

    from_quantity: int
    to_quantity: int | None
    amount_sek: Decimal


class FeeRule(Answered, frozen=True):
    """A fee in force on the day."""

    id: str
    system: SystemCode
    item: FeeItem
    unit: FeeUnit
    paragraph: str | None
    vat: VatTreatment
    in_force_from: date
    ends_on: date | None
    regulation: Regulation | None
    tiers: Nodes[Tier]
    provenance: Origin
    source: Source

    @property
    def last_day(self) -> date | None:
        """The last day in force; None while no end is known."""
        return self.ends_on and self.ends_on - ONE_DAY


class Suppliers(Nodes[Supplier], frozen=True):
    """The list of 7 §, as much of it as a page holds, and how many there are."""

    total_count: int


class Register(Answered, frozen=True):
    """What is asked of the register on a day."""

    authorisation_systems: Nodes[System]
    suppliers: Suppliers
    unlisted: Nodes[Unlisted]
    fee_rules: Nodes[FeeRule]


class EditionFile(Answered, frozen=True):
    """A published file."""

    path: str
    bytes: int
    sha256: str
    media_type: str

    @property
    def stem(self) -> str:
        """The name without its ending: the same for every form of the same content."""
        return self.path.split(".", maxsplit=1)[0]


class Edition(Answered, frozen=True):
    """The newest edition."""

    number: int
    as_of: date
    issued: datetime
    next_update: datetime
    manifest_sha256: str
    files: list[EditionFile]


class FrontAnswer(Answered, frozen=True):
    """The whole answer."""

    register: Register
    editions: Nodes[Edition]
