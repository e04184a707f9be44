"""What the given paths hold: folders with a manifest or without, and single files; each with its noun and origin."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast

from auktor.core.errors import Refused
from auktor.core.vocabulary import ProvenanceKind
from db.load.adapters import REGISTER_REFERENCE
from db.load.adapters.outside import TABLES, OutsideTable, Spoken, agency_register, recognised
from db.load.cells import nearest
from db.load.delimited import Header, header_of
from db.load.layout import Layout, column_names, layouts
from db.load.problems import Problem, Problems
from db.load.staging import Origin

Manifest = Mapping[str, object]

FORMAT: Final = "auktor-register/1"
MANIFEST: Final = "manifest.json"

_NO_DEFAULTS = Origin(None, None, None)


@dataclass(frozen=True, slots=True)
class NounFile:
    """A file in the register's own format."""

    path: Path
    label: str
    layout: Layout
    header: Header
    origin: Origin


@dataclass(frozen=True, slots=True)
class OutsideFile:
    """A table made by others."""

    path: Path
    label: str
    table: OutsideTable
    header: Header


@dataclass(frozen=True, slots=True)
class OutsideEntries:
    """A register made by others, read whole."""

    label: str
    reference: str
    entries: Sequence[Spoken]


@dataclass(slots=True)
class Files:
    """Everything the paths hold that can be loaded, what is wrong with the rest, and what is worth telling."""

    problems: Problems
    notes: list[str] = field(default_factory=list)
    found: list[NounFile | OutsideFile | OutsideEntries] = field(default_factory=list)

    def look_into(self, path: Path) -> None:
        """Find what `path` holds: a folder, its manifest, or one file."""
        if path.name == MANIFEST and path.is_file():
            path = path.parent
        if path.is_dir():
            self._folder(path)
        elif path.is_file():
            self._file(path, _from_manifest_beside(path))
        else:
            self.problems.add(Problem(str(path), "There is no such file or folder", "Correct the path"))

    def _folder(self, folder: Path) -> None:
        if (folder / MANIFEST).is_file():
            self._by_manifest(folder)
            return
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".csv", ".json"})
        for path in files:
            self._file(path, _NO_DEFAULTS)
        if not files:
            self.problems.add(
                Problem(str(folder), "The folder holds no manifest and no CSV file", "Name another folder")
            )

    def _by_manifest(self, folder: Path) -> None:
        label = f"{folder.name}/{MANIFEST}"
        manifest = _manifest(folder / MANIFEST)
        if isinstance(manifest, str):
            self.problems.add(Problem(label, f"The manifest cannot be read ({manifest})", "Correct it"))
            return
        wrong = list(_wrong_with(manifest, label))
        for problem in wrong:
            self.problems.add(problem)
        if not wrong:
            self._listed(folder, manifest, label)

    def _listed(self, folder: Path, manifest: Manifest, label: str) -> None:
        listed = _names(manifest)
        for name in listed:
            if (folder / name).is_file():
                self._file(folder / name, _origin(manifest))
            else:
                self.problems.add(Problem(label, f"The manifest lists {name}, which is not there", "Add or unlist it"))
        for path in sorted(folder.glob("*.csv")):
            if path.name not in listed:
                self.notes.append(f"{path.name} is not listed in the manifest and was left aside.")

    def _file(self, path: Path, origin: Origin) -> None:
        try:
            self._readable_file(path, origin)
        except Refused as error:
            reason, _, remedy = error.message.rstrip(".").partition(". ")
            self.problems.add(Problem(path.name, reason, remedy or "Correct the file"))
        except OSError as error:
            reason = f"The file cannot be read ({error.strerror})"
            self.problems.add(Problem(path.name, reason, "See to the right to read it"))

    def _readable_file(self, path: Path, origin: Origin) -> None:
        if path.suffix.lower() == ".json":
            self._json(path)
            return
        header = header_of(path, _known_columns())
        if isinstance(header, Problem):
            self.problems.add(header)
            return
        table = recognised(header.columns)
        layout = layouts().get(path.stem)
        self.notes += [f"{path.name} {note}." for note in header.notes]
        if layout and not table:
            self.found.append(NounFile(path, path.name, layout, header, origin))
        elif table:
            self.found.append(OutsideFile(path, path.name, table, header))
            self.notes.append(f"{path.name} was read as a {table.title}{'; it ' + table.note if table.note else ''}.")
        else:
            like = nearest(path.stem, layouts())
            remedy = f"Rename it to {like}.csv" if like else f"Name it after its noun: {', '.join(layouts())}"
            self.problems.add(Problem(path.name, "Neither its name nor its columns tell what the file holds", remedy))

    def _json(self, path: Path) -> None:
        entries = agency_register(path)
        if entries is None:
            remedy = "Load CSV files by their manifest, or Statistics Sweden's register"
            self.problems.add(Problem(path.name, "This is no JSON the register can read", remedy))
            return
        self.found.append(OutsideEntries(path.name, REGISTER_REFERENCE, entries))
        self.notes.append(f"{path.name} was read as Statistics Sweden's register of state agencies.")


def _known_columns() -> frozenset[str]:
    return column_names().union(*(table.columns for table in TABLES))


def _from_manifest_beside(path: Path) -> Origin:
    """The origin of a single file, from the manifest of its folder where that lists it."""
    beside = path.parent / MANIFEST
    manifest = _manifest(beside) if beside.is_file() else None
    if manifest is None or isinstance(manifest, str) or path.name not in _names(manifest):
        return _NO_DEFAULTS
    return _origin(manifest)


def _manifest(path: Path) -> Manifest | str:
    """What the manifest says, or why it cannot be read."""
    try:
        read: object = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        return str(error)
    return cast("Manifest", read) if isinstance(read, dict) else "it is no JSON object"


def _names(manifest: Manifest) -> list[str]:
    """The files it lists; what is no list of names counts as none."""
    files = manifest.get("files")
    names: list[object] = cast("list[object]", files) if isinstance(files, list) else []
    return [name for name in names if isinstance(name, str)]


def _wrong_with(manifest: Manifest, label: str) -> Iterator[Problem]:
    if manifest.get("format") != FORMAT:
        remedy = f"Write the files in the format {FORMAT}, or load them with the program they were written for"
        yield Problem(label, "The format is not one this program reads", remedy, value=str(manifest.get("format")))
    if manifest.get("provenance") not in {None, *map(str, ProvenanceKind)}:
        remedy = f"Write one of {', '.join(map(str, ProvenanceKind))}"
        yield Problem(label, "The provenance is not a word of the list", remedy, value=str(manifest["provenance"]))
    files = _names(manifest)
    if not files:
        yield Problem(label, "The manifest does not list its files", 'Add "files": ["suppliers.csv", …]')
    for name in dict.fromkeys(files):
        if "/" in name or "\\" in name or name in {".", ".."}:
            yield Problem(label, "A listed file lies outside the folder", "List file names only", value=name)
        if files.count(name) > 1:
            yield Problem(label, "A file is listed twice", "List it once", value=name)


def _origin(manifest: Manifest) -> Origin:
    provenance, reference, legal_source = (
        str(manifest[name]) if manifest.get(name) else None for name in ("provenance", "reference", "legal_source")
    )
    return Origin(provenance, reference, legal_source)
