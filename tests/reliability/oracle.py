"""What must hold of every run, whatever happens to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
from osgeo import gdal

from .place import Tree, part
from .runs import Answer

REMEDY = re.compile(
    r"(?:[:;,]|\.) (?:[\w ]+ and )?(?:choose|get|remove|restore|free|check|save|run|wait|give|close|correct|repair|"
    r"assign|add|use|set|delete|make|put|change|write|raise|lower|transform|extract|draw|leave|load|keep|move|empty|"
    r"look|start|unset|or )\b",
    re.IGNORECASE,
)
"""How the part of a sentence begins that says what to do."""

BROKEN = re.compile(r"Traceback|\b[A-Za-z]+(?:Error|Exception)\b|\bobject at 0x|, line \d+|<class ")
"""What no sentence for a user holds."""

LONGEST = 1500
"""Characters of a sentence."""

LEAST_RATIO, MOST_RATIO = 0.1, 10.0
"""Contrast of a result over that of its image beyond which a warning is due."""

MOST_CLIPPED = 0.2
"""Share of a band's pixels that a run may drive to the ends of its type."""


class NotHeld(Exception):
    """A promise that was broken, in a few words."""


def demand(holds: bool, why: str) -> None:
    """Raise `NotHeld` unless something holds."""
    if not holds:
        raise NotHeld(why)


def demand_sentence(text: str, names: Collection[str] = ()) -> None:
    """One sentence for the user, per problem: no traceback, a remedy, and one of the files it is about."""
    broken = BROKEN.search(text)
    demand(broken is None, f'a traceback or the like ("{broken and broken[0]}"): {text[-400:]}')
    lines = [line for line in text.splitlines() if line.strip() and line != "Unable to execute algorithm"]
    demand(bool(lines), "nothing was said")
    demand(len(set(lines)) == len(lines), f"said twice: {text[:400]}")
    demand(len(text) <= LONGEST * len(lines), f"a sentence of {len(text)} characters: {text[:200]}")
    for line in lines:
        demand(bool(REMEDY.search(line)), f"no remedy: {line[:400]}")
    demand(not names or any(name in text for name in names), f"not named ({', '.join(names)}): {text[:400]}")


def differences(found: Tree, wanted: Tree) -> str:
    """How two trees differ, in a few words; empty where they do not."""
    more, less = sorted(found.keys() - wanted.keys()), sorted(wanted.keys() - found.keys())
    other = sorted(name for name in found.keys() & wanted.keys() if found[name] != wanted[name])
    parts = {"left": more, "missing": less, "different": other}
    return "; ".join(f"{word}: {', '.join(names[:4])}" for word, names in parts.items() if names)


def demand_tree(found: Tree, wanted: Tree, when: str) -> None:
    """The files are these, byte for byte, and no others."""
    told = differences(found, wanted)
    demand(not told, f"{when}: {told}")


def demand_same_files(found: Tree, before: Tree) -> None:
    """Inputs are untouched, and outputs took the places of earlier ones: nothing is left, nothing is missing."""
    demand(found.keys() == before.keys(), f"left or missing: {sorted(found.keys() ^ before.keys())}")
    demand_tree(part(found, "in/"), part(before, "in/"), "inputs")


def demand_sane(images: Sequence[str], answer: Answer) -> None:
    """No collapsed, exploded or clipped result without a word about its image."""
    for image, output in zip(images, answer.outputs["OUTPUT"]):
        before, after = gdal.Open(image).ReadAsArray().astype(float), gdal.Open(output).ReadAsArray()
        warned = any(Path(image).stem in text for text in answer.warnings)
        for band, (one, two) in enumerate(zip(np.atleast_3d(before), np.atleast_3d(after)), start=1):
            valid = one != 0
            demand(bool(np.isfinite(two[valid]).all()), f"{Path(output).name} band {band}: not finite")
            ratio = np.std(two[valid].astype(float)) / np.std(one[valid])
            if not LEAST_RATIO <= ratio <= MOST_RATIO:
                demand(warned, f"{Path(output).name} band {band}: contrast times {ratio:.3g} without a warning")
            if two.dtype.kind != "f":
                limits = np.iinfo(two.dtype)
                clipped = np.mean((two[valid] <= max(limits.min, 1)) | (two[valid] == limits.max))
                demand(clipped <= MOST_CLIPPED, f"{Path(output).name} band {band}: {clipped:.0%} clipped")
