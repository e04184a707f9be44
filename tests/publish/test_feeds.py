import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest

from db.engine import Database
from publish.feeds import NEWEST, feeds
from publish.ledger import Entry
from publish.manifest import Imprint
from publish.release import publish
from publish.tables import SCHEMA_NOTICES
from tests.publish.reading import document
from tests.publish.small_register import START, agreement, describe

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
async def folder(module_register: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions; gamma signs in between."""
    database, path = Database(module_register), tmp_path_factory.mktemp("opendata")
    await publish(database, path, now=NOW)
    await describe(database, agreement("gamma-eid", "gamma", "E_IDENTIFICATION", START))
    await publish(database, path, now=NOW + timedelta(hours=1))
    await database.close()
    return path


async def test_the_feeds_tell_of_every_edition_newest_first(folder: Path) -> None:
    entries = ET.parse(folder / "changes.atom").getroot().findall("atom:entry", ATOM)  # noqa: S314 -- our own feed
    titles = [entry.findtext("atom:title", namespaces=ATOM) for entry in entries]
    assert titles == [item["title"] for item in document(folder / "changes.json")["items"]] == ["Utgåva 2", "Utgåva 1"]


async def test_both_feeds_know_an_edition_by_the_same_id(folder: Path) -> None:
    entries = ET.parse(folder / "changes.atom").getroot().findall("atom:entry", ATOM)  # noqa: S314 -- our own feed
    ids = [entry.findtext("atom:id", namespaces=ATOM) for entry in entries]
    assert len(set(ids)) == 2
    assert ids == [item["id"] for item in document(folder / "changes.json")["items"]]


async def test_every_link_of_the_feeds_leads_to_a_file(folder: Path) -> None:
    links = ET.parse(folder / "changes.atom").getroot().iterfind(".//atom:link", ATOM)  # noqa: S314 -- our own feed
    paths = [link.attrib["href"] for link in links] + [
        item["url"] for item in document(folder / "changes.json")["items"]
    ]
    assert len(paths) == 8
    assert [path for path in paths if not (folder / path).is_file()] == []


async def test_an_entry_tells_by_how_much_each_table_has_grown(folder: Path) -> None:
    said = document(folder / "changes.json")["items"][0]["content_text"]
    assert said.startswith(
        "Gäller 2026-07-01. suppliers 3 rader (+1), services 2 rader (+1), status-history 9 rader (+2)"
    )


def test_the_feeds_tell_of_the_newest_hundred() -> None:
    def entry(number: int) -> Entry:
        imprint = Imprint(number, None, NOW, NOW, NOW.date(), NOW, number)
        return Entry(imprint, f"{number:064x}", "", {})

    told = feeds([entry(number) for number in range(1, NEWEST + 3)])["changes.atom"]
    titles = [title.text for title in ET.fromstring(told).iterfind("atom:entry/atom:title", ATOM)]  # noqa: S314 -- our own
    assert (len(titles), titles[0], titles[-1]) == (100, "Utgåva 102", "Utgåva 3")


def test_an_entry_tells_when_the_columns_have_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SCHEMA_NOTICES, "1.1.0", "ny kolumn x.")
    imprint = Imprint(1, None, NOW, NOW, NOW.date(), NOW, 1, schema_version="1.0.0")
    later = msgspec.structs.replace(imprint, number=2, schema_version="1.1.0")
    told = json.loads(feeds([Entry(each, "", "", {}) for each in (imprint, later)])["changes.json"])["items"]
    assert told[0]["content_text"].endswith("Kolumnerna har ändrats, från version 1.0.0 till 1.1.0: ny kolumn x.")
    assert "Kolumnerna" not in told[1]["content_text"]


def test_before_the_first_edition_there_is_no_feed() -> None:
    assert feeds([]) == {}
