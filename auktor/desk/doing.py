"""Doing a deed: its mutation, asked of the API in the role of whoever is signed in, and what it answered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from auktor.core.deeds.declaring import Deed, meaning_of
from auktor.core.deeds.table import DEEDS
from auktor.core.wording import Wording
from auktor.desk.forms import camel
from auktor.site.asking import RegisterUnavailable
from db.visibility import Viewer
from schema.answering import Executor, Json, Question, RequestError
from schema.context import Context

_MISFIT = re.compile(r"has invalid value(?: at (?P<place>[.\[\]\w]+))?: (?P<told>.*)", re.DOTALL)
_MISSING = re.compile(r"to include required field '(\w+)'")
_NUMBER = re.compile(r"\[(\d+)\]")

_PREPARED: Mapping[str, str] = MappingProxyType(
    {
        "prepareDecision": "Prepare a decision on an application: approve, reject, dismiss or strike off",
        "prepareExemption": "Prepare a decision to exempt an obliged actor for a time",
        "signAsActor": "Sign an agreement for a public actor; the authority then concludes it",
        "draftRegulation": "Prepare a decision on a circulated draft, with the fees it sets",
        "draftCompensation": "Draft what suppliers are paid for an item, as the terms have it",
        "prepareEstablishing": "Prepare the establishment of a system whose requirements and terms are published",
        "prepareStart": "Prepare a decision on the first day a system is in operation",
        "prepareClosing": "Prepare the closing of a system: its agreements end that day",
        "prepareVolumes": "Prepare monthly volumes of a service; changed ones are corrected",
        "prepareCorrection": "Prepare a correction of facts that were recorded wrongly",
    }
)


@dataclass(frozen=True, slots=True)
class Way:
    """One mutation: the deed, and whether it is done or prepared for another to decide."""

    name: str
    deed: Deed
    prepares: bool
    answers: str = "... on RegisterObject { id version }"

    @property
    def title(self) -> Wording:
        """What a form of it is called: what is prepared is not decided yet, which the English word of the deed says."""
        en = f"{self.deed.en[:1].upper()}{self.deed.en[1:]}"
        return Wording(f"{self.deed.sv[:1].upper()}{self.deed.sv[1:]}", _PREPARED.get(self.name, en))

    @property
    def open_to(self) -> frozenset[str]:
        """The roles that may go it."""
        return frozenset(str(role) for role in (self.deed.prepared_by if self.prepares else self.deed.who))

    def is_bound_to_version_of(self, table: str) -> bool:
        """Whether it may be asked of one version of an object: what is prepared is tried anew when it is decided."""
        names = {meaning_of(each).refers_to for each in fields(self.deed.order)}
        return not self.prepares and self.deed.changes == table and table in names

    @property
    def text(self) -> str:
        """The mutation, with one input."""
        done = "... on Preparation { id }" if self.prepares else self.answers
        asked = f"{self.name[:1].upper()}{self.name[1:]}Input"
        refused = "... on DeedError { code message remedy path } ... on VersionConflict { newestVersion }"
        return f"mutation($input: {asked}!) {{ outcome: {self.name}(input: $input) {{ __typename {done} {refused} }} }}"


def _ways() -> dict[str, Way]:
    """What a form is filled in for: a deed that another decides is prepared; its decision needs no form."""
    every = (Way(camel(deed.prepared_as or deed.name), deed, deed.prepared_as is not None) for deed in DEEDS.values())
    return {way.name: way for way in every}


WAYS: Mapping[str, Way] = MappingProxyType(_ways())
DECISIONS: Mapping[str, Way] = MappingProxyType(
    {camel(deed.name): Way(camel(deed.name), deed, prepares=False) for deed in DEEDS.values() if deed.prepared_as}
)


@dataclass(frozen=True, slots=True)
class Done:
    """What the deed changed or prepared, by its id, and its answer whole."""

    id: str
    answer: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the deed was not done: a stable code, the API's sentence, and the control it is about (empty: the whole).

    `newest_version` is what somebody else recorded meanwhile.
    """

    code: str
    message: str
    control: str = ""
    newest_version: str = ""


async def do(executor: Executor, context: Context, way: Way, given: Mapping[str, Json]) -> Done | list[Refusal]:
    """Have a deed done; the refusals where it was not. RegisterUnavailable where nothing could be read or written."""
    try:
        answer = await executor.answer(Question(way.text, None, {"input": given}), context)
    except RequestError as error:
        return [_misfit(str(each.get("message"))) for each in error.errors]
    if answer.unavailable:
        raise RegisterUnavailable("The register does not answer. Nothing was recorded; try again in a moment.")
    if answer.errors:
        told = answer.errors[0]
        return [Refusal(str(told.get("extensions", {}).get("code")), str(told.get("message")))]
    outcome = (answer.data or {}).get("outcome")
    if not isinstance(outcome, Mapping):
        raise RegisterUnavailable("The register did not say what came of the deed. Look for it before trying again.")
    if "code" not in outcome:
        return Done(str(outcome.get("id", "")), outcome)
    path = outcome["path"]
    steps = [str(step) for step in path] if isinstance(path, list) else []
    newest = str(outcome.get("newestVersion", ""))
    return [Refusal(str(outcome["code"]), f"{outcome['message']} {outcome['remedy']}", ".".join(steps[1:]), newest)]


def _misfit(message: str) -> Refusal:
    """A value the API could not read, beside its control."""
    misfit, missing = _MISFIT.search(message), _MISSING.search(message)
    place = _NUMBER.sub(r".\1", misfit["place"] or "").strip(".") if misfit else ""
    if missing:
        return Refusal("MISSING", "This must be filled in.", f"{place}.{missing[1]}".strip("."))
    return Refusal("BAD_VARIABLE", misfit["told"] if misfit else message, place)


def viewer_may(viewer: Viewer, way: Way) -> bool:
    """Whether a role may go a way at all; what it may do to which object, the deed itself says."""
    return str(viewer.role) in way.open_to
