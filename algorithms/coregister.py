"""Shifts or warps images onto a reference."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.align.settings import ALIGNED_NAME, SMALLEST_SPACING, CoregisterSettings, MatchSettings
from ..core.errors import EvenlightError
from .base import EvenlightAlgorithm, Files
from .groups import ALIGN
from .kinds import Boolean, Integer, Number, OneOf
from .places import OutputFile, OutputVector, Raster
from .progress import FeedbackProgress
from .reports import report_of
from .results import ResultNumber
from .tables.align import CHANNEL, FEATURES, GAUSSIAN_SIZE, REPORT, RESAMPLING, SAME_GRID, UPSAMPLING
from .tables.images import SOME_IMAGES
from .tables.output import images_of_one_kind

# fmt: off
INPUT = replace(
    SOME_IMAGES,
    help=QT_TRANSLATE_NOOP("Evenlight", "Raster layers or files; they may differ in grid, resolution and bands."),
)
REFERENCE_MODE = OneOf(
    "REFERENCE_MODE", CoregisterSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Kind of reference"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The reference image, or what all images show together, for time series without a "
        "best date; the median leaves out what passes by, such as clouds."),
)
REFERENCE = Raster(
    "REFERENCE", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Reference image"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "The image that lies right; it may be one of the images and is then passed on as it is. Choose one, or set "
        "the kind of reference to mean or median and leave this empty."),
)
METHOD = OneOf(
    "METHOD", MatchSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Method"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Phase correlation: shifts, fast and robust against light and season; the first choice. ECC: also rotations, "
        "affine and projective transforms of images that nearly agree; needs OpenCV. Features: large displacements, "
        "and images that look different; needs OpenCV."),
)
MOTION = OneOf(
    "MOTION", MatchSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Transform"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Translation: a shift; all that phase correlation offers. Euclidean: with a rotation. Affine: with scale and "
        "shear too. Homography: a perspective. Choose the simplest that fits; more freedom needs more agreement."),
)
MAX_SHIFT = Number(
    "MAX_SHIFT", MatchSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Largest shift (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "No part of an image is moved further. Raise it for images that lie far off, lower it when wrong shifts win "
        "on repeated patterns."),
)
CROP_CENTER = Integer(
    "CROP_CENTER", MatchSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Compare the middle only (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "0 compares all that two images share. Set the side of a square in the middle of it to save time, or to leave "
        "out edges that are distorted."),
)
WINDOWS = Boolean(
    "WINDOWS", CoregisterSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Warp piece by piece"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Finds a shift for every window of a grid by phase correlation, around the transform that the method finds for "
        "the whole, leaves out those that do not fit their neighbours, and warps the image smoothly by the rest. Turn "
        "it on for distortions that no single transform describes, such as those of relief and of mosaics."),
)
WINDOW_SPACING = Integer(
    "WINDOW_SPACING", CoregisterSettings, limits=(SMALLEST_SPACING, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Spacing of the windows (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "From the middle of one window to the next; a window is twice as wide. Lower it for distortions that change "
        "over short distances, raise it for noisy images. It also spaces the shift vectors."),
)
TABLE = OutputFile(
    "TABLE", file_filter="CSV (*.csv)", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table of shifts"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A CSV file with the shift, the matrix, the correlation before and after, and why an image was not moved. "
        "Give a name to keep a record or to look for patterns."),
)
VECTORS = OutputVector(
    "VECTORS", geometry=QgsProcessing.SourceType.TypeVectorLine, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Shift vectors"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Lines from where the images show the ground to where it belongs, in true length, with their reliability and "
        "whether they count. Give a file to see what moves where; style them as arrows."),
)


class Coregister(EvenlightAlgorithm):
    """Declares and runs the core's `coregister`."""

    ID = "coregister"
    GROUP = ALIGN
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Align images to a reference")
    SUMMARY = QT_TRANSLATE_NOOP(
        "Evenlight",
        "Shifts or warps images so that they show the ground where a reference does")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "coregistration,co-registration,align,register,shift,warp,phase correlation,ECC,SIFT,ORB,AKAZE,features,"
        "time series,satalign,arosics,georeference")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Finds how far each image lies from a reference, and moves it there: by a shift, a rotation, an affine or "
        "projective transform, or piece by piece. The reference is one image, or the mean or median of all, as for "
        "time series.</p>"
        "<p>An image is moved only if it agrees better with the reference afterwards on windows that were not looked "
        "at before; under 0.1 pixels nothing is done; an image that cannot be aligned is passed on as it is, with a "
        "message. A shift changes the position of the raster and no pixel; anything else resamples once.</p>"
        "<p>Align before you balance colours and make mosaics: shifted images blur statistics and seams.</p>")
    PLAIN = ("INPUT", "REFERENCE_MODE", "REFERENCE", "METHOD", "MAX_SHIFT", "SAME_GRID", "OUTPUT_FOLDER")
    ROWS = (
        INPUT, REFERENCE_MODE, REFERENCE,
        METHOD, MOTION, MAX_SHIFT, CHANNEL, CROP_CENTER, GAUSSIAN_SIZE, UPSAMPLING,
        WINDOWS, WINDOW_SPACING,
        RESAMPLING, SAME_GRID, *FEATURES,
        *images_of_one_kind(ALIGNED_NAME, QT_TRANSLATE_NOOP("Evenlight", "Aligned images")), TABLE, VECTORS, REPORT,
        ResultNumber("ALIGNED", "aligned", QT_TRANSLATE_NOOP("Evenlight", "Images that were moved")),
    )
    COMPARED_WITH = ("REFERENCE",)
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} aligned")

    @property
    def alignment(self) -> CoregisterSettings:
        """How the images are compared and written."""
        match = self.settings(MatchSettings, channel=self.values["CHANNEL"].lower())
        return self.settings(CoregisterSettings, match=match)

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.align.methods import check_alignment
        from ..core.jobs.coregister import check_reference

        settings = self.alignment
        return [*check_reference(settings, self.values["REFERENCE"]), *check_alignment(settings, [])]

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the aligned images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import coregister

        return coregister(
            self.images,
            self.values["REFERENCE"],
            self.output(files),
            settings=self.alignment,
            table=files["TABLE"],
            vectors=files["VECTORS"],
            report=report_of(self, files),
            execution=self.execution,
            progress=progress,
        )
