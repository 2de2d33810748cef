"""The result of balancing as virtual rasters."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.settings import BALANCED_NAME, OutputFormat
from .balance import BOTH_STEPS, Balance
from .base import Files
from .progress import FeedbackProgress
from .tables.execution import EXECUTION, VERBOSE
from .tables.output import (
    BALANCED_IMAGES,
    CLIPPED,
    LOAD_OUTPUTS,
    OUTPUT_FOLDER,
    QUALITY,
    REJECTED,
    REPORT,
    output_name,
)

# fmt: off


class PreviewBalance(Balance):
    """Declares and runs the core's `preview_balance`."""

    ID = "preview_balance"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Preview balance")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Shows what balancing would give, as virtual rasters, without writing a pixel")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Gives the same result as <i>Balance</i> as virtual rasters (VRT): small recipes that read the images and "
        "correct them on the way. After the statistics they are written at once, whatever the images' size. Try "
        "settings with it, then run <i>Balance</i> with those that please.</p>"
        "<p>The images must stay where they are; images in the folder of the results, or below it, can be moved with "
        "it. The corrections linear and additive can be shown, gamma and offset cannot. Data type, no data value and "
        "clipping are those of the result; values may differ by the rounding of halves, and the share of clipped "
        "values is an estimate from statistics.</p>")
    ROWS = (
        *BOTH_STEPS,
        output_name(BALANCED_NAME), LOAD_OUTPUTS, OUTPUT_FOLDER, REPORT, BALANCED_IMAGES, *EXECUTION, VERBOSE,
        *QUALITY, REJECTED, CLIPPED,
    )
    OUTPUT = {"format": OutputFormat.VIRTUAL}
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "Preview: {}")

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the recipes."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import preview_balance

        return self.compute_with(preview_balance, files, progress)
