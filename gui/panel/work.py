"""Work of the panel in QGIS's task manager: one function that runs in another thread."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...algorithms.balance_and_mosaic import BalanceAndMosaic
from ...algorithms.language import in_users_language, worded
from ...algorithms.wording import in_words
from ...core.errors import Cancelled, EvenlightError, as_told
from ...core.log import Log
from ...core.messages import in_language
from ...core.progress import Silent
from ..tasks import LOG, PATIENCE

_RUNNING: set[Work] = set()
"""Without a reference a task vanishes while it runs."""


class Told:
    """The core's `Progress` for a task: messages are kept, for the main thread to show at its end."""

    def __init__(self, task: Work):
        self._task = task
        self.messages: list[tuple[Qgis.MessageLevel, str]] = []

    def advance(self, fraction: float) -> None:
        """See `Progress`."""
        self._task.setProgress(100.0 * min(max(fraction, 0.0), 1.0))

    def inform(self, text: str) -> None:
        """See `Progress`."""
        self.messages.append((Qgis.MessageLevel.Info, _in_labels(text)))

    def warn(self, text: str) -> None:
        """See `Progress`."""
        self.messages.append((Qgis.MessageLevel.Warning, _in_labels(text)))

    def cancelled(self) -> bool:
        """See `Progress`."""
        return self._task.isCanceled()


def _in_labels(text: str) -> str:
    """With the labels of the panel's boxes, which are those of the dialogs."""
    return as_told(in_words(text, BalanceAndMosaic.ROWS))


class Work(QgsTask):
    """One piece of work; `ended` says in the main thread how it went."""

    phase = pyqtSignal(str)
    """What it is at, from the function."""
    ended = pyqtSignal(object)
    """The task itself, once."""

    def __init__(self, description: str, function: Callable[[Work], Any]):
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._function = function
        self._told = Told(self)
        self.result: Any = None
        self.error = ""
        """Why there is no result, for the user; empty after a cancel."""
        self.verdict = ""
        """What the work came to, in a sentence."""

    @property
    def messages(self) -> list[tuple[Qgis.MessageLevel, str]]:
        """What it said, in its order."""
        return self._told.messages

    @property
    def warnings(self) -> list[str]:
        """What may hurt the result."""
        return [text for level, text in self.messages if level == Qgis.MessageLevel.Warning]

    @in_language(in_users_language)
    def logged(self, call: Callable[[Log], Any]) -> Any:
        """Call something of the core with a progress whose messages this task keeps."""
        log, whole = Log(self._told), False
        try:
            found = call(log)
            whole = True
        finally:
            log.close(whole)
            self.verdict = log.verdict
        return found

    def start(self) -> Work:
        """Hand it to QGIS's task manager."""
        _RUNNING.add(self)
        QgsApplication.taskManager().addTask(self)
        return self

    def run(self) -> bool:
        """In a worker thread; nothing may escape from here, QGIS would lose it."""
        try:
            self.result = self._function(self)
        except Cancelled:
            return False
        except EvenlightError as error:
            self.error = worded(str(error))
            return False
        except Exception:
            # a mistake of ours: its traceback is what a report of it needs
            self.error = traceback.format_exc()
            return False
        return not self.isCanceled()

    def finished(self, ok: bool) -> None:
        """In the main thread."""
        _RUNNING.discard(self)
        if self.isCanceled():
            self.error = ""
        for level, text in self.messages:
            QgsMessageLog.logMessage(text, LOG, level, False)
        if self.error:
            QgsMessageLog.logMessage(self.error, LOG, Qgis.MessageLevel.Critical, False)
        self.ended.emit(self)
        # layers among it must not wait for Python's garbage collector
        self.result = self._function = None


class Quiet(Silent):
    """A progress that says nothing and stops with its task."""

    def __init__(self, work: Work):
        self.cancelled = work.isCanceled


def stop(work: Work | None) -> None:
    """Cancel a piece of work and wait for it, but not for ever: what it runs may be about to be unloaded."""
    if work is None or work not in _RUNNING:
        return
    work.cancel()
    work.waitForFinished(PATIENCE)
