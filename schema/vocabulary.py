"""The words of the register's closed lists in both languages: what a page shows where an answer has a code."""

import strawberry

from auktor.core.vocabulary import Language, Term
from schema import terms
from schema.context import Info
from schema.errors import NotInVocabulary
from schema.wording import AskedLanguage, spoken

LISTS: dict[str, type[Term]] = {each.__name__: each for each in terms.ALL}


@strawberry.type(description="One word of a closed list (ett ord i en sluten lista).")
class VocabularyTerm:
    """A code with its labels."""

    enum: str = strawberry.field(description="Name of the list, which is an enum of this schema (lista).")
    code: str = strawberry.field(description="The word as answers and files have it (kod).")
    sv: str = strawberry.field(description="The Swedish term (svensk term).")
    en: str = strawberry.field(description="The English label (engelsk benämning).")

    @strawberry.field(description="The label in the language asked for (benämning).")
    def label(self, info: Info, language: AskedLanguage = None) -> str:
        """One of the two."""
        return self.en if spoken(info, language) is Language.EN else self.sv


def vocabulary_of(name: str | None) -> list[VocabularyTerm]:
    """The words of a list, or of all, in the order they are declared; NOT_IN_VOCABULARY for a list there is not."""
    if name is not None and name not in LISTS:
        raise NotInVocabulary(f"{name[:60]!r} is no list of words. The lists are {', '.join(sorted(LISTS))}.")
    chosen = [LISTS[name]] if name else [LISTS[each] for each in sorted(LISTS)]
    return [
        VocabularyTerm(enum=each.__name__, code=term.value, sv=term.sv, en=term.en) for each in chosen for term in each
    ]
