"""Which pixels are looked at: no data, borders, masks, light that images share."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.masks.settings import MaskFieldSettings
from ...core.settings import StatisticsSettings
from ..kinds import Boolean, Number, OneOf
from ..places import FieldName, InputFolder, Polygons

# fmt: off
MASK = Polygons(
    "MASK", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Mask polygons"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Limits where statistics are taken; the correction is applied everywhere. Use it to keep clouds, water or "
        "changed fields from shaping the result."),
)
MASK_MODE = OneOf(
    "MASK_MODE", StatisticsSettings, beside="MASK",
    label=QT_TRANSLATE_NOOP("Evenlight", "Use of the mask"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Include: statistics come only from inside the polygons. Exclude: only from outside, for polygons drawn "
        "around clouds for example."),
)
MASK_FIELD = FieldName(
    "MASK_FIELD", parent="MASK", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Mask field with the image's name"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Set it when polygons belong to single images: the field holds the image's file name, with or without "
        "extension, or its whole path. Without it every polygon counts for every image."),
)
MASK_FIELD_MATCH = OneOf(
    "MASK_FIELD_MATCH", MaskFieldSettings, optional=True, beside="MASK_FIELD",
    label=QT_TRANSLATE_NOOP("Evenlight", "Comparison of mask field and image name"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "For the mask field. Exact: a value is a name with or without extension, or a whole path. Contains: a value "
        "is a part of the file name, a date for example, and counts for all images whose names hold it; with a / in "
        "it, a part of the path. Values that fit no image are listed in the log."),
)
NODATA = Number(
    "NODATA", StatisticsSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "No data value"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Replaces all that the images declare: no data values, masks and opacity. Set it when one value means no data "
        "wherever it stands in the images; 0 is a value, empty is none."),
)
CONSTANT_BORDER = OneOf(
    "CONSTANT_BORDER", StatisticsSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Constant borders"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "What becomes of black, white or otherwise even borders that are not declared as no data. A border has one "
        "value in all bands, begins at a corner and is connected to the edge; the same value inside the picture is "
        "data. Automatic: in images that declare neither a no data value nor a mask or alpha band, borders are left "
        "out of the statistics and not corrected, if what they leave looks like a whole picture; the log names them, "
        "and images without a corner of one value are not read again. Choose always when a border was missed or the "
        "images declare something else, never when water, a roof or a class in a corner was taken for one. Results "
        "hold no data there where the image declares a value, a mask or an alpha band, else what was there. In files "
        "compressed with loss (JPEG, WEBP) the blurred 16 pixels beside a border belong to it."),
)
ESTIMATE_STATISTICS = Boolean(
    "ESTIMATE_STATISTICS", StatisticsSettings, "estimate",
    label=QT_TRANSLATE_NOOP("Evenlight", "Estimate statistics from a sample"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Reads a fixed sample of the images instead of every pixel. Turn it on for a quick look at very large images, "
        "off for the final result."),
)
CACHE_FOLDER = InputFolder(
    "CACHE_FOLDER", StatisticsSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Folder for kept statistics"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Give a folder when you will run the same images again: with other settings, with images added, or to go on "
        "after a run was stopped. Statistics found there are not computed again, results are the same. Images whose "
        "files changed are noticed and read. The first run reads each file once more to know its content. Blocks of "
        "the local step stay the same when images are added only if the extent of the block grid and its rows and "
        "columns are given. The folder may be deleted at any time."),
)
COMMON_LIGHT = OneOf(
    "COMMON_LIGHT", StatisticsSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Light that all images share"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Images that are all brighter on the same side (sun, view angle, sensor, lens) look in their overlaps as if "
        "their exposures grew along the row, and levels would run away. Automatic: such light is taken out where "
        "levels run away and the images' own slopes say why; a warning tells where that cannot be decided. Choose "
        "always when the warning came and you know it to be light, never when the ground itself grows brighter and the "
        "camera exposed each image by its ground. In groups of fewer than four images the automatic choice only "
        "warns."),
)

MASK_ROWS = (MASK, MASK_MODE, MASK_FIELD, MASK_FIELD_MATCH)
STATISTICS = (NODATA, CONSTANT_BORDER, ESTIMATE_STATISTICS, CACHE_FOLDER)
