"""Participants of older schemes: registered, told by when to move, moved."""

from datetime import date

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import AlreadyDone, DatesContradict, NotOneParticipant
from auktor.core.vocabulary import LegacySchemeCode


@order
class RegisterLegacyParticipant:
    """One who takes part in an older scheme and is to move: a public actor or a supplier."""

    scheme: LegacySchemeCode = asked("The older scheme", "tidigare regim")
    actor: str | None = refers("public_actor", "The public actor, where it is one", "offentlig aktör", default=None)
    supplier: str | None = refers("supplier", "The supplier, where it is one", "leverantör", default=None)
    connected_from: date | None = asked("First day connected, where it is known", "ansluten från och med", default=None)
    on: date = asked("Day it is registered from", "dag")


@order
class PlanLegacyMove:
    """By when a participant of an older scheme is to have moved."""

    connection: str = refers("legacy_connection", "The connection to the older scheme", "anslutning")
    move_by: date = asked("Last day to move", "flyttas senast")
    on: date = asked("Day it was decided", "beslutat")


@order
class ConnectLegacyParticipant:
    """The move of a participant of an older scheme to its new agreement."""

    connection: str = refers("legacy_connection", "The connection to the older scheme", "anslutning")
    disconnected_on: date = asked("First day no longer connected to the older scheme", "frånkopplad")


def check_one_participant(actor: str | None, supplier: str | None) -> None:
    """Refuse a connection of nobody, or of two at once."""
    if (actor is None) == (supplier is None):
        raise NotOneParticipant(
            "A connection is of one participant, a public actor or a supplier.",
            remedy="Give one of the two. Who is both has two connections.",
            path="actor",
        )


def check_connected(connected_from: date | None, closed_to_new_on: date | None, on: date) -> None:
    """Refuse a participant that came after it is registered, or when the scheme took nobody new."""
    if connected_from is None:
        return
    if on < connected_from:
        raise DatesContradict(
            f"The participant, registered on {on}, would be connected first from {connected_from}.",
            remedy="Register it on that day or later.",
            path="connected_from",
        )
    if closed_to_new_on is not None and closed_to_new_on <= connected_from:
        raise DatesContradict(
            f"The scheme takes nobody new from {closed_to_new_on}; the participant came on {connected_from}.",
            remedy="Let it sign an agreement of the authorisation system instead.",
            path="connected_from",
        )


def check_not_moved(disconnected_on: date | None) -> None:
    """Refuse to move a participant twice."""
    if disconnected_on is not None:
        raise AlreadyDone(
            f"The participant left the older scheme on {disconnected_on}.",
            remedy="There is nothing to do.",
            path="connection",
        )


def check_move_by(connected_from: date | None, move_by: date, on: date) -> None:
    """Refuse a last day to move that has passed, or lies before the participant came."""
    if move_by < on or (connected_from is not None and move_by < connected_from):
        raise DatesContradict(
            f"The participant, connected from {connected_from}, would have to move by {move_by}; it is {on}.",
            remedy="Give a later day.",
            path="move_by",
        )
