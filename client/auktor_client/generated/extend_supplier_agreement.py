from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class ExtendSupplierAgreement(BaseModel):
    outcome: Union[
        "ExtendSupplierAgreementOutcomeSupplierAgreement",
        "ExtendSupplierAgreementOutcomeDeedRefused",
        "ExtendSupplierAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class ExtendSupplierAgreementOutcomeSupplierAgreement(BaseModel):
    typename__: Literal["SupplierAgreement"] = Field(alias="__typename")
    id: str
    version: int


class ExtendSupplierAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class ExtendSupplierAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


ExtendSupplierAgreement.model_rebuild()
