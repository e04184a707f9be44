"""Errors speak in one way."""

import pickle

from auktor.core.errors import BadCheckDigit, Refused, shown


def test_an_error_says_its_code_once_and_then_what_to_do() -> None:
    error = BadCheckDigit("202100-6884 is wrong. Check it.", expected=3)
    assert str(error) == "BAD_CHECK_DIGIT: 202100-6884 is wrong. Check it."


def test_an_error_keeps_what_it_speaks_of_as_attributes() -> None:
    error = BadCheckDigit("202100-6884 is wrong.", expected=3)
    assert error.values == {"expected": 3}
    assert vars(error)["expected"] == 3


def test_every_cause_has_a_code_of_its_own() -> None:
    codes = [cause.code for cause in Refused.__subclasses__()]
    assert len(codes) == len(set(codes))


def test_an_error_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(BadCheckDigit("202100-6884 is wrong.", expected=3)))  # noqa: S301  # our own bytes
    assert str(error) == "BAD_CHECK_DIGIT: 202100-6884 is wrong."
    assert error.expected == 3


def test_a_message_quotes_long_and_broken_text_on_one_short_line() -> None:
    assert shown("a\nb\ud800") == "'a\\nb\\ud800'"
    assert shown("x" * 1000) == "'" + "x" * 60 + "…'"
