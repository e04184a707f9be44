"""Finding suppliers, services, public actors and regulations by the beginning of a word, a number or a section.

Every version's words stand in one table with one index. What is found there is joined to its noun, so that the moment
and the viewer decide as everywhere.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY, distinct_on

from auktor.core.identifiers import swedish_sort_key
from auktor.core.moment import Moment
from auktor.core.searching import number_in, section_in, words_in
from auktor.core.vocabulary import SearchReason
from db.expressions import table
from db.facts import NOUNS, Fact, meaning_of, table_of
from db.history import holds
from db.models import METADATA, Exemption, FeeRule, PublicActor, Regulation, SearchWords, Service, Supplier
from db.select import identity
from db.visibility import Viewer, visible

SEARCHED: tuple[type[Fact], ...] = (Supplier, Service, PublicActor, Regulation)
_CITED = re.compile(r"SFS (?P<year>\d+):(?P<number>\d+) (?P<first>\d+)(?:-(?P<last>\d+))? §")
_EXACT, _SAME_NAME, _NAME_BEGINS, _WORDS_BEGIN, _WORDS_BEGIN_FOLDED, _WITHIN_WORDS, _ELSE = range(7)
Part = sa.Select[*tuple[Any, ...]]


def found(text: str, at: Moment, viewer: Viewer, limit: int) -> sa.Select[tuple[object, ...]]:
    """Kind, key, rank and, where it is no name or text of the object itself, the reason and what matched.

    A section is searched for alone. Else numbers, designations and case numbers stand first; then names that are the
    text, that begin with it, whose words begin with its words, that do so without å, ä and ö, that hold its words; then
    other texts and other forms of the words. Within each the shorter name, then Swedish order.
    """
    parts = _by_section(text, at, viewer) or [*_by_words(text, at, viewer), *_by_case_number(text, at, viewer)]
    every = sa.union_all(*parts).subquery()
    best = (
        sa.select(every)
        .ext(distinct_on(every.c.kind, every.c.key))
        .order_by(every.c.kind, every.c.key, every.c.rank)
        .subquery()
    )
    order = (best.c.rank, sa.func.length(best.c.heading), best.c.heading, best.c.kind, best.c.key)
    return sa.select(best).order_by(*order).limit(limit)


def _by_words(text: str, at: Moment, viewer: Viewer) -> list[Part]:
    words, number = words_in(text), number_in(text)
    entry = table_of(SearchWords)
    numbered = (entry.c.numbers.bool_op("@>")(sa.cast([number], sa.ARRAY(sa.Text)))) if number else sa.false()
    if not words:
        return []
    heading = swedish_sort_key(text)
    rank = sa.case(
        (numbered, _EXACT),
        (entry.c.heading == heading, _SAME_NAME),
        (entry.c.heading.startswith(heading, autoescape=True), _NAME_BEGINS),
        (_holds(entry, _begun(words, "A")), _WORDS_BEGIN),
        (_holds(entry, _begun(words, "AB")), _WORDS_BEGIN_FOLDED),
        (_holds(entry, _begun(words, "ABD")), _WITHIN_WORDS),
        else_=_ELSE,
    )
    met = sa.or_(numbered, _holds(entry, _anywhere(words)))
    return [_of_noun(model, entry, rank, met, at, viewer) for model in SEARCHED]


def _of_noun(  # noqa: PLR0913, PLR0917 -- each is a part of one select
    model: type[Fact],
    entry: sa.Table,
    rank: sa.ColumnElement[int],
    met: sa.ColumnElement[bool],
    at: Moment,
    viewer: Viewer,
) -> Part:
    versions, keys = table(model), identity(model)
    return (
        sa.select(
            sa.literal(model.__name__).label("kind"),
            keys.c.key,
            rank.label("rank"),
            entry.c.heading,
            sa.null().cast(sa.Text).label("reason"),
            sa.null().cast(sa.Text).label("matched"),
        )
        .join_from(entry, versions, versions.c.version == entry.c.version)
        .join(keys, keys.c.id == versions.c.id)
        .where(entry.c.noun == model.noun.table, met, holds(versions, at), visible(model, viewer))
    )


def _by_case_number(text: str, at: Moment, viewer: Viewer) -> list[Part]:
    """The public actor whose exemption was decided in the case."""
    exemption = table(Exemption)
    met = sa.and_(exemption.c.case_number == text, holds(exemption, at), visible(Exemption, viewer))
    actor, keys = table(PublicActor), identity(PublicActor)
    columns = _pointed_out(PublicActor, actor.c.sort_name, SearchReason.CASE_NUMBER, exemption.c.case_number)
    joined = sa.select(*columns).join_from(exemption, actor, actor.c.id == exemption.c.actor_id)
    return [joined.join(keys, keys.c.id == actor.c.id).where(met, holds(actor, at), visible(PublicActor, viewer))]


def _by_section(text: str, at: Moment, viewer: Viewer) -> list[Part]:
    """The statutes whose section the register rests on, and the regulations whose fee rules stand in it."""
    section = section_in(text)
    if section is None:
        return []
    number, statute = section
    regulation, rule, keys = table(Regulation), table(FeeRule), identity(Regulation)
    designation = sa.cast(regulation.c.year, sa.Text) + ":" + sa.cast(regulation.c.number, sa.Text)
    in_statute = designation == statute if statute else sa.true()
    cited = designation.in_(sorted(_statutes_citing().get(number, ())))
    ruled = sa.exists().where(
        rule.c.regulation_id == regulation.c.id, rule.c.paragraph == f"{number} §", holds(rule, at)
    )
    matched = sa.cast(regulation.c.series, sa.Text) + " " + designation + f" {number} §"
    columns = _pointed_out(Regulation, sa.func.swedish_sort_key(regulation.c.title), SearchReason.SECTION, matched)
    return [
        sa.select(*columns)
        .join_from(regulation, keys, keys.c.id == regulation.c.id)
        .where(in_statute, sa.or_(cited, ruled), holds(regulation, at), visible(Regulation, viewer))
    ]


def _pointed_out(
    model: type[Fact], heading: sa.ColumnElement[str], reason: SearchReason, matched: sa.ColumnElement[str]
) -> list[sa.ColumnElement[Any]]:
    return [
        sa.literal(model.__name__).label("kind"),
        identity(model).c.key,
        sa.literal(_EXACT).label("rank"),
        heading.label("heading"),
        sa.literal(str(reason)).label("reason"),
        matched.label("matched"),
    ]


@cache
def _statutes_citing() -> Mapping[int, set[str]]:
    """Which statutes (year and number) the register's own declarations cite, by section."""
    told = [noun.noun.law for noun in NOUNS.values()]
    told += [
        found.law
        for each in METADATA.tables.values()
        for column in each.c
        if (found := meaning_of(column)) and found.law
    ]
    sections: dict[int, set[str]] = {}
    for cited in filter(None, map(_CITED.match, told)):
        first = int(cited["first"])
        for number in range(first, int(cited["last"] or first) + 1):
            sections.setdefault(number, set()).add(f"{cited['year']}:{cited['number']}")
    return sections


def _holds(entry: sa.Table, query: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    return entry.c.words.bool_op("@@")(query)


def _begun(words: Sequence[str], weights: str) -> sa.ColumnElement[Any]:
    """Texts that have, at these weights, words that begin with each of the words."""
    return _query(" & ".join(f"'{word}':*{weights}" for word in words))


def _anywhere(words: Sequence[str]) -> sa.ColumnElement[Any]:
    """Texts that have each of the words: as it begins, or in another form of it in Swedish or English."""
    return reduce(lambda query, each: query.op("&&")(each.self_group()), map(_in_any_form, words))


def _in_any_form(word: str) -> sa.ColumnElement[Any]:
    stems = (sa.func.plainto_tsquery(sa.text(f"'{name}'"), word, type_=TSQUERY) for name in ("swedish", "english"))
    return reduce(lambda query, each: query.op("||")(each), stems, _query(f"'{word}':*")).self_group()


def _query(text: str) -> sa.ColumnElement[Any]:
    """A query of words of letters and digits alone."""
    return sa.cast(sa.literal(text, sa.Text), TSQUERY)
