"""The identifiers the register speaks in: read them strictly, write them in one form.

Every `parse_…` takes text from outside, drops surrounding blanks, and gives the canonical form or raises a `Refused`
that says what is wrong and what to do. Only ASCII digits count as digits.
"""

import re
import unicodedata
from datetime import date

from auktor.core import errors
from auktor.core.errors import shown

LONGEST_KEY = 120

_ORGANISATION_NUMBER = re.compile(r"(?P<prefix>[0-9]{2})?(?P<head>[0-9]{6})-?(?P<tail>[0-9]{4})")
_LENGTHS_OF_PERSONAL = (10, 12)
_DESIGNATION = re.compile(r"(MDFFS|PTSFS|SFS) [0-9]{4}:[0-9]{1,6}")
_NOTIFICATION_NUMBER = re.compile(r"[0-9]{4}/[0-9]{1,4}/[A-Z]+")
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"æ": "ae", "ø": "o", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
)

# The characters after z in ASCII carry the letters after z in Swedish. Æ and ø are filed with ä and ö, ü with y.
_FILED_AS = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"}
_BEYOND_THE_ALPHABET = "~"


def readable(text: str) -> str:
    """`text` without surrounding blanks; NUL and lone surrogates are refused, for no database column can hold them."""
    found = _UNREADABLE.search(text)
    if found:
        raise errors.UnreadableText(
            f"{shown(text)} has an unreadable character (U+{ord(found[0]):04X}) at position {found.start() + 1}. "
            "Save the file again as UTF-8 and remove the character.",
            position=found.start() + 1,
        )
    return text.strip()


def parse_organisation_number(text: str) -> str:
    """The organisation number in `text`, as `NNNNNN-NNNN`.

    Takes 10 digits, or 12 with the prefix 16 that Mina meddelanden writes, with or without the hyphen. A third digit
    below 2 is a person's number (a sole trader has no other), which the register never holds.
    """
    read = readable(text)
    form = _ORGANISATION_NUMBER.fullmatch(read)
    if not form:
        _refuse_personal_in_another_form(read)
        raise errors.NotAnOrganisationNumber(
            f"{shown(read)} is not an organisation number: write ten digits as NNNNNN-NNNN.", text=read
        )
    digits = form["head"] + form["tail"]
    _refuse_personal(digits)
    _refuse_prefix(form["prefix"], read)
    _refuse_check_digit(digits)
    return f"{form['head']}-{form['tail']}"


