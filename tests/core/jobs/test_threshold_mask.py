"""Masks from expressions: right pixel by pixel, the same however they are made, ready for balancing."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_global
from killed_runs import names
from made_scenes import NORTH, PIXEL, WEST, gains_of, masked_virtual, masks, read, texture, to_type, write
from osgeo import gdal, ogr
from recorders import CancelAt, Recorder
from scipy import ndimage

from evenlight.core import naming
from evenlight.core.errors import Cancelled, EvenlightError, Problems
from evenlight.core.jobs import threshold_mask
from evenlight.core.masks import rule, threshold, vectors
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask, Rasterizer
from evenlight.core.masks.settings import MaskPreset, ThresholdSettings
from evenlight.core.raster.dataset import read_window
from evenlight.core.raster.grid import Grid
from evenlight.core.settings import ExecutionSettings, OutputSettings, SelectionMode, StatisticsSettings

TRUE, FALSE, UNKNOWN = 1, 0, 255


def run(paths, folder, expression="", polygons=None, execution=ExecutionSettings(), progress=None, **settings):
    """Masks in a folder; settings are those of `ThresholdSettings`."""
    result = threshold_mask(
        [paths] if isinstance(paths, str) else list(paths),
        OutputSettings(folder=str(folder), name="$_Mask.tif"),
        settings=ThresholdSettings(expression=expression, **settings),
        polygons=None if polygons is None else str(polygons),
        execution=execution,
        progress=progress or Recorder(),
    )
    return result.outputs


def mask_of(path, folder, expression="", **settings):
    """One image's mask, (height, width)."""
    return read(run(path, folder, expression, **settings)[0])[0]


@pytest.fixture(scope="module")
def textured(tmp_path_factory):
    """An image of 150 x 130 pixels, three bands, with a border and single pixels of nodata in the second."""
    values = to_type(texture(3, 150, 130, 41), "uint16")
    values[1, :20] = 0
    values[1, 70, 60:64] = 0
    return write(tmp_path_factory.mktemp("textured") / "textured.tif", values, nodata=0)


