"""Results in the project: one group on top, no layer twice, and no file that changes by being shown.

GDAL writes a virtual raster's file anew when statistics of it were computed, though it was opened
for reading only: an open layer would put the recipe of an earlier run over that of a later one.
So layers hold the recipe itself as their source.  (``vrt://`` leaves the file alone too, but it
loses masks whose files are named relatively, and all but six digits of gains.)
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..core.mosaicking.settings import IMAGE_FIELD
from .styling import (
    CommonLook,
    Limits,
    is_change,
    is_chosen,
    look_like,
    style_change,
    style_mask,
    style_outlines,
    style_seams,
    style_sources,
)

if TYPE_CHECKING:
    from ..core.radiometry.change_maps import Change

RECIPE_FILE = "evenlight/file"
"""Property of a layer of a virtual result, whose source is the recipe itself: where that is written."""

RESULT, IMAGE_OF_RUN = "evenlight/result", "image"
"""Property of layers that a run brought: they are no images to begin with; and its value for one of several images."""

_KEPT: list[object] = []
"""What QGIS calls and deletes some time later; Python would forget it before."""


def _keep(wrapped: object) -> None:
    """Hold an object until QGIS has deleted it."""
    _KEPT[:] = [kept for kept in _KEPT if not sip.isdeleted(kept)]
    _KEPT.append(wrapped)


Names = tuple[str, str]
"""What Processing calls a result, and what it is called instead."""


class Look(Enum):
    """How a result is drawn."""

    IMAGE = "like the image it came from"
    MASK = "1 in one colour, 0 transparent"
    MASK_AND_REST = "1 and 0 in colours, nodata transparent"
    SOURCES = "a colour for each image"
    CHANGE = "what block maps change, in colours around no change"
    OUTLINES = "polygons that do not hide what lies below"
    PLAIN = "as QGIS draws it"


class Shown(QgsProcessingLayerPostProcessorInterface):
    """What becomes of one result when it is loaded; made where Processing prepares a run, in the main thread."""

    def __init__(self):
        super().__init__()
        self.look, self.common = Look.IMAGE, CommonLook()
        self.origin: QgsRasterLayer | None = None
        """The layer of the image that it came from."""
        self.group: Group | None = None
        """Where the layer goes; None: where Processing puts it."""
        self.place = 0
        """There, from the top."""
        self.of_image = False
        """Whether there is one for each image of the run."""
        self.change: Change | None = None
        """For `Look.CHANGE`."""
        self.closing: list[str] = []
        """Shown when the first result is loaded: a dialog has then filled its log's last screen with outputs."""

    def at(self, group: Group, place: int) -> Shown:
        """The same, with its place in the tree."""
        self.group, self.place = group, place
        return self

    def postProcessLayer(self, layer, context, feedback) -> None:
        """Style one layer and put it into its group; Processing calls this in the main thread."""
        while self.closing:
            feedback.pushInfo(self.closing.pop())
        layer.setCustomProperty(RESULT, IMAGE_OF_RUN if self.of_image and self.look is Look.IMAGE else "yes")
        if self.change is not None:
            style_change(layer, self.change.none, self.change.most)
        else:
            draw(layer, self.look, self.common, self.origin)
        if self.group is not None:
            self.group.take(layer, self.place)


def draw(layer: QgsMapLayer, look: Look, common: CommonLook, origin: QgsRasterLayer | None) -> None:
    """Give a layer its look."""
    if look is Look.SOURCES:
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.mosaicking.source_map import image_numbers

        if isinstance(layer, QgsRasterLayer):
            style_sources(layer, image_numbers(layer.source()))
        else:
            style_seams(layer, IMAGE_FIELD)
        return
    if look is Look.OUTLINES and isinstance(layer, QgsVectorLayer):
        style_outlines(layer)
    if not isinstance(layer, QgsRasterLayer) or look is Look.PLAIN:
        return
    if look is not Look.IMAGE:
        style_mask(layer, others=look is Look.MASK_AND_REST)
        return
    if origin is not None and not sip.isdeleted(origin):
        look_like(layer, origin)
    common.give(layer)


