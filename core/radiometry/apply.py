"""Corrections to pixels: a source of corrected ones, and their way to disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..execution import Signal
from ..progress import Stop
from ..raster.creation import tile_size
from ..raster.dataset import numpy_type
from ..raster.grid import Grid, PixelPositions
from ..raster.image import Image
from ..raster.nodata import CAST_VALUES, cast, needs_double
from ..raster.source import FileSource, Pixels, Source, Wrapper, reading_windows
from ..raster.transaction import Outputs
from ..raster.window import Window
from ..raster.write import VALUES_AT_ONCE, WriteJob, Written, tags_of, write_images
from ..raster.writing import output_nodata, output_type
from ..run import Run
from ..settings import CalculationType, OutputSettings
from .corrections import Correction
from .corrections import corrected as chained

POSITION_BYTES = 64
"""Of a pixel whose place on the canvas is worked out by itself: coordinates there, in blocks, and on the way."""


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


class Corrected(Wrapper):
    """A source through corrections of stored values; values are floating, and those without a result stay."""

    def __init__(self, source: Source, corrections: Sequence[Correction], canvas: Grid, dtype: np.dtype):
        """``canvas``: the grid of the corrections; ``dtype`` that they are computed in."""
        super().__init__(source)
        self._corrections = corrections
        self._canvas = canvas
        self.dtype = dtype
        """Of the values."""

    def most_pixels(self, memory: float) -> float:
        """Of values as they are read, validity, and values while they are corrected and cast."""
        bytes_per_value = self.image.dtype.itemsize + 1 + 2 * self.dtype.itemsize
        beside = 0 if self._places().parallel else POSITION_BYTES
        return memory / (bytes_per_value * len(self.image.bands) + beside)

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        return self._changed(window, self._source.read(window))

    def fetch(self, window: Window, stop: Stop) -> tuple[Window, Pixels]:
        """See `Source`."""
        return window, self._source.read(window)

    def compute(self, fetched: tuple[Window, Pixels], signal: Signal) -> Pixels:
        """See `Source`."""
        return self._changed(*fetched)

    def change_means(self, means: np.ndarray, cells: Grid) -> None:
        """See `Source`.

        Gains and offsets commute with means; light and block maps, which change slowly, are those of a cell's middle.
        """
        super().change_means(means, cells)
        places, bands = PixelPositions(cells, self._canvas, self.image.path), len(means) // 2
        for window in cells.window.cut((cells.width, max(1, CAST_VALUES // (bands * cells.width)))):
            place, part = places.of(window), means[(slice(None), *window.slices)]
            level, apart = part[:bands].astype(np.float64), part[bands:]
            with np.errstate(all="ignore"):
                found, beside = (chained(self._corrections, values, *place) for values in (level, level + apart))
            found = np.concatenate([found, np.abs(beside - found)])
            np.copyto(part, found, where=np.isfinite(found), casting="unsafe")

    def _changed(self, window: Window, pixels: Pixels) -> Pixels:
        """A few rows at a time, which stay in the processor's cache."""
        bands, height, width = pixels.valid.shape
        place = self._places().of(window)
        corrections = [correction.over(*place, self.dtype) for correction in self._corrections]
        result = np.empty(pixels.valid.shape, self.dtype)
        step = max(1, CAST_VALUES // (bands * width))
        with np.errstate(all="ignore"):
            for top in range(0, height, step):
                rows = slice(top, top + step)
                values, valid = pixels.values[:, rows], pixels.valid[:, rows]
                working = values.astype(self.dtype)
                for correct in corrections:
                    working = correct(working, rows)
                # a sum is finite only where all are
                if not (valid.all() and np.isfinite(working.sum())):
                    stays = ~np.isfinite(working)
                    stays |= ~valid
                    np.copyto(working, values, where=stays, casting="unsafe")
                result[:, rows] = working
        return pixels._replace(values=result)

    def _places(self) -> PixelPositions:
        """Of one thread: several may compute at once."""
        return PixelPositions(self.image.grid, self._canvas, self.image.path)


def corrected(
    source: Source, corrections: Sequence[Correction], canvas: Grid, gdal_type: int, calculation: CalculationType
) -> Source:
    """An image's pixels for a result of a type.  One that nothing changes need not have a place on the canvas."""
    if not corrections:
        return source
    wide = calculation is CalculationType.FLOAT64 or any(map(needs_double, (source.image.dtype, numpy_type(gdal_type))))
    return Corrected(source, corrections, canvas, np.dtype(np.float64 if wide else np.float32))


def apply_corrections(
    jobs: Sequence[Job], canvas: Grid, outputs: Outputs, output: OutputSettings, run: Run
) -> list[Written]:
    """Write every job's result as a part of ``outputs``; the caller commits.  Raises as `write_images`."""
    calculation = run.execution.calculation
    return write_images(
        [
            WriteJob(
                corrected(
                    FileSource(job.image), job.corrections, canvas, output_type(job.image, output.dtype), calculation
                ),
                outputs.part(job.target),
                provenance(job),
            )
            for job in jobs
        ],
        output,
        run,
    )


def clipped_unchanged(image: Image, output: OutputSettings, run: Run) -> Written:
    """What the output's type cannot hold of an image that nothing changes; in its own type nothing is counted.

    Raises `DamagedRasterError` or `Cancelled`.
    """
    gdal_type = output_type(image, output.dtype)
    counts = np.zeros((2, len(image.bands)), np.int64)
    if gdal_type != image.gdal_type:
        source, most_pixels = FileSource(image), VALUES_AT_ONCE / len(image.bands)
        tile = tile_size(image, run.execution.window_size, most_pixels)
        for window in reading_windows(image, tile, most_pixels, source, run.memory()):
            run.stop_if_cancelled()
            values, valid, *_ = source.read(window)
            _, clipped = cast(values, valid, numpy_type(gdal_type), output_nodata(image, gdal_type))
            counts += [[np.count_nonzero(band) for band in valid], clipped]
    return Written(*counts, 0)


def clipped_share(written: Sequence[Written]) -> float:
    """Clipped values of all images and bands over all valid ones."""
    valid = sum(int(one.valid.sum()) for one in written)
    return sum(int(one.clipped.sum()) for one in written) / valid if valid else 0.0


def provenance(job: Job) -> dict[str, str]:
    """What a result's tags tell about how it was made."""
    corrections = json.dumps([correction.to_json() for correction in job.corrections])
    return tags_of(job.method, EVENLIGHT_CORRECTION=corrections)
