"""The published tables: which rows each holds at a moment, and in which columns.

Rows come sorted by key, bytewise, whatever the database's locale, so that equal facts make equal files.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from auktor.core.moment import Moment
from auktor.core.vocabulary import AgreementStatus, RegulationStatus, SupplierStatus
from db.expressions import EXPRESSIONS, agreement_status, table
from db.facts import Meaning
from db.history import during, holds
from db.models import FeeRule, FeeTier, PublicActor, Regulation, Service, Supplier, SupplierAgreement
from publish.columns import Column, Expression, Kind, code, facts, key_of, origin
from publish.contract_statistics import STATISTICS_COLUMNS, connected_by_month
from publish.status_history import STATUS_COLUMNS, statuses

SCHEMA_VERSION = "1.0.0"
SCHEMA_NOTICES = {"1.0.0": "De första kolumnerna."}
"""What each version of the columns brought, as the feeds tell it to readers, in Swedish."""

_BEFORE_DECISION = (RegulationStatus.DRAFT, RegulationStatus.CIRCULATED, RegulationStatus.NOTIFIED_TO_EU)

Selected = sa.Select[*tuple[Any, ...]]
Source = Callable[[Selected, Moment], Selected]


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values must be a key of another published table, where none of them is empty."""

    columns: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Table:
    """A published table: file name without ending, titles, law, the columns that make up its key, and its rows."""

    name: str
    sv: str
    en: str
    law: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    source: Source
    references: tuple[Reference, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in the order of the file."""
        return tuple(column.name for column in self.columns)

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The key, where none of its columns may be empty: what formats call a primary key."""
        required = {column.name for column in self.columns if column.required}
        return self.key if required.issuperset(self.key) else ()

    def select(self, at: Moment) -> Selected:
        """The rows as they are published, sorted by key."""
        return self._sorted([column.published(at) for column in self.columns], at)

    def copied(self, at: Moment) -> Selected:
        """The same rows in the same order, with every value as the text that stands in CSV."""
        return self._sorted([column.copied(at) for column in self.columns], at)

    def _sorted(self, values: Sequence[sa.Label[Any]], at: Moment) -> Selected:
        columns = {column.name: column for column in self.columns}
        return self.source(sa.select(*values), at).order_by(*(_bytewise(columns[name], at) for name in self.key))


def _bytewise(column: Column, at: Moment) -> Expression:
    """Order by a column, whatever the locale; empty comes first."""
    value = column.published(at).element
    return sa.nulls_first(value if column.kind is Kind.INTEGER else value.collate("C"))


_SUPPLIER, _AGREEMENT = table(Supplier), table(SupplierAgreement)
_SERVICE, _REGULATION = table(Service), table(Regulation)
_FEE, _TIER, _ACTOR = table(FeeRule), table(FeeTier), table(PublicActor)


def _in_force(at: Moment) -> sa.ColumnElement[bool]:
    """The agreements of suppliers in force at `at`: from the first day until, not including, the day they end."""
    return sa.and_(holds(_AGREEMENT, at), during(_AGREEMENT.c.in_force_from, _AGREEMENT.c.ends_on, at))


def _listed(select: Selected, at: Moment) -> Selected:
    joined = _SUPPLIER.join(_AGREEMENT, _AGREEMENT.c.supplier_id == _SUPPLIER.c.id)
    return select.select_from(joined).where(holds(_SUPPLIER, at), _in_force(at))


def _connection(at: Moment) -> Expression:
    """Connected, or notice given: nobody else is on the list."""
    given = agreement_status(_AGREEMENT, at) == str(AgreementStatus.TERMINATED)
    return sa.case((given, str(SupplierStatus.TERMINATED)), else_=str(SupplierStatus.CONNECTED))


SUPPLIERS = Table(
    name="suppliers",
    sv="Leverantörer med gällande avtal, per auktorisationssystem",
    en="Suppliers with an agreement in force, by authorisation system",
    law="SFS 2023:704 7 §",
    key=("supplier", "system"),
    columns=(
        *key_of(Supplier),
        *facts(Supplier),
        *code(
            "status",
            (SupplierStatus.CONNECTED, SupplierStatus.TERMINATED),
            Meaning("Ställning i systemet", "Where the supplier stands in the system", "SFS 2023:704 7 §"),
            _connection,
            required=True,
        ),
        *facts(SupplierAgreement, without={"supplier_id"}),
        *origin(Supplier, SupplierAgreement),
    ),
    source=_listed,
)


def _services_of_the_listed(select: Selected, at: Moment) -> Selected:
    listed = sa.exists().where(
        _AGREEMENT.c.supplier_id == _SERVICE.c.supplier_id, _AGREEMENT.c.system == _SERVICE.c.system, _in_force(at)
    )
    return select.select_from(_SERVICE).where(holds(_SERVICE, at), listed)


SERVICES = Table(
    name="services",
    sv="Tjänster hos leverantörer med gällande avtal",
    en="Services of suppliers with an agreement in force",
    law="SFS 2023:704 7 §",
    key=("supplier", "system", "service"),
    columns=(*key_of(Service), *facts(Service), *origin(Service)),
    source=_services_of_the_listed,
    references=(Reference(("supplier", "system"), "suppliers"),),
)

STATUS_HISTORY = Table(
    name="status-history",
    sv="Statushistorik för leverantörer och tjänster, även de som lämnat",
    en="Status history of suppliers and services, those that left included",
    law="SFS 2023:704 7 §",
    key=("supplier", "system", "service", "status_from"),
    columns=STATUS_COLUMNS,
    source=lambda select, at: select.select_from(statuses(at)),
)


def _known_to_all(at: Moment) -> sa.ColumnElement[bool]:
    """A regulation from its circulation on: what nobody outside has seen, or no date is known of, is not published."""
    status = EXPRESSIONS[Regulation]["status"].sql(at)
    return sa.and_(holds(_REGULATION, at), status != str(RegulationStatus.DRAFT))


def _decided(at: Moment) -> sa.ColumnElement[bool]:
    """A regulation that is decided, promulgated, in force or repealed."""
    status = EXPRESSIONS[Regulation]["status"].sql(at)
    return sa.and_(holds(_REGULATION, at), status.not_in([str(each) for each in _BEFORE_DECISION]))


def _regulation_status() -> tuple[Column, ...]:
    derived = EXPRESSIONS[Regulation]["status"]
    return code("status", RegulationStatus, derived.meaning, derived.sql, required=True)


REGULATIONS = Table(
    name="regulations",
    sv="Författningar och föreskrifter som registret vilar på",
    en="Acts, ordinances and regulations the register rests on",
    law="SFS 2023:704 21-22 §§",
    key=("regulation",),
    columns=(*key_of(Regulation), *facts(Regulation), *_regulation_status(), *origin(Regulation)),
    source=lambda select, at: select.select_from(_REGULATION).where(_known_to_all(at)),
)


def _fees(select: Selected, at: Moment) -> Selected:
    joined = _FEE.join(_TIER, _TIER.c.fee_rule_id == _FEE.c.id)
    rests_on_a_draft = sa.and_(
        _FEE.c.regulation_id.is_not(None),
        ~sa.exists().where(_REGULATION.c.id == _FEE.c.regulation_id, _decided(at)),
    )
    return select.select_from(joined).where(holds(_FEE, at), holds(_TIER, at), ~rests_on_a_draft)


FEES = Table(
    name="fees",
    sv="Avgifter för offentliga aktörer, ett steg per rad",
    en="Fees of public actors, one step a row",
    law="SFS 2023:709 7 §",
    key=("fee_rule", "from_quantity"),
    columns=(
        *key_of(FeeRule),
        *facts(FeeRule),
        *facts(FeeTier, without={"fee_rule_id"}),
        *origin(FeeRule, FeeTier),
    ),
    source=_fees,
    references=(Reference(("regulation",), "regulations"),),
)

PUBLIC_ACTORS = Table(
    name="public-actors",
    sv="Offentliga aktörer",
    en="Public actors",
    law="SFS 2023:704 4 §",
    key=("public_actor",),
    columns=(
        *key_of(PublicActor),
        *facts(PublicActor),
        Column(
            "connected",
            Kind.BOOLEAN,
            EXPRESSIONS[PublicActor]["connected"].meaning,
            required=True,
            sql=EXPRESSIONS[PublicActor]["connected"].sql,
        ),
        *origin(PublicActor),
    ),
    source=lambda select, at: select.select_from(_ACTOR).where(holds(_ACTOR, at)),
)

CONTRACT_STATISTICS = Table(
    name="contract-statistics",
    sv="Anslutna offentliga aktörer per månad, system och kategori",
    en="Connected public actors by month, system and category",
    law="SFS 2023:704 2 § 3",
    key=("month", "system", "category", "provenance"),
    columns=STATISTICS_COLUMNS,
    source=lambda select, at: select.select_from(connected_by_month(at)),
)

# In the order they are written and checked: what is referred to comes first.
TABLES = (SUPPLIERS, SERVICES, STATUS_HISTORY, REGULATIONS, FEES, PUBLIC_ACTORS, CONTRACT_STATISTICS)
