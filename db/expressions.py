"""What the law derives from stored facts, as SQL, once: the API, its filters and the published files read it here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.status import SUPPLIER_STATUS
from auktor.core.vocabulary import (
    AgreementStatus,
    EndGround,
    ObligationStatus,
    RegulationStatus,
    RequirementsStatus,
    SupplierStatus,
    SystemStatus,
    Term,
)
from db import obligations
from db.facts import Fact, Meaning, TermType, table_of
from db.history import during, holds
from db.models import (
    ActorAgreement,
    AuthorisationSystem,
    EuNotification,
    Exemption,
    PublicActor,
    Regulation,
    RequirementsVersion,
    Supplier,
    SupplierAgreement,
)
from db.naming import alias, word

Derivation = Callable[[Moment], sa.ColumnElement[Any]]


@dataclass(frozen=True, slots=True)
class Expression:
    """A derived fact: its name, what it means, its type, and the SQL for a moment."""

    name: str
    meaning: Meaning
    type: sa.types.TypeEngine[Any]
    sql: Derivation


EXPRESSIONS: dict[type[Fact], dict[str, Expression]] = {}


def derived(
    model: type[Fact], kind: type[Term] | type[bool], sv: str, en: str, law: str | None = None
) -> Callable[[Derivation], Expression]:
    """Declare that a noun has a derived fact, named after the function that gives its SQL."""

    def keep(sql: Derivation) -> Expression:
        stored: sa.types.TypeEngine[Any] = TermType(kind) if issubclass(kind, Term) else sa.Boolean()
        expression = Expression(sql.__name__.removeprefix(f"{model.noun.table}_"), Meaning(sv, en, law), stored, sql)
        EXPRESSIONS.setdefault(model, {})[expression.name] = expression
        return expression

    return keep


def table(model: type[Fact]) -> sa.Table:
    """The table of a noun."""
    return table_of(model)


@derived(
    AuthorisationSystem, SystemStatus, "Systemets status", "Where the system stands on the day", "SFS 2023:704 6 §"
)
def authorisation_system_status(at: Moment) -> sa.ColumnElement[Any]:
    """Planned until established, then in operation from its first day until closed."""
    system = table(AuthorisationSystem).c
    return sa.case(
        (system.closed_on <= at.as_of, word(SystemStatus.CLOSED)),
        (system.operation_from <= at.as_of, word(SystemStatus.IN_OPERATION)),
        (system.established_on <= at.as_of, word(SystemStatus.ESTABLISHED)),
        else_=word(SystemStatus.PLANNED),
    )


@derived(
    RequirementsVersion, RequirementsStatus, "Kravversionens status", "Where the requirements version stands on the day"
)
def requirements_version_status(at: Moment) -> sa.ColumnElement[Any]:
    """Published until the first day it applies, applicable until it ceases; empty before it is published."""
    version = table(RequirementsVersion).c
    return sa.case(
        (version.ceases_on <= at.as_of, word(RequirementsStatus.CEASED)),
        (version.applies_from <= at.as_of, word(RequirementsStatus.APPLICABLE)),
        (version.published_on <= at.as_of, word(RequirementsStatus.PUBLISHED)),
    )


@derived(Regulation, RegulationStatus, "Föreskriftens status", "Where the regulation stands on the day")
def regulation_status(at: Moment) -> sa.ColumnElement[Any]:
    """By its dates, the last that has come; a draft where none has, empty if none is known."""
    regulation = table(Regulation).c
    dates = (
        regulation.repealed_on,
        regulation.in_force_from,
        regulation.promulgated_on,
        regulation.decided_on,
        regulation.circulated_on,
    )
    return sa.case(
        (sa.and_(sa.func.coalesce(*dates).is_(None), regulation.eu_notification_id.is_(None)), sa.null()),
        (regulation.repealed_on <= at.as_of, word(RegulationStatus.REPEALED)),
        (regulation.in_force_from <= at.as_of, word(RegulationStatus.IN_FORCE)),
        (regulation.promulgated_on <= at.as_of, word(RegulationStatus.PROMULGATED)),
        (regulation.decided_on <= at.as_of, word(RegulationStatus.DECIDED)),
        (_notified(at), word(RegulationStatus.NOTIFIED_TO_EU)),
        (regulation.circulated_on <= at.as_of, word(RegulationStatus.CIRCULATED)),
        else_=word(RegulationStatus.DRAFT),
    )


def _notified(at: Moment) -> sa.ColumnElement[bool]:
    """Whether the Commission had received the regulation's notification on the day."""
    notification = alias(EuNotification, "notification_of_regulation")
    return (
        sa.exists()
        .where(
            notification.c.id == table(Regulation).c.eu_notification_id,
            holds(notification, at),
            notification.c.received_on <= at.as_of,
        )
        .correlate(table(Regulation))
    )


