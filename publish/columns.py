"""How a declared fact becomes published columns: name, type, meaning, and the SQL that gives it as it is published.

Only facts declared open are ever asked for (`db.visibility.open_columns`), so a withheld one has no way out. Every
value leaves the database as text, a whole number, a truth value or nothing: no format converts, so none can differ.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import ProvenanceKind, Term
from db.expressions import table
from db.facts import ORIGIN, TWO_TIMES, Fact, Meaning, TermType, meaning_of
from db.history import holds
from db.models import Supplier
from db.visibility import open_columns

Expression = sa.ColumnElement[Any]
CURRENCY = "SEK"


class Kind(StrEnum):
    """What the values of a column are; every format has a name of its own for each."""

    KEY = "key"
    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One published column. `sql` gives its value at a moment; `terms` are the words a code can be."""

    name: str
    kind: Kind
    meaning: Meaning
    required: bool
    sql: Callable[[Moment], Expression]
    terms: tuple[Term, ...] = ()

    def published(self, at: Moment) -> sa.Label[Any]:
        """The value as it stands in the files: ISO dates, exact decimals, an empty text as nothing."""
        return _PUBLISHED[self.kind](self.sql(at)).label(self.name)

    def copied(self, at: Moment) -> sa.Label[Any]:
        """The same as the text it is written as in CSV: PostgreSQL's own for a truth value is `t`."""
        value = self.published(at)
        return sa.cast(value.element, sa.Text).label(self.name) if self.kind is Kind.BOOLEAN else value


def _as_text(value: Expression) -> Expression:
    return sa.func.nullif(sa.cast(value, sa.Text), "")


def _as_is(value: Expression) -> Expression:
    return value


_PUBLISHED: dict[Kind, Callable[[Expression], Expression]] = {
    Kind.KEY: _as_text,
    Kind.TEXT: _as_text,
    Kind.CODE: _as_text,
    Kind.INTEGER: _as_is,
    Kind.DECIMAL: _as_text,
    Kind.DATE: lambda value: sa.func.to_char(value, "YYYY-MM-DD"),
    Kind.BOOLEAN: _as_is,
}


def key_of(model: type[Fact]) -> tuple[Column]:
    """The key of the object itself, under the name by which other files refer to it: `supplier`, `fee_rule`."""
    noun, own = model.noun, table(model)
    meaning = Meaning(f"Nyckel för {noun.sv}", f"Key of the {noun.en}; never changes, never reused", noun.law)
    return (Column(str(noun.table), Kind.KEY, meaning, required=True, sql=lambda _: _key(noun.table, own.c.id)),)


def facts(model: type[Fact], *, without: Collection[str] = ()) -> tuple[Column, ...]:
    """The open facts of a noun as columns, in the order they are declared; origin and periods are not among them."""
    left_out = {*TWO_TIMES, *ORIGIN, *without}
    return tuple(
        column for fact in open_columns(model) if fact.name not in left_out for column in _columns_of(fact, model)
    )


def _columns_of(fact: sa.Column[Any], model: type[Fact]) -> Iterator[Column]:
    meaning = meaning_of(fact)
    assert meaning is not None  # noqa: S101 -- open_columns gives only declared facts
    name, required = str(fact.name), not fact.nullable
    if isinstance(fact.type, TermType):
        yield from code(name, fact.type.terms, meaning, lambda _: fact, required=required)
    elif meaning.refers_to:
        yield from _link(fact, meaning, required=required)
    else:
        yield Column(name, _KINDS[type(fact.type)], meaning, required, lambda _: fact)
    if meaning.unit == CURRENCY:
        yield _currency(model)


_KINDS: dict[type[object], Kind] = {
    sa.Text: Kind.TEXT,
    sa.Date: Kind.DATE,
    sa.Boolean: Kind.BOOLEAN,
    sa.BigInteger: Kind.INTEGER,
    sa.Numeric: Kind.DECIMAL,
}


