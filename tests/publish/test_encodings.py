"""Text travels compressed: three coats beside each text file, each of which holds the file and nothing else."""

import gzip
from importlib import import_module
from pathlib import Path
from typing import Any

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
