"""The page at which an edition is published: what it would say that the newest does not, and the button."""

import secrets
from collections.abc import Mapping

from starlette.responses import Response

from auktor.desk.at import At
from auktor.desk.deed_pages import of_every_deed
from auktor.desk.doing import Done, Refusal, viewer_may
from auktor.desk.entrance import form_of
from auktor.desk.paper import Paper
from auktor.desk.publishing import PUBLISHES, said_of, way_and_input
from auktor.desk.register import Register
from auktor.site.asking import Data
from auktor.site.files import table_at


class PublishPage:
    """Answers with the page, and publishes."""

    def __init__(self, register: Register, paper: Paper) -> None:
        self._register, self._paper = register, paper

    async def __call__(self, at: At) -> Response:
        """The newest edition, what the next would say, and the button that publishes it or prepares it."""
        sent: Mapping[str, str] = {"clientMutationId": secrets.token_urlsafe(12)}
        refusals, outcome, four_eyes = list[Refusal](), "", self._register.publications.four_eyes
        if at.request.method == "POST":
            sent = await form_of(at)
            way, given = way_and_input(sent, four_eyes=four_eyes)
            came = await self._register.do(at, way, {**given, **of_every_deed(sent)})
            # What is sent next is another deed, whatever came of this one.
            sent = {**sent, "clientMutationId": secrets.token_urlsafe(12)}
            if isinstance(came, Done):
                outcome, sent = said_of(came), {"clientMutationId": sent["clientMutationId"]}
            else:
                refusals = came
        values = await self._to_publish(at)
        values |= {"whole": refusals, "sent": sent, "outcome": outcome, "four_eyes": four_eyes}
        return self._paper.signed(at, "publish", at.asked("desk_publish"), values, 422 if refusals else 200)

    async def _to_publish(self, at: At) -> dict[str, object]:
        data = await self._register.ask(at, "publish", {})
        editions = table_at(data, ("editions", "nodes"))
        preview: Data = {}
        if editions:
            preview = await self._register.ask(at, "preview", {"number": editions[0]["number"]})
        return {
            "edition": editions[0] if editions else None,
            "preview": preview.get("diff"),
            "preparations": table_at(data, ("preparations", "nodes")),
            "may": viewer_may(at.viewer, PUBLISHES),
        }
