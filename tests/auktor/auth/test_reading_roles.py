from typing import Any

import pytest

from auktor.auth.errors import Forbidden, NoOrganisation, NoRole, SeveralRoles, UnknownRole
from auktor.auth.reading_roles import ClaimNames, viewer_of
from auktor.core.roles import Role
from db.visibility import Viewer

OURS = ClaimNames()
KEYCLOAK = ClaimNames("realm_access.roles", "https://example.se/org", {"Handläggare": Role.CASE_OFFICER})


@pytest.mark.parametrize(
    ("said", "viewer"),
    [
        ({"roles": ["agency"], "organisation": "skatteverket"}, Viewer(Role.AGENCY, "skatteverket", "s")),
        (
            {"roles": ["supplier"], "organisation": "finansiell-id-teknik"},
            Viewer(Role.SUPPLIER, "finansiell-id-teknik", "s"),
        ),
        ({"roles": ["case_officer"]}, Viewer(Role.CASE_OFFICER, None, "s")),
        ({"roles": ["decision_maker"]}, Viewer(Role.DECISION_MAKER, None, "s")),
        ({"roles": ["publisher"]}, Viewer(Role.PUBLISHER, None, "s")),
        ({"roles": ["auditor"]}, Viewer(Role.AUDITOR, None, "s")),
        ({"roles": ["admin"]}, Viewer(Role.ADMIN, None, "s")),
    ],
)
def test_each_role_is_read_from_its_own_name(said: dict[str, Any], viewer: Viewer) -> None:
    assert viewer_of({"sub": "s", **said}, OURS) == viewer


def test_a_role_that_is_bound_to_nothing_is_not_bound_by_a_claim() -> None:
    assert viewer_of({"sub": "s", "roles": ["auditor"], "organisation": "digg"}, OURS).organisation is None


def test_roles_may_be_one_text_with_blanks_between_as_scopes_are() -> None:
    names = ClaimNames(roles="scope")
    assert viewer_of({"sub": "s", "scope": "openid publisher"}, names).role is Role.PUBLISHER


def test_the_names_of_another_organisation_are_read_as_ours_wherever_it_keeps_them() -> None:
    said = {"sub": "s", "realm_access": {"roles": ["offline_access", "Handläggare"]}}
    assert viewer_of(said, KEYCLOAK) == Viewer(Role.CASE_OFFICER, None, "s")


def test_a_claim_whose_own_name_has_points_is_found() -> None:
    names = ClaimNames("https://example.se/roles", "https://example.se/org")
    said = {"sub": "s", "https://example.se/roles": ["agency"], "https://example.se/org": "umea-kommun"}
    assert viewer_of(said, names) == Viewer(Role.AGENCY, "umea-kommun", "s")


def test_where_their_names_are_mapped_our_own_give_nothing() -> None:
    with pytest.raises(UnknownRole):
        viewer_of({"sub": "s", "realm_access": {"roles": ["admin"]}}, KEYCLOAK)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({}, NoRole),
        ({"roles": []}, NoRole),
        ({"roles": None}, NoRole),
        ({"roles": {"admin": True}}, NoRole),
        ({"roles": [["admin"]]}, NoRole),
        ({"roles": ["superuser"]}, UnknownRole),
        ({"roles": ["Admin"]}, UnknownRole),
        ({"roles": ["anonymous"]}, UnknownRole),
        ({"roles": "admin,auditor"}, UnknownRole),
        ({"roles": ["case_officer", "decision_maker"]}, SeveralRoles),
        ({"roles": ["agency"]}, NoOrganisation),
        ({"roles": ["supplier"], "organisation": ""}, NoOrganisation),
        ({"roles": ["supplier"], "organisation": None}, NoOrganisation),
        ({"roles": ["supplier"], "organisation": ["a", "b"]}, NoOrganisation),
        ({"roles": ["agency"], "organisation": "' OR true --"}, NoOrganisation),
        ({"roles": ["agency"], "organisation": "a" * 121}, NoOrganisation),
    ],
    ids=str,
)
def test_a_token_that_gives_no_clear_role_is_forbidden(said: dict[str, Any], refusal: type[Forbidden]) -> None:
    with pytest.raises(refusal):
        viewer_of({"sub": "s", **said}, OURS)


def test_a_refusal_names_the_claim_and_what_to_do() -> None:
    with pytest.raises(NoOrganisation) as refused:
        viewer_of({"sub": "s", "roles": ["agency"]}, OURS)
    assert str(refused.value) == (
        "NO_ORGANISATION: The role agency is bound to one public actor, and the token's organisation is not the key of "
        "one. Have the issuer put the key there, such as `skatteverket`."
    )
