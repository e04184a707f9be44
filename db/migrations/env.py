"""Alembic's entry: migrates over a connection that `db.migrate` hands it."""

from alembic import context
from sqlalchemy import Connection

from db.models import METADATA

connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, transaction_per_migration=True)
with context.begin_transaction():
    context.run_migrations()
