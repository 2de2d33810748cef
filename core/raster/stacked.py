"""The bands of several images on one grid as one raster."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from osgeo import gdal

from ..progress import Stop
from .dataset import numpy_type
from .image import Image
from .nodata import needs_double
from .source import Pixels, Source
from .window import Window


class Stacked(Source):
    """All bands of images that lie on one grid, image by image.

    Images of one type with one nodata value keep them.  Others become floating point with NaN for nothing: a mask of
    the file would hold for all dates at once.
    """

    moved = True

    def __init__(self, sources: Sequence[Source], names: Sequence[str]):
        """``names``: of the images."""
        self._sources = sources
        images = [source.image for source in sources]
        gdal_type, nodata = _common(images)
        number = sum(len(image.bands) for image in images)
        scales = [scale for image in images for scale in image.scales]
        self.image = images[0].with_values(gdal_type, nodata, number, scales)
        self.names = tuple(f"{name} B{band}" for name, image in zip(names, images) for band in image.bands)
        self.others = images[1:]
        self._dtype = numpy_type(gdal_type)

    def most_pixels(self, memory: float) -> float:
        """See `Source`: what one image takes to be read, beside all values and their validity."""
        share = len(self.image.bands) * (self._dtype.itemsize + 1)
        return min(1.0 / (1.0 / source.most_pixels(memory) + share / memory) for source in self._sources)

    def fetch(self, window: Window, stop: Stop) -> Pixels:
        """See `Source`."""
        shape = len(self.image.bands), *window.shape
        values, valid, first = np.zeros(shape, np.result_type(self._dtype, np.float32)), np.zeros(shape, bool), 0
        for source in self._sources:
            stop()
            seen = source.read(window)
            part = np.s_[first:first + len(seen.values)]
            values[part], valid[part] = seen.values, seen.valid
            source.release_cache()
            first += len(seen.values)
        return Pixels(values, valid)

    def close(self) -> None:
        """See `Source`."""
        for source in self._sources:
            source.close()


def _common(images: Sequence[Image]) -> tuple[int, float]:
    """GDAL's type and the nodata value of all bands."""
    values = {value for image in images for value in image.nodata}
    types = {image.gdal_type for image in images}
    if len(types) == 1 and len(values) == 1 and None not in values and all(image.nodata_hides for image in images):
        masks = any(image.shared_mask or image.band_masks for image in images)
        if not masks:
            return types.pop(), values.pop()
    double = any(needs_double(image.dtype) for image in images)
    return (gdal.GDT_Float64 if double else gdal.GDT_Float32), math.nan
