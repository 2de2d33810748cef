"""Correction block by block."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.settings import LocalSettings
from ..kinds import Boolean, Extent, Integer, Number, OneOf
from ..places import OutputFolder, OutputRaster

# fmt: off
REFERENCE = OneOf(
    "REFERENCE", LocalSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "What the blocks are matched to"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Common pixels: compares images only where both have pixels and finds one smooth field per image; images that "
        "agree already stay unchanged. Block means: draws every image to the mean of all images in each block; choose "
        "it to repeat results of tools that do so."),
)
CORRECTION = OneOf(
    "CORRECTION", LocalSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Correction"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Linear multiplies. Gamma changes middle tones most and keeps black and the upper level. Offset is gamma on "
        "shifted values, for data that touch zero or lie below it. Additive adds: for decibels, temperatures and "
        "differences."),
)
ALPHA = Number(
    "ALPHA", LocalSettings, limits=(0.0, 1.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Strength"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How much of the local correction, block by block, is applied: 1 all of it, 0 none. Gains and offsets of whole "
        "images are not changed by it. Lower it when real differences inside the images (season, tide) should "
        "survive."),
)
BLOCKS = Integer(
    "BLOCKS", LocalSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Blocks per image"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "More blocks follow finer differences in illumination; fewer are safer where the ground itself changed "
        "between the images."),
)
BLOCK_ROWS = Integer(
    "BLOCK_ROWS", LocalSettings, limits=(1, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Rows of blocks"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Fixes the grid over the whole canvas, instead of the number of blocks per image. With only one of them "
        "given, the other follows from the canvas's shape."),
)
BLOCK_COLUMNS = replace(BLOCK_ROWS, name="BLOCK_COLUMNS", label=QT_TRANSLATE_NOOP("Evenlight", "Columns of blocks"))
BLOCKS_BY_VARIATION = Boolean(
    "BLOCKS_BY_VARIATION", LocalSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Number of blocks from the images' variation"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Turn it on to let the coefficient of variation choose: images with more contrast get more blocks."),
)
SMOOTHNESS = Number(
    "SMOOTHNESS", LocalSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smoothness (for common pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How strongly neighbouring blocks hold together. Raise it when the correction shows blotches, lower it when "
        "visible differences remain."),
)
NORMALISE = Boolean(
    "NORMALISE", LocalSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Normalise values for gamma"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Used by gamma and offset; divides values by one common upper level, which makes the result independent of the "
        "data's units. Turn it off to take the exponent on raw values, as block maps made by spectralmatch expect."),
)
BLOCK_VALID_PIXEL_THRESHOLD = Number(
    "BLOCK_VALID_PIXEL_THRESHOLD", LocalSettings, limits=(0.0, 1.0),
    label=QT_TRANSLATE_NOOP("Evenlight", "Valid share of a block's pixels"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Blocks with fewer valid pixels are filled from their neighbours. Raise it when few pixels at ragged borders "
        "mislead the result."),
)
CANVAS_EXTENT = Extent(
    "CANVAS_EXTENT", LocalSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Extent of the block grid"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty: around all images. Give a fixed extent when images will be added later, so that they fall on the same "
        "blocks."),
)

SAVE_REFERENCE_MAP = OutputRaster(
    "SAVE_REFERENCE_MAP", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Save the reference block map"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "What the images were brought to, one value per block and band. Give a file to bring later images of the same "
        "ground to it with Load block maps."),
)
SAVE_LOCAL_MAPS = OutputFolder(
    "SAVE_LOCAL_MAPS", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Save the local block maps in a folder"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "One raster per image, named after it. Give a folder to look at the correction, or to apply it again with Load "
        "block maps; maps that were loaded are written there too, as they are."),
)
SAVE_MAPS = (SAVE_REFERENCE_MAP, SAVE_LOCAL_MAPS)

BLOCK_GRID = (BLOCKS, BLOCK_ROWS, BLOCK_COLUMNS, BLOCKS_BY_VARIATION, SMOOTHNESS)
LOCAL_DETAILS = (NORMALISE, BLOCK_VALID_PIXEL_THRESHOLD, CANVAS_EXTENT)
"""What is rarely needed, with saved block maps too."""
