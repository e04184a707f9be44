"""Who may do a deed, and what those are told who may not."""

import pytest

from auktor.core.deeds.declaring import Deed
from auktor.core.deeds.errors import NotAllowed, NotSignedIn
from auktor.core.deeds.permission import require_role
from auktor.core.deeds.table import DEEDS
from auktor.core.roles import Role


def test_a_stranger_is_asked_to_sign_in_and_a_role_is_told_whom_to_ask() -> None:
    with pytest.raises(NotSignedIn, match="Send a token"):
        require_role(DEEDS["decide_application"], Role.ANONYMOUS, prepares=False)
    with pytest.raises(NotAllowed, match="Ask somebody with the role decision maker"):
        require_role(DEEDS["decide_application"], Role.CASE_OFFICER, prepares=False)


@pytest.mark.parametrize("prepares", [False, True])
@pytest.mark.parametrize("name", DEEDS)
def test_a_refusal_names_a_deed_and_a_role_in_words(name: str, *, prepares: bool) -> None:
    said = [told for role in Role if (told := refusal(DEEDS[name], role, prepares=prepares))]
    assert said
    assert [each for each in said if "_" in each or f"({DEEDS[name].sv})" not in each] == []


def refusal(deed: Deed, role: Role, *, prepares: bool) -> str | None:
    try:
        return require_role(deed, role, prepares=prepares)
    except (NotSignedIn, NotAllowed) as refused:
        return refused.message


def test_a_case_officer_prepares_what_a_decision_maker_decides() -> None:
    require_role(DEEDS["decide_application"], Role.CASE_OFFICER, prepares=True)
