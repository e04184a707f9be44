"""Which actor of the register an entry of an outside file speaks of.

By municipality code, else by organisation number, where exactly one actor and one entry have it (81 courts share a
number); else by name, however it is spelt in capitals and signs, unless number or code contradict.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from auktor.core.errors import BadKey
from auktor.core.identifiers import key_from_name

Cells = Mapping[str, str | None]

_CODES = ("municipality_code", "organisation_number")


def matched(entries: Sequence[Cells], actors: Mapping[str, Cells]) -> list[list[str]]:
    """For each entry the keys of the actors it may speak of: none where the register holds no such actor.

    An actor found by its code is no other entry's; several by one name are for the caller to tell of.
    """
    found: list[list[str]] = [[] for _ in entries]
    for code in _CODES:
        by_code = _by_code(code, entries, actors)
        _fill(found, ([by_code[entry[code] or ""]] if entry.get(code) in by_code else [] for entry in entries))
    names = _by_name(actors)
    _fill(found, (_named_alike(entry, names, actors) for entry in entries))
    return found


def name_key(cells: Cells) -> str:
    """What two spellings of a name have in common; empty where the name has no letter a to z."""
    try:
        return key_from_name(cells.get("name") or "")
    except BadKey:
        return ""


def _by_code(code: str, entries: Sequence[Cells], actors: Mapping[str, Cells]) -> dict[str, str]:
    """The actor with each value of a code, where one entry and one actor have it."""
    told = Counter(entry.get(code) for entry in entries)
    held = Counter(actor.get(code) for actor in actors.values())
    once = ((actor.get(code), key) for key, actor in actors.items())
    return {value: key for value, key in once if value and told[value] == held[value] == 1}


def _by_name(actors: Mapping[str, Cells]) -> Mapping[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for key, actor in actors.items():
        names[name_key(actor)].append(key)
    return names


def _named_alike(entry: Cells, names: Mapping[str, list[str]], actors: Mapping[str, Cells]) -> list[str]:
    return [key for key in names.get(name_key(entry), ()) if _may_be_same(entry, actors[key])]


def _may_be_same(entry: Cells, actor: Cells) -> bool:
    return all(not entry.get(code) or not actor.get(code) or entry[code] == actor[code] for code in _CODES)


def _fill(found: list[list[str]], candidates: Iterable[list[str]]) -> None:
    """Take the candidates of entries that have none yet, but no actor that another entry has."""
    taken = {key for keys in found for key in keys}
    for place, keys in enumerate(candidates):
        if not found[place]:
            found[place] = [key for key in keys if key not in taken]
            taken.update(found[place])
