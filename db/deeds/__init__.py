"""Deeds done: each in one transaction, audited, answered once, or refused and only the refusal recorded."""

from db.deeds.performing import Commission, Done, Outcome, Prepared, Refusal, perform
from db.deeds.publishing import Issue, Issued, prepare_publication, publish_edition

__all__ = [
    "Commission",
    "Done",
    "Issue",
    "Issued",
    "Outcome",
    "Prepared",
    "Refusal",
    "perform",
    "prepare_publication",
    "publish_edition",
]
