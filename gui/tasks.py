"""Our algorithms in QGIS's task manager, from the console, a script or a menu action.

from evenlight.gui.tasks import run_in_background

def done(ok, results, message):
    print(results["OUTPUT"] if ok else message)

task = run_in_background("global_regression", {"INPUT": layers, "OUTPUT_FOLDER": folder}, done)
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..algorithms.language import worded
from ..core.errors import Cancelled, printable
from ..core.messages import Message

translate = QCoreApplication.translate

Finished = Callable[[bool, dict, str], None]
"""Called as ``on_finished(ok, results, message)``."""

LOG = "Evenlight"
PROVIDER = "evenlight:"
PATIENCE = 2000
"""Milliseconds; a cancel is answered within half of it."""

_RUNNING: set[AlgorithmTask] = set()
"""Python owns context and feedback; without a reference they vanish under the running task."""


class AlgorithmTask(QgsTask):
    """One run of an algorithm, prepared and finished in the main thread, computed in another."""

    completed = pyqtSignal(bool, dict, str)
    """What `on_finished` gets, once, in the main thread: ``ok, results, message``."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, parameters: dict, on_finished: Finished | None = None):
        super().__init__(_describe(algorithm, parameters), QgsTask.Flag.CanCancel)
        self._algorithm = algorithm
        self._parameters = parameters
        self._on_finished = on_finished
        self._results: dict = {}
        self._message = ""
        self._feedback = QgsProcessingFeedback()
        self._feedback.progressChanged.connect(self.setProgress)
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self._feedback)
        self._ready = self._check() and self._prepare()

    def run(self) -> bool:
        """Compute, in a worker thread; nothing may escape from here, QGIS would lose it."""
        if not self._ready:
            return False
        try:
            self._results = self._algorithm.runPrepared(self._parameters, self._context, self._feedback)
        except QgsProcessingException as error:
            self._message = str(error)
            return False
        except Exception:
            # A mistake of ours: its traceback is what a report of it needs.
            self._message = traceback.format_exc()
            return False
        return not self._feedback.isCanceled()

    def cancel(self) -> None:
        """Ask the algorithm to stop; it does so at its next tile and leaves no file."""
        self._feedback.cancel()
        super().cancel()

    def finished(self, ok: bool) -> None:
        """Load what the run made and tell the outcome, in the main thread."""
        if ok:
            try:
                self._algorithm.postProcess(self._context, self._feedback)
                load_layers(self._context, self._feedback)
            except Exception:
                ok = False
                self._message = traceback.format_exc()
        if not ok and not self._message:
            self._message = str(Cancelled())
        _log(self.description(), ok, self._message, self._feedback.isCanceled())
        _RUNNING.discard(self)
        results = dict(self._results) if ok else {}
        self.completed.emit(ok, results, self._message)
        if self._on_finished is not None:
            try:
                self._on_finished(ok, results, self._message)
            except Exception:
                _log(self.description(), False, traceback.format_exc(), False)

    def _check(self) -> bool:
        """What the dialog checks before a run."""
        fits, message = self._algorithm.canExecute()
        if fits:
            fits, message = self._algorithm.checkParameterValues(self._parameters, self._context)
        if not fits:
            self._message = message
        return fits

    def _prepare(self) -> bool:
        """Let the algorithm read layers, which only the main thread may."""
        if self._algorithm.prepare(self._parameters, self._context, self._feedback):
            return True
        self._message = self._feedback.textLog().strip()
        return False


def run_in_background(algorithm_id: str, parameters: dict, on_finished: Finished | None = None) -> QgsTask:
    """Run one of our algorithms in QGIS's task manager and return its task at once.

    `algorithm_id` is the id with or without "evenlight:", `parameters` are those of
    ``processing.run``.  `on_finished(ok, results, message)` is called once, in the main thread:
    with True, the outputs and "" after success; with False, {} and a sentence after a failed
    check, an error or a cancel.  The task's signal ``completed`` carries the same three.
    Results are added to the project as the toolbox does it.  Progress and cancel are in the
    task manager; ``task.cancel()`` cancels too.  Call it from the main thread.
    """
    full_id = algorithm_id if ":" in algorithm_id else PROVIDER + algorithm_id
    algorithm = None
    if full_id.startswith(PROVIDER):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(full_id)
    if algorithm is None:
        known = sorted(
            found.name()
            for found in QgsApplication.processingRegistry().algorithms()
            if found.id().startswith(PROVIDER)
        )
        raise ValueError(
            translate("Evenlight", "'{}' is none of Evenlight's algorithms: {}.").format(
                printable(algorithm_id), ", ".join(known)
            )
        )
    task = AlgorithmTask(algorithm, dict(parameters), on_finished)
    _RUNNING.add(task)
    QgsApplication.taskManager().addTask(task)
    return task


def cancel_all() -> None:
    """Ask every task to stop and wait for it, but not for ever: what it runs may be about to be unloaded."""
    tasks = list(_RUNNING)
    for task in tasks:
        task.cancel()
    for task in tasks:
        task.waitForFinished(PATIENCE)


def _describe(algorithm: QgsProcessingAlgorithm, parameters: dict) -> str:
    """What the task manager shows, such as "Global regression: 12 rasters"."""
    images = parameters.get("INPUT")
    if isinstance(images, (list, tuple)) and len(images) > 1:
        return worded(Message("{tool}: {n} rasters", "{tool}: {n} raster", tool=algorithm.displayName(), n=len(images)))
    return algorithm.displayName()


def load_layers(
    context: QgsProcessingContext, feedback: QgsProcessingFeedback, sources: Sequence[str] | None = None
) -> None:
    """Add to the project what the algorithm asked to add, or some of it."""
    asked = context.layersToLoadOnCompletion()
    for source in asked if sources is None else sources:
        details = asked[source]
        layer = QgsProcessingUtils.mapLayerFromString(source, context)
        if layer is None:
            feedback.reportError(translate("Evenlight", "{} could not be loaded.").format(source))
            continue
        details.setOutputLayerName(layer)
        details.project.addMapLayer(context.temporaryLayerStore().takeMapLayer(layer))
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(layer, context, feedback)


def _log(description: str, ok: bool, message: str, cancelled: bool) -> None:
    """One line in the message log's own tab; an error also raises the tab's bell."""
    if ok:
        text, level = translate("Evenlight", "finished"), Qgis.MessageLevel.Success
    elif cancelled:
        text, level = message, Qgis.MessageLevel.Info
    else:
        text, level = message, Qgis.MessageLevel.Critical
    QgsMessageLog.logMessage(f"{description}: {text}", LOG, level)
