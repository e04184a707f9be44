"""Files of the outside world, recognised by what they hold, and their rows in the words of the register."""

from db.load.adapters.agencies import (
    LIST_REFERENCE,
    REGISTER_REFERENCE,
    RULE,
    agency_key,
    agency_of_list,
    agency_of_register,
    assessment_key,
    assessment_of_list,
    own_name,
)
from db.load.adapters.places import MUNICIPALITIES_REFERENCE, municipality_keys, municipality_of_list

__all__ = [
    "LIST_REFERENCE",
    "MUNICIPALITIES_REFERENCE",
    "REGISTER_REFERENCE",
    "RULE",
    "agency_key",
    "agency_of_list",
    "agency_of_register",
    "assessment_key",
    "assessment_of_list",
    "municipality_keys",
    "municipality_of_list",
    "own_name",
]
