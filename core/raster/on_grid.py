"""The one reader of images onto other grids: for statistics, comparisons, fills and aligned results."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial

import numpy as np
from osgeo import gdal

from ..settings import Resampling
from .canvas import footprint, place_in
from .dataset import numpy_type, read_into
from .grid import Grid
from .image import Image
from .nodata import cast, needs_double
from .reference_system import same_crs, without_heights
from .source import FileSource, Handles, Pixels, Source
from .warping import ControlPoints, warped
from .window import PIXELS_AT_ONCE, Window

NEAREST, AVERAGE = "near", "average"
"""GDAL's words for the resamplings that do not look beyond a pixel."""

GDAL_WORDS = {
    Resampling.NEAREST: NEAREST,
    Resampling.BILINEAR: "bilinear",
    Resampling.CUBIC: "cubic",
    Resampling.LANCZOS: "lanczos",
    Resampling.AVERAGE: AVERAGE,
}

FINER = 1.5
"""Pixels of an image in one of a grid, from which on their mean is taken."""

WARPED_BLOCK = 1024
"""Pixels along a side that are warped at once: every piece reads some of its neighbours' blocks again."""


def resampling_onto(image: Image, grid: Grid, otherwise: str) -> str:
    """How an image is seen on a grid: by means where its pixels are `FINER`, else as ``otherwise`` says."""
    return AVERAGE if image.grid.pixel_area_on(grid, image.path) * FINER < 1.0 else otherwise


def measured_on(image: Image, grid: Grid, handles: Handles) -> OnGrid:
    """An image for measuring: by means where it is finer, else by the nearest pixel.

    Interpolation would smooth it, and a smoothed image has a smaller standard deviation, hence a wrong gain.
    """
    return OnGrid(FileSource(image, handles), grid, resampling_onto(image, grid, NEAREST), None, footprint(image, grid))


