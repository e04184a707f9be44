"""From the claims of a verified token to who is asking: a role, the organisation it is bound to, and a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from auktor.auth.claims import subject_of
from auktor.auth.errors import NoOrganisation, NoRole, SeveralRoles, UnknownRole
from auktor.auth.strict_json import Json
from auktor.core.errors import shown
from auktor.core.roles import OWN_NAMES, Role
from db.facts import KEY_PATTERN
from db.visibility import Viewer

_MOST_KEY_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class ClaimNames:
    """Where an issuer's tokens say what we need, and what it calls our roles.

    A claim is named as it stands, or by the way to it with points between: `realm_access.roles`.
    """

    roles: str = "roles"
    organisation: str = "organisation"
    ours_by_theirs: Mapping[str, Role] = field(default_factory=lambda: OWN_NAMES)


def viewer_of(claims: Mapping[str, Json], names: ClaimNames) -> Viewer:
    """Who carries a token with these claims. Exactly one known role is needed; unknown names beside it give nothing."""
    role = _role(claims, names)
    return Viewer(role, _organisation(claims, names, role) if role.bound_to else None, subject_of(claims))


def _role(claims: Mapping[str, Json], names: ClaimNames) -> Role:
    given = _texts(_claim(claims, names.roles))
    known = {names.ours_by_theirs[name] for name in given if name in names.ours_by_theirs}
    if not given:
        raise NoRole(f"The token names no role in {names.roles}. Have the issuer add one, or ask without a token.")
    if not known:
        raise UnknownRole(
            f"None of the token's roles ({', '.join(map(shown, given[:5]))}) is one of "
            f"{', '.join(names.ours_by_theirs)}. Have the issuer give one of these, or map theirs in the settings."
        )
    if len(known) > 1:
        raise SeveralRoles(
            f"The token gives the roles {' and '.join(sorted(known))}; each deed is done in one. "
            "Ask for a token with one of them."
        )
    return known.pop()


def _organisation(claims: Mapping[str, Json], names: ClaimNames, role: Role) -> str:
    given = _claim(claims, names.organisation)
    if not isinstance(given, str) or not re.fullmatch(KEY_PATTERN, given) or len(given) > _MOST_KEY_CHARACTERS:
        raise NoOrganisation(
            f"The role {role} is bound to one {str(role.bound_to).replace('_', ' ')}, and the token's "
            f"{names.organisation} is not the key of one. Have the issuer put the key there, such as `skatteverket`."
        )
    return given


def _claim(claims: Mapping[str, Json], name: str) -> Json:
    if name in claims:
        return claims[name]
    found: Json = dict(claims)
    for step in name.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _texts(value: Json) -> list[str]:
    """The names in a claim that is a list, or one text with blanks between as `scope` is."""
    listed = value.split() if isinstance(value, str) else value if isinstance(value, list) else []
    return [each for each in listed if isinstance(each, str)]
