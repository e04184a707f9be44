"""Swedish kronor, exactly: decimals in, fractions between, one rounding out. Never a float.

Amounts have at most four decimals and stay below 10^14 kronor, which is what the database keeps.
"""

import re
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from auktor.core.errors import AmountOutOfBounds, NotAnAmount, TooManyDecimals, shown
from auktor.core.identifiers import readable
from auktor.core.vocabulary import Language

DECIMALS = 4
BOUND_SEK = 10**14

_WRITTEN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FINEST = Decimal(1).scaleb(-DECIMALS)
_NOTHING_LOST = Context(prec=30, traps=[Inexact])
_MINUS = "\u2212"
_SWEDISH = str.maketrans(",.", "\u202f,")


def sek(value: object) -> Decimal:
    """An amount of kronor from a Decimal, a whole number or text such as `0.12`: four decimals, nothing rounded."""
    amount = _exact(value)
    if not -BOUND_SEK < amount < BOUND_SEK:
        raise AmountOutOfBounds(f"{amount} SEK is 10^14 or more. Check the decimal point.", amount=amount)
    try:
        return amount.quantize(_FINEST, context=_NOTHING_LOST)
    except Inexact:
        raise TooManyDecimals(
            f"{amount} SEK has more than {DECIMALS} decimals. Round it as the regulation says, then give it again.",
            amount=amount,
        ) from None


def _exact(value: object) -> Decimal:
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and _WRITTEN.fullmatch(readable(value)):
        return Decimal(readable(value))
    raise NotAnAmount(
        f"{shown(str(value))} is not an exact amount of kronor. Give a decimal number as text, with a point: 0.12.",
        value=value,
    )


def times(amount_sek: Decimal, count: int | Fraction) -> Fraction:
    """The exact product. A fraction, since a day's share of a yearly fee has no finite decimal."""
    return Fraction(amount_sek) * count


def to_ore(amount_sek: Decimal | Fraction) -> Decimal:
    """The amount in whole öre, two decimals, half up (a half below zero goes away from zero): done once, on a total."""
    return round_half_up(Fraction(amount_sek), 2)


def round_half_up(amount: Fraction, decimals: int) -> Decimal:
    """`amount` with exactly `decimals` decimals; a half goes away from zero."""
    units = int(abs(amount) * 10**decimals + Fraction(1, 2))
    sign = "-" if amount < 0 and units else ""
    return Decimal(f"{sign}{units}e-{decimals}")


def format_sek(amount_sek: Decimal, language: Language) -> str:
    """The amount for reading: two decimals, or up to four where they count; `1 234 567,50` or `1,234,567.50`.

    The Swedish groups stand apart by a narrow no-break space, so that an amount never breaks over two lines.
    """
    four = f"{abs(sek(amount_sek)):,.4f}"
    written = four[:-2] + four[-2:].rstrip("0")
    sign = _MINUS if amount_sek < 0 else ""
    if language is Language.EN:
        return sign + written
    return sign + written.translate(_SWEDISH)
