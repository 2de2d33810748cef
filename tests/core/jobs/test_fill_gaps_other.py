"""Holes filled from another image: balanced, without a seam, and only from what it shows."""

from __future__ import annotations

import numpy as np
import pytest
from made_gaps import HEIGHT, KINDS, WIDTH, gapped, ground, hole_mask
from made_scenes import NORTH, PIXEL, WEST, masks, read, rms, texture, write
from osgeo import gdal
from recorders import Recorder
from scipy import ndimage

from evenlight.core.errors import NoCommonPixelsError, Problems
from evenlight.core.filters.gaps import holes
from evenlight.core.filters.settings import GapMethod, GapSettings
from evenlight.core.jobs import fill_gaps


def run(path, other, folder, progress=None, **settings):
    folder.mkdir(exist_ok=True)
    settings = GapSettings(method=GapMethod.OTHER_IMAGE, **settings)
    mask = str(folder / "filled.tif")
    return fill_gaps(
        path, str(folder / "out.tif"), settings=settings, other=other, filled_mask=mask, progress=progress or Recorder()
    )


def error_in(result, made):
    return (read(result.output)[:3].astype(float) - made.truth)[made.holes]


def wide(smooth=3.0, margin=40):
    """The ground beyond the image on all sides, (3, H + 2 margin, W + 2 margin) float64; the image's lies in it."""
    values = ndimage.gaussian_filter(texture(3, HEIGHT + 2 * margin, WIDTH + 2 * margin, 7), (0, smooth, smooth))
    return (values - values.mean()) / values.std() * 5000 + 30000


@pytest.mark.parametrize("tile", [32, 512])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.every(6)
def test_gain_and_offset_are_found(tmp_path, monkeypatch, kind, tile):
    """Whatever marks the holes: the ground comes back to half a count."""
    monkeypatch.setattr(holes, "TILE", tile)
    made = gapped(tmp_path, kind)
    gains = np.array([0.4, 1.7, 0.02])[:, None, None]
    other = write(tmp_path / "other.tif", (made.truth - 3000) * gains)
    result = run(made.path, other, tmp_path / "out")
    assert np.abs(error_in(result, made)).max() <= 0.51
    valid = masks(made.path)
    assert np.array_equal(masks(result.output), valid | made.holes)
    for band in range(3):
        assert np.array_equal(read(result.output)[band][valid[band]], read(made.path)[band][valid[band]])


def test_light_that_differs_from_place_to_place_leaves_no_seam(tmp_path):
    """A slope of 20 % of light over the image, and noise: the step at the bounds is that of the noise."""
    made = gapped(tmp_path)
    light = np.linspace(0.9, 1.1, WIDTH)[None, None] * np.linspace(1.1, 0.9, HEIGHT)[None, :, None]
    noise = np.random.default_rng(3).normal(0, 30, made.truth.shape)
    other = write(tmp_path / "other.tif", (made.truth * light * 0.6 + 100 + noise).astype("float32"))
    result = run(made.path, other, tmp_path / "out")
    filled = read(result.output)[0].astype(float)
    inside = made.holes[0]
    across = inside[:, 1:] != inside[:, :-1]
    valid = masks(result.output)[0]
    across &= valid[:, 1:] & valid[:, :-1]
    step = np.diff(filled, axis=1)[across] - np.diff(made.truth[0].astype(float), axis=1)[across]
    assert rms(step) < 0.02 * made.truth.std()
    assert rms(error_in(result, made)) < 0.05 * made.truth.std()


def test_changed_ground_around_a_hole_does_not_bend_the_balance(tmp_path):
    made = gapped(tmp_path)
    other = made.truth * 0.5 + 1000.0
    other[:, 5:25, 80:120] = 60000
    result = run(made.path, write(tmp_path / "other.tif", other.astype("float32")), tmp_path / "out")
    apart = np.zeros_like(made.holes)
    apart[:, 30:, :75] = True
    wrong = (read(result.output).astype(float) - made.truth)[made.holes & apart]
    assert np.abs(wrong).max() < 2


