"""Seams of a mosaic as polygons."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.mosaicking.settings import SeamSettings
from ..core.settings import GridSettings
from .base import MOSAIC, EvenlightAlgorithm, Files
from .places import OutputVector
from .progress import FeedbackProgress
from .tables.execution import RESOURCES
from .tables.grid import GRID_OF_MOSAIC
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
        "mosaic,seam,seamline,cutline,footprint,voronoi,shortest path,graph cut,orthophoto,partition")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Divides the ground that overlapping images show among them: every pixel that any image has lies in the "
        "polygon of exactly one image that has it, whatever the shapes of the images.</p>"
        "<p>Seams run along paths where the images differ least, keep away from edges of the images, and can be kept "
        "out of areas. Edit the polygons in QGIS and give them to <i>Mosaic</i>, or back to this tool with a field "
        "that locks some of them.</p>"
        "<p>Things that move, as cars and waves, are shown by one image or not at all; a seam may still cut through "
        "what all paths have to cross.</p>")
    ROWS = (IMAGES, *SEAMS, *GRID_OF_MOSAIC, NODATA, CONSTANT_BORDER, *RESOURCES, OUTPUT)
    IMAGES_GO_TOGETHER = True

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the polygons."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import seamlines

        return seamlines(
            self.images,
            files["OUTPUT"],
            settings=self.settings(SeamSettings),
            grid=self.settings(GridSettings),
            avoid=self.avoid,
            edited=self.edited,
            statistics=self.statistics,
            execution=self.execution,
            progress=progress,
        )
