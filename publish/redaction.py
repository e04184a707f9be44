"""A withdrawn edition: its files are gone, why is said, and the chain of manifests holds.

A manifest holds hashes, not facts, so it stays with its signature and `SHA256SUMS`. `redacted.json` lies in place of
the rest; a server answers 410 with it. The edition after compares itself with the newest one before that was not
withdrawn when it was issued, so that its `diff.ndjson` does not repeat what was taken away.
"""

from datetime import datetime
from pathlib import Path

import msgspec

from publish.files import sync, write_file
from publish.manifest import MANIFEST, NOTICE, SUMS, canonical, moment
from publish.signing import SIGNATURE

KEPT = frozenset({NOTICE, MANIFEST, SIGNATURE, SUMS})


class Redaction(msgspec.Struct, frozen=True):
    """Which edition was withdrawn, why and when."""

    number: int
    reason: str
    redacted: datetime


class Notice(msgspec.Struct, frozen=True):
    """`redacted.json`."""

    number: int
    reason: str
    redacted: str


def notice(redaction: Redaction) -> bytes:
    """The bytes of `redacted.json`."""
    return canonical(Notice(redaction.number, redaction.reason, moment(redaction.redacted)))


def leave_the_chain(edition: Path, said: bytes) -> None:
    """Take every file out of an edition's folder but those that keep the chain, once the notice lies there.

    The notice comes first, so that no reader ever finds an edition that is neither whole nor explained.
    """
    if not (edition / NOTICE).exists():
        write_file(edition, NOTICE, [said])
        sync(edition / NOTICE)
        sync(edition)
    for file in edition.iterdir():
        if file.name not in KEPT:
            file.unlink()
    sync(edition)
