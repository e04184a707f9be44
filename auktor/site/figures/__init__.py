"""Every chart of the site, by the name it has in the address."""

from auktor.core.wording import Wording
from auktor.site.figures import counts, months, times
from auktor.site.figures.chart import Chart, Picture

__all__ = ["CHARTS", "Chart", "Picture"]

_NONE_KNOWN = Wording(
    "Vilka som verkligen har avtal är inte utgivet. Noll betyder att registret inte känner till något avtal.",
    "Who really has an agreement is not published. Zero means that the register knows of none.",
)
_WITHHELD = Wording(
    "Summor som färre än tre aktörer står bakom visas inte.",
    "Sums behind which fewer than three actors stand are not shown.",
)
_AS_KNOWN = Wording(
    "En pil betyder att inget slut är känt, en blek stapel att början inte är det. Rostbruna är påhittade exempel.",
    "An arrow means that no end is known, a pale bar that no beginning is. Rust-coloured bars are invented examples.",
)

CHARTS = {
    chart.name: chart
    for chart in (
        Chart(
            "andel-anslutna",
            "share_connected",
            ("register", "statistics", "obligedAgencies"),
            Wording("Hur många skyldiga myndigheter är anslutna?", "How many obliged agencies are connected?"),
            _NONE_KNOWN,
            months.share_connected,
        ),
        Chart(
            "skyldighet",
            "agencies_by_obligation",
            ("register", "statistics", "obligations"),
            Wording("Hur många myndigheter är skyldiga?", "How many agencies are obliged?"),
            Wording(
                "Statliga myndigheter den dag som visas, utan påhittade exempel.",
                "State agencies on the day shown, without invented examples.",
            ),
            counts.duties,
        ),
        Chart(
            "anslutna",
            "connected_actors",
            ("register", "statistics", "connections"),
            Wording("Hur växer antalet anslutna aktörer?", "How does the number of connected actors grow?"),
            _NONE_KNOWN,
            months.connected_actors,
        ),
        Chart(
            "lan",
            "connected_by_county",
            ("register", "statistics", "connectionsByCounty"),
            Wording("Var i landet finns de anslutna?", "Where in the country are those connected?"),
            _NONE_KNOWN,
            months.counties,
        ),
        Chart(
            "volymer",
            "volumes_by_item",
            ("register", "statistics", "volumes"),
            Wording("Hur mycket används tjänsterna?", "How much are the services used?"),
            _WITHHELD,
            months.volumes,
        ),
        Chart(
            "avgifter",
            "fees_by_item",
            ("register", "statistics", "fees"),
            Wording("Vad kostar det alla tillsammans?", "What does it cost all together?"),
            Wording(
                "Antal gånger pris, där priset är ett och känt. Summor av färre än tre aktörer ingår inte.",
                "Quantity times price, where the price is one and known. Sums of fewer than three actors are left out.",
            ),
            months.fees,
        ),
        Chart(
            "avtal",
            "agreement_times",
            ("register", "agreements", "nodes"),
            Wording("När gäller leverantörernas avtal?", "When are the agreements of suppliers in force?"),
            _AS_KNOWN,
            times.agreements,
        ),
        Chart(
            "tjanster",
            "service_times",
            ("register", "services", "nodes"),
            Wording("När har tjänsterna varit i drift?", "When were the services in operation?"),
            _AS_KNOWN,
            times.services,
        ),
        Chart(
            "foreskrifter",
            "regulation_times",
            ("register", "regulations", "nodes"),
            Wording("När har reglerna gällt?", "When were the rules in force?"),
            _AS_KNOWN,
            times.regulations,
        ),
    )
}
