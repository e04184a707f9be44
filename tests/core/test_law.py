"""A legal source is stored one way round and said the other, in two languages."""

import csv
import re
from pathlib import Path

import pytest

from auktor.core.errors import NoLegalSource
from auktor.core.law import ACTS, legal_source
from auktor.core.vocabulary import Language

BUNDLED = [*Path("data/register").glob("*.csv"), *Path("data/example").glob("*.csv")]


@pytest.mark.parametrize(
    ("stored", "sv", "en"),
    [
        ("SFS 2023:704 7 §", "7 § lag (2023:704)", "Section 7, Act (2023:704)"),
        ("SFS 2023:704", "lag (2023:704)", "Act (2023:704)"),
        ("SFS 2023:709 3–5 §§", "3–5 §§ förordning (2023:709)", "Sections 3–5, Ordinance (2023:709)"),
        (
            "SFS 2023:704 11 § andra stycket 3",
            "11 § andra stycket 3 lag (2023:704)",
            "Section 11, second paragraph, point 3, Act (2023:704)",
        ),
        (
            "SFS 2023:704 4 § första stycket 4 c",
            "4 § första stycket 4 c lag (2023:704)",
            "Section 4, first paragraph, point 4 c, Act (2023:704)",
        ),
        ("SFS 1999:1134 16 e §", "16 e § förordning (1999:1134)", "Section 16 e, Ordinance (1999:1134)"),
        ("SFS 2010:800 24 kap. 1 §", "24 kap. 1 § SFS 2010:800", "Chapter 24, Section 1, SFS 2010:800"),
        ("MDFFS 2025:1 2 §", "2 § MDFFS 2025:1", "Section 2, MDFFS 2025:1"),
        ("PTSFS 2023:4", "PTSFS 2023:4", "PTSFS 2023:4"),
        ("SFS 2023:704 bilagan", "bilagan lag (2023:704)", "bilagan, Act (2023:704)"),
        ("avtal", "avtal", "agreement"),
        ("VFS 2017", "VFS 2017", "VFS 2017"),
        ("prop. 2023/24:6", "prop. 2023/24:6", "Government bill 2023/24:6"),
        ("SOU 2024:47", "SOU 2024:47", "Swedish Government Official Report SOU 2024:47"),
        (
            "Lagrådsremiss En statlig e-legitimation, januari 2026",
            "Lagrådsremiss En statlig e-legitimation, januari 2026",
            "Draft bill to the Council on Legislation, A state e-identification, January 2026",
        ),
        ("EU 2015/1535", "EU 2015/1535", "EU 2015/1535"),
    ],
)
def test_a_source_is_said_in_swedish_and_in_english(stored: str, sv: str, en: str) -> None:
    source = legal_source(stored)
    assert (source.text, source.sv, source.en) == (stored, sv, en)


def test_a_known_act_has_its_title_and_its_address() -> None:
    source = legal_source("SFS 2023:704 7 §")
    assert source.designation == "SFS 2023:704"
    assert source.paragraph == "7 §"
    assert source.url == "https://data.riksdagen.se/dokument/sfs-2023-704.html"
    assert source.title(Language.SV) == (
        "lag om auktorisationssystem i fråga om tjänster för elektronisk identifiering och för digital post"
    )
    assert source.title(Language.EN) == (
        "Act on authorisation systems for electronic identification services and for digital post"
    )


def test_a_regulation_numbered_like_an_act_is_not_taken_for_it() -> None:
    assert legal_source("MDFFS 2023:704").act is None


def test_an_act_without_a_confirmed_address_has_none() -> None:
    assert legal_source("SFS 2023:709 3 §").url is None


def test_a_source_that_is_no_statute_has_no_title() -> None:
    assert legal_source("avtal").title(Language.SV) is None


def test_the_bill_has_its_address() -> None:
    assert legal_source("prop. 2023/24:6").url == "https://lagen.nu/prop/2023/24:6"


def test_a_fact_without_a_source_is_refused() -> None:
    with pytest.raises(NoLegalSource, match="as in SFS 2023:704 7 §"):
        legal_source("  ")


def test_every_act_is_kept_under_its_own_number() -> None:
    assert sorted(ACTS) == ["1999:1134", "2013:311", "2018:357", "2023:704", "2023:709", "2023:711", "2025:462"]


def test_every_source_of_the_bundled_register_has_english_words() -> None:
    rows = [row for file in BUNDLED for row in csv.DictReader(file.read_text("utf-8").splitlines())]
    stored = {row["legal_source"] for row in rows if row.get("legal_source")}
    assert len(stored) > 10
    assert {text for text in stored if re.search("[åäö§]", legal_source(text).en)} == set()
