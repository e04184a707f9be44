"""Feeds as Atom (RFC 4287)."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from auktor.site.addresses import Asked
from auktor.site.feeds import Feed

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_ATOM = "http://www.w3.org/2005/Atom"
_BEGAN = datetime(2024, 1, 1, tzinfo=UTC)


def written(feed: Feed, asked: Asked, root: str) -> bytes:
    """The feed as XML; `root` is the address of the site, for a feed is read elsewhere."""
    element = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": asked.language.lower()})
    own = root + asked.as_file("atom")
    _text(element, "id", own)
    _text(element, "title", f"{feed.title} – Auktorsregistret")
    _text(element, "updated", max((each.updated for each in feed.entries), default=_BEGAN).isoformat())
    ET.SubElement(element, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": root + asked.here()})
    _text(ET.SubElement(element, "author"), "name", "Auktorsregistret")
    for each in feed.entries:
        entry = ET.SubElement(element, "entry")
        _text(entry, "id", f"{own}#{each.identifier}")
        _text(entry, "title", each.title)
        _text(entry, "updated", each.updated.isoformat())
        ET.SubElement(entry, "link", {"href": root + each.address})
        _text(entry, "content", each.said)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(element, encoding="unicode").encode()


def _text(parent: ET.Element, name: str, said: str) -> None:
    ET.SubElement(parent, name).text = said
