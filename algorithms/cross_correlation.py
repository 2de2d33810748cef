"""Normalised cross-correlation with a template, or with another image window by window."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterDestination, QgsProcessingParameterRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import CrossCorrelationSettings
from . import names
from .parameters import declare, real, whole
from .progress import FeedbackProgress
from .reader import ParameterReader
from .single_raster import SingleRasterAlgorithm

translate = QCoreApplication.translate


class CrossCorrelation(SingleRasterAlgorithm):
    """Declares, reads and runs the core's `cross_correlation`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "cross_correlation"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("CrossCorrelation", "Cross-correlation")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("CrossCorrelation", "Where a template lies in an image, or how two images are shifted")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "CrossCorrelation",
            "cross-correlation,NCC,template matching,shift,displacement,offset,misregistration,feature tracking,"
            "similarity,find",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "CrossCorrelation",
            "<p>Normalised cross-correlation: 1 where two pieces of image differ in brightness and contrast only, 0 "
            "where they have nothing in common, -1 where one is the negative of the other. Pixels that are no data in "
            "either do not count; ground without contrast gives no data. Several bands give the mean of their "
            "scores.</p>"
            "<p><b>Template</b>: a small raster, a crater or a tree, is slid over the image; the result tells for "
            "every pixel how alike it is there, with the template's centre on that pixel.</p>"
            "<p><b>Other image</b>: windows of the image are searched for in another image of the same ground; the "
            "result has one pixel for each window: the best score, and how far the other image is shifted, for "
            "glaciers and dunes that move, or to check how well images fit.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        self.add_input()
        self._declare_partners()
        self._declare_search()
        self.add_result(
            translate("CrossCorrelation", "Score"),
            translate(
                "CrossCorrelation",
                "A Float32 GeoTIFF, -1 to 1, no data is NaN: on the image's grid with a template, with one pixel for "
                "each window otherwise.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterRasterDestination(
                names.OUTPUT_SHIFT,
                translate("CrossCorrelation", "Shift"),
                optional=True,
                createByDefault=False,
            ),
            translate(
                "CrossCorrelation",
                "Two bands for each window, dx and dy: how far to the right and down, in pixels of the image, the "
                "other image shows the same. Only with another image.",
            ),
        )

    def _declare_partners(self) -> None:
        declare(
            self,
            QgsProcessingParameterRasterLayer(
                names.TEMPLATE, translate("CrossCorrelation", "Template to look for"), optional=True
            ),
            translate(
                "CrossCorrelation",
                "A small raster with the image's bands and pixel size, cut from it or from another one; what it shows "
                "must have the same size and direction. Either this or the other image is needed.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterRasterLayer(
                names.OTHER, translate("CrossCorrelation", "Other image of the same ground"), optional=True
            ),
            translate(
                "CrossCorrelation",
                "With the same bands; it may differ in grid and coordinate system and is read on the image's grid: "
                "pixel by pixel where only the origin differs, else the nearest pixel or, where it is finer, averages.",
            ),
        )

    def _declare_search(self) -> None:
        default = CrossCorrelationSettings()
        declare(
            self,
            whole(names.WINDOW, translate("CrossCorrelation", "Window (pixels)"), default.window, 2),
            translate(
                "CrossCorrelation",
                "With another image: side of the square windows, which lie side by side. Larger ones are surer and "
                "find less detail; they should hold several features.",
            ),
        )
        declare(
            self,
            whole(names.SEARCH, translate("CrossCorrelation", "Search (pixels)"), default.search, 0),
            translate(
                "CrossCorrelation",
                "With another image: how far it may be shifted to each side. A little more than you expect: a best "
                "score at the end of the search gives no shift. 0 compares in place and gives the score alone.",
            ),
        )
        declare(
            self,
            real(names.MIN_VALID, translate("CrossCorrelation", "Smallest valid share"), default.min_valid, 0.0, 1.0),
            translate(
                "CrossCorrelation",
                "Share of the template's or window's pixels that must be valid in both; others give no data. Lower it "
                "to look at edges and between clouds, raise it where single scores are not trustworthy.",
            ),
        )

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        super().read(reader)
        self.template, self.other = reader.raster(names.TEMPLATE), reader.raster(names.OTHER)
        self.settings = CrossCorrelationSettings(
            window=reader.integer(names.WINDOW),
            search=reader.integer(names.SEARCH),
            min_valid=reader.number(names.MIN_VALID),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write scores and shifts."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import cross_correlation

        result = cross_correlation(
            self.images[0],
            reader.destination(names.OUTPUT),
            template=self.template,
            other=self.other,
            shift=reader.destination(names.OUTPUT_SHIFT),
            settings=self.settings,
            bands=self.bands,
            creation_options=self.creation_options,
            execution=self.execution,
            progress=progress,
        )
        outputs = {names.OUTPUT: result.output}
        if result.shift:
            outputs[names.OUTPUT_SHIFT] = result.shift
        return outputs
