"""Pseudo-invariant features: which common pixels of two images count."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.settings import PifSettings
from ..kinds import Band, Integer, Number, OneOf
from ..places import OutputFolder

# fmt: off
PIF_METHOD = OneOf(
    "PIF_METHOD", PifSettings, "method",
    label=QT_TRANSLATE_NOOP("Evenlight", "Pixels that count (pseudo-invariant features)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "All common pixels of two images shape their gain and offset; right as long as most of the ground is "
        "the same. Choose another method where much of it changed between the dates (harvest, flood, building) and "
        "gains should follow unchanged ground only. Pixels near a robust line in every band, a good first "
        "choice. IR-MAD: pixels without change by all bands together, best with four or more. "
        "Match points: stable regions around points that both images show; needs OpenCV. The pixels "
        "themselves are all corrected."),
)
RED_BAND = Band(
    "RED_BAND", PifSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Red band"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For regions around match points: give both bands where the images hold red and near infrared, and vegetation, "
        "which changes with the season, is left out. Empty: no test."),
)
NIR_BAND = replace(RED_BAND, name="NIR_BAND", label=QT_TRANSLATE_NOOP("Evenlight", "Near infrared band"))
VEGETATION_THRESHOLD = Number(
    "VEGETATION_THRESHOLD", PifSettings, limits=(-1.0, 1.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Largest NDVI"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For regions around match points with both bands: a pixel with a higher NDVI in either image does not count. "
        "Raise it where nearly all ground is green."),
)
INZ_THRESHOLD = Number(
    "INZ_THRESHOLD", PifSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Largest change score"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For regions around match points: the integrated normalised z-score up to which a pixel is stable. Lower it "
        "for fewer and surer pixels, raise it when pairs are left out."),
)
REGION_RADIUS = Integer(
    "REGION_RADIUS", PifSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Radius around points (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For regions around match points: how far from a matched point a stable region may begin. Raise it where few "
        "points are found."),
)
MAX_SAMPLES = Integer(
    "MAX_SAMPLES", PifSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Most pixels of a pair"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For regions around match points: of more stable pixels so many count, spread evenly. Raise it when the "
        "standard errors of the gains are large."),
)
MIN_SAMPLES = Integer(
    "MIN_SAMPLES", PifSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Fewest pixels of a pair"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A pair of images with fewer pixels that count is left out, with a warning. Raise it to rely on well "
        "supported pairs only; of fewer than 100 pixels only the mean is used."),
)
SAVE_INZ = OutputFolder(
    "SAVE_INZ", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Folder for the change scores"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For regions around match points: one raster per pair of images with the integrated normalised z-score of each "
        "common pixel. Look at it to choose the threshold."),
)

PIF_THRESHOLDS = (
    RED_BAND,
    NIR_BAND,
    VEGETATION_THRESHOLD,
    INZ_THRESHOLD,
    REGION_RADIUS,
    MAX_SAMPLES,
    MIN_SAMPLES,
)
PIF = (PIF_METHOD, *PIF_THRESHOLDS, SAVE_INZ)
