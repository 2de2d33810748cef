"""The result of balancing as virtual rasters."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import BALANCED_NAME
from .balance import Balance
from .parameters import add_folder, add_load_outputs, add_name
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class PreviewBalance(Balance):
    """Declares, reads and runs the core's `preview_balance`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "preview_balance"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("PreviewBalance", "Preview balance")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate(
            "PreviewBalance", "Shows what balancing would give, as virtual rasters, without writing a pixel"
        )

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "PreviewBalance",
            "<p>Gives the same result as <i>Balance</i> as virtual rasters (VRT): small recipes that read the images "
            "and correct them on the way. After the statistics they are written at once, whatever the images' size. "
            "Try settings with it, then run <i>Balance</i> with those that please.</p>"
            "<p>The images must stay where they are; images in the folder of the results, or below it, can be moved "
            "with it. The corrections linear and additive can be shown, gamma and offset cannot. Data type, no data "
            "value and clipping are those of the result; values may differ by the rounding of halves.</p>",
        )

    def add_results(self) -> None:
        """Declare where the results go."""
        add_name(self, BALANCED_NAME)
        add_load_outputs(self)
        add_folder(self)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the recipes."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import preview_balance

        return self.compute_with(preview_balance, reader, progress)
