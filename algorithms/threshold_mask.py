"""Masks from an expression on bands."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.masks.settings import MASK_NAME, MaskPreset, ThresholdSettings
from . import names
from .base import EvenlightAlgorithm
from .execution_parameters import add_own_resources
from .parameters import (
    add_creation_options,
    add_folder,
    add_load_outputs,
    add_name,
    choice,
    declare,
    declare_images,
    real,
    whole,
)
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate


class ThresholdMask(EvenlightAlgorithm):
    """Declares, reads and runs the core's `threshold_mask`."""

    minimum_images = 1
    images_go_together = False

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "threshold_mask"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("ThresholdMask", "Threshold mask")

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Masks")

    def groupId(self) -> str:
        """Never changes."""
        return "masks"

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("ThresholdMask", "Masks clouds, water, plants or whatever a condition on the bands describes")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "ThresholdMask",
            "mask,cloud,shadow,water,vegetation,ndvi,ndwi,threshold,expression,raster calculator,percentile,sieve,"
            "buffer,polygonize,spectralmatch",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "ThresholdMask",
            "<p>Makes a mask of every image: 1 where a condition on its bands holds, 0 where not, no data where the "
            "image has none or the condition divides by zero. The polygons are ready as mask of the Balance tools: "
            "choose the mode exclude and the field <i>image</i>.</p>"
            "<p>Conditions are made of numbers, bands (<i>B1</i>, <i>B2</i>, or <i>blue</i>, <i>green</i>, <i>red</i>, "
            "<i>nir</i>, <i>swir</i> when their numbers are given below), percentiles of a band's valid pixels "
            "(<i>5%B1</i>), + - * / ( ), &lt; &lt;= &gt; &gt;= = != and the words <i>and</i>, <i>or</i>, <i>not</i>. "
            "Band values are those that QGIS shows, with the file's scale and offset applied, times the factor "
            "below.</p>"
            "<p>The presets are conditions too. vegetation: NDVI above 0.2. water: NDWI above 0. cloud: bright in the "
            "blue, white, and bright at 1.6 micrometres. shadow: much darker than the scene's middle in the infrared, "
            "and not as green as water. cloud and shadow compare with the scene's own dark pixels, so haze and "
            "constants that a product adds do no harm, but images that are cloud nearly everywhere cannot be judged. "
            "vegetation is exact only where reflectance begins at 0: it finds less in Landsat Collection 2 without "
            "its offset of -0.2.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        declare_images(
            self,
            self.minimum_images,
            translate(
                "ThresholdMask",
                "Raster layers or files. Each gets a mask of its own; they may differ in everything, if they have the "
                "bands that the condition names.",
            ),
        )
        self._declare_condition()
        self._declare_bands()
        self._declare_cleaning()
        add_name(self, MASK_NAME)
        add_load_outputs(self)
        add_creation_options(self)
        add_own_resources(self)
        add_folder(self, translate("ThresholdMask", "Masks"))
        declare(
            self,
            QgsProcessingParameterVectorDestination(
                names.OUTPUT_POLYGONS,
                translate("ThresholdMask", "Polygons of all masks"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            translate(
                "ThresholdMask",
                "A GeoPackage or GeoJSON file with the outlines of all masks; its field image holds the image's name. "
                "Give it when the mask is to limit the statistics of a Balance tool, or to be edited by hand.",
            ),
        )

    def _declare_condition(self) -> None:
        declare(
            self,
            choice(
                names.PRESET,
                translate("ThresholdMask", "Ready-made condition"),
                MaskPreset,
                ThresholdSettings.preset,
            ),
            translate(
                "ThresholdMask",
                "Choose what to look for, and give the numbers of the bands it needs; vegetation: red, nir; water: "
                "green, nir; cloud: blue, red, swir; shadow: green, nir, swir. none takes the condition written below.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterString(
                names.EXPRESSION,
                translate("ThresholdMask", "Condition"),
                defaultValue=ThresholdSettings.expression,
                optional=True,
            ),
            translate(
                "ThresholdMask",
                "Your own condition instead of a preset, such as B4 > 0.2, (B8 - B4) / (B8 + B4) > 0.3 or "
                "B1 > 98%B1 and not B5 < 5%B5.",
            ),
        )

    def _declare_bands(self) -> None:
        labels = (
            (names.BLUE_BAND, translate("ThresholdMask", "Blue band"), ThresholdSettings.blue_band, ""),
            (names.GREEN_BAND, translate("ThresholdMask", "Green band"), ThresholdSettings.green_band, ""),
            (names.RED_BAND, translate("ThresholdMask", "Red band"), ThresholdSettings.red_band, ""),
            (names.NIR_BAND, translate("ThresholdMask", "Near infrared band"), ThresholdSettings.nir_band, ""),
            (
                names.SWIR_BAND,
                translate("ThresholdMask", "Short-wave infrared band (1.6 micrometres)"),
                ThresholdSettings.swir_band,
                translate(
                    "ThresholdMask",
                    " Where there is none, give the near infrared: snow then counts as cloud.",
                ),
            ),
        )
        for name, label, default, more in labels:
            text = translate(
                "ThresholdMask", "Its number in the images; set it when the preset or the condition needs this band."
            )
            declare(self, whole(name, label, default, 1), text + more)
        scale = real(names.SCALE, translate("ThresholdMask", "Factor to reflectance"), ThresholdSettings.scale, 0.0)
        # The widget's own six decimals would round the factor of Landsat.
        scale.setMetadata({"widget_wrapper": {"decimals": 12}})
        declare(
            self,
            scale,
            translate(
                "ThresholdMask",
                "Every band value is multiplied by it. The presets cloud and shadow need reflectance, 0 to 1: set "
                "0.0001 for Sentinel-2 and 0.0000275 for Landsat Collection 2, unless the files declare it.",
            ),
        )

    def _declare_cleaning(self) -> None:
        declare(
            self,
            whole(
                names.MINIMUM_SIZE,
                translate("ThresholdMask", "Smallest patch (pixels)"),
                ThresholdSettings.minimum_size,
                0,
            ),
            translate(
                "ThresholdMask",
                "Patches and holes with fewer pixels are merged with what surrounds them. Raise it when single roofs "
                "or pebbles of noise are in the mask.",
            ),
        )
        declare(
            self,
            real(names.BUFFER, translate("ThresholdMask", "Grow by (map units)"), ThresholdSettings.buffer, 0.0),
            translate(
                "ThresholdMask",
                "Distance by which the mask grows in all directions, between centres of pixels. A few pixels take in "
                "the thin edges of clouds.",
            ),
        )

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = ThresholdSettings(
            expression=reader.text(names.EXPRESSION),
            preset=reader.word(names.PRESET, MaskPreset),
            blue_band=reader.optional_integer(names.BLUE_BAND),
            green_band=reader.optional_integer(names.GREEN_BAND),
            red_band=reader.optional_integer(names.RED_BAND),
            nir_band=reader.optional_integer(names.NIR_BAND),
            swir_band=reader.optional_integer(names.SWIR_BAND),
            scale=reader.number(names.SCALE),
            minimum_size=reader.integer(names.MINIMUM_SIZE),
            buffer=reader.number(names.BUFFER),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the masks."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import threshold_mask

        output = self.output_in_folder(reader)
        polygons = reader.destination(names.OUTPUT_POLYGONS)
        result = threshold_mask(
            self.images,
            output,
            settings=self.settings,
            polygons=polygons,
            execution=self.execution,
            progress=progress,
        )
        outputs = {**self.keep(result), names.OUTPUT_FOLDER: output.folder}
        return {**outputs, names.OUTPUT_POLYGONS: polygons} if polygons else outputs
