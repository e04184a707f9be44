"""Those who follow the register: what happened after a number, to each in order, nothing missed and nothing twice."""

from db.following.followers import Followers, Log
from db.following.news import News

__all__ = ["Followers", "Log", "News"]
