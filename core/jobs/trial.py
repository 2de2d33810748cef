"""Balancing whose settings are tried: images are read once, solved for as often as wanted, and written at the end.

Each step is one call that runs in a thread of the caller's, with a progress of its own; never two at once, but for
seams and for figures on ground that is held out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..checks import raise_all
from ..errors import EvenlightError
from ..masks.polygons import PolygonMask
from ..messages import Message, counted
from ..mosaicking.settings import MosaicSettings, SeamSettings
from ..naming import check_outputs
from ..numeric.graph import components
from ..progress import Progress, Silent, conclude
from ..radiometry.larger_blocks import Offer, offers
from ..radiometry.metrics import Quality
from ..radiometry.reading import Reading, is_served
from ..radiometry.session import READ, Session, read_for
from ..radiometry.solution import PairFit, Solution
from ..raster.canvas import place_in
from ..raster.image import Image, check_unchanged
from ..report.files import check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import (
    BALANCED_NAME,
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    OutputType,
    PifMethod,
    StatisticsSettings,
)
from ..statistics.scene import Scene
from .balance import Solved
from .balance_and_mosaic import draw_seams, join_solved, mosaic_type
from .closing import conclude_solution
from .delivery import deliver
from .reporting import Reporting
from .results import BalancedMosaicResult, BalanceResult, stretch_of
from .scene import prepare
from .step_checks import check_features, check_global, check_local
from .unused import warn_of_unused

SEAM_PIXELS = 1.5e6
"""About so many pixels of the mosaic are looked at for a preview of its seams."""


class Steps(NamedTuple):
    """How images are balanced; None leaves a step out."""

    of_global: GlobalSettings | None
    of_local: LocalSettings | None
    dtype: OutputType = OutputType.SAME
    """Of the results."""
    joined: bool = False
    """Whether they become one mosaic, of one type."""


class Found(NamedTuple):
    """What a solution gives that is shown; images are in the order of the inputs."""

    solution: Solution
    quality: Quality
    """Without figures on ground that is held out."""
    groups: list[int]
    """A number for each image's group of overlapping images; -1 where it overlaps none."""
    pairs: list[tuple[int, int, PairFit]]
    """Two images each, and what became of their overlap."""
    stretch: list[tuple[float, float]]
    """(low, high) per band: one contrast stretch for all results."""
    offers: list[Offer]
    """Blocks that can be chosen without another read; none where there is no local step."""


def same_reading(one: Steps, other: Steps) -> bool:
    """Whether one read of the pixels serves both."""
    return read_for(one.of_global, one.of_local) == read_for(other.of_global, other.of_local)


