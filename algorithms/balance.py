"""Global regression and local block adjustment in one pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.settings import BALANCED_NAME, GlobalSettings, LocalSettings, OutputSettings, PifSettings
from .base import EvenlightAlgorithm, Files
from .progress import FeedbackProgress
from .reports import report_of
from .tables import global_step
from .tables.execution import EXECUTION, VERBOSE
from .tables.global_step import GLOBAL_STEP, SAVE_ADJUSTMENTS
from .tables.images import IMAGES
from .tables.local_step import ALPHA, BLOCK_GRID, CORRECTION, LOCAL_DETAILS, REFERENCE
from .tables.output import CLIPPED, QUALITY, REJECTED, balanced_images
from .tables.pif import PIF
from .tables.statistics import COMMON_LIGHT, MASK_ROWS, STATISTICS

# fmt: off
LOAD_ADJUSTMENTS = replace(
    global_step.LOAD_ADJUSTMENTS,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Give it when images are added to a set balanced before: images that are only in the file still shape the "
        "result. All images of this run are read, because blocks need more than the file holds."),
)

BOTH_STEPS = (
    IMAGES, *GLOBAL_STEP, *PIF,
    REFERENCE, CORRECTION, ALPHA, *BLOCK_GRID,
    *MASK_ROWS, *STATISTICS, COMMON_LIGHT, *LOCAL_DETAILS,
    LOAD_ADJUSTMENTS, SAVE_ADJUSTMENTS,
)
"""What `balance` and its preview share."""


class Balance(EvenlightAlgorithm):
    """Declares and runs the core's `balance`."""

    ID = "balance"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Balance")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Makes overlapping images agree, globally and block by block, in one pass")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "radiometric,relative normalization,relative normalisation,normalize,normalise,harmonize,harmonise,"
        "harmonization,harmonisation,color correction,colour correction,color balancing,colour balance,"
        "color matching,colour matching,exposure,brightness,contrast,tone,white balance,flat field,dodging,haze,"
        "illumination,vignetting,seamless mosaic,overlap area,reference image,bundle,gain,offset,block,seam")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Makes overlapping images agree: first by one gain and offset per image and band (as <i>Global "
        "regression</i>), then block by block where differences vary inside the images (as <i>Local block "
        "adjustment</i>).</p>"
        "<p>The result is that of the two tools run in turn, within one step of rounding, but pixels are read twice "
        "and written once only, and no image in between is rounded or clipped. Run the two tools instead when you "
        "want to look at the images after the first.</p>")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "MODEL_IMAGES", "MASK", "ALPHA", "OUTPUT_FOLDER", "REPORT")
    ROWS = (
        *BOTH_STEPS,
        *balanced_images(BALANCED_NAME), *EXECUTION, VERBOSE,
        *QUALITY, REJECTED, CLIPPED,
    )
    OUTPUT: Mapping[str, object] = {}
    """Of the core's `OutputSettings`, what users cannot choose."""
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} balanced")

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs.step_checks import check_features, check_local

        local = check_local(self.settings(LocalSettings), self.settings(OutputSettings, **self.OUTPUT))
        return [*check_features(self.settings(PifSettings), [], None), *local]

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Balance the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import balance

        return self.compute_with(balance, files, progress)

    def compute_with(self, job: Callable[..., object], files: Files, progress: FeedbackProgress) -> object:
        """Run one of the core's jobs that take the settings of both steps."""
        return job(self.images, self.output(files), **balancing(self, files), progress=progress)


def balancing(run: EvenlightAlgorithm, files: Files) -> dict[str, object]:
    """What the core's jobs with both steps take of a run, but for images, results and progress."""
    pif, models = run.settings(PifSettings), run.inputs_named("MODEL_IMAGES")
    return {
        "global_settings": run.settings(GlobalSettings, model_images=models, pif=pif),
        "local_settings": run.settings(LocalSettings),
        "statistics": run.statistics,
        "execution": run.execution,
        "mask": run.mask,
        "save_adjustments": files["SAVE_ADJUSTMENTS"],
        "load_adjustments": run.values["LOAD_ADJUSTMENTS"],
        "save_inz": files["SAVE_INZ"],
        "report": report_of(run, files),
    }
