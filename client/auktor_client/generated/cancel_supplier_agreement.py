from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class CancelSupplierAgreement(BaseModel):
    outcome: Union[
        "CancelSupplierAgreementOutcomeSupplierAgreement",
        "CancelSupplierAgreementOutcomeDeedRefused",
        "CancelSupplierAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class CancelSupplierAgreementOutcomeSupplierAgreement(BaseModel):
    typename__: Literal["SupplierAgreement"] = Field(alias="__typename")
    id: str
    version: int


class CancelSupplierAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class CancelSupplierAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


CancelSupplierAgreement.model_rebuild()
