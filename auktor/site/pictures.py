"""What the pages make of their answers before the template speaks: charts, steps in order, lists of words."""

from collections.abc import Mapping

from auktor.core.vocabulary import (
    AgreementStatus,
    AssuranceLevel,
    FeeItem,
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    ServiceStatus,
    SupplierStatus,
    Term,
)
from auktor.site.addresses import Asked
from auktor.site.figures import CHARTS
from auktor.site.figures.times import regulations
from auktor.site.files import table_at
from schema.answering import Json

_WORDS: tuple[tuple[str, str, type[Term]], ...] = (
    ("Hur säker en uppgift är", "How sure a fact is", ProvenanceKind),
    ("Skyldighet", "Obligation", ObligationStatus),
    ("Leverantörens status", "Status of a supplier", SupplierStatus),
    ("Tjänstens status", "Status of a service", ServiceStatus),
    ("Avtalets status", "Status of an agreement", AgreementStatus),
    ("Tillitsnivå", "Level of assurance", AssuranceLevel),
    ("Offentliga aktörer", "Public actors", PublicActorCategory),
    ("Prestationer", "Items", FeeItem),
)
Data = Mapping[str, Json]


def steps_of_introduction(data: Data, _asked: Asked) -> Mapping[str, object]:
    """The milestones in the order of their outcome, or of their plan where none is known."""
    found = table_at(data, ("register", "rows", "nodes"))
    return {"steps": sorted(found, key=lambda step: str(step["occurredOn"] or step["plannedOn"] or ""))}


def words_of_register(_data: Data, _asked: Asked) -> Mapping[str, object]:
    """The closed lists of words that readers meet most."""
    return {"vocabulary": [(sv, en, list(terms)) for sv, en, terms in _WORDS]}


def pictures_of_regulations(data: Data, asked: Asked) -> Mapping[str, object]:
    """When each regulation of the list was in force."""
    return {"timeline": regulations({"register": {"regulations": {"nodes": _rows(data)}}}, asked)}


def pictures_of_statistics(data: Data, asked: Asked) -> Mapping[str, object]:
    """Every chart, each drawn from its part of the one answer; None where there is nothing to draw."""
    return {"charts": [(chart, chart.draw(data, asked)) for chart in CHARTS.values()]}


def picture_of_chart(data: Data, asked: Asked) -> Mapping[str, object]:
    """The chart that the address names."""
    chart = CHARTS[asked.key or ""]
    return {"chart": chart, "picture": chart.draw(data, asked)}


def _rows(data: Data) -> list[Json]:
    return [*table_at(data, ("register", "rows", "nodes"))]