def features(path):
    """Name and geometry of every polygon, and the layer's coordinate system."""
    vectors = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = vectors.GetLayer(0)
    found = [(feature.GetField("image"), bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer]
    return found, layer.GetSpatialRef()


def burnt(found, raster, name):
    """Polygons of one image drawn on its own grid again."""
    dataset = gdal.Open(raster)
    rasterizer = Rasterizer([wkb for image, wkb in found if image == name], dataset.GetProjection())
    grid = Grid(dataset.GetProjection(), dataset.GetGeoTransform(), dataset.RasterXSize, dataset.RasterYSize)
    return rasterizer.inside(grid, grid.window)


def test_a_mask_is_one_where_the_condition_holds(textured, tmp_path):
    """One band of bytes on the image's grid; nodata counts only in bands that the condition names."""
    values = read(textured).astype(float)
    path = run(textured, tmp_path, "B1 > 2000 and B3 < 2600")[0]
    assert np.array_equal(read(path)[0], ((values[0] > 2000) & (values[2] < 2600)).astype(int))
    dataset, image = gdal.Open(path), gdal.Open(textured)
    assert dataset.GetGeoTransform() == image.GetGeoTransform()
    assert dataset.GetProjection() == image.GetProjection()
    assert dataset.RasterCount == 1
    assert dataset.GetRasterBand(1).DataType == gdal.GDT_Byte
    assert dataset.GetRasterBand(1).GetNoDataValue() == UNKNOWN
    assert dataset.GetMetadataItem("EVENLIGHT_EXPRESSION") == "B1 > 2000 and B3 < 2600"


def test_nodata_of_a_named_band_has_no_answer(textured, tmp_path):
    values = read(textured).astype(float)
    expected = np.where(values[1] == 0, UNKNOWN, values[1] > values[0])
    assert np.array_equal(mask_of(textured, tmp_path, "B2 > B1"), expected)


def test_a_division_by_zero_has_no_answer(tmp_path):
    values = np.array([[[1, 2, 3], [4, 5, 6]], [[0, 1, 1], [2, 0, 7]]], dtype="int16")
    path = write(tmp_path / "a.tif", values)
    expected = [[UNKNOWN, TRUE, TRUE], [TRUE, UNKNOWN, FALSE]]
    assert mask_of(path, tmp_path, "B1 / B2 > 1").tolist() == expected


@pytest.mark.parametrize("kind", ["alpha", "mask", "nan"])
def test_pixels_that_are_invalid_by_any_means_have_no_answer(tmp_path, kind):
    valid = np.ones((40, 50), bool)
    valid[10:20, 5:30] = False
    ground = texture(3, 40, 50, 8)
    if kind == "alpha":
        values = np.concatenate([to_type(ground, "uint16"), np.where(valid, 65535, 0)[None].astype("uint16")])
        colours = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
        path = write(tmp_path / "a.tif", values, interpretation=colours, options=["ALPHA=YES"])
    elif kind == "mask":
        path = write(tmp_path / "a.tif", to_type(ground, "uint16"), mask=valid)
    else:
        path = write(tmp_path / "a.tif", np.where(valid, ground, np.nan).astype("float32"))
    found = mask_of(path, tmp_path / "out", "B2 > 0")
    assert np.array_equal(found, np.where(valid, TRUE, UNKNOWN))


@pytest.mark.parametrize(("expression", "named"), [("B1 > 0", [0]), ("B3 >= 0%B3", [2]), ("B3 > 0 or B1 > 0", [0, 2])])
def test_masks_of_single_bands_count_where_the_condition_names_them(tmp_path, expression, named):
    """The first band has a mask, the second none, the third another one."""
    shown = np.ones((3, 40, 50), bool)
    shown[0, 10:20, 5:30] = shown[2, 25:, 20:] = False
    source = write(tmp_path / "source.tif", to_type(texture(3, 40, 50, 8), "uint16"))
    mask = write(tmp_path / "mask.tif", np.where(shown, 255, 0).astype(np.uint8))
    path = masked_virtual(tmp_path / "a.vrt", source, [1, None, 3], mask)
    found = mask_of(path, tmp_path / "out", expression)
    assert np.array_equal(found, np.where(shown[named].all(axis=0), TRUE, UNKNOWN))


def test_values_are_physical_times_the_scale(tmp_path):
    """As QGIS shows them: the file's scale and offset tags count."""
    path = write(tmp_path / "a.tif", np.arange(12, dtype="uint16").reshape(1, 3, 4))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.5)
    dataset.GetRasterBand(1).SetOffset(-1.0)
    dataset = None
    assert mask_of(path, tmp_path / "one", "B1 > 2").sum() == 5
    assert mask_of(path, tmp_path / "two", "B1 > 2", scale=2.0).sum() == 7
    assert mask_of(path, tmp_path / "three", "B1 >= 50%B1").sum() == 6


@pytest.mark.parametrize(("dtype", "factor"), [("uint16", 1), ("int32", 40_000), ("float32", 1e-4), ("float64", 1e9)])
def test_percentiles_are_of_all_valid_pixels(tmp_path, dtype, factor):
    """Of the whole band, though it is read in windows."""
    values = to_type(texture(1, 90, 110, 5) * factor, dtype)
    values[0, :30, :40] = 0
    path = write(tmp_path / "a.tif", values, nodata=0)
    valid = values[0] != 0
    limits = np.percentile(values[0][valid].astype(float), [5, 62.5])
    inside = (values[0] > limits[0]) & (values[0] < limits[1])
    found = mask_of(path, tmp_path / "out", "B1 > 5%B1 and B1 < 62.5%B1")
    assert np.array_equal(found, np.where(valid, inside, UNKNOWN))


def test_a_negative_scale_tag_turns_percentiles_round(tmp_path):
    path = write(tmp_path / "a.tif", np.arange(1, 101, dtype="uint16").reshape(1, 10, 10))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(-1.0)
    dataset = None
    assert np.array_equal(mask_of(path, tmp_path / "out", "B1 > 90%B1").ravel(), np.arange(1, 101) <= 10)


