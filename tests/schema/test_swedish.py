"""The schema in Swedish, and the Swedish term in the English one."""

import tomllib
from pathlib import Path

import pytest
from graphql import GraphQLEnumType, build_schema, parse, visit

from schema.bilingual import with_term, without_term
from schema.noun import TYPES
from schema.schema import in_swedish, sdl
from schema.swedish import SENTENCES_FILE, _Collecting, swedish, untold

TEXT = sdl()
COLLECTED = _Collecting()
visit(parse(TEXT), COLLECTED)
DESCRIPTIONS = COLLECTED.descriptions
WITHOUT_TERM = Path(__file__).with_name("descriptions_without_a_term.txt")
BOTH = build_schema(TEXT), build_schema(in_swedish())


def test_every_description_has_its_swedish() -> None:
    assert untold(TEXT) == [], "Write it in schema/swedish.toml, or end it with its Swedish term in parentheses."


def test_every_sentence_in_the_list_is_said() -> None:
    said = "\n".join(each for described in DESCRIPTIONS for each in (described, without_term(described)))
    listed = tomllib.loads(SENTENCES_FILE.read_text("utf-8"))
    whole = {each for each in listed if each not in said}
    measures = {each for each in whole if f"{each[0].lower()}{each[1:]}" in said}
    assert whole - measures == set()


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        (
            "Swedish organisation number, NNNNNN-NNNN (Organisationsnummer). Source: SFS 1974:174 1 §.",
            "Organisationsnummer. Källa: SFS 1974:174 1 §.",
        ),
        ("First day in force (gäller från och med).", "Gäller från och med."),
        (
            "Which of the suppliers; all conditions given must hold.",
            "Urval av leverantör; alla angivna villkor ska gälla.",
        ),
        ("Min of: Day notice was given (Uppsagt). Unit: date.", "Minst av: Uppsagt. Enhet: datum."),
        (
            "Cancel an agreement for breach (häva leverantörsavtal). Source: avtal. Roles: decision_maker.",
            "Häva leverantörsavtal. Källa: avtal. Roller: beslutsfattare.",
        ),
        ("Something that nobody has translated.", None),
    ],
)
def test_a_description_is_told_from_its_declaration(english: str, expected: str | None) -> None:
    assert swedish(english) == expected


def test_only_descriptions_differ_between_the_languages() -> None:
    english, other = BOTH
    assert list(english.type_map) == list(other.type_map)
    assert other.type_map["Supplier"].description == (
        "En leverantör: den som ingår avtalet, varken utfärdaren eller varumärket."
    )


@pytest.mark.parametrize("name", sorted(TYPES))
def test_a_noun_says_its_swedish_term_in_english(name: str) -> None:
    assert "(" in (BOTH[0].type_map[name].description or "")


def test_every_word_of_the_law_says_its_swedish_term_in_english() -> None:
    technical = {"Direction", "Language"}
    words = [each for each in BOTH[0].type_map.values() if isinstance(each, GraphQLEnumType) and each.name[0] != "_"]
    silent = [
        f"{each.name}.{name}"
        for each in words
        if each.name not in technical and not each.name.endswith(("Field", "Key"))
        for name, value in each.values.items()
        if "(" not in (value.description or "")
    ]
    assert silent == []


def test_every_description_tells_its_swedish_term_or_is_listed_as_speaking_of_nothing_in_the_law() -> None:
    silent = {each.replace("\n", " ") for each in DESCRIPTIONS if "(" not in each}
    listed = set(WITHOUT_TERM.read_text("utf-8").splitlines())
    assert silent - listed == set(), f"Give it its term (schema/bilingual.py), or list it in {WITHOUT_TERM.name}."
    assert listed - silent == set(), f"Nothing says this any more: take it out of {WITHOUT_TERM.name}."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("How to order supplier agreements.", "How to order supplier agreements (anslutningsavtal med leverantör)."),
        ("One supplier by its number.", "One supplier (leverantör) by its number."),
        (
            "What is asked of `cancelSupplierAgreement`.",
            "What is asked of `cancelSupplierAgreement` (häva leverantörsavtal).",
        ),
        (
            "Conditions on a SystemCode; all must hold.",
            "Conditions on a SystemCode (auktorisationssystem); all must hold.",
        ),
        (
            "The EuNotification as it now stands.",
            "The EuNotification (anmälan enligt direktiv (EU) 2015/1535) as it now stands.",
        ),
        ("Cursor of the first row.", "Cursor of the first row."),
        ("A supplier (leverantör).", "A supplier (leverantör)."),
    ],
)
def test_a_description_is_given_the_term_of_what_it_names(written: str, told: str) -> None:
    assert with_term(written) == told
    assert without_term(told) == (written if written != "A supplier (leverantör)." else "A supplier.")
