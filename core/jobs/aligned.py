"""From placements to aligned images on disk: all of a run's files, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..align.delivery import AlignJob, AlignWriter
from ..align.placement import Placement
from ..align.settings import Resampling
from ..execution import run_tasks
from ..naming import output_paths
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..run import Run
from ..settings import OutputSettings


def deliver_aligned(
    images: Sequence[Image],
    placements: Sequence[Placement],
    method: str,
    output: OutputSettings,
    resampling: Resampling,
    common: Grid | list[Grid | None] | None,
    run: Run,
    further: Mapping[str, Callable[[str], None]] | None = None,
    reference: Image | None = None,
) -> list[str]:
    """Write every image at its place, and put all files in place; returns them in the images' order.

    Images without a placement are passed on as they are.  ``method`` goes into the results' tags;
    ``common``: the grid that all results get, or a list of one for each, else a shift leaves the pixels
    as they are and other placements keep the image's own grid.  ``further``: other files of the run,
    each with what writes it to the path it is given; ``reference``: what they were aligned to beside each other.

    Raises `DamagedRasterError`, `ReferenceSystemError`, `WriteError`, `ReplaceError` or `Cancelled`;
    earlier files are then untouched.
    """
    targets = output_paths(images, output)
    further = further or {}
    read = [*images, *([reference] if reference else [])]
    with Outputs([*targets, *further], read) as outputs:
        with run.pool(len(images)) as pool:
            parts = map(outputs.part, targets)
            commons = common if isinstance(common, list) else [common] * len(images)
            jobs = [AlignJob(*job) for job in zip(images, placements, commons, parts, pool.helpers(len(images)))]
            writer = AlignWriter(method, output, resampling, run.memory(pool.together))
            for _ in run_tasks(writer.write, jobs, pool, run.progress, float(len(images))):
                pass
        for path, write in further.items():
            write(outputs.part(path))
        outputs.commit(run.progress)
    return targets
