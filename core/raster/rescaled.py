"""Sources whose stored values mean different things, brought to one scale and offset."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from osgeo import gdal

from ..execution import Signal
from ..progress import Stop
from .dataset import common_type, numpy_type
from .grid import Grid
from .image import Image
from .nodata import cast, needs_double
from .source import Pixels, Source, Wrapper
from .window import Window

Scales = tuple[tuple[float, float], ...]
"""Scale and offset of each band: physical = scale * stored + offset."""

NEARLY = 1e-9
"""Share by which a number may differ from a whole one that is meant."""


def finest_scales(images: Sequence[Image]) -> Scales:
    """Of each band the finest scale of all images, with the lowest offset that goes with it.

    They do not hang on the order of the images.
    """
    by_band = zip(*(image.scales for image in images))
    return tuple(min((each for each in band if each[0]), key=lambda each: (abs(each[0]), each), default=(1.0, 0.0))
                 for band in by_band)  # fmt: skip


def scales_differ(images: Sequence[Image]) -> bool:
    """Whether equal stored values mean different things."""
    return len({image.scales for image in images}) > 1


class Rescaled(Wrapper):
    """Another source with values in the units of other scales: v' = (v scale + offset - offset') / scale'."""

    def __init__(self, source: Source, scales: Scales, gdal_type: int):
        """``gdal_type``: of the values, which that type holds; see `common_values`."""
        super().__init__(source, replace(source.image, scales=scales, gdal_type=gdal_type))
        self.names, self.moved = source.names, source.moved
        self._ways = _ways(source.image, scales)
        # what has been interpolated is rounded once, at the end
        between = source.dtype.kind == "f" and self.image.dtype.kind != "f"
        self.dtype = source.dtype if between else self.image.dtype
        """Of the values."""

    def most_pixels(self, memory: float) -> float:
        """See `Source`: the other's values, doubles of one band, and the result."""
        needed = 8 + len(self.image.bands) * self.dtype.itemsize
        return min(self._source.most_pixels(memory / 2), memory / 2 / needed)

    def change_means(self, means: np.ndarray, cells: Grid) -> None:
        """See `Source`."""
        super().change_means(means, cells)
        for band, (factor, constant) in enumerate(self._ways):
            means[band] = means[band] * factor + constant
            means[band + len(self._ways)] *= abs(factor)

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        return self._converted(self._source.read(window))

    def fetch(self, window: Window, stop: Stop) -> object:
        """See `Source`."""
        return self._source.fetch(window, stop)

    def compute(self, fetched: object, signal: Signal) -> Pixels:
        """See `Source`."""
        return self._converted(self._source.compute(fetched, signal))

    def _converted(self, pixels: Pixels) -> Pixels:
        converted = (
            band if way == (1.0, 0.0) else band * way[0] + way[1] for band, way in zip(pixels.values, self._ways)
        )
        values = np.empty(pixels.valid.shape, self.dtype)
        for place, (band, valid) in enumerate(zip(converted, pixels.valid)):
            values[place] = cast(band[None], valid[None], self.dtype, None)[0][0]
        return pixels._replace(values=values)


def common_values(images: Sequence[Image], scales: Scales) -> tuple[int, bool]:
    """The GDAL data type in which all images have values of these scales, and whether nothing is rounded in it.

    That of the images, if it holds all that their types can, else a floating one.
    """
    together = common_type([image.gdal_type for image in images])
    dtype = numpy_type(together)
    if dtype.kind == "f":
        return together, True
    limits = np.iinfo(dtype)
    for image in images:
        own = np.iinfo(image.dtype)
        for factor, constant in _ways(image, scales):
            ends = [factor * int(end) + constant for end in (own.min, own.max)]
            if not (_is_whole(factor) and _is_whole(constant) and limits.min <= min(ends) and max(ends) <= limits.max):
                double = any(needs_double(each.dtype) for each in images)
                return (gdal.GDT_Float64 if double else gdal.GDT_Float32), False
    return together, True


def _ways(image: Image, scales: Scales) -> list[tuple[float, float]]:
    """By what stored values of each band are multiplied, and what is added."""
    found = []
    for own, (scale, offset) in zip(image.scales, scales):
        way = own[0] / scale, (own[1] - offset) / scale
        found.append(tuple(float(round(part)) if _is_whole(part) else part for part in way))
    return found


def _is_whole(number: float) -> bool:
    return math.isclose(number, round(number), rel_tol=NEARLY, abs_tol=NEARLY)
