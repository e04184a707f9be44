"""`auktor explain`: how a question is answered: its statements, what each reads, and what it costs."""

import asyncio
from pathlib import Path

import click

from auktor.commands.options import begin
from auktor.core.errors import Refused
from auktor.database import database_of
from db.engine import Database
from schema.answering import Executor, Question, RequestError
from schema.schema import SCHEMA, context_for


class CannotBeAsked(Refused):
    """The file holds no question that the register would answer."""

    code = "CANNOT_BE_ASKED"


@click.command(epilog="Example: auktor explain auktor/graphiql/examples/1-suppliers-today.graphql")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--operation", metavar="NAME", help="Which operation, where the file holds several.")
@click.option("--cost", is_flag=True, help="Ask the register too: what each statement gives now, and its cost.")
def command(file: Path, operation: str | None, *, cost: bool) -> None:
    """Tell how the question in FILE is answered: its points, and its plan step by step.

    The database is asked nothing unless --cost is given. The cost is PostgreSQL's own reckoning.
    """
    question, executor = Question(file.read_text("utf-8"), operation), Executor(SCHEMA)
    try:
        click.echo(executor.explain(question))
        if cost:
            with database_of(begin()) as url:
                click.echo(asyncio.run(_measured(executor, question, url)))
    except RequestError as error:
        said = " ".join(each.get("message", "") for each in error.errors)
        raise CannotBeAsked(f"{file}: {said}") from error


async def _measured(executor: Executor, question: Question, url: str) -> str:
    database = Database(url)
    try:
        return await executor.measure(question, context_for(database))
    finally:
        await database.close()
