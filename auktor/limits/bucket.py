"""The arithmetic of points: a client spends at once and is given back evenly."""

from dataclasses import dataclass

SECONDS = 60.0


@dataclass(slots=True)
class Bucket:
    """What one client has spent of its points a minute. `unsent` is what no other process has heard of yet."""

    limit: int
    at: float
    spent: float = 0.0
    unsent: int = 0

    @property
    def back_a_second(self) -> float:
        """How many points are given back every second."""
        return self.limit / SECONDS

    def pass_time(self, now: float) -> None:
        """Give back what the time since last has earned."""
        self.spent = max(0.0, self.spent - (now - self.at) * self.back_a_second)
        self.at = now

    def seconds_until(self, points: int) -> float:
        """How long until `points` can be spent; 0 where they can be now."""
        beyond = self.spent + points - self.limit
        return beyond / self.back_a_second if beyond > 0 else 0.0

    def spend(self, points: int) -> None:
        """Spend points, whether or not there are so many."""
        self.spent += points
        self.unsent += points

    @property
    def remaining(self) -> int:
        """Whole points that can be spent now."""
        return max(0, int(self.limit - self.spent))

    @property
    def seconds_until_full(self) -> float:
        """How long until all has been given back."""
        return self.spent / self.back_a_second
