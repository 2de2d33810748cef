"""Ranks of images by an expression over what is known of them and over a table."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsInterval,
    QgsProcessingParameters,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QByteArray, QCoreApplication, QDate, QDateTime, Qt, QTime

from ..core.errors import EvenlightError, path_text, printable, some
from .language import worded
from .polygons import column_of, layer_source, text_of
from .reader import ParameterReader
from .rows import shown

if TYPE_CHECKING:
    from ..core.raster.image import Image

translate = QCoreApplication.translate

KINDS = {
    QTime: QT_TRANSLATE_NOOP("Evenlight", "a time of day"),
    QgsInterval: QT_TRANSLATE_NOOP("Evenlight", "an interval"),
    QgsGeometry: QT_TRANSLATE_NOOP("Evenlight", "a geometry"),
    QgsFeature: QT_TRANSLATE_NOOP("Evenlight", "a feature"),
    list: QT_TRANSLATE_NOOP("Evenlight", "a list"),
    dict: QT_TRANSLATE_NOOP("Evenlight", "a map"),
    QByteArray: QT_TRANSLATE_NOOP("Evenlight", "binary data"),
}
"""What results of expressions may be beside numbers, days and texts."""

MILLISECONDS = 86_400_000
"""Of a day."""


class Table(NamedTuple):
    """The rows of ``RANK_TABLE`` as plain data."""

    fields: QgsFields
    rows: Sequence[Sequence[object]]
    source: str
    """Where they come from: no result may take its place."""
    column: int | None = None
    """Of the images' names; None: the field that fits most of them."""


def read_table(reader: ParameterReader) -> Table:
    """``RANK_TABLE``, empty where none is given; touches layers."""
    source = None
    if reader.given("RANK_TABLE"):
        source = QgsProcessingParameters.parameterAsSource(*reader.arguments("RANK_TABLE"))
    if source is None:
        # without a table, or the reader has reported that this is none
        return Table(QgsFields(), (), "")
    rows = [feature.attributes() for feature in source.getFeatures()]
    column = column_of(source, reader, "RANK_FIELD", reader.text("RANK_FIELD"))
    return Table(source.fields(), rows, layer_source(reader, "RANK_TABLE"), column)


def check_expression(reader: ParameterReader, by_rank: bool) -> None:
    """Add what is wrong with ``RANK_EXPRESSION`` by itself to the reader's problems; ``by_rank``: whether it counts."""
    text = reader.text("RANK_EXPRESSION")
    if by_rank and not text:
        missing = translate("Evenlight", "RANK_EXPRESSION is missing: seams by rank go by the number that it gives.")
        reader.problems.append(missing)
    unused = [name for name in ("RANK_EXPRESSION", "RANK_TABLE", "RANK_FIELD") if reader.given(name)]
    if unused and not by_rank:
        warning = translate(
            "Evenlight", "Not used, because only seams by rank need it: {}. Choose METHOD rank, or leave it empty."
        )
        reader.warnings.append(warning.format(", ".join(unused)))
    elif text:
        expression = QgsExpression(text)
        if expression.hasParserError():
            reader.problems.append(_unusable(text, expression.parserErrorString()))


def ranks_of(
    text: str, table: Table, paths: Sequence[str], around: QgsExpressionContext
) -> tuple[list[float], list[str]]:
    """The rank of each image, in their order, and what is wrong; ``around``: variables of the project.

    Images that cannot be opened have rank 0: the run itself says why.
    """
    # Imported here: QGIS's start should not wait for numpy and GDAL's bindings.
    from ..core.raster.facts import FACTS, image_facts
    from ..core.raster.image import Image, inspect

    found = [inspect(path, classes=True) for path in paths]
    images = {index: image for index, image in enumerate(found, start=1) if isinstance(image, Image)}
    fields = QgsFields(table.fields)
    for name in FACTS:
        # a field of the table that is called so is meant
        if fields.lookupField(name) < 0:
            fields.append(QgsField(name))
    context = QgsExpressionContext(around)
    context.setFields(fields)
    expression = QgsExpression(text)
    if not expression.prepare(context):
        known = worded(some(fields.names(), 40, quote=""))
        return [], [_unusable(text, f"{expression.evalErrorString()}; {known}")]
    try:
        rows = _rows_of(table, list(images.values()))
    except EvenlightError as problem:
        return [], [str(problem)]
    ranks, problems = [0.0] * len(paths), []
    for (index, image), row in zip(images.items(), rows):
        own = dict.fromkeys(table.fields.names()) if row is None else dict(zip(table.fields.names(), row))
        facts = {name: _for_qgis(value) for name, value in image_facts(image, index).items()}
        values = {**facts, **own}
        feature = QgsFeature(fields)
        feature.setAttributes([values[name] for name in fields.names()])
        context.setFeature(feature)
        result = expression.evaluate(context)
        rank = _number(result)
        if rank is None:
            problems.append(_no_rank(image, result, expression, row is None and bool(table.source)))
        else:
            ranks[index - 1] = rank
    return ranks, problems