class OnGrid(Source):
    """An image on a grid: its own pixels where they are those of the grid, else resampled once.

    They are the grid's where both lie within 0.05 pixels of each other; for the nearest pixel, also where all are
    shifted by the same part of a pixel.  Resampled, a pixel is valid where its centre falls on a valid one, a mean
    where it has any: GDAL's other resamplings would let valid pixels grow into what holds nothing.

    What changes pixel by pixel (corrections, masks) wraps it, not what it reads.
    """

    def __init__(
        self,
        source: FileSource,
        grid: Grid,
        resampling: str,
        control: ControlPoints | None = None,
        window: Window | None = None,
    ):
        """``resampling``: GDAL's word; ``control``: where the image lies, if that is not what it says.

        ``window``: the part of the grid, or around it, that may show something; else what the image says.
        """
        image = source.image
        self.offset = 0.0, 0.0
        """Pixels to the right and down from where its pixels are read to where they are."""
        nearest = resampling == NEAREST and image.grid.is_aligned(grid)
        self.exact = control is None and (nearest or image.grid.has_pixels_of(grid))
        if window is None:
            # a mean is there for any part of a pixel, other values where its centre lies on the image
            window = grid.cover(place_in(image, grid.crs)[:4]) if resampling == AVERAGE else footprint(image, grid)
        self.window = window
        """What it covers of the grid; it may reach beyond it."""
        if self.exact:
            self.window, self.offset = image.grid.window_on(grid)
        # values stay what they are, so heights are those of the image or none
        crs = image.crs if same_crs(image.crs, grid.crs) else without_heights(grid.crs)
        self._whole = self.exact and self.window == grid.window
        self.moved = not self._whole
        self.image = (image if self._whole else image.with_validity()).on_grid(replace(grid, crs=crs))
        self._source, self._control, self._resampling = source, control, resampling
        self._part = grid.part(self.window)
        self._key = object()
        self._gdal_type = gdal.GDT_Float64 if needs_double(image.dtype) else gdal.GDT_Float32
        self.dtype = image.dtype if self.exact else numpy_type(self._gdal_type)

    @property
    def block_size(self) -> tuple[int, int]:
        """Width and height of what is decoded at once."""
        width, height = self._source.block_size if self.exact else (WARPED_BLOCK, WARPED_BLOCK)
        return min(width, self.window.width), min(height, self.window.height)

    @property
    def bytes_per_pixel(self) -> int:
        """Of values and validity of all bands."""
        return len(self.image.bands) * (self.dtype.itemsize + 1)

    def block_end(self, column: int) -> int:
        """The first column, at or after ``column``, where a block of the file begins or the image ends."""
        left, width = self.window.column, self.block_size[0]
        return min(left + -(-(column - left) // width) * width, self.window.right)

    def most_pixels(self, memory: float) -> float:
        """See `Source`: the nearest values, interpolated ones and the result of each band, and validity of both."""
        if self._whole:
            return self._source.most_pixels(memory)
        return min(memory / (len(self.image.bands) * (4 * self.image.dtype.itemsize + 16)), PIXELS_AT_ONCE)

    def read(self, window: Window) -> Pixels:
        """See `Source`; the window may reach beyond the grid."""
        if self.exact and window.intersection(self.window) == window:
            return self._source.read(window.relative_to(self.window))
        values, valid = self.measured(window)
        alpha = None if self.image.alpha is None else self._alpha(window, valid)
        self.release_cache()
        return Pixels(values, valid, alpha)

    def measured(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity (K, height, width) of a window, without opacity; 0 where it shows nothing."""
        shape = len(self.image.bands), *window.shape
        values, valid = np.zeros(shape, self.dtype), np.zeros(shape, bool)
        part = window.intersection(self.window)
        if not part.is_empty:
            inside = (slice(None), *part.relative_to(window).slices)
            self.read_into(part, values[inside], valid[inside])
        if not self.exact:
            # whatever reads a result without its mask should not meet NaN in it
            np.copyto(values, 0, where=~valid)
        return values, valid

    def read_into(self, window: Window, values: np.ndarray, valid: np.ndarray) -> None:
        """Read a window that lies within `window` into two arrays (K, height, width)."""
        window = window.relative_to(self.window)
        if self.exact:
            self._source.read_into(window, values, valid)
            return
        plain = self._resampling in (NEAREST, AVERAGE)
        self._read_warped(self._resampling if plain else NEAREST, window, values)
        np.isfinite(values, out=valid)
        if not plain:
            smooth = np.empty_like(values)
            self._read_warped(self._resampling, window, smooth)
            np.copyto(values, smooth, where=np.isfinite(smooth))

    def release_cache(self) -> None:
        """See `Source`."""
        self._source.handles.release_cache([(self._key, word) for word in {NEAREST, self._resampling}])
        self._source.release_cache()

    def close(self) -> None:
        """See `Source`."""
        self._source.close()

    def _read_warped(self, resampling: str, window: Window, values: np.ndarray) -> None:
        image = self._source.image
        opener = partial(warped, image, self._part, resampling, self._gdal_type, self._control)
        dataset = self._source.handles.get((self._key, resampling), opener)
        read_into(dataset, image.path, range(1, len(values) + 1), window, values)

    @cached_property
    def _opacity(self) -> OnGrid:
        """Its alpha band as an image."""
        image, handles = self._source.image, self._source.handles
        band = replace(image, bands=(image.alpha,), alpha=None, nodata=(None,), file_mask=False, band_masks=())
        return OnGrid(FileSource(band, handles), self.image.grid, self._resampling, self._control, self.window)

    def _alpha(self, window: Window, valid: np.ndarray) -> np.ndarray:
        (alpha,), _ = cast(*self._opacity.measured(window), self.image.dtype, None)
        # what shows something is not wholly transparent
        return np.maximum(alpha, valid.any(axis=0))


class Strip:
    """Some rows of one image on a grid, read from left to right so that every block of the file is decoded once.

    GDAL decodes whole blocks.  What a step has read beyond its own columns is held for the next one.
    """

    def __init__(self, view: OnGrid, window: Window):
        """``window`` of the grid, of which only the columns are asked for by steps."""
        self._view = view
        self._left, self._row, width, self._height = window.intersection(view.window)
        self._end = self._left + width
        self._known = self._left
        self._values, self._valid = self._empty(0)

    def read(self, left: int, right: int) -> tuple[Window, np.ndarray, np.ndarray] | None:
        """Values and validity (K, height, width) between two columns of the grid, and where on it.

        Steps go from left to right; the arrays hold until the next one.  None where the image has
        no pixels there.  Raises `DamagedRasterError`.
        """
        left, right = max(left, self._left), min(right, self._end)
        if left >= right or self._height <= 0:
            return None
        known = max(self._known, left)
        wanted = known if known >= right else min(self._view.block_end(right), self._end)
        self._move(left, known, wanted, right - left + self._view.block_size[0])
        if wanted > known:
            new = np.s_[:, :, known - left:wanted - left]
            part = Window(known, self._row, wanted - known, self._height)
            self._view.read_into(part, self._values[new], self._valid[new])
            self._known = wanted
        part = np.s_[:, :, : right - left]
        values, valid = self._values[part], self._valid[part]
        if right == self._end:
            self._values, self._valid = self._empty(0)
        return Window(left, self._row, right - left, self._height), values, valid

    def _move(self, left: int, known: int, wanted: int, width: int) -> None:
        """Begin with column ``left``; what is known stays; the arrays hold what is wanted, up to ``width``."""
        kept, place = np.s_[:, :, left - self._left:known - self._left], np.s_[:, :, : known - left]
        before = self._values, self._valid
        if wanted - left > self._values.shape[2]:
            self._values, self._valid = self._empty(min(width, self._end - left))
        if known > left and (before[0] is not self._values or left > self._left):
            self._values[place], self._valid[place] = before[0][kept], before[1][kept]
        self._left = left

    def _empty(self, width: int) -> tuple[np.ndarray, np.ndarray]:
        shape = len(self._view.image.bands), max(self._height, 0), width
        return np.empty(shape, self._view.dtype), np.empty(shape, bool)
