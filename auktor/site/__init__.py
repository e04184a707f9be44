"""The public web site. It reads the register only through the public API, as a reader without a role does."""

from auktor.site.pages import STATIC, Site
from auktor.site.questions import Questions
from auktor.site.trying import documented

__all__ = ["STATIC", "Questions", "Site", "documented"]
