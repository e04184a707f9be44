"""The case officers' desk: who signs in sees what waits, and does deeds by forms made from the table of deeds.

Like the site it knows the register only through the API, but asks in the role of whoever is signed in.
"""

from auktor.desk.opening import desk_of
from auktor.desk.pages import STATIC, Desk

__all__ = ["STATIC", "Desk", "desk_of"]
