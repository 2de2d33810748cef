"""Corrections to pixels: read, correct, clip, round once, write beside; one image is one task."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..execution import Signal, run_tasks
from ..raster import creation, writing
from ..raster.dataset import numpy_type
from ..raster.grid import Grid, PixelPositions
from ..raster.image import Image
from ..raster.reading import Handles, ImageReader, reading_windows
from ..raster.transaction import Outputs, attempt_path, move_part, remove_part
from ..run import Run
from ..settings import ExecutionSettings, OutputFormat, OutputSettings
from ..version import VERSION
from .corrections import Correction
from .pixels import Pixels

WINDOW_VALUES = 4_000_000
"""Pixels times bands of a window, about; more of them gain nothing."""

POSITION_BYTES = 64
"""Of a pixel whose place on the canvas is worked out by itself: coordinates there, in blocks, and on the way."""

NOWHERE = (np.empty(0), np.empty(0))
"""Coordinates that no correction asks for."""


@dataclass(frozen=True)
class Job:
    """One image to be corrected."""

    image: Image
    corrections: Sequence[Correction]
    """Applied one after the other, in memory; none: the image is passed on as it is."""
    target: str
    """The file that will hold the result."""
    method: str
    """What stands in the result's tags."""
    compressors: int = 1
    """Threads that compress."""


@dataclass(frozen=True)
class Applied:
    """What was counted while writing one image."""

    valid: np.ndarray
    clipped: np.ndarray
    """(K,) pixels."""


def apply_corrections(
    jobs: Sequence[Job],
    canvas: Grid,
    outputs: Outputs,
    output: OutputSettings,
    run: Run,
) -> list[Applied]:
    """Write every job's result as a part of ``outputs``; the caller commits.

    Raises `Cancelled`, `DamagedRasterError`, `WriteError` or a `ClusterError`.
    """
    work = float(sum(job.image.width * job.image.height for job in jobs))
    with run.pool(len(jobs)) as pool:
        helpers = zip(jobs, pool.helpers(len(jobs)))
        parts = [replace(job, target=outputs.part(job.target), compressors=threads) for job, threads in helpers]
        writer = _Writer(canvas, output, run.execution, run.memory(pool.together))
        return list(run_tasks(writer.write, parts, pool, run.progress, work))


class _Writer:
    """Writes one image after the other, each from its own thread."""

    def __init__(self, canvas: Grid, output: OutputSettings, execution: ExecutionSettings, budget: float):
        self._canvas = canvas
        self._output = output
        self._execution = execution
        self._budget = budget
        self._handles = Handles()

    def write(self, job: Job, signal: Signal) -> Applied:
        """The task of one image: written under a name of this attempt's own, then renamed.

        A task may begin again elsewhere while the first attempt, on a worker that lost its
        connection, still writes.
        """
        attempt = attempt_path(job.target)
        try:
            applied = self._write_raster(job, attempt, signal)
            signal.stop_if_asked()
            move_part(attempt, job.target)
        finally:
            remove_part(attempt)
        return applied

    def _write_raster(self, job: Job, path: str, signal: Signal) -> Applied:
        if self._output.format is not OutputFormat.COG:
            applied = self._write_geotiff(job, path, signal)
            if self._output.overviews:
                writing.build_overviews(path, lambda: not signal.stopped)
            return applied
        plain = f"{path}.plain.tif"
        try:
            applied = self._write_geotiff(job, plain, signal)
            options = creation.cog_options(self._output, self._execution.window_size, job.compressors)
            writing.convert_to_cog(plain, path, options, lambda: not signal.stopped)
        finally:
            remove_part(plain)
        return applied

    def _write_geotiff(self, job: Job, path: str, signal: Signal) -> Applied:
        image = job.image
        # an image that nothing changes need not have a place on the canvas
        positions = PixelPositions(image.grid, self._canvas, image.path) if job.corrections else None
        most_pixels = self._most_pixels(image, positions is None or positions.parallel)
        fewer_pixels = min(most_pixels, WINDOW_VALUES / len(image.bands))
        tile = creation.tile_size(image, self._execution.window_size, most_pixels)
        gdal_type = writing.output_type(image, self._output.dtype)
        marks = creation.result_marks(image, gdal_type, self._output)
        options = creation.geotiff_options(image, self._output, tile, job.compressors)
        reader = ImageReader(image, self._handles)
        pixels = Pixels(image, gdal_type, marks.nodata, self._execution.calculation)
        with writing.create_like(path, image, gdal_type, marks, options, provenance(job)) as result:
            for window in reading_windows(image, tile, fewer_pixels, self._handles, self._budget):
                signal.stop_if_asked()
                values, valid = reader.read(window)
                place = positions.of(window) if positions is not None else NOWHERE
                corrected = pixels.correct(values, valid, job.corrections, *place)
                result.write(window, corrected, valid, reader.alpha(window))
                result.flush()
                signal.add(window.pixels)
        return Applied(pixels.valid, pixels.clipped)

    def _most_pixels(self, image: Image, parallel: bool) -> float:
        """Of a window: read, valid and corrected values are held together, beside the blocks of both files."""
        written = numpy_type(writing.output_type(image, self._output.dtype)).itemsize
        bytes_per_value = 2 * (image.dtype.itemsize + written) + 1
        return self._budget / (bytes_per_value * len(image.bands) + (0 if parallel else POSITION_BYTES))


def clipped_unchanged(image: Image, output: OutputSettings, run: Run) -> Applied:
    """What the output's type cannot hold of an image that nothing changes; in its own type nothing is counted.

    Raises `DamagedRasterError` or `Cancelled`.
    """
    gdal_type = writing.output_type(image, output.dtype)
    pixels = Pixels(image, gdal_type, writing.output_nodata(image, gdal_type), run.execution.calculation)
    if gdal_type != image.gdal_type:
        handles, most_pixels = Handles(), WINDOW_VALUES / len(image.bands)
        reader, tile = ImageReader(image, handles), creation.tile_size(image, run.execution.window_size, most_pixels)
        for window in reading_windows(image, tile, most_pixels, handles, run.memory()):
            run.stop_if_cancelled()
            pixels.correct(*reader.read(window), (), *NOWHERE)
    return Applied(pixels.valid, pixels.clipped)


def clipped_share(applied: Sequence[Applied]) -> float:
    """Clipped values of all images and bands over all valid ones."""
    valid = sum(int(a.valid.sum()) for a in applied)
    return sum(int(a.clipped.sum()) for a in applied) / valid if valid else 0.0


def provenance(job: Job) -> dict[str, str]:
    """What a result's tags tell about how it was made."""
    return {
        "EVENLIGHT_VERSION": VERSION,
        "EVENLIGHT_METHOD": job.method,
        "EVENLIGHT_CORRECTION": json.dumps([correction.to_json() for correction in job.corrections]),
    }