def check_digit(nine_digits: str) -> int:
    """The tenth digit of an organisation number by Luhn's method, from the nine before it."""
    doubled = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(nine_digits))
    return -sum(value // 10 + value % 10 for value in doubled) % 10


def _refuse_personal_in_another_form(read: str) -> None:
    """Whatever stands between the digits (`+` after a hundred years, blanks, a dash), such a number is not repeated."""
    digits = re.sub("[^0-9]", "", read)
    if not re.search("[A-Za-z]", read) and len(digits) in _LENGTHS_OF_PERSONAL:
        _refuse_personal(digits[-10:])


def _refuse_personal(digits: str) -> None:
    """A person's number begins with a date of birth, so its third digit, the first of a month, is 0 or 1."""
    if int(digits[2]) < 2:  # noqa: PLR2004  # the law's own number: digit 3 is at least 2
        raise errors.PersonalIdentityNumber(
            "The number given is shaped like a personal identity number, which the register never holds. "
            "Leave it empty, or give the organisation number of a legal person."
        )


def _refuse_prefix(prefix: str | None, read: str) -> None:
    if prefix not in {None, "16"}:
        raise errors.NotAnOrganisationNumber(
            f"{shown(read)} is not an organisation number: with twelve digits it begins with 16. Remove the first two.",
            text=read,
        )


def _refuse_check_digit(digits: str) -> None:
    expected = check_digit(digits[:9])
    if int(digits[9]) != expected:
        number = f"{digits[:6]}-{digits[6:]}"
        raise errors.BadCheckDigit(
            f"{number} is not an organisation number: its last digit should be {expected}. "
            "Check it against the certificate.",
            organisation_number=number,
            expected=expected,
        )


def parse_designation(text: str) -> str:
    """The designation of a regulation or a statute: `MDFFS 2025:1`, `PTSFS 2023:4`, `SFS 2023:704`."""
    read = readable(text)
    if not _DESIGNATION.fullmatch(read):
        raise errors.BadDesignation(
            f"{shown(read)} is not a designation: write the series MDFFS, PTSFS or SFS, a blank, the year, a colon "
            "and the number, as in MDFFS 2025:1.",
            text=read,
        )
    return read


def parse_notification_number(text: str) -> str:
    """The number of a notification under Directive (EU) 2015/1535: `2023/0171/S`."""
    read = readable(text)
    if not _NOTIFICATION_NUMBER.fullmatch(read):
        raise errors.BadNotificationNumber(
            f"{shown(read)} is not a notification number: write year, number and country as in 2023/0171/S.", text=read
        )
    return read


def parse_municipality_code(text: str) -> str:
    """A municipality code: four digits, of which the first two are the county (`0180`)."""
    read = readable(text)
    if not re.fullmatch("[0-9]{4}", read):
        raise errors.BadMunicipalityCode(
            f"{shown(read)} is not a municipality code: write four digits, leading zero included, as in 0180.",
            text=read,
        )
    return read


def parse_county_code(text: str) -> str:
    """A county code: two digits (`01`)."""
    read = readable(text)
    if not re.fullmatch("[0-9]{2}", read):
        raise errors.BadCountyCode(
            f"{shown(read)} is not a county code: write two digits, leading zero included, as in 01.", text=read
        )
    return read


def parse_key(text: str) -> str:
    """The key of a register object: words of lower-case ASCII letters and digits, joined by hyphens."""
    read = readable(text)
    if len(read) > LONGEST_KEY or not _KEY.fullmatch(read):
        raise errors.BadKey(
            f"{shown(read)} is not a key: write lower-case letters a to z and digits, words joined by single hyphens, "
            f"at most {LONGEST_KEY} characters.",
            text=read,
        )
    return read


def key_from_name(name: str) -> str:
    """A key made from a name: `Åklagarmyndigheten` gives `aklagarmyndigheten`.

    Two names may give one key; whoever needs it unique adds a word. A long name is cut at 120 characters, not mid-word
    where that can be helped.
    """
    read = readable(name)
    plain = _without_marks(read.lower().translate(_LETTERS_WITHOUT_DECOMPOSITION))
    words = re.findall("[a-z0-9]+", plain)
    if not words:
        raise errors.BadKey(
            f"No key can be made from {shown(read)}: it has no letter a to z and no digit. Give a key.", text=read
        )
    return _cut("-".join(words))


def _cut(key: str) -> str:
    if len(key) <= LONGEST_KEY:
        return key
    whole_words, _, _ = key[: LONGEST_KEY + 1].rpartition("-")
    return whole_words or key[:LONGEST_KEY]


def swedish_sort_key(name: str) -> str:
    """ASCII text whose bytewise order is the Swedish alphabet's order of names.

    Digits, then a to z with w after v, then å, ä, ö, then other scripts. Case and other accents do not count (é as e),
    punctuation counts as one blank. Names that differ only so have equal keys: order by the object's key next.
    """
    letters = unicodedata.normalize("NFC", readable(name)).lower()
    return " ".join("".join(_FILED_AS.get(letter) or _filed_plainly(letter) for letter in letters).split())


def _filed_plainly(letter: str) -> str:
    plain = _without_marks(letter.translate(_LETTERS_WITHOUT_DECOMPOSITION))
    return "".join(map(_sort_character, plain))


def _sort_character(character: str) -> str:
    if not character.isalnum():
        return " "
    return character if character.isascii() else f"{_BEYOND_THE_ALPHABET}{ord(character):06x}"


def _without_marks(text: str) -> str:
    """`text` with accents taken off; what has no plain letter beneath stays as it is."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def parse_month(text: str) -> date:
    """The first day of a calendar month written `YYYY-MM`."""
    read = readable(text)
    form = _MONTH.fullmatch(read)
    try:
        return date.fromisoformat(f"{form[0]}-01" if form else "")
    except ValueError:
        raise errors.BadMonth(f"{shown(read)} is not a month: write year and month as in 2026-01.", text=read) from None
