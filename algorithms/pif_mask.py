"""Where the ground did not change between two images."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.settings import PifMaskSettings, PifMethod, PifSettings
from ..gui.showing import Look
from .base import EvenlightAlgorithm, Files
from .groups import MASKS
from .kinds import Number
from .places import OutputRaster, OutputVector, Raster
from .progress import FeedbackProgress
from .tables import pif
from .tables.execution import RESOURCES
from .tables.output import CREATION_OPTIONS
from .tables.pif import PIF_THRESHOLDS

# fmt: off
INPUT = Raster(
    "INPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Image"),
    help=QT_TRANSLATE_NOOP("Evenlight", "A raster layer or file. The mask covers its extent."),
)
REFERENCE = Raster(
    "REFERENCE",
    label=QT_TRANSLATE_NOOP("Evenlight", "Image to compare with"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "An image of the same ground with the same bands in the same order. It may differ in grid, resolution and "
        "coordinate system."),
)
PIF_METHOD = replace(
    pif.PIF_METHOD, default=PifMaskSettings.pif.method, without=(PifMethod.ENTIRE,),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Robust line: changed is what lies far from a robust line in any band. IR-MAD: changed is what differs in the "
        "combinations of all bands that agree best; choose it with four or more bands. Match points: "
        "unchanged are only stable regions around points that both images show, few and sure; needs OpenCV."),
)
PROBABILITY = Number(
    "PROBABILITY", PifMaskSettings, limits=(0.0, 1.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "How sure a change must be (0 to 1)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the robust line and IR-MAD. With 0.95, about 5 of 100 unchanged pixels are taken for changed. Raise it to "
        "lose less unchanged ground, lower it to let less change through."),
)
OUTPUT = OutputRaster(
    "OUTPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Mask"),
    help=QT_TRANSLATE_NOOP("Evenlight", "A raster of bytes: 1 unchanged, 0 changed, 255 no data."),
)
OUTPUT_POLYGONS = OutputVector(
    "OUTPUT_POLYGONS", geometry=QgsProcessing.SourceType.TypeVectorPolygon, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Polygons of unchanged ground"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Outlines of the pixels that are 1. Give a file to use them as mask polygons for balancing."),
)


class PifMask(EvenlightAlgorithm):
    """Declares and runs the core's `pif_mask`."""

    ID = "pif_mask"
    GROUP = MASKS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Mask of unchanged ground")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Finds where the ground did not change between two images")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "pseudo-invariant features,PIF,change detection,IR-MAD,no-change,radiometric,normalization,normalisation,"
        "mask,polygons")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Compares two overlapping images of different dates and tells where they show the same ground "
        "(pseudo-invariant features): 1 unchanged, 0 changed, no data where one of them has no pixel. Differences in "
        "brightness and contrast between the images do not count for change.</p>"
        "<p>The raster lies on the grid of the first image, or on that of the second where its pixels are larger. The "
        "polygons can be given as <i>Mask polygons</i> to the tools of the group Balance, which then take their "
        "statistics from unchanged ground.</p>")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "REFERENCE", "PIF_METHOD", "PROBABILITY", "OUTPUT", "OUTPUT_POLYGONS")
    ROWS = (
        INPUT, REFERENCE, PIF_METHOD, PROBABILITY, *PIF_THRESHOLDS,
        CREATION_OPTIONS, *RESOURCES,
        OUTPUT, OUTPUT_POLYGONS,
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} unchanged ground")
    LOOKS = {"OUTPUT_POLYGONS": Look.OUTLINES, "OUTPUT": Look.MASK_AND_REST}
    IMAGE_PARAMETERS = ("INPUT", "REFERENCE")

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.radiometry.pif.methods import check_pif

        return check_pif(self.settings(PifSettings), [])

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the mask."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import pif_mask

        return pif_mask(
            self.values["INPUT"],
            self.values["REFERENCE"],
            files["OUTPUT"],
            settings=self.settings(PifMaskSettings, pif=self.settings(PifSettings)),
            polygons=files["OUTPUT_POLYGONS"],
            creation_options=self.values["CREATION_OPTIONS"],
            execution=self.execution,
            progress=progress,
        )
