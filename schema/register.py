"""The register at a moment: what can be asked of it, and the same for today as the query's own fields."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

import strawberry

from auktor.core.identifiers import parse_designation
from auktor.core.moment import Moment
from auktor.core.vocabulary import SystemCode
from db import models
from db.expressions import table
from resolvers.actor_agreement import actor_agreements
from resolvers.authorisation_system import authorisation_systems
from resolvers.compensation_rule import compensation_rules
from resolvers.exemption import exemptions
from resolvers.fee_rule import fee_rules
from resolvers.legacy_scheme import legacy_schemes
from resolvers.milestone import milestones
from resolvers.obligation import obligation_rules
from resolvers.public_actor import public_actors
from resolvers.regulation import regulations
from resolvers.requirements_version import requirements
from resolvers.service import services
from resolvers.start_rule import start_rules
from resolvers.supplier import suppliers
from resolvers.supplier_agreement import supplier_agreements
from schema.actor_agreement import ActorAgreement
from schema.authorisation_system import AuthorisationSystem
from schema.compensation_rule import CompensationRule
from schema.context import Info
from schema.declarations import Argument
from schema.diff import Diff, difference_of
from schema.errors import BadMoment, BadPage
from schema.exemption import Exemption
from schema.fee_estimate import FeeEstimate, FeeEstimateQuestion, estimate_fee
from schema.fee_rule import FeeRule
from schema.fields import page
from schema.ids import key_of, parse_id
from schema.keeping import Change, Edition, changes_page, edition_numbered, editions_page
from schema.legacy_scheme import LegacyScheme
from schema.lookup import first as first_of
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
from schema.scalars import Count, OrganisationNumber
from schema.search import SearchHit, search_register
from schema.service import Service
from schema.start_rule import StartRule
from schema.statistics import MonthlyVolume, Statistics, volumes_page
from schema.supplier import Supplier
from schema.supplier_agreement import SupplierAgreement

MOST_NODES = 100
FROM_THE_BEGINNING = Count(0)
LISTED = Argument(
    name="listed",
    type=bool | None,
    default=True,
    description=(
        "True for the public list of 7 §: an agreement in force on the day. False for those that left it. "
        "Null for every supplier known."
    ),
)
Id = Annotated[strawberry.ID, strawberry.argument(description="An `id` the API gave.")]
First = Annotated[int | None, strawberry.argument(description="At most so many rows from the start, 1 to 100.")]
After = Annotated[str | None, strawberry.argument(description="Only rows after this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="At most so many rows from the end, 1 to 100.")]
Before = Annotated[str | None, strawberry.argument(description="Only rows before this cursor.")]


@dataclass(frozen=True, slots=True)
class Root:
    """The moment a register is asked about."""

    at: Moment


@strawberry.type(description="The register as the law stood on one day and as it was known at one moment.")
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

    @strawberry.field(description="The day the answer is about.")
    def as_of(self: Any) -> date:
        """The law of this day."""
        return shown(self.at.as_of)

    @strawberry.field(description="One authorisation system.")
    async def authorisation_system(self: Any, info: Info, code: SystemCode) -> AuthorisationSystem | None:
        """By its code."""
        return shown(await named(info.context, models.AuthorisationSystem, self.at, "key", str(code)))

    @strawberry.field(description="One supplier by its organisation number, whether or not it is on the list.")
    async def supplier(self: Any, info: Info, organisation_number: OrganisationNumber) -> Supplier | None:
        """By its organisation number."""
        wanted = table(models.Supplier).c.organisation_number == organisation_number
        return shown(await first_of(info.context, models.Supplier, self.at, wanted))

    @strawberry.field(description="One public actor by its id: organisation numbers may be shared.")
    async def public_actor(self: Any, info: Info, id: Id) -> PublicActor | None:  # noqa: A002 -- the API's name
        """By its id."""
        return shown(await named(info.context, models.PublicActor, self.at, "key", key_of(id, "PublicActor")))

    @strawberry.field(description="One regulation by its designation, as SFS 2023:704.")
    async def regulation(self: Any, info: Info, designation: str) -> Regulation | None:
        """By its designation."""
        series, number = parse_designation(designation).split(" ")
        year, place = number.split(":")
        column = table(models.Regulation).c
        wanted = (column.series == series, column.year == int(year), column.number == int(place))
        return shown(await first_of(info.context, models.Regulation, self.at, *wanted))

    @strawberry.field(
        description="Any object by its id; null where the register does not know it at the moment asked for."
    )
    async def node(self: Any, info: Info, id: Id) -> Node | None:  # noqa: A002 -- the API's name
        """By its id."""
        return shown(await _node(info, self.at, id))

    @strawberry.field(description="Objects by their ids, at most 100, in the order asked for.")
    async def nodes(self: Any, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        """By their ids."""
        if len(ids) > MOST_NODES:
            raise BadPage(f"There are {len(ids)} ids. Ask for at most {MOST_NODES} at a time.")
        return shown([await _node(info, self.at, each) for each in ids])

    @strawberry.field(
        description="Find suppliers, services, public actors and regulations by name, number or designation."
    )
    async def search(self: Any, info: Info, text: str, first: int = 20) -> list[SearchHit]:
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
    def volumes(
        self: Any, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[MonthlyVolume]:
        """In pages, oldest month first."""
        return shown(volumes_page(info.context, self.at, PageArguments(first, after, last, before)))

    @strawberry.field(description="Flat, scalar-only rows for dashboards.")
    def statistics(self: Any) -> Statistics:
        """At the moment."""
        return Statistics(at=self.at)


@strawberry.type(description="Who is asking.")
class Viewer:
    """The role the request was made in."""

    role: str = strawberry.field(description="Role; anonymous where no token was given.")
    organisation: str | None = strawberry.field(description="Key of the organisation the role is bound to.")


@strawberry.type(description="The register today, the register at any other moment, and what it publishes.")
class Query(Register):
    """The questions of the API."""

    @strawberry.field(
        description="The register as the law stood on a day and as it was known at a moment; both default to now."
    )
    def register(
        self: Any,
        info: Info,
        as_of: Annotated[
            date | None,
            strawberry.argument(description="The law of this day; today in Stockholm where nothing is said."),
        ] = None,
        known_at: Annotated[
            datetime | None, strawberry.argument(description="What the register knew then; now where nothing is said.")
        ] = None,
    ) -> Register:
        """A register at a moment."""
        if known_at is not None and known_at > info.context.now:
            raise BadMoment(
                f"{known_at.isoformat()} has not come yet, so nothing is known at it. "
                "Leave knownAt out for what is known now."
            )
        return shown(Root(Moment(as_of or self.at.as_of, known_at)))

    @strawberry.field(description="Published editions of the open data (utgåvor), newest first.")
    def editions(
        self: Any, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Edition]:
        """In pages."""
        return shown(editions_page(info.context, PageArguments(first, after, last, before)))

    @strawberry.field(description="One edition by its number.")
    async def edition(self: Any, info: Info, number: int) -> Edition | None:
        """By its number."""
        return await edition_numbered(info.context, number)

    @strawberry.field(description="What two editions say differently.")
    async def diff(self: Any, info: Info, from_edition: int, to_edition: int) -> Diff:
        """Object by object."""
        return await difference_of(info.context, from_edition, to_edition)

    @strawberry.field(
        description="Changes of the register after a sequence number, oldest first: for those who follow it."
    )
    def changes(
        self: Any, info: Info, after_sequence: Count = FROM_THE_BEGINNING, first: First = None, after: After = None
    ) -> Connection[Change]:
        """In pages."""
        return shown(changes_page(info.context, after_sequence, PageArguments(first, after)))

    @strawberry.field(description="Who is asking, in which role.")
    def viewer(self: Any, info: Info) -> Viewer:
        """Anonymous without a token."""
        return Viewer(role=info.context.viewer.role, organisation=info.context.viewer.organisation)


async def _node(info: Info, at: Moment, given: str) -> object:
    """Any object by its id; an id of a type the register does not have is refused by name."""
    type_name, key = parse_id(given)
    if type_name == "Edition" and key.isdigit():
        return await edition_numbered(info.context, int(key))
    if type_name not in TYPES:
        return key_of(given, "Supplier")
    record: Record | None = await named(info.context, TYPES[type_name][1], at, "key", key)
    return record
