"""Whether corrections can be meant: what is known of the results before a pixel of them is written.

A correction may come from overlaps, an adjustments file or block maps, and each of them may be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.special import betainc, ndtr

from ..errors import EvenlightError, some
from ..messages import Message, joined
from ..raster.image import Image
from ..statistics.sums import STORED, ImageSums, Sums
from ..thresholds import LEAST_STEPS, SENSELESS, UNUSUAL

LEAST = 1e-6
"""Of shares and weights in an estimate."""


class SenselessGainError(EvenlightError):
    """A correction that leaves nothing of an image, or blows it up."""

    def __init__(self, path: str, band: int, gain: float, others: float):
        super().__init__(Message(
            "{path} would be multiplied by {gain:.4g} in band {band}, the other images by {others:.4g}: declare "
            "what marks missing pixels (NODATA), bring the images into one unit (scale and offset tags, Raster "
            "calculator), or correct the file that the gains come from.",
            path=path, gain=gain, band=band, others=others,
        ))


class SenselessLevelError(EvenlightError):
    """A correction that moves an image out of all proportion."""

    def __init__(self, path: str, band: int, mean: float):
        super().__init__(Message(
            "{path} would have a mean of {mean:.4g} ({stored}) in band {band}, more than a thousand times what it "
            "holds: declare what marks missing pixels (NODATA), bring the images into one unit (scale and offset "
            "tags, Raster calculator), or correct the file that the offsets come from.",
            path=path, mean=mean, stored=STORED, band=band,
        ))


class ClippedError(EvenlightError):
    """Results that their data type could not hold."""

    def __init__(self, shares: Sequence[tuple[str, int, float]], dtype: str, model_images: bool):
        """``model_images``: whether some can be named."""
        listed = (
            Message("{share:.0%} of {name} in band {band}", share=share, name=name, band=band)
            for name, band, share in shares
        )
        listing = some(listed, quote="")
        right = Message(" or images whose colours are right (MODEL_IMAGES)") if model_images else ""
        super().__init__(Message(
            "{listing} would lie outside what {dtype} can hold and be clipped: choose a wider "
            "OUTPUT_DTYPE{model_images}, or leave empty borders out (NODATA, CONSTANT_BORDER).",
            listing=listing, dtype=dtype, model_images=right,
        ))


class Expected(NamedTuple):
    """What statistics tell of the results before one is written; all about stored values."""

    gain: np.ndarray
    """(N, K) what the contrast is multiplied by."""
    before: ImageSums
    after: ImageSums
    """Rows of the images, by cell where their cells are known."""
    peers: np.ndarray | None = None
    """(M, K) gains of images that belong to these and are not in the run."""
    model_images: bool = False
    """Whether images can be named that the others follow."""


def expected_of(before: Sums, after: Sums) -> Expected:
    """What the sums of stored values before and after any corrections tell."""
    one, other = before.whole().std, after.whole().std
    return Expected(np.divide(other, one, out=np.ones_like(one), where=one > 0), before.cells, after.cells)


def expected_of_nodes(
    nodes: tuple[np.ndarray, np.ndarray, np.ndarray], gain: np.ndarray, offset: np.ndarray, images: int
) -> Expected:
    """The same for gains and offsets of ``nodes`` (count, mean, deviation), the first of which are the run's images."""
    own = slice(0, images)
    rows = node_sums(*nodes).chosen(own)
    return Expected(gain[own], rows, rows.adjusted(gain, offset), gain[images:])


def node_sums(count: np.ndarray, mean: np.ndarray, std: np.ndarray) -> ImageSums:
    """A row for each image, (N, K); its lowest and highest values are not known."""
    nodes = np.arange(len(count))
    ends = np.full(count.shape, np.inf)
    return ImageSums(nodes, np.zeros_like(nodes), count, mean, count * std**2, -ends, ends)


