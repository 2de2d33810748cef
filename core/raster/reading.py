"""Images as they appear on the canvas: values and validity of any canvas window."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator

import numpy as np
from osgeo import gdal

from .canvas import footprint
from .dataset import read_into, read_mask, read_window
from .grid import Grid
from .hidden import source_to_warp
from .image import Image, open_image
from .nodata import needs_double, valid_values
from .warping import keep_until_closed, warped
from .window import Window

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
        if image.border is not None:
            valid &= ~image.border.within(window)
        if values.dtype.kind == "f":
            valid &= np.isfinite(values)


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
            self._reader: ImageReader | WarpedReader = ImageReader(image, handles)
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


def reading_windows(
    image: Image, tile: tuple[int, int], most_pixels: float, handles: Handles, memory: float
) -> Iterator[Window]:
    """Windows of whole tiles for reading an image; what GDAL's block cache holds is given back on the way.

    Blocks that reach over several windows stay there to the end of a row of windows, so that they
    are decoded once; where the row's values take more than ``memory`` bytes, to the end of a window.
    """
    row_bytes = image.width * tile[1] * len(image.bands) * image.dtype.itemsize
    kept = tile[0] % image.tiling[0] != 0 and row_bytes <= memory
    for window in image.grid.window.cut(tile, most_pixels):
        yield window
        if window.right == image.width or not kept:
            handles.release_cache()


def opaque(dtype: np.dtype) -> float:
    """What an alpha band of a type holds where nothing shines through."""
    return 1.0 if dtype.kind == "f" else float(np.iinfo(dtype).max)
