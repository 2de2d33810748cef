"""What was found about each image, as a table and as lines on the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from osgeo import ogr

from ..errors import WriteError
from ..messages import Message
from ..raster.dataset import last_message
from ..raster.image import Image
from ..raster.reference_system import surely_through
from ..raster.transaction import target_path
from ..raster.vector_file import driver_of, table_text, vector_layer
from ..raster.writing import write_text
from .placement import Placement
from .remainder import Remainder
from .transform import Transform

LAYER = "shifts"
POINTS_LAYER = "tie_points"
"""The layers' names in files that may hold several."""

COLUMNS = (
    "image", "reference", "method", "shift_x_pixels", "shift_y_pixels", "shift_x_map", "shift_y_map",
    "rotation_degrees", "scale", "matrix", "correlation_before", "correlation_after", "matches", "accepted", "reason",
    "windows", "windows_kept", "off_before_median", "off_after_median", "off_before_rms", "off_after_rms",
)  # fmt: skip


class Vectors(NamedTuple):
    """Where the ground is shown and where it belongs, at some places of an image."""

    places: np.ndarray
    """(n, 2) map coordinates in the image's own system."""
    belongs: np.ndarray
    """(n, 2) the same."""
    reliability: np.ndarray
    """(n,) 0 to 1."""
    kept: np.ndarray
    """(n,) bool: whether it counts in what was done to the image."""

    def after(self, step: Transform) -> Vectors:
        """The same with a step more."""
        return self._replace(belongs=step.moved(self.belongs))


class Outcome(NamedTuple):
    """What was found about one image."""

    image: Image
    reference: str
    """What it was aligned to."""
    placement: Placement
    """What was done; None where it was passed on unchanged."""
    shift: tuple[float, float] | None
    """Columns and rows by which the middle of the overlap moves, in the pixels compared; None without a transform."""
    ground: tuple[float, float] | None
    """The same in map units."""
    matrix: np.ndarray | None
    """(3, 3) the transform in map coordinates; None where there is none or it is no single transform."""
    before: float | None
    """Correlation on held-out windows."""
    after: float | None
    matches: int
    """Points or windows that agree on it; 0 where the method has none."""
    accepted: bool
    reason: str
    """Why it was not accepted; empty where it was."""
    vectors: Vectors | None
    in_place: bool = False
    """Whether there was nothing to do."""
    checked: bool = True
    """Whether windows decided that nothing was learnt from."""
    seen: Remainder | None = None
    """What windows say about it; None where too few of them tell."""
    points: Vectors | None = None
    """The same windows on the map."""
    remedy: str = ""
    """What would take up what is left, in the words of the parameters; empty where nothing surely does."""
    unwarped: str = ""
    """Why it was moved as a whole and not warped piece by piece; empty where it was not to be warped."""

    def turn_and_scale(self) -> tuple[float, float] | None:
        """Degrees counterclockwise on the map and the scale, at the image's middle; None without one transform."""
        if self.matrix is None:
            return None
        middle = np.array([[self.image.width / 2, self.image.height / 2]])
        return Transform(self.matrix).turn_and_scale(self.image.grid.map_of(middle)[0])


def write_table(path: str, outcomes: Sequence[Outcome], method: str) -> None:
    """One row per image, comma separated.  Raises `WriteError`."""
    write_text(path, table_text(table_rows(outcomes, method)))


def table_rows(outcomes: Sequence[Outcome], method: str) -> list[Sequence[object]]:
    """`COLUMNS` and a row for each image."""
    rows: list[Sequence[object]] = [COLUMNS]
    for found in outcomes:
        rows.append([
            found.image.path,
            found.reference,
            method,
            *_numbers(found.shift, ".4f"),
            *_numbers(found.ground, ".10g"),
            *_numbers(found.turn_and_scale(), ".8f"),
            matrix_text(found.matrix),
            *_numbers((found.before, found.after), ".6f"),
            found.matches or "",
            Message("yes") if found.accepted else Message("no"),
            found.reason,
            *_statistics(found.seen),
        ])
    return rows


def _statistics(seen: Remainder | None) -> list[object]:
    """Of windows: how many there are and count, and pixels that they lie off; root mean squares of those that count."""
    if seen is None:
        return [""] * 6
    medians = seen.median_before, seen.median_left
    squares = [float(np.sqrt((off[seen.kept] ** 2).mean())) if seen.kept.any() else None for off in seen[2:4]]
    return [len(seen.at), int(seen.kept.sum()), *_numbers((*medians, *squares), ".4f")]


