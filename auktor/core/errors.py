"""The errors of the register: one tree, one class per cause, each with a stable code.

A message says what happened, to what, and what to do next. The program shows it without a traceback: `Refused` and
`Unavailable` end a command with exit 1, `WrongUsage` with exit 2.
"""

from typing import ClassVar

_SHOWN_CHARACTERS = 60


def shown(text: str) -> str:
    """`text` as a message may quote it: one line in quotation marks, at most 60 characters, controls escaped."""
    cut = text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"
    return repr(cut).encode("utf-8", "backslashreplace").decode()


class AuktorError(Exception):
    """Something the register tells a person or a program in words.

    `values` are what the message speaks of (the number, the date, the step), also reachable as attributes.
    """

    code: ClassVar[str] = "AUKTOR_ERROR"

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values
        for name, value in values.items():
            setattr(self, name, value)

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


class Refused(AuktorError):
    """What a person gave cannot be accepted."""

    code = "REFUSED"


class Unavailable(AuktorError):
    """Something the program needs is gone: a database, a file, a key."""

    code = "UNAVAILABLE"


class WrongUsage(AuktorError):
    """A command or a call was put together wrongly."""

    code = "WRONG_USAGE"


class UnreadableText(Refused):
    """Text with a NUL or half a surrogate pair: neither PostgreSQL nor UTF-8 can hold it."""

    code = "UNREADABLE_TEXT"


class NotAnOrganisationNumber(Refused):
    """The text has not the form of an organisation number."""

    code = "NOT_AN_ORGANISATION_NUMBER"


class BadCheckDigit(Refused):
    """The last digit of an organisation number contradicts the nine before it."""

    code = "BAD_CHECK_DIGIT"


class PersonalIdentityNumber(Refused):
    """The number is shaped like a person's. The message never repeats it, since messages are logged."""

    code = "PERSONAL_IDENTITY_NUMBER"


class BadDesignation(Refused):
    """Not the designation of a statute or a regulation."""

    code = "BAD_DESIGNATION"


class BadNotificationNumber(Refused):
    """Not the number of a notification under Directive (EU) 2015/1535."""

    code = "BAD_NOTIFICATION_NUMBER"


class BadMunicipalityCode(Refused):
    """Not a municipality code of four digits."""

    code = "BAD_MUNICIPALITY_CODE"


class BadCountyCode(Refused):
    """Not a county code of two digits."""

    code = "BAD_COUNTY_CODE"


class BadKey(Refused):
    """Not a key of a register object, or a name no key can be made from."""

    code = "BAD_KEY"


class BadMonth(Refused):
    """Not a calendar month."""

    code = "BAD_MONTH"


class EndBeforeStart(Refused):
    """A period that would not hold a single day."""

    code = "END_BEFORE_START"


class EndOutOfRange(Refused):
    """A last day after which the calendar has no day."""

    code = "END_OUT_OF_RANGE"


class OpenPeriod(Refused):
    """A period without an end, where an end is needed."""

    code = "OPEN_PERIOD"


class TimeWithoutZone(Refused):
    """A time of day that does not say where."""

    code = "TIME_WITHOUT_ZONE"


class NoLegalSource(Refused):
    """A fact that names no law, agreement or scheme it rests on."""

    code = "NO_LEGAL_SOURCE"


class NotAnAmount(Refused):
    """Not an exact amount of money."""

    code = "NOT_AN_AMOUNT"


class TooManyDecimals(Refused):
    """An amount finer than the register keeps."""

    code = "TOO_MANY_DECIMALS"


class AmountOutOfBounds(Refused):
    """An amount larger than the register keeps."""

    code = "AMOUNT_OUT_OF_BOUNDS"


class BadFeeTiers(Refused):
    """Steps of a fee that leave a quantity without a price, or with two."""

    code = "BAD_FEE_TIERS"


class BadFeeRule(Refused):
    """A fee rule whose parts contradict each other."""

    code = "BAD_FEE_RULE"


class BadQuantity(Refused):
    """Not a number of transactions, messages or kilobytes."""

    code = "BAD_QUANTITY"


class SizeMissing(Refused):
    """A fee by size, asked for without a size."""

    code = "SIZE_MISSING"


class NoFeeRule(Refused):
    """Days on which no fee rule applies: the register does not guess that they are free."""

    code = "NO_FEE_RULE"


class SeveralFeeRules(Refused):
    """Days on which two fee rules apply to the same item."""

    code = "SEVERAL_FEE_RULES"


class ExemptionWithoutEnd(Refused):
    """An exemption without a last day, which 4 § förordning 2023:709 does not allow."""

    code = "EXEMPTION_WITHOUT_END"


class BadAssessment(Refused):
    """An assessment that says what only a decision can say."""

    code = "BAD_ASSESSMENT"


class NoStartRule(Refused):
    """A day of signing that no rule on the start of the service covers."""

    code = "NO_START_RULE"


class IllegalTransition(Refused):
    """A step its life cycle does not have."""

    code = "ILLEGAL_TRANSITION"
