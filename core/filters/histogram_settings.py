"""What a user can choose about histograms, with every default written once."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import Choice, SelectionMode, Settings
from .settings import ALL_BANDS

MATCHED_NAME = "$_Matched.tif"
EQUALIZED_NAME = "$_Equalized.tif"
"""Output names of `histogram_match` and `histogram_equalize`."""

MOST_TILES = 64
"""Along the longer side of an image."""


class Region(Choice):
    """Which pixels the histograms of an image and its reference are taken from."""

    OVERLAP = "overlap"
    """Those of the ground that both show."""
    WHOLE = "whole"
    """All of both, wherever they lie."""


class EqualizeMethod(Choice):
    """Which pixels have a table in common."""

    GLOBAL = "global"
    """All of an image."""
    ADAPTIVE = "adaptive"
    """Those of a part of an image, with limited contrast (CLAHE)."""
    COMMON = "common"
    """All of all images: equal values stay equal."""


@dataclass(frozen=True)
class HistogramMatchSettings(Settings):
    """Settings of `histogram_match`."""

    region: Region = Region.OVERLAP
    """See `Region`."""
    mask_mode: SelectionMode = SelectionMode.INCLUDE
    """Whether what lies inside the mask's polygons is counted, or what lies outside."""
    bands: str = ALL_BANDS
    """Numbers of the bands to match, such as ``1,3-5``; the others stay as they are."""


@dataclass(frozen=True)
class EqualizeSettings(Settings):
    """Settings of `histogram_equalize`."""

    method: EqualizeMethod = EqualizeMethod.GLOBAL
    """See `EqualizeMethod`."""
    clip_limit: float = 2.0
    """How many times its even share of pixels a level may hold, for `adaptive`: from 1 on, or 0 for no limit."""
    tiles: int = 8
    """Tiles along the longer side of an image, for `adaptive`."""
    bands: str = ALL_BANDS
    """Numbers of the bands to equalize, such as ``1,3-5``; the others stay as they are."""


@dataclass(frozen=True)
class PeakSettings(Settings):
    """Settings of `histogram_peaks`; a limit of 0 is none."""

    band: int = 1
    """Number of the band."""
    bins: int = 256
    """Of the histogram, at most; in a bin of whole numbers are equally many of them."""
    smoothing: float = 2.0
    """Standard deviation of the Gaussian, in bins."""
    min_height: float = 0.0
    """Per cent of the highest bin of the smoothed histogram."""
    min_prominence: float = 1.0
    """Per cent of the highest bin of the smoothed histogram."""
    min_width: float = 0.0
    """Physical units of the band, at half the prominence."""
    min_distance: float = 0.0
    """Physical units of the band."""
