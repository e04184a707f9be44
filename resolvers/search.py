"""Finding anything by a few letters of its name, its number or its designation."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from auktor.core.identifiers import swedish_sort_key
from auktor.core.moment import Moment
from db.expressions import table
from db.facts import Fact
from db.history import holds
from db.models import PublicActor, Regulation, Service, Supplier
from db.select import identity
from db.visibility import Viewer, visible

SEARCHED: dict[type[Fact], tuple[str, ...]] = {
    Supplier: ("name", "organisation_number"),
    Service: ("name", "brand", "issuer_name"),
    PublicActor: ("name", "name_en", "organisation_number", "municipality_code"),
    Regulation: ("title", "title_en", "designation"),
}


def found(text: str, at: Moment, viewer: Viewer, limit: int) -> sa.Select[tuple[object, ...]]:
    """Kind, key, the text that matched and its rank: equal first, then beginning, then within; then the shorter."""
    parts = [part for model, names in SEARCHED.items() for part in _in_noun(model, names, text, at, viewer)]
    every = sa.union_all(*parts).subquery()
    best = (
        sa.select(every)
        .ext(distinct_on(every.c.kind, every.c.key))
        .order_by(every.c.kind, every.c.key, every.c.rank)
        .subquery()
    )
    return (
        sa.select(best).order_by(best.c.rank, sa.func.length(best.c.matched), best.c.matched, best.c.key).limit(limit)
    )


def _in_noun(
    model: type[Fact], names: tuple[str, ...], text: str, at: Moment, viewer: Viewer
) -> list[sa.Select[*tuple[Any, ...]]]:
    versions, keys = table(model), identity(model)
    return [
        sa.select(
            sa.literal(model.__name__).label("kind"),
            keys.c.key,
            sa.cast(shown, sa.Text).label("matched"),
            _rank(searched, wanted).label("rank"),
        )
        .join_from(versions, keys, keys.c.id == versions.c.id)
        .where(holds(versions, at), visible(model, viewer), searched.contains(wanted, autoescape=True))
        for shown, searched, wanted in (_searched(versions, name, text) for name in names)
        if wanted
    ]


def _searched(
    versions: sa.FromClause, name: str, text: str
) -> tuple[sa.ColumnElement[str], sa.ColumnElement[str], str]:
    """What is shown, what is searched in its stead, and for what: names without case, accents and punctuation.

    A number is found with and without its hyphen. Nothing is searched for where the text has no letter of the kind.
    """
    if name == "name":
        return versions.c.name, versions.c.sort_name, swedish_sort_key(text)
    shown = _designation(versions) if name == "designation" else versions.c[name]
    if name == "organisation_number":
        return shown, sa.func.translate(shown, "-", "", type_=sa.Text), text.replace("-", "")
    return shown, sa.func.lower(shown, type_=sa.Text), text.lower()


def _designation(versions: sa.FromClause) -> sa.ColumnElement[str]:
    series, year, number = (sa.cast(versions.c[name], sa.Text) for name in ("series", "year", "number"))
    return series + " " + year + ":" + number


def _rank(column: sa.ColumnElement[str], text: str) -> sa.ColumnElement[int]:
    return sa.case((column == text, 0), (column.startswith(text, autoescape=True), 1), else_=2)
