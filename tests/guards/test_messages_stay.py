"""A message stays one on its way to the user: no operation that makes a plain, English text of it."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import evenlight

CORE = sorted((Path(evenlight.__file__).parent / "core").rglob("*.py"))
MAKERS = ("Message", "counted", "joined", "some", "because")
"""Functions that give messages."""
OF_PLAIN_TEXTS = {name for name in dir(str) if not name.startswith("_")}


def test_no_message_becomes_a_plain_text():
    assert len(CORE) > 100
    found = ((path, fault) for path in CORE for fault in faults(ast.parse(path.read_text(encoding="utf-8"))))
    assert [f"{path.name}:{line}: {what}" for path, (line, what) in found] == []


@pytest.mark.parametrize("line", [
    'class A(OddError):\n    def __init__(self):\n        super().__init__("it is odd")',
    'class A(OddError):\n    def __init__(self, it):\n        super().__init__(f"{it} is odd")',
    'raise OddError("SIZE", 3, "as many as images")',
    'raise OddError("SIZE", 3, f"{n} files")',
    'Message("a") * many',
    'Message("a").rstrip(".")',
    'counted(3, "image")[:2]',
    'f"{name}: {some(paths)}"',
    'some(f"{name}: lost" for name in names)',
    'Message("{a}", a=f" ({state})")',
    'Message("{a}", a="an image")',
    'Message("a") if there else "nodata"',
    'try:\n    go()\nexcept OddError as error:\n    tell(str(error).rstrip("."))',
])  # fmt: skip
def test_what_makes_a_plain_text_is_found(line):
    assert len(list(faults(ast.parse(line)))) == 1


@pytest.mark.parametrize("line", [
    'raise OddError("SIZE", f"{a} x {b}", Message("one that fits"))',
    'raise ValueError("odd")',
    'Message("{a}", a=f"{value:.3f}")',
    'Message("a") if there else ""',
    'some(f"{value:g}" for value in values)',
    'Message("a") + Message("b")',
    'str(path).rstrip("/")',
])  # fmt: skip
def test_what_stays_a_message_is_let_alone(line):
    assert list(faults(ast.parse(line))) == []


def faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line, and what is written there."""
    for node in ast.walk(tree):
        for wrong in _wrong_in(node):
            yield wrong.lineno, ast.unparse(wrong)


def _wrong_in(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Add):
        yield from [node] if _makes(node.left) or _makes(node.right) else []
    elif (isinstance(node, ast.Attribute) and node.attr in OF_PLAIN_TEXTS) or isinstance(node, ast.Subscript):
        yield from [node] if _makes(node.value) else []
    elif isinstance(node, ast.FormattedValue):
        yield from [node] if any(map(_makes, ast.walk(node.value))) else []
    elif isinstance(node, ast.IfExp):
        yield from [node] if _makes(node.body) != _makes(node.orelse) and _plain(node.body, node.orelse) else []
    elif isinstance(node, ast.ExceptHandler) and node.name:
        changed = (inner for inner in ast.walk(node) if isinstance(inner, ast.Attribute))
        text = f"str({node.name})"
        yield from (inner for inner in changed if inner.attr in OF_PLAIN_TEXTS and ast.unparse(inner.value) == text)
    elif isinstance(node, ast.Call):
        yield from _wrong_arguments(node)


def _wrong_arguments(call: ast.Call) -> Iterator[ast.AST]:
    name = _called(call)
    if name == "Message":
        yield from (one.value for one in call.keywords if _plain(one.value) or _wrapped(one.value))
    elif name == "some":
        yield from (one for one in call.args if isinstance(one, ast.GeneratorExp) and _plain(one.elt))
    elif call.args and (ast.unparse(call.func) == "super().__init__" or (
        name.endswith("Error") and not hasattr(builtins, name)
    )):  # fmt: skip
        # the last one says what is wrong, or what is allowed
        yield from [call.args[-1]] if _plain(call.args[-1]) else []


def _called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def _makes(node: ast.AST) -> bool:
    return _called(node) in MAKERS


def _plain(*nodes: ast.AST) -> bool:
    """Whether one of them is a text with words that is written out."""
    parts = [part for node in nodes for part in (node.values if isinstance(node, ast.JoinedStr) else [node])]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(re.search("[a-z]{2}", text) for text in texts)


def _wrapped(node: ast.AST) -> bool:
    """Whether an f-string puts something around a value that may be a message."""
    if isinstance(node, ast.IfExp):
        return _wrapped(node.body) or _wrapped(node.orelse)
    values = node.values if isinstance(node, ast.JoinedStr) else []
    return len(values) > 1 and any(isinstance(one, ast.FormattedValue) and one.format_spec is None for one in values)
