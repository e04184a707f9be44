"""Invented public actors of every category, what they have signed and what they must do; more at a larger scale.

Each generator makes its rows one actor at a time, so that a large register needs no more memory than a small one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chance import Chance
from invented_numbers import organisation_number
from suppliers import BEGINS, E_ID, E_ID_TERMS, POST, POST_TERMS, ended
from writing import Row

ACTORS_AT_SCALE_ONE = 20
FIRST_ACTOR_NUMBER = 1000  # below are the suppliers' organisation numbers
RULE = "sfs-2023-709-3"
VFS_2017, VFS_2018, MINA_MEDDELANDEN = "VFS_2017", "VFS_2018", "MINA_MEDDELANDEN"


@dataclass(frozen=True, slots=True)
class Actor:
    """One public actor; `number` counts from 0 over all of them."""

    number: int
    key: str
    name: str
    category: str
    ended_on: str | None = None

    @property
    def is_agency(self) -> bool:
        """Whether it is a state agency."""
        return self.category == "STATE_AGENCY"


_NAMED = (
    ("exempelverket", "Exempelverket (påhittat)", "STATE_AGENCY"),
    ("pahittade-provningsmyndigheten", "Påhittade prövningsmyndigheten (exempel)", "STATE_AGENCY"),
    ("exempelkommunen", "Exempelkommunen (påhittad)", "MUNICIPALITY"),
    ("pahittade-kommunen", "Påhittade kommunen (exempel)", "MUNICIPALITY"),
    ("region-exempel", "Region Exempel (påhittad)", "REGION"),
    ("exempelforbundet", "Exempelförbundet (påhittat)", "MUNICIPAL_ASSOCIATION"),
    ("exempelfullmaktige", "Exempelfullmäktige (påhittat)", "DECISION_MAKING_ASSEMBLY"),
    ("exempelsammanslutningen", "Exempelsammanslutningen (påhittad)", "ASSOCIATION"),
    ("exempelskolan", "Exempelskolan AB (påhittad)", "PRIVATE_SCHOOL"),
    ("exempelkliniken", "Exempelkliniken AB (påhittad)", "PRIVATE_HEALTHCARE"),
    ("exempelomsorgen", "Exempelomsorgen AB (påhittad)", "PRIVATE_SOCIAL_CARE"),
    ("exempelassistans", "Exempelassistans AB (påhittad)", "PRIVATE_ASSISTANCE"),
    ("exempelhogskolan", "Exempelhögskolan (påhittad)", "PRIVATE_HIGHER_EDUCATION"),
    ("exempelbolaget", "Exempelbolaget AB (påhittat)", "PUBLICLY_GOVERNED_BODY"),
    ("gamla-exempelforbundet", "Gamla Exempelförbundet (påhittat)", "MUNICIPAL_ASSOCIATION"),
)
_ENDED, _SUCCESSOR, _ENDED_ON = "gamla-exempelforbundet", "exempelforbundet", "2026-07-01"
# Never a state agency: two invented ones are enough to show an exemption.
_CATEGORIES = tuple(dict.fromkeys(category for _, _, category in _NAMED if category != "STATE_AGENCY"))
_END_GROUNDS = ("TERMINATED_BY_ACTOR", "TERM_EXPIRED", "TERMINATED_BY_AUTHORITY", "CANCELLED_FOR_BREACH")


def everyone(scale: int) -> Iterator[Actor]:
    """The named actors, then as many unnamed ones as the scale asks for."""
    for number, (key, name, category) in enumerate(_NAMED):
        yield Actor(number, key, name, category, _ENDED_ON if key == _ENDED else None)
    for number in range(len(_NAMED), ACTORS_AT_SCALE_ONE * scale):
        category = Chance("category", number).one_of(_CATEGORIES)
        yield Actor(number, f"exempelaktor-{number + 1:05d}", f"Exempelaktör {number + 1:05d} (påhittad)", category)


def public_actors(scale: int) -> Iterator[Row]:
    """Every actor; the one that ended has a second version from that day."""
    for actor in everyone(scale):
        row = _described(actor)
        if actor.ended_on is None:
            yield row
        else:
            yield {**row, "valid_to": actor.ended_on}
            yield {**row, "valid_from": actor.ended_on, "ended_on": actor.ended_on}


def _described(actor: Actor) -> Row:
    local = actor.category in {"MUNICIPALITY", "REGION"}
    return {
        "key": actor.key,
        "valid_from": BEGINS,
        "name": actor.name,
        "organisation_number": organisation_number(FIRST_ACTOR_NUMBER + actor.number),
        "category": actor.category,
        "under_government": True if actor.is_agency else None,
        "department": "Exempeldepartementet (påhittat)" if actor.is_agency else None,
        "municipality_code": f"99{actor.number % 100:02d}" if actor.category == "MUNICIPALITY" else None,
        "county_code": "99" if local else None,
    }


def successions() -> list[Row]:
    """The association that another replaced."""
    return [
        {
            "key": "exempelforbundet-2026",
            "valid_from": _ENDED_ON,
            "predecessor": _ENDED,
            "successor": _SUCCESSOR,
            "kind": "REPLACED_BY",
            "happened_on": _ENDED_ON,
        }
    ]


def actor_agreements(scale: int) -> Iterator[Row]:
    """Three agreements an actor: an ended one for e-identification, the one after it, and one for digital post."""
    for actor in everyone(scale):
        if actor.ended_on is None:
            yield from _ended_agreement(actor)
            yield _agreement(actor, 2, E_ID, "2026-07-15", "2026-08-01")
            yield _agreement_for_post(actor)


def _ended_agreement(actor: Actor) -> list[Row]:
    chance = Chance("agreement", actor.number)
    signed_on = f"2025-{9 + chance.below(3):02d}-{1 + chance.below(28):02d}"
    settled_on = f"2026-{4 + chance.below(3):02d}-{1 + chance.below(28):02d}"
    ground = _END_GROUNDS[actor.number % len(_END_GROUNDS)]
    agreed = _agreement(actor, 1, E_ID, signed_on, "2026-01-01")
    ends_on = settled_on if ground == "CANCELLED_FOR_BREACH" else "2026-08-01"
    return ended({**agreed, "previous_scheme": _scheme_before(actor)}, settled_on, ends_on, ground)


def _agreement_for_post(actor: Actor) -> Row:
    """One in four is signed and not yet in force."""
    coming = actor.number % 4 == 3  # noqa: PLR2004 -- the last of each four
    signed_on, in_force_from = ("2026-11-10", "2027-01-01") if coming else ("2026-06-15", "2026-09-01")
    return {**_agreement(actor, 3, POST, signed_on, in_force_from), "previous_scheme": MINA_MEDDELANDEN}


def _agreement(actor: Actor, ordinal: int, system: str, signed_on: str, in_force_from: str) -> Row:
    return {
        "key": f"{actor.key}-{ordinal}",
        "valid_from": signed_on,
        "actor": actor.key,
        "system": system,
        "agreement_number": f"Exempelavtal A{actor.number + 1}-{ordinal}",
        "requirements_version": E_ID_TERMS if system == E_ID else POST_TERMS,
        "signed_on": signed_on,
        "in_force_from": in_force_from,
    }


def _scheme_before(actor: Actor) -> str | None:
    """Most came from one of the two freedom-of-choice systems, some from none."""
    return (VFS_2017, VFS_2018, None)[actor.number % 3]


def legacy_connections(scale: int) -> Iterator[Row]:
    """Who was in an older scheme and left it when the agreement came, or has until a day to leave it."""
    for supplier, scheme in (("exempel-id", VFS_2017), ("nordexempel", VFS_2018)):
        yield {**_connection(supplier, scheme, "2026-01-01", None), "supplier": supplier}
    yield {**_connection("exempelbrevladan", MINA_MEDDELANDEN, None, "2026-12-31"), "supplier": "exempelbrevladan"}
    for actor in everyone(scale):
        if actor.ended_on is None:
            yield from _connections_of(actor)


def _connections_of(actor: Actor) -> Iterator[Row]:
    scheme = _scheme_before(actor)
    if scheme:
        yield {**_connection(actor.key, scheme, "2026-01-01", "2025-12-31"), "actor": actor.key}
    yield {**_connection(actor.key, MINA_MEDDELANDEN, None, "2027-06-30"), "actor": actor.key}


def _connection(participant: str, scheme: str, disconnected_on: str | None, move_by: str | None) -> Row:
    return {
        "key": f"{participant}-{scheme.lower().replace('_', '-')}",
        "valid_from": BEGINS,
        "scheme": scheme,
        "connected_from": "2022-01-01",
        "disconnected_on": disconnected_on,
        "move_by": move_by,
    }


def obligation_assessments() -> list[Row]:
    """The two invented agencies are obliged; the other named actors are not covered."""
    return [_assessment(actor) for actor in everyone(scale=1) if actor.number < len(_NAMED)]


def _assessment(actor: Actor) -> Row:
    return {
        "key": f"{actor.key}-{RULE}",
        "valid_from": "2025-01-01",
        "actor": actor.key,
        "rule": RULE,
        "outcome": "OBLIGED" if actor.is_agency else "NOT_COVERED",
        "requires_e_identification": True,
        "ground_sv": "Exempel: påhittad myndighet under regeringen"
        if actor.is_agency
        else "Exempel: ingen statlig myndighet",
        "ground_en": "Example: an invented agency under the government"
        if actor.is_agency
        else "Example: no state agency",
    }


def exemptions() -> list[Row]:
    """One exemption that holds and one that is over."""
    return [
        _exemption("exempelverket", "2025-12-08", "2026-01-01", "2027-01-01"),
        _exemption("pahittade-provningsmyndigheten", "2025-12-15", "2026-01-01", "2026-07-01"),
    ]


def _exemption(actor: str, decided_on: str, exempt_from: str, exempt_until: str) -> Row:
    return {
        "key": f"undantag-{actor}",
        "valid_from": decided_on,
        "actor": actor,
        "system": E_ID,
        "case_number": f"Exempel undantag {actor}",
        "decided_on": decided_on,
        "exempt_from": exempt_from,
        "exempt_until": exempt_until,
        "reason": "Exempel: ett påhittat system byts ut under tiden.",
    }