class Trial:
    """Images whose settings are tried."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        statistics: StatisticsSettings = StatisticsSettings(),
        mask: PolygonMask | None = None,
        execution: ExecutionSettings = ExecutionSettings(),
    ):
        """Nothing is opened yet.  ``paths``, ``statistics`` and ``mask`` as `balance` takes them."""
        self.paths = list(paths)
        self.statistics, self.mask = statistics, mask
        self._progress = _Relay()
        self._run = Run(execution, self._progress)
        self._scene: Scene | None = None
        self._session: Session | None = None
        self._read_with: Steps | None = None
        self._held: Reading | None = None
        """The last read of pixels, by the smallest cells there are."""

    def needs_reading(self, steps: Steps) -> bool:
        """Whether `solve` reads pixels for these settings."""
        return not (self._session is not None and same_reading(steps, self._read_with)) and not self._serves(steps)

    def read(self, steps: Steps, progress: Progress = Silent()) -> None:
        """Open the images, unless they are, and read them for these settings.

        Raises as `balance`.
        """
        run = self._for(progress)
        scene = self._opened(steps, run)
        served = self._serves(steps)
        self._session = None
        if not served:
            # the sums of an earlier read are of no use and may be large
            self._held = None
            images = counted(len(scene.images), "image")
            run.progress.inform(Message("Reading {images} for statistics.", images=images))
        session = Session(scene, steps.of_global, steps.of_local, run, statistics=self.statistics)
        reading = session.read(self._held)
        self._session, self._read_with = session, steps
        if not served:
            self._held = reading

    def solve(self, steps: Steps, progress: Progress = Silent()) -> Found:
        """Find the corrections; the images are read first where that is needed.

        Raises as `balance`.
        """
        run, start = self._for(progress), 0.0
        if self._session is None or not same_reading(steps, self._read_with):
            self.read(steps, progress)
            start = READ
        scene = self._opened(steps, run)
        warn_of_unused(steps.of_global, steps.of_local, run.progress)
        dtype = mosaic_type(scene.everything, steps.dtype) if steps.joined else steps.dtype
        solution = self._session.solve(steps.of_global, steps.of_local, run.stage(start, 1.0), dtype)
        return self._found(solution, run)

    def held_out(self, found: Found, progress: Progress = Silent()) -> Quality:
        """The figures with those on ground that is held out of further solutions; other calls may go on meanwhile."""
        left_out = found.solution.left_out(Run(self._run.execution, progress))
        return found.quality._replace(held_out=left_out.unseen, held_in=left_out.seen)

    def recipes(self, found: Found, folder: str, progress: Progress = Silent()) -> list[str]:
        """The results as texts of virtual rasters, in the order of the inputs; see `Solution.recipes`."""
        self._for(progress)
        return found.solution.scene.in_input_order(found.solution.recipes(folder))

    def write(
        self, found: Found, output: OutputSettings, report: ReportFile | None = None, progress: Progress = Silent()
    ) -> BalanceResult:
        """Write the balanced images; their pixels are read for this only.

        ``report``: a page about them.  Raises as `balance`, and `InputChangedError` where an image is no longer what
        was read.
        """
        run, solution, scene = self._for(progress), found.solution, found.solution.scene
        output, images = output.named(BALANCED_NAME), scene.in_input_order(scene.everything)
        problems = check_local(solution.local_settings, output) if solution.local_settings else []
        beside = [report.path] if report else []
        problems += check_report(report)
        raise_all(problems + check_outputs(images, output, self._reads(), beside, recipes=True))
        check_unchanged(images)
        conclude_solution(solution, found.quality, run.progress)
        reporting = self._reporting(found, report, output, solution.method.partition(" ")[0], progress)
        at = scene, solution.corrections(), solution.method, output, run, solution.expected
        delivered = deliver(*at, report=reporting)
        return BalanceResult(delivered.outputs, found.stretch, found.quality, delivered.clipped)

    def join(
        self,
        found: Found,
        target: str,
        output: OutputSettings,
        settings: MosaicSettings,
        seams: SeamSettings = SeamSettings(),
        ranks: Sequence[float] | None = None,
        report: ReportFile | None = None,
        progress: Progress = Silent(),
    ) -> BalancedMosaicResult:
        """Write the mosaic of the balanced images.

        ``output``: format, options and overviews; the type is that of the solution.  ``report``: a page about them.
        Raises as `balance_and_mosaic`.
        """
        run, solution = self._for(progress), found.solution
        check_unchanged(solution.scene.everything)
        conclude_solution(solution, found.quality, run.progress)
        solved, masked = Solved(solution, found.quality, {}), self.mask is not None
        raise_all(check_report(report))
        reporting = self._reporting(found, report, output, "balance_and_mosaic", progress)
        return join_solved(solved, target, settings, seams, output, ranks, self._reads(), masked, run, reporting)

    def _reporting(
        self, found: Found, report: ReportFile | None, output: OutputSettings, tool: str, progress: Progress
    ) -> Reporting:
        solution = found.solution
        settings = solution.global_settings, solution.local_settings, self.statistics, output
        return Reporting(report, tool, settings, progress).of_solution(solution, found.quality)

    def seams(
        self,
        found: Found,
        target: str,
        settings: MosaicSettings,
        seams: SeamSettings = SeamSettings(),
        ranks: Sequence[float] | None = None,
        progress: Progress = Silent(),
    ) -> None:
        """Write polygons of about the seams that the mosaic will have to a GeoPackage, from larger pixels.

        Other calls may go on meanwhile.
        """
        run, scene = Run(self._run.execution, progress), found.solution.scene
        draw_seams(found.solution, target, settings, seams, ranks, _coarse(scene), run)

    def _serves(self, steps: Steps) -> bool:
        """Whether what is held serves other blocks than those it was read for: of all pixels, and not of a sample."""
        of_global, of_local = steps.of_global, steps.of_local
        chosen = of_global is not None and of_global.pif.method is not PifMethod.ENTIRE
        if self._held is None or of_local is None or chosen or self.statistics.estimate:
            return False
        return is_served(self._held, self._scene, of_local)

    def _for(self, progress: Progress) -> Run:
        """The run, with another progress: what was made before goes on with it too."""
        self._progress.shown = progress
        return self._run

    def _opened(self, steps: Steps, run: Run) -> Scene:
        """The images, if nothing is wrong with them and the settings."""

        def further(images: Sequence[Image]) -> list[EvenlightError]:
            problems = check_global(images, steps.of_global) if steps.of_global else []
            problems += check_local(steps.of_local) if steps.of_local else []
            return problems + (check_features(steps.of_global.pif, images, None) if steps.of_global else [])

        if self._scene is None:
            self._scene = prepare(self.paths, 2, self.statistics, self.mask, None, further, run)
        else:
            raise_all(further(self._scene.in_input_order(self._scene.everything)))
        return self._scene

    def _reads(self) -> list[str]:
        return [*self.paths, *([self.mask.source] if self.mask and self.mask.source else [])]

    def _found(self, solution: Solution, run: Run) -> Found:
        """What is shown, worked out in the caller's thread."""
        scene, quality, pairs = solution.scene, solution.quality, solution.pairs
        conclude_solution(solution, quality, run.progress)
        first, second = ([getattr(pair, name) for pair in pairs] for name in ("first", "second"))
        groups = components(len(scene.images), np.array(first, int), np.array(second, int)).tolist()
        groups = [*groups, *(-1 for _ in scene.apart)]
        inputs = [scene.place.index(number) for number in range(len(scene.everything))]
        shown = [(*sorted((inputs[pair.first], inputs[pair.second])), pair) for pair in pairs]
        run.progress.advance(1.0)
        stretch = stretch_of(solution.levels[1])
        return Found(solution, quality, scene.in_input_order(groups), shown, stretch, self._offers(scene))

    def _offers(self, scene: Scene) -> list[Offer]:
        if not self._serves(self._read_with):
            return []
        return list(offers(self._held.blocks, self._held.factor, scene.canvas))


class _Relay:
    """Progress of a run that goes on with another one; parts of the run keep these methods."""

    def __init__(self) -> None:
        self.shown: Progress = Silent()

    def advance(self, fraction: float) -> None:
        """See `Progress`."""
        self.shown.advance(fraction)

    def inform(self, text: str) -> None:
        """See `Progress`."""
        self.shown.inform(text)

    def warn(self, text: str) -> None:
        """See `Progress`."""
        self.shown.warn(text)

    def conclude(self, text: str) -> None:
        """See `core.progress.conclude`."""
        conclude(self.shown, text)

    def cancelled(self) -> bool:
        """See `Progress`."""
        return self.shown.cancelled()


def _coarse(scene: Scene) -> float | None:
    """Side of pixels of which the images have few, in map units; None where they have few as they are."""
    images = scene.in_input_order(scene.everything)
    places = [place_in(image, images[0].crs) for image in images]
    size = min(max(place.pixel_width, place.pixel_height) for place in places)
    canvas = scene.canvas
    times = math.sqrt(canvas.width * canvas.height / SEAM_PIXELS)
    return size * times if times > 1.0 else None
