"""Gives images the histogram of a reference."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.filters.settings import MATCHED_NAME, HistogramMatchSettings
from .base import EvenlightAlgorithm, Files
from .groups import RASTER_TOOLS
from .kinds import OneOf
from .places import Raster
from .progress import FeedbackProgress
from .tables.images import BANDS_TO_CHANGE, SOME_IMAGES
from .tables.output import images_of_one_kind
from .tables.statistics import MASK_ROWS

# fmt: off
INPUT = replace(
    SOME_IMAGES,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Raster layers or files, each matched by itself. The reference may be among them; it stays as it is."),
)
REFERENCE = Raster(
    "REFERENCE",
    label=QT_TRANSLATE_NOOP("Evenlight", "Reference image"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The image whose histogram the others get. It needs the same bands; grid, resolution and coordinate system "
        "may differ."),
)
REGION = OneOf(
    "REGION", HistogramMatchSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Pixels to count"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "overlap counts only pixels of the ground that both show, so that different ground does not pass for "
        "different light. whole counts all pixels of both; choose it for images that do not overlap and show similar "
        "ground."),
)


class HistogramMatch(EvenlightAlgorithm):
    """Declares and runs the core's `histogram_match`."""

    ID = "histogram_match"
    GROUP = RASTER_TOOLS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Match histograms")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Gives one or many images the histogram of a reference, band by band")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "histogram,matching,specification,quantile,cdf,color correction,colour correction,color,colour,tone,"
        "brightness,balance,reference image,normalize,normalise,normalization,normalisation,harmonize,harmonise,"
        "radiometric")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Changes the values of images so that their histogram becomes that of a reference, band by band: what is "
        "darkest stays darkest, and the share of pixels up to each value is that of the reference. Data type, no "
        "data, masks, band names and grid stay as they are.</p>"
        "<p>Matching is exact and bends contrast freely. It suits two images of the same ground whose brightness is "
        "related by a curve, and pictures for the eye. Where values are to stay measurements, or many images shall "
        "agree with each other, take a tool of the group Balance: a gain and an offset keep the relations between "
        "values, and the contrast.</p>")
    PLAIN = ("INPUT", "REFERENCE", "REGION", "MASK", "OUTPUT_FOLDER")
    ROWS = (
        INPUT, REFERENCE, REGION, BANDS_TO_CHANGE, *MASK_ROWS,
        *images_of_one_kind(MATCHED_NAME, QT_TRANSLATE_NOOP("Evenlight", "Matched images")),
    )
    COMPARED_WITH = ("REFERENCE",)
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} matched")

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the matched images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import histogram_match

        settings = self.settings(HistogramMatchSettings, mask_mode=self.values["MASK_MODE"], bands=self.values["BANDS"])
        return histogram_match(
            self.images,
            self.values["REFERENCE"],
            self.output(files),
            settings=settings,
            mask=self.mask,
            execution=self.execution,
            progress=progress,
        )
