"""Finds the peaks of a band's histogram."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.filters.settings import PeakSettings
from .base import EvenlightAlgorithm, Files
from .groups import RASTER_TOOLS
from .kinds import Band, Integer, Number
from .places import OutputFile
from .progress import FeedbackProgress
from .results import ResultNumber
from .tables.execution import RESOURCES
from .tables.images import IMAGE, NODATA

# fmt: off
BAND = Band(
    "BAND", PeakSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Band"),
    help=QT_TRANSLATE_NOOP("Evenlight", "The band whose values are counted; in scripts its number, from 1 on."),
)
BINS = Integer(
    "BINS", PeakSettings, limits=(2, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Bins"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Equal parts of the range of values, at most so many; bins of whole numbers hold equally many of them. Take "
        "more for data with few far values beside many near ones."),
)
SMOOTHING = Number(
    "SMOOTHING", PeakSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smoothing (bins)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Standard deviation of the Gaussian that smooths the counts. Raise it where chance makes small peaks, lower "
        "it to part peaks that lie close together; 0 takes the counts as they are."),
)
MIN_PROMINENCE = Number(
    "MIN_PROMINENCE", PeakSettings, limits=(0.0, 100.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest prominence (% of the highest bin)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How far a peak must rise above the valleys that part it from higher ones. The limit to try first: raise it "
        "to keep the main peaks only."),
)
MIN_HEIGHT = Number(
    "MIN_HEIGHT", PeakSettings, limits=(0.0, 100.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest height (% of the highest bin)"),
    help=QT_TRANSLATE_NOOP("Evenlight", "Set it to leave out peaks of few pixels, however clearly they stand apart."),
)
MIN_WIDTH = Number(
    "MIN_WIDTH", PeakSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest width (values)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "At half the prominence, in units of the band. Set it to leave out spikes, such as saturated pixels."),
)
MIN_DISTANCE = Number(
    "MIN_DISTANCE", PeakSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest distance (values)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Between neighbouring peaks, in units of the band; of peaks that lie closer the highest one stays."),
)
OUTPUT_HTML = OutputFile(
    "OUTPUT_HTML", file_filter=QT_TRANSLATE_NOOP("Evenlight", "HTML files (*.html)"), by_default=True, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Page with picture"),
    help=QT_TRANSLATE_NOOP("Evenlight", "The histogram with its peaks and their table in one file, for any browser."),
)
OUTPUT_TABLE = OutputFile(
    "OUTPUT_TABLE", file_filter=QT_TRANSLATE_NOOP("Evenlight", "CSV files (*.csv)"), optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table"),
    help=QT_TRANSLATE_NOOP("Evenlight", "One row for each peak, to go on with in a spreadsheet or a script."),
)


class HistogramPeaks(EvenlightAlgorithm):
    """Declares and runs the core's `histogram_peaks`."""

    ID = "histogram_peaks"
    GROUP = RASTER_TOOLS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Histogram peaks")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "The peaks of a band's histogram, as table and picture")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "histogram,peaks,modes,maxima,valleys,threshold,classes,plot,chart,statistics,distribution")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Counts the valid pixels of a band in bins, smooths the counts, and finds their peaks: the values that are "
        "most frequent, such as those of water, fields and roofs. The valleys between peaks are natural "
        "thresholds.</p>"
        "<p>For each peak the table has its value, height and prominence (pixels of a bin, after smoothing), its "
        "width at half its prominence with the ends of that width, the valleys on both sides, and the share of pixels "
        "between them. A limit of 0 is none.</p>"
        "<p>Values and limits are those that QGIS shows and a threshold mask compares, with the scale and offset tags "
        "of the band.</p>")
    PLAIN = ("INPUT", "BAND", "SMOOTHING", "MIN_PROMINENCE", "OUTPUT_HTML", "OUTPUT_TABLE")
    ROWS = (
        IMAGE, BAND, BINS, SMOOTHING,
        MIN_PROMINENCE, MIN_HEIGHT, MIN_WIDTH, MIN_DISTANCE,
        NODATA, *RESOURCES, OUTPUT_HTML, OUTPUT_TABLE,
        ResultNumber("PEAKS", "peaks", QT_TRANSLATE_NOOP("Evenlight", "Number of peaks")),
        ResultNumber("HIGHEST_PEAK", "highest", QT_TRANSLATE_NOOP("Evenlight", "Value of the highest peak")),
    )
    NEEDS_PLACES = False

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write what was asked for."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import histogram_peaks

        return histogram_peaks(
            self.values["INPUT"],
            files["OUTPUT_TABLE"],
            files["OUTPUT_HTML"],
            settings=self.settings(PeakSettings),
            nodata=self.values["NODATA"],
            execution=self.execution,
            progress=progress,
        )
