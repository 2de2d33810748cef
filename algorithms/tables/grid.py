"""The grid that images are brought to."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.settings import GridSettings, Resampling
from ..kinds import Boolean, Extent, Number, OneOf, System

# fmt: off
RESOLUTION = OneOf(
    "RESOLUTION", GridSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Pixel size"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "That of the finest image keeps all detail; that of the coarsest makes nothing up; the average lies between "
        "them. Or give the number below."),
)
PIXEL_SIZE = Number(
    "PIXEL_SIZE", GridSettings, limits=(0.0, None), decimals=12,
    label=QT_TRANSLATE_NOOP("Evenlight", "Given pixel size (map units)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Side of a pixel in units of the results' coordinate system. For a given pixel size; else leave it empty."),
)
TARGET_CRS = System(
    "TARGET_CRS", GridSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Coordinate system of the results"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight", "Empty takes that of the first image. Choose another to bring all images into it."),
)
RESAMPLING = OneOf(
    "RESAMPLING", GridSettings, without=(Resampling.LANCZOS,),
    label=QT_TRANSLATE_NOOP("Evenlight", "Resampling"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How values are taken from between pixels where an image has other ones than the grid; it is done once. Cubic "
        "keeps detail, bilinear is calmer, average suits much coarser pixels. Choose nearest neighbour for classes: it "
        "makes no new values."),
)
TARGET_EXTENT = Extent(
    "TARGET_EXTENT", GridSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Extent of the results"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty: the ground of the images. Give one to cut to a region, or for results of equal size; it is widened "
        "to whole pixels."),
)
TARGET_ALIGNED = Boolean(
    "TARGET_ALIGNED", GridSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Edges at multiples of the pixel size"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Results of separate runs then lie on one grid. A grid of this pixel size that most images share already is "
        "kept, so that they are not resampled. Turn it off to begin at the first image's corner."),
)
# fmt: on

GRID = (RESOLUTION, PIXEL_SIZE, TARGET_CRS, RESAMPLING, TARGET_EXTENT, TARGET_ALIGNED)
