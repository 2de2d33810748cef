"""The one grid that several images are brought to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, OptionError, ReferenceSystemError, some
from ..messages import Message
from ..settings import GridSettings, Resolution
from .canvas import Place, place_in
from .grid import Grid
from .image import Image
from .reference_system import Bounds, same_crs, spatial_reference, transformed_bounds
from .window import Window

NEARLY = 0.01
"""Share by which a pixel size may differ from that of images in the grid's own system, which is then taken."""

MOST_PIXELS_A_SIDE = 2**31 - 1


LARGE = 1e9
"""Pixels up to which no grid is refused."""
MOST_FINER, MOST_EMPTY = 1e4, 1e5
"""Pixels of a grid per pixel of the images, and in all per pixel that images take, beyond which it is a mistake."""


class FarImageError(EvenlightError):
    """An image so far away that a raster of all would be nearly nothing but empty."""

    def __init__(self, path: str, grid: Grid):
        super().__init__(Message(
            "One raster of all images would have {width} x {height} pixels, nearly all of them empty: {path} lies "
            "far from the others. Check its position and coordinate system, or give a TARGET_EXTENT.",
            width=grid.width, height=grid.height, path=path,
        ))


class TargetGrid(NamedTuple):
    """A grid, and the part of it that each image takes."""

    grid: Grid
    windows: Sequence[Window]
    """In the images' order; empty where an image lies outside."""

    @classmethod
    def of(cls, images: Sequence[Image], settings: GridSettings) -> TargetGrid:
        """The grid of these images by a user's settings.

        It is north-up.  Its pixels are those that most of the images share, if their size is the wanted one; else
        they begin at multiples of their size, or at the first image's corner.  Raises `OptionError` or
        `ReferenceSystemError`.
        """
        crs = _system(images, settings)
        places = [place_in(image, crs) for image in images]
        own = np.array([image.grid.pixel_size for image in images if same_crs(image.crs, crs)]).reshape(-1, 2)
        width, height = _pixel_size(places, own, settings)
        lattice = Grid(crs, (0.0, width, 0.0, 0.0, 0.0, -height), 1, 1)
        x, y = _origin(images, places, lattice, settings)
        lattice = replace(lattice, geotransform=(x, width, 0.0, y, 0.0, -height))
        parts = [lattice.cover(place[:4]) for place in places]
        if settings.target_extent is None:
            whole = _union(parts)
        else:
            whole = lattice.cover(_extent(settings, crs))
        if max(whole.size) > MOST_PIXELS_A_SIDE:
            raise OptionError("PIXEL_SIZE", f"{width:g} x {height:g}", Message("larger pixels: the grid has too many"))
        windows = [part.relative_to(whole).intersection(Window(0, 0, *whole.size)) for part in parts]
        return cls(lattice.part(whole), tuple(windows))

    def check(self, images: Sequence[Image], together: bool) -> list[EvenlightError]:
        """Whether the images have parts of it, of sizes that make sense.

        ``together``: whether one raster shows all of them: then some may lie beside it, but not far from each other.
        """
        outside = [image.name for image, window in zip(images, self.windows) if window.is_empty]
        if outside and not (together and len(outside) < len(images)):
            west, south, east, north = self.grid.bounds
            text = f"{west:.10g},{east:.10g},{south:.10g},{north:.10g}"
            return [OptionError("TARGET_EXTENT", text, Message(
                "one that meets all images, it is beside {outside}", outside=some(outside)
            ))]
        pixels = sum(float(window.width) * window.height for window in self.windows)
        own = sum(float(image.width) * image.height for image in images)
        width, height = self.grid.pixel_size
        if pixels > max(LARGE, MOST_FINER * own):
            size = f"{width:.6g} x {height:.6g}"
            wanted = Message("larger pixels: the images' own are {times:.2g} times as large", times=pixels / own)
            return [OptionError("PIXEL_SIZE", size, wanted)]
        if together and float(self.grid.width) * self.grid.height > max(LARGE, MOST_EMPTY * pixels):
            return [FarImageError(self._farthest(images), self.grid)]
        return []

    def _farthest(self, images: Sequence[Image]) -> str:
        """The image that lies farthest from where most are."""
        middles = np.array([(window.column + window.right, window.row + window.bottom) for window in self.windows])
        away = np.abs(middles - np.median(middles, axis=0)).max(axis=1)
        return images[int(away.argmax())].path


