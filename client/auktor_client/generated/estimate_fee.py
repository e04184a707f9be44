from datetime import date
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import FeeItem, VatTreatment
from .fragments import FeeRuleRow, LegalSourceText


class EstimateFee(BaseModel):
    at: "EstimateFeeAt"


class EstimateFeeAt(BaseModel):
    fee_estimate: "EstimateFeeAtFeeEstimate" = Field(alias="feeEstimate")


class EstimateFeeAtFeeEstimate(BaseModel):
    total_sek: Optional[Decimal] = Field(alias="totalSek")
    totals: list["EstimateFeeAtFeeEstimateTotals"]
    rounding: str
    assumptions: list[str]
    legal_basis: "EstimateFeeAtFeeEstimateLegalBasis" = Field(alias="legalBasis")
    lines: list["EstimateFeeAtFeeEstimateLines"]


class EstimateFeeAtFeeEstimateTotals(BaseModel):
    vat: VatTreatment
    amount_sek: Decimal = Field(alias="amountSek")


EstimateFeeAtFeeEstimateLegalBasis = LegalSourceText


class EstimateFeeAtFeeEstimateLines(BaseModel):
    item: FeeItem
    quantity: int
    unit_amount_sek: Decimal = Field(alias="unitAmountSek")
    amount_sek: Decimal = Field(alias="amountSek")
    from_: date = Field(alias="from")
    to: Optional[date]
    paragraph: Optional[str]
    rule: "EstimateFeeAtFeeEstimateLinesRule"
    regulation: Optional["EstimateFeeAtFeeEstimateLinesRegulation"]


EstimateFeeAtFeeEstimateLinesRule = FeeRuleRow


class EstimateFeeAtFeeEstimateLinesRegulation(BaseModel):
    designation: Optional[str]
    title: str


EstimateFee.model_rebuild()
EstimateFeeAt.model_rebuild()
EstimateFeeAtFeeEstimate.model_rebuild()
EstimateFeeAtFeeEstimateLines.model_rebuild()
