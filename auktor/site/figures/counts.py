"""Charts of one day: agencies by what the law asks of them."""

from collections.abc import Mapping
from functools import partial

from auktor.core.vocabulary import ObligationStatus, ProvenanceKind, PublicActorCategory
from auktor.core.wording import Wording
from auktor.site import charts
from auktor.site.addresses import Asked
from auktor.site.charts import Bar, Form, Heading
from auktor.site.figures.answers import Counted
from auktor.site.figures.chart import Picture, in_both_forms, read, short
from auktor.site.words import count
from schema.answering import Json


def duties(data: Mapping[str, Json], asked: Asked) -> Picture:
    """Real state agencies by what the law asks of them."""
    agencies = [
        row
        for row in read(data, ("register", "statistics", "obligations"), Counted)
        if row.category is PublicActorCategory.STATE_AGENCY and row.provenance is not ProvenanceKind.EXAMPLE
    ]
    found = [
        Bar(short(status, asked).capitalize(), sum(row.actors for row in agencies if row.obligation_status is status))
        for status in ObligationStatus
    ]
    write = partial(count, language=asked.language)
    title = Wording("Statliga myndigheter efter skyldighet", "State agencies by obligation").in_language(asked.language)
    heading = Heading("skyldighet", title, f"{', '.join(f'{bar.name}: {write(bar.value)}' for bar in found)}.")

    def draw(form: Form) -> charts.Markup:
        return charts.bars(heading, found, write, form)

    words = (Wording("Skyldighet", "Obligation"), Wording("Myndigheter", "Agencies"))
    head = tuple(each.in_language(asked.language) for each in words)
    return Picture(*in_both_forms(draw), head, tuple((bar.name, write(bar.value)) for bar in found))