def agreement_status(agreement: sa.FromClause, at: Moment) -> sa.ColumnElement[str]:
    """Status of a supplier's or an actor's agreement on a day, by its dates, as `auktor.core.status` gives it."""
    column = agreement.c
    return sa.case(
        (
            sa.and_(column.ends_on <= at.as_of, column.end_ground == EndGround.CANCELLED_FOR_BREACH),
            word(AgreementStatus.CANCELLED),
        ),
        (column.ends_on <= at.as_of, word(AgreementStatus.ENDED)),
        (
            column.in_force_from <= at.as_of,
            sa.case(
                (column.notice_given_on <= at.as_of, word(AgreementStatus.TERMINATED)),
                else_=word(AgreementStatus.IN_FORCE),
            ),
        ),
        (_signed_by_all(agreement, at), word(AgreementStatus.CONCLUDED)),
        (_signed_by_actor(agreement, at), word(AgreementStatus.SIGNED_BY_ACTOR)),
        else_=word(AgreementStatus.DRAFT),
    )


def _signed_by_all(agreement: sa.FromClause, at: Moment) -> sa.ColumnElement[bool]:
    """Whether every party had signed by `at.as_of`; an unknown day of signing is none."""
    signatures = ("signed_on", "signed_by_authority_on", "signed_by_supplier_on")
    return sa.and_(*(agreement.c[name] <= at.as_of for name in signatures if name in agreement.c))


def _signed_by_actor(agreement: sa.FromClause, at: Moment) -> sa.ColumnElement[bool]:
    """Whether a public actor had signed; of suppliers the two signatures are asked for together."""
    return agreement.c.signed_by_actor_on <= at.as_of if "signed_by_actor_on" in agreement.c else sa.false()


@derived(SupplierAgreement, AgreementStatus, "Avtalets status", "Where the agreement stands on the day")
def supplier_agreement_status(at: Moment) -> sa.ColumnElement[Any]:
    """Status of a supplier's agreement."""
    return agreement_status(table(SupplierAgreement), at)


@derived(ActorAgreement, AgreementStatus, "Avtalets status", "Where the agreement stands on the day")
def actor_agreement_status(at: Moment) -> sa.ColumnElement[Any]:
    """Status of a public actor's agreement."""
    return agreement_status(table(ActorAgreement), at)


def _agreements_of_supplier(at: Moment) -> tuple[sa.FromClause, sa.ColumnElement[bool]]:
    agreement = alias(SupplierAgreement, "agreement_of_supplier")
    return agreement, sa.and_(agreement.c.supplier_id == table(Supplier).c.id, holds(agreement, at))


@derived(
    Supplier,
    bool,
    "På 7 §-listan",
    "Whether the supplier is on the public list: an agreement in force on the day",
    "SFS 2023:704 7 §",
)
def supplier_listed(at: Moment) -> sa.ColumnElement[Any]:
    """On the public list of 7 §: an agreement in force at `at`; approval alone is not enough."""
    agreement, of_supplier = _agreements_of_supplier(at)
    return (
        sa.exists()
        .where(of_supplier, during(agreement.c.in_force_from, agreement.c.ends_on, at))
        .correlate(table(Supplier))
    )


@derived(
    Supplier, SupplierStatus, "Leverantörens status", "Where the supplier stands on the day, by its newest agreement"
)
def supplier_status(at: Moment) -> sa.ColumnElement[Any]:
    """Connected from signature, notice given, ended or cancelled; empty for a supplier that never had an agreement."""
    agreement, of_supplier = _agreements_of_supplier(at)
    of_agreement = agreement_status(agreement, at)
    status = sa.case(*((of_agreement == word(term), word(meant)) for term, meant in SUPPLIER_STATUS.items()))
    begun_first = (agreement.c.in_force_from > at.as_of).asc()
    open_first = sa.nulls_first(agreement.c.ends_on.desc())
    return (
        sa.select(status)
        .where(of_supplier)
        .order_by(begun_first, open_first)
        .limit(1)
        .correlate(table(Supplier))
        .scalar_subquery()
    )


@derived(
    PublicActor,
    bool,
    "Ansluten till e-legitimeringssystemet",
    "Whether an agreement for e-identification is in force on the day",
)
def public_actor_connected(at: Moment) -> sa.ColumnElement[Any]:
    """Connected: an actor agreement for e-identification in force at `at`."""
    agreement = alias(ActorAgreement, "agreement_of_actor")
    return (
        sa.exists()
        .where(
            agreement.c.actor_id == table(PublicActor).c.id,
            agreement.c.system == "E_IDENTIFICATION",
            holds(agreement, at),
            during(agreement.c.in_force_from, agreement.c.ends_on, at),
        )
        .correlate(table(PublicActor))
    )


@derived(
    PublicActor,
    ObligationStatus,
    "Skyldighet",
    "Whether the actor must use the e-identification system on the day",
    "SFS 2023:709 3 §",
)
def public_actor_obligation_status(at: Moment) -> sa.ColumnElement[Any]:
    """The answer of `auktor.core.obligation.assess` for every actor at once; a test holds the two equal."""
    return obligations.status(at)


@derived(Exemption, bool, "Gäller", "Whether the exemption runs on the day", "SFS 2023:709 4 §")
def exemption_in_effect(at: Moment) -> sa.ColumnElement[Any]:
    """In effect from its first day until, not including, its end."""
    exemption = table(Exemption).c
    return during(exemption.exempt_from, exemption.exempt_until, at)
