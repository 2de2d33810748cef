"""Icons at the size of the toolbox, on light and on dark."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from evenlight.algorithms.base import ICONS

PIXELS = 16
LEAST_CONTRAST, LEAST_AREA = 3.0, 0.2
"""Of WCAG 2.1 for graphics; of the whole square."""


def luminance(colour):
    parts = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(renderer, background):
    """Share of the pixels that differ from the background."""
    image = QImage(PIXELS, PIXELS, QImage.Format.Format_RGB32)
    image.fill(background)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    pixels = [image.pixelColor(column, row) for column in range(PIXELS) for row in range(PIXELS)]
    return sum(contrast(pixel, background) >= LEAST_CONTRAST for pixel in pixels) / len(pixels)


@pytest.mark.parametrize("background", ["#ffffff", "#2b2b2b", "#323232"])
@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda icon: icon.stem)
def test_icons_are_seen_on_light_and_dark(qgis_app, icon, background):
    renderer = QSvgRenderer(str(icon))
    assert renderer.isValid()
    assert seen(renderer, QColor(background)) >= LEAST_AREA