RULE = "B1 - 50%B1 > 0.5 * (90%B2 - B2) and not B3 / (B2 - 2000) < 0"


@pytest.mark.parametrize(
    ("pixels", "execution"),
    [
        (1, ExecutionSettings(threads=1)),
        (900, ExecutionSettings(threads=3)),
        (2000, ExecutionSettings(memory_budget=40)),
    ],
)
def test_windows_threads_and_memory_change_nothing(textured, tmp_path, monkeypatch, pixels, execution):
    """Pixels and polygons, with sieve and buffer across the edges of windows."""
    options = {"minimum_size": 12, "buffer": 3.5 * PIXEL}
    whole = run(textured, tmp_path / "whole", RULE, polygons=tmp_path / "whole.gpkg", **options)[0]
    for module in (rule, threshold):
        monkeypatch.setattr(module, "PIXELS_AT_ONCE", pixels)
    parts = run(
        textured, tmp_path / "parts", RULE, polygons=tmp_path / "parts.gpkg", execution=execution, **options
    )[0]
    assert 0.05 < (read(whole) == TRUE).mean() < 0.95
    assert np.array_equal(read(whole), read(parts))
    assert features(tmp_path / "whole.gpkg")[0] == features(tmp_path / "parts.gpkg")[0]


def test_what_was_found_before_sieving_goes_with_its_image(textured, tmp_path, monkeypatch):
    """It is uncompressed: those of all images together could fill a disk."""
    seen = []

    def drawn(mask, *others):
        seen.append(names(Path(mask).parent))
        vectors.outline(mask, *others)

    monkeypatch.setattr(threshold, "outline", drawn)
    run(textured, tmp_path / "out", "B1 > 2000", polygons=tmp_path / "p.gpkg")
    assert [len(found) for found in seen] == [1]


@pytest.mark.parametrize(("threads", "fits"), [(1, True), (2, False)])
def test_space_is_needed_for_what_is_found_before_sieving(tmp_path, monkeypatch, threads, fits):
    """For one image a thread, beside all results: three of 10,000 bytes each."""
    values = np.random.default_rng(2).integers(0, 99, (1, 100, 100)).astype(np.uint8)
    paths = [write(tmp_path / f"{name}.tif", values) for name in "abc"]
    monkeypatch.setattr(naming.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 40_000, 40_000))
    with contextlib.nullcontext() if fits else pytest.raises(Problems, match="free some space"):
        run(paths, tmp_path / "out", "B1 > 50", execution=ExecutionSettings(threads=threads))


def test_growing_gives_back_what_it_has_read(tmp_path, monkeypatch):
    """GDAL's cache holds less than half of the 4 MB of the mask."""
    used = []

    def watched(*arguments):
        used.append(gdal.GetCacheUsed())
        return read_window(*arguments)

    path = write(tmp_path / "a.tif", np.ones((1, 2048, 2048), np.uint8))
    monkeypatch.setattr(threshold, "PIXELS_AT_ONCE", 256 * 256)
    monkeypatch.setattr(threshold, "read_window", watched)
    run(path, tmp_path / "out", "B1 > 0", buffer=20 * PIXEL)
    assert len(used) > 50
    assert max(used) - used[0] < 2_000_000


def blobs(tmp_path, pixel=PIXEL, geotransform=None):
    """An image of nothing but a patch of 6 pixels, one of 2, a hole of 1, and a column of nodata."""
    values = np.full((1, 40, 60), 5, dtype="uint8")
    values[0, 10:12, 10:13] = 9
    values[0, 30, 20:22] = 9
    values[0, 20:30, 40:50] = 9
    values[0, 25, 45] = 5
    values[0, :, 55] = 0
    return write(tmp_path / "blobs.tif", values, nodata=0, pixel=pixel, geotransform=geotransform)


