"""A file of `/q/<document>` as it is sent: its form, what a cache may do with it, its parts, and where it leads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from auktor.graphql.cross_origin import REVISION
from auktor.graphql.tabular import csv_of, excel_csv_of, parquet_of
from auktor.graphql.whole_list import Pages
from auktor.kept import KeptAnswer, Sent
from auktor.ranges import Part, Unsatisfiable, part_asked
from schema.answering import Json, Standing
from schema.answering.stored import Stored
from schema.answering.tables import Table

# As of /graphql: what was known then is not written anew.
_PAST = "public, max-age=3600"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the answer: the ending of its address, and what writes it; `write` is None for the answer itself."""

    ending: str
    media_type: str
    write: Callable[[Table, Sequence[Sequence[Json]]], bytes] | None

    @property
    def bare_type(self) -> str:
        """The media type as Accept names it."""
        return self.media_type.partition(";")[0]


FORMS = (
    Form(".json", "application/json", None),
    Form(".excel.csv", "text/csv; charset=utf-8", excel_csv_of),
    Form(".csv", "text/csv; charset=utf-8; header=present", csv_of),
    Form(".parquet", "application/vnd.apache.parquet", parquet_of),
)


def kept_as(sent: Sent, form: Form, pages: Pages, *, shared: bool) -> dict[str, str]:
    """What a cache may do with the body, its name by its content, and the revision it was read at."""
    first = pages.first
    is_past = isinstance(first, KeptAnswer) and first.standing is Standing.PAST
    revision = first.revision if isinstance(first, KeptAnswer) else None
    return {
        "etag": sent.etag.decode(),
        "cache-control": "private, no-cache" if not shared else _PAST if is_past else "public, no-cache",
        "vary": "accept, accept-language, authorization",
        "accept-ranges": "bytes",
        "content-type": form.media_type,
        **({REVISION: str(revision)} if revision is not None else {}),
    }


def cost_told(pages: Pages) -> dict[str, str]:
    """What asking costs, told by an answer from memory too, which was not charged for."""
    kept = [each.cost.points for each in pages.answers if isinstance(each, KeptAnswer)]
    return {"query-cost": str(sum(kept))} if len(kept) == len(pages.answers) else {}


def completeness(name: str, form: Form, stored: Stored, pages: Pages) -> dict[str, str]:
    """Whether a list is whole (a boolean of RFC 9651): a file that is not says so in its name too."""
    if not stored.pages:
        return {"content-disposition": f'inline; filename="{name}{form.ending}"'}
    part = "" if pages.cursor is None else "-part"
    whole = "?1" if pages.cursor is None else "?0"
    return {"rows-complete": whole, "content-disposition": f'inline; filename="{name}{part}{form.ending}"'}


def sent_in_part_or_whole(request: Request, body: bytes, headers: dict[str, str]) -> Response:
    """All of it, or the part that is asked for."""
    part = None
    if request.headers.get("if-range", headers["etag"]) == headers["etag"] and request.method == "GET":
        try:
            part = part_asked(request.headers.get("range"), len(body))
        except Unsatisfiable:
            return Response(status_code=416, headers=headers | {"content-range": f"bytes */{len(body)}"})
    if part is not None:
        return _part(body, part, headers)
    if request.method == "HEAD":
        return Response(headers=headers | {"content-length": str(len(body))})
    return Response(body, headers=headers)


def _part(body: bytes, part: Part, headers: dict[str, str]) -> Response:
    told = f"bytes {part.first}-{part.last}/{len(body)}"
    return Response(body[part.first : part.last + 1], HTTPStatus.PARTIAL_CONTENT, headers | {"content-range": told})


def links(name: str, stored: Stored, form: Form, request: Request, cursor: str | None) -> list[str]:
    """The same answer in other forms, what describes it, and the next page."""
    asked = [(key, value) for key, value in request.query_params.multi_items() if value]
    others = [each for each in FORMS if each is not form and (each.write is None or stored.table)]
    found = [f'<{_address(name, each, asked)}>; rel="alternate"; type="{each.bare_type}"' for each in others]
    found.append('</q>; rel="describedby"; type="application/json"')
    if cursor and stored.pages:
        onward = [(key, value) for key, value in asked if key != "after"]
        found.append(f'<{_address(name, form, [*onward, ("after", cursor)])}>; rel="next"')
    return found


def _address(name: str, form: Form, asked: Sequence[tuple[str, str]]) -> str:
    return f"/q/{name}{form.ending}" + (f"?{urlencode(asked)}" if asked else "")
