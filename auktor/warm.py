"""What is alike in every process that answers, made once before they are forked: they share its memory."""

import hashlib
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


def warmed(settings: Settings) -> Warm:
    """Each shipped document prepared before the first request asks for it; validated where nothing proves it."""
    executor, printed = Executor(SCHEMA, settings.limits), sdl()
    documents, proven = Documents(shipped_documents(), only_shipped=settings.safelist), proven_by(printed)
    unproven = [name for name, text in documents.shipped.items() if hash_of(text) not in proven]
    for name, text in documents.shipped.items():
        executor.keep(text, valid=name not in unproven)
    if unproven:
        _log.warning(
            "%d of %d shipped documents were validated, for they or the schema changed since `auktor generate`.",
            len(unproven),
            len(documents.shipped),
        )
    program = f"{version('auktor')} {hashlib.sha256(printed.encode()).hexdigest()}"
    return Warm(executor, documents, _stored(documents, executor), program)


def _stored(documents: Documents, executor: Executor) -> dict[str, Stored]:
    found = {
        name: stored_document(SCHEMA, text, executor.prepare(text).as_asked) for name, text in documents.shipped.items()
    }
    return {name: stored for name, stored in found.items() if stored}
