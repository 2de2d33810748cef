"""What a joint alignment found, as a table of the images and as lines between tie points."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from osgeo import ogr

from ..messages import Message
from ..raster.canvas import footprint
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.vector_file import table_text
from ..raster.writing import write_text
from .joint import JointSolution, root_mean_square
from .mesh import mesh_moves
from .placement import Placement
from .report import matrix_text, write_lines
from .tie_points import TiePoints
from .transform import Transform

LAYER = "tie_points"
"""The layer's name in a file that may hold several."""

COLUMNS = (
    "image", "moved", "reason", "group", "tie_points", "rejected", "rms_before_pixels", "rms_after_pixels",
    "shift_x_map", "shift_y_map", "rotation_degrees", "scale", "matrix", "mesh_nodes", "largest_local_pixels",
)  # fmt: skip


def write_table(
    path: str,
    images: Sequence[Image],
    canvas: Grid,
    points: TiePoints,
    solution: JointSolution,
    placed: Sequence[Placement],
) -> None:
    """One row per image, comma separated; the shift is that of its middle.  Raises `WriteError`."""
    write_text(path, table_text(table_rows(images, canvas, points, solution, placed)))


def table_rows(
    images: Sequence[Image],
    canvas: Grid,
    points: TiePoints,
    solution: JointSolution,
    placed: Sequence[Placement],
) -> list[Sequence[object]]:
    """`COLUMNS` and a row for each image."""
    rows: list[Sequence[object]] = [COLUMNS]
    for number, image in enumerate(images):
        own = (points.first == number) | (points.second == number)
        good = own & solution.counts
        transform, nodes = solution.transforms[number], solution.nodes[number]
        matrix = placed[number].matrix if isinstance(placed[number], Transform) else None
        rows.append([
            image.path,
            Message("no") if transform is None else Message("yes"),
            solution.reasons[number],
            solution.groups[number] + 1,
            own.sum(),
            (own & ~solution.counts).sum(),
            _number(root_mean_square(solution.before[good]), 4),
            _number(root_mean_square(solution.after[good]), 4),
            *_transform_columns(transform, image, canvas),
            matrix_text(matrix),
            0 if nodes is None else nodes.moves[..., 0].size,
            "" if nodes is None else _number(float(np.hypot(*nodes.moves.reshape(-1, 2).T).max()), 4),
        ])
    return rows


def _transform_columns(transform: Transform | None, image: Image, canvas: Grid) -> list[str]:
    if transform is None:
        return ["0", "0", "0", "1"]
    seen = footprint(image, canvas)
    middle = np.array([[seen.column + seen.width / 2, seen.row + seen.height / 2]])
    dx, dy = (canvas.map_of(transform.moved(middle)) - canvas.map_of(middle))[0]
    turn, scale = transform.turn_and_scale(middle[0])
    # counterclockwise on the map; rows count downwards
    return [f"{dx:.10g}", f"{dy:.10g}", f"{0.0 - turn:.6f}", f"{scale:.8f}"]


def _number(value: float, digits: int) -> str:
    return f"{value:.{digits}f}" if math.isfinite(value) else ""


def write_vectors(
    path: str, images: Sequence[Image], canvas: Grid, points: TiePoints, solution: JointSolution
) -> None:
    """Lines from where the one image of a tie point shows it, after alignment, to where the other does.

    ``points`` in pixels of the common grid; the lines and ``dx`` and ``dy`` are in map coordinates, ``before`` and
    ``after`` lengths in pixels.  Raises `WriteError`.
    """
    real = ogr.OFTReal
    fields = {
        "image": ogr.OFTString, "other": ogr.OFTString, "dx": real, "dy": real, "before": real, "after": real,
        "kept": ogr.OFTInteger,
    }  # fmt: skip
    ends = _shown(points, solution)
    starts, ends = canvas.map_of(ends + solution.after), canvas.map_of(ends)
    lengths = [np.hypot(*residual.T) for residual in (solution.before, solution.after)]
    lines = (
        (
            start, end, (
                images[points.first[number]].name, images[points.second[number]].name, end[0] - start[0],
                end[1] - start[1], *(float(length[number]) for length in lengths), int(solution.counts[number]),
            ),
        )
        for number, (start, end) in enumerate(zip(starts.tolist(), ends.tolist()))
    )  # fmt: skip
    write_lines(path, LAYER, canvas.crs, fields, lines)


def residual_lines(
    canvas: Grid, points: TiePoints, solution: JointSolution, after: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Where the first image of each tie point shows it, and how far from there the second one does, (n, 2) map units.

    As the images lay, or ``after`` they were aligned.
    """
    ends = _shown(points, solution) if after else points.at_second
    starts = canvas.map_of(ends + (solution.after if after else solution.before))
    return starts, canvas.map_of(ends) - starts


def _shown(points: TiePoints, solution: JointSolution) -> np.ndarray:
    """Where the second image of each tie point shows it after its transform and mesh, (n, 2)."""
    shown = points.at_second + mesh_moves(solution.nodes, points.second, points.at_second)
    for image in np.unique(points.second):
        transform = solution.transforms[image]
        if transform is not None:
            own = points.second == image
            shown[own] += transform.moved(points.at_second[own]) - points.at_second[own]
    return shown
