"""Computations over one row: names in the language asked for, designations, last signatures."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from inspect import Parameter, signature
from typing import Annotated, Any

import strawberry

from auktor.core.vocabulary import Language, RegulationSeries
from schema.context import Info

AskedLanguage = Annotated[
    Language | None,
    strawberry.argument(description="Language of the answer (språk); else that of Accept-Language, else Swedish."),
]


LANGUAGE = "language"


def spoken(info: Info, language: Language | None) -> Language:
    """The language asked for, or the one of the request."""
    return language or info.context.language


class EachLanguage:
    """A computation with the argument `language`: in each language another function of the same facts.

    Which of them is chosen once for all rows of an answer.
    """

    def __init__(self, swedish: Callable[..., Any], english: Callable[..., Any]) -> None:
        self._swedish = swedish
        self._english = english
        facts = signature(swedish)
        language = Parameter(LANGUAGE, Parameter.KEYWORD_ONLY, default=Language.SV, annotation=Language)
        self.__signature__ = facts.replace(parameters=[*facts.parameters.values(), language])

    def given(self, language: Language) -> Callable[..., Any]:
        """The function of the facts alone."""
        return self._english if language is Language.EN else self._swedish

    def __call__(self, *facts: object, language: Language = Language.SV) -> Any:  # noqa: ANN401 -- whatever is told
        """What it tells of the facts of one row."""
        return self.given(language)(*facts)


def given(compute: Callable[..., Any], own: Mapping[str, Any], language: Language) -> Callable[..., Any]:
    """A computation with its own arguments given, in the request's language where none was asked for."""
    told = {**own, LANGUAGE: language} if LANGUAGE in own and own[LANGUAGE] is None else own
    return compute.given(**told) if isinstance(compute, EachLanguage) else partial(compute, **told)


def _swedish(sv: Any, en: Any) -> Any:  # noqa: ANN401, ARG001 -- a text, or None
    return sv


def _english(sv: Any, en: Any) -> Any:  # noqa: ANN401, ARG001
    return en


def _english_if_any(sv: Any, en: Any) -> Any:  # noqa: ANN401
    return en or sv


def _itself(name: str) -> str:
    return name


in_language = EachLanguage(_swedish, _english)
"""The Swedish text, or the English where that is asked for."""
perhaps_in_language = EachLanguage(_swedish, _english_if_any)
"""The same; the Swedish where there is no English."""
proper_name = EachLanguage(_itself, _itself)
"""A company's or a service's name, which is the same in both languages."""


def designation_of(series: RegulationSeries | None, year: int | None, number: int | None) -> str | None:
    """`MDFFS 2025:1`; None where the designation is unknown."""
    return f"{series} {year}:{number}" if series and number else None


def last_signature(*signed_on: date | None) -> date | None:
    """The later of the two signatures; None until both have signed."""
    dates = [each for each in signed_on if each is not None]
    return max(dates) if len(dates) == len(signed_on) else None
