"""From placements to aligned images on disk: all of a run's files, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..align.placement import Placement, placed_source
from ..naming import output_paths
from ..progress import cancellable
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..raster.write import WriteJob, tags_of, write_images
from ..run import Run
from ..settings import OutputSettings, Resampling


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
    pixel_size: float | None = None,
) -> list[str]:
    """Write every image at its place, and put all files in place; returns them in the images' order.

    Images without a placement are passed on as they are.  ``method`` goes into the results' tags;
    ``common``: the grid that all results get, or a list of one for each, else a shift leaves the pixels
    as they are and other placements keep the image's own grid.  ``further``: other files of the run,
    each with what writes it to the path it is given; ``reference``: what they were aligned to beside each other;
    ``pixel_size``: of the results, where it is not that of their grids.

    Raises `DamagedRasterError`, `ReferenceSystemError`, `WriteError`, `ReplaceError` or `Cancelled`;
    earlier files are then untouched.
    """
    targets = output_paths(images, output)
    further = further or {}
    read = [*images, *([reference] if reference else [])]
    with Outputs([*targets, *further], read) as outputs:
        commons = common if isinstance(common, list) else [common] * len(images)
        each = cancellable(zip(images, placements, commons), run.progress)
        sources = [placed_source(*one, resampling, pixel_size) for one in each]
        jobs = [WriteJob(*job, tags_of(method)) for job in zip(sources, map(outputs.part, targets))]
        write_images(jobs, output, run)
        for path, write in further.items():
            write(outputs.part(path))
        outputs.commit(run.progress)
    return targets
