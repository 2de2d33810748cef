"""The one way from a source to a raster on disk, for every tool."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import Cancelled
from ..execution import Signal, run_tasks
from ..progress import Muted
from ..run import Run
from ..settings import OutputFormat, OutputSettings
from ..version import VERSION
from . import creation, writing
from .dataset import numpy_type
from .image import Image
from .nodata import UnequalBandsError, cast, with_nodata
from .source import Pixels, Plan, Source, reading_windows, run_windows
from .transaction import attempt_path, move_part, remove_part, target_path
from .window import Window

VALUES_AT_ONCE = 4_000_000
"""Pixels times bands of a window, about; more of them gain nothing."""


class Written(NamedTuple):
    """What was counted while writing one source."""

    valid: np.ndarray
    clipped: np.ndarray
    """(K,) pixels."""
    changed: int
    """Pixels that the source changed, where it counts them."""


class Share(NamedTuple):
    """What writing one source may use."""

    memory: float
    """Bytes for pixels."""
    threads: int = 1
    window_size: int | None = None


Each = Callable[[Window, Pixels], None]
"""Called with what was written of every window, in file order."""


@dataclass(frozen=True)
class WriteJob:
    """One source to be written."""

    source: Source
    target: str
    """The part that will hold the result."""
    tags: Mapping[str, str] = field(default_factory=dict)
    threads: int = 1
    """That it may use by itself."""
    each: Each | None = None
    """For sources that are written on this machine."""


def tags_of(method: str, **more: str) -> dict[str, str]:
    """What a result says about how it was made."""
    return {"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_METHOD": method, **more}


def write_images(jobs: Sequence[WriteJob], output: OutputSettings, run: Run) -> list[Written]:
    """Write every source as a part of a run's outputs; the caller commits.

    Threads that images leave over compute windows and compress.  Raises `Cancelled`, `DamagedRasterError`,
    `WriteError` or a `ClusterError`.
    """
    work = float(sum(job.source.image.width * job.source.image.height for job in jobs))
    with run.pool(len(jobs)) as pool:
        shared = [replace(job, threads=threads) for job, threads in zip(jobs, pool.helpers(len(jobs)))]
        share = Share(run.memory(pool.together), 1, run.execution.window_size)
        return list(run_tasks(partial(_write_job, output, share), shared, pool, run.progress, work))


def _write_job(output: OutputSettings, share: Share, job: WriteJob, signal: Signal) -> Written:
    own = share._replace(threads=job.threads)
    return write_image(job.source, job.target, output, job.tags, own, signal, job.each)


def write_image(
    source: Source,
    target: str,
    output: OutputSettings,
    tags: Mapping[str, str],
    share: Share,
    signal: Signal,
    each: Each | None = None,
) -> Written:
    """The task of one source: its windows in file order, cast to the result's type, and all that its image says.

    Raises `Cancelled`, `DamagedRasterError` or `WriteError`.
    """
    plan = plan_of(source, share)
    try:
        with open_result(source, target, output, tags, plan.tile, share, lambda: signal.stopped) as result:
            for window, pixels in _windows(source, plan, share, result.cast, signal):
                result.write(window, pixels)
                if each is not None:
                    each(window, pixels)
                signal.add(window.pixels)
        return result.written()
    finally:
        source.close()


def plan_of(source: Source, share: Share) -> Plan:
    """How the windows of a source are cut."""
    if source.plan is not None:
        return source.plan
    most = source.most_pixels(share.memory)
    tile = creation.tile_size(source.image, share.window_size, most)
    return Plan(tile, tile, most=min(most, VALUES_AT_ONCE / len(source.image.bands)))


def _windows(
    source: Source, plan: Plan, share: Share, cast_pixels: Callable[[Pixels], Pixels], signal: Signal
) -> Iterator[tuple[Window, Pixels]]:
    """The windows of a source in file order, with what of them is written."""

    def compute(fetched: object, inner: Signal) -> Pixels:
        return cast_pixels(source.compute(fetched, inner))

    if source.plan is None:
        stop = signal.stop_if_asked
        for window in reading_windows(source.image, plan.step, plan.most, source, share.memory):
            stop()
            yield window, compute(source.fetch(window, stop), signal)
    else:
        windows = list(source.image.grid.window.cut(plan.step))
        yield from run_windows(windows, source.fetch, compute, plan, share.threads, Watched(signal))


class Watched(Muted):
    """Progress of a part of a task, which is cancelled with it."""

    def __init__(self, signal: Signal):
        self.cancelled: Callable[[], bool] = lambda: signal.stopped


class Result:
    """A raster that is written window by window so that exactly its valid pixels are data."""

    def __init__(
        self, dataset: gdal.Dataset, path: str, image: Image, gdal_type: int, marks: writing.Marks,
        tile: tuple[int, int],
    ):  # fmt: skip
        self._dataset = dataset
        self._path = path
        self._image = image
        self._dtype = numpy_type(gdal_type)
        self._marks = marks
        self._tile = tile
        self._valid, self._clipped = np.zeros((2, len(image.bands)), np.int64)
        self._changed = 0

    def cast(self, pixels: Pixels) -> Pixels:
        """Pixels with values of the result's type; on any thread."""
        values, clipped = cast(pixels.values, pixels.valid, self._dtype, self._marks.nodata)
        return pixels._replace(values=values, clipped=clipped)

    def write(self, window: Window, pixels: Pixels) -> None:
        """Write what `cast` gave.

        What is not valid becomes nodata, or stays what it is where a mask or alpha hides it.  Raises `WriteError`,
        or `UnequalBandsError` where one mask cannot tell.
        """
        dataset, path, valid = self._dataset, self._path, pixels.valid
        seen = valid.any(axis=0)
        for number, band, shown in zip(self._image.bands, pixels.values, valid):
            writing.write_window(dataset, path, number, self._marked(band, shown, seen), *window.corner)
        if pixels.alpha is not None:
            opacity = np.where(seen, _rescaled(pixels.alpha, self._dtype), self._dtype.type(0))
            writing.write_window(dataset, path, self._image.alpha, opacity, *window.corner)
        if self._marks.mask:
            if self._marks.lossy and not (valid == seen).all():
                raise UnequalBandsError(target_path(path))
            writing.write_mask(dataset, path, np.where(seen, np.uint8(255), np.uint8(0)), *window.corner)
        self._valid += [np.count_nonzero(band) for band in valid]
        self._clipped += pixels.clipped
        self._changed += pixels.changed
        if self._ends_tiles(window):
            writing.flush_blocks(dataset, path)

    def _marked(self, band: np.ndarray, shown: np.ndarray, seen: np.ndarray) -> np.ndarray:
        """Values of a band with what tells that they are not ``shown``; ``seen``: where any band is."""
        if self._marks.lossy:
            return np.where(shown, band, band.dtype.type(0))
        if self._marks.nodata is None and band.dtype.kind == "f":
            # neither mask nor alpha hides one band alone
            return with_nodata(band, shown | ~seen, math.nan)
        return with_nodata(band, shown, self._marks.nodata)

    def _ends_tiles(self, window: Window) -> bool:
        """Whether what waits to be compressed is whole tiles, all of which are then written once."""
        across, down = self._tile
        at_end = window.right == self._image.width
        ends = at_end or window.right % across == 0
        ends &= window.bottom == self._image.height or window.bottom % down == 0
        return ends and (at_end or window.row % down == 0)

    def written(self) -> Written:
        """What was counted."""
        return Written(self._valid, self._clipped, self._changed)


