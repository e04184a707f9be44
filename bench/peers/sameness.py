"""Every server must answer as the register does before anything is timed."""

import json
import urllib.error
import urllib.request
from typing import Any

from questions import PAGES, QUESTIONS
from servers import ANSWERING, Bench, Server, slug

_BY_ITSELF = {"date", "connection", "content-length"}


def ask(server: Server, body: str) -> Any:  # noqa: ANN401 -- any JSON
    """The answer of a server to one request; anything but 200 ends the bench."""
    body = body.replace("@@", "0")
    headers = {"content-type": "application/json", "accept": "application/json"}
    request = urllib.request.Request(server.url(""), body.encode(), headers)  # noqa: S310 -- our own address
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 -- as above
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{server.name} answers {error.code}: {error.read().decode()[:500]}\n{body}") from error


def deep_cursor(server: Server) -> str:
    """The cursor of a page some way into the list, as the server gives it."""
    question, cursor = PAGES["postgraphile" if server.name == "postgraphile" else "register"], ""
    for _ in range(5):
        more = f', after: "{cursor}"' if cursor else ""
        cursor = ask(server, json.dumps({"query": question.replace("{more}", more)}))["data"]["publicActors"][
            "pageInfo"
        ]["endCursor"]
    return cursor


def head(server: Server, body: str) -> list[list[str]]:
    """The header lines of an answer, but for those that a server writes by itself."""
    headers = {"content-type": "application/json", "accept": "application/json"}
    request = urllib.request.Request(server.url(""), body.encode(), headers)  # noqa: S310 -- our own address
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 -- as above
        return [[name, value] for name, value in answer.headers.items() if name.lower() not in _BY_ITSELF]


def refuse_different(bench: Bench) -> dict[str, dict[str, object]]:
    """The register's answers by question, head and body; the bench ends where another server answers anything else."""
    answers: dict[str, dict[str, object]] = {}
    for name, asked in QUESTIONS.items():
        golden = [ask(bench.servers["auktor"], body) for body in bench.bodies("auktor", asked)]
        if any("errors" in each for each in golden):
            raise SystemExit(f"{name}: {golden[0]}")
        for other in (*ANSWERING[1:], "kept", "told"):
            given = [ask(bench.servers[other], body) for body in bench.bodies(other, asked)]
            if given != golden:
                raise SystemExit(f"{other} answers otherwise than the register to: {name}\n{given[0]}\n{golden[0]}")
        body = json.dumps(golden[0], ensure_ascii=False, separators=(",", ":"))
        asked_once = bench.bodies("kept", asked)[0].replace("@@", "0")
        answers[slug(name)] = {"head": head(bench.servers["kept"], asked_once), "body": body}
    return answers
