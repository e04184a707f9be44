"""The register's schema as strawberry serves it by its guide: its own ASGI view, graphql-core, a loader a relation."""

import os
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from strawberry.asgi import GraphQL

from db.engine import Database
from schema.context import Context
from schema.record import Root
from schema.schema import SCHEMA

_database = Database(os.environ["AUKTOR_DATABASE_URL"])


class Plain(GraphQL[Context, Root]):
    """Strawberry's view with the context and the root that the register's resolvers are written for."""

    async def get_context(self, request: Request, response: Response) -> Context:  # noqa: ARG002  # type: ignore[override]
        """As strawberry asks for it."""
        return Context(_database, datetime.now(UTC))

    async def get_root_value(self, request: Request) -> Root:  # noqa: ARG002  # type: ignore[override]
        """The register of today."""
        return Root(Context(_database, datetime.now(UTC)).today)


app = Plain(SCHEMA)
