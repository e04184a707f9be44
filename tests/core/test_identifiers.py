"""Identifiers are read strictly and written in one form."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auktor.core import errors, identifiers
from auktor.core.identifiers import (
    check_digit,
    key_from_name,
    parse_county_code,
    parse_designation,
    parse_key,
    parse_month,
    parse_municipality_code,
    parse_notification_number,
    parse_organisation_number,
    swedish_sort_key,
)

PARSERS: list[Callable[[str], object]] = [
    parse_organisation_number,
    parse_designation,
    parse_notification_number,
    parse_municipality_code,
    parse_county_code,
    parse_key,
    parse_month,
    key_from_name,
    swedish_sort_key,
]


@pytest.mark.parametrize(
    "written", ["202100-6883", "2021006883", "16202100-6883", "162021006883", "  202100-6883\u00a0", "202100-6883\n"]
)
def test_an_organisation_number_is_written_in_one_form(written: str) -> None:
    assert parse_organisation_number(written) == "202100-6883"


@pytest.mark.parametrize(
    "number", ["556630-4928", "556587-4376", "556917-3544", "559138-6718", "202100-2742", "232100-0016"]
)
def test_numbers_of_real_organisations_are_accepted(number: str) -> None:
    assert parse_organisation_number(number) == number


def test_a_wrong_check_digit_is_told_with_the_right_one() -> None:
    with pytest.raises(errors.BadCheckDigit) as caught:
        parse_organisation_number("162021006884")
    assert str(caught.value) == (
        "BAD_CHECK_DIGIT: 202100-6884 is not an organisation number: its last digit should be 3. "
        "Check it against the certificate."
    )


@pytest.mark.parametrize("written", ["850709-9805", "198507099805", "20121231-2395", "18900101-0017", "551630-4920"])
def test_a_number_shaped_like_a_persons_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(errors.PersonalIdentityNumber) as caught:
        parse_organisation_number(written)
    assert written[-4:] not in str(caught.value)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "202100",
        "202100--6883",
        "2021-006883",
        "202100 6883",
        "SE202100688301",
        "99202100-6883",
        "19202100-6883",
        "\uff12\uff10\uff12100-6883",
    ],
)
def test_what_has_not_the_form_of_an_organisation_number_is_refused(written: str) -> None:
    with pytest.raises(errors.NotAnOrganisationNumber, match="is not an organisation number"):
        parse_organisation_number(written)


@given(st.from_regex(r"[1-9][0-9][2-9][0-9]{6}", fullmatch=True))
def test_of_ten_last_digits_exactly_one_is_right(nine: str) -> None:
    accepted = [digit for digit in "0123456789" if _is_accepted(nine + digit)]
    assert accepted == [str(check_digit(nine))]


@given(st.from_regex(r"[1-9][0-9][2-9][0-9]{6}", fullmatch=True), st.integers(0, 9), st.integers(1, 9))
def test_one_mistyped_digit_is_always_noticed(nine: str, place: int, step: int) -> None:
    number = nine + str(check_digit(nine))
    mistyped = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert not _is_accepted(mistyped)


def _is_accepted(number: str) -> bool:
    try:
        parse_organisation_number(number)
    except errors.Refused:
        return False
    return True


@pytest.mark.parametrize("designation", ["MDFFS 2025:1", "PTSFS 2023:4", "SFS 2023:704"])
def test_the_designations_of_the_three_series_are_accepted(designation: str) -> None:
    assert parse_designation(f" {designation} ") == designation


@pytest.mark.parametrize(
    "written", ["MDFFS 2025-1", "mdffs 2025:1", "MDFFS  2025:1", "SKVFS 2025:1", "MDFFS 25:1", "MDFFS 2025:"]
)
def test_another_designation_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(errors.BadDesignation, match=r"as in MDFFS 2025:1\."):
        parse_designation(written)


def test_an_eu_notification_number_has_year_number_and_country() -> None:
    assert parse_notification_number("2023/0171/S") == "2023/0171/S"
    with pytest.raises(errors.BadNotificationNumber, match="2023/0171/S"):
        parse_notification_number("2023/171")


def test_codes_of_municipality_and_county_keep_their_leading_zero() -> None:
    assert parse_municipality_code("0180") == "0180"
    assert parse_county_code("01") == "01"


def test_a_code_that_lost_its_leading_zero_is_refused() -> None:
    with pytest.raises(errors.BadMunicipalityCode, match="leading zero included"):
        parse_municipality_code("180")
    with pytest.raises(errors.BadCountyCode, match="leading zero included"):
        parse_county_code("1")


@pytest.mark.parametrize("key", ["", "-a", "a-", "a--b", "A", "å", "a_b", "a" * 121])
def test_a_key_is_lower_case_words_joined_by_hyphens(key: str) -> None:
    with pytest.raises(errors.BadKey):
        parse_key(key)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Åklagarmyndigheten", "aklagarmyndigheten"),
        ("ALINGSÅS TINGSRÄTT", "alingsas-tingsratt"),
        ("Finansiell ID-Teknik BID AB", "finansiell-id-teknik-bid-ab"),
        ("Freja+ (Freja eID+)", "freja-freja-eid"),
        ("Armémuseum & Søværnet", "armemuseum-sovaernet"),
    ],
)
def test_a_key_is_made_from_a_name(name: str, key: str) -> None:
    assert key_from_name(name) == key


def test_a_long_name_is_cut_between_words() -> None:
    assert key_from_name("Statens " * 20) == "-".join(["statens"] * 15)
    assert key_from_name("å" * 200) == "a" * 120


def test_a_word_that_ends_at_the_limit_is_kept() -> None:
    assert key_from_name("a" * 60 + " " + "b" * 59 + " c") == "a" * 60 + "-" + "b" * 59


def test_a_name_without_a_letter_gives_no_key() -> None:
    with pytest.raises(errors.BadKey, match="Give a key"):
        key_from_name("—")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_every_key_made_from_a_name_is_a_key(name: str) -> None:
    try:
        key = key_from_name(name)
    except errors.BadKey:
        return
    assert parse_key(key) == key


def test_names_are_ordered_as_in_a_swedish_list() -> None:
    in_order = ["1177", "Ale", "Éa", "Eb", "Łódź", "Vara", "Vård", "Wara", "Zoo", "Åmål", "Älvdalen", "Öckerö", "北"]
    by_codepoint = sorted(in_order)
    assert sorted(by_codepoint, key=lambda name: swedish_sort_key(name).encode("ascii")) == in_order


def test_a_shorter_name_stands_before_its_continuation() -> None:
    assert sorted(["Digga", "Digg PTS", "Digg"], key=swedish_sort_key) == ["Digg", "Digg PTS", "Digga"]


def test_case_accents_and_punctuation_do_not_count_in_the_order() -> None:
    assert swedish_sort_key("ID-Teknik (Armé)") == swedish_sort_key("id teknik arme") == "id teknik arme"


def test_a_decomposed_letter_is_ordered_as_the_composed_one() -> None:
    assert swedish_sort_key("A\u030ama\u030al") == swedish_sort_key("Åmål") == "{m{l"


def test_a_brace_in_a_name_is_not_taken_for_a_letter() -> None:
    assert swedish_sort_key("a{b}") == "a b"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_every_sort_key_is_ascii(name: str) -> None:
    assert swedish_sort_key(name).isascii()


def test_a_month_is_its_first_day() -> None:
    assert parse_month("2026-02") == date(2026, 2, 1)


@pytest.mark.parametrize("written", ["2026-13", "2026-1", "202601", "0000-01", "2026-01-01"])
def test_what_is_no_month_is_refused(written: str) -> None:
    with pytest.raises(errors.BadMonth, match="as in 2026-01"):
        parse_month(written)


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("code_point", [0x0000, 0xD800, 0xDFFF])
def test_no_identifier_may_hide_an_unreadable_character(parse: Callable[[str], object], code_point: int) -> None:
    with pytest.raises(errors.UnreadableText, match=f"U\\+{code_point:04X}") as caught:
        parse(f"2{chr(code_point)}")
    str(caught.value).encode("utf-8")


def test_the_message_says_where_the_unreadable_character_stands() -> None:
    with pytest.raises(errors.UnreadableText, match="at position 3"):
        identifiers.readable("ab\x00")
