"""What a start does without: libraries that no first request needs, and proofs that were made before."""

import gc
import logging
import subprocess
import sys
import tracemalloc
import typing
import weakref
from dataclasses import is_dataclass
from pathlib import Path

import pytest
from strawberry.types.base import StrawberryObjectDefinition

from auktor import graphiql
from auktor.asgi import create_app
from auktor.assets import Assets
from auktor.graphql.documents import shipped_documents
from auktor.graphql.proven import PROVEN, hash_of, proven_by, told_as_proven
from auktor.settings import Settings
from auktor.site import STATIC
from auktor.starting import SELDOM, forget_imports, not_collecting
from auktor.warm import schema_hash, warmed
from schema import aggregates, filters
from schema.answering import executor
from schema.mutations import inputs
from schema.schema import SCHEMA

NOWHERE = "postgresql+asyncpg://nobody@127.0.0.1:1/nowhere"
TO_PUBLISH = {"cryptography", "joserfc", "publish.build", "publish.release", "sqlite3"}
NEEDED_LATER = {
    "alembic",
    "auktor.preparing",
    "db.deeds.doers",
    "db.load",
    "publish.pages",
    "xml.etree.ElementTree",
    "obstore",
    "openpyxl",
    "opentelemetry",
    "polars",
    "pandas",
    "pyarrow",
    "rich",
}
_START = f"""
import sys
import auktor.commands.serve
print(*sys.modules)
from auktor.asgi import create_app
from auktor.settings import Settings
create_app(Settings(home=sys.argv[1]), {NOWHERE!r})
print(*sys.modules)
import auktor.serving
print(*sys.modules)
"""


def test_a_start_imports_little_before_postgresql_is_started_and_never_what_no_request_needs(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _START, tmp_path], stdout=subprocess.PIPE, text=True, check=True)
    before, answering, forking = (set(line.split()) for line in done.stdout.splitlines())
    assert before & {"strawberry", "graphql", "sqlmodel", "schema", *TO_PUBLISH, "uvicorn"} == set()
    assert answering & TO_PUBLISH == set()
    assert forking & (TO_PUBLISH | NEEDED_LATER) == set()


def test_garbage_is_not_looked_for_during_a_start_and_seldom_afterwards() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    try:
        with not_collecting():
            assert not gc.isenabled()
        assert (gc.isenabled(), gc.get_threshold()) == (True, SELDOM)
        assert gc.get_freeze_count() > frozen
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def test_what_the_second_block_of_a_start_leaves_in_circles_is_gone() -> None:
    class Circle:
        def __init__(self) -> None:
            self.itself = self

    before = gc.get_threshold()
    try:
        with not_collecting():
            pass
        with not_collecting():
            left = weakref.ref(Circle())
        assert left() is None
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def test_the_files_of_the_site_do_not_lie_in_memory() -> None:
    tracemalloc.start()
    try:
        assets = Assets(STATIC, graphiql.STATIC)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    on_disk = sum(file.stat().st_size for folder in (STATIC, graphiql.STATIC) for file in folder.rglob("*"))
    assert assets.address("site.css")
    assert kept < on_disk / 10


def test_no_class_made_at_run_time_keeps_its_signature_as_a_text() -> None:
    made = [each for module in (aggregates, filters, inputs) for each in vars(module).values() if is_dataclass(each)]
    assert len(made) > 200
    assert [each for each in made if str(each.__doc__).startswith(f"{each.__name__}(")] == []


def test_no_shipped_document_is_validated_that_was_proven_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    validated: list[object] = []
    monkeypatch.setattr(executor, "flaws", lambda *given, **_: validated.append(given) or [])
    create_app(Settings(home=tmp_path), NOWHERE)
    assert validated == []
    assert caplog.records == []


def test_every_shipped_document_is_prepared_before_it_is_asked_for_and_for_good(tmp_path: Path) -> None:
    warm = warmed(Settings(home=tmp_path), schema_hash())
    executor, texts = warm.executor, list(warm.documents.shipped.values())
    assert len(texts) > 100
    prepared = [executor.prepare.known(each) for each in texts]
    assert None not in prepared
    assert all(each.operations._plans for each in prepared if each and not each.operations.named[None].deciding)
    for number in range(2000):
        executor.prepare(f"{{ a{number}: __typename }}")
    assert all(executor.prepare.known(text) is each for text, each in zip(texts, prepared, strict=True))


def test_a_start_lets_go_of_what_importing_left() -> None:
    listed = dict(sys.path_importer_cache)
    typing.overload(_has_fields)
    assert typing.get_overloads(_has_fields) == [_has_fields]
    try:
        forget_imports()
        assert (typing.get_overloads(_has_fields), sys.path_importer_cache) == ([], {})
    finally:
        sys.path_importer_cache.update(listed)


def test_no_type_of_the_schema_keeps_what_compares_or_tells_its_objects() -> None:
    kinds = [each.definition.origin for each in SCHEMA.schema_converter.type_map.values() if _has_fields(each)]
    assert len(kinds) > 300
    assert [kind for kind in kinds if "__eq__" in vars(kind) or "__repr__" in vars(kind)] == []


def _has_fields(each: object) -> bool:
    return isinstance(getattr(each, "definition", None), StrawberryObjectDefinition)


def test_what_was_not_proven_is_validated_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shipped = {**shipped_documents(), "new": "{ __typename }"}
    monkeypatch.setattr("auktor.warm.shipped_documents", lambda: shipped)
    validated: list[str] = []
    whole = executor.flaws
    monkeypatch.setattr(
        executor, "flaws", lambda *given, **more: validated.append(given[1].loc.source.body) or whole(*given, **more)
    )
    with caplog.at_level(logging.WARNING):
        create_app(Settings(home=tmp_path), NOWHERE)
    assert validated == ["{ __typename }"]
    assert f"1 of {len(shipped)} shipped documents" in caplog.text


def test_a_proof_is_of_one_schema_and_of_one_text(tmp_path: Path) -> None:
    file = tmp_path / "proven.txt"
    file.write_text(told_as_proven("type Query { a: Int }", ["{ a }"]), "ascii")
    assert proven_by(hash_of("type Query { a: Int }"), file) == {hash_of("{ a }")}
    assert proven_by(hash_of("type Query { b: Int }"), file) == frozenset()
    assert proven_by(hash_of("type Query { a: Int }"), tmp_path / "none.txt") == frozenset()


def test_every_shipped_document_is_proven() -> None:
    assert proven_by(schema_hash(), PROVEN) == {hash_of(text) for text in shipped_documents().values()}
