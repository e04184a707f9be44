"""The public web site. It reads the register only through the public API, as a reader without a role does."""

from auktor.site.pages import STATIC, Site

__all__ = ["STATIC", "Site"]
