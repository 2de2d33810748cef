"""The upper tail of chi-square."""

from __future__ import annotations

import numpy as np
from scipy import special


def tail(degrees: int, values: np.ndarray) -> np.ndarray:
    """1 - F of values of any shape."""
    # with one degree the general function takes ninety times as long
    return special.erfc(np.sqrt(values / 2.0)) if degrees == 1 else special.chdtrc(degrees, values)


def limit(degrees: int, probability: float) -> float:
    """The value that a share ``probability`` exceeds: a comparison with it takes no tail of each pixel."""
    return float(special.chdtri(degrees, probability))
