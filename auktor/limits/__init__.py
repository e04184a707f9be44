"""Who may ask how much in a while: points per client, counted in memory and agreed between processes."""

from auktor.limits.agreement import agreeing
from auktor.limits.bill import Bill
from auktor.limits.clients import Caller, client_at, client_of
from auktor.limits.headers import NAMES, rate_head, rate_headers
from auktor.limits.ledgers import ledger_of
from auktor.limits.points import Charge, OutOfPoints, Points, Rates

__all__ = [
    "NAMES",
    "Bill",
    "Caller",
    "Charge",
    "OutOfPoints",
    "Points",
    "Rates",
    "agreeing",
    "client_at",
    "client_of",
    "ledger_of",
    "rate_head",
    "rate_headers",
]
