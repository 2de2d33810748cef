"""What a user can choose about masks, with every default written once."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import Choice, SelectionMode, Settings, at_least


class FieldMatch(Choice):
    """How values of a mask's field are compared with the names of images."""

    EXACT = "exact"
    """A name, a name with extension or a whole path."""
    CONTAINS = "contains"
    """A part of a name with extension, or, for values with a separator of folders, of a path."""


class MaskPreset(Choice):
    """Ready-made expressions of `threshold_mask`; what they test stands in `core.masks.rule`."""

    NONE = "none"
    """The user's own expression."""
    VEGETATION = "vegetation"
    """Green plants."""
    WATER = "water"
    """Open water."""
    CLOUD = "cloud"
    """Clouds, but for the thinnest."""
    SHADOW = "shadow"
    """Shadows of clouds and mountains."""
    LEARNED = "learned"
    """Clouds and their shadows by a trained network, OmniCloudMask, where it is installed."""


@dataclass(frozen=True)
class MaskFieldSettings(Settings):
    """Settings of a mask whose polygons belong to single images."""

    mask_field_match: FieldMatch = FieldMatch.EXACT


MASK_NAME = "$_Mask.tif"

MASKED_NAME = "$_Masked.tif"
"""Output names of `threshold_mask` and `mask_rasters`."""


@dataclass(frozen=True)
class ThresholdSettings(Settings):
    """Settings of `threshold_mask`: an expression or a preset, not both."""

    expression: str = ""
    """A condition on bands, such as ``(B8 - B4) / (B8 + B4) > 0.3``; see `core.masks.expression`."""
    preset: MaskPreset = MaskPreset.NONE
    blue_band: int | None = None
    green_band: int | None = None
    red_band: int | None = None
    nir_band: int | None = None
    swir_band: int | None = None
    """Numbers of the bands that ``blue`` to ``swir`` stand for; the last is the one near 1.6 micrometres."""
    scale: float = 1.0
    """Every value is multiplied by it; presets expect reflectance, 0 to 1."""
    minimum_size: int = at_least(0, 0)
    """Pixels: smaller patches and holes are merged with what surrounds them."""
    buffer: float = 0.0
    """Map units by which the mask grows."""


@dataclass(frozen=True)
class BlankSettings(Settings):
    """Settings of `mask_rasters`."""

    mask_mode: SelectionMode = SelectionMode.INCLUDE
    """Whether what lies inside the polygons is kept, or what lies outside."""
    all_touched: bool = False
    """Whether a pixel lies inside when a polygon touches it, not only when one holds its centre."""
