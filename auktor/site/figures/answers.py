"""The rows the charts are drawn from, as types: what the API answers, field by field."""

from datetime import date, datetime
from decimal import Decimal

from auktor.core.vocabulary import (
    FeeItem,
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    ServiceStatus,
    SystemCode,
)
from auktor.site.front_answer import Answered, Origin


class Sure(Answered, frozen=True):
    """A row that says how sure it is."""

    provenance: ProvenanceKind


class Connection(Sure, frozen=True):
    """Connected actors of one kind in a month."""

    month: date
    system: SystemCode
    category: PublicActorCategory
    actors: int


class CountyConnection(Sure, frozen=True):
    """Connected actors of one county in a month."""

    month: date
    system: SystemCode
    county_code: str
    actors: int


class Obliged(Answered, frozen=True):
    """Obliged agencies in a month, and those of them that are connected."""

    month: date
    obliged: int
    connected: int


class Counted(Sure, frozen=True):
    """Actors of one kind by obligation and connection."""

    category: PublicActorCategory
    obligation_status: ObligationStatus
    connected: bool
    actors: int


class Volume(Sure, frozen=True):
    """A service's volume of a month; None where too few stand behind it."""

    month: date
    item: FeeItem
    quantity: int | None


class Fee(Sure, frozen=True):
    """What the volumes of a month cost; None where the price is not one."""

    month: date
    item: FeeItem
    fee_sek: Decimal | None


class Named(Answered, frozen=True):
    """What has a name."""

    name: str


class AgreementTime(Answered, frozen=True):
    """When a supplier's agreement is in force."""

    system: SystemCode
    in_force_from: date
    ends_on: date | None
    supplier: Named
    provenance: Origin


class Told(Answered, frozen=True):
    """A fact of a version, as text."""

    name: str
    value: str | None


class Version(Answered, frozen=True):
    """A version of an object."""

    valid_from: date
    valid_to: date | None
    recorded_to: datetime | None
    facts: list[Told]


class ServiceTime(Answered, frozen=True):
    """A service and its versions."""

    name: str
    status: ServiceStatus
    provenance: Origin
    history: list[Version]


class RegulationTime(Answered, frozen=True):
    """When a regulation is in force."""

    designation: str | None
    title: str
    in_force_from: date | None
    repealed_on: date | None
    provenance: Origin
