"""What the panel does, without its widgets: previews, writes, and the states between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, pyqtSignal

from ...algorithms.language import worded
from ...core.messages import Message
from .layers import PreviewLayers
from .states import BUSY, Made, Request, State
from .work import Work, stop
from .worker import held_out, load_core, make_preview, write_results

if TYPE_CHECKING:
    from ...core.jobs.trial import Found, Trial
    from ...core.log import Log
    from .states import Writing

translate = QCoreApplication.translate

QUIET = 600
"""Milliseconds after a preview before figures on ground that is held out are worked out: settings may follow."""


class Flow(QObject):
    """Previews and writes in the background, one piece of work at a time; a newer request drops an older one."""

    stateChanged = pyqtSignal(str)
    previewed = pyqtSignal()
    failed = pyqtSignal(str)
    written = pyqtSignal(list)
    progressed = pyqtSignal(float)
    """0 to 100, of the work that goes on."""
    measured = pyqtSignal(object)
    """The figures on ground that is held out, `Quality`, some time after `previewed`."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.state = State.EMPTY
        self.layers = PreviewLayers(self)
        self.layers.refreshed.connect(self._on_refreshed)
        self.layers.lost.connect(self.discard)
        self.found: Found | None = None
        self.shown: Request | None = None
        """What the layers are of."""
        self.solved_for: Request | None = None
        """What `found` is of."""
        self._measured_for: Request | None = None
        self.wanted: Request | None = None
        """What was asked for last."""
        self.messages: list = []
        self.warnings: list[str] = []
        self.verdict = ""
        self.error = ""
        self._trial: Trial | None = None
        self._made_for: tuple = ()
        self._work: Work | None = None
        self._next: Callable[[], None] | None = None
        self._beside: Work | None = None
        self._closed, self._empty = False, True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(QUIET)
        self._later.timeout.connect(self.measure)
        self._loading = Work(translate("Evenlight", "Evenlight: getting ready"), load_core).start()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file)

    # What can be asked for.

    def reads(self, request: Request) -> bool:
        """Whether a preview would read pixels that are not read just now."""
        if request.read.sources != self._made_for:
            return True
        if self._trial is not None and not self._trial.needs_reading(request.steps):
            return False
        if self._work is not None and self.state is not State.WRITING:
            # Imported here, when the worker has loaded scipy: the main thread would stand still for it.
            from ...core.jobs.trial import same_reading

            return not same_reading(request.steps, self.wanted.steps)
        return True

    def preview(self, request: Request) -> None:
        """Show what these settings give."""
        self.wanted = request
        work = self._work
        if work is None:
            self._start_preview()
        elif self.state is State.WRITING:
            return
        elif request.read.sources != self._made_for:
            self._next = self._start_preview
            work.cancel()

    def write(self, request: Request, writing: Writing) -> None:
        """Write what these settings give; what a preview has read already is not read for it again."""
        if self.state is State.WRITING:
            return
        self.wanted = request
        start = partial(self._start_write, writing)
        if self._work is None:
            start()
        else:
            self._next = start
            self._work.cancel()

    def beside(self, title: str, call: Callable[[Trial, Found, Log], object], done: Callable[[object], None]) -> None:
        """Work with the solution that changes no state; dropped where other work begins, as an earlier one is here."""
        if self._work is not None or self.found is None:
            return
        self._later.stop()
        if self._beside is not None:
            self._beside.cancel()
        trial, found = self._trial, self.found
        self._beside = Work(title, lambda work: work.logged(partial(call, trial, found)))
        self._beside.ended.connect(partial(self._on_beside, done))
        self._beside.start()

    def measure(self) -> None:
        """Find the figures on ground that is held out, in the background."""
        self.beside(translate("Evenlight", "Figures on ground that is left out"), held_out, self._on_measured)

    def cancel(self) -> None:
        """Stop what goes on; a preview that is there stays."""
        self._next = None
        for work in (self._work, self._beside):
            if work is not None:
                work.cancel()

    def discard(self) -> None:
        """Take the preview away, and forget what was read."""
        self.cancel()
        self._forget()
        self._set(self._at_rest())

    def invalidate(self, empty: bool) -> None:
        """Images are others now, or what they are read with; ``empty``: fewer of them than can be balanced."""
        self._empty = empty
        if self.state not in BUSY:
            self._set(self._at_rest())
        elif self.state is not State.WRITING:
            self.cancel()

    def _at_rest(self) -> State:
        if self.shown is not None:
            return State.STALE
        return State.EMPTY if self._empty else State.IDLE

    def close(self) -> None:
        """Stop, wait a moment, and take the preview away."""
        self._closed = True
        self._later.stop()
        self._next = None
        stop(self._loading)
        stop(self._beside)
        stop(self._work)
        self._work = self._beside = None
        self._watch([])
        self.layers.close()

    # How it goes on.

    def _start_preview(self) -> None:
        request = self.wanted
        self._begin(worded(Message("Preview: {n} images", "Preview: {n} image", n=len(request.entries))))
        old = self._trial if request.read.sources == self._made_for else None
        have = set(self.layers.ids) if old is not None else set()
        state = State.READING if self.reads(request) else State.SOLVING
        self._made_for = request.read.sources
        self._run(partial(make_preview, old, lambda: self.wanted, have), self._on_preview, state)

    def _start_write(self, writing: Writing) -> None:
        request = self.wanted
        self._begin(worded(Message("Writing {n} images", "Writing {n} image", n=len(request.entries))))
        old = self._trial if request.read.sources == self._made_for else None
        self._made_for = request.read.sources
        self._run(partial(write_results, old, request, writing), self._on_written, State.WRITING)

    def _begin(self, title: str) -> None:
        self._title = title
        self._later.stop()
        if self._beside is not None:
            self._beside.cancel()

    def _run(self, function: Callable, done: Callable[[Work], None], state: State) -> None:
        self._work = work = Work(self._title, function)
        work.phase.connect(self._on_phase)
        work.progressChanged.connect(self.progressed)
        work.ended.connect(partial(self._on_ended, done))
        self._set(state)
        work.start()

    def _on_phase(self, phase: str) -> None:
        if self._work is not None and self.state in BUSY and self.state is not State.WRITING:
            self._set(State(phase))

    def _on_ended(self, done: Callable[[Work], None], work: Work) -> None:
        if self._closed or work is not self._work:
            return
        self._work, following, self._next = None, self._next, None
        self.messages, self.warnings, self.verdict = work.messages, list(dict.fromkeys(work.warnings)), work.verdict
        self.error = work.error
        if following is not None:
            following()
        elif work.result is not None and not work.isCanceled():
            done(work)
        else:
            self._fall_back(work)

    def _fall_back(self, work: Work) -> None:
        """After a cancel or an error: a preview that is there stays."""
        if self.shown is None:
            # a trial that was stopped while it read holds nothing
            self._trial, self._made_for = None, ()
        elif self.shown.read.sources != self._made_for:
            self._forget()
        if work.error:
            self._set(State.FAILED)
            self.failed.emit(work.error)
        else:
            self._set(State.SHOWN if self._shows_what_is_wanted() else self._at_rest())

    def _shows_what_is_wanted(self) -> bool:
        """Whether what was stopped would have been of the preview that is there."""
        shown, wanted = self.shown, self.wanted
        if shown is None or self._trial is None:
            return False
        return shown.read.sources == wanted.read.sources and shown.steps == wanted.steps

    def _on_preview(self, work: Work) -> None:
        made: Made = work.result
        self._trial, self.found = made.trial, made.found
        self.shown = self.solved_for = made.request
        self._measured_for = None
        self._watch([entry.source for entry in made.request.entries])
        self._set(State.PREVIEWING)
        values = [entry.value for entry in made.request.entries]
        if made.pictures:
            self.layers.show(made.pictures, made.found.stretch, made.folder)
        else:
            self.layers.refresh(zip(values, made.recipes), made.folder)

    def _on_refreshed(self) -> None:
        if self.state is not State.PREVIEWING or self._work is not None:
            return
        if self.wanted is not self.shown:
            self._start_preview()
            return
        self._set(State.SHOWN)
        self.previewed.emit()
        if self.state is State.SHOWN and self._beside is None:
            self._later.start()

    def _on_beside(self, done: Callable[[object], None], work: Work) -> None:
        if work is self._beside:
            self._beside = None
        if not self._closed and work.result is not None and not work.isCanceled():
            done(work.result)

    def _on_measured(self, quality: object) -> None:
        self._measured_for = self.solved_for
        self.measured.emit(quality)

    def _on_written(self, work: Work) -> None:
        trial, found, outputs = work.result
        self._trial, self.found, self.solved_for = trial, found, self.wanted
        # the results take its place; what was read stays, for other settings
        if self.shown is not None and self.shown.entries == self.wanted.entries:
            self.layers.hand_over()
        else:
            self.layers.clear()
        self.shown = None
        self._set(State.DONE)
        self.written.emit(outputs)
        if self._measured_for is None or self._measured_for.steps != self.wanted.steps:
            self._later.start()

    def _on_file(self, _path: str) -> None:
        """An image was changed or replaced: what was read of it counts no more."""
        self._trial, self._made_for = None, ()
        if self.state in (State.SHOWN, State.DONE):
            self._set(State.STALE)

    def _watch(self, paths: list[str]) -> None:
        old = self._watcher.files()
        if old:
            self._watcher.removePaths(old)
        files = [path for path in paths if not path.startswith(("<", "/vsi"))]
        if files:
            self._watcher.addPaths(files)

    def _forget(self) -> None:
        self.layers.clear()
        self._watch([])
        self._trial, self._made_for = None, ()
        self.found = self.shown = self.solved_for = self._measured_for = None

    def _set(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.stateChanged.emit(state.value)
