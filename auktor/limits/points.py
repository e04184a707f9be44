"""The points of every client of this process; what it hears of the others is added to what it counts itself."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from auktor.core.errors import Unavailable
from auktor.limits.bucket import Bucket
from db.points import Told

MOST_CLIENTS = 50_000


class OutOfPoints(Unavailable):
    """A client has spent its points and must wait."""

    code = "OUT_OF_POINTS"

    def __init__(self, charge: "Charge", points: int, wait_seconds: int) -> None:
        super().__init__(
            f"The question costs {points:,} points and {charge.remaining:,} of {charge.limit:,} a minute are left. "
            f"Wait {wait_seconds} seconds, or ask for less: extensions.cost says what a question costs."
        )
        self.charge = charge
        self.wait_seconds = wait_seconds


@dataclass(frozen=True, slots=True)
class Rates:
    """Points a minute: for an address, and for whoever has a token."""

    anonymous: int
    known: int


class Charge(NamedTuple):
    """What a client has after a charge: its points a minute, those left, and the seconds until all are back."""

    limit: int
    remaining: int
    full_in_seconds: float


class Points:
    """Counts in memory, for at most `most_clients`; the client that has asked least lately is forgotten first."""

    def __init__(
        self, rates: Rates, *, clock: Callable[[], float] = time.monotonic, most_clients: int = MOST_CLIENTS
    ) -> None:
        self._rates = rates
        self._clock = clock
        self._most = most_clients
        self._buckets: OrderedDict[bytes, Bucket] = OrderedDict()
        self._untold: set[bytes] = set()

    def __len__(self) -> int:
        return len(self._buckets)

    def charge(self, client: bytes, points: int, *, known: bool = False) -> Charge:
        """Spend points of a client; where it has not so many, none are spent and it hears when it will."""
        bucket = self._bucket(client, self._rates.known if known else self._rates.anonymous)
        wait = bucket.seconds_until(points)
        if wait > 0:
            raise OutOfPoints(_left(bucket), points, math.ceil(wait))
        bucket.spend(points)
        self._untold.add(client)
        return _left(bucket)

    def unsent(self) -> list[Told]:
        """What was spent since last asked, as the other processes shall hear it; now taken as told."""
        buckets = {client: self._buckets[client] for client in self._untold if client in self._buckets}
        told = [Told(client, bucket.unsent, bucket.back_a_second) for client, bucket in buckets.items()]
        for bucket in buckets.values():
            bucket.unsent = 0
        self._untold.clear()
        self._forget_whole()
        return told

    def hear(self, spent: Mapping[bytes, float]) -> None:
        """Take over what clients have spent in all processes; what was spent here meanwhile comes on top."""
        for client, points in spent.items():
            bucket = self._buckets.get(client)
            if bucket is not None:
                bucket.spent, bucket.at = points + bucket.unsent, self._clock()

    def _bucket(self, client: bytes, limit: int) -> Bucket:
        now = self._clock()
        bucket = self._buckets.get(client)
        if bucket is None:
            bucket = self._buckets[client] = Bucket(limit, now)
        else:
            self._buckets.move_to_end(client)
        bucket.limit = limit
        bucket.pass_time(now)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return bucket

    def _forget_whole(self) -> None:
        """Forget, from the least lately seen on, who has all points back: a client never heard of has as many."""
        now = self._clock()
        while self._buckets:
            client, bucket = next(iter(self._buckets.items()))
            bucket.pass_time(now)
            if bucket.spent > 0:
                return
            del self._buckets[client]


def _left(bucket: Bucket) -> Charge:
    return Charge(bucket.limit, bucket.remaining, bucket.seconds_until_full)
