"""`auktor generate`: every file of the repository that is written from the model, written anew or compared."""

import difflib
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from auktor.core.errors import Refused
from auktor.reference import GENERATED


class OutOfDate(Refused):
    """A committed file is not what the model says now."""

    code = "OUT_OF_DATE"


@click.command(epilog="Example: auktor generate && git diff")
@click.option("--check", is_flag=True, help="Write nothing, and fail where a file is not what it would be.")
def command(*, check: bool) -> None:
    """Write the schema, the glossary and the reference pages from the model, in the current folder."""
    if check:
        compare(GENERATED)
    else:
        write(GENERATED)


def write(files: Mapping[Path, Callable[[], str]]) -> None:
    """Write each file that differs from what the model says."""
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if _committed(path) == text():
            click.echo(f"{path} is up to date.")
        else:
            path.write_text(text(), "utf-8")
            click.echo(f"Wrote {path}.")


def compare(files: Mapping[Path, Callable[[], str]]) -> None:
    """Show how the files differ from what the model says; an error where any does."""
    stale = [path for path, text in files.items() if _committed(path) != text()]
    for path in stale:
        told = difflib.unified_diff(_committed(path).splitlines(), files[path]().splitlines(), str(path), "the model")
        click.echo("\n".join(line.rstrip("\n") for line in told), err=True)
    if stale:
        names = ", ".join(map(str, stale))
        raise OutOfDate(f"{names} is not what the model says. Run make generate, and look at what changed.")
    click.echo(f"{', '.join(map(str, files))}: up to date.")


def _committed(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
