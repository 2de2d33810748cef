"""Rows read from left to right."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import write

from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import describe
from evenlight.core.raster.on_grid import OnGrid, Strip, measured_on
from evenlight.core.raster.source import Handles
from evenlight.core.raster.window import Window

SHAPE = (2, 90, 200)
TILED = ["TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"]


def view_of(folder, options):
    """An image that begins 40 columns and 10 rows after another one."""
    values = np.random.default_rng(1).integers(0, 900, SHAPE).astype(np.uint16)
    other = write(folder / "other.tif", values[:, :20, :30], nodata=0)
    images = [describe(other), describe(write(folder / "a.tif", values, row=10, column=40, nodata=0, options=options))]
    return measured_on(images[1], make_canvas(images), Handles()), values


@pytest.mark.parametrize("options", [TILED, []], ids=["tiles", "strips"])
@pytest.mark.parametrize("steps", [[0, 37, 74, 111, 148, 185, 222, 259], [0, 45, 46, 47, 100, 240], [0, 300]])
def test_steps_show_what_the_image_shows(tmp_path, monkeypatch, options, steps):
    """Whatever the steps, every pixel, and every block of the file read once."""
    view, values = view_of(tmp_path, options)
    reads, original = [], OnGrid.read_into

    def counted(self, window, *arrays):
        reads.append(window)
        original(self, window, *arrays)

    monkeypatch.setattr(OnGrid, "read_into", counted)
    strip, seen = Strip(view, Window(0, 26, 300, 41)), []
    for left, right in zip(steps[:-1], steps[1:]):
        found = strip.read(left, right)
        if found is None:
            assert right <= 40 or left >= 240
            continue
        (column, row, width, height), part, valid = found
        assert (column, row, width, height) == (max(left, 40), 26, min(right, 240) - max(left, 40), 41)
        assert np.array_equal(valid, part != 0)
        seen.append(part.copy())
    assert np.array_equal(np.concatenate(seen, axis=2), values[:, 16:57])
    assert sum(width for _, _, width, _ in reads) == 200
    assert all((column - 40) % view.block_size[0] == 0 for column, _, _, _ in reads)


def test_columns_may_be_left_out(tmp_path):
    """What lies between two steps is not read where no block holds it already."""
    view, values = view_of(tmp_path, TILED)
    strip = Strip(view, Window(0, 10, 300, 90))
    for left, right in ((40, 50), (60, 70), (130, 150), (230, 260)):
        (column, _, width, _), part, _ = strip.read(left, right)
        assert np.array_equal(part, values[:, :, column - 40 : column - 40 + width])


def test_no_pixels_beside_the_image(tmp_path):
    """Rows above it, columns beyond it."""
    view, _ = view_of(tmp_path, TILED)
    assert Strip(view, Window(0, 0, 300, 10)).read(0, 300) is None
    assert Strip(view, Window(0, 10, 300, 90)).read(240, 300) is None
