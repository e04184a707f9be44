"""What a question may be refused for; each with a stable code that stands in `extensions.code`."""

from auktor.core.errors import Refused


class BadCursor(Refused):
    """A cursor that this list did not give."""

    code = "BAD_CURSOR"


class BadPage(Refused):
    """A page that cannot be cut."""

    code = "BAD_PAGE"


class BadId(Refused):
    """An id that no object of the register can have."""

    code = "BAD_ID"


class BadFilter(Refused):
    """A filter that contradicts itself or is too large."""

    code = "BAD_FILTER"


class BadMoment(Refused):
    """A moment the register cannot speak of."""

    code = "BAD_MOMENT"


class BadPeriod(Refused):
    """A period that cannot be counted over."""

    code = "BAD_PERIOD"


class NothingToCount(Refused):
    """No volumes, or too many."""

    code = "BAD_VOLUMES"


class NotFound(Refused):
    """What the question is about does not exist on the day asked for."""

    code = "NOT_FOUND"


class BadAggregate(Refused):
    """Groups that cannot be made, or are too many."""

    code = "BAD_AGGREGATE"


class NotInVocabulary(Refused):
    """A list of words that the register does not have."""

    code = "NOT_IN_VOCABULARY"


class TooDifferent(Refused):
    """Two editions that differ in too much to be told in one answer."""

    code = "TOO_DIFFERENT"
