"""From corrections to results on disk: all of a run's files, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..checks import raise_all
from ..errors import some
from ..messages import Message, counted, joined
from ..naming import output_paths
from ..progress import Progress, conclude
from ..radiometry.apply import Job, apply_corrections, clipped_share, clipped_unchanged
from ..radiometry.corrections import Correction
from ..radiometry.plausible import (
    ClippedError,
    Expected,
    expected_clipping,
    rounded_away,
    senseless,
    unusual,
)
from ..radiometry.virtual_output import companions_in_use, plan_virtual, remove_companions, write_virtual_images
from ..radiometry.written import limits_of
from ..raster.creation import changes_values
from ..raster.dataset import numpy_type
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..raster.write import Written
from ..raster.writing import output_type
from ..run import Run
from ..settings import OutputFormat, OutputSettings
from ..statistics.borders import corner_text
from ..statistics.scene import Scene
from ..thresholds import FEW_CLIPPED, MOST_CLIPPED, MUCH_CLIPPED
from .closing import conclude_files, pixels_of
from .reporting import Reporting

NEGLIGIBLE = 5e-5
"""A share that estimates do not tell from nothing, and percentages do not show."""


class Delivered(NamedTuple):
    """What a run wrote."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    clipped: float
    """Share of valid values that the output type could not hold; of virtual results, as statistics tell."""


def deliver(
    scene: Scene,
    chains: Sequence[Sequence[Correction]],
    method: str,
    output: OutputSettings,
    run: Run,
    expected: Expected,
    further: Mapping[str, Callable[[str], None]] | None = None,
    report: Reporting = Reporting(),
) -> Delivered:
    """Write every image through its chain of corrections of stored values, and put all files in place.

    Images apart have no chain and keep their values.  ``further``: other files of the run, each with what writes it
    to the path it is given; ``report``: is written last.

    Raises `Problems` where the results cannot be meant or would be mostly clipped, `DamagedRasterError`,
    `WriteError`, `ReplaceError`, `VirtualOutputError` or `Cancelled`; earlier files are then untouched.
    """
    shares = expected_shares(scene, output, expected, run.progress)
    targets = output_paths(scene.everything, output)
    chains = [*chains, *([] for _ in scene.apart)]
    jobs = [Job(image, chain, target, method) for image, chain, target in zip(scene.everything, chains, targets)]
    virtual = plan_virtual(jobs, output.dtype) if output.format is OutputFormat.VIRTUAL else []
    files = [file for planned in virtual for file in planned.files] or targets
    further = further or {}
    number = len(targets)
    written = counted(number, "virtual image") if virtual else counted(number, "image")
    run.progress.inform(Message("Writing {images}.", images=written))
    with Outputs([*files, *further, *report.files], scene.everything) as outputs:
        if virtual:
            ends = expected.after.merged(expected.after.image, len(jobs))
            # of images apart no sums tell
            apart = [clipped_unchanged(image, output, run) for image in scene.apart]
            shares = np.vstack([np.where(shares < NEGLIGIBLE, 0.0, shares), *map(_shares, apart)])
            counts = np.vstack([ends.count[: len(scene.images)], *(found.valid for found in apart)])
            raise_all([] if scene.mask else _too_much(scene, output, shares, expected.model_images))
            total = int(counts.max(axis=1).sum())
            write_virtual_images(virtual, scene.canvas, outputs.part, output.dtype, ends, run.progress)
            clipped = _pooled(shares, counts)
        else:
            applied = apply_corrections(jobs, scene.canvas, outputs, output, run)
            shares = np.array([*map(_shares, applied)])
            clipped, total = clipped_share(applied), pixels_of(applied)
            # under a mask the statistics are about what matters, and the rest may be clipped: clouds, say
            raise_all([] if scene.mask else _too_much(scene, output, shares, expected.model_images))
        for path, write in further.items():
            write(outputs.part(path))
        # a log keeps them for the end, and the report has them too
        conclude_files(targets, written, run.progress, Message("{total:,} pixels with data", total=total))
        _report_clipping(scene, output, shares, run.progress, expected.model_images)
        report.write(outputs, scene.in_input_order(targets), clipped, shares)
        before = companions_in_use(targets) if virtual else set()
        outputs.commit(run.progress)
        if virtual:
            remove_companions(targets, before | companions_in_use(targets))
    return Delivered(scene.in_input_order(targets), clipped)


