"""clairvoyance, asking for ten words at a time, and finding its way back to every type it has found.

It takes every word of a question for a field that no error names. Of 64 words, as it asks for by itself, the server
names 20, the most it tells of any question; of ten it names all. By its own way it is lost where types refer to each
other in a circle.
"""

import sys
from importlib import import_module

from clairvoyance import config, graphql


class Small(config.Config):
    """As clairvoyance is set, but for how much it asks for at once."""

    def __init__(self) -> None:
        super().__init__()
        self._bucket_size = 10


def shortest(schema: graphql.Schema, name: str) -> list[str]:
    """The fields that lead from the root to a type, with the root before them."""
    ways = {root["name"]: [root["name"]] for root in schema._schema.values() if isinstance(root, dict)}
    for reached, way in (queue := list(ways.items())):
        for field in schema.types[reached].fields:
            if field.type.name not in ways:
                ways[field.type.name] = [*way, field.name]
                queue.append((field.type.name, ways[field.type.name]))
    return ways[name][:]


program = import_module("clairvoyance.cli")  # the package calls a function of it by the same name
program.Config = Small
graphql.Schema.get_path_from_root = shortest
program.cli(sys.argv[1:])
