"""Seeded damage to bytes and to JSON."""

from __future__ import annotations

import copy
import json

import numpy as np


def damaged_bytes(random: np.random.Generator, content: bytes, first: int = 0) -> bytes:
    """Cut short, some bytes changed, or a run of them lost; changes lie within the ``first`` bytes, 0: anywhere."""
    most = min(first or len(content), len(content))
    kind = random.integers(6)
    if kind == 0:
        return content[: random.integers(len(content))]
    if kind == 1:
        start = int(random.integers(most))
        return content[:start] + bytes(int(random.integers(1, 64))) + content[start + 64:]
    if kind == 2:
        start = int(random.integers(most))
        return content[:start] + content[start + int(random.integers(1, 200)):]
    return flipped(random, content, first, int(random.choice([1, 1, 2, 8])))


def flipped(random: np.random.Generator, content: bytes, first: int = 0, count: int = 1) -> bytes:
    """Other values for some bytes."""
    most = min(first or len(content), len(content))
    changed = bytearray(content)
    for place in random.integers(most, size=count):
        changed[place] ^= int(random.integers(1, 256))
    return bytes(changed)


VALUES = (
    None, 0, -1, 1, -1e300, 1e300, 1e-300, 1e9, -1e9, 10**400, True, "", "text", "\x00", "\ud800", "x" * 100000, [], {},
    [[]], [None], float("nan"), float("inf"), 2**63, 0.5,
)  # fmt: skip
"""What a value becomes."""


def damaged_json(random: np.random.Generator, content: object) -> str:
    """A value replaced, a key or an element removed, doubled, nested deeply, or a number changed a lot or a little."""
    content = copy.deepcopy(content)
    places = [place for place in _places(content) if place]
    place = places[int(random.integers(len(places)))]
    holder = content
    for part in place[:-1]:
        holder = holder[part]
    key, value = place[-1], holder[place[-1]]
    kind = int(random.integers(8))
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, list):
        holder.append(copy.deepcopy(value))
    elif kind == 2:
        return json.dumps(content).replace(json.dumps(value), "[" * 100000 + "]" * 100000, 1)
    elif kind == 3:
        holder[key] = [value]
    elif kind in (4, 5) and isinstance(value, (int, float)) and not isinstance(value, bool):
        holder[key] = value * float(random.choice([-1, 1e-9, 0.01, 0.5, 0.99, 1.01, 2, 100, 1e9, 1e300]))
    else:
        holder[key] = VALUES[int(random.integers(len(VALUES)))]
    return json.dumps(content)


def _places(value: object, place: tuple = ()):
    """The way to every value, each kind of place as often as any other."""
    yield place
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from _places(part, (*place, key))
