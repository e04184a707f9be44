"""The register at a moment: what can be asked of it, and the same for today as the query's own fields."""

import asyncio
import re
from datetime import date, datetime
from typing import Annotated, Any

import strawberry

from auktor.core.identifiers import parse_designation
from auktor.core.moment import Moment
from auktor.core.vocabulary import SystemCode
from db import models
from resolvers.actor_agreement import actor_agreements
from resolvers.application import applications, decisions, rectification_cases
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
from resolvers.review import review_findings, reviews
from resolvers.service import services
from resolvers.start_rule import start_rules
from resolvers.supplier import supplier_with_number, suppliers
from resolvers.supplier_agreement import supplier_agreements
from schema.actor_agreement import ActorAgreement
from schema.application import Application
from schema.audit_entry import AUDIT_ENTRIES, AuditEntry
from schema.authorisation_system import AuthorisationSystem
from schema.change_days import change_days, nearest_change
from schema.comparison import Comparison, compared_days
from schema.compensation_rule import CompensationRule
from schema.context import Context, Info
from schema.corrections import Correction, MadeBefore, corrections_made, described_from
from schema.corrections import First as MostCorrections
from schema.decision import Decision, RectificationCase
from schema.declarations import METADATA, Argument, AtMoment, Identified, OfMoment
from schema.diff import Diff, difference_of
from schema.errors import BadMoment, BadPage
from schema.exemption import Exemption
from schema.fee_estimate import FeeEstimate, FeeEstimateQuestion, estimate_fee
from schema.fee_rule import FeeRule
from schema.fields import found, page, volumes_aggregate, with_aggregates
from schema.filters import wanted
from schema.ids import key_of, parse_id, unknown_type
from schema.keeping import Change, Edition, changes_page, edition_numbered, editions_page
from schema.legacy_scheme import LegacyConnection, LegacyScheme
from schema.lookup import named
from schema.milestone import Milestone
from schema.node import Connection, Node
from schema.noun import TYPES
from schema.obligation import Eligibility, Obligation, eligibility_of, obligation_of
from schema.obligation_rule import ObligationRule
from schema.paging import DEFAULT_SIZE, PageArguments
from schema.preparation import PREPARATIONS, Preparation
from schema.public_actor import PublicActor
from schema.rate_limit import RateLimit, rate_limit_of
from schema.record import Record, Root, shown
from schema.regulation import Regulation
from schema.requirements_version import RequirementsVersion
from schema.review import Review, ReviewFinding
from schema.scalars import Count, OrganisationNumber
from schema.search import SearchHit, search_register
from schema.service import Service
from schema.start_rule import StartRule
from schema.statements import Statement, StatementInput, compensation_statement_of, fee_statement_of
from schema.statistics import From, Statistics, To
from schema.supplier import Supplier
from schema.supplier_agreement import SupplierAgreement
from schema.vocabulary import VocabularyTerm, vocabulary_of
from schema.volumes import FILTER, MonthlyVolume, VolumeGroup, volumes_page

