"""The limits of one question: a name, a default and a sentence each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so much of each; the defaults hold the full introspection question and every question of the site."""

    characters: int = 100_000
    tokens: int = 3_000
    nesting: int = 60
    levels: int = 20
    fields: int = 2_000
    root_fields: int = 30
    aliases: int = 100
    directives: int = 100
    fragments: int = 50
    overlaps: int = 500
    points: int = 5_000
