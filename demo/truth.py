"""How far images are from the known truth, and whether they kept their valid pixels; read in windows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from osgeo import gdal

STRIPE = 512
"""Rows read at a time."""


class TruthError(NamedTuple):
    """What is left between images and truth once brightness and contrast of the whole set are matched."""

    residual: float
    """Root mean square over all bands, in units of the truth."""
    relative: float
    """The same divided by the truth's standard deviation, root mean square over the bands."""


class ValidChange(NamedTuple):
    """Pixels whose validity changed."""

    lost: int
    """Valid before, not after."""
    gained: int
    """Valid after, not before."""


def truth_error(paths: list[str], looks: list[str]) -> TruthError:
    """Compare images with their undistorted looks, pixel by pixel.

    Overlaps say nothing about the brightness and contrast of a whole set, so per band one gain and
    offset, common to all images, is allowed: the regression of truth t on image y, over the pixels
    of all images together, leaves

        residual^2 = var(t) - cov(t, y)^2 / var(y)
    """
    sums = sum(_joint_sums(path, look) for path, look in zip(paths, looks))
    count, image, truth, image_image, truth_truth, both = sums.T
    image, truth = image / count, truth / count
    image_variance = image_image / count - image**2
    truth_variance = truth_truth / count - truth**2
    left = np.maximum(truth_variance - (both / count - image * truth) ** 2 / image_variance, 0)
    return TruthError(math.sqrt(left.mean()), math.sqrt((left / truth_variance).mean()))


def gain_error(gains: np.ndarray, known: np.ndarray) -> float:
    """Relative error of estimated gains, given what the images had been multiplied by.

    Parameters
    ----------
    gains, known : (images, bands) ndarray
        A perfect solution has ``gains * known`` equal for all images of a band.

    Returns
    -------
    float
        Root mean square over images and bands; 0.01 is one per cent.
    """
    product = np.log(gains * known)
    return float(np.sqrt(np.mean((product - product.mean(axis=0)) ** 2)))


def valid_change(before: list[str], after: list[str]) -> ValidChange:
    """Count pixels and bands that became invalid or valid from one set of files to the other."""
    lost = gained = 0
    for first, second in zip(before, after):
        for (_, old), (_, new) in zip(_stripes(first), _stripes(second)):
            lost += np.count_nonzero(old & ~new)
            gained += np.count_nonzero(new & ~old)
    return ValidChange(int(lost), int(gained))


def _joint_sums(path: str, look: str) -> np.ndarray:
    """(bands, 6): n, sum y, sum t, sum y^2, sum t^2, sum y t of an image y and its truth t."""
    total = 0
    for (image, valid), (truth, known) in zip(_stripes(path), _stripes(look)):
        rows = []
        for band in range(len(image)):
            common = valid[band] & known[band]
            y, t = image[band][common].astype(np.float64), truth[band][common].astype(np.float64)
            rows.append((y.size, y.sum(), t.sum(), y @ y, t @ t, y @ t))
        total = total + np.array(rows)
    return total


def _stripes(path: str) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pixels and their validity, both (bands, rows, columns), stripe by stripe; alpha bands left out."""
    dataset = gdal.Open(path)
    numbers = range(1, dataset.RasterCount + 1)
    bands = [dataset.GetRasterBand(number) for number in numbers]
    bands = [band for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    for row in range(0, dataset.RasterYSize, STRIPE):
        window = (0, row, dataset.RasterXSize, min(STRIPE, dataset.RasterYSize - row))
        yield (
            np.stack([band.ReadAsArray(*window) for band in bands]),
            np.stack([band.GetMaskBand().ReadAsArray(*window) > 0 for band in bands]),
        )
