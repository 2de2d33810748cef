"""The parameters of pseudo-invariant features, shared by the algorithms that look for them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import PifMethod, PifSettings
from . import names
from .parameters import declare, real, whole
from .reader import ParameterReader

translate = QCoreApplication.translate


def read_pif_settings(reader: ParameterReader) -> PifSettings:
    """Settings of the core."""
    return PifSettings(
        method=reader.word(names.PIF_METHOD, PifMethod),
        red_band=reader.optional_integer(names.RED_BAND),
        nir_band=reader.optional_integer(names.NIR_BAND),
        vegetation_threshold=reader.number(names.VEGETATION_THRESHOLD),
        inz_threshold=reader.number(names.INZ_THRESHOLD),
        region_radius=reader.integer(names.REGION_RADIUS),
        max_samples=reader.integer(names.MAX_SAMPLES),
        min_samples=reader.integer(names.MIN_SAMPLES),
    )


def add_pif(algorithm: QgsProcessingAlgorithm) -> None:
    """``PIF_METHOD``, its thresholds and ``SAVE_INZ``, for the global step."""
    add_pif_method(
        algorithm,
        PifMethod.words(),
        PifSettings.method,
        translate(
            "Pif",
            "entire: all common pixels of two images shape their gain and offset; right as long as most of the ground "
            "is the same. Choose another method where much of it changed between the dates (harvest, flood, building) "
            "and gains should follow unchanged ground only. residual: pixels near a robust line in every band, a good "
            "first choice. ir_mad: pixels without change by all bands together, best with four or more. "
            "flood_from_match_points: stable regions around points that both images show; needs OpenCV. The pixels "
            "themselves are all corrected.",
        ),
    )
    add_thresholds(algorithm)
    declare(
        algorithm,
        QgsProcessingParameterFolderDestination(
            names.SAVE_INZ,
            translate("Pif", "Folder for the change scores"),
            optional=True,
            createByDefault=False,
        ),
        translate(
            "Pif",
            "For flood_from_match_points: one raster per pair of images with the integrated normalised z-score of each "
            "common pixel. Look at it to choose the threshold.",
        ),
        advanced=True,
    )


def add_pif_method(
    algorithm: QgsProcessingAlgorithm, words: Sequence[str], default: PifMethod, help_text: str
) -> None:
    """``PIF_METHOD``."""
    method = QgsProcessingParameterEnum(
        names.PIF_METHOD,
        translate("Pif", "Pixels that count (pseudo-invariant features)"),
        options=list(words),
        defaultValue=str(default),
        usesStaticStrings=True,
    )
    declare(algorithm, method, help_text)


def add_thresholds(algorithm: QgsProcessingAlgorithm) -> None:
    """What the methods go by."""
    default = PifSettings()
    both = translate(
        "Pif",
        "For flood_from_match_points: give both bands where the images hold red and near infrared, and vegetation, "
        "which changes with the season, is left out. Empty: no test.",
    )
    for parameter, help_text in (
        (whole(names.RED_BAND, translate("Pif", "Number of the red band"), default.red_band, 1), both),
        (whole(names.NIR_BAND, translate("Pif", "Number of the near infrared band"), default.nir_band, 1), both),
        (
            real(
                names.VEGETATION_THRESHOLD,
                translate("Pif", "Largest NDVI"),
                default.vegetation_threshold,
                low=-1.0,
                high=1.0,
            ),
            translate(
                "Pif",
                "For flood_from_match_points with both bands: a pixel with a higher NDVI in either image does not "
                "count. Raise it where nearly all ground is green.",
            ),
        ),
        (
            real(names.INZ_THRESHOLD, translate("Pif", "Largest change score"), default.inz_threshold, low=0.0),
            translate(
                "Pif",
                "For flood_from_match_points: the integrated normalised z-score up to which a pixel is stable. Lower "
                "it for fewer and surer pixels, raise it when pairs are left out.",
            ),
        ),
        (
            whole(names.REGION_RADIUS, translate("Pif", "Radius around points (pixels)"), default.region_radius, 0),
            translate(
                "Pif",
                "For flood_from_match_points: how far from a matched point a stable region may begin. Raise it where "
                "few points are found.",
            ),
        ),
        (
            whole(names.MAX_SAMPLES, translate("Pif", "Most pixels of a pair"), default.max_samples, 1),
            translate(
                "Pif",
                "For flood_from_match_points: of more stable pixels so many count, spread evenly. Raise it when the "
                "standard errors of the gains are large.",
            ),
        ),
        (
            whole(names.MIN_SAMPLES, translate("Pif", "Fewest pixels of a pair"), default.min_samples, 1),
            translate(
                "Pif",
                "A pair of images with fewer pixels that count is left out, with a warning. Raise it to rely on well "
                "supported pairs only; of fewer than 100 pixels only the mean is used.",
            ),
        ),
    ):
        declare(algorithm, parameter, help_text, advanced=True)
