"""Variance, standard deviation or mean of the valid pixels in a moving window."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import EvenlightError, OptionError
from ..execution import Signal
from ..messages import Message
from ..progress import Stop
from ..raster.grid import Grid
from ..raster.image import Image, open_image
from ..raster.source import Pixels, Plan
from ..raster.window import Window
from ..raster.writing import band_names
from .errors import ValuesTooLargeError
from .moments import Moments, has_whole_sums, moments_of_sums, moving_sums, squared, windows_along_rows
from .settings import Edge, LocalStatistic, LocalVarianceSettings
from .windowed import Margin, Need, Patch, Windowed, inside

PATCH_BYTES = 1.0
"""Per pixel of a patch, while its holes are looked for."""
STRIP_BYTES = 24.0
"""Per pixel of the windows' rows: three numbers of their columns."""
FIXED_BYTES = 9e6
"""Of the pieces that are worked at."""

PIECE_VALUES = 131072
"""Of the rows whose windows are put together at once."""

COLUMNS = 512
"""At least so many are summed at once: shorter rows take as long."""

LONG = 128
"""Pixels of a window's width from which its blocks are no longer turned to be summed."""

SUMMED = 16
"""Pixels along a side of the squares that are summed first: result tiles are multiples of them."""


class Sums(NamedTuple):
    """Of a window of the result, what its average is made from."""

    squares: np.ndarray
    """(K, rows, columns) float64: sums of `SUMMED` x `SUMMED` pixels, at fixed places of the image."""
    counts: np.ndarray
    """(K,) pixels that have a value."""


def margin_of(settings: LocalVarianceSettings) -> Margin:
    """What a window needs around it; as in scipy the centre is pixel ``size // 2``."""
    left, top = settings.width // 2, settings.height // 2
    return Margin(left, top, settings.width - 1 - left, settings.height - 1 - top)


def result_type(image: Image) -> np.dtype:
    """Single precision, but for images that have more."""
    single = image.dtype.itemsize < 4 or image.dtype == np.float32
    return np.dtype(np.float32 if single else np.float64)


def need_of(image: Image, settings: LocalVarianceSettings) -> Need:
    """Memory beside the pixels."""
    result = float(len(image.bands) * result_type(image).itemsize)
    # boxes need the moments of all bands at the same time
    together = len(image.bands) if settings.depth > 1 else 1
    # what is summed for the average takes as much as one band in doubles
    return Need(PATCH_BYTES, result + 16.0, STRIP_BYTES * together, FIXED_BYTES * together)