def senseless(
    images: Sequence[Image], gain: np.ndarray, peers: np.ndarray, before: ImageSums, after: ImageSums
) -> list[EvenlightError]:
    """Images that a correction collapses or explodes.

    ``gain`` (N, K): what it multiplies the contrast by; ``peers`` (M, K): the same of images beside these;
    ``before``, ``after``: a row or more for each image.
    """
    everything = np.concatenate([gain, peers])
    sound = np.where(np.isfinite(everything) & (everything > 0), everything, 1.0)
    typical = np.ones(gain.shape)
    if len(sound) == 2:
        typical = sound[::-1][: len(gain)]
    elif len(sound) > 2:
        typical[:] = np.exp(np.median(np.log(sound), axis=0))
    ratio = gain / typical
    problems: list[EvenlightError] = [
        SenselessGainError(images[index].path, band + 1, gain[index, band], typical[index, band])
        for index, band in np.argwhere(~((ratio > 1 / SENSELESS) & (ratio < SENSELESS)))
    ]
    own = magnitude(before, len(images)) * np.maximum(gain, 1.0)
    moved = np.where(after.count > 0, np.abs(after.mean), 0.0)
    beyond = np.argwhere(~(moved <= SENSELESS * own[after.image]) & (own[after.image] > 0))
    # of an image's cells, one is reported
    worst = {(images[after.image[row]].path, band): after.mean[row, band] for row, band in beyond}
    return problems or [SenselessLevelError(path, band + 1, mean) for (path, band), mean in worst.items()]


def magnitude(sums: ImageSums, images: int) -> np.ndarray:
    """(N, K) about the largest absolute value of each image."""
    largest = np.zeros((images, sums.count.shape[1]))
    np.maximum.at(largest, sums.image, np.where(sums.count > 0, np.abs(sums.mean) + sums.std, 0.0))
    return largest


def _by_band(values: np.ndarray, bands: Sequence[int]) -> str:
    return joined(", ", [Message("{value:.4g} in band {band}", value=values[band], band=band + 1) for band in bands])


def unusual(images: Sequence[Image], gain: np.ndarray) -> list[str]:
    """What to tell of gains that are possible and seldom right."""
    warnings = []
    for image, row in zip(images, gain):
        bands = np.flatnonzero((row < 1 / UNUSUAL) | (row > UNUSUAL))
        if len(bands):
            listing = _by_band(row, bands)
            warnings.append(Message(
                "{name} is multiplied by {listing}: look at its result, or bring all images into one unit first.",
                name=image.name, listing=listing,
            ))
    return warnings


def rounded_away(images: Sequence[Image], dtypes: Sequence[np.dtype], before: ImageSums, after: ImageSums) -> list[str]:
    """What to tell of images whose contrast whole numbers do not show; ``before``, ``after``: a row for each."""
    warnings = []
    for image, dtype, held, left in zip(images, dtypes, before.std, after.std):
        shown = (held >= LEAST_STEPS) | (image.dtype.kind == "f")
        bands = np.flatnonzero((left > 0) & (left < LEAST_STEPS) & shown) if dtype.kind != "f" else []
        if len(bands):
            listing = _by_band(left, bands)
            warnings.append(Message(
                "{name} has a standard deviation of {listing} ({stored}), of which whole numbers ({dtype}) keep "
                "next to nothing: choose Float32 for OUTPUT_DTYPE.",
                name=image.name, listing=listing, stored=STORED, dtype=dtype.name,
            ))
    return warnings


def expected_clipping(cells: ImageSums, limits: np.ndarray) -> np.ndarray:
    """(N, K) share of each image's values outside its ``limits`` (N, 2), from the sums of its cells.

    Values of a cell follow the beta distribution of its mean and deviation between its lowest and highest
    value, or a normal one where these are not known.
    """
    low, high = limits[cells.image].T[:, :, None]
    filled = np.where(cells.count > 0, cells.count, 0.0)
    mean, std = (np.where(filled > 0, value, 0.0) for value in (cells.mean, cells.std))
    bounded = np.isfinite(cells.high - cells.low)
    bottom, top = (np.where(bounded, end, 0.0) for end in (cells.low, cells.high))
    vary = (std > 0) & ((top > bottom) | ~bounded)
    extent, std = np.where(top > bottom, top - bottom, 1.0), np.where(std > 0, std, 1.0)
    place, spread = np.clip((mean - bottom) / extent, LEAST, 1.0 - LEAST), np.clip((std / extent) ** 2, LEAST**2, 1.0)
    weight = np.maximum(place * (1.0 - place) / spread - 1.0, LEAST)

    def below(level: np.ndarray) -> np.ndarray:
        beta = betainc(place * weight, (1.0 - place) * weight, np.clip((level - bottom) / extent, 0.0, 1.0))
        normal = ndtr((level - mean) / std)
        return np.where(bounded, beta, normal)

    with np.errstate(over="ignore"):
        inside = np.where(vary, below(high) - below(low), (mean >= low) & (mean <= high))
    shares = np.zeros((2, len(limits), cells.count.shape[1]))
    np.add.at(shares[0], cells.image, filled * (1.0 - inside))
    np.add.at(shares[1], cells.image, filled)
    return shares[0] / np.maximum(shares[1], 1.0)
