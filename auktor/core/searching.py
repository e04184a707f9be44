"""What a search is for: words, a number, or a section of a statute; and which text of an object answers it."""

import re
from collections.abc import Sequence

from auktor.core.identifiers import swedish_sort_key
from auktor.core.vocabulary import SearchReason

MOST_WORDS = 12
_LETTERS = str.maketrans("{|}", "åäö")
_PLAIN = str.maketrans("{|}", "aao")
_WORD = re.compile("[0-9a-zåäö]+")
_SECTION = re.compile(r"(?:§\s*(?P<after>\d{1,3})|(?P<before>\d{1,3})\s*§)")
_STATUTE = re.compile(r"(?<!\d)(?P<year>\d{4}):(?P<number>\d{1,6})(?!\d)")


def searchable(text: str) -> str:
    """Lower-case words with å, ä and ö kept and other accents taken off, as the database keeps them for search."""
    return swedish_sort_key(text).translate(_LETTERS)


def folded(text: str) -> str:
    """The same with å, ä and ö as a, a and o: what those write who do not have the letters."""
    return swedish_sort_key(text).translate(_PLAIN)


def words_in(text: str) -> tuple[str, ...]:
    """The words of a search, at most 12."""
    return tuple(dict.fromkeys(_WORD.findall(searchable(text))))[:MOST_WORDS]


def number_in(text: str) -> str | None:
    """A number, code or designation as the database keeps it, letters and digits alone; None without a digit."""
    kept = "".join(re.findall("[0-9a-z]", text.lower()))
    return kept if any(each.isdigit() for each in kept) else None


def section_in(text: str) -> tuple[int, str | None] | None:
    """The section a text cites, as `4 §` or `SFS 2023:704 4 §`, and its statute's year and number if given."""
    section, statute = _SECTION.search(text), _STATUTE.search(text)
    if section is None:
        return None
    return int(section["after"] or section["before"]), statute[0] if statute else None


def answering(words: Sequence[str], names: Sequence[str], others: Sequence[str]) -> tuple[SearchReason, str]:
    """Why an object answers and by which text: a name whose words begin so, one that holds it, or another text."""
    for name in names:
        if _begun(words, searchable(name)) or _begun(words, folded(name)):
            return SearchReason.NAME, name
    for name in names:
        if all(word in searchable(name) or word in folded(name) for word in words):
            return SearchReason.WITHIN_NAME, name
    told = [text for text in (*names, *others) if any(word in searchable(text) for word in words)]
    return SearchReason.TEXT, (told or [*names, *others])[0]


def _begun(words: Sequence[str], text: str) -> bool:
    of_text = _WORD.findall(text)
    return all(any(each.startswith(word) for each in of_text) for word in words)
