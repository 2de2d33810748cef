"""Blanks images inside or outside polygons."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.masks.settings import MASKED_NAME, BlankSettings
from ..core.settings import SelectionMode
from .base import EvenlightAlgorithm, Files
from .groups import MASKS
from .kinds import Boolean, OneOf
from .places import Polygons
from .progress import FeedbackProgress
from .tables import statistics
from .tables.images import NODATA, SOME_IMAGES
from .tables.output import images_of_one_kind

# fmt: off
INPUT = replace(
    SOME_IMAGES,
    help=QT_TRANSLATE_NOOP("Evenlight", "Raster layers or files; they may differ in everything."),
)
MASK = Polygons(
    "MASK",
    label=QT_TRANSLATE_NOOP("Evenlight", "Polygons"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "In any coordinate system. Tick the box for selected features when only some of them should count."),
)
MASK_MODE = OneOf(
    "MASK_MODE", BlankSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Use of the polygons"),
    labels={
        SelectionMode.INCLUDE: QT_TRANSLATE_NOOP("Evenlight", "Include: keep what lies inside, blank the rest"),
        SelectionMode.EXCLUDE: QT_TRANSLATE_NOOP("Evenlight", "Exclude: blank what lies inside"),
    },
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "include keeps what lies inside the polygons and blanks the rest. exclude blanks what lies inside, for "
        "polygons drawn around clouds for example."),
)
MASK_FIELD = replace(statistics.MASK_FIELD, label=QT_TRANSLATE_NOOP("Evenlight", "Field with the image's name"))
ALL_TOUCHED = Boolean(
    "ALL_TOUCHED", BlankSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Count every pixel that a polygon touches"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Normally a pixel lies inside when its centre does. Turn it on when narrow polygons must not be missed, or no "
        "pixel of an excluded area may be left."),
)


class MaskRasters(EvenlightAlgorithm):
    """Declares and runs the core's `mask_rasters`."""

    ID = "mask_rasters"
    GROUP = MASKS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Mask rasters")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Blanks images inside or outside polygons, each by its own polygons if wanted")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "mask,clip,cutline,blank,nodata,no data,polygon,cloud,erase,footprint,spectralmatch")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Writes copies of images with the pixels outside polygons blanked, or those inside. All other pixels, the "
        "size, data type, no data value, bands and metadata stay as they are.</p>"
        "<p>Blanked pixels get the image's no data value, no opacity where it has an alpha band, or no place in its "
        "mask. An image that has none of these gets a mask inside the file, because any value of its bands may be "
        "data.</p>"
        "<p>To keep clouds from shaping a correction, give the polygons to the Balance tool instead: the clouds then "
        "stay in the image and do not count.</p>")
    PLAIN = ("INPUT", "MASK", "MASK_MODE", "MASK_FIELD", "OUTPUT_FOLDER")
    ROWS = (
        INPUT, MASK, MASK_MODE, MASK_FIELD, statistics.MASK_FIELD_MATCH, ALL_TOUCHED, NODATA,
        *images_of_one_kind(MASKED_NAME, QT_TRANSLATE_NOOP("Evenlight", "Masked images")),
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} masked")

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the masked images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import mask_rasters
        from ..core.masks.polygons import PolygonMask

        # without polygons to exclude the images are copied
        mask = self.mask if self.mask is not None else PolygonMask((), "")
        return mask_rasters(
            self.images,
            mask,
            self.output(files),
            settings=self.settings(BlankSettings),
            nodata=self.values["NODATA"],
            execution=self.execution,
            progress=progress,
        )
