"""Images on one grid."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.settings import ON_GRID_NAME, GridSettings
from .base import EvenlightAlgorithm, Files
from .groups import ALIGN
from .progress import FeedbackProgress
from .results import ResultNumber
from .tables.grid import GRID
from .tables.images import SOME_IMAGES
from .tables.output import images_of_one_kind

# fmt: off
INPUT = replace(
    SOME_IMAGES,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Raster layers or files; they may differ in grid, resolution, coordinate system and bands."),
)


class AlignGrids(EvenlightAlgorithm):
    """Declares and runs the core's `align_grids`."""

    ID = "align_grids"
    GROUP = ALIGN
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Align grids")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Brings images to one grid: pixel size, coordinate system, extent")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "resample,reproject,warp,snap,target aligned pixels,tap,resolution,pixel size,grid,extent,clip,stack,crs")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Writes every image with pixels of one common grid, for tools that compare pixel by pixel. An image that "
        "has these pixels already is copied exactly; others are resampled once.</p>"
        "<p>Each result covers its image's ground; with an extent all cover that and can be stacked. Where an image "
        "shows nothing a result has no data, never made-up pixels: a pixel counts where its centre falls on a valid "
        "one, with average where it has any.</p>"
        "<p>Where images lie a little beside each other on the ground, align them to a reference first: this tool "
        "believes what the files say.</p>")
    PLAIN = ("INPUT", "RESOLUTION", "PIXEL_SIZE", "TARGET_CRS", "RESAMPLING", "OUTPUT_FOLDER")
    ROWS = (
        INPUT, *GRID,
        *images_of_one_kind(ON_GRID_NAME, QT_TRANSLATE_NOOP("Evenlight", "Images on one grid")),
        ResultNumber("COPIED", "copied", QT_TRANSLATE_NOOP("Evenlight", "Images that were copied exactly")),
    )
    TAKES_CLASSES = True
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} on one grid")

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.raster.target_grid import check_pixel_size

        # it raises what is wrong
        check_pixel_size(self.settings(GridSettings))
        return []

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import align_grids

        return align_grids(
            self.images,
            self.output(files),
            settings=self.settings(GridSettings),
            execution=self.execution,
            progress=progress,
        )
