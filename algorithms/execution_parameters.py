"""The parameters of how the work is done, shared by the algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import CalculationType, ExecutionSettings
from . import names
from .parameters import choice, declare, whole

translate = QCoreApplication.translate

SMALLEST_WINDOW = 16
"""Tiles of a GeoTIFF are multiples of 16 pixels."""
SMALLEST_BUDGET = 32
"""Megabytes; below that not even one tile of a common image fits."""


def add_execution(algorithm: QgsProcessingAlgorithm) -> None:
    """How the work is done; pixel values do not depend on it, except for the precision."""
    declare(
        algorithm,
        choice(
            names.CALCULATION_DTYPE,
            translate("Evenlight", "Precision of the calculation"),
            CalculationType,
            ExecutionSettings.calculation,
        ),
        translate(
            "Evenlight",
            "float32 is exact for images of 8 and 16 bits. Choose float64 for floating point data with more than six "
            "significant digits.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        whole(
            names.WINDOW_SIZE,
            translate("Evenlight", "Tile size of the results (pixels)"),
            ExecutionSettings.window_size,
            SMALLEST_WINDOW,
        ),
        translate(
            "Evenlight",
            "Empty keeps the tiling of each image. Set 256 or 512 for images that are stored in strips; rounded "
            "to a multiple of 16.",
        ),
        advanced=True,
    )
    add_resources(algorithm)


def add_resources(algorithm: QgsProcessingAlgorithm) -> None:
    """``MEMORY_BUDGET``, ``THREADS`` and ``SCHEDULER``."""
    add_own_resources(algorithm)
    declare(
        algorithm,
        QgsProcessingParameterString(
            names.SCHEDULER,
            translate("Evenlight", "Dask scheduler"),
            defaultValue=ExecutionSettings.scheduler,
            optional=True,
        ),
        translate(
            "Evenlight",
            "Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask "
            "cluster for thousands of images; its workers need the images and the folder for the results under the "
            "same paths, and as many threads as they were started with are used. Results are the same.",
        ),
        advanced=True,
    )


def add_own_resources(algorithm: QgsProcessingAlgorithm) -> None:
    """``MEMORY_BUDGET`` and ``THREADS``, of this machine."""
    declare(
        algorithm,
        whole(
            names.MEMORY_BUDGET,
            translate("Evenlight", "Memory budget (MB)"),
            ExecutionSettings.memory_budget,
            SMALLEST_BUDGET,
        ),
        translate(
            "Evenlight",
            "Memory for pixels, beside what QGIS needs itself. Raise it on a machine with much memory and many cores, "
            "lower it when other programs need the memory.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        whole(names.THREADS, translate("Evenlight", "Threads"), ExecutionSettings.threads, 0),
        translate(
            "Evenlight",
            "0 uses all cores. Set fewer to keep the machine free for other work; results are the same.",
        ),
        advanced=True,
    )
