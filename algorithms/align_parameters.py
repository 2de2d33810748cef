"""The parameters of how two images are compared and how aligned ones are written, shared by the Align algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterBoolean, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

from ..core.align.settings import (
    CoregisterSettings,
    FeatureKind,
    Matcher,
    MatchSettings,
    Resampling,
)
from . import names
from .parameters import choice, declare, real, whole

translate = QCoreApplication.translate


def add_channel(algorithm: QgsProcessingAlgorithm) -> None:
    """``CHANNEL``."""
    declare(
        algorithm,
        QgsProcessingParameterString(
            names.CHANNEL, translate("Align", "Channel to compare"), defaultValue=MatchSettings.channel
        ),
        translate(
            "Align",
            "mean of all bands, luminance of the first three as red, green and blue, gradient (how steep the mean is), "
            "or the number of a band. Choose gradient or one band, near infrared for example, where the images differ "
            "much in colour.",
        ),
    )


def add_features(algorithm: QgsProcessingAlgorithm) -> None:
    """``FEATURE``, ``MATCHER``, ``MATCH_RATIO``, ``RANSAC_THRESHOLD`` and ``MIN_MATCHES``."""
    declare(
        algorithm,
        choice(names.FEATURE, translate("Align", "Kind of points"), FeatureKind, MatchSettings.feature),
        translate(
            "Align",
            "For the method features. sift is the most accurate. orb is the fastest. akaze keeps edges and suits "
            "images that are blurred differently.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        choice(names.MATCHER, translate("Align", "Search for matching points"), Matcher, MatchSettings.matcher),
        translate(
            "Align",
            "For the method features. brute_force compares all points. flann is faster with many points and misses "
            "few.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        real(names.MATCH_RATIO, translate("Align", "Ratio of matches"), MatchSettings.match_ratio, 0.0, 1.0),
        translate(
            "Align",
            "For the method features: how far the best match must be from the second best. Lower it when wrong "
            "matches win on repeated patterns such as rows of plants; raise it when there are too few.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        real(
            names.RANSAC_THRESHOLD, translate("Align", "Largest error of a match (pixels)"),
            MatchSettings.ransac_threshold, 0.0,
        ),
        translate(
            "Align",
            "For the method features: matches that differ more from the motion do not count. Raise it where the "
            "ground itself is distorted, over steep relief for example.",
        ),
        advanced=True,
    )  # fmt: skip
    declare(
        algorithm,
        whole(names.MIN_MATCHES, translate("Align", "Fewest matches"), MatchSettings.min_matches, 1),
        translate(
            "Align",
            "For the method features: an image with fewer is not aligned and passed on as it is. Raise it to trust "
            "only images that share much.",
        ),
        advanced=True,
    )


def add_resampling(algorithm: QgsProcessingAlgorithm) -> None:
    """``RESAMPLING``."""
    declare(
        algorithm,
        choice(names.RESAMPLING, translate("Align", "Resampling"), Resampling, CoregisterSettings.resampling),
        translate(
            "Align",
            "How values are taken from between pixels where an image must be warped; it is done once. nearest keeps "
            "values as they are, for classes. bilinear smooths a little, cubic hardly, lanczos is the sharpest. "
            "Shifts without a common grid move the raster and resample nothing.",
        ),
    )


def add_same_grid(algorithm: QgsProcessingAlgorithm, help_text: str) -> None:
    """``SAME_GRID``."""
    declare(
        algorithm,
        QgsProcessingParameterBoolean(
            names.SAME_GRID, translate("Align", "One grid for all results"), defaultValue=CoregisterSettings.same_grid
        ),
        help_text,
    )
