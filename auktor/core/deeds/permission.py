"""Who may do a deed: the roles of its row, and nobody without a name."""

from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.errors import NotAllowed, NotSignedIn
from auktor.core.roles import Role


def require_somebody(role: Role, deed: Deed, *, prepares: bool = False) -> None:
    """Refuse whoever is nobody in particular: the log could not say who tried."""
    if role is Role.ANONYMOUS:
        raise NotSignedIn(
            f"Nobody may {deed.in_words(prepares=prepares)} without saying who it is.",
            remedy="Send a token with one of the roles that may do it.",
        )


def require_role(deed: Deed, role: Role, *, prepares: bool) -> None:
    """Refuse a deed to a role that may not do it (or, where it only `prepares`, may not prepare it)."""
    allowed = deed.prepared_by if prepares else deed.who
    require_somebody(role, deed, prepares=prepares)
    if role not in allowed:
        raise NotAllowed(
            f"The role {role.in_words} may not {deed.in_words(prepares=prepares)}.",
            remedy=f"Ask somebody with the role {' or '.join(sorted(each.in_words for each in allowed))}.",
        )
