"""Mosaics and seams as scripts make them."""

from __future__ import annotations

import glob
import os

import numpy as np
import pytest
from made_mosaics import SHAPES, box, cut_images, turned, union_of
from made_scenes import masks, read, texture, write
from osgeo import gdal, osr
from recorders import CancelAsked, Recorder

import evenlight.core as ev
from evenlight.core.errors import Problems

PLACES = [(95 * r, 90 * c, turned(160, 9 + 8 * r - 5 * c)) for r in range(2) for c in range(3)]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Six turned images on one grid, a little different in brightness."""
    folder = tmp_path_factory.mktemp("scene")
    return cut_images(folder, PLACES, texture(2, 260, 340, seed=3), gains=1 + 0.05 * np.sin(np.arange(6)))


@pytest.mark.parametrize("form", ["geotiff", "cog"])
@pytest.mark.parametrize("blend", ["none", "feather", "multiband"])
def test_one_raster_from_a_folder(scene, blend, form, tmp_path):
    """Data exactly where an image has some; the source map says whose; nothing else stays in the folder."""
    target, sources = tmp_path / "out.tif", tmp_path / "map.tif"
    settings = ev.MosaicSettings(blend=blend, levels=3)
    result = ev.mosaic(os.path.dirname(scene[0]), target, settings=settings, source_map=sources, format=form)
    assert sorted(os.listdir(tmp_path)) == ["map.tif", "out.tif"]
    values, numbers = read(str(target)), read(str(sources))[0]
    covered = union_of(PLACES, values.shape[1:]) > 0
    assert (masks(str(target)) == covered).all() and ((numbers > 0) == covered).all()
    assert result.areas == np.bincount(numbers.ravel(), minlength=7)[1:].tolist()
    tags = gdal.Open(str(sources)).GetMetadata()
    assert [tags[f"IMAGE_{number}"] for number in range(1, 7)] == scene
    if blend == "none":
        for number, (row, column, valid) in enumerate(PLACES, start=1):
            own = numbers[row : row + valid.shape[0], column : column + valid.shape[1]] == number
            part = values[:, row : row + valid.shape[0], column : column + valid.shape[1]]
            assert (part[:, own] == read(scene[number - 1])[:, own]).all()


def test_the_order_of_the_inputs_changes_nothing(scene, tmp_path):
    """But the numbers in the source map, which are places in the inputs."""
    one, other = tmp_path / "a.tif", tmp_path / "b.tif"
    first = ev.mosaic(scene, one, source_map=tmp_path / "ma.tif")
    second = ev.mosaic(scene[::-1], other, source_map=tmp_path / "mb.tif")
    assert (read(str(one)) == read(str(other))).all()
    assert first.areas == second.areas[::-1]
    mapped, turned_ = read(str(tmp_path / "ma.tif")), read(str(tmp_path / "mb.tif"))
    assert (np.where(mapped > 0, 7 - mapped.astype(int), 0) == turned_).all()


def test_rules_go_by_the_order_of_the_inputs(tmp_path):
    """The last image lies on top, whatever it is called."""
    paths = cut_images(tmp_path, [box(0, 0, 40, 40)] * 3, np.full((1, 40, 40), 100.0), gains=[1, 2, 3])
    for rule, expected in (("first", 300), ("last", 100), ("mean", 200)):
        settings = ev.MosaicSettings(overlap=rule)
        ev.mosaic([paths[2], paths[1], paths[0]], tmp_path / f"{rule}.tif", settings=settings)
        assert (read(str(tmp_path / f"{rule}.tif")) == expected).all()


def test_what_is_wrong_is_told_together(scene, tmp_path):
    """Grids, settings, names: one sentence each, before anything is written."""
    odd = write(tmp_path / "odd.tif", np.ones((2, 30, 30), np.uint16), 10.5, 0, nodata=0)
    with pytest.raises(Problems) as caught:
        ev.mosaic(
            [*scene, odd, tmp_path / "missing.tif"], tmp_path / "out.tif",
            settings=ev.MosaicSettings(feather_width=0, overlap="mean"), seams=ev.SeamSettings(reduction=3),
            grid=ev.GridSettings(pixel_size=3.0), source_map=tmp_path / "map.tif", format="virtual",
        )  # fmt: skip
    text = str(caught.value)
    for part in ("PIXEL_SIZE", "missing.tif", "FEATHER_WIDTH", "REDUCTION", "SOURCE_MAP", "OUTPUT_FORMAT"):
        assert part in text
    with pytest.raises(Problems, match="one number for each of the 6"):
        ev.mosaic(scene, tmp_path / "out.tif", seams=ev.SeamSettings(method="rank"), ranks=[1.0])
    with pytest.raises(Problems, match="finite numbers"):
        ev.mosaic(scene, tmp_path / "out.tif", seams=ev.SeamSettings(method="rank"), ranks=[*range(5), np.nan])
    with pytest.raises(Problems, match="is an input"):
        ev.mosaic(scene, scene[0])
    assert os.listdir(tmp_path) == ["odd.tif"]


@pytest.mark.parametrize("blend", ["none", "feather", "multiband"])
def test_images_of_other_grids_come_onto_one(tmp_path, blend):
    """Two of three grids, and another system: data wherever one has some, values where they belong."""
    whole = texture(2, 260, 420, seed=9)
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 200, 200), box(30, 140, 200, 200)], whole)
    between, other = str(tmp_path / "in" / "between.tif"), str(tmp_path / "in" / "other.tif")
    ground = write(tmp_path / "ground.tif", whole.astype(np.uint16), nodata=0)
    x, _, _, y, _, _ = gdal.Open(ground).GetGeoTransform()
    bounds = x + 2004, y - 2406, x + 4004, y - 406
    gdal.Warp(between, ground, outputBounds=bounds, xRes=10, yRes=10, resampleAlg="cubic", dstNodata=0)
    gdal.Warp(other, ground, outputBounds=bounds, outputBoundsSRS="EPSG:32614", dstSRS="EPSG:32613",
              resampleAlg="cubic", dstNodata=0)  # fmt: skip
    for last in (between, other):
        target = tmp_path / "out.tif"
        ev.mosaic([*paths, last], target, settings=ev.MosaicSettings(blend=blend))
        found = read(str(target))
        left, _, _, top, _, _ = gdal.Open(str(target)).GetGeoTransform()
        column, row = round((x - left) / 10), round((top - y) / 10)
        inside = found[:, row:, column:][:, :240, :400]
        truth = whole[:, : inside.shape[1], : inside.shape[2]]
        valid = inside[0] > 0
        assert valid[:200, :200].all() and valid[30:230, 140:340].all() and valid[70:180, 230:370].all()
        assert np.abs(inside - truth)[:, valid].mean() < 0.03 * truth.std()
        ev.mosaic([last, *paths[::-1]], tmp_path / "turned.tif", grid=ev.GridSettings(target_crs="EPSG:32614"),
                  settings=ev.MosaicSettings(blend=blend))  # fmt: skip
        assert np.array_equal(read(str(tmp_path / "turned.tif")), found)


def test_a_mosaic_of_part_of_the_ground(tmp_path):
    """An extent and another pixel size: the mosaic has both exactly."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 200, 200), box(30, 140, 200, 200)])
    x, _, _, y, _, _ = gdal.Open(paths[0]).GetGeoTransform()
    extent = ev.CanvasExtent(x + 1000, y - 1500, x + 2400, y - 100)
    ev.mosaic(paths, tmp_path / "whole.tif", settings=ev.MosaicSettings(blend="none"))
    ev.mosaic(paths, tmp_path / "part.tif", settings=ev.MosaicSettings(blend="none"), seams=ev.SeamSettings("distance"),
              grid=ev.GridSettings(target_extent=extent))  # fmt: skip
    assert read(str(tmp_path / "part.tif")).shape[1:] == (140, 140)
    coarse = ev.GridSettings(resolution="given", pixel_size=20.0, target_extent=extent)
    ev.mosaic(paths, tmp_path / "coarse.tif", grid=coarse)
    assert read(str(tmp_path / "coarse.tif")).shape[1:] == (70, 70)


