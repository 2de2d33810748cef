"""Why results cannot be written where they are wanted; every text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import EvenlightError, printable, some


class UnequalBandsError(EvenlightError):
    """Bands of a result are valid at different pixels, and it has one mask for all."""

    def __init__(self, path: str):
        super().__init__(
            f"{path} was not written: its image has pixels with data in some bands only, and compression that changes "
            "values leaves one mask for all bands to tell data by; choose a lossless one in CREATION_OPTIONS, such as "
            "COMPRESS=DEFLATE."
        )


class OutputBusyError(EvenlightError):
    """Another run is writing the same file."""

    def __init__(self, path: str, record: str):
        super().__init__(
            f"{path} is being written by another run, as {record} says: wait for it or choose another folder; if that "
            "run is gone, delete this file."
        )


class StaleSidecarError(EvenlightError):
    """The results are in place, but something beside them still describes earlier ones."""

    def __init__(self, paths: Iterable[str]):
        super().__init__(
            f"The results are in place, but beside them {some(paths, quote='')} could not be removed, which tells of "
            "earlier pixels: close the programs that use it and delete it by hand."
        )


class OutputIsReadError(EvenlightError):
    """A result would overwrite what an earlier virtual raster reads."""

    def __init__(self, path: str, recipe: str):
        super().__init__(
            f"{path} is read by the virtual raster {recipe} and would be overwritten: choose another folder or output "
            "name, or remove that virtual raster first."
        )


class OutputIsFolderError(EvenlightError):
    """A result would have the name of a folder."""

    def __init__(self, path: str):
        super().__init__(f"{path} is a folder: give the name of a file.")


class OutputClashError(EvenlightError):
    """Two results would have one name."""

    def __init__(self, path: str):
        super().__init__(f"Several images would be written to {path}: put $ into the output name.")


class LongNameError(EvenlightError):
    """The name of a file is longer than its folder takes."""

    def __init__(self, name: str, size: int, most: int):
        super().__init__(
            f'The name "{printable(name)}" has {size} bytes and may have {most}: shorten the output name, the folder '
            "or the name of the image."
        )


class NotEnoughSpaceError(EvenlightError):
    """The disk cannot hold the results."""

    def __init__(self, folder: str, needed: int, free: int):
        super().__init__(
            f"{folder} has {_size(free)} free and the results need about {_size(needed)}: "
            "free some space or choose another disk."
        )


def _size(size: int) -> str:
    """Bytes in the unit that shows them."""
    unit, name = next(((unit, name) for unit, name in ((1e9, "GB"), (1e6, "MB")) if size >= unit / 10), (1e3, "kB"))
    return f"{size / unit:.2f} {name}"
