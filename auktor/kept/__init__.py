"""Whole answers, kept for the next who asks the same, and never given once the register has moved.

| file | its one idea |
|---|---|
| `state.py` | one read of the revision serves all who wait for it |
| `listening.py` | the revision is believed until the database says that it moved |
| `store.py` | answers by name, bounded by bytes, counted |
| `answers.py` | an answer is kept where the register stood still while it was read |
"""

from auktor.kept.answers import KeptAnswers, Pay
from auktor.kept.listening import NotifiedState
from auktor.kept.state import StateSource, StrictState
from auktor.kept.store import Counts, KeptAnswer, Sent, Store

__all__ = [
    "Counts",
    "KeptAnswer",
    "KeptAnswers",
    "NotifiedState",
    "Pay",
    "Sent",
    "StateSource",
    "Store",
    "StrictState",
]
