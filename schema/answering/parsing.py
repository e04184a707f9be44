"""The text of a question as a document: what stands where, without the words and signs it was read from.

graphql-core ties each node to the first and the last of its words, and these to all others. That is a third of what a
document takes, and a circle that only a search for garbage frees. What a node needs of them, to say where an error is,
are two numbers.
"""

from collections.abc import Iterator
from sys import intern

from graphql import DocumentNode, Location, NameNode, Source, Token, TokenKind
from graphql.language.parser import Parser

_NO_WORD = Token(TokenKind.SOF, 0, 0, 0, 0)


class _Parser(Parser):
    """Ties only the document itself to its words, and has each name once, as the schema has it."""

    def parse_name(self) -> NameNode:
        """A name."""
        token = self.expect_token(TokenKind.NAME)
        return NameNode(value=intern(token.value or ""), loc=self.loc(token))

    def loc(self, start_token: Token) -> Location | None:
        """Where a node stands."""
        place = super().loc(start_token)
        if place is not None and start_token.kind is not TokenKind.SOF:
            place.start_token = place.end_token = _NO_WORD
        return place


def parsed(text: str, most_tokens: int) -> DocumentNode:
    """The document of a text; GraphQLError where it is none."""
    return _Parser(Source(text), max_tokens=most_tokens).parse_document()


def words(document: DocumentNode) -> Iterator[Token]:
    """The words and signs of a document, as long as it has them."""
    token = document.loc.start_token if document.loc else None
    while token is not None:
        yield token
        token = token.next


def literals(document: DocumentNode) -> Iterator[str]:
    """The strings written in a document, as they read once their escapes are undone."""
    return (each.value or "" for each in words(document) if each.kind in {TokenKind.STRING, TokenKind.BLOCK_STRING})


def forget_words(document: DocumentNode) -> None:
    """Let go of the words and signs, when nothing is to be found in them any more."""
    for each in words(document):
        each.prev = None
    if document.loc:
        document.loc.start_token = document.loc.end_token = _NO_WORD
