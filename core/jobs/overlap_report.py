"""How well images agree where they overlap: alone, or before and after whatever was done to them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..checks import find_images
from ..errors import EvenlightError, OptionError
from ..log import warnings_of
from ..masks.polygons import PolygonMask
from ..messages import Message, counted
from ..progress import Progress, Silent, conclude
from ..radiometry.metrics import Quality, quality_of
from ..radiometry.network import group_count, network_of
from ..radiometry.session import Session
from ..radiometry.solution import Solution
from ..radiometry.verdict import Case, verdict
from ..raster.image import Image, check_unchanged
from ..raster.transaction import Outputs
from ..report.building import Compared, Ran, colours_of, record_of, with_findings, with_solution
from ..report.detail import Detail, read_detail
from ..report.files import DATA, PAGE, TABLE, check_report, write_report
from ..report.lights import ACT
from ..report.measures import fine_pictures, pictures
from ..report.reasons import Finding, findings_of
from ..report.record import Advice, Record, worst_first
from ..report.report_file import ReportFile
from ..report.verdicts import is_worth, verdict_as_is
from ..run import Run
from ..settings import ExecutionSettings, GlobalSettings, OutputType, StatisticsSettings
from ..statistics.borders import with_borders
from ..statistics.scene import Scene
from ..statistics.sweep import Sweep
from .closing import conclude_files, conclude_quality, rows_between
from .public import public
from .scene import prepare

SEEN = 0.6
"""Share of the run that ends with the figures, where a second read follows."""

READ = 0.5
"""Share of the run that ends with the images as they are, where there are others before."""

INSTEAD = Message("leave OUTPUT out and name OUTPUT_JSON or OUTPUT_CSV")
"""Of a page that cannot be made."""


class ReportResult(NamedTuple):
    """How well images agree."""

    page: str | None
    data: str | None
    table: str | None
    """Files that were asked for."""
    quality: Quality
    """Before and after are the same where one set of images is given."""
    findings: list[str]
    """What stands out, and what to do."""


@public
def overlap_report(
    paths: Sequence[str],
    page: str | None = None,
    *,
    after: Sequence[str] = (),
    data: str | None = None,
    table: str | None = None,
    detailed: bool = False,
    call: str = "",
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    progress: Progress = Silent(),
) -> ReportResult:
    """Measure how well images agree where they overlap, and write it to a page, as JSON or as a table of pairs.

    ``after``: the same images changed by any tool, as many; they are matched by their names, else by their order,
    and ``paths`` are then the images before.  ``page``, ``data``, ``table``: files that end with .html, .json and
    .csv, one at least.  ``detailed``: read the images a second time, for histograms, scatter plots and maps of
    differences.  ``call``: what the page says of how it is made again.  Reasons and weights are those of a
    global regression of the images as they are now, of which nothing is written.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `WriteError`, `ReplaceError` or `Cancelled`.
    """
    run = Run(execution, progress)
    targets = [target for target in (page, data, table) if target]
    changed: list[Image] = []

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        return _check(images, changed, after, (page, data, table), statistics, run)

    scene = prepare(paths, 2, statistics, mask, None, further, run, after, lambda images: targets)
    run.check_cluster([image.path for image in changed], [])
    before, now = _scenes(scene, changed, statistics, run)
    compared, solution = _measured(before, now, statistics, run.stage(0.0, SEEN if detailed else 1.0))
    found = findings_of(solution)
    sentence = _tell(compared, solution, found, progress)
    ran = Ran("overlap_report", [statistics], call, warnings_of(progress), targets)
    record = _record(compared, solution, sentence, ran)._replace(findings=())
    shown = pictures(compared.before, compared.after, solution.reading.cells, colours_of(now.images))
    if detailed:
        record = record._replace(detail=_detail(compared, now, record, run.stage(SEEN, 1.0)))
        shown = fine_pictures(shown, record.detail)
    record = with_findings(record, found, shown)
    with Outputs(targets, [*scene.everything, *changed]) as outputs:
        for target in targets:
            write_report(outputs.part(target), target, record)
        outputs.commit(progress)
    conclude_files(targets, counted(len(targets), "file"), progress)
    progress.advance(1.0)
    return ReportResult(page, data, table, compared.quality, [one.text for one in found])


def _tell(compared: Compared, solution: Solution, found: Sequence[Finding], progress: Progress) -> str:
    """Tell what was found, and give the verdict."""
    if compared.after is None:
        sentence = verdict_as_is(compared.quality, solution.quality.bias_after)
        conclude(progress, sentence)
    else:
        sentence = verdict(compared.quality, Case())
        names = [image.name for image in compared.scene.images]
        conclude_quality(compared.quality, rows_between(compared.before, compared.after), names, progress, Case())
    for finding in found:
        progress.warn(finding.text)
    return sentence


def _check(
    images: Sequence[Image],
    changed: list[Image],
    after: Sequence[str],
    files: tuple[str | None, str | None, str | None],
    statistics: StatisticsSettings,
    run: Run,
) -> list[EvenlightError]:
    """What is wrong beside the images; fills ``changed`` with those after."""
    problems: list[EvenlightError] = []
    if not any(files):
        problems.append(OptionError("page", None, Message("a file for the page, or one for data or table")))
    for target, endings in zip(files, (PAGE, DATA, TABLE)):
        problems += check_report(ReportFile(target) if target else None, endings, INSTEAD)
    if after:
        found, wrong = find_images(after, 1, statistics.nodata, run.progress)
        problems += wrong
        if len(after) != len(images):
            wanted = Message("as many images as before, {number}: the same ones, changed", number=len(images))
            problems.append(OptionError("AFTER", Message("{number} images", number=len(after)), wanted))
        elif found and images and len(found[0].bands) != len(images[0].bands):
            wanted = Message("images of {bands}, as those before", bands=counted(len(images[0].bands), "band"))
            given = Message("images of {bands}", bands=counted(len(found[0].bands), "band"))
            problems.append(OptionError("AFTER", given, wanted))
        changed += found
    return problems


def _scenes(
    scene: Scene, changed: Sequence[Image], statistics: StatisticsSettings, run: Run
) -> tuple[Scene | None, Scene]:
    """The scene before, if there is one, and the scene as it is now; both of the same places."""
    if not changed:
        return None, scene
    changed = with_borders(changed, statistics.constant_border, run.stage(0.0, 0.0))
    given = scene.in_input_order(scene.everything)
    partner = paired(given, changed)
    if partner is None:
        run.progress.inform(Message("Images before and after do not have names alike: they are paired by their order."))
        partner = list(range(len(given)))
    found = {image.path: changed[number] for image, number in zip(given, partner)}
    now, apart = (tuple(found[image.path] for image in part) for part in (scene.images, scene.apart))
    both = [*scene.images, *now]
    physical = len({image.scales for image in both}) > 1 or any(offset for _, offset in both[0].scales)
    scene = replace(scene, physical=physical)
    return scene, replace(scene, images=now, apart=apart)


def paired(before: Sequence[Image], after: Sequence[Image]) -> list[int] | None:
    """For each image before, which one after has a name that begins with its own; None where names do not tell."""
    partners = []
    for image in before:
        named = [n for n, other in enumerate(after) if other.name.startswith(image.name)]
        # west_2_balanced begins with west as well as with west_2
        longer = [other.name for other in before if other.name != image.name and other.name.startswith(image.name)]
        own = [n for n in named if not any(after[n].name.startswith(name) for name in longer)]
        if len(own) != 1:
            return None
        partners += own
    return partners if len(set(partners)) == len(after) else None


def _measured(
    before: Scene | None, now: Scene, statistics: StatisticsSettings, run: Run
) -> tuple[Compared, Solution]:
    """Sums of both scenes, and what a global regression says of the images as they are now."""
    reading = run if before is None else run.stage(READ, 1.0)
    run.progress.inform(Message(
        "Reading {images}.", images=counted(len(now.images) * (1 if before is None else 2), "image")
    ))
    muted = replace(reading.muted(), progress=_Advancing(reading.progress))
    session = Session(now, GlobalSettings(), None, muted, statistics=statistics, dtype=OutputType.FLOAT32)
    cells = session.read().cells
    solution = session.solve()
    sums = solution.before
    groups = group_count(network_of(sums), len(now.images))
    if before is None:
        quality = quality_of(sums, sums, groups, now.unit)
        compared = Compared(now, sums, None, quality._replace(rejected=len(solution.rejected)))
        return compared, solution
    sweep = Sweep(before.images, before.canvas, cells, before.mask, statistics.estimate)
    first = before.common(sweep.run(run.stage(0.0, READ)))
    check_unchanged(before.images)
    quality = quality_of(first, sums, groups, now.unit)
    return Compared(before, first, sums, quality._replace(rejected=len(solution.rejected))), solution


class _Advancing:
    """Progress of a part of which only its share is shown: what it says is about results that are not written."""

    def __init__(self, whole: Progress):
        self.advance, self.cancelled = whole.advance, whole.cancelled

    def inform(self, text: str) -> None:
        """Say nothing."""

    def warn(self, text: str) -> None:
        """Say nothing."""

    def conclude(self, text: str) -> None:
        """Say nothing."""


def _detail(compared: Compared, now: Scene, record: Record, run: Run) -> Detail:
    """What a second read shows, of the pairs that agree least."""
    order = [(record.pairs[n].first, record.pairs[n].second) for n in worst_first(record)]
    both = [(compared.scene, compared.before)]
    if compared.after is not None:
        both.append((now, compared.after))
    return read_detail(*zip(*both), order, run)


def _record(compared: Compared, solution: Solution, sentence: str, ran: Ran) -> Record:
    record = record_of(compared, Case(), sentence, ran)
    record = record._replace(pairs=with_solution(record.pairs, solution))
    if compared.after is not None:
        return record
    # what a global regression would do is worth knowing, and was not done
    quality = solution.quality
    if not math.isfinite(quality.rmse_after):
        return record
    left = {"bias_after": quality.bias_after, "normalised_after": quality.normalised_after}
    if is_worth(compared.quality, quality.bias_after):
        return record._replace(remedies=(Advice(Message(
            "Run Balance: one gain and offset for each image and band would leave a mean difference of "
            "{bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast.", **left
        ), "balance.md", Message("Balance")),))
    if any(light.state == ACT for light in record.lights):
        return record._replace(remedies=(Advice(Message(
            "Balance alone does not help: one gain and offset for each image and band would still leave a mean "
            "difference of {bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast. Align the "
            "images first if they show the same ground, and mask what changed (MASK).", **left
        ), "alignment.md", Message("Alignment")),))
    return record._replace(figures=(Message(
        "One gain and offset for each image and band (Global regression) would leave a mean difference of "
        "{bias_after:.3f} and a normalised RMSE of {normalised_after:.3f} of the contrast.", **left
    ),))
