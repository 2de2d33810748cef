"""Global regression and local block adjustment in one pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import BALANCED_NAME
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
from .global_parameters import add_adjustment_files, add_method, add_model_images, read_global_settings
from .parameters import add_common_light, add_images, add_mask, add_output, add_quality_outputs, add_statistics
from .pif_parameters import add_pif
from .progress import FeedbackProgress
from .reader import ParameterReader

if TYPE_CHECKING:
    from ..core.jobs import BalanceResult

translate = QCoreApplication.translate


class Balance(EvenlightAlgorithm):
    """Declares, reads and runs the core's `balance`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "balance"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("Balance", "Balance")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("Balance", "Makes overlapping images agree, globally and block by block, in one pass")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "Balance",
            "radiometric,normalization,harmonize,colour balance,color balancing,mosaic,overlap area,reference image,"
            "bundle,gain,offset,illumination,haze,block,seam",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "Balance",
            "<p>Makes overlapping images agree: first by one gain and offset per image and band (as <i>Global "
            "regression</i>), then block by block where differences vary inside the images (as <i>Local block "
            "adjustment</i>).</p>"
            "<p>The result is that of the two tools run in turn, within one step of rounding, but pixels are read "
            "twice and written once only, and no image in between is rounded or clipped. Run the two tools instead "
            "when you want to look at the images after the first.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        add_images(self, self.minimum_images)
        add_method(self)
        add_model_images(self)
        add_pif(self)
        add_reference(self)
        add_correction(self)
        add_alpha(self)
        add_grid(self)
        add_mask(self)
        add_statistics(self)
        add_common_light(self)
        add_normalise(self)
        add_validity(self)
        add_adjustment_files(
            self,
            translate(
                "Balance",
                "Give it when images are added to a set balanced before: images that are only in the file still "
                "shape the result. All images of this run are read, because blocks need more than the file holds.",
            ),
        )
        self.add_results()
        add_execution(self)
        add_quality_outputs(self, with_rejected=True)

    def add_results(self) -> None:
        """Declare where the results go and what kind of files they are."""
        add_output(self, BALANCED_NAME)

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.global_settings = read_global_settings(reader, self.images)
        self.local_settings = read_local_settings(reader, self)
        self.load_adjustments = reader.file(names.LOAD_ADJUSTMENTS)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Balance the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import balance

        return self.compute_with(balance, reader, progress)

    def compute_with(
        self, job: Callable[..., BalanceResult], reader: ParameterReader, progress: FeedbackProgress
    ) -> dict:
        """Run one of the core's jobs that take the settings of both steps."""
        output = self.output_in_folder(reader)
        save_adjustments = reader.destination(names.SAVE_ADJUSTMENTS)
        save_inz = reader.destination(names.SAVE_INZ)
        result = job(
            self.images,
            output,
            global_settings=self.global_settings,
            local_settings=self.local_settings,
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            save_adjustments=save_adjustments,
            load_adjustments=self.load_adjustments,
            save_inz=save_inz,
            progress=progress,
        )
        outputs = {**self.finish(result, progress), names.OUTPUT_FOLDER: output.folder}
        if save_adjustments:
            outputs[names.SAVE_ADJUSTMENTS] = save_adjustments
        if save_inz:
            outputs[names.SAVE_INZ] = save_inz
        return outputs
