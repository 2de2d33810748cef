"""A mesh of local displacements per image, for what one transform per image leaves.

Each image has a grid of nodes over its footprint, about `spacing` pixels apart; between them
the displacement u is bilinear.  With r what the transforms leave of a tie point, all meshes are
found together from

    sum over points        w psi |r + u_a(p_a) - u_b(p_b)|^2
    + smoothness * sum over neighbouring nodes  |u - u'|^2          (x stiffness of the image)
    + bending * sum over three nodes in line    |u - 2 u' + u''|^2  (x stiffness of the image)
    + sum over nodes       anchor(d) |u|^2,     anchor(d) = 1 - exp(-(d / falloff)^2) + 0.0003

Points count as having an error of a pixel, whatever their residuals: if a stiff mesh's large
residuals made them count less, it would stay stiff.  d is the way from a node to the nearest tie
point of its image: a mesh moves nothing where no point tells, and where two images differ each
takes half.  x and y have one matrix.

A mesh that folds would show ground twice.  Bilinear cells have their smallest area, relative to
their own, at one of their corners; where that falls under a tenth the image is made stiffer
fourfold and all is solved again, and an image that still folds gets no mesh.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.spatial import cKDTree

from ..numeric.sparse import bilinear, factorised, grid_differences
from ..progress import Stop, unstopped
from ..raster.window import Window
from .settings import Loss, MeshSettings
from .tie_points import CONVEX_ROUNDS, TiePoints, error_scale, robust_weights

ANCHOR, LOOSE = 1.0, 0.0003
"""Costs of a pixel of displacement far from all tie points and at one, against tie points of weight 1."""
LEAST_AREA = 0.1
"""Of a cell, as a share of its area without the mesh."""
STIFFER, STIFFENINGS = 4.0, 6
MESH_SCALE_FLOOR = 0.5
"""Pixels.  What a mesh cannot follow at once must not count as wrong, or it never will."""
MOST_NODES = 400
"""Of an image: GDAL's splines, by which results are resampled, take the time of so many for every pixel."""
ROUNDS = 15
SETTLED = 0.01
"""Rounds end when no weight changes by more."""


class Nodes(NamedTuple):
    """One image's mesh."""

    columns: np.ndarray
    """(c,) positions on the common grid."""
    rows: np.ndarray
    """(r,)."""
    moves: np.ndarray
    """(r, c, 2) displacements, pixels."""

    @property
    def places(self) -> np.ndarray:
        """Positions of the nodes, (r * c, 2)."""
        return np.stack(np.meshgrid(self.columns, self.rows), axis=-1).reshape(-1, 2)


class MeshSolution(NamedTuple):
    """Meshes of N images from n tie points."""

    nodes: list[Nodes | None]
    """None where an image has none: no tie points, held, or folding."""
    weight: np.ndarray
    """(n,) robust weights, 0 where a point was rejected."""
    stiffened: list[int]
    """Images that were made stiffer so that they do not fold."""
    folding: list[int]
    """Images that got no mesh because they fold however stiff."""


def solve_meshes(
    points: TiePoints,
    residual: np.ndarray,
    windows: Sequence[Window],
    linear: np.ndarray,
    meshed: np.ndarray,
    settings: MeshSettings,
    loss: Loss,
    stop: Stop = unstopped,
) -> MeshSolution:
    """Meshes of all images.

    ``residual`` (n, 2): T_a(p_a) - T_b(p_b); ``windows``: footprints on the common grid;
    ``linear`` (N, 2, 2): linear parts of the transforms; ``meshed`` (N,) bool: images that may have one;
    ``stop`` is called in every round and raises where the work shall end.
    """
    meshed = meshed & np.isin(np.arange(len(windows)), np.concatenate([points.first, points.second]))
    stiffness = np.ones(len(windows))
    folding: list[int] = []
    while True:
        lattice = _Lattice(points, windows, meshed, settings)
        moves, weight = lattice.solve(points, residual, stiffness, settings, loss, stop)
        nodes = lattice.nodes(moves)
        folds = [n for n, own in enumerate(nodes) if own is not None and smallest_area(own, linear[n]) < LEAST_AREA]
        if not folds:
            return MeshSolution(nodes, weight, np.flatnonzero((stiffness > 1.0) & meshed).tolist(), sorted(folding))
        hopeless = [n for n in folds if stiffness[n] >= STIFFER**STIFFENINGS]
        folding += hopeless
        meshed[hopeless] = False
        stiffness[folds] *= STIFFER


def smallest_area(nodes: Nodes, linear: np.ndarray) -> float:
    """The smallest area that any part of a mesh keeps, as a share of that without the mesh; below 0 it folds."""
    along = linear[:, 0] + np.diff(nodes.moves, axis=1) / np.diff(nodes.columns)[None, :, None]
    down = linear[:, 1] + np.diff(nodes.moves, axis=0) / np.diff(nodes.rows)[:, None, None]
    return smallest_corner(along, down) / float(np.linalg.det(linear))


def smallest_corner(across: np.ndarray, down: np.ndarray) -> float:
    """The smallest area at any corner of a grid's cells; not above 0 where it folds.

    ``across`` (r, c - 1, 2), ``down`` (r - 1, c, 2): from each node to the next one of its row, and of its column.
    """
    corners = [
        top[..., 0] * left[..., 1] - top[..., 1] * left[..., 0]
        for top in (across[:-1], across[1:])
        for left in (down[:, :-1], down[:, 1:])
    ]
    return float(np.min(corners))


