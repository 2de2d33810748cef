"""Blanks images inside or outside polygons."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.masks.settings import MASKED_NAME, BlankSettings
from ..core.settings import SelectionMode
from . import names
from .base import EvenlightAlgorithm
from .execution_parameters import add_own_resources
from .parameters import (
    add_creation_options,
    add_folder,
    add_load_outputs,
    add_name,
    choice,
    declare,
    declare_images,
)
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class MaskRasters(EvenlightAlgorithm):
    """Declares, reads and runs the core's `mask_rasters`."""

    minimum_images = 1
    images_go_together = False

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "mask_rasters"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("MaskRasters", "Mask rasters")

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Masks")

    def groupId(self) -> str:
        """Never changes."""
        return "masks"

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("MaskRasters", "Blanks images inside or outside polygons, each by its own polygons if wanted")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "MaskRasters", "mask,clip,cutline,blank,nodata,no data,polygon,cloud,erase,footprint,spectralmatch"
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "MaskRasters",
            "<p>Writes copies of images with the pixels outside polygons blanked, or those inside. All other pixels, "
            "the size, data type, no data value, bands and metadata stay as they are.</p>"
            "<p>Blanked pixels get the image's no data value, no opacity where it has an alpha band, or no place in "
            "its mask. An image that has none of these gets a mask inside the file, because any value of its bands "
            "may be data.</p>"
            "<p>To keep clouds from shaping a correction, give the polygons to the Balance tool instead: the clouds "
            "then stay in the image and do not count.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        declare_images(
            self,
            self.minimum_images,
            translate("MaskRasters", "Raster layers or files; they may differ in everything."),
        )
        self._declare_mask()
        add_name(self, MASKED_NAME)
        add_load_outputs(self)
        add_creation_options(self)
        add_own_resources(self)
        add_folder(self, translate("MaskRasters", "Masked images"))

    def _declare_mask(self) -> None:
        declare(
            self,
            QgsProcessingParameterFeatureSource(
                names.MASK, translate("MaskRasters", "Polygons"), [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            translate(
                "MaskRasters",
                "In any coordinate system. Tick the box for selected features when only some of them should count.",
            ),
        )
        declare(
            self,
            choice(
                names.MASK_MODE,
                translate("MaskRasters", "Use of the polygons"),
                SelectionMode,
                BlankSettings.mask_mode,
            ),
            translate(
                "MaskRasters",
                "include keeps what lies inside the polygons and blanks the rest. exclude blanks what lies inside, "
                "for polygons drawn around clouds for example.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterField(
                names.MASK_FIELD,
                translate("MaskRasters", "Field with the image's name"),
                parentLayerParameterName=names.MASK,
                optional=True,
            ),
            translate(
                "MaskRasters",
                "Set it when polygons belong to single images: the field holds the image's file name, with or without "
                "extension, or its whole path. Without it every polygon counts for every image.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterBoolean(
                names.ALL_TOUCHED,
                translate("MaskRasters", "Count every pixel that a polygon touches"),
                defaultValue=BlankSettings.all_touched,
            ),
            translate(
                "MaskRasters",
                "Normally a pixel lies inside when its centre does. Turn it on when narrow polygons must not be "
                "missed, or no pixel of an excluded area may be left.",
            ),
        )

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = BlankSettings(
            mask_mode=reader.word(names.MASK_MODE, SelectionMode), all_touched=reader.switch(names.ALL_TOUCHED)
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the masked images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import mask_rasters
        from ..core.masks.polygons import PolygonMask

        output = self.output_in_folder(reader)
        # without polygons to exclude the images are copied
        mask = self.mask if self.mask is not None else PolygonMask((), "")
        result = mask_rasters(
            self.images,
            mask,
            output,
            settings=self.settings,
            execution=self.execution,
            progress=progress,
        )
        return {**self.keep(result), names.OUTPUT_FOLDER: output.folder}
