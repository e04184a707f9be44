"""Agreements with suppliers."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import AgreementStatus, EndGround, SystemCode
from db import expressions, models
from resolvers.service import services_in
from schema.fields import column, computed, one, page
from schema.node import Connection, RegisterObject
from schema.noun import noun
from schema.wording import last_signature

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem
    from schema.requirements_version import RequirementsVersion
    from schema.service import Service
    from schema.supplier import Supplier


@noun(models.SupplierAgreement)
class SupplierAgreement(RegisterObject):
    """The agreement that puts a supplier on the public list of 7 § (anslutningsavtal)."""

    system: SystemCode = column(models.SupplierAgreement.system)
    agreement_number: str | None = column(models.SupplierAgreement.agreement_number)
    signed_by_authority_on: date | None = column(models.SupplierAgreement.signed_by_authority_on)
    signed_by_supplier_on: date | None = column(models.SupplierAgreement.signed_by_supplier_on)
    in_force_from: date = column(models.SupplierAgreement.in_force_from)
    notice_given_on: date | None = column(models.SupplierAgreement.notice_given_on)
    ends_on: date | None = column(models.SupplierAgreement.ends_on)
    end_ground: EndGround | None = column(models.SupplierAgreement.end_ground)
    status: AgreementStatus = column(expressions.supplier_agreement_status)
    signed_on: date | None = computed(
        last_signature,
        ["signed_by_authority_on", "signed_by_supplier_on"],
        "Day the last of the two signed (undertecknat).",
    )
    supplier: Annotated["Supplier", strawberry.lazy("schema.supplier")] = one(
        models.Supplier, models.SupplierAgreement.supplier_id
    )
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.SupplierAgreement.system
    )
    terms: Annotated["RequirementsVersion", strawberry.lazy("schema.requirements_version")] | None = one(
        models.RequirementsVersion, models.SupplierAgreement.requirements_version_id
    )
    services: Connection[Annotated["Service", strawberry.lazy("schema.service")]] = page(
        services_in, models.Service, "Services it covers (tjänster)."
    )
