"""Ready-made expressions for what masks are made of most often.

Reflectances of products come with additive constants: the light of the air, and offsets of the
format (-0.2 in Landsat Collection 2, -0.1 in Sentinel-2 since 2022).  A factor cannot undo them, so
tests with absolute limits compare with the scene's own dark objects or with its middle, where every
constant cancels (Chavez 1988, Remote Sensing of Environment 24, 459-479).

vegetation
    NDVI (Rouse et al. 1974, NASA SP-351, 309-317); below 0.2 lies bare ground (Sobrino et al. 2004,
    Remote Sensing of Environment 90, 434-440).
water
    NDWI and its limit (McFeeters 1996, International Journal of Remote Sensing 17, 1425-1432).
cloud
    Clouds are brighter in the blue than any dark object.  What they add is white, while bright soil
    adds more than twice as much red as blue (the haze optimized transform of Zhang et al. 2002,
    Remote Sensing of Environment 82, 173-187, with the slope of Fmask: Zhu & Woodcock 2012, Remote
    Sensing of Environment 118, 83-94).  And it reaches 1.6 micrometres, where water, ice and snow
    are black.
shadow
    Shadows are dark in the infrared, where the sky lights them least (the cloud shadow index of
    Zhai et al. 2018, ISPRS Journal of Photogrammetry and Remote Sensing 144, 235-253).  Water is
    dark there too, but greener.
"""

from __future__ import annotations

from ..settings import MaskPreset

HIGHEST_REFLECTANCE = 2.0
"""Of a scene's dark objects and of its middle: with offsets they reach 1.4, stored integers lie far above."""

PRESETS: dict[MaskPreset, str] = {
    MaskPreset.VEGETATION: "(nir - red) / (nir + red) > 0.2",
    MaskPreset.WATER: "(green - nir) / (green + nir) > 0",
    MaskPreset.CLOUD: (
        "blue - 10%blue > 0.05 and blue - 10%blue > 0.5 * (red - 10%red) and swir - 1%swir > 0.25 * (blue - 10%blue)"
    ),
    MaskPreset.SHADOW: "50%nir - nir > 0.06 and 50%swir - swir > 0.06 and nir > green",
}
"""Each preset as a user would write it; `core.masks.expression` reads it."""
