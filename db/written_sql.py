"""SQL that is written once a shape and asked ever after with other values: to write it takes longer than to answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.ext.asyncio import AsyncConnection

from auktor.core.moment import Moment

_DIALECT = asyncpg.dialect()  # type: ignore[no-untyped-call]


def later(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.BindParameter[Any]:
    """A parameter of this name, for SQL that is written before its value is known."""
    return sa.bindparam(name, type_=kind, required=False)


class ParameterMoment(Moment):
    """A moment whose two times are parameters, so that SQL written at it answers for any moment."""

    def __init__(self, *, known: bool, as_of: str = "as_of") -> None:
        day = later(as_of, sa.Date())
        known_at = later("known_at", sa.TIMESTAMP(timezone=True)) if known else None
        object.__setattr__(self, "as_of", cast("date", day))
        object.__setattr__(self, "known_at", cast("datetime | None", known_at))


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, how its value is written, and the value where the SQL itself brings it."""

    name: str
    write: Callable[[Any], Any] | None
    constant: bool
    value: object = None


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with `$1` parameters, what each stands for, and its columns by name: how a value is read.

    It has no columns where its rows are read by their places.
    """

    sql: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]

    def arguments(self, values: Mapping[str, Any]) -> list[object]:
        """The parameters in order."""
        found: list[object] = []
        for each in self.parameters:
            value = each.value if each.constant else values[each.name]
            found.append(each.write(value) if each.write else value)
        return found

    def by_name(self, row: Sequence[Any]) -> dict[str, Any]:
        """A row by column name, words as terms."""
        return {name: read(value) if read else value for (name, read), value in zip(self.columns, row, strict=True)}

    async def rows(self, connection: AsyncConnection, at: Moment, **values: object) -> list[dict[str, Any]]:
        """Every row at a moment, by column name."""
        return [self.by_name(each) for each in await self.raw(connection, at, **values)]

    async def raw(self, connection: AsyncConnection, at: Moment, **values: object) -> Sequence[Sequence[Any]]:
        """Every row at a moment, its values as they come."""
        given = self.arguments({"as_of": at.as_of, "known_at": at.known_at, **values})
        return (await connection.exec_driver_sql(self.sql, tuple(given))).all()


def written(statement: sa.Select[*tuple[Any, ...]], *, by_name: bool = True) -> Statement:
    """The statement as it is sent; its rows can be read `by_name` where that is wanted."""
    compiled: Any = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
    constants: Mapping[str, Any] = compiled.params
    writers: Mapping[str, Any] = compiled._bind_processors  # noqa: SLF001 -- SQLAlchemy gives them no other name
    given = {name for name, bind in compiled.binds.items() if not bind.unique}
    names: Sequence[str] = compiled.positiontup or ()
    columns: Any = statement.selected_columns if by_name else ()
    return Statement(
        compiled.string,
        tuple(Parameter(each, writers.get(each), each not in given, constants.get(each)) for each in names),
        tuple((each.name, each.type.result_processor(_DIALECT, None)) for each in columns),
    )
