"""Validity as GDAL sees it, and values of other grids on the canvas."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import masked_virtual, masks, write
from osgeo import gdal

from evenlight.core.errors import DamagedRasterError
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import describe, inspect
from evenlight.core.raster.on_grid import measured_on
from evenlight.core.raster.source import FileSource, Handles, valid_values
from evenlight.core.raster.window import Window

ROWS, COLUMNS = 24, 30


def values_of(dtype="uint16", bands=2):
    """Values 1 to 90 in every row."""
    row = np.arange(1, COLUMNS + 1)
    return np.stack([np.tile(row * (band + 1), (ROWS, 1)) for band in range(bands)]).astype(dtype)


def hole(array, value, bands=slice(None)):
    """The same with a rectangle of another value."""
    holed = array.copy()
    holed[bands, 4:9, 6:15] = value
    return holed


def plain(folder):
    return write(folder / "a.tif", values_of())


def nodata_zero(folder):
    return write(folder / "a.tif", hole(values_of(), 0), nodata=0)


def nodata_one_band(folder):
    return write(folder / "a.tif", hole(values_of(), 0, 1), nodata=0)


def nodata_nan(folder):
    return write(folder / "a.tif", hole(values_of("float32"), np.nan), nodata=np.nan)


def nan_undeclared(folder):
    return write(folder / "a.tif", hole(values_of("float32"), np.nan))


def nodata_outside_the_type(folder):
    return write(folder / "a.tif", hole(values_of("uint8"), 0), nodata=-9999)


def nodata_float32_lowest(folder):
    return write(folder / "a.tif", hole(values_of("float32"), np.finfo("float32").min), nodata=-3.4028234663852886e38)


def alpha(folder):
    return _with_alpha(folder, 3)


def alpha_beside_five_bands(folder):
    return _with_alpha(folder, 5)


def alpha_in_the_middle(folder):
    path = _with_alpha(folder, 3)
    gdal.Translate(str(folder / "b.vrt"), path, bandList=[1, 4, 2, 3]).FlushCache()
    return str(folder / "b.vrt")


def _with_alpha(folder, bands):
    opaque = hole(np.full((1, ROWS, COLUMNS), 255, np.uint8), 0)
    kinds = (*[gdal.GCI_Undefined] * bands, gdal.GCI_AlphaBand)
    return write(folder / "a.tif", np.concatenate([values_of("uint8", bands), opaque]), interpretation=kinds)


def _outside_hole():
    return hole(np.ones((1, ROWS, COLUMNS), bool), False)[0]


def internal_mask(folder):
    gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    try:
        return write(folder / "a.tif", values_of(), mask=_outside_hole())
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)


def external_mask(folder):
    gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "NO")
    try:
        path = write(folder / "a.tif", values_of(), mask=_outside_hole())
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    assert (folder / "a.tif.msk").exists()
    return path


def per_band_nodata(folder):
    array = hole(values_of(), 0, 0)
    array[1] = hole(array[1:], 7)[0]
    source = write(folder / "source.tif", array)
    dataset = gdal.Translate(str(folder / "a.vrt"), source)
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset.GetRasterBand(2).SetNoDataValue(7)
    dataset.FlushCache()
    return str(folder / "a.vrt")


def nodata_of_the_whole_pixel(folder):
    path = write(folder / "a.tif", hole(hole(values_of(), 0), 0))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("NODATA_VALUES", "0 0")
    dataset = None
    return path


def mask_of_each_band(folder):
    """A virtual raster; the file beside it holds a mask as a raster of its own."""
    path = write(folder / "source.tif", values_of())
    holes = np.stack([_outside_hole(), _outside_hole()[::-1]]).astype(np.uint8) * 255
    return masked_virtual(folder / "a.vrt", path, [1, 2], write(folder / "mask.tif", holes))


def mask_of_one_band(folder):
    """The first band has a nodata value, the second a mask, which counts instead of a nodata value."""
    path = write(folder / "source.tif", hole(values_of(), 7, 0), nodata=7)
    mask = write(folder / "mask.tif", _outside_hole()[None, ::-1].astype(np.uint8) * 255)
    return masked_virtual(folder / "a.vrt", path, [None, 1], mask)


def external_mask_of_each_band(folder):
    gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "NO")
    try:
        path = write(folder / "a.tif", values_of())
        dataset = gdal.Open(path)
        for number, mask in enumerate((_outside_hole(), _outside_hole()[:, ::-1]), start=1):
            band = dataset.GetRasterBand(number)
            band.CreateMaskBand(0)
            band.GetMaskBand().WriteArray(mask.astype(np.uint8) * 255)
        dataset = None
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    return path


KINDS = [
    plain,
    nodata_zero,
    nodata_one_band,
    nodata_nan,
    nan_undeclared,
    nodata_outside_the_type,
    nodata_float32_lowest,
    alpha,
    alpha_beside_five_bands,
    alpha_in_the_middle,
    internal_mask,
    external_mask,
    per_band_nodata,
    nodata_of_the_whole_pixel,
    mask_of_each_band,
    mask_of_one_band,
    external_mask_of_each_band,
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_validity_is_gdals_mask_of_each_band(tmp_path, kind):
    """Every way of saying that a pixel holds nothing, one at a time."""
    image = inspect(kind(tmp_path))
    _, valid, *_ = FileSource(image, Handles()).read(Window(2, 1, 20, 18))
    assert np.array_equal(valid, masks(image.path)[:, 1:19, 2:22])
    holed = kind not in (plain, nodata_outside_the_type)
    assert valid.all() != holed


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_users_nodata_replaces_every_other_mask(tmp_path, kind):
    """With 9 as nodata, nothing but 9 and what is not finite is invalid."""
    image = inspect(kind(tmp_path), 9.0)
    values, valid, *_ = FileSource(image, Handles()).read(Window(0, 0, COLUMNS, ROWS))
    assert np.array_equal(valid, (values != 9) & np.isfinite(values))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_validity_survives_the_way_through_another_grid(tmp_path, kind):
    """The same image turned south-up is warped onto the canvas: the same pixels count, flipped."""
    path = kind(tmp_path)
    upright = inspect(path)
    x, dx, _, y, _, dy = upright.geotransform
    turned = str(tmp_path / "turned.vrt")
    flipped = gdal.Translate(turned, path)
    flipped.SetGeoTransform((x, dx, 0, y + ROWS * dy, 0, -dy))
    flipped.FlushCache()
    flipped = None
    image = inspect(turned)
    view = measured_on(image, make_canvas([upright]), Handles())
    values, valid, *_ = view.read(Window(0, 0, COLUMNS, ROWS))
    own, own_valid, *_ = FileSource(image, Handles()).read(Window(0, 0, COLUMNS, ROWS))
    assert view.window == (0, 0, COLUMNS, ROWS)
    assert np.array_equal(valid, own_valid[:, ::-1])
    assert np.array_equal(values[valid], own[:, ::-1][valid].astype(values.dtype))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_users_nodata_holds_on_another_grid_too(tmp_path, kind):
    """A rotated twin read with nodata 9: masks of the file do not count."""
    path = kind(tmp_path)
    turned = str(tmp_path / "turned.vrt")
    dataset = gdal.Translate(turned, path)
    x, dx, _, y, _, dy = dataset.GetGeoTransform()
    dataset.SetGeoTransform((x, dx, 0, y + ROWS * dy, 0, -dy))
    dataset.FlushCache()
    dataset = None
    image = inspect(turned, 9.0)
    view = measured_on(image, make_canvas([inspect(path)]), Handles())
    _, valid, *_ = view.read(Window(0, 0, COLUMNS, ROWS))
    _, own_valid, *_ = FileSource(image, Handles()).read(Window(0, 0, COLUMNS, ROWS))
    assert np.array_equal(valid, own_valid[:, ::-1])


@pytest.mark.parametrize(
    ("dtype", "nodata", "hidden"),
    [("uint8", 300, 0), ("uint8", 7.5, 0), ("uint8", 7, 1), ("int16", -1, 1), ("uint8", np.nan, 0), ("float32", 7, 1)],
)
def test_a_nodata_value_that_the_type_cannot_hold_hides_nothing(dtype, nodata, hidden):
    """300 in bytes is not 44."""
    values = np.array([7, -1 if dtype == "int16" else 44, 3]).astype(dtype)
    assert (~valid_values(values, nodata)).sum() == hidden


@pytest.mark.parametrize("nodata", [-9999.0, 0.1, 1e20, 0.0])
def test_values_very_near_a_floating_nodata_value_are_nodata_as_for_gdal(tmp_path, nodata):
    """GDAL allows for some last bits: it hides neighbours of the value too."""
    shares = np.array([0, 1e-7, -1e-7, 3e-7, -3e-7, 6e-7, -6e-7, 1e-5, 1])
    values = (nodata * (1 + shares) if nodata else shares).astype(np.float32)
    path = write(tmp_path / "a.tif", values.reshape(1, 1, -1), nodata=nodata)
    _, valid, *_ = FileSource(inspect(path), Handles()).read(Window(0, 0, len(shares), 1))
    assert np.array_equal(valid, masks(path))
    assert valid[0, 0].tolist() == ([False] * 5 + [True] * 4 if nodata else [False] + [True] * 8)


def test_finer_images_are_averaged(tmp_path):
    """Pixels of a third: the canvas sees the mean of nine."""
    coarse = write(tmp_path / "coarse.tif", np.ones((1, 20, 20), np.float32), pixel=30.0)
    random = np.random.default_rng(1).uniform(1, 9, (1, 60, 60)).astype(np.float32)
    fine = write(tmp_path / "fine.tif", random)
    canvas = make_canvas([describe(coarse), describe(fine)])
    values, valid, *_ = measured_on(describe(fine), canvas, Handles()).read(Window(0, 0, 20, 20))
    assert valid.all()
    assert values[0] == pytest.approx(random[0].reshape(20, 3, 20, 3).mean(axis=(1, 3)), rel=1e-5)


def test_nothing_is_valid_outside_the_image(tmp_path):
    """A canvas window that covers the image in part."""
    images = [
        describe(write(tmp_path / "a.tif", values_of())),
        describe(write(tmp_path / "b.tif", values_of(), row=10, column=20)),
    ]
    view = measured_on(images[1], make_canvas(images), Handles())
    values, valid, *_ = view.read(Window(15, 5, 10, 10))
    assert values[0, 5, 5:].tolist() == [1, 2, 3, 4, 5]
    assert valid[:, 5:, 5:].all() and valid.sum() == 2 * 5 * 5


@pytest.mark.parametrize("nodata", [np.inf, -np.inf])
@pytest.mark.parametrize("dtype", ["uint8", "int32", "float32"])
def test_infinity_as_nodata_hides_no_number(dtype, nodata):
    """An integer band may declare it all the same."""
    assert valid_values(np.array([0, 1, 100], dtype), nodata).all()


@pytest.mark.parametrize("nodata", [None, 7.0])
def test_a_view_that_gdal_cannot_make_is_told(tmp_path, monkeypatch, nodata):
    """The measuring bands without alpha, or without the file's own masks."""
    kinds = (gdal.GCI_AlphaBand, gdal.GCI_GrayIndex)
    path = write(tmp_path / "a.tif", values_of("uint8"), interpretation=kinds)
    coarse = write(tmp_path / "b.tif", values_of("uint8"), pixel=20.0)
    image = describe(path).with_nodata(nodata)
    view = measured_on(image, make_canvas([image, describe(coarse)]), Handles())
    monkeypatch.setattr(gdal, "Open", lambda *_, **__: None)
    with pytest.raises(DamagedRasterError, match=r"a\.tif"):
        view.read(view.window)
