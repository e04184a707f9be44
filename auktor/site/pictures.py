"""What the pages draw from their answers: the series of a chart, its sentence, and the rows of the table beside it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import msgspec
from markupsafe import Markup

from auktor.core.vocabulary import (
    AgreementStatus,
    AssuranceLevel,
    FeeItem,
    ObligationStatus,
    ProvenanceKind,
    PublicActorCategory,
    ServiceStatus,
    SupplierStatus,
    SystemCode,
    Term,
)
from auktor.core.wording import Wording
from auktor.site import charts
from auktor.site.addresses import Asked
from auktor.site.files import table_at
from auktor.site.front_answer import Answered
from auktor.site.words import count
from schema.answering import Json

OTHERS = Wording("övriga", "others")
_OWN_LINE = (PublicActorCategory.STATE_AGENCY, PublicActorCategory.MUNICIPALITY, PublicActorCategory.REGION)
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


class Connection(Answered, frozen=True):
    """Connected actors of one kind in a month."""

    month: date
    system: SystemCode
    category: PublicActorCategory
    provenance: ProvenanceKind
    actors: int


class Counted(Answered, frozen=True):
    """Actors of one kind by obligation and connection."""

    category: PublicActorCategory
    obligation_status: ObligationStatus
    connected: bool
    provenance: ProvenanceKind
    actors: int


class Volume(Answered, frozen=True):
    """A service's volume of a month; None where too few stand behind it."""

    month: date
    item: FeeItem
    quantity: int | None
    provenance: ProvenanceKind


