"""Somebody at the desk, in the same process: a browser's cookies, and the forms of the pages."""

import re
from html import unescape

import httpx

from auktor.auth import local_issuer
from auktor.core.roles import Role
from auktor.settings import Settings

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


class Person:
    """A browser with its own cookies before one application."""

    def __init__(self, app: httpx.ASGITransport, settings: Settings) -> None:
        self.browser = httpx.AsyncClient(transport=app, base_url="http://register.test", follow_redirects=True)
        self._settings = settings

    async def sign_in(self, role: Role, name: str, till: str = "/desk") -> httpx.Response:
        """By a token made here, as in development."""
        token = local_issuer(self._settings).issue(role, None, name, seconds=600)
        return await self.browser.post(f"/desk/logga-in?till={till}", data={"token": token})

    async def send(self, path: str, **fields: str) -> httpx.Response:
        """Open a form's page, fill it in, and send it."""
        return await self.resend(await self.browser.get(path), **fields)

    async def resend(self, page: httpx.Response, **fields: str) -> httpx.Response:
        """Fill in the form of a page that is open, and send it."""
        form = page.text.rpartition('class="deed"')[2]
        hidden = {name: unescape(value) for name, value in _HIDDEN.findall(form)}
        return await self.browser.post(page.url.path, data={**hidden, **fields})
