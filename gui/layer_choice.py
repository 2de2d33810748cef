"""Which layers of a project can be images of a run."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer, QgsRasterLayer

from .showing import RESULT


def without_results(layers: Iterable[QgsRasterLayer]) -> list[QgsRasterLayer]:
    """Those that no run brought: an image and its result are not balanced with each other."""
    return [layer for layer in layers if not layer.customProperty(RESULT)]


def rasters_in_files(layers: Iterable[QgsMapLayer]) -> list[QgsRasterLayer]:
    """Those that lie in files: a map of a web service is no image of a run."""
    files = [layer for layer in layers if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal"]
    return [layer for layer in files if layer.isValid()]
