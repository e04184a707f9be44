"""What a public actor pays and what a supplier is paid for recorded volumes; for themselves and the authority."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import strawberry

from auktor.core import statements
from auktor.core.deeds.errors import NotAllowed
from auktor.core.fees import ROUNDING
from auktor.core.moment import Moment
from auktor.core.periods import Period
from auktor.core.roles import Role
from auktor.core.totals import Totals
from auktor.core.vocabulary import FeeItem, SystemCode, VatTreatment
from db import models
from db.visibility import CASE_WORKERS
from resolvers.statements import fee_rules_of, pay_of, used_by_actor, used_of_supplier
from schema.context import Context, Info
from schema.errors import NotFound
from schema.ids import key_of
from schema.lookup import named
from schema.record import Record
from schema.scalars import Count
from schema.vat_total import ONE_TOTAL, TOTALS, VatTotal
from schema.wording import AskedLanguage, spoken


@strawberry.input(description="Whose volumes, in which system, over which months, as known when.")
class StatementInput:
    """A question about recorded volumes."""

    party: strawberry.ID = strawberry.field(description="The public actor, or the supplier.")
    system: SystemCode = strawberry.field(description="Authorisation system (auktorisationssystem).")
    from_: date = strawberry.field(name="from", description="First day of the first month.")
    to: date = strawberry.field(description="First day of the month after the last.")
    known_at: datetime | None = strawberry.field(
        default=None, description="As the register knew it then; now by default."
    )
    since: datetime | None = strawberry.field(
        default=None, description="Also the difference to what the register knew then: what a correction changed."
    )


@strawberry.type(description="One line of a statement.")
class StatementLine:
    """A quantity at a price, by one rule."""

    service: str | None = strawberry.field(description="Key of the service; null where all are counted together.")
    item: FeeItem = strawberry.field(description="What is counted (prestation).")
    quantity: Count = strawberry.field(description="How many at this price.")
    unit_amount_sek: Decimal = strawberry.field(description="Price per unit in kronor.")
    amount_sek: Decimal = strawberry.field(description="The line in kronor, not rounded to öre.")
    vat: VatTreatment = strawberry.field(description="How the amount stands to value added tax (moms).")
    rule: str = strawberry.field(description="Key of the rule it follows.")


@strawberry.type(description="What a correction changed: to be added to, or taken off, an invoice already sent.")
class Difference:
    """Now less then."""

    total_sek: Decimal | None = strawberry.field(
        description="In kronor; below zero for a refund; null where lines stand differently to value added tax."
    )
    totals: list[VatTotal] = strawberry.field(description="In kronor, by how they stand to value added tax.")
    identifications: int = strawberry.field(description="Identifications more, or fewer.")
    signatures: int = strawberry.field(description="Signatures more, or fewer.")
    messages: int = strawberry.field(description="Messages more, or fewer.")


@strawberry.type(description="One invoice's worth of recorded volumes, exactly, with the rule behind every line.")
class Statement:
    """A statement of fees or of compensation."""

    total_sek: Decimal | None = strawberry.field(description=ONE_TOTAL)
    totals: list[VatTotal] = strawberry.field(description=TOTALS)
    lines: list[StatementLine] = strawberry.field(description="The lines.")
    difference: Difference | None = strawberry.field(description="The difference asked for by `since`.")

    @strawberry.field(description="How the sum was rounded.")
    def rounding(self, info: Info, language: AskedLanguage = None) -> str:
        """In the language asked for."""
        return ROUNDING.in_language(spoken(info, language))


async def fee_statement_of(context: Context, question: StatementInput) -> Statement:
    """What a public actor pays for recorded volumes; for the actor itself and the authority."""
    key = key_of(question.party, "PublicActor")
    _require(context, Role.AGENCY, key)
    actor = await _party(context, question, key, "PublicActor")
    now = await _fees(context, question, actor, question.known_at)
    then = await _fees(context, question, actor, question.since) if question.since else None
    lines = [
        StatementLine(
            service=None,
            item=line.item,
            quantity=Count(line.quantity),
            unit_amount_sek=line.unit_amount_sek,
            amount_sek=line.amount_sek,
            vat=line.vat,
            rule=line.rule.key,
        )
        for line in now.lines
    ]
    return Statement(
        total_sek=now.total_sek,
        totals=VatTotal.each_of(now.totals),
        lines=lines,
        difference=None if then is None else _difference(*statements.difference(now, then)),
    )


async def compensation_statement_of(context: Context, question: StatementInput) -> Statement:
    """What a supplier is paid for recorded volumes; for the supplier itself and the authority."""
    key = key_of(question.party, "Supplier")
    _require(context, Role.SUPPLIER, key)
    supplier = await _party(context, question, key, "Supplier")
    now = await _pay(context, question, supplier, question.known_at)
    then = await _pay(context, question, supplier, question.since) if question.since else None
    lines = [
        StatementLine(
            service=line.service,
            item=line.item,
            quantity=Count(line.quantity),
            unit_amount_sek=line.unit_amount_sek,
            amount_sek=line.amount_sek,
            vat=line.vat,
            rule=line.rule,
        )
        for line in now.lines
    ]
    return Statement(
        total_sek=now.total_sek,
        totals=VatTotal.each_of(now.totals),
        lines=lines,
        difference=None if then is None else _difference(*statements.difference(now, then)),
    )


def _require(context: Context, own: Role, key: str) -> None:
    """Refuse whoever is neither of the authority nor the party itself: volumes of one party are nobody else's."""
    viewer = context.viewer
    if viewer.role not in CASE_WORKERS and (viewer.role, viewer.organisation) != (own, key):
        raise NotAllowed(
            "Statements are for the party itself and the authority.",
            remedy=f"Send a token with the role {own} for {key}.",
        )


async def _party(context: Context, question: StatementInput, key: str, kind: str) -> Record:
    model = models.PublicActor if kind == "PublicActor" else models.Supplier
    found = await named(context, model, context.today, "key", key)
    if found is None:
        raise NotFound(f"The register holds no {kind} {key} today. Check the id {question.party[:60]!r}.")
    return found


async def _fees(
    context: Context, question: StatementInput, actor: Record, known_at: datetime | None
) -> statements.Statement:
    at, period = Moment(context.today.as_of, known_at), Period(question.from_, question.to)
    async with context.reading() as connection:
        used = await used_by_actor(connection, actor["id"], question.system, period, at)
        rules = await fee_rules_of(connection, question.system, actor["category"], at)
    return statements.fee_statement(used, rules, period)


async def _pay(
    context: Context, question: StatementInput, supplier: Record, known_at: datetime | None
) -> statements.Compensation:
    at, period = Moment(context.today.as_of, known_at), Period(question.from_, question.to)
    async with context.reading() as connection:
        used = await used_of_supplier(connection, supplier["id"], question.system, period, at)
        pay = await pay_of(connection, question.system, at)
    return statements.compensation_statement(used, pay, period)


def _difference(quantities: Mapping[FeeItem, int], totals: Totals) -> Difference:
    return Difference(
        total_sek=totals.one_sek,
        totals=VatTotal.each_of(totals),
        identifications=quantities.get(FeeItem.IDENTIFICATION, 0),
        signatures=quantities.get(FeeItem.SIGNATURE, 0),
        messages=quantities.get(FeeItem.MESSAGE, 0),
    )
