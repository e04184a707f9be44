"""The copy-ready examples of `docs/dashboards`, by tool: files that a test runs, shown as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auktor.core.wording import Wording

_HERE = Path(__file__).parent
# In a checkout the examples lie with the documentation; a wheel carries them beside the program.
_FOLDERS = (_HERE.parents[1] / "docs" / "dashboards", _HERE.parent / "dashboards")
_ENDINGS = {".pq", ".yaml", ".json", ".ts", ".py", ".md", ".html", ".ipynb"}


@dataclass(frozen=True, slots=True)
class Example:
    """A tool, what to do with its files, and the files."""

    name: str
    tool: str
    then: Wording
    files: tuple[str, ...]


EXAMPLES: Mapping[str, Example] = {
    example.name: example
    for example in (
        Example(
            "power-query",
            "Excel, Power BI",
            Wording(
                "Skapa en tom fråga, öppna den avancerade redigeraren, klistra in och logga in som anonym.",
                "Make a blank query, open the advanced editor, paste, and sign in as Anonymous.",
            ),
            ("power-query/volumes.pq", "power-query/obligations.pq"),
        ),
        Example(
            "grafana",
            "Grafana",
            Wording(
                "Installera insticksprogrammet Infinity, lägg filerna under provisioning/ och skriv registrets adress.",
                "Install the plugin Infinity, put the files under provisioning/, and write the register's address.",
            ),
            ("grafana/datasource.yaml", "grafana/dashboards.yaml", "grafana/register.json"),
        ),
        Example(
            "observable",
            "Observable Framework",
            Wording(
                "Kopiera filerna, kör npm install och sedan AUKTOR_REGISTER=… npm run dev.",
                "Copy the files, run npm install and then AUKTOR_REGISTER=… npm run dev.",
            ),
            ("framework",),
        ),
        Example(
            "jupyter",
            "Jupyter",
            Wording("Öppna anteckningsboken och kör alla celler.", "Open the notebook and run all cells."),
            ("notebook.ipynb",),
        ),
        Example(
            "typescript",
            "TypeScript",
            Wording(
                "Kör npm ci och npm run check: typer för dina frågor kommer ur schemat.",
                "Run npm ci and npm run check: types of your questions come from the schema.",
            ),
            ("typescript/codegen.ts", "typescript/src", "typescript/package.json"),
        ),
        Example(
            "webbsida",
            "HTML",
            Wording(
                "En fil utan bibliotek. Öppna den; en annan adress väljs med ?register=https://…",
                "One file without libraries. Open it; another address is chosen by ?register=https://…",
            ),
            ("page.html",),
        ),
    )
}


@cache
def files_of(name: str) -> tuple[tuple[str, str], ...]:
    """The files of an example, each by its path and text; none where the documentation was not brought along."""
    folder = next((each for each in _FOLDERS if each.is_dir()), None)
    return tuple(_read(folder, EXAMPLES[name])) if folder else ()


def _read(folder: Path, example: Example) -> Iterator[tuple[str, str]]:
    for path in example.files:
        found = folder / path
        for file in sorted(found.rglob("*")) if found.is_dir() else [found]:
            if file.is_file() and file.suffix in _ENDINGS:
                yield str(file.relative_to(folder)), file.read_text("utf-8")
