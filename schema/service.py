"""Services."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from auktor.core.vocabulary import (
    AssuranceLevel,
    EidasLevel,
    EidasNotification,
    ServiceKind,
    ServiceStatus,
    SystemCode,
    TargetGroup,
)
from db import models
from schema.fields import column, computed, one
from schema.node import RegisterObject
from schema.noun import noun
from schema.scalars import OrganisationNumber
from schema.wording import proper_name

if TYPE_CHECKING:
    from schema.authorisation_system import AuthorisationSystem
    from schema.supplier import Supplier


@noun(models.Service)
class Service(RegisterObject):
    """An e-identification or a digital mailbox (tjänst)."""

    system: SystemCode = column(models.Service.system)
    name: str = computed(proper_name, ["name"], "Name of the service (tjänstens namn).")
    brand: str | None = column(models.Service.brand)
    kind: ServiceKind = column(models.Service.kind)
    status: ServiceStatus = column(models.Service.status)
    issuer_name: str | None = column(models.Service.issuer_name)
    issuer_organisation_number: OrganisationNumber | None = column(models.Service.issuer_organisation_number)
    assurance_level: AssuranceLevel | None = column(models.Service.assurance_level)
    assurance_decided_on: date | None = column(models.Service.assurance_decided_on)
    assurance_valid_until: date | None = column(models.Service.assurance_valid_until)
    eidas_notification: EidasNotification | None = column(models.Service.eidas_notification)
    eidas_level: EidasLevel | None = column(models.Service.eidas_level)
    non_resident: bool | None = column(models.Service.non_resident)
    quality_mark: bool | None = column(models.Service.quality_mark)
    supports_signature: bool | None = column(models.Service.supports_signature)
    supports_id_exchange: bool | None = column(models.Service.supports_id_exchange)
    target_group: TargetGroup | None = column(models.Service.target_group)
    contract_uri: str | None = column(models.Service.contract_uri)
    website: str | None = column(models.Service.website)
    supplier: Annotated["Supplier", strawberry.lazy("schema.supplier")] = one(
        models.Supplier, models.Service.supplier_id
    )
    authorisation_system: Annotated["AuthorisationSystem", strawberry.lazy("schema.authorisation_system")] = one(
        models.AuthorisationSystem, models.Service.system
    )
