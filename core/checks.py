"""All that can be wrong is looked for first and reported together, before a pixel is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from osgeo import gdal

from .errors import EvenlightError, MixedReferenceSystemsError, OptionError, differing, path_text, raise_all, some
from .messages import Message, counted
from .progress import Progress, Silent, cancellable
from .raster.image import Image, inspect, same_file_key
from .raster.nodata import holds
from .statistics.overlaps import Overlaps, find_overlaps

COLOURS = {gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand}


class BandCountError(EvenlightError):
    """The images do not share one number of bands."""

    def __init__(self, counts: Mapping[str, int]):
        super().__init__(Message(
            "All images need the same number of bands, not counting alpha ({differing}): extract the common bands "
            "(Rearrange bands) or remove the odd ones.",
            differing=differing(counts),
        ))


class TooFewImagesError(EvenlightError):
    """The job needs more images."""

    def __init__(self, given: int, needed: int):
        super().__init__(Message(
            "At least {n} images are needed, {given} given: add images to the input.",
            "At least {n} image is needed, {given} given: add images to the input.",
            n=needed, given=given,
        ))


class DuplicateImageError(EvenlightError):
    """One file stands in the inputs twice."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} is given more than once: keep it in the input list only once.", path=path_text(path)
        ))


class NoOverlapError(EvenlightError):
    """No two images meet."""

    def __init__(self, paths: Iterable[str], turned: Sequence[tuple[str, str]] = ()):
        """``turned``: images that would meet if their longitudes were counted alike."""
        remedy = Message("check their coordinate systems and positions, or choose images that share ground")
        remedy = apart_by_a_turn(*turned[0]) if turned else remedy
        super().__init__(Message(
            "No two of the images overlap ({paths}): {remedy}.", paths=some(paths, quote=""), remedy=remedy
        ))


def apart_by_a_turn(one: str, other: str) -> str:
    """That two images lie on one ground, but for a turn around the Earth."""
    return Message(
        "{first} and {other} would overlap if their longitudes, 360 degrees apart, were counted alike; move the "
        "bounds of one of them by 360 degrees (gdal_translate -a_ullr) and run again",
        first=one, other=other,
    )


def find_images(
    paths: Sequence[str],
    minimum: int = 2,
    nodata: float | None = None,
    progress: Progress = Silent(),
    classes: bool = False,
) -> tuple[list[Image], list[EvenlightError]]:
    """The usable images of ``paths`` in their order, and every reason why they cannot be used together.

    ``classes``: whether values may be indices of a palette.  Raises `Cancelled`.
    """
    images, problems = find_single_images(paths, minimum, nodata, progress=progress, classes=classes)
    counts = {image.path: len(image.bands) for image in images}
    if len(set(counts.values())) > 1:
        problems.append(BandCountError(counts))
    _warn_of_band_orders(images, progress)
    return images, problems + check_reference_systems(images)


def find_single_images(
    paths: Sequence[str],
    minimum: int = 1,
    nodata: float | None = None,
    placed: bool = True,
    progress: Progress = Silent(),
    classes: bool = False,
) -> tuple[list[Image], list[EvenlightError]]:
    """The usable images of ``paths`` in their order, each for itself, and every reason not to run.

    ``placed``: whether their places on the ground must be known; ``classes``: whether values may be indices of a
    palette.  Raises `Cancelled`.
    """
    problems: list[EvenlightError] = []
    if len(paths) < minimum:
        problems.append(TooFewImagesError(len(paths), minimum))
    images: list[Image] = []
    seen: set[str] = set()
    for path in cancellable(paths, progress):
        key = same_file_key(path)
        if key in seen:
            problems.append(DuplicateImageError(path))
            continue
        seen.add(key)
        found = inspect(path, nodata, placed, classes)
        if isinstance(found, Image):
            images.append(found)
            if nodata is not None and not holds(found.dtype, nodata):
                kind = found.dtype.name
                problems.append(OptionError("NODATA", nodata, Message(
                    "a value that {path} ({kind}) can hold", path=found.path, kind=kind
                )))
        else:
            problems.append(found)
    return images, problems


def _warn_of_band_orders(images: Sequence[Image], progress: Progress) -> None:
    """Tell where red is the first band of one image and another one of the next."""
    orders = {image.colours: image for image in reversed(images) if set(image.colours) >= COLOURS}
    first, *others = sorted(orders.values(), key=images.index)[:2] or [None]
    if others:
        progress.warn(Message(
            "Bands of {name} and {others} are red, green and blue in different orders: what stands first in one "
            "is compared with what stands first in the other. Rearrange bands if that is wrong.",
            name=first.name, others=others[0].name,
        ))


def check_reference_systems(images: Sequence[Image]) -> list[EvenlightError]:
    """Whether all images have a coordinate system, or none has."""
    nameless = [image.path for image in images if not image.crs]
    return [MixedReferenceSystemsError(nameless)] if nameless and len(nameless) < len(images) else []


def check_images(paths: Sequence[str], minimum: int = 2, nodata: float | None = None) -> list[Image]:
    """The images of ``paths``.

    Raises `Problems` with every reason why they cannot be used together.
    """
    images, problems = find_images(paths, minimum, nodata)
    raise_all(problems or check_overlap(images, minimum))
    return images


def check_overlap(images: Sequence[Image], minimum: int, progress: Progress = Silent()) -> list[EvenlightError]:
    """Whether any two footprints meet, where a job is about overlaps.  Raises `Cancelled`."""
    if minimum < 2 or len(images) < 2:
        return []
    return no_overlap(images, find_overlaps(images, progress))


def no_overlap(images: Sequence[Image], overlaps: Overlaps) -> list[EvenlightError]:
    """What is wrong where none of the images meet."""
    if len(overlaps.pairs):
        return []
    turned = [(images[first].path, images[second].path) for first, second in overlaps.around.tolist()]
    return [NoOverlapError([image.path for image in images], turned)]


def warn_of_turns(images: Sequence[Image], overlaps: Overlaps, progress: Progress) -> None:
    """Name images that only meet where longitudes are counted alike."""
    if len(overlaps.around):
        first, second = overlaps.around[0].tolist()
        more = len(overlaps.around) - 1
        others = Message("; so would {other_pairs}", other_pairs=counted(more, "other pair")) if more else ""
        progress.warn(Message(
            "{apart_by_a_turn}{others}.",
            apart_by_a_turn=apart_by_a_turn(images[first].path, images[second].path), others=others,
        ))
