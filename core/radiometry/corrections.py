"""From solution to pixels: a correction is a value that can be applied to any window.

Blocks carry one parameter each; it is bilinear between block centres and constant beyond
the outermost ones, so no edge is lost.  Where only some of the blocks around a pixel have one, maps of
other tools are the mean of those by their bilinear weights, as GDAL's warping has it:

    linear    y = x * R/L
    gamma     y = hi * (x/hi) ^ (ln(R/hi) / ln(L/hi))     hi: one upper level for all images
    offset    gamma of x + o, R + o, L + o, less o        o: one shift for all images
    additive  y = x + (R - L)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from scipy import ndimage

from ..settings import CorrectionKind
from .roughness import fill_holes


class Levels(NamedTuple):
    """What the power laws need to know about all images together."""

    upper: np.ndarray
    """(K,) `hi` of gamma, and of offset less its shift; 1 where the exponent is taken on raw values."""
    shift: float
    """`o` of offset."""


class Law(NamedTuple):
    """One way to bring a block's local mean to its reference."""

    parameter: Callable[[np.ndarray, np.ndarray, Levels], np.ndarray]
    """(K, rows, columns) local and reference means to the block parameter; NaN where there is none."""
    apply: Callable[[np.ndarray, np.ndarray, Levels], np.ndarray]
    """(K, height, width) pixels and their parameter to corrected pixels, in a new array or in the parameter's."""
    neutral: float
    """The parameter that changes nothing."""


def _per_band(levels: np.ndarray, dtype: np.dtype) -> np.ndarray:
    return levels.astype(dtype)[:, None, None]


