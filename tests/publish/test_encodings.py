"""Text travels compressed: three coats beside each text file, each of which holds the file and nothing else."""

import errno
import gzip
import os
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import zstandard

from publish.encodings import encode_files

BROTLI: Any = import_module("brotli")
TEXT = "Svensk e-legitimation, åäö\r\n".encode() * 100


def test_a_text_has_three_coats_and_each_taken_off_is_the_text(tmp_path: Path) -> None:
    (tmp_path / "suppliers.csv").write_bytes(TEXT)
    encode_files(tmp_path)
    assert gzip.decompress((tmp_path / "suppliers.csv.gz").read_bytes()) == TEXT
    assert BROTLI.decompress((tmp_path / "suppliers.csv.br").read_bytes()) == TEXT
    coat = (tmp_path / "suppliers.csv.zst").read_bytes()
    assert zstandard.ZstdDecompressor().decompressobj().decompress(coat) == TEXT


def test_a_coat_tells_no_time_and_no_name(tmp_path: Path) -> None:
    (tmp_path / "suppliers.csv").write_bytes(TEXT)
    encode_files(tmp_path)
    flags, *time = (tmp_path / "suppliers.csv.gz").read_bytes()[3:8]
    assert (flags, time) == (0, [0, 0, 0, 0])


def test_what_is_small_or_no_text_has_no_coat(tmp_path: Path) -> None:
    (tmp_path / "small.csv").write_bytes(b"a,b\r\n")
    (tmp_path / "register.sqlite").write_bytes(TEXT)
    encode_files(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"small.csv", "register.sqlite"}


def two_editions(at: Path) -> tuple[Path, Path]:
    """Folders with the coats of an edition, and of the next, in which one of two texts has changed."""
    before, after = at / "before", at / "after"
    for folder, changed in ((before, TEXT), (after, TEXT + b"more")):
        folder.mkdir()
        (folder / "fees.csv").write_bytes(TEXT)
        (folder / "suppliers.csv").write_bytes(changed)
        encode_files(folder, before if folder is after else None)
    return before, after


def test_a_text_that_was_there_before_wears_the_coat_it_had_and_a_changed_one_its_own(tmp_path: Path) -> None:
    before, after = two_editions(tmp_path)
    assert (after / "fees.csv.br").samefile(before / "fees.csv.br")
    assert gzip.decompress((after / "suppliers.csv.gz").read_bytes()) == TEXT + b"more"


def test_a_coat_that_cannot_be_linked_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path, to: Path) -> None:
        raise PermissionError(errno.EPERM, "no links here", str(to))

    monkeypatch.setattr(os, "link", refused)
    before, after = two_editions(tmp_path)
    assert not (after / "fees.csv.br").samefile(before / "fees.csv.br")
    assert gzip.decompress((after / "fees.csv.gz").read_bytes()) == TEXT
