"""How a client reaches its register: over httpx, with the rules of `exchange`; subscriptions over a web socket."""

import asyncio
import inspect
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Self, cast

import httpx

from auktor_client.exchange import Answer, Ask, Manner, Outcome, exchange, question_of
from auktor_client.retries import Retries
from auktor_client.subscribing import messages
from auktor_client.tokens import AsyncToken, Token

HERE = "http://127.0.0.1:8000"
TIMEOUT_SECONDS = 30.0


def user_agent() -> str:
    """What the server's log knows the client by."""
    try:
        return f"auktor-client/{version('auktor-client')} httpx/{httpx.__version__}"
    except PackageNotFoundError:  # used from a folder, not installed
        return f"auktor-client httpx/{httpx.__version__}"


def _headers() -> dict[str, str]:
    return {"user-agent": user_agent(), "accept": "application/graphql-response+json, application/json;q=0.9"}


class Transport:
    """Asks over `http`, which is given by the caller and then left open, or made here and closed with the client."""

    def __init__(  # noqa: PLR0913 -- each is named where it is given, and has a default
        self,
        url: str = HERE,
        *,
        token: Token = None,
        timeout: float = TIMEOUT_SECONDS,
        retries: Retries | None = None,
        persisted: bool = True,
        http: httpx.Client | None = None,
    ) -> None:
        self.url = url.rstrip("/")
        self._token = token
        self._manner = Manner(persisted, by_get=token is None, retries=retries or Retries())
        self._owned = http is None
        self._http = http or httpx.Client(timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        if self._owned:
            self._http.close()

    def ask(self, text: str, variables: Mapping[str, object] | None = None) -> Answer:
        """The data answered to a question of your own, as it came."""
        return self.execute(text, variables=variables)

    def execute(
        self,
        query: str,
        operation_name: str | None = None,
        variables: Mapping[str, object] | None = None,
        **_options: object,
    ) -> Answer:
        """The data answered to a question; its errors are raised."""
        steps = exchange(question_of(query, operation_name, variables), self._manner)
        outcome: Outcome = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as end:
                return cast("Answer", end.value)
            if isinstance(step, Ask):
                outcome = self._sent(step)
            else:
                time.sleep(step.seconds)
                outcome = None

    def get_data(self, response: Answer) -> Answer:
        """What `execute` gave: the generated methods ask for it in two steps."""
        return response

    def _sent(self, ask: Ask) -> Outcome:
        token = self._token() if callable(self._token) else self._token
        headers = _headers() | ({"authorization": f"Bearer {token}"} if token else {})
        try:
            return self._http.send(_request(self._http, self.url, ask, headers))
        except httpx.TransportError as error:
            return error


class AsyncTransport:
    """Asks over `http`, which is given by the caller and then left open, or made here and closed with the client."""

    def __init__(  # noqa: PLR0913 -- each is named where it is given, and has a default
        self,
        url: str = HERE,
        *,
        token: AsyncToken = None,
        timeout: float = TIMEOUT_SECONDS,
        retries: Retries | None = None,
        persisted: bool = True,
        http: httpx.AsyncClient | None = None,
    ) -> None:
        self.url = url.rstrip("/")
        self._token = token
        self._manner = Manner(persisted, by_get=token is None, retries=retries or Retries())
        self._owned = http is None
        self._http = http or httpx.AsyncClient(timeout=timeout)
        self._streams: set[AsyncGenerator[Answer, None]] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Give the connections back, those of subscriptions that were left before their end included."""
        for stream in self._streams:
            await stream.aclose()
        self._streams.clear()
        if self._owned:
            await self._http.aclose()

    async def ask(self, text: str, variables: Mapping[str, object] | None = None) -> Answer:
        """The data answered to a question of your own, as it came."""
        return await self.execute(text, variables=variables)

    async def execute(
        self,
        query: str,
        operation_name: str | None = None,
        variables: Mapping[str, object] | None = None,
        **_options: object,
    ) -> Answer:
        """The data answered to a question; its errors are raised."""
        steps = exchange(question_of(query, operation_name, variables), self._manner)
        outcome: Outcome = None
        while True:
            try:
                step = steps.send(outcome)
            except StopIteration as end:
                return cast("Answer", end.value)
            if isinstance(step, Ask):
                outcome = await self._sent(step)
            else:
                await asyncio.sleep(step.seconds)
                outcome = None

    def get_data(self, response: Answer) -> Answer:
        """What `execute` gave: the generated methods ask for it in two steps."""
        return response

    def execute_ws(
        self,
        query: str,
        operation_name: str | None = None,
        variables: Mapping[str, object] | None = None,
        **_options: object,
    ) -> AsyncIterator[Answer]:
        """The data of each event of a subscription, until the server ends it."""
        question = question_of(query, operation_name, variables)
        address = f"ws{self.url.removeprefix('http')}/graphql"
        stream = messages(address, question, self._authorisation, user_agent())
        # Who leaves a loop early leaves its generator to the garbage collector, which cannot close a socket.
        self._streams = {each for each in self._streams if getattr(each, "ag_frame", None)} | {stream}
        return stream

    async def _authorisation(self) -> str | None:
        """The token as the header Authorization has it; a provider that blocks is called in a thread."""
        token = self._token
        if callable(token):
            given: str | Awaitable[str] = (
                token() if inspect.iscoroutinefunction(token) else await asyncio.to_thread(token)
            )
            token = given if isinstance(given, str) else await given
        return f"Bearer {token}" if token else None

    async def _sent(self, ask: Ask) -> Outcome:
        token = await self._authorisation()
        headers = _headers() | ({"authorization": token} if token else {})
        try:
            return await self._http.send(_request(self._http, self.url, ask, headers))
        except httpx.TransportError as error:
            return error


def _request(http: httpx.Client | httpx.AsyncClient, url: str, ask: Ask, headers: dict[str, str]) -> httpx.Request:
    address = f"{url}/graphql"
    if ask.body is None:
        return http.build_request("GET", address, params=dict(ask.params), headers=headers)
    return http.build_request("POST", address, json=ask.body, headers=headers)
