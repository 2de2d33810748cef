"""Masks from an expression on bands."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.errors import EvenlightError
from ..core.masks.settings import MASK_NAME, ThresholdSettings
from ..gui.showing import Look
from .base import EvenlightAlgorithm, Files
from .groups import MASKS
from .kinds import Band, Integer, Number, OneOf, String
from .places import OutputVector
from .progress import FeedbackProgress
from .tables.images import NODATA, SOME_IMAGES
from .tables.output import images_of_one_kind

# fmt: off
INPUT = replace(
    SOME_IMAGES,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Raster layers or files. Each gets a mask of its own; they may differ in everything, if they have the bands "
        "that the condition names."),
)
PRESET = OneOf(
    "PRESET", ThresholdSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Ready-made condition"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Choose what to look for, and give the numbers of the bands it needs, among the advanced parameters. None "
        "takes the condition written below."),
)
EXPRESSION = String(
    "EXPRESSION", ThresholdSettings, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Condition"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Your own condition instead of a preset, such as B4 > 0.2, (B8 - B4) / (B8 + B4) > 0.3 or B1 > 98%B1 and not "
        "B5 < 5%B5."),
)
BLUE_BAND = Band(
    "BLUE_BAND", ThresholdSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Blue band"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The same in all images; choose it when the preset or the condition needs this band."),
)
GREEN_BAND = replace(BLUE_BAND, name="GREEN_BAND", label=QT_TRANSLATE_NOOP("Evenlight", "Green band"))
RED_BAND = replace(BLUE_BAND, name="RED_BAND", label=QT_TRANSLATE_NOOP("Evenlight", "Red band"))
NIR_BAND = replace(BLUE_BAND, name="NIR_BAND", label=QT_TRANSLATE_NOOP("Evenlight", "Near infrared band"))
SWIR_BAND = replace(
    BLUE_BAND, name="SWIR_BAND",
    label=QT_TRANSLATE_NOOP("Evenlight", "Short-wave infrared band (1.6 micrometres)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The same in all images; choose it when the preset or the condition needs this band. Where there is none, give "
        "the near infrared: snow then counts as cloud."),
)
SCALE = Number(
    "SCALE", ThresholdSettings, limits=(0.0, None), decimals=12,
    label=QT_TRANSLATE_NOOP("Evenlight", "Factor to reflectance"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Every band value is multiplied by it. Clouds and shadows need reflectance, 0 to 1: set 0.0001 for "
        "Sentinel-2 and 0.0000275 for Landsat Collection 2, unless the files declare it."),
)
MINIMUM_SIZE = Integer(
    "MINIMUM_SIZE", ThresholdSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smallest patch (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Patches and holes with fewer pixels are merged with what surrounds them. Raise it when single roofs or "
        "pebbles of noise are in the mask."),
)
BUFFER = Number(
    "BUFFER", ThresholdSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Grow by (map units)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Distance by which the mask grows in all directions, between centres of pixels. A few pixels take in the thin "
        "edges of clouds."),
)
OUTPUT_POLYGONS = OutputVector(
    "OUTPUT_POLYGONS", geometry=QgsProcessing.SourceType.TypeVectorPolygon, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Polygons of all masks"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A GeoPackage or GeoJSON file with the outlines of all masks; its field image holds the image's name. Give it "
        "when the mask is to limit the statistics of a Balance tool, or to be edited by hand."),
)


class ThresholdMask(EvenlightAlgorithm):
    """Declares and runs the core's `threshold_mask`."""

    ID = "threshold_mask"
    GROUP = MASKS
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Threshold mask")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Masks clouds, water, plants or whatever a condition on the bands describes")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "mask,cloud,shadow,water,vegetation,ndvi,ndwi,threshold,expression,raster calculator,percentile,sieve,buffer,"
        "polygonize,spectralmatch")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Makes a mask of every image: 1 where a condition on its bands holds, 0 where not, no data where the image "
        "has none or the condition divides by zero. The polygons are ready as mask of the Balance tools: choose the "
        "mode 'Exclude' and the field <i>image</i>.</p><p>Conditions are made of numbers, bands (<i>B1</i>, <i>B2</i>, "
        "or <i>blue</i>, <i>green</i>, <i>red</i>, <i>nir</i>, <i>swir</i> when their numbers are given below), "
        "percentiles of a band's valid pixels (<i>5%B1</i>), + - * / ( ), &lt; &lt;= &gt; &gt;= = != and the words "
        "<i>and</i>, <i>or</i>, <i>not</i>. Band values are those that QGIS shows, with the file's scale and offset "
        "applied, times the factor below.</p><p>The presets are conditions too. Vegetation: NDVI above 0.2. Water: "
        "NDWI above 0. Clouds: bright in the blue, white, and bright at 1.6 micrometres. Shadows: much darker than the "
        "scene's middle in the infrared, and not as green as water. Clouds and shadows are compared with the scene's "
        "own dark pixels, so haze and constants that a product adds do no harm, but images that are cloud nearly "
        "everywhere cannot be judged. Learned: clouds, thin ones too, and their shadows by OmniCloudMask, a trained "
        "network, from red, green and near infrared in any units; its Python package omnicloudmask must be installed, "
        "and loads its weights from the internet at the first run. Vegetation is exact only where reflectance begins "
        "at 0: it finds less in Landsat Collection 2 without its offset of -0.2.</p>")
    PLAIN = ("INPUT", "PRESET", "EXPRESSION", "MINIMUM_SIZE", "BUFFER", "OUTPUT_FOLDER", "OUTPUT_POLYGONS")
    UNFOLDING = ("PRESET",)
    ROWS = (
        INPUT, PRESET, EXPRESSION,
        BLUE_BAND, GREEN_BAND, RED_BAND, NIR_BAND, SWIR_BAND, SCALE,
        MINIMUM_SIZE, BUFFER, NODATA,
        *images_of_one_kind(MASK_NAME, QT_TRANSLATE_NOOP("Evenlight", "Masks")), OUTPUT_POLYGONS,
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} mask")
    LOOKS = {"OUTPUT_POLYGONS": Look.OUTLINES, "OUTPUT": Look.MASK}

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.masks.learned import check_learned
        from ..core.masks.rule import rule_of

        # they raise what is wrong
        check_learned(self.settings(ThresholdSettings))
        rule_of(self.settings(ThresholdSettings))
        return []

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the masks."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import threshold_mask

        return threshold_mask(
            self.images,
            self.output(files),
            settings=self.settings(ThresholdSettings),
            polygons=files["OUTPUT_POLYGONS"],
            nodata=self.values["NODATA"],
            execution=self.execution,
            progress=progress,
        )