def mesh_moves(nodes: Sequence[Nodes | None], images: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Displacements (n, 2) by the meshes of ``images`` (n,) at positions (n, 2)."""
    moves = np.zeros((len(at), 2))
    for image in np.unique(images):
        own = nodes[image]
        if own is not None:
            chosen = images == image
            moves[chosen] = bilinear(at[chosen], own.columns, own.rows) @ own.moves.reshape(-1, 2)
    return moves


class _Lattice:
    """The nodes of all images in one numbering, and the matrices over them."""

    def __init__(
        self,
        points: TiePoints,
        windows: Sequence[Window],
        meshed: np.ndarray,
        settings: MeshSettings,
    ):
        self._axes = [_axes(window, settings.spacing) if own else None for window, own in zip(windows, meshed)]
        sizes = [0 if axes is None else len(axes[0]) * len(axes[1]) for axes in self._axes]
        self._starts = np.concatenate([[0], np.cumsum(sizes)])
        self._data = self._rows_of_points(points)
        self._anchor = self._anchors(points, settings)

    def nodes(self, moves: np.ndarray) -> list[Nodes | None]:
        """The meshes, from displacements (all nodes, 2)."""
        found: list[Nodes | None] = []
        for axes, start, end in zip(self._axes, self._starts, self._starts[1:]):
            if axes is None:
                found.append(None)
            else:
                found.append(Nodes(*axes, moves[start:end].reshape(len(axes[1]), len(axes[0]), 2)))
        return found

    def solve(
        self,
        points: TiePoints,
        residual: np.ndarray,
        stiffness: np.ndarray,
        settings: MeshSettings,
        loss: Loss,
        stop: Stop,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Displacements (all nodes, 2) and robust weights (n,)."""
        moves = np.zeros((int(self._starts[-1]), 2))
        robust = np.ones(len(points))
        left = residual
        stiff = self._stiffness(stiffness, settings)
        transposed = self._data.T.tocsr()
        for done in range(ROUNDS + 1):
            stop()
            before = robust
            scale = max(error_scale(left, points.weight * (robust > 0)), MESH_SCALE_FLOOR)
            robust = robust_weights(left, points.weight, scale, loss, done)
            settled = done > CONVEX_ROUNDS and np.abs(robust - before).max(initial=0.0) < SETTLED
            if settled or done == ROUNDS or not len(moves):
                break
            weight = points.weight * robust
            factors = factorised(transposed @ sparse.diags(weight) @ self._data + stiff)
            moves = factors.solve(-(transposed @ (weight[:, None] * residual)))
            left = residual + self._data @ moves
        return moves, robust

    def _rows_of_points(self, points: TiePoints) -> sparse.csr_matrix:
        """u_a(p_a) - u_b(p_b) of every point, from the displacements of all nodes."""
        rows, columns, values = [], [], []
        for images, at, sign in ((points.first, points.at_first, 1.0), (points.second, points.at_second, -1.0)):
            for image in np.unique(images):
                if self._axes[image] is None:
                    continue
                own = np.flatnonzero(images == image)
                weights = bilinear(at[own], *self._axes[image]).tocoo()
                rows.append(own[weights.row])
                columns.append(weights.col + self._starts[image])
                values.append(sign * weights.data)
        shape = len(points), int(self._starts[-1])
        if not rows:
            return sparse.csr_matrix(shape)
        parts = tuple(np.concatenate(part) for part in (values, rows, columns))
        return sparse.csr_matrix((parts[0], parts[1:]), shape=shape)

    def _anchors(self, points: TiePoints, settings: MeshSettings) -> np.ndarray:
        anchor = np.zeros(int(self._starts[-1]))
        for image, axes in enumerate(self._axes):
            if axes is None:
                continue
            at = np.concatenate([points.at_first[points.first == image], points.at_second[points.second == image]])
            places = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, 2)
            way = cKDTree(at).query(places)[0] / settings.anchor_falloff
            anchor[self._starts[image]:self._starts[image + 1]] = ANCHOR * (1.0 - np.exp(-(way**2))) + LOOSE
        return anchor

    def _stiffness(self, stiffness: np.ndarray, settings: MeshSettings) -> sparse.csr_matrix:
        """The quadratic form of smoothness, bending and anchors."""
        blocks = []
        for image, axes in enumerate(self._axes):
            if axes is None:
                continue
            slopes, bends = (grid_differences(len(axes[0]), len(axes[1]), order) for order in (1, 2))
            form = settings.smoothness * (slopes.T @ slopes) + settings.bending * (bends.T @ bends)
            blocks.append(stiffness[image] * form)
        anchors = sparse.diags(self._anchor)
        return (sparse.block_diag(blocks) + anchors).tocsr() if blocks else sparse.csr_matrix((0, 0))


def _axes(window: Window, spacing: float) -> tuple[np.ndarray, np.ndarray]:
    """Columns and rows of the nodes that divide a footprint evenly, about ``spacing`` apart."""
    spacing = max(spacing, float(np.sqrt(window.pixels / MOST_NODES)))
    across, down = (max(round(side / spacing), 1) + 1 for side in window.size)
    return np.linspace(window.column, window.right, across), np.linspace(window.row, window.bottom, down)
