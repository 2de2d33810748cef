"""Why overlaps do not agree: what their sums tell of clouds, water, other units and images that lie elsewhere.

Sums of cells tell two scales apart.  Of a pair, the correlation of cells' means is that of the ground as a whole, the
correlation within cells that of its detail.  Where the one is high and the other low, the images show the same ground
and their detail lies elsewhere, or is hidden by noise or blur.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..errors import some
from ..messages import Message
from ..radiometry.changed_ground import ChangedOverlap
from ..radiometry.solution import PairFit, Solution
from ..statistics.sums import PairSums, Sums
from ..thresholds import ALIKE_IN_DETAIL, ALIKE_IN_LARGE, APART

MASKS, ALIGNMENT, DIFFERENT = "masks.md", "alignment.md", "still-different.md"
"""Pages of the docs."""
LONGER = Message("Why results still look different")
"""What the last of them is called."""

FEWEST_CELLS = 4
"""Cells of an overlap whose means are compared."""

FEWEST_PAIRS, USUAL, NOT_ALIKE = 3, 0.6, 0.35
"""Pairs of which a median says what is usual, the part of it that is odd, and a correlation that always is."""

ODD = 2.0
"""Deviations of cells' means by which what one image shows on changed ground is odd, and times what the other's is."""


class Finding(NamedTuple):
    """What is wrong with images or overlaps, and what to do."""

    kind: str
    """``units``, ``misaligned``, ``bright``, ``dark``, ``changed`` or ``rejected``."""
    text: str
    """With its remedy."""
    page: str
    """Of the docs, see `Advice`."""
    title: str
    images: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...] = ()
    """Of the scene's images."""


def findings_of(solution: Solution) -> tuple[Finding, ...]:
    """What stands out in a solution, the plainest first."""
    found = [*_units(solution), *_misaligned(solution), *_changed(solution)]
    known = {pair for finding in found for pair in finding.pairs}
    return (*found, *_rejected(solution, known))


def _units(solution: Solution) -> list[Finding]:
    """Images whose values are several times those of all others, in every band."""
    if solution.step is None:
        return []
    images = solution.scene.images
    gain = np.abs(solution.step.common.gain[: len(images)])
    if not (gain > 0).all() or not np.isfinite(gain).all():
        return []
    ratio = np.log(np.median(gain, axis=0) / gain)
    if len(images) == 2:
        factor = float(np.exp(np.abs(np.log(gain[0] / gain[1])).min()))
        if factor < APART:
            return []
        large, small = (0, 1) if (gain[0] < gain[1]).all() else (1, 0)
        text = Message(
            "{first}: values are about {times} times those of {second}",
            first=images[large].name, times=_times(factor), second=images[small].name,
        )
        return [_of_units(text, (large,), ((0, 1),))]
    found = []
    for index in range(len(images)):
        factor = float(np.exp(np.abs(ratio[index]).min()))
        if factor >= APART and (np.sign(ratio[index]) == np.sign(ratio[index, 0])).all():
            times = factor if ratio[index, 0] > 0 else 1.0 / factor
            pairs = tuple(pair[:2] for pair in solution.pairs if index in pair[:2])
            text = Message(
                "{image}: values are about {times} times those of the other images",
                image=images[index].name, times=_times(times),
            )
            found.append(_of_units(text, (index,), pairs))
    return found


def _of_units(text: str, images: tuple[int, ...], pairs: Sequence[tuple[int, int]]) -> Finding:
    remedy = Message(
        "it is probably in another unit (reflectance and digital numbers, say). Bring all images into one unit "
        "first: scale and offset tags, or Raster calculator; or name the images whose values are right."
    )
    text = Message("{text}: {remedy}", text=text, remedy=remedy)
    return Finding("units", text, DIFFERENT, LONGER, images, tuple(pairs))


def _times(factor: float) -> str:
    return f"{factor:.3g}"


class Detail(NamedTuple):
    """Correlations of a pair, of the band that is alike most."""

    within: float
    """Of detail within cells."""
    between: float
    """Of the means of cells."""


def details_of(sums: Sums) -> dict[tuple[int, int], Detail]:
    """Of each pair with enough cells."""
    pairs = sums.pairs
    key = pairs.first * sums.images + pairs.second
    found = {}
    for one in np.unique(key):
        rows = pairs.chosen(key == one)
        if int((rows.count.max(axis=1, initial=0.0) > 1).sum()) >= FEWEST_CELLS:
            found[divmod(int(one), sums.images)] = _detail(rows)
    return found