def test_ranks_decide(scene, tmp_path):
    """By number, in the order of the inputs."""
    ranks = [0, 0, 0, 0, 5, 0]
    seams = ev.SeamSettings(method="rank", edge_margin=0)
    ev.seamlines(scene, tmp_path / "s.gpkg", settings=seams, ranks=ranks)
    result = ev.mosaic(scene, tmp_path / "o.tif", seams=seams, ranks=ranks, source_map=tmp_path / "m.tif")
    row, column, valid = PLACES[4]
    numbers = read(str(tmp_path / "m.tif"))[0][row : row + 160, column : column + 160]
    assert (numbers[valid] == 5).mean() > 0.98
    assert result.areas[4] == np.count_nonzero(numbers == 5)


def test_an_image_that_vanishes_is_told(tmp_path):
    """One that lies wholly inside another."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", SHAPES["contained"])
    told = Recorder()
    ev.mosaic(paths, tmp_path / "out.tif", seams=ev.SeamSettings(method="distance"), progress=told)
    assert any('No pixel of the mosaic comes from "image_001"' in fact for fact in told.facts) and not told.warnings


@pytest.mark.parametrize("after", [0, 3, 9, 15, 25, 40])
def test_a_cancelled_run_leaves_nothing(scene, after, tmp_path):
    """Earlier results stay, and no unfinished file."""
    target = tmp_path / "out.tif"
    target.write_bytes(b"earlier")
    try:
        ev.mosaic(scene, target, progress=CancelAsked(after))
    except ev.Cancelled:
        assert target.read_bytes() == b"earlier"
    assert glob.glob(str(tmp_path / "*")) == [str(target)] and os.listdir(tmp_path) == ["out.tif"]


def test_borders_and_the_users_nodata_count(tmp_path):
    """Black corners of images that declare nothing are no data; so is the value that the user names."""
    ground = texture(1, 120, 200, seed=2, mean=120, std=20)
    paths = []
    for number, column in enumerate((0, 80)):
        values = np.where(turned(120, 20), ground[:, :, column : column + 120], 0).astype(np.uint8)
        paths.append(write(tmp_path / f"{number}.tif", values, 0, column))
    ev.mosaic(paths, tmp_path / "auto.tif")
    covered = union_of([(0, 0, turned(120, 20)), (0, 80, turned(120, 20))], (120, 200)) > 0
    assert (masks(str(tmp_path / "auto.tif"))[0] == covered).all()
    ev.mosaic(paths, tmp_path / "named.tif", statistics=ev.StatisticsSettings(nodata=0))
    assert (masks(str(tmp_path / "named.tif"))[0] == covered).all()


def test_tags_are_those_of_all_images(tmp_path):
    """Of the file and of bands: what one image says alone, its correction or date, is not said of the mosaic."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 60, 60), box(0, 40, 60, 60), box(40, 0, 60, 60)])
    for number, path in enumerate(paths):
        dataset = gdal.Open(path, gdal.GA_Update)
        own = {"TIFFTAG_DATETIME": f"2020:0{number + 1}:01 00:00:00", "EVENLIGHT_CORRECTION": f"[{number}]"}
        dataset.SetMetadata({**own, "FLIGHT": "7", **({"ONLY": "first"} if number == 0 else {})})
        dataset.SetMetadata([f"<x:xmpmeta xmlns:x='adobe:ns:meta/' n='{number}'/>"], "xml:XMP")
        dataset.GetRasterBand(1).SetMetadata({"SUN": str(number), "BANDWIDTH": "20"})
        dataset.GetRasterBand(1).SetDescription("red")
        del dataset
    for job, method in ((ev.mosaic, "mosaic"), (ev.balance_and_mosaic, "balance_and_mosaic")):
        job(paths, tmp_path / "out.tif")
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        tags = dataset.GetMetadata()
        assert tags["FLIGHT"] == "7" and tags["EVENLIGHT_METHOD"] == method
        assert not {"TIFFTAG_DATETIME", "EVENLIGHT_CORRECTION", "ONLY"} & set(tags)
        assert not dataset.GetMetadata_List("xml:XMP")
        assert dataset.GetRasterBand(1).GetMetadata() == {"BANDWIDTH": "20"}
        assert dataset.GetRasterBand(1).GetDescription() == "red"
        del dataset
    ev.mosaic(paths[:1], tmp_path / "one.tif")
    assert gdal.Open(str(tmp_path / "one.tif")).GetMetadata()["ONLY"] == "first"


