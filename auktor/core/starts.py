"""When a service may start under a newly signed agreement: the authority's rule, as data.

For e-identification (digg.se, "Inför anslutning"): agreements signed by 2025-11-30 start on 2026-01-01, later ones on
the first of a later month, 2026-02-01 at the earliest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from auktor.core.errors import NoStartRule
from auktor.core.periods import Period, month_from


@dataclass(frozen=True, slots=True)
class StartRule:
    """For agreements signed in `signed`: the first of the month after signing, but not before `earliest`."""

    signed: Period
    earliest: date


# Nobody could sign before the act was in force.
E_IDENTIFICATION_STARTS = (
    StartRule(Period(date(2024, 1, 1), date(2025, 12, 1)), earliest=date(2026, 1, 1)),
    StartRule(Period(date(2025, 12, 1)), earliest=date(2026, 2, 1)),
)


def earliest_start(signed_on: date, rules: Iterable[StartRule] = E_IDENTIFICATION_STARTS) -> date:
    """The first day the service may start under an agreement signed on `signed_on`."""
    rule = next((each for each in rules if each.signed.contains(signed_on)), None)
    if rule is None:
        raise NoStartRule(
            f"No rule says when a service starts under an agreement signed on {signed_on}. Check the day of signing.",
            signed_on=signed_on,
        )
    next_month = month_from(signed_on.replace(day=1)).closed_end()
    return max(rule.earliest, next_month)
