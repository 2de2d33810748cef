"""One gain and offset per image and band, from all overlaps."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.settings import GLOBAL_NAME, GlobalSettings, PifSettings
from .base import EvenlightAlgorithm, Files
from .progress import FeedbackProgress
from .reports import report_of
from .tables.execution import EXECUTION, VERBOSE
from .tables.global_step import GLOBAL_STEP, LOAD_ADJUSTMENTS, SAVE_ADJUSTMENTS
from .tables.images import IMAGES
from .tables.output import CLIPPED, QUALITY, REJECTED, balanced_images
from .tables.pif import PIF
from .tables.statistics import COMMON_LIGHT, MASK_ROWS, STATISTICS

# fmt: off


class GlobalRegression(EvenlightAlgorithm):
    """Declares and runs the core's `global_regression`."""

    ID = "global_regression"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Global regression")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Matches overlapping images by one gain and offset per image and band")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,"
        "color correction,colour correction,color balancing,colour balance,exposure,brightness,contrast,"
        "white balance,histogram,mosaic,overlap area,reference image,bundle,gain,offset,seam")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Makes overlapping images agree in brightness and contrast. Every image gets one gain and one offset per "
        "band, found from all overlaps at once; images far apart are linked through those between them.</p><p>The "
        "group of images keeps its overall brightness and contrast, unless <i>Images whose colours are right</i> names "
        "images: these stay as they are and all others follow them. Groups of images that do not overlap are balanced "
        "apart, an image without overlap stays unchanged, and both are reported in the log.</p><p>Run <i>Local block "
        "adjustment</i> on the results when differences remain that vary inside the images, such as haze, vignetting "
        "or illumination.</p>")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "MODEL_IMAGES", "MASK", "METHOD", "MODEL", "OUTPUT_FOLDER")
    ROWS = (
        IMAGES, *GLOBAL_STEP, *PIF,
        *MASK_ROWS, *STATISTICS, COMMON_LIGHT,
        LOAD_ADJUSTMENTS, SAVE_ADJUSTMENTS,
        *balanced_images(GLOBAL_NAME), *EXECUTION, VERBOSE,
        *QUALITY, REJECTED, CLIPPED,
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} balanced globally")

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs.step_checks import check_features

        return check_features(self.settings(PifSettings), [], None)

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Balance the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import global_regression

        return global_regression(
            self.images,
            self.output(files),
            settings=self.settings(
                GlobalSettings,
                model_images=self.inputs_named("MODEL_IMAGES"),
                pif=self.settings(PifSettings),
            ),
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            report=report_of(self, files),
            save_adjustments=files["SAVE_ADJUSTMENTS"],
            load_adjustments=self.values["LOAD_ADJUSTMENTS"],
            save_inz=files["SAVE_INZ"],
            progress=progress,
        )
