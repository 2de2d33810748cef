"""The parameters that several algorithms share, each declared once.

Every default is read from the core's settings; every help says when to change the value.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import (
    Choice,
    CommonLight,
    ConstantBorder,
    OutputFormat,
    OutputSettings,
    OutputType,
    SelectionMode,
    StatisticsSettings,
)
from . import names

translate = QCoreApplication.translate

QGIS_WITH_OPTIONS_WIDGET = 34000
"""Since 3.40 a string parameter asks for the raster options widget by name."""


def declare(
    algorithm: QgsProcessingAlgorithm,
    parameter: QgsProcessingParameterDefinition,
    help_text: str,
    advanced: bool = False,
) -> None:
    """Add one parameter with its help; rarely needed ones go into the folded group."""
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    parameter.setHelp(help_text)
    algorithm.addParameter(parameter)


def choice(name: str, label: str, choices: type[Choice], default: Choice) -> QgsProcessingParameterEnum:
    """A choice among the core's own words; ids stay words in models and scripts."""
    return QgsProcessingParameterEnum(
        name, label, options=choices.words(), defaultValue=str(default), usesStaticStrings=True
    )


def real(name: str, label: str, default: float | None, low: float | None = None, high: float | None = None):
    """A floating point number; without a default it is optional."""
    return _number(name, label, QgsProcessingParameterNumber.Type.Double, default, low, high)


def whole(name: str, label: str, default: int | None, low: int, high: int | None = None):
    """A whole number; without a default it is optional."""
    return _number(name, label, QgsProcessingParameterNumber.Type.Integer, default, low, high)


def _number(name, label, kind, default, low, high) -> QgsProcessingParameterNumber:
    limits = {}
    if low is not None:
        limits["minValue"] = low
    if high is not None:
        limits["maxValue"] = high
    return QgsProcessingParameterNumber(
        name, label, type=kind, defaultValue=default, optional=default is None, **limits
    )


def add_images(algorithm: QgsProcessingAlgorithm, minimum: int) -> None:
    """``INPUT``, images that go together."""
    help_text = translate(
        "Evenlight",
        "Raster layers or files with the same bands in the same order. They may differ in grid, resolution and "
        "coordinate system.",
    )
    declare_images(algorithm, minimum, help_text)


def declare_images(algorithm: QgsProcessingAlgorithm, minimum: int, help_text: str) -> None:
    """``INPUT``."""
    images = QgsProcessingParameterMultipleLayers(
        names.INPUT, translate("Evenlight", "Images"), QgsProcessing.SourceType.TypeRaster
    )
    images.setMinimumNumberInputs(minimum)
    declare(algorithm, images, help_text)


