"""Applies a saved adjustments file to images."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.settings import ADJUSTED_NAME
from .base import EvenlightAlgorithm, Files
from .progress import FeedbackProgress
from .reports import report_of
from .tables import global_step
from .tables.execution import EXECUTION
from .tables.images import SOME_IMAGES
from .tables.output import CLIPPED, balanced_images
from .tables.statistics import CONSTANT_BORDER, NODATA

# fmt: off
LOAD_ADJUSTMENTS = replace(
    global_step.LOAD_ADJUSTMENTS, optional=False,
    label=QT_TRANSLATE_NOOP("Evenlight", "Adjustments file"),
    help=QT_TRANSLATE_NOOP("Evenlight", "Choose the JSON file that the global regression of these images saved."),
)


class ApplyAdjustments(EvenlightAlgorithm):
    """Declares and runs the core's `apply_adjustments`."""

    ID = "apply_adjustments"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Use saved adjustments")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Applies saved gains and offsets to images")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "radiometric,normalization,normalisation,color balancing,colour balance,apply adjustments,gain,offset,json,"
        "spectralmatch")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Applies the gains and offsets that <i>Global regression</i> saved, or a file of the same kind written by "
        "spectralmatch.</p>"
        "<p>An image is found in the file by its path or, when the path is not there, by its name. So corrections "
        "measured on reduced copies can be applied to the full images.</p>")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "LOAD_ADJUSTMENTS", "OUTPUT_FOLDER")
    ROWS = (
        SOME_IMAGES, LOAD_ADJUSTMENTS, NODATA, CONSTANT_BORDER,
        *balanced_images(ADJUSTED_NAME), *EXECUTION,
        CLIPPED,
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} adjusted")

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Correct the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import apply_adjustments

        return apply_adjustments(
            self.images,
            self.values["LOAD_ADJUSTMENTS"],
            self.output(files),
            statistics=self.statistics,
            report=report_of(self, files),
            execution=self.execution,
            progress=progress,
        )
