"""Kinds of parameters that name what a run reads or writes: layers, files and folders."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameters,
    QgsProcessingParameterVectorDestination,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import SavedFileError, printable
from ..core.messages import Message
from .reader import ParameterReader
from .rows import Destination, Parameter, shown

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Rasters(Parameter):
    """Images."""

    minimum: int = 0
    """How many are needed."""
    by_name: bool = False
    """Whether a text may be the name of an image of the run, and need be no file."""

    def definition(self) -> QgsProcessingParameterMultipleLayers:
        """A list of layers and files."""
        made = QgsProcessingParameterMultipleLayers(self.name, shown(self.label), QgsProcessing.SourceType.TypeRaster)
        if self.minimum:
            made.setMinimumNumberInputs(self.minimum)
        return made

    def fits(self, reader: ParameterReader) -> bool:
        """QGIS takes fewer names than GDAL, and drops what it cannot load."""
        return True

    def read(self, reader: ParameterReader) -> list[str]:
        """Names that GDAL opens, in the user's order."""
        names = reader.rasters(self.name, self.by_name)
        if names is None or len(names) >= self.minimum or (self.optional and not names):
            return names or []
        if names:
            text = translate("Evenlight", "{}: at least {} rasters are needed, {} given.")
            reader.problems.append(text.format(self.name, self.minimum, len(names)))
        else:
            reader.problems.append(translate("Evenlight", "{} is missing: no raster is given.").format(self.name))
        return names


@dataclass(frozen=True)
class Raster(Parameter):
    """One image."""

    def definition(self) -> QgsProcessingParameterRasterLayer:
        """A list of the project's layers, and files."""
        return QgsProcessingParameterRasterLayer(self.name, shown(self.label))

    def fits(self, reader: ParameterReader) -> bool:
        """QGIS takes fewer names than GDAL."""
        return True

    def read(self, reader: ParameterReader) -> str | None:
        """A name that GDAL opens; None where nothing is given, a problem where something must be."""
        names = reader.rasters(self.name)
        if names is not None and len(names) > 1:
            text = translate("Evenlight", "{}: one raster is needed, not {}.")
            reader.problems.append(text.format(self.name, len(names)))
        elif names is not None and not names and not self.optional:
            reader.problems.append(translate("Evenlight", "{} is missing: no raster is given.").format(self.name))
        return names[0] if names else None


@dataclass(frozen=True)
class Polygons(Parameter):
    """A layer of polygons; `polygons.read_mask` reads it when a run is prepared, because that may take long."""

    def definition(self) -> QgsProcessingParameterFeatureSource:
        """A list of layers, with a box for selected features."""
        return QgsProcessingParameterFeatureSource(
            self.name, shown(self.label), [QgsProcessing.SourceType.TypeVectorPolygon]
        )

    def read(self, reader: ParameterReader) -> bool:
        """Whether there is one."""
        return reader.given(self.name)

    def refusal(self, value: str) -> str:
        """What is wrong with a value that QGIS does not take."""
        return translate("Evenlight", "{}: '{}' is not a polygon layer that QGIS can open.").format(self.name, value)


@dataclass(frozen=True)
class Table(Polygons):
    """A layer of rows, with or without geometries."""

    def definition(self) -> QgsProcessingParameterFeatureSource:
        """A list of layers and tables."""
        return QgsProcessingParameterFeatureSource(
            self.name, shown(self.label), [QgsProcessing.SourceType.TypeVector]
        )

    def refusal(self, value: str) -> str:
        """What is wrong with a value that QGIS does not take."""
        return translate("Evenlight", "{}: '{}' is not a table or layer that QGIS can open.").format(self.name, value)


@dataclass(frozen=True)
class FieldName(Parameter):
    """A field of a layer."""

    parent: str = ""
    """Name of the parameter with the layer."""

    def definition(self) -> QgsProcessingParameterField:
        """A list of the layer's fields."""
        return QgsProcessingParameterField(self.name, shown(self.label), parentLayerParameterName=self.parent)

    def read(self, reader: ParameterReader) -> str:
        """Its name, which says nothing where there is no layer."""
        if reader.given(self.name) and not reader.given(self.parent):
            text = translate("Evenlight", "Not used, because {} is empty: {}. Give both, or none.")
            reader.warnings.append(text.format(self.parent, self.name))
        return reader.text(self.name)


