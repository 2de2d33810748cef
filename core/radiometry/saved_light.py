"""Common light in saved files: a field over ground, for the image that it was found in, a part of it, and new ones."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..errors import ReferenceSystemError, SavedFileError
from ..messages import Message
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.reference_system import same_crs, spatial_reference, surely_through
from .light_field import LightField, Placement

BEYOND = 0.25
"""Share of its side by which an image may reach beyond the ground that a light was found on."""
ALIKE = 0.2
"""Share by which the sides of images may differ that have one light."""
SMALLEST = 1e-30
"""Share of an image in a square unit of a map, and the inverse of the largest."""


class Frame(NamedTuple):
    """Where the image lay that a light was found in."""

    crs: str
    """WKT; empty where it had none."""
    placement: Placement
    """In that system."""

    def on(self, canvas: Grid) -> Placement:
        """On a canvas, whose coordinate system may be another.  Raises `ReferenceSystemError`."""
        if not self.crs or not canvas.crs or same_crs(self.crs, canvas.crs):
            return self.placement
        x, y = self.placement.nodes()
        nodes = np.column_stack([x.ravel(), y.ravel()])
        moved = surely_through(nodes, self.crs, canvas.crs, Message("the saved light"))
        return Placement.fitted(*(column.reshape(x.shape) for column in moved.T))

    def to_json(self) -> dict:
        """Plain data."""
        return {"crs": self.crs, **self.placement.to_json()}

    @classmethod
    def from_json(cls, entry: object) -> Frame:
        """What `to_json` wrote.  Raises `ValueError` for anything else."""
        try:
            crs, placement = entry["crs"], Placement.from_json(entry)
            if crs:
                spatial_reference(crs)
        except (LookupError, TypeError, OverflowError, ReferenceSystemError) as error:
            raise ValueError("no frame") from error
        size = abs(np.linalg.det(placement.matrix)) if placement.matrix.shape == (2, 2) else 0.0
        if placement.origin.shape != (2,) or not (SMALLEST < size < 1 / SMALLEST):
            raise ValueError("no frame")
        return cls(crs, placement)


class SavedLight(NamedTuple):
    """Common light of one image."""

    terms: np.ndarray
    """(K, 5) of `LightField`."""
    taken_out: bool
    """Whether images are divided by it before gain and offset; else it stays in them."""
    units: np.ndarray
    """(2, K) scale and offset from stored values to those that it is a factor of."""
    frame: Frame | None
    """None where an earlier version saved it."""


def field_for(
    file: str, terms: np.ndarray, frame: Frame | None, image: Image, canvas: Grid, same: bool
) -> LightField:
    """The light of ``file`` over an image that is the ``same`` as when it was saved, or lies on its ground.

    Raises `SavedFileError` where it does not, or where it is not known.
    """
    field = field_over(terms, frame, image, canvas, same)
    if field is None and frame is None:
        what = Message(
            "it does not tell where its common light lies, and {path} is not the image that it was found in",
            path=image.path,
        )
        raise SavedFileError(file, "", what)
    if field is None:
        raise SavedFileError(file, "", Message(
            "its common light is of other ground than {path} shows", path=image.path
        ))
    return field


def field_over(
    terms: np.ndarray, frame: Frame | None, image: Image, canvas: Grid, same: bool
) -> LightField | None:
    """The light over an image that shows the same ground or a part of it; None where that cannot be known."""
    own = Placement.of_image(image, canvas)
    placement = frame.on(canvas) if frame else own
    if frame and np.abs(placement.at(*own.nodes())).max() <= 0.5 + BEYOND:
        return LightField(terms, placement)
    # the file of an earlier version, or the user gave the image another coordinate system since
    return LightField(terms, own) if same else None


def is_alike(frame: Frame | None, image: Image, canvas: Grid) -> bool:
    """Whether an image shows as much ground as the one that a light was found in, so that it can have the same."""
    if frame is None:
        return True
    turn = Placement.of_image(image, canvas).matrix @ np.linalg.inv(frame.on(canvas).matrix)
    return bool(np.abs(turn - np.eye(2)).max() <= ALIKE)


def unlike(image: Image, source: str) -> str:
    """The warning where a new image is not."""
    return Message(
        "{path} shows more or less ground than the images in {source}: it keeps its common light, whose slope "
        "over it is not known; to look for light in all images together, run without {source}.",
        path=image.path, source=source,
    )
