"""What a user can choose about the raster tools, with every default written once."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import Choice

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
class LocalVarianceSettings:
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
class CrossCorrelationSettings:
    """Settings of `cross_correlation`."""

    window: int = 64
    """Pixels along a side of the windows of two images that are compared."""
    search: int = 8
    """Pixels to each side by which the other image may be shifted."""
    min_valid: float = 0.5
    """Share of a window's or template's pixels that must be valid in both."""
