"""A document is found valid or not as all rules of graphql-core find it, whichever of them are run."""

import pytest
from graphql import parse, validate

from auktor.graphql.documents import shipped_documents
from schema.answering.valid import RULES, SIGNS, flaws
from schema.schema import SCHEMA

# One document that breaks each rule which is not always run.
BROKEN = {
    "UniqueOperationNamesRule": "query A { __typename } query A { __typename }",
    "LoneAnonymousOperationRule": "{ __typename } query A { __typename }",
    "KnownTypeNamesRule": "query ($a: Nothing) { __typename }",
    "FragmentsOnCompositeTypesRule": "{ ... on FeeItem { __typename } }",
    "UniqueFragmentNamesRule": "fragment F on Query { __typename } fragment F on Query { __typename } { ...F }",
    "KnownFragmentNamesRule": "{ ...F }",
    "NoUnusedFragmentsRule": "{ __typename } fragment F on Query { __typename }",
    "PossibleFragmentSpreadsRule": "{ suppliers { nodes { ... on Service { id } } } }",
    "NoFragmentCyclesRule": "{ ...F } fragment F on Query { ...F }",
    "VariablesAreInputTypesRule": "query ($a: Supplier) { __typename }",
    "UniqueVariableNamesRule": "query ($a: Int, $a: Int) { suppliers(first: $a) { totalCount } }",
    "NoUndefinedVariablesRule": "{ suppliers(first: $a) { totalCount } }",
    "NoUnusedVariablesRule": "query ($a: Int) { __typename }",
    "VariablesInAllowedPositionRule": "query ($a: String) { suppliers(first: $a) { totalCount } }",
    "KnownDirectivesRule": "{ __typename @nothing }",
    "UniqueDirectivesPerLocationRule": "{ __typename @skip(if: true) @skip(if: false) }",
    "DeferStreamDirectiveOnRootField": "mutation { ... @defer { __typename } }",
    "DeferStreamDirectiveOnValidOperationsRule": "subscription { ... @defer { registerChanged { id } } }",
    "DeferStreamDirectiveLabel": "query ($a: String) { ... @defer(label: $a) { __typename } }",
    "StreamDirectiveOnListField": "{ suppliers @stream { totalCount } }",
}
_BY_NAME = {rule.__name__: rule for rule in RULES}
_SCHEMA = SCHEMA._schema


def found(text: str) -> list[str]:
    return [str(each) for each in flaws(_SCHEMA, parse(text))]


def test_each_rule_that_is_sometimes_left_out_has_a_document_that_breaks_it() -> None:
    assert SIGNS.keys() == BROKEN.keys()
    assert [name for name, text in BROKEN.items() if not validate(_SCHEMA, parse(text), [_BY_NAME[name]])] == []


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_what_breaks_a_rule_is_found(text: str) -> None:
    assert found(text) == [str(each) for each in validate(_SCHEMA, parse(text), RULES, max_errors=20)] != []


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_document_that_does_not_say_of_what_it_was_read_breaks_the_same_rules(text: str) -> None:
    told = [each.message for each in flaws(_SCHEMA, parse(text, no_location=True))]
    assert told == [each.message for each in flaws(_SCHEMA, parse(text))]


def test_what_is_shipped_is_valid() -> None:
    assert {text: found(text) for text in shipped_documents().values() if found(text)} == {}
