"""Results of the panel: written by the core, loaded as those of the tools are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtCore import QObject, QTime, QTimer, pyqtSignal

from ...algorithms.balance import Balance
from ...algorithms.balance_and_mosaic import BalanceAndMosaic
from ...algorithms.rows import shown
from ...core.mosaicking.settings import BALANCED_MOSAIC, Blend, SeamMethod, SeamSettings
from ...core.settings import OutputSettings
from ..showing import Group, Look, Results, Shown, open_layers, show_results
from ..tasks import load_layers

if TYPE_CHECKING:
    from ...core.jobs.trial import Found, Trial
    from ...core.log import Log


class Target(NamedTuple):
    """Where results go, and how a mosaic is joined."""

    place: str
    """The folder, or the file of a mosaic."""
    joined: bool
    options: OutputSettings
    blend: Blend = BALANCED_MOSAIC.blend
    method: SeamMethod = SeamMethod.LEAST_VISIBLE
    ranks: Sequence[float] | None = None
    """Of the images, for that method."""
    report: str = ""
    """The page about them, if one is wanted."""
    call: str = ""
    """How to do it again, for the page."""

    @property
    def mosaic(self) -> tuple:
        """What the core takes about the mosaic."""
        return replace(BALANCED_MOSAIC, blend=self.blend), SeamSettings(self.method), self.ranks


def write(target: Target, trial: Trial, found: Found, log: Log) -> list[str]:
    """In the worker; returns the files."""
    from ...core.report.report_file import ReportFile

    page = ReportFile(target.report, target.call) if target.report else None
    if target.joined:
        settings, seams, ranks = target.mosaic
        return [trial.join(found, target.place, target.options, settings, seams, ranks, page, log).output]
    return trial.write(found, replace(target.options, folder=target.place), page, log).outputs


def layers_of(outputs: Sequence[str]) -> list[str]:
    """Ids of layers that show these files, in their order."""
    project = QgsProject.instance()
    return [layer.id() for path in outputs for layer in open_layers(path, project)[:1]]


class Loading(QObject):
    """Adds results to the project, or reads those again that are open: one in each turn of the event loop."""

    loaded = pyqtSignal(list)
    """All are there: the files."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._outputs: list[str] = []
        self._context: QgsProcessingContext | None = None
        self._waiting: list[str] = []

    def start(self, outputs: Sequence[str], images: Sequence[str], found: Found, joined: bool) -> None:
        """In the main thread; `loaded` says when it is done."""
        if self._context is not None:
            # what was written before comes first
            self._load(len(self._waiting))
            self._end()
        tool = BalanceAndMosaic if joined else Balance
        self._context = context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        group = Group(f"{shown(tool.NAME)} {QTime.currentTime().toString('HH:mm')}", QgsProject.instance())
        name = "" if joined else shown(Balance.LAYER_NAME)
        results = Results(outputs, images, images, found.stretch, Look.IMAGE, group, name)
        show_results(results, [Shown() for _ in outputs], context)
        self._outputs, self._waiting = list(outputs), list(context.layersToLoadOnCompletion())
        QTimer.singleShot(0, self._next)

    def stop(self) -> None:
        """Load no more: the project is another one, or there is no panel any more."""
        self._context, self._waiting = None, []

    def _next(self) -> None:
        if self._context is None:
            return
        if self._waiting:
            self._load(1)
            QTimer.singleShot(0, self._next)
        else:
            self._end()

    def _load(self, number: int) -> None:
        layers, self._waiting = self._waiting[:number], self._waiting[number:]
        load_layers(self._context, QgsProcessingFeedback(False), layers)

    def _end(self) -> None:
        # loading lets events through, and so another turn of its own
        if self._context is not None:
            self._context = None
            self.loaded.emit(self._outputs)
