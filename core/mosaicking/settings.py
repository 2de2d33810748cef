"""What a user can choose about seams and mosaics, with every default written once."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import EvenlightError, OptionError
from ..messages import Message
from ..settings import Choice, Settings, at_least

SEAMS_NAME = "seams"
"""The layer of seam polygons."""
IMAGE_FIELD = "image"
"""Their field with the name of the image they belong to."""

MOST_FEATHER, MOST_LEVELS = 1024, 7
"""Wider blends would read many times what they write."""


SMALLEST_TILE = 64
"""Pixels along a side of one of the files that a mosaic is written as."""


class SeamMethod(Choice):
    """Which of the images that show a piece of ground gives its pixels."""

    LEAST_VISIBLE = "least_visible"
    """The one whose edge is farthest away, then seams moved to where the images differ least."""
    DISTANCE = "distance"
    """The one whose own edge is farthest away."""
    RANK = "rank"
    """The one of the highest rank, then as `distance`."""


class Overlap(Choice):
    """What stands where several images show the same ground."""

    SEAMLINES = "seamlines"
    """The pixels of one image, with seams between them."""
    FIRST = "first"
    """The first image of the list that has data there."""
    LAST = "last"
    """The last one: the last image lies on top."""
    MEAN = "mean"
    """The mean of all of them."""
    MEDIAN = "median"
    """Their median: what moves disappears where three and more images overlap."""
    MINIMUM = "minimum"
    """The smallest value."""
    MAXIMUM = "maximum"
    """The largest value."""


class Blend(Choice):
    """How pixels pass from one image to the other at a seam."""

    FEATHER = "feather"
    """Gradually, within a strip along the seam."""
    MULTIBAND = "multiband"
    """Coarse structures within a wide strip, fine ones within a narrow one."""
    NONE = "none"
    """At once: every pixel keeps the value it has in its image."""


@dataclass(frozen=True)
class SeamSettings(Settings):
    """Where seams run."""

    method: SeamMethod = SeamMethod.LEAST_VISIBLE
    avoid_buffer: float = 0.0
    """Map units around polygons that seams shall not cross."""
    reduction: int = 0
    """Pixels along a side of the cells in which seams are looked for first; 0: chosen by the images' size."""
    edge_margin: int = at_least(0, 16)
    """Pixels from an image's own edge within which a seam is the more expensive the nearer it comes."""
    min_region: int = at_least(0, 100)
    """Pixels: a smaller piece of an image goes to a neighbour that has data there."""

    def problems(self) -> list[EvenlightError]:
        """Numbers that mean nothing."""
        reduction, wanted = self.reduction, Message("a power of two up to 64, or 0")
        wrong = reduction < 0 or reduction > 64 or reduction & (reduction - 1)
        found: list[EvenlightError] = [OptionError("REDUCTION", reduction, wanted)] if wrong else []
        return found + ([OptionError("AVOID_BUFFER", self.avoid_buffer, Message(
            "0 or more"
        ))] if self.avoid_buffer < 0 else [])


@dataclass(frozen=True)
class MosaicSettings(Settings):
    """How one raster is made from many."""

    overlap: Overlap = Overlap.SEAMLINES
    blend: Blend = Blend.FEATHER
    feather_width: int = 32
    """Pixels within which `feather` passes from one image to the other."""
    levels: int = 5
    """Of `multiband`: each doubles the width of the strip for coarse structures."""
    preserve_range: bool = True
    """`multiband` never leaves the range of the values that meet in a pixel."""
    tile_size: int | None = at_least(0, None)
    """Pixels along a side of the files that the mosaic is written as, with a virtual raster over them; 0, None: one."""

    def problems(self) -> list[EvenlightError]:
        """Numbers that mean nothing."""
        found: list[EvenlightError] = []
        if not 2 <= self.feather_width <= MOST_FEATHER:
            found.append(OptionError("FEATHER_WIDTH", self.feather_width, Message(
                "2 to {most_feather} pixels", most_feather=MOST_FEATHER
            )))
        if not 1 <= self.levels <= MOST_LEVELS:
            found.append(OptionError("LEVELS", self.levels, Message("1 to {most_levels}", most_levels=MOST_LEVELS)))
        if self.tile_size and self.tile_size < SMALLEST_TILE:
            found.append(OptionError("TILE_SIZE", self.tile_size, Message(
                "{smallest_tile} pixels or more, or 0 for one file", smallest_tile=SMALLEST_TILE
            )))
        return found


BALANCED_MOSAIC = MosaicSettings(blend=Blend.MULTIBAND)
"""Of `balance_and_mosaic`: what is left between balanced images is coarse."""
