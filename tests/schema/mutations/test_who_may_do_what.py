"""Every mutation, asked for by every role that may not do it, and with facts that nobody is asked for: nothing is done.

The mutations, their inputs and the facts are found in the schema and the model, so that a new one is tried too.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, is_required_input_field
from strawberry.utils.str_converters import to_camel_case, to_snake_case

from auktor.core.deeds.declaring import meaning_of
from auktor.core.deeds.publishing import PUBLISH_EDITION
from auktor.core.deeds.table import DEEDS, WHO
from auktor.core.roles import Role
from db.engine import Database
from db.facts import NOUNS
from db.visibility import ANYONE, Viewer
from schema.answering import Executor, Question, RequestError
from schema.noun import TYPES
from schema.schema import SCHEMA, context_for
from tests.db.deeds.office import Office

ROLES = [role for role in Role if role is not Role.ANONYMOUS]
EXECUTOR = Executor(SCHEMA)
MUTATION = SCHEMA._schema.mutation_type
assert MUTATION is not None
PUBLISHING = {PUBLISH_EDITION.name, PUBLISH_EDITION.prepared_as}  # where nothing is published, nobody may
MUTATIONS = sorted(name for name in MUTATION.fields if to_snake_case(name) not in PUBLISHING)
PLAIN = {"Date": "2026-01-01", "DateTime": "2026-01-01T00:00:00Z", "Decimal": "1", "OrganisationNumber": "556000-0167"}
PLAIN |= {"String": "x", "Boolean": True, "Int": 1, "Count": 1}
NAMES = {model.noun.table: name for name, (_, model) in TYPES.items()}
REFERS = {
    (to_camel_case(name), to_camel_case(each.name)): NAMES[table]
    for deed in DEEDS.values()
    for name in {deed.name, deed.prepared_as or deed.name}
    for each in fields(deed.order)
    if (table := meaning_of(each).refers_to)
}


def input_of(mutation: str) -> GraphQLInputObjectType:
    kind = SCHEMA._schema.type_map[f"{mutation[0].upper()}{mutation[1:]}Input"]
    assert isinstance(kind, GraphQLInputObjectType)
    return kind


def least(mutation: str, kind: Any = None, name: str = "") -> Any:  # noqa: ANN401 -- any input type, any value
    """What a mutation accepts, with no more in it than it must have."""
    match kind:
        case None:
            return least(mutation, input_of(mutation))
        case GraphQLNonNull() | GraphQLList():
            return least(mutation, kind.of_type, name)
        case GraphQLEnumType():
            return next(iter(kind.values))
        case GraphQLInputObjectType():
            needed = {each: one for each, one in kind.fields.items() if is_required_input_field(one)}
            return {each: least(mutation, one.type, each) for each, one in needed.items()}
        case _:
            refers = REFERS.get((mutation, name)) or {"actor": "PublicActor", "service": "Service"}.get(name)
            return f"{refers or 'Preparation'}:1" if kind.name == "ID" else PLAIN[kind.name]


async def asked(office: Office, mutation: str, given: dict[str, Any], viewer: Viewer) -> list[str]:
    """The codes of what is wrong with what was asked for."""
    document = f"""mutation ($input: {input_of(mutation).name}!) {{
        told: {mutation}(input: $input) {{ __typename ... on DeedRefused {{ code }} }} }}"""
    try:
        answer = await EXECUTOR.answer(
            Question(document, None, {"input": given}), context_for(office.database, viewer=viewer)
        )
    except RequestError as refused:
        return [str(each.get("extensions", {}).get("code")) for each in refused.errors]
    data: Any = answer.data
    codes = [str(each.get("extensions", {}).get("code")) for each in answer.errors]
    return codes or [data["told"].get("code", "done")]


async def revision(database: Database) -> int:
    async with database.reading() as connection:
        return int((await connection.exec_driver_sql("SELECT number FROM revision")).scalar_one())


@pytest.mark.parametrize("role", ROLES)
async def test_what_a_role_may_not_do_is_refused_and_logged(office: Office, role: Role) -> None:
    before, viewer = await revision(office.database), Viewer(role, "alfa", "nisse")
    forbidden = [each for each in MUTATIONS if role not in WHO[to_snake_case(each)]]
    codes = {each: await asked(office, each, least(each), viewer) for each in forbidden}
    assert codes == {each: ["NOT_ALLOWED"] for each in forbidden}
    assert await revision(office.database) == before
    logged = [(each["actor"], each["refused"]) for each in await office.log()]
    assert logged.count(("nisse", "NOT_ALLOWED")) == len(forbidden)


async def test_who_is_nobody_does_nothing(office: Office) -> None:
    before = await revision(office.database)
    codes = {each: await asked(office, each, least(each), ANYONE) for each in MUTATIONS}
    assert codes == {each: ["NOT_SIGNED_IN"] for each in MUTATIONS}
    assert await revision(office.database) == before


def nobody_is_asked_for(mutation: str) -> Iterator[str]:
    """Facts of any noun, and of the log, that a mutation has no place for."""
    known = input_of(mutation).fields
    names = {to_camel_case(name) for model in NOUNS.values() for name in model.model_fields}
    yield from sorted((names | {"id", "key", "revision", "actor", "role", "preparedBy", "decidedBy"}) - set(known))


@pytest.mark.parametrize("mutation", MUTATIONS)
async def test_what_nobody_is_asked_for_cannot_be_given_along(office: Office, mutation: str) -> None:
    viewer = Viewer(Role.DECISION_MAKER, None, "david")
    for name in nobody_is_asked_for(mutation):
        assert re.fullmatch(r"\w+", name)
        given = {**least(mutation), name: "x"}
        assert set(await asked(office, mutation, given, viewer)) == {"BAD_VARIABLE"}, name
    assert await office.log() == []
