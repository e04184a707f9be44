"""What is remembered of questions is bounded, and a flood of questions that nobody repeats takes little of it."""

import gc
from collections.abc import Iterator

import pytest
from graphql import DocumentNode, Location, Node, Token

from db.visibility import ANYONE
from schema.answering import Executor, Question
from schema.answering.executor import REMEMBERED_CHARACTERS
from schema.answering.parsing import forget_words, parsed, words
from schema.answering.valid import flaws
from schema.execution import statements
from schema.execution.arguments import NO_VARIABLES
from schema.execution.plan import Page, Plan
from schema.limits import Remembered
from schema.schema import SCHEMA

_SUPPLIERS = "{ a%d: suppliers(first: 3) { nodes { name services { nodes { name } } } } }"


def plan_of(executor: Executor, text: str) -> Plan:
    plan = executor.prepare(text).operations.plan(SCHEMA, None, NO_VARIABLES)
    assert isinstance(plan, Plan)
    return plan


def nodes_in(document: DocumentNode) -> Iterator[Node]:
    waiting: list[object] = [document]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Node):
            yield found
            waiting += [getattr(found, key) for key in found.keys]
        elif isinstance(found, list | tuple):
            waiting += found


def alive(kind: type) -> int:
    return sum(isinstance(each, kind) for each in gc.get_objects())


@pytest.fixture
def uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


class Work:
    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, text: str) -> str:
        self.done.append(text)
        return text.upper()


def test_texts_that_nobody_repeats_take_an_eighth() -> None:
    remembered = Remembered(Work(), 800)
    for number in range(1000):
        remembered(f"text {number:05}")  # of ten characters

    assert len(remembered) == 10


def test_a_text_is_worked_out_once_while_it_is_asked_again_soon() -> None:
    work = Work()
    remembered = Remembered(work, 800)
    for _ in range(3):
        remembered("text")

    assert work.done == ["text"]


def test_a_text_that_was_forgotten_and_is_asked_again_outlives_a_flood() -> None:
    work = Work()
    remembered = Remembered(work, 800)
    remembered("a question")
    for turn in range(3):
        for number in range(20):
            remembered(f"{turn} {number:08}")
        remembered("a question")

    assert work.done.count("a question") == 2


def test_texts_that_are_repeated_in_turn_have_the_rest_of_the_room() -> None:
    work = Work()
    remembered = Remembered(work, 800)
    texts = [f"text {number:05}" for number in range(60)]
    for text in texts * 2:
        remembered(text)
    work.done.clear()
    for text in texts * 2:
        remembered(text)

    assert not work.done


def test_a_document_that_is_ready_holds_none_of_its_words() -> None:
    executor = Executor(SCHEMA)
    document = executor.prepare(_SUPPLIERS % 1).as_asked
    places = [each.loc for each in nodes_in(document)]

    assert all(isinstance(each, Location) for each in places)
    assert {id(each.start_token) for each in places if each} == {id(next(words(document)))}
    assert len([*words(document)]) == 1


def test_a_document_whose_words_are_forgotten_is_looked_at_by_every_rule() -> None:
    document = parsed("{ ...F }", 100)
    forget_words(document)

    assert flaws(SCHEMA._schema, document)


@pytest.mark.usefixtures("uncollected")
def test_the_words_of_a_document_are_gone_without_a_search_for_garbage() -> None:
    executor = Executor(SCHEMA)
    before = alive(Token)
    document = executor._parse(_SUPPLIERS % 1)
    executor._priced(document)

    assert alive(Token) == before


@pytest.mark.usefixtures("uncollected")
def test_a_document_that_is_forgotten_is_gone_without_a_search_for_garbage() -> None:
    executor = Executor(SCHEMA)
    document = executor._parse(_SUPPLIERS % 1)
    prepared = executor._priced(document)
    before = alive(Node)
    prepared.operations.plan(SCHEMA, None, NO_VARIABLES)
    prepared.prices.of(document.definitions[0], {})
    del prepared, document

    assert alive(Node) <= before - 10


def test_documents_that_ask_alike_share_what_was_compiled_for_them() -> None:
    executor = Executor(SCHEMA)
    builders = []
    for number in range(2):
        page = plan_of(executor, _SUPPLIERS % number).root.fields[f"a{number}"]
        assert isinstance(page, Page)
        builders.append(page.build)

    assert builders[0].__code__ is builders[1].__code__


def test_statements_of_ever_new_shapes_take_no_more_than_their_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    known = type(statements._known)(20_000)
    monkeypatch.setattr(statements, "_known", known)
    executor = Executor(SCHEMA)
    facts = ("name", "nameEn", "groupName", "website")
    for number in range(1, 16):
        chosen = " ".join(fact for place, fact in enumerate(facts) if number >> place & 1)
        page = plan_of(executor, f"{{ publicActors {{ nodes {{ {chosen} }} }} }}").root.fields["publicActors"]
        assert isinstance(page, Page)
        asking = page.asking(NO_VARIABLES)
        statements.page_statement(page.declared, page.level.columns(), asking.shape, ANYONE, known=False)

    assert 0 < known.size <= 20_000
    assert 1 < len(known) < 15


def test_the_texts_of_a_flood_of_documents_are_few() -> None:
    executor = Executor(SCHEMA)
    for number in range(1000):
        executor.cost(Question(_SUPPLIERS % number))

    assert len(executor.prepare) * len(_SUPPLIERS) <= REMEMBERED_CHARACTERS // 8
