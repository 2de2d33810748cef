"""Variance, standard deviation or mean in a moving window, as a raster."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ..checks import raise_all
from ..errors import EvenlightError, OptionError
from ..filters.local_variance import (
    Average,
    LocalVariance,
    check_image,
    check_settings,
    margin_of,
    need_of,
    result_type,
    stepped,
)
from ..filters.settings import ALL_BANDS, LocalVarianceSettings
from ..filters.windowed import plan_windows
from ..messages import Message, counted
from ..progress import Progress, Silent
from ..raster.image import Image
from ..raster.source import Pixels, Plan
from ..raster.transaction import Outputs
from ..raster.window import Window
from ..raster.write import WriteJob, tags_of, write_images
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings, OutputType
from ..statistics.sums import STORED
from .closing import conclude_files, pixels_of
from .public import public
from .single_raster import check_results, find_raster


class LocalVarianceResult(NamedTuple):
    """The raster and what was measured on the way."""

    output: str
    average: float
    """Of the statistic, over all pixels of all bands that have one; NaN where none has."""
    by_band: list[float]


@public
def local_variance(
    path: str,
    target: str,
    *,
    settings: LocalVarianceSettings = LocalVarianceSettings(),
    bands: str = ALL_BANDS,
    nodata: float | None = None,
    creation_options: str = "",
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> LocalVarianceResult:
    """Write, for every pixel and band, a statistic of the valid pixels in a window around it.

    The result has the image's grid, or with ``settings.step`` one with larger pixels, is Float32 (Float64 for
    doubles and 32-bit integers), in stored units with the image's scale, and NaN (nodata) where fewer than
    ``settings.min_valid`` of the window are valid.  ``nodata``: replaces all that the file declares.
    No bit of it depends on memory, threads or the size of tiles.
    Raises `Problems`, `DamagedRasterError`, `ValuesTooLargeError`, `WriteError`, `ReplaceError` or `Cancelled`; an
    earlier file is then untouched.
    """
    run = Run(execution, progress)
    image, plan = _checked(path, target, settings, bands, nodata, creation_options, run)
    average = Average(len(image.bands))
    with Outputs([target], [image]) as outputs:
        tags = tags_of(
            "local_variance",
            EVENLIGHT_STATISTIC=f"{'sample ' if settings.sample else ''}{settings.statistic.value}",
            EVENLIGHT_WINDOW=_window_of(settings),
        )
        statistic = LocalVariance(image, settings, plan)

        def note(window: Window, pixels: Pixels) -> None:
            average.add(pixels.beside, window.right == statistic.image.width)

        job = WriteJob(statistic, outputs.part(target), tags, each=note)
        written = write_images([job], _output(image, creation_options), run)
        outputs.commit(progress)
    more = Message("{pixels_of:,} pixels with a value", pixels_of=pixels_of(written))
    conclude_files([target], counted(1, "raster"), progress, more)
    _report(image, settings, average, progress)
    return LocalVarianceResult(target, average.of_all(), average.of_bands())


def _checked(
    path: str, target: str, settings: LocalVarianceSettings, bands: str, nodata: float | None, creation_options: str,
    run: Run,
) -> tuple[Image, Plan]:  # fmt: skip
    """The image with its chosen bands, and how it is cut.  Raises `Problems` with all that is wrong."""
    image, problems = find_raster(path, bands, nodata)
    images = [] if image is None else [image]
    unfit = check_settings(settings)
    for found in images if not unfit else ():
        unfit += check_image(found, settings)
    problems += unfit + run.refuse_cluster("local_variance")
    images = [] if unfit else images
    results = [stepped(found, settings.step) for found in images]
    sizes = [(replace(found, alpha=None), _output(found, creation_options).dtype) for found in results]
    problems += check_results([path], [target], creation_options, sizes)
    plans = [
        plan_windows(found, margin_of(settings), need_of(found, settings), run, result, settings.step)
        for found, result in zip(images, results)
    ]
    if None in plans:
        problems.append(_too_large(settings))
    raise_all(problems)
    return images[0], plans[0]


def _window_of(settings: LocalVarianceSettings) -> str:
    """The window as a tag has it."""
    box = f" x {settings.depth} bands" if settings.depth > 1 else ""
    step = f", step {settings.step}" if settings.step > 1 else ""
    size = f"{settings.width} x {settings.height}{box}"
    return f"{size}, {settings.edge}, min_valid {settings.min_valid:g}{step}"


def _too_large(settings: LocalVarianceSettings) -> EvenlightError:
    size = f"{settings.width} x {settings.height}"
    return OptionError("WIDTH x HEIGHT", size, Message("a smaller window, or raise MEMORY_BUDGET"))


def _output(image: Image, creation_options: str) -> OutputSettings:
    dtype = OutputType.FLOAT64 if result_type(image).itemsize == 8 else OutputType.FLOAT32
    return OutputSettings(dtype=dtype, creation_options=creation_options)


def _why_nothing(settings: LocalVarianceSettings) -> str:
    if settings.sample and settings.width * settings.height * settings.depth == 1:
        return Message("with SAMPLE a window needs two pixels at least; enlarge it")
    return Message("too few valid pixels (lower MIN_VALID)")


def _report(image: Image, settings: LocalVarianceSettings, average: Average, progress: Progress) -> None:
    word = settings.statistic.value.replace("_", " ")
    for number, value in zip(image.bands, average.of_bands()):
        if value == value:
            progress.inform(Message(
                "{name}, band {number}: the average {word} of {stored} is {value:.6g}.",
                name=image.name, number=number, word=word, stored=STORED, value=value,
            ))
        else:
            progress.warn(Message(
                "{name}, band {number}: no window has a value: {why}.",
                name=image.name, number=number, why=_why_nothing(settings),
            ))
    progress.advance(1.0)
