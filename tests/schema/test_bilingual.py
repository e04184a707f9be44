"""Names and labels in the language of the argument, else of the request, else Swedish; by plan and by stock alike."""

from datetime import UTC, datetime
from typing import Any

import pytest
from graphql import ExecutionResult, GraphQLEnumType, build_schema

from auktor.core.vocabulary import Language
from db.engine import Database
from schema import terms
from schema.answering import Executor, Question, RequestError
from schema.context import Context
from schema.schema import SCHEMA, execute, sdl
from tests.schema.conftest import Ask

NAMES = """{ authorisationSystems { nodes { name sv: name(language: SV) en: name(language: EN) } }
    legacySchemes { nodes { name } } node(id: "PublicActor:skatteverket") { ... on PublicActor { name } } }"""


@pytest.mark.parametrize("language", [Language.SV, Language.EN])
async def test_what_is_not_asked_for_in_a_language_is_in_that_of_the_request(
    register: Database, language: Language
) -> None:
    def context() -> Context:
        return Context(register, datetime.now(UTC), language=language)

    stock: Any = (await execute(NAMES, context())).data
    planned = await Executor(SCHEMA).planner.planned(Executor(SCHEMA).prepare(NAMES).operations, context(), None, None)
    assert isinstance(planned, ExecutionResult)
    assert planned.data == stock
    for each in stock["authorisationSystems"]["nodes"]:
        assert each["name"] == each[language.lower()]
    assert stock["node"]["name"] == {"SV": "Skatteverket", "EN": "The National Tax Board"}[language]


async def test_an_unknown_language_is_told_of(register: Database) -> None:
    with pytest.raises(RequestError) as refused:
        await Executor(SCHEMA).answer(
            Question("{ milestones { nodes { title(language: FR) } } }"), Context(register, datetime.now(UTC))
        )
    (error,) = refused.value.errors
    assert error["message"] == "Value 'FR' does not exist in 'Language' enum."


async def test_every_word_of_every_enum_has_a_label_in_both_languages(ask: Ask) -> None:
    found = (await ask("{ vocabulary { enum code sv en label other: label(language: EN) } }"))["vocabulary"]
    labels = {(each["enum"], each["code"]): (each["sv"], each["en"]) for each in found}
    assert len(found) == len(labels) == sum(len(each) for each in terms.ALL)
    assert all(sv and en for sv, en in labels.values())
    assert all((each["label"], each["other"]) == (each["sv"], each["en"]) for each in found)
    kinds = build_schema(sdl()).type_map.values()
    told = {(kind.name, code) for kind in kinds if isinstance(kind, GraphQLEnumType) for code in kind.values}
    of_lists = {each for each in told if each[0] != "Direction" and not each[0].endswith(("Field", "GroupBy"))}
    assert {each for each in of_lists if not each[0].startswith("__")} <= set(labels)


async def test_the_words_of_one_list_are_given_and_a_list_there_is_not_is_told_of(ask: Ask, refused: Any) -> None:  # noqa: ANN401 -- as in test_aggregates
    found = await ask('{ vocabulary(enum: "SystemCode") { code sv } }')
    assert found["vocabulary"] == [
        {"code": "E_IDENTIFICATION", "sv": "elektronisk identifiering"},
        {"code": "DIGITAL_POST", "sv": "digital post"},
    ]
    assert await refused('{ vocabulary(enum: "Systems") { code } }') == ["NOT_IN_VOCABULARY"]
