"""Counts of the register on a day and over months, as flat rows for dashboards.

Where months are asked for, `start` and `end` are parameters that whoever runs the SQL gives.
"""

from datetime import date
from typing import Any, cast

import sqlalchemy as sa

from auktor.core.moment import Moment
from db import obligations as obligations_in_law
from db.expressions import public_actor_connected, public_actor_obligation_status, table
from db.facts import Fact
from db.history import holds, known
from db.models import ActorAgreement, Exemption, FeeRule, FeeTier, PublicActor, Service
from db.visibility import Viewer, visible
from db.written_sql import later
from resolvers.volumes import volumes_by_month

Flat = sa.Select[*tuple[Any, ...]]
_MONTH = sa.text("interval '1 month'")


START, END = later("start", sa.Date()), later("end", sa.Date())
"""The months from the first of `start` up to, not including, `end`."""


def obligations(at: Moment) -> Flat:
    """Public actors by category, obligation, connection and provenance; actors that have ended are left out."""
    actor = table(PublicActor)
    status = sa.type_coerce(public_actor_obligation_status.sql(at), sa.Text).label("obligation_status")
    connected = public_actor_connected.sql(at).label("connected")
    one = (
        sa.select(actor.c.category, status, connected, actor.c.provenance)
        .where(holds(actor, at), _exists(actor, at))
        .subquery()
    )
    by = (one.c.category, one.c.obligation_status, one.c.connected, one.c.provenance)
    return sa.select(*by, sa.func.count().label("actors")).group_by(*by).order_by(*by)


def connections_by_month(at: Moment) -> Flat:
    """Public actors with an agreement in force on the first of each month up to `at.as_of`, for at most ten years.

    By month, system, category of actor and provenance of the agreement.
    """
    return _running(_agreements_of_actors(at, "category"), _since_the_first(at), "actors")


def connections_by_county(at: Moment) -> Flat:
    """The same over a span of months by county; of actors that have one."""
    agreements = _agreements_of_actors(at, "county_code")
    return _running(agreements.where(table(PublicActor).c.county_code.is_not(None)), _within(at), "actors")


def agreements_by_month(at: Moment, *, model: type[Fact], viewer: Viewer) -> Flat:
    """Agreements of a kind by month and system: in force on its first day, begun in it, ended in it."""
    agreement = table(model)
    lasting = sa.select(
        agreement.c.in_force_from.label("begins"), agreement.c.ends_on.label("ends"), agreement.c.system
    ).where(holds(agreement, at), visible(model, viewer))
    return _turned_over(lasting, _within(at))


def exemptions_by_month(at: Moment) -> Flat:
    """Exemptions by month and system: running on its first day, begun in it, ended in it."""
    exemption = table(Exemption)
    lasting = sa.select(
        exemption.c.exempt_from.label("begins"), exemption.c.exempt_until.label("ends"), exemption.c.system
    ).where(holds(exemption, at))
    return _turned_over(lasting, _within(at))


def services(at: Moment, *, viewer: Viewer) -> Flat:
    """Services by system, kind, level of assurance, status and provenance."""
    service = table(Service)
    by = (service.c.system, service.c.kind, service.c.assurance_level, service.c.status, service.c.provenance)
    counted = sa.select(*by, sa.func.count().label("services"))
    return counted.where(holds(service, at), visible(Service, viewer)).group_by(*by).order_by(*by)


