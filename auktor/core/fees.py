"""What volumes cost: each line by its rule, a total rounded once (domain invariant: per invoice, half up to öre).

How a fee is counted
--------------------
- PER_COMPLETED_TRANSACTION and PER_MESSAGE: the quantity times the price. Where several rules apply within the period,
  the quantity is divided between them by days, in whole numbers, and the parts add up to the quantity.
- PER_YEAR: the price times the share of each calendar year that lies in the period, by days (of 365 or 366).
- ONE_OFF: the price once, on the first day in the period on which such a rule is in force.
Steps by volume are counted on the quantity of the rule's own part of the period, all sizes together.
Lines that stand differently to value added tax are not added: see `auktor.core.totals`.
"""

from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from auktor.core.errors import BadQuantity, SizeMissing
from auktor.core.fee_rules import Rule, Tier, check_rule, rules_through
from auktor.core.money import DECIMALS, round_half_up, times
from auktor.core.periods import Period
from auktor.core.totals import Totals, totals_of
from auktor.core.vocabulary import FeeCalculation, FeeDimension, FeeItem, FeeUnit, VatTreatment
from auktor.core.wording import Wording

LARGEST_QUANTITY = 10**15

ROUNDING = Wording(
    sv="Summan avrundas en gång, till närmaste öre; ett halvt öre avrundas uppåt.",
    en="The total is rounded once, to the nearest öre; half an öre is rounded up.",
)
VOLUME_STEPS = Wording(
    sv="Stegen räknas på hela den volym som faller inom regelns del av perioden.",
    en="The steps are counted on the whole volume within the rule's part of the period.",
)
SHARE_OF_YEAR = Wording(
    sv="En årsavgift räknas efter dagar, som andel av vart kalenderår.",
    en="A fee per year is counted by days, as a share of each calendar year.",
)
ONCE = Wording(
    sv="En engångsavgift räknas en gång, som om den inte betalats tidigare.",
    en="A one-off fee is counted once, as if it had not been paid before.",
)


@dataclass(frozen=True, slots=True)
class Volume:
    """How many of an item the period is expected to hold; `size_kb` of each message, where the fee goes by size."""

    item: FeeItem
    quantity: int
    size_kb: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the bill: `exact_sek` is never rounded; `tier` is None where the rule has no steps.

    The quantity of a fee per year is the days counted, that of a one-off fee is 1.
    """

    item: FeeItem
    quantity: int
    unit_amount_sek: Decimal
    exact_sek: Fraction
    rule: Rule
    period: Period
    tier: Tier | None = None

    @property
    def amount_sek(self) -> Decimal:
        """The exact amount, four decimals; a share of a year, which may have no finite decimal, rounded to them."""
        return round_half_up(self.exact_sek, DECIMALS)

    @property
    def vat(self) -> VatTreatment:
        """How the amount stands to value added tax, as the rule has it."""
        return self.rule.vat


@dataclass(frozen=True, slots=True)
class Estimate:
    """The lines by item and time, their sums in whole öre, and what had to be assumed."""

    totals: Totals
    lines: tuple[Line, ...]
    assumptions: tuple[Wording, ...]
    rounding: Wording = ROUNDING

    @property
    def total_sek(self) -> Decimal | None:
        """The one sum in whole öre; None where the lines stand differently to value added tax."""
        return self.totals.one_sek


@dataclass(frozen=True, slots=True)
class _Part:
    """A rule's part of the period, with the quantity of each size that falls in it."""

    rule: Rule
    period: Period
    by_size: tuple[tuple[int | None, int], ...]

    @property
    def quantity(self) -> int:
        return sum(quantity for _, quantity in self.by_size)


def estimate(volumes: Sequence[Volume], rules: Sequence[Rule], period: Period) -> Estimate:
    """What `volumes` cost if they fall evenly over `period`, which must have an end.

    Volumes of the same item and size are added. An item without a rule on some day of the period is an error
    (NO_FEE_RULE) that names the days: nothing is taken to be free.
    """
    for volume in volumes:
        _check(volume)
    parts = [part for item in _items(volumes) for part in _parts(item, volumes, rules, period)]
    lines = tuple(line for part in parts for line in _lines(part, parts))
    return Estimate(totals_of(lines), lines, _assumptions(parts))


def _check(volume: Volume) -> None:
    for value, what in ((volume.quantity, "quantity"), (volume.size_kb or 0, "size in kilobytes")):
        if not 0 <= value < LARGEST_QUANTITY:
            raise BadQuantity(
                f"The {what} of the item {volume.item} is {value}. Give a whole number from 0, below 10^15.",
                item=volume.item,
                value=value,
            )


def _items(volumes: Iterable[Volume]) -> list[FeeItem]:
    return list(dict.fromkeys(volume.item for volume in volumes))


