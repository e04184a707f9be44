"""The keys that sign editions: made by command, changed by command, and never shown, logged or lost."""

import base64
import logging
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from auktor import cli
from auktor.editions import NoKeyToRotate, key_file, publish_edition, rotate_key, signing_key
from auktor.settings import Settings
from db.engine import Database, DatabaseGone
from publish.signing import NotASigningKey, PublicKey, open_key

Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str) -> str:
        assert cli.run(list(words)) == 0
        said = capsys.readouterr()
        return said.out + said.err

    return run


def public_halves(folder: Path) -> list[str]:
    return [key["kid"] for key in msgspec.json.decode((folder / "jwks.json").read_bytes())["keys"]]


def secrets_of(file: Path) -> list[str]:
    """Every form in which the private key could be seen."""
    key = load_pem_private_key(file.read_bytes(), None)
    assert isinstance(key, Ed25519PrivateKey)
    raw = key.private_bytes_raw()
    body = file.read_text("ascii").splitlines()[1]
    return [raw.hex(), base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode().rstrip("="), body]


def test_a_new_key_is_shown_by_its_public_half_alone(run: Run, tmp_path: Path) -> None:
    said = run("keys", "new", "--out", str(tmp_path / "key.pem"))
    shown = msgspec.json.decode(said.splitlines()[-1], type=PublicKey)
    assert shown == open_key(tmp_path / "key.pem").public
    assert not [secret for secret in secrets_of(tmp_path / "key.pem") if secret in said]


async def test_a_changed_key_signs_the_next_edition_and_the_old_one_stays_published(
    fresh_database: str, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path)
    await publish_edition(settings, fresh_database)
    old = signing_key(settings).public
    new, file, kept = await rotate_key(settings, fresh_database, actor="eva")
    assert (open_key(file).public, open_key(kept).public) == (new.public, old)
    assert signing_key(settings).public == new.public
    assert public_halves(settings.editions) == [new.public.kid, old.kid]
    newest, _, _ = await rotate_key(settings, fresh_database, actor="bo")
    assert public_halves(settings.editions) == [newest.public.kid, new.public.kid, old.kid]
    assert await rotations(fresh_database) == [
        ("eva", old.kid, new.public.kid),
        ("bo", new.public.kid, newest.public.kid),
    ]


def test_a_certificate_is_shown_and_asked_for_in_the_publishers_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("keys", "new", "--out", str(tmp_path / "key.pem"))
    monkeypatch.setenv("AUKTOR_SIGNING_KEY", str(tmp_path / "key.pem"))
    monkeypatch.setenv("AUKTOR_PUBLISHER_NAME", "Verket")
    shown, asked = (run("keys", word).encode() for word in ("certificate", "request"))
    certificate, request = x509.load_pem_x509_certificate(shown), x509.load_pem_x509_csr(asked)
    assert certificate.public_key() == request.public_key()
    assert certificate.subject == request.subject
    assert "O=Verket" in request.subject.rfc4514_string()
    assert request.is_signature_valid


async def rotations(url: str) -> list[tuple[str, str, str]]:
    """What the audit log tells of keys: who, from which, to which."""
    database = Database(url)
    told = "SELECT actor, before->>'kid', after->>'kid' FROM audit_entry WHERE deed = 'rotate_key' ORDER BY sequence"
    async with database.reading() as connection:
        found = [(str(row[0]), str(row[1]), str(row[2])) for row in await connection.exec_driver_sql(told)]
    await database.close()
    return found


async def test_a_change_that_cannot_be_logged_is_not_made(fresh_database: str, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    old = signing_key(settings).public
    with pytest.raises(DatabaseGone):
        await rotate_key(settings, fresh_database.replace("port=5432", "port=1"), actor="eva")
    assert signing_key(settings).public == old


async def test_a_change_that_was_killed_goes_on_with_the_key_it_has_published(
    fresh_database: str, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path)
    signing_key(settings)
    (tmp_path / "signing-key.pem.new").touch()
    with pytest.raises(NotASigningKey):
        await rotate_key(settings, fresh_database, actor="eva")
    (tmp_path / "signing-key.pem.new").unlink()
    published, _, _ = await rotate_key(settings, fresh_database, actor="eva")
    assert signing_key(settings).public == published.public


def test_a_key_is_taken_from_the_environment_where_no_file_can_be_had(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("keys", "new", "--out", str(tmp_path / "key.pem"))
    monkeypatch.setenv("AUKTOR_SIGNING_KEY_PEM", (tmp_path / "key.pem").read_text())
    settings = Settings(home=tmp_path / "home")
    assert signing_key(settings).public == open_key(tmp_path / "key.pem").public
    assert not (tmp_path / "home").exists()
    with pytest.raises(NoKeyToRotate, match="auktor keys new"):
        key_file(settings)


def test_a_key_in_the_environment_that_is_none_is_not_repeated(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, signing_key_pem="hemligt-ord")
    with pytest.raises(NotASigningKey, match="AUKTOR_SIGNING_KEY_PEM") as refused:
        signing_key(settings)
    assert "hemligt-ord" not in str(refused.value)
    assert refused.value.__cause__ is None


async def test_no_key_is_logged_or_said(
    fresh_database: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        settings = Settings(home=tmp_path, log_level="debug")
        await publish_edition(settings, fresh_database)
        new, file, kept = await rotate_key(settings, fresh_database, actor="eva")
        from_text = Settings(home=tmp_path, signing_key_pem=file.read_text("ascii"))
        said = "".join([caplog.text, *capfd.readouterr(), repr(settings), repr(from_text), repr(new), repr(vars(new))])
    published = b"".join(path.read_bytes() for path in settings.editions.rglob("*") if path.is_file())
    for secret in [*secrets_of(file), *secrets_of(kept)]:
        assert secret not in said
        assert secret.encode() not in published
