"""Polygons of layers as plain data for the core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameters,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import EvenlightError, printable, some
from ..core.settings import SelectionMode
from .language import worded
from .reader import ParameterReader

if TYPE_CHECKING:
    from ..core.masks.polygons import PolygonMask
    from ..core.masks.settings import FieldMatch

translate = QCoreApplication.translate


def read_mask(reader: ParameterReader, mode: SelectionMode, match: FieldMatch | None = None) -> PolygonMask | None:
    """The polygons of MASK; ``mode``: what they are for, ``match``: how they find their images."""
    mask = read_polygons(reader, "MASK", mode, reader.text("MASK_FIELD") if reader.given("MASK_FIELD") else "")
    return mask if mask is None or match is None else mask._replace(match=match)


def read_seam_polygons(reader: ParameterReader) -> PolygonMask | None:
    """The polygons of SEAMLINES with what LOCKED_FIELD says of them."""
    from ..core.mosaicking.settings import IMAGE_FIELD

    locked = reader.text("LOCKED_FIELD") if reader.given("LOCKED_FIELD") else ""
    return read_polygons(reader, "SEAMLINES", SelectionMode.INCLUDE, IMAGE_FIELD, locked)


def read_polygons(
    reader: ParameterReader, parameter: str, mode: SelectionMode, name_field: str = "", lock_field: str = ""
) -> PolygonMask | None:
    """The polygons of a ``parameter``, only the selected ones where the user asked for that.

    ``mode``: what they are for; a layer without polygons excludes nothing, and is refused where it should include.
    ``name_field``: holds the name of each one's image; ``lock_field``: numbers, see `MaskPolygon`.
    """
    # Imported here: QGIS's start should not wait for numpy and GDAL's bindings.
    from ..core.masks.polygons import MaskPolygon, PolygonMask, number_of

    if not reader.given(parameter):
        return None
    source = QgsProcessingParameters.parameterAsSource(*reader.arguments(parameter))
    if source is None:
        # The reader has already reported that this is no polygon layer.
        return None
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        reader.problems.append(
            translate("Evenlight", "{}: '{}' has no polygons.").format(parameter, printable(source.sourceName()))
        )
        return None
    column = column_of(source, reader, "MASK_FIELD" if parameter == "MASK" else parameter, name_field)
    lock_column = column_of(source, reader, "LOCKED_FIELD", lock_field)
    polygons = []
    nameless = 0
    request = QgsFeatureRequest()
    # Without the flag QGIS stops at the first polygon that is not simple; drawing them needs no such rule.
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        if not feature.hasGeometry():
            continue
        name = None
        if column is not None:
            name = text_of(feature.attributes()[column])
            if name is None:
                nameless += 1
                continue
        try:
            lock = None if lock_column is None else number_of(text_of(feature.attributes()[lock_column]))
        except EvenlightError as problem:
            reader.problems.append(str(problem))
            return None
        polygons.append(MaskPolygon(_wkb(feature.geometry()), name, feature.id(), lock))
    if nameless:
        reader.warnings.append(
            translate(
                "Evenlight",
                "Left out, because they name no image in '{}': {} polygons of {}. Write the images' names there."
            ).format(name_field, nameless, parameter)
        )
    if not polygons and _excludes_nothing(source, reader, mode, parameter):
        text = translate("Evenlight", "'{}' holds no polygon, so nothing is excluded: leave it empty.")
        reader.warnings.append(text.format(printable(source.sourceName())))
        return None
    if not polygons:
        text = translate("Evenlight", "{}: '{}' holds no polygon to use.")
        reader.problems.append(text.format(parameter, printable(source.sourceName())))
    return PolygonMask(tuple(polygons), source.sourceCrs().toWkt(), layer_source(reader, parameter))


def layer_source(reader: ParameterReader, parameter: str) -> str:
    """Where a layer that is read comes from: no result may take its place."""
    given = reader.parameters[parameter]
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source
    definition = reader.definition(parameter)
    layer = QgsProcessingParameters.parameterAsVectorLayer(definition, {parameter: given}, reader.context)
    return "" if layer is None else layer.source()


def _excludes_nothing(
    source: QgsProcessingFeatureSource, reader: ParameterReader, mode: SelectionMode, parameter: str
) -> bool:
    """Whether a whole layer is empty and its polygons were to be excluded: masks of clear days are like that."""
    given = reader.parameters[parameter]
    selected = isinstance(given, QgsProcessingFeatureSourceDefinition) and given.selectedFeaturesOnly
    return mode is SelectionMode.EXCLUDE and not selected and source.featureCount() == 0


def column_of(source: QgsProcessingFeatureSource, reader: ParameterReader, parameter: str, field: str) -> int | None:
    """Index of a field; None where none is given."""
    if not field:
        return None
    column = source.fields().lookupField(field)
    if column < 0:
        reader.problems.append(
            translate("Evenlight", "{}: the layer has no field '{}'; it has {}.").format(
                parameter, printable(field), worded(some(source.fields().names(), 20, quote=""))
            )
        )
        return None
    return column


def text_of(value: object) -> str | None:
    """An attribute as text; None for NULL, which comes as None or as a QVariant."""
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return None
    return str(value).strip() or None


def _wkb(geometry: QgsGeometry) -> bytes:
    """Well-known binary with straight edges, which is all that is drawn."""
    shape = geometry.constGet()
    if shape.hasCurvedSegments():
        geometry = QgsGeometry(shape.segmentize())
    return geometry.asWkb().data()
