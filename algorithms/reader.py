"""Reads the parameters of one run as plain data and collects what is wrong with them.

QGIS's own checks are not made for models and background tasks, and where they are made they
say no more than "Incorrect parameter value".  So the same reading serves the check before a
run and the start of the run itself.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Callable
from typing import TypeVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameters,
    QgsProperty,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import EvenlightError, SavedFileError, printable
from ..core.raster.image import inspect
from ..core.settings import CanvasExtent, Choice
from .inputs import raster_names

translate = QCoreApplication.translate
Word = TypeVar("Word", bound=Choice)

LAYER_DESTINATIONS = ("rasterDestination", "vectorDestination")
"""Types of parameters that name a new file with a layer."""

UNLIMITED = 1e300
"""Processing writes "no limit" as the largest double."""


class ParameterReader:
    """One run's parameters; problems are collected, so that all are told at once."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext):
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self.problems: list[str] = []
        self.warnings: list[str] = []

    def check_values(self) -> None:
        """What QGIS would check, but with a sentence each."""
        for definition in self._algorithm.parameterDefinitions():
            if definition.type() in ("multilayer", "raster", "enum"):
                # Rasters and words are read and checked by the methods above.
                continue
            value = self._parameters.get(definition.name())
            if not definition.checkValueIsAcceptable(value, self._context):
                self.problems.append(_sentence(definition, value))
            elif definition.type() == "file" and definition.behavior() == definition.Behavior.File:
                self._check_file(self.file(definition.name()))
            elif definition.type() in LAYER_DESTINATIONS and isinstance(value, (str, os.PathLike)):
                fits, reason = self._algorithm.provider().isSupportedOutputValue(value, definition, self._context)
                if not fits:
                    self.problems.append(f"{definition.name()}: {reason} ({self._endings(definition)})")

    def _check_file(self, file: str | None) -> None:
        if file is not None and not os.path.exists(file):
            self.problems.append(str(SavedFileError(file, "", f"it cannot be read ({os.strerror(errno.ENOENT)})")))

    def _endings(self, definition: QgsProcessingParameterDefinition) -> str:
        """Endings that a new file may have."""
        provider = self._algorithm.provider()
        if definition.type() == "vectorDestination":
            endings = provider.supportedOutputVectorLayerExtensions()
        else:
            endings = provider.supportedOutputRasterLayerExtensions()
        return ", ".join(f".{ending}" for ending in endings)

    def given(self, name: str) -> bool:
        """Whether the user set this parameter; 0 is a value, nothing is none."""
        value = self._parameters.get(name)
        if value is None or (hasattr(value, "isNull") and not isinstance(value, QgsRectangle) and value.isNull()):
            return False
        return not isinstance(value, (str, list, tuple)) or len(value) > 0

    def word(self, name: str, choices: type[Word]) -> Word:
        """A member of an enum; an unknown word is a problem and never becomes the default."""
        if not self.given(name):
            return choices(self._definition(name).defaultValue())
        value, offered = self._value(name), self._definition(name).options()
        if value in offered:
            return choices(value)
        # qgis_process's own help lists the choices by number, and models hand on floating ones; a switch is none
        number = float(value) if _is_number(str(value)) else -1.0
        if number in range(len(offered)):
            return choices(offered[int(number)])
        if value not in choices.words():
            # what the parameter was called by earlier versions
            with contextlib.suppress(ValueError):
                return choices(value)
        self.problems.append(
            translate("Evenlight", "{}: '{}' is not one of the choices {}.").format(
                name, printable(str(value)), ", ".join(offered)
            )
        )
        return choices(offered[0])

    def number(self, name: str) -> float:
        """A number, or the parameter's default."""
        self._refuse_unlike(name, _is_number, translate("Evenlight", "a number"))
        return QgsProcessingParameters.parameterAsDouble(*self._arguments(name))

    def optional_number(self, name: str) -> float | None:
        """A number, or None where nothing is given."""
        return self.number(name) if self.given(name) else None

    def integer(self, name: str) -> int:
        """A whole number, or the parameter's default."""
        value = self._value(name)
        if _is_number(str(value)) and float(value) % 1:
            text = translate("Evenlight", "{} must be a whole number, not '{}'.")
            self.problems.append(text.format(name, printable(str(value))))
        return QgsProcessingParameters.parameterAsInt(*self._arguments(name))

    def optional_integer(self, name: str) -> int | None:
        """A whole number, or None where nothing is given."""
        return self.integer(name) if self.given(name) else None

    def switch(self, name: str) -> bool:
        """Yes or no."""
        self._refuse_unlike(name, _is_switch, translate("Evenlight", "true or false"))
        return QgsProcessingParameters.parameterAsBool(*self._arguments(name))

    def text(self, name: str) -> str:
        """Text, without blanks around it."""
        return QgsProcessingParameters.parameterAsString(*self._arguments(name)).strip()

    def file(self, name: str) -> str | None:
        """A file or folder, or None where nothing is given."""
        return self.text(name) or None

    def rasters(self, name: str) -> list[str]:
        """Names that GDAL opens, in the user's order."""
        names, problems, warnings = raster_names(self._parameters.get(name), self._context)
        self.problems.extend(f"{name}: {problem}" for problem in problems)
        # what fails in a run QGIS writes three times, what fails in its check once
        missing = (inspect(found, placed=False) for found in names if _is_missing(found))
        self.problems.extend(str(problem) for problem in missing if isinstance(problem, EvenlightError))
        self.warnings.extend(warnings)
        definition = self._definition(name)
        if isinstance(definition, QgsProcessingParameterMultipleLayers) and not problems:
            self._check_count(definition, len(names))
        return names

    def raster(self, name: str) -> str | None:
        """One name that GDAL opens, or None where nothing is given; a problem where something must be."""
        before = len(self.problems)
        names = self.rasters(name)
        optional = self._definition(name).flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        if len(names) > 1:
            self.problems.append(translate("Evenlight", "{}: one raster is needed, not {}.").format(name, len(names)))
        elif not names and not optional and len(self.problems) == before:
            self.problems.append(translate("Evenlight", "{} is missing: no raster is given.").format(name))
        return names[0] if names else None

    def extent(self, name: str) -> CanvasExtent | None:
        """A rectangle with its coordinate system, or None where nothing is given."""
        if not self.given(name):
            return None
        rectangle = QgsProcessingParameters.parameterAsExtent(*self._arguments(name))
        if rectangle.isNull():
            self.problems.append(
                translate("Evenlight", "{}: '{}' is not an extent (xmin,xmax,ymin,ymax [EPSG:code]).").format(
                    name, printable(str(self._parameters[name]))
                )
            )
            return None
        # For a rectangle without a system QGIS would answer with the project's.
        value = self._value(name)
        names_system = isinstance(value, (QgsReferencedRectangle, QgsMapLayer)) or "[" in str(value)
        system = ""
        if names_system and not (isinstance(value, QgsRectangle) and not isinstance(value, QgsReferencedRectangle)):
            system = QgsProcessingParameters.parameterAsExtentCrs(*self._arguments(name)).toWkt()
        return CanvasExtent(
            rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum(), system
        )

    def destination(self, name: str) -> str | None:
        """Where to write a file or files; makes up a temporary name when asked to, so read it once."""
        if self._definition(name).type() in LAYER_DESTINATIONS:
            return QgsProcessingParameters.parameterAsOutputLayer(*self._arguments(name)) or None
        if self._definition(name).type() == "fileDestination":
            return QgsProcessingParameters.parameterAsFileOutput(*self._arguments(name)) or None
        return self.text(name) or None

    def _refuse_unlike(self, name: str, fits: Callable[[str], bool], wanted: str) -> None:
        """A text that QGIS would read as nothing, and nothing as the default."""
        value = self._value(name)
        if isinstance(value, str) and value.strip() and not fits(value.strip()):
            text = translate("Evenlight", "{} must be {}, not '{}'.")
            self.problems.append(text.format(name, wanted, printable(value)))

    def _definition(self, name: str) -> QgsProcessingParameterDefinition:
        return self._algorithm.parameterDefinition(name)

    def _arguments(self, name: str) -> tuple:
        return self._definition(name), self._parameters, self._context

    def _value(self, name: str) -> object:
        """The value itself, an expression evaluated."""
        value = self._parameters.get(name)
        if isinstance(value, QgsProperty):
            return value.value(self._context.expressionContext())[0]
        return value

    def _check_count(self, definition: QgsProcessingParameterMultipleLayers, count: int) -> None:
        optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        needed = definition.minimumNumberInputs()
        if count >= needed or (optional and count == 0):
            return
        if count == 0:
            text = translate("Evenlight", "{} is missing: no raster is given.").format(definition.name())
        else:
            text = translate("Evenlight", "{}: at least {} rasters are needed, {} given.").format(
                definition.name(), needed, count
            )
        self.problems.append(text)


