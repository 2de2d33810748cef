"""What every job begins with: checked images in one fixed order, on one canvas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from ..balance.apply import Applied, Job, apply_corrections
from ..balance.corrections import Correction, GainOffset
from ..checks import check_overlap, find_images, raise_all
from ..errors import EmptyMaskError, EvenlightError, NoCommonPixelsError
from ..masks.polygons import CanvasMask, PolygonMask, check_mask
from ..naming import check_folder, check_outputs, output_paths
from ..progress import Progress, stop_if_cancelled
from ..raster.canvas import Canvas, Grid, footprint, make_canvas
from ..raster.image import Image, identity
from ..raster.transaction import Outputs
from ..settings import ExecutionSettings, OutputSettings, StatisticsSettings
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
) -> Scene:
    """Check everything that needs no pixels, and order the images.

    ``further`` are checks of one job.  Raises `Problems` with all that is wrong.
    """
    images, problems = find_images(paths, minimum, statistics.nodata)
    problems += check_mask(mask, images)
    if statistics.cache_folder is not None:
        problems += check_folder(statistics.cache_folder)
    if images:
        problems += further(images)
        if output is not None:
            problems += check_outputs(images, output)
    raise_all(problems or check_overlap(images, minimum))
    order = sorted(range(len(images)), key=lambda n: identity(images[n].path))
    place = tuple(int(p) for p in np.argsort(order))
    ordered = tuple(images[n] for n in order)
    canvas = make_canvas(ordered)
    canvas_mask = None
    if mask is not None:
        canvas_mask = CanvasMask(mask, statistics.mask_mode, ordered, canvas)
        if not canvas_mask.touches([footprint(image, canvas) for image in ordered]):
            raise EmptyMaskError
    return Scene(ordered, place, canvas, canvas_mask, len({image.scales for image in ordered}) > 1)


def sweep(
    scene: Scene,
    cells: Grid,
    statistics: StatisticsSettings,
    execution: ExecutionSettings,
    progress: Progress,
    fresh: Collection[int] | None = None,
) -> Sums:
    """Read every pixel once, or what concerns the ``fresh`` images; sums of stored values."""
    options = scene.mask, statistics.estimate, statistics.cache_folder
    reader = Sweep(scene.images, scene.canvas, cells, execution, *options)
    return reader.run(progress, fresh)


def need_common_pixels(scene: Scene, sums: Sums, progress: Progress) -> None:
    """Raise `NoCommonPixelsError` where no pair has any; warn of images that have none."""
    overlaps = sums.overlaps()
    if not overlaps.count.any():
        raise NoCommonPixelsError([image.path for image in scene.images])
    met = np.zeros(len(scene.images), dtype=bool)
    met[overlaps.first] = True
    met[overlaps.second] = True
    for index in np.flatnonzero(~met):
        progress.warn(f"{scene.images[index].path} shares no valid pixel with another image; it is left as it is.")


def targets(scene: Scene, output: OutputSettings) -> list[str]:
    """The result file of every image, in the scene's order."""
    return output_paths(scene.images, output)


def write_images(
    scene: Scene,
    chains: Sequence[Sequence[Correction]],
    method: str,
    outputs: Outputs,
    output: OutputSettings,
    execution: ExecutionSettings,
    progress: Progress,
) -> list[Applied]:
    """Write every image through its corrections of stored values, as parts of ``outputs``."""
    jobs = [
        Job(image, chain, target, method) for image, chain, target in zip(scene.images, chains, targets(scene, output))
    ]
    applied = apply_corrections(jobs, scene.canvas, outputs, output, execution, progress)
    stop_if_cancelled(progress)
    return applied


def report_clipping(scene: Scene, applied: Sequence[Applied], progress: Progress) -> None:
    """Tell which images lost values at the ends of the output type."""
    for image, counts in zip(scene.images, applied):
        if counts.clipped.any():
            shares = counts.clipped / np.maximum(counts.valid, 1)
            listing = ", ".join(f"band {n}: {share:.2%}" for n, share in enumerate(shares, start=1) if share)
            progress.inform(f"{image.name}: values outside the output type were clipped ({listing}).")
