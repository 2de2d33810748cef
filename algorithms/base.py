"""What all our algorithms share: checks, the border for errors, results and their loading."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Optional, TypeVar

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QTime
from qgis.PyQt.QtGui import QIcon

from ..core.errors import EvenlightError, sentences
from ..core.installing import how_to_install
from ..core.messages import in_language
from ..core.mosaicking.settings import Overlap, SeamMethod, SeamSettings
from ..core.settings import ExecutionSettings, OutputSettings, SelectionMode, StatisticsSettings
from ..gui.showing import Group, Look, Results, Shown, draw_when_loaded, show_results
from .calls import call_text
from .groups import BALANCE
from .help import help_url
from .language import in_users_language, worded
from .places import Raster, Rasters
from .polygons import layer_source, read_mask, read_polygons, read_seam_polygons
from .progress import FeedbackProgress
from .ranks import Table, check_expression, ranks_of, read_table
from .reader import ParameterReader
from .results import Result
from .rows import Parameter, Row, declare, read, read_destinations, settings_of, shown
from .wording import in_words

if TYPE_CHECKING:
    from ..core.radiometry.change_maps import Change

translate = QCoreApplication.translate
Settings = TypeVar("Settings")
Files = Mapping[str, Optional[str]]
"""Where a run writes, by name of the parameter; None: this file is not wanted."""

ICONS = Path(__file__).resolve().parents[1] / "icons"
NEEDED = ("numpy", "scipy", "osgeo")
"""Python packages that every QGIS installer brings; Debian has scipy apart."""


class EvenlightAlgorithm(QgsProcessingAlgorithm):
    """An algorithm: its texts, a table of its parameters and outputs, and `compute`, the call of its job.

    QGIS makes one instance per run, so what a run needs is kept on the instance as plain data: read in
    `prepareAlgorithm`, where layers may be touched, used in `processAlgorithm`, where they may not.
    """

    ID = ""
    """Second half of the id; never changes.  An icon has this name."""
    GROUP = BALANCE
    NAME = ""
    """In the toolbox; all texts are marked for translation."""
    SUMMARY = ""
    """One line for the locator and the tooltip."""
    TAGS = ""
    """Words that users type, with commas between them."""
    EXPLANATION = ""
    """Purpose, method, and when to choose what, as HTML."""
    ROWS: Sequence[Row] = ()
    """Parameters and outputs."""
    PLAIN: Sequence[str] = ()
    """Names of the parameters in plain view, at most seven, in their order; the dialog folds all others."""
    UNFOLDING: Sequence[str] = ()
    """Names of those in plain view whose choices want folded ones; the dialog then opens the fold."""
    IMAGE_PARAMETERS: Sequence[str] = ("INPUT",)
    """Names of the parameters whose rasters are the images of a run."""
    COMPARED_WITH: Sequence[str] = ()
    """Names of those whose rasters are none of these, but are looked at beside the results and drawn alike."""
    IMAGES_GO_TOGETHER = False
    """Whether the images must have the same bands."""
    TAKES_CLASSES = False
    """Whether values may be indices of a palette."""
    NEEDS_PLACES = True
    """Whether a run of any kind needs to know where the images lie."""
    LAYER_NAME = ""
    """What a result is called in the project, with {} for its image's layer; empty: as its file."""
    LAYER_NAMES: Mapping[str, str] = {}
    """The same of other results, by name of the output, where their labels say what to do."""
    LOOKS: Mapping[str, Look] = {}
    """How results are drawn, by name of the output, the uppermost first."""

    def __init__(self):
        super().__init__()
        self.in_dialog = False
        """Whether a dialog shows the sentences: then they name parameters as it does."""
        self.values: dict[str, object] = {}
        """What the run was given, by name of the parameter."""
        self.mask = self.avoid = self.edited = self.ranks = None
        self.change: Change | None = None  # what block maps do that were written
        self.rank_table: str | None = None
        """Where the table about images comes from, also where no seam goes by it: no result may take its place."""
        self._table: Table | None = None
        self._problems, self._warnings, self._result = [], [], None
        self.call = self._verdict = ""
        self._files: Files = {}
        self._shown: list[Shown] = []
        self._drawn: dict[str, Shown] = {}

    # What a subclass brings.

    def check(self, reader: ParameterReader) -> None:
        """Add to the reader's problems what is wrong with parameters together."""

    def check_settings(self) -> list[EvenlightError]:
        """What the core finds wrong with the values alone; it is asked before a run, and says the same when one starts.

        May raise one of them.
        """
        return []

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Call the core's job and give back its result."""
        raise NotImplementedError

    def destinations(self, reader: ParameterReader) -> dict[str, str | None]:
        """Where a run writes; asked once, because it makes up temporary names."""
        return read_destinations(self.ROWS, reader)

    # What its `compute` needs.

    @property
    def images(self) -> list[str]:
        """The images of the run."""
        return [image for name in self.IMAGE_PARAMETERS for image in self._rasters(name)]

    def _rasters(self, name: str) -> list[str]:
        """Those of one parameter, for one or for many."""
        value = self.values.get(name)
        return value if isinstance(value, list) else [value] if value else []

    @property
    def sources(self) -> list[str]:
        """The image of each result that is added to the project."""
        return self._rasters("INPUT")

    @property
    def statistics(self) -> StatisticsSettings:
        """Which pixels are looked at."""
        return self.settings(StatisticsSettings)

    @property
    def execution(self) -> ExecutionSettings:
        """How the work is done."""
        return self.settings(ExecutionSettings)

    def output(self, files: Files) -> OutputSettings:
        """Where the resulting images go and what kind of files they are."""
        return self.settings(OutputSettings, folder=files["OUTPUT_FOLDER"])

    def settings(self, kind: type[Settings], **others: object) -> Settings:
        """Settings of the core from the run's values; ``others``: those that are not read as they are."""
        return settings_of(kind, self.ROWS, self.values, **others)

    def inputs_named(self, name: str) -> tuple[str, ...]:
        """Rasters of another parameter, written as in the images where they are one of them.

        A layer and a relative path of one file may differ.
        """
        from ..core.raster.image import same_file_key

        images = {same_file_key(image): image for image in reversed(self.images)}
        return tuple(images.get(same_file_key(raster), raster) for raster in self.values[name])

    # Identity.

    def createInstance(self):
        """A fresh instance for a run."""
        made = type(self)()
        made.in_dialog = self.in_dialog
        return made

    def name(self) -> str:
        """Second half of the id."""
        return self.ID

    def displayName(self) -> str:
        """Name in the toolbox."""
        return shown(self.NAME)

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return shown(self.SUMMARY)

    def tags(self) -> list[str]:
        """Words that users type."""
        return shown(self.TAGS).split(",")

    def group(self) -> str:
        """Heading in the toolbox."""
        return shown(self.GROUP.label)

    def groupId(self) -> str:
        """Never changes."""
        return self.GROUP.id

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """One icon per algorithm, named by its id."""
        return str(ICONS / f"{self.name()}.svg")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what, as HTML."""
        return shown(self.EXPLANATION)

    def shortHelpString(self) -> str:
        """The explanation, and help on what is in plain view; other help is in tooltips and on the help page."""
        definitions = [self.parameterDefinition(name) for name in self.PLAIN]
        lines = [f"<p><b>{found.description()}</b><br>{found.help()}</p>" for found in definitions]
        more = translate("Evenlight", "Tooltips and the page behind the Help button explain all parameters.")
        return f"{self.explanation()}<hr>{''.join(lines)}<p>{more}</p>"

    def helpUrl(self) -> str:
        """A page of the package, which needs no network."""
        return help_url(self)

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs."""
        declare(self, self.ROWS, self.PLAIN)

    def createCustomParametersWidget(self, parent=None):
        """The dialog; the name is QGIS's."""
        self.in_dialog = True
        try:
            # Imported here: qgis_process has no widgets.
            from ..gui.dialog import Dialog
        except ImportError:
            # Versions after 4.0 move the classes that it is made of: without ours QGIS shows its own.
            return None
        return Dialog(self, parent)

    # Checks.

    def canExecute(self) -> tuple[bool, str]:
        """Whether this QGIS has what the core needs."""
        missing = [package for package in NEEDED if importlib.util.find_spec(package) is None]
        if not missing:
            return True, ""
        remedy = worded(how_to_install("python3-numpy python3-scipy python3-gdal", "scipy"))
        text = translate(
            "Evenlight", "Evenlight needs the Python packages {}. QGIS's full installers bring them; without them {}."
        )
        return False, text.format(", ".join(missing), remedy)

    def checkParameterValues(self, parameters, context):
        """Our sentences instead of QGIS's "Incorrect parameter value"."""
        complete, sentence = self.canExecute()
        if not complete:
            return False, sentence
        reader = self._read(parameters, context)
        problems = self._with_image_problems(reader.problems or self._problems_of_settings())
        # a name that is misspelt is often what is missing
        return not problems, self._worded(sentences([*problems, *reader.unknown()])) if problems else ""

    def _problems_of_settings(self) -> list[str]:
        """What the run would refuse whatever the images; scripts get all problems at once, from the run."""
        if not self.in_dialog:
            return []
        try:
            return [str(problem) for problem in self.check_settings()]
        except EvenlightError as problem:
            return [str(problem)]

    def _worded(self, sentence: str) -> str:
        if not self.in_dialog:
            return worded(sentence)
        rows = [row.name for row in self.ROWS if isinstance(row, (Raster, Rasters))]
        return in_words(worded(sentence), self.ROWS, [raster for name in rows for raster in self._rasters(name)])

    def _read(self, parameters: dict, context: QgsProcessingContext) -> ParameterReader:
        """Read everything but destinations and the mask's polygons."""
        reader = ParameterReader(self, parameters, context)
        self.values = read(self.ROWS, reader)
        self.check(reader)
        if "RANK_EXPRESSION" in self.values:
            check_expression(reader, self._goes_by_rank())
        return reader

    def _goes_by_rank(self) -> bool:
        """Whether seams are looked for, by the ranks of images."""
        overlap = self.values.get("OVERLAP")
        # what no polygon claims a mosaic gives by distance, unless some of them are free
        followed = self.values.get("SEAMLINES") and not self.values.get("LOCKED_FIELD")
        if overlap is not None and (overlap is not Overlap.SEAMLINES or followed):
            return False
        rows = (row for row in self.ROWS if isinstance(row, Parameter) and row.settings is SeamSettings)
        return any(self.values.get(row.name) is SeamMethod.RANK for row in rows)

    def _with_image_problems(self, problems: list[str]) -> list[str]:
        """Add what opening the images shows; only where the run fails anyway, because it takes time."""
        if not problems or not self.images:
            return problems
        from ..core.checks import find_images, find_single_images

        # The count has been checked; here one image may be looked at alone.
        classes, placed = self.TAKES_CLASSES, self.NEEDS_PLACES
        if self.IMAGES_GO_TOGETHER:
            found = find_images(self.images, 1, classes=classes)[1]
        else:
            found = find_single_images(self.images, 1, placed=placed, classes=classes)[1]
        return [*problems, *map(str, found)]

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        """Turn layers into plain data; problems are reported when the run starts."""
        complete, problem = self.canExecute()
        if not complete:
            self._problems = [problem]
            return True
        reader = self._read(parameters, context)
        self.call = call_text(self.id(), parameters)
        if self.values.get("MASK"):
            mode = self.values.get("MASK_MODE", SelectionMode.INCLUDE)
            self.mask = read_mask(reader, mode, self.values.get("MASK_FIELD_MATCH"))
        if self.values.get("AVOID"):
            self.avoid = read_polygons(reader, "AVOID", SelectionMode.INCLUDE)
        if self.values.get("SEAMLINES"):
            self.edited = read_seam_polygons(reader)
        if self.values.get("RANK_EXPRESSION") and self._goes_by_rank():
            self._table = read_table(reader)
        if reader.given("RANK_TABLE"):
            self.rank_table = layer_source(reader, "RANK_TABLE") or None
        if self.values.get("LOAD_OUTPUTS"):
            # Processing wants them made in the main thread.
            self._shown = [Shown() for _ in max(self.images, self.sources, key=len)]
        self._drawn = {name: Shown() for name in self.LOOKS}
        self._problems = reader.problems
        self._warnings = [*reader.unknown(), *reader.warnings]
        return True

    @in_language(in_users_language)
    def processAlgorithm(self, parameters, context, feedback) -> dict:
        """Check again, since models and tasks did not, and run; the one border for errors.

        A cancel is one of them: without an error a script would go on to its next line, a model to its end
        and `qgis_process` to the code of success, all without results.
        """
        log, whole = FeedbackProgress(feedback, self._worded), False
        try:
            for text in self._warnings:
                log.warn(text)
            self.look(context)
            problems = self._with_image_problems(self._problems)
            if problems:
                raise EvenlightError(sentences(problems))
            files = self.destinations(ParameterReader(self, parameters, context))
            self._result, self._files = self.compute(files, log), files
            whole = True
            return self.outputs_of(self._result, files)
        except EvenlightError as error:
            sentence = self._worded(str(error))
        finally:
            log.close(whole)
            self._verdict = log.verdict
        # raised out here: the frames of the error hold open files, and consoles keep the last error
        raise QgsProcessingException(sentence)

    def look(self, context: QgsProcessingContext) -> None:
        """Find what opening the images tells, which may take long: their ranks, or why they have none."""
        if self._table is not None:
            expression, around = self.values["RANK_EXPRESSION"], context.expressionContext()
            self.ranks, unranked = ranks_of(expression, self._table, self.images, around)
            self._problems += unranked

    def outputs_of(self, result: object, files: Files) -> dict:
        """Files that were written, and what the table takes from the job's result."""
        outputs = {name: path for name, path in files.items() if path}
        outputs.update({row.name: row.value(result) for row in self.ROWS if isinstance(row, Result)})
        return outputs

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:
        """Show the results: new ones are added, open ones read again."""
        if self._result is None or context.project() is None:
            return {}
        verdict = self._verdict.split(": ")[0].strip(" .\u00a0")
        closing = [f"{self.displayName()}: {verdict}."] if verdict else []
        for one in [*self._shown, *self._drawn.values()]:
            one.closing = closing
        group = Group(f"{self.displayName()} {QTime.currentTime().toString('HH:mm')}", context.project())
        names = {name: shown(label) for name, label in {"OUTPUT": self.LAYER_NAME, **self.LAYER_NAMES}.items() if label}
        for place, (name, look) in enumerate(self.LOOKS.items()):
            if self._files.get(name):
                one = self._drawn[name].at(group, place)
                called = self.parameterDefinition(name).description(), names.get(name, "")
                draw_when_loaded(self._files[name], self.images, look, one, context, called)
        if "LOAD_OUTPUTS" in self.values:
            from ..gui.batch import batch_loads_nothing

            outputs, look = self.outputs_of(self._result, {})["OUTPUT"], self.LOOKS.get("OUTPUT", Look.IMAGE)
            seen = self.images + [raster for other in self.COMPARED_WITH for raster in self._rasters(other)]
            facts = getattr(self._result, "stretch", []), look, group, names.get("OUTPUT", ""), self.change
            wanted = () if batch_loads_nothing(self.ID) else self._shown
            show_results(Results(outputs, self.sources, seen, *facts), wanted, context)
        return {}
