"""How two images are compared, and how aligned ones are written."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.align.settings import MOST_UPSAMPLING, CoregisterSettings, MatchSettings
from ...core.settings import Resampling
from ..kinds import BandOrWord, Boolean, Integer, Number, OneOf
from ..places import InputFile
from . import output

# fmt: off
CHANNEL = BandOrWord(
    "CHANNEL", MatchSettings,
    words={
        "mean": QT_TRANSLATE_NOOP("Evenlight", "Mean of all bands"),
        "luminance": QT_TRANSLATE_NOOP("Evenlight", "Luminance of the first three bands"),
        "gradient": QT_TRANSLATE_NOOP("Evenlight", "Gradient: how steep the mean is"),
    },
    label=QT_TRANSLATE_NOOP("Evenlight", "Channel to compare"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Luminance takes the first three bands as red, green and blue. In scripts: mean, luminance, gradient, or the "
        "number of a band. Choose gradient or one band, near infrared for example, where the images differ much "
        "in colour."),
)
GAUSSIAN_SIZE = Integer(
    "GAUSSIAN_SIZE", MatchSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Size of the Gaussian (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the method ECC: images are smoothed by it first. An odd number; raise it for noisy images, 1 smooths "
        "nothing."),
)
UPSAMPLING = Integer(
    "UPSAMPLING", MatchSettings, limits=(1, MOST_UPSAMPLING),
    label=QT_TRANSLATE_NOOP("Evenlight", "Parts of a pixel"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For phase correlation: shifts are found to this part of a pixel. 50 is finer than images "
        "usually allow; 1 gives whole pixels."),
)
FEATURE = OneOf(
    "FEATURE", MatchSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Kind of points"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the method features. SIFT is the most accurate. ORB is the fastest. AKAZE keeps edges and suits images "
        "that are blurred differently. Learned: by a matcher of your own in an ONNX file, for seasons and sensors that "
        "the others do not bring together; needs the Python package onnxruntime."),
)
MODEL_FILE = InputFile(
    "MODEL_FILE", MatchSettings, optional=True, file_filter="ONNX (*.onnx);;All files (*.*)",
    label=QT_TRANSLATE_NOOP("Evenlight", "File of the learned matcher"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the learned kind of points: an ONNX file with SuperPoint and LightGlue in one graph, exported for images "
        "of any size. The page of the tool says where such files come from and what their licences allow."),
)
MATCHER = OneOf(
    "MATCHER", MatchSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Search for matching points"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the method features. Brute force compares all points. FLANN is faster with many points and misses few."),
)
MATCH_RATIO = Number(
    "MATCH_RATIO", MatchSettings, limits=(0.0, 1.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Ratio of matches"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the method features: how far the best match must be from the second best. Lower it when wrong matches "
        "win on repeated patterns such as rows of plants; raise it when there are too few."),
)
RANSAC_THRESHOLD = Number(
    "RANSAC_THRESHOLD", MatchSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Largest error of a match (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the method features: matches that differ more from the transform do not count. Raise it where the ground "
        "itself is distorted, over steep relief for example."),
)
MIN_MATCHES = Integer(
    "MIN_MATCHES", MatchSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Fewest matches"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the method features: an image with fewer is not aligned and passed on as it is. Raise it to trust only "
        "images that share much."),
)
RESAMPLING = OneOf(
    "RESAMPLING", CoregisterSettings, without=(Resampling.AVERAGE,),
    label=QT_TRANSLATE_NOOP("Evenlight", "Resampling"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How values are taken from between pixels where an image must be warped; it is done once. Nearest neighbour "
        "keeps values as they are, for classes. Bilinear smooths a little, cubic hardly, Lanczos is the sharpest. "
        "Shifts without a common grid move the raster and resample nothing."),
)
SAME_GRID = Boolean(
    "SAME_GRID", CoregisterSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "One grid for all results"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Turn it on for time series and stacks: all results get the extent and pixels of the reference, or of all "
        "images together where that is their mean or median. It resamples every image that is off the grid."),
)

FEATURES = (FEATURE, MODEL_FILE, MATCHER, MATCH_RATIO, RANSAC_THRESHOLD, MIN_MATCHES)
"""For the method features, and the fewest matches for all."""
REPORT = replace(
    output.REPORT,
    file_filter=QT_TRANSLATE_NOOP("Evenlight", "HTML files (*.html)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "What was found, as one page that opens in any browser, without a network, and prints: a table of the images, "
        "the shifts on their footprints, rejected points among them, and every warning with what to do."),
)
