"""What is alike in every process that answers, made once before they are forked: they share its memory."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version

from auktor.graphql.documents import Documents, shipped_documents
from auktor.graphql.proven import hash_of, proven_by
from auktor.settings import Settings
from schema.answering import Executor
from schema.answering.stored import Stored, stored_document
from schema.schema import SCHEMA, sdl

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Warm:
    """Holds no connection, no clock and nothing of chance: two processes may begin with the same.

    `stored` are the shipped documents that are one query, which may be asked by their names over GET. `program` is a
    word for this version of the program: another schema or another release answers otherwise.
    """

    executor: Executor
    documents: Documents
    stored: Mapping[str, Stored]
    program: str


def schema_hash() -> str:
    """The hash of the schema's text. To print it leaves 2 MB behind, so it is best done where they do not stay."""
    return hash_of(sdl())


def warmed(settings: Settings, of_schema: str) -> Warm:
    """Each shipped document prepared before the first request asks for it; validated where nothing proves it.

    `of_schema` is what `schema_hash` gives.
    """
    executor, proven = Executor(SCHEMA, settings.limits), proven_by(of_schema)
    documents = Documents(shipped_documents(), only_shipped=settings.safelist)
    unproven = [name for name, text in documents.shipped.items() if hash_of(text) not in proven]
    stored: dict[str, Stored] = {}
    for name, text in documents.shipped.items():
        executor.keep(text, valid=name not in unproven)
        found = stored_document(SCHEMA, text, executor.document(text))  # which was just read
        if found:
            stored[name] = found
    if unproven:
        _log.warning(
            "%d of %d shipped documents were validated, for they or the schema changed since `auktor generate`.",
            len(unproven),
            len(documents.shipped),
        )
    return Warm(executor, documents, stored, f"{version('auktor')} {of_schema}")
