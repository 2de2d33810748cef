"""Spreads the values of images evenly."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import EQUALIZED_NAME, EqualizeMethod, EqualizeSettings
from . import names
from .parameters import choice, declare, real, whole
from .progress import FeedbackProgress
from .reader import ParameterReader
from .toned import TonedImagesAlgorithm

translate = QCoreApplication.translate


class HistogramEqualize(TonedImagesAlgorithm):
    """Declares, reads and runs the core's `histogram_equalize`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "histogram_equalize"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("HistogramEqualize", "Equalize histograms")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("HistogramEqualize", "Spreads values evenly: each image, its parts (CLAHE), or a set together")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "HistogramEqualize",
            "histogram,equalization,equalisation,adaptive,CLAHE,contrast,enhance,stretch,local contrast",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "HistogramEqualize",
            "<p>Raises the contrast of images by spreading their values evenly, band by band. The results are for the "
            "eye and for finding things; their values are no measurements any more.</p>"
            "<p>Bytes and unsigned 16-bit integers fill the whole range of their type, but for the no data value; all "
            "other types keep the range from their lowest to their highest value. Data type, no data, masks, band "
            "names and grid stay as they are.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        self.add_inputs(
            translate("HistogramEqualize", "Raster layers or files; for common of one data type and number of bands.")
        )
        default = EqualizeSettings()
        declare(
            self,
            choice(names.METHOD, translate("HistogramEqualize", "Method"), EqualizeMethod, default.method),
            translate(
                "HistogramEqualize",
                "global: one table for each image. adaptive: a table for each part of an image, with limited contrast "
                "(CLAHE); shows detail in shadow and light at once. common: one table for all images, so that equal "
                "values stay equal from image to image.",
            ),
        )
        declare(
            self,
            real(names.CLIP_LIMIT, translate("HistogramEqualize", "Contrast limit"), default.clip_limit, 0.0),
            translate(
                "HistogramEqualize",
                "For adaptive: about how many times contrast may be raised. Raise it for hazy or very dark images, "
                "lower it towards 1 where noise becomes visible. From 1 on; 0 is no limit.",
            ),
        )
        declare(
            self,
            whole(names.TILES, translate("HistogramEqualize", "Tiles along the longer side"), default.tiles, 1),
            translate(
                "HistogramEqualize",
                "For adaptive: into how many parts the longer side is cut; parts are squares. Take more for detail in "
                "small shadows, fewer for a calm picture; 64 at most.",
            ),
        )
        self.add_bands()
        self.add_results(EQUALIZED_NAME, translate("HistogramEqualize", "Equalized images"))

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = EqualizeSettings(
            method=reader.word(names.METHOD, EqualizeMethod),
            clip_limit=reader.number(names.CLIP_LIMIT),
            tiles=reader.integer(names.TILES),
            bands=reader.text(names.BANDS),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the equalized images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import histogram_equalize

        output = self.output_in_folder(reader)
        result = histogram_equalize(
            self.images, output, settings=self.settings, execution=self.execution, progress=progress
        )
        return {**self.keep(result), names.OUTPUT_FOLDER: output.folder}