def expected_shares(scene: Scene, output: OutputSettings, expected: Expected, progress: Progress) -> np.ndarray:
    """The expected shares of clipped values, (N, K); tells what is unusual, raises `Problems` of what is senseless."""
    peers = np.empty((0, expected.gain.shape[1])) if expected.peers is None else expected.peers
    raise_all(senseless(scene.images, expected.gain, peers, expected.before, expected.after))
    shares = expected_clipping(expected.after, limits_of(scene.images, output.dtype))
    raise_all(_too_much(scene, output, shares, expected.model_images))
    dtypes = [numpy_type(output_type(image, output.dtype)) for image in scene.images]
    whole = [rows.merged(rows.image, len(dtypes)) for rows in (expected.before, expected.after)]
    lossy = changes_values(output)
    if lossy:
        progress.warn(Message(
            "CREATION_OPTIONS {lossy} changes values in the files; all figures are of those before it. Choose a "
            "lossless compression, such as COMPRESS=DEFLATE, where values matter.",
            lossy=lossy,
        ))
    for text in [*unusual(scene.images, expected.gain), *rounded_away(scene.images, dtypes, *whole)]:
        progress.warn(text)
    return shares


def _too_much(scene: Scene, output: OutputSettings, shares: np.ndarray, model_images: bool) -> list[ClippedError]:
    worst = [(scene.everything[n].name, band + 1, shares[n, band]) for n, band in np.argwhere(shares > MOST_CLIPPED)]
    dtypes = {numpy_type(output_type(image, output.dtype)).name for image in scene.images}
    worst.sort(key=lambda entry: -entry[2])
    return [ClippedError(worst, joined(Message(" or "), sorted(dtypes)), model_images)] if worst else []


def _shares(counts: Written) -> np.ndarray:
    """(K,) clipped values of each band."""
    return counts.clipped / np.maximum(counts.valid, 1)


def _pooled(shares: np.ndarray, count: np.ndarray) -> float:
    return float((shares * count).sum() / max(count.sum(), 1.0))


def _report_clipping(
    scene: Scene, output: OutputSettings, shares: np.ndarray, progress: Progress, model_images: bool
) -> None:
    """Tell which images lost values at the ends of the output type, those of one kind in one sentence."""
    kinds: dict[str, list[str]] = {"few": [], "some": [], "many": []}
    for image, row in zip(scene.everything, shares):
        bands = (
            Message("{share:.2%} in band {number}", share=share, number=n)
            for n, share in enumerate(row, start=1) if share >= NEGLIGIBLE
        )  # fmt: skip
        text = Message("{name} ({bands})", name=image.name, bands=some(bands, quote=""))
        if row.max() >= FEW_CLIPPED:
            kinds["many" if row.max() >= MUCH_CLIPPED else "some"].append(text)
        elif row.any():
            kinds["few"].append(image.name)
    few, several, many = (some(texts, quote="") for texts in kinds.values())
    types = {numpy_type(output_type(image, output.dtype)).name for image in scene.images}
    dtype = joined(Message(" or "), sorted(types))
    virtual = output.format is OutputFormat.VIRTUAL
    how = Message(" (estimated from statistics; pixels are counted when images are written)") if virtual else ""
    if kinds["few"]:
        conclude(progress, Message(
            "Less than {share:.1%} of the values did not fit into {dtype} in {few}{how}.",
            share=FEW_CLIPPED, dtype=dtype, few=few, how=how,
        ))
    if kinds["some"]:
        conclude(progress, Message(
            "Values that did not fit into {dtype} were clipped: {several}{how}.", dtype=dtype, several=several, how=how
        ))
    if kinds["many"]:
        progress.warn(Message(
            "Many values did not fit into {dtype} and were clipped: {what}{how}. Choose a wider "
            "OUTPUT_DTYPE{model_images}{border_remedy}.",
            dtype=dtype, what=many, how=how,
            model_images=Message(", or name MODEL_IMAGES that leave the others within it") if model_images else "",
            border_remedy=_border_remedy(scene.images),
        ))


def _border_remedy(images: Sequence[Image]) -> str:
    """What else helps where images have corners that are taken for data: they distort their neighbours too."""
    values = {image.name: corner_text(image) for image in images if image.border is None}
    listed = [Message("{value} in {name}", value=value, name=name) for name, value in values.items() if value]
    if not listed:
        return ""
    listing = some(listed, quote="")
    return Message(", or CONSTANT_BORDER always if {listing} at a corner is an empty border", listing=listing)
