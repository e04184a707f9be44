"""Fee rules as the regulations set them (7 § förordning 2023:709), and what a rule must be to be one.

On every day exactly one rule applies to an item. A rule has steps that begin at 0, follow each other without gap or
overlap, and end with an open one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from auktor.core.errors import BadFeeRule, BadFeeTiers, NoFeeRule, SeveralFeeRules
from auktor.core.money import sek
from auktor.core.periods import Period, covered_by, gaps
from auktor.core.vocabulary import FeeCalculation, FeeDimension, FeeItem, FeeUnit, VatTreatment


@dataclass(frozen=True, slots=True)
class Tier:
    """A step: the price from `from_quantity` up to, not including, `to_quantity` (None: without limit)."""

    from_quantity: int
    to_quantity: int | None
    amount_sek: Decimal

    def holds(self, value: int) -> bool:
        """Whether `value` (a quantity, or a size in kilobytes) lies in the step."""
        return self.from_quantity <= value and (self.to_quantity is None or value < self.to_quantity)


@dataclass(frozen=True, slots=True)
class Rule:
    """What one item costs while the rule is in force.

    `dimension` says what the steps are steps of. By VOLUME, either the whole volume takes the price of its step, or
    each step is charged by itself (MARGINAL). By SIZE_KB, each message takes the price of the step of its size.
    """

    key: str
    item: FeeItem
    tiers: tuple[Tier, ...]
    calculation: FeeCalculation
    dimension: FeeDimension
    unit: FeeUnit
    in_force: Period
    designation: str | None = None
    paragraph: str | None = None
    vat: VatTreatment = VatTreatment.NOT_STATED

    def tier_of(self, value: int) -> Tier:
        """The step that `value` lies in; a checked rule has exactly one."""
        return next(tier for tier in self.tiers if tier.holds(value))


def check_tiers(tiers: Sequence[Tier]) -> None:
    """Refuse steps that do not price every quantity exactly once. The message names the step, counted from 1."""
    if not tiers:
        raise BadFeeTiers("The fee has no step. Give at least one, from 0 and without an upper limit.", step=0)
    for step, tier in enumerate(tiers, start=1):
        _check_amount(step, tier)
        _check_limits(step, tier, is_last=step == len(tiers))
    _check_first(tiers[0])
    for step, (below, above) in enumerate(pairwise(tiers), start=2):
        _check_contiguous(step, below, above)


def _check_amount(step: int, tier: Tier) -> None:
    if sek(tier.amount_sek) < 0:
        raise BadFeeTiers(f"Step {step} costs {tier.amount_sek} SEK. Give 0 or more.", step=step)


def _check_limits(step: int, tier: Tier, *, is_last: bool) -> None:
    if is_last and tier.to_quantity is not None:
        raise BadFeeTiers(
            f"Step {step} is the last and ends at {tier.to_quantity}, so nothing above it has a price. "
            "Remove its upper limit.",
            step=step,
        )
    if not is_last and tier.to_quantity is None:
        raise BadFeeTiers(f"Step {step} has no upper limit but is not the last. Give the limit.", step=step)
    if tier.to_quantity is not None and tier.to_quantity <= tier.from_quantity:
        raise BadFeeTiers(
            f"Step {step} goes from {tier.from_quantity} to {tier.to_quantity} and holds nothing. "
            "Give an upper limit above the lower.",
            step=step,
        )


def _check_first(tier: Tier) -> None:
    if tier.from_quantity != 0:
        raise BadFeeTiers(f"Step 1 starts at {tier.from_quantity}. Let the first step start at 0.", step=1)


def _check_contiguous(step: int, below: Tier, above: Tier) -> None:
    if above.from_quantity != below.to_quantity:
        fault = "leaves a gap" if above.from_quantity > (below.to_quantity or 0) else "overlaps"
        raise BadFeeTiers(
            f"Step {step} starts at {above.from_quantity} and {fault}, since step {step - 1} ends at "
            f"{below.to_quantity}. Let it start at {below.to_quantity}.",
            step=step,
        )


def check_rule(rule: Rule) -> None:
    """Refuse a rule with faulty steps, or with parts that contradict each other."""
    check_tiers(rule.tiers)
    has_steps = rule.dimension is not FeeDimension.NONE
    if not has_steps and len(rule.tiers) > 1:
        raise _bad(rule, f"has {len(rule.tiers)} steps but no dimension. Say whether they are of VOLUME or SIZE_KB.")
    if rule.dimension is FeeDimension.SIZE_KB and rule.calculation is FeeCalculation.MARGINAL:
        raise _bad(rule, "is by size and MARGINAL. A message takes the price of its size: use WHOLE_VOLUME.")
    if rule.unit in {FeeUnit.PER_YEAR, FeeUnit.ONE_OFF} and has_steps:
        raise _bad(rule, f"is {rule.unit} and has steps. Such a fee has one price: use the dimension NONE.")


def _bad(rule: Rule, fault: str) -> BadFeeRule:
    return BadFeeRule(f"The fee rule {rule.key} {fault}", rule=rule.key)


def check_within_regulation(rule: Rule, regulation: Period) -> None:
    """Refuse a rule that is in force on a day its regulation is not."""
    if not covered_by(rule.in_force, (regulation,)):
        raise _bad(
            rule, f"is in force {rule.in_force}, but its regulation {regulation}. Keep the rule within the regulation."
        )


def rules_through(item: FeeItem, rules: Iterable[Rule], period: Period) -> tuple[tuple[Rule, Period], ...]:
    """The one rule for `item` on each day of `period`: each rule with its part of the period, in order of time.

    A day without a rule and a day with two are errors that name the days. `period` may lack an end.
    """
    own = sorted((rule for rule in rules if rule.item is item), key=lambda rule: rule.in_force.start)
    _refuse_overlaps(item, own)
    missing = gaps(period, [rule.in_force for rule in own])
    if missing:
        raise _no_rule(item, missing, own)
    parts = ((rule, rule.in_force.intersection(period)) for rule in own)
    return tuple((rule, part) for rule, part in parts if part)


def _refuse_overlaps(item: FeeItem, rules: Sequence[Rule]) -> None:
    for earlier, later in pairwise(rules):
        both = earlier.in_force.intersection(later.in_force)
        if both:
            raise SeveralFeeRules(
                f"The fee rules {earlier.key} and {later.key} both apply to the item {item} {both}. "
                "Let the earlier end on the day the later begins.",
                item=item,
                period=both,
            )


def _no_rule(item: FeeItem, missing: Sequence[Period], rules: Sequence[Rule]) -> NoFeeRule:
    days = " and ".join(map(str, missing))
    known = ", ".join(f"{rule.key} {rule.in_force}" for rule in rules) or "none"
    return NoFeeRule(
        f"No fee rule for the item {item} is known {days}. Known: {known}. "
        "Ask for days within these, or leave the item out.",
        item=item,
        missing=tuple(missing),
        known=tuple(rule.key for rule in rules),
    )
