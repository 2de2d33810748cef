"""Fills holes of an image."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import GapMethod, GapSettings
from . import names
from .parameters import choice, declare, whole
from .progress import FeedbackProgress
from .reader import ParameterReader
from .single_raster import SingleRasterAlgorithm

translate = QCoreApplication.translate


class FillGaps(SingleRasterAlgorithm):
    """Declares, reads and runs the core's `fill_gaps`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "fill_gaps"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("FillGaps", "Fill gaps")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("FillGaps", "Fills holes from what surrounds them, or from another image balanced to it")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "FillGaps",
            "fill nodata,no data,holes,voids,gaps,interpolate,inpaint,inverse distance,nearest,Telea,Navier-Stokes,"
            "cloud,patch,composite,GDAL",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "FillGaps",
            "<p>Fills patches of pixels without data. Every valid pixel stays as it is, and so do the data type, the "
            "no data value, bands and metadata. A hole is what is connected over the sides of pixels: in each band by "
            "itself, or in all bands where one mask or alpha band holds for all.</p>"
            "<p>What lies outside the image, connected to the raster's edge, is not a hole and stays empty unless you "
            "ask for it.</p>"
            "<p>For holes of a few pixels every method will do. What interpolation and inpainting put into larger ones "
            "is smooth and made up. To fill clouds, blank them with <i>Mask rasters</i> and take the ground from "
            "another date: <i>other_image</i> balances it to what surrounds each hole, without a seam.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        self.add_input(
            translate(
                "FillGaps",
                "Numbers of the bands to fill, such as 1,3-5; the others are copied. Empty fills all bands. Bands that "
                "share one mask or alpha band can only be filled together.",
            )
        )
        self._declare_method()
        self._declare_extent()
        self.add_result(
            translate("FillGaps", "Filled image"),
            translate("FillGaps", "A GeoTIFF on the image's grid, of its type and with all its bands."),
        )
        declare(
            self,
            QgsProcessingParameterRasterDestination(
                names.FILLED_MASK,
                translate("FillGaps", "Mask of what was filled"),
                optional=True,
                createByDefault=False,
            ),
            translate(
                "FillGaps",
                "A raster of bytes: 1 where a pixel was filled in any band, else 0. Keep it to tell measured pixels "
                "from filled ones.",
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(names.FILLED, translate("FillGaps", "Filled pixels")))
        self.addOutput(QgsProcessingOutputNumber(names.HOLES, translate("FillGaps", "Filled holes")))

    def _declare_method(self) -> None:
        declare(
            self,
            choice(names.METHOD, translate("FillGaps", "Fill with"), GapMethod, GapSettings.method),
            translate(
                "FillGaps",
                "nearest: the nearest valid pixel; for classes and other values that must not be mixed. "
                "inverse_distance: a mean of the pixels around the hole, near ones first; smooth, closest to the truth "
                "on average. telea, navier_stokes: inpainting, edges run on into the hole; for scratches, wires and "
                "narrow gaps; need OpenCV. other_image: the same ground from another image; for everything larger.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterRasterLayer(
                names.OTHER, translate("FillGaps", "Other image of the same ground"), optional=True
            ),
            translate(
                "FillGaps",
                "For other_image: an image with the same bands in the same order, on any grid and in any coordinate "
                "system. It needs no balancing before. Where it shows nothing, the hole stays.",
            ),
        )

    def _declare_extent(self) -> None:
        declare(
            self,
            whole(names.MAX_SIZE, translate("FillGaps", "Largest hole (pixels, 0 for any)"), GapSettings.max_size, 0),
            translate(
                "FillGaps",
                "Holes with more pixels stay as they are; 0 fills holes of any size. Set it to close small drop-outs "
                "and leave lakes or clouds open.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterBoolean(
                names.INSIDE_FOOTPRINT,
                translate("FillGaps", "Only holes inside the footprint"),
                defaultValue=GapSettings.inside_footprint,
            ),
            translate(
                "FillGaps",
                "Fills only what valid pixels enclose on all sides. Turn it off to fill holes at the raster's edge "
                "too, as the stripes of Landsat 7 that run through to it; the empty surroundings of a rotated image "
                "are then filled as well, unless they have more pixels than the largest hole.",
            ),
        )

    def read_images(self, reader: ParameterReader) -> list[str]:
        """The image, and the other one where it is given."""
        other = reader.raster(names.OTHER)
        return [*super().read_images(reader), *([other] if other else [])]

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        super().read(reader)
        self.settings = GapSettings(
            method=reader.word(names.METHOD, GapMethod),
            max_size=reader.integer(names.MAX_SIZE),
            inside_footprint=reader.switch(names.INSIDE_FOOTPRINT),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the filled image."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import fill_gaps

        result = fill_gaps(
            self.images[0],
            reader.destination(names.OUTPUT),
            settings=self.settings,
            other=self.images[1] if len(self.images) > 1 else None,
            filled_mask=reader.destination(names.FILLED_MASK),
            bands=self.bands,
            creation_options=self.creation_options,
            execution=self.execution,
            progress=progress,
        )
        outputs = {names.OUTPUT: result.output, names.FILLED: result.filled, names.HOLES: result.holes}
        if result.filled_mask:
            outputs[names.FILLED_MASK] = result.filled_mask
        return outputs
