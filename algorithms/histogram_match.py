"""Gives images the histogram of a reference."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import MATCHED_NAME, HistogramMatchSettings, Region
from . import names
from .parameters import add_mask, choice, declare
from .progress import FeedbackProgress
from .reader import ParameterReader
from .toned import TonedImagesAlgorithm

translate = QCoreApplication.translate


class HistogramMatch(TonedImagesAlgorithm):
    """Declares, reads and runs the core's `histogram_match`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "histogram_match"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("HistogramMatch", "Match histograms")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("HistogramMatch", "Gives one or many images the histogram of a reference, band by band")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "HistogramMatch",
            "histogram,matching,specification,quantile,cdf,colour,color,balance,reference image,normalization,"
            "harmonize,radiometric",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "HistogramMatch",
            "<p>Changes the values of images so that their histogram becomes that of a reference, band by band: what "
            "is darkest stays darkest, and the share of pixels up to each value is that of the reference. Data type, "
            "no data, masks, band names and grid stay as they are.</p>"
            "<p>Matching is exact and bends contrast freely. It suits two images of the same ground whose brightness "
            "is related by a curve, and pictures for the eye. Where values are to stay measurements, or many images "
            "shall agree with each other, take a tool of the group Balance: a gain and an offset keep the relations "
            "between values, and the contrast.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        self.add_inputs(
            translate(
                "HistogramMatch",
                "Raster layers or files, each matched by itself. The reference may be among them; it stays as it is.",
            )
        )
        declare(
            self,
            QgsProcessingParameterRasterLayer(names.REFERENCE, translate("HistogramMatch", "Reference image")),
            translate(
                "HistogramMatch",
                "The image whose histogram the others get. It needs the same bands; grid, resolution and coordinate "
                "system may differ.",
            ),
        )
        declare(
            self,
            choice(names.REGION, translate("HistogramMatch", "Pixels to count"), Region, HistogramMatchSettings.region),
            translate(
                "HistogramMatch",
                "overlap counts only pixels of the ground that both show, so that different ground does not pass for "
                "different light. whole counts all pixels of both; choose it for images that do not overlap and show "
                "similar ground.",
            ),
        )
        self.add_bands()
        add_mask(self)
        self.add_results(MATCHED_NAME, translate("HistogramMatch", "Matched images"))

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.reference = reader.raster(names.REFERENCE)
        self.settings = HistogramMatchSettings(
            region=reader.word(names.REGION, Region),
            mask_mode=self.statistics.mask_mode,
            bands=reader.text(names.BANDS),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the matched images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import histogram_match

        output = self.output_in_folder(reader)
        result = histogram_match(
            self.images,
            self.reference,
            output,
            settings=self.settings,
            mask=self.mask,
            execution=self.execution,
            progress=progress,
        )
        return {**self.keep(result), names.OUTPUT_FOLDER: output.folder}
