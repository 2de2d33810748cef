"""What a user can choose about the raster tools, with every default written once."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import Choice, SelectionMode, Settings

ALL_BANDS = ""
"""The list of bands that means all of them."""


class Edge(Choice):
    """What a neighbourhood meets beyond the image's edge."""

    REFLECT = "reflect"
    """The image mirrored at its edge: d c b a | a b c d | d c b a."""
    NEAREST = "nearest"
    """The pixel at the edge, again and again: a a a a | a b c d | d d d d."""
    SHRINK = "shrink"
    """Nothing: neighbourhoods end at the edge."""


class LocalStatistic(Choice):
    """What is computed of a moving window."""

    VARIANCE = "variance"
    """Mean squared distance from the mean."""
    STANDARD_DEVIATION = "standard_deviation"
    """Its square root, in the image's units."""
    MEAN = "mean"
    """The mean."""


@dataclass(frozen=True)
class LocalVarianceSettings(Settings):
    """Settings of `local_variance`."""

    statistic: LocalStatistic = LocalStatistic.VARIANCE
    width: int = 3
    height: int = 3
    """Pixels of the window; the centre of an even one is the pixel after its middle."""
    edge: Edge = Edge.REFLECT
    min_valid: float = 0.5
    """Share of a window's pixels that must be valid."""
    sample: bool = False
    """Divide by one pixel less, for the variance of what the window is a sample of."""
    depth: int = 1
    """Bands of the window, which is then a box: those around each band in the order of the list."""
    step: int = 1
    """Pixels from one window to the next, each way; the result's pixels are so many times as large."""


@dataclass(frozen=True)
class CrossCorrelationSettings(Settings):
    """Settings of `cross_correlation`."""

    window: int = 64
    """Pixels along a side of the windows of two images that are compared."""
    search: int = 8
    """Pixels to each side by which the other image may be shifted."""
    min_valid: float = 0.5
    """Share of a window's or template's pixels that must be valid in both."""


class GapMethod(Choice):
    """What a hole is filled with."""

    NEAREST = "nearest"
    """The nearest valid pixel."""
    INVERSE_DISTANCE = "inverse_distance"
    """A mean of the valid pixels around the hole, near ones first."""
    TELEA = "telea"
    """Inpainting by fast marching: what surrounds the hole is continued inwards; needs OpenCV."""
    NAVIER_STOKES = "navier_stokes"
    """Inpainting by fluid dynamics: lines of equal brightness are continued inwards; needs OpenCV."""
    OTHER_IMAGE = "other_image"
    """Another image of the same ground, balanced to what surrounds the hole."""
    MEDIAN = "median"
    """The median of the valid pixels around the hole: one value for all of it."""
    DILATION = "dilation"
    """Grey dilation, step by step: the largest of the valid pixels that are reached first over the sides of pixels."""
    ROW_MEAN = "row_mean"
    """The mean of all valid pixels of the image's row."""
    COLUMN_MEAN = "column_mean"
    """The mean of all valid pixels of the image's column."""


@dataclass(frozen=True)
class GapSettings(Settings):
    """Settings of `fill_gaps`."""

    method: GapMethod = GapMethod.INVERSE_DISTANCE
    max_size: int = 0
    """Pixels: larger holes stay as they are; 0: no hole is too large."""
    inside_footprint: bool = True
    """Whether only holes that valid pixels enclose are filled; what reaches the raster's edge lies outside."""


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
    mask_mode: SelectionMode = SelectionMode.INCLUDE
    """Whether what lies inside the mask's polygons is counted, or what lies outside."""
    bands: str = ALL_BANDS
    """Numbers of the bands to match, such as ``1,3-5``; the others stay as they are."""


@dataclass(frozen=True)
class EqualizeSettings(Settings):
    """Settings of `histogram_equalize`."""

    method: EqualizeMethod = EqualizeMethod.GLOBAL
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