def test_small_patches_and_holes_are_sieved(tmp_path):
    path = blobs(tmp_path)
    found = mask_of(path, tmp_path / "out", "B1 > 7", minimum_size=3)
    assert (found == TRUE).sum() == 6 + 100
    assert found[30, 20] == FALSE
    assert found[25, 45] == TRUE
    assert (found[:, 55] == UNKNOWN).all()
    assert (mask_of(path, tmp_path / "all", "B1 > 7", minimum_size=2) == TRUE).sum() == 6 + 2 + 100


@pytest.mark.parametrize("size", [20, 200])
def test_noise_is_sieved_too(tmp_path, size):
    """Where no patch is large enough to take its neighbours in, they grow step by step."""
    noise = np.random.default_rng(0).integers(1, 3, (1, 200, 200)).astype(np.uint8)
    found = mask_of(write(tmp_path / "noise.tif", noise), tmp_path / "out", "B1 > 1", minimum_size=size)
    for value in (0, TRUE):
        sizes = np.bincount(ndimage.label(found == value)[0].ravel())[1:]
        assert sizes.min() >= size


@pytest.mark.parametrize("distance", [9.0, 10.0, 15.0, 47.0, 75.0])
@pytest.mark.parametrize("sides", [(10.0, 10.0), (10.0, 4.0)], ids=["square", "flat pixels"])
def test_a_mask_grows_by_map_units_to_all_sides(tmp_path, distance, sides):
    """Every pixel whose centre is that near to the centre of one in the mask, nodata too."""
    width, height = sides
    path = blobs(tmp_path, geotransform=(WEST, width, 0, NORTH, 0, -height))
    before = mask_of(path, tmp_path / "before", "B1 > 7")
    rows, columns = np.nonzero(before == TRUE)
    y, x = np.mgrid[0:40, 0:60]
    near = np.zeros((40, 60), bool)
    for row, column in zip(rows, columns):
        near |= np.hypot((x - column) * width, (y - row) * height) <= distance + 1e-6
    expected = np.where(near, TRUE, before)
    assert np.array_equal(mask_of(path, tmp_path / "out", "B1 > 7", buffer=distance), expected)


def test_a_buffer_covers_saturated_pixels_of_a_cloud(tmp_path):
    """They have no answer in one band and lie deep inside; polygons cover them, and blanked images show no island."""
    values = np.full((2, 40, 60), 5, dtype="uint8")
    values[:, 10:30, 10:30] = 9
    values[0, 20, 20:22] = 0
    values[0, :, 55:] = 0
    path = write(tmp_path / "cloud.tif", values, nodata=0)
    polygons = tmp_path / "p.gpkg"
    out = run([path], tmp_path / "out", "B1 > 7", polygons=polygons, minimum_size=9, buffer=2 * PIXEL)[0]
    found = read(out)[0]
    assert (found[20, 20:22] == TRUE).all()
    assert (found[:, 55:] == UNKNOWN).all()
    assert np.array_equal(burnt(features(polygons)[0], out, "cloud"), found == TRUE)


def test_a_buffer_below_a_pixel_is_told(tmp_path):
    progress = Recorder()
    run(blobs(tmp_path), tmp_path / "out", "B1 > 7", buffer=4.0, progress=progress)
    assert any("BUFFER (4 map units) is smaller than a pixel" in text for text in progress.warnings)


def test_a_rotated_image_gets_a_rotated_mask(tmp_path):
    path = blobs(tmp_path, geotransform=(WEST, 8.0, 6.0, NORTH, 6.0, -8.0))
    out = run(path, tmp_path / "out", "B1 > 7", polygons=tmp_path / "p.gpkg", buffer=10.0)[0]
    assert gdal.Open(out).GetGeoTransform() == (WEST, 8.0, 6.0, NORTH, 6.0, -8.0)
    assert (read(out) == TRUE).sum() == (6 + 10) + (2 + 6) + (100 + 40)
    assert np.array_equal(burnt(features(tmp_path / "p.gpkg")[0], out, "blobs"), read(out)[0] == TRUE)


