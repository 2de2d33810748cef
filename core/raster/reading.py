"""Images as they appear on the canvas: values and validity of any canvas window."""

from __future__ import annotations

import numpy as np
from osgeo import gdal

from .canvas import footprint
from .dataset import read_into
from .grid import Grid
from .hidden import source_to_warp
from .image import Image
from .nodata import needs_double
from .source import FileSource, Handles
from .warping import keep_until_closed, warped
from .window import Window

WARPED_BLOCK = 1024
"""Pixels along a side that are warped at once: every piece reads some of its neighbours' blocks again."""


class WarpedReader:
    """Reads an image of another grid through a warped VRT onto the canvas.

    Finer images are averaged; others take the nearest pixel, because interpolation would
    smooth them and a smoothed image has a smaller standard deviation, hence a wrong gain.
    """

    def __init__(self, image: Image, canvas: Grid, window: Window, handles: Handles):
        self.image = image
        self._canvas = canvas
        self._window = window
        self._handles = handles
        self.dtype = np.dtype(np.float64 if needs_double(image.dtype) else np.float32)
        self.block_size = (WARPED_BLOCK, WARPED_BLOCK)

    def _dataset(self) -> gdal.Dataset:
        return self._handles.get(self.image.path, self._warp)

    def _warp(self) -> gdal.Dataset:
        canvas, image = self._canvas, self.image
        finer = image.width * image.height > 1.5 * self._window.pixels
        gdal_type = gdal.GDT_Float64 if self.dtype.itemsize == 8 else gdal.GDT_Float32
        source, kept, nodata = source_to_warp(image, gdal_type)
        result = warped(
            image.path,
            source,
            canvas.part(self._window),
            "average" if finer else "near",
            gdal_type,
            srcSRS=image.crs or None,
            srcNodata=nodata,
            warpOptions=["UNIFIED_SRC_NODATA=NO"],
            errorThreshold=0.125,
        )
        keep_until_closed(result, kept)
        return result

    def read_into(self, window: Window, values: np.ndarray, valid: np.ndarray) -> None:
        """Read values, floating point, and validity of a window of the footprint into two arrays (K, height, width)."""
        read_into(self._dataset(), self.image.path, range(1, len(self.image.bands) + 1), window, values)
        np.isfinite(values, out=valid)


class ImageOnCanvas:
    """One image seen from the canvas."""

    def __init__(self, image: Image, canvas: Grid, handles: Handles):
        self.image = image
        self.window: Window = footprint(image, canvas)
        if image.grid.is_aligned(canvas):
            self._reader: FileSource | WarpedReader = FileSource(image, handles)
        else:
            self._reader = WarpedReader(image, canvas, self.window, handles)

    @property
    def block_size(self) -> tuple[int, int]:
        """Width and height of what is decoded at once."""
        width, height = self._reader.block_size
        return min(width, self.window.width), min(height, self.window.height)

    @property
    def dtype(self) -> np.dtype:
        """Of the values."""
        return self._reader.dtype

    @property
    def bytes_per_pixel(self) -> int:
        """Of values and validity of all bands."""
        return len(self.image.bands) * (self.dtype.itemsize + 1)

    def block_end(self, column: int) -> int:
        """The first canvas column, at or after ``column``, where a block of the file begins or the image ends."""
        left, width = self.window.column, self.block_size[0]
        return min(left + -(-(column - left) // width) * width, self.window.right)

    def read(self, window: Window) -> tuple[Window, np.ndarray, np.ndarray]:
        """Values and validity where the canvas window meets the image's footprint.

        Returns the part's window relative to ``window``, values and validity (K, h, w).
        """
        part = window.intersection(self.window)
        shape = len(self.image.bands), *part.shape
        values, valid = np.empty(shape, self.dtype), np.empty(shape, bool)
        self.read_into(part, values, valid)
        return part.relative_to(window), values, valid

    def read_into(self, window: Window, values: np.ndarray, valid: np.ndarray) -> None:
        """Read a window of the canvas that lies within the footprint into two arrays (K, height, width)."""
        self._reader.read_into(window.relative_to(self.window), values, valid)


class Strip:
    """Some rows of one image on the canvas, read from left to right so that every block of the file is decoded once.

    GDAL decodes whole blocks.  What a step has read beyond its own columns is held for the next one.
    """

    def __init__(self, view: ImageOnCanvas, window: Window):
        """``window`` of the canvas, of which only the columns are asked for by steps."""
        self._view = view
        self._left, self._row, width, self._height = window.intersection(view.window)
        self._end = self._left + width
        self._known = self._left
        self._values, self._valid = self._room(0)

    def read(self, left: int, right: int) -> tuple[Window, np.ndarray, np.ndarray] | None:
        """Values and validity (K, height, width) between two canvas columns, and where on the canvas.

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
            self._values, self._valid = self._room(0)
        return Window(left, self._row, right - left, self._height), values, valid

    def _move(self, left: int, known: int, wanted: int, width: int) -> None:
        """Begin with column ``left``; what is known stays, and there is room for what is wanted, up to ``width``."""
        kept, place = np.s_[:, :, left - self._left:known - self._left], np.s_[:, :, : known - left]
        before = self._values, self._valid
        if wanted - left > self._values.shape[2]:
            self._values, self._valid = self._room(min(width, self._end - left))
        if known > left and (before[0] is not self._values or left > self._left):
            self._values[place], self._valid[place] = before[0][kept], before[1][kept]
        self._left = left

    def _room(self, width: int) -> tuple[np.ndarray, np.ndarray]:
        shape = len(self._view.image.bands), max(self._height, 0), width
        return np.empty(shape, self._view.dtype), np.empty(shape, bool)
