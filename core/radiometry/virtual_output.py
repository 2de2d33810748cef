"""Corrections written as virtual rasters: instantly, and without copying a pixel."""

from __future__ import annotations

import contextlib
import math
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import EvenlightError
from ..messages import Message
from ..naming import COMPANION, companion_path, companions
from ..progress import Progress, stop_if_cancelled
from ..raster import writing
from ..raster.dataset import numpy_type
from ..raster.grid import Grid, PixelPositions
from ..raster.hidden import write_border
from ..raster.image import Image
from ..raster.nodata import writable_range
from ..raster.transaction import remove_part
from ..raster.virtual import (
    BandRecipe,
    FieldPlace,
    reads_plainly,
    write_field,
    write_product,
    write_recipe,
    write_virtual,
)
from ..settings import CorrectionKind, OutputType
from ..statistics.sums import ImageSums
from .apply import Job, provenance
from .corrections import BlockCorrection, Correction, GainOffset
from .light_field import LightField

NODES_PER_BLOCK = 16
"""Along a side, for the field of an image that is not parallel to the canvas, or that is not bilinear."""

LIGHT_NODES = 256
"""Along an image's shorter side, for its light: a slope of a quarter is then bilinear to a millionth."""


@dataclass(frozen=True)
class VirtualJob:
    """One image's virtual result and the files that it consists of."""

    job: Job
    form: VirtualForm
    recipe: str
    product: str
    field: str
    light: str
    border: str
    """Files beside the result; empty where it needs none."""

    @property
    def files(self) -> list[str]:
        """All of them, the result itself last."""
        files = self.border, self.light, self.field, self.product, self.recipe, self.job.target
        return [file for file in files if file]


def plan_virtual(jobs: Sequence[Job], dtype: OutputType) -> list[VirtualJob]:
    """What a run's virtual results consist of.  Raises `VirtualOutputError`."""
    word = uuid.uuid4().hex[:8]
    planned = []
    for job in jobs:
        form = virtual_form(job.corrections, len(job.image.bands))
        nodata = writing.output_nodata(job.image, writing.output_type(job.image, dtype))
        needed = {
            "recipe": bool(form.field or form.light) or not reads_plainly(job.image, nodata),
            "product": form.light is not None,
            "field": form.field is not None,
            "light": form.light is not None,
            "border": job.image.border is not None,
        }
        files = {kind: companion_path(job.target, kind, word) if wanted else "" for kind, wanted in needed.items()}
        planned.append(VirtualJob(job, form, **files))
    return planned


def write_virtual_images(
    planned: Sequence[VirtualJob],
    canvas: Grid,
    part: Callable[[str], str],
    dtype: OutputType,
    after: ImageSums,
    progress: Progress,
) -> None:
    """Write every file of every result to what ``part`` gives for its name.

    ``after``: sums of every image after its corrections.  Raises `DamagedRasterError`, `WriteError` or `Cancelled`.
    """
    for number, virtual in enumerate(planned):
        stop_if_cancelled(progress)
        job = virtual.job
        gdal_type = writing.output_type(job.image, dtype)
        recipes = _recipes(virtual.form)
        if virtual.border:
            write_border(part(virtual.border), job.image)
        if virtual.recipe:
            _write_recipe(virtual, recipes, canvas, part)
        statistics = _statistics(after, number, numpy_type(gdal_type), writing.output_nodata(job.image, gdal_type))
        write_virtual(
            part(job.target),
            job.target,
            job.image,
            gdal_type,
            recipes,
            virtual.recipe,
            provenance(job),
            statistics,
        )
        progress.advance((number + 1) / len(planned))


def companions_in_use(targets: Sequence[str]) -> set[str]:
    """Words of the runs whose files are read by the virtual rasters that are there now."""
    words: set[str] = set()
    for target in targets:
        with contextlib.suppress(OSError), open(target, encoding="utf-8", errors="replace") as file:
            words.update(COMPANION.findall(file.read()))
    return words


