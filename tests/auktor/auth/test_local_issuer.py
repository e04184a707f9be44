import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from auktor.auth import Unauthenticated, door_of, local_issuer
from auktor.auth.errors import BadKeyFile, NoOrganisation, OnlyForDevelopment
from auktor.cli import run
from auktor.core.roles import GIVEN, Role
from auktor.settings import BadSetting, Mode, Settings
from db.visibility import Viewer

KEY_FILE = "token-key.json"


def token(home: Path, role: Role = Role.AUDITOR, organisation: str | None = None) -> str:
    return local_issuer(Settings(home=home)).issue(role, organisation, "anna", seconds=60)


@pytest.mark.parametrize("role", GIVEN)
async def test_a_local_token_opens_each_role_in_development(tmp_path: Path, role: Role) -> None:
    organisation = "umea-kommun" if role.bound_to else None
    made = token(tmp_path, role, organisation)
    assert await door_of(Settings(home=tmp_path)).viewer(f"Bearer {made}") == Viewer(role, organisation, "anna")


async def test_a_program_that_began_before_the_key_was_made_knows_it(tmp_path: Path) -> None:
    door = door_of(Settings(home=tmp_path))
    with pytest.raises(Unauthenticated):
        await door.viewer(f"Bearer {token(tmp_path / 'another')}")
    assert (await door.viewer(f"Bearer {token(tmp_path)}")).role is Role.AUDITOR


async def test_a_token_of_another_home_is_refused(tmp_path: Path) -> None:
    token(tmp_path / "ours")
    with pytest.raises(Unauthenticated):
        await door_of(Settings(home=tmp_path / "ours")).viewer(f"Bearer {token(tmp_path / 'theirs')}")


async def test_production_refuses_a_local_token_even_where_the_key_lies_in_its_home(tmp_path: Path) -> None:
    made = token(tmp_path)
    with pytest.raises(Unauthenticated):
        await door_of(Settings(home=tmp_path, mode=Mode.PRODUCTION)).viewer(f"Bearer {made}")


def test_production_makes_no_tokens(tmp_path: Path) -> None:
    with pytest.raises(OnlyForDevelopment):
        local_issuer(Settings(home=tmp_path, mode=Mode.PRODUCTION))


def test_only_the_owner_may_read_the_key(tmp_path: Path) -> None:
    token(tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_a_key_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    token(tmp_path)
    (tmp_path / KEY_FILE).chmod(0o644)
    with pytest.raises(BadKeyFile, match="chmod 600"):
        token(tmp_path)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"kty": "EC"}', '{"kty": "oct", "k": "AAAA"}'])
def test_a_spoilt_key_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / KEY_FILE).write_text(content)
    (tmp_path / KEY_FILE).chmod(0o600)
    with pytest.raises(BadKeyFile, match="Remove it"):
        token(tmp_path)


def test_what_is_published_holds_no_private_part(tmp_path: Path) -> None:
    assert local_issuer(Settings(home=tmp_path)).jwks() == {"keys": []}
    token(tmp_path)
    published = local_issuer(Settings(home=tmp_path)).jwks()
    assert sorted(json.loads(json.dumps(published))["keys"][0]) == ["crv", "kid", "kty", "x", "y"]


def test_those_who_make_the_key_at_once_make_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as several:
        made = list(several.map(lambda _: token(tmp_path).split(".")[0], range(8)))
    assert len(set(made)) == 1
    assert [each.name for each in tmp_path.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("role", [Role.AGENCY, Role.SUPPLIER])
def test_a_bound_role_without_its_organisation_gets_no_token(tmp_path: Path, role: Role) -> None:
    with pytest.raises(NoOrganisation, match="--organisation"):
        token(tmp_path, role)


async def test_the_command_prints_a_token_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUKTOR_HOME", str(tmp_path))
    words = ["token", "--role", "supplier", "--organisation", "freja", "--subject", "bo", "--hours", "1"]
    assert run(words) == 0
    made = capsys.readouterr().out.strip()
    assert await door_of(Settings(home=tmp_path)).viewer(f"Bearer {made}") == Viewer(Role.SUPPLIER, "freja", "bo")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--role", "agency"], 1, "NO_ORGANISATION"),
        (["--role", "anonymous"], 2, "Invalid value for '--role'"),
        ([], 2, "Missing option '--role'"),
    ],
)
def test_the_command_says_what_is_missing(  # noqa: PLR0913, PLR0917 -- what pytest hands over
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    status: int,
    told: str,
) -> None:
    monkeypatch.setenv("AUKTOR_HOME", str(tmp_path))
    assert run(["token", *words]) == status
    assert told in capsys.readouterr().err


def test_the_command_is_refused_in_production(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUKTOR_HOME", str(tmp_path))
    monkeypatch.setenv("AUKTOR_MODE", "production")
    assert run(["token", "--role", "admin"]) == 1
    assert "ONLY_FOR_DEVELOPMENT" in capsys.readouterr().err
    assert not (tmp_path / KEY_FILE).exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"oidc_issuer": "https://issuer.example"}, "AUKTOR_OIDC_AUDIENCE"),
        ({"oidc_issuer": "http://issuer.example", "oidc_audience": "a"}, "https://"),
    ],
)
def test_settings_that_would_let_strangers_in_are_refused(wrong: dict[str, str], told: str) -> None:
    with pytest.raises(BadSetting, match=told):
        door_of(Settings.model_validate(wrong))


async def test_production_without_an_issuer_says_that_it_takes_no_tokens(tmp_path: Path) -> None:
    with pytest.raises(Unauthenticated, match="accepts no tokens"):
        await door_of(Settings(home=tmp_path, mode=Mode.PRODUCTION)).viewer(f"Bearer {token(tmp_path)}")
