"""The roles one may have in the register, and how the names another organisation gives them become ours."""

from collections.abc import Mapping
from types import MappingProxyType

from auktor.core.errors import Refused, shown
from auktor.core.vocabulary import Term


class BadRoleNames(Refused):
    """A list of role names that cannot be read."""

    code = "BAD_ROLE_NAMES"


class Role(Term):
    """In what capacity somebody asks or acts; without a token, as the anonymous reader that everybody may be."""

    ANONYMOUS = "anonymous", "allmänheten", "anonymous reader"
    AGENCY = "agency", "offentlig aktör", "public actor, in its own matters"
    SUPPLIER = "supplier", "leverantör", "supplier, in its own matters"
    CASE_OFFICER = "case_officer", "handläggare", "case officer, who prepares"
    DECISION_MAKER = "decision_maker", "beslutsfattare", "decision maker, who decides what another prepared"
    PUBLISHER = "publisher", "publicerare", "publisher of editions"
    AUDITOR = "auditor", "granskare", "auditor, who reads all and changes nothing"
    ADMIN = "admin", "administratör", "administrator"

    @property
    def bound_to(self) -> str | None:
        """The kind of object the role is bound to one of, by table name; None for a role that is not bound."""
        return _BOUND_TO.get(self)

    @property
    def in_words(self) -> str:
        """As a sentence names it: `case officer`."""
        return str(self).replace("_", " ")


_BOUND_TO: Mapping[Role, str] = MappingProxyType({Role.AGENCY: "public_actor", Role.SUPPLIER: "supplier"})
GIVEN = tuple(role for role in Role if role is not Role.ANONYMOUS)
OWN_NAMES: Mapping[str, Role] = MappingProxyType({role.value: role for role in GIVEN})


def role_names(text: str) -> dict[str, Role]:
    """Ours by theirs, from `theirs=ours; theirs=ours`; the last `=` divides, so that theirs may be `cn=…,ou=…`."""
    named: dict[str, Role] = {}
    for pair in (part.strip() for part in text.split(";")):
        theirs, _, ours = (part.strip() for part in pair.rpartition("="))
        if not theirs or ours not in OWN_NAMES:
            raise BadRoleNames(
                f"{shown(pair)} does not name one of our roles. "
                f"Write theirs=ours, ours being one of {', '.join(OWN_NAMES)}, and a semicolon between pairs."
            )
        named[theirs] = OWN_NAMES[ours]
    return named
