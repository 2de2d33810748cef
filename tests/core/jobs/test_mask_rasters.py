"""Blanked images: blank where they should be, and otherwise the same to the last bit."""

from __future__ import annotations

import os

import numpy as np
import pytest
from counters import bytes_read_by
from made_kinds import HEIGHT, KINDS, WIDTH, image
from made_scenes import NORTH, PIXEL, WEST, masked_virtual, masks, read, texture, to_type, write
from osgeo import gdal, osr
from polygon_boxes import box
from recorders import CancelAt, Recorder

from evenlight.core.errors import Cancelled, Problems
from evenlight.core.jobs import mask_rasters
from evenlight.core.masks.errors import EmptyMaskError, MaskMatchError
from evenlight.core.masks.polygons import PolygonMask
from evenlight.core.masks.settings import BlankSettings
from evenlight.core.raster import write as writer
from evenlight.core.raster.image_names import AmbiguousNameError
from evenlight.core.settings import ExecutionSettings, OutputSettings, SelectionMode

INCLUDE, EXCLUDE = SelectionMode.INCLUDE, SelectionMode.EXCLUDE


def run(paths, folder, *polygons, mode=INCLUDE, epsg=32614, progress=None, execution=ExecutionSettings(), **settings):
    """Masked images."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    return mask_rasters(
        list(paths),
        PolygonMask(polygons, system.ExportToWkt()),
        OutputSettings(folder=str(folder), name="$_Masked.tif"),
        settings=BlankSettings(mask_mode=mode, **settings),
        execution=execution,
        progress=progress or Recorder(),
    ).outputs


def inside_box(left, top, right, bottom):
    inside = np.zeros((HEIGHT, WIDTH), bool)
    inside[top:bottom, left:right] = True
    return inside


@pytest.mark.parametrize("mode", SelectionMode)
@pytest.mark.parametrize("kind", KINDS)
def test_pixels_are_blanked_and_all_others_stay_bit_by_bit(tmp_path, kind, mode):
    """Whatever marks pixels as invalid: none is lost or gained beside the blanked ones."""
    path = image(tmp_path, kind)
    out = run([path], tmp_path / "out", box(20, 5, 50, 40), mode=mode)[0]
    kept = inside_box(20, 5, 50, 40) if mode is INCLUDE else ~inside_box(20, 5, 50, 40)
    assert np.array_equal(masks(out), masks(path) & kept)
    before, after = read(path), read(out)
    assert after.dtype == before.dtype
    assert before[:, kept].tobytes() == after[:, kept].tobytes()
    one, two = gdal.Open(path), gdal.Open(out)
    assert str(one.GetRasterBand(1).GetNoDataValue()) == str(two.GetRasterBand(1).GetNoDataValue())
    assert one.RasterCount == two.RasterCount
    assert not os.path.exists(out + ".msk")


def test_names_metadata_and_tags_are_kept(tmp_path):
    path = image(tmp_path, "nodata")
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("SENSOR", "made up")
    band = dataset.GetRasterBand(2)
    band.SetDescription("near infrared")
    band.SetScale(0.0001)
    band.SetOffset(-0.1)
    band.SetUnitType("reflectance")
    band = dataset = None
    found = gdal.Open(run([path], tmp_path / "out", box(20, 5, 50, 40))[0])
    assert found.GetMetadataItem("SENSOR") == "made up"
    assert found.GetMetadataItem("EVENLIGHT_METHOD") == "mask_rasters"
    band = found.GetRasterBand(2)
    kept = band.GetDescription(), band.GetScale(), band.GetOffset(), band.GetUnitType()
    assert kept == ("near infrared", 0.0001, -0.1, "reflectance")
    assert found.GetGeoTransform() == gdal.Open(path).GetGeoTransform()


def test_bands_with_other_nodata_values_lose_and_gain_no_pixel(tmp_path):
    """A GeoTIFF has room for one: a valid value that meets it becomes its neighbour."""
    values = to_type(texture(2, HEIGHT, WIDTH, 12), "uint16")
    values[0, 50:] = 7
    values[1, 50:] = 9
    values[1, 45:48] = 7
    plain = write(tmp_path / "plain.tif", values)
    virtual = str(tmp_path / "virtual.vrt")
    dataset = gdal.Translate(virtual, plain, format="VRT")
    dataset.GetRasterBand(1).SetNoDataValue(7)
    dataset.GetRasterBand(2).SetNoDataValue(9)
    dataset = None
    out = run([virtual], tmp_path / "out", box(0, 20, WIDTH, HEIGHT))[0]
    assert np.array_equal(masks(out), masks(virtual) & inside_box(0, 20, WIDTH, HEIGHT))
    assert (read(out)[1, 45:48] == 8).all()


@pytest.mark.parametrize(("dtype", "low"), [("uint16", 0), ("int16", -32768), ("uint8", 0)])
def test_bands_with_a_mask_of_their_own_lose_and_gain_no_pixel(tmp_path, dtype, low):
    """Their mask becomes the type's lowest value; where that is data it becomes its neighbour."""
    values = to_type(texture(3, HEIGHT, WIDTH, 12) / 20, dtype)
    values[:, 30:34, 40:60] = low
    shown = np.ones((3, HEIGHT, WIDTH), bool)
    shown[0, :, :30] = shown[2, 25:32, 50:] = False
    source = write(tmp_path / "source.tif", values)
    mask = write(tmp_path / "mask.tif", np.where(shown, 255, 0).astype(np.uint8))
    path = masked_virtual(tmp_path / "virtual.vrt", source, [1, None, 3], mask)
    out = run([path], tmp_path / "out", box(5, 5, 70, 50))[0]
    expected = shown & inside_box(5, 5, 70, 50)
    assert np.array_equal(masks(out), expected)
    assert np.array_equal(read(out)[expected], np.maximum(values, low + 1)[expected])