def test_images_beside_the_extent_have_no_part(tmp_path):
    """A region is cut from all images that there are; their places in the inputs stay what they are."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 300, 60, 60), box(0, 0, 60, 100), box(0, 40, 60, 100)])
    extent = ev.CanvasExtent(500000, 5199400, 501400, 5200000)
    told = Recorder()
    result = ev.mosaic(
        paths, tmp_path / "a.tif", grid=ev.GridSettings(target_extent=extent), source_map=tmp_path / "map.tif",
        progress=told,
    )  # fmt: skip
    numbers = read(str(tmp_path / "map.tif"))[0]
    assert numbers.shape == (60, 140) and set(np.unique(numbers)) == {2, 3}
    assert result.areas == [0, *np.bincount(numbers.ravel())[2:].tolist()]
    assert any("image_000" in fact and "beside TARGET_EXTENT" in fact for fact in told.facts)
    again = ev.seamlines(paths, tmp_path / "s.gpkg", grid=ev.GridSettings(target_extent=extent))
    assert again.areas == result.areas
    nowhere = ev.CanvasExtent(100000, 5199400, 101400, 5200000)
    with pytest.raises(ev.EvenlightError, match=r"TARGET_EXTENT .* beside"):
        ev.mosaic(paths, tmp_path / "b.tif", grid=ev.GridSettings(target_extent=nowhere))


@pytest.mark.parametrize("job", ["mosaic", "seamlines", "balance_and_mosaic"])
@pytest.mark.parametrize("fault", ["far", "origin", "fine"])
def test_grids_of_mistaken_sizes_are_refused(tmp_path, job, fault):
    """An image that lies elsewhere, or pixels a thousand times too small: before a pixel is read."""
    grid, moved = ev.GridSettings(), {"far": (6e8, 50.0), "origin": (0.0, 200.0)}.get(fault)
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 60, 100), box(0, 40, 60, 100)])
    if moved:
        dataset = gdal.Open(paths[1], gdal.GA_Update)
        dataset.SetGeoTransform((moved[0], 10, 0, moved[1], 0, -10))
        del dataset
    else:
        grid = ev.GridSettings(resolution="given", pixel_size=1e-4)
    extra = write(tmp_path / "in" / "c.tif", read(paths[0]), 10, 10, nodata=0)
    target = tmp_path / ("out.gpkg" if job == "seamlines" else "out.tif")
    sentence = "PIXEL_SIZE" if fault == "fine" else f"{paths[1]} lies far from the others"
    with pytest.raises(ev.EvenlightError, match=sentence):
        getattr(ev, job)([*paths, extra], target, grid=grid)
    assert not target.exists()


def test_an_empty_mosaic_says_so(tmp_path):
    """All nodata, or pixels larger than the images: no word of others that come first."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 60, 100), box(0, 40, 60, 100)])
    for path in paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        for number in range(1, dataset.RasterCount + 1):
            band = dataset.GetRasterBand(number)
            band.Fill(0)
        del dataset
    told = Recorder()
    ev.mosaic(paths, tmp_path / "a.tif", progress=told, statistics=ev.StatisticsSettings(nodata=0))
    assert [warning for warning in told.warnings if "no valid pixel" in warning]
    assert not any("come first" in text for text in [*told.warnings, *told.facts])


