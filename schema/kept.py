"""Lists of what the register keeps of its own work; filter and order are made from the columns they may ask by."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

import sqlalchemy as sa
import strawberry

from db.visibility import ANYONE
from resolvers.conditions import meeting
from resolvers.keyset import Term
from schema.context import Context, Info
from schema.declarations import Argument
from schema.execution.selected import SelectedPage
from schema.filters import Askable, askable_in, filter_named, order_named, order_terms, wanted
from schema.paging import PageArguments, window_of
from schema.record import shown

_WINDOW = (
    ("first", "At most so many rows from the start of the list, 1 to 100; 50 where nothing is said."),
    ("after", "Only rows after this cursor."),
    ("last", "At most so many rows from the end of the list, 1 to 100."),
    ("before", "Only rows before this cursor."),
)


@dataclass(frozen=True)
class KeptList:
    """One such list: the rows a viewer may see, by what they may be asked, and how a row becomes its object.

    `rows` is handed the viewer and the list's own `arguments`; `said` tells what each column means. Where no order is
    given, the newest come first, by `numbered`.
    """

    object_type: type[Any]
    plural: str
    rows: Callable[..., sa.Select[Any]]
    said: Mapping[str, str]
    numbered: str
    make: Callable[[Any], object]
    arguments: tuple[Argument, ...] = ()

    def field(self, description: str) -> Any:  # noqa: ANN401 -- stands where strawberry reads the annotation
        """The field of the query that offers the list."""

        def resolve(root: Any, info: Info, **given: Any) -> Any:  # noqa: ANN401, ARG001 -- whatever root there is; a page
            return shown(self._page(info.context, given))

        root = inspect.Parameter("root", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Any)
        info = inspect.Parameter("info", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Info)
        resolve.__signature__ = inspect.Signature([root, info, *self._parameters()])  # type: ignore[attr-defined]
        return strawberry.field(resolver=resolve, description=description)

    def _page(self, context: Context, given: Mapping[str, Any]) -> SelectedPage:
        own = {each.name: given.get(each.name, each.default) for each in self.arguments}
        inner = self.rows(context.viewer, **own).subquery()
        conditions = meeting(dict(inner.c.items()), wanted(given.get("filter")))
        source = sa.select(inner).where(conditions).subquery(self.object_type.__name__)
        order = order_terms(given.get("order_by"))
        terms = [Term(name, source.c[name], falls) for name, falls in order]
        terms.append(Term(self.numbered, source.c[self.numbered], descending=not order))
        asked = PageArguments(**{name: given.get(name) for name, _ in _WINDOW})
        return SelectedPage(context, source, terms, window_of(terms, asked), self.make)

    @cached_property
    def _askable(self) -> list[Askable]:
        defaults = {each.name: each.default for each in self.arguments}
        return askable_in(self.rows(ANYONE, **defaults).subquery(), self.said)

    def _parameters(self) -> list[inspect.Parameter]:
        chosen: Any = filter_named(self.object_type.__name__, self.plural, self._askable)
        order: Any = order_named(self.object_type.__name__, self.plural, self._askable)
        window = [(name, int | None if name in {"first", "last"} else str | None, text) for name, text in _WINDOW]
        return [
            *(_parameter(name, kind, text) for name, kind, text in window),
            _parameter("filter", chosen | None, "Only rows that meet all these conditions."),
            _parameter("order_by", list[order] | None, "How the list is ordered; newest first where nothing is said."),
            *(_parameter(each.name, each.type, each.description, each.default) for each in self.arguments),
        ]


def _parameter(name: str, kind: Any, description: str, default: Any = strawberry.UNSET) -> inspect.Parameter:  # noqa: ANN401 -- an annotation and a value
    annotation = Annotated[kind, strawberry.argument(description=description)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
