"""Lists walked from the first row to the last, page by page, only as far as they are read."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import ParamSpec, Protocol, TypeVar, cast

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)
P = ParamSpec("P")


class _PageInfo(Protocol):
    @property
    def has_next_page(self) -> bool: ...
    @property
    def end_cursor(self) -> str | None: ...


class _Page(Protocol[Row_co]):
    @property
    def page_info(self) -> _PageInfo: ...
    @property
    def nodes(self) -> Sequence[Row_co]: ...


class Paged(Protocol[Row_co]):
    """An answer that has a page of rows."""

    @property
    def page(self) -> _Page[Row_co]: ...  # noqa: D102 -- the class says it


class AtADay(Protocol[Row_co]):
    """An answer whose page stands within the register as of a day."""

    @property
    def at(self) -> Paged[Row_co]: ...  # noqa: D102 -- the class says it


def _page(answer: Paged[Row] | AtADay[Row]) -> _Page[Row]:
    return cast("Paged[Row]", getattr(answer, "at", answer)).page


def every(
    ask: Callable[P, Awaitable[Paged[Row] | AtADay[Row]]],
) -> Callable[P, AsyncIterator[Row]]:
    """From a method that answers a page: one that gives every row, with the same arguments."""

    async def rows(*args: P.args, **kwargs: P.kwargs) -> AsyncIterator[Row]:
        while True:
            page = _page(await ask(*args, **kwargs))
            for row in page.nodes:
                yield row
            if not page.page_info.has_next_page:
                return
            kwargs["after"] = page.page_info.end_cursor

    return rows


def every_sync(
    ask: Callable[P, Paged[Row] | AtADay[Row]],
) -> Callable[P, Iterator[Row]]:
    """As `every`, without asyncio."""

    def rows(*args: P.args, **kwargs: P.kwargs) -> Iterator[Row]:
        while True:
            page = _page(ask(*args, **kwargs))
            yield from page.nodes
            if not page.page_info.has_next_page:
                return
            kwargs["after"] = page.page_info.end_cursor

    return rows
