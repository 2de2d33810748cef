"""Images read once, and solved for as many settings as are tried."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..errors import EvenlightError
from ..messages import Message
from ..progress import cancellable
from ..run import Run
from ..settings import GlobalSettings, LocalSettings, OutputType, PifSettings, StatisticsSettings
from ..statistics.scene import Scene, need_common_pixels
from .global_step import GlobalStep, holds_levels, leaves_change_out, report_oddities, solve_global_step
from .ground import Ground, look_at_ground, tell_of_ground
from .local_solution import levelled, solve_blocks
from .network import network_of
from .reading import Reading, read_images
from .saved import Saved
from .solution import LocalFit, Solution

READ = 0.75
"""Share of a session's run that ends with the read of the pixels."""

BLOCK_FIELDS = ("blocks", "block_rows", "block_columns", "blocks_by_variation", "canvas_extent")
"""Of `LocalSettings`: the grid that sums are taken on."""


class NotReadError(EvenlightError):
    """Settings that need another read of the pixels."""

    def __init__(self) -> None:
        super().__init__(Message(
            "The images have not been read with these blocks, this canvas extent or these pseudo-invariant "
            "features: read them again."
        ))


class Session:
    """The way from a scene to corrections: `read` once, `solve` for any settings that need no other pixels.

    With the settings of both steps it balances, with those of one it does that step alone.
    """

    def __init__(
        self,
        scene: Scene,
        global_settings: GlobalSettings | None,
        local_settings: LocalSettings | None,
        run: Run,
        *,
        statistics: StatisticsSettings = StatisticsSettings(),
        dtype: OutputType = OutputType.SAME,
        known: Saved = Saved([], {}),
        most_blocks: float = math.inf,
    ):
        """``dtype``: type of the results; ``known``: what an adjustments file tells; ``most_blocks``: of a map.

        ``run`` is that of the first reading and solution.
        """
        self.scene = scene
        self._settings = global_settings, local_settings
        self._run = run
        self._statistics, self._dtype, self._most_blocks = statistics, dtype, most_blocks
        # blocks need more of an image than a file holds
        self._known = known._replace(read_again=local_settings is not None)
        self._reading: Reading | None = None
        self._grounds: dict[bool, Ground] = {}
        self._told: set[tuple[bool, bool]] = set()
        """Which of them were reported, and whether levels were held."""
        self._kept: dict[str, tuple[object, Any, list[tuple[str, str]]]] = {}

    def read(self, held: Reading | None = None) -> Reading:
        """Read every pixel once, and find features, common light and changed ground.

        ``held``: an earlier reading of the scene's pixels; no pixel is read where it serves the blocks of this one.

        Raises as `read_images`; `NoCommonPixelsError` where there is no global step.
        """
        run = self._run.stage(0.0, READ)
        of_global, of_local = self._settings
        pif = of_global.pif if of_global else PifSettings()
        known = self._known
        fresh = None if known.by_cell else set(range(len(self.scene.images))) - set(known.found)
        images = self.scene, self._statistics, pif, of_local, run, fresh, self._most_blocks
        self._reading = None
        reading = read_images(*images, held)
        self._grounds.clear()
        self._told.clear()
        self._kept.clear()
        if of_global is None:
            need_common_pixels(self.scene, reading.common)
            report_oddities(self.scene, network_of(reading.common), run.progress)
        self._ground(reading, of_global, of_local, run)
        self._reading = reading
        run.progress.advance(1.0)
        return reading

    def needs_reading(self, global_settings: GlobalSettings | None, local_settings: LocalSettings | None) -> bool:
        """Whether `solve` needs another `Session` for these settings."""
        return self._reading is None or read_for(global_settings, local_settings) != read_for(*self._settings)

    def solve(
        self,
        global_settings: GlobalSettings | None = None,
        local_settings: LocalSettings | None = None,
        run: Run | None = None,
        dtype: OutputType | None = None,
    ) -> Solution:
        """Gains, offsets and block maps; no pixel is read, and what the settings do not touch is kept.

        Without settings of a step, or a type of the results, they are those of the session.  ``run``: of this solution
        and its figures.
        Raises `NotReadError`, `NoCommonPixelsError`, `NoSolutionError` or `Cancelled`.
        """
        run = run or self._run.stage(READ, 1.0)
        of_global, of_local = global_settings or self._settings[0], local_settings or self._settings[1]
        reading = self._reading
        if reading is None or self.needs_reading(of_global, of_local):
            raise NotReadError
        run.stop_if_cancelled()
        ground = self._ground(reading, of_global, of_local, run)
        step, local, dtype = None, None, dtype or self._dtype
        if of_global is not None:
            args = self.scene, reading, ground, self._known, of_global, dtype
            step = self._once("global", (of_global, dtype), run, lambda own: solve_global_step(*args, own))
        if of_local is not None:
            full = replace(of_local, alpha=1.0)
            settings = of_global, full, dtype
            local = self._once("local", settings, run, lambda own: self._solve_blocks(reading, ground, step, full, own))
        return Solution(self.scene, reading, ground, self._known, dtype, of_global, of_local, step, local, run)

    def _ground(
        self, reading: Reading, of_global: GlobalSettings | None, of_local: LocalSettings | None, run: Run
    ) -> Ground:
        """What is found in the sums, once for every way of looking."""
        judged = of_local is not None or leaves_change_out(of_global)
        held = of_global is not None and holds_levels(of_global)
        choice, applied = self._statistics.common_light, of_local is not None
        if judged not in self._grounds:
            how = choice, judged, applied, run.progress
            self._grounds[judged] = look_at_ground(self.scene, reading.common, reading.cells, *how, self._known)
        if (judged, held) not in self._told:
            self._told.add((judged, held))
            tell_of_ground(self.scene, self._grounds[judged], choice, held, applied, run.progress)
        return self._grounds[judged]

    def _solve_blocks(
        self, reading: Reading, ground: Ground, step: GlobalStep | None, settings: LocalSettings, run: Run
    ) -> LocalFit:
        number = len(self.scene.images)
        gains = () if step is None else (step.common.gain[:number], step.common.offset[:number])
        sums = levelled(ground, *gains)
        maps = solve_blocks(sums, ground, reading, self.scene.canvas, settings, run)
        return LocalFit(maps, sums, [maps.correction(n, 1.0) for n in cancellable(range(number), run.progress)])

    def _once(self, what: str, settings: object, run: Run, solve: Callable[[Run], Any]) -> Any:
        """What ``solve`` finds; where it is kept from the last time, its messages are repeated."""
        known, found, sent = self._kept.get(what, (None, None, []))
        if known == settings:
            for kind, text in sent:
                getattr(run.progress, kind)(text)
            return found
        messages = _Messages(run)
        found = solve(replace(run, progress=messages))
        self._kept[what] = settings, found, messages.sent
        return found


class _Messages:
    """Progress that keeps the messages it passes on."""

    def __init__(self, run: Run):
        self._progress = run.progress
        self.sent: list[tuple[str, str]] = []
        self.advance, self.cancelled = run.progress.advance, run.progress.cancelled

    def inform(self, text: str) -> None:
        """See `Progress`."""
        self.sent.append(("inform", text))
        self._progress.inform(text)

    def warn(self, text: str) -> None:
        """See `Progress`."""
        self.sent.append(("warn", text))
        self._progress.warn(text)


def read_for(of_global: GlobalSettings | None, of_local: LocalSettings | None) -> tuple:
    """What the sums depend on: equal for settings that one reading serves."""
    return of_global and of_global.pif, of_local and tuple(getattr(of_local, name) for name in BLOCK_FIELDS)
