"""Write the client from the schema and its questions, or with --check tell what is not as they say.

Run by `make generate` and `make check` with the generator's own environment, which holds an older graphql-core than
the server does. The same questions are written twice, for asyncio and without it; what they answer is written once.
"""

import argparse
import ast
import difflib
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from graphql import GraphQLField, GraphQLObjectType, GraphQLUnionType, build_schema, get_named_type

CLIENT = Path(__file__).parent
ROOT = CLIENT.parent
PACKAGE = CLIENT / "auktor_client" / "generated"
DOCUMENTS = ROOT / "auktor" / "stored" / "client"
GENERATOR = Path(sys.executable).with_name("ariadne-codegen")


def main() -> int:
    """0 where the client is what the schema says, or has been written."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument(
        "--check", action="store_true", help="write nothing, and fail where a file is not as it would be"
    )
    told = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wanted = {PACKAGE / path.name: path.read_text("utf-8") for path in _package(Path(folder))}
    wanted |= _documents(wanted[PACKAGE / "async_questions.py"])
    stale = [path for path in sorted({*wanted, *_present()}) if _text(path) != wanted.get(path)]
    if told.check:
        return _compared(stale, wanted)
    _write(stale, wanted)
    return 0


def _package(folder: Path) -> list[Path]:
    """The modules of the package, the sync questions among those of the async ones."""
    questions = (CLIENT / "queries.graphql").read_text("utf-8") + deeds()
    subscriptions = CLIENT / "subscriptions.graphql"
    waiting = questions + (subscriptions.read_text("utf-8") if subscriptions.exists() else "")
    made = _generated(folder / "async", waiting, kind="async")
    plain = _generated(folder / "sync", questions, kind="sync")
    for name in ("sync_questions.py", "sync_base.py"):
        shutil.copy(plain / name, made / name)
    (made / "__init__.py").write_text('"""Written by `make generate`; import from `auktor_client`."""\n', "utf-8")
    (made / "exceptions.py").unlink(missing_ok=True)
    return sorted(made.glob("*.py"))


def deeds() -> str:
    """A mutation for every deed of the schema: what it changed by id and version, or why it was refused."""
    schema = build_schema((ROOT / "schema" / "schema.graphql").read_text("utf-8"))
    fields = schema.mutation_type.fields if schema.mutation_type else {}
    return _REFUSALS + "".join(_deed(name, field) for name, field in fields.items())


def _deed(name: str, field: GraphQLField) -> str:
    asked, told = field.args["input"].type, get_named_type(field.type)
    if not isinstance(told, GraphQLUnionType):
        raise SystemExit(f"{name} answers no union of what it changed and its refusals; the client needs one.")
    refused = [each for each in told.types if each.name in _REFUSED]
    changed = [each for each in told.types if each.name not in _REFUSED]
    # What may change an object of any kind is asked of what all kinds have, each once.
    kinds = {each.name: _told(each) for each in changed} if len(changed) == 1 else {"RegisterObject": "id version"}
    kinds |= {each.name: f"...{each.name}Told" for each in refused}
    asked_of = "".join(f"... on {kind} {{ {facts} }} " for kind, facts in kinds.items())
    title = name[:1].upper() + name[1:]
    return f"\nmutation {title}($input: {asked}) {{ outcome: {name}(input: $input) {{ __typename {asked_of} }} }}\n"


def _told(kind: GraphQLObjectType) -> str:
    """What is asked of one kind of answer."""
    if kind.name == "EditionPublished":
        return "isNew edition { number }"
    return "id version" if "version" in kind.fields else "id"


_REFUSED = ("DeedRefused", "VersionConflict")
_REFUSALS = """
fragment DeedRefusedTold on DeedRefused { code message remedy path }
fragment VersionConflictTold on VersionConflict { code message remedy path expectedVersion newestVersion }
"""


def _generated(folder: Path, questions: str, *, kind: str) -> Path:
    folder.mkdir()
    (folder / "queries.graphql").write_text(questions, "utf-8")
    config = (CLIENT / "codegen.toml").read_text("utf-8")
    own = {
        "schema_path": ROOT / "schema" / "schema.graphql",
        "queries_path": folder / "queries.graphql",
        "target_package_path": folder,
        "client_name": f"{kind.title()}Questions",
        "client_file_name": f"{kind}_questions",
        "base_client_name": f"{kind.title()}Base",
        "base_client_file_path": CLIENT / "bases" / f"{kind}_base.py",
    }
    lines = "".join(f'{name} = "{value}"\n' for name, value in own.items())
    asyncio = f"async_client = {'true' if kind == 'async' else 'false'}\n"
    heading = "[tool.ariadne-codegen]\n"
    (folder / "codegen.toml").write_text(config.replace(heading, heading + lines + asyncio, 1), "utf-8")
    words = [str(GENERATOR), "--config", str(folder / "codegen.toml"), "client"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return folder / "generated"


def _documents(questions: str) -> dict[Path, str]:
    """The documents the client asks, as the server stores them: each by the name of its method."""
    found = {}
    for method in ast.walk(ast.parse(questions)):
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef) and method.name != "gql":
            texts = [call.args[0] for call in ast.walk(method) if isinstance(call, ast.Call) and _is_document(call)]
            found[DOCUMENTS / f"{method.name}.graphql"] = textwrap.dedent(ast.literal_eval(texts[0])).strip() + "\n"
    return found


def _is_document(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "gql"


def _present() -> list[Path]:
    return [*PACKAGE.glob("*.py"), *DOCUMENTS.glob("*.graphql")]


def _text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def _write(stale: list[Path], wanted: dict[Path, str]) -> None:
    for path in stale:
        if path not in wanted:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], "utf-8")
    sys.stdout.write(f"The client: {len(wanted)} files, {len(stale)} of them changed.\n")


def _compared(stale: list[Path], wanted: dict[Path, str]) -> int:
    for path in stale:
        name = str(path.relative_to(ROOT))
        before, after = (_text(path) or "").splitlines(), wanted.get(path, "").splitlines()
        sys.stderr.write("\n".join(difflib.unified_diff(before, after, name, "the schema", lineterm="")) + "\n")
    if stale:
        names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
        sys.stderr.write(f"OUT_OF_DATE: {names} is not what the schema says. Run make generate.\n")
        return 1
    sys.stdout.write(f"The client: {len(wanted)} files, up to date.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
