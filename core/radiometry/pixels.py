"""Corrected pixels in the output's type: a few rows at a time, which stay in the processor's cache."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..raster.dataset import numpy_type
from ..raster.image import Image
from ..raster.nodata import needs_double, writable_range
from ..settings import CalculationType
from .corrections import Correction, RowsCorrection

CHUNK = 131_072
"""Values that go through all corrections at once."""


class Pixels:
    """Corrects the windows of one image and brings them into the output's type, counting what is clipped."""

    def __init__(self, image: Image, gdal_type: int, nodata: float | None, calculation: CalculationType):
        self._dtype = numpy_type(gdal_type)
        self._low, self._high = writable_range(self._dtype, nodata)
        wide = calculation is CalculationType.FLOAT64 or needs_double(image.dtype) or needs_double(self._dtype)
        self._working = np.dtype(np.float64 if wide else np.float32)
        self.valid = np.zeros(len(image.bands), dtype=np.int64)
        self.clipped = np.zeros(len(image.bands), dtype=np.int64)

    def correct(
        self, values: np.ndarray, valid: np.ndarray, chain: Sequence[Correction], x: np.ndarray, y: np.ndarray
    ) -> np.ndarray:
        """(K, height, width) in the output's type; what is not valid stays as it was, as far as the type allows."""
        bands, height, width = values.shape
        corrections = [correction.over(x, y, self._working) for correction in chain]
        result = np.empty(values.shape, self._dtype)
        step = max(1, CHUNK // (bands * width))
        with np.errstate(all="ignore"):
            for top in range(0, height, step):
                rows = slice(top, top + step)
                own = np.s_[:, rows]
                self._correct_rows(values[own], valid[own], corrections, rows, result[own])
        return result

    def _correct_rows(
        self,
        values: np.ndarray,
        valid: np.ndarray,
        corrections: Sequence[RowsCorrection],
        rows: slice,
        result: np.ndarray,
    ) -> None:
        invalid = None if valid.all() else ~valid
        working = values.astype(self._working)
        for correct in corrections:
            working = correct(working, rows)
        if self._dtype.kind != "f":
            np.rint(working, out=working)
        if invalid is not None:
            np.copyto(working, self._low, where=invalid)
        # neither comparison holds where there is NaN
        if not (working.min() >= self._low and working.max() <= self._high):
            self._bring_inside(working, values, valid)
        np.copyto(result, working, casting="unsafe")
        if invalid is None:
            self.valid += valid[0].size
        else:
            self.valid += [np.count_nonzero(band) for band in valid]
            np.copyto(result, self._unchanged(values), where=invalid)

    def _bring_inside(self, working: np.ndarray, values: np.ndarray, valid: np.ndarray) -> None:
        """Values without a result stay as they were, those outside the type's range are clipped and counted."""
        undefined = ~np.isfinite(working)
        if undefined.any():
            np.copyto(working, values.astype(self._working), where=undefined)
        self.clipped += [np.count_nonzero(band) for band in ((working < self._low) | (working > self._high)) & valid]
        np.clip(working, self._low, self._high, out=working)

    def _unchanged(self, values: np.ndarray) -> np.ndarray:
        if self._dtype.kind == "f" or values.dtype == self._dtype:
            return values.astype(self._dtype, copy=False)
        whole = np.iinfo(self._dtype)
        return np.clip(np.nan_to_num(values), whole.min, whole.max).astype(self._dtype)
