"""The desk's addresses, and the page that answers at each."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from auktor.core.vocabulary import Language
from auktor.desk.addresses import DESK, RETURNED
from auktor.desk.deed_pages import DeedPages
from auktor.desk.entrance import Entrance
from auktor.desk.listing import Listing
from auktor.desk.paper import Paper
from auktor.desk.publish_page import PublishPage
from auktor.desk.register import Register
from auktor.desk.work_lists import WORK_LISTS

STATIC = Path(__file__).parent / "static"


class Desk:
    """The pages; `entrance` lets people in to them."""

    def __init__(self, register: Register, entrance: Entrance, paper: Paper) -> None:
        self._entrance = entrance
        self._listing, self._deeds = Listing(register, paper), DeedPages(register, paper)
        self._publish = PublishPage(register, paper)

    def routes(self) -> list[Route]:
        """The addresses, each exact, in Swedish and in English."""
        return [Route(RETURNED, self._entrance.returned, methods=["GET"])] + [
            Route(DESK[page].in_language(language), answer, methods=methods)
            for language in Language
            for page, answer, methods in self._pages(language)
        ]

    def _pages(self, language: Language) -> list[tuple[str, Callable[[Request], Awaitable[Response]], list[str]]]:
        signed = partial(self._entrance.signed, language)
        lists = [(page, signed(partial(self._listing.work_list, kind)), ["GET"]) for page, kind in WORK_LISTS.items()]
        return [
            ("desk", signed(self._listing.overview), ["GET"]),
            *lists,
            ("desk_application", signed(self._deeds.application), ["GET"]),
            ("desk_preparation", signed(self._deeds.preparation), ["GET", "POST"]),
            ("desk_deeds", signed(self._deeds.deeds), ["GET"]),
            ("desk_deed", signed(self._deeds.deed), ["GET", "POST"]),
            ("desk_done", signed(self._deeds.done), ["GET"]),
            ("desk_publish", signed(self._publish), ["GET", "POST"]),
            ("sign_out", signed(self._entrance.sign_out), ["POST"]),
            ("sign_in", partial(self._entrance.sign_in, language), ["GET", "POST"]),
        ]
