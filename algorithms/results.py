"""Kinds of outputs beside files: numbers, and the list of a run's rasters, for models and scripts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import attrgetter

from qgis.core import QgsProcessingAlgorithm, QgsProcessingOutputMultipleLayers, QgsProcessingOutputNumber

from .rows import Row, shown


@dataclass(frozen=True)
class Result(Row):
    """An output that is taken from what a job gives back."""

    of: str
    """Which attribute of the job's result it is, such as ``quality.rmse_before``."""
    label: str
    """Marked for translation."""

    def value(self, result: object) -> object:
        """What Processing hands on."""
        return attrgetter(self.of)(result)


@dataclass(frozen=True)
class ResultNumber(Result):
    """A number."""

    def declare(self, algorithm: QgsProcessingAlgorithm, folded: bool = False) -> None:
        """Add it to an algorithm; no dialog shows it."""
        algorithm.addOutput(QgsProcessingOutputNumber(self.name, shown(self.label)))

    def value(self, result: object) -> float | None:
        """JSON, in which qgis_process answers, has no word for "not a number"."""
        number = super().value(result)
        return number if number is not None and math.isfinite(number) else None


@dataclass(frozen=True)
class ResultRasters(Result):
    """One raster for each image, in their order."""

    def declare(self, algorithm: QgsProcessingAlgorithm, folded: bool = False) -> None:
        """Add it to an algorithm; no dialog shows it."""
        algorithm.addOutput(QgsProcessingOutputMultipleLayers(self.name, shown(self.label)))

    def value(self, result: object) -> list[str]:
        """Their paths."""
        return list(super().value(result))
