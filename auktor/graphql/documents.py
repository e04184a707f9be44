"""Documents that are asked for by name or by hash instead of by their text.

| asked with | is |
|---|---|
| `documentId: "front"` | a document shipped with the program, by the name of its file |
| `documentId: "sha256:…"` | the same, or one registered, by the hash of its text |
| `extensions.persistedQuery.sha256Hash` | an automatic persisted query: registered by sending text and hash once |
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from auktor import graphiql
from auktor.core.bounded import Bounded
from auktor.core.errors import shown
from auktor.graphql.errors import BadRequest, DocumentNotFound, HashMismatch, NotOnTheSafelist
from schema.answering import RequestError

REGISTERED_BYTES = 1024 * 1024
_BY_HASH = "sha256:"
_AUKTOR = Path(__file__).parents[1]
# Each folder for who asks: the pages of the site, the Python client, dashboards and spreadsheets.
_FOLDERS = (_AUKTOR / "site" / "documents", _AUKTOR / "stored" / "client", _AUKTOR / "stored" / "dashboards")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a document is named in a request: by its text, by its id, by its hash, or by text and hash at once."""

    text: str | None = None
    document_id: str | None = None
    sha256: str | None = None


def shipped_documents() -> dict[str, str]:
    """The documents of the site, the client and dashboards, and the examples of GraphiQL, by the name of their file."""
    files = [file for folder in _FOLDERS for file in sorted(folder.glob("*.graphql"))]
    named = {file.stem: file.read_text("utf-8") for file in files}
    if len(named) < len(files):
        message = "Two shipped documents have one name, and a reader would get the other's answer. Rename one."
        raise RuntimeError(message)
    return named | graphiql.examples()


class Documents:
    """Finds the text of what is asked. `only_shipped`: nothing but the shipped documents is answered."""

    def __init__(self, shipped: Mapping[str, str], *, only_shipped: bool = False) -> None:
        self.shipped = dict(shipped)
        self._only_shipped = only_shipped
        self._names = {text: name for name, text in shipped.items()}
        self._by_hash = {_digest(text): text for text in shipped.values()}
        self._registered: Bounded[str] = Bounded(REGISTERED_BYTES)

    def name_of(self, text: str) -> str | None:
        """The name of a shipped document; None of any other text."""
        return self._names.get(text)

    def text_of(self, asked: Asked) -> str:
        """The text of the document that is asked for; BadRequest or RequestError where there is none."""
        if asked.document_id is not None:
            return self._named(asked.document_id, asked)
        if not asked.text:
            return self._hashed(asked.sha256)
        digest = _digest(asked.text)
        self._require_allowed(digest)
        if asked.sha256 is not None:
            self._register(asked.text, digest, asked.sha256)
        return asked.text

    def _named(self, name: str, asked: Asked) -> str:
        if asked.text or asked.sha256:
            raise BadRequest("`documentId` stands beside another document. Send one of them.")
        text = self._known(name.removeprefix(_BY_HASH)) if name.startswith(_BY_HASH) else self.shipped.get(name)
        if text is None:
            near = get_close_matches(name, self.shipped, n=3)
            meant = f"Did you mean {' or '.join(near)}? " if near else ""
            raise DocumentNotFound(
                f"{shown(name)} is no document of the register. {meant}`GET /q` names those that can be asked for; "
                "any other is sent as `query`."
            )
        return text

    def _hashed(self, digest: str | None) -> str:
        if digest is None:
            raise BadRequest("The question is missing: `query` is a text that is not empty, or `documentId` names one.")
        text = self._known(digest)
        if text is None:
            # The message is part of the protocol: older clients compare it, and then send the text with the hash.
            raise RequestError.saying("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
        return text

    def _known(self, digest: str) -> str | None:
        return self._by_hash.get(digest) or self._registered.get(digest)

    def _require_allowed(self, digest: str) -> None:
        if self._only_shipped and digest not in self._by_hash:
            raise NotOnTheSafelist(
                "This server answers only documents it knows. Ask by documentId for one of those that `GET /q` names."
            )

    def _register(self, text: str, digest: str, said: str) -> None:
        if digest != said.lower():
            raise HashMismatch(f"The text has the SHA-256 {digest}, not {shown(said)}. Hash the text as it is sent.")
        self._registered.put(digest, text, len(text.encode()))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()
