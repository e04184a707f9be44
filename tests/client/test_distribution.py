"""What others install."""

import os
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import version
from pathlib import Path
from textwrap import dedent

import pytest
from auktor_client import Client

from auktor.auth import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings
from tests.docs.pages import ROOT, blocks

CLIENT = ROOT / "client"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the folder as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(words, cwd=CLIENT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_client_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"auktor_client", "auktor_client-0.1.0.dist-info"}
    assert {"auktor_client/py.typed", "auktor_client/generated/async_questions.py"} <= set(names)


def test_the_wheel_asks_for_no_graphql_library(wheel: Path) -> None:
    metadata = zipfile.ZipFile(wheel).read("auktor_client-0.1.0.dist-info/METADATA").decode()
    needed = {line.split()[1].split(">")[0] for line in metadata.splitlines() if line.startswith("Requires-Dist")}
    assert needed == {"httpx", "pydantic", "pandas", "polars", "websockets"}


def test_the_client_works_beside_the_graphql_core_of_the_server() -> None:
    assert version("graphql-core").startswith("3.3")
    assert callable(Client.suppliers)


@pytest.mark.parametrize("place", range(len([each for each in blocks(CLIENT / "README.md") if each.kind == "python"])))
def test_an_example_of_the_readme_runs(place: int, address: str, settings: Settings) -> None:
    example = [each for each in blocks(CLIENT / "README.md") if each.kind == "python"][place]
    token = local_issuer(settings).issue(Role.CASE_OFFICER, None, "anna", seconds=600)
    text = example.text.replace("http://127.0.0.1:8000", address).replace('"…"', repr(token))
    exec(compile(text, "README.md", "exec"), {})  # noqa: S102


@pytest.mark.outside
def test_the_wheel_is_installed_anew_and_asks_a_running_register(wheel: Path, address: str, tmp_path: Path) -> None:
    venv.create(tmp_path, with_pip=True)
    python = str(tmp_path / "bin" / "python")
    install = [python, "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run([*install, "--no-deps"], check=True)  # nobody else has a part in that
    installed = subprocess.run(install, capture_output=True, text=True, check=False)
    if installed.returncode and os.environ.get("CI") != "true":
        pytest.skip(f"pip could not install what the client needs: {installed.stderr[-300:]}")
    assert installed.returncode == 0, installed.stderr
    asked = f"""
        import asyncio, auktor_client

        async def names() -> list[str]:
            async with auktor_client.AsyncClient({address!r}) as client:
                return [each.name async for each in client.suppliers()]

        print(len(asyncio.run(names())), auktor_client.__file__)
    """
    told = subprocess.run([python, "-I", "-c", dedent(asked)], capture_output=True, text=True, check=True).stdout
    number, file = told.split()
    assert int(number) > 5
    assert file.startswith(str(tmp_path))
