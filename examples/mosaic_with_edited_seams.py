"""One seamless mosaic of the raster layers of the project; seams that you have moved are followed.

Run it in QGIS's Python console (Show Editor > Open Script).  The first run balances the layers, joins them, and adds
the mosaic and its seams as polygons.  Move a seam, or write another image's name into the field ``image`` of a polygon,
save the edits, and run the script again: the mosaic follows them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import processing
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

SEAMS, MOSAIC = "Seams of the mosaic", "Mosaic"

project = QgsProject.instance()
images = [
    layer
    for layer in project.mapLayers().values()
    if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal" and layer.name() != MOSAIC
]
folder = Path(tempfile.mkdtemp(prefix="mosaic_"))
parameters = {"INPUT": images, "OUTPUT": str(folder / "mosaic.tif")}
edited = project.mapLayersByName(SEAMS)
if edited:
    parameters["SEAMLINES"] = edited[0]
else:
    parameters["SAVE_SEAMLINES"] = str(folder / "seams.gpkg")

results = processing.run("evenlight:balance_and_mosaic", parameters)

project.addMapLayer(QgsRasterLayer(results["OUTPUT"], MOSAIC))
if not edited:
    project.addMapLayer(QgsVectorLayer(results["SAVE_SEAMLINES"], SEAMS))