@pytest.mark.parametrize(("all_touched", "expected"), [(False, 4), (True, 16)])
def test_a_pixel_counts_by_its_centre_or_by_any_touch(tmp_path, all_touched, expected):
    path = image(tmp_path, "nothing declared")
    out = run([path], tmp_path / "out", box(20.6, 20.6, 23.4, 23.4), all_touched=all_touched)[0]
    assert masks(out)[0].sum() == expected


@pytest.mark.parametrize("all_touched", [False, True])
def test_a_polygon_on_the_edges_of_pixels_keeps_what_lies_within(tmp_path, all_touched):
    """No ragged edges."""
    out = run([image(tmp_path, "nothing declared")], tmp_path / "out", box(4, 4, 10, 15), all_touched=all_touched)[0]
    assert np.array_equal(masks(out)[0], inside_box(4, 4, 10, 15))
    assert masks(out)[0].sum() == 66


def test_each_image_has_its_own_polygons(tmp_path):
    """`img_1` never takes those of `img_10`; a polygon without a name is for both."""
    values = to_type(texture(1, HEIGHT, WIDTH, 12), "uint16")
    paths = [write(tmp_path / f"{name}.tif", values, nodata=0) for name in ("img_1", "img_10")]
    polygons = [box(0, 0, 10, 10, "img_1"), box(30, 30, 40, 40, "img_10.tif"), box(50, 50, 60, 60)]
    one, ten = run(paths, tmp_path / "out", *polygons, mode=EXCLUDE)
    shared = inside_box(50, 50, 60, 60)
    assert np.array_equal(~masks(one)[0], inside_box(0, 0, 10, 10) | shared)
    assert np.array_equal(~masks(ten)[0], inside_box(30, 30, 40, 40) | shared)


def test_an_image_that_no_polygon_touches_is_told(tmp_path):
    values = to_type(texture(1, HEIGHT, WIDTH, 12), "uint16")
    paths = [write(tmp_path / f"{name}.tif", values, nodata=0) for name in ("near", "far")]
    progress = Recorder()
    near, far = run(paths, tmp_path / "out", box(0, 0, 10, 10, "near"), progress=progress)
    assert masks(near).any()
    assert not masks(far).any()
    assert any(text.startswith('No polygon touches "far": they are blanked wholly.') for text in progress.warnings)


def test_without_polygons_to_exclude_images_are_copied(tmp_path):
    path = image(tmp_path, "nodata")
    out = run([path], tmp_path / "out", mode=EXCLUDE)[0]
    assert read(out).tobytes() == read(path).tobytes()


@pytest.mark.parametrize("epsg", [4326, 3857])
def test_polygons_may_be_in_any_coordinate_system(tmp_path, epsg):
    path = image(tmp_path, "nothing declared")
    out = run([path], tmp_path / "out", box(20.2, 5.2, 50.2, 40.2, epsg=epsg), epsg=epsg)[0]
    assert np.array_equal(masks(out)[0], inside_box(20, 5, 50, 40))


