"""Organisation numbers that are formed rightly and belong to nobody.

They begin with 552, a series that Swedish companies have not been given: theirs begin with 556 and 559.
"""

from auktor.core.identifiers import check_digit

INVENTED_SERIES = "552"


def organisation_number(number: int) -> str:
    """The invented organisation number with the ordinal `number`, below 1,000,000."""
    nine = f"{INVENTED_SERIES}{number:06d}"
    return f"{nine[:6]}-{nine[6:]}{check_digit(nine)}"
