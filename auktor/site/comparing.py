"""Two days side by side: which are asked about, and the differences in the order and the groups they are read in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from auktor.site.addresses import Asked
from auktor.site.choices import BadChoice
from auktor.site.facts import KINDS_IN_PLURAL
from auktor.site.files import table_at, texts_at
from auktor.site.reading import REGISTER_BEGAN, day_in
from schema.answering import Json

SINCE, KIND, CHANGE = "fran", "slag", "andring"
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one kind of object: how many of which sort, and those that are shown."""

    kind: str
    added: int
    removed: int
    facts: tuple[tuple[str, int], ...]
    shown: tuple[Mapping[str, Json], ...]

    @property
    def total(self) -> int:
        """How many objects differ, as far as that can be told: one that differs in two facts is counted by the most."""
        return self.added + self.removed + max((number for _, number in self.facts), default=0)


def since(asked: Asked) -> date:
    """The day compared with: the one in the address, else a year before, but no day the register cannot speak of."""
    given = (asked.chosen or {}).get(SINCE)
    return day_in(given) if given else max(REGISTER_BEGAN, _a_year_before(asked.day))


def days_compared(asked: Asked) -> dict[str, Json]:
    """The API's variables: the other day, and the kind where one is chosen; BadChoice for one there is not."""
    kind = (asked.chosen or {}).get(KIND)
    if kind is not None and kind not in KINDS_IN_PLURAL:
        raise BadChoice(KIND, kind)
    return {"day": str(since(asked)), "first": MOST_SHOWN, "kind": kind}


def chosen_change(data: Mapping[str, Json], asked: Asked) -> date | None:
    """The change day that the slider names by its place; None where it names none. It then leaves the address."""
    given = (asked.chosen or {}).get(CHANGE)
    if given is None:
        return None
    days = _change_days(data)
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:6]) <= len(days)):
        raise BadChoice(CHANGE, given)
    return days[int(given) - 1]


def compared(data: Mapping[str, Json], asked: Asked) -> Mapping[str, object]:
    """The groups in the order of the answer, and the change days between which a reader may go."""
    counts = table_at(data, ("register", "comparedWith", "counts"))
    objects = table_at(data, ("register", "comparedWith", "objects"))
    kinds = [kind for kind in KINDS_IN_PLURAL if any(row["kind"] == kind for row in counts)]
    return {
        "since": since(asked),
        "groups": [_group(kind, counts, objects) for kind in kinds],
        "change_days": _change_days(data),
        "chosen_kind": (asked.chosen or {}).get(KIND),
    }


def _change_days(data: Mapping[str, Json]) -> list[date]:
    (register,) = table_at(data, ("register",))
    return [date.fromisoformat(day) for day in texts_at(register, "changeDays")]


def _group(kind: str, counts: list[Mapping[str, Json]], objects: list[Mapping[str, Json]]) -> Group:
    own = [row for row in counts if row["kind"] == kind]
    numbers = {(str(row["change"]), str(row["fact"] or "")): int(str(row["count"])) for row in own}
    facts = sorted(
        ((fact, number) for (_, fact), number in numbers.items() if fact),
        key=lambda each: (-each[1], each[0]),
    )
    shown = tuple(row for row in objects if row["kind"] == kind)
    return Group(kind, numbers.get(("ADDED", ""), 0), numbers.get(("REMOVED", ""), 0), tuple(facts), shown)


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
