"""Errors that the core raises on purpose; every text is a sentence for the user."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping


class EvenlightError(Exception):
    """Root of all errors raised on purpose; the text is meant for the user."""

    def __reduce__(self):
        """Errors come back from workers with their sentence; it is not written again."""
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(kind: type[EvenlightError], arguments: tuple, state: dict) -> EvenlightError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class Cancelled(EvenlightError):
    """The user asked to stop."""

    def __init__(self) -> None:
        super().__init__("The run was cancelled; earlier outputs are untouched.")


class Problems(EvenlightError):
    """Several problems found by the checks, reported together."""

    def __init__(self, problems: Iterable[EvenlightError]):
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnreadableRasterError(EvenlightError):
    """GDAL cannot open the input as a raster."""

    def __init__(self, path: str, detail: str = ""):
        reason = f" ({detail})" if detail else ""
        super().__init__(f"{path} cannot be opened as a raster{reason}: choose a raster file, or restore it.")


class DamagedRasterError(EvenlightError):
    """The raster opens, but its pixels cannot be read."""

    def __init__(self, path: str, detail: str = ""):
        reason = f" ({detail})" if detail else ""
        super().__init__(
            f"{path} opens, but its pixels cannot be read{reason}: the file is truncated or damaged; "
            "get it again or remove it from the inputs."
        )


class UnsupportedRasterError(EvenlightError):
    """The raster's pixels are not measurements that a gain and offset can change."""

    def __init__(self, path: str, what: str, remedy: str):
        super().__init__(f"{path} {what}: {remedy}")


class ValuesTooLargeError(EvenlightError):
    """Sums or differences of pixels leave the range of floating point."""

    def __init__(self, path: str):
        super().__init__(
            f"{path} holds values too large to compute with: declare them as no data if they mark missing pixels, or "
            "bring the image into another unit (Raster calculator)."
        )


class UnequalBandsError(EvenlightError):
    """Bands of a result are valid at different pixels, and it has one mask for all."""

    def __init__(self, path: str):
        super().__init__(
            f"{path} was not written: its image has pixels with data in some bands only, and compression that changes "
            "values leaves one mask for all bands to tell data by; choose a lossless one in CREATION_OPTIONS, such as "
            "COMPRESS=DEFLATE."
        )


class NoGeoreferenceError(EvenlightError):
    """Nobody knows where the image lies."""

    def __init__(self, path: str):
        super().__init__(
            f"{path} has no georeference, so its overlaps cannot be found: give it a coordinate "
            "system and a geotransform (Georeferencer, or gdal_edit), or remove it."
        )


class MixedReferenceSystemsError(EvenlightError):
    """Some images have a coordinate system and some have none."""

    def __init__(self, paths: Iterable[str]):
        listing = ", ".join(paths)
        super().__init__(
            f"These images have no coordinate system while others have one: {listing}. "
            "Assign the right one (Assign projection) and run again."
        )


class BandCountError(EvenlightError):
    """The images do not share one number of bands."""

    def __init__(self, counts: Mapping[str, int]):
        listing = ", ".join(f"{path}: {count}" for path, count in counts.items())
        super().__init__(
            f"All images need the same number of bands, not counting alpha ({listing}): "
            "extract the common bands (Rearrange bands) or remove the odd ones."
        )


class TooFewImagesError(EvenlightError):
    """The job needs more images."""

    def __init__(self, given: int, needed: int):
        noun = "image is" if needed == 1 else "images are"
        super().__init__(f"At least {needed} {noun} needed, {given} given: add images to the input.")


class DuplicateImageError(EvenlightError):
    """One file stands in the inputs twice."""

    def __init__(self, path: str):
        super().__init__(f"{path} is given more than once: keep it in the input list only once.")


class NoOverlapError(EvenlightError):
    """No two images meet."""

    def __init__(self, paths: Iterable[str]):
        listing = ", ".join(paths)
        super().__init__(
            f"No two of the images overlap ({listing}): check their coordinate systems and "
            "positions, or choose images that share ground."
        )


