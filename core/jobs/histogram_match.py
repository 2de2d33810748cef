"""Gives images the histogram of a reference."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..checks import BandCountError, check_overlap, check_reference_systems, find_single_images, raise_all
from ..errors import EvenlightError, NoCommonPixelsError, path_text
from ..filters.counting import Allowed, SharedGround, Source, WholeImage, distributions, table_bytes
from ..filters.errors import NoValidPixelsError
from ..filters.settings import MATCHED_NAME, HistogramMatchSettings, Region
from ..filters.tones import CurveTones, ToneCurve, Toned, matching_curve
from ..masks.polygons import PolygonMask, Rasterizer, assign_polygons, check_mask, prepared
from ..messages import Message, counted
from ..naming import check_outputs, distinct_names, output_paths
from ..numeric.quantiles import Distribution
from ..progress import Progress, Silent
from ..raster.bands import check_bands, chosen_bands
from ..raster.canvas import make_canvas
from ..raster.grid import Grid
from ..raster.image import Image, same_file_key
from ..raster.nodata import writable_range
from ..raster.transaction import Outputs
from ..raster.window import Window
from ..raster.write import WriteJob, tags_of, write_images
from ..raster.writing import output_nodata
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings, SelectionMode
from ..statistics.sums import STORED
from ..thresholds import MUCH_CLIPPED
from .closing import conclude_files
from .public import public
from .results import TonedResult
from .tone_checks import check_tables


@public
def histogram_match(
    paths: Sequence[str],
    reference: str,
    output: OutputSettings,
    *,
    settings: HistogramMatchSettings = HistogramMatchSettings(),
    mask: PolygonMask | None = None,
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> TonedResult:
    """Write every image with the values of its chosen bands mapped so that their histogram is the reference's.

    The mapping is that of quantiles (see `core.filters.tones`), made from the pixels that
    ``settings.region`` and the mask's polygons leave, and applied to the whole image.  Where scale
    and offset tags differ, physical values are matched.  Raises `Problems`, `NoCommonPixelsError`,
    `NoValidPixelsError`, `DamagedRasterError`, `WriteError`, `ReplaceError` or `Cancelled`.
    """
    output = output.named(MATCHED_NAME)
    run = Run(execution, progress)
    images, model = _checked(paths, reference, output, settings, mask, run)
    run = run.holding(_tables(images, model, settings))
    ground = _Ground(mask, settings.mask_mode, images, model)
    chosen = [chosen_bands(image, settings.bands) for image in images]
    matcher = _Matcher(chosen_bands(model, settings.bands), ground, settings.region)
    begun = 0.0 if settings.region is Region.OVERLAP else 1.0 / (2 * len(images) + 1)
    matcher.begin(run.stage(0.0, begun))
    targets, names = output_paths(images, output), distinct_names(images)
    with Outputs(targets, [*images, model]) as outputs:
        for number, (image, some, name, target) in enumerate(zip(images, chosen, names, targets)):
            start, middle, end = (begun + (1.0 - begun) * (number + part) / len(images) for part in (0.0, 0.5, 1.0))
            curves = matcher.curves(some, name, run.stage(start, middle))
            tones = {band: CurveTones(curve, image.dtype) for band, curve in zip(some.bands, curves)}
            job = WriteJob(Toned(image, tones, run), outputs.part(target), tags_of("histogram_match"))
            write_images([job], output, run.stage(middle, end))
        outputs.commit(progress)
    run.conclude(Message(
        "{images} got the histogram of {reference}.",
        images=counted(len(images), "image"), reference=path_text(reference),
    ))
    conclude_files(targets, counted(len(targets), "image"), progress)
    return TonedResult(targets, matcher.stretch(chosen))


def _checked(
    paths: Sequence[str],
    reference: str,
    output: OutputSettings,
    settings: HistogramMatchSettings,
    mask: PolygonMask | None,
    run: Run,
) -> tuple[list[Image], Image]:
    """The images and the reference.  Raises `Problems` with all that is wrong."""
    images, problems = find_single_images(paths, progress=run.progress)
    models, more = find_single_images([reference])
    problems += [problem for problem in more if str(problem) not in map(str, problems)]
    together = _without_repeats([*images, *models])
    misfits = check_bands(settings.bands, together)
    problems += misfits + run.refuse_cluster("histogram_match")
    if images:
        problems += check_outputs(images, output, [*paths, reference, *filter(None, [mask and mask.source])])
    if models and not misfits:
        model = models[0]
        counts = {image.path: len(chosen_bands(image, settings.bands).bands) for image in together}
        if len(set(counts.values())) > 1:
            problems.append(BandCountError(counts))
        problems += check_tables(_tables(images, model, settings), run)
    if mask is not None and images and models:
        problems += check_mask(mask, together, run.progress)
    if settings.region is Region.OVERLAP and images and models:
        nameless = check_reference_systems(together)
        problems += nameless or _apart(images, models[0])
    raise_all(problems)
    return images, models[0]


def _tables(images: Sequence[Image], model: Image, settings: HistogramMatchSettings) -> int:
    """Bytes that are needed to count an image and the reference."""
    sizes = [table_bytes([image.dtype] * len(chosen_bands(image, settings.bands).bands)) for image in (*images, model)]
    return max(sizes[:-1], default=0) + sizes[-1]


def _without_repeats(images: Sequence[Image]) -> list[Image]:
    """The reference may be one of the images."""
    return list({same_file_key(image.path): image for image in images}.values())


def _apart(images: Sequence[Image], model: Image) -> list[EvenlightError]:
    """Images that share no ground with the reference."""
    problems: list[EvenlightError] = []
    for image in images:
        try:
            problems += check_overlap([image, model], 2)
        except EvenlightError as problem:
            problems.append(problem)
    return problems


class _Ground:
    """Where the mask lets pixels of an image or of the reference count."""

    def __init__(self, mask: PolygonMask | None, mode: SelectionMode, images: Sequence[Image], model: Image):
        self._mask = mask
        self._mode = mode
        together = _without_repeats([*images, model])
        self._place = {same_file_key(image.path): place for place, image in enumerate(together)}
        self._model = same_file_key(model.path)
        if mask is not None:
            self._everywhere, self._by_image = assign_polygons(mask, together)

    @property
    def limited(self) -> bool:
        """Whether there are polygons."""
        return self._mask is not None

    def allowed(self, image: Image, grid: Grid) -> Allowed | None:
        """What counts of an image on a grid; None: all of it.

        An image that no polygon belongs to has nothing to include; polygons that name images only do
        not limit a reference that is none of them.
        """
        if self._mask is None:
            return None
        key = same_file_key(image.path)
        polygons = [*self._everywhere, *self._by_image.get(self._place[key], ())]
        if not polygons and key == self._model:
            return None
        rasterizer = Rasterizer(prepared(polygons, self._mask.crs, grid.bounds, grid.crs), grid.crs)
        include = self._mode is SelectionMode.INCLUDE

        def allowed(window: Window) -> np.ndarray:
            inside = rasterizer.inside(grid, window)
            return inside if include else ~inside

        return allowed


class _Matcher:
    """Finds the curves of one image after the other."""

    def __init__(self, model: Image, ground: _Ground, region: Region):
        self._model = model
        self._ground = ground
        self._region = region
        self._wanted: list[Distribution] = []
        """Of the reference, by places of bands; the last one looked at where each image has its own."""

    def begin(self, run: Run) -> None:
        """Count the reference where all images are matched to the same of its pixels."""
        if self._region is Region.WHOLE:
            self._wanted = self._full(distributions([self._whole(self._model)], run), self._model)

    def curves(self, image: Image, name: str, run: Run) -> list[ToneCurve]:
        """One for each chosen band of the image, which messages call by this name."""
        if self._region is Region.OVERLAP:
            found = distributions([self._shared(image)], run)
            if not all(one.total for one in found):
                raise NoCommonPixelsError([image.path, self._model.path])
            own, self._wanted = found[: len(image.bands)], found[len(image.bands):]
        else:
            own = self._full(distributions([self._whole(image)], run), image)
        curves = []
        for place, (here, there) in enumerate(zip(own, self._wanted)):
            curves.append(matching_curve(here, _in_units_of(image.scales[place], self._model.scales[place], there)))
            _report(image, name, place, here, curves[-1], run.progress)
        return curves

    def stretch(self, images: Sequence[Image]) -> list[tuple[float, float]]:
        """Two standard deviations around the reference's means, where all bands of all images were matched."""
        if any(image.bands != tuple(range(1, len(self._wanted) + 1)) for image in images):
            return []
        wanted = [one.tamed() for one in self._wanted]
        return [(one.mean() - 2 * one.deviation(), one.mean() + 2 * one.deviation()) for one in wanted]

    def _full(self, found: list[Distribution], image: Image) -> list[Distribution]:
        """The distributions, none of which may be empty.  Raises `NoValidPixelsError`."""
        for band, one in zip(image.bands, found):
            if not one.total:
                raise NoValidPixelsError(image.path, band, self._ground.limited)
        return found

    def _whole(self, image: Image) -> Source:
        return WholeImage(image, self._ground.allowed(image, image.grid))

    def _shared(self, image: Image) -> Source:
        canvas = make_canvas([image, self._model])
        return SharedGround((image, self._model), canvas, self._on_canvas(image, canvas))

    def _on_canvas(self, image: Image, canvas: Grid) -> Allowed | None:
        """What counts of both images."""
        both = [self._ground.allowed(one, canvas) for one in (image, self._model)]
        limits = [allowed for allowed in both if allowed is not None]
        if not limits:
            return None
        return lambda window: np.logical_and.reduce([allowed(window) for allowed in limits])


