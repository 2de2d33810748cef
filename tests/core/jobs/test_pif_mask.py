"""The mask of unchanged ground: against known change, on other grids, as polygons for balancing, and bad input."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from clusters import cluster
from jobs_of import run_global
from made_pairs import FITTED, made_pair, needs_opencv
from made_scenes import gains_of, masks, read, write
from osgeo import gdal, ogr
from recorders import CancelAt, Recorder

from evenlight.core.cluster import connection
from evenlight.core.cluster.errors import NoSchedulerError
from evenlight.core.errors import Cancelled, NoCommonPixelsError, Problems, WriteError
from evenlight.core.jobs import pif_mask
from evenlight.core.jobs.errors import TooFewFeaturesError
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.settings import (
    ExecutionSettings,
    PifMaskSettings,
    PifMethod,
    PifSettings,
    SelectionMode,
    StatisticsSettings,
)

RESIDUAL = PifMaskSettings()
needs_distributed = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the Python package distributed is not installed"
)


def settings_of(method, **more):
    return PifMaskSettings(PifSettings(method=method), **more)


@pytest.fixture(scope="module")
def pair():
    return made_pair(bands=3, share=0.1)


@pytest.fixture(scope="module")
def paths(pair, tmp_path_factory):
    return pair.files(tmp_path_factory.mktemp("pair"))


@pytest.mark.parametrize("method", FITTED)
def test_changed_ground_is_0_and_unchanged_1(pair, paths, tmp_path, method):
    progress = Recorder()
    result = pif_mask(*paths, str(tmp_path / "mask.tif"), settings=settings_of(method), progress=progress)
    dataset = gdal.Open(result.mask)
    mask = dataset.ReadAsArray()
    assert dataset.GetGeoTransform() == gdal.Open(paths[0]).GetGeoTransform()
    assert dataset.GetProjection() == gdal.Open(paths[0]).GetProjection()
    assert dataset.GetRasterBand(1).DataType == gdal.GDT_Byte
    assert dataset.GetRasterBand(1).GetNoDataValue() == 255
    assert set(np.unique(mask)) == {0, 1}
    assert (mask[pair.changed] == 0).mean() > 0.99
    kept = (mask[~pair.changed] == 1).mean()
    assert kept > (0.02 if method is PifMethod.FLOOD_FROM_MATCH_POINTS else 0.93)
    assert result.unchanged == pytest.approx((mask == 1).mean())
    assert progress.fractions == sorted(progress.fractions)
    assert progress.fractions[-1] == 1.0


@pytest.mark.parametrize("probability", [0.7, 0.99])
def test_the_probability_says_how_much_unchanged_ground_is_lost(pair, paths, tmp_path, probability):
    settings = settings_of(PifMethod.IR_MAD, probability=probability)
    mask = read(pif_mask(*paths, str(tmp_path / "mask.tif"), settings=settings).mask)[0]
    assert (mask[~pair.changed] == 0).mean() == pytest.approx(1 - probability, abs=0.02)


@pytest.mark.parametrize("method", FITTED)
def test_threads_and_memory_change_no_byte(paths, tmp_path, method, monkeypatch):
    execution = ExecutionSettings(threads=1)
    one = pif_mask(*paths, str(tmp_path / "a.tif"), settings=settings_of(method), execution=execution)
    monkeypatch.setattr("evenlight.core.radiometry.pif.shared_ground.WINDOW_PIXELS", 256)
    execution = ExecutionSettings(threads=3, memory_budget=32)
    two = pif_mask(*paths, str(tmp_path / "b.tif"), settings=settings_of(method), execution=execution)
    assert np.array_equal(read(one.mask), read(two.mask))
    assert one.unchanged == two.unchanged


@needs_distributed
def test_workers_give_the_same_bytes(paths, tmp_path):
    """They are sent two functions, one after the other."""
    here = pif_mask(*paths, str(tmp_path / "here.tif"))
    with cluster(tmp_path / "cluster") as running:
        execution = ExecutionSettings(scheduler=running.file)
        there = pif_mask(*paths, str(tmp_path / "there.tif"), execution=execution)
    assert Path(here.mask).read_bytes() == Path(there.mask).read_bytes()
    assert here.unchanged == there.unchanged


@needs_distributed
def test_a_wrong_scheduler_is_named_before_anything_is_written(paths, tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 1.0)
    with pytest.raises(NoSchedulerError):
        pif_mask(*paths, str(tmp_path / "m.tif"), execution=ExecutionSettings(scheduler="tcp://127.0.0.1:1"))
    assert not list(tmp_path.iterdir())


def test_outside_of_common_pixels_is_nodata(pair, tmp_path):
    """The reference lies 40 pixels east and 30 south, and both have holes."""
    first, second = np.rint(pair.first).astype("uint16"), np.rint(pair.second).astype("uint16")
    first[1, :20] = 0
    second[:, :, 250:260] = 0
    paths = [
        write(tmp_path / "a.tif", first, nodata=0),
        write(tmp_path / "b.tif", second[:, 30:, 40:], row=30, column=40, nodata=0),
    ]
    mask = read(pif_mask(*paths, str(tmp_path / "mask.tif")).mask)[0]
    common = masks(paths[0]).all(axis=0)
    common[:30] = common[:, :40] = common[:, 250:260] = False
    assert np.array_equal(mask != 255, common)
    assert (mask[common & pair.changed] == 0).mean() > 0.99


@pytest.mark.parametrize("coarse_first", [True, False])
def test_a_coarser_image_gives_the_pixels(pair, tmp_path, coarse_first):
    coarse = pair.second.reshape(3, 150, 2, 150, 2).mean(axis=(2, 4))
    paths = [
        write(tmp_path / "fine.tif", np.rint(pair.first).astype("uint16"), nodata=0),
        write(tmp_path / "coarse.tif", np.rint(coarse).astype("uint16"), nodata=0, pixel=20.0),
    ]
    mask = read(pif_mask(*(paths[::-1] if coarse_first else paths), str(tmp_path / "mask.tif")).mask)[0]
    assert mask.shape == (150, 150)
    changed = pair.changed.reshape(150, 2, 150, 2).all(axis=(1, 3))
    same = ~pair.changed.reshape(150, 2, 150, 2).any(axis=(1, 3))
    assert (mask[changed] == 0).mean() > 0.95
    assert (mask[same] == 1).mean() > 0.9


@pytest.mark.parametrize("extension", ["gpkg", "geojson"])
def test_polygons_are_the_pixels_that_are_1_and_serve_as_a_mask(paths, tmp_path, extension):
    name = f"no & \"change\" 'ä'.{extension}"
    result = pif_mask(*paths, str(tmp_path / "ma&sk 'ä'.tif"), polygons=str(tmp_path / name))
    assert sorted(os.listdir(tmp_path)) == sorted(["ma&sk 'ä'.tif", name])
    source = ogr.Open(result.polygons)
    layer = source.GetLayer(0)
    assert {feature.GetField("image") for feature in layer} == {os.path.splitext(os.path.basename(paths[0]))[0]}
    polygons = tuple(MaskPolygon(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer)
    assert all(ogr.CreateGeometryFromWkb(polygon.wkb).IsValid() for polygon in polygons)
    drawn = gdal.GetDriverByName("MEM").CreateCopy("", gdal.Open(result.mask))
    drawn.GetRasterBand(1).Fill(0)
    gdal.RasterizeLayer(drawn, [1], layer, burn_values=[1])
    assert np.array_equal(drawn.ReadAsArray() == 1, read(result.mask)[0] == 1)
    reference = layer.GetSpatialRef()
    assert reference.GetAuthorityCode(None) == "32614"
    mask = PolygonMask(polygons, reference.ExportToWkt())
    limited, _ = gains_of(run_global(paths, tmp_path / "limited", mask=mask).outputs)
    change = StatisticsSettings(mask_mode=SelectionMode.EXCLUDE)
    rest, _ = gains_of(run_global(paths, tmp_path / "rest", mask=mask, statistics=change).outputs)
    off = [np.abs(gain[0] / gain[1] / 1.5 - 1).max() for gain in (limited, rest)]
    assert off[0] < 0.01 < off[1]


def test_results_are_replaced_all_at_once_or_not_at_all(paths, tmp_path, monkeypatch):
    target, polygons = tmp_path / "mask.tif", tmp_path / "areas.gpkg"
    pif_mask(*paths, str(target), polygons=str(polygons))
    before = target.read_bytes(), polygons.read_bytes()

    def failing(mask, path, *rest):
        Path(path).write_text("half")
        raise Cancelled

    # the room's name for it is the function's
    monkeypatch.setattr(sys.modules["evenlight.core.jobs.pif_mask"], "write_outlines", failing)
    with pytest.raises(Cancelled):
        pif_mask(*paths, str(target), settings=settings_of(PifMethod.IR_MAD), polygons=str(polygons))
    assert (target.read_bytes(), polygons.read_bytes()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["areas.gpkg", "mask.tif"]


@pytest.fixture(params=[True, False], ids=["exceptions", "codes"])
def failure_style(request):
    """GDAL's two ways to fail."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.mark.usefixtures("failure_style")