def obliged_agencies(at: Moment, *, examples: bool) -> Flat:
    """State agencies on the first of each month: how many are obliged, and how many of these are connected."""
    actor, months = table(PublicActor), _within(at)
    # What the law derives at a moment is derived at each month, whose day the select beside the months names.
    then = Moment(cast("date", sa.literal_column("month.day", sa.Date())), at.known_at)
    found = obligations_in_law.obliged(then, public_actor_connected.sql(then).label("connected")).where(
        _exists(actor, then), sa.true() if examples else actor.c.provenance != "EXAMPLE"
    )
    # Without OFFSET PostgreSQL asks for each count anew whether an agency is connected.
    agency = found.offset(0).lateral("agency")
    obliged = sa.func.count(agency.c.connected)
    connected = sa.func.count().filter(agency.c.connected)
    share = sa.func.round(sa.cast(connected, sa.Numeric) / sa.func.nullif(obliged, 0), 4, type_=sa.Numeric)
    return (
        sa.select(
            months.c.day.label("month"), obliged.label("obliged"), connected.label("connected"), share.label("share")
        )
        .select_from(months.outerjoin(agency, sa.true()))
        .group_by(months.c.day)
        .order_by(months.c.day)
    )


def volumes(at: Moment, *, of_one_system: bool) -> Flat:
    """Monthly volumes by service and item, of the authorisation system `system` where one is asked for."""
    used = volumes_by_month(at)
    of_system = used.c.system == later("system", used.c.system.type) if of_one_system else sa.true()
    told = sa.select(used).where(used.c.month >= START, used.c.month < END, of_system)
    return told.order_by(used.c.month, used.c.service_key, used.c.item, used.c.status)


def fees_by_month(at: Moment) -> Flat:
    """What the told volumes of a month cost by system and item, where a unit costs the same whatever the volume."""
    used = volumes_by_month(at)
    by = (used.c.month, used.c.system, used.c.item, used.c.status, used.c.provenance)
    summed = (
        sa.select(*by, sa.cast(sa.func.sum(used.c.quantity), sa.BigInteger).label("quantity"))
        .where(used.c.month >= START, used.c.month < END)
        .group_by(*by)
        .subquery("used")
    )
    price = _flat_price(summed, at)
    return sa.select(
        *(summed.c[name] for name in ("month", "system", "item", "status", "provenance", "quantity")),
        price.label("unit_amount_sek"),
        sa.func.round(summed.c.quantity * price, 2, type_=sa.Numeric).label("fee_sek"),
    ).order_by(summed.c.month, summed.c.system, summed.c.item, summed.c.status, summed.c.provenance)


def _flat_price(used: sa.Subquery, at: Moment) -> sa.ScalarSelect[Any]:
    """The price of a unit in a month; unknown where there is no rule, several, one of its own for some, or steps."""
    rule, tier = table(FeeRule), table(FeeTier)
    in_month = sa.and_(
        rule.c.in_force_from <= used.c.month, sa.or_(rule.c.ends_on.is_(None), rule.c.ends_on > used.c.month)
    )
    return (
        sa.select(sa.func.min(tier.c.amount_sek))
        .join_from(rule, tier, sa.and_(tier.c.fee_rule_id == rule.c.id, holds(tier, at)))
        .where(
            rule.c.system == used.c.system,
            rule.c.item == used.c.item,
            rule.c.legacy_scheme.is_(None),
            holds(rule, at),
            in_month,
        )
        .having(
            sa.func.count() == 1,
            sa.func.bool_and(rule.c.actor_category.is_(None)),
            sa.func.bool_and(rule.c.unit.in_(["PER_COMPLETED_TRANSACTION", "PER_MESSAGE"])),
        )
        .correlate(used)
        .scalar_subquery()
    )


def _agreements_of_actors(at: Moment, by: str) -> Flat:
    """When agreements of public actors begin and end; an actor never has two of a system at a time."""
    agreement, actor = table(ActorAgreement), table(PublicActor)
    return (
        sa.select(
            agreement.c.in_force_from.label("begins"),
            agreement.c.ends_on.label("ends"),
            agreement.c.system,
            actor.c[by],
            agreement.c.provenance,
        )
        .join_from(agreement, actor, actor.c.id == agreement.c.actor_id)
        .where(holds(agreement, at), holds(actor, at))
    )


