"""What the algorithms share that write images with other values on the same pixels."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import ALL_BANDS
from . import names
from .base import EvenlightAlgorithm
from .execution_parameters import add_own_resources
from .parameters import add_creation_options, add_folder, add_load_outputs, add_name, declare, declare_images

translate = QCoreApplication.translate


class TonedImagesAlgorithm(EvenlightAlgorithm):
    """A raster tool for many images; `initAlgorithm` begins with `add_inputs` and ends with `add_results`."""

    minimum_images = 1
    images_go_together = False

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Raster tools")

    def groupId(self) -> str:
        """Never changes."""
        return "raster_tools"

    def add_inputs(self, help_text: str) -> None:
        """``INPUT``."""
        declare_images(self, self.minimum_images, help_text)

    def add_bands(self) -> None:
        """``BANDS``."""
        declare(
            self,
            QgsProcessingParameterString(
                names.BANDS, translate("Evenlight", "Bands"), defaultValue=ALL_BANDS, optional=True
            ),
            translate(
                "Evenlight",
                "Numbers of the bands to change, such as 1,3-5; the results keep the others as they are. Empty "
                "changes all bands but alpha.",
            ),
        )

    def add_results(self, default_name: str, label: str) -> None:
        """Folder and name of the results, and how the work is done."""
        add_name(self, default_name)
        add_load_outputs(self)
        add_creation_options(self)
        add_own_resources(self)
        add_folder(self, label)
