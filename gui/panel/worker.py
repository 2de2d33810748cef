"""What the panel does in another thread: reading, solving, making layers, writing."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingUtils

from .layers import make_pictures
from .settings import Read
from .states import Made, Request, State
from .work import Quiet, Work

if TYPE_CHECKING:
    from ...core.jobs.trial import Found, Trial
    from ...core.log import Log
    from ...core.radiometry.metrics import Quality
    from .states import Writing


class _Newest:
    """A progress that is cancelled too when something newer is wanted."""

    def __init__(self, log: Log, is_old: Callable[[], bool]):
        self.advance, self.inform, self.warn, self.conclude = log.advance, log.inform, log.warn, log.conclude
        self._log, self._is_old = log, is_old

    def cancelled(self) -> bool:
        """See `Progress`."""
        return self._log.cancelled() or self._is_old()


def make_preview(old: Trial | None, wanted: Callable[[], Request], have: set[str], work: Work) -> Made:
    """In the worker: read where that is needed, solve for what is wanted by then, and make layers."""
    from ...core.errors import Cancelled

    trial, found = old or _trial_of(wanted().read), None
    while found is None:
        request = wanted()
        try:
            found = work.logged(partial(_solved, trial, request, wanted, work))
        except Cancelled:
            if work.isCanceled() or wanted() is request:
                raise
    work.phase.emit(State.PREVIEWING.value)
    folder = tempfile.mkdtemp(prefix="evenlight_", dir=QgsProcessingUtils.tempFolder())
    recipes = trial.recipes(found, folder, Quiet(work))
    values = {entry.value for entry in request.entries}
    pictures = [] if values <= have else make_pictures(request.entries, recipes)
    return Made(trial, request, found, recipes, folder, pictures)


def _solved(trial: Trial, request: Request, wanted: Callable[[], Request], work: Work, log: Log) -> Found | None:
    """What these settings give; None where others are wanted when the images have been read."""
    from ...core.jobs.trial import same_reading

    steps = request.steps
    if trial.needs_reading(steps):
        work.phase.emit(State.READING.value)
        trial.read(steps, _Newest(log, lambda: not same_reading(steps, wanted().steps)))
        if wanted() is not request:
            return None
    work.phase.emit(State.SOLVING.value)
    return trial.solve(steps, _Newest(log, lambda: wanted() is not request))


def write_results(old: Trial | None, request: Request, writing: Writing, work: Work) -> tuple:
    """In the worker: what is solved already is solved at once."""
    trial = old or _trial_of(request.read)

    def all_of_it(log: Log) -> tuple:
        found = trial.solve(request.steps, log)
        return trial, found, writing(trial, found, log)

    return work.logged(all_of_it)


def held_out(trial: Trial, found: Found, log: Log) -> Quality:
    """The figures with those on ground that is held out."""
    return trial.held_out(found, log)


def load_core(work: Work) -> None:
    """Load what previews need, scipy above all, while the user still chooses."""
    importlib.import_module("...core.jobs.trial", __package__)


def _trial_of(read: Read) -> Trial:
    # Imported here: scipy is loaded in the worker, not while QGIS starts or the panel opens.
    from ...core.jobs.trial import Trial

    return Trial(read.paths, statistics=read.statistics, mask=read.mask, execution=read.execution)
