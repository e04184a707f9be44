"""`auktor generate`: every file of the repository that is written from the model, written anew."""

import click

from auktor.core.errors import Refused
from auktor.reference import GENERATED


class OutOfDate(Refused):
    """A committed file is not the one the model gives."""

    code = "OUT_OF_DATE"


@click.command(epilog="Example: auktor generate && git diff")
@click.option("--check", is_flag=True, help="Write nothing; fail where a file is not up to date.")
def command(*, check: bool) -> None:
    """Write the schema, the glossary and the reference pages from the model."""
    if check:
        _compare()
        return
    for path, content in GENERATED.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content(), "utf-8")
        click.echo(f"Wrote {path}.")


def _compare() -> None:
    stale = [
        str(path) for path, content in GENERATED.items() if not path.exists() or path.read_text("utf-8") != content()
    ]
    if stale:
        raise OutOfDate(f"{', '.join(stale)}: not what the model gives. Run make generate and look at what changed.")
    click.echo(f"{len(GENERATED)} generated files are up to date.")
