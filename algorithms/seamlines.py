"""Seams of a mosaic as polygons."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.mosaicking.settings import SeamSettings
from ..core.settings import GridSettings
from ..gui.showing import Look
from .base import EvenlightAlgorithm, Files
from .groups import MOSAIC
from .kinds import Number
from .places import OutputFile, OutputVector
from .progress import FeedbackProgress
from .reports import report_of
from .tables.execution import RESOURCES, SCHEDULER
from .tables.grid import GRID
from .tables.output import REPORT
from .tables.seams import IMAGES, SEAMS
from .tables.statistics import CONSTANT_BORDER, NODATA

# fmt: off
OUTPUT = OutputVector(
    "OUTPUT",
    label=QT_TRANSLATE_NOOP("Evenlight", "Seam polygons"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A GeoPackage or GeoJSON file with the fields image, number, area and rank. The polygons cover all ground that "
        "any image has, once."),
)
SIMPLIFY = Number(
    "SIMPLIFY", limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Simplify borders by (map units)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty, or 0, keeps the edges of pixels, which bring exactly the same mosaic back. A few pixels make polygons "
        "with far fewer corners, which are easier to edit by hand: borders between two polygons move by no more than "
        "that and stay shared, the outline of all stays as it is."),
)
COST_TABLE = OutputFile(
    "COST_TABLE", file_filter=QT_TRANSLATE_NOOP("Evenlight", "CSV files (*.csv)"), optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table of seams"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A CSV file with a row for each two images that meet: how long their seam is, what it costs beside any line "
        "through their overlap, and the step across it. Give a name to find the seams that are worth editing; reads "
        "the overlaps once more."),
)
SCHEDULER_OF_SEAMS = replace(
    SCHEDULER,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask "
        "cluster: its workers read the images, each once; seams and polygons are made on this machine. Workers need "
        "the images under the same paths. Results are the same."),
)


class Seamlines(EvenlightAlgorithm):
    """Declares and runs the core's `seamlines`."""

    ID = "seamlines"
    GROUP = MOSAIC
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Seamlines")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Finds which image gives which ground of a mosaic, along the least visible paths, as polygons to edit")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "mosaic,seam,seamline,cutline,footprint,voronoi,shortest path,graph cut,orthophoto,orthomosaic,partition")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Divides the ground that overlapping images show among them: every pixel that any image has lies in the "
        "polygon of exactly one image that has it, whatever the shapes of the images.</p>"
        "<p>Seams run along paths where the images differ least, keep away from edges of the images, and can be kept "
        "out of areas. Edit the polygons in QGIS and give them to <i>Mosaic</i>, or back to this tool with a field "
        "that locks some of them.</p>"
        "<p>Things that move, as cars and waves, are shown by one image or not at all; a seam may still cut through "
        "what all paths have to cross.</p>")
    PLAIN = ("INPUT", "METHOD", "AVOID", "SEAMLINES", "OUTPUT")
    UNFOLDING = ("METHOD",)
    ROWS = (
        IMAGES, *SEAMS, *GRID, NODATA, CONSTANT_BORDER, SIMPLIFY, *RESOURCES, SCHEDULER_OF_SEAMS, OUTPUT,
        COST_TABLE, REPORT,
    )
    LOOKS = {"OUTPUT": Look.SOURCES}
    IMAGES_GO_TOGETHER = True
    TAKES_CLASSES = True

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.raster.target_grid import check_pixel_size

        # it raises what is wrong
        check_pixel_size(self.settings(GridSettings))
        return self.settings(SeamSettings).problems()

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the polygons."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import seamlines

        return seamlines(
            self.images,
            files["OUTPUT"],
            settings=self.settings(SeamSettings),
            grid=self.settings(GridSettings),
            ranks=self.ranks,
            rank_table=self.rank_table,
            avoid=self.avoid,
            edited=self.edited,
            simplify=self.values["SIMPLIFY"] or 0.0,
            cost_table=files["COST_TABLE"],
            report=report_of(self, files),
            statistics=self.statistics,
            execution=self.execution,
            progress=progress,
        )
