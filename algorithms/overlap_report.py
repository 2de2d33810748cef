"""How well images agree, as a page."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from .base import EvenlightAlgorithm, Files
from .groups import INSPECT
from .kinds import Boolean
from .places import OutputFile, Rasters
from .progress import FeedbackProgress
from .tables import images
from .tables.execution import RESOURCES
from .tables.output import QUALITY, REJECTED
from .tables.statistics import MASK_ROWS, STATISTICS

# fmt: off
AFTER = Rasters(
    "AFTER", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "The same images changed"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Give what any tool made of the images, one for each: the page then compares before and after. An image whose "
        "name begins with that of another belongs to it; where names do not tell, their order does."),
)
DETAILED = Boolean(
    "DETAILED", default=False,
    label=QT_TRANSLATE_NOOP("Evenlight", "Detailed: read the images a second time"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Adds histograms of all images, and maps of differences and scatter plots of the overlaps that agree least, "
        "band by band, and finer pictures. Takes about twice as long."),
)
OUTPUT = OutputFile(
    "OUTPUT", file_filter=QT_TRANSLATE_NOOP("Evenlight", "HTML files (*.html)"), by_default=True, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Report"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight", "One page that opens in any browser, without a network, and prints."),
)
OUTPUT_JSON = OutputFile(
    "OUTPUT_JSON", file_filter=QT_TRANSLATE_NOOP("Evenlight", "JSON files (*.json)"), optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "All figures as data"),
    help=QT_TRANSLATE_NOOP("Evenlight", "Take it to go on with the figures in a script."),
)
OUTPUT_CSV = OutputFile(
    "OUTPUT_CSV", file_filter=QT_TRANSLATE_NOOP("Evenlight", "CSV files (*.csv)"), optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table of pairs"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight", "A row for each two images that overlap and each band, to go on with in a spreadsheet."),
)


class OverlapReport(EvenlightAlgorithm):
    """Declares and runs the core's `overlap_report`."""

    ID = "overlap_report"
    GROUP = INSPECT
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Overlap report")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "How well images agree where they overlap, before and after any tool, and why they do not")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "report,quality,accuracy,RMSE,bias,difference,compare,comparison,overlap,statistics,spectra,check,validation,"
        "html,csv,json,mosaic,normalization,normalisation,homonim")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Measures how well images agree on the ground that they share, and writes it as one page: a verdict with "
        "the limits that it is judged by, what stands out (clouds, water, other units, images that lie elsewhere), the "
        "overlaps on a map, and figures of each image and each pair. No image is changed.</p>"
        "<p>Use it before balancing, to see what to mask or align first, or afterwards with the images of both sides, "
        "whatever tool changed them.</p>"
        "<p>The tools of the groups Balance and Mosaic write the same page about their own run.</p>")
    IMAGE_PARAMETERS = ("INPUT", "AFTER")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "AFTER", "MASK", "DETAILED", "OUTPUT")
    ROWS = (
        replace(
            images.IMAGES,
            help=QT_TRANSLATE_NOOP(
                "Evenlight",
                "The images to compare, with the same bands in the same order: as they are, or before a change where "
                "the changed ones are given too. They may differ in grid, resolution and coordinate system."),
        ),
        AFTER, DETAILED, *MASK_ROWS, *STATISTICS, *RESOURCES, OUTPUT, OUTPUT_JSON, OUTPUT_CSV, *QUALITY, REJECTED,
    )

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write what was asked for."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import overlap_report

        return overlap_report(
            self.values["INPUT"],
            files["OUTPUT"],
            after=self.values["AFTER"],
            data=files["OUTPUT_JSON"],
            table=files["OUTPUT_CSV"],
            detailed=self.values["DETAILED"],
            call=self.call,
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            progress=progress,
        )
