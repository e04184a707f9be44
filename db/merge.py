"""The writer for whole files: what a temporary table states is compared with the register and merged in sets.

Two kinds of staged table are taken, both filled and checked by `db.load`:

* of a noun: `id`, `_same` (empty) and every column a file decides, under its name in the database; it speaks wholly for
  each object it names, so its versions take the place of those now recorded, and equal ones are left untouched;
* of monthly volumes: `actor` and `service` by key, and the columns of `monthly_volume`.
"""

# ruff: noqa: S608 -- names come from the declared tables and from db.load, values are always parameters

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from db.write import RevisionStamp

_OF_VOLUMES = ("quantity", "status", "provenance", "reference")
_KEYED_BY = ("actor_id", "service_id", "item", "month")


class Staged(NamedTuple):
    """A temporary table to be merged into the table of a noun, and the columns that are compared and copied."""

    name: str
    table: str
    columns: Sequence[str]
    public: bool

    @property
    def touched(self) -> str:
        """The temporary table of what differs, made by the comparison."""
        return f"{self.name}_touched"


class Tally(NamedTuple):
    """How many objects (of volumes: rows) a merge adds, corrects and leaves as they are."""

    added: int
    corrected: int
    unchanged: int

    @property
    def changes_something(self) -> bool:
        """Whether the register would differ after the merge."""
        return self.added > 0 or self.corrected > 0


async def compare(connection: AsyncConnection, staged: Staged) -> Tally:
    """Find out which objects the staged table describes otherwise than the register does; nothing is written."""
    await connection.exec_driver_sql(
        f"UPDATE {staged.name} AS s SET _same = t.version FROM {staged.table} AS t "
        "WHERE t.id = s.id AND t.recorded_to IS NULL AND t.valid_from = s.valid_from "
        f"AND ({_listed(staged.columns, 't')}) IS NOT DISTINCT FROM ({_listed(staged.columns, 's')})"
    )
    await connection.exec_driver_sql(
        f"CREATE TEMPORARY TABLE {staged.touched} ON COMMIT DROP AS "
        f"SELECT s.id, EXISTS (SELECT FROM {staged.table} AS t WHERE t.id = s.id) AS known "
        f"FROM {staged.name} AS s GROUP BY s.id HAVING bool_or(s._same IS NULL) "
        f"OR count(*) <> (SELECT count(*) FROM {staged.table} AS t WHERE t.id = s.id AND t.recorded_to IS NULL)"
    )
    return await _tally(connection, staged, f"SELECT count(DISTINCT id) FROM {staged.name}", "NOT known")


async def merge(connection: AsyncConnection, stamp: RevisionStamp, staged: Staged) -> None:
    """After `compare`: close the versions that no longer stand, add the new ones, and tell of every object touched."""
    columns = _listed(staged.columns)
    await connection.exec_driver_sql(
        f"UPDATE {staged.table} AS t SET recorded_to = $1 "
        f"FROM {staged.touched} AS o WHERE t.id = o.id AND o.known AND t.recorded_to IS NULL "
        f"AND NOT EXISTS (SELECT FROM {staged.name} AS s WHERE s.id = t.id AND s._same = t.version)",
        (stamp.recorded_at,),
    )
    await connection.exec_driver_sql(
        f"INSERT INTO {staged.table} (id, {columns}, revision, recorded_from) "
        f"SELECT id, {columns}, $1::bigint, $2::timestamptz FROM {staged.name} WHERE _same IS NULL",
        tuple(stamp),
    )
    await connection.exec_driver_sql(
        "INSERT INTO change (revision, recorded_at, kind, key, change, public) "
        f"SELECT $1::bigint, $2::timestamptz, '{staged.table}', i.key, "
        "CASE WHEN o.known THEN 'CHANGED' ELSE 'ADDED' END, $3::boolean "
        f"FROM {staged.touched} AS o JOIN {staged.table}_identity AS i ON i.id = o.id ORDER BY i.key",
        (*stamp, staged.public),
    )


async def compare_volumes(connection: AsyncConnection, staged: Staged) -> Tally:
    """Find out which monthly volumes are new or other than the register's; nothing is written."""
    found, told = _listed(_OF_VOLUMES, "v"), _listed(_OF_VOLUMES, "s")
    await connection.exec_driver_sql(
        f"CREATE TEMPORARY TABLE {staged.touched} ON COMMIT DROP AS "
        f"SELECT a.id AS actor_id, m.id AS service_id, s.item, s.month, {told}, v.version AS replaces "
        f"FROM {staged.name} AS s JOIN public_actor_identity AS a ON a.key = s.actor "
        "JOIN service_identity AS m ON m.key = s.service "
        "LEFT JOIN monthly_volume AS v ON v.recorded_to IS NULL "
        "AND (v.actor_id, v.service_id, v.item, v.month) = (a.id, m.id, s.item, s.month) "
        f"WHERE v.version IS NULL OR ({found}) IS DISTINCT FROM ({told})"
    )
    return await _tally(connection, staged, f"SELECT count(*) FROM {staged.name}", "replaces IS NULL")


async def merge_volumes(connection: AsyncConnection, stamp: RevisionStamp, staged: Staged) -> None:
    """Close the volumes that were corrected and add the new ones; one change row, keyed by its months, tells of all."""
    columns = _listed((*_KEYED_BY, *_OF_VOLUMES))
    await connection.exec_driver_sql(
        f"UPDATE monthly_volume AS v SET recorded_to = $1 FROM {staged.touched} AS o WHERE v.version = o.replaces",
        (stamp.recorded_at,),
    )
    await connection.exec_driver_sql(
        f"INSERT INTO monthly_volume ({columns}, revision, recorded_from) "
        f"SELECT {columns}, $1::bigint, $2::timestamptz FROM {staged.touched}",
        tuple(stamp),
    )
    await connection.exec_driver_sql(
        "INSERT INTO change (revision, recorded_at, kind, key, change, public) "
        "SELECT $1::bigint, $2::timestamptz, 'monthly_volume', "
        "to_char(min(month), 'YYYY-MM') || '/' || to_char(max(month), 'YYYY-MM'), "
        "CASE WHEN bool_or(replaces IS NOT NULL) THEN 'CHANGED' ELSE 'ADDED' END, false "
        f"FROM {staged.touched}",
        tuple(stamp),
    )


async def _tally(connection: AsyncConnection, staged: Staged, in_all: str, added: str) -> Tally:
    result = await connection.exec_driver_sql(
        f"SELECT ({in_all}) AS in_all, count(*) FILTER (WHERE {added}) AS added, count(*) AS touched "
        f"FROM {staged.touched}"
    )
    row = result.one()
    return Tally(row.added, row.touched - row.added, row.in_all - row.touched)


def _listed(columns: Sequence[str], alias: str | None = None) -> str:
    return ", ".join(f"{alias}.{column}" if alias else column for column in columns)
