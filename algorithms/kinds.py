"""Kinds of parameters that fill a setting of the core with a value: words, numbers, switches, texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameters,
    QgsProcessingParameterString,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.arguments import choice_of
from ..core.errors import printable
from ..core.settings import CanvasExtent, Choice
from .choices import LABELS
from .reader import ParameterReader
from .rows import Parameter, shown, widget

translate = QCoreApplication.translate

QGIS_WITH_OPTIONS_WIDGET = 34000
"""Since 3.40 a string parameter asks for the raster options widget by name."""


@dataclass(frozen=True)
class OneOf(Parameter):
    """One of the words of an enum of the core; they stay words in models and scripts."""

    without: Sequence[Choice] = ()
    """Words that this algorithm has no use for."""
    labels: Mapping[Choice, str] | None = None
    """What dialogs call the words, where that depends on the parameter."""
    beside: str = ""
    """Name of the parameter without which a choice says nothing."""

    def offered(self) -> list[Choice]:
        """What can be chosen."""
        return [choice for choice in type(self.first_value()) if choice not in self.without]

    def label_of(self, choice: Choice) -> str:
        """What dialogs call a choice, in the user's language."""
        return shown((self.labels or LABELS[type(choice)])[choice])

    def definition(self) -> QgsProcessingParameterEnum:
        """A list to choose from, of labels; words are stored."""
        made = QgsProcessingParameterEnum(
            self.name,
            shown(self.label),
            options=[choice.value for choice in self.offered()],
            defaultValue=str(self.first_value()),
            usesStaticStrings=True,
        )
        labels = [self.label_of(choice) for choice in self.offered()]
        kind = type(self.first_value())
        made.setMetadata(widget("Choices", labels=labels, kind=f"{kind.__module__}.{kind.__name__}"))
        return made

    def fits(self, reader: ParameterReader) -> bool:
        """QGIS takes fewer words than `read`, and says nothing about them."""
        return True

    def read(self, reader: ParameterReader) -> Choice:
        """A member of the enum; one that says nothing is warned of."""
        choice = self.chosen(reader)
        if self.beside and choice is not self.first_value() and not reader.given(self.beside):
            text = translate("Evenlight", "Not used, because {} is empty: {}. Give both, or none.")
            reader.warnings.append(text.format(self.beside, self.name))
        return choice

    def chosen(self, reader: ParameterReader) -> Choice:
        """An unknown word is a problem and never becomes the default."""
        first = self.first_value()
        if not reader.given(self.name):
            return first
        value, offered = reader.value(self.name), reader.definition(self.name).options()
        choice = choice_of(value, type(first), offered)
        if choice is not None:
            return choice
        text = translate("Evenlight", "{}: '{}' is not one of the choices {}.")
        reader.problems.append(text.format(self.name, printable(str(value)), ", ".join(offered)))
        return first


@dataclass(frozen=True)
class Number(Parameter):
    """A floating point number; without a default it may be left empty, which is not 0."""

    limits: tuple[float | None, float | None] = (None, None)
    """Lowest and highest value, both allowed; None: no limit."""
    decimals: int | None = None
    """Of the widget, where its own six round what users give."""

    number_type = QgsProcessingParameterNumber.Type.Double

    def definition(self) -> QgsProcessingParameterNumber:
        """A spin box."""
        limits = {name: limit for name, limit in zip(("minValue", "maxValue"), self.limits) if limit is not None}
        made = QgsProcessingParameterNumber(
            self.name, shown(self.label), type=self.number_type, defaultValue=self.first_value(), **limits
        )
        if self.decimals is not None:
            made.setMetadata({"widget_wrapper": {"decimals": self.decimals}})
        return made

    def may_be_empty(self) -> bool:
        """Whether nothing is a value."""
        return self.first_value() is None

    def read(self, reader: ParameterReader) -> float | None:
        """The number; None where nothing is given and nothing is a value."""
        if self.may_be_empty() and not reader.given(self.name):
            return None
        # QGIS would read such a text as nothing.
        reader.refuse_unlike(self.name, _is_number, translate("Evenlight", "a number"))
        return self.converted(reader)

    def converted(self, reader: ParameterReader) -> float:
        """What QGIS makes of the value."""
        return QgsProcessingParameters.parameterAsDouble(*reader.arguments(self.name))

    def refusal(self, value: str) -> str:
        """With the limits."""
        low, high = self.limits
        if low is not None and high is not None:
            wanted = translate("Evenlight", "a number from {:g} to {:g}").format(low, high)
        elif low is not None:
            wanted = translate("Evenlight", "a number of at least {:g}").format(low)
        else:
            wanted = translate("Evenlight", "a number")
        return translate("Evenlight", "{} must be {}, not '{}'.").format(self.name, wanted, value)


@dataclass(frozen=True)
class Integer(Number):
    """A whole number."""

    number_type = QgsProcessingParameterNumber.Type.Integer

    def converted(self, reader: ParameterReader) -> int:
        """What QGIS makes of the value, which cuts fractions off."""
        value = str(reader.value(self.name))
        if _is_number(value) and float(value) % 1:
            text = translate("Evenlight", "{} must be a whole number, not '{}'.")
            reader.problems.append(text.format(self.name, printable(value)))
        return QgsProcessingParameters.parameterAsInt(*reader.arguments(self.name))


