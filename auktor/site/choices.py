"""The filters and orders a list offers: controls of a form, read from the address, told to the API."""

from collections.abc import Mapping
from dataclasses import dataclass

from auktor.core.errors import Refused, shown
from auktor.core.vocabulary import Term
from auktor.core.wording import Wording
from auktor.site.addresses import Asked
from schema.answering import Json

ROWS = 50
LONGEST_TEXT = 100
CURSOR_CHARACTERS = 2000
FORWARD, BACKWARD, ORDER = "efter", "fore", "ordning"
YES, NO = "ja", "nej"


class BadChoice(Refused):
    """A choice in the address that the page does not offer; `given` is what stood there."""

    code = "BAD_CHOICE"

    def __init__(self, name: str, given: str) -> None:
        super().__init__(f"{shown(given)} cannot be chosen as {name}. Choose again in the form of the page.")
        self.name = name
        self.given = given


@dataclass(frozen=True, slots=True)
class Control:
    """A control of the form: its name in the address, its label, the fact it filters, and the terms it offers.

    `terms` is the terms of a closed list, `bool` for yes or no, and None for a text that the fact shall contain.
    """

    name: str
    label: Wording
    fact: str
    terms: type[Term] | type[bool] | None = None

    def condition(self, given: str) -> Json:
        """The API's condition for what stands in the address; BadChoice where the control does not offer it."""
        if self.terms is None:
            if len(given) > LONGEST_TEXT:
                raise BadChoice(self.name, given)
            return {"contains": given}
        if self.terms is bool:
            if given not in {YES, NO}:
                raise BadChoice(self.name, given)
            return {"eq": given == YES}
        if given not in {str(term) for term in self.terms}:
            raise BadChoice(self.name, given)
        return {"eq": given}

    def options(self) -> list[tuple[str, Wording]]:
        """What can be chosen: the value in the address and the words for it; empty for a text."""
        if self.terms is None:
            return []
        if issubclass(self.terms, Term):
            return [(str(term), Wording(term.sv, term.en)) for term in self.terms]
        return [(YES, Wording("Ja", "Yes")), (NO, Wording("Nej", "No"))]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form of a list offers; `orders` gives the API's field by the name in the address."""

    controls: tuple[Control, ...] = ()
    orders: Mapping[str, str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the address may hold, in the order it holds them."""
        return (*(control.name for control in self.controls), ORDER, FORWARD, BACKWARD)

    def applied(self, asked: Asked) -> list[tuple[Control, str]]:
        """The filters that are set, each with its value."""
        chosen = asked.chosen or {}
        return [(control, chosen[control.name]) for control in self.controls if control.name in chosen]

    def variables(self, asked: Asked) -> dict[str, Json]:
        """Filter, order and place in the list as the API's variables."""
        conditions = {control.fact: control.condition(value) for control, value in self.applied(asked)}
        return {"filter": conditions or None, **self._order(asked), **_place(asked)}

    def _order(self, asked: Asked) -> dict[str, Json]:
        given = (asked.chosen or {}).get(ORDER)
        if given is None:
            return {}
        field = (self.orders or {}).get(given.removeprefix("-"))
        if field is None:
            raise BadChoice(ORDER, given)
        return {"orderBy": [{"field": field, "direction": "DESC" if given.startswith("-") else "ASC"}]}


def _place(asked: Asked) -> dict[str, Json]:
    chosen = asked.chosen or {}
    for name in (FORWARD, BACKWARD):
        if len(chosen.get(name, "")) > CURSOR_CHARACTERS:
            raise BadChoice(name, chosen[name])
    if BACKWARD in chosen:
        return {"last": ROWS, "before": chosen[BACKWARD]}
    return {"first": ROWS, "after": chosen.get(FORWARD)}
