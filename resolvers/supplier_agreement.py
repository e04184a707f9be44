"""Supplier agreements: what puts a supplier on the list."""

from auktor.core.moment import Moment
from db.expressions import table
from db.history import holds
from db.models import AgreementService, SupplierAgreement
from resolvers.batch import Batch, Keys, among, children


def supplier_agreements(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every supplier agreement the register knows."""
    return Batch(SupplierAgreement)


def agreements_of_supplier(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Agreements of each supplier, by first day."""
    return children(SupplierAgreement, "supplier_id", parents)


def agreements_of_system(parents: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Agreements in each system, by first day; parents are system codes."""
    return children(SupplierAgreement, "system", parents)


def agreements_covering(services: Keys, at: Moment) -> Batch:
    """Agreements that cover each service on the day, by first day."""
    covers = table(AgreementService)
    same = (covers.c.agreement_id == table(SupplierAgreement).c.id) & holds(covers, at)
    return Batch(SupplierAgreement, (among(covers.c.service_id, services),), covers.c.service_id, ((covers, same),))