@dataclass(frozen=True)
class InputFile(Parameter):
    """A file that is read."""

    file_filter: str = ""
    """What its dialog shows; marked for translation."""

    def definition(self) -> QgsProcessingParameterFile:
        """A line with a button."""
        return QgsProcessingParameterFile(self.name, shown(self.label), fileFilter=shown(self.file_filter))

    def fits(self, reader: ParameterReader) -> bool:
        """Whether it is there."""
        if not super().fits(reader):
            return False
        file = self.read(reader)
        if file is None or os.path.exists(file):
            return True
        what = Message("it cannot be read ({detail})", detail=os.strerror(errno.ENOENT))
        reader.problems.append(str(SavedFileError(file, "", what)))
        return False

    def read(self, reader: ParameterReader) -> str | None:
        """Its name; None where nothing is given."""
        return reader.text(self.name) or None


@dataclass(frozen=True)
class InputFolder(Parameter):
    """A folder that stays from run to run and is no result; made when it does not exist."""

    def definition(self) -> QgsProcessingParameterFile:
        """A line with a button."""
        return QgsProcessingParameterFile(
            self.name,
            shown(self.label),
            behavior=QgsProcessingParameterFile.Behavior.Folder,
            defaultValue=self.first_value(),
        )

    def read(self, reader: ParameterReader) -> str | None:
        """Its name; None where nothing is given."""
        return reader.text(self.name) or None


@dataclass(frozen=True)
class OutputFolder(Destination):
    """A folder for results."""

    def definition(self) -> QgsProcessingParameterFolderDestination:
        """A line with a button."""
        return QgsProcessingParameterFolderDestination(
            self.name, shown(self.label), createByDefault=self.is_made_unasked()
        )

    def read(self, reader: ParameterReader) -> str | None:
        """Its name."""
        return reader.text(self.name) or None


@dataclass(frozen=True)
class OutputFile(Destination):
    """A new file."""

    file_filter: str = ""
    """What its dialog shows; marked for translation."""

    def definition(self) -> QgsProcessingParameterFileDestination:
        """A line with a button."""
        return QgsProcessingParameterFileDestination(
            self.name, shown(self.label), shown(self.file_filter), createByDefault=self.is_made_unasked()
        )

    def read(self, reader: ParameterReader) -> str | None:
        """Its name."""
        return QgsProcessingParameters.parameterAsFileOutput(*reader.arguments(self.name)) or None


@dataclass(frozen=True)
class OutputRaster(Destination):
    """A new raster."""

    def definition(self) -> QgsProcessingParameterDefinition:
        """A line with a button, and whether the result is added to the project."""
        return QgsProcessingParameterRasterDestination(
            self.name, shown(self.label), createByDefault=self.is_made_unasked()
        )

    def endings(self, reader: ParameterReader) -> Sequence[str]:
        """Endings that the file may have."""
        return reader.algorithm.provider().supportedOutputRasterLayerExtensions()

    def fits(self, reader: ParameterReader) -> bool:
        """Whether QGIS takes the value, and the file may have its ending."""
        if not super().fits(reader):
            return False
        value = reader.parameters.get(self.name)
        if not isinstance(value, (str, os.PathLike)):
            return True
        definition, provider = reader.definition(self.name), reader.algorithm.provider()
        fits, reason = provider.isSupportedOutputValue(value, definition, reader.context)
        if not fits:
            endings = ", ".join(f".{ending}" for ending in self.endings(reader))
            reader.problems.append(f"{self.name}: {reason} ({endings})")
        return fits

    def read(self, reader: ParameterReader) -> str | None:
        """Its name."""
        return QgsProcessingParameters.parameterAsOutputLayer(*reader.arguments(self.name)) or None


@dataclass(frozen=True)
class OutputVector(OutputRaster):
    """A new vector file."""

    geometry: QgsProcessing.SourceType = QgsProcessing.SourceType.TypeVectorPolygon
    """Of its features."""

    def definition(self) -> QgsProcessingParameterDefinition:
        """A line with a button, and whether the result is added to the project."""
        return QgsProcessingParameterVectorDestination(
            self.name, shown(self.label), self.geometry, createByDefault=self.is_made_unasked()
        )

    def endings(self, reader: ParameterReader) -> Sequence[str]:
        """Endings that the file may have."""
        return reader.algorithm.provider().supportedOutputVectorLayerExtensions()

    def fits(self, reader: ParameterReader) -> bool:
        """Whether it can be written, and no layer of it is being edited: its edits would go into the new file."""
        if not super().fits(reader):
            return False
        value = reader.parameters.get(self.name)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        project = reader.context.project()
        if not isinstance(value, (str, os.PathLike)) or project is None:
            return True
        from ..core.raster.image import same_file_key

        file = same_file_key(os.fspath(value))
        for layer in project.mapLayers().values():
            edited = isinstance(layer, QgsVectorLayer) and layer.isEditable()
            if edited and same_file_key(layer.source().split("|")[0]) == file:
                text = translate("Evenlight", "{}: the layer '{}' of this file is being edited: save or discard first.")
                reader.problems.append(text.format(self.name, printable(layer.name())))
                return False
        return True
