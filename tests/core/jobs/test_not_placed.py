"""Photographs without georeference go through the tools on one raster; only a second raster needs a place."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import make_scene, read
from osgeo import gdal, osr
from polygon_boxes import box

from evenlight.core.align.transform import Transform
from evenlight.core.errors import Problems
from evenlight.core.filters.settings import GapMethod, GapSettings
from evenlight.core.jobs import (
    cross_correlation,
    fill_gaps,
    global_regression,
    histogram_equalize,
    histogram_peaks,
    local_variance,
    mask_rasters,
    threshold_mask,
)
from evenlight.core.jobs.aligned import deliver_aligned
from evenlight.core.masks.polygons import PolygonMask
from evenlight.core.masks.settings import ThresholdSettings
from evenlight.core.raster.image import describe
from evenlight.core.run import Run
from evenlight.core.settings import OutputSettings, Resampling


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
    "fill_gaps": lambda path, target: fill_gaps(path, target, settings=GapSettings(method=GapMethod.NEAREST)),
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
    settings = GapSettings(method=GapMethod.OTHER_IMAGE)
    for run in (
        lambda: cross_correlation(path, str(tmp_path / "out.tif"), other=other),
        lambda: fill_gaps(path, str(tmp_path / "out.tif"), settings=settings, other=other),
    ):
        with pytest.raises(Problems) as caught:
            run()
        assert str(caught.value).count("has no georeference") == 2


def test_an_image_does_not_fill_itself(tmp_path):
    path = photograph(tmp_path / "a.tif")
    with pytest.raises(Problems, match="another image than INPUT") as caught:
        fill_gaps(path, str(tmp_path / "out.tif"), settings=GapSettings(method=GapMethod.OTHER_IMAGE), other=path)
    assert len(caught.value.problems) == 1


CORNERS = [(0, 0, 500000, 5200000), (50, 0, 500490, 5200020), (0, 40, 500010, 5199590), (50, 40, 500500, 5199600)]
POINTS = [gdal.GCP(x, y, 7.0, column, row) for column, row, x, y in [*CORNERS, (25, 20, 500250, 5199800)]]
POLYNOMIALS = {
    **{f"{what}_{part}": "1" for what in ("LINE", "SAMP", "LAT", "LONG", "HEIGHT") for part in ("OFF", "SCALE")},
    **{f"{what}_{part}_COEFF": "1 " * 20 for what in ("LINE", "SAMP") for part in ("NUM", "DEN")},
}
LOCATION = {"X_DATASET": "x.tif", "Y_DATASET": "y.tif", "X_BAND": "1", "Y_BAND": "1", "PIXEL_STEP": "1"}


def points_of(dataset):
    """All that a GeoTIFF keeps of ground control points."""
    return [(p.GCPPixel, p.GCPLine, p.GCPX, p.GCPY, p.GCPZ) for p in dataset.GetGCPs()]


def equalize(path, target):
    folder, name = target.rsplit("/", 1)
    return histogram_equalize([path], OutputSettings(folder=folder, name=name))


@pytest.mark.parametrize("name", [*RUNS, "histogram_equalize", "filled_mask"])
def test_ground_control_points_and_camera_models_stay(tmp_path, name):
    """They tell where pixels lie, and these lie where they were."""
    path, target = photograph(tmp_path / "a.tif"), str(tmp_path / "out.tif")
    system = osr.SpatialReference()
    system.ImportFromEPSG(32631)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetGCPs(POINTS, system.ExportToWkt())
    dataset.SetMetadata(POLYNOMIALS, "RPC")
    dataset.SetMetadata(LOCATION, "GEOLOCATION")
    dataset = None
    if name == "filled_mask":
        fill_gaps(path, str(tmp_path / "filled.tif"), filled_mask=target)
    else:
        {**RUNS, "histogram_equalize": equalize}[name](path, target)
    before, after = gdal.Open(path), gdal.Open(target)
    assert points_of(after) == points_of(before)
    assert len(points_of(after)) == 5
    assert after.GetGCPSpatialRef().IsSame(system)
    for domain in ("RPC", "GEOLOCATION"):
        assert after.GetMetadata(domain) == before.GetMetadata(domain)
    assert after.GetGeoTransform(can_return_null=True) is None


@pytest.mark.parametrize("name", ["global_regression", "mask_rasters", "threshold_mask", "shift", "local_variance"])
def test_camera_models_stay_with_placed_images_that_do_not_move(tmp_path, name):
    """A shift makes them untrue."""
    scene = make_scene(tmp_path / "in", columns=2, size=90, step=50, bands=1)
    for path in scene.paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadata(POLYNOMIALS, "RPC")
        dataset = None
    output = OutputSettings(folder=str(tmp_path / "out"), name="$_Out.tif")
    if name == "global_regression":
        (first, _) = global_regression(scene.paths, output).outputs
    elif name == "mask_rasters":
        polygons = PolygonMask((box(5, 5, 60, 60),), gdal.Open(scene.paths[0]).GetProjection())
        (first, _) = mask_rasters(scene.paths, polygons, output).outputs
    elif name == "threshold_mask":
        (first, _) = threshold_mask(scene.paths, output, settings=ThresholdSettings(expression="B1 > 2000")).outputs
    elif name == "local_variance":
        first = str(tmp_path / "variance.tif")
        local_variance(scene.paths[0], first)
    else:
        image, placement = describe(scene.paths[0]), Transform.shift(12.0, 3.0)
        (first,) = deliver_aligned([image], [placement], "coregister", output, Resampling.CUBIC, None, Run())
    assert bool(gdal.Open(first).GetMetadata("RPC")) == (name != "shift")
