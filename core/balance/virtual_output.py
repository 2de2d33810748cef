"""Corrections written as virtual rasters: instantly, and without copying a pixel."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from osgeo import gdal

from ..naming import field_path, frame_path
from ..progress import Progress, stop_if_cancelled
from ..raster import writing
from ..raster.canvas import Canvas
from ..raster.dataset import numpy_type
from ..raster.hidden import write_frame
from ..raster.image import Image
from ..raster.position import PixelPositions
from ..raster.transaction import Outputs
from ..raster.virtual import BandRecipe, FieldPlace, write_field, write_virtual
from ..settings import OutputSettings
from .apply import Job, provenance
from .corrections import BlockCorrection
from .virtual_form import VirtualForm, virtual_form

NODES_PER_BLOCK = 8
"""Along a side, for the field of an image that is not parallel to the canvas."""
MARGIN = 0.02
"""Share of an image's range by which values may lie beyond it within a cell."""


def virtual_files(jobs: Sequence[Job]) -> list[str]:
    """All files that virtual results consist of."""
    files = [job.target for job in jobs]
    with_field = [job for job in jobs if any(isinstance(step, BlockCorrection) for step in job.corrections)]
    files += [field_path(job.target) for job in with_field]
    return files + [frame_path(job.target) for job in jobs if job.image.frame is not None]


def write_virtual_images(
    jobs: Sequence[Job],
    canvas: Canvas,
    outputs: Outputs,
    output: OutputSettings,
    ranges: np.ndarray | None,
    progress: Progress,
) -> None:
    """Write every job's result as a virtual raster, as parts of ``outputs``.

    ``ranges`` (n, K, 2): the lowest and highest value of each image after its corrections, of those
    that have any, which come first; None where nobody knows them.

    Raises `VirtualOutputError`, `WriteError` or `Cancelled`.
    """
    for number, job in enumerate(jobs):
        stop_if_cancelled(progress)
        form = virtual_form(job.corrections, len(job.image.bands))
        place = None
        if form.field is not None:
            place = _write_field(job, form.field, canvas, outputs)
        ends = ranges[number] if ranges is not None and job.corrections else None
        gdal_type, nodata = _type_of(job, output, ends)
        frame = ""
        if job.image.frame is not None:
            frame = frame_path(job.target)
            write_frame(outputs.part(frame), job.image)
        part = outputs.part(job.target)
        write_virtual(part, job.image, gdal_type, nodata, _recipes(form), place, provenance(job), frame)
        progress.advance((number + 1) / len(jobs))


def _recipes(form: VirtualForm) -> list[BandRecipe]:
    function = "" if form.field is None else "mul" if form.multiplies else "sum"
    return [
        BandRecipe(float(scale), float(offset), float(shift), function)
        for scale, offset, shift in zip(form.scale, form.offset, form.shift)
    ]


def _type_of(job: Job, output: OutputSettings, ends: np.ndarray | None) -> tuple[int, float | None]:
    """Data type and nodata value; floating point with NaN where a valid value might round to nodata.

    A recipe cannot step aside for single values as a written result does.
    """
    gdal_type = writing.output_type(job.image, output.dtype)
    nodata = writing.output_nodata(job.image, gdal_type)
    unchanged = not job.corrections and gdal_type == job.image.gdal_type
    if unchanged or nodata is None or np.isnan(nodata):
        return gdal_type, nodata
    limits = np.iinfo(numpy_type(gdal_type)) if numpy_type(gdal_type).kind != "f" else None
    if ends is not None:
        slack = MARGIN * (ends[:, 1] - ends[:, 0]) + 0.5
        low, high = ends[:, 0] - slack, ends[:, 1] + slack
        if limits is not None:
            low, high = np.clip(low, limits.min, limits.max), np.clip(high, limits.min, limits.max)
        if not ((low <= nodata) & (nodata <= high)).any():
            return gdal_type, nodata
    wide = (numpy_type(gdal_type).itemsize > 2 and limits is not None) or gdal_type == gdal.GDT_Float64
    return (gdal.GDT_Float64 if wide else gdal.GDT_Float32), float("nan")


def _write_field(job: Job, field: BlockCorrection, canvas: Canvas, outputs: Outputs) -> FieldPlace:
    """Write the field's raster and say where the image lies on it."""
    image = job.image
    positions = PixelPositions(image, canvas)
    target = field_path(job.target)
    if positions.parallel and not image.rotated:
        values, window = _on_blocks(image, field)
    else:
        values, window = _on_lattice(image, field, positions)
    write_field(outputs.part(target), values)
    return FieldPlace(target, *window)


def _on_blocks(image: Image, field: BlockCorrection) -> tuple[np.ndarray, tuple[float, float, float, float]]:
    """The blocks that the image meets, and one more on each side; the outermost are repeated outwards."""
    west, south, east, north = field.bounds
    _, rows, columns = field.parameter.shape
    block_width, block_height = (east - west) / columns, (north - south) / rows
    x, dx, _, y, _, dy = image.geotransform
    left, top = (x - west) / block_width, (north - y) / block_height
    width, height = image.width * dx / block_width, -image.height * dy / block_height
    down = np.arange(math.floor(top) - 1, math.ceil(top + height) + 1)
    across = np.arange(math.floor(left) - 1, math.ceil(left + width) + 1)
    nodes = field.parameter[:, np.clip(down, 0, rows - 1)][:, :, np.clip(across, 0, columns - 1)]
    return nodes, (left - int(across[0]), top - int(down[0]), width, height)


def _on_lattice(
    image: Image, field: BlockCorrection, positions: PixelPositions
) -> tuple[np.ndarray, tuple[float, float, float, float]]:
    """The field at nodes on the image's own grid: node n lies on the pixel edge n * step."""
    west, south, east, north = field.bounds
    _, rows, columns = field.parameter.shape
    edges_x, edges_y = np.array([0.0, image.width]), np.array([0.0, image.height])
    x, y = positions.at(edges_x, edges_y)
    blocks = max(np.ptp(x) / (east - west) * columns, np.ptp(y) / (north - south) * rows, 1.0)
    step = max(1, int(min(image.width, image.height) / blocks / NODES_PER_BLOCK))
    nodes_x = step * np.arange(-(-image.width // step) + 1, dtype=float)
    nodes_y = step * np.arange(-(-image.height // step) + 1, dtype=float)
    x, y = positions.at(nodes_x, nodes_y)
    return field.at(x, y), (0.5, 0.5, image.width / step, image.height / step)
