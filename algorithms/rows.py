"""Rows of the tables that parameters are written in, and the generic functions over them.

A row says everything about one parameter: its name, the setting of the core that it fills, label,
help, limits.  Its default is the setting's own.  `declare` turns rows into Processing's definitions,
`read` turns what a run was given into plain data, `settings_of` that into settings of the core.

Rows are made when QGIS imports the module, before any translation is loaded: their texts are only
marked there (``QT_TRANSLATE_NOOP("Evenlight", ...)``) and translated when they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import printable
from .language import in_users_language
from .reader import ParameterReader

translate = QCoreApplication.translate
Settings = TypeVar("Settings")


def shown(text: str) -> str:
    """A marked text in the user's language."""
    return in_users_language(text)


def widget(name: str, **others: object) -> dict[str, object]:
    """Metadata that bring a parameter one of our widgets: by name, nothing of them is imported where there are none.

    ``others``: what its class wants.
    """
    module = f"{__package__.rpartition('.')[0]}.gui.widgets.{name}"
    return {"widget_wrapper": {"class": module, **others}}


@dataclass(frozen=True)
class Row:
    """Something that an algorithm declares."""

    name: str
    """Upper case; never changes after a release: saved models hold it."""

    def declare(self, algorithm: QgsProcessingAlgorithm, folded: bool = False) -> None:
        """Add it to an algorithm; ``folded``: the dialog shows it among the advanced parameters."""
        raise NotImplementedError


@dataclass(frozen=True)
class Parameter(Row):
    """A parameter; a kind of parameters brings `definition` and `read`."""

    settings: type | None = None
    """The core's settings that it belongs to; None: it is no setting."""
    setting: str = ""
    """Which of these settings it is; empty: the one that is called like it."""
    label: str = ""
    """Marked for translation, like the help."""
    help: str = ""
    """Says when to change the value."""
    default: object = None
    """Where it is not that of the settings."""
    optional: bool = False
    """Whether it may be left empty."""

    def definition(self) -> QgsProcessingParameterDefinition:
        """What Processing makes its widget of; flags and help are added to it."""
        raise NotImplementedError

    def read(self, reader: ParameterReader) -> object:
        """The value of a run as plain data; what is wrong with it becomes one of the reader's problems."""
        raise NotImplementedError

    def first_value(self) -> object:
        """The default: that of the core's settings, unless the row has its own."""
        if self.default is None and self.settings is not None:
            return getattr(self.settings, self.setting_name())
        return self.default

    def setting_name(self) -> str:
        """Which setting of `settings` it is."""
        return self.setting or self.name.lower()

    def may_be_empty(self) -> bool:
        """Whether nothing is a value."""
        return self.optional

    def declare(self, algorithm: QgsProcessingAlgorithm, folded: bool = False) -> None:
        """Add it to an algorithm; ``folded``: the dialog shows it among the advanced parameters."""
        flags = QgsProcessingParameterDefinition.Flag
        definition = self.definition()
        if self.may_be_empty():
            definition.setFlags(definition.flags() | flags.FlagOptional)
        if folded:
            definition.setFlags(definition.flags() | flags.FlagAdvanced)
        definition.setHelp(shown(self.help))
        algorithm.addParameter(definition)

    def fits(self, reader: ParameterReader) -> bool:
        """Whether QGIS takes the value; a sentence says it where it does not."""
        value = reader.parameters.get(self.name)
        if reader.definition(self.name).checkValueIsAcceptable(value, reader.context):
            return True
        if value is None or value == "":
            if reader.in_dialog:
                # there its label stands for the name
                text = translate("Evenlight", "{} is missing.")
            else:
                text = translate("Evenlight", "{} is missing: {}.")
            reader.problems.append(text.format(self.name, shown(self.label)))
        else:
            reader.problems.append(self.refusal(printable(str(value))))
        return False

    def refusal(self, value: str) -> str:
        """What is wrong with a value that QGIS does not take."""
        return translate("Evenlight", "{}: '{}' cannot be used here.").format(self.name, value)


@dataclass(frozen=True)
class Destination(Parameter):
    """Where a run writes a file or files."""

    by_default: bool = False
    """Whether it is written where the user says nothing, though it is optional."""

    def is_made_unasked(self) -> bool:
        """Whether a run writes it when the user says nothing."""
        return self.by_default or not self.optional

    def read(self, reader: ParameterReader) -> str | None:
        """The place, None where nothing shall be written; may make up a temporary one, so it is read once."""
        raise NotImplementedError


def declare(algorithm: QgsProcessingAlgorithm, rows: Sequence[Row], plain: Sequence[str]) -> None:
    """Add parameters and outputs to an algorithm: first those in plain view, then the folded ones.

    ``plain``: names of the former, in the order of the dialog.
    """
    by_name = {row.name: row for row in rows if isinstance(row, Parameter)}
    for name in plain:
        by_name[name].declare(algorithm)
    for row in rows:
        if row.name not in plain or not isinstance(row, Parameter):
            row.declare(algorithm, folded=True)


def read(rows: Iterable[Row], reader: ParameterReader) -> dict[str, object]:
    """What a run was given, by name, but for destinations; what does not fit is left out."""
    parameters = [row for row in rows if isinstance(row, Parameter)]
    fitting = [row for row in parameters if row.fits(reader)]
    return {row.name: row.read(reader) for row in fitting if not isinstance(row, Destination)}


def read_destinations(rows: Iterable[Row], reader: ParameterReader) -> dict[str, str | None]:
    """Where a run writes, by name; read once, because temporary names are made up here."""
    return {row.name: row.read(reader) for row in rows if isinstance(row, Destination)}


def settings_of(kind: type[Settings], rows: Iterable[Row], values: Mapping[str, object], **others: object) -> Settings:
    """Settings of the core from values that were read; what no row is about keeps the core's default.

    ``others``: settings that are not read as they are.
    """
    given = {
        row.setting_name(): values[row.name] for row in rows if isinstance(row, Parameter) and row.settings is kind
    }
    return kind(**{**given, **others})
