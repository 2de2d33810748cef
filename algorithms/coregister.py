"""Shifts or warps images onto a reference."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.align.settings import (
    ALIGNED_NAME,
    MOST_UPSAMPLING,
    SMALLEST_SPACING,
    AlignMethod,
    CoregisterSettings,
    FeatureKind,
    Matcher,
    MatchSettings,
    MotionModel,
    ReferenceMode,
    Resampling,
)
from . import names
from .align_parameters import add_channel, add_features, add_resampling, add_same_grid
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


class Coregister(EvenlightAlgorithm):
    """Declares, reads and runs the core's `coregister`."""

    minimum_images = 1
    images_go_together = False

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "coregister"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("Coregister", "Align images to a reference")

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Align")

    def groupId(self) -> str:
        """Never changes."""
        return "align"

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("Coregister", "Shifts or warps images so that they show the ground where a reference does")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "Coregister",
            "coregistration,co-registration,align,register,shift,warp,phase correlation,ECC,SIFT,ORB,AKAZE,features,"
            "time series,satalign,arosics,georeference",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "Coregister",
            "<p>Finds how far each image lies from a reference, and moves it there: by a shift, a rotation, an affine "
            "or projective motion, or piece by piece. The reference is one image, or the mean or median of all, as "
            "for time series.</p>"
            "<p>An image is moved only if it agrees better with the reference afterwards on windows that were not "
            "looked at before; under 0.1 pixels nothing is done; an image that cannot be aligned is passed on as it "
            "is, with a message. A shift changes the position of the raster and no pixel; anything else resamples "
            "once.</p>"
            "<p>Align before you balance colours and make mosaics: shifted images blur statistics and seams.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        declare_images(
            self,
            self.minimum_images,
            translate("Coregister", "Raster layers or files; they may differ in grid, resolution and bands."),
        )
        self._add_reference()
        self._add_method()
        add_channel(self)
        self._add_limits()
        self._add_windows()
        add_resampling(self)
        add_same_grid(
            self,
            translate(
                "Coregister",
                "Turn it on for time series and stacks: all results get the extent and pixels of the reference, or of "
                "all images together where that is their mean or median. It resamples every image that is off the "
                "grid.",
            ),
        )
        add_features(self)
        add_name(self, ALIGNED_NAME)
        add_load_outputs(self)
        add_creation_options(self)
        add_own_resources(self)
        self._add_results()

    def _add_reference(self) -> None:
        default = CoregisterSettings()
        declare(
            self,
            choice(
                names.REFERENCE_MODE,
                translate("Coregister", "Kind of reference"),
                ReferenceMode,
                default.reference_mode,
            ),
            translate(
                "Coregister",
                "image: the reference image below. mean, median: what all images show together, for time series "
                "without a best date; median leaves out what passes by, such as clouds.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterRasterLayer(
                names.REFERENCE, translate("Coregister", "Reference image"), optional=True
            ),
            translate(
                "Coregister",
                "The image that lies right; it may be one of the images and is then passed on as it is. Choose one, or "
                "set the kind of reference to mean or median and leave this empty.",
            ),
        )

    def _add_method(self) -> None:
        default = MatchSettings()
        declare(
            self,
            choice(names.METHOD, translate("Coregister", "Method"), AlignMethod, default.method),
            translate(
                "Coregister",
                "phase_correlation: shifts, fast and robust against light and season; the first choice. ecc: "
                "also rotations, affine and projective motions of images that nearly agree; needs OpenCV. features: "
                "large motions, and images that look different; needs OpenCV.",
            ),
        )
        declare(
            self,
            choice(names.MOTION, translate("Coregister", "Motion"), MotionModel, default.motion),
            translate(
                "Coregister",
                "translation: a shift; all that phase_correlation offers. euclidean: with a rotation. affine: with "
                "scale and shear too. homography: a perspective. Choose the simplest that fits; more freedom needs "
                "more agreement.",
            ),
        )
        declare(
            self,
            real(names.MAX_SHIFT, translate("Coregister", "Largest shift (pixels)"), default.max_shift, 0.0),
            translate(
                "Coregister",
                "No part of an image is moved further. Raise it for images that lie far off, lower it when wrong "
                "shifts win on repeated patterns.",
            ),
        )

    def _add_limits(self) -> None:
        default = MatchSettings()
        declare(
            self,
            whole(
                names.CROP_CENTER, translate("Coregister", "Compare the middle only (pixels)"), default.crop_center, 0
            ),
            translate(
                "Coregister",
                "0 compares all that two images share. Set the side of a square in the middle of it to save time, or "
                "to leave out edges that are distorted.",
            ),
            advanced=True,
        )
        declare(
            self,
            whole(
                names.GAUSSIAN_SIZE, translate("Coregister", "Size of the Gaussian (pixels)"), default.gaussian_size, 1
            ),
            translate(
                "Coregister",
                "For the method ecc: images are smoothed by it first. An odd number; raise it for noisy images, 1 "
                "smooths nothing.",
            ),
            advanced=True,
        )
        declare(
            self,
            whole(
                names.UPSAMPLING, translate("Coregister", "Parts of a pixel"), default.upsampling, 1, MOST_UPSAMPLING
            ),
            translate(
                "Coregister",
                "For the method phase_correlation: shifts are told apart by this part of a pixel. 50 is finer than "
                "images usually allow; 1 gives whole pixels.",
            ),
            advanced=True,
        )

    def _add_windows(self) -> None:
        default = CoregisterSettings()
        declare(
            self,
            QgsProcessingParameterBoolean(
                names.WINDOWS, translate("Coregister", "Warp piece by piece"), defaultValue=default.windows
            ),
            translate(
                "Coregister",
                "Finds a shift for every window of a grid by phase correlation, around the motion that the method "
                "finds for the whole, leaves out those that do not fit their neighbours, and warps the image "
                "smoothly by the rest. Turn it on for distortions that no single motion describes, "
                "such as those of relief and of mosaics.",
            ),
        )
        declare(
            self,
            whole(
                names.WINDOW_SPACING,
                translate("Coregister", "Spacing of the windows (pixels)"),
                default.window_spacing,
                SMALLEST_SPACING,
            ),
            translate(
                "Coregister",
                "From the middle of one window to the next; a window is twice as wide. Lower it for distortions that "
                "change over short distances, raise it for noisy images. It also spaces the shift vectors.",
            ),
            advanced=True,
        )

    def _add_results(self) -> None:
        add_folder(self, translate("Coregister", "Aligned images"))
        declare(
            self,
            QgsProcessingParameterFileDestination(
                names.TABLE,
                translate("Coregister", "Table of shifts"),
                fileFilter="CSV (*.csv)",
                optional=True,
                createByDefault=False,
            ),
            translate(
                "Coregister",
                "A CSV file with the shift, the matrix, the correlation before and after, and why an image was not "
                "moved. Give a name to keep a record or to look for patterns.",
            ),
        )
        declare(
            self,
            QgsProcessingParameterVectorDestination(
                names.VECTORS,
                translate("Coregister", "Shift vectors"),
                QgsProcessing.SourceType.TypeVectorLine,
                optional=True,
                createByDefault=False,
            ),
            translate(
                "Coregister",
                "Lines from where the images show the ground to where it belongs, in true length, with their "
                "reliability and whether they count. Give a file to see what moves where; style them as arrows.",
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(names.ALIGNED, translate("Coregister", "Images that were moved")))

    def read_images(self, reader: ParameterReader) -> list[str]:
        """The images of the run; the reference is read beside them."""
        self.reference = reader.raster(names.REFERENCE)
        return reader.rasters(names.INPUT)

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        match = MatchSettings(
            method=reader.word(names.METHOD, AlignMethod),
            channel=reader.text(names.CHANNEL).lower(),
            crop_center=reader.integer(names.CROP_CENTER),
            gaussian_size=reader.integer(names.GAUSSIAN_SIZE),
            upsampling=reader.integer(names.UPSAMPLING),
            max_shift=reader.number(names.MAX_SHIFT),
            motion=reader.word(names.MOTION, MotionModel),
            feature=reader.word(names.FEATURE, FeatureKind),
            matcher=reader.word(names.MATCHER, Matcher),
            match_ratio=reader.number(names.MATCH_RATIO),
            ransac_threshold=reader.number(names.RANSAC_THRESHOLD),
            min_matches=reader.integer(names.MIN_MATCHES),
        )
        self.settings = CoregisterSettings(
            match=match,
            reference_mode=reader.word(names.REFERENCE_MODE, ReferenceMode),
            windows=reader.switch(names.WINDOWS),
            window_spacing=reader.integer(names.WINDOW_SPACING),
            resampling=reader.word(names.RESAMPLING, Resampling),
            same_grid=reader.switch(names.SAME_GRID),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the aligned images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import coregister

        output = self.output_in_folder(reader)
        table, vectors = reader.destination(names.TABLE), reader.destination(names.VECTORS)
        result = coregister(
            self.images,
            self.reference,
            output,
            settings=self.settings,
            table=table,
            vectors=vectors,
            execution=self.execution,
            progress=progress,
        )
        outputs = {**self.keep(result), names.OUTPUT_FOLDER: output.folder, names.ALIGNED: result.aligned}
        outputs.update({name: path for name, path in ((names.TABLE, table), (names.VECTORS, vectors)) if path})
        return outputs
