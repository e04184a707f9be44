"""What is wrong with a token or with who carries it, and what each means over HTTP.

`Unauthenticated` is 401, `Forbidden` and what stands under it 403, `IssuerUnavailable` 503 with `Retry-After`.
"""

from auktor.core.errors import Refused, Unavailable

RETRY_AFTER_SECONDS = 10


class Unauthenticated(Refused):
    """The token does not prove who is asking. The message never repeats the token, since messages are logged."""

    code = "UNAUTHENTICATED"


class Forbidden(Refused):
    """The token is good, but gives no role in the register."""

    code = "FORBIDDEN"


class NoRole(Forbidden):
    """The token says nothing of roles where the settings look for them."""

    code = "NO_ROLE"


class UnknownRole(Forbidden):
    """No role of the token is one of the register's."""

    code = "UNKNOWN_ROLE"


class SeveralRoles(Forbidden):
    """The token gives more than one role; a deed is done in exactly one."""

    code = "SEVERAL_ROLES"


class NoOrganisation(Forbidden):
    """The role is bound to an organisation, and none can be read from the token."""

    code = "NO_ORGANISATION"


class OnlyForDevelopment(Refused):
    """Something that must not exist where the public is served."""

    code = "ONLY_FOR_DEVELOPMENT"


class IssuerUnavailable(Unavailable):
    """The keys that tokens are verified with cannot be had, nor are old ones still usable."""

    code = "ISSUER_UNAVAILABLE"


class BadKeyFile(Unavailable):
    """The file with the local key cannot be used as it is."""

    code = "BAD_KEY_FILE"
