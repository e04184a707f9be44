"""Programs that others wrote read the edition: Datasette, R, LibreOffice, and a verifier of trust lists."""

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from publish.as_xlsx import sheet_name
from publish.publisher import Publisher
from publish.signing import open_key
from publish.tables import TABLES, Table
from tests import pip
from tests.publish.reading import csv_rows, ndjson_rows
from tests.publish.test_other_formats import in_words
from tests.publish.test_use_the_data import LATEST, blocks

LOCK = Path(__file__).parent / "readers" / "requirements.lock"
VERIFIER = """
import base64, json, sys
from cryptography import x509
from openvc.trustlist.lote import consume_lote
token, pinned = open(sys.argv[1]).read(), open(sys.argv[2], "rb").read()
read = consume_lote(token, expected_signer_certs=[x509.load_pem_x509_certificate(pinned)])
print(json.dumps([read.territory, read.sequence_number, [provider.name for provider in read.providers]]))
"""

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def programs() -> Path:
    return pip.installed(LOCK, "readers")


def test_datasette_answers_the_question_as_it_stands(edition: Path, programs: Path) -> None:
    (question,) = blocks("sqlite")
    asked = "/register.json?" + urlencode({"sql": question.rstrip(";\n"), "_shape": "arrays"})
    words = [programs / "datasette", "register.sqlite", "--get", asked]
    answer = subprocess.run(words, cwd=edition, capture_output=True, check=True)
    assert json.loads(answer.stdout)["rows"] == [
        ["alfa", "ansluten", "2026-01-01"],
        ["alfa", "ansluten", "2026-02-01"],
        ["beta", "ansluten", "2026-01-01"],
    ]


def test_a_verifier_of_trust_lists_that_pins_the_certificate_accepts_the_list(
    edition: Path, programs: Path, tmp_path: Path
) -> None:
    (certificate,) = open_key(edition.parents[1].with_suffix(".pem")).certificates(Publisher())
    (tmp_path / "pinned.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    words = [programs / "python", "-c", VERIFIER, edition / "lote.json.jws", tmp_path / "pinned.pem"]
    answer = subprocess.run(words, capture_output=True, check=False)
    assert answer.returncode == 0, answer.stderr.decode()
    assert json.loads(answer.stdout) == ["SE", 1, ["Alfa AB, Åmål", "Beta AB"]]


def program(*names: str) -> str:
    """A program of this machine; the test is skipped where it has none of these names."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{names[0]} is not on this machine (Debian: r-base-core, libreoffice-calc-nogui)")
    return found


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_r_reads_the_suppliers_as_the_page_says(edition: Path, tmp_path: Path, locale: str) -> None:
    (snippet,) = blocks("r")
    shown = "writeLines(c(format(suppliers$in_force_from), suppliers$name), useBytes = TRUE)"
    (tmp_path / "read.R").write_text(f"{snippet.replace(LATEST, f'{edition}/')}\n{shown}\n", "utf-8")
    words = [program("Rscript"), "--vanilla", str(tmp_path / "read.R")]
    answer = subprocess.run(words, capture_output=True, check=True, env=os.environ | {"LC_ALL": locale})
    lines = answer.stdout.decode().splitlines()
    assert [line.split() for line in lines[:4]] == [[], ["EXAMPLE"], ["DIGITAL_POST", "1"], ["E_IDENTIFICATION", "2"]]
    assert lines[4:] == ["2026-02-01", "2026-01-01", "2026-01-01", *["Alfa AB, Åmål"] * 2, "Beta AB"]


AS_TEXT = "44,34,76,1"
"""LibreOffice's words for comma, quotation mark, UTF-8, from the first line."""


def opened(file: Path, into: Path, *options: str) -> Path:
    """What LibreOffice makes of a file, as CSV again: a file for each sheet of a workbook."""
    home = f"-env:UserInstallation=file://{into / 'home'}"
    to_csv = f"csv:Text - txt - csv (StarCalc):{AS_TEXT},,0,false,true,false,false,false,-1"
    words = [program("soffice"), home, "--headless", *options, "--convert-to", to_csv, "--outdir", into, file]
    subprocess.run(words, capture_output=True, check=True, timeout=120)
    return into


def broken_alike(cells: Iterable[str]) -> list[str]:
    """Cells in which lines end as LibreOffice ends them."""
    return [cell.replace("\r\n", "\n") for cell in cells]


def rows_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


@pytest.fixture(scope="module")
def sheets(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened(edition / "suppliers.xlsx", tmp_path_factory.mktemp("sheets"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_libreoffice_shows_every_cell_of_the_workbook(edition: Path, sheets: Path, table: Table) -> None:
    headings, *rows = rows_of(sheets / f"suppliers-{sheet_name(table)}.csv")
    told = [[in_words(value) or "" for value in row.values()] for row in ndjson_rows(edition, table.name)]
    assert [heading.partition("\n")[2] for heading in headings] == list(table.names)
    assert rows == list(map(broken_alike, told))


@pytest.mark.parametrize("name", ["suppliers", "public-actors", "fees"])
def test_libreoffice_reads_csv_whose_columns_are_said_to_be_text(edition: Path, tmp_path: Path, name: str) -> None:
    told = csv_rows(edition, name)
    as_text = "/".join(f"{place}/2" for place in range(1, len(told[0]) + 1))
    opened(edition / f"{name}.csv", tmp_path, f"--infilter=CSV:{AS_TEXT},{as_text}")
    (read,) = tmp_path.glob("*.csv")
    headings, *rows = rows_of(read)
    assert headings == list(told[0])
    assert rows == [broken_alike(row.values()) for row in told]
