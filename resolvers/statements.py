"""Recorded volumes of one party, and the rules they are counted by."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.fee_rules import Rule, Tier
from auktor.core.moment import Moment
from auktor.core.periods import Period
from auktor.core.statements import Pay, Used
from auktor.core.vocabulary import PublicActorCategory, SystemCode
from db.engine import rows
from db.facts import table_of
from db.history import holds, known
from db.models import CompensationRule, FeeRule, FeeTier, MonthlyVolume, Service
from db.select import described, identity

_VOLUME: sa.Table = MonthlyVolume.__table__  # type: ignore[attr-defined]


async def used_by_actor(
    connection: AsyncConnection, actor: int, system: SystemCode, period: Period, at: Moment
) -> list[Used]:
    """What a public actor used of a system's services in the months of `period`."""
    return await _used(connection, _VOLUME.c.actor_id == actor, system, period, at)


async def used_of_supplier(
    connection: AsyncConnection, supplier: int, system: SystemCode, period: Period, at: Moment
) -> list[Used]:
    """What all public actors together used of a supplier's services in the months of `period`."""
    return await _used(connection, table_of(Service).c.supplier_id == supplier, system, period, at)


async def fee_rules_of(
    connection: AsyncConnection, system: SystemCode, category: PublicActorCategory, at: Moment
) -> list[Rule]:
    """The fee rules that concern a category of actor in a system; a rule for the category goes before one for all."""
    column = table_of(FeeRule).c
    concerned = sa.or_(column.actor_category.is_(None), column.actor_category == category)
    current = described(FeeRule, at).where(column.system == system, column.legacy_scheme.is_(None), concerned)
    found = await rows(connection, current)
    own = {row["item"] for row in found if row["actor_category"] is not None}
    tiers = await rows(
        connection, described(FeeTier, at).where(table_of(FeeTier).c.fee_rule_id.in_([row["id"] for row in found]))
    )
    return [
        Rule(
            row["key"],
            row["item"],
            tuple(
                Tier(tier["from_quantity"], tier["to_quantity"], tier["amount_sek"])
                for tier in sorted(tiers, key=lambda each: int(each["from_quantity"]))
                if tier["fee_rule_id"] == row["id"]
            ),
            row["calculation"],
            row["dimension"],
            row["unit"],
            Period(row["in_force_from"], row["ends_on"]),
            paragraph=row["paragraph"],
            vat=row["vat"],
        )
        for row in found
        if row["actor_category"] is not None or row["item"] not in own
    ]


async def pay_of(connection: AsyncConnection, system: SystemCode, at: Moment) -> list[Pay]:
    """What suppliers are paid in a system, where the amount is known, in the order of time."""
    column = table_of(CompensationRule).c
    current = described(CompensationRule, at).where(column.system == system, column.amount_sek.is_not(None))
    found = await rows(connection, current.order_by(column.in_force_from))
    return [
        Pay(row["key"], row["item"], row["amount_sek"], Period(row["in_force_from"], row["ends_on"]), row["vat"])
        for row in found
    ]


async def _used(
    connection: AsyncConnection, whose: sa.ColumnElement[bool], system: SystemCode, period: Period, at: Moment
) -> list[Used]:
    services, names = table_of(Service), identity(Service)
    statement = (
        sa.select(names.c.key, _VOLUME.c.item, _VOLUME.c.month, sa.func.sum(_VOLUME.c.quantity).label("quantity"))
        .join_from(_VOLUME, services, services.c.id == _VOLUME.c.service_id)
        .join(names, names.c.id == services.c.id)
        .where(
            whose,
            services.c.system == system,
            holds(services, at),
            known(_VOLUME, at),
            _VOLUME.c.month >= period.start,
            _VOLUME.c.month < period.closed_end(),
        )
        .group_by(names.c.key, _VOLUME.c.item, _VOLUME.c.month)
        .order_by(_VOLUME.c.item, names.c.key, _VOLUME.c.month)
    )
    return [
        Used(row["key"], row["item"], row["month"], int(row["quantity"])) for row in await rows(connection, statement)
    ]
