"""Block-wise correction towards common block maps."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import LOCAL_NAME
from . import names
from .base import EvenlightAlgorithm
from .blocks import (
    add_alpha,
    add_correction,
    add_grid,
    add_normalise,
    add_reference,
    add_validity,
    read_local_settings,
)
from .execution_parameters import add_execution
from .parameters import add_common_light, add_images, add_mask, add_output, add_quality_outputs, add_statistics
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class LocalBlockAdjustment(EvenlightAlgorithm):
    """Declares, reads and runs the core's `local_block_adjustment`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "local_block_adjustment"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("LocalBlockAdjustment", "Local block adjustment")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate(
            "LocalBlockAdjustment", "Evens out differences that vary inside overlapping images, block by block"
        )

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "LocalBlockAdjustment",
            "radiometric,normalization,harmonize,colour balance,color balancing,dodging,illumination,vignetting,haze,"
            "mosaic,overlap area,block,seam",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "LocalBlockAdjustment",
            "<p>Evens out differences that vary inside the images, such as haze, vignetting and illumination. The "
            "ground is divided into blocks; each image gets a correction per block, interpolated smoothly between "
            "the blocks' centres.</p>"
            "<p>Balance the images with <i>Global regression</i> first: this step is meant for what remains.</p>"
            "<p>Blocks where the ground itself changed (cloud, flood) are found and left out of the fit. Away from "
            "overlaps the correction fades out.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        add_images(self, self.minimum_images)
        add_reference(self)
        add_correction(self)
        add_alpha(self)
        add_grid(self)
        add_mask(self)
        add_statistics(self)
        add_common_light(self)
        add_normalise(self)
        add_validity(self)
        add_output(self, LOCAL_NAME)
        add_execution(self)
        add_quality_outputs(self)

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = read_local_settings(reader, self)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Adjust the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import local_block_adjustment

        output = self.output_in_folder(reader)
        result = local_block_adjustment(
            self.images,
            output,
            settings=self.settings,
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            progress=progress,
        )
        return {**self.finish(result, progress), names.OUTPUT_FOLDER: output.folder}
