"""Files of a global step beside the images: adjustments, and scores of pseudo-invariant features."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from ..errors import MixedReferenceSystemsError
from ..naming import pair_names
from ..progress import Progress
from ..radiometry.pif.finder import Found
from ..radiometry.pif.shared_ground import write_inz
from ..raster.image import Image, identity
from ..report.report_file import ReportFile
from ..statistics.overlaps import find_overlaps
from ..statistics.scene import Scene
from .given_maps import MapTargets

INZ_SUFFIX = "_INZ.tif"


class FilesBeside(NamedTuple):
    """Files of a run beside its images."""

    save: str | None = None
    load: str | None = None
    """Adjustments."""
    inz_folder: str | None = None
    maps: MapTargets = MapTargets()
    """Of the local step."""
    report: ReportFile | None = None

    def written(self, images: Sequence[Image]) -> list[str]:
        """What may be written."""
        files = [self.save] if self.save else []
        files += [self.report.path] if self.report else []
        if self.inz_folder is not None:
            # images of which only some have a coordinate system are reported elsewhere
            with contextlib.suppress(MixedReferenceSystemsError):
                files += inz_paths(images, self.inz_folder).values()
        return files + self.maps.files(images)


def inz_paths(images: Sequence[Image], folder: str) -> dict[tuple[str, str], str]:
    """A file for each pair of images that overlap, by their paths.

    Names hang on all images of a run, those apart from the others too: what is checked is what is written.
    """
    ordered = sorted(images, key=lambda image: identity(image.path))
    pairs = find_overlaps(ordered).pairs.tolist()
    folder = os.path.abspath(folder)
    return {
        (ordered[first].path, ordered[second].path): os.path.join(folder, name + INZ_SUFFIX)
        for (first, second), name in zip(pairs, pair_names(ordered, pairs))
    }


def inz_writers(
    scene: Scene, found: Sequence[Found], folder: str | None, progress: Progress
) -> dict[str, Callable[[str], None]]:
    """For each pair that counts, the file of its scores and what writes it."""
    if folder is None:
        return {}
    paths = inz_paths(scene.everything, folder)
    writers = {}
    for pair in found:
        images = scene.images[pair.first], scene.images[pair.second]
        target = paths.get((images[0].path, images[1].path))
        if target is not None and pair.inz is not None:
            writers[target] = partial(write_inz, images=images, canvas=scene.canvas, inz=pair.inz, progress=progress)
    return writers
