"""Where the ground did not change between two images."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import PifMaskSettings, PifMethod
from . import names
from .base import EvenlightAlgorithm
from .execution_parameters import add_own_resources
from .parameters import add_creation_options, declare, real
from .pif_parameters import add_pif_method, add_thresholds, read_pif_settings
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class PifMask(EvenlightAlgorithm):
    """Declares, reads and runs the core's `pif_mask`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "pif_mask"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("PifMask", "Mask of unchanged ground")

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Masks")

    def groupId(self) -> str:
        """Never changes."""
        return "masks"

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("PifMask", "Finds where the ground did not change between two images")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "PifMask",
            "pseudo-invariant features,PIF,change detection,IR-MAD,no-change,radiometric,normalization,mask,polygons",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "PifMask",
            "<p>Compares two overlapping images of different dates and tells where they show the same ground "
            "(pseudo-invariant features): 1 unchanged, 0 changed, no data where one of them has no pixel. Differences "
            "in brightness and contrast between the images do not count for change.</p>"
            "<p>The raster lies on the grid of the first image, or on that of the second where its pixels are larger. "
            "The polygons can be given as <i>Mask polygons</i> to the tools of the group Balance, which then take "
            "their statistics from unchanged ground.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        self._add_images()
        self._add_method()
        add_thresholds(self)
        add_creation_options(self)
        add_own_resources(self)
        self._add_results()

    def _add_images(self) -> None:
        declare(
            self,
            QgsProcessingParameterRasterLayer(names.INPUT, translate("PifMask", "Image")),
            translate("PifMask", "A raster layer or file. The mask covers its extent."),
        )
        declare(
            self,
            QgsProcessingParameterRasterLayer(names.REFERENCE, translate("PifMask", "Image to compare with")),
            translate(
                "PifMask",
                "An image of the same ground with the same bands in the same order. It may differ in grid, resolution "
                "and coordinate system.",
            ),
        )

    def _add_method(self) -> None:
        default = PifMaskSettings()
        add_pif_method(
            self,
            [word for word in PifMethod.words() if word != PifMethod.ENTIRE.value],
            default.pif.method,
            translate(
                "PifMask",
                "residual: changed is what lies far from a robust line in any band. ir_mad: changed is what differs in "
                "the combinations of all bands that agree best; choose it with four or more bands. "
                "flood_from_match_points: unchanged are only stable regions around points that both images show, few "
                "and sure; needs OpenCV.",
            ),
        )
        declare(
            self,
            real(names.PROBABILITY, translate("PifMask", "Probability of change"), default.probability, 0.0, 1.0),
            translate(
                "PifMask",
                "For residual and ir_mad: a pixel counts as changed when its difference is larger than this share of "
                "the differences of unchanged ground. Raise it to lose less unchanged ground, lower it to let less "
                "change through.",
            ),
        )

    def _add_results(self) -> None:
        declare(
            self,
            QgsProcessingParameterRasterDestination(names.OUTPUT, translate("PifMask", "Mask")),
            translate("PifMask", "A raster of bytes: 1 unchanged, 0 changed, 255 no data."),
        )
        declare(
            self,
            QgsProcessingParameterVectorDestination(
                names.OUTPUT_POLYGONS,
                translate("PifMask", "Polygons of unchanged ground"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            translate(
                "PifMask",
                "Outlines of the pixels that are 1. Give a file to use them as mask polygons for balancing.",
            ),
        )

    def read_images(self, reader: ParameterReader) -> list[str]:
        """The two images."""
        found = (reader.raster(name) for name in (names.INPUT, names.REFERENCE))
        return [path for path in found if path is not None]

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = PifMaskSettings(read_pif_settings(reader), reader.number(names.PROBABILITY))
        self.creation_options = reader.text(names.CREATION_OPTIONS)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the mask."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import pif_mask

        result = pif_mask(
            self.images[0],
            self.images[1],
            reader.destination(names.OUTPUT),
            settings=self.settings,
            polygons=reader.destination(names.OUTPUT_POLYGONS),
            creation_options=self.creation_options,
            execution=self.execution,
            progress=progress,
        )
        outputs = {names.OUTPUT: result.mask}
        if result.polygons:
            outputs[names.OUTPUT_POLYGONS] = result.polygons
        return outputs