@pytest.mark.parametrize("name", ["m.png", "m.vrt", "noext"])
def test_a_mosaic_is_a_geotiff(tmp_path, name):
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 60, 100), box(0, 40, 60, 100)])
    with pytest.raises(ev.EvenlightError, match=r"end it with \.tif"):
        ev.mosaic(paths, tmp_path / name)


@pytest.mark.parametrize("option", ["STREAMABLE_OUTPUT=YES", "PHOTOMETRIC=CIELAB"])
def test_options_that_change_results_are_refused(tmp_path, option):
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 60, 100), box(0, 40, 60, 100)])
    with pytest.raises(ev.EvenlightError, match="CREATION_OPTIONS"):
        ev.mosaic(paths, tmp_path / "m.tif", creation_options=option)


def classes_in(folder, colours=((0, 0, 0), (10, 200, 30), (30, 40, 250))):
    """Three overlapping images of classes 1 and 2, one of them on a grid of its own."""
    table = gdal.ColorTable()
    for number, colour in enumerate(colours):
        table.SetColorEntry(number, (*colour, 255))
    ground = (texture(1, 100, 240, seed=3, mean=100, std=40)[0] > 100) + 1
    paths = []
    for number, left in enumerate((0, 60, 130)):
        path = str(folder / f"class_{number}.tif")
        dataset = gdal.GetDriverByName("GTiff").Create(path, 110, 100, 1, gdal.GDT_Byte)
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(32633)
        dataset.SetProjection(reference.ExportToWkt())
        dataset.SetGeoTransform((500000 + 10 * left + 3 * (number == 2), 10, 0, 5200000, 0, -10))
        band = dataset.GetRasterBand(1)
        band.SetColorTable(table)
        band.SetNoDataValue(0)
        band.WriteArray(ground[:, left:left + 110].astype(np.uint8))
        del band, dataset
        paths.append(path)
    return paths