def _in_units_of(own: tuple[float, float], other: tuple[float, float], values: Distribution) -> Distribution:
    """Stored values of a band with other scale and offset tags, as a band with its own would store them."""
    if own == other:
        return values
    return values.scaled(other[0] / own[0], (other[1] - own[1]) / own[0])


def _report(
    image: Image, name: str, place: int, own: Distribution, curve: ToneCurve, progress: Progress
) -> None:
    named = Message("{name}, band {band}", name=name, band=image.bands[place])
    low, high = writable_range(image.dtype, output_nodata(image, image.gdal_type))
    new = curve(own.low)
    progress.inform(Message(
        "{named}: mean {mean:.6g} becomes {average:.6g} ({stored}; {pixels} counted).",
        named=named, mean=own.mean(), average=np.average(new, weights=own.count), stored=STORED,
        pixels=counted(own.total, "pixel"),
    ))
    if own.low[0] == own.high[-1]:
        progress.warn(Message(
            "{named}: no two different values among the pixels counted, all of them become {value:.6g}, the "
            "reference's highest value. Check the image's nodata value, or the mask.",
            named=named, value=new[0],
        ))
    beyond = float(own.count[(new < low - 0.5) | (new > high + 0.5)].sum()) / own.total
    if beyond > MUCH_CLIPPED:
        progress.warn(Message(
            "{named}: the reference's values do not fit into {dtype}, {beyond:.2%} of the pixels are clipped; "
            "convert the image to the reference's data type first (Translate).",
            named=named, dtype=image.dtype.name, beyond=beyond,
        ))
