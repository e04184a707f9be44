"""Charts of what begins and ends: agreements of suppliers, services in operation, regulations in force."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from auktor.core.vocabulary import ServiceStatus, SystemCode
from auktor.core.wording import Wording
from auktor.site import charts
from auktor.site.addresses import Asked
from auktor.site.charts import Form, Heading, Span
from auktor.site.figures.answers import AgreementTime, RegulationTime, ServiceTime, Version
from auktor.site.figures.chart import Picture, in_both_forms, read
from auktor.site.words import on_day
from schema.answering import Json

Data = Mapping[str, Json]
_SYSTEMS = {
    SystemCode.E_IDENTIFICATION: Wording("e-leg", "e-ID"),
    SystemCode.DIGITAL_POST: Wording("post", "post"),
}
"""As short as a name beside a bar must be."""


def agreements(data: Data, asked: Asked) -> Picture | None:
    """Each agreement of a supplier from its first day in force to its end."""
    found = read(data, ("register", "agreements", "nodes"), AgreementTime)
    spans = [
        Span(
            f"{each.supplier.name}, {_SYSTEMS[each.system].in_language(asked.language)}",
            each.in_force_from,
            each.ends_on,
            invented=each.provenance.invented,
        )
        for each in found
    ]
    return _spans("avtal", Wording("Leverantörernas avtal över tid", "Agreements of suppliers over time"), spans, asked)


def services(data: Data, asked: Asked) -> Picture | None:
    """Each time a service is in operation, as the register describes it now."""
    found = read(data, ("register", "services", "nodes"), ServiceTime)
    spans = [
        Span(each.name, start, end, invented=each.provenance.invented)
        for each in found
        for start, end in _in_operation(each.history)
    ]
    return _spans("tjanster", Wording("Tjänster i drift över tid", "Services in operation over time"), spans, asked)


def regulations(data: Data, asked: Asked) -> Picture | None:
    """When each regulation was in force."""
    found = read(data, ("register", "regulations", "nodes"), RegulationTime)
    spans = [
        Span(each.designation or each.title, each.in_force_from, each.repealed_on, invented=each.provenance.invented)
        for each in found
    ]
    return _spans("foreskrifter", Wording("Författningar över tid", "Regulations over time"), spans, asked)


def _in_operation(history: Sequence[Version]) -> Iterator[tuple[date, date | None]]:
    """The periods of a service in operation; descriptions that follow each other are one period."""
    begun: date | None = None
    current = sorted((each for each in history if each.recorded_to is None), key=lambda each: each.valid_from)
    for each in current:
        runs = any(fact.name == "status" and fact.value == str(ServiceStatus.IN_OPERATION) for fact in each.facts)
        if runs and begun is None:
            begun = each.valid_from
        elif not runs and begun is not None:
            yield begun, each.valid_from
            begun = None
    if begun is not None:
        yield begun, current[-1].valid_to


def _spans(identifier: str, title: Wording, spans: Sequence[Span], asked: Asked) -> Picture | None:
    if not spans:
        return None
    ordered = sorted(spans, key=lambda each: (each.invented, each.start or date.min, each.name))
    running = sum(_runs(each, asked.day) for each in ordered)
    day = on_day(asked.day, asked.language)
    told = Wording(
        f"{len(ordered)} staplar, var och en från första dagen till slutet. {running} gäller {day}, där linjen står.",
        f"{len(ordered)} bars, each from its first day to its end. {running} are in force on {day}, where the line is.",
    )
    heading = Heading(identifier, title.in_language(asked.language), told.in_language(asked.language))

    def draw(form: Form) -> charts.Markup:
        return charts.gantt(heading, ordered, asked.day, form)

    words = (Wording("Vad", "What"), Wording("Från", "From"), Wording("Till", "Until"))
    head = tuple(each.in_language(asked.language) for each in words)
    table = tuple((each.name, _day(each.start), _day(each.end)) for each in ordered)
    return Picture(*in_both_forms(draw), head, table)


def _runs(span: Span, day: date) -> bool:
    return (span.start is None or span.start <= day) and (span.end is None or span.end > day)


def _day(day: date | None) -> str:
    return str(day) if day else "–"
