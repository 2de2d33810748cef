"""What a damaged raster still holds, by GDAL alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np
from osgeo import gdal

MOST_PIXELS = 1 << 24
"""A header that claims more is not read here."""


class Decoded(NamedTuple):
    """What GDAL makes of a file."""

    arrays: list[np.ndarray] | None
    """Values and mask of every band; None where the file cannot be opened or read."""
    facts: tuple
    """What else a run depends on."""
    complaints: list[str]
    """Warnings and errors on the way."""


@contextmanager
def complaints() -> Iterator[list[str]]:
    """All that GDAL says meanwhile."""
    said: list[str] = []

    def hear(kind: int = gdal.CE_Failure, number: int = 0, text: str = "a message that is no text") -> None:
        if kind >= gdal.CE_Warning:
            said.append(text)

    gdal.PushErrorHandler(hear)
    try:
        yield said
    finally:
        gdal.PopErrorHandler()


def decoded(path: Path | str) -> Decoded:
    """Everything of a raster that a run looks at."""
    with complaints() as said:
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_RASTER)
            if dataset is None or not dataset.RasterCount:
                return Decoded(None, (), said or ["not a raster"])
            if dataset.RasterXSize * dataset.RasterYSize * dataset.RasterCount > MOST_PIXELS:
                return Decoded(None, (), [*said, f"claims {dataset.RasterXSize} x {dataset.RasterYSize}"])
            bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
            facts = (
                dataset.RasterXSize, dataset.RasterYSize, dataset.GetGeoTransform(), dataset.GetProjection(),
                *((b.DataType, b.GetNoDataValue(), b.GetScale(), b.GetOffset(), b.GetColorInterpretation(),
                   b.GetMaskFlags()) for b in bands),
            )  # fmt: skip
            arrays = [array for band in bands for array in (band.ReadAsArray(), band.GetMaskBand().ReadAsArray())]
        except RuntimeError as error:
            return Decoded(None, (), [*said, str(error)])
    return Decoded(None if any(array is None for array in arrays) else arrays, facts, said)


def same(one: Decoded, other: Decoded) -> bool:
    """Whether two files mean the same images."""
    return (
        one.arrays is not None
        and other.arrays is not None
        and repr(one.facts) == repr(other.facts)
        and len(one.arrays) == len(other.arrays)
        and all(np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in zip(one.arrays, other.arrays))
    )


def sound_copy(path: Path) -> tuple[str | None, str]:
    """A plain GeoTIFF with what a file holds, beside it; None, and why, where GDAL complains of its pixels."""
    found = decoded(path)
    if found.arrays is None:
        return None, "; ".join(found.complaints)
    target = str(path.with_name(f"sound copy of {path.name}"))
    with complaints():
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
        copy = gdal.GetDriverByName("GTiff").CreateCopy(target, gdal.Open(str(path)))
        copy = None  # noqa: F841  closes it
    return target, ""