class Group:
    """The results of one run, together on top of the layer tree, where one tick hides them."""

    def __init__(self, title: str, project: QgsProject):
        self._title, self._project = title, project
        self._made: QgsLayerTreeGroup | None = None
        self._places: list[int] = []

    def take(self, layer: QgsMapLayer, place_in: int = 0) -> None:
        """Move a layer here from where Processing put it: the top, or the user's own group for results.

        ``place_in``: below all of lower or equal places.
        """
        root = self._project.layerTreeRoot()
        node = root.findLayer(layer.id())
        if node is None:
            return
        place = node.parent()
        if self._made is None or sip.isdeleted(self._made):
            wanted = place if place is not root and _is_for_results(place) else root
            self._made = wanted.insertGroup(0, self._title)
        above = sum(each <= place_in for each in self._places)
        self._places.insert(above, place_in)
        # QGIS itself adds layers beside the current one, which may be in this group
        others = [child.layerId() if isinstance(child, QgsLayerTreeLayer) else "" for child in self._made.children()]
        if layer.id() in others and others.index(layer.id()) <= above:
            above += 1
        # first there, then gone: a layer that is nowhere in the tree leaves the project
        self._made.insertChildNode(above, node.clone())
        place.removeChildNode(node)


def _is_for_results(group: QgsLayerTreeGroup) -> bool:
    """Whether Processing's options name a group for results, and this is it."""
    return bool(group.name()) and group.name() == QgsSettings().value("Processing/Configuration/RESULTS_GROUP_NAME", "")


class _Refresher(QObject):
    """Reads layers again whose file was replaced, in the main thread wherever the run was."""

    replaced = pyqtSignal(str, object, str)
    """Id of the layer, its look, and its recipe where it has another one now."""

    def __init__(self, project: QgsProject):
        super().__init__()
        self._project = project
        self.replaced.connect(self._refresh)
        # A queued signal then crosses over from a model's thread; from the main thread it is a plain call.
        self.moveToThread(QCoreApplication.instance().thread())
        _keep(self)

    def _refresh(self, layer_id: str, look: CommonLook | Change | None, recipe: str) -> None:
        layer = self._project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            layer.dataProvider().reloadData()
            layer.triggerRepaint()
        if not isinstance(layer, QgsRasterLayer):
            return
        if recipe:
            layer.setDataSource(recipe, layer.name(), "gdal", False)
        else:
            _reload(layer)
        if isinstance(look, CommonLook):
            if not is_chosen(layer):
                look.give(layer)
        elif look is not None and is_change(layer):
            style_change(layer, look.none, look.most)
        layer.triggerRepaint()


class Results(NamedTuple):
    """What a run made and the project may show."""

    paths: Sequence[str]
    sources: Sequence[str]
    """The image that each one came from."""
    images: Sequence[str]
    """All images of the run, and what they are compared with."""
    stretch: Sequence[Limits]
    """Of each band with data; empty where a run tells none."""
    look: Look
    group: Group | None
    """Where they go."""
    name: str
    """Says what was done, with {} for the name of the image's layer."""
    change: Change | None = None
    """What block maps do, for `Look.CHANGE`."""


def show_results(results: Results, shown: Sequence[Shown], context: QgsProcessingContext) -> None:
    """Add results to the project when Processing completes; read those again that are open.

    Without ``shown``, one per result, the user wants nothing added, but layers of replaced files must still be read
    again: they hold the old file.
    """
    project = context.project()
    refresher = _Refresher(project)
    opened = {image: open_layers(image, project)[:1] for image in results.images}
    common = CommonLook([layer for layers in opened.values() for layer in layers], results.stretch)
    look = results.change or (common if shown and results.look is Look.IMAGE else None)
    for number, path in enumerate(results.paths):
        layers, recipe = open_layers(path, project), results.change.recipes[number] if results.change else ""
        for layer in layers:
            # a user may have opened the map itself
            refresher.replaced.emit(layer.id(), look, recipe if layer.source().startswith("<") else "")
        if shown and not layers:
            origin = next(iter(opened[results.sources[number]]), None)
            name = results.name.format(origin.name()) if origin and results.name else Path(path).stem
            details = QgsProcessingContext.LayerDetails(name, project, "OUTPUT")
            # A recipe as source has no name to take one from.
            details.forceName = True
            one = shown[number]
            one.look, one.common, one.origin, one.group = results.look, common, origin, results.group
            one.change, one.of_image = results.change, True
            # in the order of the images, above what else the run gives; Processing loads by names of files
            one.place = number - len(results.paths)
            details.setPostProcessor(one)
            # The context deletes it in the end, so each layer needs its own.
            _keep(one)
            context.addLayerToLoadOnCompletion(_layer_to_load(path, context, recipe), details)
    # Comes after the signals above, in whichever thread they are handled.
    refresher.deleteLater()


