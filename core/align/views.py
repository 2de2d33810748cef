"""Two images of any grids as channels on one grid, window by window.

Where pixels have one size and orientation both images are read as they are, at whole pixels, and
the part of a pixel between their grids is added to what is found: interpolating it away would
smooth one of them.  Otherwise the finer one, or the one that is turned, is brought to the other's
grid by GDAL's warper.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..progress import Stop
from ..raster.bands import with_bands
from ..raster.dataset import read_into
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.reference_system import same_crs, through, transformation
from ..raster.source import FileSource, Handles
from ..raster.window import Window
from .channel import channel
from .fitting import fit_motion
from .motion import Motion
from .pair import NotAligned, Pair
from .placement import Placement, Resampled, edges, resampled
from .settings import MotionModel

STRIP_VALUES = 2_000_000
"""Of all bands, read at once."""

FINER = 0.8
"""Area of a pixel over that of another from which it is brought to the other's grid by averaging."""

ENOUGH = 0.5
"""Of the pixels of a mean that must be valid."""

STRAIGHT = 0.01
"""Pixels by which a motion of another coordinate system may be missed."""


class Brought(NamedTuple):
    """How an image's pixels come to a grid."""

    grid: Grid
    kernel: str
    """GDAL's word."""
    placement: Placement


class View:
    """One channel of an image, seen from a grid by one thread; nothing is valid outside the image."""

    def __init__(
        self, image: Image, word: str, window: Window, brought: Brought | None, handles: Handles,
        stop: Stop,
    ):  # fmt: skip
        """``window``: what the image covers of the grid; ``brought``: how, where its pixels are not the grid's.

        ``stop`` is called between strips and raises where reading shall end.
        """
        self._stop = stop
        self._gradient = word == "gradient"
        self._word = "mean" if self._gradient else word
        if word.isdigit():
            image, self._word = with_bands(image, [int(word)]), "1"
        self.window = window
        self._image = image
        self._dtype = np.result_type(image.dtype, np.float32)
        self._brought = brought
        self._source: Resampled | None = None
        self._handles = handles
        self._reader = FileSource(image, handles)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values, floating point, and validity (height, width) of a window of the grid."""
        return self.means(window, 1)

    def means(self, window: Window, factor: int) -> tuple[np.ndarray, np.ndarray]:
        """The same of squares of ``factor`` pixels along a side, (height // factor, width // factor)."""
        columns, rows = window.width // factor, window.height // factor
        values, valid = np.zeros((rows, columns), self._dtype), np.zeros((rows, columns), bool)
        step = max(1, STRIP_VALUES // max(1, factor**2 * columns * len(self._image.bands)))
        for row in range(0, rows, step):
            self._stop()
            number = min(step, rows - row)
            strip = self._strip(Window(window.column, window.row + row * factor, columns * factor, number * factor))
            values[row:row + number], valid[row:row + number] = _means(*strip, factor)
            self._handles.release_cache()
        return channel(values[None], valid[None], "gradient") if self._gradient else (values, valid)

    def _strip(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Of a few rows, every pixel."""
        values, valid = np.zeros(window.shape, self._dtype), np.zeros(window.shape, bool)
        part = window.intersection(self.window)
        if not part.is_empty:
            found = self._bands(part.relative_to(self.window))
            inside = part.relative_to(window).slices
            values[inside], valid[inside] = channel(*found, self._word)
        return values, valid

    def _bands(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity (K, height, width) of a window of what the image covers."""
        if self._brought is None:
            return self._reader.read(window)[:2]
        if self._source is None:
            grid, kernel, placement = self._brought
            gdal_type = gdal.GDT_Float32 if self._dtype == np.float32 else gdal.GDT_Float64
            self._source = resampled(self._image, placement, grid, kernel, gdal_type)
        values = np.empty((len(self._image.bands), *window.shape), self._dtype)
        read_into(self._source.dataset, self._image.path, range(1, len(values) + 1), window, values)
        self._source.release_cache()
        return values, np.isfinite(values)


class Comparison(NamedTuple):
    """Two images on one grid."""

    image: View
    reference: View
    grid: Grid
    """Of both; its columns and rows are the positions that motions are about."""
    lies: Motion
    """From positions of the image as it is read to where it says that they lie, less than a pixel away."""
    crs: str
    """Of the image."""

    @property
    def overlap(self) -> Window:
        """What both cover, by what they say."""
        return self.image.window.intersection(self.reference.window)

    def pair(self, window: Window, step: tuple[int, int] = (0, 0), factor: int = 1) -> Pair:
        """A window of the reference, and of the image what lies there after ``step`` columns and rows."""
        reference, reference_valid = self.reference.means(window, factor)
        image, image_valid = self.image.means(window.shifted(-step[0], -step[1]), factor)
        return Pair(image, reference, image_valid, reference_valid)

    def ground_of(self, cells: np.ndarray) -> np.ndarray:
        """Map coordinates (n, 2), in the image's own system, of positions (n, 2) of the grid."""
        ground = Motion(self.grid.matrix).moved(cells)
        return _there(through(transformation(self.grid.crs, self.crs, "the reference"), ground))

    def cells_of(self, ground: np.ndarray) -> np.ndarray:
        """The way back of `ground_of`."""
        ground = _there(through(transformation(self.crs, self.grid.crs, "the image"), ground))
        return Motion(self.grid.matrix).inverse().moved(ground)

    def placement(self, motion: Motion) -> Motion:
        """A motion of positions of the image as it is read, as one of map coordinates of the image's own system.

        Where a system bends it, it becomes an affine one.
        """
        moved = motion.after(self.lies.inverse())
        if transformation(self.grid.crs, self.crs, "the image") is None:
            return moved.seen_by(self.grid)
        window = self.overlap
        cells = edges(*window.size) + np.array(window.corner)
        here, belongs = self.ground_of(cells), self.ground_of(moved.moved(cells))
        models = [MotionModel.AFFINE] if moved.is_affine else [MotionModel.HOMOGRAPHY]
        for model in ([MotionModel.TRANSLATION] if moved.is_shift else []) + models:
            found = fit_motion(model, here, belongs, np.ones(len(here)))
            if np.abs(self.cells_of(found.moved(here)) - moved.moved(cells)).max() < STRAIGHT:
                break
        return found


def compare(
    image: Image, reference: Image, word: str, handles: Handles, stop: Stop, reference_word: str = ""
) -> Comparison:
    """Two images on the grid of the reference, or on that of the image where its pixels are larger.

    ``word``: the channel, ``reference_word`` that of the reference where it is another; ``stop`` raises
    where reading shall end.
    Raises `NotAligned` where no grid holds both, `DamagedRasterError` or `ReferenceSystemError`.
    """
    grids = image.grid, reference.grid
    on_reference = image.grid.is_aligned(grids[1]) or _area(image, grids[1]) < 1.0 / FINER
    grid = grids[on_reference]
    own, lies = view_on(image, word, grid, handles, stop)
    other, other_lies = view_on(reference, reference_word or word, grid, handles, stop)
    return Comparison(own, other, grid, other_lies.inverse().after(lies), image.crs)


def view_on(
    image: Image, word: str, grid: Grid, handles: Handles, stop: Stop, placement: Placement = None
) -> tuple[View, Motion]:
    """A channel of an image, seen from a grid, and the step from where its pixels are read to where they lie.

    Raises `NotAligned`, `DamagedRasterError` or `ReferenceSystemError`.
    """
    if placement is None and image.grid.is_aligned(grid):
        window, beside = image.grid.window_on(grid)
        return View(image, word, window, None, handles, stop), Motion.shift(*beside)
    kernel = "average" if _area(image, grid) < FINER else "cubic"
    covered = covered_window(image, grid)
    brought = Brought(grid.part(covered), kernel, placement)
    return View(image, word, covered, brought, handles, stop), Motion.shift(0.0, 0.0)


def _means(values: np.ndarray, valid: np.ndarray, factor: int) -> tuple[np.ndarray, np.ndarray]:
    if factor == 1:
        return values, valid
    shape = values.shape[0] // factor, factor, values.shape[1] // factor, factor
    number = valid.reshape(shape).sum(axis=(1, 3))
    total = np.where(valid, values, 0.0).reshape(shape).sum(axis=(1, 3), dtype=np.float64)
    return (total / np.maximum(number, 1)).astype(values.dtype), number >= ENOUGH * factor**2


def _area(image: Image, grid: Grid) -> float:
    """The area of an image's pixel in those of a grid, at the image's middle.  Raises as `_cells` does."""
    middle = np.array([image.width / 2, image.height / 2])
    corner = _cells(image, grid, middle + np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    if len(corner) < 3:
        raise NotAligned("its middle does not exist in the coordinate system of the reference.")
    return float(abs(np.linalg.det(corner[1:] - corner[0])))


def covered_window(image: Image, grid: Grid) -> Window:
    """The window of a grid that an image covers; without width or height where it covers nothing."""
    cells = _cells(image, grid, edges(image.width, image.height))
    if not len(cells):
        return Window(0, 0, 0, 0)
    most = np.array([grid.width, grid.height])
    left, top = np.clip(np.floor(cells.min(axis=0)), 0, most).astype(int)
    right, bottom = np.clip(np.ceil(cells.max(axis=0)), 0, most).astype(int)
    return Window(int(left), int(top), int(right - left), int(bottom - top))


def _cells(image: Image, grid: Grid, points: np.ndarray) -> np.ndarray:
    """Positions of an image as those of a grid.

    Raises `NotAligned`, `DamagedRasterError` or `ReferenceSystemError`.
    """
    same = same_crs(image.crs, grid.crs)
    if not grid.is_north_up and not same:
        raise NotAligned("one image is turned and the other has another coordinate system: warp one of them first.")
    ground = Motion(image.grid.matrix).moved(points)
    way = None if same else transformation(image.crs, grid.crs, image.path)
    ground = through(way, ground)
    ground = ground[np.isfinite(ground).all(axis=1)]
    return Motion(grid.matrix).inverse().moved(ground)


def _there(points: np.ndarray) -> np.ndarray:
    """The points.  Raises `NotAligned` where one has no place."""
    if not np.isfinite(points).all():
        raise NotAligned("its extent does not exist in the coordinate system of the reference.")
    return points
