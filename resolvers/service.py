"""Services: e-identifications and digital mailboxes."""

from auktor.core.moment import Moment
from db.expressions import table
from db.history import holds
from db.models import AgreementService, Service
from resolvers.batch import Batch, Keys, among


def services(at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Every service the register knows, by name, whatever its status."""
    return Batch(Service)


def services_of(suppliers: Keys, at: Moment) -> Batch:  # noqa: ARG001 -- every resolver is handed the moment
    """Services of each supplier, by name."""
    supplier = table(Service).c.supplier_id
    return Batch(Service, (among(supplier, suppliers),), supplier)


def services_in(agreements: Keys, at: Moment) -> Batch:
    """Services that each supplier agreement covers, by name."""
    covers = table(AgreementService)
    same = (covers.c.service_id == table(Service).c.id) & holds(covers, at)
    return Batch(Service, (among(covers.c.agreement_id, agreements),), covers.c.agreement_id, ((covers, same),))
