"""What every job begins with: checked images in one fixed order, on one canvas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from ..balance.corrections import Correction, GainOffset
from ..balance.plausible import extreme_values
from ..checks import check_overlap, find_images, raise_all
from ..cluster.connection import check_cluster
from ..errors import EmptyMaskError, EvenlightError, NoCommonPixelsError
from ..masks.polygons import CanvasMask, PolygonMask, check_mask
from ..naming import check_files, check_outputs
from ..progress import Progress, Silent, Stage
from ..raster.canvas import Canvas, Grid, footprint, make_canvas
from ..raster.identity import check_unchanged
from ..raster.image import Image, identity
from ..settings import ExecutionSettings, OutputFormat, OutputSettings, StatisticsSettings
from ..statistics.entries import check_cache
from ..statistics.frames import with_frames
from ..statistics.sums import Sums
from ..statistics.sweep import Sweep

Value = TypeVar("Value")


@dataclass(frozen=True)
class Scene:
    """The images of a run, sorted by path so that the order of the inputs changes nothing."""

    images: tuple[Image, ...]
    place: tuple[int, ...]
    """For every input, where it stands in `images`."""
    canvas: Canvas
    mask: CanvasMask | None
    physical: bool
    """Whether scale and offset tags differ, so that images are compared in physical units."""

    def in_input_order(self, values: Sequence[Value]) -> list[Value]:
        """Values of `images` in the order in which the user gave the images."""
        return [values[place] for place in self.place]

    def units(self) -> tuple[np.ndarray, np.ndarray]:
        """Scale and offset of stored values, (N, K) each; ones and zeros where values compare as stored."""
        tags = np.array([image.scales for image in self.images], dtype=np.float64)
        if not self.physical:
            return np.ones(tags.shape[:2]), np.zeros(tags.shape[:2])
        return tags[..., 0], tags[..., 1]

    def on_stored(self, index: int, corrections: Sequence[Correction]) -> list[Correction]:
        """Corrections of common units as corrections of stored values: there and back where tags differ."""
        if not self.physical:
            return list(corrections)
        scale, offset = (values[index] for values in self.units())
        return [GainOffset(scale, offset), *corrections, GainOffset(1.0 / scale, -offset / scale)]


def prepare(
    paths: Sequence[str],
    minimum: int,
    statistics: StatisticsSettings,
    mask: PolygonMask | None = None,
    output: OutputSettings | None = None,
    further: Callable[[Sequence[Image]], list[EvenlightError]] = lambda images: [],
    progress: Progress = Silent(),
    further_inputs: Sequence[str | None] = (),
    execution: ExecutionSettings = ExecutionSettings(),
    further_outputs: Callable[[Sequence[Image]], list[str]] = lambda images: [],
) -> Scene:
    """Check everything that needs no pixels, order the images, and find their frames where asked to.

    ``further`` are checks of one job, ``further_inputs`` names of what it reads beside the images, and
    ``further_outputs`` files that it writes beside their results.
    Raises `Problems` with all that is wrong, a `ClusterError` where the workers cannot do it, and
    with frames `DamagedRasterError` or `Cancelled`.
    """
    images, problems = find_images(paths, minimum, statistics.nodata)
    problems += check_mask(mask, images)
    if images:
        problems += further(images)
        reads = [*paths, *filter(None, (*further_inputs, mask and mask.source))]
        writes = further_outputs(images)
        caches = [] if statistics.cache_folder is None else [statistics.cache_folder]
        if output is None:
            problems += check_files(writes, reads, caches)
        else:
            problems += check_outputs(images, output, reads, writes, caches)
            writes.append(output.folder)
        for folder in caches:
            problems += check_cache(folder, [*reads, *writes])
    raise_all(problems or check_overlap(images, minimum))
    written = output is not None and output.format is not OutputFormat.VIRTUAL
    check_cluster(execution.scheduler, [image.path for image in images], [output.folder] if output and written else [])
    order = sorted(range(len(images)), key=lambda n: identity(images[n].path))
    place = tuple(int(p) for p in np.argsort(order))
    ordered = tuple(images[n] for n in order)
    # the stages of every job begin at 0, so the bar waits there
    ordered = with_frames(ordered, statistics.constant_border, execution, Stage(progress, 0.0, 0.0))
    canvas = make_canvas(ordered)
    canvas_mask = None
    if mask is not None:
        canvas_mask = CanvasMask(mask, statistics.mask_mode, ordered, canvas)
        if not canvas_mask.touches([footprint(image, canvas) for image in ordered]):
            raise EmptyMaskError
    scene = Scene(ordered, place, canvas, canvas_mask, len({image.scales for image in ordered}) > 1)
    if scene.physical:
        progress.warn("The images' scale and offset tags differ; they are compared in the units that the tags give.")
    if len({image.gdal_type for image in ordered}) > 1:
        progress.warn("The images' data types differ; choose an OUTPUT_DTYPE that holds the values of all.")
    return scene


def sweep(
    scene: Scene,
    cells: Grid,
    statistics: StatisticsSettings,
    execution: ExecutionSettings,
    progress: Progress,
    fresh: Collection[int] | None = None,
) -> Sums:
    """Read every pixel once, or what concerns the ``fresh`` images; sums of stored values.

    Raises as `Sweep.run`, `InputChangedError`, or `Problems` with values that cannot be computed with.
    """
    options = scene.mask, statistics.estimate, statistics.cache_folder
    reader = Sweep(scene.images, scene.canvas, cells, execution, *options)
    sums = reader.run(progress, fresh)
    check_unchanged(scene.images)
    raise_all(extreme_values(scene.images, sums.cells))
    return sums


def need_common_pixels(scene: Scene, sums: Sums) -> None:
    """Raise `NoCommonPixelsError` where no pair has any."""
    if not len(sums.pairs.first):
        raise NoCommonPixelsError([image.path for image in scene.images])


def on_stored(sums: Sums, scene: Scene) -> Sums:
    """Sums of common units as sums of stored values."""
    scale, offset = scene.units()
    return sums.adjusted(1.0 / scale, -offset / scale)
