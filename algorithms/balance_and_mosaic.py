"""From images to one seamless mosaic in one run."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.mosaicking.settings import BALANCED_MOSAIC
from .balance import BOTH_STEPS, balancing
from .base import Files
from .kinds import Boolean
from .mosaic import (
    BLEND,
    BLENDING,
    DETAILED,
    FILE_OF_MOSAIC,
    OUTPUT,
    OUTPUT_FOLDER,
    OVERLAP,
    SOURCE_MAP,
    Mosaic,
    mosaicking,
)
from .places import OutputVector
from .progress import FeedbackProgress
from .tables import global_step, seams
from .tables.execution import CALCULATION_DTYPE, RESOURCES, SCHEDULER_OF_MOSAIC, VERBOSE, WINDOW_SIZE
from .tables.grid import GRID
from .tables.images import IMAGES
from .tables.output import CLIPPED, QUALITY, REJECTED, REPORT
from .tables.seams import SEAMS
from .tables.statistics import MASK

# fmt: off
ALIGN = Boolean(
    "ALIGN", default=False,
    label=QT_TRANSLATE_NOOP("Evenlight", "Align the images first"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Turn it on when the images do not lie exactly alike: roads or roofs break at seams. Each image is shifted so "
        "that all overlaps agree best, and all are resampled once. Use 'Align overlapping images together' for other "
        "transforms, fixed images or local warps."),
)
SEAM_METHOD = replace(seams.METHOD, name="SEAM_METHOD", setting="method")
SAVE_SEAMLINES = OutputVector(
    "SAVE_SEAMLINES", geometry=QgsProcessing.SourceType.TypeVectorPolygon, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Save seam polygons"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Which image gives which ground, as polygons. Save them to move a seam by hand and give the file back as "
        "edited seam polygons."),
)


class BalanceAndMosaic(Mosaic):
    """Declares and runs the core's `balance_and_mosaic`."""

    ID = "balance_and_mosaic"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Balance and mosaic")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "One seamless raster from overlapping images whose colours differ, in one run")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "seamless mosaic,orthomosaic,orthophoto,merge,stitch,blend,feather,color correction,colour correction,"
        "color balancing,colour balance,harmonize,harmonise,normalize,normalise,relative normalization,"
        "relative normalisation,exposure,brightness,tone,white balance,flat field,seam,join,combine,drone,aerial,"
        "one click,OTB,spectralmatch")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Makes overlapping images agree as <i>Balance</i> does and joins them as <i>Mosaic</i> does, with seams "
        "along the least visible paths. Nothing is written in between: every pixel is corrected and blended before it "
        "is rounded, and images that do not lie on the mosaic's grid are resampled once.</p><p>The images are enough "
        "to begin with. Name those whose colours are right, if there are some, and mask clouds, water or changed "
        "fields when they mislead the others. The log says how well the images agree before and after.</p><p>Run "
        "<i>Balance</i>, <i>Seamlines</i> and <i>Mosaic</i> one after the other to keep the balanced images, or to "
        "look at each step.</p>")
    PLAIN = ("INPUT", "MODEL_IMAGES", "MASK", "BLEND", "OUTPUT", "REPORT")
    UNFOLDING = ()
    ROWS = (
        IMAGES, global_step.MODEL_IMAGES, MASK, replace(BLEND, default=BALANCED_MOSAIC.blend), OUTPUT,
        ALIGN, *(row for row in BOTH_STEPS if row.name not in ("INPUT", "MODEL_IMAGES", "MASK")),
        OVERLAP, SEAM_METHOD, *SEAMS[1:], *BLENDING, *GRID,
        *FILE_OF_MOSAIC, CALCULATION_DTYPE, WINDOW_SIZE, *RESOURCES, SCHEDULER_OF_MOSAIC, VERBOSE,
        OUTPUT_FOLDER, SOURCE_MAP, SAVE_SEAMLINES, DETAILED, REPORT, *QUALITY, REJECTED, CLIPPED,
    )

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the mosaic."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import balance_and_mosaic

        settings = {**balancing(self, files), **mosaicking(self, files)}
        return balance_and_mosaic(
            self.images,
            files["OUTPUT"],
            align=self.values["ALIGN"],
            save_seamlines=files["SAVE_SEAMLINES"],
            **settings,
            progress=progress,
        )
