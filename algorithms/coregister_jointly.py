"""Aligns a whole network of overlapping images at once."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.align.settings import JOINTLY_ALIGNED_NAME, SMALLEST_SPACING, JointSettings, MatchSettings, MeshSettings
from ..core.errors import EvenlightError
from .base import EvenlightAlgorithm, Files
from .groups import ALIGN
from .kinds import Number, OneOf
from .places import InputFile, OutputFile, OutputVector, Rasters
from .progress import FeedbackProgress
from .reports import report_of
from .results import ResultNumber
from .tables import align
from .tables.align import CHANNEL, FEATURES, GAUSSIAN_SIZE, REPORT, RESAMPLING, UPSAMPLING
from .tables.global_step import JSON_FILES
from .tables.images import IMAGES
from .tables.output import images_of_one_kind

# fmt: off
INPUT = replace(
    IMAGES,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Raster layers or files that overlap; they may differ in grid, resolution, bands and coordinate system."),
)
MODEL = OneOf(
    "MODEL", JointSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Transform of each image"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Translation: a shift, which changes no pixel. Similarity: with a rotation and a scale, for images that are "
        "turned against each other. Affine: with different scales and shear too, for images from scanners or of poor "
        "rectification. Choose the simplest that fits."),
)
FIXED_IMAGES = Rasters(
    "FIXED_IMAGES", optional=True, by_name=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Fixed images"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Choose images, among those above, that lie right, or give their names: they stay exactly where they are and "
        "all others follow. Empty: every group of connected images keeps its mean position, orientation and scale."),
)
METHOD = OneOf(
    "METHOD", MatchSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Search for tie points"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Phase correlation: the shifts of windows, precise and robust against light and season; the first choice. "
        "ECC: the same by another method, where images nearly agree; needs OpenCV. Features: points that both images "
        "show; for images that are turned against each other by more than two degrees or lie far off; needs OpenCV."),
)
MAX_SHIFT = Number(
    "MAX_SHIFT", MatchSettings, limits=(1.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Largest shift (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Between two images that overlap. Raise it for images that lie far off, lower it when wrong shifts win on "
        "repeated patterns."),
)
LOCAL_MODEL = OneOf(
    "LOCAL_MODEL", JointSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Local warp"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "None: each image keeps its shape. Bilinear mesh: what is left of the differences is taken up by a smooth mesh "
        "in each image. Choose it for distortions of relief, lenses or mosaicking; every image is then resampled."),
)
GRID_SPACING = Number(
    "GRID_SPACING", MeshSettings, "spacing", limits=(SMALLEST_SPACING, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Spacing of the mesh (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "From one node of the mesh to the next, in pixels of the coarsest image. Lower it for distortions that change "
        "over short distances; it takes many tie points. An image has 400 nodes at most."),
)
SMOOTHNESS = Number(
    "SMOOTHNESS", MeshSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Smoothness of the mesh"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How strongly neighbouring nodes hold together. Raise it when tie points are noisy and the mesh follows their "
        "errors."),
)
BENDING = Number(
    "BENDING", MeshSettings, limits=(0.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Stiffness of the mesh"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How strongly the mesh resists bends; even slopes cost nothing. Raise it when straight lines become wavy."),
)
ANCHOR_FALLOFF = Number(
    "ANCHOR_FALLOFF", MeshSettings, limits=(1.0, None),
    label=QT_TRANSLATE_NOOP("Evenlight", "Reach of tie points in the mesh (pixels)"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "How far from the nearest tie point the mesh fades to no local displacement. Lower it to keep the middle of "
        "images as it is, raise it for distortions that go on beyond the overlaps."),
)
SAME_GRID = replace(
    align.SAME_GRID, settings=JointSettings,
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Turn it on when results must lie pixel on pixel, for differences and mosaics: all get the pixels of one "
        "grid, that of the coarsest image, each over its own area. It resamples every image that is off the grid."),
)
LOSS = OneOf(
    "LOSS", JointSettings,
    label=QT_TRANSLATE_NOOP("Evenlight", "Wrong tie points"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Huber: tie points count less the more they contradict the others, and not at all when they are far off. "
        "Cauchy: much less; choose it when many are wrong. None: all count fully, for tie points that were checked by "
        "hand."),
)
LOAD_TIE_POINTS = InputFile(
    "LOAD_TIE_POINTS", JointSettings, file_filter=JSON_FILES, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Tie points of an earlier run"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Pairs of images that are in the file are not matched again. Load them to try other models, or to add images. "
        "A file is refused when one of its images is no longer the same."),
)
SAVE_TIE_POINTS = OutputFile(
    "SAVE_TIE_POINTS", file_filter=JSON_FILES, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Save tie points"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Writes all tie points as JSON. Save them to run again with other settings without matching, or to look at "
        "them and take wrong ones out."),
)
TABLE = OutputFile(
    "TABLE", file_filter="CSV (*.csv)", optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Table of images"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "A CSV file with each image's transform, its tie points, what they differed by before and after, and why it "
        "was not moved. Give a name to keep a record or to find images that fit badly."),
)
VECTORS = OutputVector(
    "VECTORS", geometry=QgsProcessing.SourceType.TypeVectorLine, optional=True,
    label=QT_TRANSLATE_NOOP("Evenlight", "Residual vectors"),
    help=QT_TRANSLATE_NOOP(
        "Evenlight",
        "Lines between the two places where a tie point lies after alignment, in true length, with its difference "
        "before and after in pixels. Give a file to see where images still differ."),
)


class CoregisterJointly(EvenlightAlgorithm):
    """Declares and runs the core's `coregister_jointly`."""

    ID = "coregister_jointly"
    GROUP = ALIGN
    NAME = QT_TRANSLATE_NOOP("Evenlight", "Align overlapping images together")
    SUMMARY = QT_TRANSLATE_NOOP("Evenlight", "Moves many overlapping images at once so that all of them agree")
    TAGS = QT_TRANSLATE_NOOP(
        "Evenlight",
        "coregistration,co-registration,align,block adjustment,bundle adjustment,tie points,mosaic,strips,"
        "flight lines,drone,shift,warp,mesh,network,spectralmatch,georeference")
    EXPLANATION = QT_TRANSLATE_NOOP(
        "Evenlight",
        "<p>Finds tie points in all overlaps of many images, and for every image the one transform with which all "
        "agree best. Errors do not add up along rows of images, as they do when each is aligned to the one before.</p>"
        "<p>Wrong tie points are found by the others and left out. An image whose tie points do not hold on others "
        "that were held out is passed on as it is, with a message, and so is one without tie points; a group in which "
        "nothing is 0.1 pixels off is not touched. Shifts change the position of the rasters and no pixel; anything "
        "else resamples once.</p>"
        "<p>Align before you balance colours and make mosaics: shifted images blur statistics and seams.</p>")
    PLAIN = ("INPUT", "FIXED_IMAGES", "MODEL", "METHOD", "MAX_SHIFT", "SAME_GRID", "OUTPUT_FOLDER")
    ROWS = (
        INPUT, MODEL, FIXED_IMAGES,
        METHOD, MAX_SHIFT, GAUSSIAN_SIZE, UPSAMPLING, CHANNEL,
        LOCAL_MODEL, GRID_SPACING, SMOOTHNESS, BENDING, ANCHOR_FALLOFF,
        replace(RESAMPLING, settings=JointSettings), SAME_GRID, LOSS, *FEATURES,
        LOAD_TIE_POINTS, SAVE_TIE_POINTS,
        *images_of_one_kind(JOINTLY_ALIGNED_NAME, QT_TRANSLATE_NOOP("Evenlight", "Aligned images")), TABLE, VECTORS,
        REPORT,
        ResultNumber(
            "RMSE_BEFORE", "rmse_before", QT_TRANSLATE_NOOP("Evenlight", "RMSE of tie points before (pixels)")
        ),
        ResultNumber("RMSE_AFTER", "rmse_after", QT_TRANSLATE_NOOP("Evenlight", "RMSE of tie points after (pixels)")),
        ResultNumber("GROUPS", "groups", QT_TRANSLATE_NOOP("Evenlight", "Groups of connected images")),
        ResultNumber("REJECTED", "rejected", QT_TRANSLATE_NOOP("Evenlight", "Rejected overlaps")),
    )
    LAYER_NAME = QT_TRANSLATE_NOOP("Evenlight", "{} aligned")

    def check_settings(self) -> list[EvenlightError]:
        """What needs no look at the images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.align.methods import check_matching

        return check_matching(self.settings(MatchSettings, channel=self.values["CHANNEL"].lower()), [])

    def compute(self, files: Files, progress: FeedbackProgress) -> object:
        """Write the aligned images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import coregister_jointly

        settings = self.settings(
            JointSettings,
            match=self.settings(MatchSettings, channel=self.values["CHANNEL"].lower()),
            fixed_images=self.inputs_named("FIXED_IMAGES"),
            mesh=self.settings(MeshSettings),
        )
        return coregister_jointly(
            self.images,
            self.output(files),
            settings=settings,
            save_tie_points=files["SAVE_TIE_POINTS"],
            table=files["TABLE"],
            vectors=files["VECTORS"],
            report=report_of(self, files),
            execution=self.execution,
            progress=progress,
        )