def draw_when_loaded(
    path: str, images: Sequence[str], look: Look, shown: Shown, context: QgsProcessingContext, names: Names = ("", "")
) -> None:
    """Give a result that Processing itself may load its look, its place in the tree, and the name of its image.

    ``names``: what Processing calls it unless a user says so, and what it is called instead, with {} for the layer.
    """
    project = context.project()
    refresher = _Refresher(project)
    layers = [layer for kind in (QgsRasterLayer, QgsVectorLayer) for layer in open_layers(path, project, kind)]
    origins = [layer for image in images for layer in open_layers(image, project)[:1]]
    common = CommonLook(origins)
    # Processing finds open layers by their source, which is a recipe here, and would add another one.
    doubled = bool(layers) and path.endswith(".vrt") and context.willLoadLayerOnCompletion(path)
    for layer in layers:
        refresher.replaced.emit(layer.id(), common if doubled else None, "")
    refresher.deleteLater()
    if doubled:
        waiting = context.layersToLoadOnCompletion()
        del waiting[path]
        context.setLayersToLoadOnCompletion(waiting)
    elif context.willLoadLayerOnCompletion(path):
        path = load_instead(path, _layer_to_load(path, context), context)
        details = context.layerToLoadOnCompletionDetails(path)
        recipe = context.temporaryLayerStore().mapLayer(path)
        if recipe is not None:
            # Processing would take a name from the recipe.
            details.name, details.forceName = _name_of(_file(recipe), details), True
        elif names[1] and (origins or "{}" not in names[1]) and names[0] == details.name == _name_of(path, details):
            details.name, details.forceName = names[1].format(*[layer.name() for layer in origins[:1]]), True
        shown.look, shown.common = look, common
        shown.origin = origins[0] if origins else None
        _keep(shown)
        details.setPostProcessor(shown)


def _name_of(path: str, details: QgsProcessingContext.LayerDetails) -> str:
    """How Processing would call a layer of a file, as its options say."""
    if path.endswith((".gpkg", ".geojson")):
        layer = QgsVectorLayer(path, "", "ogr")
    else:
        # without a style, for which QGIS may take statistics
        layer = QgsRasterLayer(path, "", "gdal", QgsRasterLayer.LayerOptions(False))
    details.setOutputLayerName(layer)
    return layer.name()


def load_instead(path: str, other: str, context: QgsProcessingContext) -> str:
    """Let Processing load another file or layer, if it was to load that one; returns the other."""
    waiting = context.layersToLoadOnCompletion()
    if path in waiting and other != path:
        waiting[other] = waiting.pop(path)
        context.setLayersToLoadOnCompletion(waiting)
    return other


def _layer_to_load(path: str, context: QgsProcessingContext, recipe: str = "") -> str:
    """What Processing shall load: a file, or the id of a layer, because it takes no recipe by name."""
    if not recipe and not path.endswith(".vrt"):
        return path
    from ..core.raster.virtual_sources import standalone_text

    layer = QgsRasterLayer(recipe or standalone_text(path), Path(path).stem, "gdal")
    if not layer.isValid():
        return path
    layer.setCustomProperty(RECIPE_FILE, path)
    context.temporaryLayerStore().addMapLayer(layer)
    return layer.id()


def _file(layer: QgsMapLayer) -> str:
    """The file that a layer shows."""
    if layer.source().startswith("<"):
        return layer.customProperty(RECIPE_FILE, "")
    return layer.source().split("|")[0]


def _reload(layer: QgsRasterLayer) -> None:
    """Read a layer's file again, as it is: a layer on a virtual raster's own file may write the old recipe first."""
    path = Path(_file(layer))
    if layer.source().startswith("<"):
        from ..core.raster.virtual_sources import standalone_text

        layer.setDataSource(standalone_text(str(path)), layer.name(), "gdal", False)
        return
    content = path.read_bytes() if path.suffix == ".vrt" and path.is_file() else None
    layer.dataProvider().reloadData()
    if content is not None and path.read_bytes() != content:
        beside = path.with_name(f"{path.name}.again")
        beside.write_bytes(content)
        beside.replace(path)
        layer.dataProvider().reloadData()


def open_layers(path: str, project: QgsProject, kind: type[QgsMapLayer] = QgsRasterLayer) -> list[QgsMapLayer]:
    """Layers of the project that show this file."""
    from ..core.raster.image import same_file_key

    wanted = same_file_key(path)
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, kind) and same_file_key(_file(layer)) == wanted
    ]
