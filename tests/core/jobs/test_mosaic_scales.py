"""Mosaics of images whose stored values mean different things: physical values, whatever the order."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import masks, read, texture, write
from osgeo import gdal
from recorders import Recorder

import evenlight.core as ev


def tagged(path, scales, names=()):
    dataset = gdal.Open(path, gdal.GA_Update)
    for number, (scale, offset) in enumerate(scales, start=1):
        band = dataset.GetRasterBand(number)
        band.SetScale(scale)
        band.SetOffset(offset)
        band.SetDescription(names[number - 1] if names else f"b{number}")
    return path


@pytest.fixture(scope="module")
def ground():
    return texture(2, 160, 300, seed=3, mean=0.3, std=0.05)


def images_of(folder, ground, tags, dtype="uint16", nodata=0):
    """Parts of one ground, stored each by its own scale and offset."""
    paths = []
    for number, (scale, offset) in enumerate(tags):
        part = ground[:, :, 80 * number : 80 * number + 140]
        stored = (part - offset) / scale
        stored = np.rint(stored) if np.dtype(dtype).kind != "f" else stored
        paths.append(write(folder / f"{number}.tif", stored.astype(dtype), 0, 80 * number, nodata=nodata))
        tagged(paths[-1], [(scale, offset)] * 2)
    return paths


def physical(path):
    """Values by the tags of the file, and the tags."""
    dataset = gdal.Open(str(path))
    bands = [dataset.GetRasterBand(n + 1) for n in range(2)]
    units = [(1.0 if b.GetScale() is None else b.GetScale(), b.GetOffset() or 0.0) for b in bands]
    values = np.stack([scale * b.ReadAsArray().astype(float) + offset for b, (scale, offset) in zip(bands, units)])
    return values, units, bands[0].DataType, [b.GetDescription() for b in bands]


TAGS = [(0.0002, 0.0), (0.0001, -0.1), (0.0001, 0.0)]


WAYS = [{"blend": "none"}, {"blend": "feather"}, {"blend": "multiband", "levels": 3}]
WAYS += [{"overlap": rule} for rule in ("mean", "median", "maximum")]


@pytest.mark.parametrize("settings", WAYS, ids=str)
def test_the_mosaic_shows_the_ground(settings, ground, tmp_path):
    """To half a step of the coarsest scale; its tags are the finest ones, said in the log, whatever the order."""
    (tmp_path / "in").mkdir()
    paths, told = images_of(tmp_path / "in", ground, TAGS), Recorder()
    ev.mosaic(paths, tmp_path / "a.tif", settings=ev.MosaicSettings(**settings), progress=told)
    values, units, kind, names = physical(tmp_path / "a.tif")
    assert np.abs(values - ground[:, :, : values.shape[2]]).max() <= 0.0001001
    assert units == [(0.0001, -0.1)] * 2 and kind == gdal.GDT_Float32 and names == ["b1", "b2"]
    (said,) = [fact for fact in told.facts if "tags differ" in fact]
    assert "0.0001 and -0.1" in said and "float32" in said and "OUTPUT_DTYPE" in said
    order = paths if settings.get("overlap") else paths[::-1]
    ev.mosaic(order, tmp_path / "b.tif", settings=ev.MosaicSettings(**settings))
    assert (read(str(tmp_path / "a.tif")) == read(str(tmp_path / "b.tif"))).all()


def test_a_chosen_type_rounds(ground, tmp_path):
    """Once, and it has data where the images have some."""
    (tmp_path / "in").mkdir()
    paths = images_of(tmp_path / "in", ground, TAGS)
    result = ev.mosaic(paths, tmp_path / "a.tif", dtype="UInt16")
    values, units, kind, _ = physical(tmp_path / "a.tif")
    assert kind == gdal.GDT_UInt16 and units == [(0.0001, -0.1)] * 2 and result.clipped == 0
    assert np.abs(values - ground[:, :, : values.shape[2]]).max() <= 0.00016 and (masks(str(tmp_path / "a.tif"))).all()


def test_whole_numbers_that_fit_stay_exact(tmp_path):
    """Bytes among numbers of 16 bits; where the tags are the finest every pixel stays bit by bit."""
    (tmp_path / "in").mkdir()
    random = np.random.default_rng(2)
    fine = random.integers(1, 60000, (2, 60, 80)).astype(np.uint16)
    coarse = random.integers(1, 255, (2, 60, 80)).astype(np.uint8)
    paths = [
        tagged(write(tmp_path / "in" / "fine.tif", fine, 0, 0, nodata=0), [(0.01, 0.0)] * 2),
        tagged(write(tmp_path / "in" / "coarse.tif", coarse, 0, 80, nodata=0), [(0.03, 0.0)] * 2),
    ]
    ev.mosaic(paths, tmp_path / "a.tif", settings=ev.MosaicSettings(blend="none"))
    _, units, kind, _ = physical(tmp_path / "a.tif")
    assert kind == gdal.GDT_UInt16 and units == [(0.01, 0.0)] * 2
    found = read(str(tmp_path / "a.tif"))
    assert (found[:, :, :80] == fine).all() and (found[:, :, 80:] == 3 * coarse.astype(int)).all()


def test_equal_tags_are_copied(ground, tmp_path):
    """As they always were, without a word."""
    (tmp_path / "in").mkdir()
    paths, told = images_of(tmp_path / "in", ground, [(0.0001, 0.5)] * 2), Recorder()
    ev.mosaic(paths, tmp_path / "a.tif", settings=ev.MosaicSettings(blend="none"), progress=told)
    _, units, kind, _ = physical(tmp_path / "a.tif")
    assert kind == gdal.GDT_UInt16 and units == [(0.0001, 0.5)] * 2
    assert (read(str(tmp_path / "a.tif"))[:, :, :70] == read(paths[0])[:, :, :70]).all()
    assert not [fact for fact in told.facts if "tags differ" in fact]


@pytest.mark.parametrize("first", [0, 1, 2])
def test_masks_nodata_and_alpha_with_other_scales(first, tmp_path):
    """Whichever comes first: data where one of them has some, and what it means; nodata is never data."""
    (tmp_path / "in").mkdir()
    hole = np.ones((60, 80), bool)
    hole[20:30, 30:60] = False
    level = np.full((2, 60, 80), 100, np.uint8)
    names = [f"{(number - first) % 3}.tif" for number in range(3)]
    by_nodata = np.where(hole, level, 50).astype(np.uint8)
    paths = [tagged(write(tmp_path / "in" / names[0], by_nodata, 0, 0, nodata=50), [(0.01, 0.0)] * 2)]
    paths.append(tagged(write(tmp_path / "in" / names[1], level, 0, 100, mask=hole), [(0.005, 0.5)] * 2))
    kinds = [gdal.GCI_GrayIndex, gdal.GCI_Undefined, gdal.GCI_AlphaBand]
    alpha = np.concatenate([level // 2, np.where(hole, 200, 0)[None].astype(np.uint8)])
    third = write(tmp_path / "in" / names[2], alpha, 0, 200, interpretation=kinds, options=["ALPHA=YES"])
    paths.append(tagged(third, [(0.02, 0.0)] * 2))
    ev.mosaic(paths, tmp_path / "a.tif", settings=ev.MosaicSettings(blend="none"))
    values, units, _, _ = physical(tmp_path / "a.tif")
    expected = np.zeros((60, 280), bool)
    for column in (0, 100, 200):
        expected[:, column : column + 80] = hole
    assert (masks(str(tmp_path / "a.tif"))[0] == expected).all()
    assert units == [(0.005, 0.5)] * 2
    assert values[:, expected] == pytest.approx(1.0)


def test_resampled_images_are_interpolated_before(ground, tmp_path):
    """One of another grid and scale shows what it shows with the scale of the others."""
    found = []
    for name, offset in (("one", 0.0), ("two", -0.1)):
        folder = tmp_path / name
        folder.mkdir()
        paths = images_of(folder, ground, [(0.0001, 0.0), (0.0001, offset)])
        x, _, _, y, _, _ = gdal.Open(paths[1]).GetGeoTransform()
        gdal.Translate(str(folder / "moved.tif"), paths[1], outputBounds=[x + 4, y - 3, x + 1404, y - 1603])
        ev.mosaic([paths[0], folder / "moved.tif"], tmp_path / f"{name}.tif", settings=ev.MosaicSettings(blend="none"))
        found.append(physical(tmp_path / f"{name}.tif")[0])
    data = [masks(str(tmp_path / f"{name}.tif")) for name in ("one", "two")]
    assert (data[0] == data[1]).all() and data[0].all(axis=(1, 2)).sum() == 0
    assert np.abs(found[0] - found[1])[data[0] > 0].max() <= 0.000051


def test_seams_do_not_see_the_tags(ground, tmp_path):
    """They run where they would between images of one scale."""
    polygons = []
    for name, tags in (("one", [(0.0001, 0.0)] * 2), ("two", [(0.0001, 0.0), (0.0001, -0.1)])):
        folder = tmp_path / name
        folder.mkdir()
        noise = texture(2, 160, 300, seed=8, mean=0, std=0.01)
        paths = images_of(folder, ground, tags[:1])
        second = (ground + noise)[:, :, 80:220]
        stored = np.rint((second - tags[1][1]) / tags[1][0]).astype(np.uint16)
        paths.append(tagged(write(folder / "1.tif", stored, 0, 80, nodata=0), [tags[1]] * 2))
        ev.mosaic(paths, tmp_path / f"{name}.tif", source_map=tmp_path / f"{name}_map.tif")
        polygons.append(read(str(tmp_path / f"{name}_map.tif")))
    assert (polygons[0] == polygons[1]).all() and {1, 2} <= set(np.unique(polygons[0]))
