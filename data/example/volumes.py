"""Two years of invented monthly volumes: every actor that still exists, every service that was in use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actors import Actor, everyone
from chance import Chance
from writing import Row

MONTHS = tuple(f"{year}-{month:02d}" for year in (2024, 2025, 2026) for month in range(1, 13))[10:34]
_PRELIMINARY = frozenset(MONTHS[-2:])
# January has the tax forms, July the holidays.
_SEASON = (1.15, 1.05, 1.2, 1.1, 1.05, 0.9, 0.7, 0.95, 1.05, 1.05, 1.0, 0.9)
_MONTHLY_GROWTH = 0.008
_SIZE = {"STATE_AGENCY": 90_000, "MUNICIPALITY": 22_000, "REGION": 60_000}
_SMALL = 1_500


@dataclass(frozen=True, slots=True)
class Use:
    """How one service is used for one item: its share of an actor's traffic, and the months it was not to be had."""

    service: str
    item: str
    share: float
    never_in: Sequence[str] = ()


USES = (
    Use("exempel-id", "IDENTIFICATION", 0.62),
    Use("exempel-id", "SIGNATURE", 0.08),
    Use("exempel-id-kort", "IDENTIFICATION", 0.05),
    Use("exempel-id-kort", "SIGNATURE", 0.02),
    Use("pahitt-mobil", "IDENTIFICATION", 0.14, ("2026-04", "2026-05")),
    Use("exempelkort", "IDENTIFICATION", 0.03),
    Use("exempelkort", "SIGNATURE", 0.01),
    Use("utlandsexempel", "IDENTIFICATION", 0.01),
    Use("exempelbrevladan", "MESSAGE", 0.3),
    Use("postexempel-foretag", "MESSAGE", 0.1),
    Use("exempelpost", "MESSAGE", 0.2),
)


def monthly_volumes(scale: int) -> Iterator[Row]:
    """By actor, service, item and month; the last two months are preliminary."""
    for actor in everyone(scale):
        if actor.ended_on is None:
            yield from _of_actor(actor)


def _of_actor(actor: Actor) -> Iterator[Row]:
    chance = Chance("volumes", actor.number)
    size = _SIZE.get(actor.category, _SMALL) * chance.between(0.3, 2.0)
    for use in USES:
        for ordinal, month in enumerate(MONTHS):
            if month not in use.never_in:
                yield _volume(actor, use, month, size * use.share * _level(ordinal, month) * chance.between(0.9, 1.1))


def _level(ordinal: int, month: str) -> float:
    """How a month stands to the first: the season and a slow growth."""
    return _SEASON[int(month[5:]) - 1] * (1 + _MONTHLY_GROWTH * ordinal)


def _volume(actor: Actor, use: Use, month: str, quantity: float) -> Row:
    return {
        "actor": actor.key,
        "service": use.service,
        "item": use.item,
        "month": month,
        "quantity": int(quantity),
        "status": "PRELIMINARY" if month in _PRELIMINARY else "FINAL",
    }