class Described(Answered, frozen=True):
    """A regulation in time."""

    designation: str | None
    title: str
    in_force_from: date | None
    repealed_on: date | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the table beside it: the head, and rows that begin with what they are about."""

    svg: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def steps_of_introduction(data: Mapping[str, Json], _asked: Asked) -> Mapping[str, object]:
    """The milestones in the order of their outcome, or of their plan where none is known."""
    found = table_at(data, ("register", "rows", "nodes"))
    return {"steps": sorted(found, key=lambda step: str(step["occurredOn"] or step["plannedOn"] or ""))}


def words_of_register(_data: Mapping[str, Json], _asked: Asked) -> Mapping[str, object]:
    """The closed lists of words that readers meet most."""
    return {"vocabulary": [(sv, en, list(terms)) for sv, en, terms in _WORDS]}


def pictures_of_regulations(data: Mapping[str, Json], asked: Asked) -> Mapping[str, object]:
    """When each regulation of the list was in force."""
    found = msgspec.convert(table_at(data, ("register", "rows", "nodes")), list[Described])
    spans = [charts.Span(each.designation or each.title, each.in_force_from, each.repealed_on) for each in found]
    title = Wording("Föreskrifter över tid", "Regulations over time").in_language(asked.language)
    said = Wording(
        f"{len(spans)} författningar, var och en som en stapel från ikraftträdandet till upphävandet.",
        f"{len(spans)} regulations, each a bar from its entry into force to its repeal.",
    )
    return {
        "timeline": charts.gantt(charts.Heading("tid", title, said.in_language(asked.language)), spans, asked.day)
        if spans
        else None
    }


def pictures_of_statistics(data: Mapping[str, Json], asked: Asked) -> Mapping[str, object]:
    """The three pictures of the statistics, real and invented apart; None where there is nothing to draw."""
    connections = msgspec.convert(table_at(data, ("register", "statistics", "connections")), list[Connection])
    volumes = msgspec.convert(table_at(data, ("register", "statistics", "volumes")), list[Volume])
    counted = msgspec.convert(table_at(data, ("register", "statistics", "obligations")), list[Counted])
    return {
        "connections": _connections(connections, asked),
        "volumes": _volumes(volumes, asked),
        "obliged": _obliged(counted, asked),
        "duties": _duties(counted, asked),
        "connections_invented": _all_invented(connections),
        "volumes_invented": _all_invented(volumes),
    }


def _all_invented(rows: Sequence[Connection] | Sequence[Volume]) -> bool:
    return bool(rows) and all(row.provenance is ProvenanceKind.EXAMPLE for row in rows)


def _connections(rows: Sequence[Connection], asked: Asked) -> Picture | None:
    """Actors connected for e-identification by month: three kinds by name, the rest together."""
    sums: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.system is SystemCode.E_IDENTIFICATION:
            kind = _short(row.category, asked) if row.category in _OWN_LINE else OTHERS.in_language(asked.language)
            sums[kind][row.month] += row.actors
    title = Wording("Aktörer med avtal för e-legitimering", "Actors with an agreement for e-identification")
    return _lines("anslutna", title, {name: dict(each) for name, each in sums.items()}, asked)


def _volumes(rows: Sequence[Volume], asked: Asked) -> Picture | None:
    """Volumes by month and item; a month in which one service is withheld counts the others."""
    sums: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.quantity is not None:
            sums[_short(row.item, asked)][row.month] += row.quantity
    title = Wording("Volymer per månad", "Volumes by month")
    return _lines("volymer", title, {name: dict(each) for name, each in sums.items()}, asked)


def _lines(identifier: str, title: Wording, sums: Mapping[str, Mapping[date, int]], asked: Asked) -> Picture | None:
    months = sorted({month for each in sums.values() for month in each})
    if not months:
        return None
    write = partial(count, language=asked.language)
    labels = [f"{month:%Y-%m}" for month in months]
    series = [charts.Series(name, [each.get(month) for month in months]) for name, each in sums.items()]
    svg = charts.lines(
        charts.Heading(identifier, title.in_language(asked.language), _told(labels, series, asked)),
        labels,
        series,
        write,
    )
    head = (Wording("Månad", "Month").in_language(asked.language), *(each.name for each in series))
    rows = tuple(
        (label, *("–" if (value := each.values[index]) is None else write(value) for each in series))
        for index, label in enumerate(labels)
    )
    return Picture(svg, head, tuple(reversed(rows)))


def _told(labels: Sequence[str], series: Sequence[charts.Series], asked: Asked) -> str:
    """The picture as a sentence: first and last month, and where each line ends."""
    write = partial(count, language=asked.language)
    ends = [(each.name, next((value for value in reversed(each.values) if value is not None), 0)) for each in series]
    said = ", ".join(f"{name} {write(value)}" for name, value in ends)
    return Wording(
        f"Från {labels[0]} till {labels[-1]}. Senast: {said}.", f"From {labels[0]} to {labels[-1]}. Latest: {said}."
    ).in_language(asked.language)


def _obliged(rows: Sequence[Counted], asked: Asked) -> Markup | None:
    """How many of the real obliged state agencies are known to be connected."""
    obliged = [
        row
        for row in rows
        if row.obligation_status is ObligationStatus.OBLIGED and row.provenance is not ProvenanceKind.EXAMPLE
    ]
    whole, part = sum(row.actors for row in obliged), sum(row.actors for row in obliged if row.connected)
    if not whole:
        return None
    write = partial(count, language=asked.language)
    said = Wording(
        f"{write(part)} av {write(whole)} skyldiga myndigheter har ett avtal som registret känner till",
        f"{write(part)} of {write(whole)} obliged agencies have an agreement known to the register",
    ).in_language(asked.language)
    title = Wording("Andel skyldiga myndigheter som är anslutna", "Share of obliged agencies connected")
    return charts.share(charts.Heading("andel", title.in_language(asked.language), f"{said}."), part, whole, said)


def _duties(rows: Sequence[Counted], asked: Asked) -> Picture:
    """Real state agencies by what the law asks of them."""
    agencies = [
        row
        for row in rows
        if row.category is PublicActorCategory.STATE_AGENCY and row.provenance is not ProvenanceKind.EXAMPLE
    ]
    found = [
        charts.Bar(
            _short(status, asked).capitalize(), sum(row.actors for row in agencies if row.obligation_status is status)
        )
        for status in ObligationStatus
    ]
    write = partial(count, language=asked.language)
    title = Wording("Statliga myndigheter efter skyldighet", "State agencies by obligation").in_language(asked.language)
    svg = charts.bars(
        charts.Heading("skyldighet", title, ", ".join(f"{bar.name}: {write(bar.value)}" for bar in found)), found, write
    )
    head = (
        Wording("Skyldighet", "Obligation").in_language(asked.language),
        Wording("Myndigheter", "Agencies").in_language(asked.language),
    )
    return Picture(svg, head, tuple((bar.name, write(bar.value)) for bar in found))


def _short(term: Term, asked: Asked) -> str:
    """The words of a term without the provision after the comma."""
    return Wording(term.sv, term.en).in_language(asked.language).split(",", maxsplit=1)[0]
