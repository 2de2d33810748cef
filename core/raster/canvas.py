"""The canvas: the grid over all images of a run, north-up."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import MixedReferenceSystemsError, ReferenceSystemError
from ..messages import Message
from ..progress import Progress, Silent, cancellable
from .dataset import quiet_gdal
from .grid import ALIGNED, Grid
from .image import Image
from .reference_system import same_crs, through, transformation, without_heights
from .window import Window


class Place(NamedTuple):
    """Where an image lies in a coordinate system, its sides along the axes."""

    west: float
    south: float
    east: float
    north: float
    pixel_width: float
    pixel_height: float

    def grid(self, crs: str) -> Grid:
        """Pixels of this size from its corner on."""
        size = (self.east - self.west) / self.pixel_width, (self.north - self.south) / self.pixel_height
        return Grid(crs, (self.west, self.pixel_width, 0.0, self.north, 0.0, -self.pixel_height), *map(round, size))


def places_of(images: Sequence[Image], progress: Progress = Silent()) -> tuple[str, list[Place]]:
    """The most frequent coordinate system, and where each image lies in it.

    Raises `MixedReferenceSystemsError`, `ReferenceSystemError` or `Cancelled`.
    """
    nameless = [image.path for image in images if not image.crs]
    if nameless and len(nameless) < len(images):
        raise MixedReferenceSystemsError(nameless)
    crs = _most_frequent_crs(images)
    return crs, [place_in(image, crs) for image in cancellable(images, progress)]


def make_canvas(images: Sequence[Image]) -> Grid:
    """The grid over all images.

    Its CRS is the most frequent one, its pixel the coarsest in that CRS (so that all images
    are compared on one support), its origin that of the north-westernmost image on that grid.
    The order of the images has no influence.  Raises as `places_of`.
    """
    crs, places = places_of(images)
    pixel_width = max(place.pixel_width for place in places)
    pixel_height = max(place.pixel_height for place in places)
    pixels = Grid(crs, (0.0, pixel_width, 0.0, 0.0, 0.0, -pixel_height), 1, 1)
    anchor = min(
        [place for place in places if place.grid(crs).is_aligned(pixels)] or places,
        key=lambda place: (-place.north, place.west),
    )
    west, south = min(place.west for place in places), min(place.south for place in places)
    east, north = max(place.east for place in places), max(place.north for place in places)
    first_column = math.floor((west - anchor.west) / pixel_width + ALIGNED)
    first_row = math.floor((anchor.north - north) / pixel_height + ALIGNED)
    x, y = anchor.west + first_column * pixel_width, anchor.north - first_row * pixel_height
    return Grid(
        crs,
        (x, pixel_width, 0.0, y, 0.0, -pixel_height),
        max(1, math.ceil((east - x) / pixel_width - ALIGNED)),
        max(1, math.ceil((y - south) / pixel_height - ALIGNED)),
    )


def footprint(image: Image, canvas: Grid) -> Window:
    """The window of a grid that holds the image's raster."""
    if image.grid.is_aligned(canvas):
        return image.grid.window_on(canvas)[0]
    return canvas.window_of(place_in(image, canvas.crs)[:4])


def meets(image: Image, grid: Grid) -> bool:
    """Whether an image covers any pixel of a grid."""
    return not footprint(image, grid).intersection(grid.window).is_empty


def _most_frequent_crs(images: Sequence[Image]) -> str:
    counts = Counter(image.crs for image in images)
    return min(counts, key=lambda crs: (-counts[crs], crs))


def place_in(image: Image, crs: str) -> Place:
    """Where an image lies in a coordinate system.  Raises `ReferenceSystemError`."""
    if same_crs(image.crs, crs):
        return Place(*image.bounds, *image.grid.pixel_size)
    place = _warped_place((image.width, image.height), image.geotransform, image.crs, crs)
    if place is None:
        raise ReferenceSystemError(image.path, image.crs, crs)
    return place


@lru_cache(maxsize=100_000)
def _warped_place(size: tuple[int, int], geotransform: tuple[float, ...], source: str, crs: str) -> Place | None:
    """Where a grid lies in another system, as GDAL would warp it; None where it does not.

    Asked several times of every image of a run, so no file is opened for it.
    """
    grid = gdal.GetDriverByName("VRT").Create("", *size, 1)
    grid.SetGeoTransform(geotransform)
    with quiet_gdal():
        try:
            warped = gdal.AutoCreateWarpedVRT(grid, without_heights(source), without_heights(crs))
        except RuntimeError:
            return None
    if warped is None:
        return None
    found = Grid(crs, warped.GetGeoTransform(), warped.RasterXSize, warped.RasterYSize)
    own = Grid(source, geotransform, *size)
    # GDAL's has whole pixels, so up to half of one may be missing
    ends = through(transformation(source, crs, Message("an image")), own.map_of(own.window.edge))
    ends = np.vstack([ends[np.isfinite(ends).all(axis=1)], np.reshape(found.bounds, (2, 2))])
    return Place(*ends.min(axis=0).tolist(), *ends.max(axis=0).tolist(), *found.pixel_size)
