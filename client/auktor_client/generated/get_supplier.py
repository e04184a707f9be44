from typing import Optional

from .base_model import BaseModel
from .fragments import (
    ServiceRow,
    SupplierAgreementRow,
    SupplierRow,
    SupplierRowProvenance,  # noqa: F401
)


class GetSupplier(BaseModel):
    at: "GetSupplierAt"


class GetSupplierAt(BaseModel):
    supplier: Optional["GetSupplierAtSupplier"]


class GetSupplierAtSupplier(SupplierRow):
    services: "GetSupplierAtSupplierServices"
    agreements: "GetSupplierAtSupplierAgreements"


class GetSupplierAtSupplierServices(BaseModel):
    nodes: list["GetSupplierAtSupplierServicesNodes"]


GetSupplierAtSupplierServicesNodes = ServiceRow


class GetSupplierAtSupplierAgreements(BaseModel):
    nodes: list["GetSupplierAtSupplierAgreementsNodes"]


GetSupplierAtSupplierAgreementsNodes = SupplierAgreementRow
GetSupplier.model_rebuild()
GetSupplierAt.model_rebuild()
GetSupplierAtSupplier.model_rebuild()
GetSupplierAtSupplierServices.model_rebuild()
GetSupplierAtSupplierAgreements.model_rebuild()
