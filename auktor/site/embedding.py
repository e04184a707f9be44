"""A chart as a file of its own, for the pages of others: it carries its colours with it, and the system's letters."""

import base64
import hashlib

from auktor.site.charts import Markup

STYLE = (
    "svg{--i:#17211f;--m:#55605c;--r:#d5d2c6;--l:#0b5563;--s:#7a1f2b;--s2:#9a4412;--s3:#6b3fa0;--s4:#55605c}"
    "@media(prefers-color-scheme:dark){svg{--i:#ece9df;--m:#a9b2ae;--r:#37423f;--l:#7fd0de;--s:#e59aa4;--s2:#f0a273;"
    "--s3:#c3a5ee;--s4:#a9b2ae}}"
    "text{fill:var(--i);font:13px system-ui,sans-serif}.axis{fill:var(--m);font-size:12px}.small{font-size:11px}"
    ".left{text-anchor:end}.middle{text-anchor:middle}.grid{stroke:var(--r)}.tick{stroke:var(--m)}"
    ".today{stroke:var(--s);stroke-width:2}.bar{fill:var(--l)}.invented{fill:var(--s2)}.track{fill:var(--r)}.area{fill:var(--l);opacity:.15}"
    ".line{fill:none;stroke:var(--c);stroke-width:2.5;stroke-linejoin:round}.dot,text.name{fill:var(--c)}"
    ".s1{--c:var(--l)}.s2{--c:var(--s2);stroke-dasharray:8 4}.s3{--c:var(--s3);stroke-dasharray:2 3}"
    ".s4{--c:var(--s4);stroke-dasharray:10 3 2 3}.dot,text.name{stroke-dasharray:none}"
)
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
CONTENT_SECURITY_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; frame-ancestors *"
HEADERS = {
    "content-type": "image/svg+xml; charset=utf-8",
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "access-control-allow-origin": "*",
    "cache-control": "no-cache",
    "cross-origin-resource-policy": "cross-origin",
}


def embedded(svg: Markup) -> str:
    """The chart with its name space and style, as a whole file."""
    head, _, rest = str(svg).partition(">")
    opened = head.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return f"{opened}><style>{STYLE}</style>{rest}\n"
