"""Who must use the e-identification system on a day, as SQL: of one actor in a word, and all who are obliged as a set.

Both say what `auktor.core.obligation.assess` says; tests hold the three equal.
"""

from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import ObligationStatus, PublicActorCategory, SystemCode
from db.facts import table_of
from db.history import during, holds
from db.models import AuthorisationSystem, Exemption, ObligationAssessment, ObligationRule, PublicActor
from db.naming import alias, word

_RULE, _SYSTEM, _READING = (
    alias(ObligationRule, "rule_in_force"),
    alias(AuthorisationSystem, "system_of_rule"),
    alias(ObligationAssessment, "reading"),
)


def status(at: Moment) -> sa.ColumnElement[Any]:
    """The word for an actor. All of it is one select, so that PostgreSQL reads the rule and its reading once."""
    read, rule_and_reading = _READING.c, _rule_with_effect().outerjoin(_READING, _of_the_actor(at))
    outcome = sa.cast(read.outcome, sa.Text)
    word_of_reading = sa.case(
        (outcome.is_(None), word(ObligationStatus.NOT_ASSESSED)),
        (outcome != word(ObligationStatus.OBLIGED), outcome),
        (read.requires_e_identification.is_(False), word(ObligationStatus.NOT_COVERED)),
        (_exempt(at), word(ObligationStatus.EXEMPT_BY_DECISION)),
        else_=word(ObligationStatus.OBLIGED),
    )
    read_of_actor = (
        sa.select(word_of_reading)
        .select_from(rule_and_reading)
        .where(_has_effect(at))
        .limit(1)
        .correlate(table_of(PublicActor))
        .scalar_subquery()
    )
    return sa.case(
        (_may_be_under_government(), sa.func.coalesce(read_of_actor, word(ObligationStatus.NOT_COVERED))),
        else_=word(ObligationStatus.NOT_COVERED),
    )


def obliged(at: Moment, *facts: sa.ColumnElement[Any]) -> sa.Select[*tuple[Any, ...]]:
    """Facts of the actors that are obliged: asked for together they are joined, and not looked up one by one."""
    actor, read = table_of(PublicActor), _READING.c
    return (
        sa.select(*facts)
        .select_from(_rule_with_effect().join(_READING, _READING.c.rule_id == _RULE.c.id))
        .join(actor, actor.c.id == read.actor_id)
        .where(
            holds(actor, at),
            _may_be_under_government(),
            _has_effect(at),
            holds(_READING, at),
            read.outcome == word(ObligationStatus.OBLIGED),
            read.requires_e_identification.is_not(sa.false()),
            sa.not_(_exempt(at)),
        )
    )


def _rule_with_effect() -> sa.Join:
    return sa.join(_RULE, _SYSTEM, _SYSTEM.c.code == _RULE.c.system)


def _has_effect(at: Moment) -> sa.ColumnElement[bool]:
    """An enacted rule is in force, of which there is one at a time, and the system it obliges to use in operation."""
    rule, system = _RULE.c, _SYSTEM.c
    return sa.and_(
        rule.system == word(SystemCode.E_IDENTIFICATION),
        holds(_RULE, at),
        sa.not_(rule.proposed),
        during(rule.in_force_from, rule.ends_on, at),
        holds(_SYSTEM, at),
        during(system.operation_from, system.closed_on, at),
    )


def _of_the_actor(at: Moment) -> sa.ColumnElement[bool]:
    """How the rule was read for the actor of the select around this one."""
    read = _READING.c
    return sa.and_(read.rule_id == _RULE.c.id, read.actor_id == table_of(PublicActor).c.id, holds(_READING, at))


def _may_be_under_government() -> sa.ColumnElement[bool]:
    """False only where it is known: an agency of which it is not known is left to the assessment."""
    actor = table_of(PublicActor).c
    return sa.and_(actor.category == word(PublicActorCategory.STATE_AGENCY), actor.under_government.is_not(sa.false()))


def _exempt(at: Moment) -> sa.ColumnElement[bool]:
    exemption = alias(Exemption, "exemption_of_actor")
    return (
        sa.exists()
        .where(
            exemption.c.actor_id == table_of(PublicActor).c.id,
            holds(exemption, at),
            during(exemption.c.exempt_from, exemption.c.exempt_until, at),
        )
        .correlate(table_of(PublicActor))
    )
