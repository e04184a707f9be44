"""How the authority handles applications, counted: what is withheld row by row is told in sums that name nobody."""

from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import ApplicationStatus, DecisionKind, RectificationOutcome
from db.expressions import table
from db.history import holds
from db.models import Application, Decision, RectificationCase, SupplierAgreement

FEWEST_APPLICATIONS = 3


def decisions(at: Moment) -> sa.Select[*tuple[Any, ...]]:
    """Decisions on applications by system, kind and provenance; how many were challenged, and overturned in court."""
    decision, application, case = table(Decision), table(Application), table(RectificationCase)
    about = sa.select(case.c.id).where(case.c.decision_id == decision.c.id, holds(case, at))
    challenged = sa.exists(about.correlate(decision))
    overturned = sa.exists(about.where(case.c.outcome == RectificationOutcome.GRANTED).correlate(decision))
    by = (application.c.system, decision.c.kind, decision.c.provenance)
    return (
        sa.select(
            *by,
            sa.func.count().label("decisions"),
            sa.func.count().filter(challenged).label("challenged"),
            sa.func.count().filter(overturned).label("overturned"),
        )
        .join_from(decision, application, application.c.id == decision.c.application_id)
        .where(holds(decision, at), holds(application, at), decision.c.decided_on <= at.as_of)
        .group_by(*by)
        .order_by(*by)
    )


def handling_times(at: Moment) -> sa.Select[*tuple[Any, ...]]:
    """Median days from application to first decision, and to agreement, by system and provenance.

    A median of fewer than 3 is left unknown: it would tell of one applicant.
    """
    one = _handled(at).subquery()
    decided, signed = sa.func.count(one.c.days_to_decision), sa.func.count(one.c.days_to_agreement)
    by = (one.c.system, one.c.provenance)
    return (
        sa.select(
            *by,
            decided.label("decided"),
            _median(one.c.days_to_decision, decided).label("median_days_to_decision"),
            signed.label("signed"),
            _median(one.c.days_to_agreement, signed).label("median_days_to_agreement"),
        )
        .group_by(*by)
        .order_by(*by)
    )


def _handled(at: Moment) -> sa.Select[*tuple[Any, ...]]:
    """Every application with its days to the first decision and to the agreement that followed an approval."""
    application, decision, agreement = table(Application), table(Decision), table(SupplierAgreement)
    signed_on = sa.func.greatest(agreement.c.signed_by_authority_on, agreement.c.signed_by_supplier_on)
    merits = decision.c.kind.in_([DecisionKind.APPROVAL, DecisionKind.REJECTION])
    first = (
        sa.select(sa.func.min(decision.c.decided_on))
        .where(decision.c.application_id == application.c.id, holds(decision, at), merits)
        .scalar_subquery()
    )
    signed = (
        sa.select(sa.func.min(signed_on))
        .where(
            agreement.c.supplier_id == application.c.supplier_id,
            agreement.c.system == application.c.system,
            application.c.status == ApplicationStatus.AGREEMENT_SIGNED,
            signed_on >= application.c.received_on,
            holds(agreement, at),
        )
        .scalar_subquery()
    )
    return sa.select(
        application.c.system,
        application.c.provenance,
        (first - application.c.received_on).label("days_to_decision"),
        (signed - application.c.received_on).label("days_to_agreement"),
    ).where(holds(application, at))


def _median(days: sa.ColumnElement[int], counted: sa.ColumnElement[int]) -> sa.ColumnElement[float | None]:
    median = sa.func.percentile_cont(0.5).within_group(days)
    return sa.case((counted >= FEWEST_APPLICATIONS, median))
