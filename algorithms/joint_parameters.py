"""The parameters of `coregister_jointly` that no other algorithm has."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.align.settings import SMALLEST_SPACING, JointModel, JointSettings, LocalModel, Loss, MeshSettings
from . import names
from .parameters import choice, declare, real
from .reader import ParameterReader

translate = QCoreApplication.translate

JSON_FILTER = "JSON (*.json)"


def read_mesh(reader: ParameterReader) -> MeshSettings:
    """Settings of the local mesh."""
    return MeshSettings(
        spacing=reader.number(names.GRID_SPACING),
        smoothness=reader.number(names.SMOOTHNESS),
        bending=reader.number(names.BENDING),
        anchor_falloff=reader.number(names.ANCHOR_FALLOFF),
    )


def add_model(algorithm: QgsProcessingAlgorithm) -> None:
    """``MODEL`` and ``FIXED_IMAGES``."""
    declare(
        algorithm,
        choice(names.MODEL, translate("CoregisterJointly", "Motion of each image"), JointModel, JointSettings.model),
        translate(
            "CoregisterJointly",
            "translation: a shift, which changes no pixel. similarity: with a rotation and a scale, for images that "
            "are turned against each other. affine: with different scales and shear too, for images from scanners "
            "or of poor rectification. Choose the simplest that fits.",
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterMultipleLayers(
            names.FIXED_IMAGES,
            translate("CoregisterJointly", "Fixed images"),
            QgsProcessing.SourceType.TypeRaster,
            optional=True,
        ),
        translate(
            "CoregisterJointly",
            "Choose images, among those above, that lie right: they stay exactly where they are and all others follow. "
            "Empty: every group of connected images keeps its mean position, orientation and scale.",
        ),
    )


def add_loss(algorithm: QgsProcessingAlgorithm) -> None:
    """``LOSS``."""
    declare(
        algorithm,
        choice(names.LOSS, translate("CoregisterJointly", "Wrong tie points"), Loss, JointSettings.loss),
        translate(
            "CoregisterJointly",
            "huber: tie points count less the more they contradict the others, and not at all when they are far off. "
            "cauchy: much less; choose it when many are wrong. none: all count fully, for tie points that were "
            "checked by hand.",
        ),
        advanced=True,
    )


def add_mesh(algorithm: QgsProcessingAlgorithm) -> None:
    """``LOCAL_MODEL`` and the properties of the mesh."""
    mesh = MeshSettings()
    declare(
        algorithm,
        choice(
            names.LOCAL_MODEL, translate("CoregisterJointly", "Local warp"), LocalModel, JointSettings.local_model
        ),
        translate(
            "CoregisterJointly",
            "none: each image keeps its shape. bilinear: what is left of the differences is taken up by a smooth mesh "
            "in each image. Choose it for distortions of relief, lenses or mosaicking; every image is then resampled.",
        ),
    )
    declare(
        algorithm,
        real(
            names.GRID_SPACING, translate("CoregisterJointly", "Spacing of the mesh (pixels)"), mesh.spacing,
            SMALLEST_SPACING,
        ),
        translate(
            "CoregisterJointly",
            "From one node of the mesh to the next, in pixels of the coarsest image. Lower it for distortions that "
            "change over short distances; it takes many tie points. An image has 400 nodes at most.",
        ),
        advanced=True,
    )  # fmt: skip
    declare(
        algorithm,
        real(names.SMOOTHNESS, translate("CoregisterJointly", "Smoothness of the mesh"), mesh.smoothness, 0.0),
        translate(
            "CoregisterJointly",
            "How strongly neighbouring nodes hold together. Raise it when tie points are noisy and the mesh follows "
            "their errors.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        real(names.BENDING, translate("CoregisterJointly", "Stiffness of the mesh"), mesh.bending, 0.0),
        translate(
            "CoregisterJointly",
            "How strongly the mesh resists bends; even slopes cost nothing. Raise it when straight lines become wavy.",
        ),
        advanced=True,
    )
    declare(
        algorithm,
        real(
            names.ANCHOR_FALLOFF, translate("CoregisterJointly", "Reach of tie points in the mesh (pixels)"),
            mesh.anchor_falloff, 1.0,
        ),
        translate(
            "CoregisterJointly",
            "How far from the nearest tie point the mesh fades to no local displacement. Lower it to keep the middle "
            "of images as it is, raise it for distortions that go on beyond the overlaps.",
        ),
        advanced=True,
    )  # fmt: skip


def add_tie_point_files(algorithm: QgsProcessingAlgorithm) -> None:
    """``LOAD_TIE_POINTS`` and ``SAVE_TIE_POINTS``."""
    declare(
        algorithm,
        QgsProcessingParameterFile(
            names.LOAD_TIE_POINTS,
            translate("CoregisterJointly", "Tie points of an earlier run"),
            fileFilter=JSON_FILTER,
            optional=True,
        ),
        translate(
            "CoregisterJointly",
            "Pairs of images that are in the file are not matched again. Load them to try other models, or to add "
            "images. A file is refused when one of its images is no longer the same.",
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterFileDestination(
            names.SAVE_TIE_POINTS,
            translate("CoregisterJointly", "Save tie points"),
            fileFilter=JSON_FILTER,
            optional=True,
            createByDefault=False,
        ),
        translate(
            "CoregisterJointly",
            "Writes all tie points as JSON. Save them to run again with other settings without matching, or to look "
            "at them and take wrong ones out.",
        ),
    )


def add_reports(algorithm: QgsProcessingAlgorithm) -> None:
    """``TABLE`` and ``VECTORS``."""
    declare(
        algorithm,
        QgsProcessingParameterFileDestination(
            names.TABLE,
            translate("CoregisterJointly", "Table of images"),
            fileFilter="CSV (*.csv)",
            optional=True,
            createByDefault=False,
        ),
        translate(
            "CoregisterJointly",
            "A CSV file with each image's motion, its tie points, what they differed by before and after, and why it "
            "was not moved. Give a name to keep a record or to find images that fit badly.",
        ),
    )
    declare(
        algorithm,
        QgsProcessingParameterVectorDestination(
            names.VECTORS,
            translate("CoregisterJointly", "Residual vectors"),
            QgsProcessing.SourceType.TypeVectorLine,
            optional=True,
            createByDefault=False,
        ),
        translate(
            "CoregisterJointly",
            "Lines between the two places where a tie point lies after alignment, in true length, with its difference "
            "before and after in pixels. Give a file to see where images still differ.",
        ),
    )
