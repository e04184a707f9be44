"""The examples of `docs/dashboards`, each run on a register as its readers run it."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import nbclient
import nbformat
import polars as pl
import pytest
from playwright.sync_api import sync_playwright

from auktor.reference import GENERATED
from tests import npm
from tests.browser.conftest import chromium
from tests.client.conftest import address, settings
from tests.docs.pages import ROOT

FOLDER = ROOT / "docs" / "dashboards"
DAYS = {"${__from:date:YYYY-MM-DD}": "2026-01-01", "${__to:date:YYYY-MM-DD}": "2027-01-01"}
PANELS = json.loads((FOLDER / "grafana" / "register.json").read_text("utf-8"))["panels"]
__all__ = ["address", "chromium", "settings"]


def at(answer: Any, path: str) -> Any:  # noqa: ANN401 -- what stands in an answer
    for name in path.split("."):
        answer = answer[name]
    return answer


def rows_of(target: Mapping[str, Any], register: str) -> list[dict[str, Any]]:
    """What a panel of Grafana gets to its question."""
    url = target["url"].replace("${register}", register)
    if target["type"] == "csv":
        return list(csv.DictReader(io.StringIO(httpx.get(url).raise_for_status().text)))
    variables = target["url_options"]["body_graphql_variables"]
    for name, day in DAYS.items():
        variables = variables.replace(name, day)
    asked = {"query": target["url_options"]["body_graphql_query"], "variables": json.loads(variables)}
    found: list[dict[str, Any]] = at(httpx.post(url, json=asked).json(), target["root_selector"])
    return found


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel["title"])
def test_a_panel_of_grafana_gets_the_columns_it_shows(panel: Mapping[str, Any], address: str) -> None:
    (target,) = panel["targets"]
    rows = rows_of(target, address)
    assert len(rows) > 3
    assert {column["selector"] for column in target["columns"]} <= set(rows[0])


def test_power_query_over_csv_gets_the_columns_it_types(address: str) -> None:
    text = (FOLDER / "power-query" / "volumes.pq").read_text("utf-8")
    path = re.findall(r'RelativePath = "([^"]+)"', text)[0]
    params = dict(re.findall(r'(from|to) = "([^"]+)"', text))
    lines = csv.DictReader(io.StringIO(httpx.get(f"{address}/{path}", params=params).raise_for_status().text))
    assert set(re.findall(r'\{"(\w+)", ', text)) <= set(lines.fieldnames or [])
    assert len(list(lines)) > 3


def test_power_query_over_graphql_gets_the_rows_it_reads(address: str) -> None:
    text = (FOLDER / "power-query" / "obligations.pq").read_text("utf-8")
    question = re.findall(r'Question = "([^"]+)"', text)[0]
    variables = dict(re.findall(r'(asOf) = "([^"]+)"', text))
    answer = httpx.post(f"{address}/graphql", json={"query": question, "variables": variables}).json()
    rows = at({"Answer": answer}, ".".join(["Answer", *re.findall(r"\[(\w+)\]", text.split("FromRecords")[1])]))
    assert set(re.findall(r'\{"(\w+)", ', text)) <= set(rows[0])


@pytest.mark.parametrize(
    "loader", sorted((FOLDER / "framework" / "src" / "data").glob("*.py")), ids=lambda each: each.name
)
def test_a_loader_of_the_framework_writes_its_file(loader: Path, address: str) -> None:
    environment = os.environ | {"AUKTOR_REGISTER": address}
    written = subprocess.run([sys.executable, loader], env=environment, capture_output=True, check=True).stdout
    rows = len(pl.read_parquet(written)) if ".parquet" in loader.name else len(json.loads(written))
    assert rows > 3


def test_the_notebook_runs_from_top_to_bottom(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUKTOR_REGISTER", address)
    notebook = nbformat.read(FOLDER / "notebook.ipynb", as_version=4)
    done = nbclient.NotebookClient(notebook, timeout=120).execute()
    assert "2026-01-01" in done.cells[-1].outputs[0]["data"]["text/plain"]


def test_the_page_reads_what_it_draws(address: str) -> None:
    text = (FOLDER / "page.html").read_text("utf-8")
    path = re.findall(r"\$\{register\}(/q/[^`]+)`", text)[0]
    answer = httpx.get(address + path, headers={"origin": "null"})
    assert answer.headers["access-control-allow-origin"] == "*"
    row = answer.json()["data"]["register"]["statistics"]["volumes"][0]
    assert set(re.findall(r"row\.(\w+)", text)) <= set(row)


@pytest.mark.outside
def test_the_typescript_client_compiles(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER / "typescript", tmp_path / "typescript")
    schema = next(path for path in GENERATED if path.name == "schema.graphql")
    (folder / "node_modules").symlink_to(npm.installed(FOLDER / "typescript", "typescript"))
    environment = os.environ | {"AUKTOR_SCHEMA": str(ROOT / schema)}
    subprocess.run(["npm", "run", "check"], cwd=folder, env=environment, check=True)


@pytest.mark.outside
def test_the_framework_builds_a_page_that_draws(address: str, chromium: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER / "framework", tmp_path / "framework")
    (folder / "node_modules").symlink_to(npm.installed(FOLDER / "framework", "observable-framework"))
    environment = os.environ | {"AUKTOR_REGISTER": address, "OBSERVABLE_TELEMETRY_DISABLE": "true"}
    subprocess.run(["npm", "run", "build"], cwd=folder, env=environment, check=True)
    asked, said = list[str](), list[str]()
    with files_served(folder / "dist") as built, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto(built)
        page.locator("svg rect").nth(5).wait_for()
        assert page.locator("figure").count() == 2
    assert (said, [url for url in asked if not url.startswith((built, "data:"))]) == ([], [])


@contextmanager
def files_served(folder: Path) -> Generator[str, None, None]:
    """The address at which the files of a folder are read."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
