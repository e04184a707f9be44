"""What one request is charged: a point when it comes, so that a refusal costs too, and the rest by its cost."""

from datetime import datetime

from auktor.limits.headers import rate_headers
from auktor.limits.points import Charge, Points
from schema.limits import Allowance, Cost


class Bill:
    """The charges of one request of one client; OutOfPoints where it cannot pay, already when it comes."""

    def __init__(self, points: Points, client: bytes, *, known: bool) -> None:
        self._points = points
        self._client = client
        self._known = known
        self.charge = self._spend(1)
        self.cost: Cost | None = None

    def settle(self, cost: Cost, now: datetime) -> Allowance:
        """Charge what the question costs beyond the first point; what the client may ask after it."""
        if cost.points > 1:
            self.charge = self._spend(cost.points - 1)
        self.cost = cost
        limit, remaining, full_in_seconds = self.charge
        return Allowance(limit, cost.points, remaining, cost.nodes, now, full_in_seconds)

    def settle_another(self, cost: Cost, now: datetime) -> Allowance:
        """Charge a further question of the same request, as another page of a list; its cost is told with the rest."""
        self.spend(1)
        before = self.cost.nodes if self.cost else 0
        allowance = self.settle(cost, now)
        self.cost = Cost(before + cost.nodes)
        return allowance

    def spend(self, points: int) -> None:
        """Charge what comes on top: an answer that goes on and on."""
        self.charge = self._spend(points)

    def headers(self) -> dict[str, str]:
        """What the answer says of points in its header."""
        return rate_headers(self.charge, self.cost.points if self.cost else None)

    def _spend(self, points: int) -> Charge:
        return self._points.charge(self._client, points, known=self._known)
