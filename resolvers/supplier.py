"""Suppliers: the public list of 7 §, and those that left it."""

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import supplier_listed, supplier_status, table
from db.models import Supplier
from resolvers.batch import Batch, Value


def suppliers(at: Moment, *, listed: bool | None = True) -> Batch:
    """Suppliers with an agreement in force on the day, by name; with `listed` false those whose agreements all ended.

    The public list of 7 § lag (2023:704): an approved supplier that has not yet signed is not on it, and one whose
    agreement ends on the day is already off it. With `listed` None every supplier the register knows.
    """
    if listed is None:
        return Batch(Supplier)
    on_list = supplier_listed.sql(at)
    return Batch(Supplier, (on_list if listed else sa.and_(sa.not_(on_list), _left(at)),))


def _left(at: Moment) -> sa.ColumnElement[bool]:
    return supplier_status.sql(at).in_(["ENDED", "CANCELLED"])


def supplier_with_number(at: Moment, organisation_number: Value) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """The supplier with an organisation number, listed or not."""
    return Batch(Supplier, (table(Supplier).c.organisation_number == organisation_number,))
