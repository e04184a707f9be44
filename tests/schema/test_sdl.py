"""What the schema promises outsiders: its committed text, a description on everything, and every open fact."""

from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
)
from strawberry.utils.str_converters import to_camel_case

from db.expressions import EXPRESSIONS
from db.facts import ORIGIN, TWO_TIMES, meaning_of
from db.visibility import open_columns
from schema import every_noun, terms
from schema.filters import facts_to_ask
from schema.noun import TYPES
from schema.schema import SDL_FILE, sdl

SCHEMA = build_schema(sdl())
OWN = {name: kind for name, kind in SCHEMA.type_map.items() if not name.startswith("__")}

OF_REGISTER = [
    "authorisationSystem",
    "authorisationSystems",
    "supplier",
    "suppliers",
    "services",
    "supplierAgreements",
    "publicActor",
    "publicActors",
    "actorAgreements",
    "regulation",
    "regulations",
    "feeRules",
    "requirements",
    "exemptions",
    "milestones",
    "legacySchemes",
    "volumes",
    "statistics",
    "search",
    "node",
    "nodes",
    "feeEstimate",
    "obligation",
    "eligibility",
]
BESIDE_REGISTER = ["register", "editions", "edition", "diff", "changes", "viewer"]


def test_the_committed_schema_is_the_schema() -> None:
    assert SDL_FILE.read_text(encoding="utf-8") == sdl(), "Write it anew: auktor schema --write"


def fields() -> Iterator[tuple[str, object]]:
    for name, kind in OWN.items():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            yield from ((f"{name}.{field}", found) for field, found in kind.fields.items())
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{name}.{value}", found) for value, found in kind.values.items())


def test_every_type_field_argument_and_word_is_described() -> None:
    silent = [name for name, kind in OWN.items() if not kind.description]
    silent += [name for name, found in fields() if not getattr(found, "description", None)]
    for name, found in fields():
        silent += [f"{name}({each})" for each, given in getattr(found, "args", {}).items() if not given.description]
    assert [name for name in silent if name not in {"String", "Int", "Boolean", "ID", "Float"}] == []


@pytest.mark.parametrize("type_name", sorted(TYPES))
def test_every_noun_has_an_id_a_source_a_provenance_and_a_history(type_name: str) -> None:
    kind = SCHEMA.type_map[type_name]
    assert isinstance(kind, GraphQLObjectType)
    assert {"Node", "RegisterObject"} <= {each.name for each in kind.interfaces}
    assert {"id", "source", "provenance", "history"} <= set(kind.fields)


def test_everything_the_interface_names_can_be_asked() -> None:
    register, query = SCHEMA.type_map["Register"], SCHEMA.query_type
    assert isinstance(register, GraphQLObjectType)
    assert query is not None
    assert [name for name in OF_REGISTER if name not in register.fields] == []
    assert [name for name in [*OF_REGISTER, *BESIDE_REGISTER] if name not in query.fields] == []


@pytest.mark.parametrize("type_name", sorted(TYPES))
def test_every_open_fact_of_a_shown_noun_has_a_field(type_name: str) -> None:
    kind = SCHEMA.type_map[type_name]
    assert isinstance(kind, GraphQLObjectType)
    missing = [fact for fact in facts_of(type_name) if to_camel_case(fact) not in kind.fields]
    assert missing == [], f"Add to schema/: {type_name} lacks {missing}"


def facts_of(type_name: str) -> Iterator[str]:
    """The facts a type must show: two languages as one field, a link as the object, origin and times apart."""
    model = TYPES[type_name][1]
    for column in open_columns(model):
        meaning = meaning_of(column)
        if column.name in TWO_TIMES | ORIGIN or meaning is None:
            continue
        if column.name.endswith("_id"):
            yield shown_as(type_name, column.name.removesuffix("_id"))
        else:
            pair = column.name.endswith(("_sv", "_en"))
            other = column.name[:-3] + ("_en" if column.name.endswith("_sv") else "_sv")
            yield column.name[:-3] if pair and other in column.table.c else column.name
    yield from EXPRESSIONS.get(model, {})


def shown_as(type_name: str, link: str) -> str:
    """A link is a field of its own name, or of what the object is here: the terms of an agreement."""
    said = {"requirements_version": "terms"}
    kind = SCHEMA.type_map[type_name]
    assert isinstance(kind, GraphQLObjectType)
    return link if to_camel_case(link) in kind.fields else said.get(link, link)


@pytest.mark.parametrize("name", ["Application", "Decision", "RectificationCase", "Review", "ReviewFinding"])
def test_what_is_withheld_is_no_type_that_a_register_field_leads_to(name: str) -> None:
    reached = set(reachable("Register"))
    assert name not in reached


def reachable(start: str) -> Iterator[str]:
    """Every type that a question about the register can lead to."""
    seen: set[str] = set()
    left = [start]
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        kind = SCHEMA.type_map[name]
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            left += [named(field.type) for field in kind.fields.values()]


def named(kind: object) -> str:
    while hasattr(kind, "of_type"):
        kind = kind.of_type
    return str(kind)


def test_no_field_and_no_filter_bears_the_name_of_a_withheld_fact() -> None:
    withheld = {
        to_camel_case(column.name)
        for _, model in TYPES.values()
        for column in model.metadata.tables[model.noun.table].columns
        if (meaning := meaning_of(column)) and meaning.withheld
    }
    assert "reliedCapacity" in withheld
    found = {name for name, _ in fields() if name.split(".")[1] in withheld}
    assert {name for name in found if name.split(".")[0] in reachable("Register")} == set()


def test_every_module_of_a_noun_is_among_those_imported_for_all_types() -> None:
    with_noun = {path.stem for path in SDL_FILE.parent.glob("*.py") if "\n@noun(" in path.read_text("utf-8")}
    assert with_noun == set(every_noun.__all__) - {"TYPES"}


def test_every_fact_and_every_word_is_described_with_its_swedish_term() -> None:
    silent = []
    for name in TYPES:
        for fact in facts_to_ask(TYPES[name][1]):
            wire, own = to_camel_case(fact.fact), OWN[name]
            assert isinstance(own, GraphQLObjectType)
            places = [(f"{name}Filter", wire), (f"{name}OrderField", fact.fact.upper()), (f"{name}Group", wire)]
            places += [(name, wire)] if fact.fact not in TWO_TIMES | ORIGIN else []
            silent += [
                (kind, field, fact.meaning.sv) for kind, field in places if not _says(kind, field, fact.meaning.sv)
            ]
    for each in terms.ALL:
        silent += [(each.__name__, word.name, word.sv) for word in each if not _says(each.__name__, word.name, word.sv)]
    assert silent == []


def _says(kind: str, member: str, swedish: str) -> bool:
    """Whether a field or value, where the schema has it, tells the Swedish term; a computed field may have its own."""
    found = OWN.get(kind)
    members = getattr(found, "fields", None) or getattr(found, "values", None) or {}
    described = getattr(members.get(member), "description", None)
    return described is None or f"({swedish}" in described or (kind in TYPES and "(" in described)
