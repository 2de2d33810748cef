"""From whatever a user gives as raster to a name that GDAL opens.

QGIS's own reading of layer lists leaves out silently what it cannot load, and 3.22 refuses
names inside archives.  Here nothing is dropped: a value becomes one name, or a sentence.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QUrl

from ..core.errors import EvenlightError, printable
from ..gui.showing import RECIPE_FILE

translate = QCoreApplication.translate


class InputProblem(Exception):
    """A value that cannot become a name that GDAL opens; the text is for the user."""


def raster_names(
    value: object, context: QgsProcessingContext, by_name: bool = False
) -> tuple[list[str], list[str], list[str]]:
    """Names for GDAL in the order given, then problems, then warnings.

    `value` may be a layer, its id or name, a file, any name that GDAL opens, a folder of rasters, a pattern of their
    names, or lists of these.  ``by_name``: folders and patterns stay, because they choose among the run's images.
    """
    names: list[str] = []
    problems: list[str] = []
    warnings: list[str] = []
    for item in _flatten(value, context, True):
        try:
            layer = _find_layer(item, context)
            if layer is None:
                names.extend([_file_name(item)] if by_name else _file_names(item))
            else:
                names.append(_placed_name(layer))
                warnings.extend(_unused_settings(layer))
        except InputProblem as problem:
            problems.append(str(problem))
    return names, problems, warnings


def _flatten(value: object, context: QgsProcessingContext, whole: bool = False) -> Iterator[object]:
    """Single values of nested lists; a model hands on lists of lists.

    A text is a list in one line only where it is the ``whole`` value: an item of a list is one image.
    """
    if isinstance(value, QgsProperty):
        value = value.value(context.expressionContext())[0]
    if _is_nothing(value):
        return
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _flatten(item, context)
    elif whole and isinstance(value, str) and ";" in value and not os.path.exists(value):
        # How lists are written into one line, in batch tables for example.
        yield from (part.strip() for part in value.split(";") if part.strip())
    else:
        yield value


def _is_nothing(value: object) -> bool:
    """Whether a value names no raster: nothing, NULL, blanks, or a place without a path."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, QUrl) and value.isEmpty()) or is_null(value)


def is_null(value: object) -> bool:
    """Whether it is a NULL of QGIS."""
    return callable(getattr(value, "isNull", None)) and value.isNull()


def _find_layer(item: object, context: QgsProcessingContext) -> QgsMapLayer | None:
    """The layer meant by `item`; None for a file."""
    if isinstance(item, QgsMapLayer):
        return item
    if not isinstance(item, (str, os.PathLike, QUrl)):
        raise InputProblem(
            translate("Evenlight", "{} is neither a layer nor the name of a raster file.").format(printable(repr(item)))
        )
    # A file of exactly this name is meant before a layer that happens to be called so.
    if isinstance(item, str) and not os.path.exists(item):
        return QgsProcessingUtils.mapLayerFromString(item, context, False)
    return None


def _file_name(item: str | os.PathLike | QUrl) -> str:
    """A name as GDAL wants it; what is no raster is found out when it is opened."""
    if isinstance(item, QUrl):
        return item.toLocalFile()
    name = os.fspath(item)
    if name.startswith("file:"):
        return QUrl(name).toLocalFile()
    return gdal_name(name)


def _file_names(item: str | os.PathLike | QUrl) -> list[str]:
    """The one of a raster, or those of the rasters in a folder or of a pattern, sorted."""
    name = _file_name(item)
    if not os.path.isdir(name) and (os.path.lexists(name) or not glob.has_magic(name)):
        return [name]
    # Imported here: QGIS's start should not wait for scipy.
    from ..core.jobs.public import image_names

    try:
        return image_names(name)
    except EvenlightError as problem:
        raise InputProblem(str(problem)) from problem


def _layer_name(layer: QgsMapLayer) -> str:
    """The name under which GDAL opens the layer's data."""
    if not isinstance(layer, QgsRasterLayer):
        raise InputProblem(
            translate("Evenlight", "Layer '{}' is not a raster; choose raster layers only.").format(
                printable(layer.name())
            )
        )
    if layer.providerType() != "gdal":
        raise InputProblem(
            translate(
                "Evenlight",
                "Layer '{}' comes from the provider '{}', not from a file that GDAL opens; "
                "export it to a GeoTIFF first."
            ).format(printable(layer.name()), layer.providerType())
        )
    recipe_file = layer.customProperty(RECIPE_FILE, "") if layer.source().startswith("<") else ""
    return recipe_file or gdal_name(layer.source())


def _placed_name(layer: QgsMapLayer) -> str:
    """The layer's name for GDAL, with its coordinate system where the user set another than the file's."""
    name, crs = _layer_name(layer), layer.crs()
    from ..core.raster.image import PlacedName

    return PlacedName(name, crs.toWkt()) if crs.isValid() and crs != layer.dataProvider().crs() else name


def gdal_name(source: str) -> str:
    """A layer's source without what only QGIS understands (``|option:``, ``|layername=``)."""
    if "|" not in source or os.path.exists(source):
        return source
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    # Old versions of QGIS leave the table's name in the path.
    path, _, table = (parts.get("path") or "").partition("|layername=")
    table = parts.get("layerName") or table
    name = f"{parts.get('vsiPrefix') or ''}{path}{parts.get('vsiSuffix') or ''}"
    return f"GPKG:{name}:{table}" if table else name


def _unused_settings(layer: QgsRasterLayer) -> Iterator[str]:
    """What the user set on the layer in QGIS and the file does not know."""
    provider = layer.dataProvider()
    bands = range(1, layer.bandCount() + 1)
    options = QgsProviderRegistry.instance().decodeUri("gdal", layer.source()).get("openOptions")
    if options:
        yield translate(
            "Evenlight",
            "Layer '{}' is opened with {} in QGIS. These options are not used: the file is read as it is. Export the "
            "layer to a file where they matter."
        ).format(printable(layer.name()), ", ".join(map(printable, options)))
    if layer.subsetString():
        yield translate(
            "Evenlight",
            "Layer '{}' has a filter in QGIS. It is not used: the whole file is read. Export the layer to a file where "
            "it matters."
        ).format(printable(layer.name()))
    if any(provider.userNoDataValues(band) for band in bands):
        yield translate(
            "Evenlight",
            "Layer '{}' has additional no data values in its QGIS properties. The file does not know them and "
            "they are not used; set the no data value of this tool instead."
        ).format(printable(layer.name()))
    if any(provider.sourceHasNoDataValue(band) and not provider.useSourceNoDataValue(band) for band in bands):
        yield translate(
            "Evenlight",
            "Layer '{}' shows its no data value as data in QGIS. The file still declares it and it counts as no data. "
            "Export the layer without it where it is data."
        ).format(printable(layer.name()))
