"""The status history: since when every supplier and service has stood as it stands, and how it stood before.

Nobody is ever taken out of it, so a supplier that left is found here with the ground. A row without a service speaks of
the supplier itself in the system, told by its agreements; a row with one tells the status of that service. Statuses
that only begin after the day are not told; the end of one that has begun may lie ahead.
"""

from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import EndGround, ServiceStatus, SupplierStatus, SystemCode
from db.expressions import table
from db.facts import Meaning
from db.history import holds, known
from db.models import Service, Supplier, SupplierAgreement
from publish.columns import Column, Expression, Kind, code, each_once, least_sure, named, origin_columns

Selected = sa.Select[*tuple[Any, ...]]
Period = tuple[Expression, Expression]

_LAW = "SFS 2023:704 7 §"
_SUPPLIER_NUMBERS = ("organisation_number", "foreign_country", "foreign_identifier")
_SUPPLIER, _AGREEMENT, _SERVICE = table(Supplier), table(SupplierAgreement), table(Service)


def statuses(at: Moment) -> sa.FromClause:
    """Every status that has begun by `at`, one row each."""
    agreements = _agreements(at)
    told = sa.union_all(
        _connected(agreements), _notice_given(agreements), _left(agreements), _of_services(at)
    ).subquery()
    return sa.select(told).where(told.c.status_from <= at.as_of).subquery("status_history")


def _agreements(at: Moment) -> sa.Subquery:
    """The agreements of suppliers, each with the day the supplier's next one in the system begins."""
    begins_again = sa.func.lead(_AGREEMENT.c.in_force_from).over(
        partition_by=(_AGREEMENT.c.supplier_id, _AGREEMENT.c.system), order_by=_AGREEMENT.c.in_force_from
    )
    joined = _AGREEMENT.join(_SUPPLIER, _SUPPLIER.c.id == _AGREEMENT.c.supplier_id)
    return (
        sa.select(_AGREEMENT, begins_again.label("begins_again"), *_supplier_said(_AGREEMENT))
        .select_from(joined)
        .where(holds(_AGREEMENT, at), holds(_SUPPLIER, at))
        .subquery("agreement")
    )


def _supplier_said(other: sa.Table) -> list[sa.Label[Any]]:
    """What each row says of its supplier and of its origin."""
    return [
        _SUPPLIER.c.name.label("supplier_name"),
        *(_SUPPLIER.c[name].label(f"supplier_{name}") for name in _SUPPLIER_NUMBERS),
        least_sure([other.c.provenance, _SUPPLIER.c.provenance]).label("row_provenance"),
        each_once([other.c.reference, _SUPPLIER.c.reference]).label("row_reference"),
        each_once([other.c.legal_source, _SUPPLIER.c.legal_source]).label("row_legal_source"),
    ]


def _row(
    of: sa.FromClause,
    service: Expression,
    status: Expression,
    ground: Expression,
    period: Period,
) -> Selected:
    key = sa.table("supplier_identity", sa.column("id"), sa.column("key"))
    return sa.select(
        sa.select(key.c.key).where(key.c.id == of.c.supplier_id).scalar_subquery().label("supplier"),
        of.c.supplier_name,
        *(of.c[f"supplier_{name}"] for name in _SUPPLIER_NUMBERS),
        of.c.system,
        service.label("service"),
        sa.cast(status, sa.Text).label("status"),
        period[0].label("status_from"),
        period[1].label("status_to"),
        sa.cast(ground, sa.Text).label("end_ground"),
        of.c.row_provenance.label("provenance"),
        of.c.row_reference.label("reference"),
        of.c.row_legal_source.label("legal_source"),
    )


_NOTHING = sa.cast(sa.null(), sa.Text)


def _of_agreement(agreement: sa.Subquery, status: Expression, ground: Expression, period: Period) -> Selected:
    """A status of a supplier, where its period holds at least a day."""
    lasts = sa.or_(period[1].is_(None), period[0] < period[1])
    return _row(agreement, _NOTHING, status, ground, period).where(lasts)


def _connected(agreement: sa.Subquery) -> Selected:
    column = agreement.c
    until = sa.case((column.notice_given_on.is_(None), column.ends_on), else_=_notice_counts_from(agreement))
    return _of_agreement(agreement, sa.literal(str(SupplierStatus.CONNECTED)), _NOTHING, (column.in_force_from, until))


def _notice_given(agreement: sa.Subquery) -> Selected:
    period = (_notice_counts_from(agreement), agreement.c.ends_on)
    status = sa.literal(str(SupplierStatus.TERMINATED))
    return _of_agreement(agreement, status, agreement.c.end_ground, period).where(
        agreement.c.notice_given_on.is_not(None)
    )