@pytest.mark.parametrize("kind", ["vector", "raster"])
def test_other_layers_of_a_geopackage_are_not_lost(textured, tmp_path, kind):
    """A second run may replace the first one's, also where QGIS has kept a style; others keep their file."""
    polygons = tmp_path / "p.gpkg"
    for _ in range(2):
        run(textured, tmp_path / "out", "B1 > 2000", polygons=polygons)
        gdal.OpenEx(str(polygons), gdal.OF_UPDATE | gdal.OF_VECTOR).CreateLayer("layer_styles", None, ogr.wkbNone)
    if kind == "vector":
        gdal.OpenEx(str(polygons), gdal.OF_UPDATE | gdal.OF_VECTOR).CreateLayer("streets", None, ogr.wkbPoint)
    else:
        polygons.unlink()
        gdal.Translate(str(polygons), textured, format="GPKG", creationOptions=["RASTER_TABLE=streets"], bandList=[1])
    before = polygons.read_bytes()
    with pytest.raises(Problems, match='holds "streets", which would be lost'):
        run(textured, tmp_path / "out", "B1 > 2000", polygons=polygons)
    assert polygons.read_bytes() == before


@pytest.mark.parametrize("name", ["clouds.gpkg", "clouds.geojson"])
def test_polygons_are_the_mask(textured, tmp_path, name):
    """Drawn on the image's grid they give its pixels; their field names the image."""
    other = write(tmp_path / "other.tif", to_type(texture(2, 50, 60, 3), "uint16"), row=30, column=70)
    outs = run([textured, other], tmp_path / "out", "B1 > 70%B1", polygons=tmp_path / name)
    found, reference = features(tmp_path / name)
    assert {image for image, _ in found} == {"textured", "other"}
    assert reference.IsSame(gdal.Open(textured).GetSpatialRef())
    for image, out in zip(("textured", "other"), outs):
        assert np.array_equal(burnt(found, out, image), read(out)[0] == TRUE)
    assert all(ogr.CreateGeometryFromWkb(wkb).IsValid() for _, wkb in found)
    assert sorted(os.listdir(tmp_path / "out")) == ["other_Mask.tif", "textured_Mask.tif"]


def test_a_mask_without_pixels_gives_a_layer_without_polygons(textured, tmp_path):
    run(textured, tmp_path, "B1 > 99999", polygons=tmp_path / "p.gpkg")
    assert features(tmp_path / "p.gpkg")[0] == []


def test_polygons_of_several_coordinate_systems_lie_in_the_first_ones(tmp_path):
    """A patch seen in two systems is one patch on the ground."""
    one = blobs(tmp_path)
    other = str(tmp_path / "other.tif")
    gdal.Warp(other, one, dstSRS="EPSG:32613", srcNodata=0, dstNodata=0)
    run([one, other], tmp_path / "out", "B1 > 7", minimum_size=20, polygons=tmp_path / "p.gpkg")
    found, reference = features(tmp_path / "p.gpkg")
    first, second = (ogr.CreateGeometryFromWkb(wkb) for _, wkb in sorted(found, reverse=True))
    assert reference.GetAuthorityCode(None) == "32614"
    assert first.Intersection(second).Area() > 0.9 * first.Area()


def test_images_of_one_name_are_told_apart_by_their_path(textured, tmp_path):
    (tmp_path / "twin").mkdir()
    twin = write(tmp_path / "twin" / "textured.tif", read(textured), nodata=0)
    run([textured, twin], tmp_path / "out", "B1 > 70%B1", polygons=tmp_path / "p.gpkg")
    assert {image for image, _ in features(tmp_path / "p.gpkg")[0]} == {textured, twin}


