"""The parameters of the two algorithms that find gains and offsets."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.raster.image import same_file_key
from ..core.settings import GlobalMethod, GlobalModel, GlobalSettings, SelectionMode
from . import names
from .parameters import choice, declare, real
from .pif_parameters import read_pif_settings
from .reader import ParameterReader

translate = QCoreApplication.translate

JSON_FILTER = "JSON (*.json)"


def read_global_settings(reader: ParameterReader, images: list[str]) -> GlobalSettings:
    """Settings of the global step of a run on ``images``."""
    return GlobalSettings(
        method=reader.word(names.METHOD, GlobalMethod),
        model=reader.word(names.MODEL, GlobalModel),
        model_images=tuple(as_input(name, images) for name in reader.rasters(names.MODEL_IMAGES)),
        model_images_mode=reader.word(names.MODEL_IMAGES_MODE, SelectionMode),
        mean_factor=reader.number(names.MEAN_FACTOR),
        std_factor=reader.number(names.STD_FACTOR),
        pif=read_pif_settings(reader),
    )


def as_input(name: str, images: list[str]) -> str:
    """The input that is the same file, written as there; a layer and a relative path may differ."""
    for image in images:
        if same_file_key(image) == same_file_key(name):
            return image
    return name


def add_method(algorithm: QgsProcessingAlgorithm) -> None:
    """``METHOD``, ``MODEL`` and the weights of least squares."""
    default = GlobalSettings()
    declare(
        algorithm,
        choice(names.METHOD, translate("GlobalStep", "Method"), GlobalMethod, default.method),
        translate(
            "GlobalStep",
            "robust finds gains, then offsets, and rejects overlaps that contradict the others (clouds, floods). "
            "least_squares solves means and standard deviations together, held to the untouched images; choose it "
            "to repeat results of tools that do so.",
        ),
    )
    declare(
        algorithm,
        choice(names.MODEL, translate("GlobalStep", "What may change"), GlobalModel, default.model),
        translate(
            "GlobalStep",
            "gain_offset suits nearly all images. Choose gain where zero must stay zero (reflectance without "
            "haze), offset where differences must keep their size (temperature, decibel).",
        ),
    )
    for name, label, value in (
        (names.MEAN_FACTOR, translate("GlobalStep", "Weight of means"), default.mean_factor),
        (names.STD_FACTOR, translate("GlobalStep", "Weight of standard deviations"), default.std_factor),
    ):
        declare(
            algorithm,
            real(name, label, value, low=0.0),
            translate(
                "GlobalStep",
                "Used by least_squares only. Raise it to bring this statistic closer in the overlaps at the cost "
                "of the other.",
            ),
            advanced=True,
        )


def add_model_images(algorithm: QgsProcessingAlgorithm) -> None:
    """``MODEL_IMAGES`` and their mode."""
    images = QgsProcessingParameterMultipleLayers(
        names.MODEL_IMAGES,
        translate("GlobalStep", "Model images"),
        QgsProcessing.SourceType.TypeRaster,
        optional=True,
    )
    declare(
        algorithm,
        images,
        translate(
            "GlobalStep",
            "Choose images, among those above, whose colours are right: the global step leaves them as they are and "
            "matches the others to them; a local step that follows it evens the light inside all images, theirs too. "
            "Empty: all images shape the result together.",
        ),
    )
    declare(
        algorithm,
        choice(
            names.MODEL_IMAGES_MODE,
            translate("GlobalStep", "Use of the model images"),
            SelectionMode,
            GlobalSettings().model_images_mode,
        ),
        translate(
            "GlobalStep",
            "include: the chosen images shape the result. exclude: all others do; choose it to keep a hazy or "
            "damaged image from influencing the rest, to which it is still matched.",
        ),
    )


def add_adjustment_files(algorithm: QgsProcessingAlgorithm, use_of_statistics: str) -> None:
    """``LOAD_ADJUSTMENTS``, with a help that says what is done with it, and ``SAVE_ADJUSTMENTS``."""
    declare(
        algorithm,
        QgsProcessingParameterFile(
            names.LOAD_ADJUSTMENTS,
            translate("GlobalStep", "Adjustments of an earlier run"),
            fileFilter=JSON_FILTER,
            optional=True,
        ),
        use_of_statistics,
    )
    declare(
        algorithm,
        QgsProcessingParameterFileDestination(
            names.SAVE_ADJUSTMENTS,
            translate("GlobalStep", "Save adjustments"),
            fileFilter=JSON_FILTER,
            optional=True,
            createByDefault=False,
        ),
        translate(
            "GlobalStep",
            "Writes gains, offsets, their standard errors and all statistics. Save them to add images later, or "
            "to apply the same gains and offsets to other files with 'Apply adjustments'.",
        ),
    )
