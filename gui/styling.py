"""How rasters of a run look: results like the images they came from, and equal values alike in all of them.

QGIS stretches each band of each raster by its own values: images that agree then look different again, and limits of
their own for each band change colours.  So all images of a run, results and open inputs, get one pair of limits for
all bands that are shown, and what QGIS draws as it is stays so.  A style that somebody chose is never touched.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsFillSymbol,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRasterRenderer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayerUtils,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

translate = QCoreApplication.translate

Limits = tuple[float, float]
"""Lowest and highest value of a stretch."""

OURS = "evenlight/limits"
"""Property of a layer: the limits that it was given here, which no user chose."""

SAMPLE = 250_000
"""Pixels from which limits of a raster are estimated, about; as QGIS does."""
CUT = 0.02, 0.98
"""Shares of its values below which they lie."""

MASK_COLOUR, OTHER_COLOUR = QColor(214, 60, 40, 150), QColor(120, 120, 120, 60)
"""Of what a mask means, and of what it was looked for in."""

LESS, NO_CHANGE, MORE = QColor(33, 102, 172), QColor(247, 247, 247), QColor(178, 24, 43)
"""What block maps do to values."""

SEAMS_OPACITY = 0.2
GOLDEN_ANGLE = 137.508

FULL = {Qgis.DataType.Byte: (0.0, 255.0)}
"""What an image that is drawn as it is spans."""


def is_image(layer: QgsRasterLayer) -> bool:
    """Whether it is drawn by values, in colours or greys; palettes and classes are not."""
    return isinstance(layer.renderer(), (QgsMultiBandColorRenderer, QgsSingleBandGrayRenderer))


def limits_of(layer: QgsRasterLayer) -> Limits | None:
    """The pair that all bands of a layer are stretched by; None where there is none, or where bands differ."""
    found = {(each.minimumValue(), each.maximumValue()) for each in _stretches(layer)}
    return found.pop() if len(found) == 1 else None


def is_unstretched(layer: QgsRasterLayer) -> bool:
    """Whether values are drawn as they are."""
    return is_image(layer) and not _stretches(layer)


def is_chosen(layer: QgsRasterLayer) -> bool:
    """Whether somebody chose its style: not what QGIS gives a new layer, nor what it was given here."""
    if not is_image(layer):
        return True
    if is_unstretched(layer):
        return False
    ours = layer.customProperty(OURS)
    if ours and _are_ours(limits_of(layer), ours):
        return False
    origin = layer.renderer().minMaxOrigin()
    whole = origin.extent() == QgsRasterMinMaxOrigin.Extent.WholeRaster
    return not (whole and origin.limits() == QgsRasterMinMaxOrigin.Limits.CumulativeCut)


def set_limits(layer: QgsRasterLayer, limits: Limits) -> None:
    """Stretch all bands that are shown by one pair, and remember that no user chose it."""
    _enhance(layer, lambda band: _enhancement(layer, band, limits))
    layer.setCustomProperty(OURS, "{!r} {!r}".format(*map(float, limits)))


def look_like(layer: QgsRasterLayer, origin: QgsRasterLayer) -> None:
    """Take bands and kind of drawing from the layer that an image came from, where its bands are there."""
    if is_image(layer) and is_image(origin) and max(origin.renderer().usesBands(), default=0) <= layer.bandCount():
        layer.setRenderer(origin.renderer().clone())


class CommonLook:
    """One look for all images of a run, settled when the first result is there."""

    def __init__(self, inputs: Sequence[QgsRasterLayer] = (), stretch: Sequence[Limits] = ()):
        """``inputs``: layers of the images; ``stretch``: limits of each band of the results, where a run tells them."""
        self._inputs = [layer for layer in inputs if is_image(layer)]
        self._stretch = stretch
        self._settled = False
        self._limits: Limits | None = None
        """None: values are drawn as they are."""

    def give(self, layer: QgsRasterLayer) -> None:
        """Draw a result by it, and with the first one the inputs whose style no user chose."""
        if not is_image(layer):
            return
        # layers may be removed from the project while a run is on
        self._inputs = [layer for layer in self._inputs if not sip.isdeleted(layer)]
        if not self._settled:
            self._settle(layer)
        if self._limits is None or (self._limits == _full_range(layer) and all(map(is_unstretched, self._inputs))):
            _enhance(layer, lambda band: None)
            layer.setCustomProperty(OURS, "")
        else:
            set_limits(layer, self._limits)
        layer.triggerRepaint()
        layer.emitStyleChanged()

    def _settle(self, result: QgsRasterLayer) -> None:
        self._settled = True
        inputs = self._inputs
        shown = {limits_of(layer) for layer in inputs}
        full = _full_range((inputs or [result])[0])
        if all(map(is_unstretched, inputs or [result])) and (inputs or full):
            self._limits = full
        elif len(shown) == 1 and None not in shown:
            (self._limits,) = shown
        else:
            self._limits = _common(result, inputs, self._stretch)
            for layer in inputs:
                if self._limits and not is_chosen(layer) and not is_unstretched(layer):
                    set_limits(layer, self._limits)
                    layer.triggerRepaint()
                    layer.emitStyleChanged()


def style_mask(layer: QgsRasterLayer, others: bool = False) -> None:
    """1 in one translucent colour, 0 transparent, or grey with ``others``: then what is nodata is transparent."""
    classes = [QgsPalettedRasterRenderer.Class(1, MASK_COLOUR, translate("Evenlight", "mask"))]
    if others:
        classes.insert(0, QgsPalettedRasterRenderer.Class(0, OTHER_COLOUR, translate("Evenlight", "not in the mask")))
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    layer.triggerRepaint()
    layer.emitStyleChanged()


def is_change(layer: QgsRasterLayer) -> bool:
    """Whether it has the colours that it was given by `style_change`."""
    renderer, ours = layer.renderer(), layer.customProperty(OURS)
    if not isinstance(renderer, QgsSingleBandPseudoColorRenderer) or not ours:
        return False
    return _are_ours((renderer.classificationMin(), renderer.classificationMax()), ours)


def _are_ours(limits: Limits | None, ours: str) -> bool:
    """Whether they are those that were given; QGIS rounds them when it writes a style."""
    return limits is not None and all(map(math.isclose, limits, map(float, ours.split())))


def style_change(layer: QgsRasterLayer, none: float, most: float) -> None:
    """The first band from blue by white to red: less, none, more."""
    shades = [(none - most, LESS), (none, NO_CHANGE), (none + most, MORE)]
    function = QgsColorRampShader(none - most, none + most)
    function.setColorRampType(QgsColorRampShader.Type.Interpolated)
    item = QgsColorRampShader.ColorRampItem
    function.setColorRampItemList([item(value, colour, f"{value:.4g}") for value, colour in shades])
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(none - most)
    renderer.setClassificationMax(none + most)
    layer.setRenderer(renderer)
    layer.setCustomProperty(OURS, f"{none - most!r} {none + most!r}")
    layer.triggerRepaint()
    layer.emitStyleChanged()


def style_sources(layer: QgsRasterLayer, names: Mapping[int, str]) -> None:
    """Each image's number in a colour of its own; ``names``: what legend and values are called."""
    entries = enumerate(names.items())
    kind = QgsPalettedRasterRenderer.Class
    classes = [kind(number, colour_of_place(place), name) for place, (number, name) in entries]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    layer.triggerRepaint()
    layer.emitStyleChanged()


