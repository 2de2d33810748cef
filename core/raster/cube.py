"""A cube of dates in one file, such as a multi-band GeoTIFF or a netCDF, as one image for each date."""

from __future__ import annotations

import os

from osgeo import gdal

from ..errors import EvenlightError, path_text
from ..messages import Message
from .image import describe, open_image

FEWEST = 2
"""Dates of a cube."""


class CubeError(EvenlightError):
    """A file is no cube of dates."""

    def __init__(self, path: str, bands: int, per_date: int):
        super().__init__(Message(
            "{path} has {bands} bands, which are no two or more dates of {per_date} bands: set BANDS_PER_DATE to "
            "the bands of one date, or to 0 where each file is one image.",
            path=path_text(path), bands=bands, per_date=per_date,
        ))


def number_of_dates(path: str, per_date: int) -> int:
    """How many dates a file has; 1 where it is no cube.  Raises nothing: what is wrong `split_cube` says."""
    try:
        return max(1, len(describe(path).bands) // per_date)
    except EvenlightError:
        return 1


def split_cube(path: str, per_date: int, folder: str) -> list[str]:
    """Virtual rasters of a file's bands, one for each date and in their order, in a folder.

    ``per_date``: bands of one date, beside an alpha band.  Each is called as the file and by the number of its date.
    Raises `CubeError`, or what `describe` does.
    """
    image = describe(path)
    number, rest = divmod(len(image.bands), per_date)
    if rest or number < FEWEST:
        raise CubeError(path, len(image.bands), per_date)
    dataset, dates = open_image(image), []
    for date in range(number):
        target = os.path.join(folder, f"{image.name}_{date + 1:0{len(str(number))}}.vrt")
        bands = image.bands[date * per_date:(date + 1) * per_date]
        opacity = [] if image.alpha is None else [image.alpha]
        made = gdal.Translate(target, dataset, format="VRT", bandList=[*bands, *opacity])
        made.FlushCache()
        made = None
        dates.append(target)
    return dates
