"""Images as they appear on the canvas: values and validity of any canvas window."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from osgeo import gdal

from .canvas import Canvas, footprint, on_canvas_grid
from .dataset import read_into, read_mask, read_window
from .hidden import source_to_warp
from .identity import open_image
from .image import Image
from .nodata import valid_values
from .warping import RasterGrid, keep_until_closed, warped

Window = tuple[int, int, int, int]
"""Column, row, width, height."""

OPEN_DATASETS = 64
"""Handles kept open by one thread."""

WARPED_BLOCK = 1024
"""Pixels along a side that are warped at once: every piece reads some of its neighbours' blocks again."""


class Handles:
    """Open datasets of one thread each: a GDAL handle must not be shared between threads."""

    def __init__(self) -> None:
        self._local = threading.local()

    def __reduce__(self):
        """On a worker every thread opens its own."""
        return Handles, ()

    def get(self, key: str, opener: Callable[[], gdal.Dataset]) -> gdal.Dataset:
        """The calling thread's handle for ``key``, opened on first use."""
        opened: OrderedDict[str, gdal.Dataset] = self._local.__dict__.setdefault("opened", OrderedDict())
        if key not in opened:
            opened[key] = opener()
            if len(opened) > OPEN_DATASETS:
                opened.popitem(last=False)
        opened.move_to_end(key)
        return opened[key]

    def release_cache(self) -> None:
        """Give back what GDAL's block cache holds for the calling thread's handles."""
        for dataset in self._local.__dict__.get("opened", {}).values():
            dataset.FlushCache()


class ImageReader:
    """Reads windows of one image's own grid.

    A pixel is valid if everything that the file states lets it be: the nodata value of its band, masks, alpha
    above 0, and its border; values that are not finite are never valid.  GDAL's own mask heeds one statement only.
    """

    def __init__(self, image: Image, handles: Handles):
        self.image = image
        self._handles = handles

    @property
    def dtype(self) -> np.dtype:
        """Of the values."""
        return self.image.dtype

    @property
    def block_size(self) -> tuple[int, int]:
        """Width and height of what GDAL decodes at once."""
        return self.image.tiling

    def _dataset(self) -> gdal.Dataset:
        return self._handles.get(self.image.path, lambda: open_image(self.image))

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values (K, height, width) in the image's type and validity, bool, of the same shape."""
        dataset = self._dataset()
        values = read_window(dataset, self.image.path, self.image.bands, window)
        valid = np.empty(values.shape, dtype=bool)
        self._find_valid(dataset, values, window, valid)
        return values, valid

    def read_into(self, window: Window, values: np.ndarray, valid: np.ndarray) -> None:
        """Read as `read` does, into two arrays, which may be parts of larger ones."""
        dataset = self._dataset()
        read_into(dataset, self.image.path, self.image.bands, window, values)
        self._find_valid(dataset, values, window, valid)

    def alpha(self, window: Window) -> np.ndarray | None:
        """The alpha band, (height, width) in its own type; None without.

        Where the user's nodata value is all that counts nothing is transparent.
        """
        if self.image.alpha is None:
            return None
        alpha = read_window(self._dataset(), self.image.path, [self.image.alpha], window)[0]
        if self.image.nodata_overridden:
            alpha = np.where(alpha == 0, alpha.dtype.type(opaque(alpha.dtype)), alpha)
        return alpha

    def _find_valid(self, dataset: gdal.Dataset, values: np.ndarray, window: Window, valid: np.ndarray) -> None:
        """Write into ``valid`` which of ``values`` are, bool (K, height, width)."""
        image = self.image
        for band, nodata, own in zip(values, image.nodata, valid):
            valid_values(band, nodata, own)
        if image.file_mask:
            valid &= read_mask(dataset.GetRasterBand(image.bands[0]), image.path, window) != 0
        for band in np.flatnonzero(image.band_masks):
            valid[band] &= read_mask(dataset.GetRasterBand(image.bands[band]), image.path, window) != 0
        if image.alpha is not None and not image.nodata_overridden:
            valid &= read_window(dataset, image.path, [image.alpha], window)[0] > 0
        if image.frame is not None:
            valid &= ~image.frame.within(window)
        if values.dtype.kind == "f":
            valid &= np.isfinite(values)


class WarpedReader:
    """Reads an image of another grid through a warped VRT onto the canvas.

    Finer images are averaged; others take the nearest pixel, because interpolation would
    smooth them and a smoothed image has a smaller standard deviation, hence a wrong gain.
    """

    def __init__(self, image: Image, canvas: Canvas, window: Window, handles: Handles):
        self.image = image
        self._canvas = canvas
        self._window = window
        self._handles = handles
        double = image.dtype.itemsize > 4 or (image.dtype.kind != "f" and image.dtype.itemsize == 4)
        self.dtype = np.dtype(np.float64 if double else np.float32)
        self.block_size = (WARPED_BLOCK, WARPED_BLOCK)

    def _dataset(self) -> gdal.Dataset:
        return self._handles.get(self.image.path, self._warp)

    def _warp(self) -> gdal.Dataset:
        canvas, image = self._canvas, self.image
        _, _, width, height = self._window
        grid = RasterGrid(canvas.crs, canvas.geotransform(self._window), width, height)
        finer = image.width * image.height > 1.5 * width * height
        gdal_type = gdal.GDT_Float64 if self.dtype.itemsize == 8 else gdal.GDT_Float32
        source, kept, nodata = source_to_warp(image, gdal_type)
        result = warped(
            image.path,
            source,
            grid,
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

    def __init__(self, image: Image, canvas: Canvas, handles: Handles):
        self.image = image
        self.window: Window = footprint(image, canvas)
        if on_canvas_grid(image, canvas):
            self._reader: ImageReader | WarpedReader = ImageReader(image, handles)
        else:
            self._reader = WarpedReader(image, canvas, self.window, handles)

    @property
    def block_size(self) -> tuple[int, int]:
        """Width and height of what is decoded at once."""
        width, height = self._reader.block_size
        return min(width, self.window[2]), min(height, self.window[3])

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
        left, width = self.window[0], self.block_size[0]
        return min(left + -(-(column - left) // width) * width, left + self.window[2])

    def read(self, window: Window) -> tuple[Window, np.ndarray, np.ndarray]:
        """Values and validity where the canvas window meets the image's footprint.

        Returns the part's window relative to ``window``, values and validity (K, h, w).
        """
        part = column, row, width, height = intersection(window, self.window)
        shape = len(self.image.bands), height, width
        values, valid = np.empty(shape, self.dtype), np.empty(shape, bool)
        self.read_into(part, values, valid)
        return (column - window[0], row - window[1], width, height), values, valid

    def read_into(self, window: Window, values: np.ndarray, valid: np.ndarray) -> None:
        """Read a window of the canvas that lies within the footprint into two arrays (K, height, width)."""
        column, row, width, height = window
        self._reader.read_into((column - self.window[0], row - self.window[1], width, height), values, valid)


def intersection(one: Window, other: Window) -> Window:
    """The common part of two windows; width or height is 0 or less where there is none."""
    column, row = max(one[0], other[0]), max(one[1], other[1])
    right = min(one[0] + one[2], other[0] + other[2])
    bottom = min(one[1] + one[3], other[1] + other[3])
    return column, row, right - column, bottom - row


def opaque(dtype: np.dtype) -> float:
    """What an alpha band of a type holds where nothing shines through."""
    return 1.0 if dtype.kind == "f" else float(np.iinfo(dtype).max)
