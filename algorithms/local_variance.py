"""Variance, standard deviation or mean in a moving window."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.filters.settings import LocalVarianceSettings
from .base import EvenlightAlgorithm, Files
from .groups import RASTER_TOOLS
from .kinds import Boolean, Integer, Number, OneOf
from .places import OutputRaster
from .progress import FeedbackProgress
from .results import ResultNumber
from .tables.execution import RESOURCES
from .tables.images import BANDS, IMAGE, NODATA
from .tables.output import CREATION_OPTIONS

# fmt: off
STATISTIC = OneOf(
    "STATISTIC", LocalVarianceSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Statistic"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Variance: squared units, for sums and comparisons of energy. Standard deviation: the same in the image's own "
        "units. Mean: smooths the image."),
)
WIDTH = Integer(
    "WIDTH", LocalVarianceSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Width (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "About the size of what you look for: small windows show edges and noise, large ones texture. The centre of "
        "an even window is the pixel after its middle, as in scipy."),
)
HEIGHT = replace(WIDTH, name="HEIGHT", label=QT_TRANSLATE_NOOP("Evenlight", "Height (pixels)"))
EDGE = OneOf(
    "EDGE", LocalVarianceSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "At the image's edges"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Reflecting mirrors the image at its edge. Repeating the last pixel lowers the variance there. "
        "Shrinking lets windows end at the edge: choose it when nothing may be counted twice."),
)
MIN_VALID = Number(
    "MIN_VALID", LocalVarianceSettings, limits=(0.0, 1.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest valid share"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A window with a smaller share of valid pixels gives no data. Raise it to 1 to keep away from holes and "
        "borders, lower it to look into narrow valid strips."),
)
SAMPLE = Boolean(
    "SAMPLE", LocalVarianceSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Sample variance"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Divides by one less than the number of pixels. Turn it on when the window is a sample of something larger, "
        "for the noise of a sensor from small windows for example."),
)
STEP = Integer(
    "STEP", LocalVarianceSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Step (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "From one window to the next, to the right and down; the result's pixels are so many times as large. As "
        "large as the window: windows lie side by side. A small raster for a first look, or for a table."),
)
DEPTH = Integer(
    "DEPTH", LocalVarianceSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Depth (bands)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Bands that a window reaches over, for stacks of dates or spectra: each band of the result is of the bands "
        "around it, in the order of the list. 1 takes every band by itself."),
)
OUTPUT = OutputRaster(
    "OUTPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Local statistic"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A GeoTIFF on the image's grid, with a step on one with larger pixels, with one band for each chosen one, "
        "Float32, or Float64 for images of doubles and 32-bit integers."),
)


class LocalVariance(EvenlightAlgorithm):
    """Declares and runs the core's `local_variance`."""

    ID = "local_variance"
    GROUP = RASTER_TOOLS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Local variance")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Variance, standard deviation or mean in a moving window of any size")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "local,variance,standard deviation,mean,moving window,focal statistics,neighborhood,neighbourhood,texture,"
        "roughness,noise,filter,smooth")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Gives every pixel the variance, standard deviation or mean of the pixels in a window around it, band by "
        "band: a measure of texture and noise, or a plain smoothing. Only valid pixels count, also for centres that "
        "are not valid themselves.</p>"
        "<p>Large windows take little longer than small ones (501 x 501 about twice as long as 3 x 3), and large "
        "values take no precision from a small variance. The result is floating point; no data is NaN.</p>")
    PLAIN = ("INPUT", "BANDS", "STATISTIC", "WIDTH", "HEIGHT", "OUTPUT")
    ROWS = (
        IMAGE, BANDS, STATISTIC, WIDTH, HEIGHT, EDGE, MIN_VALID, SAMPLE, STEP, DEPTH,
        NODATA, CREATION_OPTIONS, *RESOURCES, OUTPUT,
        ResultNumber("AVERAGE", "average", QT_TRANSLATE_NOOP("Evenlight", "Average over all bands and pixels")),
    )
    NEEDS_PLACES = False

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the statistic."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import local_variance

        return local_variance(
            self.values["INPUT"],
            files["OUTPUT"],
            settings=self.settings(LocalVarianceSettings),
            bands=self.values["BANDS"],
            nodata=self.values["NODATA"],
            creation_options=self.values["CREATION_OPTIONS"],
            execution=self.execution,
            progress=progress,
        )
