"""What volumes will cost, line by line, each with the rule it follows."""

import asyncio
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

import sqlalchemy as sa
import strawberry

from auktor.core import fee_rules, fees
from auktor.core.moment import Moment
from auktor.core.periods import Period
from auktor.core.vocabulary import FeeItem, PublicActorCategory, SystemCode, VatTreatment
from db import models
from db.expressions import table
from resolvers.batch import Batch
from resolvers.fee_rule import tiers_of
from schema.context import Context, Info
from schema.errors import BadPeriod, NothingToCount
from schema.fee_rule import FeeRule
from schema.lookup import find, named
from schema.node import LegalSource
from schema.record import Record, shown
from schema.regulation import Regulation
from schema.scalars import Count
from schema.vat_total import ONE_TOTAL, TOTALS, VatTotal
from schema.wording import AskedLanguage, spoken

MOST_VOLUMES = 100
LONGEST_DAYS = 3660


@strawberry.input(description="How many of one item.")
class VolumeInput:
    """One item and its quantity over the whole period."""

    item: FeeItem = strawberry.field(description="What is counted (prestation).")
    quantity: Count = strawberry.field(description="How many over the whole period.")
    size_kb: int | None = strawberry.field(
        default=None, description="Size of each message in kilobytes, where the fee goes by size."
    )


@strawberry.input(description="Which volumes, in which system, over which days.")
class FeeEstimateInput:
    """A question about cost."""

    system: SystemCode = strawberry.field(description="Authorisation system (auktorisationssystem).")
    volumes: list[VolumeInput] = strawberry.field(description="At most 100 items and quantities.")
    from_: date = strawberry.field(name="from", description="First day of the period.")
    to: date = strawberry.field(description="First day after the period.")
    actor_category: PublicActorCategory | None = strawberry.field(
        default=None, description="Category of the public actor, where a fee is set for one (aktörskrets)."
    )


@strawberry.type(description="One line of an estimate: a quantity at a price, by one rule.")
class FeeEstimateLine:
    """A line of the bill."""

    item: FeeItem = strawberry.field(description="What is counted (prestation).")
    quantity: Count = strawberry.field(description="How many at this price; days for a fee per year.")
    unit_amount_sek: Decimal = strawberry.field(description="Price per unit in kronor.")
    amount_sek: Decimal = strawberry.field(description="The line in kronor, not rounded to öre.")
    vat: VatTreatment = strawberry.field(description="How the amount stands to value added tax (moms).")
    from_: date = strawberry.field(name="from", description="First day the line covers.")
    to: date | None = strawberry.field(description="First day after the days it covers.")
    rule: FeeRule = strawberry.field(description="The fee rule it follows (avgiftsregel).")
    regulation: Regulation | None = strawberry.field(
        description="The regulation that sets it (föreskrift); null where it is not known."
    )
    paragraph: str | None = strawberry.field(description="Paragraph of the regulation.")


@strawberry.type(description="What volumes cost over a period, exactly, with the rule behind every line.")
class FeeEstimate:
    """An estimate: it binds nobody, but every line can be checked."""

    total_sek: Decimal | None = strawberry.field(description=ONE_TOTAL)
    totals: list[VatTotal] = strawberry.field(description=TOTALS)
    lines: list[FeeEstimateLine] = strawberry.field(description="The lines, by item and time.")
    legal_basis: LegalSource = strawberry.field(description="The provision under which fees are charged.")
    estimate: strawberry.Private[fees.Estimate]

    @strawberry.field(description="How the sum was rounded.")
    def rounding(self, info: Info, language: AskedLanguage = None) -> str:
        """In the language asked for."""
        return self.estimate.rounding.in_language(spoken(info, language))

    @strawberry.field(description="What had to be assumed to count.")
    def assumptions(self, info: Info, language: AskedLanguage = None) -> list[str]:
        """In the language asked for; empty where nothing had to be assumed."""
        return [each.in_language(spoken(info, language)) for each in self.estimate.assumptions]


FeeEstimateQuestion = Annotated[FeeEstimateInput, strawberry.argument(description="The volumes and the days.")]


async def estimate_fee(context: Context, question: FeeEstimateInput, at: Moment) -> FeeEstimate:
    """Count the volumes by the rules known at `at`; a day without a rule is an error that names it, never free."""
    period = _period(question)
    records = await _rules(context, question, at)
    rules = {record["key"]: _as_rule(record, tiers) for record, tiers in records}
    volumes = [fees.Volume(each.item, each.quantity, each.size_kb) for each in question.volumes]
    estimate = fees.estimate(volumes, list(rules.values()), period)
    by_rule = {record["key"]: record for record, _ in records}
    lines = await asyncio.gather(*(_line(context, line, by_rule[line.rule.key]) for line in estimate.lines))
    return FeeEstimate(
        total_sek=estimate.total_sek,
        totals=VatTotal.each_of(estimate.totals),
        lines=list(lines),
        legal_basis=LegalSource.of("SFS 2023:709 7 §"),
        estimate=estimate,
    )


def _period(question: FeeEstimateInput) -> Period:
    if not question.volumes or len(question.volumes) > MOST_VOLUMES:
        raise NothingToCount(f"There are {len(question.volumes)} volumes. Give from 1 to {MOST_VOLUMES}.")
    period = Period(question.from_, question.to)
    if period.days() > LONGEST_DAYS:
        raise BadPeriod(f"The period is {period.days()} days. Ask for at most {LONGEST_DAYS} at a time.")
    return period


async def _rules(context: Context, question: FeeEstimateInput, at: Moment) -> list[tuple[Record, Sequence[Record]]]:
    """The rules of the system that concern the actor's category, each with its tiers."""
    column = table(models.FeeRule).c
    concerned: sa.ColumnElement[bool] = column.actor_category.is_(None)
    if question.actor_category is not None:
        concerned = concerned | (column.actor_category == question.actor_category)
    rules = await find(context, Batch(models.FeeRule, (column.system == question.system, concerned)), at)
    tiers = await find(context, tiers_of([rule["id"] for rule in rules], at), at)
    return [(rule, [tier for tier in tiers if tier["fee_rule_id"] == rule["id"]]) for rule in rules]


def _as_rule(record: Record, tiers: Sequence[Record]) -> fee_rules.Rule:
    ordered = sorted(tiers, key=lambda tier: int(tier["from_quantity"]))
    return fee_rules.Rule(
        key=record["key"],
        item=record["item"],
        tiers=tuple(fee_rules.Tier(tier["from_quantity"], tier["to_quantity"], tier["amount_sek"]) for tier in ordered),
        calculation=record["calculation"],
        dimension=record["dimension"],
        unit=record["unit"],
        in_force=Period(record["in_force_from"], record["ends_on"]),
        paragraph=record["paragraph"],
        vat=record["vat"],
    )


async def _line(context: Context, line: fees.Line, rule: Record) -> FeeEstimateLine:
    number = rule["regulation_id"]
    regulation = None if number is None else await named(context, models.Regulation, rule.at, "id", number)
    return FeeEstimateLine(
        item=line.item,
        quantity=Count(line.quantity),
        unit_amount_sek=line.unit_amount_sek,
        amount_sek=line.amount_sek,
        vat=line.vat,
        from_=line.period.start,
        to=line.period.end,
        rule=shown(rule),
        regulation=shown(regulation),
        paragraph=line.rule.paragraph,
    )
