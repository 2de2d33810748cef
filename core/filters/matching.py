"""Where a template lies in an image, and how far windows of two images are shifted against each other."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import EvenlightError, OptionError
from ..execution import Signal
from ..messages import Message
from ..progress import Stop
from ..raster.bands import with_bands
from ..raster.creation import tile_size
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.on_grid import measured_on
from ..raster.source import FileSource, Handles, Pixels, Plan, Source
from ..raster.window import Window
from .correlation import correlation_scores, template_of
from .settings import CrossCorrelationSettings
from .windowed import Margin, Patch, Windowed

TILE = 256
"""Pixels along a side that a template is slid over at once."""

BATCH_PIXELS = 131072
"""Of the areas that are searched at once; windows are taken together in fixed groups."""

ARRAYS = 14
"""Doubles per pixel of an area while its scores are computed, spectra included."""


def check_settings(settings: CrossCorrelationSettings) -> list[EvenlightError]:
    """Numbers that cannot be."""
    problems: list[EvenlightError] = []
    if settings.window < 2:
        problems.append(OptionError("WINDOW", settings.window, Message("a whole number of pixels from 2")))
    if settings.search < 0:
        problems.append(OptionError("SEARCH", settings.search, Message("a whole number of pixels from 0")))
    if not 0.0 <= settings.min_valid <= 1.0:
        problems.append(OptionError("MIN_VALID", settings.min_valid, Message("a share from 0 to 1")))
    return problems


class TemplateMatcher(Windowed):
    """Scores of a template at every pixel of an image: the mean of the bands', NaN where one of them has none.

    Tiles lie at fixed places of the image and are padded to one size, so that no bit of a score
    depends on memory or threads.
    """

    names = ("score",)

    def __init__(self, image: Image, model: Image, settings: CrossCorrelationSettings, plan: Plan):
        """``model`` is the template's image; it is read whole."""
        margin = margin_of(model)
        super().__init__(image, image.with_values(gdal.GDT_Float32, math.nan), plan, margin)
        values, valid, *_ = FileSource(model).read(model.grid.window)
        self._templates = [template_of(*(part[None] for part in band)) for band in zip(values, valid)]
        self._min_valid = settings.min_valid
        self._margin = margin

    @property
    def flat_bands(self) -> list[int]:
        """Places of bands without any contrast, with which nothing can be compared."""
        return [place for place, template in enumerate(self._templates) if not template.values.any()]

    def compute(self, patch: Patch, signal: Signal) -> Pixels:
        """See `Source`."""
        width, height = patch.window.size
        margin = self._margin
        shape = margin.top + TILE + margin.bottom, margin.left + TILE + margin.right
        total = np.zeros((TILE, TILE))
        for values, valid, template in zip(patch.values, patch.valid, self._templates):
            signal.stop_if_asked()
            area, known = np.zeros((1, *shape)), np.zeros((1, *shape), bool)
            part = np.s_[0, : values.shape[0], : values.shape[1]]
            area[part], known[part] = np.where(valid, values, 0), valid
            total += correlation_scores(area, known, template, self._min_valid, signal.stop_if_asked)[0]
        scores = (total / len(self._templates))[None, :height, :width].astype(np.float32)
        return Pixels(scores, np.isfinite(scores))


def margin_of(template: Image) -> Margin:
    """Of a tile: the centre of a template is its pixel ``size // 2``."""
    left, top = template.width // 2, template.height // 2
    return Margin(left, top, template.width - 1 - left, template.height - 1 - top)


def template_bytes(template: Image) -> float:
    """Of one tile's computation."""
    return 8.0 * ARRAYS * (TILE + template.width) * (TILE + template.height)


class Pair(NamedTuple):
    """A row of windows of an image, and what may lie there in the other one."""

    values: np.ndarray
    valid: np.ndarray
    """(K, window, number * window)."""
    other: np.ndarray
    other_valid: np.ndarray
    """(K, window + 2 search, number * window + 2 search)."""
    number: int
    """Of the windows, those that are in the image."""


