"""No word of the panel stays English where there is another language."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel, QTableWidget, QTreeView, QWidget


def texts_of(widget):
    """What a widget shows, its tooltip too."""
    found = [widget.toolTip(), widget.accessibleName()]
    if isinstance(widget, (QAbstractButton, QLabel)):
        found.append(widget.text())
    if isinstance(widget, QGroupBox):
        found.append(widget.title())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(number) for number in range(widget.count())]
    if isinstance(widget, (QTreeView, QTableWidget)):
        side = Qt.Orientation.Horizontal
        found += [str(widget.model().headerData(n, side) or "") for n in range(widget.model().columnCount())]
    return found


def test_no_word_of_the_panel_stays_english(cyrillic, previewed):
    shown = [text for widget in previewed.findChildren(QWidget) for text in texts_of(widget)]
    shown += [*previewed.flow.warnings, previewed.flow.verdict]
    names = {"west", "middle", "east", "RMSE", "nbsp"}
    plain = [re.sub("<[^<>]*>", " ", text) for text in shown]
    left = {(word, text) for text in plain for word in re.findall(r"[A-Za-z][a-z]{2,}", text) if word not in names}
    assert left == set()
