"""Builders: for each level one Python function, written from the plan, that makes its part of the answer from its rows.

What a builder is handed: `rows`, the rows of the level; `c`, the answers of the levels below it; `a`, its computations
that take arguments, with those given. A builder of a page is also handed the total, whether rows come before and after,
and the mark of its cursors.
"""

from collections.abc import Mapping
from types import CodeType
from typing import Any

from auktor.core.bounded import Bounded
from schema.execution.forms import Constant
from schema.execution.plan import (
    Below,
    Build,
    Computed,
    Cursor,
    Edges,
    Ends,
    Folded,
    Level,
    Named,
    Nodes,
    Object,
    ObjectField,
    PageField,
    Stored,
    order_in,
)
from schema.execution.wire_forms import Change, LeafForm, must
from schema.paging import cursor_at

_COMPILED_BYTES, _BYTES_A_CHARACTER = 1024 * 1024, 10
_compiled: Bounded[CodeType] = Bounded(_COMPILED_BYTES)
_ENDS = {
    "hasNextPage": "after",
    "hasPreviousPage": "before",
    "startCursor": "rows and {first} or None",
    "endCursor": "rows and {last} or None",
}


class Writer:
    """Python source for one level, and the values its names stand for."""

    def __init__(self, level: Level, *, nested: bool) -> None:
        self._level = level
        order = order_in(level.parent, nested=nested)
        self._order = f"{order.start}:{order.stop}"
        self._values: dict[str, Any] = {"cursor_at": cursor_at}

    def objects(self, shown: Object) -> Build:
        """`(rows, c, a)` → the objects, in order."""
        return self._made("rows, c, a", f"[{self.shown(shown)} for r in rows]")

    def page(self, fields: Mapping[str, PageField]) -> Build:
        """`(rows, c, a, total, before, after, mark)` → the page."""
        parts = ", ".join(f"{name!r}: {self._page_field(each)}" for name, each in fields.items())
        return self._made("rows, c, a, total, before, after, mark", f"{{{parts}}}")

    def shown(self, shown: Object) -> str:
        """The expression of an object over its row `r`."""
        parts = ", ".join(f"{name!r}: {self._field(each)}" for name, each in shown.fields.items())
        return f"{{{parts}}}"

    def _field(self, given: ObjectField) -> str:
        if isinstance(given, Constant):
            return repr(given.value)
        if isinstance(given, Stored):
            return self._stored(given)
        if isinstance(given, Named):
            return f"{given.type_name + ':'!r} + r[{given.place}]"
        if isinstance(given, Below):
            reached = f"c[{given.child}]"
            return f"{reached}[r[{given.place}]]" if given.required else f"{reached}.get(r[{given.place}])"
        if isinstance(given, Folded):
            joined = f"{self.shown(given.shown)} if r[{given.place}] is not None else None"
            return f"{self._name(must)}({joined})" if given.required else f"({joined})"
        return self._computed(given)

    def _stored(self, given: Stored) -> str:
        cell = f"r[{given.place}]"
        return self._changed(given.change, cell, cell)

    def _computed(self, given: Computed) -> str:
        compute = self._name(given.compute) if given.given is None else f"a[{given.given}]"
        made = f"{compute}({', '.join(self._stored(each) for each in given.needs)})"
        if isinstance(given.finish, LeafForm):
            return self._changed(given.finish, "v", f"(v := {made})")
        return f"{self._name(given.finish)}({made})"

    def _changed(self, change: Change | None, value: str, first: str) -> str:
        """The expression of a value in its form; `first` gives the value. No function is called for a null."""
        if change is must:
            return f"({value} if {first} is not None else {self._name(must)}(None))"
        if isinstance(change, LeafForm):
            written = f"{self._name(change.serialize)}({value})"
            shown = f"({value} if {value}.__class__ is str else {written})" if change.as_text else written
            return f"({shown} if {first} is not None else {f'{self._name(must)}(None)' if change.required else None})"
        return f"{self._name(change)}({value})" if change else value

    def _page_field(self, given: PageField) -> str:
        if isinstance(given, Constant):
            return repr(given.value)
        if isinstance(given, Nodes):
            return f"[{self.shown(given.shown)} for r in rows]"
        if isinstance(given, Edges):
            parts = ", ".join(f"{name!r}: {self._edge_field(each)}" for name, each in given.fields.items())
            return f"[{{{parts}}} for r in rows]"
        if isinstance(given, Ends):
            parts = ", ".join(f"{name!r}: {self._end(each)}" for name, each in given.fields.items())
            return f"{{{parts}}}"
        return "total"

    def _edge_field(self, given: Constant | Cursor | Object) -> str:
        if isinstance(given, Constant):
            return repr(given.value)
        return self.shown(given) if isinstance(given, Object) else self._cursor("r")

    def _end(self, given: Constant | str) -> str:
        if isinstance(given, Constant):
            return repr(given.value)
        return f"({_ENDS[given].format(first=self._cursor('rows[0]'), last=self._cursor('rows[-1]'))})"

    def _cursor(self, row: str) -> str:
        return f"cursor_at(mark, {row}[{self._order}])"

    def _name(self, value: object) -> str:
        name = f"k{len(self._values)}"
        self._values[name] = value
        return name

    def _made(self, parameters: str, expression: str) -> Build:
        made: Build = eval(_code(f"lambda {parameters}: {expression}"), self._values)  # noqa: S307 -- our own source; names of the document are written by repr
        return made


def _code(source: str) -> CodeType:
    """The source compiled, once for all levels that are built alike: most new documents ask for what others do."""
    found = _compiled.get(source)
    if found is None:
        found = compile(source, "<builder>", "eval")
        _compiled.put(source, found, len(source) * _BYTES_A_CHARACTER)
    return found
