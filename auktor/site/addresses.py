"""Where each page stands in each language, and how an address carries the day and the reader's choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, urlencode

from auktor.core.vocabulary import Language
from auktor.core.wording import Wording

_PLACE = frozenset({"efter", "fore"})
PLACES = {
    "front": Wording("/", "/en/"),
    "suppliers": Wording("/leverantorer", "/en/suppliers"),
    "supplier": Wording("/leverantor/{key}", "/en/supplier/{key}"),
    "services": Wording("/tjanster", "/en/services"),
    "service": Wording("/tjanst/{key}", "/en/service/{key}"),
    "actors": Wording("/aktorer", "/en/actors"),
    "actor": Wording("/aktor/{key}", "/en/actor/{key}"),
    "decisions": Wording("/beslut", "/en/decisions"),
    "decision": Wording("/beslut/{key}", "/en/decision/{key}"),
    "exemptions": Wording("/undantag", "/en/exemptions"),
    "fee": Wording("/avgift", "/en/fee"),
    "regulations": Wording("/foreskrifter", "/en/regulations"),
    "regulation": Wording("/foreskrift/{key}", "/en/regulation/{key}"),
    "requirements": Wording("/krav/{key}", "/en/requirements/{key}"),
    "search": Wording("/sok", "/en/search"),
    "statistics": Wording("/statistik", "/en/statistics"),
    "chart": Wording("/statistik/{key}", "/en/statistics/{key}"),
    "compare": Wording("/tid", "/en/time"),
    "introduction": Wording("/inforandet", "/en/introduction"),
    "transition": Wording("/overgangen", "/en/transition"),
    "choose": Wording("/valj", "/en/choose"),
    "open_data": Wording("/oppna-data", "/en/open-data"),
    "edition": Wording("/oppna-data/utgava/{key}", "/en/open-data/edition/{key}"),
    "changes": Wording("/andringar", "/en/changes"),
    "api": Wording("/api", "/en/api"),
    "try": Wording("/api/prova", "/en/api/try"),
    "example": Wording("/api/exempel/{key}", "/en/api/example/{key}"),
    "about": Wording("/om", "/en/about"),
    "words": Wording("/om/ord", "/en/about/words"),
    "corrections": Wording("/om/rattelser", "/en/about/corrections"),
    "status": Wording("/om/status", "/en/about/status"),
    "accessibility": Wording("/om/tillganglighet", "/en/about/accessibility"),
}
"""The pages by the name of their document and template. The Swedish address and the English have the same keys."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: a page, in a language, of an object, on a day, with the reader's choices."""

    page: str
    language: Language
    day: date
    today: date
    key: str | None = None
    chosen: Mapping[str, str] | None = None
    places: Mapping[str, Wording] = field(default_factory=lambda: PLACES)

    def link(self, page: str, key: str | None = None, **chosen: str) -> str:
        """The address of another page on the same day."""
        return self._address(page, self.language, key, chosen)

    def here(self, **changed: str | None) -> str:
        """The address of this page with some choices changed; None drops one."""
        return self._address(self.page, self.language, self.key, self._with(changed))

    def in_language(self, language: Language) -> str:
        """The address of this same page in another language."""
        return self._address(self.page, language, self.key, self.chosen or {})

    def on(self, day: date) -> str:
        """The address of this same page on another day."""
        known = {name: value for name, value in (self.chosen or {}).items() if name != "andring"}
        return self._address(self.page, self.language, self.key, known, day)

    def as_file(self, suffix: str) -> str:
        """The address of what this page shows, as a file: its day always said."""
        return self._dated(f".{suffix}", self.chosen or {})

    def for_good(self) -> str:
        """The address that shows the same tomorrow: its day always said, its place in a list not."""
        return self._dated("", {name: value for name, value in (self.chosen or {}).items() if name not in _PLACE})

    def _dated(self, suffix: str, chosen: Mapping[str, str]) -> str:
        path, _, _ = self.here().partition("?")
        return f"{path}{suffix}?{urlencode({**chosen, 'datum': str(self.day)})}"

    def _with(self, changed: Mapping[str, str | None]) -> dict[str, str]:
        both = {**(self.chosen or {}), **changed}
        return {name: value for name, value in both.items() if value is not None}

    def _address(
        self, page: str, language: Language, key: str | None, chosen: Mapping[str, str], day: date | None = None
    ) -> str:
        path = self.places[page].in_language(language)
        if key is not None:
            path = path.format(key=quote(key, safe=""))
        shown = day or self.day
        query = {**chosen, **({} if shown == self.today else {"datum": str(shown)})}
        return f"{path}?{urlencode(query)}" if query else path
