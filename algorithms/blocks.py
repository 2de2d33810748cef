"""The parameters of the three algorithms about blocks."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterBoolean, QgsProcessingParameterExtent
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import CorrectionKind, LocalSettings, Reference
from . import names
from .parameters import choice, declare, real, whole
from .reader import ParameterReader

translate = QCoreApplication.translate

DEFAULT = LocalSettings()


def read_local_settings(reader: ParameterReader, algorithm: QgsProcessingAlgorithm) -> LocalSettings:
    """Settings of the local step; what an algorithm does not declare keeps the core's default."""
    readers = {
        "reference": (names.REFERENCE, lambda name: reader.word(name, Reference)),
        "correction": (names.CORRECTION, lambda name: reader.word(name, CorrectionKind)),
        "blocks": (names.BLOCKS, reader.integer),
        "block_rows": (names.BLOCK_ROWS, reader.optional_integer),
        "block_columns": (names.BLOCK_COLUMNS, reader.optional_integer),
        "blocks_by_variation": (names.BLOCKS_BY_VARIATION, reader.switch),
        "alpha": (names.ALPHA, reader.number),
        "normalise": (names.NORMALISE, reader.switch),
        "smoothness": (names.SMOOTHNESS, reader.number),
        "block_valid_pixel_threshold": (names.BLOCK_VALID_PIXEL_THRESHOLD, reader.number),
        "canvas_extent": (names.CANVAS_EXTENT, reader.extent),
    }
    declared = {
        setting: read(name)
        for setting, (name, read) in readers.items()
        if algorithm.parameterDefinition(name) is not None
    }
    return LocalSettings(**declared)


def add_reference(algorithm: QgsProcessingAlgorithm) -> None:
    """``REFERENCE``."""
    declare(
        algorithm,
        choice(names.REFERENCE, translate("LocalBlocks", "Reference"), Reference, DEFAULT.reference),
        translate(
            "LocalBlocks",
            "common_pixels compares images only where both have pixels and finds one smooth field per image; images "
            "that agree already stay unchanged. block_means draws every image to the mean of all images in each "
            "block; choose it to repeat results of tools that do so.",
        ),
    )


def add_correction(algorithm: QgsProcessingAlgorithm, of_saved_maps: bool = False) -> None:
    """``CORRECTION``; saved maps mostly know their own."""
    help_text = translate(
        "LocalBlocks",
        "linear multiplies. gamma changes middle tones most and keeps black and the upper level. offset is gamma "
        "on shifted values, for data that touch zero or lie below it. additive adds: for decibels, temperatures "
        "and differences.",
    )
    if of_saved_maps:
        note = translate(
            "LocalBlocks",
            "Set it for maps that do not say what they were made for, such as those of spectralmatch; maps written "
            "here know it and go first.",
        )
        help_text = f"{note} {help_text}"
    declare(
        algorithm,
        choice(names.CORRECTION, translate("LocalBlocks", "Correction"), CorrectionKind, DEFAULT.correction),
        help_text,
    )


def add_alpha(algorithm: QgsProcessingAlgorithm) -> None:
    """``ALPHA``."""
    declare(
        algorithm,
        real(names.ALPHA, translate("LocalBlocks", "Strength"), DEFAULT.alpha, low=0.0, high=1.0),
        translate(
            "LocalBlocks",
            "1 applies the full correction, 0 none. Lower it when real differences between the images (season, tide) "
            "should survive.",
        ),
    )


def add_grid(algorithm: QgsProcessingAlgorithm) -> None:
    """``BLOCKS`` and the rarer ways to say what the grid is."""
    declare(
        algorithm,
        whole(names.BLOCKS, translate("LocalBlocks", "Blocks per image"), DEFAULT.blocks, 1),
        translate(
            "LocalBlocks",
            "More blocks follow finer differences in illumination; fewer are safer where the ground itself changed "
            "between the images.",
        ),
    )
    for name, label, value in (
        (names.BLOCK_ROWS, translate("LocalBlocks", "Rows of blocks"), DEFAULT.block_rows),
        (names.BLOCK_COLUMNS, translate("LocalBlocks", "Columns of blocks"), DEFAULT.block_columns),
    ):
        declare(
            algorithm,
            whole(name, label, value, 1),
            translate(
                "LocalBlocks",
                "Fixes the grid over the whole canvas, instead of the number of blocks per image. With only one of "
                "them given, the other follows from the canvas's shape.",
            ),
            advanced=True,
        )
    declare(
        algorithm,
        QgsProcessingParameterBoolean(
            names.BLOCKS_BY_VARIATION,
            translate("LocalBlocks", "Number of blocks from the images' variation"),
            defaultValue=DEFAULT.blocks_by_variation,
        ),
        translate(
            "LocalBlocks",
            "Turn it on to let the coefficient of variation choose: images with more contrast get more blocks.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        real(
            names.SMOOTHNESS,
            translate("LocalBlocks", "Smoothness (common_pixels)"),
            DEFAULT.smoothness,
            low=0.0,
        ),
        translate(
            "LocalBlocks",
            "How strongly neighbouring blocks hold together. Raise it when the correction shows blotches, lower it "
            "when visible differences remain.",
        ),
        advanced=True,
    )


def add_normalise(algorithm: QgsProcessingAlgorithm) -> None:
    """``NORMALISE``."""
    declare(
        algorithm,
        QgsProcessingParameterBoolean(
            names.NORMALISE,
            translate("LocalBlocks", "Normalise values for gamma"),
            defaultValue=DEFAULT.normalise,
        ),
        translate(
            "LocalBlocks",
            "Used by gamma only; divides values by one common upper level, which makes the result independent of the "
            "data's units. Turn it off to take the exponent on raw values, as block maps made by spectralmatch expect.",
        ),
        advanced=True,
    )


def add_validity(algorithm: QgsProcessingAlgorithm) -> None:
    """``BLOCK_VALID_PIXEL_THRESHOLD`` and ``CANVAS_EXTENT``."""
    declare(
        algorithm,
        real(
            names.BLOCK_VALID_PIXEL_THRESHOLD,
            translate("LocalBlocks", "Valid share of a block's pixels"),
            DEFAULT.block_valid_pixel_threshold,
            low=0.0,
            high=1.0,
        ),
        translate(
            "LocalBlocks",
            "Blocks with fewer valid pixels are filled from their neighbours. Raise it when few pixels at ragged "
            "borders mislead the result.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        QgsProcessingParameterExtent(
            names.CANVAS_EXTENT, translate("LocalBlocks", "Extent of the block grid"), optional=True
        ),
        translate(
            "LocalBlocks",
            "Empty: around all images. Give a fixed extent when images will be added later, so that they fall on the "
            "same blocks.",
        ),
        advanced=True,
    )
