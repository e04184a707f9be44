"""The page of an edition, in Swedish and in English: what it holds, where to fetch it, how to check it.

It works without script, style sheet or server, and carries a schema.org description for search engines.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from publish.files import File
from publish.manifest import Imprint, folder_of, moment
from publish.rdf import Node
from publish.tables import TABLES

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)
_NAMES = {"sv": "index.html", "en": "index.en.html"}


def pages(imprint: Imprint, files: Sequence[File], rows: Mapping[str, int]) -> dict[str, bytes]:
    """`index.html` and `index.en.html`, which list `files`."""
    return {name: _page(language, imprint, files, rows) for language, name in _NAMES.items()}


def vocabulary_page(words: Sequence[Node]) -> str:
    """Every word of the vocabulary on a page, each where the part of its address behind `#` leads."""
    told = [(node.address.partition("#")[2], node) for node in words if "#" in node.address]
    return _TEMPLATES.get_template("vocabulary.html").render(words=told)


def _page(language: str, imprint: Imprint, files: Sequence[File], rows: Mapping[str, int]) -> bytes:
    def said(sv: str, en: str) -> str:
        return sv if language == "sv" else en

    return (
        _TEMPLATES.get_template("index.html")
        .render(
            language=language,
            t=said,
            imprint=imprint,
            issued=moment(imprint.issued),
            next_update=moment(imprint.next_update),
            tables=TABLES,
            rows=rows,
            files=sorted(files, key=lambda file: file.path),
            dataset=_as_script(_dataset(language, imprint, files)),
        )
        .encode()
    )


def _dataset(language: str, imprint: Imprint, files: Sequence[File]) -> dict[str, Any]:
    """What search engines are told; every address is whole, for they read it apart from the page."""
    sv, lies_at = language == "sv", f"{imprint.publisher.opendata_url}/{folder_of(imprint.number)}"
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": "Registret över auktorisationssystem" if sv else "The register of authorisation systems",
        "description": "Leverantörer, tjänster, avgifter och offentliga aktörer enligt lag (2023:704)."
        if sv
        else "Suppliers, services, fees and public actors under the Act (2023:704).",
        "identifier": f"{imprint.publisher.public_url}/id/dataset/register",
        "url": f"{lies_at}/{_NAMES[language]}",
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": imprint.publisher.name_sv if sv else imprint.publisher.name_en,
            "email": imprint.publisher.email,
        },
        "inLanguage": ["sv", "en"],
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "version": f"{imprint.number}",
        "datePublished": moment(imprint.issued),
        "temporalCoverage": imprint.as_of.isoformat(),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{lies_at}/{file.path}",
                "encodingFormat": file.media_type,
                "contentSize": f"{file.bytes} B",
                "sha256": file.sha256,
            }
            for file in files
        ],
    }


def _as_script(said: dict[str, Any]) -> Markup:
    """JSON that may stand in a script element, whatever it says."""
    return Markup(msgspec.json.encode(said).decode().replace("<", "\\u003c"))  # noqa: S704 -- no tag can begin in it