def _running(lasting: Flat, months: sa.Subquery, name: str) -> Flat:
    """How many last on the first of each month, by whatever else the rows say; counted by what begins and ends."""
    rows = lasting.subquery("lasting")
    by = [column.name for column in rows.c if column.name not in {"begins", "ends"}]
    changes = _changes(rows, by)
    so_far = sa.cast(sa.func.sum(changes.c.change), sa.BigInteger)
    groups: list[sa.ColumnElement[Any]] = [changes.c[each] for each in by]
    order: list[sa.ColumnElement[Any]] = [months.c.day, *groups]
    return (
        sa.select(months.c.day.label("month"), *groups, so_far.label(name))
        .join_from(months, changes, changes.c.first_of <= months.c.day)
        .group_by(*order)
        .having(so_far > 0)
        .order_by(*order)
    )


def _changes(rows: sa.Subquery, by: list[str]) -> sa.Subquery:
    """So many more from the first of a month on or after the beginning, so many less from that after the end.

    Rows of the same days are counted first: they are read once, and months are told from few.
    """
    alike = [rows.c.begins, rows.c.ends, *(rows.c[each] for each in by)]
    spans = sa.select(*alike, sa.func.count().label("rows")).group_by(*alike).cte("spans")
    groups = [spans.c[each] for each in by]
    more = sa.select(_first_on_or_after(spans.c.begins).label("first_of"), *groups, spans.c["rows"].label("change"))
    less = sa.select(_first_on_or_after(spans.c.ends), *groups, -spans.c["rows"]).where(spans.c.ends.is_not(None))
    both = sa.union_all(more, less).subquery()
    kept = [both.c.first_of, *(both.c[each] for each in by)]
    return sa.select(*kept, sa.func.sum(both.c.change).label("change")).group_by(*kept).subquery("changes")


def _turned_over(lasting: Flat, months: sa.Subquery) -> Flat:
    """By month and system: what lasts on its first day, what begins in it and what ends in it; months of none too."""
    rows = lasting.subquery("lasting")
    day, following = months.c.day, sa.cast(months.c.day + _MONTH, sa.Date)
    lasts = sa.and_(rows.c.begins <= day, sa.or_(rows.c.ends.is_(None), rows.c.ends > day))
    begins, ends = (sa.and_(each >= day, each < following) for each in (rows.c.begins, rows.c.ends))
    counts = {"in_force": lasts, "begun": begins, "ended": ends}
    counted = [sa.func.count().filter(each).label(name) for name, each in counts.items()]
    concerned = sa.and_(rows.c.begins < following, sa.or_(rows.c.ends.is_(None), rows.c.ends >= day))
    by = (day, rows.c.system)
    return (
        sa.select(day.label("month"), rows.c.system, *counted)
        .join_from(months, rows, concerned)
        .group_by(*by)
        .order_by(*by)
    )


def _first_on_or_after(day: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.cast(sa.func.date_trunc("month", day + sa.text("interval '1 month' - interval '1 day'")), sa.Date)


def _within(at: Moment) -> sa.Subquery:
    """The first days of the months of a span that have come by `at.as_of`."""
    last = sa.func.least(sa.cast(at.as_of, sa.Date), END - 1)
    return _days(sa.func.date_trunc("month", START), last)


def _since_the_first(at: Moment) -> sa.Subquery:
    agreement = table(ActorAgreement)
    first = (
        sa.select(
            sa.func.date_trunc("month", sa.func.min(agreement.c.in_force_from))
        )  # the least is read from an index
        .where(known(agreement, at))
        .scalar_subquery()
    )
    return _days(first, sa.func.least(sa.cast(at.as_of, sa.Date), first + sa.text("interval '10 years'")))


def _days(first: sa.ColumnElement[Any], last: sa.ColumnElement[Any]) -> sa.Subquery:
    each = sa.func.generate_series(first, last, _MONTH).table_valued("first_day").render_derived("each")
    return sa.select(sa.cast(each.c.first_day, sa.Date).label("day")).subquery("month")


def _exists(actor: sa.FromClause, at: Moment) -> sa.ColumnElement[bool]:
    return sa.or_(actor.c.ended_on.is_(None), actor.c.ended_on > at.as_of)
