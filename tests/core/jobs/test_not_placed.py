"""Photographs without georeference go through the tools on one raster; only a second raster needs a place."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import read
from osgeo import gdal

from evenlight.core.errors import Problems
from evenlight.core.filters.settings import GapMethod, GapSettings
from evenlight.core.jobs import cross_correlation, fill_gaps, histogram_equalize, histogram_peaks, local_variance
from evenlight.core.settings import OutputSettings


def photograph(path, height=40, width=50):
    """A grey picture with a hole; its path."""
    values = np.random.default_rng(1).integers(1, 200, (height, width)).astype("uint8")
    values[20:23, 20:23] = 0
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), width, height, 1, gdal.GDT_Byte)
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset = None
    return str(path)


RUNS = {
    "local_variance": lambda path, target: local_variance(path, target),
    "fill_gaps": lambda path, target: fill_gaps(path, target, GapSettings(method=GapMethod.NEAREST)),
    "cross_correlation": lambda path, target: cross_correlation(path, target, template=path),
}


@pytest.mark.parametrize("name", RUNS)
def test_results_are_without_georeference_too(tmp_path, name):
    target = str(tmp_path / "out.tif")
    RUNS[name](photograph(tmp_path / "a.tif"), target)
    found = gdal.Open(target)
    assert found.GetGeoTransform(can_return_null=True) is None
    assert not found.GetProjection()
    assert read(target).shape == (1, 40, 50)


def test_histograms_need_no_places(tmp_path):
    path, table = photograph(tmp_path / "a.tif"), str(tmp_path / "peaks.csv")
    assert histogram_peaks(path, table).peaks > 0
    (equalized,) = histogram_equalize([path], OutputSettings(folder=str(tmp_path), name="$_Equalized.tif")).outputs
    assert gdal.Open(equalized).GetGeoTransform(can_return_null=True) is None


def test_an_other_image_needs_places(tmp_path):
    path, other = photograph(tmp_path / "a.tif"), photograph(tmp_path / "b.tif")
    for run in (
        lambda: cross_correlation(path, str(tmp_path / "out.tif"), other=other),
        lambda: fill_gaps(path, str(tmp_path / "out.tif"), GapSettings(method=GapMethod.OTHER_IMAGE), other),
    ):
        with pytest.raises(Problems) as caught:
            run()
        assert str(caught.value).count("has no georeference") == 2


def test_an_image_does_not_fill_itself(tmp_path):
    path = photograph(tmp_path / "a.tif")
    with pytest.raises(Problems, match="another image than INPUT") as caught:
        fill_gaps(path, str(tmp_path / "out.tif"), GapSettings(method=GapMethod.OTHER_IMAGE), path)
    assert len(caught.value.problems) == 1
