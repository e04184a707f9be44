"""A chart says what it shows, is the same every time, and never draws what is not known."""

import gzip
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from auktor.assets import lean
from auktor.site import STATIC, charts
from auktor.site.embedding import STYLE, embedded

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


def test_what_is_in_force_is_a_bar_from_its_first_day_to_its_end() -> None:
    spans = [charts.Span("ended", date(2025, 1, 1), date(2025, 7, 2)), charts.Span("open", date(2026, 1, 1), None)]
    root = ET.fromstring(charts.gantt(HEADING, spans, date(2026, 6, 1)))  # noqa: S314 -- our own text
    (bar,) = [each for each in root.iter("rect") if each.attrib["class"] == "bar"]
    assert (bar.attrib["x"], bar.attrib["width"]) == ("250", "114.2")
    assert len(root.findall("path")) == 1


def test_a_bar_may_end_on_the_last_day_of_the_calendar() -> None:
    root = ET.fromstring(charts.gantt(HEADING, [charts.Span("long", date(2026, 1, 1), date.max)], date(2026, 6, 1)))  # noqa: S314 -- our own text
    assert len([each for each in root.iter("text") if each.attrib["class"] == "axis"]) <= 8


def test_a_share_is_drawn_against_its_whole() -> None:
    root = ET.fromstring(charts.area(HEADING, MONTHS, charts.Series("", [None, 0, 5000, 10000]), "235 of 235"))  # noqa: S314 -- our own text
    assert [each.text for each in root.iter("text") if "left" in each.attrib["class"]] == [
        "0 %",
        "25 %",
        "50 %",
        "75 %",
        "100 %",
    ]
    assert root.findall("path")[-1].attrib["d"] == "M240.7 232L405.3 123L570 14"


def months_of(first: int, last: int) -> list[str]:
    """Months by their number from the beginning of 2024."""
    return [f"{2024 + each // 12}-{each % 12 + 1:02}" for each in range(first, last)]


@pytest.mark.parametrize(
    ("months", "form", "labels"),
    [
        (months_of(24, 35), charts.WIDE, ["2026-01", "2026-03", "2026-05", "2026-07", "2026-09", "2026-11"]),
        (months_of(24, 35), charts.NARROW, ["2026-01", "2026-04", "2026-07", "2026-10"]),
        (months_of(4, 35), charts.WIDE, ["2024-07", "2025-01", "2025-07", "2026-01", "2026-07"]),
        (months_of(4, 35), charts.NARROW, ["2025", "2026"]),
        (months_of(0, 120), charts.WIDE, ["2024", "2026", "2028", "2030", "2032"]),
        (months_of(4, 5), charts.WIDE, ["2024-05"]),
    ],
    ids=["a year", "a year on a telephone", "three years", "three years on a telephone", "ten years", "a month"],
)
def test_the_months_of_a_chart_are_named_as_often_as_there_is_room(
    months: list[str], form: charts.Form, labels: list[str]
) -> None:
    drawn = charts.lines(HEADING, months, [charts.Series("one", [1] * len(months))], str, form)
    root = ET.fromstring(drawn)  # noqa: S314 -- our own text
    assert [each.text for each in root.iter("text") if each.attrib["class"] == "axis middle"] == labels


def test_small_pictures_share_one_scale() -> None:
    panels = [charts.Panel("few", [0, 1], "1"), charts.Panel("many", [0, 10], "10")]
    root = ET.fromstring(charts.multiples(HEADING, panels))  # noqa: S314 -- our own text
    ends = [each.attrib["d"].rsplit(" ", 1)[1] for each in root.iter("path") if each.attrib["class"] == "line s1"]
    assert ends == ["56", "20"]


def test_a_narrow_chart_has_its_names_where_there_is_room() -> None:
    series = [charts.Series("one", [1, 2, None, 4]), charts.Series("two", [4, 4, 4, 4])]
    for drawn in (
        charts.lines(HEADING, MONTHS, series, str, charts.NARROW),
        charts.gantt(HEADING, [charts.Span("x", None, None)], date(2026, 6, 1), charts.NARROW),
        charts.bars(HEADING, [charts.Bar("x", 1)], str, charts.NARROW),
        charts.multiples(HEADING, [charts.Panel("x", [1], "1")] * 22, charts.NARROW),
    ):
        root = ET.fromstring(drawn)  # noqa: S314 -- our own text
        width = float(root.attrib["viewBox"].split()[2])
        assert width == 340
        assert all(0 <= float(each.attrib["x"]) <= width - 5 for each in root.iter("text"))
        assert root.attrib["aria-labelledby"] == "h-s-t h-s-d"


def test_the_largest_charts_are_small() -> None:
    months = [f"{year}-{month:02}" for year in range(2024, 2027) for month in range(1, 13)]
    series = [charts.Series(str(place), list(range(36))) for place in range(4)]
    assert len(charts.lines(HEADING, months, series, str)) < 25_000
    panels = [charts.Panel("Västra Götaland", list(range(36)), "1 234 567")] * 22
    assert len(charts.multiples(HEADING, panels)) < 25_000
    spans = [charts.Span("A name as long as names may be, AB", date(2024, 1, 1), None)] * 100
    assert len(charts.gantt(HEADING, spans, date(2026, 6, 1))) < 25_000


def test_a_chart_as_a_file_carries_its_style_and_nothing_else() -> None:
    file = embedded(charts.bars(HEADING, [charts.Bar("x", 1, 2)], str))
    root = ET.fromstring(file)  # noqa: S314 -- our own text
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == STYLE
    assert "script" not in file
    assert "http" not in file.replace("http://www.w3.org/2000/svg", "")


def test_the_style_sheet_is_small() -> None:
    assert len(gzip.compress(lean(STATIC / "site.css"))) <= 4_000


def test_the_letters_are_few_and_small() -> None:
    fonts = [file.stat().st_size for file in (STATIC / "fonts").glob("*.woff2")]
    assert len(fonts) == 3
    assert sum(fonts) <= 60_000