def test_images_of_different_systems_bands_and_types_go_together(tmp_path):
    """Each is masked in its own system; a rotated one too."""
    first = image(tmp_path, "nodata")
    degrees = str(tmp_path / "degrees.tif")
    gdal.Warp(degrees, first, dstSRS="EPSG:4326", srcNodata=0, dstNodata=0)
    turned = write(
        tmp_path / "turned.tif", to_type(texture(1, HEIGHT, WIDTH, 12), "uint8"),
        geotransform=(WEST, 8.0, 6.0, NORTH, 6.0, -8.0),
    )  # fmt: skip
    outs = run([first, degrees, turned], tmp_path / "out", box(20, 10, 50, 40))
    areas = []
    for path in outs:
        transform = gdal.Open(path).GetGeoTransform()
        pixel = abs(transform[1] * transform[5] - transform[2] * transform[4])
        areas.append(masks(path)[0].sum() * pixel)
    assert areas[0] == 30 * 30 * PIXEL**2
    west, height = (gdal.Open(outs[1]).GetGeoTransform()[n] for n in (0, 5))
    assert west < 0 > height
    kept = np.argwhere(masks(outs[1])[0])
    assert masks(outs[1])[0].sum() == pytest.approx(np.prod(np.ptp(kept, axis=0) + 1), rel=0.1)
    assert 0.2 * areas[0] < areas[2] <= 1.02 * areas[0]


@pytest.mark.parametrize("pixels", [1, 700])
def test_windows_and_threads_change_nothing(tmp_path, monkeypatch, pixels):
    path = image(tmp_path, "mask")
    polygons = box(20.3, 5.2, 50.1, 40.7), box(10, 30, 70, 35)
    whole = run([path], tmp_path / "whole", *polygons)[0]
    monkeypatch.setattr(writer, "VALUES_AT_ONCE", pixels)
    parts = run([path], tmp_path / "parts", *polygons, execution=ExecutionSettings(threads=2))[0]
    assert np.array_equal(read(whole), read(parts))
    assert np.array_equal(masks(whole), masks(parts))


def test_strips_of_wide_images_are_decoded_once(tmp_path):
    """Though 24,000 columns take several windows."""
    values = np.random.default_rng(3).integers(1, 200, (2, 512, 24_000)).astype(np.uint8)
    options = ["COMPRESS=DEFLATE", "ZLEVEL=1", "BLOCKYSIZE=1", "INTERLEAVE=PIXEL"]
    path = write(tmp_path / "wide.tif", values, nodata=0, options=options)
    read_in_all = bytes_read_by(lambda: run([path], tmp_path / "out", box(0, 0, 20_000, 300)))
    assert read_in_all < 1.2 * os.path.getsize(path)


@pytest.mark.parametrize(
    ("kind", "polygons"),
    [
        (EmptyMaskError, ()),
        (EmptyMaskError, (box(5000, 5000, 5001, 5001),)),
        (MaskMatchError, (box(0, 0, 10, 10, "nodat"),)),
    ],
    ids=["no polygon", "elsewhere", "no match"],
)
def test_masks_that_cannot_be_meant_are_refused(tmp_path, kind, polygons):
    path = image(tmp_path, "nodata")
    with pytest.raises((kind, Problems)) as caught:
        run([path], tmp_path / "out", *polygons)
    problem = caught.value.problems[0] if isinstance(caught.value, Problems) else caught.value
    assert isinstance(problem, kind)
    assert not (tmp_path / "out").exists()


def test_a_name_that_fits_two_images_is_refused(tmp_path):
    (tmp_path / "twin").mkdir()
    paths = [image(tmp_path, "nodata"), image(tmp_path / "twin", "nodata")]
    with pytest.raises(Problems) as caught:
        run(paths, tmp_path / "out", box(0, 0, 10, 10, "nodata"))
    assert isinstance(caught.value.problems[0], AmbiguousNameError)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_cancel_leaves_no_file(tmp_path, share):
    path = image(tmp_path, "nodata")
    with pytest.raises(Cancelled):
        run([path], tmp_path / "out", box(20, 5, 50, 40), progress=CancelAt(share))
    assert not (tmp_path / "out").exists() or not os.listdir(tmp_path / "out")
