"""Pictures of arrays as PNG in the text of a page."""

from __future__ import annotations

import base64
import uuid

import numpy as np
from osgeo import gdal, gdal_array

from .record import Pictures

ENDS = 2.0, 98.0
"""Percentiles between which a stretch shows all."""


def stretch_of(shown: Pictures) -> tuple[float, float]:
    """One pair of limits for all bands, before and after: colours compare."""
    arrays = [one for one in (shown.before, shown.after) if one is not None]
    values = np.concatenate([drawn_bands(one, shown.colours).ravel() for one in arrays])
    values = values[np.isfinite(values)]
    if not len(values):
        return 0.0, 1.0
    low, high = np.percentile(values, ENDS)
    return (float(low), float(high)) if high > low else (float(low) - 0.5, float(low) + 0.5)


def drawn_bands(values: np.ndarray, colours: tuple[int, ...]) -> np.ndarray:
    """(3 or 1, rows, columns) what is drawn of all bands."""
    return values[list(colours)] if colours else values.mean(axis=0)[None]


def picture(values: np.ndarray, colours: tuple[int, ...], limits: tuple[float, float]) -> str:
    """Three bands of ``values`` (K, rows, columns), or their mean, as the source of an image; NaN shows nothing."""
    low, high = limits
    chosen = drawn_bands(values, colours)
    seen = np.isfinite(chosen).all(axis=0)
    shown = np.clip((np.where(seen, chosen, low) - low) / (high - low), 0.0, 1.0)
    grey = np.rint(255.0 * shown).astype(np.uint8)
    return png(np.concatenate([grey, np.where(seen, 255, 0).astype(np.uint8)[None]]))


def png(bands: np.ndarray) -> str:
    """An array (2 or 4, rows, columns) of bytes, the last one opacity, as the source of an image."""
    name, bands = f"/vsimem/evenlight-report-{uuid.uuid4().hex}.png", np.ascontiguousarray(bands)
    source = gdal_array.OpenArray(bands)
    gdal.GetDriverByName("PNG").CreateCopy(name, source, options=["ZLEVEL=9"])
    try:
        size = gdal.VSIStatL(name).size
        file = gdal.VSIFOpenL(name, "rb")
        try:
            content = bytes(gdal.VSIFReadL(1, size, file))
        finally:
            gdal.VSIFCloseL(file)
    finally:
        gdal.Unlink(name)
    return f"data:image/png;base64,{base64.b64encode(content).decode('ascii')}"