def remove_companions(targets: Sequence[str], words: set[str]) -> None:
    """Remove what earlier runs left beside virtual results, but for files of the runs with one of the ``words``.

    Those of the last run stay, because rasters that were opened before this one may still read them.
    """
    for path, word in companions(targets).items():
        if word not in words:
            remove_part(path)


def _statistics(after: ImageSums, image: int, dtype: np.dtype, nodata: float | None) -> list[dict[str, str]]:
    """What GDAL would compute of every band, so that programs need not: nearly, and marked so."""
    known = np.isfinite(after.low[image]) & np.isfinite(after.high[image])
    low, high, mean = (
        np.clip(column[image], *writable_range(dtype, nodata)) for column in (after.low, after.high, after.mean)
    )
    if dtype.kind != "f":
        low, high = np.rint(low), np.rint(high)
    columns = {"MINIMUM": low, "MAXIMUM": high, "MEAN": mean, "STDDEV": after.std[image]}
    return [
        {"STATISTICS_APPROXIMATE": "YES", **{f"STATISTICS_{k}": repr(float(v[band])) for k, v in columns.items()}}
        if known[band]
        else {}
        for band in range(len(known))
    ]


def _recipes(form: VirtualForm) -> list[BandRecipe]:
    function = "" if form.field is None else "mul" if form.multiplies else "sum"
    bias = np.broadcast_to(form.bias, form.scale.shape)
    bias, shift = (bias, form.shift) if form.light and form.multiplies else (np.ones(len(bias)), form.shift + bias)
    return [
        BandRecipe(float(scale), float(offset), float(shift), function, float(bias))
        for scale, offset, shift, bias in zip(form.scale, form.offset, shift, bias)
    ]


def _write_recipe(virtual: VirtualJob, recipes: Sequence[BandRecipe], canvas: Grid, part: Callable[[str], str]) -> None:
    """Write the recipe and all that it reads."""
    job = virtual.job
    field = _write_field(virtual, canvas, part) if virtual.field else None
    if virtual.light:
        light = _write_light(virtual, canvas, part)
        factors = [light, field] if field is not None and virtual.form.multiplies else [light]
        write_product(part(virtual.product), job.target, job.image, recipes, factors)
    write_recipe(part(virtual.recipe), job.target, job.image, recipes, field, virtual.border, virtual.product)


