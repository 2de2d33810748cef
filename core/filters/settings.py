"""What a user can choose about the raster tools, with every default written once."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import Choice, Settings

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
    """What is told of a moving window."""

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
    """See `LocalStatistic`."""
    width: int = 3
    height: int = 3
    """Pixels of the window; the centre of an even one is the pixel after its middle."""
    edge: Edge = Edge.REFLECT
    """See `Edge`."""
    min_valid: float = 0.5
    """Share of a window's pixels that must be valid."""
    sample: bool = False
    """Divide by one pixel less, for the variance of what the window is a sample of."""


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


@dataclass(frozen=True)
class GapSettings(Settings):
    """Settings of `fill_gaps`."""

    method: GapMethod = GapMethod.INVERSE_DISTANCE
    """See `GapMethod`."""
    max_size: int = 0
    """Pixels: larger holes stay as they are; 0: no hole is too large."""
    inside_footprint: bool = True
    """Whether only holes that valid pixels enclose are filled; what reaches the raster's edge lies outside."""
