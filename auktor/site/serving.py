"""What a page shows, as a file: the whole of a list as CSV, the answer as JSON, a chart as SVG, a feed as Atom."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from auktor.site.addresses import Asked
from auktor.site.asking import Data
from auktor.site.catalogue import Page
from auktor.site.embedding import HEADERS, embedded
from auktor.site.figures import CHARTS
from auktor.site.files import csv_of, table_at
from auktor.site.questions import Questions
from schema.answering import Json

MOST_ROWS, MOST_PAGES = 100, 100
SHARED = {"access-control-allow-origin": "*", "cache-control": "no-cache"}


async def csv_file(questions: Questions, page: Page, asked: Asked, data: Data) -> Response:
    """The rows of the answer; of a list in pages, those of all its pages."""
    rows = list(table_at(data, page.told(asked)))
    variables = {**page.question(asked), "first": MOST_ROWS}
    for _ in range(MOST_PAGES):
        cursor = _next_cursor(data)
        if cursor is None:
            break
        data = await questions.ask(page.asks(asked), {**variables, "after": cursor})
        rows += table_at(data, page.told(asked))
    name = {"content-disposition": f'inline; filename="{asked.key or page.name}-{asked.day}.csv"'}
    return Response(csv_of(rows), media_type="text/csv", headers={**SHARED, **name})


def json_file(data: Data) -> Response:
    """The answer as the API gave it."""
    return JSONResponse({"data": data}, headers=SHARED)


def svg_file(asked: Asked, data: Data) -> Response | None:
    """The chart of the address, wide; None where there is nothing to draw."""
    picture = CHARTS[asked.key or ""].draw(data, asked)
    return Response(embedded(picture.wide), headers=HEADERS) if picture else None


def atom_file(page: Page, asked: Asked, data: Data, root: str) -> Response | None:
    """The feed of the page; None where it has none."""
    if page.feed is None:
        return None
    from auktor.site import atom  # noqa: PLC0415 -- brings the library of XML along

    body = atom.written(page.feed(data, asked), asked, root)
    return Response(body, headers={**SHARED, "content-type": atom.MEDIA_TYPE})


def whole_list(variables: Mapping[str, Json], suffix: str | None) -> dict[str, Any]:
    """For CSV the largest pages, for it is the whole list that is wanted."""
    return {**variables, "first": MOST_ROWS} if suffix == "csv" and "first" in variables else dict(variables)


def _next_cursor(data: Data) -> str | None:
    rows = table_at(data, ("register", "rows", "pageInfo"))
    return str(rows[0]["endCursor"]) if rows and rows[0].get("hasNextPage") else None
