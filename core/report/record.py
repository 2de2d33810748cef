"""The record of a run: all that its page, its JSON file and its table are made of.

Arrays are (K,) of the images' bands unless said otherwise; NaN where a figure is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..radiometry.metrics import Quality
from .detail import Detail
from .reasons import Finding


class Light(NamedTuple):
    """A check of a run, with the limits that it is judged by."""

    name: str
    value: str
    state: str
    """``good``, ``look``, ``act`` or ``unknown``."""
    limits: str


class Advice(NamedTuple):
    """A warning of a run."""

    text: str
    """With its remedy."""
    page: str
    """Of the docs, with what it is called there; relative to their folder."""
    title: str
    pairs: tuple[int, ...] = ()
    """Pairs whose two images it names."""


class ImageStats(NamedTuple):
    """Of all valid pixels of an image, in the record's unit."""

    count: np.ndarray
    mean: np.ndarray
    std: np.ndarray


class ImageEntry(NamedTuple):
    """One image."""

    name: str
    path: str
    group: int
    """From 1 on: images that overlaps connect."""
    corners: np.ndarray
    """(4, 2) map coordinates in the system of the canvas."""
    before: ImageStats | None = None
    """None where its pixels were not looked at."""
    after: ImageStats | None = None
    gain: np.ndarray | None = None
    offset: np.ndarray | None = None
    """Of stored values."""
    gain_error: np.ndarray | None = None
    offset_error: np.ndarray | None = None
    local: np.ndarray | None = None
    """How far the local step moves the means of its cells, root mean square, over its standard deviation."""
    clipped: np.ndarray | None = None
    """Shares of its values."""
    area: int | None = None
    """Pixels that it gives to a mosaic."""


class PairStats(NamedTuple):
    """Of the pixels valid in both images of a pair."""

    mean_first: np.ndarray
    mean_second: np.ndarray
    std_first: np.ndarray
    std_second: np.ndarray
    bias: np.ndarray
    """|difference of the means| over the standard deviation of both."""
    rmse: np.ndarray
    normalised_rmse: np.ndarray
    """The same over the standard deviation of both."""
    correlation: np.ndarray


class PairEntry(NamedTuple):
    """One overlap."""

    first: int
    second: int
    """Places in the record's images."""
    pixels: int
    """Valid in both images, of the band that has most."""
    count: np.ndarray
    before: PairStats | None
    """None where nothing tells, as for images known by an adjustments file alone."""
    after: PairStats | None = None
    weight: np.ndarray | None = None
    sigmas: np.ndarray | None = None
    """(K, 2) of gains and offsets; see `PairFit`."""
    state: str = ""
    """``rejected``, ``counts in part``, or empty."""
    reason: str = ""

    def mean(self, when: str, name: str) -> float:
        """A figure ``before`` or ``after``, mean over bands, weighted by pixels; RMSE as a root of mean squares."""
        stats = getattr(self, when)
        if stats is None or not self.count.any():
            return float("nan")
        values = getattr(stats, name)
        if name == "rmse":
            return float(np.sqrt((self.count * values**2).sum() / self.count.sum()))
        known = np.isfinite(values) & (self.count > 0)
        return float((self.count * values)[known].sum() / self.count[known].sum()) if known.any() else float("nan")


class Pictures(NamedTuple):
    """Means of cells, as pictures: arrays (K, rows, columns), NaN where nothing is."""

    bounds: tuple[float, float, float, float]
    """West, south, east, north of the cells."""
    before: np.ndarray
    after: np.ndarray | None
    errors: np.ndarray
    """(rows, columns) normalised RMSE per cell, after the run if there is an after; NaN without common pixels."""
    colours: tuple[int, ...]
    """Three bands that are drawn; none: the mean of all bands is."""


class Setting(NamedTuple):
    """One setting of a run."""

    name: str
    value: str
    changed: bool
    """Whether it is not the default."""


class Record(NamedTuple):
    """What was measured of a run."""

    tool: str
    """Its id."""
    verdict: str
    figures: tuple[str, ...]
    """Sentences about them."""
    lights: tuple[Light, ...]
    findings: tuple[Finding, ...]
    unit: str
    """Of means, deviations and RMSE."""
    bands: tuple[str, ...]
    images: tuple[ImageEntry, ...]
    pairs: tuple[PairEntry, ...]
    quality: Quality | None
    apart: tuple[str, ...] = ()
    """Names of images that overlap none of these."""
    pictures: Pictures | None = None
    warnings: tuple[Advice, ...] = ()
    seams: tuple[Sequence[str], ...] = ()
    """Headings, then a row for each two images with a seam; empty without seams."""
    settings: tuple[tuple[str, tuple[Setting, ...]], ...] = ()
    """By group."""
    files: tuple[str, ...] = ()
    """What was written beside the report."""
    versions: tuple[tuple[str, str], ...] = ()
    call: str = ""
    """How the run is repeated in Python."""
    detail: Detail | None = None
    """What a second read found."""
    remedies: tuple[Advice, ...] = ()
    """What to do that no warning says."""

    @property
    def is_estimated(self) -> bool:
        """Whether figures after the run are those of cells that a local step changes evenly."""
        return any(image.local is not None for image in self.images)

    @property
    def has_after(self) -> bool:
        """Whether images were changed, or the same ones are known before and after."""
        return any(image.after is not None for image in self.images)


def worst_first(record: Record) -> list[int]:
    """The numbers of all pairs, those first that agree least after the run; what is not known comes last."""
    when = "after" if record.has_after else "before"
    left = np.array([pair.mean(when, "normalised_rmse") for pair in record.pairs])
    return np.argsort(-np.nan_to_num(left, nan=-1.0, posinf=1e9), kind="stable").tolist()
