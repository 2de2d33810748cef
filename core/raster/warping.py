"""Images resampled onto another grid by GDAL's warper, as virtual rasters that are read window by window."""

from __future__ import annotations

import weakref

import numpy as np
from osgeo import gdal

from ..errors import DamagedRasterError
from .dataset import last_message, quiet_gdal
from .grid import Grid

EXACT = 0.005
"""Pixels by which GDAL's positions may differ from the true ones."""


def warped(
    path: str, source: gdal.Dataset, grid: Grid, resampling: str, gdal_type: int, **options: object
) -> gdal.Dataset:
    """A virtual raster of ``source``, the pixels of ``path``, on a grid that is north-up; NaN where it shows nothing.

    ``resampling`` is GDAL's word, ``options`` are those of `gdal.WarpOptions`.  Raises `DamagedRasterError`.
    """
    return _warp(
        path,
        "",
        source,
        format="VRT",
        dstSRS=grid.crs or None,
        outputBounds=grid.bounds,
        width=grid.width,
        height=grid.height,
        resampleAlg=resampling,
        outputType=gdal_type,
        workingType=gdal_type,
        dstNodata="nan",
        **options,
    )


def warp_into(target: gdal.Dataset, path: str, source: gdal.Dataset, **options: object) -> None:
    """Warp ``source``, the pixels of ``path``, into a dataset; see `warped`."""
    _warp(path, target, source, **options)


def _warp(path: str, target: gdal.Dataset | str, source: gdal.Dataset, **options: object) -> gdal.Dataset:
    """The one call of GDAL's warper, which would add the difference of two vertical systems to values of one band."""
    settings = gdal.WarpOptions(options=["-novshift"], **options)
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            result = gdal.Warp(target, source, options=settings)
        except RuntimeError as error:
            raise DamagedRasterError(path, str(error)) from error
    # into a dataset it answers 0, also where single points have no way there, which then show nothing
    if result is None or (isinstance(result, int) and result == 0):
        raise DamagedRasterError(path, last_message())
    return result


def keep_until_closed(dataset: gdal.Dataset, file: str) -> None:
    """Remove a file in memory, if there is one, when the dataset that reads it goes."""
    if file:
        weakref.finalize(dataset, gdal.Unlink, file).atexit = False


class Positions:
    """Where pixel positions of a raster that knows its place lie in a coordinate system."""

    def __init__(self, path: str, source: gdal.Dataset, crs: str):
        """``crs``: WKT, empty for that of the raster.  Raises `DamagedRasterError`."""
        self._path = path
        options = ["METHOD=GCP_TPS"] if source.GetGCPCount() else []
        with quiet_gdal():
            gdal.ErrorReset()
            try:
                # a way beyond the source's own system needs the system's name
                self._way = gdal.Transformer(source, None, [*options, f"DST_SRS={crs}"] if crs else options)
            except RuntimeError as error:
                raise DamagedRasterError(path, str(error)) from error
        if self._way is None or getattr(self._way, "this", None) is None:
            raise DamagedRasterError(path, last_message())

    def of(self, points: np.ndarray) -> np.ndarray:
        """Coordinates (n, 2) of positions (n, 2); those that lie nowhere are left out."""
        with quiet_gdal():
            try:
                found, fine = self._way.TransformPoints(0, [tuple(map(float, point)) for point in points])
            except RuntimeError as error:
                raise DamagedRasterError(self._path, str(error)) from error
        kept = [point[:2] for point, good in zip(found, fine) if good]
        return np.array(kept, dtype=np.float64).reshape(-1, 2)
