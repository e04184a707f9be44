"""The feeds of editions: `changes.atom` (RFC 4287) and `changes.json` (JSON Feed 1.1), an entry an edition.

The newest comes first. They lie beside the pointer and follow from what the register remembers. Links are relative to
the feed; an entry is known by the hash of its manifest, which no other edition has.
"""

from collections.abc import Sequence
from uuid import NAMESPACE_OID, uuid5
from xml.etree import ElementTree as ET

import msgspec

from publish.ledger import Entry
from publish.manifest import folder_of, moment
from publish.tables import SCHEMA_NOTICES, TABLES

ATOM, JSON = "changes.atom", "changes.json"
NEWEST = 100

_TITLE = "Registret över auktorisationssystem: utgåvor"
_FEED_ID = f"urn:uuid:{uuid5(NAMESPACE_OID, _TITLE)}"
_XMLNS = "http://www.w3.org/2005/Atom"


def feeds(published: Sequence[Entry]) -> dict[str, bytes]:
    """Both feeds by file name, of the newest hundred editions; none before the first."""
    if not published:
        return {}
    told = _newest(published)
    return {ATOM: _atom(told), JSON: _json(told)}


def _newest(published: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Each edition with what it holds in words, newest first."""
    pairs = zip(published, [None, *published[:-1]], strict=True)
    return [(entry, _said(entry, before)) for entry, before in pairs][: -NEWEST - 1 : -1]


def _said(entry: Entry, before: Entry | None) -> str:
    """`Gäller 2026-05-01. suppliers 3 rader (+1), …`."""
    tables = [
        f"{table.name} {count} rader{_grown(count, before.rows.get(table.name, 0)) if before else ''}"
        for table in TABLES
        if (count := entry.rows.get(table.name)) is not None
    ]
    return f"Gäller {entry.imprint.as_of}. {', '.join(tables)}.{_schema_notice(entry, before)}"


def _schema_notice(entry: Entry, before: Entry | None) -> str:
    """What became of the columns, where they are others than in the edition before."""
    now, then = entry.imprint.schema_version, before.imprint.schema_version if before else None
    if then in {None, now}:
        return ""
    return f" Kolumnerna har ändrats, från version {then} till {now}: {SCHEMA_NOTICES[now]}"


def _grown(now: int, before: int) -> str:
    return f" ({now - before:+d})" if now != before else ""


def _id(entry: Entry) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_OID, entry.manifest_sha256)}"


def _atom(told: Sequence[tuple[Entry, str]]) -> bytes:
    newest, _ = told[0]
    feed = ET.Element("feed", {"xmlns": _XMLNS, "xml:lang": "sv"})
    _add(feed, "id", _FEED_ID)
    _add(feed, "title", _TITLE)
    _add(feed, "updated", moment(newest.imprint.issued))
    _add(ET.SubElement(feed, "author"), "name", "Registret över auktorisationssystem")
    _add(feed, "rights", "CC0 1.0")
    for entry, said in told:
        item = ET.SubElement(feed, "entry")
        _add(item, "id", _id(entry))
        _add(item, "title", f"Utgåva {entry.imprint.number}")
        _add(item, "updated", moment(entry.imprint.issued))
        _add(item, "summary", said)
        for relation, name in (("alternate", "index.html"), ("related", "diff.ndjson"), ("via", "manifest.json")):
            ET.SubElement(item, "link", {"rel": relation, "href": f"{folder_of(entry.imprint.number)}/{name}"})
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _json(told: Sequence[tuple[Entry, str]]) -> bytes:
    items = [
        {
            "id": _id(entry),
            "url": f"{folder_of(entry.imprint.number)}/index.html",
            "title": f"Utgåva {entry.imprint.number}",
            "content_text": said,
            "date_published": moment(entry.imprint.issued),
            "attachments": [
                {"url": f"{folder_of(entry.imprint.number)}/diff.ndjson", "mime_type": "application/x-ndjson"}
            ],
        }
        for entry, said in told
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": _TITLE, "language": "sv", "items": items}
    return msgspec.json.encode(feed) + b"\n"
