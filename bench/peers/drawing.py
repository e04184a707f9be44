"""The picture of a run: answers a second of every server, as shares of the best peer's."""

from collections.abc import Mapping
from html import escape

from measuring import Took
from servers import ANSWERING

_COLOURS = {
    "auktor": "#0b5563",
    "mercurius": "#a4531d",
    "postgraphile": "#6d4a86",
    "apollo": "#55605c",
    "strawberry": "#7a1f2b",
}
_LEFT, _WIDTH, _BAR, _GAP, _TOP = 190, 470, 9, 14, 58


def picture(took: Mapping[str, Mapping[str, Took]]) -> str:
    """An SVG of bars: each question in a group, 1 where the best of the others is."""
    shares = {question: _shares(by) for question, by in took.items()}
    most = max(max(each.values()) for each in shares.values())
    scale, group = _WIDTH / most, len(ANSWERING) * _BAR + _GAP
    height = _TOP + len(shares) * group + 10
    said = 'role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="11"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 60} {height}" {said}>',
        '<title id="t">Answers a second, as shares of the best other server’s</title>',
        f'<desc id="d">{escape(_said(shares))}</desc>',
        f'<rect width="100%" height="100%" fill="#fbfaf6"/>{_legend()}',
    ]
    for at, (question, each) in enumerate(shares.items()):
        top = _TOP + at * group
        middle = top + len(ANSWERING) * _BAR / 2 + 4
        lines.append(f'<text x="{_LEFT - 8}" y="{middle:g}" text-anchor="end" fill="#17211f">{escape(question)}</text>')
        for number, name in enumerate(ANSWERING):
            y, wide = top + number * _BAR, each[name] * scale
            lines.append(f'<rect x="{_LEFT}" y="{y}" width="{wide:.1f}" height="{_BAR - 1}" fill="{_COLOURS[name]}"/>')
        lines.append(f'<text x="{_LEFT + each["auktor"] * scale + 5:.1f}" y="{top + 8}">{each["auktor"]:.2f}</text>')
    one = _LEFT + scale
    lines.append(f'<path d="M{one:.1f} {_TOP - 6}V{height - 8}" stroke="#17211f" stroke-dasharray="3 3"/></svg>')
    return "\n".join(lines) + "\n"


def _shares(by: Mapping[str, Took]) -> dict[str, float]:
    best = max(by[name].rate for name in ANSWERING[1:])
    return {name: by[name].rate / best for name in ANSWERING}


def _legend() -> str:
    marks = [
        f'<rect x="{_LEFT + at * 100}" y="30" width="9" height="9" fill="{_COLOURS[name]}"/>'
        f'<text x="{_LEFT + at * 100 + 13}" y="38">{name}</text>'
        for at, name in enumerate(ANSWERING)
    ]
    head = f'<text x="{_LEFT}" y="18" font-weight="700">Answers a second; 1 is the best of the other servers</text>'
    return head + "".join(marks)


def _said(shares: Mapping[str, Mapping[str, float]]) -> str:
    return "; ".join(f"{question}: auktor {each['auktor']:.2f}" for question, each in shares.items())
