"""One gain and offset per image and band, from all overlaps."""

from __future__ import annotations

import os

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.settings import GLOBAL_NAME, GlobalMethod, GlobalModel, GlobalSettings, SelectionMode
from . import names
from .base import EvenlightAlgorithm
from .parameters import (
    add_execution,
    add_images,
    add_mask,
    add_output,
    add_quality_outputs,
    add_statistics,
    choice,
    declare,
    real,
)
from .progress import FeedbackProgress
from .reader import ParameterReader

translate = QCoreApplication.translate

JSON_FILTER = "JSON (*.json)"


class GlobalRegression(EvenlightAlgorithm):
    """Declares, reads and runs the core's `global_regression`."""

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "global_regression"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("GlobalRegression", "Global regression")

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("GlobalRegression", "Matches overlapping images by one gain and offset per image and band")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "GlobalRegression",
            "radiometric,normalization,harmonize,colour balance,color balancing,histogram,mosaic,overlap area,"
            "reference image,bundle,gain,offset,seam",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "GlobalRegression",
            "<p>Makes overlapping images agree in brightness and contrast. Every image gets one gain and one offset "
            "per band, found from all overlaps at once; images far apart are linked through those between them.</p>"
            "<p>The group of images keeps its overall brightness and contrast, unless <i>Model images</i> names "
            "reference images: these stay as they are and all others follow them. Groups of images that do not "
            "overlap are balanced apart, an image without overlap stays unchanged, and both are told in the log.</p>"
            "<p>Run <i>Local block adjustment</i> on the results when differences remain that vary inside the "
            "images, such as haze, vignetting or illumination.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        add_images(self, self.minimum_images)
        self._add_method()
        self._add_model_images()
        add_mask(self)
        add_statistics(self)
        self._add_adjustment_files()
        add_output(self, GLOBAL_NAME)
        add_execution(self)
        add_quality_outputs(self)

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        self.settings = GlobalSettings(
            method=reader.word(names.METHOD, GlobalMethod),
            model=reader.word(names.MODEL, GlobalModel),
            model_images=tuple(self._as_input(name) for name in reader.rasters(names.MODEL_IMAGES)),
            model_images_mode=reader.word(names.MODEL_IMAGES_MODE, SelectionMode),
            mean_factor=reader.number(names.MEAN_FACTOR),
            std_factor=reader.number(names.STD_FACTOR),
        )
        self.load_adjustments = reader.file(names.LOAD_ADJUSTMENTS)

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Balance the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import global_regression

        output = self.output_in_folder(reader)
        save_adjustments = reader.destination(names.SAVE_ADJUSTMENTS)
        result = global_regression(
            self.images,
            output,
            settings=self.settings,
            statistics=self.statistics,
            execution=self.execution,
            mask=self.mask,
            save_adjustments=save_adjustments,
            load_adjustments=self.load_adjustments,
            progress=progress,
        )
        outputs = self.finish(result, progress)
        outputs[names.OUTPUT_FOLDER] = output.folder
        if save_adjustments:
            outputs[names.SAVE_ADJUSTMENTS] = save_adjustments
        return outputs

    def _as_input(self, name: str) -> str:
        """The input that is the same file, written as there; a layer and a relative path may differ."""
        for image in self.images:
            if os.path.realpath(image) == os.path.realpath(name):
                return image
        return name

    def _add_method(self) -> None:
        default = GlobalSettings()
        declare(
            self,
            choice(names.METHOD, translate("GlobalRegression", "Method"), GlobalMethod, default.method),
            translate(
                "GlobalRegression",
                "robust finds gains, then offsets, and rejects overlaps that contradict the others (clouds, floods). "
                "least_squares solves means and standard deviations together, held to the untouched images; choose it "
                "to repeat results of tools that do so.",
            ),
        )
        declare(
            self,
            choice(names.MODEL, translate("GlobalRegression", "What may change"), GlobalModel, default.model),
            translate(
                "GlobalRegression",
                "gain_offset suits nearly all images. Choose gain where zero must stay zero (reflectance without "
                "haze), offset where differences must keep their size (temperature, decibel).",
            ),
        )
        for name, label, value in (
            (names.MEAN_FACTOR, translate("GlobalRegression", "Weight of means"), default.mean_factor),
            (names.STD_FACTOR, translate("GlobalRegression", "Weight of standard deviations"), default.std_factor),
        ):
            declare(
                self,
                real(name, label, value, low=0.0),
                translate(
                    "GlobalRegression",
                    "Used by least_squares only. Raise it to bring this statistic closer in the overlaps at the cost "
                    "of the other.",
                ),
                advanced=True,
            )

    def _add_model_images(self) -> None:
        images = QgsProcessingParameterMultipleLayers(
            names.MODEL_IMAGES,
            translate("GlobalRegression", "Model images"),
            QgsProcessing.SourceType.TypeRaster,
            optional=True,
        )
        declare(
            self,
            images,
            translate(
                "GlobalRegression",
                "Choose images, among those above, whose colours are right: they stay as they are and the others are "
                "matched to them. Empty: all images shape the result together.",
            ),
        )
        declare(
            self,
            choice(
                names.MODEL_IMAGES_MODE,
                translate("GlobalRegression", "Use of the model images"),
                SelectionMode,
                GlobalSettings().model_images_mode,
            ),
            translate(
                "GlobalRegression",
                "include: the chosen images shape the result. exclude: all others do; choose it to keep a hazy or "
                "damaged image from influencing the rest, to which it is still matched.",
            ),
        )

    def _add_adjustment_files(self) -> None:
        declare(
            self,
            QgsProcessingParameterFile(
                names.LOAD_ADJUSTMENTS,
                translate("GlobalRegression", "Adjustments of an earlier run"),
                fileFilter=JSON_FILTER,
                optional=True,
            ),
            translate(
                "GlobalRegression",
                "Give it when images are added to a set balanced before: statistics found in the file are not "
                "computed again, and images that are only in the file still shape the result.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterFileDestination(
                names.SAVE_ADJUSTMENTS,
                translate("GlobalRegression", "Save adjustments"),
                fileFilter=JSON_FILTER,
                optional=True,
                createByDefault=False,
            ),
            translate(
                "GlobalRegression",
                "Writes gains, offsets, their standard errors and all statistics. Save them to add images later, or "
                "to apply the same gains and offsets to other files with 'Apply adjustments'.",
            ),
        )
