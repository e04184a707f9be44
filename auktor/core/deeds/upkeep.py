"""Upkeep of the register: monthly volumes in bulk, and corrections of facts."""

from collections.abc import Sequence
from datetime import date

from auktor.core.deeds.declaring import asked, order, refers
from auktor.core.deeds.errors import BadCorrection, BadVolumes
from auktor.core.vocabulary import FeeItem, VolumeStatus

MOST_ROWS = 10_000


@order
class VolumeOfMonth:
    """How much one public actor used one service in one month."""

    actor: str = refers("public_actor", "The public actor", "offentlig aktör")
    item: FeeItem = asked("What is counted", "prestation")
    month: date = asked("First day of the month", "månad")
    quantity: int = asked("How many", "antal")


@order
class ImportVolumes:
    """Volumes of one service, as they were reported."""

    service: str = refers("service", "The service that reports", "tjänst")
    status: VolumeStatus = asked("Preliminary or final", "status")
    reference: str = asked("Where the volumes were found", "källa")
    rows: tuple[VolumeOfMonth, ...] = asked("The volumes, at most 10 000", "volymer")


@order
class CorrectedFact:
    """A fact and the value it should have."""

    name: str = asked("Name of the fact, as in the published files", "uppgift")
    value: str | None = asked("Its right value as text; none where unknown", "rätt värde", default=None)


@order
class CorrectFact:
    """What was recorded wrongly of an object, put right for the days it was said of."""

    table: str = asked("Kind of the object, as supplier_agreement", "slag")
    key: str = asked("Key of the object", "nyckel")
    on: date = asked("A day on which the wrong description holds", "dag")
    facts: tuple[CorrectedFact, ...] = asked("The facts that were wrong", "uppgifter")
    why: str = asked("Why it was wrong, and how that is known", "skäl")


def check_volumes(given: ImportVolumes) -> None:
    """Refuse no rows or too many, months that are no months, and two rows of the same."""
    if not 0 < len(given.rows) <= MOST_ROWS:
        raise BadVolumes(
            f"There are {len(given.rows)} rows.", remedy=f"Give from 1 to {MOST_ROWS} at a time.", path="rows"
        )
    seen: set[tuple[str, FeeItem, date]] = set()
    for number, row in enumerate(given.rows):
        place = (row.actor, row.item, row.month)
        if row.month.day != 1 or row.quantity < 0 or place in seen:
            raise BadVolumes(
                f"Row {number + 1} ({row.actor}, {row.item}, {row.month}: {row.quantity}) is no volume of a month, "
                "or stands twice.",
                remedy="Give each actor, item and month once: the first day of the month, and 0 or more.",
                path=f"rows.{number}",
            )
        seen.add(place)


def check_correction(given: CorrectFact, known: Sequence[str]) -> None:
    """Refuse a correction of nothing, or of facts the object does not have."""
    if not given.facts:
        raise BadCorrection("No fact is named.", remedy="Name what was wrong, and its right value.", path="facts")
    for number, fact in enumerate(given.facts):
        if fact.name not in known:
            raise BadCorrection(
                f"{given.table} has no fact {fact.name}.",
                remedy=f"Name one of {', '.join(known)}.",
                path=f"facts.{number}.name",
            )
