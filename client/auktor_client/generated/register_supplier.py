from typing import Literal, Union

from pydantic import Field

from .base_model import BaseModel
from .fragments import DeedRefusedTold, VersionConflictTold


class RegisterSupplier(BaseModel):
    outcome: Union[
        "RegisterSupplierOutcomeSupplier",
        "RegisterSupplierOutcomeDeedRefused",
        "RegisterSupplierOutcomeVersionConflict",
    ] = Field(discriminator="typename__")


class RegisterSupplierOutcomeSupplier(BaseModel):
    typename__: Literal["Supplier"] = Field(alias="__typename")
    id: str
    version: int


class RegisterSupplierOutcomeDeedRefused(DeedRefusedTold):
    typename__: Literal["DeedRefused"] = Field(alias="__typename")


class RegisterSupplierOutcomeVersionConflict(VersionConflictTold):
    typename__: Literal["VersionConflict"] = Field(alias="__typename")


RegisterSupplier.model_rebuild()
