"""Finds the peaks of a band's histogram."""

from __future__ import annotations

from collections.abc import Sequence

from ..checks import find_single_images, raise_all
from ..errors import EvenlightError, OptionError
from ..filters.counting import find_ranges
from ..filters.errors import NoValidPixelsError
from ..filters.peaks import Peak, count_bins, find_peaks, in_units, make_bins, number_text
from ..filters.settings import PeakSettings
from ..messages import Message, counted
from ..naming import check_files
from ..progress import Progress, Silent
from ..raster.bands import check_bands, with_bands
from ..raster.image import Image, check_unchanged
from ..raster.transaction import Outputs
from ..raster.vector_file import table_text
from ..raster.writing import write_text
from ..report.page import check_templates
from ..report.peaks import peak_page
from ..run import Run
from ..settings import ExecutionSettings
from .closing import conclude_files
from .public import public
from .results import PeaksResult
from .single_raster import check_ending
from .tone_checks import tell_far_values

MOST_BINS = 65536


@public
def histogram_peaks(
    path: str,
    table: str | None = None,
    page: str | None = None,
    *,
    settings: PeakSettings = PeakSettings(),
    nodata: float | None = None,
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> PeaksResult:
    """Count a band's valid pixels in bins, smooth the counts, and find their peaks.

    ``table``: a CSV file with one row for each peak; ``page``: an HTML file with a picture of them.
    Values and limits are physical ones, with the scale and offset tags of the band; ``nodata``, a stored value,
    replaces all that the file declares.
    Raises `Problems`, `NoValidPixelsError`, `DamagedRasterError`, `WriteError`, `ReplaceError` or
    `Cancelled`.
    """
    run = Run(execution, progress)
    image = _checked(path, table, page, settings, nodata, run)
    found = find_ranges(image, run.stage(0.0, 0.5))[0]
    if found is None:
        raise NoValidPixelsError(image.path, settings.band)
    bins = make_bins(image.dtype, found.lowest, found.highest, settings.bins)
    if found.is_cut and not (bins.whole and bins.step == 1):
        tell_far_values(image.name, settings.band, found, Message("they are left out of the histogram"), progress)
        bins = make_bins(image.dtype, found.low, found.high, settings.bins)
    count = count_bins(image, bins, run.stage(0.5, 1.0))
    check_unchanged([image])
    histogram = find_peaks(*in_units(bins, count, *image.scales[0]), settings)
    texts = {}
    if table:
        texts[table] = _csv(histogram.peaks, histogram.bins.step)
    if page:
        texts[page] = peak_page(histogram, image.name, settings)
    if texts:
        with Outputs(list(texts)) as outputs:
            for target, text in texts.items():
                write_text(outputs.part(target), text)
            outputs.commit(progress)
    for number, peak in enumerate(histogram.peaks, start=1):
        value, begins, ends = (number_text(one, histogram.bins.step) for one in (peak.value, peak.begins, peak.ends))
        progress.inform(Message(
            "Peak {number}: {value}; {share:.2%} of the pixels lie between {begins} and {ends}.",
            number=number, value=value, share=peak.share, begins=begins, ends=ends,
        ))
    peaks = counted(len(histogram.peaks), "peak") if histogram.peaks else Message("No peak")
    run.conclude(Message(
        "{peaks} in band {band} of {name}, from {pixels:,} pixels.",
        peaks=peaks, band=settings.band, name=image.name, pixels=int(count.sum()),
    ))
    if not histogram.peaks:
        progress.warn(Message("No peak is left by the limits: lower MIN_HEIGHT, MIN_WIDTH or MIN_PROMINENCE."))
    if texts:
        conclude_files(list(texts), counted(len(texts), "file"), progress)
    highest = max(histogram.peaks, key=lambda peak: peak.height).value if histogram.peaks else None
    return PeaksResult(len(histogram.peaks), highest, table, page)


def _checked(
    path: str, table: str | None, page: str | None, settings: PeakSettings, nodata: float | None, run: Run
) -> Image:
    """The image with the one band.  Raises `Problems` with all that is wrong."""
    images, problems = find_single_images([path], nodata=nodata, placed=False)
    problems += check_bands(str(settings.band), images) if settings.band > 0 else []
    problems += _check_numbers(settings) + run.refuse_cluster("histogram_peaks")
    targets = [target for target in (table, page) if target]
    problems += check_ending(table, Message("the table is a CSV file"), (".csv",))
    problems += check_ending(page, Message("the page is an HTML file"), (".html", ".htm"))
    problems += check_templates() if page else []
    problems += check_files(targets, [path])
    raise_all(problems)
    return with_bands(images[0], [settings.band])


def _check_numbers(settings: PeakSettings) -> list[EvenlightError]:
    problems: list[EvenlightError] = []
    if settings.band < 1:
        problems.append(OptionError("BAND", settings.band, Message("the number of a band, from 1 on")))
    if not 2 <= settings.bins <= MOST_BINS:
        wanted = Message("a whole number from 2 to {most_bins}", most_bins=MOST_BINS)
        problems.append(OptionError("BINS", settings.bins, wanted))
    if not 0 <= settings.smoothing <= MOST_BINS:
        wanted = Message("a number from 0 to {most_bins}", most_bins=MOST_BINS)
        problems.append(OptionError("SMOOTHING", settings.smoothing, wanted))
    limits = {
        "MIN_HEIGHT": settings.min_height,
        "MIN_PROMINENCE": settings.min_prominence,
        "MIN_WIDTH": settings.min_width,
        "MIN_DISTANCE": settings.min_distance,
    }
    wanted = Message("a number of at least 0")
    return problems + [OptionError(name, value, wanted) for name, value in limits.items() if not value >= 0]


def _csv(peaks: Sequence[Peak], step: float) -> str:
    """One row for each peak; values as finely as their bins are."""
    rows: list[Sequence[object]] = [["peak", *Peak._fields]]
    in_units = ("value", "left", "right", "begins", "ends")
    for number, peak in enumerate(peaks, start=1):
        cells = (
            number_text(value, step / 1000, least=10) if field in in_units else f"{value:.10g}"
            for field, value in zip(Peak._fields, peak)
        )
        rows.append([number, *cells])
    return table_text(rows)
