"""Spreads the values of images evenly."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ..checks import BandCountError, find_single_images, raise_all
from ..errors import EvenlightError, OptionError
from ..execution import Signal
from ..filters.counting import WholeImage, distributions, find_ranges, table_bytes, window_plan
from ..filters.errors import MixedTypesError
from ..filters.local_equalization import (
    MOST_PIXELS,
    TABLE_BYTES,
    LocalEqualizer,
    LocalTones,
    Tiles,
    choose_levels,
    cut_tiles,
)
from ..filters.settings import EQUALIZED_NAME, MOST_TILES, EqualizeMethod, EqualizeSettings
from ..filters.tones import CurveTones, Toned, Tones, equalizing_curve
from ..filters.windowed import Need, Patch, compute_windows
from ..messages import Message, counted
from ..naming import check_outputs, distinct_names, output_paths
from ..numeric.quantiles import Distribution, Range
from ..progress import Progress, Silent
from ..raster.bands import check_bands, chosen_bands
from ..raster.image import Image
from ..raster.nodata import writable_range
from ..raster.transaction import Outputs
from ..raster.write import WriteJob, tags_of, write_images
from ..raster.writing import output_nodata
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings
from ..statistics.sums import STORED
from .closing import conclude_files
from .public import public
from .results import TonedResult
from .tone_checks import check_tables, tell_far_values

FULL_RANGE = ("uint8", "uint16")
"""Types whose whole range results fill; in others only a part of it means anything."""

Limits = tuple[float, float]
NewBands = tuple[dict[int, Tones], dict[int, Limits], dict[int, Range]]
"""New values, their lowest and highest one, and the range of the old ones, by numbers of the bands that change."""


@public
def histogram_equalize(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: EqualizeSettings = EqualizeSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> TonedResult:
    """Write every image with the values of its chosen bands spread evenly over a range.

    The range is the type's own for unsigned integers of 8 and 16 bits, without a nodata value at its
    ends, and from the lowest to the highest valid value for all others, but for single ones far beyond;
    with `common` that of all images.  A band without two different values stays as it is.

    Raises `Problems`, `DamagedRasterError`, `WriteError`, `ReplaceError` or `Cancelled`.
    """
    output = output.named(EQUALIZED_NAME)
    run = Run(execution, progress)
    images = _checked(paths, output, settings, run)
    chosen = [chosen_bands(image, settings.bands) for image in images]
    run = run.holding(_tables(chosen, settings.method))
    equalizer = _EQUALIZERS[settings.method](chosen, settings)
    begun = 0.0 if settings.method is not EqualizeMethod.COMMON else 0.5
    equalizer.begin(run.stage(0.0, begun))
    targets, names = output_paths(images, output), distinct_names(images)
    with Outputs(targets, images) as outputs:
        for number, (image, some, name, target) in enumerate(zip(images, chosen, names, targets)):
            start, middle, end = (begun + (1.0 - begun) * (number + part) / len(images) for part in (0.0, 0.5, 1.0))
            tones, limits, ranges = equalizer.tones(some, run.stage(start, middle))
            for band in some.bands:
                if band in tones:
                    low, high = limits[band]
                    progress.inform(Message(
                        "{name}, band {band}: equalized to {stored} from {low:.6g} to {high:.6g}.",
                        name=name, band=band, stored=STORED, low=low, high=high,
                    ))
                    if ranges[band].is_cut and some.dtype.name not in FULL_RANGE:
                        consequence = Message("they do not widen the range of the result")
                        tell_far_values(name, band, ranges[band], consequence, progress)
                else:
                    progress.warn(Message(
                        "{name}, band {band}: no two different values, so nothing is changed. Leave it out with "
                        "BANDS where that is meant, else check the nodata value.",
                        name=name, band=band,
                    ))
            job = WriteJob(Toned(image, tones, run), outputs.part(target), tags_of("histogram_equalize"))
            write_images([job], output, run.stage(middle, end))
        outputs.commit(progress)
    run.conclude(Message(
        "Values of {images} were spread evenly ({method}).",
        images=counted(len(images), "image"), method=settings.method,
    ))
    conclude_files(targets, counted(len(targets), "image"), progress)
    return TonedResult(targets, _stretch(images, chosen))


def _checked(paths: Sequence[str], output: OutputSettings, settings: EqualizeSettings, run: Run) -> list[Image]:
    """The images.  Raises `Problems` with all that is wrong."""
    images, problems = find_single_images(paths, placed=False, progress=run.progress)
    misfits = check_bands(settings.bands, images)
    problems += misfits + run.refuse_cluster("histogram_equalize")
    if images:
        problems += check_outputs(images, output, paths)
    if not (settings.clip_limit == 0 or 1 <= settings.clip_limit < math.inf):
        wanted = Message("a number from 1 on, or 0 for no limit")
        problems.append(OptionError("CLIP_LIMIT", settings.clip_limit, wanted))
    if not 1 <= settings.tiles <= MOST_TILES:
        problems.append(OptionError("TILES", settings.tiles, Message(
            "a whole number from 1 to {most_tiles}", most_tiles=MOST_TILES
        )))
    elif settings.method is EqualizeMethod.ADAPTIVE:
        problems += _check_tiles(images, settings.tiles)
    if images and not misfits:
        chosen = [chosen_bands(image, settings.bands) for image in images]
        if settings.method is EqualizeMethod.COMMON:
            problems += _check_alike(chosen)
        problems += check_tables(_tables(chosen, settings.method), run)
    raise_all(problems)
    return images


def _tables(images: Sequence[Image], method: EqualizeMethod) -> int:
    """Bytes that are needed to count the image with the most."""
    if method is EqualizeMethod.ADAPTIVE:
        return max(TABLE_BYTES * len(image.bands) for image in images)
    return max(table_bytes([image.dtype] * len(image.bands)) for image in images)


def _check_tiles(images: Sequence[Image], along: int) -> list[EvenlightError]:
    """Whether the pixels of each tile can be counted."""
    for image in images:
        side = cut_tiles(image.width, image.height, along).side
        if min(side, image.width) * min(side, image.height) > MOST_PIXELS:
            return [OptionError("TILES", along, Message(
                "more: a tile of {path} has more than {most_pixels} pixels", path=image.path, most_pixels=MOST_PIXELS
            ))]
    return []


def _check_alike(images: Sequence[Image]) -> list[EvenlightError]:
    """Whether images can have one table for each band."""
    problems: list[EvenlightError] = []
    counts = {image.path: len(image.bands) for image in images}
    if len(set(counts.values())) > 1:
        problems.append(BandCountError(counts))
    types = {image.path: image.dtype.name for image in images}
    if len(set(types.values())) > 1:
        problems.append(MixedTypesError(types))
    return problems


def _range(images: Sequence[Image], found: Range | None = None) -> Limits:
    """Lowest and highest value of results, for a band with values in this range."""
    dtype = images[0].dtype
    if dtype.name not in FULL_RANGE:
        return found.low, found.high
    limits = [writable_range(dtype, output_nodata(image, image.gdal_type)) for image in images]
    return max(low for low, _ in limits), min(high for _, high in limits)


def _stretch(images: Sequence[Image], chosen: Sequence[Image]) -> list[Limits]:
    """The range of results where it is one for all; elsewhere QGIS finds one for each."""
    dtypes = {image.dtype.name for image in images}
    if len(dtypes) > 1 or not dtypes <= set(FULL_RANGE) or any(a.bands != b.bands for a, b in zip(images, chosen)):
        return []
    return [_range(images)] * min(len(image.bands) for image in images)


class _Global:
    """One curve for each band of each image."""

    def __init__(self, images: Sequence[Image], settings: EqualizeSettings):
        self._images = images
        self._settings = settings

    def begin(self, run: Run) -> None:
        """Nothing that images have in common."""

    def tones(self, image: Image, run: Run) -> NewBands:
        """Those of one image's chosen bands."""
        return _curves(image, [image], distributions([WholeImage(image)], run))


