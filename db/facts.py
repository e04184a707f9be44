"""How a fact is declared: once, with its meaning in both languages, unit, legal source, and whether it is open.

Everything else reads from here: database comments, GraphQL descriptions, filters, the data dictionary and the published
columns. `noun()` turns a class of facts into a table of versions with two times, refused overlaps and an identity table
beside it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from auktor.core.vocabulary import ProvenanceKind, Term

KEY_PATTERN = r"^[A-Za-z0-9]+([-_.:][A-Za-z0-9]+)*$"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one fact means: Swedish and English sentence, unit, legal source, and whether the public may see it."""

    sv: str
    en: str
    law: str | None = None
    unit: str | None = None
    withheld: bool = False
    refers_to: str | None = None

    @property
    def comment(self) -> str:
        """One line for the database: English, then the Swedish term, then unit and source where there are any."""
        parts = [f"{self.en} ({self.sv})", self.unit and f"Unit: {self.unit}", self.law and f"Source: {self.law}"]
        return ". ".join(part for part in parts if part) + "."


def fact(sv: str, en: str, *, law: str | None = None, unit: str | None = None, withheld: bool = False) -> Any:  # noqa: ANN401 -- becomes the declared type of the field, as sqlmodel.Field does
    """Declare one fact of a noun; the annotation gives its type and whether it may be unknown (`| None`).

    `law` is the legal source as stored text (`SFS 2023:704 7 §`), `unit` is written out (`SEK`, `days`); a `withheld`
    fact never leaves through the public API or an edition.
    """
    return _field(Meaning(sv, en, law, unit, withheld))


def link(table: str, sv: str, en: str, *, law: str | None = None, withheld: bool = False) -> Any:  # noqa: ANN401 -- as fact()
    """Declare a reference to another noun's identity; the database refuses one that points nowhere."""
    return _field(Meaning(sv, en, law, None, withheld, table), foreign_key=f"{table}_identity.id")


def code_link(table: str, sv: str, en: str, *, law: str | None = None) -> Any:  # noqa: ANN401 -- as fact()
    """Declare a reference by the target's key, for targets whose key is a term: a system, a legacy scheme."""
    return _field(Meaning(sv, en, law, None, False, table), foreign_key=f"{table}_identity.key")  # noqa: FBT003 -- positional dataclass


def _field(meaning: Meaning, **options: Any) -> Any:  # noqa: ANN401 -- passes through to sqlmodel.Field
    return Field(sa_column_kwargs={"info": {"meaning": meaning}, "comment": meaning.comment}, **options)


def meaning_of(column: sa.Column[Any]) -> Meaning | None:
    """The meaning declared for a column, or None for the columns every version has (id, version, revision)."""
    found: Meaning | None = column.info.get("meaning")
    return found


class TermType(sa.TypeDecorator[Term]):
    """A closed list of words, stored as text and given back as its `Term`."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, terms: type[Term]) -> None:
        """Remember which list the column holds."""
        super().__init__()
        self.terms = terms

    def process_bind_param(self, value: Term | str | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002 -- SQLAlchemy's signature
        """Write the wire name; a word that is not in the list is a ValueError."""
        return None if value is None else str(self.terms(value))

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Term | None:  # noqa: ARG002 -- SQLAlchemy's signature
        """Give the term itself."""
        return None if value is None else self.terms(value)


class Fact(SQLModel):
    """One version of one object: what the register held true of it in a valid period, as recorded in a recorded period.

    Both periods are half-open. A correction closes `recorded_to` of the old version and adds a new one; nothing else of
    a row may ever change and no row is ever deleted (the database refuses it).
    """

    # Rows come from COPY and SQL, so pydantic is never asked to validate one and need not make ready for it.
    model_config = {"defer_build": True}

    noun: ClassVar["Noun"]

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 -- a declared_attr is handed the class  # pyright: ignore[reportIncompatibleVariableOverride]
        """The table is named after the noun, in lower snake: `SupplierAgreement` is `supplier_agreement`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    version: int | None = Field(
        default=None,
        primary_key=True,
        sa_column_args=(sa.Identity(always=True),),
        sa_column_kwargs={"comment": "Number of this version; never reused."},
    )
    id: int = Field(sa_column_kwargs={"comment": "The object this version describes."})
    revision: int = Field(sa_column_kwargs={"comment": "The register revision that recorded this version."})
    valid_from: date = fact(
        "Gäller från och med", "First day on which this description is the legal truth", unit="date"
    )
    valid_to: date | None = fact(
        "Gäller till (ej med)", "First day on which it no longer is; empty while it lasts", unit="date"
    )
    recorded_from: datetime = fact("Registrerad", "When the register came to hold this version", unit="UTC time")
    recorded_to: datetime | None = fact(
        "Ersatt", "When a correction replaced it; empty for what the register holds now", unit="UTC time"
    )
    provenance: ProvenanceKind = fact(
        "Hur säker uppgiften är", "How sure the fact is: official, reported or an invented example"
    )
    reference: str = fact("Var uppgiften hämtats", "Where the fact was found: a document, an address or a decision")
    legal_source: str = fact("Rättslig grund", "The provision the fact rests on, as `SFS 2023:704 7 §`")