def test_polygons_are_ready_for_balancing(tmp_path):
    """Clouds over a third of one image: excluded they leave its gain alone, included they are all that it is from."""
    ground = texture(1, 120, 220, 31)
    seen = 1.4 * ground[:, :, 20:140]
    seen[:, :40] = texture(1, 40, 120, 77, mean=9000.0, std=900.0)
    images = [
        write(tmp_path / "img_1.tif", to_type(ground[:, :, :120], "uint16"), nodata=0),
        write(tmp_path / "img_10.tif", to_type(seen, "uint16"), column=20, nodata=0),
    ]
    run(images, tmp_path / "masks", "B1 > 5000", buffer=20.0, polygons=tmp_path / "clouds.gpkg")
    found, reference = features(tmp_path / "clouds.gpkg")
    polygons = PolygonMask(tuple(MaskPolygon(wkb, name) for name, wkb in found), reference.ExportToWkt())
    assert {name for name, _ in found} == {"img_10"}
    exclude = StatisticsSettings(mask_mode=SelectionMode.EXCLUDE)
    with_mask = run_global(images, tmp_path / "with", mask=polygons, statistics=exclude)
    include = StatisticsSettings(mask_mode=SelectionMode.INCLUDE)
    of_both = PolygonMask(tuple(MaskPolygon(wkb) for _, wkb in found), reference.ExportToWkt())
    clouds = run_global(images, tmp_path / "clouds", mask=of_both, statistics=include)
    errors = []
    for result in (with_mask, clouds):
        gain, _ = gains_of(result.outputs)
        errors.append(abs(gain[1, 0] / gain[0, 0] * 1.4 - 1))
    assert errors[0] < 1e-3 < 0.1 < errors[1]
    assert np.array_equal(masks(with_mask.outputs[1]), masks(images[1]))


def test_a_preset_reads_the_bands_it_is_given(tmp_path):
    """NDVI from the bands 3 and 1."""
    values = np.stack([np.full((20, 20), 4000), np.full((20, 20), 7), np.full((20, 20), 1000)]).astype("uint16")
    values[0, :5] = 1100
    path = write(tmp_path / "a.tif", values)
    found = mask_of(path, tmp_path / "out", preset=MaskPreset.VEGETATION, red_band=3, nir_band=1)
    assert (found == TRUE).sum() == 15 * 20