MOST_NODES = 100
EDITION_KEY = re.compile("[1-9][0-9]{0,8}")
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
Code = Annotated[SystemCode, strawberry.argument(description="Code of the system.")]
Number = Annotated[
    OrganisationNumber, strawberry.argument(description="Its organisation number (organisationsnummer).")
]
Designation = Annotated[str, strawberry.argument(description="Series, year and number (beteckning), as SFS 2023:704.")]
OtherDay = Annotated[date, strawberry.argument(description="The day to compare with; earlier days are the usual ones.")]
EditionNumber = Annotated[int, strawberry.argument(description="Number of an edition.")]
LaterEdition = Annotated[
    int | None,
    strawberry.argument(description="Number of a later edition; the register as it stands now where left out."),
]
Sequence = Annotated[Count, strawberry.argument(description="The last sequence number already read; 0 for all.")]
Statements = Annotated[StatementInput, strawberry.argument(description="Whose volumes, and over which months.")]
First = Annotated[int | None, strawberry.argument(description="At most so many rows from the start, 1 to 100.")]
After = Annotated[str | None, strawberry.argument(description="Only rows after this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="At most so many rows from the end, 1 to 100.")]
Before = Annotated[str | None, strawberry.argument(description="Only rows before this cursor.")]
VolumeFilter = Annotated[
    FILTER | None,
    strawberry.argument(description="Only volumes that meet all these conditions; by category where it is named."),
]


def asked_code(code: Code) -> dict[str, Any]:
    """The key of a system is its code."""
    return {"key": str(code)}


def asked_number(organisation_number: Number) -> dict[str, Any]:
    """The number in the form it is stored."""
    return {"organisation_number": organisation_number}


def asked_actor(id: Id) -> dict[str, Any]:  # noqa: A002 -- the API's name
    """The key in the id; BadId for the id of another type."""
    return {"key": key_of(id, "PublicActor")}


def asked_designation(designation: Designation) -> dict[str, Any]:
    """Series, year and number of a designation."""
    series, number = parse_designation(designation).split(" ")
    year, place = number.split(":")
    return {"series": series, "year": int(year), "number": int(place)}


def asked_id(id: Id) -> list[str]:  # noqa: A002 -- the API's name
    """One id is a list of one."""
    return [id]


def asked_ids(ids: list[strawberry.ID]) -> list[str]:
    """The ids, in order; BadPage for too many."""
    if len(ids) > MOST_NODES:
        raise BadPage(f"There are {len(ids)} ids. Ask for at most {MOST_NODES} at a time.")
    return [*ids]


async def _edition_with_key(context: Context, key: str) -> Edition | None:
    return await edition_numbered(context, int(key)) if EDITION_KEY.fullmatch(key) else None


OTHERS = {"Edition": _edition_with_key}
"""What has an id and is no noun: found by its key."""


def asked_day(at: Moment) -> date:
    """The day itself."""
    return at.as_of


def asked_moment(at: Moment, now: datetime, as_of: date | None, known_at: datetime | None) -> Moment:
    """The moment asked for, the day of `at` where none is given; BadMoment for one that has not come."""
    if known_at is not None and known_at > now:
        raise BadMoment(
            f"{known_at.isoformat()} has not come yet, so nothing is known at it. "
            "Leave knownAt out for what is known now."
        )
    return Moment(as_of or at.as_of, known_at)


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


@strawberry.type(description="Who is asking.")
class Viewer:
    """The role the request was made in."""

    role: str = strawberry.field(description="Role; anonymous where no token was given.")
    organisation: str | None = strawberry.field(description="Key of the organisation the role is bound to.")


@strawberry.type(description="The register today, the register at any other moment, and what it publishes.")
class Query(Register):
    """The questions of the API; what is not everybody's stands here alone, and no type of a register leads to it."""

    applications: Connection[Application] = page(
        applications,
        models.Application,
        "Applications (ansökningar), oldest first, for those who may see them; nobody else sees one.",
        by=None,
    )
    decisions: Connection[Decision] = page(
        decisions, models.Decision, "Decisions (beslut), for those who may see them.", by=None
    )
    rectification_cases: Connection[RectificationCase] = page(
        rectification_cases,
        models.RectificationCase,
        "Court cases about rejections (rättelse, 16-18 §§), for those who may see them.",
        by=None,
    )
    reviews: Connection[Review] = page(
        reviews,
        models.Review,
        "Follow-ups of suppliers (uppföljning): all for those who may see them, what is public of them for all.",
        by=None,
    )
    review_findings: Connection[ReviewFinding] = page(
        review_findings, models.ReviewFinding, "What follow-ups found (brister), by deadline.", by=None
    )

    @strawberry.field(
        description="The register as the law stood on a day and as it was known at a moment; both default to now.",
        metadata={METADATA: AtMoment(asked_moment)},
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
        return shown(Root(asked_moment(self.at, info.context.now, as_of, known_at)))

    @strawberry.field(description="Published editions of the open data (utgåvor), newest first.")
    def editions(
        self: Any, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Edition]:
        """In pages."""
        return shown(editions_page(info.context, PageArguments(first, after, last, before)))

    @strawberry.field(description="One edition by its number.")
    async def edition(self: Any, info: Info, number: EditionNumber) -> Edition | None:
        """By its number."""
        return await edition_numbered(info.context, number)

    @strawberry.field(description="What two editions say differently; or one and the register as it stands now.")
    async def diff(self: Any, info: Info, from_edition: EditionNumber, to_edition: LaterEdition = None) -> Diff:
        """Row by row of the published tables."""
        return await difference_of(info.context, from_edition, to_edition)

    @strawberry.field(
        description="Changes of the register after a sequence number, oldest first: for those who follow it."
    )
    def changes(
        self: Any, info: Info, after_sequence: Sequence = FROM_THE_BEGINNING, first: First = None, after: After = None
    ) -> Connection[Change]:
        """In pages."""
        return shown(changes_page(info.context, after_sequence, PageArguments(first, after)))

    @strawberry.field(description="What the register has put right, newest first (rättelser av uppgifter).")
    async def corrections(
        self: Any, info: Info, first: MostCorrections = DEFAULT_SIZE, before: MadeBefore = None
    ) -> list[Correction]:
        """Those of open facts."""
        return await corrections_made(info.context, first, before)

    @strawberry.field(description="What a public actor pays for recorded volumes (avgiftsunderlag).")
    async def fee_statement(self: Any, info: Info, input: Statements) -> Statement:  # noqa: A002 -- the API's name
        """For the actor itself and the authority."""
        return await fee_statement_of(info.context, input)

    @strawberry.field(description="What a supplier is paid for recorded volumes (ersättningsunderlag).")
    async def compensation_statement(self: Any, info: Info, input: Statements) -> Statement:  # noqa: A002 -- as above
        """For the supplier itself and the authority."""
        return await compensation_statement_of(info.context, input)

    preparations: Connection[Preparation] = PREPARATIONS.field(
        "What was prepared for another to decide (beredningar); empty for who may not see it."
    )
    audit_entries: Connection[AuditEntry] = AUDIT_ENTRIES.field(
        "The audit log (logg), newest first; empty for whoever may not see it."
    )

    @strawberry.field(
        description="The words of the closed lists in both languages (ordlista): a label for every code of an answer."
    )
    def vocabulary(
        self: Any,
        enum: Annotated[
            str | None,
            strawberry.argument(description="Name of an enum of this schema; every list where nothing is said."),
        ] = None,
    ) -> list[VocabularyTerm]:
        """In the order of declaration."""
        return vocabulary_of(enum)

    @strawberry.field(description="Who is asking, in which role.")
    def viewer(self: Any, info: Info) -> Viewer:
        """Anonymous without a token."""
        return Viewer(role=info.context.viewer.role, organisation=info.context.viewer.organisation)

    @strawberry.field(
        description="Points the asking client has left; null where no client asks but the program itself."
    )
    def rate_limit(self: Any, info: Info) -> RateLimit | None:
        """After this question."""
        return rate_limit_of(info)


async def _node(info: Info, at: Moment, given: str) -> object:
    """Any object by its id; an id of a type the register does not have is refused by name."""
    type_name, key = parse_id(given)
    if type_name in OTHERS:
        return await OTHERS[type_name](info.context, key)
    if type_name not in TYPES:
        raise unknown_type(given)
    record: Record | None = await named(info.context, TYPES[type_name][1], at, "key", key)
    return record
