"""Normalised cross-correlation with a template, or with another image window by window."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.filters.settings import CrossCorrelationSettings
from .base import EvenlightAlgorithm, Files
from .groups import RASTER_TOOLS
from .kinds import Integer, Number
from .places import OutputFile, OutputRaster, Raster
from .progress import FeedbackProgress
from .tables.execution import RESOURCES
from .tables.images import BANDS, IMAGE, NODATA
from .tables.output import CREATION_OPTIONS

# fmt: off
TEMPLATE = Raster(
    "TEMPLATE", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Template to look for"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A small raster with the image's bands and pixel size, cut from it or from another one; what it shows must "
        "have the same size and direction. Either this or the other image is needed."),
)
OTHER = Raster(
    "OTHER", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Other image of the same ground"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "With the same bands; it may differ in grid and coordinate system and is read on the image's grid: pixel by "
        "pixel where only the origin differs, else the nearest pixel or, where it is finer, averages."),
)
WINDOW = Integer(
    "WINDOW", CrossCorrelationSettings, limits=(2, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Window (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "With another image: side of the square windows, which lie side by side. Larger ones are surer and find less "
        "detail; they should hold several features."),
)
SEARCH = Integer(
    "SEARCH", CrossCorrelationSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Search (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "With another image: how far it may be shifted to each side. A little more than you expect: a best score at "
        "the end of the search gives no shift. 0 compares in place and gives the score alone."),
)
MIN_VALID = Number(
    "MIN_VALID", CrossCorrelationSettings, limits=(0.0, 1.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest valid share"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Share of the template's or window's pixels that must be valid in both; others give no data. Lower it to look "
        "at edges and between clouds, raise it where single scores are not trustworthy."),
)
OUTPUT = OutputRaster(
    "OUTPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Score"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A Float32 GeoTIFF, -1 to 1, no data is NaN: on the image's grid with a template, with one pixel for each "
        "window otherwise."),
)
OUTPUT_SHIFT = OutputRaster(
    "OUTPUT_SHIFT", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Shift"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Two bands for each window, dx and dy: how far to the right and down, in pixels of the image, the other image "
        "shows the same. Only with another image."),
)


OUTPUT_LAGS = OutputFile(
    "OUTPUT_LAGS", file_filter=QT_TRANSLATE_NOOP("Evenlight", "CSV files (*.csv)"), optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table of correlation by shift"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "One row for each whole shift within the search: the mean score of all windows there. Take the image itself "
        "as other image to see over how many pixels its ground is alike. Only with another image."),
)


class CrossCorrelation(EvenlightAlgorithm):
    """Declares and runs the core's `cross_correlation`."""

    ID = "cross_correlation"
    GROUP = RASTER_TOOLS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Cross-correlation")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Where a template lies in an image, or how two images are shifted")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "cross-correlation,NCC,template matching,shift,displacement,offset,misregistration,feature tracking,"
        "similarity,find")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Normalised cross-correlation: 1 where two pieces of image differ in brightness and contrast only, 0 where "
        "they have nothing in common, -1 where one is the negative of the other. Pixels that are no data in either do "
        "not count; ground without contrast gives no data. Several bands give the mean of their scores.</p>"
        "<p><b>Template</b>: a small raster, a crater or a tree, is slid over the image; the result tells for every "
        "pixel how alike it is there, with the template's centre on that pixel.</p>"
        "<p><b>Other image</b>: windows of the image are searched for in another image of the same ground; the result "
        "has one pixel for each window: the best score, and how far the other image is shifted, for glaciers and "
        "dunes that move, or to check how well images fit.</p>")
    PLAIN = ("INPUT", "TEMPLATE", "OTHER", "WINDOW", "SEARCH", "OUTPUT", "OUTPUT_SHIFT")
    ROWS = (
        IMAGE, BANDS, TEMPLATE, OTHER, WINDOW, SEARCH, MIN_VALID,
        NODATA, CREATION_OPTIONS, *RESOURCES, OUTPUT, OUTPUT_SHIFT, OUTPUT_LAGS,
    )
    NEEDS_PLACES = False

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs.cross_correlation import check_partner

        return check_partner(self.values["TEMPLATE"], self.values["OTHER"])

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write scores and shifts."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import cross_correlation

        return cross_correlation(
            self.values["INPUT"],
            files["OUTPUT"],
            template=self.values["TEMPLATE"],
            other=self.values["OTHER"],
            shift=files["OUTPUT_SHIFT"],
            lags=files["OUTPUT_LAGS"],
            settings=self.settings(CrossCorrelationSettings),
            bands=self.values["BANDS"],
            nodata=self.values["NODATA"],
            creation_options=self.values["CREATION_OPTIONS"],
            execution=self.execution,
            progress=progress,
        )