class NoCommonPixelsError(EvenlightError):
    """Images overlap, but no pixel is valid in two of them."""

    def __init__(self, paths: Iterable[str]):
        listing = ", ".join(paths)
        super().__init__(
            f"The images overlap, but no pixel is valid in two of them ({listing}): check nodata "
            "values and masks, and that the mask leaves common ground."
        )


class OutputIsInputError(EvenlightError):
    """A result would overwrite what it is made from."""

    def __init__(self, path: str, reader: str = ""):
        what = f"belongs to the input {printable(reader)}" if reader else "is an input"
        super().__init__(f"{path} {what} and would be overwritten: choose another folder or output name.")


class SameOutputError(EvenlightError):
    """Two results of one run would be one file."""

    def __init__(self, path: str):
        super().__init__(f"Two results would be written to {path}: give each of them a file of its own.")


class OutputBusyError(EvenlightError):
    """Another run is writing the same file."""

    def __init__(self, path: str, record: str):
        super().__init__(
            f"{path} is being written by another run, as {record} says: wait for it or choose another folder; if that "
            "run is gone, delete this file."
        )


class OutputNameError(EvenlightError):
    """The output name cannot be a file name."""

    def __init__(self, name: str, remedy: str):
        super().__init__(f'The output name "{printable(name)}" cannot be used: {remedy}')


class FolderNotWritableError(EvenlightError):
    """Results cannot be written where they are wanted."""

    def __init__(self, folder: str, error: OSError | None = None):
        if error is not None and error.errno in (errno.ENOSPC, errno.EDQUOT):
            super().__init__(f"{folder} has no space left: free some space there or choose another folder.")
        else:
            super().__init__(f"{folder} cannot be written to: choose another folder or change its permissions.")


class WriteError(EvenlightError):
    """A file could not be written to its end."""

    def __init__(self, path: str, detail: str = ""):
        reason = f" ({detail})" if detail else ""
        super().__init__(
            f"{path} could not be written{reason}: check space, permissions and creation options; "
            "earlier outputs are untouched."
        )


class ReplaceError(EvenlightError):
    """A finished result cannot take its place."""

    def __init__(self, path: str, detail: str):
        super().__init__(f"{path} cannot be replaced ({detail}): close the programs that use it and run again.")


class StaleSidecarError(EvenlightError):
    """The results are in place, but something beside them still describes earlier ones."""

    def __init__(self, paths: Iterable[str]):
        super().__init__(
            f"The results are in place, but beside them {', '.join(paths)} could not be removed and describes earlier "
            "pixels: close the programs that use it and delete it by hand."
        )


class ReferenceSystemError(EvenlightError):
    """A coordinate system that leads nowhere."""

    def __init__(self, owner: str, crs: str, target: str = ""):
        fault = f'does not lead to that of the images ("{_short(target)}")' if target else "is not known"
        super().__init__(
            f'The coordinate system of {owner} ("{_short(crs)}") {fault}: assign the right one, or transform it first.'
        )


class MaskGeometryError(EvenlightError):
    """A polygon of the mask cannot be worked with."""

    def __init__(self, detail: str = "", feature: int | None = None):
        reason = f" ({detail})" if detail else ""
        which = "A polygon" if feature is None else f"The polygon with the id {feature}"
        super().__init__(
            f"{which} of the mask cannot be used{reason}: repair the layer (Fix geometries), or transform it to the "
            "images' coordinate system."
        )


class MaskMatchError(EvenlightError):
    """No polygon of the mask belongs to any image."""

    def __init__(self, field_values: Iterable[str], names: Iterable[str]):
        super().__init__(
            f"The mask matches no image: its field holds {some(field_values)}, the images are "
            f"{some(names)}; write the images' names into the field, exactly."
        )


class EmptyMaskError(EvenlightError):
    """The mask has no polygon that counts."""

    def __init__(self) -> None:
        super().__init__(
            "The mask holds no polygon that touches the images: check its selection, its coordinate "
            "system and its geometry."
        )


class ExpressionError(EvenlightError):
    """An expression that cannot be read; the place is that of its first fault."""

    def __init__(self, text: str, place: int, what: str):
        rest = " ".join(text[place:place + 20].split())
        where = f'at character {place + 1}, before "{rest}"' if rest else "at its end"
        super().__init__(f"The EXPRESSION cannot be read {where}: {what}.")
        self.place = place