def stepped(image: Image, step: int) -> Image:
    """The grid with one pixel for every ``step`` of an image's each way, as far as their middles are in the image."""
    if step == 1:
        return image
    width, height = (-(-(size - step // 2) // step) for size in (image.width, image.height))
    x, dx, rx, y, ry, dy = image.geotransform
    larger = (x, dx * step, rx * step, y, ry * step, dy * step) if image.placed else image.geotransform
    return image.on_grid(Grid(image.crs, larger, width, height))


def check_image(image: Image, settings: LocalVarianceSettings) -> list[EvenlightError]:
    """Why an image has no such windows."""
    problems: list[EvenlightError] = []
    if settings.step // 2 >= min(image.width, image.height):
        problems.append(OptionError("STEP", settings.step, Message("pixels within the image")))
    if settings.step > 1 and not image.placed and open_image(image).GetGCPCount():
        wanted = Message("1, because {path} is placed by ground control points; or warp it first", path=image.path)
        problems.append(OptionError("STEP", settings.step, wanted))
    if settings.depth > 1 and len(set(image.scales)) > 1:
        problems.append(OptionError("DEPTH", settings.depth, Message(
            "1, or BANDS of one scale and offset: they are summed"
        )))
    return problems


def check_settings(settings: LocalVarianceSettings) -> list[EvenlightError]:
    """Numbers that make no window."""
    problems: list[EvenlightError] = [
        OptionError(name, size, Message("a whole number of pixels from 1"))
        for name, size in (("WIDTH", settings.width), ("HEIGHT", settings.height), ("STEP", settings.step))
        if size < 1
    ]
    if settings.depth < 1:
        problems.append(OptionError("DEPTH", settings.depth, Message("a whole number of bands from 1")))
    if not 0.0 <= settings.min_valid <= 1.0:
        problems.append(OptionError("MIN_VALID", settings.min_valid, Message("a share from 0 to 1")))
    return problems


class LocalVariance(Windowed):
    """The statistic of an image's bands, and beside the pixels the sums of its average."""

    def __init__(self, image: Image, settings: LocalVarianceSettings, plan: Plan):
        double = result_type(image).itemsize == 8
        units = [_units(settings.statistic, *each) for each in image.scales]
        kind = gdal.GDT_Float64 if double else gdal.GDT_Float32
        result = stepped(image, settings.step).with_values(kind, math.nan, len(units), units)
        super().__init__(image, result, plan, margin_of(settings), settings.edge)
        word = settings.statistic.value.replace("_", " ")
        self.names = tuple(f"{word} of {name}" for name in band_names(image))
        self._settings = settings
        self._path = image.path
        self._size = image.width, image.height
        self._dtype = result_type(image)

    def fetch(self, window: Window, stop: Stop) -> Patch:
        """See `Source`: what lies between the middles of the first window and the last."""
        step = self._settings.step
        first = step // 2
        size = (window.width - 1) * step + 1, (window.height - 1) * step + 1
        return super().fetch(Window(window.column * step + first, window.row * step + first, *size), stop)

    def compute(self, patch: Patch, signal: Signal) -> Pixels:
        """Values, NaN where too few pixels are valid, and their sums.

        Raises `ValuesTooLargeError`.
        """
        width, height = patch.window.size
        result = np.empty((len(patch.values), height, width), self._dtype)
        if not patch.valid.all():
            patch.values[~patch.valid] = 0
        with np.errstate(over="ignore", invalid="ignore"):
            if self._settings.depth > 1:
                self._fill_together(result, patch, signal)
            else:
                for values, valid, target in zip(patch.values, patch.valid, result):
                    self._fill(target, values, valid, patch.window, signal)
        result = np.ascontiguousarray(result[:, ::self._settings.step, ::self._settings.step])
        known = np.isfinite(result)
        result[~known] = np.nan
        return Pixels(result, known, beside=Sums(_squares(result, known), known.sum(axis=(1, 2))))

    def _fill(self, target: np.ndarray, values: np.ndarray, valid: np.ndarray, window: Window, signal: Signal) -> None:
        """One band."""
        for rows, moments in self._moments(values, valid, window, signal):
            target[rows] = self._statistic(moments, self._pixels(window, rows))

    def _fill_together(self, target: np.ndarray, patch: Patch, signal: Signal) -> None:
        """All bands, each from a box over the bands around it."""
        depth, bands = self._settings.depth, len(target)
        boxes = [inside(np.arange(depth) + band - depth // 2, bands, self._settings.edge) for band in range(bands)]
        parts = [self._moments(*band, patch.window, signal) for band in zip(patch.values, patch.valid)]
        for pieces in zip(*parts):
            rows, pixels = pieces[0][0], self._pixels(patch.window, pieces[0][0])
            for band, box in enumerate(boxes):
                signal.stop_if_asked()
                chosen = box.index[box.counts]
                together = _together([pieces[place][1] for place in chosen])
                target[band][rows] = self._statistic(together, pixels * len(chosen))

    def _moments(
        self, values: np.ndarray, valid: np.ndarray, window: Window, signal: Signal
    ) -> Iterator[tuple[slice, Moments]]:
        """Moments of the windows of one band, some rows after the other."""
        whole = has_whole_sums(values.dtype, self._settings.width * self._settings.height)
        return (self._whole_sums if whole else self._running_sums)(values, valid, window, signal)

    def _whole_sums(
        self, values: np.ndarray, valid: np.ndarray, window: Window, signal: Signal
    ) -> Iterator[tuple[slice, Moments]]:
        """Moments of some rows of windows after the other, of whole numbers."""
        width, height = self._settings.width, self._settings.height
        full = bool(valid.all())
        shape = window.height, values.shape[1]
        columns = [np.empty(shape, np.int64) for _ in range(2 if full else 3)]
        for first in range(0, shape[1], COLUMNS):
            signal.stop_if_asked()
            part = np.s_[:, first:first + COLUMNS]
            parts = [values[part], squared(values[part])] + ([] if full else [valid[part].view(np.uint8)])
            for sums, pixels in zip(columns, parts):
                sums[part] = moving_sums(pixels, height, 0)
        for rows in _pieces(shape):
            signal.stop_if_asked()
            total, of_squares, *count = (moving_sums(sums[rows], width, 1) for sums in columns)
            yield rows, moments_of_sums(count[0] if count else width * height, total, of_squares)

    def _running_sums(
        self, values: np.ndarray, valid: np.ndarray, window: Window, signal: Signal
    ) -> Iterator[tuple[slice, Moments]]:
        """Moments of some rows of windows after the other, of any numbers."""
        margin = margin_of(self._settings)
        columns = self._columns(values, valid, window.row - margin.top, signal)
        for rows in _pieces((window.height, values.shape[1])):
            signal.stop_if_asked()
            # short blocks are summed side by side, long ones each along its row
            turned = [moment[rows].T for moment in columns]
            if self._settings.width < LONG:
                turned = [np.ascontiguousarray(moment) for moment in turned]
            if columns.count.size == 1:
                turned[0] = np.full((len(turned[1]), 1), columns.count.item())
            found = windows_along_rows(Moments(*turned), self._settings.width, window.column - margin.left)
            yield rows, Moments(*(moment.T for moment in found))

    def _columns(self, values: np.ndarray, valid: np.ndarray, place: int, signal: Signal) -> Moments:
        """Moments of the windows' columns, (height, N), some columns at a time; one count if all pixels are valid."""
        length = self._settings.height
        full = bool(valid.all())
        shape = values.shape[0] - length + 1, values.shape[1]
        found = Moments(np.full((1, 1), float(length)) if full else np.empty(shape), np.empty(shape), np.empty(shape))
        step = max(COLUMNS, PIECE_VALUES // len(values))
        for first in range(0, shape[1], step):
            signal.stop_if_asked()
            part = np.s_[:, first:first + step]
            count = np.ones((len(values), 1)) if full else valid[part].astype(np.float64)
            goal = Moments(np.empty((shape[0], 1)) if full else found.count[part], found.mean[part], found.m2[part])
            windows_along_rows(Moments(count, values[part], None), length, place, goal)
        return found

    def _pixels(self, window: Window, rows: slice) -> np.ndarray | float:
        """How many pixels of each of the windows (rows, width) may count at all."""
        settings, margin = self._settings, margin_of(self._settings)
        if settings.edge is not Edge.SHRINK:
            return float(settings.width * settings.height)
        across = _inside(window.column, window.width, margin.left, margin.right, self._size[0])
        down = _inside(window.row, window.height, margin.top, margin.bottom, self._size[1])
        return down[rows, None] * across

    def _statistic(self, found: Moments, pixels: np.ndarray | float) -> np.ndarray:
        """The result (N, W), of windows of so many ``pixels``."""
        settings = self._settings
        lost = int(settings.sample and settings.statistic is not LocalStatistic.MEAN)
        # half of nine must not ask for a fifth pixel by a last bit
        enough = (found.count >= settings.min_valid * pixels * (1 - 1e-12)) & (found.count > lost)
        if settings.statistic is LocalStatistic.MEAN:
            values = found.mean
        else:
            values = found.m2 / np.maximum(found.count - lost, 1.0)
        if settings.statistic is LocalStatistic.STANDARD_DEVIATION:
            values = np.sqrt(values)
        # no -0, whose sign hangs on the order of additions of nothing
        values = values + 0.0
        if (enough & ~(np.abs(values) <= np.finfo(self._dtype).max)).any():
            raise ValuesTooLargeError(self._path)
        return values if enough.all() else np.where(enough, values, np.nan)


def _together(parts: Sequence[Moments]) -> Moments:
    """Of the pixels of several groups at each place."""
    count = sum(part.count for part in parts)
    mean = sum(part.count * part.mean for part in parts) / np.maximum(count, 1.0)
    return Moments(count, mean, sum(part.m2 + part.count * (part.mean - mean) ** 2 for part in parts))


def _units(statistic: LocalStatistic, scale: float, offset: float) -> tuple[float, float]:
    """A band's scale and offset, as they are for the statistic."""
    factors = {LocalStatistic.VARIANCE: scale**2, LocalStatistic.STANDARD_DEVIATION: abs(scale)}
    return factors.get(statistic, scale), offset if statistic is LocalStatistic.MEAN else 0.0


def _pieces(shape: tuple[int, int]) -> Iterator[slice]:
    """The rows of (rows, N) some at a time."""
    step = max(1, PIECE_VALUES // shape[1])
    return (slice(first, first + step) for first in range(0, shape[0], step))


def _inside(place: int, length: int, before: int, after: int, size: int) -> np.ndarray:
    """(length,) pixels of an axis of ``size`` that lie in the windows around each of some places."""
    places = np.arange(place, place + length)
    return np.minimum(places + after, size - 1) - np.maximum(places - before, 0) + 1.0


def _squares(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Sums of squares of `SUMMED` pixels, in one order of additions wherever a window begins."""
    rows, columns = (np.arange(0, size, SUMMED) for size in values.shape[1:])
    by_rows = np.add.reduceat(np.where(known, values, 0.0), rows, axis=1, dtype=np.float64)
    return np.add.reduceat(by_rows, columns, axis=2)


class Average:
    """The average of every band, from the sums of windows in file order: the same to the last bit for any windows."""

    def __init__(self, bands: int):
        self._waiting: list[np.ndarray] = []
        self._rows: list[list[float]] = [[] for _ in range(bands)]
        self._counts = np.zeros(bands, np.int64)

    def add(self, sums: Sums, ends_row: bool) -> None:
        """Take the next window; ``ends_row``: whether it reaches the image's right edge."""
        self._counts += sums.counts
        self._waiting.append(sums.squares)
        if ends_row:
            for rows, squares in zip(self._rows, np.concatenate(self._waiting, axis=2)):
                rows += map(math.fsum, squares)
            self._waiting = []

    def of_bands(self) -> list[float]:
        """One number per band; NaN where no pixel has a value."""
        return [math.fsum(rows) / count if count else math.nan for rows, count in zip(self._rows, self._counts)]

    def of_all(self) -> float:
        """Over all bands and pixels."""
        total = int(self._counts.sum())
        return math.fsum(part for rows in self._rows for part in rows) / total if total else math.nan
