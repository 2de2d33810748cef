"""The one channel of an image that alignment looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..errors import OptionError
from ..messages import Message

LUMINANCE = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue (ITU-R BT.709)."""
EMPTY = 0.0
"""Stands where nothing is valid."""


def channel(values: np.ndarray, valid: np.ndarray, word: str) -> tuple[np.ndarray, np.ndarray]:
    """One channel of bands ``values`` (K, rows, columns), valid where ``valid``, of that shape, is true.

    ``word``: ``mean`` of all bands; ``luminance`` of the first three as red, green and blue, and of
    fewer bands their mean; ``gradient``, the steepness of the mean per pixel; or a band's number,
    the first is 1.  Returns values (rows, columns), float32 or what holds
    the bands' values, and where they are valid, bool: where
    all bands that count are, and for the gradient all neighbours that it is taken from too.
    """
    return CHANNELS.get(word, _band(word))(values, valid)


def check_channel(word: str, images_bands: Sequence[Sequence[int]], name: str = "CHANNEL") -> OptionError | None:
    """What is wrong with the word for images with these numbers of bands; None where nothing is."""
    if word in CHANNELS:
        return None
    shared = sorted(set.intersection(*(set(bands) for bands in images_bands))) if images_bands else []
    if word.isascii() and word.isdigit() and (int(word) in shared or not images_bands):
        return None
    words = ", ".join(CHANNELS)
    return OptionError(name, word, Message(
        "{words}, or the number of a band that all images have {listing}", words=words, listing=_listing(shared)
    ))


def _listing(numbers: Sequence[int]) -> str:
    return f"({', '.join(map(str, numbers))})" if numbers else Message("(there is none)")


def _mean(values: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return _weighted(values, valid, [1.0 / len(values)] * len(values))


def _luminance(values: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if len(values) < len(LUMINANCE):
        return _mean(values, valid)
    return _weighted(values[:3], valid[:3], LUMINANCE)


def _gradient(values: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Central differences, at the image's rim one-sided ones: of gaps nothing is known."""
    mean, seen = _mean(values, valid)
    if min(mean.shape) < 2:
        return np.full(mean.shape, EMPTY, dtype=mean.dtype), np.zeros(mean.shape, dtype=bool)
    steepness = np.hypot(*np.gradient(mean))
    inner = seen.copy()
    inner[1:] &= seen[:-1]
    inner[:-1] &= seen[1:]
    inner[:, 1:] &= seen[:, :-1]
    inner[:, :-1] &= seen[:, 1:]
    steepness[~inner] = EMPTY
    return steepness, inner


def _band(word: str) -> Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    def band(values: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        number = int(word)
        return _weighted(values[number - 1:number], valid[number - 1:number], [1.0])

    return band


def _weighted(values: np.ndarray, valid: np.ndarray, weights: Sequence[float]) -> tuple[np.ndarray, np.ndarray]:
    seen = valid.all(axis=0)
    total = np.zeros(seen.shape, dtype=np.float64)
    for band, weight in zip(values, weights):
        # what is not valid may be too large to be summed, or not a number
        total += weight * np.where(seen, band, EMPTY)
    return total.astype(np.result_type(values.dtype, np.float32)), seen


CHANNELS: dict[str, Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]] = {
    "mean": _mean,
    "luminance": _luminance,
    "gradient": _gradient,
}
