"""Every warning of the core says what to do: one without a remedy is information."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REMEDY = re.compile(
    r"\b(add|align|bring|check|choose|correct|delete|enlarge|find|free|give|leave|look|lower|mask it|mask the change|"
    r"move|name one|raise|rearrange|resample|run (it|without|again|Balance)|"
    r"save|try|turn|use|blank|convert|always leaves (it|them) out|"
    r"want NORMALISE off)\b",
    re.IGNORECASE,
)
"""How a remedy begins."""
WORDED_ELSEWHERE = {
    "core/log.py": "passes on what it was given",
    "core/progress.py": "passes on what it was given",
    "core/radiometry/session.py": "passes on what it was given",
    "core/jobs/overlap_report.py": "the findings of core/report/reasons.py, see tests/core/report/test_reasons.py",
    "core/jobs/unused.py": "says under which choice a setting counts, which is what to do",
    "core/jobs/closing.py": "the advice of core/radiometry/verdict.py, see tests/core/radiometry/test_verdict.py",
}
"""Files whose calls have no words of their own."""
LISTED_ELSEWHERE = ("unusual", "rounded_away", "unused")
"""Functions that give lists of warnings, whose words are looked at by themselves."""


def texts_of(node: ast.AST, names: dict[str, ast.AST]) -> str:
    """The fixed words of an expression, with those of the names that it is made of."""
    parts = []
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            parts.append(part.value)
        elif isinstance(part, ast.Name) and part.id in names:
            parts.append(texts_of(names.pop(part.id), names))
        elif isinstance(part, ast.Call):
            called = getattr(part.func, "id", getattr(part.func, "attr", ""))
            if called in names:
                parts.append(texts_of(names.pop(called), names))
    return " ".join(parts)


def assigned(tree: ast.AST) -> dict[str, ast.AST]:
    """Expressions of all names in a file: what they are assigned, and what functions give back."""
    found: dict[str, ast.AST] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, ast.Module([], []))
            found[node.targets[0].id] = ast.Tuple([found[node.targets[0].id], node.value])
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id in found:
            found[node.target.id] = ast.Tuple([found[node.target.id], node.value])
        elif isinstance(node, ast.For) and isinstance(node.target, ast.Name):
            found[node.target.id] = node.iter
        elif isinstance(node, ast.FunctionDef):
            returns = (part.value for part in ast.walk(node) if isinstance(part, ast.Return))
            found[node.name] = ast.Tuple([*filter(None, returns)])
    return found


def imported(tree: ast.AST, path: Path) -> dict[str, ast.AST]:
    """The same of functions and constants that come from other files of the core."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            source = path.parents[node.level - 1].joinpath(*node.module.split(".")).with_suffix(".py")
            if source.exists():
                known = assigned(ast.parse(source.read_text(encoding="utf-8")))
                found.update({alias.name: known[alias.name] for alias in node.names if alias.name in known})
    return found


def warnings() -> list[tuple[str, str]]:
    """Where each warning is, and its fixed words."""
    found = []
    for path in sorted((ROOT / "core").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name in WORDED_ELSEWHERE:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {**imported(tree, path), **assigned(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "warn" and node.args:
                source = ast.unparse(names.get(ast.unparse(node.args[0]), tree))
                if not any(word in source for word in LISTED_ELSEWHERE):
                    found.append((f"{name}:{node.lineno}", texts_of(node.args[0], dict(names))))
            elif isinstance(node, ast.FunctionDef) and node.name in LISTED_ELSEWHERE:
                body = ast.Module(node.body[1:], [])
                found.append((f"{name}:{node.lineno}", texts_of(body, {})))
    return found


WARNINGS = warnings()


def test_there_are_warnings():
    assert len(WARNINGS) > 40


@pytest.mark.parametrize(("place", "text"), WARNINGS, ids=[place for place, _ in WARNINGS])
def test_a_warning_says_what_to_do(place, text):
    assert REMEDY.search(text), f"{place}: {text}"