@pytest.mark.every(3)
@pytest.mark.parametrize("grid", ["shifted", "finer", "coarser", "other system", "turned", "turned image"])
def test_any_grid(tmp_path, grid):
    """Better than half of what interpolation gets, on gentle ground."""
    margin = 40
    ground_around = wide(margin=margin)
    truth = ground_around[:, margin:-margin, margin:-margin]
    hole = np.zeros((HEIGHT, WIDTH), bool)
    hole[30:60, 40:90] = True
    place = (WEST, PIXEL, 0.0, NORTH, 0.0, -PIXEL)
    corner = (WEST - margin * PIXEL, PIXEL, 0.0, NORTH + margin * PIXEL, 0.0, -PIXEL)
    if grid == "turned image":
        turned = (0.0, PIXEL * np.cos(0.3), PIXEL * np.sin(0.3), 0.0, PIXEL * np.sin(0.3), -PIXEL * np.cos(0.3))
        place = tuple(part + shift for part, shift in zip(turned, (WEST, 0, 0, NORTH, 0, 0)))
        x, y = turned[1] + turned[2], turned[4] + turned[5]
        corner = (WEST - margin * x, *place[1:3], NORTH - margin * y, *place[4:])
    path = write(tmp_path / "a.tif", np.where(hole, 0, np.rint(truth)).astype("uint16"), nodata=0, geotransform=place)
    source = write(tmp_path / "wide.tif", (ground_around * 0.5 + 700).astype("float32"), geotransform=corner)
    options = {
        "shifted": {"outputBounds": _bounds(0.4), "xRes": PIXEL, "yRes": PIXEL},
        "finer": {"xRes": PIXEL / 3, "yRes": PIXEL / 3},
        "coarser": {"xRes": PIXEL * 1.5, "yRes": PIXEL * 1.5},
        "other system": {"dstSRS": "EPSG:32613"},
    }.get(grid)
    other = source
    if options:
        other = str(tmp_path / "other.tif")
        gdal.Warp(other, source, resampleAlg="cubic", dstNodata=-1, **options)
    if grid == "turned":
        other = _turned(tmp_path / "other.tif", source, 0.3)
    result = run(path, other, tmp_path / "out")
    plain = fill_gaps(path, str(tmp_path / "plain.tif"), settings=GapSettings())
    error, without = (rms((read(found.output) - truth)[:, hole]) for found in (result, plain))
    assert result.filled == plain.filled == hole.sum()
    assert error < 0.5 * without
    assert error < 0.1 * truth.std()


def _bounds(shift, margin=40):
    west, north = WEST + (shift - margin + 1) * PIXEL, NORTH + (margin - 1 + shift) * PIXEL
    return west, north - (HEIGHT + 2 * margin - 2) * PIXEL, west + (WIDTH + 2 * margin - 2) * PIXEL, north


def _turned(path, source, angle):
    """The same ground on a grid that is turned about its corner."""
    dataset = gdal.Open(source)
    target = gdal.GetDriverByName("GTiff").Create(str(path), 260, 260, 3, gdal.GDT_Float32)
    step = PIXEL * np.cos(angle), PIXEL * np.sin(angle)
    target.SetGeoTransform((WEST - 900, step[0], step[1], NORTH + 100, step[1], -step[0]))
    target.SetProjection(dataset.GetProjection())
    for number in (1, 2, 3):
        target.GetRasterBand(number).SetNoDataValue(-1)
        target.GetRasterBand(number).Fill(-1)
    gdal.Warp(target, dataset, resampleAlg="cubic")
    target.FlushCache()
    return str(path)


def test_remains_of_clouds_at_a_hole_do_not_go_on_into_it(tmp_path):
    """A cut that leaves some of the cloud on one side: no step there, and the ground a few pixels on."""
    truth = ground("uint16")
    hole = np.zeros((HEIGHT, WIDTH), bool)
    hole[20:70, 35:95] = True
    stored = truth.copy()
    stored[:, 30:42, 31:38] = 65000
    stored[:, hole] = 0
    other = write(tmp_path / "other.tif", (truth * 0.5 + 300).astype("float32"))
    result = run(write(tmp_path / "a.tif", stored, nodata=0), other, tmp_path / "out")
    error = np.abs(read(result.output).astype(float) - truth)
    assert error[:, 30:60, 46:85].max() < 5
    assert error[:, 20:70, 45:95].max() < 0.02 * 35000
    assert error[:, 31:41, 35].min() > 5000


