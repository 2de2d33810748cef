"""Spreads the values of images evenly."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.filters.settings import EQUALIZED_NAME, EqualizeSettings
from .base import EvenlightAlgorithm, Files
from .groups import RASTER_TOOLS
from .kinds import Integer, Number, OneOf
from .progress import FeedbackProgress
from .tables.images import BANDS_TO_CHANGE, SOME_IMAGES
from .tables.output import images_of_one_kind

# fmt: off
INPUT = replace(
    SOME_IMAGES,
    help=QT_TRANSLATE_NOOP("Evenlight", "Raster layers or files; for common of one data type and number of bands."),
)
METHOD = OneOf(
    "METHOD", EqualizeSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Method"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Global: one table for each image. Adaptive: a table for each part of an image, with limited contrast "
        "(CLAHE); shows detail in shadow and light at once. Common: one table for all images, so that equal values "
        "stay equal from image to image."),
)
CLIP_LIMIT = Number(
    "CLIP_LIMIT", EqualizeSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Contrast limit"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For adaptive: about how many times contrast may be raised. Raise it for hazy or very dark images, lower it "
        "towards 1 where noise becomes visible. From 1 on; 0 is no limit."),
)
TILES = Integer(
    "TILES", EqualizeSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Tiles along the longer side"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For adaptive: into how many parts the longer side is cut; parts are squares. Take more for detail in small "
        "shadows, fewer for a calm picture; 64 at most."),
)


class HistogramEqualize(EvenlightAlgorithm):
    """Declares and runs the core's `histogram_equalize`."""

    ID = "histogram_equalize"
    GROUP = RASTER_TOOLS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Equalize histograms")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Spreads values evenly: each image, its parts (CLAHE), or a set together")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "histogram,equalize,equalise,equalization,equalisation,adaptive,CLAHE,contrast,brightness,tone,enhance,"
        "stretch,local contrast")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Raises the contrast of images by spreading their values evenly, band by band. The results are for the eye "
        "and for finding things; their values are no measurements any more.</p>"
        "<p>Bytes and unsigned 16-bit integers fill the whole range of their type, but for the no data value; all "
        "other types keep the range from their lowest to their highest value. Data type, no data, masks, band names "
        "and grid stay as they are.</p>")
    PLAIN = ("INPUT", "METHOD", "CLIP_LIMIT", "TILES", "BANDS", "OUTPUT_FOLDER")
    ROWS = (
        INPUT, METHOD, CLIP_LIMIT, TILES, BANDS_TO_CHANGE,
        *images_of_one_kind(EQUALIZED_NAME, QT_TRANSLATE_NOOP("Evenlight", "Equalized images")),
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} equalized")
    NEEDS_PLACES = False

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the equalized images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import histogram_equalize

        return histogram_equalize(
            self.images,
            self.output(files),
            settings=self.settings(EqualizeSettings, bands=self.values["BANDS"]),
            execution=self.execution,
            progress=progress,
        )