def style_seams(layer: QgsVectorLayer, field: str) -> None:
    """Each image's ground in a colour of its own through which the mosaic shows, with its name on it."""
    index = layer.fields().lookupField(field)
    if index < 0:
        return
    categories = []
    for place, name in enumerate(sorted(map(str, layer.uniqueValues(index)))):
        categories.append(QgsRendererCategory(name, _outlined(colour_of_place(place)), name))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    halo, text = QgsTextBufferSettings(), QgsTextFormat()
    halo.setEnabled(True)
    halo.setColor(QColor("white"))
    text.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.fieldName = field
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
    layer.triggerRepaint()
    layer.emitStyleChanged()


def style_outlines(layer: QgsVectorLayer) -> None:
    """Polygons that let what lies below be seen; lines and tables stay as they are."""
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return
    layer.setRenderer(QgsSingleSymbolRenderer(_outlined(MASK_COLOUR)))
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _outlined(colour: QColor) -> QgsFillSymbol:
    """A polygon in a hint of a colour, within a line of it."""
    inside = QColor(colour)
    inside.setAlphaF(SEAMS_OPACITY)
    line = {"outline_color": QgsSymbolLayerUtils.encodeColor(QColor(colour.rgb())), "outline_width": "0.6"}
    return QgsFillSymbol.createSimple({"color": QgsSymbolLayerUtils.encodeColor(inside), **line})


