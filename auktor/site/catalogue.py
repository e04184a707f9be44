"""The pages: which question each asks of the API, what the reader may choose, and what its files hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR

from auktor.core.vocabulary import (
    AssuranceLevel,
    ObligationStatus,
    PublicActorCategory,
    RegulationStatus,
    ServiceStatus,
    SupplierStatus,
    SystemCode,
    TargetGroup,
)
from auktor.core.wording import Wording
from auktor.site.addresses import Asked
from auktor.site.choices import BadChoice, Choices, Control
from auktor.site.comparing import compared, days_compared
from auktor.site.fee import YEAR, fee_question
from auktor.site.feeds import Feed, feed_of_changes, feed_of_corrections, feed_of_hits, feed_of_object
from auktor.site.figures import CHARTS
from auktor.site.pictures import (
    picture_of_chart,
    pictures_of_regulations,
    pictures_of_statistics,
    steps_of_introduction,
    words_of_register,
)
from schema.answering import Json

Variables = dict[str, Json]
MOST_CHANGES = 10**15
_LONGEST_NUMBER = 10
SYSTEMS = {"e-legitimering": "E_IDENTIFICATION", "digital-post": "DIGITAL_POST"}
"""The systems by their names in the address, the same in both languages."""
_SYSTEM = Control("system", Wording("System", "System"), "system", SystemCode)
_NAME = Control("namn", Wording("Namnet innehåller", "The name contains"), "name")


def _nothing(_asked: Asked) -> Variables:
    return {}


def _no_pictures(_data: Mapping[str, Json], _asked: Asked) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Page:
    """A page by the name its document, template and address share.

    `variables` adds to the day and the language; `rows` is where the lines of its CSV file stand in the answer;
    `kind` is the API's type of the object the address names, by its key or by what `keyed` makes of what stands there;
    `pictures` draws what the template shows; `feed` makes a feed of it.
    """

    name: str
    variables: Callable[[Asked], Variables] = _nothing
    rows: tuple[str, ...] = ("register", "rows", "nodes")
    kind: str | None = None
    choices: Choices | None = None
    names: tuple[str, ...] = ()
    pictures: Callable[[Mapping[str, Json], Asked], Mapping[str, object]] = _no_pictures
    document: str | None = None
    feed: Callable[[Mapping[str, Json], Asked], Feed] | None = None
    keyed: Callable[[str], str] = str

    @property
    def chosen_names(self) -> tuple[str, ...]:
        """What the address may hold beside the day."""
        return self.choices.names if self.choices else self.names

    def question(self, asked: Asked) -> Variables:
        """The variables of the page's document for an address; BadChoice where it asks for what is not offered."""
        always: Variables = {"asOf": str(asked.day), "language": str(asked.language)}
        if self.kind is not None:
            always["id"] = f"{self.kind}:{self.keyed(asked.key or '')}"
        return {**always, **(self.choices.variables(asked) if self.choices else {}), **self.variables(asked)}

    def asks(self, asked: Asked) -> str:
        """The name of the document; of a chart it is the chart's own."""
        return CHARTS[asked.key or ""].document if self.name == "chart" else self.document or self.name

    def told(self, asked: Asked) -> tuple[str, ...]:
        """Where the rows stand in the answer."""
        return CHARTS[asked.key or ""].rows if self.name == "chart" else self.rows

    @property
    def offers(self) -> tuple[str, ...]:
        """The endings of the files of this page."""
        return ("csv", "json", *(["svg"] if self.name == "chart" else []), *(["atom"] if self.feed else []))


SUPPLIERS = Choices(
    (
        _NAME,
        Control("status", Wording("Status", "Status"), "status", SupplierStatus),
        Control("listad", Wording("Har avtal", "Has an agreement"), "listed", bool),
    ),
    {"namn": "NAME", "status": "STATUS", "nummer": "ORGANISATION_NUMBER"},
)
SERVICES = Choices(
    (
        _NAME,
        _SYSTEM,
        Control("status", Wording("Status", "Status"), "status", ServiceStatus),
        Control("niva", Wording("Tillitsnivå", "Level of assurance"), "assuranceLevel", AssuranceLevel),
    ),
    {"namn": "NAME", "system": "SYSTEM", "status": "STATUS", "niva": "ASSURANCE_LEVEL"},
)
ACTORS = Choices(
    (
        _NAME,
        Control("slag", Wording("Slag", "Kind"), "category", PublicActorCategory),
        Control("skyldighet", Wording("Skyldighet", "Obligation"), "obligationStatus", ObligationStatus),
        Control("ansluten", Wording("Ansluten", "Connected"), "connected", bool),
    ),
    {"namn": "NAME", "slag": "CATEGORY", "skyldighet": "OBLIGATION_STATUS", "ansluten": "CONNECTED"},
)
EXEMPTIONS = Choices(
    (Control("galler", Wording("Gäller denna dag", "In effect this day"), "inEffect", bool),),
    {"till": "EXEMPT_UNTIL", "beslut": "DECIDED_ON"},
)
REGULATIONS = Choices(
    (Control("status", Wording("Status", "Status"), "status", RegulationStatus),),
    {"ikraft": "IN_FORCE_FROM", "titel": "TITLE"},
)
CHOOSE = Choices(
    (
        _SYSTEM,
        Control("for", Wording("För", "For"), "targetGroup", TargetGroup),
        Control("niva", Wording("Tillitsnivå", "Level of assurance"), "assuranceLevel", AssuranceLevel),
        Control("utomlands", Wording("Utan folkbokföring i Sverige", "Not resident in Sweden"), "nonResident", bool),
    )
)


