"""Finding anything by a few letters of its name, its number or its designation."""

import sqlalchemy as sa

from auktor.core.moment import Moment
from db.expressions import table
from db.facts import Fact
from db.history import holds
from db.models import PublicActor, Regulation, Service, Supplier
from db.select import identity

SEARCHED: dict[type[Fact], tuple[str, ...]] = {
    Supplier: ("name", "organisation_number"),
    Service: ("name", "brand", "issuer_name"),
    PublicActor: ("name", "name_en", "organisation_number", "municipality_code"),
    Regulation: ("title", "title_en", "designation"),
}


def found(text: str, at: Moment, limit: int) -> sa.Select[tuple[object, ...]]:
    """Kind, key, the text that matched and its rank: equal first, then beginning, then within; then the shorter."""
    parts = [_in_noun(model, names, text, at) for model, names in SEARCHED.items()]
    every = sa.union_all(*parts).subquery()
    best = (
        sa.select(every)
        .distinct(every.c.kind, every.c.key)
        .order_by(every.c.kind, every.c.key, every.c.rank)
        .subquery()
    )
    return (
        sa.select(best).order_by(best.c.rank, sa.func.length(best.c.matched), best.c.matched, best.c.key).limit(limit)
    )


def _in_noun(model: type[Fact], names: tuple[str, ...], text: str, at: Moment) -> sa.Select[tuple[object, ...]]:
    versions, keys = table(model), identity(model)
    columns = [_designation(versions) if name == "designation" else versions.c[name] for name in names]
    each = [
        sa.select(
            sa.literal(model.__name__).label("kind"),
            keys.c.key,
            sa.cast(column, sa.Text).label("matched"),
            _rank(column, text).label("rank"),
        )
        .join_from(versions, keys, keys.c.id == versions.c.id)
        .where(holds(versions, at), column.icontains(text, autoescape=True))
        for column in columns
    ]
    return sa.select(sa.union_all(*each).subquery())


def _designation(versions: sa.FromClause) -> sa.ColumnElement[str]:
    series, year, number = (sa.cast(versions.c[name], sa.Text) for name in ("series", "year", "number"))
    return series + " " + year + ":" + number


def _rank(column: sa.ColumnElement[str], text: str) -> sa.ColumnElement[int]:
    return sa.case((sa.func.lower(column) == text.lower(), 0), (column.istartswith(text, autoescape=True), 1), else_=2)
