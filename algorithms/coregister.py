"""Shifts or warps images onto a reference."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.align.settings import ALIGNED_NAME, SMALLEST_SPACING, CoregisterSettings, MatchSettings
from ..core.errors import EvenlightError
from .base import EvenlightAlgorithm, Files
from .groups import ALIGN
from .kinds import BandOrWord, Boolean, Integer, Number, OneOf
from .places import InputFile, OutputFile, OutputFolder, OutputRaster, OutputVector, Raster, Rasters
from .progress import FeedbackProgress
from .reports import report_of
from .results import ResultNumber
from .tables import statistics
from .tables.align import CHANNEL, FEATURES, GAUSSIAN_SIZE, REPORT, RESAMPLING, SAME_GRID, UPSAMPLING
from .tables.global_step import JSON_FILES
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
REFERENCE_IMAGES = Rasters(
    "REFERENCE_IMAGES", optional=True, by_name=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Images whose mean or median is the reference"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Of the images, those that the mean or median is made of; none chosen takes all. Choose the dates without "
        "clouds, or a single one. Scripts may give names too, which dates of a cube need."),
)
REFERENCE_CHANNEL = BandOrWord(
    "REFERENCE_CHANNEL", CoregisterSettings, optional=True, parent="REFERENCE", words=CHANNEL.words,
    label=QT_TRANSLATE_NOOP("Evenlight", "Channel of the image aligned to"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Set it where the reference image has other bands: the number of the band that looks like the images' "
        "channel. Not set, both have the same channel."),
)
MASK = replace(
    statistics.MASK,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Limits what is compared, where images say that they lie; all of an image is moved. Use it to keep clouds, "
        "water or leaning buildings from deciding, for single images by the mask field. An image without any polygon "
        "is compared wholly."),
)
MASK_MODE = replace(
    statistics.MASK_MODE, settings=CoregisterSettings,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Include: only what lies inside the polygons is compared. Exclude: only what lies outside, for polygons drawn "
        "around clouds for example."),
)
BANDS_PER_DATE = Integer(
    "BANDS_PER_DATE", CoregisterSettings, limits=(0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Bands of one date, for cubes"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "0: every file is one image. Set it for cubes of dates in one file, such as a netCDF or a GeoTIFF with the "
        "bands of all dates: 1 where each band is a date. Results are called by the file and the number of the date."),
)
LOAD_MATRICES = InputFile(
    "LOAD_MATRICES", optional=True, file_filter=JSON_FILES,
    label=QT_TRANSLATE_NOOP("Evenlight", "Matrices of an earlier run"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Moves the images as the file says, and compares nothing: for single bands, masks and other products of images "
        "that were aligned before. A file belongs to the image whose name is the same or a part of its own; a file of "
        "one image moves all. The reference may then be empty; it only gives its grid."),
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
    "WINDOW_SPACING", CoregisterSettings, limits=(SMALLEST_SPACING, None), optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Spacing of the windows (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "From the middle of one window to the next; a window is twice as wide. Empty tries 64 and 32, and takes a "
        "fortieth of the longer side in large images. Lower it for distortions that change over short distances, raise "
        "it for noisy images. It also spaces the shift vectors."),
)
PIXEL_SIZE = Number(
    "PIXEL_SIZE", CoregisterSettings, optional=True, limits=(0.0, None), decimals=8,
    label=QT_TRANSLATE_NOOP("Evenlight", "Pixel size of the results"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "In units of the coordinate system; empty keeps that of the images, or of the reference with one grid for all. "
        "Set it to bring images to another resolution in the same step; it resamples every image once."),
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
TIE_POINTS = OutputVector(
    "TIE_POINTS", geometry=QgsProcessing.SourceType.TypeVectorPoint, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Tie points"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Points at the middles of windows that were compared, with shift, reliability, how far off they lay before and "
        "lie after, and whether they count. Give a file to judge the result; statistics per image are in the table."),
)
MATRICES = OutputFile(
    "MATRICES", file_filter=JSON_FILES, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Matrices"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A JSON file with the transform of every image as matrices of 2 x 3 and 3 x 3 numbers, in pixels of the "
        "reference and in map units, or with the points of its warp. Give a name to move other files of the same "
        "images later, or to use the matrices elsewhere."),
)
SHIFTS = OutputFolder(
    "SHIFTS", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Folder for rasters of shifts"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "One raster for each image with the columns and rows that its ground is moved by, and both together, in its "
        "pixels; between windows they are interpolated as the warp is. Give a folder to look at a warp as a surface."),
)
OUTPUT_STACK = OutputRaster(
    "OUTPUT_STACK", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "All results in one raster"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A GeoTIFF with the bands of all images, one image after the other, on the grid of the reference or of all "
        "images together. Give a name for cubes and time series. Where the images do not share one type and one no "
        "data value it is floating point, with NaN for no data."),
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
        "time series,cube,netCDF,tie points,SuperPoint,LightGlue,satalign,arosics,georeference")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Finds how far each image lies from a reference, and moves it there: by a shift, a rotation, an affine or "
        "projective transform, or piece by piece. The reference is one image, or the mean or median of all or some, as "
        "for time series, which may be files or cubes of dates in one file.</p>"
        "<p>An image is moved only if it agrees better with the reference afterwards on windows that were not looked "
        "at before; under 0.1 pixels nothing is done; an image that cannot be aligned is passed on as it is, with a "
        "message. A shift changes the position of the raster and no pixel; anything else resamples once.</p>"
        "<p>Align before you balance colours and make mosaics: shifted images blur statistics and seams.</p>")
    PLAIN = ("INPUT", "REFERENCE_MODE", "REFERENCE", "METHOD", "MAX_SHIFT", "SAME_GRID", "OUTPUT_FOLDER")
    ROWS = (
        INPUT, REFERENCE_MODE, REFERENCE, REFERENCE_IMAGES, BANDS_PER_DATE, LOAD_MATRICES,
        METHOD, MOTION, MAX_SHIFT, CHANNEL, REFERENCE_CHANNEL, CROP_CENTER, GAUSSIAN_SIZE, UPSAMPLING,
        MASK, MASK_MODE, statistics.MASK_FIELD, statistics.MASK_FIELD_MATCH,
        WINDOWS, WINDOW_SPACING,
        RESAMPLING, SAME_GRID, PIXEL_SIZE, *FEATURES,
        *images_of_one_kind(ALIGNED_NAME, QT_TRANSLATE_NOOP("Evenlight", "Aligned images")), TABLE, VECTORS,
        TIE_POINTS, MATRICES, SHIFTS, OUTPUT_STACK, REPORT,
        ResultNumber("ALIGNED", "aligned", QT_TRANSLATE_NOOP("Evenlight", "Images that were moved")),
    )
    COMPARED_WITH = ("REFERENCE",)
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} aligned")

    @property
    def alignment(self) -> CoregisterSettings:
        """How the images are compared and written."""
        match = self.settings(MatchSettings, channel=self.values["CHANNEL"].lower())
        other = self.values["REFERENCE_CHANNEL"].lower()
        chosen = self.inputs_named("REFERENCE_IMAGES")
        return self.settings(CoregisterSettings, match=match, reference_channel=other, reference_images=chosen)

    @property
    def sources(self) -> list[str]:
        """The file of each result: of cubes one for every date."""
        # Imported here: QGIS's start should not wait for numpy.
        from ..core.raster.cube import number_of_dates

        per_date = self.values["BANDS_PER_DATE"]
        return [name for name in self.images for _ in range(number_of_dates(name, per_date) if per_date > 0 else 1)]

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.align.methods import check_alignment
        from ..core.jobs.coregister import check_reference

        settings = self.alignment
        given = self.values["REFERENCE"], self.values["LOAD_MATRICES"]
        return [*check_reference(settings, *given), *check_alignment(settings, [])]

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the aligned images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import coregister

        return coregister(
            self.images,
            self.values["REFERENCE"],
            self.output(files),
            settings=self.alignment,
            mask=self.mask,
            load_matrices=self.values["LOAD_MATRICES"],
            table=files["TABLE"],
            vectors=files["VECTORS"],
            tie_points=files["TIE_POINTS"],
            matrices=files["MATRICES"],
            shifts=files["SHIFTS"],
            stack=files["OUTPUT_STACK"],
            report=report_of(self, files),
            execution=self.execution,
            progress=progress,
        )
