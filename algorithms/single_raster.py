"""What the algorithms of the group Raster tools share that work on one raster."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import ALL_BANDS
from . import names
from .base import EvenlightAlgorithm
from .execution_parameters import add_own_resources
from .parameters import add_creation_options, declare
from .reader import ParameterReader

translate = QCoreApplication.translate


def add_bands(algorithm: QgsProcessingAlgorithm, help_text: str = "") -> None:
    """``BANDS``, with another help where the result keeps all bands."""
    declare(
        algorithm,
        QgsProcessingParameterString(
            names.BANDS, translate("Evenlight", "Bands"), defaultValue=ALL_BANDS, optional=True
        ),
        help_text
        or translate(
            "Evenlight",
            "Numbers of bands, such as 1,3-5; the result has them in this order. Empty takes all bands but alpha.",
        ),
    )


class SingleRasterAlgorithm(EvenlightAlgorithm):
    """A raster tool: one raster in, one raster out; a subclass declares what lies between.

    `initAlgorithm` calls `add_input`, declares the subclass's own parameters and ends with `add_result`.
    """

    minimum_images = 1
    images_go_together = False

    def __init__(self):
        super().__init__()
        self.bands = ALL_BANDS
        self.creation_options = ""

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Raster tools")

    def groupId(self) -> str:
        """Never changes."""
        return "raster_tools"

    def add_input(self, bands_help: str = "") -> None:
        """``INPUT`` and ``BANDS``."""
        declare(
            self,
            QgsProcessingParameterRasterLayer(names.INPUT, translate("Evenlight", "Image")),
            translate("Evenlight", "A raster layer or file; its no data value, mask or alpha band is respected."),
        )
        add_bands(self, bands_help)

    def add_result(self, label: str, help_text: str) -> None:
        """``CREATION_OPTIONS``, the resources, and ``OUTPUT``."""
        add_creation_options(self)
        add_own_resources(self)
        declare(self, QgsProcessingParameterRasterDestination(names.OUTPUT, label), help_text)

    def read_images(self, reader: ParameterReader) -> list[str]:
        """The image."""
        found = reader.raster(names.INPUT)
        return [] if found is None else [found]

    def read(self, reader: ParameterReader) -> None:
        """The bands and creation options; a subclass adds its own settings."""
        self.bands = reader.text(names.BANDS)
        self.creation_options = reader.text(names.CREATION_OPTIONS)
