"""A chart says what it shows, is the same every time, and never draws what is not known."""

import gzip
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

from auktor.site import STATIC, charts

HEADING = charts.Heading("h", "Volumes & more", "From 2026-01 to 2026-04.")
MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04"]


def lines() -> str:
    series = [charts.Series("one", [1, 2, None, 4]), charts.Series("two", [4, 4, 4, 4])]
    return charts.lines(HEADING, MONTHS, series, str)


def test_a_chart_has_a_title_and_a_description_and_no_style_of_its_own() -> None:
    root = ET.fromstring(lines())  # noqa: S314 -- our own text
    assert root.attrib["role"] == "img"
    assert [child.text for child in root[:2]] == ["Volumes & more", "From 2026-01 to 2026-04."]
    assert "style" not in lines()


def test_a_chart_is_the_same_every_time() -> None:
    assert lines() == lines()


def test_an_unknown_month_is_a_gap_and_not_zero() -> None:
    assert lines().count('class="line s1"') == 2
    assert lines().count('class="line s2"') == 1


def test_names_of_lines_that_end_together_stand_apart() -> None:
    series = [charts.Series(name, [3, 3]) for name in ("one", "two", "three")]
    root = ET.fromstring(charts.lines(HEADING, MONTHS[:2], series, str))  # noqa: S314 -- our own text
    heights = [float(each.attrib["y"]) for each in root.iter("text") if "name" in each.attrib["class"]]
    assert all(after - before >= 16 for before, after in pairwise(heights))


def test_a_share_of_nothing_and_a_time_without_ends_can_be_drawn() -> None:
    assert "<rect" in charts.share(HEADING, 0, 0, "0 of 0")
    open_span = charts.gantt(HEADING, [charts.Span("x", None, None)], date(2026, 6, 1))
    assert 'class="today"' in open_span


def test_a_name_cannot_become_markup() -> None:
    assert "<b>" not in charts.bars(HEADING, [charts.Bar("<b>", 1, 2)], str)


def test_the_largest_chart_is_small() -> None:
    months = [f"{year}-{month:02}" for year in range(2024, 2027) for month in range(1, 13)]
    series = [charts.Series(str(place), list(range(36))) for place in range(4)]
    assert len(charts.lines(HEADING, months, series, str)) < 25_000


def test_the_style_sheet_is_small() -> None:
    assert len(gzip.compress((STATIC / "site.css").read_bytes())) <= 4_000