class _Common(_Global):
    """One curve for each band, from all pixels of all images."""

    def begin(self, run: Run) -> None:
        """Count all images."""
        self._found = distributions([WholeImage(image) for image in self._images], run)

    def tones(self, image: Image, run: Run) -> NewBands:
        """See `_Global`."""
        return _curves(image, self._images, self._found)


class _Adaptive(_Global):
    """Tables for the parts of each image."""

    def tones(self, image: Image, run: Run) -> NewBands:
        """See `_Global`."""
        ranges = find_ranges(image, run.stage(0.0, 0.5))
        tiles = cut_tiles(image.width, image.height, self._settings.tiles)
        equalizers = {
            place: LocalEqualizer(tiles, choose_levels(image.dtype, found.low, found.high, tiles))
            for place, found in enumerate(ranges)
            if found is not None and found.low < found.high
        }
        self._count(image, tiles, equalizers, run.stage(0.5, 1.0))
        tones: dict[int, Tones] = {}
        limits: dict[int, Limits] = {}
        for place, equalizer in equalizers.items():
            equalizer.close(self._settings.clip_limit)
            band = image.bands[place]
            limits[band] = _range([image], ranges[place])
            tones[band] = LocalTones(equalizer, *limits[band])
        return tones, limits, {band: ranges[place] for place, band in enumerate(image.bands) if band in limits}

    def _count(self, image: Image, tiles: Tiles, equalizers: Mapping[int, LocalEqualizer], run: Run) -> None:
        def compute(patch: Patch, signal: Signal) -> Patch:
            return patch

        plan = window_plan(image, Need(24.0, 0.0), run)
        for window, patch in compute_windows(image, compute, plan, run):
            for place, equalizer in equalizers.items():
                equalizer.count(patch.values[place], patch.valid[place], window)
        run.progress.advance(1.0)


_EQUALIZERS: dict[EqualizeMethod, type[_Global]] = {
    EqualizeMethod.GLOBAL: _Global,
    EqualizeMethod.ADAPTIVE: _Adaptive,
    EqualizeMethod.COMMON: _Common,
}


def _curves(image: Image, images: Sequence[Image], found: Sequence[Distribution]) -> NewBands:
    """New values of bands that have two different ones, off the nodata values of all ``images``."""
    tones: dict[int, Tones] = {}
    limits: dict[int, Limits] = {}
    ranges: dict[int, Range] = {}
    nodata = {value for one in images if (value := output_nodata(one, one.gdal_type)) is not None}
    for place, one in enumerate(found):
        if one.total and one.low[0] < one.high[-1]:
            band = image.bands[place]
            ranges[band] = one.range()
            limits[band] = _range(images, ranges[band])
            tones[band] = CurveTones(equalizing_curve(one, *limits[band]), image.dtype, nodata)
    return tones, limits, ranges
