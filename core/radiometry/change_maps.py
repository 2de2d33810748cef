"""What block maps change, as virtual rasters: the target of each block over its mean, or their difference."""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..settings import CorrectionKind
from .block_maps import StoredMap, read_map

FACTORS = (CorrectionKind.LINEAR.value, CorrectionKind.GAMMA.value)
"""Corrections for which a share of the mean says how much a block changes; else a difference does."""

MOST = 98
"""Percentile of the blocks beyond which changes have the strongest colour."""


class Change(NamedTuple):
    """What the local maps of one run do together."""

    recipes: list[str]
    """A virtual raster of each map, one band for each band of the images."""
    none: float
    """The value that means no change: 1 or 0."""
    most: float
    """How far from that most blocks of each map stay, in the first band."""


def changes_of(paths: Sequence[str], reference: str) -> Change:
    """What local maps change; ``reference``: the map of what blocks should become, where local ones do not hold it.

    One map is in memory beside the reference.  Raises as `read_map`.
    """
    shared = read_map(reference)
    factors = all(read_map(path).facts.get("kind") in FACTORS for path in paths)
    recipes, most = [], 0.0
    for path in paths:
        entry = read_map(path)
        recipes.append(_recipe(entry, shared, factors))
        apart = _apart(entry, shared, factors)
        apart = apart[np.isfinite(apart)]
        most = max(most, float(np.percentile(apart, MOST)) if len(apart) else 0.0)
    return Change(recipes, 1.0 if factors else 0.0, most or 0.01)


def _holds_target(entry: StoredMap, reference: StoredMap) -> bool:
    return len(entry.values) == 2 * len(reference.values)


def _apart(entry: StoredMap, reference: StoredMap, factors: bool) -> np.ndarray:
    """(rows, columns): how far the blocks of the first band are from no change."""
    bands = len(reference.values)
    target = entry.values[bands] if _holds_target(entry, reference) else reference.values[0]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.abs(target / entry.values[0] - 1 if factors else target - entry.values[0])


def _recipe(entry: StoredMap, reference: StoredMap, factors: bool) -> str:
    """A virtual raster with GDAL's own functions of two bands."""
    rows, columns = entry.values.shape[1:]
    bounds, bands = entry.grid.bounds, len(reference.values)
    corner = bounds[0], entry.grid.cell_width, 0.0, bounds[3], 0.0, -entry.grid.cell_height
    function = "div" if factors else "diff"
    text = f'<VRTDataset rasterXSize="{columns}" rasterYSize="{rows}"><SRS>{html.escape(entry.crs)}</SRS>'
    text += f"<GeoTransform>{','.join(map(repr, corner))}</GeoTransform>"
    for number in range(1, bands + 1):
        target = _source(entry.path, bands + number) if _holds_target(entry, reference) else None
        text += (
            f'<VRTRasterBand dataType="Float64" band="{number}" subClass="VRTDerivedRasterBand">'
            f"<Description>change {number}</Description><NoDataValue>nan</NoDataValue>"
            f"<PixelFunctionType>{function}</PixelFunctionType>"
            f"{target or _source(reference.path, number)}{_source(entry.path, number)}</VRTRasterBand>"
        )
    return f"{text}</VRTDataset>"


def _source(path: str, band: int) -> str:
    name = f'<SourceFilename relativeToVRT="0">{html.escape(os.path.abspath(path))}</SourceFilename>'
    return f"<SimpleSource>{name}<SourceBand>{band}</SourceBand></SimpleSource>"
