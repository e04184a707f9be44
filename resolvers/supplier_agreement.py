"""Supplier agreements: what puts a supplier on the list."""

from auktor.core.moment import Moment
from db.models import SupplierAgreement
from resolvers.batch import Batch, Keys, children


def supplier_agreements(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every supplier agreement the register knows."""
    return Batch(SupplierAgreement)


def agreements_of_supplier(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Agreements of each supplier, by first day."""
    return children(SupplierAgreement, "supplier_id", parents)


def agreements_of_system(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Agreements in each system, by first day; parents are system codes."""
    return children(SupplierAgreement, "system", parents)