def _parts(item: FeeItem, volumes: Sequence[Volume], rules: Sequence[Rule], period: Period) -> list[_Part]:
    """The parts of one item, in order of time, each size divided over them by days."""
    ruled = rules_through(item, rules, Period(period.start, period.closed_end()))
    days = [part.days() for _, part in ruled]
    sizes: Counter[int | None] = Counter()
    for volume in volumes:
        if volume.item is item:
            sizes[volume.size_kb] += volume.quantity
    divided = {size: divide_by_days(quantity, days) for size, quantity in sizes.items()}
    return [
        _Part(rule, part, tuple((size, shares[place]) for size, shares in divided.items()))
        for place, (rule, part) in enumerate(ruled)
    ]


def divide_by_days(quantity: int, days: Sequence[int]) -> list[int]:
    """`quantity` in whole shares in proportion to `days`: largest remainder first, the earlier part where they tie."""
    whole = sum(days)
    shares = [quantity * part // whole for part in days]
    by_remainder = sorted(range(len(days)), key=lambda place: -(quantity * days[place] % whole))
    for place in by_remainder[: quantity - sum(shares)]:
        shares[place] += 1
    return shares


def _lines(part: _Part, parts: Sequence[_Part]) -> Iterator[Line]:
    check_rule(part.rule)
    if part.rule.unit is FeeUnit.PER_YEAR:
        yield _yearly_line(part)
    elif part.rule.unit is FeeUnit.ONE_OFF:
        if part is _first_one_off(part.rule.item, parts):
            yield _line(part, 1, part.rule.tiers[0])
    elif part.rule.dimension is FeeDimension.SIZE_KB:
        yield from _lines_by_size(part)
    elif part.rule.calculation is FeeCalculation.MARGINAL:
        yield from _marginal_lines(part)
    else:
        yield _line(part, part.quantity, part.rule.tier_of(part.quantity))


def _line(part: _Part, quantity: int, tier: Tier) -> Line:
    return Line(
        part.rule.item,
        quantity,
        tier.amount_sek,
        times(tier.amount_sek, quantity),
        part.rule,
        part.period,
        None if part.rule.dimension is FeeDimension.NONE else tier,
    )


def _lines_by_size(part: _Part) -> Iterator[Line]:
    for size, quantity in part.by_size:
        if size is None:
            raise SizeMissing(
                f"The fee rule {part.rule.key} goes by size, and the volume of the item {part.rule.item} has none. "
                "Give the size of each message in kilobytes.",
                item=part.rule.item,
                rule=part.rule.key,
            )
        yield _line(part, quantity, part.rule.tier_of(size))


def _marginal_lines(part: _Part) -> Iterator[Line]:
    """One line for each step the volume reaches; a volume of 0 has the line of the first step."""
    for tier in part.rule.tiers:
        if tier.from_quantity < part.quantity or tier.from_quantity == 0:
            upper = part.quantity if tier.to_quantity is None else min(part.quantity, tier.to_quantity)
            yield _line(part, upper - tier.from_quantity, tier)


def _yearly_line(part: _Part) -> Line:
    price = part.rule.tiers[0].amount_sek
    return Line(part.rule.item, part.period.days(), price, times(price, _years(part.period)), part.rule, part.period)


def _years(period: Period) -> Fraction:
    """The period in calendar years: each year's days in it, out of that year's 365 or 366."""
    years = range(period.start.year, period.closed_end().year + 1)
    return sum((Fraction(_days_in_year(period, year), 365 + isleap(year)) for year in years), Fraction(0))


def _days_in_year(period: Period, year: int) -> int:
    first = max(period.start, date(year, 1, 1)).toordinal()
    after_last = min(period.closed_end().toordinal(), date(year, 12, 31).toordinal() + 1)
    return max(0, after_last - first)


def _first_one_off(item: FeeItem, parts: Iterable[_Part]) -> _Part:
    return next(part for part in parts if part.rule.item is item and part.rule.unit is FeeUnit.ONE_OFF)


def _assumptions(parts: Sequence[_Part]) -> tuple[Wording, ...]:
    """What the answer rests on beyond the rules, each once."""
    many = [item for item, count in Counter(part.rule.item for part in parts).items() if count > 1]
    rules = [part.rule for part in parts]
    stated = [_divided(item) for item in many]
    if any(rule.dimension is FeeDimension.VOLUME for rule in rules):
        stated.append(VOLUME_STEPS)
    if any(rule.unit is FeeUnit.PER_YEAR for rule in rules):
        stated.append(SHARE_OF_YEAR)
    if any(rule.unit is FeeUnit.ONE_OFF for rule in rules):
        stated.append(ONCE)
    return tuple(stated)


def _divided(item: FeeItem) -> Wording:
    return Wording(
        sv=f"Antalet ({item.sv}) är fördelat efter dagar mellan de regler som gäller under perioden.",
        en=f"The quantity ({item.en}) is divided by days between the rules in force within the period.",
    )
