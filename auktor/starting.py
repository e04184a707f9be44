"""How a start is kept short."""

import gc
import sys
import typing
from collections.abc import Generator
from contextlib import contextmanager

# New objects before the newest are looked through, such looks before those that outlived one are, and so on to all.
SELDOM = (2_000, 10, 10)


@contextmanager
def not_collecting() -> Generator[None, None, None]:
    """Do not look for garbage while the block makes what stays for as long as the program, nor ever among it.

    Imports and the schema make a million objects and hardly any garbage: looking through them again and again takes a
    third of a start, and later a caller would wait for it. What another such block made is looked through once, which
    takes 35 ms where it made the types of the schema. From then on garbage is looked for
    `SELDOM`: a look through all takes as long as some fifty answers, and what is in circles is held until then.
    """
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count():
            gc.collect()
        gc.freeze()
        gc.set_threshold(*SELDOM)
        gc.enable()


def forget_imports() -> None:
    """Let go of what importing leaves and nobody asks for again: overloads, and the listings of the folders."""
    typing.clear_overloads()
    sys.path_importer_cache.clear()