def _write_light(virtual: VirtualJob, canvas: Grid, part: Callable[[str], str]) -> FieldPlace:
    """Write the factor that takes the light out, at nodes on the image's own grid."""
    image = virtual.job.image
    step = max(1, min(image.width, image.height) // LIGHT_NODES)
    place, window = _lattice(image, PixelPositions(image.grid, canvas, image.path), step)
    write_field(part(virtual.light), 1.0 / virtual.form.light.at(*place))
    return FieldPlace(virtual.light, *window)


def _write_field(virtual: VirtualJob, canvas: Grid, part: Callable[[str], str]) -> FieldPlace:
    """Write the field's raster and say where the image lies on it."""
    image, field = virtual.job.image, virtual.form.field
    positions = PixelPositions(image.grid, canvas, image.path)
    if positions.parallel and image.grid.is_north_up and field.known is None:
        values, window = _on_blocks(image, field)
    else:
        values, window = _on_lattice(image, field, positions)
    write_field(part(virtual.field), values)
    return FieldPlace(virtual.field, *window)


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
    place, window = _lattice(image, positions, step)
    return field.at(*place), window


def _lattice(
    image: Image, positions: PixelPositions, step: int
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[float, float, float, float]]:
    """Canvas coordinates of nodes, and where the image lies on them."""
    nodes_x = step * np.arange(-(-image.width // step) + 1, dtype=float)
    nodes_y = step * np.arange(-(-image.height // step) + 1, dtype=float)
    return positions.at(nodes_x, nodes_y), (0.5, 0.5, image.width / step, image.height / step)


class VirtualOutputError(EvenlightError):
    """A virtual raster cannot hold the correction."""

    def __init__(self, correction: str):
        super().__init__(Message(
            'The correction "{correction}" cannot be a virtual raster: choose linear or additive, or write '
            "GeoTIFF.",
            correction=correction,
        ))


@dataclass(frozen=True)
class VirtualForm:
    """A chain of corrections in the one form that a virtual raster can hold; all (K,) float64 but for the field.

        multiply:  y = ((scale x + offset) / light + bias) * field + shift
        add:       y = (scale x + offset) / light + bias + field

    The field is bilinear between block centres.  Without common light bias is 0, without a field
    y = (scale x + offset) / light + bias.
    """

    scale: np.ndarray
    offset: np.ndarray
    shift: np.ndarray
    field: BlockCorrection | None = None
    """Blocks whose `parameter` is the field itself."""
    light: LightField | None = None
    bias: np.ndarray | float = 0.0

    @property
    def multiplies(self) -> bool:
        """Whether the field is a factor."""
        return self.field is not None and self.field.kind is CorrectionKind.LINEAR


def virtual_form(chain: Sequence[Correction], bands: int) -> VirtualForm:
    """The chain as one form.  Raises `VirtualOutputError` for corrections that have none."""
    form = VirtualForm(np.ones(bands), np.zeros(bands), np.zeros(bands))
    for correction in chain:
        if isinstance(correction, GainOffset):
            form = _after_gain(form, correction)
        elif isinstance(correction, LightField) and form.light is form.field is None:
            form = replace(form, light=correction)
        elif isinstance(correction, BlockCorrection) and form.field is None and correction.kind in WITH_VIRTUAL_FORM:
            form = WITH_VIRTUAL_FORM[correction.kind](form, correction)
        else:
            raise VirtualOutputError(getattr(correction, "kind", CorrectionKind.GAMMA).value)
    return form


def _after_gain(form: VirtualForm, step: GainOffset) -> VirtualForm:
    """g ((s x + o) F + c) + b = (g s x + g o) F + (g c + b); without a factor b goes to the offset or the bias."""
    scaled = replace(form, scale=step.gain * form.scale, offset=step.gain * form.offset, bias=step.gain * form.bias)
    if form.multiplies:
        return replace(scaled, shift=step.gain * form.shift + step.offset)
    if form.field is not None:
        parameter = step.gain[:, None, None] * form.field.parameter
        scaled = replace(scaled, field=replace(form.field, parameter=parameter))
    if form.light is not None:
        return replace(scaled, bias=scaled.bias + step.offset)
    return replace(scaled, offset=scaled.offset + step.offset)


def _multiplied(form: VirtualForm, step: BlockCorrection) -> VirtualForm:
    """v + alpha (k r v + c - v) = v (1 - alpha + alpha k r) + alpha c."""
    gain = step.gauge_gain[:, None, None]
    field = 1.0 - step.alpha + step.alpha * gain * step.parameter
    return replace(form, field=replace(step, parameter=field), shift=step.alpha * step.gauge_offset)


def _added(form: VirtualForm, step: BlockCorrection) -> VirtualForm:
    """v + alpha (k (v + d) + c - v) = v (1 - alpha + alpha k) + alpha (k d + c)."""
    factor = 1.0 - step.alpha + step.alpha * step.gauge_gain
    gain, offset = step.gauge_gain[:, None, None], step.gauge_offset[:, None, None]
    field = step.alpha * (gain * step.parameter + offset)
    scaled = {"scale": factor * form.scale, "offset": factor * form.offset, "bias": factor * form.bias}
    return replace(form, **scaled, field=replace(step, parameter=field))


WITH_VIRTUAL_FORM = {CorrectionKind.LINEAR: _multiplied, CorrectionKind.ADDITIVE: _added}
"""The block corrections that a virtual raster can hold."""
