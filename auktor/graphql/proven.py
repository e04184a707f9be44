"""Which of the shipped documents are known to be valid by the schema, so that a start need not prove it each time.

`auktor generate` validates every document and writes down the hash of the schema and of each. Whoever changes either
and does not generate loses nothing but the time: what is not written there is validated when the program starts.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

PROVEN = Path(__file__).parents[1] / "stored" / "proven.txt"
_HEAD = "# Written by `make generate`: the hash of the schema, then of each shipped document that is valid by it.\n"


def proven_by(schema_hash: str, file: Path = PROVEN) -> frozenset[str]:
    """The hashes of the documents that were valid by exactly this schema; none where another was written down."""
    if not file.is_file():
        return frozenset()
    found, *documents = file.read_text("ascii").removeprefix(_HEAD).split() or [""]
    return frozenset(documents) if found == schema_hash else frozenset()


def told_as_proven(schema: str, valid: Iterable[str]) -> str:
    """What the file says of documents that are valid by the schema."""
    return _HEAD + "\n".join([hash_of(schema), *sorted(map(hash_of, valid))]) + "\n"


def hash_of(text: str) -> str:
    """The hash a text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()
