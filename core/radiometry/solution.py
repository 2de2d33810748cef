"""What a session found: corrections, figures, and what became of every image and pair."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..messages import Message, joined
from ..naming import distinct_names
from ..raster.virtual_sources import standalone_text
from ..run import Run
from ..settings import GlobalSettings, LocalSettings, OutputType
from ..statistics.scene import Scene
from ..statistics.sums import ImageSums, PairSums, Sums
from .adjustment import RejectedOverlap
from .apply import Job
from .corrected_sums import corrected_sums
from .corrections import BlockCorrection, Correction, GainOffset
from .global_step import GlobalStep, global_held_out
from .ground import Ground
from .local_solution import LocalSolution, local_held_out
from .metrics import LeftOut, Quality, normalised_errors, quality_of
from .network import group_count, network_of
from .plausible import Expected, expected_of, expected_of_nodes, node_sums
from .reading import Reading
from .saved import Saved
from .virtual_output import plan_virtual, write_virtual_images
from .written import written


class ImageFit(NamedTuple):
    """What became of one image, of stored values, (K,) each."""

    gain: np.ndarray
    offset: np.ndarray
    gain_error: np.ndarray
    offset_error: np.ndarray
    """Of the global step; NaN where it has no error model, or where there is no such step."""
    mean_before: np.ndarray
    mean_after: np.ndarray
    std_before: np.ndarray
    std_after: np.ndarray


class PairFit(NamedTuple):
    """What became of one overlap."""

    first: int
    second: int
    """The scene's images."""
    pixels: int
    """Valid in both images, of the band that has most."""
    before: float
    after: float
    """Normalised RMSE, mean over bands; NaN where it is not known."""
    weight: np.ndarray
    sigmas: np.ndarray
    """(K, 2) of gains and offsets: robust weight, and residual over the residuals' scale; NaN where the pair was not
    used, or where no robust global step was."""
    rejected: RejectedOverlap | None
    cells: int
    left_out: int
    """Cells of an overlap some of whose ground changed, and how many of them do not count; 0 where none did."""
    reason: str
    """Why it is rejected or does not count in full; empty where it does."""


class LocalFit(NamedTuple):
    """What the local step found."""

    maps: LocalSolution
    sums: Sums
    """What it was solved from, in common units; pairs of changed ground are among them."""
    corrections: Sequence[BlockCorrection]
    """Of every image, at full strength."""


