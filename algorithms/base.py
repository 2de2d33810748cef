"""What all our algorithms share: checks, the border for errors, results and their loading."""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..core.errors import EvenlightError, sentences
from ..core.settings import (
    CalculationType,
    CommonLight,
    ConstantBorder,
    ExecutionSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
    SelectionMode,
    StatisticsSettings,
)
from . import names
from .polygons import read_mask
from .progress import FeedbackProgress
from .reader import ParameterReader

if TYPE_CHECKING:
    from ..core.jobs import BalanceResult, MaskResult, TonedResult

translate = QCoreApplication.translate

ICONS = Path(__file__).resolve().parents[1] / "icons"
NEEDED = ("numpy", "scipy", "osgeo")
"""Python packages that every QGIS installer brings; Debian has scipy apart."""


_presentation: list[Presentation] = []


class Presentation(Protocol):
    """What shows results in a project; it stands above the algorithms, so the provider brings it."""

    CommonStretch: Callable[[], object]
    """Makes what gives one loaded result the stretch of its run."""

    def show_results(self, paths: Sequence[str], stretch: Sequence, stylers: Sequence, context: object) -> None:
        """Add results to the project, or read those again that are open."""


def present_with(chosen: Presentation) -> None:
    """Let results be shown by ``chosen`` from now on."""
    _presentation[:] = [chosen]


def presentation() -> Presentation:
    """What shows results."""
    return _presentation[0]


class EvenlightAlgorithm(QgsProcessingAlgorithm):
    """A Balance algorithm; a subclass declares, reads its settings and calls one core function.

    QGIS makes one instance per run, so what a run needs is kept on the instance as plain data:
    read in `prepareAlgorithm`, where layers may be touched, used in `processAlgorithm`, where
    they may not.
    """

    minimum_images = 2
    images_go_together = True
    """Whether the images must have the same bands."""

    def __init__(self):
        super().__init__()
        self.images: list[str] = []
        self.statistics = StatisticsSettings()
        self.execution = ExecutionSettings()
        self.output = OutputSettings()
        self.mask = None
        self.load_outputs = False
        self._problems: list[str] = []
        self._warnings: list[str] = []
        self._result: BalanceResult | MaskResult | TonedResult | None = None
        self._stylers = []

    # What a subclass brings.

    def read(self, reader: ParameterReader) -> None:
        """Turn the subclass's own parameters into settings of the core."""
        raise QgsProcessingException(self.id())

    def read_images(self, reader: ParameterReader) -> list[str]:
        """The images of the run."""
        return reader.rasters(names.INPUT)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Call the core and give the outputs; destinations are read here, once."""
        raise QgsProcessingException(self.id())

    def explanation(self) -> str:
        """What the algorithm is for, as HTML."""
        raise QgsProcessingException(self.id())

    # Identity.

    def createInstance(self):
        """A fresh instance for a run."""
        return type(self)()

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Balance")

    def groupId(self) -> str:
        """Never changes."""
        return "balance"

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """One icon per algorithm, named by its id."""
        return str(ICONS / f"{self.name()}.svg")

    def shortHelpString(self) -> str:
        """The explanation and each parameter's help; QGIS shows the latter as tooltips only."""
        # As in the dialog, the folded ones come last.
        advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        ordered = sorted(self.parameterDefinitions(), key=lambda found: bool(found.flags() & advanced))
        lines = [f"<p><b>{found.description()}</b><br>{found.help()}</p>" for found in ordered]
        return self.explanation() + "<hr>" + "".join(lines)

    def helpUrl(self) -> str:
        """Where the method is explained."""
        return "https://github.com/evenlight/evenlight#readme"

    # Checks.

    def canExecute(self) -> tuple[bool, str]:
        """Whether this QGIS has what the core needs."""
        missing = [package for package in NEEDED if importlib.util.find_spec(package) is None]
        if not missing:
            return True, ""
        return False, translate(
            "Evenlight",
            "Evenlight needs the Python packages {}. QGIS's installers bring them; on Debian and Ubuntu run: "
            "apt-get install python3-numpy python3-scipy python3-gdal",
        ).format(", ".join(missing))

    def checkParameterValues(self, parameters, context):
        """Our sentences instead of QGIS's "Incorrect parameter value"."""
        complete, sentence = self.canExecute()
        if not complete:
            return False, sentence
        reader = self._read_all(parameters, context)
        problems = self._with_image_problems(reader.problems)
        return not problems, sentences(problems)

    def _read_all(self, parameters: dict, context: QgsProcessingContext) -> ParameterReader:
        """Read everything but destinations and the mask's polygons."""
        reader = ParameterReader(self, parameters, context)
        reader.check_values()
        self.images = self.read_images(reader)
        self.statistics = read_statistics(reader, self)
        self.execution = read_execution(reader, self)
        if self.parameterDefinition(names.OUTPUT_NAME) is not None:
            self.output = read_output(reader, self)
        if self.parameterDefinition(names.LOAD_OUTPUTS) is not None:
            self.load_outputs = reader.switch(names.LOAD_OUTPUTS)
        self.read(reader)
        return reader

    def _with_image_problems(self, problems: list[str]) -> list[str]:
        """Add what opening the images shows; only where the run fails anyway, because it takes time."""
        if not problems or not self.images:
            return problems
        from ..core.checks import find_images, find_single_images

        # The count has been checked; here one image may be looked at alone.
        find = find_images if self.images_go_together else find_single_images
        return [*problems, *map(str, find(self.images, 1)[1])]

    # A run.

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        """Turn layers into plain data; problems are told when the run starts."""
        complete, sentence = self.canExecute()
        if not complete:
            self._problems = [sentence]
            return True
        reader = self._read_all(parameters, context)
        if self.parameterDefinition(names.MASK) is not None:
            self.mask = read_mask(self, parameters, context, reader)
        if self.load_outputs:
            self._stylers = [presentation().CommonStretch() for _ in self.images]
        self._problems = reader.problems
        self._warnings = reader.warnings
        return True

    def processAlgorithm(self, parameters, context, feedback) -> dict:
        """Check again, since models and tasks did not, and run; the one border for errors.

        A cancel is one of them: whoever gets nothing and no error goes on without results, a script to
        its next line, a model to its end, `qgis_process` to the code of success.
        """
        progress = FeedbackProgress(feedback)
        try:
            problems = self._with_image_problems(self._problems)
            if problems:
                raise EvenlightError(sentences(problems))
            for text in self._warnings:
                progress.warn(text)
            return self.compute(ParameterReader(self, parameters, context), progress)
        except EvenlightError as error:
            sentence = str(error)
        # raised out here: the frames of the error hold open files, and consoles keep the last error
        raise QgsProcessingException(sentence)

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:
        """Show the results: new ones are added, open ones read again."""
        if self._result is not None and context.project() is not None:
            presentation().show_results(self._result.outputs, self._result.stretch, self._stylers, context)
        return {}

    def output_in_folder(self, reader: ParameterReader) -> OutputSettings:
        """The output's settings with the folder, which may be made up for this run."""
        return replace(self.output, folder=reader.destination(names.OUTPUT_FOLDER))

    def keep(self, result: BalanceResult | MaskResult | TonedResult) -> dict:
        """The rasters of a run as output; they are shown at its end."""
        self._result = result
        return {names.OUTPUT: list(result.outputs)}

    def finish(self, result: BalanceResult, progress: FeedbackProgress) -> dict:
        """Outputs of an algorithm that wrote corrected images."""
        outputs = {**self.keep(result), names.CLIPPED: result.clipped}
        quality = result.quality
        if quality is not None:
            numbers = {
                names.RMSE_BEFORE: quality.rmse_before,
                names.RMSE_AFTER: quality.rmse_after,
                names.CONTRAST_KEPT: quality.contrast_kept,
                names.GROUPS: quality.groups,
                names.REJECTED: quality.rejected,
            }
            # JSON, in which qgis_process answers, has no word for "not a number".
            outputs.update(
                {
                    name: number if math.isfinite(number) else None
                    for name, number in numbers.items()
                    if self.outputDefinition(name) is not None
                }
            )
        return outputs