def code(
    name: str, terms: Iterable[Term], meaning: Meaning, sql: Callable[[Moment], Expression], *, required: bool
) -> tuple[Column, Column, Column]:
    """A code and beside it what it is called in Swedish and in English."""
    every = tuple(terms)

    def label(language: str) -> Column:
        words = {str(term): getattr(term, language) for term in every}
        said = replace(meaning, sv=f"`{name}` {_IN[language][0]}", en=f"`{name}` {_IN[language][1]}")
        return Column(
            f"{name}_{language}",
            Kind.TEXT,
            said,
            required,
            lambda at: sa.case(words, value=sa.cast(sql(at), sa.Text)),
        )

    return Column(name, Kind.CODE, meaning, required, sql, every), label("sv"), label("en")


_IN = {"sv": ("i ord, på svenska", "in words, in Swedish"), "en": ("i ord, på engelska", "in words, in English")}


def _link(fact: sa.Column[Any], meaning: Meaning, *, required: bool) -> Iterator[Column]:
    """A reference as the key of what it refers to, then the name that had on the day, where it has one."""
    target, name = str(meaning.refers_to), str(fact.name).removesuffix("_id")
    yield Column(name, Kind.KEY, meaning, required, lambda _: _key(target, fact))
    described = fact.table.metadata.tables[target]
    if "name" in described.c:
        said = replace(meaning, sv=f"{meaning.sv}, namn", en=f"{meaning.en}, by name")
        yield Column(f"{name}_name", Kind.TEXT, said, required, lambda at: _name(described, fact, at))


def _key(noun: str, number: Expression) -> Expression:
    identity = sa.table(f"{noun}_identity", sa.column("id"), sa.column("key"))
    return sa.select(identity.c.key).where(identity.c.id == number).scalar_subquery()


def _name(described: sa.Table, number: Expression, at: Moment) -> Expression:
    version = described.alias()
    return sa.select(version.c.name).where(version.c.id == number, holds(version, at)).scalar_subquery()


def _currency(model: type[Fact]) -> Column:
    meaning = Meaning("Valuta", "Currency of the amount", model.noun.law, "ISO 4217")
    return Column("currency", Kind.TEXT, meaning, required=True, sql=lambda _: sa.literal(CURRENCY))


def origin(*models: type[Fact]) -> tuple[Column, ...]:
    """How sure a row is, where its facts were found and what they rest on.

    A row put together from several nouns is as sure as the least sure of them, and names every reference once.
    """
    tables = [table(model) for model in models]
    return origin_columns(lambda name: _put_together(name, [found.c[name] for found in tables]))


def origin_columns(sql: Callable[[str], Expression]) -> tuple[Column, ...]:
    """The columns of origin, each with the SQL that `sql` gives for its name."""
    meanings = {name: meaning_of(table(Supplier).c[name]) or Meaning("", "") for name in sorted(ORIGIN)}
    return (
        *code("provenance", ProvenanceKind, meanings["provenance"], lambda _: sql("provenance"), required=True),
        *(
            Column(name, Kind.TEXT, meanings[name], required=True, sql=partial(_of, sql, name))
            for name in ("reference", "legal_source")
        ),
    )


def named(name: str) -> Expression:
    """A column of the select's only source, by name."""
    return sa.column(name)


def _of(sql: Callable[[str], Expression], name: str, _: Moment) -> Expression:
    return sql(name)


def _put_together(name: str, parts: list[Expression]) -> Expression:
    return least_sure(parts) if name == "provenance" else each_once(parts)


def least_sure(provenances: list[Expression]) -> Expression:
    """EXAMPLE where any is an example, else REPORTED where any is only reported, else OFFICIAL."""
    words = [sa.cast(provenance, sa.Text) for provenance in provenances]
    doubts = [str(ProvenanceKind.EXAMPLE), str(ProvenanceKind.REPORTED)]
    return sa.case(*((sa.literal(doubt).in_(words), doubt) for doubt in doubts), else_=str(ProvenanceKind.OFFICIAL))


def each_once(texts: list[Expression]) -> Expression:
    """Texts joined by a semicolon; one equal to the first is not said again."""
    first, *others = texts
    return sa.func.concat_ws("; ", first, *(sa.func.nullif(other, first) for other in others))
