"""What jobs refuse or cannot bring about; every text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import EvenlightError, path_text, some


class NoCommonPixelsError(EvenlightError):
    """Images overlap, but no pixel is valid in two of them."""

    def __init__(self, paths: Iterable[str]):
        super().__init__(
            f"The images overlap, but no pixel is valid in two of them ({some(paths, quote='')}): check nodata "
            "values and masks, and that the mask leaves common ground."
        )


class TooManyBlocksError(EvenlightError):
    """A block map would be larger than any use of it."""

    def __init__(self, rows: int, columns: int):
        super().__init__(
            f"The block maps would have {rows} x {columns} blocks, too many to save: save the maps of images that lie "
            "far apart in runs of their own, or ask for fewer BLOCKS."
        )


class UnknownImageError(EvenlightError):
    """A model image is not among the inputs."""

    def __init__(self, path: str):
        super().__init__(f"{path_text(path)} is a model image but not an input: add it to the input or remove it.")


class UnknownFixedImageError(EvenlightError):
    """A fixed image is not among the inputs."""

    def __init__(self, path: str):
        super().__init__(f"{path_text(path)} is a fixed image but not an input: add it to the input or remove it.")


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
