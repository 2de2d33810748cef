"""Variance, standard deviation or mean in a moving window."""

from __future__ import annotations

import math

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterBoolean
from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import Edge, LocalStatistic, LocalVarianceSettings
from . import names
from .parameters import choice, declare, real, whole
from .progress import FeedbackProgress
from .reader import ParameterReader
from .single_raster import SingleRasterAlgorithm

translate = QCoreApplication.translate


class LocalVariance(SingleRasterAlgorithm):
    """Declares, reads and runs the core's `local_variance`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "local_variance"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("LocalVariance", "Local variance")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("LocalVariance", "Variance, standard deviation or mean in a moving window of any size")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "LocalVariance",
            "local,variance,standard deviation,mean,moving window,focal statistics,neighbourhood,texture,roughness,"
            "noise,filter,smooth",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "LocalVariance",
            "<p>Gives every pixel the variance, standard deviation or mean of the pixels in a window around it, band "
            "by band: a measure of texture and noise, or a plain smoothing. Only valid pixels count, also for centres "
            "that are not valid themselves.</p>"
            "<p>Large windows take little longer than small ones (501 x 501 about twice as long as 3 x 3), and large "
            "values take no precision from a small variance. The result is floating point; no data is NaN.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        self.add_input()
        self._declare_window()
        self._declare_counting()
        self.add_result(
            translate("LocalVariance", "Local statistic"),
            translate(
                "LocalVariance",
                "A GeoTIFF on the image's grid with one band for each chosen one, Float32, or Float64 for images of "
                "doubles and 32-bit integers.",
            ),
        )
        self.addOutput(
            QgsProcessingOutputNumber(names.AVERAGE, translate("LocalVariance", "Average over all bands and pixels"))
        )

    def _declare_window(self) -> None:
        default = LocalVarianceSettings()
        declare(
            self,
            choice(names.STATISTIC, translate("LocalVariance", "Statistic"), LocalStatistic, default.statistic),
            translate(
                "LocalVariance",
                "variance: squared units, for sums and comparisons of energy. standard_deviation: the same in the "
                "image's own units. mean: smooths the image.",
            ),
        )
        size_help = translate(
            "LocalVariance",
            "About the size of what you look for: small windows show edges and noise, large ones texture. The centre "
            "of an even window is the pixel after its middle, as in scipy.",
        )
        width, height = translate("LocalVariance", "Width (pixels)"), translate("LocalVariance", "Height (pixels)")
        declare(self, whole(names.WIDTH, width, default.width, 1), size_help)
        declare(self, whole(names.HEIGHT, height, default.height, 1), size_help)
        declare(
            self,
            choice(names.EDGE, translate("LocalVariance", "At the image's edges"), Edge, default.edge),
            translate(
                "LocalVariance",
                "reflect mirrors the image at its edge. nearest repeats the last pixel, which lowers the variance "
                "there. shrink lets windows end at the edge: choose it when nothing may be counted twice.",
            ),
        )

    def _declare_counting(self) -> None:
        default = LocalVarianceSettings()
        declare(
            self,
            real(names.MIN_VALID, translate("LocalVariance", "Smallest valid share"), default.min_valid, 0.0, 1.0),
            translate(
                "LocalVariance",
                "A window with a smaller share of valid pixels gives no data. Raise it to 1 to keep away from holes "
                "and borders, lower it to look into narrow valid strips.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterBoolean(
                names.SAMPLE, translate("LocalVariance", "Sample variance"), defaultValue=default.sample
            ),
            translate(
                "LocalVariance",
                "Divides by one less than the number of pixels. Turn it on when the window is a sample of something "
                "larger, for the noise of a sensor from small windows for example.",
            ),
            advanced=True,
        )

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        super().read(reader)
        self.settings = LocalVarianceSettings(
            statistic=reader.word(names.STATISTIC, LocalStatistic),
            width=reader.integer(names.WIDTH),
            height=reader.integer(names.HEIGHT),
            edge=reader.word(names.EDGE, Edge),
            min_valid=reader.number(names.MIN_VALID),
            sample=reader.switch(names.SAMPLE),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the statistic."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import local_variance

        result = local_variance(
            self.images[0],
            reader.destination(names.OUTPUT),
            settings=self.settings,
            bands=self.bands,
            creation_options=self.creation_options,
            execution=self.execution,
            progress=progress,
        )
        # JSON, in which qgis_process answers, has no word for "not a number".
        average = result.average if math.isfinite(result.average) else None
        return {names.OUTPUT: result.output, names.AVERAGE: average}
