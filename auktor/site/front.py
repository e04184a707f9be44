"""What the front page says: rows and sentences made from the answer of the API, and nothing the API did not say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from auktor.core.vocabulary import SystemCode
from auktor.core.wording import Wording
from auktor.site.front_answer import (
    Agreement,
    Edition,
    EditionFile,
    FeeRule,
    FrontAnswer,
    Service,
    Supplier,
    System,
    Unlisted,
)

CONTENTS = {
    "suppliers": Wording("Leverantörer", "Suppliers"),
    "services": Wording("Tjänster", "Services"),
    "status-history": Wording("Statushistorik", "Status history"),
    "regulations": Wording("Föreskrifter", "Regulations"),
    "fees": Wording("Avgifter", "Fees"),
    "public-actors": Wording("Offentliga aktörer", "Public actors"),
    "contract-statistics": Wording("Anslutna aktörer per månad", "Connected actors by month"),
    "dictionary": Wording("Vad varje kolumn betyder", "What each column means"),
    "README": Wording("Läs mig", "Read me"),
    "LICENSE": Wording("Licens", "Licence"),
}


@dataclass(frozen=True, slots=True)
class ListedService:
    """A line of the list: a service, its supplier, and the agreement that puts it there."""

    supplier: Supplier
    agreement: Agreement
    service: Service | None

    @property
    def invented(self) -> bool:
        """Whether any of the three is an example."""
        parts = (self.supplier.provenance, self.agreement.provenance, self.service and self.service.provenance)
        return any(each and each.invented for each in parts)


@dataclass(frozen=True, slots=True)
class SystemList:
    """One system with its lines, the real ones and the examples apart."""

    system: System
    known: tuple[ListedService, ...]
    examples: tuple[ListedService, ...]
    fees: tuple[FeeRule, ...]
    example_fees: tuple[FeeRule, ...]
    unlisted: tuple[Unlisted, ...]

    @property
    def suppliers(self) -> int:
        """How many suppliers are really on the list."""
        return len({line.supplier.id for line in self.known})


@dataclass(frozen=True, slots=True)
class Download:
    """One content of an edition in all its forms."""

    title: Wording
    files: tuple[EditionFile, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """All that the front page shows for one day."""

    day: date
    today: date
    systems: tuple[SystemList, ...]
    edition: Edition | None
    unknown: tuple[Wording, ...]
    complete: bool

    @property
    def is_today(self) -> bool:
        """Whether the page speaks of today."""
        return self.day == self.today

    @property
    def has_examples(self) -> bool:
        """Whether anything shown is invented."""
        return any(each.examples or each.example_fees for each in self.systems)

    @property
    def downloads(self) -> tuple[Download, ...]:
        """The files of the edition by what they hold; a content without a title here comes last, by its own name."""
        by_stem: dict[str, list[EditionFile]] = {stem: [] for stem in CONTENTS}
        for file in self.edition.files if self.edition else []:
            by_stem.setdefault(file.stem, []).append(file)
        return tuple(
            Download(CONTENTS.get(stem, Wording(stem, stem)), tuple(files)) for stem, files in by_stem.items() if files
        )


def front_page(answer: FrontAnswer, day: date, today: date) -> FrontPage:
    """The page for `day` made from `answer`."""
    register = answer.register
    systems = tuple(_system_list(system, answer) for system in _in_order(register.authorisation_systems.nodes))
    newest = answer.editions.nodes[0] if answer.editions.nodes else None
    complete = register.suppliers.total_count == len(register.suppliers.nodes)
    return FrontPage(day, today, systems, newest, tuple(_unknown(systems)), complete)


def _in_order(systems: Iterable[System]) -> list[System]:
    order = list(SystemCode)
    return sorted(systems, key=lambda each: order.index(each.code))


def _system_list(system: System, answer: FrontAnswer) -> SystemList:
    lines = [line for line in _lines(answer.register.suppliers.nodes) if line.agreement.system is system.code]
    fees = [rule for rule in answer.register.fee_rules.nodes if rule.system is system.code]
    unlisted = [each for each in answer.register.unlisted.nodes if each.system is system.code]
    return SystemList(
        system,
        tuple(line for line in lines if not line.invented),
        tuple(line for line in lines if line.invented),
        tuple(rule for rule in fees if not rule.provenance.invented),
        tuple(rule for rule in fees if rule.provenance.invented),
        tuple(each for each in unlisted if not each.provenance.invented),
    )


def _lines(suppliers: Iterable[Supplier]) -> Iterator[ListedService]:
    """A line for each service an agreement covers; one without a service where none is known."""
    for supplier in suppliers:
        for agreement in supplier.agreements.nodes:
            services: Sequence[Service | None] = agreement.services.nodes or [None]
            yield from (ListedService(supplier, agreement, service) for service in services)


def _unknown(systems: Iterable[SystemList]) -> Iterator[Wording]:
    """What the answer leaves open, in sentences; each follows from a fact that is missing in it."""
    for each in systems:
        yield from _unknown_of_agreements(each)
        yield from _unknown_of_fees(each)
        yield from _unknown_of_unlisted(each)


def _unknown_of_agreements(listed: SystemList) -> Iterator[Wording]:
    unsigned = sorted({line.supplier.name for line in listed.known if line.agreement.signed_on is None})
    if unsigned:
        names = ", ".join(unsigned)
        yield Wording(
            f"När avtalen undertecknades: {names}. Att de gäller är rapporterat, inte bekräftat av myndigheten.",
            f"When the agreements were signed: {names}. That they are in force is reported, "
            "not confirmed by the authority.",
        )
    unnumbered = sorted({line.supplier.name for line in listed.known if line.supplier.organisation_number is None})
    if unnumbered:
        names = ", ".join(unnumbered)
        yield Wording(f"Organisationsnumret för {names}.", f"The organisation number of {names}.")


def _unknown_of_fees(listed: SystemList) -> Iterator[Wording]:
    name = listed.system.name
    if not listed.fees:
        yield Wording(
            f"{name}: avgiften för offentliga aktörer. Ingen är känd, och det betyder inte att den är noll.",
            f"{name}: the fee for public actors. None is known, and that does not mean it is zero.",
        )
    elif any(rule.regulation is None for rule in listed.fees):
        yield Wording(
            "Vilken föreskrift som bestämmer avgiften. Beloppet är känt, föreskriftens beteckning inte.",
            "Which regulation sets the fee. The amount is known, the designation of the regulation is not.",
        )


def _unknown_of_unlisted(listed: SystemList) -> Iterator[Wording]:
    names = ", ".join(sorted(each.name for each in listed.unlisted))
    if names:
        yield Wording(
            f"Om något avtal finns för {names}. De är tekniskt anslutna sedan tidigare, och det är inte ett avtal.",
            f"Whether there is an agreement for {names}. They were connected before, and that is not an agreement.",
        )
