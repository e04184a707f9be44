"""The questions of the API: the register today, at any other moment, and what is not everybody's."""

from datetime import date, datetime
from typing import Annotated, Any

import strawberry

from db import models
from resolvers.application import applications, decisions, rectification_cases
from resolvers.review import review_findings, reviews
from schema.application import Application
from schema.asked import (
    FROM_THE_BEGINNING,
    After,
    Before,
    EditionNumber,
    First,
    Last,
    LaterEdition,
    Sequence,
    Statements,
    asked_moment,
)
from schema.audit_entry import AUDIT_ENTRIES, AuditEntry
from schema.context import Info
from schema.corrections import Correction, MadeBefore, corrections_made
from schema.corrections import First as MostCorrections
from schema.decision import Decision, RectificationCase
from schema.declarations import METADATA, AtMoment
from schema.diff import Diff, difference_of
from schema.fields import page
from schema.keeping import Change, Edition, changes_page, edition_numbered, editions_page
from schema.node import Connection
from schema.paging import DEFAULT_SIZE, PageArguments
from schema.preparation import PREPARATIONS, Preparation
from schema.rate_limit import RateLimit, rate_limit_of
from schema.record import Root, shown
from schema.register import Register
from schema.review import Review, ReviewFinding
from schema.statements import Statement, compensation_statement_of, fee_statement_of
from schema.vocabulary import VocabularyTerm, vocabulary_of


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
        "What was prepared for another to decide (beredningar); an agency sees its own, who may not see it nothing."
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