def test_classes_stay_classes(tmp_path):
    """Palettes are kept, nothing between two classes is made, and blends are refused."""
    (tmp_path / "in").mkdir()
    paths = classes_in(tmp_path / "in")
    plain = ev.MosaicSettings(blend="none")
    ev.mosaic(paths, tmp_path / "a.tif", settings=plain)
    ev.mosaic(paths, tmp_path / "b.tif", settings=ev.MosaicSettings(overlap="first"))
    ev.align_grids(paths, tmp_path / "out")
    for path in (tmp_path / "a.tif", tmp_path / "b.tif", tmp_path / "out" / "class_2_OnGrid.tif"):
        dataset = gdal.Open(str(path))
        band = dataset.GetRasterBand(1)
        assert band.GetColorTable().GetColorEntry(2)[:3] == (30, 40, 250)
        assert set(np.unique(band.ReadAsArray())) <= {0, 1, 2}
        del band, dataset
    for overlap, blend in (("seamlines", "feather"), ("seamlines", "multiband"), ("mean", "none")):
        with pytest.raises(ev.EvenlightError, match="BLEND none, or OVERLAP first"):
            ev.mosaic(paths, tmp_path / "c.tif", settings=ev.MosaicSettings(overlap=overlap, blend=blend))
    (tmp_path / "other").mkdir()
    others = classes_in(tmp_path / "other", ((0, 0, 0), (1, 2, 3)))
    with pytest.raises(ev.EvenlightError, match="different palettes"):
        ev.mosaic([paths[0], others[1]], tmp_path / "c.tif", settings=plain)
    with pytest.raises(ev.EvenlightError, match="palette indices"):
        ev.balance(paths, tmp_path / "balanced")
