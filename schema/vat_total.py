"""A sum of those lines of a bill that stand alike to value added tax."""

from decimal import Decimal

import strawberry

from auktor.core.totals import Totals
from auktor.core.vocabulary import VatTreatment

ONE_TOTAL = (
    "The sum in kronor, rounded once to whole öre; null where the lines stand differently to value added tax, "
    "for such amounts are not added: see totals."
)
TOTALS = "The sum for each way the lines stand to value added tax, each rounded once to whole öre."


@strawberry.type(description="The sum of those lines that stand alike to value added tax.")
class VatTotal:
    """One treatment and its sum."""

    vat: VatTreatment = strawberry.field(description="How the amounts stand to value added tax (moms).")
    amount_sek: Decimal = strawberry.field(description="Their sum in kronor, rounded once to whole öre.")

    @classmethod
    def each_of(cls, totals: Totals) -> "list[VatTotal]":
        """One for each treatment that a line has."""
        return [cls(vat=vat, amount_sek=amount) for vat, amount in totals.by_vat.items()]