def _detail(rows: PairSums) -> Detail:
    total = rows.count.sum(axis=0)
    safe = np.maximum(total, 1.0)
    ends = []
    for name in ("mean_first", "mean_second"):
        mean = getattr(rows, name)
        ends.append(mean - (rows.count * mean).sum(axis=0) / safe)
    between = _correlation(*(_dot(rows.count, a, b) for a, b in ((ends[0], ends[1]), (ends[0],) * 2, (ends[1],) * 2)))
    within = _correlation(*(values.sum(axis=0) for values in (rows.cross, rows.m2_first, rows.m2_second)))
    return Detail(float(within.max(initial=-1.0)), float(between.max(initial=-1.0)))


def _dot(count: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return (count * one * other).sum(axis=0)


def _correlation(cross: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    product = np.sqrt(first * second)
    return np.divide(cross, product, out=np.zeros_like(product), where=product > 0)


def _misaligned(solution: Solution) -> list[Finding]:
    """Images whose detail agrees with that of no neighbour, though the ground as a whole does."""
    if not solution.known.by_cell:
        return []
    details, images = details_of(solution.reading.common), solution.scene.images
    limit = _limit([detail.within for detail in details.values()])
    odd = {pair for pair, d in details.items() if d.within < limit and d.between >= ALIKE_IN_LARGE}
    if not odd:
        return []
    own = {n: [pair for pair in details if n in pair] for n in range(len(images))}
    alike = {pair for pair, detail in details.items() if detail.within >= ALIKE_IN_DETAIL}
    worst = [n for n, pairs in own.items() if odd.intersection(pairs) and not alike.intersection(pairs)]
    explained = {pair for n in worst for pair in own[n]}
    remedy = Message(
        "it probably lies beside its place, or is blurred or noisy. Align it first (Align to a reference, or "
        "Align overlapping images together)."
    )
    # where others agree in detail, those that agree with none of them are to blame
    if worst and alike and explained.issuperset(odd):
        return [
            Finding(
                "misaligned",
                Message(
                    "{image}: large features agree with its neighbours' (correlation {coarse:.2f}), detail does not "
                    "({fine:.2f}): {remedy}",
                    image=images[n].name, coarse=max(details[pair].between for pair in own[n]),
                    fine=max(details[pair].within for pair in own[n]), remedy=remedy,
                ),
                ALIGNMENT, Message("Alignment"), (n,), tuple(own[n]),
            )
            for n in worst
        ]  # fmt: skip
    pairs = tuple(sorted(odd))
    listed = (Message("{first} and {second}", first=images[a].name, second=images[b].name) for a, b in pairs)
    names, what = some(listed, quote=""), Message("its") if len(odd) == 1 else Message("their")
    level = max(details[pair].within for pair in odd)
    text = Message(
        "{names}: large features agree, detail does not (correlation {level:.2f} at most): one of the images "
        "probably lies beside {what} place, or is blurred or noisy. Align the images first (Align to a reference, "
        "or Align overlapping images together).",
        names=names, level=level, what=what,
    )
    named = tuple(sorted({n for pair in odd for n in pair}))
    return [Finding("misaligned", text, ALIGNMENT, Message("Alignment"), named, pairs)]


def _limit(within: Sequence[float]) -> float:
    """Correlation of detail below which a pair is odd: far under what others have, where there are others.

    Seasons and years change detail in all overlaps; one that is a little worse than they are is no error.
    """
    if len(within) < FEWEST_PAIRS:
        return ALIKE_IN_DETAIL
    return min(ALIKE_IN_DETAIL, max(USUAL * float(np.median(within)), NOT_ALIKE))


def _changed(solution: Solution) -> list[Finding]:
    """Images part of whose ground changed, and whether it is brighter or darker there."""
    found, names = [], [image.name for image in solution.scene.images]
    overlaps = solution.ground.changed.overlaps
    for image in sorted({overlap.image for overlap in overlaps}, key=lambda n: -1 if n is None else n):
        own = [overlap for overlap in overlaps if overlap.image == image]
        for group in [own] if image is not None else [[overlap] for overlap in own]:
            found.append(_change_of(solution, names, image, group))
    return found


def _change_of(
    solution: Solution, names: Sequence[str], image: int | None, overlaps: Sequence[ChangedOverlap]
) -> Finding:
    pairs = tuple((overlap.first, overlap.second) for overlap in overlaps)
    image = _odd_one(solution, overlaps[0]) if image is None else image
    brighter = _brightness(solution, image, overlaps)
    remedy = Message(
        "Balance leaves out what whole cells show of it; mask it (MASK, Mask polygons) where it still disturbs. "
        "Single pixels cannot agree there."
    )
    if image is not None:
        where = Message("{name}: part of its ground is", name=names[image])
        bright = Message("{where} brighter than its neighbours show it: clouds, haze or snow.", where=where)
        dark = Message(
            "{where} darker than its neighbours show it: water (a flood), shadow or burnt ground.", where=where
        )
        kind, text = ("bright", bright) if brighter > 0 else ("dark", dark)
        text = Message("{text} {remedy}", text=text, remedy=remedy)
        return Finding(kind, text, MASKS, Message("Masks"), (image,), pairs)
    first, second = pairs[0] if brighter > 0 else pairs[0][::-1]
    text = Message(
        "{first} and {second}: part of the common ground is brighter in the first: clouds, haze or snow in it, or "
        "water (a flood) or shadow in the second.",
        first=names[first], second=names[second],
    )
    text = Message("{text} {remedy}", text=text, remedy=remedy)
    return Finding("changed", text, MASKS, Message("Masks"), (first, second), pairs)


def _odd_one(solution: Solution, overlap: ChangedOverlap) -> int | None:
    """Which of two images shows on changed ground what it shows nowhere else in their overlap; None where neither."""
    pairs, counts = solution.ground.sums.pairs, solution.ground.changed.counts
    own = (pairs.first == overlap.first) & (pairs.second == overlap.second) & (pairs.count.min(axis=1) > 0)
    if not (own & counts).any() or not (own & ~counts).any():
        return None
    away = []
    for means in (pairs.mean_first, pairs.mean_second):
        usual, spread = means[own & counts].mean(axis=0), means[own & counts].std(axis=0)
        apart = np.abs(means[own & ~counts].mean(axis=0) - usual)
        away.append(float((apart / np.where(spread > 0, spread, np.inf)).mean()))
    if max(away) < ODD or max(away) < ODD * min(away):
        return None
    return overlap.first if away[0] > away[1] else overlap.second


def _brightness(solution: Solution, image: int | None, overlaps: Sequence[ChangedOverlap]) -> float:
    """How much brighter, in deviations, an image is than the others on changed ground; of None, the first of a pair."""
    sums, changed = solution.ground.sums, solution.ground.changed
    if solution.step is not None:
        own = slice(0, sums.images)
        sums = sums.adjusted(solution.step.common.gain[own], solution.step.common.offset[own])
    total = 0.0
    for overlap in overlaps:
        pairs = sums.pairs
        rows = pairs.chosen((pairs.first == overlap.first) & (pairs.second == overlap.second) & ~changed.counts)
        spread = np.sqrt((rows.m2_first + rows.m2_second).sum(axis=0) / np.maximum(2.0 * rows.count.sum(axis=0), 1.0))
        apart = (rows.mean_first - rows.mean_second) / np.where(spread > 0, spread, 1.0)
        # what changed is what differs most, also where a whole overlap is left out
        strong = rows.count * apart * np.abs(apart)
        total += float(strong.sum()) * (-1.0 if image == overlap.second else 1.0)
    return total


def _rejected(solution: Solution, known: set[tuple[int, int]]) -> list[Finding]:
    """Overlaps that contradict the others for no plainer reason."""
    names = [image.name for image in solution.scene.images]
    left = [pair for pair in solution.pairs if pair.rejected and pair[:2] not in known]
    found: dict[str, list[PairFit]] = {}
    for pair in left:
        found.setdefault(pair.rejected.cause, []).append(pair)
    result = []
    for cause, pairs in found.items():
        listed = (Message("{first} and {second}", first=names[one], second=names[two]) for one, two, *_ in pairs)
        listing = some(listed, quote="")
        strongest = max((pair.rejected.sigmas for pair in pairs), default=math.nan)
        remedy = Message("Look at the images there: mask what changed (MASK), or align images that lie elsewhere.")
        text = Message(
            "{listing}: rejected, up to {strongest:.1f} sigma; {cause}. {remedy}",
            listing=listing, strongest=strongest, cause=cause, remedy=remedy,
        )
        images = tuple(sorted({n for pair in pairs for n in pair[:2]}))
        result.append(Finding("rejected", text, DIFFERENT, LONGER, images, tuple(pair[:2] for pair in pairs)))
    return result
