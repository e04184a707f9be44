"""What lines come to: one sum for each way amounts stand to value added tax, each rounded once.

An amount without tax and one with it are not the same kind of kronor, so they are never added. The sum of all lines
is one figure only where every line has the same treatment.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Protocol

from auktor.core.money import sek, to_ore
from auktor.core.vocabulary import VatTreatment


class Amount(Protocol):
    """A line of a bill: its amount, never rounded, and how that stands to value added tax."""

    @property
    def exact_sek(self) -> Fraction:
        """Kronor."""
        ...

    @property
    def vat(self) -> VatTreatment:
        """With tax, without it, outside it, or not stated."""
        ...


@dataclass(frozen=True, slots=True)
class Totals:
    """The sum in whole öre for each treatment that a line has, in the order of the treatments."""

    by_vat: Mapping[VatTreatment, Decimal]

    @property
    def one_sek(self) -> Decimal | None:
        """The sum of all, 0 where there is no line; None where the treatments differ, for then there is no such sum."""
        amounts = tuple(self.by_vat.values())
        return None if len(amounts) > 1 else next(iter(amounts), to_ore(Decimal(0)))

    def __sub__(self, earlier: "Totals") -> "Totals":
        """What came to it since `earlier`, by treatment; below zero for a refund."""
        nothing, known = to_ore(Decimal(0)), {*self.by_vat, *earlier.by_vat}
        return Totals(
            MappingProxyType(
                {
                    vat: self.by_vat.get(vat, nothing) - earlier.by_vat.get(vat, nothing)
                    for vat in VatTreatment
                    if vat in known
                }
            )
        )


def totals_of(lines: Iterable[Amount]) -> Totals:
    """The sums of `lines`, each rounded once. One larger than the register keeps is refused."""
    every = tuple(lines)
    return Totals(
        MappingProxyType({vat: _total(own) for vat in VatTreatment if (own := [x for x in every if x.vat is vat])})
    )


def _total(lines: Sequence[Amount]) -> Decimal:
    total = to_ore(sum((line.exact_sek for line in lines), Fraction(0)))
    sek(total)
    return total