class MaskRuleError(EvenlightError):
    """There is no rule for a mask, or two."""

    def __init__(self, both: bool):
        if both:
            super().__init__("EXPRESSION and PRESET are both given: empty the expression or set the preset to none.")
        else:
            super().__init__("Nothing says what to mask: write an EXPRESSION or choose a PRESET.")


class MissingBandsError(EvenlightError):
    """An expression names colours whose bands are not known."""

    def __init__(self, roles: Iterable[str]):
        listing = list(roles)
        parameters = ", ".join(f"{role.upper()}_BAND" for role in listing)
        super().__init__(
            f"The numbers of the bands {', '.join(listing)} are needed and not given: set {parameters} to where they "
            "stand in the images."
        )


class UnknownBandError(EvenlightError):
    """An image has no band of a number that is asked for."""

    def __init__(self, path: str, name: str, number: int, bands: Iterable[int]):
        listing = ", ".join(map(str, bands))
        asked = name if name == f"B{number}" else f"{name} (band {number})"
        super().__init__(f"{path} has no measurements in {asked}, its bands are {listing}: choose one of these.")


class ReflectanceError(EvenlightError):
    """Values that no reflectance can have."""

    def __init__(self, path: str, band: str, value: float):
        super().__init__(
            f"{path} has values about {value:.4g} in the {band} band, and reflectances lie between 0 and 1: set SCALE "
            "to the factor of this product (0.0001 for Sentinel-2, 0.0000275 for Landsat Collection 2)."
        )


class AmbiguousNameError(EvenlightError):
    """A name fits more than one image."""

    def __init__(self, name: str, paths: Iterable[str]):
        super().__init__(f'"{name}" fits more than one image ({", ".join(paths)}): use the whole path.')


class UnknownImageError(EvenlightError):
    """A model image is not among the inputs."""

    def __init__(self, path: str):
        super().__init__(f"{path} is a model image but not an input: add it to the input or remove it.")


class UnknownFixedImageError(EvenlightError):
    """A fixed image is not among the inputs."""

    def __init__(self, path: str):
        super().__init__(f"{path} is a fixed image but not an input: add it to the input or remove it.")


class NoModelImageError(EvenlightError):
    """Excluding leaves no image to follow."""

    def __init__(self) -> None:
        super().__init__("All images are excluded as model images: leave at least one that the others can follow.")


class TooFewFeaturesError(EvenlightError):
    """Two images show too little ground that did not change."""

    def __init__(self, path: str, reference: str, method: str, why: str):
        super().__init__(
            f"{path} and {reference} have too few pseudo-invariant features ({method}): {why}; choose another "
            "PIF_METHOD, or images that share more ground."
        )


class SavedFileError(EvenlightError):
    """A saved adjustments file or block map does not fit."""

    def __init__(self, path: str, place: str, what: str):
        where = f" at {place}" if place else ""
        super().__init__(f"{path} cannot be used: {what}{where}; save it again or choose another file.")


class OptionError(EvenlightError):
    """A choice or a number is not one the algorithm knows."""

    def __init__(self, name: str, value: object, allowed: str):
        super().__init__(f'{name} cannot be "{value}": use {allowed}.')


class MissingLibraryError(EvenlightError):
    """A library that this job needs is not installed."""

    def __init__(self, library: str, command: str):
        super().__init__(f"{library} is needed for this and is not installed: {command}")


def printable(text: str, most: int = 80) -> str:
    """A text as it can be shown: not longer, and without what no screen knows."""
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
    return shown if len(shown) <= most else f"{shown[:most]}..."


def _short(crs: str, most: int = 60) -> str:
    """The name at the beginning of a WKT, or the text itself."""
    name = crs.split('"')[1] if crs.count('"') > 1 else crs
    return name if len(name) <= most else f"{name[:most]}..."


def some(words: Iterable[str], most: int = 5) -> str:
    """The first of a listing's words, and how many more there are."""
    listing = list(dict.fromkeys(words))
    text = ", ".join(f'"{word}"' for word in listing[:most])
    return f"{text} and {len(listing) - most} more" if len(listing) > most else text or "nothing"
