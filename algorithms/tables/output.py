"""Where results go and what kind of files they are, and the figures of balancing."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.settings import OutputFormat, OutputSettings
from ..kinds import Boolean, CreationOptions, OneOf, String
from ..places import OutputFile, OutputFolder
from ..results import ResultNumber, ResultRasters
from ..rows import Row
from .execution import RESOURCES

# fmt: off
OUTPUT_NAME = String(
    "OUTPUT_NAME", OutputSettings, "name",
    label=QT_TRANSLATE_NOOP("Evenlight", "Name of each result"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The sign $ stands for the name of the image. Change it to tell several runs into one folder apart; a / makes "
        "sub-folders, such as $/balanced.tif. The ending follows the format."),
)
OUTPUT_FORMAT = OneOf(
    "OUTPUT_FORMAT", OutputSettings, "format",
    label=QT_TRANSLATE_NOOP("Evenlight", "Format of the results"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; takes "
        "longer to write. Virtual raster: a recipe that reads the image and corrects it on the way; written at once, "
        "but the image must stay where it is, and only linear and additive corrections fit."),
)
OUTPUT_DTYPE = OneOf(
    "OUTPUT_DTYPE", OutputSettings, "dtype",
    label=QT_TRANSLATE_NOOP("Evenlight", "Data type of the results"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Each image can keep its own; images of a narrow type then set the level for wider ones beside them. Choose a "
        "wider type when the run is refused because too much would be clipped, Float32 when fractions matter; results "
        "then take more space."),
)
BUILD_OVERVIEWS = Boolean(
    "BUILD_OVERVIEWS", OutputSettings, "overviews",
    label=QT_TRANSLATE_NOOP("Evenlight", "Build overviews"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Turn it on for large images, which then draw quickly at every scale; files grow by a third. COG always has "
        "them."),
)
REPORT = OutputFile(
    "REPORT", optional=True,
    file_filter=QT_TRANSLATE_NOOP("Evenlight", "HTML page (*.html);;JSON (*.json);;Table of pairs (*.csv)"),
    label=QT_TRANSLATE_NOOP("Evenlight", "Report"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "What was measured and what to do, as one page that opens in any browser, without a network, and prints. Take "
        "it to judge a run, or to hand its figures on; with the ending .json it is data, with .csv a table of pairs."),
)
LOAD_OUTPUTS = Boolean(
    "LOAD_OUTPUTS", default=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Add the results to the project"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "All results get one common contrast stretch, so that equal values look equal. Turn it off for intermediate "
        "steps of a model."),
)
CREATION_OPTIONS = CreationOptions(
    "CREATION_OPTIONS", OutputSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Creation options"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "GDAL's options for GeoTIFF or COG, of the form COMPRESS=ZSTD|ZSTD_LEVEL=9|PREDICTOR=2. Empty means tiled and "
        "compressed without loss, which suits nearly every use; options given here replace that compression too."),
)
OUTPUT_FOLDER = OutputFolder(
    "OUTPUT_FOLDER",
    label=QT_TRANSLATE_NOOP("Evenlight", "Folder for the results"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Made when it does not exist. Results of an earlier run are replaced after all new ones are whole; the images "
        "themselves are never overwritten."),
)

FORMAT = (OUTPUT_FORMAT, OUTPUT_DTYPE, BUILD_OVERVIEWS)
FORMAT_OF_FILES = (
    replace(
        OUTPUT_FORMAT, without=(OutputFormat.VIRTUAL,), optional=True,
        help=QT_TRANSLATE_NOOP(
            "Evenlight",
            "GeoTIFF: tiled and compressed. COG: cloud optimized GeoTIFF with overviews, for serving over the web; "
            "takes longer to write."),
    ),
    replace(BUILD_OVERVIEWS, optional=True),
)
"""Of results that are no recipes and have a type of their own; optional, because models were saved without them."""

QUALITY = (
    ResultNumber(
        "RMSE_BEFORE", "quality.rmse_before", QT_TRANSLATE_NOOP("Evenlight", "Overlap RMSE before (unit: see log)")
    ),
    ResultNumber(
        "RMSE_AFTER", "quality.rmse_after", QT_TRANSLATE_NOOP("Evenlight", "Overlap RMSE after (unit: see log)")
    ),
    ResultNumber(
        "CONTRAST_KEPT", "quality.contrast_kept", QT_TRANSLATE_NOOP("Evenlight", "Contrast kept (ideal 1)")
    ),
    ResultNumber("GROUPS", "quality.groups", QT_TRANSLATE_NOOP("Evenlight", "Groups of connected images")),
)
REJECTED = ResultNumber("REJECTED", "quality.rejected", QT_TRANSLATE_NOOP("Evenlight", "Rejected overlaps"))
"""Overlaps are rejected by the global step only."""
CLIPPED = ResultNumber("CLIPPED", "clipped", QT_TRANSLATE_NOOP("Evenlight", "Share of clipped pixels"))
BALANCED_IMAGES = ResultRasters("OUTPUT", "outputs", QT_TRANSLATE_NOOP("Evenlight", "Balanced images"))
# fmt: on


def output_name(default: str) -> String:
    """``OUTPUT_NAME`` with the name that an algorithm gives its results."""
    return replace(OUTPUT_NAME, default=default)


def balanced_images(name: str) -> tuple[Row, ...]:
    """Folder, name and kind of corrected images."""
    return output_name(name), *FORMAT, LOAD_OUTPUTS, CREATION_OPTIONS, OUTPUT_FOLDER, REPORT, BALANCED_IMAGES


def images_of_one_kind(name: str, label: str) -> tuple[Row, ...]:
    """Folder and name of images that keep the kind of the inputs, or have one of their own, and how they are made."""
    images = ResultRasters("OUTPUT", "outputs", label)
    return output_name(name), LOAD_OUTPUTS, *FORMAT_OF_FILES, CREATION_OPTIONS, *RESOURCES, OUTPUT_FOLDER, images