def _chosen_services(asked: Asked) -> Variables:
    """Services a person can get on the day; those for both persons and companies answer to either."""
    given = CHOOSE.variables(asked)["filter"]
    wanted = dict(given) if isinstance(given, Mapping) else {}
    group = (asked.chosen or {}).get("for")
    if group is not None:
        wanted["targetGroup"] = {"in": sorted({group, "PERSON_AND_COMPANY"})}
    return {"filter": {**wanted, "status": {"in": ["IN_OPERATION", "TECHNICALLY_CONNECTED"]}}}


def _text(asked: Asked) -> Variables:
    return {"text": (asked.chosen or {}).get("q", "").strip()}


def _two_years(asked: Asked) -> Variables:
    return {"from": f"{max(asked.day.year - 2, 1)}-01-01", "to": f"{min(asked.day.year + 1, MAXYEAR)}-01-01"}


def _after(asked: Asked) -> Variables:
    given = (asked.chosen or {}).get("efter", "0")
    if not (given.isascii() and given.isdecimal() and int(given[:20]) <= MOST_CHANGES):
        raise BadChoice("efter", given)
    return {"afterSequence": int(given)}


def _at_most_hundred(_asked: Asked) -> Variables:
    return {"first": 100}


def _code_of_system(key: str) -> str:
    """`e-legitimering` is what people write; the register's key is its code."""
    return SYSTEMS.get(key, key)


def _number(asked: Asked) -> Variables:
    key = asked.key or ""
    if not (key.isascii() and key.isdecimal() and len(key) < _LONGEST_NUMBER):
        raise BadChoice("utgava", key)
    return {"number": int(key)}


PAGES = {
    page.name: page
    for page in (
        Page("suppliers", choices=SUPPLIERS),
        Page("supplier", rows=("register", "object"), kind="Supplier", feed=feed_of_object),
        Page("services", choices=SERVICES),
        Page("service", rows=("register", "object"), kind="Service", feed=feed_of_object),
        Page("actors", choices=ACTORS),
        Page("actor", rows=("register", "object"), kind="PublicActor", feed=feed_of_object),
        Page("decisions"),
        Page("decision", rows=("register", "object"), kind="Exemption", feed=feed_of_object),
        Page("exemptions", choices=EXEMPTIONS),
        Page("fee", fee_question, ("register", "feeEstimate", "lines"), names=(*YEAR.names,)),
        Page("regulations", choices=REGULATIONS, pictures=pictures_of_regulations),
        Page("regulation", rows=("register", "object"), kind="Regulation", feed=feed_of_object),
        Page("requirements", rows=("register", "object"), kind="AuthorisationSystem", keyed=_code_of_system),
        Page("search", _text, ("register", "search"), names=("q",), feed=feed_of_hits),
        Page("statistics", _two_years, ("register", "statistics", "volumes"), pictures=pictures_of_statistics),
        Page("chart", _two_years, pictures=picture_of_chart),
        Page(
            "compare",
            days_compared,
            ("register", "comparedWith", "objects"),
            names=("fran", "slag", "andring"),
            pictures=compared,
        ),
        Page("introduction", pictures=steps_of_introduction),
        Page("transition", rows=("register", "schemes", "nodes")),
        Page("choose", _chosen_services, choices=CHOOSE),
        Page("open_data", rows=("rows", "nodes")),
        Page("edition", _number, ("edition", "files")),
        Page("changes", _after, ("rows", "nodes"), names=("efter",), feed=feed_of_changes),
        Page("api", rows=("cited", "nodes")),
        Page("example", rows=("cited", "nodes"), document="api"),
        Page("corrections", _at_most_hundred, ("corrections",), feed=feed_of_corrections),
        Page("status", rows=("editions", "nodes")),
        Page("about", rows=("register", "authorisationSystems", "nodes")),
        Page(
            "words",
            rows=("register", "authorisationSystems", "nodes"),
            document="about",
            pictures=words_of_register,
        ),
        Page("accessibility", rows=("register", "authorisationSystems", "nodes"), document="about"),
    )
}
