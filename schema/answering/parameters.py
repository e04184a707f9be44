"""The variables of a stored document as parameters of an address: each with its form in words, read from text."""

# graphql-core leaves open what its lists hold.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableDefinitionNode,
    get_named_type,
    get_nullable_type,
    print_ast,
    type_from_ast,
    validate_input_value,
)

from auktor.core.errors import Refused, shown
from schema.answering.answer import Json

_FORMS = {
    "Boolean": "true or false",
    "Int": "a whole number",
    "Count": "a whole number",
    "Float": "a number",
    "Decimal": "a decimal number, as 0.12",
    "Date": "a day, YYYY-MM-DD",
    "DateTime": "a moment with a time zone, as 2026-01-31T12:00:00Z",
    "ID": "the id of an object, as Supplier:exempelid",
    "OrganisationNumber": "an organisation number, NNNNNN-NNNN",
    "String": "text",
}
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_TRUTHS = {"true": True, "false": False}


class BadParameter(Refused):
    """A parameter that is unknown, missing, or not in its form."""

    code = "BAD_PARAMETER"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable: `form` says in words what may be given, `default` what holds where nothing is."""

    name: str
    form: str
    required: bool
    default: str | None
    kind: Any
    named: GraphQLNamedType
    several: bool

    def value(self, texts: Sequence[str]) -> Json:
        """What the texts of an address mean; BadParameter where they are not in the form."""
        if self.several:
            value: Json = [self._single(text) for text in texts]
        elif len(texts) > 1:
            raise self._refused(", ".join(texts), "it is given more than once")
        else:
            value = self._single(texts[0])
        self._require_valid(value, texts)
        return value

    def _single(self, text: str) -> Json:
        match self.named.name:
            case "Boolean":
                return _TRUTHS.get(text, text)
            case "Int" | "Count":
                return int(text) if _WHOLE.fullmatch(text) else text
            case "Float":
                return float(text) if _NUMBER.fullmatch(text) else text
            case name if name in _FORMS or isinstance(self.named, GraphQLEnumType):
                return text
            case _:
                return self._parsed(text)

    def _parsed(self, text: str) -> Json:
        try:
            parsed: Json = orjson.loads(text.encode(errors="replace"))
        except orjson.JSONDecodeError as error:
            raise self._refused(text, f"it is not JSON: {error}") from error
        return parsed

    def _require_valid(self, value: Json, texts: Sequence[str]) -> None:
        errors: list[GraphQLError] = []
        validate_input_value(value, self.kind, lambda error, _path: errors.append(error), hide_suggestions=True)
        if errors:
            raise self._refused(", ".join(texts), errors[0].message)

    def _refused(self, given: str, why: str) -> BadParameter:
        return BadParameter(f"{self.name} is {self.form}, not {shown(given)}: {why.rstrip('.')}. Correct the address.")


def parameters_of(schema: GraphQLSchema, operation: OperationDefinitionNode) -> tuple[Parameter, ...]:
    """The parameters of a document that is valid by the schema, in its own order."""
    return tuple(_parameter(schema, each) for each in operation.variable_definitions or ())


def values_of(parameters: Sequence[Parameter], given: Mapping[str, Sequence[str]]) -> dict[str, Json]:
    """The variables an address gives; an empty text is none, for forms send their empty fields."""
    known = {each.name: each for each in parameters}
    told = {name: [text for text in texts if text] for name, texts in given.items()}
    unknown = [name for name in told if name not in known]
    if unknown:
        offered = "; ".join(f"{each.name}: {each.form}" for each in parameters) or "none"
        raise BadParameter(f"{shown(unknown[0])} is no parameter of this document. It has {offered}.")
    missing = [each for each in parameters if each.required and not told.get(each.name)]
    if missing:
        raise BadParameter(f"{missing[0].name} is missing: {missing[0].form}. Add ?{missing[0].name}=… to the address.")
    return {name: known[name].value(texts) for name, texts in told.items() if texts}


def _parameter(schema: GraphQLSchema, node: VariableDefinitionNode) -> Parameter:
    kind: Any = type_from_ast(schema, node.type)
    named, several = get_named_type(kind), isinstance(get_nullable_type(kind), GraphQLList)
    default = print_ast(node.default_value).strip('"') if node.default_value else None
    required = isinstance(kind, GraphQLNonNull) and default is None
    return Parameter(node.variable.name.value, _form(named, several=several), required, default, kind, named, several)


def _form(named: GraphQLNamedType, *, several: bool) -> str:
    each = ", given once for each" if several else ""
    if isinstance(named, GraphQLEnumType):
        return f"one of {', '.join(named.values)}{each}"
    return _FORMS.get(named.name, f"the JSON of a value of the type {named.name}") + each
