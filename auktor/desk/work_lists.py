"""The lists that work is taken from: what each shows, how it is narrowed and ordered, and which forms it leads to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from auktor.core.periods import stockholm_today
from auktor.core.vocabulary import ApplicationStatus, SystemCode
from auktor.core.wording import Wording
from auktor.desk.doing import DECISIONS, WAYS, Way
from auktor.site.addresses import Asked
from auktor.site.choices import ORDER, BadChoice, Choices, Control
from schema.answering import Json

Condition = Callable[[date], Json]
SOON_DAYS = 180
_EVERY = "alla"
_OPEN = ("RECEIVED", "UNDER_REVIEW", "SUPPLEMENT_REQUESTED", "APPROVED", "REJECTED", "RECTIFICATION_PENDING")


@dataclass(frozen=True, slots=True)
class Offered(Control):
    """A control with choices of its own: the words for each, and the condition it is on a day."""

    offers: Mapping[str, tuple[Wording, Condition]] = field(default_factory=dict[str, tuple[Wording, Condition]])

    def condition(self, given: str) -> Json:
        """The condition as of today; BadChoice where it is not offered."""
        if given not in self.offers:
            raise BadChoice(self.name, given)
        return self.offers[given][1](stockholm_today(datetime.now(UTC)))

    def options(self) -> list[tuple[str, Wording]]:
        """What can be chosen, and the words for it."""
        return [(value, words) for value, (words, _) in self.offers.items()]


@dataclass(frozen=True, slots=True)
class WorkList:
    """One list. `presets` is what holds where the address says nothing; `deeds` are forms by the field a row fills.

    `columns` are the heads of the table, each with the name its order has in the address, if it can be ordered by.
    `named_by` are the fields by which what is prepared names the object of a row.
    """

    page: str
    document: str
    title: Wording
    told: Wording
    choices: Choices
    presets: Mapping[str, str]
    columns: tuple[tuple[Wording, str], ...]
    deeds: Mapping[str, str] = field(default_factory=dict[str, str])
    named_by: tuple[str, ...] = ()

    @property
    def ways(self) -> Mapping[str, Way]:
        """The forms a row leads to."""
        return {name: WAYS[name] for name in self.deeds}

    def with_presets(self, asked: Asked) -> Asked:
        """What is asked, with what holds where nothing is said."""
        return replace(asked, chosen={**self.presets, **(asked.chosen or {})})


def _within(name: str, label: Wording, fact: str) -> Offered:
    """How far ahead of today the day may lie."""

    def until(days: int) -> Condition:
        return lambda today: {"gte": str(today), "lte": str(today + timedelta(days))}

    offers = {str(days): (Wording(f"{days} dagar", f"{days} days"), until(days)) for days in (30, 90, SOON_DAYS, 365)}
    every: tuple[Wording, Condition] = (Wording("utan gräns", "without limit"), lambda today: {"gte": str(today)})
    return Offered(name, label, fact, offers={**offers, _EVERY: every})


def _regulations() -> Offered:
    """Drafts until they are promulgated, and what enters into force, soon or at all."""
    draft: Json = {"status": {"in": ["DRAFT", "CIRCULATED", "NOTIFIED_TO_EU", "DECIDED"]}}

    def until(days: int) -> Condition:
        return lambda today: [{"inForceFrom": {"gte": str(today), "lte": str(today + timedelta(days))}}]

    offers: dict[str, tuple[Wording, Condition]] = {
        _EVERY: (
            Wording("allt på väg", "all under way"),
            lambda today: [draft, {"inForceFrom": {"gte": str(today)}}],
        ),
        "utkast": (Wording("utkast och remisser", "drafts and what is circulated"), lambda _: [draft]),
        **{
            str(days): (Wording(f"i kraft inom {days} dagar", f"in force within {days} days"), until(days))
            for days in (30, SOON_DAYS)
        },
    }
    return Offered("inom", Wording("Visa", "Show"), "or", offers=offers)


def _exactly(term: str) -> Condition:
    return lambda _: {"eq": term}


def _stands() -> Offered:
    """Where an application stands; first those that somebody must do something about."""
    offers: dict[str, tuple[Wording, Condition]] = {
        "oppna": (Wording("öppna", "open"), lambda _: {"in": list(_OPEN)}),
        _EVERY: (Wording("alla", "all"), lambda _: {}),
        **{str(term): (Wording(term.sv, term.en), _exactly(str(term))) for term in ApplicationStatus},
    }
    return Offered("status", Wording("Status", "Status"), "status", offers=offers)


def _waits() -> Offered:
    offers: dict[str, tuple[Wording, Condition]] = {
        "nej": (Wording("väntar", "waiting"), lambda _: {"eq": False}),
        "ja": (Wording("beslutade", "decided"), lambda _: {"eq": True}),
        _EVERY: (Wording("alla", "all"), lambda _: {}),
    }
    return Offered("beslutad", Wording("Läge", "State"), "isDecided", offers=offers)


def _deeds() -> Offered:
    offers: dict[str, tuple[Wording, Condition]] = {
        name: (Wording(way.deed.sv, way.deed.en), _exactly(name)) for name, way in DECISIONS.items()
    }
    every: tuple[Wording, Condition] = (Wording("alla", "all"), lambda _: {"ne": "publishEdition"})
    return Offered("beslut", Wording("Beslut", "Decision"), "deed", offers={_EVERY: every, **offers})


_SYSTEM = Control("system", Wording("System", "System"), "system", SystemCode)
_NUMBER = Control("avtal", Wording("Avtalsnumret innehåller", "Agreement number contains"), "agreementNumber")
_CASE = Control("arende", Wording("Ärendenumret innehåller", "Case number contains"), "caseNumber")
_ENDS = _within("inom", Wording("Upphör inom", "Ends within"), "endsOn")
_SOON = str(SOON_DAYS)
_ORDERS_OF_AGREEMENTS = {"upphor": "ENDS_ON", "system": "SYSTEM", "avtal": "AGREEMENT_NUMBER"}
_SYSTEM_COLUMN, _CASE_COLUMN = (Wording("System", "System"), "system"), (Wording("Ärende", "Case"), "arende")
_PREPARED_BY = (Wording("Berett av", "Prepared by"), "")
_COLUMNS_OF_AGREEMENTS = (
    (Wording("Avtal", "Agreement"), "avtal"),
    _SYSTEM_COLUMN,
    (Wording("Upphör", "Ends"), "upphor"),
    (Wording("Uppsagt", "Notice given"), ""),
    _PREPARED_BY,
    (Wording("Gör", "Do"), ""),
)

_EVERY_LIST = (
    WorkList(
        "desk_applications",
        "applications",
        Wording("Ansökningar", "Applications"),
        Wording("De som väntat längst står först.", "Those that have waited longest stand first."),
        Choices(
            (_stands(), _SYSTEM, _CASE),
            {"inkom": "RECEIVED_ON", "status": "STATUS", "system": "SYSTEM", "arende": "CASE_NUMBER"},
        ),
        {"status": "oppna", ORDER: "inkom"},
        (
            (Wording("Sökande", "Applicant"), "arende"),
            _SYSTEM_COLUMN,
            (Wording("Inkom", "Received"), "inkom"),
            (Wording("Status", "Status"), "status"),
            _PREPARED_BY,
        ),
        named_by=("application",),
    ),
    WorkList(
        "desk_preparations",
        "preparations",
        Wording("Beredda beslut", "Prepared decisions"),
        Wording(
            "En annan än den som beredde beslutar.", "Somebody else than the one who prepared it takes the decision."
        ),
        Choices(
            (_waits(), _deeds(), Control("av", Wording("Berett av", "Prepared by"), "preparedBy")),
            {"berett": "AT", "beslut": "DEED", "av": "PREPARED_BY"},
        ),
        {"beslutad": "nej", "beslut": _EVERY, ORDER: "berett"},
        (
            (Wording("Beslut", "Decision"), "beslut"),
            (Wording("Berett av", "Prepared by"), "av"),
            (Wording("Berett", "Prepared"), "berett"),
            (Wording("Beslutat av", "Decided by"), ""),
        ),
    ),
    WorkList(
        "desk_supplier_agreements",
        "supplier_agreements",
        Wording("Leverantörsavtal som upphör", "Supplier agreements that end"),
        Wording("Ett avtal förlängs senast dagen före.", "An agreement is extended the day before at the latest."),
        Choices((_ENDS, _SYSTEM, _NUMBER), _ORDERS_OF_AGREEMENTS),
        {"inom": _SOON, ORDER: "upphor"},
        _COLUMNS_OF_AGREEMENTS,
        {"extendSupplierAgreement": "agreement", "terminateSupplierAgreement": "agreement"},
        ("supplier_agreement",),
    ),
    WorkList(
        "desk_actor_agreements",
        "actor_agreements",
        Wording("Aktörsavtal som upphör", "Actor agreements that end"),
        Wording("Sagda upp, eller ingångna till en viss dag.", "Under notice, or made until a certain day."),
        Choices((_ENDS, _SYSTEM, _NUMBER), _ORDERS_OF_AGREEMENTS),
        {"inom": _SOON, ORDER: "upphor"},
        _COLUMNS_OF_AGREEMENTS,
        {"cancelActorAgreement": "agreement"},
        ("actor_agreement", "actor"),
    ),
    WorkList(
        "desk_exemptions",
        "exemptions",
        Wording("Undantag som löper ut", "Exemptions that run out"),
        Wording(
            "Den som vill ha ett nytt undantag ansöker; annars gäller skyldigheten igen.",
            "Whoever wants another exemption applies for it; otherwise the obligation holds again.",
        ),
        Choices(
            (_within("inom", Wording("Löper ut inom", "Runs out within"), "exemptUntil"), _CASE),
            {"loper": "EXEMPT_UNTIL", "arende": "CASE_NUMBER"},
        ),
        {"inom": _SOON, ORDER: "loper"},
        (
            (Wording("Aktör", "Actor"), ""),
            _CASE_COLUMN,
            (Wording("Löper ut", "Runs out"), "loper"),
            _PREPARED_BY,
            (Wording("Gör", "Do"), ""),
        ),
        {"prepareExemption": "actor", "endExemption": "exemption"},
        ("actor",),
    ),
    WorkList(
        "desk_regulations",
        "regulations",
        Wording("Föreskrifter på väg", "Regulations under way"),
        Wording(
            "Utkast på remiss, beslutade och kungjorda, till den dag de träder i kraft.",
            "Drafts that are circulated, decided and promulgated, until the day they are in force.",
        ),
        Choices((_regulations(),), {"kraft": "IN_FORCE_FROM", "titel": "TITLE"}),
        {"inom": _EVERY, ORDER: "kraft"},
        (
            (Wording("Föreskrift", "Regulation"), "titel"),
            (Wording("Träder i kraft", "Enters into force"), "kraft"),
            (Wording("Status", "Status"), ""),
            _PREPARED_BY,
            (Wording("Gör", "Do"), ""),
        ),
        {
            "notifyRegulation": "regulation",
            "draftRegulation": "regulation",
            "promulgateRegulation": "regulation",
            "repealRegulation": "regulation",
        },
        ("regulation",),
    ),
)
WORK_LISTS: Mapping[str, WorkList] = MappingProxyType({each.page: each for each in _EVERY_LIST})