def colour_of_place(place: int) -> QColor:
    """Of a sequence in which neighbours differ: steps of the golden angle around the circle of hues."""
    return QColor.fromHsv(int(place * GOLDEN_ANGLE) % 360, 150 + 50 * (place % 3), 230 - 40 * (place % 2))


def _common(result: QgsRasterLayer, inputs: Sequence[QgsRasterLayer], stretch: Sequence[Limits]) -> Limits | None:
    """One pair for all bands that are shown: by the run, else by the inputs, else by a sample of the result."""
    bands = _shown_bands(result)
    found = [stretch[band - 1] for band in bands if band <= len(stretch)]
    if not found:
        found = [limits for layer in inputs for limits in _all_limits(layer)]
    if not found:
        provider = result.dataProvider()
        found = [provider.cumulativeCut(band, *CUT, provider.extent(), SAMPLE) for band in bands]
    low, high = min(limits[0] for limits in found), max(limits[1] for limits in found)
    return (low, high) if low < high else None


def _full_range(layer: QgsRasterLayer) -> Limits | None:
    return FULL.get(layer.dataProvider().dataType(next(iter(_shown_bands(layer)), 1)))


def _shown_bands(layer: QgsRasterLayer) -> list[int]:
    """Bands that are drawn as colours, without alpha."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        bands = renderer.redBand(), renderer.greenBand(), renderer.blueBand()
    else:
        # QGIS 3.38 deprecates `grayBand`, and 3.22 lacks its successor
        bands = (next((band for band in renderer.usesBands() if band != renderer.alphaBand()), 0),)
    return [band for band in bands if band > 0]


def _enhancements(renderer: QgsRasterRenderer) -> list[QgsContrastEnhancement | None]:
    if isinstance(renderer, QgsMultiBandColorRenderer):
        return [
            renderer.redContrastEnhancement(), renderer.greenContrastEnhancement(), renderer.blueContrastEnhancement(),
        ]
    return [renderer.contrastEnhancement()]


def _stretches(layer: QgsRasterLayer) -> list[QgsContrastEnhancement]:
    none = QgsContrastEnhancement.ContrastEnhancementAlgorithm.NoEnhancement
    return [each for each in _enhancements(layer.renderer()) if each and each.contrastEnhancementAlgorithm() != none]


def _all_limits(layer: QgsRasterLayer) -> Iterable[Limits]:
    stretched = ((each.minimumValue(), each.maximumValue()) for each in _stretches(layer))
    return stretched if _stretches(layer) else filter(None, [_full_range(layer)])


def _enhance(layer: QgsRasterLayer, enhancement_of: Callable[[int], QgsContrastEnhancement | None]) -> None:
    """Set what a function gives for each band that is shown."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        for band, set_enhancement in (
            (renderer.redBand(), renderer.setRedContrastEnhancement),
            (renderer.greenBand(), renderer.setGreenContrastEnhancement),
            (renderer.blueBand(), renderer.setBlueContrastEnhancement),
        ):
            if band > 0:
                set_enhancement(enhancement_of(band))
    else:
        renderer.setContrastEnhancement(enhancement_of(_shown_bands(layer)[0]))
    # Limits given by hand: QGIS must not compute its own again.
    renderer.setMinMaxOrigin(QgsRasterMinMaxOrigin())


def _enhancement(layer: QgsRasterLayer, band: int, limits: Limits) -> QgsContrastEnhancement:
    enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(band))
    enhancement.setMinimumValue(limits[0])
    enhancement.setMaximumValue(limits[1])
    enhancement.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    return enhancement
