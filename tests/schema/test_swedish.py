"""The schema in Swedish, and the Swedish term in the English one."""

import tomllib

import pytest
from graphql import GraphQLEnumType, build_schema

from schema.noun import TYPES
from schema.schema import in_swedish, sdl
from schema.swedish import SENTENCES_FILE, swedish, untold

TEXT = sdl()
BOTH = build_schema(TEXT), build_schema(in_swedish())


def test_every_description_has_its_swedish() -> None:
    assert untold(TEXT) == [], "Write it in schema/swedish.toml, or end it with its Swedish term in parentheses."


def test_every_sentence_in_the_list_is_said() -> None:
    said = TEXT.replace('\\"""', '"""')
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