def add_mask(algorithm: QgsProcessingAlgorithm) -> None:
    """``MASK``, ``MASK_MODE`` and ``MASK_FIELD``."""
    declare(
        algorithm,
        QgsProcessingParameterFeatureSource(
            names.MASK,
            translate("Evenlight", "Mask polygons"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        translate(
            "Evenlight",
            "Limits where statistics are taken; the correction is applied everywhere. Use it to keep clouds, water or "
            "changed fields from shaping the result.",
        ),
    )
    declare(
        algorithm,
        choice(
            names.MASK_MODE,
            translate("Evenlight", "Use of the mask"),
            SelectionMode,
            StatisticsSettings.mask_mode,
        ),
        translate(
            "Evenlight",
            "include: statistics come only from inside the polygons. exclude: only from outside, for polygons drawn "
            "around clouds for example.",
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterField(
            names.MASK_FIELD,
            translate("Evenlight", "Mask field with the image's name"),
            parentLayerParameterName=names.MASK,
            optional=True,
        ),
        translate(
            "Evenlight",
            "Set it when polygons belong to single images: the field holds the image's file name, with or without "
            "extension, or its whole path. Without it every polygon counts for every image.",
        ),
    )


def add_statistics(algorithm: QgsProcessingAlgorithm) -> None:
    """``NODATA``, ``CONSTANT_BORDER``, ``ESTIMATE_STATISTICS`` and ``CACHE_FOLDER``."""
    add_nodata(algorithm)
    add_constant_border(algorithm)
    declare(
        algorithm,
        QgsProcessingParameterBoolean(
            names.ESTIMATE_STATISTICS,
            translate("Evenlight", "Estimate statistics from a sample"),
            defaultValue=StatisticsSettings.estimate,
        ),
        translate(
            "Evenlight",
            "Reads a fixed sample of the images instead of every pixel. Turn it on for a quick look at very large "
            "images, off for the final result.",
        ),
    )
    # A plain folder and no destination: it is kept from run to run and is no result.
    declare(
        algorithm,
        QgsProcessingParameterFile(
            names.CACHE_FOLDER,
            translate("Evenlight", "Folder for kept statistics"),
            behavior=QgsProcessingParameterFile.Behavior.Folder,
            defaultValue=StatisticsSettings.cache_folder,
            optional=True,
        ),
        translate(
            "Evenlight",
            "Give a folder when you will run the same images again: with other settings, with images added, or to go "
            "on after a run was stopped. Statistics found there are not computed again, results are the same. Images "
            "whose files changed are noticed and read. The first run reads each file once more to know its content. "
            "Blocks of the local step stay the same when images are added only if the extent of the block grid and "
            "its rows and columns are given. The folder may be deleted at any time.",
        ),
        advanced=True,
    )


def add_common_light(algorithm: QgsProcessingAlgorithm) -> None:
    """``COMMON_LIGHT``."""
    declare(
        algorithm,
        choice(
            names.COMMON_LIGHT,
            translate("Evenlight", "Light that all images share"),
            CommonLight,
            StatisticsSettings.common_light,
        ),
        translate(
            "Evenlight",
            "Images that are all brighter on the same side (sun, view angle, sensor, lens) look in their overlaps as "
            "if their exposures grew along the row, and levels would run away. auto: such light is taken out where "
            "levels run away and the images' own slopes say why; a warning tells where that cannot be decided. Choose "
            "always when the warning came and you know it to be light, never when the ground itself grows brighter "
            "and the camera exposed each image by its ground. In groups of fewer than four images auto only warns.",
        ),
        advanced=True,
    )


def add_nodata(algorithm: QgsProcessingAlgorithm) -> None:
    """``NODATA``."""
    declare(
        algorithm,
        real(names.NODATA, translate("Evenlight", "No data value"), StatisticsSettings.nodata),
        translate(
            "Evenlight",
            "Replaces all that the images declare: no data values, masks and opacity. Set it when one value means no "
            "data wherever it stands in the images; 0 is a value, empty is none.",
        ),
    )


def add_constant_border(algorithm: QgsProcessingAlgorithm) -> None:
    """``CONSTANT_BORDER``."""
    declare(
        algorithm,
        choice(
            names.CONSTANT_BORDER,
            translate("Evenlight", "Constant borders"),
            ConstantBorder,
            StatisticsSettings.constant_border,
        ),
        translate(
            "Evenlight",
            "What becomes of black, white or otherwise even borders that are not declared as no data. A border has one "
            "value in all bands, begins at a corner and is connected to the edge; the same value inside the picture is "
            "data. auto: in images that declare neither a no data value nor a mask or alpha band, borders are left out "
            "of the statistics and not corrected, if what they leave looks like a whole picture; the log names them, "
            "and images without a corner of one value are not read again. Choose always when a border was missed or "
            "the images declare something else, never when water, a roof or a class in a corner was taken for one. "
            "Results hold no data there where the image declares a value, a mask or an alpha band, else what was "
            "there. In files compressed with loss (JPEG, WEBP) the blurred 16 pixels beside a border belong to it.",
        ),
        advanced=True,
    )


def add_output(algorithm: QgsProcessingAlgorithm, default_name: str) -> None:
    """Folder, name and kind of the resulting images."""
    add_name(algorithm, default_name)
    add_format(algorithm)
    add_load_outputs(algorithm)
    add_creation_options(algorithm)
    add_folder(algorithm)


def add_name(algorithm: QgsProcessingAlgorithm, default_name: str) -> None:
    """``OUTPUT_NAME``."""
    declare(
        algorithm,
        QgsProcessingParameterString(
            names.OUTPUT_NAME, translate("Evenlight", "Name of each result"), defaultValue=default_name
        ),
        translate(
            "Evenlight",
            "The sign $ stands for the name of the image. Change it to tell several runs into one folder apart.",
        ),
    )


def add_format(algorithm: QgsProcessingAlgorithm) -> None:
    """``OUTPUT_FORMAT``, ``OUTPUT_DTYPE`` and ``BUILD_OVERVIEWS``."""
    declare(
        algorithm,
        choice(
            names.OUTPUT_FORMAT, translate("Evenlight", "Format of the results"), OutputFormat, OutputSettings.format
        ),
        translate(
            "Evenlight",
            "geotiff: tiled and compressed. cog: cloud optimised GeoTIFF with overviews, for serving over the web; "
            "takes longer to write. virtual: a recipe that reads the image and corrects it on the way; written at "
            "once, but the image must stay where it is, and only linear and additive corrections fit.",
        ),
    )
    declare(
        algorithm,
        choice(
            names.OUTPUT_DTYPE, translate("Evenlight", "Data type of the results"), OutputType, OutputSettings.dtype
        ),
        translate(
            "Evenlight",
            "same keeps each image's own; images of a narrow type then set the level for wider ones beside them. "
            "Choose a wider type when the run is refused because too much would be clipped, Float32 when fractions "
            "matter; results then take more space.",
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterBoolean(
            names.BUILD_OVERVIEWS,
            translate("Evenlight", "Build overviews"),
            defaultValue=OutputSettings.overviews,
        ),
        translate(
            "Evenlight",
            "Turn it on for large images, which then draw quickly at every scale; files grow by a third. COG always "
            "has them.",
        ),
    )


def add_folder(algorithm: QgsProcessingAlgorithm, output_label: str | None = None) -> None:
    """``OUTPUT_FOLDER``, and the results as output."""
    declare(
        algorithm,
        QgsProcessingParameterFolderDestination(names.OUTPUT_FOLDER, translate("Evenlight", "Folder for the results")),
        translate(
            "Evenlight",
            "Made when it does not exist. Results of an earlier run are replaced after all new ones are whole; the "
            "images themselves are never overwritten.",
        ),
    )
    label = translate("Evenlight", "Balanced images") if output_label is None else output_label
    algorithm.addOutput(QgsProcessingOutputMultipleLayers(names.OUTPUT, label))


def add_load_outputs(algorithm: QgsProcessingAlgorithm) -> None:
    """``LOAD_OUTPUTS``."""
    declare(
        algorithm,
        QgsProcessingParameterBoolean(
            names.LOAD_OUTPUTS, translate("Evenlight", "Add the results to the project"), defaultValue=True
        ),
        translate(
            "Evenlight",
            "All results get one common contrast stretch, so that equal values look equal. Turn it off for "
            "intermediate steps of a model.",
        ),
    )


def add_creation_options(algorithm: QgsProcessingAlgorithm) -> None:
    """``CREATION_OPTIONS``, with the widget of QGIS's own GDAL tools."""
    options = QgsProcessingParameterString(
        names.CREATION_OPTIONS,
        translate("Evenlight", "Creation options"),
        defaultValue=OutputSettings.creation_options,
        optional=True,
    )
    # By name or dotted path: nothing of the GUI is imported where there is none.
    if Qgis.QGIS_VERSION_INT >= QGIS_WITH_OPTIONS_WIDGET:
        widget = {"widget_type": "rasteroptions"}
    else:
        widget = {"class": "processing.algs.gdal.ui.RasterOptionsWidget.RasterOptionsWidgetWrapper"}
    options.setMetadata({"widget_wrapper": widget})
    help_text = translate(
        "Evenlight",
        "GDAL's options for GeoTIFF or COG, of the form COMPRESS=ZSTD|ZSTD_LEVEL=9|PREDICTOR=2. Empty means tiled and "
        "compressed without loss, which suits nearly every use; whoever gives options chooses the compression too.",
    )
    declare(algorithm, options, help_text, advanced=True)


def add_quality_outputs(algorithm: QgsProcessingAlgorithm, with_rejected: bool = False) -> None:
    """The measured numbers; overlaps are rejected by the global step only."""
    labels = [
        (names.RMSE_BEFORE, translate("Evenlight", "Overlap RMSE before")),
        (names.RMSE_AFTER, translate("Evenlight", "Overlap RMSE after")),
        (names.CONTRAST_KEPT, translate("Evenlight", "Contrast kept (1 is right)")),
        (names.GROUPS, translate("Evenlight", "Groups of connected images")),
    ]
    if with_rejected:
        labels.append((names.REJECTED, translate("Evenlight", "Rejected overlaps")))
    for name, label in labels:
        algorithm.addOutput(QgsProcessingOutputNumber(name, label))
    add_clipped_output(algorithm)


def add_clipped_output(algorithm: QgsProcessingAlgorithm) -> None:
    """``CLIPPED``."""
    algorithm.addOutput(QgsProcessingOutputNumber(names.CLIPPED, translate("Evenlight", "Share of clipped pixels")))
