"""The form of a deed, made from its input: a control for each field; and from what was sent, the API's variables.

| field of the input | control |
|---|---|
| a day, a number, a text | an input of that kind; a longer text a text area |
| a term of a closed list, yes or no | a choice |
| an object of the register | its id, with those there are to choose from beside it |
| one record, such as an EU notification | its controls in a group of their own; left empty it is none |
| several plain records or ids | a text area: a row each, with semicolons or tabs between, as a spreadsheet copies |
| several records that hold others | so many groups of controls; those left empty are none |
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from auktor.core.deeds.declaring import Asked, meaning_of
from auktor.core.vocabulary import Term
from auktor.core.wording import Wording
from schema.answering import Json

GROUPS = 2
"""How many groups of controls are shown for records that hold others."""

_LONG = frozenset({"reasons", "why", "description", "public_summary", "services", "reason", "ground"})
_DIVIDERS = str.maketrans("\t", ";")
Sent = Mapping[str, str]


class Kind(StrEnum):
    """What a control is."""

    DAY = "day"
    WHOLE = "whole"
    AMOUNT = "amount"
    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    OBJECT = "object"
    RECORD = "record"
    ROWS = "rows"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class Control:
    """One control: its name as the API calls the field, with the way to it before; what it means; what it offers."""

    name: str
    label: Wording
    kind: Kind
    required: bool
    options: tuple[tuple[str, Wording], ...] = ()
    refers_to: str | None = None
    columns: tuple["Control", ...] = ()
    groups: tuple[tuple["Control", ...], ...] = ()
    preset: str = ""

    @property
    def own_name(self) -> str:
        """The name of the field alone."""
        return self.name.rpartition(".")[2]


def controls(order: type[Any], within: str = "") -> tuple[Control, ...]:
    """A control for each field of an input, in order; `within` is the way to it."""
    hints = get_type_hints(order)
    return tuple(_control(each, hints[each.name], within) for each in fields(order))


def every_control(asked: tuple[Control, ...]) -> list[tuple[str, Control]]:
    """Every control of a form by name, each group's own after the group."""
    found: list[tuple[str, Control]] = []
    for control in asked:
        found.append((control.name, control))
        for group in control.groups:
            found += every_control(group)
    return found


def _control(declared: Field[Any], hint: Any, within: str) -> Control:  # noqa: ANN401 -- an annotation
    meaning, name = meaning_of(declared), within + camel(declared.name)
    label = Wording(_capital(meaning.sv), _capital(meaning.en))
    optional, kind = _without_none(hint)
    required = declared.default is MISSING and not optional
    if get_origin(kind) is tuple:
        return _several(name, label, get_args(kind)[0], meaning, required=required)
    if isinstance(kind, type) and is_dataclass(kind):
        return Control(name, label, Kind.RECORD, required, groups=(controls(kind, f"{name}."),))
    preset = "" if declared.default is MISSING or declared.default is None else _written(declared.default)
    options = _options(kind)
    what = Kind.OBJECT if meaning.refers_to else Kind.CHOICE if options else _kind(declared.name, kind)
    return Control(name, label, what, required, options, meaning.refers_to, preset=preset)


def _several(name: str, label: Wording, of: Any, meaning: Asked, *, required: bool) -> Control:  # noqa: ANN401 -- an annotation
    if not (isinstance(of, type) and is_dataclass(of)):
        return Control(name, label, Kind.ROWS, required, refers_to=meaning.refers_to)
    columns = controls(of)
    if all(each.kind not in {Kind.RECORD, Kind.ROWS, Kind.GROUPS} for each in columns):
        return Control(name, label, Kind.ROWS, required, columns=columns)
    groups = tuple(controls(of, f"{name}.{number}.") for number in range(GROUPS))
    return Control(name, label, Kind.GROUPS, required, groups=groups)


def _without_none(hint: Any) -> tuple[bool, Any]:  # noqa: ANN401 -- an annotation
    if isinstance(hint, UnionType):
        (inner,) = (each for each in get_args(hint) if each is not type(None))
        return True, inner
    return False, hint


