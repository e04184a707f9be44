from datetime import date

from pydantic import Field

from .base_model import BaseModel


class EligibilityOf(BaseModel):
    at: "EligibilityOfAt"


class EligibilityOfAt(BaseModel):
    eligibility: "EligibilityOfAtEligibility"


class EligibilityOfAtEligibility(BaseModel):
    as_of: date = Field(alias="asOf")
    authorised: bool
    reasons: list[str]


EligibilityOf.model_rebuild()
EligibilityOfAt.model_rebuild()
