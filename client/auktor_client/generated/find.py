from typing import Literal, Optional, Union

from pydantic import Field

from .base_model import BaseModel


class Find(BaseModel):
    at: "FindAt"


class FindAt(BaseModel):
    search: list["FindAtSearch"]


class FindAtSearch(BaseModel):
    id: str
    matched: str
    object_: Union[
        "FindAtSearchObjectSupplier",
        "FindAtSearchObjectService",
        "FindAtSearchObjectPublicActor",
        "FindAtSearchObjectRegulation",
    ] = Field(alias="object", discriminator="typename__")


class FindAtSearchObjectSupplier(BaseModel):
    typename__: Literal["Supplier"] = Field(alias="__typename")
    name: str


class FindAtSearchObjectService(BaseModel):
    typename__: Literal["Service"] = Field(alias="__typename")
    name: str


class FindAtSearchObjectPublicActor(BaseModel):
    typename__: Literal["PublicActor"] = Field(alias="__typename")
    actor_name: str = Field(alias="actorName")


class FindAtSearchObjectRegulation(BaseModel):
    typename__: Literal["Regulation"] = Field(alias="__typename")
    designation: Optional[str]
    title: str


Find.model_rebuild()
FindAt.model_rebuild()
FindAtSearch.model_rebuild()