def test_polygons_that_cannot_be_written_are_told(paths, tmp_path, monkeypatch):
    monkeypatch.setattr(gdal.Dataset, "CreateLayer", lambda *_: None)
    with pytest.raises(WriteError, match=r"areas.gpkg could not be written"):
        pif_mask(*paths, str(tmp_path / "mask.tif"), polygons=str(tmp_path / "areas.gpkg"))
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("failure_style")
@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.6, 0.9])
def test_a_cancel_leaves_nothing(paths, tmp_path, fraction):
    with pytest.raises(Cancelled):
        pif_mask(*paths, str(tmp_path / "m.tif"), polygons=str(tmp_path / "p.gpkg"), progress=CancelAt(fraction))
    assert not list(tmp_path.iterdir())


def test_creation_options_are_followed(paths, tmp_path):
    options = "COMPRESS=LZW|BLOCKXSIZE=64|BLOCKYSIZE=64"
    result = pif_mask(*paths, str(tmp_path / "mask.tif"), creation_options=options)
    dataset = gdal.Open(result.mask)
    assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "LZW"
    assert dataset.GetRasterBand(1).GetBlockSize() == [64, 64]
    assert np.array_equal(read(result.mask), read(pif_mask(*paths, str(tmp_path / "plain.tif")).mask))


