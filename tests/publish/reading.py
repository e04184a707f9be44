"""Reading an edition back, the way its users do."""

import csv
import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from publish.files import File
from publish.manifest import Imprint

Rows = list[dict[str, Any]]


def csv_rows(edition: Path, table: str) -> list[dict[str, str]]:
    with (edition / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def ndjson_rows(edition: Path, table: str) -> Rows:
    return [json.loads(line) for line in (edition / f"{table}.ndjson").read_bytes().split(b"\n")[:-1]]


def document(path: Path) -> Any:  # noqa: ANN401 -- whatever the document is
    return json.loads(path.read_bytes())


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def imprint_of(edition: Path) -> Imprint:
    """The imprint of an edition, as far as its manifest tells it."""
    said = document(edition / "manifest.json")
    issued, next_update = (datetime.fromisoformat(said[name]) for name in ("issued", "next_update"))
    return Imprint(said["number"], None, issued, next_update, date.fromisoformat(said["as_of"]), issued, 1)


def files_of(edition: Path) -> list[File]:
    """The files of an edition, as its manifest tells them."""
    return [File(**file) for file in document(edition / "manifest.json")["files"]]


def as_written(value: object) -> str:
    """What a CSV cell says for a JSON value."""
    return json.dumps(value) if isinstance(value, bool) else "" if value is None else str(value)


def refuse_broken(folder: Path) -> None:
    """Fail unless every edition is whole, the chain unbroken and the pointer on the newest."""
    before, editions = None, sorted((folder / "editions").iterdir())
    for place, edition in enumerate(editions, start=1):
        manifest = document(edition / "manifest.json")
        assert (manifest["number"], edition.name, manifest["previous"]) == (place, f"{place:06d}", before)
        for file in manifest["files"]:
            assert sha256(edition / file["path"]) == file["sha256"]
            assert (edition / file["path"]).stat().st_size == file["bytes"]
        before = {"number": place, "sha256": sha256(edition / "manifest.json")}
    pointer = document(folder / "current.json")
    assert {"number": pointer["number"], "sha256": pointer["sha256"]} == before
    assert sha256(folder / pointer["manifest"]) == pointer["sha256"]
