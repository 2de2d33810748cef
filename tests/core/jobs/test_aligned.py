"""Aligned images on disk: moved bit by bit, or resampled once without loss of validity."""

from __future__ import annotations

import os
from dataclasses import replace

import numpy as np
import pytest
from made_kinds import HEIGHT, KINDS, WIDTH, image
from made_scenes import NORTH, PIXEL, WEST, masked_virtual, masks, read, texture, to_type, write
from osgeo import gdal
from recorders import CancelAt, Recorder

from evenlight.core.align.transform import Transform
from evenlight.core.errors import Cancelled
from evenlight.core.jobs import aligned
from evenlight.core.jobs.aligned import deliver_aligned
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.image import describe
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, OutputSettings, Resampling

TURN = Transform.shift(WEST, NORTH).after(
    Transform(np.array([[1.0, 0.05, 3.0], [-0.05, 1.0, 40.0], [0.0, 0.0, 1.0]]))
).after(Transform.shift(-WEST, -NORTH))  # fmt: skip


POLYNOMIALS = {
    **{f"{what}_{part}": "1" for what in ("LINE", "SAMP", "LAT", "LONG", "HEIGHT") for part in ("OFF", "SCALE")},
    **{f"{what}_{part}_COEFF": "1 " * 20 for what in ("LINE", "SAMP") for part in ("NUM", "DEN")},
}


def deliver(paths, folder, *placements, resampling=Resampling.CUBIC, common=None, execution=None, progress=None):
    """Aligned images."""
    return deliver_aligned(
        [describe(str(path)) for path in paths],
        placements,
        "coregister",
        OutputSettings(folder=str(folder), name="$_Aligned.tif"),
        resampling,
        common,
        Run(execution or ExecutionSettings(), progress or Recorder()),
    )


def dressed(path):
    """An image with all that files say beside pixels."""
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("SENSOR", "made up")
    dataset.SetMetadata(POLYNOMIALS, "RPC")
    dataset.SetMetadata(["<x>kept</x>"], "xml:XMP")
    band = dataset.GetRasterBand(2)
    band.SetDescription("near infrared")
    band.SetScale(0.0001)
    band.SetUnitType("reflectance")
    band = dataset = None
    return path


@pytest.mark.parametrize("placement", [None, Transform.shift(12.3, -4.5)], ids=["unchanged", "shift"])
@pytest.mark.parametrize("kind", KINDS)
def test_pixels_stay_bit_by_bit_without_resampling(tmp_path, kind, placement):
    path = image(tmp_path, kind)
    out = deliver([path], tmp_path / "out", placement)[0]
    assert np.array_equal(masks(out), masks(path))
    assert read(out).tobytes() == read(path).tobytes()
    before, after = gdal.Open(path), gdal.Open(out)
    step = placement.step if placement else (0.0, 0.0)
    x, dx, rx, y, ry, dy = before.GetGeoTransform()
    assert after.GetGeoTransform() == (x + step[0], dx, rx, y + step[1], ry, dy)
    assert str(before.GetRasterBand(1).GetNoDataValue()) == str(after.GetRasterBand(1).GetNoDataValue())
    assert before.GetRasterBand(1).GetMaskFlags() == after.GetRasterBand(1).GetMaskFlags()
    assert not os.path.exists(out + ".msk")


@pytest.mark.parametrize("placement", [None, Transform.shift(12.3, -4.5), TURN], ids=["unchanged", "shift", "turned"])
def test_what_tells_of_the_place_goes_with_the_place(tmp_path, placement):
    """Rational polynomials of the old place would put the image back there."""
    path = dressed(image(tmp_path, "nodata"))
    found = gdal.Open(deliver([path], tmp_path / "out", placement)[0])
    assert found.GetMetadataItem("SENSOR") == "made up"
    assert found.GetMetadata_List("xml:XMP") == ["<x>kept</x>"]
    assert bool(found.GetMetadata("RPC")) == (placement is None)
    band = found.GetRasterBand(2)
    assert (band.GetDescription(), band.GetScale(), band.GetUnitType()) == ("near infrared", 0.0001, "reflectance")


@pytest.mark.parametrize("resampling", [each for each in Resampling if each is not Resampling.AVERAGE])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_invalid_does_not_bleed(tmp_path, kind, resampling):
    """An even image stays even to its edges; valid is what falls on a valid pixel, and only that."""
    path = image(tmp_path, kind)
    even = gdal.Open(path, gdal.GA_Update)
    shown = masks(path)
    for number, valid in enumerate(shown, start=1):
        values = even.GetRasterBand(number).ReadAsArray()
        even.GetRasterBand(number).WriteArray(np.where(valid, 1000 * number, values))
    even = None
    out = deliver([path], tmp_path / "out", TURN, resampling=resampling)[0]
    values, found = read(out), masks(out)
    for number, valid in enumerate(found, start=1):
        assert np.abs(values[number - 1][valid] - 1000.0 * number).max() <= 1e-9 * 1000
    rows, columns = np.mgrid[0 : found.shape[1], 0 : found.shape[2]]
    dataset = gdal.Open(out)
    x, dx, _, y, _, dy = dataset.GetGeoTransform()
    ground = np.column_stack([(x + dx * (columns + 0.5)).ravel(), (y + dy * (rows + 0.5)).ravel()])
    source = TURN.inverse().moved(ground)
    at = np.floor(np.column_stack([(source[:, 0] - WEST) / PIXEL, (NORTH - source[:, 1]) / PIXEL])).astype(int)
    inside = ((at >= 0) & (at < (WIDTH, HEIGHT))).all(axis=1)
    expected = np.zeros((len(shown), len(at)), bool)
    expected[:, inside] = shown[:, at[inside, 1], at[inside, 0]]
    assert np.array_equal(found.reshape(len(shown), -1), expected)
    assert dataset.GetRasterBand(1).DataType == gdal.Open(path).GetRasterBand(1).DataType