def test_images_without_a_coordinate_system(tmp_path):
    made = gapped(tmp_path, epsg=None)
    other = write(tmp_path / "other.tif", made.truth * 2.0, epsg=None)
    assert np.abs(error_in(run(made.path, other, tmp_path / "out"), made)).max() <= 0.51


@pytest.mark.parametrize("raising", [False, True])
def test_an_image_of_a_corner_fills_that_corner(tmp_path, monkeypatch, raising):
    """Most tiles lie beside it; GDAL may raise or answer."""
    monkeypatch.setattr(holes, "TILE", 16)
    before = gdal.GetUseExceptions()
    made = gapped(tmp_path)
    other = write(tmp_path / "other.tif", made.truth[:, :50, :80] * 2.0)
    (gdal.UseExceptions if raising else gdal.DontUseExceptions)()
    try:
        result = run(made.path, other, tmp_path / "out")
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()
    shown = made.holes.copy()
    shown[:, 50:] = shown[:, :, 80:] = False
    assert result.filled == shown[0].sum()
    assert np.abs((read(result.output).astype(float) - made.truth)[shown]).max() <= 0.51


def test_what_the_other_image_does_not_show_stays(tmp_path):
    made = gapped(tmp_path)
    other = made.truth.copy()
    other[:, 20:40, 50:60] = 0
    result = run(made.path, write(tmp_path / "other.tif", other, nodata=0), tmp_path / "out")
    left = made.holes.copy()
    left[:, :20] = left[:, 40:] = left[:, :, :50] = left[:, :, 60:] = False
    assert left.any()
    assert np.array_equal(masks(result.output), masks(made.path) | (made.holes & ~left))
    assert np.array_equal(read(result.filled_mask)[0] == 1, (made.holes & ~left).any(axis=0))


def test_an_even_image_gives_its_level(tmp_path):
    """No line can be drawn through one value: the median of the differences counts."""
    made = gapped(tmp_path)
    result = run(made.path, write(tmp_path / "other.tif", np.full_like(made.truth, 7)), tmp_path / "out")
    assert np.array_equal(masks(result.output), masks(made.path) | made.holes)
    assert rms(error_in(result, made)) < made.truth.std()


def test_units_change_nothing(tmp_path):
    """The other image times 0.0001, and with a level of ten thousand."""
    made = gapped(tmp_path, "nan", "float64")
    plain = write(tmp_path / "plain.tif", made.truth**3 + 1.0)
    scaled = write(tmp_path / "scaled.tif", (made.truth**3 + 1.0) * 1e-4)
    lifted = write(tmp_path / "lifted.tif", (made.truth**3 + 1.0) * 1e3 + 1e4)
    one, two, three = (read(run(made.path, other, tmp_path / "out").output) for other in (plain, scaled, lifted))
    assert np.allclose(one, two, rtol=1e-6, atol=1e-9, equal_nan=True)
    assert np.allclose(one, three, rtol=1e-4, atol=1e-6, equal_nan=True)


def test_images_without_common_pixels_are_refused(tmp_path):
    made = gapped(tmp_path)
    other = np.where(hole_mask(), made.truth, 0)
    other[:, :, :] = np.where(made.holes, made.truth, 0)
    with pytest.raises(NoCommonPixelsError):
        run(made.path, write(tmp_path / "other.tif", other, nodata=0), tmp_path / "out")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"array": ground("uint16")[:2]}, "same number of bands"),
        ({"array": ground("uint16"), "column": 5000}, "No two of the images overlap"),
        ({"array": ground("uint16"), "epsg": None}, "no coordinate system"),
    ],
)
def test_images_that_do_not_go_together(tmp_path, other, sentence):
    with pytest.raises(Problems, match=sentence):
        run(gapped(tmp_path).path, write(tmp_path / "other.tif", **other), tmp_path / "out")


def test_the_image_itself_is_no_other_image(tmp_path):
    made = gapped(tmp_path)
    with pytest.raises(Problems, match="another image than INPUT"):
        run(made.path, made.path, tmp_path / "out")
