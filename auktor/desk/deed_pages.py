"""The pages at which things are done: an application, the forms of deeds, and what others prepared."""

import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from auktor.desk.addresses import DESK
from auktor.desk.at import PRIVATE, At
from auktor.desk.doing import DECISIONS, WAYS, Done, Refusal, Way, viewer_may
from auktor.desk.entrance import form_of
from auktor.desk.forms import Control, controls, every_control, said_again, variables
from auktor.desk.listing import prepared_for
from auktor.desk.paper import Paper
from auktor.desk.register import Register
from auktor.desk.sent import OfAnotherSession
from auktor.desk.steps import ways_from
from auktor.site.asking import Data, NotAnswered
from auktor.site.files import table_at
from db.facts import NOUNS
from schema.answering import Json

_CHOOSABLE = (
    "supplier",
    "service",
    "application",
    "decision",
    "supplier_agreement",
    "requirements_version",
    "regulation",
    "rectification_case",
    "review",
    "review_finding",
)
"""Tables of which there are few enough objects to choose from; an actor is named by its id."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with what stands in it, and what was said of it: why it was refused, or that it was brought along."""

    way: Way
    sent: Mapping[str, str]
    refusals: tuple[Refusal, ...] = ()
    is_brought_along: bool = False

    @property
    def controls(self) -> tuple[Control, ...]:
        """Its controls, in order."""
        return controls(self.way.deed.order)


class DeedPages:
    """Answers with pages at which a deed is done."""

    def __init__(self, register: Register, paper: Paper) -> None:
        self._register, self._paper = register, paper

    async def application(self, at: At) -> Response:
        """An application: its facts, who prepared a decision on it, and what may be done with it now."""
        key = str(at.request.path_params["key"])
        given: dict[str, Json] = {"id": f"Application:{key}", "language": str(at.language)}
        data = await self._register.ask(at, "application", given)
        found = table_at(data, ("node",))
        if not found:
            raise NotAnswered("NOT_FOUND", f"No application {key} is shown to you.")
        ways = [way for way in ways_from(str(found[0]["status"])) if viewer_may(at.viewer, way)]
        waiting = prepared_for(data, "application").get(key)
        values = {"object": found[0], "ways": ways, "preset": {"application": f"Application:{key}"}, "waiting": waiting}
        return self._paper.signed(at, "application", at.asked("desk_application", key), values)

    async def deeds(self, at: At) -> Response:
        """Every deed the role may do, by what it changes."""
        grouped: dict[str, list[Way]] = {}
        for way in WAYS.values():
            if viewer_may(at.viewer, way):
                grouped.setdefault(way.deed.changes, []).append(way)
        values = {"grouped": grouped, "nouns": {name: model.noun for name, model in NOUNS.items()}}
        return self._paper.signed(at, "deeds", at.asked("desk_deeds"), values)

    async def deed(self, at: At) -> Response:
        """The form of a deed; sent, the deed done, or the form again with every refusal beside its control."""
        name = str(at.request.path_params["key"])
        way = WAYS.get(name)
        if way is None:
            raise NotAnswered("NOT_FOUND", f"There is no deed {name}.")
        if at.request.method == "GET":
            return await self._form_page(at, _opened(at, way))
        try:
            sent = await form_of(at)
        except OfAnotherSession as error:
            return await self._form_page(at, Filled(way, error.sent, (Refusal(error.code, error.message),)), 400)
        given = {**variables(controls(way.deed.order), sent), **of_every_deed(sent)}
        outcome = await self._register.do(at, way, given)
        if isinstance(outcome, Done):
            return _lead_on(at, way, outcome)
        return await self._form_page(at, Filled(way, _to_send_again(sent, outcome), tuple(outcome)), 422)

    async def _form_page(self, at: At, form: Filled, status: int = 200) -> Response:
        labels = {name: control.label for name, control in every_control(form.controls)}
        places = [(_nearest(refusal.control, labels.keys()), refusal) for refusal in form.refusals]
        beside = {place: refusal for place, refusal in reversed(places) if place}
        values: dict[str, object] = {
            "way": form.way,
            "controls": form.controls,
            "sent": form.sent,
            "objects": await self._objects(at, form.controls),
            "labels": labels,
            "beside": beside,
            "whole": [refusal for place, refusal in places if not place],
            "first_refused": next((name for name in labels if name in beside), None),
            "is_brought_along": form.is_brought_along,
        }
        return self._paper.signed(at, "deed", at.asked("desk_deed", form.way.name), values, status)

    async def _objects(self, at: At, asked: tuple[Control, ...]) -> Data:
        """The objects that the controls of a form can name, by table; those that are few enough to choose from."""
        wanted = {control.refers_to for _, control in every_control(asked) if control.refers_to}
        chosen: dict[str, Json] = {f"with_{table}": table in wanted for table in _CHOOSABLE}
        if not any(chosen.values()):
            return {}
        return await self._register.ask(at, "objects", {**chosen, "language": str(at.language)})

    async def preparation(self, at: At) -> Response:
        """What was prepared, and the button that decides it."""
        number = str(at.request.path_params["key"])
        data = await self._register.ask(at, "preparation", {"number": _number(number)})
        found = table_at(data, ("preparations", "nodes"))
        if not found or str(found[0]["deed"]) not in DECISIONS:
            raise NotAnswered("NOT_FOUND", f"No preparation {number} is shown to you.")
        way, refusals = DECISIONS[str(found[0]["deed"])], list[Refusal]()
        sent: Mapping[str, str] = {"clientMutationId": secrets.token_urlsafe(12)}
        if at.request.method == "POST":
            sent = await form_of(at)
            outcome = await self._register.do(at, way, {"preparation": str(found[0]["id"]), **of_every_deed(sent)})
            if isinstance(outcome, Done):
                return _lead_on(at, way, outcome)
            refusals, sent = outcome, _to_send_again(sent, outcome)
        content = said_again(controls(way.deed.order), json.loads(str(found[0]["content"])))
        values = {"object": found[0], "way": way, "content": content, "whole": refusals, "sent": sent}
        asked = at.asked("desk_preparation", number)
        return self._paper.signed(at, "preparation", asked, values, 422 if refusals else 200)

    async def done(self, at: At) -> Response:
        """What came of a deed, and where to look at it."""
        kind, _, key = at.request.query_params.get("id", "").partition(":")
        way = {**WAYS, **DECISIONS}.get(at.request.query_params.get("gjort", ""))
        if way is None or not key:
            raise NotAnswered("NOT_FOUND", "Nothing is said to be done.")
        values = {"kind": kind, "object_key": key, "way": way}
        return self._paper.signed(at, "done", at.asked("desk_done", chosen=dict(at.request.query_params)), values)


