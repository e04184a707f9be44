from pathlib import Path

import pytest

from auktor.core.vocabulary import Language
from db.engine import Database
from schema.schema import context_for, execute
from tests.docs.pages import ROOT, Question, links, pages, questions

QUESTIONS = [question for page in pages() for question in questions(page)]


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
async def test_an_answer_in_the_documentation_is_the_real_answer(question: Question, register_database: str) -> None:
    database = Database(register_database)
    try:
        result = await execute(question.query, context_for(database, language=Language.SV))
    finally:
        await database.close()
    assert result.errors is None
    assert {"data": result.data} == question.answer


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_a_link_into_the_repository_leads_somewhere(page: Path) -> None:
    broken = [target for target in links(page) if not (page.parent / target).exists()]
    assert broken == []
