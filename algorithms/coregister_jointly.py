"""Aligns a whole network of overlapping images at once."""

from __future__ import annotations

import math

from qgis.core import QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..core.align.settings import (
    JOINTLY_ALIGNED_NAME,
    MOST_UPSAMPLING,
    AlignMethod,
    FeatureKind,
    JointModel,
    JointSettings,
    LocalModel,
    Loss,
    Matcher,
    MatchSettings,
    Resampling,
)
from . import names
from .align_parameters import add_channel, add_features, add_resampling, add_same_grid
from .base import EvenlightAlgorithm
from .execution_parameters import add_own_resources
from .global_parameters import as_input
from .joint_parameters import add_loss, add_mesh, add_model, add_reports, add_tie_point_files, read_mesh
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


class CoregisterJointly(EvenlightAlgorithm):
    """Declares, reads and runs the core's `coregister_jointly`."""

    minimum_images = 2
    images_go_together = False

    def name(self) -> str:
        """Second half of the id; never changes."""
        return "coregister_jointly"

    def displayName(self) -> str:
        """Name in the toolbox."""
        return translate("CoregisterJointly", "Align overlapping images together")

    def group(self) -> str:
        """Heading in the toolbox."""
        return translate("Evenlight", "Align")

    def groupId(self) -> str:
        """Never changes."""
        return "align"

    def shortDescription(self) -> str:
        """One line for the locator and the tooltip."""
        return translate("CoregisterJointly", "Moves many overlapping images at once so that all of them agree")

    def tags(self) -> list[str]:
        """Words that users type."""
        return translate(
            "CoregisterJointly",
            "coregistration,co-registration,align,block adjustment,bundle adjustment,tie points,mosaic,strips,flight "
            "lines,drone,shift,warp,mesh,network,spectralmatch,georeference",
        ).split(",")

    def explanation(self) -> str:
        """Purpose, method, and when to choose what."""
        return translate(
            "CoregisterJointly",
            "<p>Finds tie points in all overlaps of many images, and for every image the one motion with which all "
            "agree best. Errors do not add up along rows of images, as they do when each is aligned to the one "
            "before.</p>"
            "<p>Wrong tie points are found by the others and left out. An image whose tie points do not hold on "
            "others that were held out is passed on as it is, with a message, and so is one without tie points; a "
            "group in which nothing is 0.1 pixels off is not touched. Shifts change the position of the rasters and "
            "no pixel; anything else resamples once.</p>"
            "<p>Align before you balance colours and make mosaics: shifted images blur statistics and seams.</p>",
        )

    def initAlgorithm(self, configuration=None) -> None:
        """Declare the parameters in the order of the dialog."""
        declare_images(
            self,
            self.minimum_images,
            translate(
                "CoregisterJointly",
                "Raster layers or files that overlap; they may differ in grid, resolution, bands and coordinate "
                "system.",
            ),
        )
        add_model(self)
        self._add_method()
        add_channel(self)
        add_mesh(self)
        add_resampling(self)
        add_same_grid(
            self,
            translate(
                "CoregisterJointly",
                "Turn it on when results must lie pixel on pixel, for differences and mosaics: all get the pixels of "
                "one grid, that of the coarsest image, each over its own area. It resamples every image that is off "
                "the grid.",
            ),
        )
        add_loss(self)
        add_features(self)
        add_tie_point_files(self)
        add_name(self, JOINTLY_ALIGNED_NAME)
        add_load_outputs(self)
        add_creation_options(self)
        add_own_resources(self)
        add_folder(self, translate("CoregisterJointly", "Aligned images"))
        add_reports(self)
        for name, label in (
            (names.RMSE_BEFORE, translate("CoregisterJointly", "RMSE of tie points before (pixels)")),
            (names.RMSE_AFTER, translate("CoregisterJointly", "RMSE of tie points after (pixels)")),
            (names.GROUPS, translate("CoregisterJointly", "Groups of connected images")),
            (names.REJECTED, translate("CoregisterJointly", "Rejected overlaps")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _add_method(self) -> None:
        default = MatchSettings()
        declare(
            self,
            choice(names.METHOD, translate("CoregisterJointly", "Search for tie points"), AlignMethod, default.method),
            translate(
                "CoregisterJointly",
                "phase_correlation: the shifts of windows, precise and robust against light and season; the first "
                "choice. ecc: the same by another method, where images nearly agree; needs OpenCV. features: points "
                "that both images show; for images that are turned against each other by more than two degrees or "
                "lie far off; needs OpenCV.",
            ),
        )
        declare(
            self,
            real(names.MAX_SHIFT, translate("CoregisterJointly", "Largest shift (pixels)"), default.max_shift, 1.0),
            translate(
                "CoregisterJointly",
                "Between two images that overlap. Raise it for images that lie far off, lower it when wrong shifts "
                "win on repeated patterns.",
            ),
        )
        declare(
            self,
            whole(
                names.GAUSSIAN_SIZE,
                translate("CoregisterJointly", "Size of the Gaussian (pixels)"),
                default.gaussian_size,
                1,
            ),
            translate(
                "CoregisterJointly",
                "For the method ecc: images are smoothed by it first. An odd number; raise it for noisy images, 1 "
                "smooths nothing.",
            ),
            advanced=True,
        )
        declare(
            self,
            whole(
                names.UPSAMPLING, translate("CoregisterJointly", "Parts of a pixel"), default.upsampling, 1,
                MOST_UPSAMPLING,
            ),
            translate(
                "CoregisterJointly",
                "For the method phase_correlation: shifts are told apart by this part of a pixel. 50 is finer than "
                "images usually allow; 1 gives whole pixels.",
            ),
            advanced=True,
        )

    def read(self, reader: ParameterReader) -> None:
        """Settings of the core."""
        match = MatchSettings(
            method=reader.word(names.METHOD, AlignMethod),
            channel=reader.text(names.CHANNEL).lower(),
            gaussian_size=reader.integer(names.GAUSSIAN_SIZE),
            upsampling=reader.integer(names.UPSAMPLING),
            max_shift=reader.number(names.MAX_SHIFT),
            feature=reader.word(names.FEATURE, FeatureKind),
            matcher=reader.word(names.MATCHER, Matcher),
            match_ratio=reader.number(names.MATCH_RATIO),
            ransac_threshold=reader.number(names.RANSAC_THRESHOLD),
            min_matches=reader.integer(names.MIN_MATCHES),
        )
        self.settings = JointSettings(
            match=match,
            model=reader.word(names.MODEL, JointModel),
            fixed_images=tuple(as_input(name, self.images) for name in reader.rasters(names.FIXED_IMAGES)),
            loss=reader.word(names.LOSS, Loss),
            local_model=reader.word(names.LOCAL_MODEL, LocalModel),
            mesh=read_mesh(reader),
            load_tie_points=reader.file(names.LOAD_TIE_POINTS),
            resampling=reader.word(names.RESAMPLING, Resampling),
            same_grid=reader.switch(names.SAME_GRID),
        )

    def compute(self, reader: ParameterReader, progress: FeedbackProgress) -> dict:
        """Write the aligned images."""
        # Imported here: QGIS's start should not wait for scipy.
        from ..core.jobs import coregister_jointly

        output = self.output_in_folder(reader)
        files = {name: reader.destination(name) for name in (names.SAVE_TIE_POINTS, names.TABLE, names.VECTORS)}
        result = coregister_jointly(
            self.images,
            output,
            settings=self.settings,
            save_tie_points=files[names.SAVE_TIE_POINTS],
            table=files[names.TABLE],
            vectors=files[names.VECTORS],
            execution=self.execution,
            progress=progress,
        )
        numbers = {names.RMSE_BEFORE: result.rmse_before, names.RMSE_AFTER: result.rmse_after}
        return {
            **self.keep(result),
            names.OUTPUT_FOLDER: output.folder,
            # JSON, in which qgis_process answers, has no word for "not a number".
            **{name: number if math.isfinite(number) else None for name, number in numbers.items()},
            names.GROUPS: result.groups,
            names.REJECTED: result.rejected,
            **{name: path for name, path in files.items() if path},
        }
