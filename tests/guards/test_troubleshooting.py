"""Every sentence that a run may end with stands on the page about them, and none that no run says any more."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "troubleshooting.md"
GIVEN_BY_THE_CALLER = {"UnsupportedRasterError", "MaskFileError", "OptionError"}
"""What they say is worded where they are raised; they have a row or a paragraph all the same."""


def literals(node: ast.AST) -> str:
    """The fixed words of a node's texts, in order."""
    return " ... ".join(
        part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


def sentences() -> dict[str, str]:
    """The fixed words of every class that says something, by its name."""
    classes = [
        node
        for path in sorted((ROOT / "core").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    known, grown = {"EvenlightError"}, True
    while grown:
        own = {node.name for node in classes if {ast.unparse(base) for base in node.bases} & known}
        grown, known = not own <= known, known | own
    found = {}
    for node in classes:
        if node.name in known:
            inits = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
            text = " ".join(literals(statement) for init in inits for statement in init.body)
            if len(text) > 10:
                found[node.name] = text
    return found


SENTENCES = sentences()
QUOTED = [
    [piece.strip() for piece in quoted.split("…") if piece.strip(" :;")]
    for row in re.findall(r"(?m)^\| (\".*?\") \|", PAGE.read_text(encoding="utf-8"))
    for quoted in re.findall(r'"([^"]+)"', row)
]


def says(sentence: str, pieces: list[str]) -> bool:
    """Whether the fixed words of a sentence hold all of these."""
    return all(piece.strip(" :;,") in sentence for piece in pieces)


def said_by(pieces: list[str]) -> list[str]:
    return [name for name, sentence in SENTENCES.items() if says(sentence, pieces)]


@pytest.mark.parametrize("name", sorted(set(SENTENCES) - GIVEN_BY_THE_CALLER))
def test_every_sentence_is_explained(name):
    """By words that few others have."""
    names = [said_by(pieces) for pieces in QUOTED if pieces]
    assert [found for found in names if name in found and len(found) <= 2], SENTENCES[name]


@pytest.mark.parametrize("pieces", [pieces for pieces in QUOTED if pieces], ids=" ... ".join)
def test_every_explained_sentence_exists(pieces):
    assert said_by(pieces)
