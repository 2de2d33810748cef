"""One gain and offset per image and band: how they are found, and files that hold them."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.settings import GlobalSettings
from ..kinds import Number, OneOf
from ..places import InputFile, OutputFile, Rasters

# fmt: off
METHOD = OneOf(
    "METHOD", GlobalSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Method"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Robust finds gains, then offsets, and rejects overlaps that contradict the others (clouds, floods). "
        "Least squares solves means and standard deviations together, held to the untouched images; choose it to "
        "repeat results of tools that do so."),
)
MODEL = OneOf(
    "MODEL", GlobalSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "What may change"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Gain and offset suit nearly all images. Choose gain only where zero must stay zero (reflectance without "
        "haze), offset only where differences must keep their size (temperature, decibel)."),
)
MEAN_FACTOR = Number(
    "MEAN_FACTOR", GlobalSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Weight of means"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Used by least squares only. Raise it to bring this statistic closer in the overlaps at the cost of the "
        "other."),
)
STD_FACTOR = replace(
    MEAN_FACTOR, name="STD_FACTOR",
    label=QT_TRANSLATE_NOOP("Evenlight", "Weight of standard deviations"),
)
MODEL_IMAGES = Rasters(
    "MODEL_IMAGES", optional=True, by_name=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Images whose colours are right"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Model images: choose them among those above, or give their names. The global step leaves them as they are "
        "and matches the others to them; a local step that follows it evens the light inside all images, theirs too. "
        "Empty: all images shape the result together."),
)
MODEL_IMAGES_MODE = OneOf(
    "MODEL_IMAGES_MODE", GlobalSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Use of the images whose colours are right"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Include: the chosen images stay as they are, and all others follow them. Exclude: all others shape the "
        "result; choose it to keep a hazy or damaged image from influencing the rest, to which it is still matched. "
        "Shape: the chosen images are balanced with each other and the others follow them; choose it where several "
        "are good and differ. Least squares moves the chosen ones in any case, a little."),
)
JSON_FILES = "JSON (*.json)"

LOAD_ADJUSTMENTS = InputFile(
    "LOAD_ADJUSTMENTS", file_filter=JSON_FILES, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Adjustments of an earlier run"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Give it when images are added to a set balanced before: statistics found in the file are not computed again, "
        "and images that are only in the file still shape the result."),
)
SAVE_ADJUSTMENTS = OutputFile(
    "SAVE_ADJUSTMENTS", file_filter=JSON_FILES, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Save adjustments"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Writes gains, offsets, their standard errors and all statistics. Save them to add images later, or to apply "
        "the same gains and offsets to other files with 'Use saved adjustments'."),
)

GLOBAL_STEP = (METHOD, MODEL, MEAN_FACTOR, STD_FACTOR, MODEL_IMAGES, MODEL_IMAGES_MODE)
