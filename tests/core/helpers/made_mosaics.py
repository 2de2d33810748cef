"""Images on one grid with a known union, for mosaics."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from made_scenes import texture, write

from evenlight.core.mosaicking.members import Layout, layout_of
from evenlight.core.raster.image import describe
from evenlight.core.raster.source import FileSource, Handles
from evenlight.core.raster.target_grid import TargetGrid
from evenlight.core.settings import GridSettings, Resampling


def sources_of(paths):
    """Of files, in their order."""
    handles = Handles()
    return [FileSource(describe(path), handles) for path in paths]


def layout(paths) -> Layout:
    """The layout of files, in their order."""
    sources = sources_of(paths)
    return layout_of(sources, TargetGrid.of([source.image for source in sources], GridSettings()), Resampling.CUBIC)


def cut_images(folder: Path, places, truth=None, dtype="uint16", gains=None, nodata=0) -> list[str]:
    """Cut images from one ground: ``places`` are (row, column, valid) with bool (height, width) ``valid``."""
    rows = max(row + valid.shape[0] for row, _, valid in places)
    columns = max(column + valid.shape[1] for _, column, valid in places)
    truth = texture(2, max(rows, 64), max(columns, 64), seed=3) if truth is None else truth
    paths = []
    for index, (row, column, valid) in enumerate(places):
        height, width = valid.shape
        values = truth[:, row : row + height, column : column + width] * (1.0 if gains is None else gains[index])
        stored = np.where(valid, np.maximum(values, 1), nodata).astype(dtype)
        paths.append(write(folder / f"image_{index:03}.tif", stored, row, column, nodata=nodata))
    return paths


def box(row, column, height, width):
    """A rectangle of data."""
    return row, column, np.ones((height, width), bool)


def turned(size, degrees):
    """A square turned within its raster."""
    y, x = np.mgrid[:size, :size] - (size - 1) / 2
    angle = np.radians(degrees)
    u, v = x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)
    return np.maximum(np.abs(u), np.abs(v)) < size * 0.36


def _holed(size):
    valid = np.ones((size, size), bool)
    valid[20:30, 40:52] = valid[5, 5] = False
    valid[60:, 60:] &= np.random.default_rng(2).random((size - 60, size - 60)) > 0.3
    return valid


def _multipart(size):
    valid = np.ones((size, size), bool)
    valid[:, 30:50] = False
    valid[50:70] = False
    return valid


SHAPES = {
    "rotated 3 x 3": [(70 * r, 70 * c, turned(120, 11 + 7 * r - 5 * c)) for r in range(3) for c in range(3)],
    "contained": [box(0, 0, 150, 160), box(40, 50, 40, 30)],
    "identical": [box(0, 0, 90, 80), box(0, 0, 90, 80), box(0, 0, 90, 80)],
    "multipart": [(0, 0, _multipart(100)), (30, 40, _multipart(100)), (60, 0, turned(100, 30))],
    "touching": [box(0, 0, 60, 70), box(0, 70, 60, 70), box(60, 0, 50, 140)],
    "holed": [(0, 0, _holed(100)), (30, 30, _holed(100)), (0, 60, turned(110, 20))],
    "disjoint": [box(0, 0, 40, 40), box(0, 80, 40, 50), box(90, 30, 40, 40)],
    "one pixel of overlap": [box(0, 0, 60, 60), box(0, 59, 60, 60), box(59, 59, 60, 60), box(59, 0, 60, 60)],
    "one": [(0, 0, turned(90, 17))],
    "tiny": [box(0, 0, 3, 5), box(1, 2, 4, 4), box(2, 6, 1, 1), box(0, 4, 2, 20)],
    "crossing": [box(40, 0, 30, 120), box(0, 45, 120, 30)],
    "no data at all": [box(0, 0, 40, 40), (0, 20, np.zeros((40, 40), bool))],
}
"""Places of images whose parts are hard to tell."""


def union_of(places, shape) -> np.ndarray:
    """How many images have data in each pixel."""
    found = np.zeros(shape, int)
    for row, column, valid in places:
        found[row : row + valid.shape[0], column : column + valid.shape[1]] += valid
    return found


def assert_partition(labels, places) -> None:
    """Every pixel that any image has comes from one image that has it, and no other one comes from any."""
    covered = union_of(places, labels.shape)
    assert ((labels >= 0) == (covered > 0)).all()
    for index, (row, column, valid) in enumerate(places):
        here = labels == index
        own = np.zeros(labels.shape, bool)
        own[row : row + valid.shape[0], column : column + valid.shape[1]] = valid
        assert not (here & ~own).any()