def _notice_counts_from(agreement: sa.Subquery) -> Expression:
    """The day of notice, though not before the agreement is in force nor after it has ended."""
    column = agreement.c
    return sa.func.least(sa.func.greatest(column.notice_given_on, column.in_force_from), column.ends_on)


def _left(agreement: sa.Subquery) -> Selected:
    column = agreement.c
    cancelled = (column.end_ground == str(EndGround.CANCELLED_FOR_BREACH), str(SupplierStatus.CANCELLED))
    status = sa.case(cancelled, else_=str(SupplierStatus.ENDED))
    period = (column.ends_on, column.begins_again)
    return _of_agreement(agreement, status, column.end_ground, period).where(column.ends_on.is_not(None))


def _of_services(at: Moment) -> Selected:
    """The statuses of services, of suppliers that have or have had an agreement: an applicant's are not public."""
    changed = _changes_of_status(at)
    until = sa.func.lead(changed.c.valid_from).over(partition_by=changed.c.id, order_by=changed.c.valid_from)
    identity = sa.table("service_identity", sa.column("id"), sa.column("key"))
    service = sa.select(identity.c.key).where(identity.c.id == changed.c.id).scalar_subquery()
    agreement = _AGREEMENT.alias()
    ever_connected = sa.exists().where(
        agreement.c.supplier_id == changed.c.supplier_id,
        agreement.c.system == changed.c.system,
        agreement.c.in_force_from <= at.as_of,
        holds(agreement, at),
    )
    return _row(changed, service, changed.c.status, _NOTHING, (changed.c.valid_from, until)).where(ever_connected)


def _changes_of_status(at: Moment) -> sa.Subquery:
    """The versions of each service that brought a new status; versions follow each other without gap."""
    before = sa.func.lag(_SERVICE.c.status).over(partition_by=_SERVICE.c.id, order_by=_SERVICE.c.valid_from)
    joined = _SERVICE.join(_SUPPLIER, _SUPPLIER.c.id == _SERVICE.c.supplier_id)
    versions = (
        sa.select(_SERVICE, before.label("before"), *_supplier_said(_SERVICE))
        .select_from(joined)
        .where(known(_SERVICE, at), _SERVICE.c.valid_from <= at.as_of, holds(_SUPPLIER, at))
        .subquery()
    )
    return sa.select(versions).where(versions.c.before.is_distinct_from(versions.c.status)).subquery("changed")


def _plain(name: str, kind: Kind, meaning: Meaning, *, required: bool) -> Column:
    return Column(name, kind, meaning, required, lambda _: named(name))


STATUS_COLUMNS: tuple[Column, ...] = (
    _plain(
        "supplier",
        Kind.KEY,
        Meaning("Nyckel för leverantör", "Key of the supplier; never changes, never reused", _LAW),
        required=True,
    ),
    _plain(
        "supplier_name",
        Kind.TEXT,
        Meaning("Leverantörens namn", "Registered name of the supplier on the day", _LAW),
        required=True,
    ),
    _plain(
        "supplier_organisation_number",
        Kind.TEXT,
        Meaning("Leverantörens organisationsnummer", "Swedish organisation number of the supplier, NNNNNN-NNNN", _LAW),
        required=False,
    ),
    _plain(
        "supplier_foreign_country",
        Kind.TEXT,
        Meaning(
            "Land, för en utländsk leverantör",
            "Country of a foreign supplier's registration",
            unit="ISO 3166-1 alpha-2",
        ),
        required=False,
    ),
    _plain(
        "supplier_foreign_identifier",
        Kind.TEXT,
        Meaning("Leverantörens registreringsnummer utomlands", "Registration number abroad of the supplier"),
        required=False,
    ),
    *code(
        "system",
        SystemCode,
        Meaning("Auktorisationssystem", "Authorisation system", "SFS 2023:704 2 §"),
        lambda _: named("system"),
        required=True,
    ),
    _plain(
        "service",
        Kind.KEY,
        Meaning("Nyckel för tjänst", "Key of the service; empty where the row speaks of the supplier", _LAW),
        required=False,
    ),
    *code(
        "status",
        (*SupplierStatus, *ServiceStatus),
        Meaning("Status", "Where the supplier or the service stands", _LAW),
        lambda _: named("status"),
        required=True,
    ),
    _plain(
        "status_from", Kind.DATE, Meaning("Status från och med", "First day of the status", _LAW, "date"), required=True
    ),
    _plain(
        "status_to",
        Kind.DATE,
        Meaning("Status till (ej med)", "First day it no longer is; empty while it lasts", _LAW, "date"),
        required=False,
    ),
    *code(
        "end_ground",
        EndGround,
        Meaning("Upphörandegrund", "Why a supplier's agreement ends", _LAW),
        lambda _: named("end_ground"),
        required=False,
    ),
    *origin_columns(named),
)
