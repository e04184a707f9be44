"""No type that everybody may ask for has a place for a person, and no way in takes a number shaped like one."""

import pytest
import sqlalchemy as sa

from auktor.core.errors import PersonalIdentityNumber
from auktor.core.identifiers import parse_organisation_number
from db.engine import Database
from db.facts import NOUNS
from db.visibility import open_columns

OF_PEOPLE = (
    "contact",
    "email",
    "phone",
    "person_",
    "representative",
    "signatory",
    "birth",
    "prepared_by",
    "decided_by",
)


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_no_open_fact_is_about_a_person(noun: str) -> None:
    told = [column.name for column in open_columns(NOUNS[noun])]
    assert [name for name in told if any(word in f"{name}_" for word in OF_PEOPLE)] == []


@pytest.mark.parametrize(
    "written",
    ["811218-9876", "8112189876", "198112189876", "811218+9876", "811218 9876", "19811218\u20139876", "811218-9876 "],
)
def test_a_number_shaped_like_a_persons_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(PersonalIdentityNumber) as caught:
        parse_organisation_number(written)
    assert "9876" not in str(caught.value)


async def test_the_database_itself_refuses_such_a_number(register_database: str) -> None:
    database = Database(register_database)
    async with database.reading() as connection:
        taken = await connection.scalar(sa.text("SELECT is_organisation_number('811218-9876')"))
    await database.close()
    assert taken is False
