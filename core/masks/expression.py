"""Conditions on the bands of an image, as users write them: ``(B8 - B4) / (B8 + B4) > 0.3 and B1 < 95%B1``.

    condition   = clause { "or" clause }
    clause      = term { "and" term }
    term        = { "not" } comparison
    comparison  = sum [ ("<" | "<=" | ">" | ">=" | "=" | "!=") sum ]
    sum         = product { ("+" | "-") product }
    product     = factor { ("*" | "/") factor }
    factor      = { "+" | "-" } ( number | band | number "%" band | "(" condition ")" )
    band        = "B" digits | "blue" | "green" | "red" | "nir" | "swir"

``5%B1`` is the value below which 5 % of the band's valid pixels lie.  Capitals make no difference.
A text becomes a list of steps for a stack, so however long it is, nothing recurses while pixels
are looked at.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from ..messages import Message, joined
from .errors import ExpressionError

ROLES = ("blue", "green", "red", "nir", "swir")
"""Names of bands by their colour."""

DEEPEST = 40
"""Parentheses within parentheses."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<word>[^\W\d]\w*)|(?P<sign><=|>=|==|!=|<>|[-+*/%()<>=]))"
)
_SAME_SIGN = {"==": "=", "<>": "!="}
_COMPARISONS = ("<", "<=", ">", ">=", "=", "!=")
_NOT = 3
_TIGHTNESS = {"or": 1, "and": 2, **dict.fromkeys(_COMPARISONS, 4), "+": 5, "-": 5, "*": 6, "/": 6}
"""How tightly operators bind; ``not`` binds as `_NOT`, signs bind most."""
_WORDS = ("and", "or", "not")
_WANTED = {
    True: Message("a condition such as B1 > 3 belongs here"),
    False: Message("a number and no condition belongs here"),
}
_OPERAND = Message("a number, a band such as B1, a percentile such as 5%B1 or ( belongs here")


class Percentile(NamedTuple):
    """The value below which a share of a band's valid pixels lie."""

    share: float
    """Per cent, 0 to 100."""
    band: str


class Truth(NamedTuple):
    """The answer of a condition for every pixel."""

    true: np.ndarray
    """Where it holds, bool; never where it is not known."""
    known: np.ndarray
    """Where it can be answered, bool: a division by zero has no answer."""


class Step(NamedTuple):
    """One step of an evaluation: put a value on the stack, or work on what is there."""

    action: str
    """``value``, ``band``, ``percentile``, or an operator."""
    operand: float | str | Percentile | None = None


class Expression(NamedTuple):
    """A condition that was read."""

    text: str
    steps: tuple[Step, ...]
    bands: tuple[str, ...]
    """Names of all bands it looks at, such as ``B4`` or ``red``, in the order of their first use."""
    deepest: int
    """The most values that lie on the stack at once."""

    @property
    def percentiles(self) -> tuple[Percentile, ...]:
        """The percentiles that must be known before pixels are looked at."""
        return tuple(dict.fromkeys(step.operand for step in self.steps if step.action == "percentile"))

    def evaluate(self, bands: Mapping[str, np.ndarray], percentiles: Mapping[Percentile, float]) -> Truth:
        """The condition for every pixel; ``bands`` are float64 arrays of one shape."""
        stack: list = []
        with np.errstate(all="ignore"):
            for step in self.steps:
                if step.action == "value":
                    stack.append(np.float64(step.operand))
                elif step.action == "band":
                    stack.append(bands[step.operand])
                elif step.action == "percentile":
                    stack.append(np.float64(percentiles[step.operand]))
                else:
                    function, operands = _OPERATIONS[step.action]
                    stack[-operands:] = [function(*stack[-operands:])]
        shape = next(iter(bands.values())).shape
        return Truth(*(np.broadcast_to(part, shape) for part in stack[0]))


def _divide(one, other):
    """Quotient; NaN where it is divided by zero, so that nothing made from it counts as known."""
    return np.where(other == 0, np.nan, one / other)


def _compare(operator: Callable) -> Callable:
    def compare(one, other) -> Truth:
        known = np.isfinite(one) & np.isfinite(other)
        return Truth(operator(one, other) & known, known)

    return compare


def _and(one: Truth, other: Truth) -> Truth:
    """What is certainly false on one side is false whatever the other side is."""
    false = (one.known & ~one.true) | (other.known & ~other.true)
    return Truth(one.true & other.true, (one.known & other.known) | false)


def _or(one: Truth, other: Truth) -> Truth:
    """What is certainly true on one side is true whatever the other side is."""
    true = one.true | other.true
    return Truth(true, (one.known & other.known) | true)


def _not(one: Truth) -> Truth:
    return Truth(one.known & ~one.true, one.known)


_OPERATIONS: dict[str, tuple[Callable, int]] = {
    "+": (np.add, 2),
    "-": (np.subtract, 2),
    "*": (np.multiply, 2),
    "/": (_divide, 2),
    "negative": (np.negative, 1),
    "<": (_compare(np.less), 2),
    "<=": (_compare(np.less_equal), 2),
    ">": (_compare(np.greater), 2),
    ">=": (_compare(np.greater_equal), 2),
    "=": (_compare(np.equal), 2),
    "!=": (_compare(np.not_equal), 2),
    "and": (_and, 2),
    "or": (_or, 2),
    "not": (_not, 1),
}
"""Every operator with the number of its operands."""


def _deepest(steps: Sequence[Step]) -> int:
    """The most values that lie on the stack at once."""
    operands = [_OPERATIONS[step.action][1] if step.action in _OPERATIONS else 0 for step in steps]
    return max(accumulate(1 - number for number in operands))


