"""How well image files agree as they are."""

from __future__ import annotations

from collections.abc import Sequence

from ..checks import check_images
from ..radiometry.metrics import Quality, agreement
from ..radiometry.network import group_count, network_of
from ..raster.canvas import make_canvas
from ..raster.image import Image
from ..run import Run
from ..settings import StatisticsSettings
from ..statistics.blocks import cell_grid
from ..statistics.borders import with_borders
from ..statistics.sums import Sums
from ..statistics.sweep import Sweep


def measure_images(
    paths: Sequence[str],
    statistics: StatisticsSettings = StatisticsSettings(),
    run: Run = Run(),
) -> Quality:
    """The agreement of images in their overlaps; before and after are the same.

    Raises `Problems`, `DamagedRasterError` or `Cancelled`.
    """
    sums = sums_of(paths, statistics, run)
    now = agreement(sums.overlaps())
    twice = (now.rmse, now.rmse, now.normalised_rmse, now.normalised_rmse, now.bias, now.bias)
    return Quality(*twice, 1.0, group_count(network_of(sums)), 0)


def sums_of(
    paths: Sequence[str],
    statistics: StatisticsSettings = StatisticsSettings(),
    run: Run = Run(),
) -> Sums:
    """Sums of image files by cell, images in the order of ``paths``."""
    images: Sequence[Image] = check_images(paths, 2, statistics.nodata)
    images = with_borders(images, statistics.constant_border, run.stage(0.0, 0.0))
    canvas = make_canvas(images)
    return Sweep(images, canvas, cell_grid(canvas, images), None, statistics.estimate).run(run)
