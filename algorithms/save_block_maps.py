"""Computes and writes the reference and local block maps; no image is written."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..core.errors import EvenlightError
from ..core.settings import LocalSettings
from ..gui.showing import Look
from .base import EvenlightAlgorithm, Files
from .places import OutputFolder, OutputRaster, Raster, Rasters
from .progress import FeedbackProgress
from .reader import ParameterReader
from .reports import report_of
from .results import ResultRasters
from .tables.execution import RESOURCES, SCHEDULER, VERBOSE
from .tables.images import IMAGES
from .tables.local_step import BLOCK_GRID, CORRECTION, LOCAL_DETAILS, REFERENCE
from .tables.output import LOAD_OUTPUTS, REPORT
from .tables.statistics import COMMON_LIGHT, MASK_ROWS, STATISTICS

translate = QCoreApplication.translate

# fmt: off
REFERENCE_MAP = OutputRaster(
    "REFERENCE_MAP",
    label=QT_TRANSLATE_NOOP("Evenlight", "Reference block map"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "One value per block and band: what all images should agree on. Needed for images that have no local map of "
        "their own."),
)
LOCAL_MAPS = OutputFolder(
    "LOCAL_MAPS",
    label=QT_TRANSLATE_NOOP("Evenlight", "Folder for the local block maps"),
    help=QT_TRANSLATE_NOOP("Evenlight", "One raster per image, named after it. Made when it does not exist."),
)
INPUT = replace(
    IMAGES, minimum=1, label=QT_TRANSLATE_NOOP("Evenlight", "Images (two or more; one beside maps to extend)")
)
LOAD_REFERENCE_MAP = Raster(
    "LOAD_REFERENCE_MAP", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Reference block map to extend"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Of an earlier run, whose blocks are used again. It stays as it is, and the images are to follow it. Empty: "
        "the reference comes from all local maps, given and new."),
)
LOAD_LOCAL_MAPS = Rasters(
    "LOAD_LOCAL_MAPS", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Local block maps to extend"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Maps of an earlier run, or their folder, to which the images' maps are added on the same blocks. Those given "
        "are written as they are; their images need not be in this run. Blocks and correction are those of the maps."),
)
MAPS_TO_PROJECT = replace(
    LOAD_OUTPUTS,
    label=QT_TRANSLATE_NOOP("Evenlight", "Add the local maps to the project"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Blocks are then seen in colours: blue where values become less, white where they stay, red where they become "
        "more. Turn it off for intermediate steps of a model."),
)


class SaveBlockMaps(EvenlightAlgorithm):
    """Declares and runs the core's `save_block_maps`."""

    ID = "save_block_maps"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Save block maps")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Writes the maps of block means that local adjustment uses, and no image")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,"
        "spectralmatch")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Computes what <i>Local block adjustment</i> would apply and writes it as small rasters, one value per "
        "block and band: a local map for each image (its block means and what they should become) and one reference "
        "map for all.</p>"
        "<p>Look at the maps to judge the correction, edit them, or apply them with <i>Load block maps</i>, to these "
        "images or to others on the same ground. Given the maps of an earlier run, those of further images are added "
        "to them.</p>")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "MASK", "BLOCKS", "CORRECTION", "REFERENCE_MAP", "LOCAL_MAPS")
    ROWS = (
        INPUT, LOAD_REFERENCE_MAP, LOAD_LOCAL_MAPS, REFERENCE, CORRECTION, *BLOCK_GRID,
        *MASK_ROWS, *STATISTICS, COMMON_LIGHT, *LOCAL_DETAILS,
        *RESOURCES, SCHEDULER, VERBOSE,
        MAPS_TO_PROJECT, REFERENCE_MAP, LOCAL_MAPS, REPORT,
        ResultRasters("OUTPUT", "local_maps", QT_TRANSLATE_NOOP("Evenlight", "Local block maps")),
    )

    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "Local change of {}")
    LOOKS = {"OUTPUT": Look.CHANGE, "REFERENCE_MAP": Look.PLAIN}

    def check(self, reader: ParameterReader) -> None:
        """Without maps to extend one image has nothing to be compared with."""
        number = len(self.values.get("INPUT") or [])
        if number == 1 and not (reader.given("LOAD_REFERENCE_MAP") or reader.given("LOAD_LOCAL_MAPS")):
            text = translate("Evenlight", "{}: at least {} rasters are needed, {} given.")
            reader.problems.append(text.format("INPUT", 2, number))

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the maps."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import save_block_maps
        from ..core.radiometry.change_maps import changes_of

        result = save_block_maps(
            self.images,
            files["REFERENCE_MAP"],
            files["LOCAL_MAPS"],
            settings=self.settings(LocalSettings),
            load_reference_map=self.values["LOAD_REFERENCE_MAP"],
            load_local_maps=self.values["LOAD_LOCAL_MAPS"],
            report=report_of(self, files),
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            progress=progress,
        )
        # a run whose maps are written does not fail because another one replaces them meanwhile
        with contextlib.suppress(EvenlightError):
            self.change = changes_of(result.local_maps, result.reference_map)
        return result
