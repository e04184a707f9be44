import pytest

from auktor.core.roles import GIVEN, OWN_NAMES, BadRoleNames, Role, role_names


def test_the_roles_are_the_eight_of_the_public_interface() -> None:
    assert [str(role) for role in Role] == [
        "anonymous",
        "agency",
        "supplier",
        "case_officer",
        "decision_maker",
        "publisher",
        "auditor",
        "admin",
    ]


def test_only_public_actors_and_suppliers_are_bound_to_an_organisation() -> None:
    assert {role: role.bound_to for role in GIVEN if role.bound_to} == {
        Role.AGENCY: "public_actor",
        Role.SUPPLIER: "supplier",
    }


def test_nobody_is_given_the_role_of_the_anonymous_reader() -> None:
    assert "anonymous" not in OWN_NAMES


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Handläggare=case_officer", {"Handläggare": Role.CASE_OFFICER}),
        (" a = auditor ; b = admin ", {"a": Role.AUDITOR, "b": Role.ADMIN}),
        ("cn=Beslut,ou=Auktor=decision_maker", {"cn=Beslut,ou=Auktor": Role.DECISION_MAKER}),
        ("a=admin;b=admin", {"a": Role.ADMIN, "b": Role.ADMIN}),
    ],
)
def test_names_of_another_organisation_are_read(text: str, named: dict[str, Role]) -> None:
    assert role_names(text) == named


@pytest.mark.parametrize("text", ["", ";", "admin", "=admin", "a=", "a=root", "a=anonymous", "a=admin;"])
def test_a_list_of_names_that_leaves_doubt_is_refused(text: str) -> None:
    with pytest.raises(BadRoleNames):
        role_names(text)
