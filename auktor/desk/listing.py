"""The desk's first page and its lists: what waits, who prepared what, and what ends or begins soon."""

import json
from collections.abc import Mapping
from datetime import timedelta

from starlette.responses import RedirectResponse, Response

from auktor.desk.at import PRIVATE, At
from auktor.desk.doing import DECISIONS, viewer_may
from auktor.desk.paper import Paper
from auktor.desk.register import Register
from auktor.desk.work_lists import SOON_DAYS, WorkList
from auktor.site.asking import Data
from auktor.site.files import table_at
from schema.answering import Json


class Listing:
    """Answers with lists."""

    def __init__(self, register: Register, paper: Paper) -> None:
        self._register, self._paper = register, paper

    async def overview(self, at: At) -> Response:
        """What waits: applications, preparations, and what ends or begins soon."""
        asked = at.asked("desk")
        given: dict[str, Json] = {"today": str(asked.day), "soon": str(asked.day + timedelta(SOON_DAYS))}
        data = await self._register.ask(at, "overview", {**given, "language": str(at.language)})
        values = {"data": data, "decisions": DECISIONS, "prepared": prepared_for(data, "application")}
        return self._paper.signed(at, "overview", asked, {**values, "soon_days": SOON_DAYS})

    async def work_list(self, kind: WorkList, at: At) -> Response:
        """One list, narrowed and ordered as its address says; an empty choice is dropped from the address."""
        sent = at.request.query_params
        chosen = {name: sent[name] for name in kind.choices.names if sent.get(name)}
        asked = at.asked(kind.page, chosen=chosen)
        if len(chosen) < len(sent):
            return RedirectResponse(asked.here(), 303, PRIVATE)
        asked = kind.with_presets(asked)
        given = {**kind.choices.variables(asked), "language": str(at.language)}
        data = await self._register.ask(at, kind.document, given)
        of_deeds = {"deeds": kind.deeds, "decisions": DECISIONS, "prepared": prepared_for(data, *kind.named_by)}
        ways = {name: way for name, way in kind.ways.items() if viewer_may(at.viewer, way)}
        return self._paper.signed(
            at, "work_list", asked, {"kind": kind, "rows": data["list"], "ways": ways, **of_deeds}
        )


def prepared_for(data: Data, *fields: str) -> Mapping[str, Mapping[str, Json]]:
    """Preparations that wait, by the key of the object that a field of theirs names; a correction names it by its kind.

    `fields` are the kinds of object the list is of, each the name of the field.
    """
    found: dict[str, Mapping[str, Json]] = {}
    for each in table_at(data, ("pending", "nodes")):
        content = json.loads(str(each["content"]))
        named = [content["key"]] if content.get("table") in fields else [content.get(name) for name in fields]
        found |= {str(key): each for key in named if key}
    return found
