"""Two images of any grids as channels on one grid, window by window.

Where pixels have one size and orientation both images are read as they are, at whole pixels, and
the part of a pixel between their grids is added to what is found: interpolating it away would
smooth one of them.  Otherwise the finer one, or the one that is turned, is brought to the other's
grid by GDAL's warper.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..raster.canvas import DRIFT
from ..raster.dataset import read_into
from ..raster.hidden import source_to_warp
from ..raster.image import Image
from ..raster.reading import Handles, ImageReader, Window, intersection
from ..raster.reference_system import same_crs, transformation
from ..raster.warping import Positions, RasterGrid
from .channel import channel
from .fitting import fit_motion
from .motion import Motion, grid_matrix
from .pair import NotAligned, Pair
from .placement import edges, own_grid, resampled
from .settings import MotionModel

STRIP_VALUES = 2_000_000
"""Of all bands, read at once."""

FINER = 0.8
"""Area of a pixel over that of another from which it is brought to the other's grid by averaging."""

ENOUGH = 0.5
"""Of the pixels of a mean that must be valid."""

STRAIGHT = 0.01
"""Pixels by which a motion of another coordinate system may be missed."""


class View:
    """One channel of an image, seen from a grid by one thread; nothing is valid outside the image."""

    def __init__(
        self, image: Image, word: str, window: Window, grid: RasterGrid | None, resampling: str | None, handles: Handles
    ):
        """``window``: what the image covers of the grid.

        ``grid`` and ``resampling``, GDAL's word: where the image's pixels must be brought to the grid.
        """
        self._gradient = word == "gradient"
        self._word = "mean" if self._gradient else word
        if word.isdigit():
            image, self._word = _only_band(image, int(word)), "1"
        self.window = window
        self._image = image
        self._grid = grid
        self._resampling = resampling
        self._brought: gdal.Dataset | None = None
        self._handles = handles
        self._reader = ImageReader(image, handles)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values float32 and validity (height, width) of a window of the grid."""
        return self.means(window, 1)

    def means(self, window: Window, factor: int) -> tuple[np.ndarray, np.ndarray]:
        """The same of squares of ``factor`` pixels along a side, (height // factor, width // factor)."""
        column, first, width, height = window
        columns, rows = width // factor, height // factor
        values, valid = np.zeros((rows, columns), np.float32), np.zeros((rows, columns), bool)
        step = max(1, STRIP_VALUES // (factor**2 * columns * len(self._image.bands)))
        for row in range(0, rows, step):
            number = min(step, rows - row)
            strip = self._strip((column, first + row * factor, columns * factor, number * factor))
            values[row:row + number], valid[row:row + number] = _means(*strip, factor)
            self._handles.release_cache()
        return channel(values[None], valid[None], "gradient") if self._gradient else (values, valid)

    def _strip(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Of a few rows, every pixel."""
        _, _, width, height = window
        values, valid = np.zeros((height, width), np.float32), np.zeros((height, width), bool)
        part = column, row, *size = intersection(window, self.window)
        if min(size) > 0:
            found = self._bands((column - self.window[0], row - self.window[1], *size))
            inside = np.s_[row - window[1]:row - window[1] + size[1], column - window[0]:column - window[0] + size[0]]
            values[inside], valid[inside] = channel(*found, self._word)
        return values, valid

    def _bands(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity (K, height, width) of a window of what the image covers."""
        if self._grid is None:
            return self._reader.read(window)
        if self._brought is None:
            part = _part(self._grid, self.window)
            self._brought = resampled(self._image, None, part, self._resampling, gdal.GDT_Float32)
        values = np.empty((len(self._image.bands), window[3], window[2]), np.float32)
        read_into(self._brought, self._image.path, range(1, len(values) + 1), window, values)
        self._brought.FlushCache()
        return values, np.isfinite(values)


class Comparison(NamedTuple):
    """Two images on one grid."""

    image: View
    reference: View
    grid: RasterGrid
    """Of both; its columns and rows are the positions that motions are about."""
    lies: Motion
    """From positions of the image as it is read to where it says that they lie, less than a pixel away."""
    crs: str
    """Of the image."""

    @property
    def overlap(self) -> Window:
        """What both cover, by what they say."""
        return intersection(self.image.window, self.reference.window)

    def pair(self, window: Window, step: tuple[int, int] = (0, 0), factor: int = 1) -> Pair:
        """A window of the reference, and of the image what lies there after ``step`` columns and rows."""
        column, row, width, height = window
        reference, reference_valid = self.reference.means(window, factor)
        image, image_valid = self.image.means((column - step[0], row - step[1], width, height), factor)
        return Pair(image, reference, image_valid, reference_valid)

    def placement(self, motion: Motion) -> Motion:
        """A motion of positions of the image as it is read, as one of map coordinates of the image's own system.

        Where a system bends it, it becomes an affine one.
        """
        moved = motion.after(self.lies.inverse())
        ground = moved.seen_by(self.grid.geotransform)
        if same_crs(self.crs, self.grid.crs) or not self.crs or not self.grid.crs:
            return ground
        window = self.overlap
        cells = edges(window[2], window[3]) + np.array(window[:2])
        there, back = _ways(self.grid.crs, self.crs)
        pixels = Motion(grid_matrix(self.grid.geotransform))
        here = there(pixels.moved(cells))
        belongs = there(ground.moved(pixels.moved(cells)))
        models = [MotionModel.AFFINE] if moved.is_affine else [MotionModel.HOMOGRAPHY]
        for model in ([MotionModel.TRANSLATION] if moved.is_shift else []) + models:
            found = fit_motion(model, here, belongs, np.ones(len(here)))
            wanted, reached = (pixels.inverse().moved(back(points)) for points in (belongs, found.moved(here)))
            if np.abs(reached - wanted).max() < STRAIGHT:
                break
        return found


def compare(image: Image, reference: Image, word: str, handles: Handles, reference_word: str = "") -> Comparison:
    """Two images on the grid of the reference, or on that of the image where its pixels are larger.

    ``word``: the channel, ``reference_word`` that of the reference where it is another.
    Raises `NotAligned` where no grid holds both, `DamagedRasterError` or `ReferenceSystemError`.
    """
    grid, window = own_grid(reference), (0, 0, reference.width, reference.height)
    reference_word = reference_word or word
    if _pixels_agree(image, reference):
        corner = _from_map(grid, image.geotransform[0], image.geotransform[3])
        column, row = (round(value) for value in corner)
        lies = Motion.shift(corner[0] - column, corner[1] - row)
        own = View(image, word, (column, row, image.width, image.height), None, None, handles)
        return Comparison(own, View(reference, reference_word, window, None, None, handles), grid, lies, image.crs)
    share, covered = _seen_from(image, grid)
    other = own_grid(image)
    if share < 1.0 / FINER:
        own = View(image, word, covered, grid, _kernel(share), handles)
        direct = View(reference, reference_word, window, None, None, handles)
        return Comparison(own, direct, grid, Motion.shift(0.0, 0.0), image.crs)
    share, covered = _seen_from(reference, other)
    brought = View(reference, reference_word, covered, other, _kernel(share), handles)
    own = View(image, word, (0, 0, image.width, image.height), None, None, handles)
    return Comparison(own, brought, other, Motion.shift(0.0, 0.0), image.crs)


def _kernel(share: float) -> str:
    """GDAL's word for bringing pixels to those of a grid, ``share`` times as large."""
    return "average" if share < FINER else "cubic"


def _means(values: np.ndarray, valid: np.ndarray, factor: int) -> tuple[np.ndarray, np.ndarray]:
    if factor == 1:
        return values, valid
    shape = values.shape[0] // factor, factor, values.shape[1] // factor, factor
    number = valid.reshape(shape).sum(axis=(1, 3))
    total = np.where(valid, values, 0.0).reshape(shape).sum(axis=(1, 3), dtype=np.float64)
    return (total / np.maximum(number, 1)).astype(np.float32), number >= ENOUGH * factor**2


def _only_band(image: Image, number: int) -> Image:
    """The image as if it had one measuring band."""
    place = image.bands.index(number)
    return replace(
        image,
        bands=(number,),
        nodata=image.nodata[place:place + 1],
        scales=image.scales[place:place + 1],
        band_masks=image.band_masks[place:place + 1],
    )


def _part(grid: RasterGrid, window: Window) -> RasterGrid:
    column, row, width, height = window
    x, dx, rx, y, ry, dy = grid.geotransform
    corner = x + column * dx + row * rx, y + column * ry + row * dy
    return RasterGrid(grid.crs, (corner[0], dx, rx, corner[1], ry, dy), width, height)


def _pixels_agree(image: Image, reference: Image) -> bool:
    """Whether two images' pixels have one size and orientation."""
    if not same_crs(image.crs, reference.crs):
        return False
    linear = np.linalg.inv(grid_matrix(reference.geotransform)[:2, :2]) @ grid_matrix(image.geotransform)[:2, :2]
    return bool((np.abs((linear - np.eye(2)) @ np.diag([image.width, image.height])) < DRIFT).all())


def _from_map(grid: RasterGrid, x: float, y: float) -> tuple[float, float]:
    """The column and row of a place."""
    west, dx, rx, north, ry, dy = grid.geotransform
    columns, rows = np.linalg.solve(np.array([[dx, rx], [ry, dy]]), np.array([x - west, y - north]))
    return float(columns), float(rows)


def _seen_from(image: Image, grid: RasterGrid) -> tuple[float, Window]:
    """The area of an image's pixel in those of a grid, and the window of the grid that it covers.

    Raises `NotAligned`, `DamagedRasterError` or `ReferenceSystemError`.
    """
    if not grid.north_up and not same_crs(image.crs, grid.crs):
        raise NotAligned("one image is turned and the other has another coordinate system: warp one of them first.")
    source, _, _ = source_to_warp(image, gdal.GDT_Float32)
    crs = "" if same_crs(image.crs, grid.crs) else grid.crs
    positions = Positions(image.path, source, crs)
    reached = positions.of(edges(image.width, image.height))
    if not len(reached):
        raise NotAligned("its extent does not exist in the coordinate system of the reference.")
    cells = Motion(grid_matrix(grid.geotransform)).inverse().moved(reached)
    left, top = np.floor(np.maximum(cells.min(axis=0), -1e6)).astype(int)
    right, bottom = np.ceil(np.minimum(cells.max(axis=0), 1e6)).astype(int)
    middle = np.array([image.width / 2, image.height / 2])
    middle = positions.of(middle + np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    corner = Motion(grid_matrix(grid.geotransform)).inverse().moved(middle)
    area = abs(np.linalg.det(corner[1:] - corner[0]))
    left, top = max(left, 0), max(top, 0)
    return float(area), (int(left), int(top), int(min(right, grid.width) - left), int(min(bottom, grid.height) - top))


def _ways(one: str, other: str):
    """Points of one system in another, and back."""
    ways = transformation(one, other, "the image"), transformation(other, one, "the image")

    def through(way):
        return lambda points: np.array(way.TransformPoints(points.tolist()))[:, :2]

    return tuple(through(way) for way in ways)
