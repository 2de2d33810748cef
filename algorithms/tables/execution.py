"""How the work is done; pixel values do not depend on it, except for the precision."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.settings import ExecutionSettings
from ..kinds import Boolean, Integer, OneOf, String

# fmt: off
SMALLEST_WINDOW = 16
"""Tiles of a GeoTIFF are multiples of 16 pixels."""
SMALLEST_BUDGET = 32
"""Megabytes; below that not even one tile of a common image fits."""

CALCULATION_DTYPE = OneOf(
    "CALCULATION_DTYPE", ExecutionSettings, "calculation",
    label=QT_TRANSLATE_NOOP("Evenlight", "Precision of the calculation"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Single precision is exact for images of 8 and 16 bits. Choose double precision for floating point data with "
        "more than six significant digits."),
)
WINDOW_SIZE = Integer(
    "WINDOW_SIZE", ExecutionSettings, limits=(SMALLEST_WINDOW, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Tile size of the results (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty keeps the tiling of each image. Set 256 or 512 for images that are stored in strips; rounded to a "
        "multiple of 16."),
)
MEMORY_BUDGET = Integer(
    "MEMORY_BUDGET", ExecutionSettings, limits=(SMALLEST_BUDGET, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Memory budget (MB)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Memory for pixels, beside what QGIS needs itself. Raise it on a machine with much memory and many cores, "
        "lower it when other programs need the memory."),
)
THREADS = Integer(
    "THREADS", ExecutionSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Threads"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "0 uses all cores. Set fewer to keep the machine free for other work; results are the same."),
)
SCHEDULER = String(
    "SCHEDULER", ExecutionSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Dask scheduler"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask "
        "cluster for thousands of images; its workers need the images and the folder for the results under the same "
        "paths, and as many threads as they were started with are used. Results are the same."),
)

VERBOSE = Boolean(
    "VERBOSE", ExecutionSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Tell all details"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Adds tables to the log: for each image whether its statistics were computed, kept from an earlier run or "
        "loaded from a file, and for each overlap and band means, standard deviations, weights and residuals. Turn it "
        "on to see why an image got its correction."),
)

SCHEDULER_OF_MOSAIC = replace(
    SCHEDULER,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Empty works on this machine. Set the address (tcp://host:8786) or the scheduler file of a running Dask "
        "cluster: its workers read the images to look for seams, and write the mosaic, tiles at once; the seams "
        "themselves are found on this machine. Workers need the images and the folders for the results under the same "
        "paths. Results are the same."),
)
RESOURCES = (MEMORY_BUDGET, THREADS)
"""Of this machine."""
EXECUTION = (CALCULATION_DTYPE, WINDOW_SIZE, *RESOURCES, SCHEDULER)
