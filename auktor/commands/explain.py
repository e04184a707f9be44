"""`auktor explain`: how a question is answered: its statements, what each reads, and what it costs."""

from pathlib import Path

import click

from auktor.core.errors import Refused
from schema.answering import Executor, Question, RequestError
from schema.schema import SCHEMA


class CannotBeAsked(Refused):
    """The file holds no question that the register would answer."""

    code = "CANNOT_BE_ASKED"


@click.command(epilog="Example: auktor explain auktor/graphiql/examples/1-suppliers-today.graphql")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--operation", metavar="NAME", help="Which operation, where the file holds several.")
def command(file: Path, operation: str | None) -> None:
    """Tell how the question in FILE is answered; the database is not asked."""
    question = Question(file.read_text("utf-8"), operation)
    try:
        click.echo(Executor(SCHEMA).explain(question))
    except RequestError as error:
        said = " ".join(each.get("message", "") for each in error.errors)
        raise CannotBeAsked(f"{file}: {said}") from error
