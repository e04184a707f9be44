"""What is wrong with a document by the schema: found by those rules of graphql-core that the document can break.

Most questions have no variable, no fragment and no directive, and two rules in three tell of nothing else. To have all
of them look at every node takes most of the time in which a new question is made ready.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from graphql import (
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    TokenKind,
    recommended_rules,
    specified_rules,
    validate,
)

from schema.answering.parsing import words
from schema.execution.answer import MOST_ERRORS

RULES: Sequence[type[ASTValidationRule]] = tuple(dict.fromkeys([*specified_rules, *recommended_rules]))
SEVERAL = "several definitions"
# Without one of these signs in the document, the rule finds nothing. What is not named here looks at every document.
SIGNS: Mapping[str, frozenset[object]] = MappingProxyType({
    "UniqueOperationNamesRule": frozenset({SEVERAL}),
    "LoneAnonymousOperationRule": frozenset({SEVERAL}),
    "KnownTypeNamesRule": frozenset({TokenKind.DOLLAR, TokenKind.SPREAD, SEVERAL}),
    "FragmentsOnCompositeTypesRule": frozenset({TokenKind.SPREAD, SEVERAL}),
    "UniqueFragmentNamesRule": frozenset({SEVERAL}),
    "KnownFragmentNamesRule": frozenset({TokenKind.SPREAD}),
    "NoUnusedFragmentsRule": frozenset({SEVERAL}),
    "PossibleFragmentSpreadsRule": frozenset({TokenKind.SPREAD}),
    "NoFragmentCyclesRule": frozenset({TokenKind.SPREAD}),
    "VariablesAreInputTypesRule": frozenset({TokenKind.DOLLAR}),
    "UniqueVariableNamesRule": frozenset({TokenKind.DOLLAR}),
    "NoUndefinedVariablesRule": frozenset({TokenKind.DOLLAR}),
    "NoUnusedVariablesRule": frozenset({TokenKind.DOLLAR}),
    "VariablesInAllowedPositionRule": frozenset({TokenKind.DOLLAR}),
    "KnownDirectivesRule": frozenset({TokenKind.AT}),
    "UniqueDirectivesPerLocationRule": frozenset({TokenKind.AT}),
    "DeferStreamDirectiveOnRootField": frozenset({TokenKind.AT}),
    "DeferStreamDirectiveOnValidOperationsRule": frozenset({TokenKind.AT}),
    "DeferStreamDirectiveLabel": frozenset({TokenKind.AT}),
    "StreamDirectiveOnListField": frozenset({TokenKind.AT}),
})  # fmt: skip


def flaws(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """The first errors of a document, in the order in which all rules together find them."""
    return validate(schema, document, _rules(_signs(document)), max_errors=MOST_ERRORS)


def _signs(document: DocumentNode) -> frozenset[object]:
    """What of all that rules look for the document has: everything, where its words are not known."""
    kinds = {each.kind for each in words(document)}
    if TokenKind.EOF not in kinds:
        return frozenset[object]().union(*SIGNS.values())
    return frozenset({*kinds, SEVERAL} if len(document.definitions) > 1 else kinds)


@lru_cache
def _rules(signs: frozenset[object]) -> Sequence[type[ASTValidationRule]]:
    return [rule for rule in RULES if rule.__name__ not in SIGNS or signs & SIGNS[rule.__name__]]