def _system(images: Sequence[Image], settings: GridSettings) -> str:
    if not settings.target_crs:
        return images[0].crs
    if not images[0].crs:
        raise OptionError("TARGET_CRS", settings.target_crs, Message("none: the images have no coordinate system"))
    try:
        return spatial_reference(settings.target_crs, "TARGET_CRS").ExportToWkt()
    except ReferenceSystemError as error:
        raise OptionError("TARGET_CRS", settings.target_crs, Message("a code such as EPSG:32633, or WKT")) from error


def check_pixel_size(settings: GridSettings) -> None:
    """Raise `OptionError` for a size that is missing, or of no use."""
    if settings.resolution is not Resolution.GIVEN:
        if settings.pixel_size is not None:
            raise OptionError("PIXEL_SIZE", settings.pixel_size, Message("none, or the RESOLUTION given"))
    elif not (settings.pixel_size and settings.pixel_size > 0):
        given = Message("empty") if settings.pixel_size is None else settings.pixel_size
        raise OptionError("PIXEL_SIZE", given, Message("a number above 0, in map units of the results"))


def _pixel_size(places: Sequence[Place], own: np.ndarray, settings: GridSettings) -> tuple[float, float]:
    """Width and height; ``own`` (n, 2): those of the images that are in the grid's system."""
    check_pixel_size(settings)
    if settings.resolution is Resolution.GIVEN:
        return settings.pixel_size, settings.pixel_size
    sizes = np.array([(place.pixel_width, place.pixel_height) for place in places])
    combine = {Resolution.HIGHEST: np.min, Resolution.LOWEST: np.max, Resolution.AVERAGE: np.mean}
    size = combine[settings.resolution](sizes, axis=0)
    # pixels of another system hardly ever have the same size here: all would be resampled for a hair's breadth
    near = own[(np.abs(own / size - 1.0) < NEARLY).all(axis=1)]
    width, height = (near[0] if len(near) else size).tolist()
    return width, height


def _origin(
    images: Sequence[Image], places: Sequence[Place], lattice: Grid, settings: GridSettings
) -> tuple[float, float]:
    """A corner of a pixel: of those that most of the images share, if there are such."""
    alike = [image.grid for image in images if image.grid.is_aligned(lattice)]
    shared: list[list[Grid]] = []
    for grid in alike:
        group = next((group for group in shared if grid.has_pixels_of(group[0])), None)
        if group is None:
            shared.append([grid])
        else:
            group.append(grid)
    most = max(shared, key=len, default=[])
    if len(images) > 1 and 2 * len(most) > len(images):
        return most[0].corner
    return (0.0, 0.0) if settings.target_aligned else (places[0].west, places[0].north)


def _extent(settings: GridSettings, crs: str) -> Bounds:
    extent = settings.target_extent
    given = extent.west, extent.south, extent.east, extent.north
    west, south, east, north = transformed_bounds(given, extent.crs, crs, "TARGET_EXTENT")
    if not (west < east and south < north):
        raise OptionError("TARGET_EXTENT", f"{west:g},{east:g},{south:g},{north:g}", Message(
            "a rectangle with an area"
        ))
    return west, south, east, north


def _union(windows: Sequence[Window]) -> Window:
    column, row = min(window.column for window in windows), min(window.row for window in windows)
    right, bottom = max(window.right for window in windows), max(window.bottom for window in windows)
    return Window(column, row, right - column, bottom - row)
