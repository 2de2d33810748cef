"""Conditions mean what they say, and what cannot be read is told with its place."""

from __future__ import annotations

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from evenlight.core.masks.errors import ExpressionError
from evenlight.core.masks.expression import Percentile, parse

BANDS = {
    "B1": np.array([[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]]),
    "B2": np.array([[5.0, 4.0, 3.0, 2.0, 1.0, 0.0]]),
    "red": np.array([[1.0, 1.0, 2.0, 2.0, 4.0, 0.0]]),
}


def answer(text, percentiles=None):
    """1 and 0, and a dot where there is no answer."""
    expression = parse(text)
    truth = expression.evaluate({name: BANDS[name] for name in expression.bands}, percentiles or {})
    return "".join("." if not k else str(int(t)) for t, k in zip(truth.true[0], truth.known[0]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B1 > 2", "000111"),
        ("b1 >= 2", "001111"),
        ("B01 < 2", "110000"),
        ("B1 <= 2", "111000"),
        ("B1 = 2", "001000"),
        ("B1 == 2", "001000"),
        ("B1 != 2", "110111"),
        ("B1 <> 2", "110111"),
        ("2 < B1", "000111"),
        ("B1 + B2 = 5", "111111"),
        ("B1 - B2 - 1 = 0", "000100"),
        ("B1 - (B2 - 1) = 0", "001000"),
        ("B1 + 2 * B2 > 7", "111000"),
        ("(B1 + 2) * B2 > 11", "011000"),
        ("12 / 3 / 2 = B1", "001000"),
        ("12 / (3 / 2) = B1 * 2", "000010"),
        ("-B1 < -3", "000011"),
        ("--B1 > +3", "000011"),
        ("2 - -1 = B1", "000100"),
        ("B1 > 0.5e1 - 1.", "000001"),
        ("B1 > .5", "011111"),
        ("B1 > 1 and B2 > 1", "001100"),
        ("B1 > 4 or B2 > 4", "100001"),
        ("B1 > 4 or B2 > 4 and B1 > 4", "000001"),
        ("(B1 > 4 or B2 > 4) and B1 > 4", "000001"),
        ("B2 > 4 or B1 > 4 and B2 > 4", "100000"),
        ("not B1 > 2", "111000"),
        ("NOT not B1 > 2", "000111"),
        ("not (B1 > 2 And B2 > 1)", "111011"),
        ("not B1 > 2 or B2 = 0", "111001"),
        ("red > 1", "001110"),
        (" ( ( B1>2 ) )\n", "000111"),
    ],
)
def test_a_condition_means_what_it_says(text, expected):
    assert answer(text) == expected


@pytest.mark.parametrize(
    ("text", "deepest"),
    [
        ("B1 > 2", 2),
        ("not -B1 + 2 + 3 + 4 > 2 and B2 < 3", 3),
        ("B1 + (B2 + (B1 + (B2 - 1))) > 2", 5),
        ("B1 > 1 or B2 > 1 and (B1 > 2 or B2 > 2)", 5),
    ],
)
def test_the_deepest_stack_is_known(text, deepest):
    assert parse(text).deepest == deepest


def test_percentiles_are_named_with_their_band():
    assert answer("B1 > 97.5%B1", {Percentile(97.5, "B1"): 3.0}) == "000011"
    expression = parse("B1 > 97.5%B1 and B1 > 5%red or B1 < 5 % RED")
    assert expression.percentiles == (Percentile(97.5, "B1"), Percentile(5.0, "red"))
    assert expression.bands == ("B1", "red")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B1 / B2 > 1", "00011."),
        ("1 / (B1 / B2) > 1", ".1100."),
        ("0 * (1 / B2) = 0", "11111."),
        ("not B1 / B2 > 1", "11100."),
        ("B2 > 0 and B1 / B2 > 1", "000110"),
        ("B1 / B2 > 1 and B2 > 0", "000110"),
        ("B2 = 0 or B1 / B2 > 1", "000111"),
        ("B2 > 9 or B1 / B2 > 1", "00011."),
        ("1 / 0 > B1", "......"),
    ],
)
def test_a_division_by_zero_has_no_answer_unless_it_does_not_matter(text, expected):
    assert answer(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("", 0, "belongs here"),
        ("B1", 2, "a number is no condition"),
        ("5%B1", 4, "a number is no condition"),
        ("1 > 0", 5, "no band is named"),
        ("B1 >", 4, "a number, a band such as B1"),
        ("B1 >> 3", 4, "a number, a band such as B1"),
        ("(B1 > 3", 7, "the ( at character 1"),
        ("B1 > 3)", 6, "an operator"),
        ("B1 > 3 B2", 7, "an operator"),
        ("B1 + (B2 > 3) > 2", 5, "a number and no condition"),
        ("(B2 > 3) * 2 > 2", 0, "a number and no condition"),
        ("(B1 > 3) > 2", 0, "a number and no condition"),
        ("B1 > 3 and 5", 11, "a condition such as B1 > 3"),
        ("B1 or B2 > 3", 0, "a condition such as B1 > 3"),
        ("not B1", 4, "a condition such as B1 > 3"),
        ("not", 3, "belongs here"),
        ("-(B1 > 3) > 2", 1, "a number and no condition"),
        ("1 < B1 < 3", 7, "write B1 > 3 and B1 < 9"),
        ("B0 > 3", 0, "bands are called B1, B2"),
        ("ndvi > 3", 0, "bands are called B1, B2"),
        ("B1 > 0,5", 6, "use numbers with a point"),
        ("B1 > 3 & B2 > 4", 7, "the words and, or, not"),
        ("101%B1 < B1", 0, "between 0 and 100"),
        ("5% > B1", 3, "the band of the percentile"),
        ("5%and", 2, "bands are called"),
        ("B1 > 1e999", 5, "too large"),
        ("__import__('os')", 11, "use numbers"),
        ("(" * 50 + "B1" + ")" * 50 + " > 3", 40, "no more than 40"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, place, what):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.place == place
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)
    where = f"at character {place + 1}, before" if place < len(text) else "at its end"
    assert where in str(caught.value)


def test_long_conditions_do_not_recurse():
    """Ten thousand terms, and as many signs."""
    text = " + ".join(["B1"] * 10_000) + " > " + "-" * 10_000 + "3"
    assert answer(text) == "011111"
    assert answer("not " * 9_999 + "B1 > 2") == "111000"


@given(st.text(alphabet="B12%().<>=!+-*/ andornotredx_5e,", max_size=40))
@settings(max_examples=500, deadline=None)
def test_any_text_is_read_or_refused_with_a_sentence(text):
    """Never another error; what is read can be worked out."""
    try:
        expression = parse(text)
    except ExpressionError as error:
        assert 0 <= error.place <= len(text)
        return
    bands = {name: np.ones((2, 2)) for name in expression.bands}
    truth = expression.evaluate(bands, dict.fromkeys(expression.percentiles, 1.0))
    assert truth.true.shape == truth.known.shape == (2, 2)
    assert not (truth.true & ~truth.known).any()


@given(st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 9)), max_size=8))
@settings(deadline=None)
def test_arithmetic_is_that_of_everyone(parts):
    """Precedence and order as Python has them."""
    text = "B1" + "".join(f" {sign} {number}" for sign, number in parts)
    value = 3.0
    total, product = 0.0, value
    for sign, number in parts:
        if sign == "*":
            product *= number
        else:
            total, product = total + product, float(number if sign == "+" else -number)
    expected = total + product
    truth = parse(f"{text} = {expected:.1f}").evaluate({"B1": np.array([[value]])}, {})
    assert truth.true.all()
