"""A form as the browser sent it: one text a name, within a size."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

from auktor.core.errors import Refused

LARGEST_BYTES = 2 * 1024 * 1024
MOST_FIELDS = 2000


class BadForm(Refused):
    """What was sent is no form of the desk."""

    code = "BAD_FORM"


class OfAnotherSession(Refused):
    """A form made in another session than the one it was sent in, as after signing in anew; `sent` is what it held."""

    code = "FORM_OF_ANOTHER_SESSION"

    def __init__(self, sent: Mapping[str, str]) -> None:
        super().__init__("The form was made in another session. Look it over and send it again; nothing was done.")
        self.sent = sent


async def sent_form(request: Request) -> Mapping[str, str]:
    """The fields of a form, the last of each name; BadForm where it is too large or not written as one."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BYTES:
            raise BadForm(f"The form is larger than {LARGEST_BYTES // 2**20} MB. Send it in parts.")
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS))
    except ValueError as error:
        raise BadForm("What was sent cannot be read as a form. Open the page anew and send it from there.") from error
