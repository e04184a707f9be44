"""Suppliers."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import LegalForm, SupplierStatus
from db import expressions, models
from resolvers.service import services_of
from resolvers.supplier_agreement import agreements_of_supplier
from schema.fields import column, computed, page
from schema.node import Connection, RegisterObject
from schema.noun import noun
from schema.scalars import OrganisationNumber
from schema.wording import proper_name

if TYPE_CHECKING:
    from schema.service import Service
    from schema.supplier_agreement import SupplierAgreement


@noun(models.Supplier)
class Supplier(RegisterObject):
    """A supplier (leverantör): the contracting party, neither the issuer nor the brand."""

    organisation_number: OrganisationNumber | None = column(models.Supplier.organisation_number)
    foreign_country: str | None = column(models.Supplier.foreign_country)
    foreign_identifier: str | None = column(models.Supplier.foreign_identifier)
    name: str = computed(proper_name, ["name"], "Registered name (registrerat namn).")
    legal_form: LegalForm = column(models.Supplier.legal_form)
    state_owned: bool = column(models.Supplier.state_owned)
    website: str | None = column(models.Supplier.website)
    listed: bool = column(expressions.supplier_listed)
    status: SupplierStatus | None = column(expressions.supplier_status)
    services: Connection[Annotated["Service", strawberry.lazy("schema.service")]] = page(
        services_of, models.Service, "Its services (tjänster)."
    )
    agreements: Connection[Annotated["SupplierAgreement", strawberry.lazy("schema.supplier_agreement")]] = page(
        agreements_of_supplier, models.SupplierAgreement, "Its agreements (anslutningsavtal)."
    )
