"""Deeds done: each in one transaction, audited, answered once, or refused and only the refusal recorded."""

from db.deeds.performing import Commission, Done, Outcome, Prepared, Refusal, perform

__all__ = ["Commission", "Done", "Outcome", "Prepared", "Refusal", "perform"]
