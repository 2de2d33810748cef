"""What a preview is made with: parameters as the dialog of Balance knows them, and what the core makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...algorithms.balance import BOTH_STEPS, Balance
from ...algorithms.places import InputFile
from ...algorithms.rows import Destination, Parameter
from ...algorithms.tables.execution import EXECUTION
from ...algorithms.tables.local_step import CORRECTION
from ...algorithms.tables.output import OUTPUT_DTYPE, OUTPUT_FORMAT
from ...core.errors import EvenlightError
from ...core.messages import joined
from ...core.settings import (
    CorrectionKind,
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
    PifSettings,
    StatisticsSettings,
)

translate = QCoreApplication.translate

OVERALL, LOCAL = "overall", "local"
"""Whether the steps are made at all: no parameters of a tool, but which tool it is."""

IMAGES, MODEL_IMAGES = "INPUT", "MODEL_IMAGES"

STRENGTH = "ALPHA"
"""The parameter that is applied at once: nothing is solved again."""


class Read(NamedTuple):
    """What parameters mean."""

    paths: list[str]
    of_global: GlobalSettings | None
    of_local: LocalSettings | None
    statistics: StatisticsSettings
    mask: object
    execution: ExecutionSettings
    dtype: OutputType
    format: OutputFormat
    options: OutputSettings

    @property
    def sources(self) -> tuple:
        """What a trial of the core is made for; with another one everything is read again."""
        return tuple(self.paths), self.statistics, self.mask, self.execution


_SHOWN_AS_LAYERS = {"CORRECTION": replace(CORRECTION, without=(CorrectionKind.GAMMA, CorrectionKind.OFFSET))}
"""Rows with what a preview can show: the core's `WITH_VIRTUAL_FORM`, which is not imported while the panel opens."""


class SettingsOnly(Balance):
    """The parameters of Balance that say how images are balanced: for the dialog behind "More", and to read them."""

    PLAIN = ("INPUT", "MODEL_IMAGES", "MASK", "ALPHA")
    UNFOLDING = ()
    ROWS = (
        *(_SHOWN_AS_LAYERS.get(row.name, row) for row in BOTH_STEPS if not isinstance(row, (Destination, InputFile))),
        replace(OUTPUT_FORMAT, without=(OutputFormat.VIRTUAL,)), OUTPUT_DTYPE, *EXECUTION,
    )  # fmt: skip

    def check_settings(self) -> list[EvenlightError]:
        """Nothing: the core finds it in the worker, where scipy is loaded for it."""
        return []

    def read_all(self, parameters: dict, overall: bool, local: bool) -> Read | str:
        """What parameters mean, or why they mean nothing."""
        # sentences name parameters as a dialog does
        self.in_dialog = True
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        fine, sentence = self.checkParameterValues(parameters, context)
        if not fine:
            return sentence
        self.prepareAlgorithm(parameters, context, QgsProcessingFeedback(False))
        if self._problems:
            return self._worded(joined("\n", self._problems))
        models = self.inputs_named("MODEL_IMAGES")
        of_global = self.settings(GlobalSettings, model_images=models, pif=self.settings(PifSettings))
        output = self.settings(OutputSettings)
        return Read(
            list(self.images),
            of_global if overall else None,
            self.settings(LocalSettings) if local else None,
            self.statistics,
            self.mask,
            self.execution,
            output.dtype,
            output.format,
            output,
        )


ROWS = {row.name: row for row in SettingsOnly.ROWS if isinstance(row, Parameter)}
"""By name: labels, help and limits of the panel's widgets are theirs."""


def reader() -> SettingsOnly:
    """With its parameters declared."""
    return SettingsOnly().create()


class Settings(QObject):
    """The values that are not the default, with their history."""

    changed = pyqtSignal(set)
    """Names of what has another value now."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._values: dict[str, object] = {}
        self._past: list[dict[str, object]] = []
        self._future: list[dict[str, object]] = []
        self._last: set[str] = set()
        """What the last change was of."""

    def value(self, name: str) -> object:
        """Of a parameter, or whether a step is made."""
        if name in self._values:
            return self._values[name]
        return True if name in (OVERALL, LOCAL) else ROWS[name].first_value()

    def set(self, name: str, value: object) -> None:
        """Change one value; it can be undone."""
        self.set_all({**self._values, name: value})

    def set_all(self, values: Mapping[str, object]) -> None:
        """Change all of them, in one step of the history; the strength is dragged, which makes one step in all."""
        kept = {name: value for name, value in values.items() if not _is_default(name, value)}
        names = _differing(kept, self._values)
        if not names:
            return
        if not (names == self._last == {STRENGTH}):
            self._past.append(self._values)
        self._future.clear()
        self._last = names
        self._apply(kept)

    def undo(self) -> None:
        """One step back."""
        self._step(self._past, self._future)

    def redo(self) -> None:
        """One step forth again."""
        self._step(self._future, self._past)

    def values(self) -> dict[str, object]:
        """Those that are not the default, by name."""
        return dict(self._values)

    def differing(self) -> list[str]:
        """Names of what is not the default."""
        return list(self._values)

    def parameters(self, images: Sequence[object], models: Sequence[object]) -> dict[str, object]:
        """What the dialog of Balance would hold."""
        given = {name: value for name, value in self._values.items() if name in ROWS}
        return {IMAGES: list(images), **({MODEL_IMAGES: list(models)} if models else {}), **given}

    def _step(self, source: list[dict[str, object]], target: list[dict[str, object]]) -> None:
        if source:
            target.append(self._values)
            self._last = set()
            self._apply(source.pop())

    def _apply(self, values: dict[str, object]) -> None:
        names = _differing(values, self._values)
        self._values = values
        self.changed.emit(names)


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> set[str]:
    missing = object()
    return {name for name in {*one, *other} if one.get(name, missing) != other.get(name, missing)}


def _is_default(name: str, value: object) -> bool:
    if name in (OVERALL, LOCAL):
        return value is True
    first = ROWS[name].first_value()
    return value == first or (value in (None, "", []) and first in (None, "", ()))
