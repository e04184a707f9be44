"""How a start is kept short."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def not_collecting() -> Generator[None, None, None]:
    """Do not look for garbage while the block makes what stays for as long as the program, nor ever among it.

    Imports and the schema make a million objects and hardly any garbage: looking through them again and again takes a
    third of a start, and later a caller would wait for it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