BAD = {
    "nothing to look for": ({}, "write an EXPRESSION or choose a PRESET"),
    "expression and preset": (
        {"expression": "B1 > 3", "preset": MaskPreset.WATER, "green_band": 1, "nir_band": 2},
        "are both given",
    ),
    "unbalanced parenthesis": ({"expression": "(B1 > 3"}, "at its end: an operator or the ) for the ( at character 1"),
    "unknown band": ({"expression": "B4 > 3"}, "textured.tif has no measurements in B4; its bands are 1, 2, 3"),
    "preset without its bands": (
        {"preset": MaskPreset.CLOUD, "red_band": 3},
        "blue, swir are needed and not given: set BLUE_BAND, SWIR_BAND",
    ),
    "preset with an unknown band": (
        {"preset": MaskPreset.WATER, "green_band": 1, "nir_band": 9},
        r"no measurements in nir \(band 9\)",
    ),
    "no scale": ({"expression": "B1 > 3", "scale": 0.0}, "SCALE cannot be"),
    "stored values": (
        {"preset": MaskPreset.CLOUD, "blue_band": 1, "red_band": 3, "swir_band": 1},
        "reflectances lie between 0 and 1: set SCALE",
    ),
    "a buffer beyond memory": ({"expression": "B1 > 3", "buffer": 1e6}, "BUFFER cannot be.*MEMORY_BUDGET"),
    "a shrinking buffer": ({"expression": "B1 > 3", "buffer": -1.0}, "BUFFER cannot be"),
    "a buffer of no size": ({"expression": "B1 > 3", "buffer": float("nan")}, "BUFFER cannot be"),
    "several files": ({"expression": "B1 > 3", "polygons": "p.shp"}, r"written as .gpkg or .geojson files"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_settings_get_a_sentence_and_no_file(textured, tmp_path, name):
    options, match = BAD[name]
    options = {**options, "polygons": tmp_path / "out" / options.get("polygons", "p.gpkg")}
    if "parenthesis" in name:
        match = match.replace("(", r"\(").replace(")", r"\)")
    with pytest.raises(EvenlightError, match=match):
        run(textured, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_all_that_is_wrong_is_told_together(textured, tmp_path):
    with pytest.raises(Problems) as caught:
        run([textured, str(tmp_path / "gone.tif")], Path(textured) / "in_a_file", "B9 > (3", polygons="p.shp")
    text = str(caught.value)
    for part in ("gone.tif cannot be opened", "for the ( at character 6", ".gpkg or .geojson", "cannot be written to"):
        assert part in text


def test_a_mask_never_replaces_its_image(textured, tmp_path):
    with pytest.raises(Problems, match="is an input and would be overwritten"):
        threshold_mask(
            [textured],
            OutputSettings(folder=os.path.dirname(textured), name="$.tif"),
            settings=ThresholdSettings(expression="B1 > 3"),
        )


@pytest.mark.parametrize("share", [0.0, 0.3, 0.85, 1.0])
def test_a_cancel_leaves_no_file(textured, tmp_path, share):
    with pytest.raises(Cancelled):
        run(textured, tmp_path / "out", RULE, polygons=tmp_path / "out" / "p.gpkg", progress=CancelAt(share))
    assert not (tmp_path / "out").exists() or not os.listdir(tmp_path / "out")


def test_earlier_masks_are_replaced_together_or_stay(textured, tmp_path):
    run(textured, tmp_path, "B1 > 2000", polygons=tmp_path / "p.gpkg")
    before = {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)}
    with pytest.raises(EvenlightError):
        run(
            [textured], tmp_path, preset=MaskPreset.SHADOW, green_band=1, nir_band=2, swir_band=3,
            polygons=tmp_path / "p.gpkg",
        )  # fmt: skip
    assert {name: (tmp_path / name).read_bytes() for name in os.listdir(tmp_path)} == before
    run(textured, tmp_path, "B1 > 1800", polygons=tmp_path / "p.gpkg")
    assert sorted(os.listdir(tmp_path)) == ["p.gpkg", "textured_Mask.tif"]
    assert (tmp_path / "textured_Mask.tif").read_bytes() != before["textured_Mask.tif"]


def test_progress_rises_to_the_end_and_shares_are_told(textured, tmp_path):
    progress = Recorder()
    run(textured, tmp_path, RULE, polygons=tmp_path / "p.gpkg", progress=progress)
    assert progress.fractions == sorted(progress.fractions)
    assert progress.fractions[-1] == pytest.approx(1.0)
    assert any("of the valid pixels are in the mask" in text for text in progress.facts)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (0, "No pixel is valid, so none is in the mask."),
        (2, "None of the 100 valid pixels is in the mask."),
        (7, "100.00% of the 100 valid pixels are in the mask: 100 pixels."),
    ],
)
def test_an_empty_mask_is_said_in_a_sentence_of_its_own(tmp_path, value, sentence):
    path = write(tmp_path / "a.tif", np.full((1, 10, 10), value, np.uint8), nodata=0)
    progress = Recorder()
    run([path], tmp_path / "out", "B1 > 3", progress=progress)
    assert sentence in progress.facts


def test_a_user_may_choose_how_masks_are_stored(textured, tmp_path):
    result = threshold_mask(
        [textured],
        OutputSettings(folder=str(tmp_path), name="$_m.tif", creation_options="COMPRESS=LZW|TILED=NO"),
        settings=ThresholdSettings(expression="B1 > 3"),
    )
    assert gdal.Open(result.outputs[0]).GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "LZW"


def test_images_without_a_system_get_polygons_all_the_same(tmp_path):
    path = write(tmp_path / "a.tif", np.arange(100, dtype="uint8").reshape(1, 10, 10), epsg=None)
    out = run(path, tmp_path / "out", "B1 > 50%B1", polygons=tmp_path / "p.gpkg")[0]
    assert np.array_equal(burnt(features(tmp_path / "p.gpkg")[0], out, "a"), read(out)[0] == TRUE)


def test_a_buffer_of_metres_on_degrees_is_told(tmp_path):
    """Nobody means a hundred degrees."""
    path = write(
        tmp_path / "geo.tif", np.ones((1, 20, 20), np.uint8), epsg=4326, geotransform=(-99.0, 1e-4, 0, 47.0, 0, -1e-4)
    )
    with pytest.raises(Problems, match="use degrees, in which the map units of geo are"):
        run([path], tmp_path / "out", "B1 = 1", buffer=100.0)
