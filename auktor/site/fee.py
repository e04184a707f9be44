"""The fee calculator: volumes of a year read from the address, and the same volumes in the years beside it."""

from dataclasses import dataclass

from auktor.core.vocabulary import SystemCode
from auktor.site.addresses import Asked
from auktor.site.choices import BadChoice
from schema.answering import Json

MOST = 10**12
FIRST_YEAR, LAST_YEAR = 2024, 2100
SHOWN_FIRST = "100000"
ITEMS = {"legitimeringar": "IDENTIFICATION", "underskrifter": "SIGNATURE", "forsandelser": "MESSAGE"}
BY_SYSTEM = {
    SystemCode.E_IDENTIFICATION: ("legitimeringar", "underskrifter"),
    SystemCode.DIGITAL_POST: ("forsandelser",),
}


@dataclass(frozen=True, slots=True)
class _Names:
    """What the address of the calculator may hold."""

    system: str = "system"
    year: str = "ar"

    @property
    def names(self) -> tuple[str, ...]:
        """In the order they stand in the address."""
        return (self.system, *ITEMS, self.year)


YEAR = _Names()


def chosen_year(asked: Asked) -> int:
    """The year asked for, the year of the day where none is; BadChoice for one the register cannot speak of."""
    given = (asked.chosen or {}).get(YEAR.year, str(asked.day.year))
    year = _whole(YEAR.year, given)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadChoice(YEAR.year, given)
    return year


def chosen_system(asked: Asked) -> SystemCode:
    """The system asked about; electronic identification where none is."""
    given = (asked.chosen or {}).get(YEAR.system, str(SystemCode.E_IDENTIFICATION))
    if given not in {str(code) for code in SystemCode}:
        raise BadChoice(YEAR.system, given)
    return SystemCode(given)


def chosen_quantities(asked: Asked) -> dict[str, int]:
    """How many of each item of the system; an example of 100 000 where nothing is given."""
    chosen = asked.chosen or {}
    names = BY_SYSTEM[chosen_system(asked)]
    given = {name: _whole(name, chosen[name]) for name in names if name in chosen}
    return given or {names[0]: int(SHOWN_FIRST)}


def years_beside(asked: Asked) -> range:
    """The year before, the year itself and the year after, as far as the register speaks of them."""
    year = chosen_year(asked)
    return range(max(year - 1, FIRST_YEAR), min(year + 1, LAST_YEAR) + 1)


def fee_question(asked: Asked, other_year: int | None = None) -> dict[str, Json]:
    """The API's question for the year asked for, or for another."""
    year = other_year or chosen_year(asked)
    volumes: list[Json] = [
        {"item": ITEMS[name], "quantity": quantity} for name, quantity in chosen_quantities(asked).items()
    ]
    question: Json = {
        "system": str(chosen_system(asked)),
        "volumes": volumes,
        "from": f"{year}-01-01",
        "to": f"{year + 1}-01-01",
    }
    return {"asOf": str(asked.day), "language": str(asked.language), "input": question}


def _whole(name: str, given: str) -> int:
    """A whole number as either language writes it, `1 000` or `1,000`; BadChoice for anything else or too much."""
    figures = "".join(given.replace(",", " ").split())
    if not (figures.isascii() and figures.isdecimal() and len(figures) <= len(str(MOST)) and int(figures) <= MOST):
        raise BadChoice(name, given)
    return int(figures)
