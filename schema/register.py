"""The register at a moment: what can be asked of it, by whoever asks."""

import asyncio
import re
from datetime import date
from typing import Annotated, Any

import strawberry

from auktor.core.moment import Moment
from db import models
from resolvers.actor_agreement import actor_agreements
from resolvers.authorisation_system import authorisation_systems, system_with_key
from resolvers.compensation_rule import compensation_rules
from resolvers.exemption import exemptions
from resolvers.fee_rule import fee_rules
from resolvers.legacy_scheme import legacy_connections, legacy_schemes
from resolvers.milestone import milestones
from resolvers.obligation import obligation_rules
from resolvers.public_actor import actor_with_key, public_actors
from resolvers.regulation import regulation_with_designation, regulations
from resolvers.requirements_version import requirements
from resolvers.service import services
from resolvers.start_rule import start_rules
from resolvers.supplier import supplier_with_number, suppliers
from resolvers.supplier_agreement import supplier_agreements
from schema.actor_agreement import ActorAgreement
from schema.asked import (
    LISTED,
    After,
    Before,
    First,
    Id,
    Last,
    OtherDay,
    VolumeFilter,
    asked_actor,
    asked_code,
    asked_day,
    asked_designation,
    asked_id,
    asked_ids,
    asked_number,
)
from schema.authorisation_system import AuthorisationSystem
from schema.change_days import change_days, nearest_change
from schema.comparison import Comparison, compared_days
from schema.compensation_rule import CompensationRule
from schema.context import Context, Info
from schema.corrections import described_from
from schema.declarations import METADATA, Identified, OfMoment
from schema.exemption import Exemption
from schema.fee_estimate import FeeEstimate, FeeEstimateQuestion, estimate_fee
from schema.fee_rule import FeeRule
from schema.fields import found, page, volumes_aggregate, with_aggregates
from schema.filters import wanted
from schema.ids import parse_id, unknown_type
from schema.keeping import Edition, edition_numbered
from schema.legacy_scheme import LegacyConnection, LegacyScheme
from schema.lookup import named
from schema.milestone import Milestone
from schema.node import Connection, Node
from schema.noun import TYPES
from schema.obligation import Eligibility, Obligation, eligibility_of, obligation_of
from schema.obligation_rule import ObligationRule
from schema.paging import PageArguments
from schema.public_actor import PublicActor
from schema.record import Record, shown
from schema.regulation import Regulation
from schema.requirements_version import RequirementsVersion
from schema.search import SearchHit, search_register
from schema.service import Service
from schema.start_rule import StartRule
from schema.statistics import From, Statistics, To
from schema.supplier import Supplier
from schema.supplier_agreement import SupplierAgreement
from schema.volumes import MonthlyVolume, VolumeGroup, volumes_page

EDITION_KEY = re.compile("[1-9][0-9]{0,8}")


async def _edition_with_key(context: Context, key: str) -> Edition | None:
    return await edition_numbered(context, int(key)) if EDITION_KEY.fullmatch(key) else None


OTHERS = {"Edition": _edition_with_key}
"""What has an id and is no noun: found by its key."""