@dataclass(frozen=True)
class Solution:
    """What a session found for some settings, at one strength of the local step; nothing of it reads a pixel."""

    scene: Scene
    reading: Reading
    ground: Ground
    known: Saved
    dtype: OutputType
    """Of the results."""
    global_settings: GlobalSettings | None
    local_settings: LocalSettings | None
    step: GlobalStep | None
    local: LocalFit | None
    """None without the settings of that step."""
    run: Run

    def at(self, strength: float) -> Solution:
        """The same at another strength of the local step, 0 (none of it) to 1 (all); nothing is solved again."""
        local = self.local_settings
        return replace(self, local_settings=local and replace(local, alpha=strength))

    @cached_property
    def chains(self) -> list[list[Correction]]:
        """Every image's chain of corrections in common units; common light stays where there is no local step."""
        chains: list[list[Correction]] = [[*(light if self.local else ())] for light in self.ground.fields]
        for index, chain in enumerate(chains):
            if self.step is not None:
                chain.append(GainOffset(self.step.common.gain[index], self.step.common.offset[index]))
            if self.local is not None:
                chain.append(replace(self.local.corrections[index], alpha=self.local_settings.alpha))
        return chains

    def corrections(self) -> list[list[Correction]]:
        """Every image's chain of corrections of stored values, in the order of the scene's images."""
        if self.local is None:
            found = zip(self.step.solution.gain, self.step.solution.offset)
            return [[GainOffset(*one)] for one, _ in zip(found, self.scene.images)]
        return [in_stored_values(self.scene, index, chain) for index, chain in enumerate(self.chains)]

    @property
    def method(self) -> str:
        """What stands in the results' tags."""
        tool = "balance" if self.step and self.local else "global_regression" if self.step else "local_block_adjustment"
        words = [tool, *([self.global_settings.method.value] if self.step else [])]
        if self.local:
            words += [self.local_settings.reference.value, self.local_settings.correction.value]
        return " ".join(words)

    def recipes(self, folder: str) -> list[str]:
        """The results as texts of virtual rasters, of all of the scene's images, those apart among them.

        What they read beside the images is written to ``folder``, which must be there as long as they are used.
        Raises `VirtualOutputError` where a virtual raster cannot hold the correction, `DamagedRasterError`,
        `WriteError` or `Cancelled`.
        """
        images = self.scene.everything
        chains = [*self.corrections(), *([] for _ in self.scene.apart)]
        names = (os.path.join(folder, f"{name}.vrt") for name in distinct_names(images))
        jobs = [Job(image, chain, name, self.method) for image, chain, name in zip(images, chains, names)]
        after = self.expected.after
        planned = plan_virtual(jobs, self.dtype)
        ends = after.merged(after.image, len(jobs))
        write_virtual_images(planned, self.scene.canvas, os.fspath, self.dtype, ends, self.run.muted().progress)
        return [standalone_text(job.target) for job in jobs]

    @cached_property
    def before(self) -> Sums:
        """The scene's images in common units, as they are; of one row for each where a file tells of some."""
        if self.known.by_cell:
            return self.reading.common
        seen = self.step.seen.of_first(len(self.scene.images)).adjusted(*self.scene.units())
        return Sums(seen.images, node_sums(seen.count, seen.mean, seen.std), seen.pair_sums())

    @cached_property
    def after(self) -> Sums:
        """The same after the corrections, before they are rounded."""
        if self.local is not None:
            return corrected_sums(self.before, self.chains, self.reading.cells, self.run.progress)
        own = slice(0, self.before.images)
        return self.before.adjusted(self.step.common.gain[own], self.step.common.offset[own])

    @cached_property
    def written(self) -> Sums:
        """The same after they were rounded and clipped to the results' types."""
        return written(self.scene, self.dtype, self.before, self.after, self.known.by_cell)

    def let_go(self) -> None:
        """Give up `after` and `written` but for what `expected` needs; when asked for they are made again."""
        _ = self.expected
        for name in ("after", "written"):
            vars(self).pop(name, None)

    @cached_property
    def expected(self) -> Expected:
        """What statistics tell of the results, for checks before one is written."""
        return self._expected()._replace(model_images=self.global_settings is not None)

    def _expected(self) -> Expected:
        sums = self.reading.sums
        if self.local is not None:
            return expected_of(sums, self.scene.stored(self.after))
        gain, offset, seen = self.step.solution.gain, self.step.solution.offset, self.step.seen
        if not self.known.entries:
            return Expected(gain, sums.cells, sums.adjusted(gain, offset).cells)
        return expected_of_nodes((seen.count, seen.mean, seen.std), gain, offset, len(self.scene.images))

    @cached_property
    def levels(self) -> tuple[ImageSums, ImageSums]:
        """A row for each image, before and after, of stored values."""
        rows, number = (self.expected.before, self.expected.after), len(self.scene.images)
        before, after = (cells.merged(cells.image, number) for cells in rows)
        return before, after

    @cached_property
    def quality(self) -> Quality:
        """How well the images agree, before and after, but for `held_out`."""
        network = self.step.seen if self.step else network_of(self.before)
        groups = group_count(network, len(self.scene.images))
        quality = quality_of(self.before, self.written, groups, self.scene.unit)._replace(rejected=len(self.rejected))
        return quality if self.known.tells_errors else quality.without_errors()

    def held_out(self, run: Run | None = None) -> float:
        """The figure of `left_out` without the cells."""
        return self.left_out(run).unseen

    def left_out(self, run: Run | None = None) -> LeftOut:
        """Normalised RMSE on cells, or blocks, that a further solution does not see, and on the same ones by this.

        NaN where a file tells of some images.
        """
        run, reading = run or self.run, self.reading
        if self.local is not None:
            at = reading, self.scene.canvas, self.local_settings, self.local.corrections
            return local_held_out(self.local.sums, self.ground, *at, run, self.local.maps.field)
        if self.known.entries:
            return LeftOut(float("nan"), float("nan"))
        return global_held_out(self.scene, reading, self.ground, self.step, self.global_settings, run)

    @property
    def rejected(self) -> tuple[RejectedOverlap, ...]:
        """Overlaps of the scene's images that contradict the others."""
        found, number = () if self.step is None else self.step.common.rejected, len(self.scene.images)
        return tuple(overlap for overlap in found if max(overlap[:2]) < number)

    @cached_property
    def images(self) -> list[ImageFit]:
        """What became of each of the scene's images."""
        before, after = self.levels
        unknown = np.full(before.count.shape, np.nan)
        columns = [np.ones_like(unknown), np.zeros_like(unknown), unknown, unknown]
        if self.step is not None:
            columns = [getattr(self.step.solution, name) for name in ImageFit._fields[:4]]
        return list(map(ImageFit, *columns, before.mean, after.mean, before.std, after.std))

    @cached_property
    def pairs(self) -> list[PairFit]:
        """What became of each overlap with common pixels."""
        if self.step is not None:
            seen = self.step.seen.of_first(len(self.scene.images))
            pairs = zip(seen.first.tolist(), seen.second.tolist(), seen.pair_count.max(axis=1, initial=0.0))
        else:
            whole = self.before.overlaps()
            pairs = zip(whole.first.tolist(), whole.second.tolist(), whole.count.max(axis=1, initial=0.0))
        errors = [_errors(sums.overlaps()) for sums in (self.before, self.written)]
        weights, sigmas = self._weights()
        unused = np.full((self.reading.sums.bands, 2), np.nan)
        rejected = {(found.first, found.second): found for found in self.rejected}
        changed = {(found.first, found.second): found for found in self.ground.changed.overlaps}
        few = {(found.first, found.second): found.left_out for found in self.reading.features if found.left_out}
        fits = []
        for first, second, pixels in pairs:
            key = first, second
            overlap, change = rejected.get(key), changed.get(key)
            reasons = [overlap and overlap.cause, few.get(key), change and Message("part of its ground changed")]
            cells, left_out = (change.cells, change.left_out) if change else (0, 0)
            fits.append(
                PairFit(
                    *key,
                    int(pixels),
                    *(found.get(key, float("nan")) for found in errors),
                    weights.get(key, unused),
                    sigmas.get(key, unused),
                    overlap,
                    cells,
                    left_out,
                    joined("; ", filter(None, reasons)),
                )
            )
        return fits

    def _weights(self) -> tuple[dict[tuple[int, int], np.ndarray], ...]:
        """Weights and sigmas, (K, 2), of the pairs that the global step was solved from."""
        if self.step is None or self.step.common.weight is None:
            return {}, {}
        keys = list(zip(self.step.stored.first.tolist(), self.step.stored.second.tolist()))
        tables = self.step.common.weight, self.step.common.sigmas
        return tuple(dict(zip(keys, table.transpose(2, 0, 1))) for table in tables)


def in_stored_values(scene: Scene, index: int, corrections: Sequence[Correction]) -> list[Correction]:
    """An image's corrections of common units as corrections of stored values: there and back where `physical`."""
    if not scene.physical:
        return list(corrections)
    scale, offset = (values[index] for values in scene.units())
    return [GainOffset(scale, offset), *corrections, GainOffset(1.0 / scale, -offset / scale)]


def _errors(pairs: PairSums) -> dict[tuple[int, int], float]:
    return dict(zip(zip(pairs.first.tolist(), pairs.second.tolist()), normalised_errors(pairs).tolist()))
