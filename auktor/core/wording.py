"""A sentence for people, in both languages of the register."""

from dataclasses import dataclass

from auktor.core.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """The same sentence in Swedish and in English."""

    sv: str
    en: str

    def in_language(self, language: Language) -> str:
        """The sentence in one of the two."""
        return self.sv if language is Language.SV else self.en
