"""Which language a reader is answered in."""

import pytest

from auktor.core.languages import preferred_language
from auktor.core.vocabulary import Language


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        (None, Language.SV),
        ("", Language.SV),
        ("en", Language.EN),
        ("en-GB,en;q=0.9", Language.EN),
        ("sv-SE, en;q=0.8", Language.SV),
        ("en;q=0.5, sv;q=0.8", Language.SV),
        ("de, en;q=0.1", Language.EN),
        ("en;q=0", Language.SV),
        ("sv, en", Language.SV),
        ("en, sv", Language.EN),
        ("fr", Language.SV),
        ("*", Language.SV),
        ("en;q=nonsense, sv;q=0.1", Language.SV),
        ("en;q=nan", Language.SV),
        ("EN", Language.EN),
        ("x" * 100_000 + ",en", Language.SV),
    ],
)
def test_the_heaviest_language_the_register_speaks_is_answered_in(accepted: str | None, language: Language) -> None:
    assert preferred_language(accepted) is language
