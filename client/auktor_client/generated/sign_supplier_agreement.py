from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class SignSupplierAgreement(BaseModel):
    outcome: Union[
        "SignSupplierAgreementOutcomeSupplierAgreement",
        "SignSupplierAgreementOutcomeDeedRefused",
        "SignSupplierAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class SignSupplierAgreementOutcomeSupplierAgreement(BaseModel):
    typename__: Literal["SupplierAgreement"] = Field(alias="__typename")
    id: str
    version: int


class SignSupplierAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class SignSupplierAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


SignSupplierAgreement.model_rebuild()
