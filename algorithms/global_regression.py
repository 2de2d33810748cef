"""One gain and offset per image and band, from all overlaps."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import GLOBAL_NAME
from . import names
from .base import EvenlightAlgorithm
from .execution_parameters import add_execution
from .global_parameters import add_adjustment_files, add_method, add_model_images, read_global_settings
from .parameters import add_common_light, add_images, add_mask, add_output, add_quality_outputs, add_statistics
from .pif_parameters import add_pif
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class GlobalRegression(EvenlightAlgorithm):
    """Declares, reads and runs the core's `global_regression`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "global_regression"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("GlobalRegression", "Global regression")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("GlobalRegression", "Matches overlapping images by one gain and offset per image and band")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "GlobalRegression",
            "radiometric,normalization,harmonize,colour balance,color balancing,histogram,mosaic,overlap area,"
            "reference image,bundle,gain,offset,seam",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "GlobalRegression",
            "<p>Makes overlapping images agree in brightness and contrast. Every image gets one gain and one offset "
            "per band, found from all overlaps at once; images far apart are linked through those between them.</p>"
            "<p>The group of images keeps its overall brightness and contrast, unless <i>Model images</i> names "
            "reference images: these stay as they are and all others follow them. Groups of images that do not "
            "overlap are balanced apart, an image without overlap stays unchanged, and both are told in the log.</p>"
            "<p>Run <i>Local block adjustment</i> on the results when differences remain that vary inside the "
            "images, such as haze, vignetting or illumination.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        add_images(self, self.minimum_images)
        add_method(self)
        add_model_images(self)
        add_pif(self)
        add_mask(self)
        add_statistics(self)
        add_common_light(self)
        add_adjustment_files(
            self,
            translate(
                "GlobalRegression",
                "Give it when images are added to a set balanced before: statistics found in the file are not "
                "computed again, and images that are only in the file still shape the result.",
            ),
        )
        add_output(self, GLOBAL_NAME)
        add_execution(self)
        add_quality_outputs(self, with_rejected=True)

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = read_global_settings(reader, self.images)
        self.load_adjustments = reader.file(names.LOAD_ADJUSTMENTS)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Balance the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import global_regression

        output = self.output_in_folder(reader)
        save_adjustments = reader.destination(names.SAVE_ADJUSTMENTS)
        save_inz = reader.destination(names.SAVE_INZ)
        result = global_regression(
            self.images,
            output,
            settings=self.settings,
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            save_adjustments=save_adjustments,
            load_adjustments=self.load_adjustments,
            save_inz=save_inz,
            progress=progress,
        )
        outputs = self.finish(result, progress)
        outputs[names.OUTPUT_FOLDER] = output.folder
        if save_adjustments:
            outputs[names.SAVE_ADJUSTMENTS] = save_adjustments
        if save_inz:
            outputs[names.SAVE_INZ] = save_inz
        return outputs
