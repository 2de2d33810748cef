"""Results in the project: one common contrast stretch, no layer twice, and no file that changes by being shown.

QGIS stretches each raster by its own values, so images that agree look different again.
Here all results of a run get the same limits.

GDAL writes a virtual raster's file anew when statistics of it were computed, though it was opened
for reading only: an open layer would put the recipe of an earlier run over that of a later one.
So layers hold the recipe itself as their source.  (``vrt://`` leaves the file alone too, but it
loses masks whose files are named relatively, and all but six digits of gains.)
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..core.raster.image import same_file_key
from ..core.raster.virtual_sources import standalone_text

RECIPE_FILE = "evenlight/file"
"""Property of a layer of a virtual result, whose source is the recipe itself: where that is written."""

Stretch = Sequence[tuple[float, float]]
"""Lower and upper limit for each band with data."""

_KEPT: list[object] = []
"""What QGIS calls and deletes some time later; Python would forget it before."""


def _keep(wrapped: object) -> None:
    """Hold an object until QGIS has deleted it."""
    _KEPT[:] = [kept for kept in _KEPT if not sip.isdeleted(kept)]
    _KEPT.append(wrapped)


class CommonStretch(QgsProcessingLayerPostProcessorInterface):
    """Gives one loaded result the stretch of its run; made where Processing prepares a run."""

    def __init__(self):
        super().__init__()
        self.stretch: Stretch = ()

    def postProcessLayer(self, layer, context, feedback) -> None:
        """Style one layer; Processing calls this in the main thread."""
        if isinstance(layer, QgsRasterLayer):
            apply_stretch(layer, self.stretch)


class _Refresher(QObject):
    """Reads layers again whose file was replaced, in the main thread wherever the run was."""

    replaced = pyqtSignal(str, object)

    def __init__(self, project: QgsProject):
        super().__init__()
        self._project = project
        self.replaced.connect(self._refresh)
        # A queued signal then crosses over from a model's thread; from the main thread it is a plain call.
        self.moveToThread(QCoreApplication.instance().thread())
        _keep(self)

    def _refresh(self, layer_id: str, stretch: Stretch | None) -> None:
        layer = self._project.mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            _reload(layer)
            if stretch:
                apply_stretch(layer, stretch)
            layer.triggerRepaint()


def show_results(
    paths: Sequence[str], stretch: Stretch, stylers: Sequence[CommonStretch], context: QgsProcessingContext
) -> None:
    """Add results to the project when Processing completes; read those again that are open.

    Without `stylers`, one per result, the user wants nothing added, but layers of replaced
    files must still be read again: they hold the old file.
    """
    project = context.project()
    refresher = _Refresher(project)
    for number, path in enumerate(paths):
        layers = open_layers(path, project)
        for layer in layers:
            refresher.replaced.emit(layer.id(), stretch if stylers else None)
        if stylers and not layers:
            styler = stylers[number]
            styler.stretch = stretch
            details = QgsProcessingContext.LayerDetails(Path(path).stem, project, "OUTPUT")
            # A recipe as source has no name to take one from.
            details.forceName = True
            details.setPostProcessor(styler)
            # The context deletes it in the end, so each layer needs its own.
            _keep(styler)
            context.addLayerToLoadOnCompletion(_layer_to_load(path, context), details)
    # Comes after the signals above, in whichever thread they are handled.
    refresher.deleteLater()


def _layer_to_load(path: str, context: QgsProcessingContext) -> str:
    """What Processing shall load: a file, or the id of a layer, because it takes no recipe by name."""
    if not path.endswith(".vrt"):
        return path
    layer = QgsRasterLayer(standalone_text(path), Path(path).stem, "gdal")
    if not layer.isValid():
        return path
    layer.setCustomProperty(RECIPE_FILE, path)
    context.temporaryLayerStore().addMapLayer(layer)
    return layer.id()


def _file(layer: QgsRasterLayer) -> str:
    """The file that a layer shows."""
    if layer.source().startswith("<"):
        return layer.customProperty(RECIPE_FILE, "")
    return layer.source().split("|")[0]


def _reload(layer: QgsRasterLayer) -> None:
    """Read a layer's file again, as it is: a layer on a virtual raster's own file may write the old recipe first."""
    path = Path(_file(layer))
    if layer.source().startswith("<"):
        layer.setDataSource(standalone_text(str(path)), layer.name(), "gdal", False)
        return
    content = path.read_bytes() if path.suffix == ".vrt" and path.is_file() else None
    layer.dataProvider().reloadData()
    if content is not None and path.read_bytes() != content:
        beside = path.with_name(f"{path.name}.again")
        beside.write_bytes(content)
        beside.replace(path)
        layer.dataProvider().reloadData()


def open_layers(path: str, project: QgsProject) -> list[QgsRasterLayer]:
    """Raster layers of the project that show this file."""
    wanted = same_file_key(path)
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and same_file_key(_file(layer)) == wanted
    ]


def apply_stretch(layer: QgsRasterLayer, stretch: Stretch) -> None:
    """Keep the layer's renderer and give each of its bands the common limits."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        for band, set_enhancement in (
            (renderer.redBand(), renderer.setRedContrastEnhancement),
            (renderer.greenBand(), renderer.setGreenContrastEnhancement),
            (renderer.blueBand(), renderer.setBlueContrastEnhancement),
        ):
            if 0 < band <= len(stretch):
                set_enhancement(_enhancement(layer, band, stretch[band - 1]))
    elif isinstance(renderer, QgsSingleBandGrayRenderer) and 0 < _gray_band(renderer) <= len(stretch):
        band = _gray_band(renderer)
        renderer.setContrastEnhancement(_enhancement(layer, band, stretch[band - 1]))
    else:
        # Palettes, classes and the like were chosen on purpose.
        return
    # Limits given by hand: QGIS must not compute its own again.
    renderer.setMinMaxOrigin(QgsRasterMinMaxOrigin())
    layer.triggerRepaint()
    layer.emitStyleChanged()


def _gray_band(renderer: QgsSingleBandGrayRenderer) -> int:
    """The band shown, 0 if none: QGIS 3.38 deprecates `grayBand`, and 3.22 lacks its successor."""
    return next(iter(renderer.usesBands()), 0)


def _enhancement(layer: QgsRasterLayer, band: int, limits: tuple[float, float]) -> QgsContrastEnhancement:
    enhancement = QgsContrastEnhancement(layer.dataProvider().dataType(band))
    enhancement.setMinimumValue(limits[0])
    enhancement.setMaximumValue(limits[1])
    enhancement.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    return enhancement