TWO_TIMES = frozenset({"version", "id", "revision", "valid_from", "valid_to", "recorded_from", "recorded_to"})
ORIGIN = frozenset({"provenance", "reference", "legal_source"})


@dataclass(frozen=True, slots=True)
class Noun:
    """What the house calls one kind of object: its table, its words, and how its rows are ordered by default."""

    table: str
    plural: str
    sv: str
    en: str
    law: str
    order: tuple[str, ...]
    withheld: bool
    begins: tuple[str, ...]

    @property
    def identity(self) -> str:
        """Name of the identity table."""
        return f"{self.table}_identity"


@dataclass(frozen=True, slots=True)
class Alone:
    """No two objects may hold the same `same` values while their `during` periods and their two times overlap."""

    name: str
    same: tuple[str, ...]
    during: tuple[str, str]
    where: str | None = None


NOUNS: dict[str, type[Fact]] = {}
AnyFact = TypeVar("AnyFact", bound=type[Fact])


def noun(  # noqa: PLR0913 -- each is one word of the declaration, always named
    *,
    plural: str,
    sv: str,
    en: str,
    law: str,
    order: tuple[str, ...],
    withheld: bool = False,
    begins: tuple[str, ...] = (),
    sought: tuple[str, ...] = (),
    alone: tuple[Alone, ...] = (),
    checks: dict[str, str] | None = None,
) -> Callable[[AnyFact], AnyFact]:
    """Make a class of facts a noun of the register.

    `order` names the columns lists are sorted by; `begins` names the facts whose earliest date is `valid_from` where a
    file gives none; `sought` names facts by which a long list is narrowed to a short one, each indexed in the order of
    the list; `checks` are conditions of law that the database holds for every version, by name.
    """

    def complete(model: AnyFact) -> AnyFact:
        table = table_of(model)
        model.noun = Noun(table.name, plural, sv, en, law, order, withheld, begins)
        table.comment = f"{en} ({sv}). Source: {law}."
        table.info["noun"] = model.noun
        as_stored(model)
        _add_sort_name(table)
        _add_identity(table)
        for condition in (
            *_conditions(table),
            *(sa.CheckConstraint(sql, name) for name, sql in (checks or {}).items()),
        ):
            table.append_constraint(condition)
        for rule in (Alone("object", ("id",), ("valid_from", "valid_to")), *alone):
            table.append_constraint(_exclusion(table, rule))
        _index_links(table)
        _index_lists(table, sought)
        NOUNS[table.name] = model
        return model

    return complete


def table_of(model: type[SQLModel]) -> sa.Table:
    """The table of a declared class."""
    return cast("sa.Table", model.__table__)  # type: ignore[attr-defined]


def as_stored(model: type[SQLModel]) -> None:
    """Give every column its type in the database; sqlmodel's own choice would be VARCHAR and native enums."""
    for column in table_of(model).columns:
        column.type = _database_type(column.type)


def _add_sort_name(table: sa.Table) -> None:
    """Where a noun is listed by name, let the database keep the name's Swedish sort key beside it."""
    if "sort_name" in table.info["noun"].order:
        key = sa.Computed("swedish_sort_key(name)", persisted=True)
        table.append_column(
            sa.Column(
                "sort_name",
                sa.Text(collation="C"),
                key,
                nullable=False,
                comment="The name in Swedish alphabetical order.",
            )
        )