class ScoresByLag(NamedTuple):
    """Sums over windows of their scores at every whole shift that is looked at."""

    total: np.ndarray
    """(places, places) float64, rows and columns of shifts from -search to search."""
    count: np.ndarray
    """Windows that have a score there, of the same shape."""

    @classmethod
    def of(cls, scores: np.ndarray) -> ScoresByLag:
        """Of (B, places, places)."""
        known = np.isfinite(scores)
        return cls(np.where(known, scores, 0.0).sum(axis=0), known.sum(axis=0))

    def __add__(self, other: ScoresByLag) -> ScoresByLag:
        return ScoresByLag(self.total + other.total, self.count + other.count)

    def rows(self, offset: tuple[float, float]) -> list[list[object]]:
        """A table: shifts in pixels, their length, the mean score and its windows; ``offset``: added to the shifts."""
        search = len(self.total) // 2
        table: list[list[object]] = [["dx", "dy", "distance", "correlation", "windows"]]
        for row, column in np.ndindex(*self.total.shape):
            dx, dy = column - search + offset[0], row - search + offset[1]
            count = int(self.count[row, column])
            mean = f"{self.total[row, column] / count:.6f}" if count else ""
            table.append([f"{dx:.10g}", f"{dy:.10g}", f"{math.hypot(dx, dy):.6f}", mean, count])
        return table


class Match(NamedTuple):
    """What was found for a row of windows."""

    score: np.ndarray
    """(number,) float32, the best score."""
    shift: np.ndarray
    """(2, number) float32: how far to the right and down the other image shows the same, in pixels; or NaN."""
    outside: int
    """Windows whose best score lies at the end of the search."""
    by_lag: ScoresByLag
    """Of the row's windows."""


class WindowMatcher(Source):
    """Scores of windows of an image in another one of the same ground, one pixel each; its matches beside."""

    names = ("score",)

    def __init__(self, image: Image, other: Image, settings: CrossCorrelationSettings, workers: int):
        """``image`` with the bands that count, ``other`` with all."""
        self.image = coarse_image(image, settings.window).with_values(gdal.GDT_Float32, math.nan)
        self.plan = Plan(tile_size(self.image, None), (together(settings), 1), workers)
        self._settings = settings
        self._read_from = image
        self._handles = Handles()
        self._reader = FileSource(image, self._handles)
        self._other = measured_on(with_bands(other, image.bands), image.grid, self._handles)
        self._together = together(settings)

    def fetch(self, window: Window, stop: Stop) -> Pair:
        """What is compared in a row of windows: always as many, the last ones may reach over the image."""
        stop()
        row, size, search = window, self._settings.window, self._settings.search
        window = Window(row.column * size, row.row * size, self._together * size, size)
        values = np.zeros((len(self._read_from.bands), *window.shape))
        valid = np.zeros(values.shape, bool)
        part = window.clipped((self._read_from.width, self._read_from.height))
        inside = (slice(None), *part.relative_to(window).slices)
        values[inside], valid[inside], *_ = self._reader.read(part)
        other, other_valid = self._other.measured(window.padded(search, search, search, search))
        tall = self._read_from.tiling[1]
        if window.right >= self._read_from.width and window.bottom // tall > window.row // tall:
            # rows of windows within one row of blocks decode them once
            self._handles.release_cache()
        return Pair(values, valid, other.astype(np.float64), other_valid, row.width)

    def compute(self, pair: Pair, signal: Signal) -> Pixels:
        """See `Source`."""
        size, search = self._settings.window, self._settings.search
        places = 2 * search + 1
        total = np.zeros((self._together, places, places))
        for values, valid, other, known in zip(*pair[:4]):
            signal.stop_if_asked()
            template = template_of(_side_by_side(values, size, size), _side_by_side(valid, size, size))
            areas = _side_by_side(other, size, size + 2 * search), _side_by_side(known, size, size + 2 * search)
            areas[0][~areas[1]] = 0
            total += correlation_scores(*areas, template, self._settings.min_valid, signal.stop_if_asked)
        match = best_places(total / len(pair.values), search, self._other.offset)
        scores = match.score[None, None, :pair.number]
        return Pixels(scores, np.isfinite(scores), beside=match)

    @property
    def offset(self) -> tuple[float, float]:
        """The part of a pixel by which the grids differ, right and down."""
        return self._other.offset

    def close(self) -> None:
        """See `Source`."""
        self._handles.close()


