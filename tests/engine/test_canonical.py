"""Examples of RFC 8785, and what goes beyond it: NFC, refusals with a path."""

import json
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import ModelError, canonical

# RFC 8785, appendix B: IEEE 754 bits and their ECMAScript form.
NUMBERS = [
    ("0000000000000000", "0"),
    ("8000000000000000", "0"),
    ("0000000000000001", "5e-324"),
    ("8000000000000001", "-5e-324"),
    ("7fefffffffffffff", "1.7976931348623157e+308"),
    ("ffefffffffffffff", "-1.7976931348623157e+308"),
    ("4340000000000000", "9007199254740992"),
    ("c340000000000000", "-9007199254740992"),
    ("4430000000000000", "295147905179352830000"),
    ("44b52d02c7e14af5", "9.999999999999997e+22"),
    ("44b52d02c7e14af6", "1e+23"),
    ("44b52d02c7e14af7", "1.0000000000000001e+23"),
    ("444b1ae4d6e2ef4e", "999999999999999700000"),
    ("444b1ae4d6e2ef4f", "999999999999999900000"),
    ("444b1ae4d6e2ef50", "1e+21"),
    ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
    ("3eb0c6f7a0b5ed8d", "0.000001"),
    ("41b3de4355555553", "333333333.3333332"),
    ("41b3de4355555554", "333333333.33333325"),
    ("41b3de4355555555", "333333333.3333333"),
    ("41b3de4355555556", "333333333.3333334"),
    ("41b3de4355555557", "333333333.33333343"),
    ("becbf647612f3696", "-0.0000033333333333333333"),
    ("43143ff3c1cb0959", "1424953923781206.2"),
]


@pytest.mark.parametrize(("bits", "text"), NUMBERS)
def test_a_number_is_written_as_ecmascript_writes_it(bits: str, text: str) -> None:
    (value,) = struct.unpack(">d", bytes.fromhex(bits))
    assert canonical.dumps(value).decode() == text


def test_the_example_of_section_3_2_2_has_the_bytes_of_section_3_2_4() -> None:
    value = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    expected = (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )
    assert canonical.dumps(value) == expected.encode()


def test_keys_are_sorted_by_utf_16_code_units_as_in_section_3_2_3() -> None:
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    order = list(json.loads(canonical.dumps(value, nfc=False)).values())
    assert order == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_all_control_signs_are_escaped_in_their_shortest_form() -> None:
    text = "".join(map(chr, range(32)))
    assert canonical.dumps(text) == json.dumps(text).encode()


def test_text_in_two_unicode_forms_has_one_hash() -> None:
    assert canonical.sha256({"place": "Ménaka"}) == canonical.sha256({"place": "Me\u0301naka"})


def test_an_integer_and_the_equal_float_have_one_hash() -> None:
    assert canonical.dumps({"a": [1, -3, 100, 2**60]}) == canonical.dumps({"a": [1.0, -3.0, 100.0, 2.0**60]})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"a": [1, float("nan")]}, "a[1]: NaN"),
        ({"a": {"b": float("-inf")}}, "a.b: NaN and infinities"),
        ({"a": 2**53 + 1}, "a: is an integer that"),
        ({"a": 10**400}, "a: is an integer that"),
        ({"a": "\ud800"}, "a: half of a surrogate pair"),
        ({"a\ud800": 1}, "half of a surrogate pair"),
        ({"é": 1, "e\u0301": 2}, "the key 'é' comes twice"),
        ({1: 2}, "the key 1 is not text"),
        ({"a": {1, 2}}, "a: JSON cannot hold a set"),
        ({"a": b"x"}, "a: JSON cannot hold a bytes"),
    ],
)
def test_what_json_cannot_hold_is_refused_with_its_path(value: object, message: str) -> None:
    with pytest.raises(ModelError) as refusal:
        canonical.dumps(value)
    assert str(refusal.value).startswith(message)


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_as_the_same_float(value: float) -> None:
    assert float(canonical.number(value)) == value


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@settings(deadline=None)
@given(JSON)
def test_canonical_bytes_are_json_and_canonical_again(value: object) -> None:
    try:
        once = canonical.dumps(value)
    except ModelError:  # two keys that NFC makes one
        return
    assert canonical.dumps(json.loads(once)) == once
