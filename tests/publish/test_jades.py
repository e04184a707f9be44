"""The signature of the list: by the key that is trusted, with a certificate that names the operator, and whole."""

import base64
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from publish.certificate import CertificateUnfit
from publish.jades import check, signed, with_list, without_list
from publish.publisher import Publisher
from publish.signing import BadSignature, NotASigningKey, SigningKey, make_key, open_key

LIST = b'{"LoTE":{}}'
NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
DIGG = Publisher()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("keys") / "editions.pem"
    make_key(path)
    return path


@pytest.fixture
def key(file: Path) -> SigningKey:
    return open_key(file)


def certified(
    file: Path, into: Path, *, country: str = "SE", organisation: str = DIGG.name_sv, days: int = 365
) -> SigningKey:
    """The key with a certificate of an authority behind it, for a year from half a year before NOW."""
    authority = Ed25519PrivateKey.generate()
    asked = x509.load_pem_x509_csr(open_key(file).request(DIGG))
    said = {NameOID.COUNTRY_NAME: country, NameOID.ORGANIZATION_NAME: organisation}
    begins = NOW - timedelta(days=180)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(name, value) for name, value in said.items()]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Utfärdaren")]))
        .public_key(asked.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
        .sign(authority, None)
    )
    into.write_bytes(file.read_bytes() + certificate.public_bytes(Encoding.PEM))
    return open_key(into)


def test_a_list_signed_by_a_trusted_key_is_accepted(key: SigningKey) -> None:
    assert check(LIST, signed(key, LIST, DIGG, NOW), [key.public]) == key.public.kid


def test_another_list_than_the_one_that_was_signed_is_refused(key: SigningKey) -> None:
    with pytest.raises(BadSignature, match=r"lote\.json\.jws"):
        check(LIST.replace(b"{}", b"[]"), signed(key, LIST, DIGG, NOW), [key.public])


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_changed_letter_anywhere_in_the_signature_is_refused(key: SigningKey, place: int) -> None:
    parts = signed(key, LIST, DIGG, NOW).split(b".")
    parts[place] = parts[place][:10] + (b"A" if parts[place][10:11] != b"A" else b"B") + parts[place][11:]
    with pytest.raises(BadSignature):
        check(LIST, b".".join(parts), [key.public])


def test_a_signature_by_a_key_that_is_not_trusted_is_refused(key: SigningKey, tmp_path: Path) -> None:
    stranger = make_key(tmp_path / "stranger.pem")
    with pytest.raises(BadSignature):
        check(LIST, signed(stranger, LIST, DIGG, NOW), [key.public])


def test_what_the_register_keeps_is_without_the_list_and_puts_it_together_again(key: SigningKey) -> None:
    whole = signed(key, LIST, DIGG, NOW)
    kept = without_list(whole.decode())
    assert base64.urlsafe_b64encode(LIST).rstrip(b"=").decode() not in kept
    assert with_list(kept, LIST) == whole


def test_a_key_certifies_itself_in_the_same_bytes_every_time(file: Path) -> None:
    told = {open_key(file).certificates(DIGG)[0].public_bytes(Encoding.DER) for _ in range(3)}
    assert len(told) == 1


def test_openssl_finds_the_certificate_signed_by_itself_and_fit_to_sign(key: SigningKey, tmp_path: Path) -> None:
    (certificate,) = key.certificates(DIGG)
    path = tmp_path / "own.pem"
    path.write_bytes(certificate.public_bytes(Encoding.PEM))
    words = ["openssl", "verify", "-check_ss_sig", "-x509_strict", "-CAfile", str(path), str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"{path}: OK\n"), done.stderr
    words = ["openssl", "x509", "-in", str(path), "-noout", "-subject", "-ext", "extendedKeyUsage,keyUsage"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "O = Myndigheten f" in said
    assert "0.4.0.2231.3.0" in said
    assert "Digital Signature, Non Repudiation" in said


def test_an_authoritys_certificate_behind_the_key_is_the_one_that_is_told(file: Path, tmp_path: Path) -> None:
    certified_key = certified(file, tmp_path / "certified.pem")
    head = base64.urlsafe_b64decode(signed(certified_key, LIST, DIGG, NOW).partition(b".")[0] + b"==")
    told = base64.b64decode(msgspec.json.decode(head)["x5c"][0])
    assert x509.load_der_x509_certificate(told).issuer.rfc4514_string() == "O=Utfärdaren"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"country": "NO"}, "its country is NO, not SE"),
        ({"organisation": "Någon annan"}, "its organisation is not Myndigheten"),
        ({"days": 10}, "it is valid from 2026-01-02"),
    ],
)
def test_a_certificate_that_names_another_or_has_ended_is_refused(
    file: Path, tmp_path: Path, wrong: dict[str, object], reason: str
) -> None:
    unfit = certified(file, tmp_path / "unfit.pem", **wrong)  # type: ignore[arg-type]
    with pytest.raises(CertificateUnfit, match=reason):
        signed(unfit, LIST, DIGG, NOW)


def test_the_certificate_of_another_key_is_refused(file: Path, tmp_path: Path) -> None:
    other = make_key(tmp_path / "other.pem").certificates(DIGG)[0]
    (tmp_path / "mixed.pem").write_bytes(file.read_bytes() + other.public_bytes(Encoding.PEM))
    with pytest.raises(NotASigningKey, match="of another key"):
        open_key(tmp_path / "mixed.pem")
