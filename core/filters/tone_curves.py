"""Curves that lead from the values of an image to new ones, and never turn their order round.

    match      y = R^-1(F(x))                          F, R: share of the values up to x, of image and reference
    equalize   y = low + (high - low) (F(x) - F(x0)) / (1 - F(x0))          x0: the lowest value

(Gonzalez & Woods, Digital Image Processing, 3.3; R^-1 is linear between the values of the reference.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..numeric.quantiles import Distribution

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
