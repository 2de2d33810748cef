"""Two images of any grids as channels on one grid, window by window.

Where pixels have one size and orientation both images are read as they are, at whole pixels, and
the part of a pixel between their grids is added to what is found: interpolating it away would
smooth one of them.  Otherwise the finer one, or the one that is turned, is brought to the other's
grid by GDAL's warper.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple, Protocol

import numpy as np

from ..messages import Message
from ..progress import Stop
from ..raster.bands import with_bands
from ..raster.canvas import footprint
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.on_grid import FINER, NEAREST, OnGrid, resampling_onto
from ..raster.reference_system import through, transformation
from ..raster.source import FileSource, Handles
from ..raster.window import Window
from .channel import channel
from .fitting import fit_transform
from .pair import NotAligned, Pair
from .placement import Placement, located
from .settings import TransformModel
from .transform import Transform

STRIP_VALUES = 2_000_000
"""Of all bands, read at once."""

ENOUGH = 0.5
"""Of the pixels of a mean that must be valid."""

STRAIGHT = 0.01
"""Pixels by which a transform of another coordinate system may be missed."""


Allowed = Callable[[Window], np.ndarray]
"""Which pixels of a window of a grid count, (height, width) bool."""


class Limits(Protocol):
    """What of images is looked at."""

    def on(self, image: Image, grid: Grid) -> Allowed | None:
        """Of an image where it says that it lies, seen from a grid; None: all of it."""
        ...


class View:
    """One channel of an image, seen from a grid by one thread; nothing is valid outside the image."""

    def __init__(self, source: OnGrid, word: str, stop: Stop, allowed: Allowed | None = None):
        """``stop`` is called between strips and raises where reading shall end; ``allowed``: None for all."""
        self._allowed = allowed
        self._stop = stop
        self._gradient = word == "gradient"
        self._word = "mean" if self._gradient else "1" if word.isdigit() else word
        self._source = source
        self._dtype = np.result_type(source.dtype, np.float32)
        self.window = source.window
        """What the image covers of the grid."""

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values, floating point, and validity (height, width) of a window of the grid."""
        return self.means(window, 1)

    def means(self, window: Window, factor: int) -> tuple[np.ndarray, np.ndarray]:
        """The same of squares of ``factor`` pixels along a side, (height // factor, width // factor)."""
        columns, rows = window.width // factor, window.height // factor
        values, valid = np.zeros((rows, columns), self._dtype), np.zeros((rows, columns), bool)
        step = max(1, STRIP_VALUES // max(1, factor**2 * columns * len(self._source.image.bands)))
        for row in range(0, rows, step):
            self._stop()
            number = min(step, rows - row)
            strip = Window(window.column, window.row + row * factor, columns * factor, number * factor)
            seen, known = self._source.measured(strip)
            if self._allowed is not None:
                known &= self._allowed(strip)
            shown = channel(seen, known, self._word)
            values[row:row + number], valid[row:row + number] = _means(*shown, factor)
            self._source.release_cache()
        return channel(values[None], valid[None], "gradient") if self._gradient else (values, valid)


class Comparison(NamedTuple):
    """Two images on one grid."""

    image: View
    reference: View
    grid: Grid
    """Of both; its columns and rows are the positions that transforms are about."""
    lies: Transform
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
        ground = self.grid.map_of(cells)
        return _there(through(transformation(self.grid.crs, self.crs, Message("the reference")), ground))

    def cells_of(self, ground: np.ndarray) -> np.ndarray:
        """The way back of `ground_of`."""
        ground = _there(through(transformation(self.crs, self.grid.crs, Message("the image")), ground))
        return self.grid.positions_of(ground)

    def placement(self, transform: Transform) -> Transform:
        """A transform of positions of the image as it is read, as one of map coordinates of the image's own system.

        Where a system bends it, it becomes an affine one.
        """
        moved = transform.after(self.lies.inverse())
        if transformation(self.grid.crs, self.crs, Message("the image")) is None:
            return moved.seen_by(self.grid)
        cells = self.overlap.edge
        here, belongs = self.ground_of(cells), self.ground_of(moved.moved(cells))
        models = [TransformModel.AFFINE] if moved.is_affine else [TransformModel.HOMOGRAPHY]
        for model in ([TransformModel.TRANSLATION] if moved.is_shift else []) + models:
            found = fit_transform(model, here, belongs, np.ones(len(here)))
            if np.abs(self.cells_of(found.moved(here)) - moved.moved(cells)).max() < STRAIGHT:
                break
        return found


def compare(
    image: Image, reference: Image, word: str, handles: Handles, stop: Stop, reference_word: str = "",
    limits: Limits | None = None,
) -> Comparison:  # fmt: skip
    """Two images on the grid of the reference, or on that of the image where its pixels are larger.

    ``word``: the channel, ``reference_word`` that of the reference where it is another; ``stop`` raises
    where reading shall end; ``limits``: None where all of both counts.
    Raises `NotAligned` where no grid holds both, `DamagedRasterError` or `ReferenceSystemError`.
    """
    aligned = image.grid.is_aligned(reference.grid)
    grid = reference.grid if aligned or _area(image, reference.grid) < FINER else image.grid
    own, lies = view_on(image, word, grid, handles, stop, limits=limits)
    other, other_lies = view_on(reference, reference_word or word, grid, handles, stop, limits=limits)
    return Comparison(own, other, grid, other_lies.inverse().after(lies), image.crs)


def view_on(
    image: Image, word: str, grid: Grid, handles: Handles, stop: Stop, placement: Placement = None,
    limits: Limits | None = None,
) -> tuple[View, Transform]:  # fmt: skip
    """A channel of an image, seen from a grid, and the step from where its pixels are read to where they lie.

    Raises `NotAligned`, `DamagedRasterError` or `ReferenceSystemError`.
    """
    allowed = limits.on(image, grid) if limits is not None else None
    if word.isdigit():
        image = with_bands(image, [int(word)])
    moved, control = located(image, placement)
    as_it_is = placement is None and image.grid.is_aligned(grid)
    if not as_it_is:
        _area(image, grid)
    resampling = NEAREST if as_it_is else resampling_onto(image, grid, "cubic")
    source = OnGrid(FileSource(moved, handles), grid, resampling, control, footprint(moved, grid))
    return View(source, word, stop, allowed), Transform.shift(*source.offset)


def _means(values: np.ndarray, valid: np.ndarray, factor: int) -> tuple[np.ndarray, np.ndarray]:
    if factor == 1:
        return values, valid
    shape = values.shape[0] // factor, factor, values.shape[1] // factor, factor
    number = valid.reshape(shape).sum(axis=(1, 3))
    total = np.where(valid, values, 0.0).reshape(shape).sum(axis=(1, 3), dtype=np.float64)
    return (total / np.maximum(number, 1)).astype(values.dtype), number >= ENOUGH * factor**2


def _area(image: Image, grid: Grid) -> float:
    """The area of an image's pixel in those of a grid, at the image's middle.  Raises `NotAligned`."""
    area = image.grid.pixel_area_on(grid, image.path)
    if not math.isfinite(area):
        raise NotAligned(Message("its middle does not exist in the coordinate system of the reference"))
    return area


def _there(points: np.ndarray) -> np.ndarray:
    """The points.  Raises `NotAligned` where one has no place."""
    if not np.isfinite(points).all():
        raise NotAligned(Message("its extent does not exist in the coordinate system of the reference"))
    return points