def _quotient(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """A positive quotient; NaN where there is none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        result = numerator / denominator
    return np.where(np.isfinite(result) & (result > 0), result, np.nan)


def _logarithm(values: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(values > 0, np.log(values), np.nan)


def _linear_parameter(local: np.ndarray, reference: np.ndarray, levels: Levels) -> np.ndarray:
    return _quotient(reference, local)


def _linear(values: np.ndarray, parameter: np.ndarray, levels: Levels) -> np.ndarray:
    return np.multiply(values, parameter, out=parameter)


def _gamma_parameter(local: np.ndarray, reference: np.ndarray, levels: Levels) -> np.ndarray:
    upper = _per_band(levels.upper, local.dtype)
    return _quotient(_logarithm(reference / upper), _logarithm(local / upper))


def _gamma(values: np.ndarray, parameter: np.ndarray, levels: Levels) -> np.ndarray:
    """Values at or below zero have no power and stay."""
    upper = _per_band(levels.upper, values.dtype)
    safe = np.where(values > 0, values, upper)
    return np.where(values > 0, upper * (safe / upper) ** parameter, values)


def _shifted(levels: Levels) -> Levels:
    return Levels(levels.upper + levels.shift, 0.0)


def _offset_parameter(local: np.ndarray, reference: np.ndarray, levels: Levels) -> np.ndarray:
    return _gamma_parameter(local + levels.shift, reference + levels.shift, _shifted(levels))


def _offset(values: np.ndarray, parameter: np.ndarray, levels: Levels) -> np.ndarray:
    shift = values.dtype.type(levels.shift)
    return _gamma(values + shift, parameter, _shifted(levels)) - shift


def _additive_parameter(local: np.ndarray, reference: np.ndarray, levels: Levels) -> np.ndarray:
    return reference - local


def _additive(values: np.ndarray, parameter: np.ndarray, levels: Levels) -> np.ndarray:
    return np.add(values, parameter, out=parameter)


LAWS: dict[CorrectionKind, Law] = {
    CorrectionKind.LINEAR: Law(_linear_parameter, _linear, 1.0),
    CorrectionKind.GAMMA: Law(_gamma_parameter, _gamma, 1.0),
    CorrectionKind.OFFSET: Law(_offset_parameter, _offset, 1.0),
    CorrectionKind.ADDITIVE: Law(_additive_parameter, _additive, 0.0),
}


ENOUGH = 0.25
"""Bilinear weight of the blocks with a parameter from which they alone count: in such a block it is never less."""

RowsCorrection = Callable[[np.ndarray, slice], np.ndarray]
"""Floating values (K, rows, width) and which rows of a window they are, to corrected ones; may overwrite the values."""


class Correction(Protocol):
    """What apply needs from any correction."""

    def over(self, x: np.ndarray, y: np.ndarray, dtype: np.dtype) -> RowsCorrection:
        """The correction of one window, for values of a floating ``dtype``.

        ``x`` and ``y`` are the canvas coordinates of the pixel centres: (width,) and
        (height,) where rows and columns are parallel to the canvas, else both (height, width).
        """

    def to_json(self) -> dict:
        """Plain data that says what was done."""


def corrected(chain: Sequence[Correction], values: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """A whole window, floating (K, height, width), through one correction after the other."""
    values = values.copy()
    for correction in chain:
        values = correction.over(x, y, values.dtype)(values, slice(None))
    return values


@dataclass(frozen=True)
class GainOffset:
    """y = gain * x + offset, per band."""

    gain: np.ndarray
    offset: np.ndarray
    """(K,) float64."""

    def over(self, x: np.ndarray, y: np.ndarray, dtype: np.dtype) -> RowsCorrection:
        """See `Correction`."""
        gain, offset = _per_band(self.gain, dtype), _per_band(self.offset, dtype)

        def correct(values: np.ndarray, rows: slice) -> np.ndarray:
            values *= gain
            values += offset
            return values

        return correct

    def to_json(self) -> dict:
        """See `Correction`."""
        return {"kind": "gain_offset", "gain": self.gain.tolist(), "offset": self.offset.tolist()}


@dataclass(frozen=True)
class BlockCorrection:
    """A field of block parameters, then one gain and offset that gives contrast back."""

    kind: CorrectionKind
    parameter: np.ndarray
    """(K, rows, columns) without holes."""
    bounds: tuple[float, float, float, float]
    """West, south, east, north of the blocks on the canvas."""
    levels: Levels
    gauge_gain: np.ndarray
    gauge_offset: np.ndarray
    """(K,) of the final gauge."""
    alpha: float = 1.0
    maps: Sequence[str] = field(default=())
    """Where the maps came from, for the record."""
    known: np.ndarray | None = None
    """(K, rows, columns) which blocks alone count where they can; None: all count alike."""

    def over(self, x: np.ndarray, y: np.ndarray, dtype: np.dtype) -> RowsCorrection:
        """See `Correction`."""
        field_ = self._field(x, y, dtype)
        gain, offset = _per_band(self.gauge_gain, dtype), _per_band(self.gauge_offset, dtype)
        alpha = np.dtype(dtype).type(self.alpha)

        def correct(values: np.ndarray, rows: slice) -> np.ndarray:
            corrected = LAWS[self.kind].apply(values, field_(rows), self.levels)
            corrected *= gain
            corrected += offset
            if alpha != 1:
                corrected -= values
                corrected *= alpha
                corrected += values
            return corrected

        return correct

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """The parameter at canvas coordinates: (K, height, width) float64."""
        return self._field(x, y, np.float64)(slice(None))

    def _field(self, x: np.ndarray, y: np.ndarray, dtype: np.dtype) -> Callable[[slice], np.ndarray]:
        """From rows of a window to the parameter there, in a new array.

        Within blocks that are ``known`` the mean of such blocks; it passes into that of all where they end.
        """
        of_all = self._bilinear(self.parameter, x, y, dtype)
        if self.known is None:
            return of_all
        of_known = self._bilinear(np.where(self.known, self.parameter, 0.0), x, y, dtype)
        weight_of_known = self._bilinear(self.known.astype(np.float64), x, y, dtype)

        def field_(chosen: slice) -> np.ndarray:
            parameter, known, weight = of_all(chosen), of_known(chosen), weight_of_known(chosen)
            parameter *= 1 - np.minimum(weight / ENOUGH, 1)
            known /= np.maximum(weight, ENOUGH)
            parameter += known
            return parameter

        return field_

    def _bilinear(
        self, blocks: np.ndarray, x: np.ndarray, y: np.ndarray, dtype: np.dtype
    ) -> Callable[[slice], np.ndarray]:
        """From rows of a window to the mean of ``blocks`` (K, rows, columns) there, in a new array.

        Where rows and columns are parallel to the canvas, the blocks are brought to the window's
        columns once; a row of pixels is then one step between two of them.
        """
        west, south, east, north = self.bounds
        _, rows, columns = blocks.shape
        u = np.clip((x - west) / (east - west) * columns - 0.5, 0, columns - 1)
        v = np.clip((north - y) / (north - south) * rows - 0.5, 0, rows - 1)
        if x.ndim == 2:
            return lambda chosen: _interpolated(blocks, v[chosen], u[chosen]).astype(dtype, copy=False)
        left, across = _between(u, columns)
        above, down = _between(v, rows)
        met = np.arange(above.min(), min(above.max() + 2, rows))
        nodes = blocks[:, met]
        right = np.minimum(left + 1, columns - 1)
        level = nodes[:, :, left] + across * (nodes[:, :, right] - nodes[:, :, left])
        step = np.diff(level, axis=1, append=level[:, -1:]).astype(dtype)
        level, above, down = level.astype(dtype), above - met[0], down[:, None].astype(dtype)

        def rows_of(chosen: slice) -> np.ndarray:
            mean = np.take(step, above[chosen], axis=1)
            mean *= down[chosen]
            mean += np.take(level, above[chosen], axis=1)
            return mean

        return rows_of

    def to_json(self) -> dict:
        """See `Correction`."""
        return {
            "kind": self.kind.value,
            "blocks": list(self.parameter.shape[1:]),
            "alpha": self.alpha,
            "gauge_gain": self.gauge_gain.tolist(),
            "gauge_offset": self.gauge_offset.tolist(),
            "maps": list(self.maps),
        }


def _interpolated(nodes: np.ndarray, row: np.ndarray, column: np.ndarray) -> np.ndarray:
    return np.stack([ndimage.map_coordinates(band, [row, column], order=1, mode="nearest") for band in nodes])


def _between(position: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """The node before each fractional position, and the share of the way to the next one."""
    before = np.minimum(position.astype(np.intp), max(size - 2, 0))
    return before, position - before


def without_holes(parameter: np.ndarray, kind: CorrectionKind) -> np.ndarray:
    """Blocks without a parameter continue the others' smoothly: (K, rows, columns).

    Factors and exponents are continued in their logarithms; a band without any parameter
    is left as it is.
    """
    known = np.isfinite(parameter)
    if known.all():
        return parameter
    neutral = LAWS[kind].neutral
    continued = np.exp(fill_holes(_logarithm(parameter))) if neutral == 1.0 else fill_holes(parameter)
    continued = np.where(known, parameter, continued)
    return np.where(np.isfinite(continued), continued, neutral)
