"""Feeds: what a reader follows of one object, of a search, of corrections and of all changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from auktor.core.wording import Wording
from auktor.site.addresses import Asked
from auktor.site.facts import fact, fact_value, kind_name
from auktor.site.files import table_at, texts_at
from auktor.site.words import on_day
from schema.answering import Json

_KINDS = {
    "supplier": ("supplier", "name"),
    "service": ("service", "name"),
    "actor": ("public_actor", "name"),
    "regulation": ("regulation", "title"),
    "decision": ("exemption", "caseNumber"),
}
_PLACES = {"supplier": "supplier", "service": "service", "public_actor": "actor", "regulation": "regulation"}
_TYPES = {"Supplier": "supplier", "Service": "service", "PublicActor": "actor", "Regulation": "regulation"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: its own id within the feed, its title, when it was recorded, what is said, and where."""

    identifier: str
    title: str
    updated: datetime
    said: str
    address: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, newest entry first."""

    title: str
    entries: tuple[Entry, ...]


def feed_of_object(data: Mapping[str, Json], asked: Asked) -> Feed:
    """Each time the register came to describe the object otherwise."""
    it = table_at(data, ("register", "object"))[0]
    of, name = _KINDS[asked.page]
    entries = [_version(version, of, asked) for version in table_at(it, ("history",))]
    return Feed(str(it[name]), tuple(reversed(entries)))


def feed_of_hits(data: Mapping[str, Json], asked: Asked) -> Feed:
    """Whatever answers a search, newest description first: what comes to answer it comes into the feed."""
    title = Wording("Sökning", "Search").in_language(asked.language)
    entries = [_hit(hit, asked) for hit in table_at(data, ("register", "search"))]
    ordered = sorted(entries, key=lambda each: each.updated, reverse=True)
    return Feed(f"{title}: {(asked.chosen or {}).get('q', '')}", tuple(ordered))


def feed_of_corrections(data: Mapping[str, Json], asked: Asked) -> Feed:
    """What the register has put right."""
    title = Wording("Rättelser i registret", "Corrections in the register").in_language(asked.language)
    return Feed(title, tuple(_correction(each, asked) for each in table_at(data, ("corrections",))))


def feed_of_changes(data: Mapping[str, Json], asked: Asked) -> Feed:
    """The changes the page shows, newest first."""
    title = Wording("Ändringar i registret", "Changes of the register").in_language(asked.language)
    entries = [
        Entry(
            str(row["sequence"]),
            f"{kind_name(str(row['kind']), asked.language).capitalize()}: {row['key']}",
            _moment(row["recordedAt"]),
            "",
            _place(str(row["kind"]), str(row["key"]), asked),
        )
        for row in table_at(data, ("rows", "nodes"))
    ]
    return Feed(title, tuple(reversed(entries)))


def _version(version: Mapping[str, Json], of: str, asked: Asked) -> Entry:
    day = on_day(date.fromisoformat(str(version["validFrom"])), asked.language)
    title = Wording(f"Från {day}", f"From {day}").in_language(asked.language)
    changed, facts = texts_at(version, "changed"), table_at(version, ("facts",))
    told = [row for row in facts if str(row["name"]) in changed]
    whole = len(told) == len(facts)
    begins = Wording("Beskrivningen börjar.", "The description begins.").in_language(asked.language)
    said = begins if whole else _facts(told, of, "value", asked)
    identifier = f"{version['validFrom']}-{version['recordedFrom']}"
    return Entry(identifier, title, _moment(version["recordedFrom"]), said, asked.here())


def _hit(hit: Mapping[str, Json], asked: Asked) -> Entry:
    it = table_at(hit, ("object",))[0]
    name = next(str(it[each]) for each in ("actorName", "name", "designation", "title") if it.get(each))
    address = asked.link(_TYPES[str(it["__typename"])], str(it["key"]))
    return Entry(str(hit["id"]), name, _moment(it["recordedFrom"]), str(hit["matched"]), address)


def _correction(each: Mapping[str, Json], asked: Asked) -> Entry:
    of = str(each["kind"])
    title = f"{kind_name(of, asked.language).capitalize()}: {each['key']}"
    identifier = f"{each['id']}-{each['validFrom']}-{each['correctedAt']}"
    said = _facts(table_at(each, ("facts",)), of, "new", asked)
    return Entry(identifier, title, _moment(each["correctedAt"]), said, _place(of, str(each["key"]), asked))


def _facts(rows: Sequence[Mapping[str, Json]], of: str, column: str, asked: Asked) -> str:
    def told(row: Mapping[str, Json]) -> str:
        name, given = str(row["name"]), row[column]
        written_out = fact_value(of, name, None if given is None else str(given), asked.language)
        return f"{fact(name, asked.language).capitalize()}: {written_out}"

    return ". ".join(told(row) for row in rows if not str(row["name"]).endswith("_id"))


def _place(of: str, key: str, asked: Asked) -> str:
    return asked.link(_PLACES[of], key) if of in _PLACES else asked.link("changes")


def _moment(told: Json) -> datetime:
    return datetime.fromisoformat(str(told))