def _is_missing(name: str) -> bool:
    """Whether a name can only be that of a file that is not there; what else GDAL opens takes time to look at."""
    return not os.path.exists(name) and not re.match(r"/vsi|<|\w{2,}:", name)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _is_switch(text: str) -> bool:
    return text.lower() in ("true", "false", "yes", "no", "1", "0")


def _sentence(definition: QgsProcessingParameterDefinition, value: object) -> str:
    """What is wrong with a value that the parameter does not accept."""
    if value is None or value == "":
        return translate("Evenlight", "{} is missing: {}.").format(definition.name(), definition.description())
    shown = printable(str(value))
    if isinstance(definition, QgsProcessingParameterNumber):
        low, high = definition.minimum(), definition.maximum()
        if low > -UNLIMITED and high < UNLIMITED:
            wanted = translate("Evenlight", "a number from {:g} to {:g}").format(low, high)
        elif low > -UNLIMITED:
            wanted = translate("Evenlight", "a number of at least {:g}").format(low)
        else:
            wanted = translate("Evenlight", "a number")
        return translate("Evenlight", "{} must be {}, not '{}'.").format(definition.name(), wanted, shown)
    if definition.type() == "source":
        return translate("Evenlight", "{}: '{}' is not a polygon layer that QGIS can open.").format(
            definition.name(), shown
        )
    return translate("Evenlight", "{}: '{}' cannot be used here.").format(definition.name(), shown)
