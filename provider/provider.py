"""What Processing shows as "Evenlight" in its toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..algorithms import ALGORITHMS
from ..algorithms.base import ICONS

translate = QCoreApplication.translate
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


class EvenlightProvider(QgsProcessingProvider):
    """Offers the algorithms to the toolbox, to models, to scripts and to ``qgis_process``."""

    def id(self) -> str:
        """First half of every algorithm's id; never changes."""
        return "evenlight"

    def name(self) -> str:
        """Name in the toolbox."""
        return "Evenlight"

    def longName(self) -> str:
        """Name where more fits; the toolbox shows it when the pointer rests on the provider."""
        text = translate("Evenlight", "Evenlight: overlapping images agree in colour and become one mosaic. {}")
        return text.format(translate("Evenlight", "Start here: Balance, or Balance and mosaic."))

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """The same icon for callers that draw it in another size."""
        return str(ICONS / "evenlight.svg")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Rasters are written as GeoTIFF (COG is one too)."""
        return ["tif", "tiff"]

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """Polygons are written into one file, which can be put in place at once."""
        return ["gpkg", "geojson"]

    def loadAlgorithms(self) -> None:
        """Make one instance of each algorithm; QGIS owns it."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        # Steps of a model are looked for in the registry, where a new provider comes after it has been loaded.
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for model in example_models():
                self.addAlgorithm(model)


def example_models() -> list[QgsProcessingModelAlgorithm]:
    """The models of the package, in the toolbox to run, and in the folder to open in the model designer."""
    models = []
    for file in sorted(EXAMPLES.glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        if model.fromFile(str(file)):
            # without it runs are not kept in the history
            model.setSourceFilePath(str(file))
            model.setGroup(translate("Evenlight", "Tools: models"))
            models.append(model)
    return models
