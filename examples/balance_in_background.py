"""Balance the raster layers of the project in the background: global first, then local.

Run it in QGIS's Python console (Show Editor > Open Script).  The desktop stays usable, the
task manager shows the progress and can cancel, and the results are added to the project.
"""

from __future__ import annotations

import tempfile

from qgis.core import Qgis, QgsProject, QgsRasterLayer
from qgis.utils import iface

from evenlight.gui.tasks import run_in_background

folder = tempfile.mkdtemp(prefix="balanced_")


def show(text: str, level: Qgis.MessageLevel) -> None:
    """Tell it in the desktop's message bar."""
    iface.messageBar().pushMessage("Evenlight", text, level)


def adjust_locally(ok: bool, results: dict, message: str) -> None:
    """Take the first step's images into the second."""
    if not ok:
        show(message, Qgis.MessageLevel.Warning)
        return
    run_in_background("local_block_adjustment", {"INPUT": results["OUTPUT"], "OUTPUT_FOLDER": folder}, tell_result)


def tell_result(ok: bool, results: dict, message: str) -> None:
    """Say where the images are and how well they agree."""
    if ok:
        text = "Overlap RMSE {RMSE_BEFORE:.4g} before the local step, {RMSE_AFTER:.4g} after; images in {OUTPUT_FOLDER}"
        show(text.format(**results), Qgis.MessageLevel.Success)
    else:
        show(message, Qgis.MessageLevel.Warning)


images = [
    layer
    for layer in QgsProject.instance().mapLayers().values()
    if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal"
]
task = run_in_background(
    "global_regression", {"INPUT": images, "OUTPUT_FOLDER": folder, "LOAD_OUTPUTS": False}, adjust_locally
)
