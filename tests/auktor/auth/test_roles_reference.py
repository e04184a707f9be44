from pathlib import Path

from auktor.auth.reference import roles_reference


def test_the_page_of_roles_says_what_the_program_does() -> None:
    assert Path("docs/reference/roles.md").read_text("utf-8") == roles_reference(), "run make generate"
