"""Images with new values in some of their bands, by curves that never turn the order of values round.

    match      y = R^-1(F(x))                          F, R: share of the values up to x, of image and reference
    equalize   y = low + (high - low) (F(x) - F(x0)) / (1 - F(x0))          x0: the lowest value

(Gonzalez & Woods, Digital Image Processing, 3.3; R^-1 is linear between the values of the reference.)
What belongs to no such value stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..execution import Signal
from ..numeric.quantiles import COUNTED_BITS, Distribution
from ..progress import Stop
from ..raster.image import Image
from ..raster.nodata import beside_nodata, valid_values
from ..raster.source import FileSource, Pixels
from ..raster.window import Window
from ..run import Run
from .counting import window_plan
from .windowed import Need, Patch, Windowed

LARGEST = float(np.finfo(np.float64).max) / 2
"""Of which differences are numbers."""


@dataclass(frozen=True)
class ToneCurve:
    """Straight lines between knots, and one line with the same gain on both sides beyond them."""

    x: np.ndarray
    """(n,) float64, increasing."""
    y: np.ndarray
    """(n,) float64, never decreasing."""
    gain: float
    """Of the lines beyond the knots, at least 0."""

    def __call__(self, values: np.ndarray) -> np.ndarray:
        """New values, float64, of the same shape."""
        values = np.asarray(values, dtype=np.float64)
        if max(np.abs([*self.x[[0, -1]], *self.y[[0, -1]]])) > LARGEST:
            # differences of the largest numbers are none; a power of two changes no digit
            smaller = ToneCurve(self.x * 0.25, self.y * 0.25, self.gain)
            return 4.0 * smaller(values * 0.25)
        result = np.interp(values, self.x, self.y)
        beyond = values - np.clip(values, self.x[0], self.x[-1])
        return result + self.gain * beyond if self.gain else result


def matching_curve(image: Distribution, reference: Distribution) -> ToneCurve:
    """Gives the values of ``image`` the distribution of ``reference``.

    Values beyond those of ``image`` go on along a line whose gain is the ratio of the two standard
    deviations: the curve's own end hangs on single pixels.
    """
    x, shares = image.share_up_to()
    values, reference_shares = reference.share_up_to()
    spread, wanted = (one.tamed().deviation() for one in (image, reference))
    gain = wanted / spread if spread > 0 else 1.0
    return ToneCurve(x, np.interp(shares, reference_shares, values), gain)


def equalizing_curve(image: Distribution, low: float, high: float) -> ToneCurve:
    """Spreads the values of ``image`` evenly from ``low`` to ``high``; an image of one value keeps it."""
    x, shares = image.share_up_to()
    if shares[0] == 1.0:
        return ToneCurve(x, x, 1.0)
    place = (shares - shares[0]) / (1.0 - shares[0])
    if high - LARGEST > LARGEST + low:
        return ToneCurve(x, low * (1.0 - place) + high * place, 0.0)
    return ToneCurve(x, low + (high - low) * place, 0.0)


WORKING = 40.0
"""Bytes per pixel of a band on its way through double precision."""


class Tones(Protocol):
    """Where the new values of one band come from."""

    def new_values(self, values: np.ndarray, window: Window) -> np.ndarray:
        """Those of a window of the image, (height, width) float64; anything where pixels are not valid."""


class CurveTones:
    """One curve for the whole band; types of up to 16 bits look its values up."""

    def __init__(self, curve: ToneCurve, dtype: np.dtype, avoided: Collection[float] = ()):
        """``avoided``: nodata values of other images, for which the same curve shall give the same results."""
        self._curve = curve
        self._dtype = dtype
        self._avoided = sorted(value for value in avoided if not np.isnan(value))
        self._table: np.ndarray | None = None
        if dtype.kind != "f" and 8 * dtype.itemsize <= COUNTED_BITS:
            limits = np.iinfo(dtype)
            self._lowest = int(limits.min)
            self._table = self._new(np.arange(limits.min, limits.max + 1, dtype=np.float64))

    def new_values(self, values: np.ndarray, window: Window) -> np.ndarray:
        """See `Tones`."""
        if self._table is None:
            with np.errstate(all="ignore"):
                return self._new(values)
        return self._table[values.astype(np.intp) - self._lowest]

    def _new(self, values: np.ndarray) -> np.ndarray:
        new = self._curve(values)
        for nodata in self._avoided:
            whole = self._dtype.kind != "f"
            meets = np.rint(new) == nodata if whole else ~valid_values(new.astype(self._dtype), nodata)
            if meets.any():
                new[meets] = beside_nodata(nodata, self._dtype)
        return new


class Toned(Windowed):
    """A raster with new values in some of its bands; windows are computed on threads."""

    def __init__(self, image: Image, tones: Mapping[int, Tones], run: Run):
        """``tones`` by numbers of bands; the others stay as they are."""
        need = Need(WORKING, len(image.bands) * (image.dtype.itemsize + 1))
        super().__init__(image, image, window_plan(image, need, run))
        self._tones = tones
        self._opacity = FileSource(image)

    def fetch(self, window: Window, stop: Stop) -> tuple[Patch, np.ndarray | None]:
        """See `Source`."""
        patch, alpha = super().fetch(window, stop), self._opacity.alpha(window)
        # blocks that reach over several windows are decoded once where memory holds a row of them
        if not self.plan.held or window.right == self.image.width:
            self._opacity.release_cache()
        return patch, alpha

    def compute(self, fetched: tuple[Patch, np.ndarray | None], signal: Signal) -> Pixels:
        """See `Source`."""
        patch, alpha = fetched
        values = list(patch.values)
        for place, number in enumerate(self.image.bands):
            signal.stop_if_asked()
            if number in self._tones:
                new = self._tones[number].new_values(values[place], patch.window)
                values[place] = np.where(patch.valid[place], new, values[place])
        return Pixels(values, patch.valid, alpha)

    def close(self) -> None:
        """See `Source`."""
        super().close()
        self._opacity.close()
