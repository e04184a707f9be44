from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class TerminateSupplierAgreement(BaseModel):
    outcome: Union[
        "TerminateSupplierAgreementOutcomeSupplierAgreement",
        "TerminateSupplierAgreementOutcomeDeedRefused",
        "TerminateSupplierAgreementOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class TerminateSupplierAgreementOutcomeSupplierAgreement(BaseModel):
    typename__: Literal["SupplierAgreement"] = Field(alias="__typename")
    id: str
    version: int


class TerminateSupplierAgreementOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class TerminateSupplierAgreementOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


TerminateSupplierAgreement.model_rebuild()
