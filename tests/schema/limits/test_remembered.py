"""What is remembered of questions is bounded, and a flood of questions that nobody repeats takes little of it."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from graphql import DocumentNode, Location, Node, SelectionSetNode, Token

from db.engine import Database
from db.visibility import ANYONE
from schema.answering import Executor, Question
from schema.answering.executor import REMEMBERED_CHARACTERS
from schema.answering.parsing import forget_words, parsed, words
from schema.answering.valid import flaws
from schema.context import Context
from schema.execution import statements
from schema.execution.arguments import NO_VARIABLES
from schema.execution.plan import Page, Plan
from schema.limits import Remembered
from schema.schema import SCHEMA

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
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


def left_of(executor: Executor) -> list[int]:
    """Selections and words that are held somewhere else than among the documents that were read last."""
    executor._read = type(executor._read)(8_000)
    return [alive(kind) for kind in (SelectionSetNode, Token)]


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


def test_a_document_that_is_read_again_holds_none_of_its_words() -> None:
    executor = Executor(SCHEMA)
    executor.prepare(_SUPPLIERS % 1)
    executor._read = type(executor._read)(0)
    document = executor.document(_SUPPLIERS % 1)
    places = [each.loc for each in nodes_in(document)]

    assert all(isinstance(each, Location) for each in places)
    assert {id(each.start_token) for each in places if each} == {id(next(words(document)))}
    assert len([*words(document)]) == 1


def test_a_document_whose_words_are_forgotten_is_looked_at_by_every_rule() -> None:
    document = parsed("{ ...F }", 100)
    forget_words(document)

    assert flaws(SCHEMA._schema, document)


@pytest.mark.usefixtures("uncollected")
def test_what_is_remembered_of_a_document_holds_none_of_it_and_leaves_no_garbage() -> None:
    executor = Executor(SCHEMA)
    before = left_of(executor)
    executor.keep(_SUPPLIERS % 1, valid=True)  # graphql-core leaves garbage of its own where it validates
    executor.cost(Question(_SUPPLIERS % 1))

    assert isinstance(plan_of(executor, _SUPPLIERS % 1), Plan)
    assert left_of(executor) == before


def test_what_is_remembered_of_variables_holds_nothing_of_what_they_are_given_to() -> None:
    executor = Executor(SCHEMA)
    text = 'query A($n: Int) { suppliers(first: $n, filter: {name: {eq: "a"}}) { totalCount } }'
    gc.collect()
    before = left_of(executor)
    executor.cost(Question(text))
    plan_of(executor, text)
    gc.collect()

    assert left_of(executor) == before


def test_an_operation_has_one_plan_however_it_is_asked_for() -> None:
    operations = Executor(SCHEMA).prepare("query A { asOf }").operations

    assert operations.plan(SCHEMA, None, NO_VARIABLES) is operations.plan(SCHEMA, "A", NO_VARIABLES)


@pytest.mark.parametrize("bound", [0, 100_000])
async def test_a_document_is_read_again_for_whatever_is_looked_for_in_it(register: Database, bound: int) -> None:
    executor = Executor(SCHEMA)
    executor._read = type(executor._read)(bound)
    text = "query A($n: Int!, $all: Boolean!) { suppliers(first: $n) { nodes { key name @include(if: $all) } } }"
    costs, answers = [], []
    for number, whole in ((1, True), (2, False), (2, True), (1, True)):
        question = Question(text, None, {"n": number, "all": whole})
        costs.append(executor.cost(question).nodes)
        answers.append((await executor.answer(question, Context(register, NOW))).data)

    assert costs == [2, 3, 3, 2]
    assert answers[0] == answers[3] != answers[2] != answers[1] is not None


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


@pytest.mark.parametrize(("text", "in_parts"), [("{ deferred: asOf }", False), ("{ ... @defer { asOf } }", True)])
def test_a_name_that_looks_like_deferring_defers_nothing(text: str, *, in_parts: bool) -> None:
    assert Executor(SCHEMA).prepare(text).may_defer is in_parts