def _database_type(declared: sa.types.TypeEngine[Any]) -> sa.types.TypeEngine[Any]:
    """The column type for a declared one: words as text, money exact, moments with time zone, numbers wide."""
    if isinstance(declared, sa.Enum) and declared.enum_class and issubclass(declared.enum_class, Term):
        return TermType(declared.enum_class)
    for kind, wanted in _TYPES.items():
        if isinstance(declared, kind):
            return wanted
    return declared


_TYPES: dict[type[sa.types.TypeEngine[Any]], sa.types.TypeEngine[Any]] = {
    AutoString: sa.Text(),
    sa.String: sa.Text(),
    sa.Numeric: sa.Numeric(18, 4),
    sa.Integer: sa.BigInteger(),
    sa.DateTime: sa.TIMESTAMP(timezone=True),
    UTCDateTime: sa.TIMESTAMP(timezone=True),
}


def _add_identity(table: sa.Table) -> None:
    """Give the noun its identity table: one row an object, for ever, with the key people and files know it by."""
    sa.Table(
        f"{table.name}_identity",
        table.metadata,
        sa.Column(
            "id",
            sa.BigInteger,
            sa.Identity(always=True),
            primary_key=True,
            comment="Number of the object inside this database.",
        ),
        sa.Column(
            "key",
            sa.Text,
            nullable=False,
            unique=True,
            comment="Name of the object in files, addresses and the API; never reused.",
        ),
        sa.CheckConstraint(f"key ~ '{KEY_PATTERN}' AND length(key) <= 120", "key_is_plain"),
        comment=f"Every {table.name.replace('_', ' ')} the register has ever held.",
        info={"identity_of": table.name},
    )
    table.append_constraint(sa.ForeignKeyConstraint(["id"], [f"{table.name}_identity.id"], name="object_is_known"))


def _conditions(table: sa.Table) -> list[sa.CheckConstraint]:
    """The conditions every version meets: periods that begin before they end, and words of the closed lists only."""
    periods = [
        sa.CheckConstraint("valid_from < valid_to", "valid_period_begins_first"),
        sa.CheckConstraint("recorded_from < recorded_to", "recorded_period_begins_first"),
        sa.CheckConstraint(
            "isfinite(valid_from) AND (valid_to IS NULL OR isfinite(valid_to))", "valid_period_is_finite"
        ),
    ]
    words = [
        sa.CheckConstraint(
            f"{column.name} IN ({', '.join(repr(str(term)) for term in column.type.terms)})", f"{column.name}_is_a_term"
        )
        for column in table.columns
        if isinstance(column.type, TermType)
    ]
    return periods + words


def _exclusion(table: sa.Table, rule: Alone) -> ExcludeConstraint:
    """An exclusion constraint that needs no extension: equal values as one-point ranges, periods as ranges."""
    same = " || '|' || ".join(f"coalesce({name}::text, '')" for name in rule.same)
    point = "int8range(id, id, '[]')" if rule.same == ("id",) else f"same({same})"
    periods = dict.fromkeys([rule.during, ("valid_from", "valid_to")])
    elements: list[tuple[Any, str]] = [(sa.text(point), "&&")]
    elements += [(sa.text(f"daterange({start}, {end})"), "&&") for start, end in periods]
    elements.append((sa.text("tstzrange(recorded_from, recorded_to)"), "&&"))
    where = sa.text(rule.where) if rule.where else None
    return ExcludeConstraint(*elements, name=f"{table.name}_one_{rule.name}_at_a_time", using="gist", where=where)


def _index_links(table: sa.Table) -> None:
    """Index what is looked up by key: every object's versions, and every reference to another noun."""
    sa.Index(f"{table.name}_by_object", table.c.id, table.c.valid_from)
    for column in list(table.columns):
        if column.foreign_keys and column.name not in {"id", "version"}:
            sa.Index(f"{table.name}_by_{column.name}", column)


def _index_lists(table: sa.Table, sought: tuple[str, ...]) -> None:
    """Index the order of lists, so that a page far down costs what the first one does; and the same narrowed by a fact.

    All versions are in it, replaced ones too: a question about what was known once is read by the same index.
    """
    declared: Noun = table.info["noun"]
    order: list[sa.Column[Any]] = [table.c[name] for name in declared.order]
    sa.Index(f"{table.name}_in_order", *order, table.c.id)
    for name in sought:
        sa.Index(f"{table.name}_by_{name}", table.c[name], *order, table.c.id)