def best_places(scores: np.ndarray, search: int, offset: tuple[float, float]) -> Match:
    """The highest score of each of (B, places, places), and its place between the pixels.

    A highest score at the end of the search, or beside a place without one, tells no shift: the true
    one may lie beyond.  ``offset``: what is added to every shift.
    """
    number, places, _ = scores.shape
    flat = np.where(np.isnan(scores), -np.inf, scores).reshape(number, -1)
    highest = flat.argmax(axis=1)
    score = flat[np.arange(number), highest]
    found = np.isfinite(score)
    down, across = np.divmod(highest, places)
    inner = found & (np.minimum(down, across) > 0) & (np.maximum(down, across) < places - 1)
    shift = np.full((2, number), np.nan)
    index, row, column = np.flatnonzero(inner), down[inner], across[inner]
    around = [[scores[index, row + y, column + x] for x in (-1, 0, 1)] for y in (-1, 0, 1)]
    right, below = _summit(np.array(around))
    shift[:, inner] = column - search + right + offset[0], row - search + below + offset[1]
    outside = int((found & ~inner).sum()) if search else 0
    best, shift = np.where(found, score, np.nan).astype(np.float32), shift.astype(np.float32)
    return Match(best, shift, outside, ScoresByLag.of(scores))


def _summit(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Columns and rows from the middle of (3, 3, N) to the top of the surface of second order there; NaN without one.

    With the mixed derivative: two parabolas, one each way, miss the top of a slanting ridge by 0.05 pixels.
    """
    slope_x = (scores[1, 2] - scores[1, 0]) / 2
    slope_y = (scores[2, 1] - scores[0, 1]) / 2
    bend_x = scores[1, 2] - 2 * scores[1, 1] + scores[1, 0]
    bend_y = scores[2, 1] - 2 * scores[1, 1] + scores[0, 1]
    twist = (scores[2, 2] - scores[2, 0] - scores[0, 2] + scores[0, 0]) / 4
    with np.errstate(divide="ignore", invalid="ignore"):
        curved = bend_x * bend_y - twist**2
        right = (twist * slope_y - bend_y * slope_x) / curved
        below = (twist * slope_x - bend_x * slope_y) / curved
        is_top = (bend_x < 0) & (curved > 0) & (np.maximum(np.abs(right), np.abs(below)) <= 1)
    return np.where(is_top, right, np.nan), np.where(is_top, below, np.nan)


def together(settings: CrossCorrelationSettings) -> int:
    """Windows that are compared at once: a fixed number, because a bit may depend on it."""
    return max(1, BATCH_PIXELS // (settings.window + 2 * settings.search) ** 2)


def pair_bytes(settings: CrossCorrelationSettings, bands: int) -> float:
    """Of one row of windows: two that wait, and one that is compared."""
    pixels = (settings.window + 2 * settings.search) ** 2 * together(settings)
    return pixels * (8.0 * ARRAYS + 2 * 2 * 9.0 * bands)


def _side_by_side(values: np.ndarray, step: int, size: int) -> np.ndarray:
    """Squares of (size, N) that begin every ``step`` columns, as (number, size, size), a copy."""
    view = np.lib.stride_tricks.sliding_window_view(values, size, axis=1)[:, ::step]
    return view.transpose(1, 0, 2).copy()


def coarse_image(image: Image, window: int) -> Image:
    """The grid with one pixel for each window of an image."""
    x, dx, rx, y, ry, dy = image.geotransform
    larger = x, dx * window, rx * window, y, ry * window, dy * window
    return image.on_grid(Grid(image.crs, larger, -(-image.width // window), -(-image.height // window)))