def test_masks_of_single_bands_are_kept(tmp_path):
    source = write(tmp_path / "source.tif", to_type(texture(2, HEIGHT, WIDTH, 12), "uint16"))
    hidden = np.full((1, HEIGHT, WIDTH), 255, np.uint8)
    hidden[0, :20] = 0
    mask = write(tmp_path / "mask.tif", hidden)
    path = masked_virtual(tmp_path / "masked.vrt", source, [1, None], mask)
    moved = deliver([path], tmp_path / "moved", Transform.shift(7.0, 7.0))[0]
    turned = deliver([path], tmp_path / "turned", TURN)[0]
    assert np.array_equal(masks(moved), masks(path))
    valid = masks(turned)
    assert valid[1].sum() > valid[0].sum() > 0.6 * valid[1].sum()


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"])
def test_values_are_rounded_once_and_clipped_beside_nodata(tmp_path, dtype):
    """Cubic overshoots at steps: the result stays within the type, and no valid pixel becomes nodata."""
    whole = np.iinfo(dtype) if np.dtype(dtype).kind != "f" else None
    # GDAL takes what is very near a nodata value of 32 bits for it
    low, high = (whole.min + (1 if whole.bits < 32 else 5000), whole.max) if whole else (-1000.0, 1000.0)
    values = np.where(np.indices((HEIGHT, WIDTH)).sum(axis=0) // 8 % 2, low, high).astype(dtype)
    path = write(tmp_path / "a.tif", values[None], nodata=float(whole.min) if whole else -9999.0)
    out = deliver([path], tmp_path / "out", TURN)[0]
    nearest = deliver([path], tmp_path / "near", TURN, resampling=Resampling.NEAREST)[0]
    assert np.array_equal(masks(out), masks(nearest))
    assert read(out).dtype == np.dtype(dtype)
    assert set(np.unique(read(nearest)[masks(nearest)])) == set(np.unique(values))


def test_a_common_grid_is_met_exactly_and_nothing_changes_on_it(tmp_path):
    """An image that lies on the grid by whole pixels comes out bit by bit."""
    path = write(tmp_path / "a.tif", to_type(texture(2, HEIGHT, WIDTH, 12), "uint16"), nodata=0)
    grid = Grid(describe(path).crs, (WEST - 50.0, PIXEL, 0.0, NORTH + 30.0, 0.0, -PIXEL), 100, 70)
    first, second = (
        deliver([path], tmp_path / name, transform, common=grid)[0]
        for name, transform in (("a", None), ("b", Transform.shift(20.0, -10.0)))
    )
    for out, column, row in ((first, 5, 3), (second, 7, 4)):
        assert describe(out).grid == replace(grid, crs=describe(out).crs)
        assert np.array_equal(read(out)[:, row : row + HEIGHT, column : column + WIDTH], read(path))
        assert masks(out).sum() == masks(path).sum()


def test_the_budget_and_threads_change_nothing(tmp_path):
    path = write(tmp_path / "a.tif", to_type(texture(2, 700, 900, 12), "uint16"), nodata=0, options=["TILED=YES"])
    runs = (
        ExecutionSettings(threads=1, memory_budget=3),
        ExecutionSettings(threads=2, memory_budget=256),
    )
    outs = [deliver([path], tmp_path / str(n), TURN, execution=run)[0] for n, run in enumerate(runs)]
    assert np.array_equal(read(outs[0]), read(outs[1]))
    assert np.array_equal(masks(outs[0]), masks(outs[1]))


def test_a_cancel_is_noticed_while_images_are_placed(tmp_path, monkeypatch):
    """Where each of many reaches is asked of GDAL before any is written."""
    paths, seen = [image(tmp_path, kind) for kind in KINDS[:2]], []
    original, progress = aligned.placed_source, Recorder()

    def stopping(*args):
        progress.cancelled = lambda: True
        seen.append(args)
        return original(*args)

    monkeypatch.setattr(aligned, "placed_source", stopping)
    with pytest.raises(Cancelled):
        deliver(paths, tmp_path / "out", TURN, TURN, progress=progress)
    assert len(seen) == 1


def test_a_cancelled_run_leaves_nothing(tmp_path):
    path = image(tmp_path, "mask")
    with pytest.raises(Cancelled):
        deliver([path], tmp_path / "out", TURN, progress=CancelAt(0))
    assert not os.listdir(tmp_path / "out")
