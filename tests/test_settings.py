"""Settings are few, documented, and explained when they are wrong."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from auktor.settings import BadSetting, Mode, Settings, read_settings, unknown_variables
from auktor.settings.reference import settings_reference

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without an auktor.toml of the developer's."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Set a variable of the environment."""
    return monkeypatch.setenv


def problem(**options: object) -> str:
    with pytest.raises(BadSetting) as caught:
        read_settings(**options)
    return str(caught.value)


def test_every_setting_is_on_the_reference_page() -> None:
    assert (ROOT / "docs/reference/settings.md").read_text("utf-8") == settings_reference()


def test_every_setting_has_a_sentence() -> None:
    for name, field in Settings.model_fields.items():
        assert (field.description or "").endswith("."), name


def test_nothing_needs_to_be_set() -> None:
    settings = read_settings()
    assert settings.mode is Mode.DEVELOPMENT
    assert settings.home == Path(".auktor")
    assert settings.database_url is None
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.opendata_url == "http://127.0.0.1:8000/opendata"
    assert settings.example_data


def test_the_invented_examples_stay_out_of_production() -> None:
    assert not read_settings(mode="production").example_data
    assert read_settings(mode="production", example_data=True).example_data


def test_an_option_wins_over_the_environment_and_the_environment_over_the_file(
    elsewhere: Path, say: Callable[[str, str], None]
) -> None:
    (elsewhere / "auktor.toml").write_text("port = 1\nworkers = 2\nhost = '192.0.2.1'\n")
    say("AUKTOR_PORT", "3")
    say("AUKTOR_WORKERS", "4")
    settings = read_settings(port=5, workers=None)
    assert (settings.port, settings.workers, settings.host) == (5, 4, "192.0.2.1")


def test_another_file_can_be_named(elsewhere: Path, say: Callable[[str, str], None]) -> None:
    (elsewhere / "other.toml").write_text("port = 81")
    say("AUKTOR_TOML", str(elsewhere / "other.toml"))
    assert read_settings().port == 81


def test_a_changed_setting_is_a_new_object() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().port = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://u@/d?host=/run/pg", "postgresql+asyncpg://u@/d?host=%2Frun%2Fpg"),
        ("postgresql://u:p@h:5433/d?sslmode=require", "postgresql+asyncpg://u:p@h:5433/d?ssl=require"),
    ],
)
def test_a_database_address_is_taken_as_providers_write_it(
    written: str, read: str, say: Callable[[str, str], None]
) -> None:
    say("AUKTOR_DATABASE_URL", written)
    assert read_settings().database_url == read


def test_standbys_are_separated_by_commas(say: Callable[[str, str], None]) -> None:
    say("AUKTOR_READ_DATABASE_URLS", "postgresql://h1/d, postgresql://h2/d")
    assert read_settings().read_database_urls == ("postgresql+asyncpg://h1/d", "postgresql+asyncpg://h2/d")


def test_a_bad_value_is_named_with_what_is_allowed(say: Callable[[str, str], None]) -> None:
    say("AUKTOR_PORT", "eighty")
    assert problem() == (
        "BAD_SETTING: AUKTOR_PORT is 'eighty' and must be a whole number from 1 to 65535. "
        "Correct it in the environment, in auktor.toml or the option."
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AUKTOR_MODE", "prod"),
        ("AUKTOR_PORT", "0"),
        ("AUKTOR_WORKERS", "-1"),
        ("AUKTOR_LOG_LEVEL", "loud"),
        ("AUKTOR_EXAMPLE_DATA", "perhaps"),
        ("AUKTOR_PUBLIC_URL", "example.org"),
        ("AUKTOR_OIDC_ISSUER", "ftp://example.org"),
        ("AUKTOR_OIDC_AUDIENCE", ""),
        ("AUKTOR_HOST", ""),
    ],
)
def test_each_setting_refuses_what_it_cannot_be(name: str, value: str, say: Callable[[str, str], None]) -> None:
    say(name, value)
    assert problem().startswith(f"BAD_SETTING: {name} is {value!r} and must be ")


@pytest.mark.parametrize("value", ["mysql://u:secret@h/d", "u:secret@h", "postgresql://u:secret@h", "secret"])
def test_a_bad_database_address_is_not_repeated_since_it_may_hold_a_password(
    value: str, say: Callable[[str, str], None]
) -> None:
    say("AUKTOR_DATABASE_URL", value)
    say("AUKTOR_READ_DATABASE_URLS", value)
    said = problem()
    assert said.count("of the form postgresql://") == 2
    assert "secret" not in said


def test_settings_can_be_logged_without_their_passwords() -> None:
    assert "secret" not in repr(read_settings(database_url="postgresql://u:secret@h/d"))


def test_every_problem_is_told_at_once() -> None:
    said = problem(port=0, workers=0)
    assert "AUKTOR_PORT" in said
    assert "AUKTOR_WORKERS" in said


def test_an_unknown_name_in_the_file_is_refused_with_the_name_it_resembles(elsewhere: Path) -> None:
    (elsewhere / "auktor.toml").write_text("pport = 1")
    assert problem() == "BAD_SETTING: pport in auktor.toml is not a setting; did you mean port? Correct or remove it."


def test_a_file_that_is_not_toml_is_named(elsewhere: Path) -> None:
    (elsewhere / "auktor.toml").write_text("port: 1")
    assert problem().startswith("BAD_SETTING: auktor.toml is not TOML: ")


def test_a_file_that_is_named_must_be_there(say: Callable[[str, str], None]) -> None:
    say("AUKTOR_TOML", "missing.toml")
    assert problem() == "BAD_SETTING: AUKTOR_TOML names missing.toml, which is not there. Correct it or unset it."


def test_an_unknown_variable_is_warned_of_with_the_name_it_resembles(
    say: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    say("AUKTOR_DATABSE_URL", "x")
    with caplog.at_level(logging.WARNING):
        read_settings()
    assert "AUKTOR_DATABSE_URL is not a setting; did you mean AUKTOR_DATABASE_URL?" in caplog.messages


def test_other_programs_variables_and_the_tests_own_are_not_warned_of() -> None:
    assert unknown_variables({"PATH": "x", "AUKTOR_TOML": "x", "AUKTOR_TEST_RUN": "x", "AUKTOR_PORT": "x"}) == []
