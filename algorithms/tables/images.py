"""The images of a run, and their bands."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.filters.settings import ALL_BANDS
from ..kinds import Bands
from ..places import Raster, Rasters
from . import statistics

# fmt: off
IMAGES = Rasters(
    "INPUT", minimum=2,
    label=QT_TRANSLATE_NOOP("Evenlight", "Images (two or more)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Raster layers or files with the same bands in the same order. They may differ in grid, resolution and "
        "coordinate system."),
)
SOME_IMAGES = replace(IMAGES, minimum=1, label=QT_TRANSLATE_NOOP("Evenlight", "Images"))
"""Where one is enough."""
IMAGE = Raster(
    "INPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Image"),
    help=QT_TRANSLATE_NOOP("Evenlight", "A raster layer or file; its no data value, mask or alpha band is respected."),
)
NODATA = replace(
    statistics.NODATA,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Replaces all that the image declares: no data values, masks and opacity. Set it when one value means no data "
        "wherever it stands in the image; 0 is a value, empty is none. A second image that declares nothing itself is "
        "read so too."),
)
"""Of tools on one raster."""
BANDS = Bands(
    "BANDS", default=ALL_BANDS, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Bands"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The result has these bands; scripts give their numbers, such as 1,3-5, in the order of the result. None "
        "chosen takes all bands but alpha."),
)
BANDS_TO_CHANGE = replace(
    BANDS,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The bands to change, in scripts by number, such as 1,3-5; the results keep the others as they are. None "
        "chosen changes all bands but alpha."),
)
