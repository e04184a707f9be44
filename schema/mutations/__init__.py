"""Deeds as mutations: one field for each row of the table of deeds, with its input and its answer made from it."""

from schema.mutations.fields import Mutation

__all__ = ["Mutation"]
