"""Which rows and facts a viewer may see, decided in the query itself and never after it.

Open nouns and facts are everybody's. Whom a withheld one is shown to stands in `RULES`, and nowhere else; one without a
rule is shown to nobody, as is a table that is no noun.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import SQLModel

from auktor.core.deeds.publishing import PUBLISH_EDITION
from auktor.core.roles import Role
from db.facts import NOUNS, Fact, meaning_of


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is asking: a role, the key of the organisation it is bound to, and who acts; by default, nobody known."""

    role: Role = Role.ANONYMOUS
    organisation: str | None = None
    subject: str | None = None


ANYONE = Viewer()
Links = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenRows:
    """The rows of a table that everybody sees: in words, and as a condition on the table."""

    said: str
    condition: Callable[[sa.Table], sa.ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class OwnRows:
    """The rows of a table that are an organisation's without a link to it: in words, and as a condition on its key."""

    said: str
    condition: Callable[[sa.Table, str], sa.ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Whom a withheld noun or fact is shown to.

    The roles of `all_rows` see every row. Each role of `own` sees the rows whose links lead, step by step, to its own
    organisation; `("id",)` is the organisation's own row. Where `own_once` names a fact, not before that fact is
    known. Each role of `own_rows` sees those of its organisation, each of `some_rows` those. Everybody sees the
    `open_rows`.
    """

    all_rows: frozenset[Role]
    own: Mapping[Role, Links] = field(default_factory=dict[Role, Links])
    own_once: str | None = None
    own_rows: Mapping[Role, OwnRows] = field(default_factory=dict[Role, OwnRows])
    some_rows: Mapping[Role, OpenRows] = field(default_factory=dict[Role, OpenRows])
    open_rows: OpenRows | None = None


def _no_mere_applicant(supplier_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """Who has had an agreement or an older connection, or never applied: that somebody has applied is not public."""
    applied, signed, moved = (_table(NOUNS[name]).alias() for name in _TIES_OF_SUPPLIERS)
    return sa.or_(
        sa.not_(sa.exists().where(applied.c.supplier_id == supplier_id)),
        sa.exists().where(signed.c.supplier_id == supplier_id),
        sa.exists().where(moved.c.supplier_id == supplier_id),
    )


def _public_changes(change: sa.Table) -> sa.ColumnElement[bool]:
    """Changes of open nouns, but for those of an applicant and its services: their keys would tell that it applied."""
    told = [
        sa.or_(change.c.kind != noun, change.c.key.in_(_keys_shown_to_all(noun))) for noun in ("supplier", "service")
    ]
    return sa.and_(change.c.public, *told)


def _keys_shown_to_all(noun: str) -> sa.Select[tuple[str]]:
    model = NOUNS[noun]
    names = _table(model).metadata.tables[model.noun.identity]
    return sa.select(names.c.key).join(_table(model), _table(model).c.id == names.c.id).where(visible(model, ANYONE))


def _public_now(row: sa.Table, told: Callable[[sa.FromClause], sa.ColumnElement[bool]]) -> sa.ColumnElement[bool]:
    """A description that is public, of an object that still is: what was made public by mistake is not shown again."""
    now = row.alias()
    newest = sa.and_(now.c.id == row.c.id, now.c.recorded_to.is_(None), now.c.valid_to.is_(None))
    return sa.and_(told(row), sa.exists().where(newest, told(now)))


def _prepared_in(role: Role, organisation: str) -> OwnRows:
    """What somebody prepared for its own organisation, whose key stands in the content; not what another did for it."""
    return OwnRows(
        "that it prepared itself",
        lambda each, key: sa.and_(each.c.role == str(role), each.c.content[organisation].astext == key),
    )


def _of_editions(preparation: sa.Table) -> sa.ColumnElement[bool]:
    return preparation.c.deed == PUBLISH_EDITION.name


def _decided_of_editions(decided: sa.Table) -> sa.ColumnElement[bool]:
    prepared = decided.metadata.tables["preparation"].alias()
    return sa.exists().where(prepared.c.number == decided.c.preparation, prepared.c.deed == PUBLISH_EDITION.name)


_TIES_OF_SUPPLIERS = ("application", "supplier_agreement", "legacy_connection")
CASE_WORKERS = frozenset({Role.CASE_OFFICER, Role.DECISION_MAKER, Role.AUDITOR, Role.ADMIN})
OVERSEERS = frozenset({Role.AUDITOR, Role.ADMIN})

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "application": Rule(CASE_WORKERS, {Role.SUPPLIER: ("supplier_id",)}),
        "decision": Rule(
            CASE_WORKERS,
            {Role.SUPPLIER: ("application_id", "supplier_id"), Role.AGENCY: ("exemption_id", "actor_id")},
            own_once="served_on",
        ),
        "decision.prepared_by": Rule(CASE_WORKERS),
        "decision.decided_by": Rule(CASE_WORKERS),
        "rectification_case": Rule(CASE_WORKERS, {Role.SUPPLIER: ("decision_id", "application_id", "supplier_id")}),
        "review": Rule(
            CASE_WORKERS,
            {Role.SUPPLIER: ("supplier_id",)},
            open_rows=OpenRows(
                "with a public summary",
                lambda review: _public_now(review, lambda each: each.c.public_summary.is_not(None)),
            ),
        ),
        "review_finding": Rule(
            CASE_WORKERS,
            {Role.SUPPLIER: ("review_id", "supplier_id")},
            open_rows=OpenRows(
                "that are public", lambda finding: _public_now(finding, lambda each: each.c.public.is_(sa.true()))
            ),
        ),
        "supplier": Rule(
            CASE_WORKERS,
            {Role.SUPPLIER: ("id",)},
            open_rows=OpenRows("not a mere applicant", lambda supplier: _no_mere_applicant(supplier.c.id)),
        ),
        "service": Rule(
            CASE_WORKERS,
            {Role.SUPPLIER: ("supplier_id",)},
            open_rows=OpenRows("not a mere applicant's", lambda service: _no_mere_applicant(service.c.supplier_id)),
        ),
        "supplier.relied_capacity": Rule(CASE_WORKERS, {Role.SUPPLIER: ("id",)}),
        "monthly_volume": Rule(CASE_WORKERS, {Role.AGENCY: ("actor_id",)}),
        "monthly_volume.actor_id": Rule(CASE_WORKERS, {Role.AGENCY: ("actor_id",)}),
        "preparation": Rule(
            CASE_WORKERS,
            own_rows={Role.AGENCY: _prepared_in(Role.AGENCY, "actor")},
            some_rows={Role.PUBLISHER: OpenRows("of editions", _of_editions)},
        ),
        "preparation_decided": Rule(
            CASE_WORKERS, some_rows={Role.PUBLISHER: OpenRows("of editions", _decided_of_editions)}
        ),
        "change": Rule(CASE_WORKERS, open_rows=OpenRows("of what is open", _public_changes)),
        "audit_entry": Rule(OVERSEERS),
    }
)
_OPEN_TABLES = frozenset({"edition", "revision"})
_NOBODY = Rule(frozenset())


def is_withheld(model: type[SQLModel]) -> bool:
    """Whether the rows of a table are not everybody's; a table that is no noun is withheld unless it is named open."""
    return model.noun.withheld if issubclass(model, Fact) else _table(model).name not in _OPEN_TABLES


def visible(model: type[SQLModel], viewer: Viewer) -> sa.ColumnElement[bool]:
    """Rows of a table that a viewer may see: those its rule shows; of an open one without a rule, all."""
    table = _table(model)
    if table.name not in RULES and not is_withheld(model):
        return sa.true()
    return _shown(table, RULES.get(table.name, _NOBODY), viewer)


def open_columns(model: type[SQLModel]) -> list[sa.Column[Any]]:
    """The columns that may leave through the public API and editions, in the order they were declared."""
    return [column for column in _table(model).columns if (meaning := meaning_of(column)) and not meaning.withheld]


def seen_columns(model: type[SQLModel], viewer: Viewer) -> list[sa.ColumnElement[Any]]:
    """Every declared fact, in the order of declaration; a withheld one is NULL on the rows where its rule hides it.

    A fact hidden on every row is not even named to the database.
    """
    return [_seen(column, viewer) for column in _table(model).columns if meaning_of(column)]


def _seen(column: sa.Column[Any], viewer: Viewer) -> sa.ColumnElement[Any]:
    meaning = meaning_of(column)
    if meaning is None or not meaning.withheld:
        return column
    rule = RULES.get(f"{column.table.name}.{column.name}", _NOBODY)
    if viewer.role in rule.all_rows:
        return column
    if viewer.role not in rule.own:
        return sa.cast(sa.null(), column.type).label(column.name)
    return sa.case((_shown(column.table, rule, viewer), column)).label(column.name)


def _shown(table: sa.Table, rule: Rule, viewer: Viewer) -> sa.ColumnElement[bool]:
    if viewer.role in rule.all_rows:
        return sa.true()
    if viewer.role in rule.some_rows:
        return rule.some_rows[viewer.role].condition(table)
    open_to_all = rule.open_rows.condition(table) if rule.open_rows else sa.false()
    if viewer.role in rule.own_rows and viewer.organisation is not None:
        return sa.or_(open_to_all, rule.own_rows[viewer.role].condition(table, viewer.organisation))
    links = rule.own.get(viewer.role)
    if links is None or viewer.organisation is None:
        return open_to_all
    once = sa.true() if rule.own_once is None else table.c[rule.own_once].is_not(None)
    own = sa.and_(_lead_to(table, links, viewer.organisation), _still_lead_to(table, links, viewer.organisation), once)
    return sa.or_(open_to_all, own)


def _lead_to(table: sa.Table, links: Sequence[str], organisation: str) -> sa.ColumnElement[bool]:
    """Whether the links of a row, as the register holds them now, end at an organisation."""
    link = table.c[links[0]]
    identity = next(iter(link.foreign_keys)).column.table
    if len(links) == 1:
        return link == sa.select(identity.c.id).where(identity.c.key == organisation).scalar_subquery()
    return link.in_(_ids_that_lead_to(NOUNS[identity.info["identity_of"]], links[1:], organisation))


def _still_lead_to(table: sa.Table, links: Sequence[str], organisation: str) -> sa.ColumnElement[bool]:
    """Whether the object is the organisation's now; what was once recorded as its own by mistake is another's."""
    model = NOUNS.get(table.name)
    return sa.true() if model is None else table.c["id"].in_(_ids_that_lead_to(model, links, organisation))


def _ids_that_lead_to(model: type[Fact], links: Sequence[str], organisation: str) -> sa.Select[tuple[int]]:
    table = _table(model)
    return sa.select(table.c.id).where(table.c.recorded_to.is_(None), _lead_to(table, links, organisation))


def _table(model: type[SQLModel]) -> sa.Table:
    return cast("sa.Table", model.__table__)  # type: ignore[attr-defined]
