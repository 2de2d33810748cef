"""Fills holes of an image."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.filters.settings import GapSettings
from ..gui.showing import Look
from .base import EvenlightAlgorithm, Files
from .groups import RASTER_TOOLS
from .kinds import Boolean, Integer, OneOf
from .places import OutputRaster, Raster
from .progress import FeedbackProgress
from .results import ResultNumber
from .tables import images
from .tables.execution import RESOURCES
from .tables.images import IMAGE, NODATA
from .tables.output import CREATION_OPTIONS

# fmt: off
BANDS = replace(
    images.BANDS,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The bands to fill, in scripts by number, such as 1,3-5; the others are copied. None chosen fills all bands. "
        "Bands that share one mask or alpha band can only be filled together."),
)
METHOD = OneOf(
    "METHOD", GapSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Fill with"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The nearest pixel: for classes and other values that must not be mixed. Inverse distance: a "
        "mean of the pixels around the hole, near ones first; smooth, closest to the truth on average. Telea, "
        "Navier-Stokes: inpainting, edges run on into the hole; for scratches, wires and narrow gaps; need OpenCV. "
        "Another image of the same ground: for everything larger. Median: one value for a hole, whatever a few odd "
        "pixels around it are. Dilation: the largest of the nearest pixels, so that bright things grow. Mean of the "
        "row or column: for dropped lines of a sensor."),
)
OTHER = Raster(
    "OTHER", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Other image of the same ground"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For another image: one with the same bands in the same order, on any grid and in any coordinate system. "
        "It needs no balancing before. Where it shows nothing, the hole stays."),
)
MAX_SIZE = Integer(
    "MAX_SIZE", GapSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Largest hole (pixels, 0 for any)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Holes with more pixels stay as they are; 0 fills holes of any size. Set it to close small drop-outs and "
        "leave lakes or clouds open."),
)
INSIDE_FOOTPRINT = Boolean(
    "INSIDE_FOOTPRINT", GapSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Only holes inside the footprint"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Fills only what valid pixels enclose on all sides. Turn it off to fill holes at the raster's edge too, as "
        "the stripes of Landsat 7 that run through to it; the empty surroundings of a rotated image are then filled "
        "as well, unless they have more pixels than the largest hole."),
)
OUTPUT = OutputRaster(
    "OUTPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Filled image"),
    help=QT_TRANSLATE_NOOP("Evenlight", "A GeoTIFF on the image's grid, of its type and with all its bands."),
)
FILLED_MASK = OutputRaster(
    "FILLED_MASK", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Mask of what was filled"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A raster of bytes: 1 where a pixel was filled in any band, else 0. Keep it to tell measured pixels from "
        "filled ones."),
)


class FillGaps(EvenlightAlgorithm):
    """Declares and runs the core's `fill_gaps`."""

    ID = "fill_gaps"
    GROUP = RASTER_TOOLS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Fill gaps")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Fills holes from what surrounds them, or from another image balanced to it")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "fill nodata,no data,holes,voids,gaps,interpolate,inpaint,inverse distance,nearest,Telea,Navier-Stokes,cloud,"
        "patch,composite,GDAL")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Fills patches of pixels without data. Every valid pixel stays as it is, and so do the data type, the no "
        "data value, bands and metadata. A hole is what is connected over the sides of pixels: in each band by "
        "itself, or in all bands where one mask or alpha band holds for all.</p>"
        "<p>What lies outside the image, connected to the raster's edge, is not a hole and stays empty unless you ask "
        "for it.</p>"
        "<p>For holes of a few pixels every method will do. What interpolation and inpainting put into larger ones is "
        "smooth and made up. To fill clouds, blank them with <i>Mask rasters</i> and take the ground from another "
        "date: <i>Another image</i> balances it to what surrounds each hole, without a seam.</p>")
    PLAIN = ("INPUT", "METHOD", "OTHER", "MAX_SIZE", "INSIDE_FOOTPRINT", "OUTPUT")
    ROWS = (
        IMAGE, BANDS, METHOD, OTHER, MAX_SIZE, INSIDE_FOOTPRINT,
        NODATA, CREATION_OPTIONS, *RESOURCES, OUTPUT, FILLED_MASK,
        ResultNumber("FILLED", "filled", QT_TRANSLATE_NOOP("Evenlight", "Filled pixels")),
        ResultNumber("HOLES", "holes", QT_TRANSLATE_NOOP("Evenlight", "Filled holes")),
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} filled")
    LOOKS = {"OUTPUT": Look.IMAGE, "FILLED_MASK": Look.MASK}
    IMAGE_PARAMETERS = ("INPUT", "OTHER")
    NEEDS_PLACES = False

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs.fill_gaps import check_gap_settings

        return check_gap_settings(self.settings(GapSettings), self.values["OTHER"])

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the filled image."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import fill_gaps

        return fill_gaps(
            self.values["INPUT"],
            files["OUTPUT"],
            settings=self.settings(GapSettings),
            other=self.values["OTHER"],
            filled_mask=files["FILLED_MASK"],
            bands=self.values["BANDS"],
            nodata=self.values["NODATA"],
            creation_options=self.values["CREATION_OPTIONS"],
            execution=self.execution,
            progress=progress,
        )
