"""Where a fact rests in law: read from the stored text, said in both languages.

A source is stored as its designation followed by the paragraph, `SFS 2023:704 7 §`, and is written the other way round,
`7 § lag (2023:704)`. What is no statute (an agreement, an older scheme) is said as it stands.
"""

import re
from dataclasses import dataclass

from auktor.core.errors import NoLegalSource
from auktor.core.identifiers import readable
from auktor.core.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Act:
    """An act or ordinance the register cites. Titles in English are the register's own; `url` only where confirmed."""

    number: str
    kind_sv: str
    kind_en: str
    title_sv: str
    title_en: str
    url: str | None = None


ACTS = {
    act.number: act
    for act in (
        Act(
            "2023:704",
            "lag",
            "Act",
            "lag om auktorisationssystem i fråga om tjänster för elektronisk identifiering och för digital post",
            "Act on authorisation systems for electronic identification services and for digital post",
            "https://data.riksdagen.se/dokument/sfs-2023-704.html",
        ),
        Act(
            "2023:709",
            "förordning",
            "Ordinance",
            "förordning om auktorisationssystem i fråga om tjänster för elektronisk identifiering och för digital post",
            "Ordinance on authorisation systems for electronic identification services and for digital post",
        ),
        Act(
            "2025:462",
            "lag",
            "Act",
            "lag om ändring i lagen (2023:704) om auktorisationssystem i fråga om tjänster för elektronisk "
            "identifiering och för digital post",
            "Act amending the Act (2023:704) on authorisation systems for electronic identification services and for "
            "digital post",
        ),
        Act(
            "2013:311",
            "lag",
            "Act",
            "lag om valfrihetssystem i fråga om tjänster för elektronisk identifiering",
            "Act on freedom-of-choice systems for electronic identification services",
        ),
        Act(
            "2018:357",
            "förordning",
            "Ordinance",
            "förordning om myndighetsgemensam infrastruktur för digital post",
            "Ordinance on the infrastructure for digital post shared by authorities",
        ),
        Act(
            "2023:711",
            "förordning",
            "Ordinance",
            "förordning om ändring i förordningen (2018:357) om myndighetsgemensam infrastruktur för digital post",
            "Ordinance amending the Ordinance (2018:357) on the infrastructure for digital post shared by authorities",
        ),
        Act("1999:1134", "förordning", "Ordinance", "förordning om belastningsregister", "Criminal Records Ordinance"),
    )
}

# What is no statute: as it is cited, and its English words.
_PLAIN_IN_ENGLISH = (
    (re.compile(r"avtal"), "agreement"),
    (re.compile(r"prop\. (\d{4}/\d{2}:\d+)"), r"Government bill \1"),
    (re.compile(r"SOU (\d{4}:\d+)"), r"Swedish Government Official Report SOU \1"),
    (
        re.compile(r"Lagrådsremiss En statlig e-legitimation, januari 2026"),
        "Draft bill to the Council on Legislation, A state e-identification, January 2026",
    ),
)
_PLAIN_ADDRESSES = {"prop. 2023/24:6": "https://lagen.nu/prop/2023/24:6"}

_STATUTE = re.compile(
    r"(?P<designation>(?P<series>SFS|MDFFS|PTSFS) (?P<number>[0-9]{4}:[0-9]+))(?: (?P<paragraph>.+))?"
)
_PARAGRAPH = re.compile(
    r"(?:(?P<chapter>[0-9]+) kap\. )?(?P<section>[0-9]+(?: [a-z])?(?:[–, -]+[0-9]+(?: [a-z])?)*) (?P<sign>§§?)"
    r"(?: (?P<subsection>första|andra|tredje|fjärde) stycket)?(?: (?P<point>[0-9]+(?: [a-z])?))?"
)
_ORDINALS = {"första": "first", "andra": "second", "tredje": "third", "fjärde": "fourth"}


@dataclass(frozen=True, slots=True)
class LegalSource:
    """What a fact rests on: the stored `text`, and what of it is understood; None where it is no known statute."""

    text: str
    designation: str | None = None
    paragraph: str | None = None
    act: Act | None = None
    url: str | None = None

    def title(self, language: Language) -> str | None:
        """The act's title, or None for an act whose title the register does not hold."""
        if self.act is None:
            return None
        return self.act.title_sv if language is Language.SV else self.act.title_en

    @property
    def sv(self) -> str:
        """As a Swedish decision writes it: `7 § lag (2023:704)`."""
        if self.designation is None:
            return self.text
        cited = f"{self.act.kind_sv} ({self.act.number})" if self.act else self.designation
        return f"{self.paragraph} {cited}" if self.paragraph else cited

    @property
    def en(self) -> str:
        """The same in English: `Section 7, Act (2023:704)`."""
        if self.designation is None:
            return _plain_in_english(self.text)
        cited = f"{self.act.kind_en} ({self.act.number})" if self.act else self.designation
        return f"{_paragraph_in_english(self.paragraph)}, {cited}" if self.paragraph else cited


def legal_source(text: str) -> LegalSource:
    """The source stored as `text`: `SFS 2023:704 7 §`, `MDFFS 2025:1 2 §`, or plain words such as `avtal`."""
    read = readable(text)
    if not read:
        raise NoLegalSource("The fact names no legal source. Give the provision it rests on, as in SFS 2023:704 7 §.")
    form = _STATUTE.fullmatch(read)
    if form is None:
        return LegalSource(read, url=_PLAIN_ADDRESSES.get(read))
    act = ACTS.get(form["number"]) if form["series"] == "SFS" else None
    return LegalSource(read, form["designation"], form["paragraph"], act, act.url if act else None)


def _plain_in_english(text: str) -> str:
    """The English words of what is no statute; what the register has none for is cited as it stands."""
    found = ((form.fullmatch(text), words) for form, words in _PLAIN_IN_ENGLISH)
    return next((cited.expand(words) for cited, words in found if cited), text)


def _paragraph_in_english(paragraph: str) -> str:
    """`11 § andra stycket 3` as `Section 11, second paragraph, point 3`; a form not known stays in Swedish."""
    form = _PARAGRAPH.fullmatch(paragraph)
    if form is None:
        return paragraph
    parts = [
        form["chapter"] and f"Chapter {form['chapter']}",
        f"{'Section' if form['sign'] == '§' else 'Sections'} {form['section']}",
        form["subsection"] and f"{_ORDINALS[form['subsection']]} paragraph",
        form["point"] and f"point {form['point']}",
    ]
    return ", ".join(part for part in parts if part)
