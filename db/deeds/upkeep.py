"""Monthly volumes in bulk and corrections of facts, as deeds."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from auktor.core.deeds import upkeep as asked
from auktor.core.deeds.errors import BadCorrection
from auktor.core.errors import Refused
from auktor.core.vocabulary import ChangeKind, ProvenanceKind
from db.deeds.doing import Changed, Doing, Held, told
from db.engine import rows
from db.facts import NOUNS, TWO_TIMES, Fact, TermType, meaning_of, table_of
from db.load.cells import check_for
from db.models import Change, MonthlyVolume, PublicActor, Service
from db.write import NotInRegister, correct

_VOLUMES: sa.Table = MonthlyVolume.__table__  # type: ignore[attr-defined]
_CHANGES: sa.Table = Change.__table__  # type: ignore[attr-defined]


async def import_volumes(doing: Doing, order: asked.ImportVolumes) -> Changed:
    """Record a service's monthly volumes; one that differs from what is held corrects it, one that is equal stays."""
    asked.check_volumes(order)
    service = await doing.held(Service, order.service, "service")
    actors = {row.actor for row in order.rows}
    numbers = {key: (await doing.held(PublicActor, key, "rows"))["id"] for key in sorted(actors)}
    held = await _held_volumes(doing, service, order.rows)
    new = [row for row in order.rows if _differs(held.get((numbers[row.actor], row.item, row.month)), row, order)]
    replaced = [held[place]["version"] for row in new if (place := (numbers[row.actor], row.item, row.month)) in held]
    await doing.connection.execute(
        sa.update(_VOLUMES).where(_VOLUMES.c.version.in_(replaced)).values(recorded_to=doing.stamp.recorded_at)
    )
    example = service["provenance"] is ProvenanceKind.EXAMPLE
    common = {
        "service_id": service["id"],
        "status": order.status,
        "recorded_from": doing.stamp.recorded_at,
        "revision": doing.stamp.number,
        "provenance": ProvenanceKind.EXAMPLE if example else ProvenanceKind.OFFICIAL,
        "reference": order.reference,
    }
    values = [
        {"actor_id": numbers[row.actor], "item": row.item, "month": row.month, "quantity": row.quantity, **common}
        for row in new
    ]
    if values:
        await doing.connection.execute(sa.insert(_VOLUMES), values)
        await _tell(doing, [row.month for row in new], corrects=bool(replaced))
    doing.after[f"service:{order.service}"] = {"added": len(new) - len(replaced), "corrected": len(replaced)}
    return Changed(Service, order.service, max(doing.on, service["valid_from"]))


async def correct_fact(doing: Doing, order: asked.CorrectFact) -> Changed:
    """Put facts right for the days the wrong description holds; what was known before stays known as it was."""
    model = NOUNS.get(order.table)
    if model is None:
        raise BadCorrection(
            f"{order.table} is no kind of object.", remedy=f"Name one of {', '.join(sorted(NOUNS))}.", path="table"
        )
    columns = _correctable(model)
    asked.check_correction(order, list(columns))
    values = {fact.name: _value(columns[fact.name], fact, number) for number, fact in enumerate(order.facts)}
    before = await _on(doing, model, order.key, order.on)
    links = {name: await _key(doing, columns[name], before[name]) for name in values}
    facts = {**values, "reference": f"auktor: {doing.deed.name}, revision {doing.stamp.number}: {order.why}"}
    await correct(
        doing.connection,
        doing.stamp,
        model,
        order.key,
        facts,
        on=order.on,
        expected_version=doing.expected_version,
    )
    subject = f"{order.table}:{order.key}"
    doing.before[subject], doing.after[subject] = told(links), told({**values, "why": order.why})
    return Changed(model, order.key, order.on)


def _correctable(model: type[Fact]) -> dict[str, sa.Column[Any]]:
    """The facts of a noun that a correction may put right; days of validity are not among them."""
    columns = table_of(model).columns
    return {
        each.name: each
        for each in columns
        if meaning_of(each) and each.name not in TWO_TIMES and each.name != "reference" and each.computed is None
    }


def _value(column: sa.Column[Any], fact: asked.CorrectedFact, number: int) -> Any:  # noqa: ANN401 -- any fact
    """The value of a fact from its text, as a file would give it; a link stays the key it names."""
    if fact.value is None:
        return None
    if column.foreign_keys:
        return fact.value
    try:
        canonical = check_for(column)(fact.value)
    except Refused as error:
        raise BadCorrection(error.message, remedy="Correct the value.", path=f"facts.{number}.value") from error
    return _typed(column, canonical)


def _typed(column: sa.Column[Any], text: str) -> Any:  # noqa: ANN401 -- any fact
    if isinstance(column.type, TermType):
        return column.type.terms(text)
    return next((read(text) for kind, read in _READERS if isinstance(column.type, kind)), text)


_READERS: tuple[tuple[type[sa.types.TypeEngine[Any]], Callable[[str], object]], ...] = (
    (sa.Date, date.fromisoformat),
    (sa.Boolean, lambda text: text == "true"),
    (sa.BigInteger, int),
    (sa.Numeric, Decimal),
)


async def _on(doing: Doing, model: type[Fact], key: str, on: date) -> Held:
    """What the register holds of an object on a day."""
    table = table_of(model)
    names = table.metadata.tables[model.noun.identity]
    holding = sa.and_(table.c.valid_from <= on, sa.or_(table.c.valid_to.is_(None), table.c.valid_to > on))
    statement = sa.select(table).join(names, names.c.id == table.c.id)
    found = await rows(doing.connection, statement.where(names.c.key == key, table.c.recorded_to.is_(None), holding))
    if not found:
        raise NotInRegister(f"The register does not describe {key} on {on}. Check the key and the day.", key=key, on=on)
    return found[0]


async def _key(doing: Doing, column: sa.Column[Any], value: Any) -> Any:  # noqa: ANN401 -- any fact
    """A link by the key of what it names; any other fact as it is."""
    target = next((each.column.table for each in column.foreign_keys if each.column.name == "id"), None)
    if target is None or value is None:
        return value
    return await doing.connection.scalar(sa.select(target.c.key).where(target.c.id == value))


async def _held_volumes(
    doing: Doing, service: Held, given: Sequence[asked.VolumeOfMonth]
) -> dict[tuple[Any, ...], Held]:
    months = {row.month for row in given}
    current = sa.select(_VOLUMES).where(
        _VOLUMES.c.service_id == service["id"], _VOLUMES.c.month.in_(months), _VOLUMES.c.recorded_to.is_(None)
    )
    return {(row["actor_id"], row["item"], row["month"]): row for row in await rows(doing.connection, current)}


def _differs(held: Held | None, row: asked.VolumeOfMonth, order: asked.ImportVolumes) -> bool:
    return held is None or (held["quantity"], held["status"]) != (row.quantity, order.status)


async def _tell(doing: Doing, months: Sequence[date], *, corrects: bool) -> None:
    """Note the months that changed for those who follow the register; volumes are not public one by one."""
    span = f"{min(months):%Y-%m}/{max(months):%Y-%m}"
    change = ChangeKind.CHANGED if corrects else ChangeKind.ADDED
    noted = {"kind": "monthly_volume", "key": span, "change": change, "public": False}
    stamped = {"revision": doing.stamp.number, "recorded_at": doing.stamp.recorded_at}
    await doing.connection.execute(sa.insert(_CHANGES).values(**noted, **stamped))
