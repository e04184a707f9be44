"""Templates and what they may call: the words of the language, dates, terms and addresses."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

from auktor.core import vocabulary
from auktor.core.vocabulary import Language, Term
from auktor.site.addresses import Asked
from auktor.site.choices import BACKWARD, FORWARD, ORDER
from auktor.site.facts import fact, fact_value, kind_name
from auktor.site.fee import chosen_quantities, chosen_system, chosen_year
from auktor.site.front_answer import ONE_DAY
from auktor.site.words import at_time, count, in_words, kronor, on_day, size

_BY_LANGUAGE: tuple[Callable[..., str], ...] = (
    on_day,
    at_time,
    count,
    in_words,
    size,
    kronor,
    fact,
    kind_name,
    fact_value,
)
_ASK_AGAIN = {"cache-control": "no-cache", "vary": "accept-encoding"}


Since = Callable[[], datetime | None]


def _confirmed() -> None:
    """The register is always confirmed where nothing follows it."""


class Writer:
    """Writes a page from its template in one of the folders, and values.

    `unconfirmed` tells since when nobody knows what has been recorded, while that is so: every page then says it.
    """

    def __init__(
        self, asset: Callable[[str], str], *folders: Path, root: str = "", unconfirmed: Since = _confirmed
    ) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(folders),
            autoescape=select_autoescape(),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._always: dict[str, object] = {
            "asset": asset,
            "root": root,
            "unconfirmed": unconfirmed,
            "FORWARD": FORWARD,
            "BACKWARD": BACKWARD,
            "ORDER": ORDER,
            "languages": Language,
        }

    def page(
        self,
        template: str,
        asked: Asked,
        values: Mapping[str, object],
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> HTMLResponse:
        """A page in one language; a value a template asks for and is not given is a fault of the program."""
        text = self._templates.get_template(f"{template}.html").render(**self._always, **helpers(asked), **values)
        told = {**_ASK_AGAIN, "content-language": asked.language.lower(), **(headers or {})}
        return HTMLResponse(text, status, told)


def helpers(asked: Asked) -> dict[str, object]:
    """What every template may call: `t` says what is said in both languages, `link` leads on with the same day."""
    language = asked.language
    swedish = language is Language.SV

    def t(sv: str, en: str) -> str:
        return sv if swedish else en

    def term(value: Term) -> str:
        return t(value.sv, value.en)

    def say(kind: str, code: str | None) -> str:
        """The words of a code of the vocabulary, without the provision after its comma."""
        if code is None:
            return t("inte känt", "not known")
        terms: type[Term] = getattr(vocabulary, kind)
        return term(terms(code)).split(",", maxsplit=1)[0]

    def when(text: str | None) -> str:
        return on_day(_moment(text), language) if text else t("inte känt", "not known")

    def last_day(text: str) -> str:
        """The day before the first day after a period."""
        return on_day(_moment(text) - ONE_DAY, language)

    def day_before(text: str) -> date:
        return date.fromisoformat(text) - ONE_DAY

    def price(text: str) -> str:
        return kronor(Decimal(text), language)

    def change_of(before: str, after: str) -> str:
        """How much more or less, with its sign; a minus that is one."""
        more = Decimal(after) - Decimal(before)
        return f"{'+' if more >= 0 else '−'}{kronor(abs(more), language)}"  # noqa: RUF001 -- the sign of subtraction

    write = {helper.__name__: partial(helper, language=language) for helper in _BY_LANGUAGE}
    own: dict[str, object] = {
        "t": t,
        "term": term,
        "say": say,
        "when": when,
        "last_day": last_day,
        "day_before": day_before,
        "price": price,
        "change_of": change_of,
        "language": language,
    }
    places: dict[str, object] = {"asked": asked, "link": asked.link, "here": asked.here, "day": asked.day}
    fee = {each.__name__: partial(each, asked) for each in (chosen_year, chosen_system, chosen_quantities)}
    return {**write, **own, **places, **fee, "today": asked.today, "chosen": asked.chosen or {}}


def _moment(text: str) -> date:
    """A day as it stands, or the Swedish day of a time."""
    return datetime.fromisoformat(text).astimezone(UTC) if "T" in text else date.fromisoformat(text)
