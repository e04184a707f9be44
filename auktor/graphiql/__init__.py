"""GraphiQL, served from here and from nowhere else, with questions to begin from."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
EXAMPLES = FOLDER / "examples"
# GraphiQL writes style attributes and small images of its own; scripts still come from here alone.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def page(address: Callable[[str], str]) -> str:
    """The page, whole; `address` tells where a file of `STATIC` is served."""
    templates = Environment(loader=FileSystemLoader(FOLDER), autoescape=select_autoescape())
    tabs = [{"query": text} for text in examples().values()]
    # In a data block, only the characters that could end it need care.
    written = Markup(re.sub("[<>&]", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(tabs)))  # noqa: S704 -- escaped here
    return templates.get_template("page.html").render(asset=address, examples=written)


def examples() -> dict[str, str]:
    """The example questions by the name of their file, in order of the names."""
    return {file.stem: file.read_text("utf-8") for file in sorted(EXAMPLES.glob("*.graphql"))}