def read_statistics(reader: ParameterReader, algorithm: QgsProcessingAlgorithm) -> StatisticsSettings:
    """Which pixels are looked at; an algorithm without a parameter keeps the core's default."""
    has = algorithm.parameterDefinition
    default = StatisticsSettings()
    return StatisticsSettings(
        nodata=reader.optional_number(names.NODATA) if has(names.NODATA) else default.nodata,
        constant_border=(
            reader.word(names.CONSTANT_BORDER, ConstantBorder)
            if has(names.CONSTANT_BORDER)
            else default.constant_border
        ),
        mask_mode=reader.word(names.MASK_MODE, SelectionMode) if has(names.MASK_MODE) else default.mask_mode,
        estimate=reader.switch(names.ESTIMATE_STATISTICS) if has(names.ESTIMATE_STATISTICS) else default.estimate,
        cache_folder=reader.file(names.CACHE_FOLDER) if has(names.CACHE_FOLDER) else default.cache_folder,
        common_light=(
            reader.word(names.COMMON_LIGHT, CommonLight) if has(names.COMMON_LIGHT) else default.common_light
        ),
    )


def read_execution(reader: ParameterReader, algorithm: QgsProcessingAlgorithm) -> ExecutionSettings:
    """How the work is done."""
    has = algorithm.parameterDefinition
    default = ExecutionSettings()
    return ExecutionSettings(
        threads=reader.integer(names.THREADS),
        memory_budget=reader.integer(names.MEMORY_BUDGET),
        window_size=reader.optional_integer(names.WINDOW_SIZE) if has(names.WINDOW_SIZE) else default.window_size,
        calculation=(
            reader.word(names.CALCULATION_DTYPE, CalculationType)
            if has(names.CALCULATION_DTYPE)
            else default.calculation
        ),
        scheduler=reader.text(names.SCHEDULER) if has(names.SCHEDULER) else default.scheduler,
    )


def read_output(reader: ParameterReader, algorithm: QgsProcessingAlgorithm) -> OutputSettings:
    """What kind of files the results are; the folder is known when the run starts."""
    has = algorithm.parameterDefinition
    output = OutputSettings(name=reader.text(names.OUTPUT_NAME))
    if has(names.CREATION_OPTIONS):
        output = replace(output, creation_options=reader.text(names.CREATION_OPTIONS))
    if has(names.OUTPUT_FORMAT):
        output = replace(
            output,
            format=reader.word(names.OUTPUT_FORMAT, OutputFormat),
            dtype=reader.word(names.OUTPUT_DTYPE, OutputType),
            overviews=reader.switch(names.BUILD_OVERVIEWS),
        )
    return output
