"""Programs that others wrote read the edition: Datasette, and a verifier of lists of trusted entities."""

import json
import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from publish.publisher import Publisher
from publish.signing import open_key
from tests import pip
from tests.publish.test_use_the_data import blocks

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