def _rescaled(alpha: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """Alpha in another integer type keeps its opacity, not its number; what shows through does so still."""
    if alpha.dtype == dtype or dtype.kind == "f":
        return alpha.astype(dtype)
    share = 1.0 if alpha.dtype.kind == "f" else np.iinfo(dtype).max / np.iinfo(alpha.dtype).max
    return np.maximum(np.rint(alpha * share), alpha > 0).astype(dtype)


@contextlib.contextmanager
def open_result(
    source: Source,
    target: str,
    output: OutputSettings,
    tags: Mapping[str, str],
    tile: tuple[int, int],
    share: Share,
    stopped: Callable[[], bool],
) -> Iterator[Result]:
    """A raster for the pixels of a source, with all that its image says; whole at the end or not there.

    It is written under a name of this attempt's own, then renamed: a task may begin again elsewhere while the first
    attempt, on a worker that lost its connection, still writes.  Raises `WriteError` or `Cancelled`.
    """
    attempt = attempt_path(target)
    cog = output.format is OutputFormat.COG
    path = f"{attempt}.plain.tif" if cog else attempt
    image = source.image
    gdal_type = writing.output_type(image, output.dtype)
    marks = creation.result_marks(image, gdal_type, output)
    options = creation.geotiff_options(image, output, tile, share.threads)
    try:
        with writing.create_for(path, source, gdal_type, marks, options, tags) as dataset:
            yield Result(dataset, path, image, gdal_type, marks, tile)
        if cog:
            cog_options = creation.cog_options(output, share.window_size, share.threads)
            writing.convert_to_cog(path, attempt, cog_options, lambda: not stopped())
        elif output.overviews:
            writing.build_overviews(attempt, lambda: not stopped())
        if stopped():
            raise Cancelled
        move_part(attempt, target)
    finally:
        for file in {path, attempt}:
            remove_part(file)
