"""Every fact a page may show has a name and its values words, in both languages."""

import pytest

from auktor.core.vocabulary import Language
from auktor.site.facts import FACTS, KINDS, fact_value
from db.facts import NOUNS
from db.visibility import open_columns
from schema.corrections import TOLD

NOT_TOLD = {"version", "id", "revision", "valid_from", "valid_to", "recorded_from", "recorded_to"}


@pytest.mark.parametrize("model", TOLD, ids=lambda model: model.noun.table)
def test_every_open_fact_that_is_compared_has_words(model: type) -> None:
    names = {column.name for column in open_columns(model)} - NOT_TOLD
    assert {name for name in names if not name.endswith("_id")} <= set(FACTS)
    assert model.noun.table in KINDS


def test_a_code_is_told_in_words() -> None:
    assert fact_value("service", "status", "UNDER_REVIEW", Language.SV) == "under granskning"
    assert fact_value("supplier", "status", "CONNECTED", Language.EN) == "connected"
    assert fact_value("public_actor", "obligation_status", "OBLIGED", Language.SV) == "skyldig"
    assert fact_value("service", "assurance_level", "LEVEL_3", Language.EN).startswith("level 3")


def test_a_truth_a_day_and_what_is_not_known_are_told_in_words() -> None:
    assert fact_value("supplier", "listed", "True", Language.SV) == "ja"
    assert fact_value("supplier_agreement", "ends_on", "2026-08-15", Language.EN) == "15\u00a0August\u00a02026"
    assert fact_value("supplier_agreement", "ends_on", None, Language.SV) == "inte känt"


def test_a_text_is_told_as_it_is() -> None:
    assert fact_value("supplier", "name", "Kivra AB", Language.SV) == "Kivra AB"
    assert set(NOUNS) >= set(KINDS)
