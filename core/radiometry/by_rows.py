"""Corrections of single values, each at its own place and through the chain of its own image.

Chains of the same kinds of corrections are worked out for all images at once: of many small images each
has only a few values, and a call for each would take longer than its arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..progress import Progress, cancellable
from .corrections import LAWS, BlockCorrection, Correction, GainOffset, corrected

AT_ONCE = 16384
"""Rows whose values are worked out together: they stay in the processor's cache."""


class Rows(NamedTuple):
    """Values (C, R, K) float64, the images they are of and where they lie on the canvas, (R,) each."""

    image: np.ndarray
    values: np.ndarray
    x: np.ndarray
    y: np.ndarray

    def chosen(self, rows: np.ndarray | slice) -> Rows:
        """Some of them."""
        return Rows(self.image[rows], self.values[:, rows], self.x[rows], self.y[rows])


Step = Callable[[Rows], np.ndarray]
"""From rows to their values after one correction."""


def corrected_rows(
    chains: Sequence[Sequence[Correction]], steps: Sequence[Step] | None, rows: Rows, progress: Progress
) -> np.ndarray:
    """Values (C, R, K) after their images' chains, of which ``steps`` are the `alike`.  Raises `Cancelled`."""
    result = np.empty_like(rows.values)
    if steps is None:
        for own, chain in _by_image(rows.image, chains, progress):
            _, values, x, y = rows.chosen(own)
            at = (np.broadcast_to(place, values.shape[:2]) for place in (x, y))
            result[:, own] = corrected(chain, values.transpose(2, 0, 1), *at).transpose(1, 2, 0)
        return result
    for start in cancellable(range(0, len(rows.image), AT_ONCE), progress):
        own = slice(start, start + AT_ONCE)
        part = rows.chosen(own)
        for step in steps:
            part = part._replace(values=step(part))
        result[:, own] = part.values
    return result


def _by_image(
    image: np.ndarray, chains: Sequence[Sequence[Correction]], progress: Progress
) -> Iterator[tuple[np.ndarray, Sequence[Correction]]]:
    """The rows of each image that has any, with its chain."""
    order = np.argsort(image, kind="stable")
    numbers, starts = np.unique(image[order], return_index=True)
    for number, own in zip(cancellable(numbers.tolist(), progress), np.split(order, starts[1:])):
        yield own, chains[number]


def alike(chains: Sequence[Sequence[Correction]]) -> list[Step] | None:
    """What corrects rows of all images at once; None where their chains are not of the same kinds."""
    if len({len(chain) for chain in chains}) != 1:
        return None
    steps = []
    for corrections in zip(*chains):
        kinds = {(type(one), getattr(one, "kind", None), getattr(one, "known", None) is None) for one in corrections}
        if len(kinds) > 1 or (isinstance(corrections[0], BlockCorrection) and not _common(corrections)):
            return None
        if isinstance(corrections[0], GainOffset):
            steps.append(_gains(corrections))
        elif isinstance(corrections[0], BlockCorrection):
            steps.append(_blocks(corrections))
        else:
            return None
    return steps


def _common(corrections: Sequence[BlockCorrection]) -> bool:
    """Whether fields differ in their blocks only."""
    one = corrections[0]
    return one.known is None and all(each.levels is one.levels and each.alpha == one.alpha for each in corrections)


def _gains(corrections: Sequence[GainOffset]) -> Step:
    gain, offset = np.stack([one.gain for one in corrections]), np.stack([one.offset for one in corrections])
    return lambda rows: rows.values * gain[rows.image] + offset[rows.image]


def _blocks(corrections: Sequence[BlockCorrection]) -> Step:
    one = corrections[0]
    shapes = np.array([each.parameter.shape[1:] for each in corrections])
    base = np.cumsum(shapes.prod(axis=1)) - shapes.prod(axis=1)
    table = np.concatenate([each.parameter.reshape(len(each.parameter), -1).T for each in corrections])
    west, south, east, north = np.array([each.bounds for each in corrections]).T
    gain, offset = (np.stack([getattr(each, f"gauge_{name}") for each in corrections]) for name in ("gain", "offset"))

    def parameter(rows: Rows) -> np.ndarray:
        """(R, K), as `BlockCorrection.at` has it."""
        image = rows.image
        height, width = shapes[image].T
        u = np.clip((rows.x - west[image]) / (east - west)[image] * width - 0.5, 0, width - 1)
        v = np.clip((north[image] - rows.y) / (north - south)[image] * height - 0.5, 0, height - 1)
        left, above = u.astype(np.int64), v.astype(np.int64)
        across, down = (u - left)[:, None], (v - above)[:, None]
        top = base[image] + above * width
        below = top + np.where(above < height - 1, width, 0)
        right = np.minimum(left + 1, width - 1)
        mean = table[top + left] * (1.0 - down) * (1.0 - across)
        mean += table[top + right] * (1.0 - down) * across
        mean += table[below + left] * down * (1.0 - across)
        mean += table[below + right] * down * across
        return mean

    def step(rows: Rows) -> np.ndarray:
        values, image = rows.values, rows.image
        field = np.broadcast_to(parameter(rows), values.shape).copy()
        # laws take bands first
        changed = LAWS[one.kind].apply(*(part.transpose(2, 0, 1) for part in (values, field)), one.levels)
        changed = changed.transpose(1, 2, 0) * gain[image] + offset[image]
        if one.alpha != 1:
            changed -= values
            changed *= one.alpha
            changed += values
        return changed

    return step
