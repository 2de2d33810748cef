"""Sums of results as they are written: clipped to their data type, and rounded.

A cell's values are taken for normally distributed where they are clipped; rounding adds a variance of a
twelfth, or less where whole numbers moved by less than a step and are rounded back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.special import ndtr

from ..raster.dataset import numpy_type
from ..raster.image import Image
from ..raster.nodata import writable_range
from ..raster.writing import output_nodata, output_type
from ..settings import OutputType
from ..statistics.scene import Scene
from ..statistics.sums import Sums

STEP = 1.0 / 12.0
NEGLIGIBLE = 1e-4
"""A share of clipped values that changes no figure."""


def written(scene: Scene, dtype: OutputType, before: Sums, after: Sums, by_cell: bool = True) -> Sums:
    """Sums of common units after the corrections, and after they were rounded and clipped to the results' types.

    Values of a whole overlap, not ``by_cell``, are spread as no normal distribution is: what is clipped is not known.
    """
    scale, shift = scene.units()
    rounded = np.array([numpy_type(output_type(image, dtype)).kind != "f" for image in scene.images])
    whole = np.array([image.dtype.kind != "f" for image in scene.images])
    limits = limits_of(scene.images, dtype) if by_cell else np.tile((-np.inf, np.inf), (before.images, 1))
    stored = [sums.adjusted(1.0 / scale, -shift / scale) for sums in (before, after)]
    # nothing is clipped at an end where all images are known to fit, though cells of two kinds of ground look as if
    ends = stored[1].cells.merged(stored[1].cells.image, before.images)
    fits = (ends.low.min(axis=1) >= limits[:, 0]).all(), (ends.high.max(axis=1) <= limits[:, 1]).all()
    limits = np.where(fits, (-np.inf, np.inf), limits)
    return as_written(*stored, limits, rounded, whole).adjusted(scale, shift)


def limits_of(images: Sequence[Image], dtype: OutputType) -> np.ndarray:
    """(N, 2): beyond these, values are clipped when they are written."""
    limits = np.empty((len(images), 2))
    for index, image in enumerate(images):
        gdal_type = output_type(image, dtype)
        kind = numpy_type(gdal_type)
        half = 0.0 if kind.kind == "f" else 0.5
        low, high = writable_range(kind, output_nodata(image, gdal_type))
        limits[index] = low - half, high + half
    return limits


def as_written(before: Sums, after: Sums, limits: np.ndarray, rounded: np.ndarray, whole: np.ndarray) -> Sums:
    """``after`` with what writing does to it; both of stored values, with the same rows.

    ``limits`` (N, 2) of the images' data types; ``rounded`` and ``whole`` (N,) bool: whether their results, and
    what they are made from, are whole numbers.
    """

    def moments(image: np.ndarray, count: np.ndarray, then: tuple, now: tuple) -> tuple:
        """Mean, sum of squares, and what deviations are multiplied by, of rows (R, K)."""
        safe = np.maximum(count, 1.0)
        mean, m2 = now
        std = np.sqrt(m2 / safe)
        moved = (mean - then[0]) ** 2 + (std - np.sqrt(then[1] / safe)) ** 2
        noise = np.where(whole[image][:, None], np.minimum(STEP, moved), STEP)
        shift, factor = _clipped(mean, std, limits[image])
        return mean + shift, factor**2 * m2 + count * np.where(rounded[image][:, None], noise, 0.0), factor

    cells, pairs = after.cells, after.pairs
    mean, m2, _ = moments(cells.image, cells.count, (before.cells.mean, before.cells.m2), (cells.mean, cells.m2))
    old, ends = before.pairs, {}
    for name in ("first", "second"):
        then, now = ((getattr(p, f"mean_{name}"), getattr(p, f"m2_{name}")) for p in (old, pairs))
        ends[name] = moments(getattr(pairs, name), pairs.count, then, now)
    changed = replace(
        pairs,
        mean_first=ends["first"][0],
        mean_second=ends["second"][0],
        m2_first=ends["first"][1],
        m2_second=ends["second"][1],
        cross=pairs.cross * ends["first"][2] * ends["second"][2],
    )
    return Sums(after.images, replace(cells, mean=mean, m2=m2), changed)


def _clipped(mean: np.ndarray, std: np.ndarray, limits: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How far clipping moves the means of rows, and what it multiplies their deviations by."""
    if not np.isfinite(limits).any():
        return np.zeros_like(mean), np.ones_like(mean)
    safe = np.where(std > 0, std, 1.0)
    with np.errstate(over="ignore"):
        low, high = (np.clip((limits[:, side, None] - mean) / safe, -40.0, 40.0) for side in (0, 1))
    below, above = ndtr(low), ndtr(-high)
    inside = 1.0 - below - above
    at_low, at_high = (np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) for z in (low, high))
    shift = low * below + high * above + at_low - at_high
    square = low**2 * below + high**2 * above + inside + low * at_low - high * at_high
    factor = np.sqrt(np.maximum(square - shift**2, 0.0))
    matters = (below + above > NEGLIGIBLE) & (std > 0)
    return np.where(matters, shift * safe, 0.0), np.where(matters, factor, 1.0)
