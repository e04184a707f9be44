"""When a service starts under an agreement signed today."""

from datetime import date

import pytest

from auktor.core.errors import NoStartRule
from auktor.core.starts import earliest_start


@pytest.mark.parametrize(
    ("signed_on", "start"),
    [
        (date(2025, 9, 15), date(2026, 1, 1)),
        (date(2025, 11, 30), date(2026, 1, 1)),
        (date(2025, 12, 1), date(2026, 2, 1)),
        (date(2025, 12, 31), date(2026, 2, 1)),
        (date(2026, 1, 31), date(2026, 2, 1)),
        (date(2026, 2, 1), date(2026, 3, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_an_agreement_starts_on_the_first_of_a_later_month(signed_on: date, start: date) -> None:
    assert earliest_start(signed_on) == start


def test_an_agreement_signed_before_the_act_has_no_start() -> None:
    with pytest.raises(NoStartRule, match="signed on 2023-12-31"):
        earliest_start(date(2023, 12, 31))