def _kind(name: str, kind: Any) -> Kind:  # noqa: ANN401 -- an annotation
    known = {date: Kind.DAY, int: Kind.WHOLE, Decimal: Kind.AMOUNT}
    return known.get(kind) or (Kind.LONG if name in _LONG else Kind.TEXT)


def _options(kind: Any) -> tuple[tuple[str, Wording], ...]:  # noqa: ANN401 -- an annotation
    if kind is bool:
        return (("true", Wording("Ja", "Yes")), ("false", Wording("Nej", "No")))
    if isinstance(kind, type) and issubclass(kind, Term):
        return tuple((str(term), Wording(_capital(term.sv), _capital(term.en))) for term in kind)
    return ()


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value == () else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def camel(name: str) -> str:
    """A field's name as the API writes it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


# --- what was sent --------------------------------------------------------------------------------------------------


def variables(asked: tuple[Control, ...], sent: Sent) -> dict[str, Json]:
    """What a sent form says, as the API's input; what was left empty is left out, for the API to say what it misses."""
    return dict(_said(asked, sent))


def _said(asked: tuple[Control, ...], sent: Sent) -> Iterator[tuple[str, Json]]:
    for control in asked:
        value = _value(control, sent)
        if value is not None:
            yield control.own_name, value


def _value(control: Control, sent: Sent) -> Json:
    """The value of one control; None where it was left empty."""
    if control.kind is Kind.GROUPS:
        return [variables(each, sent) for each in control.groups if _is_filled(each, sent)] or None
    if control.kind is Kind.RECORD:
        (group,) = control.groups
        return variables(group, sent) if _is_filled(group, sent) else None
    text = sent.get(control.name, "").strip()
    if not text:
        return None
    if control.kind is Kind.ROWS:
        return [_row(control, line) for line in text.splitlines() if line.strip()]
    return _typed(control, text)


def _is_filled(group: tuple[Control, ...], sent: Sent) -> bool:
    """Whether anybody wrote in a group: what the form itself had chosen says nothing."""
    return any(sent.get(each.name, "").strip() not in {"", each.preset} for each in group)


def _row(control: Control, line: str) -> Json:
    if not control.columns:
        return line.strip()
    cells = [cell.strip() for cell in line.translate(_DIVIDERS).split(";")]
    names = [each.name for each in control.columns]
    named = dict(zip([*names, *(f"column {at}" for at in range(len(names), len(cells)))], cells, strict=False))
    return {name: _cell(control, name, cell) for name, cell in named.items() if cell}


def _cell(control: Control, name: str, cell: str) -> Json:
    column = next((each for each in control.columns if each.name == name), None)
    return cell if column is None else _typed(column, cell)


def _typed(control: Control, text: str) -> Json:
    """The text as the API takes it; what is no number stays text, and the API says so."""
    if control.options and text in {"true", "false"}:
        return text == "true"
    if control.kind is Kind.WHOLE:
        digits = "".join(text.split())
        return int(digits) if digits.lstrip("-").isdecimal() and len(digits) < 19 else text  # noqa: PLR2004 -- a bigint
    return text.replace(",", ".") if control.kind is Kind.AMOUNT else text


# --- what was prepared ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """One field of what was prepared: its label, and its value in words, or what stands within it."""

    label: Wording
    text: Wording | None = None
    rows: tuple[tuple["Said", ...], ...] = ()


def said_again(asked: tuple[Control, ...], content: Mapping[str, Json]) -> tuple[Said, ...]:
    """What a deed's input holds, by the labels of its form; what was left out is left out."""
    given = {camel(name): value for name, value in content.items()}
    held = [(control, given.get(control.own_name)) for control in asked]
    return tuple(_said_again(control, value) for control, value in held if value not in (None, [], ""))


def _said_again(control: Control, value: Json) -> Said:
    inner = control.groups[0] if control.groups else control.columns
    if isinstance(value, list):
        records = [each for each in value if isinstance(each, Mapping)]
        rows = tuple(said_again(inner, each) for each in records)
        plain = [str(each) for each in value if not isinstance(each, Mapping)]
        return Said(control.label, Wording(", ".join(plain), ", ".join(plain)) if plain else None, rows)
    code = str(value).lower() if isinstance(value, bool) else str(value)
    return Said(control.label, dict(control.options).get(code, Wording(code, code)))
