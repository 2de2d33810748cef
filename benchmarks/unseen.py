"""How well the local step does on ground it has not seen.

A local step that only memorised the overlaps would make them agree and help nowhere else.  So the
blocks are dealt into folds; for every fold the step is solved without that fold's blocks, and the
pixels of those blocks are kept.  Put together, they are one raster per image in which every pixel
was corrected by a fit that had not seen its block.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from evenlight.core.checks import check_images
from evenlight.core.jobs import local_block_adjustment
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.radiometry.metrics import FOLDS, fold_of
from evenlight.core.raster.canvas import footprint, make_canvas
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.image import Image
from evenlight.core.settings import LocalSettings, OutputSettings, SelectionMode, StatisticsSettings
from evenlight.core.statistics.blocks import BlockGrid, block_bounds, block_grid


class Folds:
    """The blocks of a set of images, each in one fold."""

    def __init__(self, images: Sequence[Image], settings: LocalSettings):
        self._canvas: Grid = make_canvas(images)
        bounds = block_bounds(self._canvas, settings.canvas_extent)
        self._grid: BlockGrid = block_grid(self._canvas, bounds, len(images), settings)[0]
        rows, columns = self._grid.rows, self._grid.columns
        self._fold = fold_of(np.arange(rows * columns), columns).reshape(rows, columns)

    def polygons(self, fold: int) -> PolygonMask:
        """The blocks of one fold."""
        west, _, _, north = self._grid.bounds
        polygons = []
        for row, column in np.argwhere(self._fold == fold):
            left, top = west + column * self._grid.cell_width, north - row * self._grid.cell_height
            polygons.append(MaskPolygon(_rectangle(left, top, self._grid.cell_width, self._grid.cell_height)))
        return PolygonMask(tuple(polygons), self._canvas.crs)

    def of_pixels(self, image: Image) -> np.ndarray:
        """The fold of every pixel of an image: (height, width) int."""
        column, row, width, height = footprint(image, self._canvas)
        lefts = [self._grid.column_start(self._canvas, number) for number in range(self._grid.columns + 1)]
        tops = [self._grid.row_start(self._canvas, number) for number in range(self._grid.rows + 1)]
        columns = _block_of(np.arange(column, column + width), np.array(lefts))
        rows = _block_of(np.arange(row, row + height), np.array(tops))
        return self._fold[rows[:, None], columns[None]]


def corrected_unseen(paths: Sequence[str], folder: Path, settings: LocalSettings) -> list[str]:
    """Write the images as corrected by fits that had not seen each block; returns their paths.

    The images must lie on grids of one pixel size, as those of the benchmark do.
    """
    images = check_images(paths)
    dealt = Folds(images, settings)
    folder.mkdir(parents=True, exist_ok=True)
    targets: list[str] = []
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        for fold in range(FOLDS):
            result = local_block_adjustment(
                list(paths),
                OutputSettings(folder=scratch, name="$.tif"),
                settings=settings,
                statistics=StatisticsSettings(mask_mode=SelectionMode.EXCLUDE),
                mask=dealt.polygons(fold),
            )
            if not targets:
                targets = [str(folder / Path(path).name) for path in result.outputs]
                for source, target in zip(result.outputs, targets):
                    shutil.copyfile(source, target)
                continue
            for image, source, target in zip(images, result.outputs, targets):
                _take(source, target, dealt.of_pixels(image) == fold, image.bands)
    return targets


def _take(source: str, target: str, chosen: np.ndarray, bands: Sequence[int]) -> None:
    """Copy the chosen pixels of ``source`` over those of ``target``."""
    new, old = gdal.Open(source), gdal.Open(target, gdal.GA_Update)
    for number in bands:
        band = old.GetRasterBand(number)
        band.WriteArray(np.where(chosen, new.GetRasterBand(number).ReadAsArray(), band.ReadAsArray()))
    old.FlushCache()


def _block_of(pixels: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Which block each canvas row or column lies in."""
    return np.clip(np.searchsorted(starts, pixels, side="right") - 1, 0, len(starts) - 2)


def _rectangle(left: float, top: float, width: float, height: float) -> bytes:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in _corners(left, top, width, height):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return bytes(polygon.ExportToWkb())


def _corners(left: float, top: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Around a rectangle and back to the first corner."""
    yield from ((left, top), (left + width, top), (left + width, top - height), (left, top - height), (left, top))