def parse(text: str) -> Expression:
    """Read a condition.

    Raises `ExpressionError` with the place of the first fault.
    """
    return _Parser(text).read()


class _Token(NamedTuple):
    kind: str
    """``number``, ``word``, ``sign`` or ``end``."""
    text: str
    """In small letters."""
    place: int


def _tokens(text: str) -> list[_Token]:
    found = []
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            place += len(text[place:]) - len(text[place:].lstrip())
            raise ExpressionError(
                text, place, Message(
                    "use numbers with a point, bands, + - * / ( ), < <= > >= = != and the words and, or, not"
                )
            )
        kind = match.lastgroup or ""
        word = match[kind].lower()
        found.append(_Token(kind, _SAME_SIGN.get(word, word), match.start(kind)))
        place = match.end()
    return [*found, _Token("end", "", end)]


class _Parser:
    """Each method that reads answers whether it read a condition or a number."""

    def __init__(self, text: str):
        self._text = text.rstrip()
        self._tokens = _tokens(text)
        self._position = 0
        self._depth = 0
        self._steps: list[Step] = []
        self._bands: dict[str, None] = {}

    def read(self) -> Expression:
        """The whole text."""
        is_condition = self._expression()
        if self._next.kind != "end":
            raise self._fault(Message("an operator, and, or, or the end belongs here"))
        if not is_condition:
            raise self._fault(Message("a number is no condition, compare it with another one, such as > 0.3"))
        if not self._bands:
            raise self._fault(Message("no band is named, such as B1"))
        return Expression(self._text, tuple(self._steps), tuple(self._bands), _deepest(self._steps))

    @property
    def _next(self) -> _Token:
        return self._tokens[self._position]

    def _fault(self, what: str, place: int | None = None) -> ExpressionError:
        return ExpressionError(self._text, self._next.place if place is None else place, what)

    def _take(self, *texts: str) -> str | None:
        """The next sign or word, if it is one of these."""
        if self._next.kind not in ("sign", "word") or self._next.text not in texts:
            return None
        self._position += 1
        return self._tokens[self._position - 1].text

    def _operand(self, rule: Callable[[], bool], wants_condition: bool) -> None:
        """What an operator works on, which must be of the right kind."""
        place = self._next.place
        if rule() != wants_condition:
            raise self._fault(_WANTED[wants_condition], place)

    def _expression(self, least: int = 1) -> bool:
        """Operands and the operators between them that bind at least so tightly, from left to right (Pratt 1973)."""
        place = self._next.place
        is_condition = self._prefixed(least)
        while True:
            operator = self._take(*(word for word, tightness in _TIGHTNESS.items() if tightness >= least))
            if operator is None:
                return is_condition
            of_conditions = operator in ("or", "and")
            if is_condition != of_conditions:
                raise self._fault(_WANTED[of_conditions], place)
            self._operand(partial(self._expression, _TIGHTNESS[operator] + 1), of_conditions)
            self._steps.append(Step(operator))
            if operator in _COMPARISONS:
                is_condition = True
                if self._next.kind == "sign" and self._next.text in _COMPARISONS:
                    raise self._fault(Message("comparisons do not follow each other, write B1 > 3 and B1 < 9"))

    def _prefixed(self, least: int) -> bool:
        """An operand with what stands before it: ``not`` before a comparison, or signs."""
        before = ("not",) if least <= _NOT and self._next.text == "not" else ("+", "-")
        signs = list(iter(partial(self._take, *before), None))
        if not signs:
            return self._primary()
        negated = before == ("not",)
        self._operand(partial(self._expression, _NOT + 1) if negated else self._primary, negated)
        if (signs.count("not") + signs.count("-")) % 2:
            self._steps.append(Step("not" if negated else "negative"))
        return negated

    def _primary(self) -> bool:
        token = self._next
        if self._take("("):
            return self._parenthesis(token.place)
        if token.kind == "number":
            self._position += 1
            if self._take("%"):
                self._steps.append(Step("percentile", self._percentile(token)))
                return False
            if not math.isfinite(float(token.text)):
                raise self._fault(Message("this number is too large"), token.place)
            self._steps.append(Step("value", float(token.text)))
            return False
        if token.kind != "word" or token.text in _WORDS:
            raise self._fault(_OPERAND)
        self._steps.append(Step("band", self._band()))
        return False

    def _parenthesis(self, place: int) -> bool:
        self._depth += 1
        if self._depth > DEEPEST:
            what = Message("no more than {deepest} parentheses may lie within each other", deepest=DEEPEST)
            raise self._fault(what, place)
        is_condition = self._expression()
        if not self._take(")"):
            raise self._fault(Message(
                "an operator or the ) for the ( at character {place} belongs here", place=place + 1
            ))
        self._depth -= 1
        return is_condition

    def _percentile(self, share: _Token) -> Percentile:
        if float(share.text) > 100:
            raise self._fault(Message("a percentile lies between 0 and 100"), share.place)
        if self._next.kind != "word":
            raise self._fault(Message("the band of the percentile belongs here, such as 5%B1"))
        return Percentile(float(share.text), self._band())

    def _band(self) -> str:
        word = self._next.text
        number = re.fullmatch(r"b0*([1-9][0-9]{0,5})", word)
        if number is None and word not in ROLES:
            raise self._fault(Message("bands are called B1, B2 and so on, or {roles}", roles=joined(", ", ROLES)))
        self._position += 1
        name = f"B{number[1]}" if number else word
        self._bands[name] = None
        return name
