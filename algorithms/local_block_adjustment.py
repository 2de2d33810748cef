"""Block-wise correction towards common block maps."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.settings import LOCAL_NAME, LocalSettings, OutputSettings
from .base import EvenlightAlgorithm, Files
from .progress import FeedbackProgress
from .reports import report_of
from .tables.execution import EXECUTION, VERBOSE
from .tables.images import IMAGES
from .tables.local_step import ALPHA, BLOCK_GRID, CORRECTION, LOCAL_DETAILS, REFERENCE, SAVE_MAPS
from .tables.output import CLIPPED, QUALITY, balanced_images
from .tables.statistics import COMMON_LIGHT, MASK_ROWS, STATISTICS

# fmt: off


class LocalBlockAdjustment(EvenlightAlgorithm):
    """Declares and runs the core's `local_block_adjustment`."""

    ID = "local_block_adjustment"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Local block adjustment")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Evens out differences that vary inside overlapping images, block by block")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "radiometric,normalize,normalise,normalization,normalisation,harmonize,harmonise,color balancing,"
        "colour balance,tone,dodging,flat field,illumination,vignetting,haze,mosaic,overlap area,block,seam")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Evens out differences that vary inside the images, such as haze, vignetting and illumination. The ground "
        "is divided into blocks; each image gets a correction per block, interpolated smoothly between the blocks' "
        "centres.</p>"
        "<p>Balance the images with <i>Global regression</i> first: this step is meant for what remains.</p>"
        "<p>Blocks where the ground itself changed (cloud, flood) are found and left out of the fit. Away from "
        "overlaps the correction fades out.</p>")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "MASK", "BLOCKS", "CORRECTION", "ALPHA", "OUTPUT_FOLDER")
    ROWS = (
        IMAGES, REFERENCE, CORRECTION, ALPHA, *BLOCK_GRID,
        *MASK_ROWS, *STATISTICS, COMMON_LIGHT, *LOCAL_DETAILS, *SAVE_MAPS,
        *balanced_images(LOCAL_NAME), *EXECUTION, VERBOSE,
        *QUALITY, CLIPPED,
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} balanced locally")

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs.step_checks import check_local

        return check_local(self.settings(LocalSettings), self.settings(OutputSettings))

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Adjust the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import local_block_adjustment

        return local_block_adjustment(
            self.images,
            self.output(files),
            settings=self.settings(LocalSettings),
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            report=report_of(self, files),
            save_reference_map=files["SAVE_REFERENCE_MAP"],
            save_local_maps=files["SAVE_LOCAL_MAPS"],
            progress=progress,
        )
