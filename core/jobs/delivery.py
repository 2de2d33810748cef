"""From corrections to results on disk: all of a run's files, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..balance.apply import Applied, Job, apply_corrections, clipped_share
from ..balance.corrections import Correction
from ..balance.virtual_output import virtual_files, write_virtual_images
from ..errors import some
from ..naming import output_paths
from ..progress import Progress, stop_if_cancelled
from ..raster.transaction import Outputs
from ..settings import ExecutionSettings, OutputFormat, OutputSettings
from ..statistics.sums import Sums
from .scene import Scene

MUCH_CLIPPED = 0.05
"""Share of a band's values from which clipping is a warning."""


class Delivered(NamedTuple):
    """What a run wrote."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    clipped: float
    """Share of valid values that the output type could not hold; 0 for virtual results, which nobody has read."""


def deliver(
    scene: Scene,
    chains: Sequence[Sequence[Correction]],
    method: str,
    output: OutputSettings,
    execution: ExecutionSettings,
    progress: Progress,
    after: Sums | None = None,
    further: Mapping[str, Callable[[str], None]] | None = None,
) -> Delivered:
    """Write every image through its chain of corrections of stored values, and put all files in place.

    Images apart have no chain and keep their values.

    ``after``: sums of the stored values that will result, where they are known.  ``further``: other
    files of the run, each with what writes it to the path it is given.

    Raises `DamagedRasterError`, `WriteError`, `ReplaceError`, `VirtualOutputError` or `Cancelled`;
    earlier files are then untouched.
    """
    targets = output_paths(scene.everything, output)
    chains = [*chains, *([] for _ in scene.apart)]
    jobs = [Job(image, chain, target, method) for image, chain, target in zip(scene.everything, chains, targets)]
    virtual = output.format is OutputFormat.VIRTUAL
    files = virtual_files(jobs) if virtual else targets
    further = further or {}
    applied: list[Applied] = []
    with Outputs([*files, *further]) as outputs:
        if virtual:
            write_virtual_images(jobs, scene.canvas, outputs, output, _ranges(after), progress)
        else:
            applied = apply_corrections(jobs, scene.canvas, outputs, output, execution, progress)
        for path, write in further.items():
            write(outputs.part(path))
        stop_if_cancelled(progress)
        outputs.commit()
    _report_clipping(scene, applied, progress)
    return Delivered(scene.in_input_order(targets), clipped_share(applied))


def _ranges(after: Sums | None) -> np.ndarray | None:
    """(N, K, 2) lowest and highest values."""
    if after is None:
        return None
    whole = after.whole()
    return np.stack([whole.low, whole.high], axis=-1)


def _report_clipping(scene: Scene, applied: Sequence[Applied], progress: Progress) -> None:
    """Tell which images lost values at the ends of the output type."""
    for image, counts in zip(scene.everything, applied):
        if counts.clipped.any():
            shares = counts.clipped / np.maximum(counts.valid, 1)
            listing = some((f"band {n}: {share:.2%}" for n, share in enumerate(shares, start=1) if share), quote="")
            text = f"{image.name}: values outside the output's data type were clipped ({listing})"
            if shares.max() < MUCH_CLIPPED:
                progress.inform(f"{text}.")
            else:
                progress.warn(f"{text}; choose a wider OUTPUT_DTYPE. The figures above are from before clipping.")
