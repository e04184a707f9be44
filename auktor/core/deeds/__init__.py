"""Deeds as data and pure checks: what may be done, by whom, and what must be true for it. No input or output."""
