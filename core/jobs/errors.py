"""What jobs refuse or cannot bring about; every text is a sentence for the user."""

from __future__ import annotations

from ..errors import EvenlightError, path_text
from ..messages import Message


class UnknownImageError(EvenlightError):
    """A model image is not among the inputs."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} is a model image but not an input: add it to the input or remove it.", path=path_text(path)
        ))


class UnknownFixedImageError(EvenlightError):
    """A fixed image is not among the inputs."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} is a fixed image but not an input: add it to the input or remove it.", path=path_text(path)
        ))


class NoModelImageError(EvenlightError):
    """Excluding leaves no image to follow."""

    def __init__(self) -> None:
        super().__init__(Message(
            "All images are excluded as model images: leave at least one that the others can follow."
        ))


class TooFewFeaturesError(EvenlightError):
    """Two images show too little ground that did not change."""

    def __init__(self, path: str, reference: str, method: str, why: str):
        super().__init__(Message(
            "{path} and {reference} have too few pseudo-invariant features ({method}): {why}; choose another "
            "PIF_METHOD, or images that share more ground.",
            path=path, reference=reference, method=method, why=why,
        ))
