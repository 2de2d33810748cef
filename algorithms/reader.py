"""The values of one run as they were given, and what is wrong with them.

QGIS's own checks are not made for models and background tasks, and where they are made they
say no more than "Incorrect parameter value".  So the same reading serves the check before a
run and the start of the run itself.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameters,
    QgsProperty,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import EvenlightError, printable
from ..core.messages import joined
from .inputs import raster_names

translate = QCoreApplication.translate


OF_QGIS = ("ELLIPSOID", "DISTANCE_UNITS", "AREA_UNITS", "PROJECT_PATH")
"""Settings of a run that QGIS takes beside an algorithm's parameters; small letters in `qgis_process`."""


class ParameterReader:
    """One run's parameters; problems are collected, so that all are reported at once."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext):
        self.algorithm = algorithm
        self.in_dialog = getattr(algorithm, "in_dialog", False)
        """Whether a dialog shows the sentences."""
        self.parameters = parameters
        self.context = context
        self.problems: list[str] = []
        self.warnings: list[str] = []

    def definition(self, name: str) -> QgsProcessingParameterDefinition:
        """What the algorithm declared."""
        return self.algorithm.parameterDefinition(name)

    def arguments(self, name: str) -> tuple[QgsProcessingParameterDefinition, dict, QgsProcessingContext]:
        """What QGIS's own functions want that read a value."""
        return self.definition(name), self.parameters, self.context

    def given(self, name: str) -> bool:
        """Whether the user set this parameter; 0 is a value, nothing is none."""
        value = self.parameters.get(name)
        if value is None or (hasattr(value, "isNull") and not isinstance(value, QgsRectangle) and value.isNull()):
            return False
        return not isinstance(value, (str, list, tuple)) or len(value) > 0

    def value(self, name: str) -> object:
        """The value itself, an expression evaluated."""
        value = self.parameters.get(name)
        if isinstance(value, QgsProperty):
            return value.value(self.context.expressionContext())[0]
        return value

    def text(self, name: str) -> str:
        """Text, without blanks around it."""
        return QgsProcessingParameters.parameterAsString(*self.arguments(name)).strip()

    def rasters(self, name: str, by_name: bool = False) -> list[str] | None:
        """Names that GDAL opens, in the user's order; None where a value is no raster.

        ``by_name``: they may be names of images without a file's.
        """
        from ..core.raster.image import inspect
        from ..core.raster.virtual_sources import is_missing

        found, problems, warnings = raster_names(self.parameters.get(name), self.context, by_name)
        self.problems.extend(joined(": ", [name, problem]) for problem in problems)
        # what fails in a run QGIS writes three times, what fails in its check once
        missing = (inspect(image, placed=False) for image in found if not by_name and is_missing(image))
        self.problems.extend(str(problem) for problem in missing if isinstance(problem, EvenlightError))
        self.warnings.extend(warnings)
        return None if problems else found

    def unknown(self) -> list[str]:
        """A sentence for each name that is none of the algorithm's: QGIS leaves such values out and says nothing."""
        known = [definition.name() for definition in self.algorithm.parameterDefinitions()]
        texts = []
        for name in map(str, self.parameters):
            if name in known or name.upper() in OF_QGIS or name.startswith("_"):
                continue
            near = difflib.get_close_matches(name.upper(), known, 1, 0.5)
            if near:
                text = translate("Evenlight", "{} is no parameter of this tool and is not used: do you mean {}?")
            else:
                text = translate("Evenlight", "{} is no parameter of this tool and is not used. It has {}.")
            texts.append(text.format(printable(name), *(near or [", ".join(known)])))
        return texts

    def refuse_unlike(self, name: str, fits: Callable[[str], bool], wanted: str) -> None:
        """A text that is no value is a problem: QGIS would take another value for it."""
        value = self.value(name)
        if isinstance(value, str) and value.strip() and not fits(value.strip()):
            text = translate("Evenlight", "{} must be {}, not '{}'.")
            self.problems.append(text.format(name, wanted, printable(value)))
