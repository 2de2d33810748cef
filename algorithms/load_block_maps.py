"""Applies saved block maps to images, those they were made from or new ones."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterMultipleLayers, QgsProcessingParameterRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import BLOCK_ADJUSTED_NAME
from . import names
from .base import EvenlightAlgorithm
from .blocks import add_alpha, add_correction, add_normalise, add_validity, read_local_settings
from .execution_parameters import add_execution
from .parameters import add_images, add_mask, add_output, add_quality_outputs, add_statistics, declare
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class LoadBlockMaps(EvenlightAlgorithm):
    """Declares, reads and runs the core's `load_block_maps`."""

    minimum_images = 1

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "load_block_maps"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("LoadBlockMaps", "Load block maps")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("LoadBlockMaps", "Corrects images by block maps that were saved before")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "LoadBlockMaps",
            "radiometric,normalization,colour balance,block,map,reference,local,apply,spectralmatch",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "LoadBlockMaps",
            "<p>Corrects images by block maps written with <i>Save block maps</i> or by spectralmatch.</p>"
            "<p>Give the reference map, local maps, or both. A local map belongs to the image it was made from, known "
            "by its metadata or else by its name; an image without a local map is measured on the maps' blocks and "
            "matched to the reference. With local maps alone the reference comes from them.</p>"
            "<p>For maps made by spectralmatch with gamma, choose gamma and turn off <i>Normalise values for "
            "gamma</i>.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        add_images(self, self.minimum_images)
        declare(
            self,
            QgsProcessingParameterRasterLayer(
                names.REFERENCE_MAP, translate("LoadBlockMaps", "Reference block map"), optional=True
            ),
            translate(
                "LoadBlockMaps",
                "What the images should agree on. Give it for images that have no local map of their own.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterMultipleLayers(
                names.LOCAL_MAPS,
                translate("LoadBlockMaps", "Local block maps"),
                QgsProcessing.SourceType.TypeRaster,
                optional=True,
            ),
            translate(
                "LoadBlockMaps",
                "Maps of these images; saves measuring them again. Leave it empty for new images, which are then "
                "measured.",
            ),
        )
        add_correction(self, of_saved_maps=True)
        add_alpha(self)
        add_mask(self)
        add_statistics(self)
        add_normalise(self)
        add_validity(self)
        add_output(self, BLOCK_ADJUSTED_NAME)
        add_execution(self)
        add_quality_outputs(self)

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = read_local_settings(reader, self)
        self.reference_map = reader.raster(names.REFERENCE_MAP)
        self.local_maps = reader.rasters(names.LOCAL_MAPS)
        if not (reader.given(names.REFERENCE_MAP) or reader.given(names.LOCAL_MAPS)):
            reader.problems.append(
                translate(
                    "LoadBlockMaps",
                    "Give the reference block map (REFERENCE_MAP), local block maps (LOCAL_MAPS), or both.",
                )
            )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Correct the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import load_block_maps

        output = self.output_in_folder(reader)
        result = load_block_maps(
            self.images,
            output,
            settings=self.settings,
            reference_map=self.reference_map,
            local_maps=self.local_maps,
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            progress=progress,
        )
        return {**self.finish(result, progress), names.OUTPUT_FOLDER: output.folder}
