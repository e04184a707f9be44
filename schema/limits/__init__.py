"""How large a question may be and what it costs: counted from its text and the schema alone, before it is validated."""

from auktor.core.limits import Limits
from schema.limits.allowance import Allowance
from schema.limits.cost import Cost, Costing, Prices
from schema.limits.remembered import Remembered
from schema.limits.shape import keep_within
from schema.limits.text import keep_readable

__all__ = ["Allowance", "Cost", "Costing", "Limits", "Prices", "Remembered", "keep_readable", "keep_within"]
