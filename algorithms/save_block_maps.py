"""Computes and writes the reference and local block maps; no image is written."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from . import names
from .base import EvenlightAlgorithm
from .blocks import add_correction, add_grid, add_normalise, add_reference, add_validity, read_local_settings
from .execution_parameters import add_resources
from .parameters import add_common_light, add_images, add_mask, add_statistics, declare
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class SaveBlockMaps(EvenlightAlgorithm):
    """Declares, reads and runs the core's `save_block_maps`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "save_block_maps"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("SaveBlockMaps", "Save block maps")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("SaveBlockMaps", "Writes the maps of block means that local adjustment uses, and no image")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "SaveBlockMaps", "radiometric,normalization,colour balance,block,map,reference,local,spectralmatch"
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "SaveBlockMaps",
            "<p>Computes what <i>Local block adjustment</i> would apply and writes it as small rasters, one value per "
            "block and band: a local map for each image (its block means and what they should become) and one "
            "reference map for all.</p>"
            "<p>Look at the maps to judge the correction, edit them, or apply them with <i>Load block maps</i>, to "
            "these images or to others on the same ground.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        add_images(self, self.minimum_images)
        add_reference(self)
        add_correction(self)
        add_grid(self)
        add_mask(self)
        add_statistics(self)
        add_common_light(self)
        add_normalise(self)
        add_validity(self)
        add_resources(self)
        declare(
            self,
            QgsProcessingParameterRasterDestination(
                names.REFERENCE_MAP, translate("SaveBlockMaps", "Reference block map")
            ),
            translate(
                "SaveBlockMaps",
                "One value per block and band: what all images should agree on. Needed for images that have no local "
                "map of their own.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterFolderDestination(
                names.LOCAL_MAPS, translate("SaveBlockMaps", "Folder for the local block maps")
            ),
            translate("SaveBlockMaps", "One raster per image, named after it. Made when it does not exist."),
        )
        self.addOutput(QgsProcessingOutputMultipleLayers(names.OUTPUT, translate("SaveBlockMaps", "Local block maps")))

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = read_local_settings(reader, self)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the maps."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import save_block_maps

        folder = reader.destination(names.LOCAL_MAPS)
        result = save_block_maps(
            self.images,
            reader.destination(names.REFERENCE_MAP),
            folder,
            settings=self.settings,
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            progress=progress,
        )
        return {
            names.REFERENCE_MAP: result.reference_map,
            names.LOCAL_MAPS: folder,
            names.OUTPUT: list(result.local_maps),
        }
