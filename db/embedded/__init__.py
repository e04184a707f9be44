"""A PostgreSQL of the program's own, from a wheel while the program runs: no server to install or look after."""

from db.embedded.server import EmbeddedPostgres, bundled_binaries, embedded_postgres

__all__ = ["EmbeddedPostgres", "bundled_binaries", "embedded_postgres"]
