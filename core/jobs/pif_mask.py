"""Where the ground did not change between two images, as a raster and as polygons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from osgeo import gdal

from ..checks import check_overlap, find_images, raise_all
from ..errors import EvenlightError, NoCommonPixelsError, OptionError
from ..execution import Signal, run_tasks
from ..masks.vectors import check_polygons_name, write_outlines
from ..messages import Message, counted
from ..naming import check_files
from ..progress import Progress, Silent
from ..radiometry.pif.features import Features, TooFewPoints
from ..radiometry.pif.methods import METHODS, check_pif, method_memory
from ..radiometry.pif.shared_ground import TILE, SharedGround, held_bytes, tile_rows, tiles
from ..raster.canvas import make_canvas
from ..raster.creation import check_options, check_values_kept
from ..raster.image import Image
from ..raster.on_grid import measured_on
from ..raster.source import Facts, Handles, Pixels
from ..raster.transaction import Outputs
from ..raster.window import Window
from ..raster.write import Share, open_result, tags_of
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings, OutputType, PifMaskSettings, PifMethod
from .closing import conclude_files
from .errors import TooFewFeaturesError
from .public import public
from .results import PifMaskResult

FITTED, WRITTEN = 0.4, 0.9
"""Shares of the run that end with the method's parameters and with the raster."""
UNCHANGED, OUTSIDE = 1, 255
"""Where both show the same ground, and where one of the images has no pixel."""


@public
def pif_mask(
    path: str,
    reference: str,
    target: str,
    *,
    settings: PifMaskSettings = PifMaskSettings(),
    polygons: str | None = None,
    creation_options: str = "",
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> PifMaskResult:
    """Write a raster of bytes over the extent of the image ``path``: 1 where it shows the ground of ``reference``.

    Its grid is that of the coarser of the two.  0 stands where the ground changed, 255 (nodata) where
    one of them has no valid pixel in every band.  ``polygons``: a file for the areas of 1, with the
    image's name in a field.

    Raises `Problems`, `NoCommonPixelsError`, `TooFewFeaturesError`, `DamagedRasterError`,
    `WriteError`, `ReplaceError`, `Cancelled` or a `ClusterError`; earlier outputs are then untouched.
    """
    images, problems = find_images([path, reference])
    targets = [target, *([polygons] if polygons else [])]
    problems += _check(settings, images, targets, creation_options) + check_files(targets, [path, reference])
    raise_all(problems or check_overlap(images, 2))
    run = Run(execution, progress)
    run.check_cluster([path, reference], [])
    memory = method_memory(settings.pif.method, images[0])
    comparison = _Comparison((images[0], images[1]), settings, int(run.memory() - memory))
    output = OutputSettings(creation_options=creation_options)
    with Outputs(targets, images) as outputs:
        window = comparison.ground.window
        work = float(window.pixels)
        # a pool for each: it sends one function to the workers of a cluster
        with run.pool(1) as pool:
            (features,) = run_tasks(comparison.fit, [window], pool, run.stage(0.0, FITTED).progress, work)
        with run.pool(run.memory() // (memory + comparison.held)) as pool:
            parts = list(tile_rows(comparison.window))
            mask = partial(comparison.mask, features)
            masks = run_tasks(mask, parts, pool, run.stage(FITTED, WRITTEN).progress, work)
            share = _write(outputs.part(target), comparison, zip(parts, masks), output, run)
        if polygons:
            crs, last = comparison.canvas.crs, run.stage(WRITTEN, 1.0).progress
            write_outlines(outputs.part(target), outputs.part(polygons), images[0].name, crs, UNCHANGED, last)
        outputs.commit(progress)
    run.conclude(Message(
        "{share:.2%} of the common pixels show ground that did not change ({method}).",
        share=share, method=settings.pif.method,
    ))
    conclude_files(targets, counted(len(targets), "file"), progress)
    if not share:
        progress.warn(Message(
            "No common pixel shows unchanged ground: lower PROBABILITY, choose another PIF_METHOD, or check that "
            "the two images show the same ground."
        ))
    progress.advance(1.0)
    return PifMaskResult(target, polygons, share)


class _Comparison:
    """Two images on one grid, compared window by window."""

    def __init__(self, images: tuple[Image, Image], settings: PifMaskSettings, room: int):
        """``room``: bytes beside the method's."""
        self._settings = settings
        self.images = images
        self._handles = Handles()
        self.canvas = make_canvas(images)
        views = tuple(measured_on(image, self.canvas, self._handles) for image in images)
        held = held_bytes(views, TILE)
        self.held = held if held <= room else 0
        """Bytes of decoded rows that a task keeps."""
        self.ground = SharedGround(views, (0, 1), most_held=self.held)
        self.window = views[0].window

    def fit(self, window: Window, signal: Signal) -> Features:
        """The task that finds the method's parameters."""
        method = METHODS[self._settings.pif.method]
        sample = self.ground.sample(tiles(window), method.most_pixels, self._handles, signal)
        if not sample.valid.any():
            raise NoCommonPixelsError([image.path for image in self.images])
        try:
            return method.fit(sample, self._settings.pif)
        except TooFewPoints as reason:
            names = [image.path for image in self.images]
            raise TooFewFeaturesError(*names, self._settings.pif.method.value, str(reason)) from reason

    def mask(self, features: Features, window: Window, signal: Signal) -> np.ndarray:
        """The task of one row of tiles: (height, width) bytes."""
        result = np.full(window.shape, OUTSIDE, dtype=np.uint8)
        shared = window.intersection(self.ground.window)
        if shared.is_empty:
            return result
        for part, shown in self.ground.read(tiles(shared), signal.stop_if_asked):
            same = features.unchanged(*shown.doubles(), part, 1.0 - self._settings.probability)
            result[part.relative_to(window).slices] = np.where(shown.valid, same, OUTSIDE)
            self._handles.release_cache()
            signal.add(part.pixels)
        return result


def _write(path: str, comparison: _Comparison, masks: zip, output: OutputSettings, run: Run) -> float:
    """Write windows as they come; the share of common pixels that are 1."""
    image = comparison.images[0].on_grid(comparison.canvas.part(comparison.window))
    facts = Facts(image.with_values(gdal.GDT_Byte, OUTSIDE), ["unchanged"], moved=True)
    share = Share(run.memory(), run.threads)
    like = output, tags_of("pif_mask"), (TILE, TILE), share, run.progress.cancelled
    with open_result(facts, path, *like) as result:
        for window, mask in masks:
            same = int(np.count_nonzero(mask == UNCHANGED))
            result.write(window.relative_to(comparison.window), Pixels(mask[None], mask[None] != OUTSIDE, changed=same))
    written = result.written()
    return written.changed / written.valid[0] if written.valid[0] else 0.0


def _check(
    settings: PifMaskSettings, images: Sequence[Image], targets: Sequence[str], creation_options: str
) -> list[EvenlightError]:
    problems = check_pif(settings.pif, images)
    if settings.pif.method is PifMethod.ENTIRE:
        others = ", ".join(word for word in PifMethod.words() if word != PifMethod.ENTIRE)
        problems.append(OptionError("PIF_METHOD", settings.pif.method, Message(
            "one that knows change: {others}", others=others
        )))
    if not 0.0 < settings.probability < 1.0:
        problems.append(OptionError("PROBABILITY", settings.probability, Message("a number between 0 and 1")))
    output = OutputSettings(dtype=OutputType.BYTE, creation_options=creation_options)
    problems += check_options(output) or check_values_kept(images, output, True)
    return problems + [problem for path in targets[1:] for problem in check_polygons_name(path)]