def _opened(at: At, way: Way) -> Filled:
    """A form as its address fills it in, or as it stood when the sign-in ended."""
    if at.unsent is not None:
        return Filled(way, at.unsent, is_brought_along=True)
    return Filled(way, {"clientMutationId": secrets.token_urlsafe(12), **dict(at.request.query_params)})


def _to_send_again(sent: Mapping[str, str], refusals: list[Refusal]) -> Mapping[str, str]:
    """The form with an id of its own, for what is sent next is another deed, and on the version the register holds.

    Whoever has read what somebody else changed may so send it again.
    """
    newest = next((each.newest_version for each in refusals if each.newest_version), None)
    version = {"expectedVersion": newest} if newest else {}
    return {**sent, "clientMutationId": secrets.token_urlsafe(12), **version}


def _lead_on(at: At, way: Way, done: Done) -> Response:
    address = f"{DESK['desk_done'].in_language(at.language)}?{urlencode({'gjort': way.name, 'id': done.id})}"
    return RedirectResponse(address, 303, PRIVATE)


def _nearest(place: str, known: Collection[str]) -> str:
    """The control a refusal is about: that of the place itself, or of what it stands in; empty for the whole form."""
    while place and place not in known:
        place = place.rpartition(".")[0]
    return place


def of_every_deed(sent: Mapping[str, str]) -> dict[str, Json]:
    """What every form has beside the deed's own input; what is empty is left out."""
    version = sent.get("expectedVersion", "")
    known: dict[str, Json] = {"expectedVersion": int(version)} if version.isascii() and version.isdecimal() else {}
    texts = {name: sent[name].strip() for name in ("clientMutationId", "reason") if sent.get(name, "").strip()}
    return {**known, **texts}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0  # noqa: PLR2004 -- a bigint
