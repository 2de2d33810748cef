"""Finds the peaks of a band's histogram."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.filters.settings import PeakSettings
from . import names
from .execution_parameters import add_own_resources
from .parameters import declare, real, whole
from .progress import FeedbackProgress
from .reader import ParameterReader
from .single_raster import SingleRasterAlgorithm

translate = QCoreApplication.translate


class HistogramPeaks(SingleRasterAlgorithm):
    """Declares, reads and runs the core's `histogram_peaks`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "histogram_peaks"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("HistogramPeaks", "Histogram peaks")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("HistogramPeaks", "The peaks of a band's histogram, as table and picture")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "HistogramPeaks",
            "histogram,peaks,modes,maxima,valleys,threshold,classes,plot,chart,statistics,distribution",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "HistogramPeaks",
            "<p>Counts the valid pixels of a band in bins, smooths the counts, and finds their peaks: the values that "
            "are most frequent, such as those of water, fields and roofs. The valleys between peaks are natural "
            "thresholds.</p>"
            "<p>For each peak the table has its value, height and prominence (pixels of a bin, after smoothing), its "
            "width at half its prominence with the ends of that width, the valleys on both sides, and the share of "
            "pixels between them. A limit of 0 is none.</p>"
            "<p>Values and limits are those that QGIS shows and a threshold mask compares, with the scale and offset "
            "tags of the band.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        default = PeakSettings()
        declare(
            self,
            QgsProcessingParameterRasterLayer(names.INPUT, translate("Evenlight", "Image")),
            translate("Evenlight", "A raster layer or file; its no data value, mask or alpha band is respected."),
        )
        declare(
            self,
            whole(names.BAND, translate("HistogramPeaks", "Band"), default.band, 1),
            translate("HistogramPeaks", "Number of the band whose values are counted, from 1 on."),
        )
        declare(
            self,
            whole(names.BINS, translate("HistogramPeaks", "Bins"), default.bins, 2),
            translate(
                "HistogramPeaks",
                "Equal parts of the range of values, at most so many; bins of whole numbers hold equally many of them. "
                "Take more for data with few far values beside many near ones.",
            ),
        )
        declare(
            self,
            real(names.SMOOTHING, translate("HistogramPeaks", "Smoothing (bins)"), default.smoothing, 0.0),
            translate(
                "HistogramPeaks",
                "Standard deviation of the Gaussian that smooths the counts. Raise it where chance makes small peaks, "
                "lower it to part peaks that lie close together; 0 takes the counts as they are.",
            ),
        )
        self._declare_limits(default)
        self._declare_results()

    def _declare_limits(self, default: PeakSettings) -> None:
        declare(
            self,
            real(
                names.MIN_PROMINENCE,
                translate("HistogramPeaks", "Smallest prominence (% of the highest bin)"),
                default.min_prominence,
                0.0,
                100.0,
            ),
            translate(
                "HistogramPeaks",
                "How far a peak must rise above the valleys that part it from higher ones. The limit to try first: "
                "raise it to keep the main peaks only.",
            ),
        )
        declare(
            self,
            real(
                names.MIN_HEIGHT,
                translate("HistogramPeaks", "Smallest height (% of the highest bin)"),
                default.min_height,
                0.0,
                100.0,
            ),
            translate("HistogramPeaks", "Set it to leave out peaks of few pixels, however clearly they stand apart."),
        )
        declare(
            self,
            real(names.MIN_WIDTH, translate("HistogramPeaks", "Smallest width (values)"), default.min_width, 0.0),
            translate(
                "HistogramPeaks",
                "At half the prominence, in units of the band. Set it to leave out spikes, such as saturated pixels.",
            ),
        )
        declare(
            self,
            real(
                names.MIN_DISTANCE, translate("HistogramPeaks", "Smallest distance (values)"), default.min_distance, 0.0
            ),
            translate(
                "HistogramPeaks",
                "Between neighbouring peaks, in units of the band; of peaks that lie closer the highest one stays.",
            ),
        )

    def _declare_results(self) -> None:
        add_own_resources(self)
        declare(
            self,
            QgsProcessingParameterFileDestination(
                names.OUTPUT_HTML,
                translate("HistogramPeaks", "Page with picture"),
                translate("HistogramPeaks", "HTML files (*.html)"),
                optional=True,
            ),
            translate("HistogramPeaks", "The histogram with its peaks and their table in one file, for any browser."),
        )
        declare(
            self,
            QgsProcessingParameterFileDestination(
                names.OUTPUT_TABLE,
                translate("HistogramPeaks", "Table"),
                translate("HistogramPeaks", "CSV files (*.csv)"),
                optional=True,
                createByDefault=False,
            ),
            translate("HistogramPeaks", "One row for each peak, to go on with in a spreadsheet or a script."),
        )
        self.addOutput(QgsProcessingOutputNumber(names.PEAKS, translate("HistogramPeaks", "Number of peaks")))
        self.addOutput(
            QgsProcessingOutputNumber(names.HIGHEST_PEAK, translate("HistogramPeaks", "Value of the highest peak"))
        )

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = PeakSettings(
            band=reader.integer(names.BAND),
            bins=reader.integer(names.BINS),
            smoothing=reader.number(names.SMOOTHING),
            min_height=reader.number(names.MIN_HEIGHT),
            min_prominence=reader.number(names.MIN_PROMINENCE),
            min_width=reader.number(names.MIN_WIDTH),
            min_distance=reader.number(names.MIN_DISTANCE),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write what was asked for."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import histogram_peaks

        result = histogram_peaks(
            self.images[0],
            reader.destination(names.OUTPUT_TABLE),
            reader.destination(names.OUTPUT_HTML),
            settings=self.settings,
            execution=self.execution,
            progress=progress,
        )
        files = {names.OUTPUT_TABLE: result.table, names.OUTPUT_HTML: result.page}
        outputs = {name: path for name, path in files.items() if path}
        return {**outputs, names.PEAKS: result.peaks, names.HIGHEST_PEAK: result.highest}