def test_whatever_cannot_be_is_told_together(paths, tmp_path):
    settings = PifMaskSettings(PifSettings(red_band=2), probability=1.0)
    with pytest.raises(Problems) as caught:
        pif_mask(
            paths[0],
            str(tmp_path / "gone.tif"),
            paths[0],
            settings=settings,
            polygons=str(tmp_path / "areas.shp"),
            creation_options="COMPRES=LZW",
        )
    for sentence in (
        "gone.tif cannot be opened",
        'PIF_METHOD cannot be "entire": use one that knows change: residual, ir_mad, flood_from_match_points',
        'NIR_BAND cannot be "empty"',
        'PROBABILITY cannot be "1.0": use a number between 0 and 1',
        "one.tif is an input and would be overwritten",
        "polygons are written as .gpkg or .geojson files",
        'CREATION_OPTIONS cannot be "COMPRES"',
    ):
        assert sentence in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_one_image_twice_is_refused(paths, tmp_path):
    with pytest.raises(Problems, match="given more than once"):
        pif_mask(paths[0], paths[0], str(tmp_path / "mask.tif"))


def test_images_apart_or_without_common_pixels_are_told(pair, paths, tmp_path):
    far = write(tmp_path / "far.tif", np.rint(pair.second).astype("uint16"), column=1000, nodata=0)
    with pytest.raises(Problems, match="No two of the images overlap"):
        pif_mask(paths[0], far, str(tmp_path / "mask.tif"))
    empty = write(tmp_path / "empty.tif", np.zeros((3, 300, 300), "uint16"), nodata=0)
    with pytest.raises(NoCommonPixelsError):
        pif_mask(paths[0], empty, str(tmp_path / "mask.tif"))
    assert not (tmp_path / "mask.tif").exists()


def test_too_little_to_compare_is_told(paths, tmp_path):
    settings = PifMaskSettings(PifSettings(method=PifMethod.RESIDUAL, min_samples=10**6))
    with pytest.raises(TooFewFeaturesError, match="1000000 are needed; choose another PIF_METHOD"):
        pif_mask(*paths, str(tmp_path / "mask.tif"), settings=settings)


@needs_opencv
def test_without_opencv_one_sentence(paths, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(Problems, match="OpenCV"):
        pif_mask(*paths, str(tmp_path / "mask.tif"), settings=settings_of(PifMethod.FLOOD_FROM_MATCH_POINTS))
    assert pif_mask(*paths, str(tmp_path / "mask.tif"), settings=RESIDUAL).unchanged > 0.5
