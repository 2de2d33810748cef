"""Holes punched into real images: how near they come to the ground that was there, and whether a seam shows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest
from made_scenes import masks, read, rms
from osgeo import gdal
from scipy import ndimage

from evenlight.core.filters.settings import GapMethod, GapSettings
from evenlight.core.jobs import fill_gaps


class Pair(NamedTuple):
    """An image, another one of its ground, and the largest error over the deviation, by method."""

    image: str
    other: str
    most: dict[GapMethod, float]


PAIRS = {
    "landsat_hawaii": Pair(
        "Landsat_20230503.tif",
        "Landsat_20240302.tif",
        {GapMethod.NEAREST: 0.6, GapMethod.INVERSE_DISTANCE: 0.45, GapMethod.OTHER_IMAGE: 0.35},
    ),
    "drone_river": Pair(
        "100_0005_0136_ORTHO.tif",
        "100_0005_0140_ORTHO.tif",
        {GapMethod.NEAREST: 0.85, GapMethod.INVERSE_DISTANCE: 0.65, GapMethod.OTHER_IMAGE: 0.65},
    ),
}


@pytest.fixture(scope="module", params=list(PAIRS))
def holed(request, data_folder, tmp_path_factory):
    """The pair, the other image's path, the image with holes, its pixels before, the holes and what is valid."""
    folder, pair = data_folder / request.param, PAIRS[request.param]
    if not (folder / pair.image).exists():
        pytest.skip(f"no {request.param} in {data_folder}")
    source = str(folder / pair.image)
    truth, valid = read(source), masks(source).all(axis=0)
    rows, columns = np.mgrid[: truth.shape[1], : truth.shape[2]]
    holes = np.zeros(valid.shape, bool)
    shown = valid & _shown_by(str(folder / pair.other), source)
    inner = np.argwhere(ndimage.binary_erosion(shown, iterations=30))
    for row, column in inner[np.random.default_rng(5).integers(len(inner), size=12)]:
        holes |= np.hypot(rows - row, columns - column) <= 18
    path = str(tmp_path_factory.mktemp(request.param) / "holed.tif")
    gdal.Translate(path, source, maskBand="none", noData="none")
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    for number, band in enumerate(truth, start=1):
        dataset.GetRasterBand(number).WriteArray(np.where(holes, 0, band))
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(valid & ~holes, 255, 0).astype(np.uint8))
    dataset = None
    return pair, str(folder / pair.other), path, truth, holes, valid & ~holes


def _shown_by(other, source):
    """Where another image has pixels, on the image's grid."""
    like = gdal.Open(source)
    place, size = like.GetGeoTransform(), (like.RasterXSize, like.RasterYSize)
    found = gdal.Warp("", other, format="MEM", dstAlpha=True, width=size[0], height=size[1], outputBounds=(
        place[0], place[3] + size[1] * place[5], place[0] + size[0] * place[1], place[3],
    ))  # fmt: skip
    return found.ReadAsArray()[-1] > 0


@pytest.mark.parametrize("method", [GapMethod.NEAREST, GapMethod.INVERSE_DISTANCE, GapMethod.OTHER_IMAGE])
def test_fills_are_near_the_ground(holed, tmp_path, method):
    """Error over the image's deviation; another image keeps the contrast and shows no seam."""
    pair, other, path, truth, holes, valid = holed
    result = fill_gaps(path, str(tmp_path / "out.tif"), settings=GapSettings(method=method), other=other)
    filled = read(result.output).astype(float)
    deviation = truth[:, valid].std(axis=1)[:, None]
    assert rms((filled - truth)[:, holes] / deviation) < pair.most[method]
    assert np.array_equal(filled[:, valid], truth[:, valid])
    if method is GapMethod.OTHER_IMAGE:
        contrast = (filled[:, holes].std(axis=1) / truth[:, holes].std(axis=1)).mean()
        assert 0.93 < contrast < 1.07
        across = holes[:, 1:] != holes[:, :-1]
        steps = [rms(np.diff(image.astype(float), axis=2)[:, across] / deviation) for image in (filled, truth)]
        assert steps[0] < 1.1 * steps[1]