def _rows_of(table: Table, images: Sequence[Image]) -> list[Sequence[object] | None]:
    """The row of each image, None for one without.

    Raises `AmbiguousNameError` where a name fits several images, and `EvenlightError` where several rows belong to
    one, or none to any, or the table has no fields.
    """
    from ..core.raster.image_names import find_image, images_by_name

    if not table.source:
        return [None] * len(images)
    known = images_by_name(images)
    columns = [[text_of(row[index]) for row in table.rows] for index in range(table.fields.count())]
    if not columns:
        text = translate("Evenlight", "RANK_TABLE has no fields: choose a table with a field of the images' names.")
        raise EvenlightError(text)
    by_fit = [sum(value in known for value in column) for column in columns]
    chosen = by_fit.index(max(by_fit)) if table.column is None else table.column
    rows: list[Sequence[object] | None] = [None] * len(images)
    for row, value in zip(table.rows, columns[chosen]):
        index = find_image(value or "", known)
        if index is None:
            continue
        if rows[index] is not None:
            text = translate("Evenlight", "RANK_TABLE has more than one row for {}: leave one of them.")
            raise EvenlightError(text.format(path_text(images[index].path)))
        rows[index] = row
    if images and not any(row is not None for row in rows):
        text = translate("Evenlight", "RANK_TABLE has no row for any image: no field holds their names ({}), exactly.")
        raise EvenlightError(text.format(worded(some(image.name for image in images))))
    return rows


def _for_qgis(value: object) -> object:
    """A fact as expressions take it."""
    if isinstance(value, datetime.datetime):
        return QDateTime(QDate(value.year, value.month, value.day), QTime(value.hour, value.minute, value.second))
    return value


def _number(result: object) -> float | None:
    """The rank that a result means: true is 1, days and times rank by time; None for what is no number."""
    text = text_of(result)
    if text is None or isinstance(result, tuple(KINDS)):
        return None
    if isinstance(result, (QDate, QDateTime)):
        return _milliseconds(result)
    try:
        number = float(result if isinstance(result, bool) else text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _milliseconds(moment: QDate | QDateTime) -> float:
    """Since 1970; a day is its midnight, and what says no zone is of UTC, wherever this computer is."""
    if isinstance(moment, QDate):
        moment = QDateTime(moment, QTime(0, 0))
    elif moment.timeSpec() != Qt.TimeSpec.LocalTime:
        moment = moment.toUTC()
    days = moment.date().toJulianDay() - QDate(1970, 1, 1).toJulianDay()
    return float(days * MILLISECONDS + moment.time().msecsSinceStartOfDay())


def _no_rank(image: Image, result: object, expression: QgsExpression, without_row: bool) -> str:
    found = text_of(result)
    kind = next((name for known, name in KINDS.items() if isinstance(result, known)), None)
    if expression.hasEvalError():
        what = expression.evalErrorString()
    elif found is not None and (kind or not isinstance(result, (str, float))):
        kind = kind or QT_TRANSLATE_NOOP("Evenlight", "something else")
        what = translate("Evenlight", "it is {}, which is no number").format(shown(kind))
    elif found is not None:
        what = translate("Evenlight", "'{}' is no number").format(printable(found))
    elif without_row:
        what = translate("Evenlight", "it is NULL, and RANK_TABLE has no row for the image")
    else:
        what = translate("Evenlight", "it is NULL: coalesce() gives such images a number")
    text = translate("Evenlight", "RANK_EXPRESSION gives no rank for {}: {}.")
    return text.format(path_text(image.path), what)


def _unusable(text: str, why: str) -> str:
    sentence = translate("Evenlight", "RANK_EXPRESSION '{}' cannot be used: {}.")
    return sentence.format(printable(text), " ".join(why.split()))
