"""Text can be read on every ground it stands on, light and dark: by the arithmetic of WCAG 2.2 (1.4.3, 1.4.11)."""

import re
from itertools import product

import pytest

from auktor.site import STATIC

SHEET = (STATIC / "site.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
)
SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param({**LIGHT, **DARK}, id="dark")]
TEXT, LARGE = 4.5, 3.0
ON_PAPER = [
    *product(("ink", "muted", "link", "seal", "bad"), ("paper",)),
    *product(("ink", "muted", "link"), ("shade",)),
]
ON_TAGS = [("good", "good-ground"), ("warn", "warn-ground"), ("bad", "bad-ground"), ("ink", "plain-ground")]
DRAWN = [("link", "paper"), ("s2", "paper"), ("s3", "paper"), ("s4", "paper"), ("seal", "paper"), ("muted", "paper")]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_arithmetic_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read_on_its_ground(scheme: dict[str, str]) -> None:
    ratios = {(text, ground): contrast(scheme[text], scheme[ground]) for text, ground in [*ON_PAPER, *ON_TAGS]}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_drawn_can_be_told_from_the_paper(scheme: dict[str, str]) -> None:
    ratios = {(drawn, ground): contrast(scheme[drawn], scheme[ground]) for drawn, ground in DRAWN}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < LARGE} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_names_of_lines_can_be_read(scheme: dict[str, str]) -> None:
    assert all(contrast(scheme[name], scheme["paper"]) >= TEXT for name in ("link", "s2", "s3", "s4"))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_is_seen_beside_ink_and_paper(scheme: dict[str, str]) -> None:
    assert contrast(scheme["ink"], scheme["paper"]) >= LARGE
    assert contrast(scheme["focus"], scheme["ink"]) >= LARGE or contrast(scheme["focus"], scheme["paper"]) >= LARGE
