"""Charts over months: connected actors, the share of those obliged, volumes, fees, and the counties side by side."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import dropwhile

from auktor.core.counties import COUNTIES
from auktor.core.vocabulary import ProvenanceKind, PublicActorCategory, SystemCode
from auktor.core.wording import Wording
from auktor.site import charts
from auktor.site.addresses import Asked
from auktor.site.charts import Form, Heading, Panel, Series
from auktor.site.figures.answers import Connection, CountyConnection, Fee, Obliged, Volume
from auktor.site.figures.chart import Picture, in_both_forms, not_mixed, read, short
from auktor.site.words import count
from schema.answering import Json

OF_STATISTICS = ("register", "statistics")
OTHERS = Wording("övriga", "others")
MONTH = Wording("Månad", "Month")
_OWN_LINE = (PublicActorCategory.STATE_AGENCY, PublicActorCategory.MUNICIPALITY, PublicActorCategory.REGION)
_INVENTED_COUNTY = Wording("99, påhittat", "99, invented")
Sums = Mapping[str, Mapping[date, int]]
Data = Mapping[str, Json]


def connected_actors(data: Data, asked: Asked) -> Picture | None:
    """Actors connected for e-identification by month: three kinds by name, the rest together."""
    rows, invented = not_mixed(read(data, (*OF_STATISTICS, "connections"), Connection))
    sums: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.system is SystemCode.E_IDENTIFICATION:
            kind = short(row.category, asked) if row.category in _OWN_LINE else OTHERS.in_language(asked.language)
            sums[kind][row.month] += row.actors
    title = Wording("Aktörer med avtal för e-legitimering", "Actors with an agreement for e-identification")
    return _lines("anslutna", title, sums, asked, invented=invented)


def volumes(data: Data, asked: Asked) -> Picture | None:
    """Volumes by month and item; a month in which one service is withheld counts the others."""
    rows, invented = not_mixed(read(data, (*OF_STATISTICS, "volumes"), Volume))
    sums: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.quantity is not None:
            sums[short(row.item, asked)][row.month] += row.quantity
    return _lines("volymer", Wording("Volymer per månad", "Volumes by month"), sums, asked, invented=invented)


def fees(data: Data, asked: Asked) -> Picture | None:
    """What the volumes cost by month and item, in whole kronor; where the price is not one, nothing is drawn."""
    rows, invented = not_mixed(read(data, (*OF_STATISTICS, "fees"), Fee))
    sums: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.fee_sek is not None:
            sums[short(row.item, asked)][row.month] += round(row.fee_sek)
    title = Wording("Avgifter per månad, kronor", "Fees by month, kronor")
    return _lines("avgifter", title, sums, asked, invented=invented)


def share_connected(data: Data, asked: Asked) -> Picture | None:
    """How many of the obliged state agencies were connected each month since the first in which one was obliged."""
    every = read(data, (*OF_STATISTICS, "obligedAgencies"), Obliged)
    rows = list(dropwhile(lambda row: not row.obliged, every))
    if not rows:
        return None
    write = partial(count, language=asked.language)
    months = [f"{row.month:%Y-%m}" for row in rows]
    series = Series("", [round(10_000 * row.connected / row.obliged) if row.obliged else None for row in rows])
    last = rows[-1]
    said = Wording(
        f"{write(last.connected)} av {write(last.obliged)}", f"{write(last.connected)} of {write(last.obliged)}"
    )
    told = Wording(
        f"{said.sv} skyldiga myndigheter var anslutna i {last.month:%Y-%m}.",
        f"{said.en} obliged agencies were connected in {last.month:%Y-%m}.",
    )
    title = Wording("Andel skyldiga myndigheter som är anslutna", "Share of obliged agencies connected")
    heading = Heading("andel", title.in_language(asked.language), told.in_language(asked.language))

    def draw(form: Form) -> charts.Markup:
        return charts.area(heading, months, series, said.in_language(asked.language), form)

    words = (Wording("Anslutna", "Connected"), Wording("Skyldiga", "Obliged"))
    head = (MONTH.in_language(asked.language), *(each.in_language(asked.language) for each in words))
    table = tuple((f"{row.month:%Y-%m}", write(row.connected), write(row.obliged)) for row in reversed(rows))
    return Picture(*in_both_forms(draw), head, table)


def counties(data: Data, asked: Asked) -> Picture | None:
    """Actors connected for e-identification in each county by month, in code order, on one scale.

    A county without a known agreement stands at zero known. The invented examples lie in a county there is none of.
    """
    rows = read(data, (*OF_STATISTICS, "connectionsByCounty"), CountyConnection)
    wanted = [row for row in rows if row.system is SystemCode.E_IDENTIFICATION]
    months = sorted({row.month for row in wanted})
    if not months:
        return None
    write = partial(count, language=asked.language)
    sums: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in wanted:
        invented = row.provenance is ProvenanceKind.EXAMPLE and row.county_code not in COUNTIES
        sums["" if invented else row.county_code][row.month] += row.actors
    places = {code: name.removesuffix(" län").removesuffix("s") for code, name in COUNTIES.items()}
    if "" in sums:
        places[""] = _INVENTED_COUNTY.in_language(asked.language)
    panels = [_panel(name, [sums[code][month] for month in months], write) for code, name in places.items()]
    told = Wording(
        f"{len(COUNTIES)} län, från {months[0]:%Y-%m} till {months[-1]:%Y-%m}, alla i samma skala.",
        f"{len(COUNTIES)} counties, from {months[0]:%Y-%m} to {months[-1]:%Y-%m}, all on the same scale.",
    )
    title = Wording("Aktörer med avtal för e-legitimering, per län", "Actors with an agreement, by county")
    heading = Heading("lan", title.in_language(asked.language), told.in_language(asked.language))

    def draw(form: Form) -> charts.Markup:
        return charts.multiples(heading, panels, form)

    head = (Wording("Län", "County").in_language(asked.language), f"{months[0]:%Y-%m}", f"{months[-1]:%Y-%m}")
    table = tuple((panel.name, write(panel.values[0] or 0), panel.said) for panel in panels)
    return Picture(*in_both_forms(draw), head, table)


def _panel(name: str, values: Sequence[int], write: charts.Write) -> Panel:
    return Panel(name, values, write(values[-1]))


def _lines(identifier: str, title: Wording, sums: Sums, asked: Asked, *, invented: bool) -> Picture | None:
    months = sorted({month for each in sums.values() for month in each})
    if not months:
        return None
    write = partial(count, language=asked.language)
    labels = [f"{month:%Y-%m}" for month in months]
    series = [Series(name, [each.get(month) for month in months]) for name, each in sums.items()]
    heading = Heading(identifier, title.in_language(asked.language), _told(labels, series, asked))

    def draw(form: Form) -> charts.Markup:
        return charts.lines(heading, labels, series, write, form)

    head = (MONTH.in_language(asked.language), *(each.name for each in series))
    rows = tuple(
        (label, *("–" if (value := each.values[index]) is None else write(value) for each in series))
        for index, label in enumerate(labels)
    )
    return Picture(*in_both_forms(draw), head, tuple(reversed(rows)), invented)


def _told(labels: Sequence[str], series: Sequence[Series], asked: Asked) -> str:
    """The picture as a sentence: first and last month, and for each line its first, last and largest value."""
    return " ".join(
        [
            Wording(f"Från {labels[0]} till {labels[-1]}.", f"From {labels[0]} to {labels[-1]}.").in_language(
                asked.language
            ),
            *(_line_told(each, asked) for each in series),
        ]
    )


def _line_told(series: Series, asked: Asked) -> str:
    write = partial(count, language=asked.language)
    known = [value for value in series.values if value is not None]
    first, last, most = write(known[0]), write(known[-1]), write(max(known))
    return Wording(
        f"{series.name.capitalize()}: först {first}, sist {last}, som mest {most}.",
        f"{series.name.capitalize()}: first {first}, last {last}, at most {most}.",
    ).in_language(asked.language)
