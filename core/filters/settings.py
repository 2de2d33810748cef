"""What a user can choose about the raster tools, with every default written once."""

from __future__ import annotations

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
