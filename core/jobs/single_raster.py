"""What the jobs on one raster share: the checks before a pixel is read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from ..checks import find_single_images
from ..errors import EvenlightError, OutputNameError
from ..messages import Message
from ..naming import check_files, check_space
from ..raster.bands import check_bands, chosen_bands
from ..raster.creation import check_options, check_values_kept
from ..raster.image import Image
from ..raster.nodata import holds
from ..settings import OutputSettings, OutputType


class Found(NamedTuple):
    """What the checks of a single raster brought."""

    image: Image | None
    """With the chosen bands only; None where there is a problem with it."""
    problems: list[EvenlightError]


def find_raster(path: str, bands: str, nodata: float | None = None, placed: bool = False) -> Found:
    """The raster with the bands that a list such as ``1,3-5`` names; ``placed``: with a georeference.

    ``nodata``: replaces all that it declares.
    """
    images, problems = find_single_images([path], nodata=nodata, placed=placed)
    problems += check_bands(bands, images)
    return Found(None if problems else chosen_bands(images[0], bands), problems)


def beside(image: Image, nodata: float | None) -> Image:
    """A raster that another one is compared with or filled from: ``nodata`` counts where it declares nothing itself."""
    fits = nodata is not None and not image.declares and holds(image.dtype, nodata)
    return image.with_nodata(nodata) if fits else image


def check_ending(target: str | None, what: str, endings: tuple[str, ...]) -> list[EvenlightError]:
    """Programs open a file by its ending."""
    if not target or target.lower().endswith(endings):
        return []
    remedy = Message("{what}, so end it with {ending}.", what=what, ending=endings[0])
    return [OutputNameError(os.path.basename(target), remedy)]


def check_results(
    reads: Sequence[str | None],
    targets: Sequence[str],
    creation_options: str,
    sizes: Sequence[tuple[Image, OutputType]] = (),
) -> list[EvenlightError]:
    """Whether results can be written: places, options, and space.

    ``reads``: names of all that the run reads; ``sizes``: for each target an image as its result will be, and the type.
    """
    misfits = check_options(OutputSettings(creation_options=creation_options))
    for image, dtype in sizes if not misfits else ():
        misfits += check_values_kept([image], OutputSettings(dtype=dtype, creation_options=creation_options))
    problems = check_files(targets, list(filter(None, reads))) + misfits
    for (image, dtype), target in () if problems else zip(sizes, targets):
        folder = os.path.dirname(os.path.abspath(target))
        problems += check_space([image], OutputSettings(folder, dtype=dtype, creation_options=creation_options))
    return problems
