"""Applies a saved adjustments file to images."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import ADJUSTED_NAME
from . import names
from .base import EvenlightAlgorithm
from .execution_parameters import add_execution
from .parameters import add_clipped_output, add_constant_border, add_images, add_nodata, add_output, declare
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class ApplyAdjustments(EvenlightAlgorithm):
    """Declares, reads and runs the core's `apply_adjustments`."""

    minimum_images = 1

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "apply_adjustments"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("ApplyAdjustments", "Apply adjustments")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("ApplyAdjustments", "Applies saved gains and offsets to images")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "ApplyAdjustments", "radiometric,normalization,colour balance,gain,offset,json,spectralmatch"
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "ApplyAdjustments",
            "<p>Applies the gains and offsets that <i>Global regression</i> saved, or a file of the same kind written "
            "by spectralmatch.</p>"
            "<p>An image is found in the file by its path or, when the path is not there, by its name. So corrections "
            "measured on reduced copies can be applied to the full images.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        add_images(self, self.minimum_images)
        declare(
            self,
            QgsProcessingParameterFile(
                names.LOAD_ADJUSTMENTS,
                translate("ApplyAdjustments", "Adjustments file"),
                fileFilter="JSON (*.json)",
            ),
            translate(
                "ApplyAdjustments",
                "Choose the JSON file that the global regression of these images saved.",
            ),
        )
        add_nodata(self)
        add_constant_border(self)
        add_output(self, ADJUSTED_NAME)
        add_execution(self)
        add_clipped_output(self)

    def read(self, reader: ParameterReader) -> None:
        """What to apply."""
        self.adjustments = reader.file(names.LOAD_ADJUSTMENTS)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Correct the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import apply_adjustments

        output = self.output_in_folder(reader)
        result = apply_adjustments(
            self.images,
            self.adjustments,
            output,
            statistics=self.statistics,
            execution=self.execution,
            progress=progress,
        )
        return {**self.finish(result, progress), names.OUTPUT_FOLDER: output.folder}