@strawberry.type(description="The register as the law stood on one day and as it was known at one moment.")
@with_aggregates
class Register:
    """Everything the public may ask of the register at a moment."""

    authorisation_systems: Connection[AuthorisationSystem] = page(
        authorisation_systems,
        models.AuthorisationSystem,
        "The authorisation systems (auktorisationssystem, 2 §).",
        by=None,
    )
    suppliers: Connection[Supplier] = page(
        suppliers, models.Supplier, "Suppliers on the public list of 7 § (leverantörer), by name.", LISTED, by=None
    )
    services: Connection[Service] = page(
        services, models.Service, "Services (tjänster), by name, whatever their status.", by=None
    )
    supplier_agreements: Connection[SupplierAgreement] = page(
        supplier_agreements, models.SupplierAgreement, "Agreements with suppliers (anslutningsavtal).", by=None
    )
    public_actors: Connection[PublicActor] = page(
        public_actors, models.PublicActor, "Public actors (offentliga aktörer, 4 §), by name.", by=None
    )
    actor_agreements: Connection[ActorAgreement] = page(
        actor_agreements, models.ActorAgreement, "Agreements with public actors (avtal).", by=None
    )
    regulations: Connection[Regulation] = page(
        regulations, models.Regulation, "Regulations, acts and ordinances (föreskrifter).", by=None
    )
    fee_rules: Connection[FeeRule] = page(
        fee_rules, models.FeeRule, "Fee rules (avgiftsregler), past, present and decided.", by=None
    )
    compensation_rules: Connection[CompensationRule] = page(
        compensation_rules, models.CompensationRule, "What suppliers are paid (ersättningsregler).", by=None
    )
    requirements: Connection[RequirementsVersion] = page(
        requirements,
        models.RequirementsVersion,
        "Requirements, terms and technical rules (krav och villkor, 6 §).",
        by=None,
    )
    exemptions: Connection[Exemption] = page(
        exemptions, models.Exemption, "Exemptions from the obligation (tidsbegränsade undantag), by end.", by=None
    )
    obligation_rules: Connection[ObligationRule] = page(
        obligation_rules, models.ObligationRule, "Provisions that oblige public actors (skyldighetsregler).", by=None
    )
    milestones: Connection[Milestone] = page(
        milestones, models.Milestone, "Milestones of the introduction (milstolpar), plan beside outcome.", by=None
    )
    legacy_schemes: Connection[LegacyScheme] = page(
        legacy_schemes, models.LegacyScheme, "Older schemes that are being wound over (tidigare regimer).", by=None
    )
    start_rules: Connection[StartRule] = page(
        start_rules, models.StartRule, "When a public actor that signs may start (regler om tjänstestart).", by=None
    )

    legacy_connections: Connection[LegacyConnection] = page(
        legacy_connections,
        models.LegacyConnection,
        "Participants of older schemes: who has moved, who has not, by when (övergång).",
        by=None,
    )

    @strawberry.field(description="The day the answer is about.", metadata={METADATA: OfMoment(asked_day)})
    def as_of(self: Any) -> date:
        """The law of this day."""
        return asked_day(self.at)

    @strawberry.field(description="The last day before this one on which something began or ended; null where none is.")
    async def previous_change(self: Any, info: Info) -> date | None:
        """Of systems, suppliers, services, agreements, exemptions, regulations and fees."""
        return await nearest_change(info.context, self.at, "previous")

    @strawberry.field(description="The first day after this one on which something begins or ends; null where none is.")
    async def next_change(self: Any, info: Info) -> date | None:
        """As far as the register knows what is to come."""
        return await nearest_change(info.context, self.at, "next")

    @strawberry.field(description="The days of a period of at most ten years on which something begins or ends.")
    async def change_days(self: Any, info: Info, from_: From, to: To) -> list[date]:
        """In order."""
        return await change_days(info.context, self.at, from_, to)

    @strawberry.field(description="What the register says differently of this day than of another, as known alike.")
    async def compared_with(self: Any, info: Info, day: OtherDay) -> Comparison:
        """Object by object."""
        return await compared_days(info.context, day, self.at)

    @strawberry.field(description="First day the register describes an object; null for one it never knew of.")
    async def described_from(self: Any, info: Info, id: Id) -> date | None:  # noqa: A002 -- the API's name
        """Whatever the day of this register. A description has no last day: what ends has a day on which it ended."""
        return await described_from(info.context, id, self.at)

    authorisation_system: AuthorisationSystem | None = found(
        models.AuthorisationSystem, asked_code, system_with_key, "One authorisation system."
    )
    supplier: Supplier | None = found(
        models.Supplier,
        asked_number,
        supplier_with_number,
        "One supplier by its organisation number, whether or not it is on the list.",
    )
    public_actor: PublicActor | None = found(
        models.PublicActor,
        asked_actor,
        actor_with_key,
        "One public actor by its id: organisation numbers may be shared.",
    )
    regulation: Regulation | None = found(
        models.Regulation,
        asked_designation,
        regulation_with_designation,
        "One regulation by its designation, as SFS 2023:704.",
    )

    @strawberry.field(
        description="Any object by its id; null where the register does not know it at the moment asked for.",
        metadata={METADATA: Identified(asked_id, OTHERS)},
    )
    async def node(self: Any, info: Info, id: Id) -> Node | None:  # noqa: A002 -- the API's name
        """By its id."""
        return shown(await _node(info, self.at, id))

    @strawberry.field(
        description="Objects by their ids, at most 100, in the order asked for.",
        metadata={METADATA: Identified(asked_ids, OTHERS)},
    )
    async def nodes(
        self: Any,
        info: Info,
        ids: Annotated[list[strawberry.ID], strawberry.argument(description="At most 100 ids.")],
    ) -> list[Node | None]:
        """By their ids."""
        return shown(await asyncio.gather(*(_node(info, self.at, each) for each in asked_ids(ids))))

    @strawberry.field(
        description="Find suppliers, services, public actors and regulations by name, number or designation."
    )
    async def search(
        self: Any,
        info: Info,
        text: Annotated[str, strawberry.argument(description="A few letters or digits, whatever their case.")],
        first: Annotated[int, strawberry.argument(description="At most so many hits, 1 to 50.")] = 20,
    ) -> list[SearchHit]:
        """The best hits first."""
        return await search_register(info.context, text, self.at, first)

    @strawberry.field(
        description="What volumes cost over a period, with the rule behind each line (avgift, 7 § förordning 2023:709)."
    )
    async def fee_estimate(self: Any, info: Info, input: FeeEstimateQuestion) -> FeeEstimate:  # noqa: A002 -- the API's name
        """By the rules known at the moment."""
        return await estimate_fee(info.context, input, self.at)

    @strawberry.field(
        description="Whether a public actor must use the e-identification system, why, and if exempt until when."
    )
    async def obligation(self: Any, info: Info, actor: Id) -> Obligation:
        """On the day asked for."""
        return await obligation_of(info.context, actor, self.at)

    @strawberry.field(description="Whether a public actor may use a service, and what that rests on.")
    async def eligibility(self: Any, info: Info, service: Id, actor: Id) -> Eligibility:
        """On the day asked for."""
        return await eligibility_of(info.context, service, actor, self.at)

    @strawberry.field(description="Monthly volumes by service and item, all public actors together (månadsvolymer).")
    def volumes(  # noqa: PLR0913 -- the arguments of every list
        self: Any,
        info: Info,
        *,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        filter: VolumeFilter = None,  # noqa: A002 -- the API's name
    ) -> Connection[MonthlyVolume]:
        """In pages, oldest month first."""
        chosen = wanted(filter)
        return shown(volumes_page(info.context, self.at, PageArguments(first, after, last, before), chosen))

    volumes_aggregate: list[VolumeGroup] = volumes_aggregate()  # pyright: ignore[reportInvalidTypeForm] -- made at run time

    @strawberry.field(description="Flat, scalar-only rows for dashboards.")
    def statistics(self: Any) -> Statistics:
        """At the moment."""
        return Statistics(at=self.at)


async def _node(info: Info, at: Moment, given: str) -> object:
    """Any object by its id; an id of a type the register does not have is refused by name."""
    type_name, key = parse_id(given)
    if type_name in OTHERS:
        return await OTHERS[type_name](info.context, key)
    if type_name not in TYPES:
        raise unknown_type(given)
    record: Record | None = await named(info.context, TYPES[type_name][1], at, "key", key)
    return record