@dataclass(frozen=True)
class Band(Integer):
    """The number of a band."""

    limits: tuple[float | None, float | None] = (1, None)
    parent: str = "INPUT"
    """Name of the parameter with the image, or the images."""

    def definition(self) -> QgsProcessingParameterNumber:
        """A list of the layer's bands."""
        made = super().definition()
        made.setMetadata(widget("Band", parent=self.parent))
        return made


@dataclass(frozen=True)
class Boolean(Parameter):
    """Yes or no."""

    def definition(self) -> QgsProcessingParameterBoolean:
        """A check box."""
        return QgsProcessingParameterBoolean(self.name, shown(self.label), defaultValue=self.first_value())

    def read(self, reader: ParameterReader) -> bool:
        """Yes or no."""
        # QGIS would read such a text as the default.
        reader.refuse_unlike(self.name, _is_boolean, translate("Evenlight", "true or false"))
        return QgsProcessingParameters.parameterAsBool(*reader.arguments(self.name))


@dataclass(frozen=True)
class String(Parameter):
    """A text."""

    def definition(self) -> QgsProcessingParameterString:
        """A line to write in."""
        return QgsProcessingParameterString(self.name, shown(self.label), defaultValue=self.first_value())

    def read(self, reader: ParameterReader) -> str:
        """The text, without blanks around it."""
        return reader.text(self.name)


@dataclass(frozen=True)
class Bands(String):
    """Numbers of bands, such as ``1,3-5``."""

    parent: str = "INPUT"
    """Name of the parameter with the image, or the images."""

    def definition(self) -> QgsProcessingParameterString:
        """A list of the layer's bands."""
        made = super().definition()
        made.setMetadata(widget("Bands", parent=self.parent))
        return made


@dataclass(frozen=True)
class BandOrWord(String):
    """A word, or the number of a band."""

    parent: str = "INPUT"
    """Name of the parameter with the image, or the images."""
    words: Mapping[str, str] | None = None
    """What dialogs call each word; marked for translation."""

    def definition(self) -> QgsProcessingParameterString:
        """A list of the words, and of the layer's bands."""
        made = super().definition()
        words = [[shown(label), word] for word, label in self.words.items()]
        made.setMetadata(widget("Band", parent=self.parent, words=words))
        return made


@dataclass(frozen=True)
class Expression(String):
    """An expression of QGIS."""

    parent: str = ""
    """Name of the parameter with the layer whose fields the widget offers."""

    def definition(self) -> QgsProcessingParameterExpression:
        """A line with the button to the expression dialog."""
        return QgsProcessingParameterExpression(
            self.name, shown(self.label), defaultValue=self.first_value(), parentLayerParameterName=self.parent
        )


@dataclass(frozen=True)
class CreationOptions(String):
    """GDAL's options for a new file."""

    def definition(self) -> QgsProcessingParameterString:
        """The widget of QGIS's own GDAL tools."""
        made = super().definition()
        # By name or dotted path: nothing of the GUI is imported where there is none.
        if Qgis.QGIS_VERSION_INT >= QGIS_WITH_OPTIONS_WIDGET:
            widget = {"widget_type": "rasteroptions"}
        else:
            widget = {"class": "processing.algs.gdal.ui.RasterOptionsWidget.RasterOptionsWidgetWrapper"}
        made.setMetadata({"widget_wrapper": widget})
        return made


@dataclass(frozen=True)
class Extent(Parameter):
    """A rectangle with its coordinate system."""

    def definition(self) -> QgsProcessingParameterExtent:
        """A line with buttons that fill it from the map."""
        return QgsProcessingParameterExtent(self.name, shown(self.label))

    def read(self, reader: ParameterReader) -> CanvasExtent | None:
        """The rectangle; None where nothing is given."""
        if not reader.given(self.name):
            return None
        rectangle = QgsProcessingParameters.parameterAsExtent(*reader.arguments(self.name))
        if rectangle.isNull():
            reader.problems.append(self.refusal(printable(str(reader.parameters[self.name]))))
            return None
        # For a rectangle without a system QGIS would answer with the project's.
        value = reader.value(self.name)
        names_system = isinstance(value, (QgsReferencedRectangle, QgsMapLayer)) or "[" in str(value)
        system = ""
        if names_system and not (isinstance(value, QgsRectangle) and not isinstance(value, QgsReferencedRectangle)):
            system = QgsProcessingParameters.parameterAsExtentCrs(*reader.arguments(self.name)).toWkt()
        return CanvasExtent(
            rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum(), system
        )

    def refusal(self, value: str) -> str:
        """With the form of an extent."""
        text = translate("Evenlight", "{}: '{}' is not an extent (xmin,xmax,ymin,ymax [EPSG:code]).")
        return text.format(self.name, value)


@dataclass(frozen=True)
class System(Parameter):
    """A coordinate system."""

    def definition(self) -> QgsProcessingParameterCrs:
        """A list of systems."""
        return QgsProcessingParameterCrs(self.name, shown(self.label))

    def read(self, reader: ParameterReader) -> str | None:
        """Its WKT; None where nothing is given."""
        if not reader.given(self.name):
            return None
        system = QgsProcessingParameters.parameterAsCrs(*reader.arguments(self.name))
        if not system.isValid():
            reader.problems.append(self.refusal(printable(str(reader.parameters[self.name]))))
        return system.toWkt()

    def refusal(self, value: str) -> str:
        """With the form of a system."""
        text = translate("Evenlight", "{}: '{}' is not a coordinate system (such as EPSG:32633).")
        return text.format(self.name, value)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _is_boolean(text: str) -> bool:
    return text.lower() in ("true", "false", "yes", "no", "1", "0")
