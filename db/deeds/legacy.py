"""The move from older schemes, as deeds."""

from datetime import date

from auktor.core.deeds import legacy as asked
from auktor.core.deeds.errors import AlreadyRegistered, NoAgreement
from auktor.core.periods import Period
from db.deeds.doing import Changed, Doing, Held, facts_of
from db.facts import table_of
from db.models import ActorAgreement, LegacyConnection, LegacyScheme, PublicActor, Supplier, SupplierAgreement


async def register_legacy_participant(doing: Doing, order: asked.RegisterLegacyParticipant) -> Changed:
    """Describe the connection of one participant to an older scheme, once for each scheme."""
    asked.check_one_participant(order.actor, order.supplier)
    scheme = await doing.held(LegacyScheme, str(order.scheme), "scheme")
    asked.check_connected(order.connected_from, scheme["closed_to_new_on"], order.on)
    await _require_not_connected(doing, order)
    facts = facts_of(order, "actor", "supplier", "on") | {"actor_id": order.actor, "supplier_id": order.supplier}
    key = await doing.new_key(LegacyConnection, f"{order.scheme} {order.actor or order.supplier}")
    return await doing.add(LegacyConnection, key, facts, order.on)


async def plan_legacy_move(doing: Doing, order: asked.PlanLegacyMove) -> Changed:
    """Set the last day to move, of a participant that has not."""
    connection = await doing.held(LegacyConnection, order.connection, "connection")
    asked.check_not_moved(connection["disconnected_on"])
    asked.check_move_by(connection["connected_from"], order.move_by, order.on)
    return await doing.change(LegacyConnection, connection, {"move_by": order.move_by}, order.on)


async def connect_legacy_participant(doing: Doing, order: asked.ConnectLegacyParticipant) -> Changed:
    """End the connection to an older scheme of a participant whose new agreement is in force."""
    connection = await doing.held(LegacyConnection, order.connection, "connection")
    asked.check_not_moved(connection["disconnected_on"])
    if not await _has_new_agreement(doing, connection, order.disconnected_on):
        raise NoAgreement(
            f"The participant has no new agreement in force on {order.disconnected_on}.",
            remedy="Sign one first, or disconnect when it is in force.",
            path="disconnected_on",
        )
    return await doing.change(
        LegacyConnection, connection, {"disconnected_on": order.disconnected_on}, order.disconnected_on
    )


async def _require_not_connected(doing: Doing, order: asked.RegisterLegacyParticipant) -> None:
    """Refuse a participant that is known to be in the scheme, or that the register does not hold."""
    columns = table_of(LegacyConnection).c
    if order.actor is not None:
        whose = columns.actor_id == (await doing.held(PublicActor, order.actor, "actor"))["id"]
    else:
        whose = columns.supplier_id == (await doing.held(Supplier, str(order.supplier), "supplier"))["id"]
    found = await doing.all_held(LegacyConnection, columns.scheme == order.scheme, whose)
    if found:
        raise AlreadyRegistered(
            f"The participant is registered in the scheme as {found[0]['key']}.",
            remedy="Use it, or correct what was recorded.",
        )


async def _has_new_agreement(doing: Doing, connection: Held, on: date) -> bool:
    """Whether the participant has an agreement in force in an authorisation system on the day."""
    actors, suppliers = table_of(ActorAgreement).c, table_of(SupplierAgreement).c
    found = [
        *await doing.all_held(ActorAgreement, actors.actor_id == connection["actor_id"]),
        *await doing.all_held(SupplierAgreement, suppliers.supplier_id == connection["supplier_id"]),
    ]
    return any(Period(each["in_force_from"], each["ends_on"]).contains(on) for each in found)
