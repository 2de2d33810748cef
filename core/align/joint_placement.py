"""A joint solution, in pixels of the common grid, as placements in each image's own map coordinates."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..raster.canvas import footprint
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.reference_system import surely_through, transformation
from ..raster.window import Window
from .fitting import fit_transform
from .joint import JointSolution
from .pair import Mesh
from .placement import Placement
from .settings import TransformModel
from .tie_points import TiePoints

STRAIGHT = 0.01
"""Pixels by which a shift of another coordinate system may be missed."""


def on_grid(points: TiePoints, canvas: Grid) -> TiePoints:
    """Tie points in map coordinates as such in pixels of the common grid."""
    ends = map(canvas.positions_of, (points.at_first, points.at_second))
    return TiePoints(points.first, points.second, *ends, points.weight)


def placements(images: Sequence[Image], canvas: Grid, solution: JointSolution) -> list[Placement]:
    """Where every image's ground truly lies, in its own system; None where it stays.

    Raises `ReferenceSystemError`.
    """
    return [_placement(image, canvas, solution, number) for number, image in enumerate(images)]


def _placement(image: Image, canvas: Grid, solution: JointSolution, number: int) -> Placement:
    transform, nodes = solution.transforms[number], solution.nodes[number]
    if transform is None:
        return None
    if nodes is not None:
        places = nodes.places
        belongs = transform.moved(places) + nodes.moves.reshape(-1, 2)
        return Mesh(*(_in_own(canvas.map_of(points), canvas, image) for points in (places, belongs)))
    ground = transform.seen_by(canvas)
    if transformation(image.crs, canvas.crs, image.path) is None:
        return ground
    here = image.grid.map_of(image.grid.window.edge)
    belongs = _in_own(ground.moved(_in_common(here, image, canvas)), canvas, image)
    weights = np.ones(len(here))
    if transform.is_shift:
        shift = fit_transform(TransformModel.TRANSLATION, here, belongs, weights)
        pixel = math.sqrt(abs(np.linalg.det(image.grid.matrix[:2, :2])))
        if np.abs(shift.moved(here) - belongs).max() < STRAIGHT * pixel:
            return shift
    return fit_transform(TransformModel.AFFINE, here, belongs, weights)


def _in_common(points: np.ndarray, image: Image, canvas: Grid) -> np.ndarray:
    return surely_through(points, image.crs, canvas.crs, image.path)


def _in_own(points: np.ndarray, canvas: Grid, image: Image) -> np.ndarray:
    return surely_through(points, canvas.crs, image.crs, image.path)


def grids(images: Sequence[Image], canvas: Grid, solution: JointSolution) -> list[Grid]:
    """The part of the common grid that holds each image at its place."""
    found = []
    for image, transform, nodes in zip(images, solution.transforms, solution.nodes):
        seen = footprint(image, canvas)
        corners = [(x, y) for x in (seen.column, seen.right) for y in (seen.row, seen.bottom)]
        corners = np.array(corners, dtype=np.float64)
        reached = corners if transform is None else transform.moved(corners)
        if transform is not None and nodes is not None:
            reached = np.vstack([reached, transform.moved(nodes.places) + nodes.moves.reshape(-1, 2)])
        left, top = np.floor(reached.min(axis=0)).astype(int).tolist()
        right, bottom = np.ceil(reached.max(axis=0)).astype(int).tolist()
        found.append(canvas.part(Window(left, top, right - left, bottom - top)))
    return found