def matrix_text(matrix: np.ndarray | None) -> str:
    """A matrix in one cell of a table."""
    return "" if matrix is None else " ".join(repr(float(value)) for value in matrix.ravel())


Line = tuple[Sequence[float], Sequence[float], Sequence[object]]
"""Two ends, x and y each, and values of fields."""


def write_lines(path: str, name: str, crs: str, fields: Mapping[str, int], lines: Iterable[Line]) -> None:
    """Write a layer of straight lines; ``fields`` have OGR's types.  Raises `WriteError`."""
    with vector_layer(path, driver_of(path), name, ogr.wkbLineString, crs, fields) as (_, layer):
        for *ends, values in lines:
            line = ogr.Geometry(ogr.wkbLineString)
            for end in ends:
                line.AddPoint_2D(*map(float, end))
            feature = ogr.Feature(layer.GetLayerDefn())
            for number, value in enumerate(values):
                feature.SetField(number, value)
            feature.SetGeometry(line)
            if layer.CreateFeature(feature):
                raise WriteError(target_path(path), last_message())


def _numbers(values: Sequence[float | None] | None, form: str) -> list[str]:
    if values is None:
        return ["", ""]
    return ["" if value is None else format(value, form) for value in values]


def vectors_of(transform: Transform, places: np.ndarray, kept: bool, reliability: float) -> Vectors:
    """The vectors of one transform of map coordinates."""
    number = len(places)
    return Vectors(places, transform.moved(places), np.full(number, reliability), np.full(number, kept))


def write_vectors(path: str, outcomes: Sequence[Outcome], crs: str) -> None:
    """Lines from where the ground is shown to where it belongs, of all images, in the system ``crs``.

    ``dx``, ``dy`` and ``length`` are in units of that system.  Raises `WriteError` or `ReferenceSystemError`.
    """
    numbers = dict.fromkeys(("dx", "dy", "length", "reliability"), ogr.OFTReal)
    fields = {"image": ogr.OFTString, **numbers, "kept": ogr.OFTInteger}
    write_lines(path, LAYER, crs, fields, (line for found in outcomes for line in _lines(found, crs)))


def ends_in(found: Outcome, crs: str) -> tuple[np.ndarray, np.ndarray]:
    """Where an image's vectors begin and end in the system ``crs``, (n, 2) each.  Raises `ReferenceSystemError`."""
    image = found.image
    starts, ends = (surely_through(points, image.crs, crs, image.path) for points in found.vectors[:2])
    return starts, ends


def write_tie_points(path: str, outcomes: Sequence[Outcome], crs: str) -> None:
    """Points where windows of all images show their ground, in the system ``crs``, with where it belongs.

    ``dx``, ``dy`` and ``length`` are in units of that system, ``angle`` in degrees clockwise from its second axis,
    ``off_before`` and ``off_after`` in pixels compared.  Raises `WriteError` or `ReferenceSystemError`.
    """
    names = "dx", "dy", "length", "angle", "off_before", "off_after", "reliability"
    fields = {"image": ogr.OFTString, **dict.fromkeys(names, ogr.OFTReal), "kept": ogr.OFTInteger}
    with vector_layer(path, driver_of(path), POINTS_LAYER, ogr.wkbPoint, crs, fields) as (_, layer):
        for place, values in (row for found in outcomes for row in _points(found, crs)):
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(*map(float, place))
            feature = ogr.Feature(layer.GetLayerDefn())
            for number, value in enumerate(values):
                feature.SetField(number, value)
            feature.SetGeometry(point)
            if layer.CreateFeature(feature):
                raise WriteError(target_path(path), last_message())


def _points(found: Outcome, crs: str) -> Iterator[tuple[np.ndarray, Sequence[object]]]:
    if found.points is None or found.seen is None:
        return
    image, seen = found.image, found.seen
    starts, ends = (surely_through(points, image.crs, crs, image.path) for points in found.points[:2])
    for start, end, *numbers, kept in zip(starts, ends, seen.before, seen.left, seen.reliability, seen.kept):
        dx, dy = (float(value) for value in end - start)
        angle = float(np.degrees(np.arctan2(dx, dy)) % 360.0)
        yield start, (image.name, dx, dy, float(np.hypot(dx, dy)), angle, *map(float, numbers), int(kept))


def _lines(found: Outcome, crs: str) -> Iterator[Line]:
    if found.vectors is not None:
        image = found.image
        starts, ends = ends_in(found, crs)
        for start, end, reliability, kept in zip(starts, ends, found.vectors.reliability, found.vectors.kept):
            dx, dy = (float(value) for value in end - start)
            yield start, end, (image.name, dx, dy, float(np.hypot(dx, dy)), float(reliability), int(kept))
