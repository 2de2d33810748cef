"""Applies saved block maps to images, those they were made from or new ones."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..core.settings import BLOCK_ADJUSTED_NAME, LocalSettings
from .base import EvenlightAlgorithm, Files
from .places import Raster, Rasters
from .progress import FeedbackProgress
from .reader import ParameterReader
from .reports import report_of
from .tables import local_step
from .tables.execution import EXECUTION, VERBOSE
from .tables.images import SOME_IMAGES
from .tables.local_step import ALPHA, LOCAL_DETAILS, SAVE_MAPS
from .tables.output import CLIPPED, QUALITY, balanced_images
from .tables.statistics import MASK_ROWS, STATISTICS

translate = QCoreApplication.translate


# fmt: off
REFERENCE_MAP = Raster(
    "REFERENCE_MAP", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Reference block map"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "What the images should agree on. Give it for images that have no local map of their own."),
)
LOCAL_MAPS = Rasters(
    "LOCAL_MAPS", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Local block maps"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Maps of these images, or the folder that holds them; saves measuring them again. Leave it empty for new "
        "images, which are then measured. Without a reference map all maps make the reference, those of images that "
        "are not in this run too."),
)
CORRECTION = replace(
    local_step.CORRECTION,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Set it for maps that do not say what they were made for, such as those of spectralmatch; maps written here "
        "know it and go first. linear multiplies. gamma changes middle tones most and keeps black and the upper "
        "level. offset is gamma on shifted values, for data that touch zero or lie below it. additive adds: for "
        "decibels, temperatures and differences."),
)


class LoadBlockMaps(EvenlightAlgorithm):
    """Declares and runs the core's `load_block_maps`."""

    ID = "load_block_maps"
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Load block maps")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Corrects images by block maps that were saved before")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "radiometric,normalization,normalisation,color balancing,colour balance,block,map,reference,local,apply,"
        "spectralmatch")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Corrects images by block maps written with <i>Save block maps</i> or by spectralmatch.</p>"
        "<p>Give the reference map, local maps, or both. A local map belongs to the image it was made from, known by "
        "its metadata, else by its file's name, that of the image or one that holds it; an image without a local map "
        "is measured on the maps' blocks and matched to the reference. With local maps alone the reference comes from "
        "them, those of images that are not in the run too.</p>"
        "<p>For maps made by spectralmatch with gamma, choose gamma and turn off <i>Normalise values for "
        "gamma</i>.</p>")
    IMAGES_GO_TOGETHER = True
    PLAIN = ("INPUT", "REFERENCE_MAP", "LOCAL_MAPS", "CORRECTION", "ALPHA", "OUTPUT_FOLDER")
    ROWS = (
        SOME_IMAGES, REFERENCE_MAP, LOCAL_MAPS, CORRECTION, ALPHA,
        *MASK_ROWS, *STATISTICS, *LOCAL_DETAILS, *SAVE_MAPS,
        *balanced_images(BLOCK_ADJUSTED_NAME), *EXECUTION, VERBOSE,
        *QUALITY, CLIPPED,
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} balanced by block maps")

    def check(self, reader: ParameterReader) -> None:
        """Maps of one kind at least are needed."""
        if not (reader.given("REFERENCE_MAP") or reader.given("LOCAL_MAPS")):
            reader.problems.append(
                translate(
                    "Evenlight",
                    "Give the reference block map (REFERENCE_MAP), local block maps (LOCAL_MAPS), or both."
                )
            )

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Correct the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import load_block_maps

        return load_block_maps(
            self.images,
            self.output(files),
            settings=self.settings(LocalSettings),
            reference_map=self.values["REFERENCE_MAP"],
            local_maps=self.values["LOCAL_MAPS"],
            save_reference_map=files["SAVE_REFERENCE_MAP"],
            save_local_maps=files["SAVE_LOCAL_MAPS"],
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            report=report_of(self, files),
            progress=progress,
        )
