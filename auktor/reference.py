"""The pages that are written from the model, so that none of them can say something else than the program does."""

from collections.abc import Callable, Iterator
from pathlib import Path

from auktor import deeds_page
from auktor.auth.reference import roles_reference
from auktor.core.vocabulary import Term
from auktor.graphql.documents import shipped_documents
from auktor.graphql.proven import told_as_proven
from auktor.settings.reference import settings_reference
from db.expressions import EXPRESSIONS
from db.facts import NOUNS, Fact, TermType, meaning_of, table_of
from db.visibility import open_columns
from publish.reference import open_data_reference
from schema import terms
from schema.answering import Executor
from schema.noun import TYPES
from schema.schema import SCHEMA, in_swedish, sdl

_HEAD = "<!-- Written by `make generate` from the model; change it there. -->\n"


def glossary() -> str:
    """Every word of the register: Swedish, English, the law it comes from and where it appears."""
    shown = {model: name for name, (_, model) in TYPES.items()}
    lines = [
        f"| {noun.noun.sv} | {noun.noun.en} | {noun.noun.law} | `{noun.noun.plural}` | {_api(shown.get(noun))} |"
        for noun in sorted(NOUNS.values(), key=lambda each: each.noun.en)
    ]
    words = [line for each in sorted(terms.ALL, key=lambda each: each.__name__) for line in _words(each)]
    return "\n".join(
        [
            "# Glossary",
            "",
            _HEAD,
            "The register's words. The Swedish word is the law's own. The English one is used in API, files and",
            "code, always the same.",
            "",
            "## Nouns",
            "",
            "| Swedish | English | legal source | file or table | API type |",
            "|---|---|---|---|---|",
            *lines,
            "",
            "## Closed lists",
            "",
            "| list | code | Swedish | English |",
            "|---|---|---|---|",
            *words,
            "",
        ]
    )


def data_model() -> str:
    """Every fact of every noun: its name, meaning in both languages, unit, legal source, and whether it is open."""
    parts = [part for model in sorted(NOUNS.values(), key=lambda each: each.noun.en) for part in _noun(model)]
    head = [
        "# Data model",
        "",
        _HEAD,
        "Every version of every noun also has `valid_from`, `valid_to`, `recorded_from`, `recorded_to`, `provenance`,",
        "`reference` and `legal_source`. Periods are half-open: the second date is the first day after.",
    ]
    return "\n".join([*head, *parts, ""])


def _api(name: str | None) -> str:
    return f"`{name}`" if name else "–"


def _words(each: type[Term]) -> Iterator[str]:
    for term in each:
        yield f"| {each.__name__} | `{term}` | {term.sv} | {term.en} |"


def _noun(model: type[Fact]) -> Iterator[str]:
    noun, common = model.noun, frozenset(Fact.model_fields)
    open_names = {column.name for column in open_columns(model)}
    yield from (
        "",
        f"## {noun.en} ({noun.sv})",
        "",
        f"Table `{noun.table}`, file `{noun.plural}.csv`. Source: {noun.law}.",
    )
    yield from ("", "| fact | meaning | Swedish | unit | source | |", "|---|---|---|---|---|---|")
    for column in table_of(model).columns:
        meaning = meaning_of(column)
        if meaning is not None and column.name not in common:
            unit = meaning.unit or ("code" if isinstance(column.type, TermType) else "")
            access = "" if column.name in open_names and not noun.withheld else "withheld"
            yield f"| `{column.name}` | {meaning.en} | {meaning.sv} | {unit} | {meaning.law or ''} | {access} |"
    for expression in EXPRESSIONS.get(model, {}).values():
        meaning = expression.meaning
        yield f"| `{expression.name}` | {meaning.en} | {meaning.sv} | derived | {meaning.law or ''} | |"


def proven() -> str:
    """The shipped documents, each validated; one that the schema does not allow is a RequestError."""
    executor, documents = Executor(SCHEMA), shipped_documents().values()
    for text in documents:
        executor.prepare(text)
    return told_as_proven(sdl(), documents)


GENERATED: dict[Path, Callable[[], str]] = {
    Path("GLOSSARY.md"): glossary,
    Path("auktor/stored/proven.txt"): proven,
    Path("docs/deeds.md"): deeds_page.page,
    Path("docs/reference/data-model.md"): data_model,
    Path("docs/reference/open-data.md"): open_data_reference,
    Path("docs/reference/roles.md"): roles_reference,
    Path("docs/reference/settings.md"): settings_reference,
    Path("schema/schema.graphql"): sdl,
    Path("schema/schema.sv.graphql"): in_swedish,
}
