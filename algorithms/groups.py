"""Headings of the toolbox."""

from __future__ import annotations

from typing import NamedTuple

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP


class Group(NamedTuple):
    """A heading in the toolbox."""

    id: str
    """Never changes."""
    label: str
    """Marked for translation."""


# The toolbox sorts groups by their labels: what to begin with comes first, also in translations.
BALANCE = Group("balance", QT_TRANSLATE_NOOP("Evenlight", "Balance: start here"))
MOSAIC = Group("mosaic", QT_TRANSLATE_NOOP("Evenlight", "Mosaic"))
INSPECT = Group("inspect", QT_TRANSLATE_NOOP("Evenlight", "Tools: inspect"))
ALIGN = Group("align", QT_TRANSLATE_NOOP("Evenlight", "Tools: align"))
MASKS = Group("masks", QT_TRANSLATE_NOOP("Evenlight", "Tools: masks"))
RASTER_TOOLS = Group("raster_tools", QT_TRANSLATE_NOOP("Evenlight", "Tools: rasters"))
