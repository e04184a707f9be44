"""What was used, as money: what a public actor pays for recorded volumes, and what a supplier is paid for them.

Volumes are by month. A month in which the rule changes is divided by days, in whole numbers. A statement is one
invoice: its total is rounded once, and there is one for each treatment of value added tax. A correction of the past
gives a difference, and leaves the earlier statement as it was.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from auktor.core.errors import Refused
from auktor.core.fee_rules import Rule, rules_through
from auktor.core.fees import Line, Volume, divide_by_days, estimate
from auktor.core.money import DECIMALS, round_half_up, times
from auktor.core.periods import Period, month_from
from auktor.core.totals import Totals, totals_of
from auktor.core.vocabulary import FeeItem, VatTreatment


class NotWholeMonths(Refused):
    """A period that begins or ends within a month, where volumes are known by month."""

    code = "NOT_WHOLE_MONTHS"


class NoCompensationKnown(Refused):
    """Volumes on days for which no compensation is known: the register does not guess that they are free."""

    code = "NO_COMPENSATION_KNOWN"


@dataclass(frozen=True, slots=True)
class Used:
    """How many of an item were used by one party, by one service, in one month."""

    service: str
    item: FeeItem
    month: date
    quantity: int


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines of one invoice, in the order of items and time, and their sums in whole öre."""

    lines: tuple[Line, ...]
    totals: Totals

    @property
    def total_sek(self) -> Decimal | None:
        """The one sum in whole öre; None where the lines stand differently to value added tax."""
        return self.totals.one_sek

    @property
    def quantities(self) -> Mapping[FeeItem, int]:
        """How many of each item the statement counts."""
        return _quantities(self.lines)


@dataclass(frozen=True, slots=True)
class Pay:
    """What a supplier is paid for one item while the rule is in force."""

    key: str
    item: FeeItem
    amount_sek: Decimal
    in_force: Period
    vat: VatTreatment = VatTreatment.NOT_STATED


@dataclass(frozen=True, slots=True)
class PayLine:
    """One line of a compensation: a service's volume of an item at one amount."""

    service: str
    item: FeeItem
    quantity: int
    unit_amount_sek: Decimal
    exact_sek: Fraction
    rule: str
    vat: VatTreatment

    @property
    def amount_sek(self) -> Decimal:
        """The exact amount, four decimals."""
        return round_half_up(self.exact_sek, DECIMALS)


@dataclass(frozen=True, slots=True)
class Compensation:
    """The lines by service, item and time, and their sums in whole öre."""

    lines: tuple[PayLine, ...]
    totals: Totals

    @property
    def total_sek(self) -> Decimal | None:
        """The one sum in whole öre; None where the lines stand differently to value added tax."""
        return self.totals.one_sek

    @property
    def quantities(self) -> Mapping[FeeItem, int]:
        """How many of each item the statement counts."""
        return _quantities(self.lines)


def check_months(period: Period) -> None:
    """Refuse a period that does not begin and end with a month."""
    if period.start.day != 1 or period.closed_end().day != 1:
        raise NotWholeMonths(
            f"The period {period} begins or ends within a month. Give the first day of a month for both ends.",
            period=period,
        )


def fee_statement(used: Sequence[Used], rules: Sequence[Rule], period: Period) -> Statement:
    """What an actor pays for what it used in `period`, by the rule of each day; all services together."""
    check_months(period)
    lines: list[Line] = []
    for item in dict.fromkeys(each.item for each in used):
        parts = rules_through(item, rules, period)
        quantities = _divided([each for each in used if each.item is item], [part for _, part in parts])
        for (rule, part), quantity in zip(parts, quantities, strict=True):
            lines += estimate([Volume(item, quantity)], [rule], part).lines
    return Statement(tuple(lines), totals_of(lines))


def compensation_statement(used: Sequence[Used], pay: Sequence[Pay], period: Period) -> Compensation:
    """What a supplier is paid for what all actors used of its services in `period`."""
    check_months(period)
    lines: list[PayLine] = []
    for service, item in dict.fromkeys((each.service, each.item) for each in used):
        own = [each for each in pay if each.item is item]
        volumes = [each for each in used if (each.service, each.item) == (service, item)]
        _refuse_unknown(volumes, own)
        parts = [(each, part) for each in own if (part := each.in_force.intersection(period))]
        for (each, _), quantity in zip(parts, _divided(volumes, [part for _, part in parts]), strict=True):
            exact = times(each.amount_sek, quantity)
            lines.append(PayLine(service, item, quantity, each.amount_sek, exact, each.key, each.vat))
    return Compensation(tuple(lines), totals_of(lines))


def difference(now: Statement | Compensation, then: Statement | Compensation) -> tuple[Mapping[FeeItem, int], Totals]:
    """What a correction adds to an invoice already sent: quantities by item, and kronor (below zero: a refund)."""
    items = {*now.quantities, *then.quantities}
    quantities = {item: now.quantities.get(item, 0) - then.quantities.get(item, 0) for item in FeeItem if item in items}
    return quantities, now.totals - then.totals


def _quantities(lines: Iterable[Line | PayLine]) -> Mapping[FeeItem, int]:
    counted: Counter[FeeItem] = Counter()
    for line in lines:
        counted[line.item] += line.quantity
    return counted


def _divided(used: Iterable[Used], parts: Sequence[Period]) -> list[int]:
    """The quantity of each part: whole months go whole, a month that several parts share is divided by days."""
    quantities = [0] * len(parts)
    for each in used:
        month = month_from(each.month)
        shared = [month.intersection(part) for part in parts]
        days = [0 if part is None else part.days() for part in shared]
        for place, share in enumerate(divide_by_days(each.quantity, days)):
            quantities[place] += share
    return quantities


def _refuse_unknown(used: Sequence[Used], pay: Sequence[Pay]) -> None:
    for each in used:
        month = month_from(each.month)
        known = sum(part.days() for rule in pay if (part := rule.in_force.intersection(month)))
        if known != month.days():
            raise NoCompensationKnown(
                f"No compensation for the item {each.item} is known for every day of {each.month:%Y-%m}. "
                "Record the terms that set it first.",
                item=each.item,
                month=each.month,
            )
