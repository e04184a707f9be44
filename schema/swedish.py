"""The schema in Swedish: every description from the declaration that also gives the English one.

A description is, in this order: a sentence of `swedish.toml`; a fact's meaning or a word's label; one of the forms in
which the schema speaks of facts and nouns; or an English sentence with its Swedish term in parentheses, of which the
term is left.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from graphql import Node, StringValueNode, Visitor, parse, print_ast, visit
from sqlmodel import SQLModel

from auktor.core.roles import Role
from db.expressions import EXPRESSIONS
from db.facts import NOUNS, Meaning, meaning_of, table_of
from db.models import MonthlyVolume
from schema import terms
from schema.bilingual import without_term

SENTENCES_FILE = Path(__file__).with_name("swedish.toml")
_UNITS = {"SEK": "kronor", "date": "datum", "days": "dagar", "months": "månader", "UTC time": "tid i UTC"} | {
    "completed transactions or messages": "slutförda transaktioner eller meddelanden",
}
_OF_A_FACT = {
    "Sum": "Summa av",
    "Avg": "Medelvärde av",
    "Min": "Minst av",
    "Max": "Störst av",
    "Distinct": "Antal olika av",
    "Id": "Id för",
    "First day of the month": "Första dagen i månaden för",
    "First day of the year": "Första dagen i året för",
}
_OF_A_NOUN = {
    r"A group of (?P<noun>.+), counted and measured\.": "En grupp av {noun}, räknad och mätt.",
    r"By what a group of (?P<noun>.+) is one; null where it is not grouped by it\.": (
        "Vad en grupp av {noun} har gemensamt; null om den inte är grupperad efter det."
    ),
    r"How to order groups of (?P<noun>.+)\.": "Hur grupper av {noun} ordnas.",
    r"How to order (?P<noun>.+)\.": "Hur {noun} ordnas.",
    r"What (?P<noun>.+) can be grouped by\.": "Vad {noun} kan grupperas efter.",
    r"What groups of (?P<noun>.+) can be ordered by\.": "Vad grupper av {noun} kan ordnas efter.",
    r"What lists of (?P<noun>.+) can be ordered by\.": "Vad listor av {noun} kan ordnas efter.",
    r"Which of the (?P<noun>.+); all conditions given must hold\.": "Urval av {noun}; alla angivna villkor ska gälla.",
}
_OF_A_NAME = {
    r"Conditions on a (?P<name>\w+); all that are given must hold\.": "Villkor på {name}; alla angivna ska gälla.",
    r"The (?P<name>\w+) as it now stands, or why the deed was not done\.": (
        "{name} efter åtgärden, eller varför den inte utfördes."
    ),
    r"What is asked of (?P<name>`\w+`)\.": "Vad som anges för {name}.",
}
_IN_GROUPS = re.compile(r".+ \((?P<term>.+) i grupper\), counted in SQL\.")
_MEASURE = re.compile(r"Of (?P<noun>[a-z ]+): (?P<rest>.+)")
_FACT = re.compile(rf"(?P<what>{'|'.join(_OF_A_FACT)}) of: (?P<rest>.+)")
_TERM = re.compile(
    r"[^(]+ \((?P<term>(?:[^()]|\([^()]*\))+)\)\."
    r"(?: Source: (?P<law>.+?)\.)?(?: Roles: (?P<roles>[a-z_, ]+)\.)?(?P<more>(?: .+)?)"
)
_MORE = {"": "", "Marked as an emergency in the audit log.": "Märks som nödläge i loggen."}


@lru_cache(1)
def swedish_sdl(text: str) -> str:
    """The SDL with Swedish descriptions; where there is none yet the English one stands, and a test names it."""
    return print_ast(visit(parse(text), _Describing())) + "\n"


def untold(text: str) -> list[str]:
    """The descriptions of an SDL that have no Swedish."""
    found = _Collecting()
    visit(parse(text), found)
    return sorted(each for each in found.descriptions if swedish(each) is None)


@lru_cache(None)
def swedish(description: str) -> str | None:
    """A description in Swedish; None where nothing says how."""
    return _told(without_term(description)) or _told(description)


def _told(description: str) -> str | None:
    known = _known()
    if description in known:
        return known[description]
    return _of_a_fact(description) or _of_a_noun(description) or _by_its_term(description)


def _of_a_fact(description: str) -> str | None:
    found = _FACT.fullmatch(description)
    rest = swedish(found["rest"]) if found else None
    return f"{_OF_A_FACT[found['what']]}: {rest}" if found and rest else None


def _of_a_noun(description: str) -> str | None:
    grouped, measured = _IN_GROUPS.fullmatch(description), _MEASURE.fullmatch(description)
    if grouped:
        return f"{_capital(grouped['term'])} i grupper, räknade i databasen."
    if measured:
        noun, rest = _nouns().get(measured["noun"]), swedish(_capital(measured["rest"]))
        return f"Om {noun}: {rest[0].lower()}{rest[1:]}" if noun and rest else None
    for form, said in _OF_A_NAME.items():
        if found := re.fullmatch(form, description):
            return said.format(name=found["name"])
    for form, said in _OF_A_NOUN.items():
        found = re.fullmatch(form, description)
        if found and found["noun"] in _nouns():
            return said.format(noun=_nouns()[found["noun"]])
    return None


def _by_its_term(description: str) -> str | None:
    found = _TERM.fullmatch(description)
    if not found or found["more"].strip() not in _MORE:
        return None
    roles = [Role(each).sv for each in (found["roles"] or "").split(", ") if each]
    told = _sentences(found["term"], None, found["law"]) + (f" Roller: {', '.join(roles)}." if roles else "")
    return f"{told} {_MORE[found['more'].strip()]}".rstrip()


@lru_cache(1)
def _known() -> Mapping[str, str]:
    """What is said word for word."""
    meant = {english: _sentences(each.sv, unit, law) for each in _meanings() for english, unit, law in _forms(each)}
    words = {f"{each.en} ({each.sv}).": f"{_capital(each.sv)}." for listed in terms.ALL for each in listed}
    return meant | words | tomllib.loads(SENTENCES_FILE.read_text("utf-8"))


def _forms(meaning: Meaning) -> Iterator[tuple[str, str | None, str | None]]:
    """The ways in which descriptions tell a meaning, with the unit and the law that each names."""
    yield meaning.comment, meaning.unit, meaning.law
    yield f"{meaning.en}.", None, None
    yield f"{meaning.en} ({meaning.sv}).", None, None
    yield f"{meaning.en} ({meaning.sv[0].lower()}{meaning.sv[1:]}).", None, None


def _meanings() -> Iterator[Meaning]:
    models: list[type[SQLModel]] = [*NOUNS.values(), MonthlyVolume]
    for model in models:
        yield from (meaning for column in table_of(model).columns if (meaning := meaning_of(column)))
    for named in EXPRESSIONS.values():
        yield from (each.meaning for each in named.values())


@lru_cache(1)
def _nouns() -> Mapping[str, str]:
    """The Swedish word of each noun, by its English plural."""
    beside = {"audit entries": "loggposter", "preparations": "beredningar", "monthly volumes": "månadsvolymer"}
    return {each.noun.plural.replace("_", " "): each.noun.sv for each in NOUNS.values()} | beside


def _sentences(term: str, unit: str | None, law: str | None) -> str:
    parts = [_capital(term), unit and f"Enhet: {_UNITS.get(unit, unit)}", law and f"Källa: {law}"]
    return ". ".join(part for part in parts if part) + "."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


class _Collecting(Visitor):
    """Every description there is."""

    def __init__(self) -> None:
        super().__init__()
        self.descriptions: set[str] = set()

    def enter(self, node: Node, *_where: Any) -> None:  # noqa: ANN401 -- as the library calls it
        """Note what a node is described by."""
        described: StringValueNode | None = getattr(node, "description", None)
        if described:
            self.descriptions.add(described.value)


class _Describing(Visitor):
    """Every description in Swedish."""

    def enter(self, node: Node, *_where: Any) -> Any:  # noqa: ANN401 -- as the library calls it
        """Give a node its Swedish description."""
        described: StringValueNode | None = getattr(node, "description", None)
        told = swedish(described.value) if described else None
        if described is None or told is None or told == described.value:
            return None
        return replace(node, description=replace(described, value=told))  # type: ignore[call-arg]
