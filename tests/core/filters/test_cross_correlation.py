"""Templates found and shifts recovered, whatever is masked, with the same bytes for any memory and threads."""

from __future__ import annotations

import csv
import hashlib
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_scenes import masks, read, texture, to_type, write
from osgeo import gdal
from recorders import CancelAt, Recorder
from scipy import ndimage

from evenlight.core.errors import Cancelled, Problems
from evenlight.core.filters import matching
from evenlight.core.filters.errors import NoScoreError
from evenlight.core.filters.settings import CrossCorrelationSettings
from evenlight.core.jobs import cross_correlation
from evenlight.core.raster.image import describe
from evenlight.core.raster.on_grid import OnGrid
from evenlight.core.raster.source import FileSource
from evenlight.core.raster.window import Window
from evenlight.core.settings import ExecutionSettings


def run(path, folder, template=None, other=None, shift=False, progress=None, execution=ExecutionSettings(), **given):
    options = {key: given.pop(key) for key in ("bands", "creation_options") if key in given}
    result = cross_correlation(
        path,
        str(folder / "score.tif"),
        template=template,
        other=other,
        shift=str(folder / "shift.tif") if shift else None,
        settings=CrossCorrelationSettings(**given),
        execution=execution,
        progress=progress or Recorder(),
        **options,
    )
    return (read(result.output), read(result.shift)) if shift else read(result.output)[0]


def ground(bands=1, height=200, width=240, seed=3):
    return texture(bands, height, width, seed)


def plainly(values, valid, template, mask, min_valid=0.5):
    """Correlation coefficients with the template's centre at every pixel; what is beyond the edge is invalid."""
    rows, columns = template.shape
    top, left = rows // 2, columns // 2
    around = ((top, rows - 1 - top), (left, columns - 1 - left))
    values, valid = np.pad(values.astype(float), around), np.pad(valid, around)
    result = np.full((values.shape[0] - rows + 1, values.shape[1] - columns + 1), np.nan)
    for row, column in np.ndindex(*result.shape):
        part = np.s_[row:row + rows, column:column + columns]
        both = valid[part] & mask
        if both.sum() >= max(2, min_valid * rows * columns) and np.ptp(values[part][both]) > 0:
            result[row, column] = np.corrcoef(values[part][both], template[both])[0, 1]
    return result


@pytest.mark.every(3)
@pytest.mark.parametrize("size", [(3, 3), (9, 12), (20, 7)])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32", "float64"])
def test_scores_of_a_template_are_those_of_plain_loops(tmp_path, size, dtype):
    """At edges and around holes of image and template."""
    values = to_type(ground(1, 40, 50) / (20 if dtype == "uint8" else 1), dtype)
    values[0, 10:14, 5:30] = 0
    part = values[:, 20:20 + size[0], 20:20 + size[1]].copy()
    part[0, 0, 1] = 0
    path, template = (write(tmp_path / f"{name}.tif", data, nodata=0) for name, data in (("a", values), ("t", part)))
    wanted = plainly(values[0], values[0] != 0, part[0].astype(float), part[0] != 0)
    found = run(path, tmp_path, template)
    assert np.array_equal(np.isnan(found), np.isnan(wanted))
    assert np.allclose(found, wanted, atol=1e-6, equal_nan=True)
    row, column = np.unravel_index(np.nanargmax(found), found.shape)
    assert (row, column) == (20 + size[0] // 2, 20 + size[1] // 2)
    assert found[row, column] == pytest.approx(1, abs=1e-6)


def test_a_template_larger_than_the_image_may_reach_over_it(tmp_path):
    values = ground(1, 60, 70)
    path = write(tmp_path / "a.tif", values[:, 10:50, 10:60])
    template = write(tmp_path / "t.tif", values)
    found = run(path, tmp_path, template, min_valid=0.4)
    assert np.unravel_index(np.nanargmax(found), found.shape) == (20, 25)


@pytest.mark.parametrize("size", [(60, 70), (41, 50), (300, 1)])
def test_a_template_that_never_fits_is_refused(tmp_path, size):
    """Before a pixel is written: all that could come out is nothing."""
    values = ground(1, 300, 80)
    path = write(tmp_path / "a.tif", values[:, :40, :50])
    template = write(tmp_path / "t.tif", values[:, :size[0], :size[1]])
    with pytest.raises(Problems, match=f"{size[1]} x {size[0]} pixels, the image 50 x 40"):
        run(path, tmp_path, template, min_valid=0.99)
    assert not (tmp_path / "score.tif").exists()


@pytest.mark.parametrize("nodata", [7, None])
def test_a_template_without_a_score_anywhere_is_no_success(tmp_path, nodata):
    """By nodata, and on ground without contrast."""
    path = write(tmp_path / "a.tif", np.full((1, 60, 60), 7, "uint8"), nodata=nodata)
    template = write(tmp_path / "t.tif", ground(1, 60, 60)[:, 10:19, 10:19])
    with pytest.raises(NoScoreError, match="anywhere"):
        run(path, tmp_path, template)
    assert not (tmp_path / "score.tif").exists()


def test_windows_without_a_score_anywhere_are_no_success(tmp_path):
    path = write(tmp_path / "a.tif", np.full((1, 60, 60), 7, "uint8"))
    with pytest.raises(NoScoreError, match="anywhere"):
        run(path, tmp_path, other=write(tmp_path / "b.tif", ground(1, 60, 60)), shift=True, window=16)
    assert sorted(file.name for file in tmp_path.glob("*.tif")) == ["a.tif", "b.tif"]


def test_bands_are_averaged(tmp_path):
    values = ground(3, 40, 50)
    path, template = write(tmp_path / "a.tif", values), write(tmp_path / "t.tif", values[:, 5:14, 8:19])
    single = [run(path, tmp_path, template, bands=str(number)) for number in (1, 3)]
    assert np.allclose(run(path, tmp_path, template, bands="3,1"), np.mean(single, axis=0), atol=1e-6, equal_nan=True)


@pytest.mark.every(3)
@pytest.mark.parametrize("shift", [(0, 0), (3, -5), (-7, 2)])
@pytest.mark.parametrize("window", [16, 40])
def test_whole_shifts_are_recovered(tmp_path, shift, window):
    whole = ground(2, 260, 300)
    (dx, dy) = shift
    path = write(tmp_path / "a.tif", whole[:, 20:220, 20:260])
    other = write(tmp_path / "b.tif", 0.3 * whole[:, 20 - dy:220 - dy, 20 - dx:260 - dx] + 50)
    score, found = run(path, tmp_path, other=other, shift=True, window=window, search=9)
    assert score.shape[1:] == found.shape[1:] == (-(-200 // window), -(-240 // window))
    inner = np.s_[:, 1:200 // window - 1, 1:240 // window - 1]
    assert (score[inner] > 0.9999).all()
    assert np.abs(found[inner] - np.array(shift)[:, None, None]).max() < 0.1


@pytest.mark.parametrize("factor", [2.0**660, 2.0**-660])
def test_units_change_no_bit_of_a_score(tmp_path, factor):
    """Also where squares are beyond what doubles hold."""
    whole = ground(1, 60, 60).astype("float64")
    found = []
    for name, times in (("a", 1.0), ("b", factor)):
        path = write(tmp_path / f"{name}.tif", whole * times)
        template = write(tmp_path / f"{name}_t.tif", whole[:, 10:20, 30:41] * times)
        found.append((run(path, tmp_path, template), run(path, tmp_path, other=path, window=16)))
    for one, other in zip(*found):
        assert np.isfinite(one).any()
        assert np.array_equal(one, other, equal_nan=True)


def test_the_best_place_is_told_from_0_and_on_the_map(tmp_path):
    whole = ground(1, 60, 60)
    path = write(tmp_path / "a.tif", whole, geotransform=(500, 2, 0, 900, 0, -2))
    progress = Recorder()
    run(path, tmp_path, write(tmp_path / "t.tif", whole[:, 10:21, 30:41]), progress=progress)
    assert "column 35 and row 15, counted from 0 (x 571, y 869)" in " ".join(progress.facts)


@pytest.mark.parametrize(("window", "search"), [(255, 8), (64, 100), (400, 9)])
def test_windows_that_are_compared_one_at_a_time(tmp_path, window, search):
    """Larger ones than are taken together, up to larger than the image."""
    whole = ground(1, 330, 330)
    path = write(tmp_path / "a.tif", whole[:, 10:310, 10:310])
    other = write(tmp_path / "b.tif", whole[:, 6:306, 13:313])
    score, found = run(path, tmp_path, other=other, shift=True, window=window, search=search)
    assert score.shape[1:] == (-(-300 // window),) * 2
    assert np.abs(found[:, 0, 0] - (-3, 4)).max() < 0.1
    assert score[0, 0, 0] > 0.9999


@pytest.mark.parametrize("shift", [(0.3, -0.4), (2.5, 1.2), (-4.1, 0.5)])
def test_parts_of_a_pixel_are_recovered(tmp_path, shift):
    whole = ndimage.gaussian_filter(ground(1, 260, 300), (0, 1.5, 1.5))
    moved = ndimage.shift(whole, (0, shift[1], shift[0]), order=5, mode="reflect")
    path, other = write(tmp_path / "a.tif", whole), write(tmp_path / "b.tif", moved)
    _, found = run(path, tmp_path, other=other, shift=True, window=32)
    inner = found[:, 1:-2, 1:-2]
    assert np.abs(inner.mean(axis=(1, 2)) - shift).max() < 0.01
    assert inner.std(axis=(1, 2)).max() < 0.02


def test_an_image_elsewhere_on_the_ground_has_no_shift(tmp_path):
    """Pixels are compared where they lie, also when the grids differ by a part of a pixel."""
    whole = ground(1, 260, 300)
    path = write(tmp_path / "a.tif", whole[:, 20:220, 20:260], 20, 20)
    other = write(tmp_path / "b.tif", whole, 0, 0)
    score, found = run(path, tmp_path, other=other, shift=True, window=40)
    assert np.nanmin(score) > 0.9999
    assert np.abs(found).max() < 0.05
    other = write(tmp_path / "c.tif", whole, 0.3, -0.2)
    _, found = run(path, tmp_path, other=other, shift=True, window=40)
    assert np.abs(found - np.array([-0.2, 0.3])[:, None, None]).max() < 0.05


def test_other_resolutions_and_systems_are_read_on_the_images_grid(tmp_path):
    whole = ndimage.gaussian_filter(ground(1, 240, 240), (0, 3, 3))
    path = write(tmp_path / "a.tif", whole)
    fine = write(tmp_path / "fine.tif", whole.repeat(2, axis=1).repeat(2, axis=2), pixel=5)
    score, found = run(path, tmp_path, other=fine, shift=True, window=48)
    assert np.nanmin(score) > 0.999
    assert np.abs(found).max() < 0.05
    degrees = str(tmp_path / "degrees.tif")
    gdal.Warp(degrees, path, dstSRS="EPSG:4326", resampleAlg="cubic")
    score, found = run(path, tmp_path, other=degrees, shift=True, window=48, min_valid=0.3)
    assert np.nanmedian(score) > 0.99
    assert np.abs(np.nanmedian(found, axis=(1, 2))).max() < 0.3


def test_clouds_do_not_count(tmp_path):
    """Masked pixels, even with wild values, leave score and shift as they are."""
    whole = ground(1, 260, 300)
    path = write(tmp_path / "a.tif", whole[:, 20:220, 20:260])
    clouded = whole[:, 17:217, 22:262].copy()
    hidden = np.zeros(clouded.shape[1:], bool)
    hidden[40:70, 50:80] = hidden[150:160] = True
    clouded[:, hidden] = 1e5
    flat = clouded.copy()
    flat[:, 80:120, 80:120] = 7
    other = write(tmp_path / "b.tif", flat, mask=~hidden)
    assert not masks(other).all()
    score, found = run(path, tmp_path, other=other, shift=True, window=40, search=5, min_valid=0.3)
    assert (score[0, 1:4, 1:2] > 0.9999).all()
    assert np.abs(found[:, 1:4, 1] - np.array([-2, 3])[:, None]).max() < 0.1


def test_a_best_score_at_the_end_of_the_search_is_no_shift(tmp_path):
    whole = ground(1, 260, 300)
    path = write(tmp_path / "a.tif", whole[:, 20:220, 20:260])
    other = write(tmp_path / "b.tif", whole[:, 20:220, 12:252])
    progress = Recorder()
    score, found = run(path, tmp_path, other=other, shift=True, window=40, search=8, progress=progress)
    assert np.isfinite(score).any()
    assert np.isnan(found[:, 1:-1, 1:-1]).all()
    assert "raise SEARCH" in progress.warnings[-1]


CUTS = [ExecutionSettings(threads=1, memory_budget=1024), ExecutionSettings(threads=4, memory_budget=1024)]
CUTS += [ExecutionSettings(threads=2, memory_budget=128)]


@pytest.mark.parametrize("size", [5, 41, 290])
def test_files_with_a_template_are_the_same_for_any_memory_and_threads(tmp_path, size):
    values = to_type(ground(1, 700, 600), "uint16")
    values[0, 100:140, 200:300] = 0
    path = write(tmp_path / "a.tif", values, nodata=0, options=["TILED=YES"])
    template = write(tmp_path / "t.tif", values[:, 300:300 + size, 300:300 + size])
    seen = set()
    for execution in CUTS:
        run(path, tmp_path, template, execution=execution)
        seen.add(hashlib.sha256((tmp_path / "score.tif").read_bytes()).hexdigest())
    assert len(seen) == 1


def test_the_cut_into_tiles_cannot_be_seen(tmp_path, monkeypatch):
    """Other tiles round otherwise, and no more than that."""
    values = ground(1, 300, 280)
    path = write(tmp_path / "a.tif", values)
    template = write(tmp_path / "t.tif", values[:, 30:61, 30:71])
    one = run(path, tmp_path, template)
    for module in (matching, sys.modules[cross_correlation.__module__]):
        monkeypatch.setattr(module, "TILE", 64)
    assert np.allclose(run(path, tmp_path, template), one, atol=1e-6, equal_nan=True)


@pytest.mark.parametrize("window", [pytest.param(8, marks=pytest.mark.slow), 50])
def test_files_of_windows_are_the_same_for_any_memory_and_threads(tmp_path, window):
    whole = ground(1, 300, 420)
    path = write(tmp_path / "a.tif", whole[:, 20:, 20:])
    other = write(tmp_path / "b.tif", whole[:, :-20, :-20])
    seen = set()
    for execution in CUTS:
        run(path, tmp_path, other=other, shift=True, window=window, search=3, execution=execution)
        seen.add(tuple(hashlib.sha256((tmp_path / n).read_bytes()).hexdigest() for n in ("score.tif", "shift.tif")))
    assert len(seen) == 1


def test_exchanging_the_images_turns_the_shift(tmp_path):
    whole = ndimage.gaussian_filter(ground(1, 260, 300), (0, 1, 1))
    path = write(tmp_path / "a.tif", whole[:, 20:220, 20:260])
    other = write(tmp_path / "b.tif", whole[:, 17:217, 24:264])
    _, one = run(path, tmp_path, other=other, shift=True, window=40)
    _, back = run(other, tmp_path, other=path, shift=True, window=40)
    assert np.abs(one + back)[:, 1:-1, 1:-1].max() < 0.1


def test_where_the_results_lie(tmp_path):
    turned = (500000, 7, 3, 5200000, 3, -7)
    values = ground(1, 100, 130)
    path = write(tmp_path / "a.tif", values, geotransform=turned)
    other = write(tmp_path / "b.tif", values, geotransform=turned)
    _, found = run(path, tmp_path, other=other, shift=True, window=32)
    assert np.abs(found[:, :3, :4]).max() < 0.05
    for name, bands in (("score.tif", ["score"]), ("shift.tif", ["dx", "dy"])):
        raster = gdal.Open(str(tmp_path / name))
        assert raster.GetGeoTransform() == (500000, 224, 96, 5200000, 96, -224)
        assert raster.GetProjection() == gdal.Open(path).GetProjection()
        assert [raster.GetRasterBand(n + 1).GetDescription() for n in range(raster.RasterCount)] == bands
        assert np.isnan(raster.GetRasterBand(1).GetNoDataValue())
        assert raster.GetMetadataItem("EVENLIGHT_OTHER") == "b.tif"


def test_a_turned_image_and_another_in_another_system(tmp_path):
    """Any two grids can be compared."""
    values = 3000 + 500 * ndimage.gaussian_filter(ground(1, 300, 300), (0, 4, 4))
    other = write(tmp_path / "b.tif", values)
    grid = describe(other).grid
    corner = grid.map_of(np.array([[80.0, 20.0]]))[0]
    place = corner[0], 9, 4, corner[1], 4, -9
    turned = replace(grid, geotransform=place, width=150, height=150)
    shown, _ = OnGrid(FileSource(describe(other)), turned, "cubic").measured(Window(0, 0, 150, 150))
    path = write(tmp_path / "a.tif", shown, geotransform=place)
    away = str(tmp_path / "away.tif")
    gdal.Warp(away, other, dstSRS="EPSG:32613", resampleAlg="cubic", dstNodata=0)
    for one in (other, away):
        score, found = run(path, tmp_path, other=one, shift=True, window=30)
        assert np.nanmin(score[:, 1:-1, 1:-1]) > 0.95
        assert np.nanmedian(np.abs(found[:, 1:-1, 1:-1])) < 0.1


def test_a_template_needs_no_place(tmp_path):
    values = ground(1, 60, 70)
    path = write(tmp_path / "a.tif", values)
    template = write(tmp_path / "t.tif", values[:, 10:21, 20:31], epsg=None, geotransform=(0, 1, 0, 0, 0, 1))
    progress = Recorder()
    assert np.nanmax(run(path, tmp_path, template, progress=progress)) == pytest.approx(1)
    assert "pixel by pixel" in progress.warnings[0]
    assert "column 25 and row 15" in " ".join(progress.facts)


def test_all_problems_are_told_together(tmp_path):
    values = ground(2, 60, 70)
    path = write(tmp_path / "a.tif", values)
    flat = write(tmp_path / "flat.tif", np.full((2, 9, 9), 3.0))
    far = write(tmp_path / "far.tif", values, 5000, 5000)
    single = write(tmp_path / "single.tif", values[:1])
    nameless = write(tmp_path / "nameless.tif", values, epsg=None)
    cases = [
        ({}, ["give a TEMPLATE to look for, or an OTHER"]),
        ({"template": flat, "other": far}, ["TEMPLATE and OTHER are both given"]),
        ({"template": flat}, ["Band 1 of", "Band 2 of", "no contrast"]),
        ({"other": far}, ["overlap"]),
        ({"other": single}, ["same number of bands"]),
        ({"other": single, "bands": "2"}, ["single.tif", "B2"]),
        ({"other": nameless}, ["no coordinate system"]),
        ({"other": "none.tif", "window": 1, "min_valid": 3}, ["none.tif", "WINDOW", "MIN_VALID"]),
        ({"template": flat, "shift": True}, ["OUTPUT_SHIFT"]),
        ({"other": path.replace("a.tif", "flat.tif"), "shift": True, "search": 0}, ["SEARCH"]),
        ({"other": far, "search": -1, "creation_options": "COMPRES=LZW"}, ["SEARCH", "COMPRES"]),
        ({"other": single, "bands": "1", "window": 5000}, ["WINDOW", "MEMORY_BUDGET"]),
    ]
    for given, parts in cases:
        with pytest.raises(Problems) as caught:
            run(path, tmp_path / "out", **given)
        assert all(part in str(caught.value) for part in parts), (given, str(caught.value))
    assert not (tmp_path / "out" / "score.tif").exists()


def test_a_cancel_leaves_the_earlier_file(tmp_path):
    values = to_type(ground(1, 600, 600), "uint16")
    path = write(tmp_path / "a.tif", values)
    template = write(tmp_path / "t.tif", values[:, 300:400, 300:400])
    run(path, tmp_path, template)
    before = (tmp_path / "score.tif").read_bytes()
    for given in ({"template": template}, {"other": path}):
        progress = CancelAt(0.2)
        with pytest.raises(Cancelled):
            run(path, tmp_path, progress=progress, execution=replace(ExecutionSettings(), threads=2), **given)
        assert time.monotonic() - progress.asked < 1
    assert Path(tmp_path / "score.tif").read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.tif", "score.tif", "t.tif"]


def lags_of(path, other, folder, **options):
    """The table as {(dx, dy): (correlation, windows)}."""
    table, score = str(folder / "lags.csv"), str(folder / "score.tif")
    result = cross_correlation(path, score, other=other, lags=table, **options)
    assert result.lags == table
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(float(row["dx"]), float(row["dy"])): (float(row["correlation"] or "nan"), int(row["windows"]))
            for row in rows}  # fmt: skip


def test_correlation_by_shift_is_the_mean_over_windows(tmp_path):
    """Against numpy, for whole windows around which all that is looked at is valid."""
    values = ground(1, 128, 96).astype("float32")
    moved = np.roll(values, (2, -3), (1, 2)) + 0.5 * np.random.default_rng(5).normal(size=values.shape)
    paths = [write(tmp_path / f"{name}.tif", data.astype("float32")) for name, data in (("a", values), ("b", moved))]
    settings = CrossCorrelationSettings(window=32, search=4, min_valid=1.0)
    found = lags_of(*paths, tmp_path, settings=settings)
    assert len(found) == 81
    assert max(found, key=found.get) == (-3, 2)
    for (dx, dy), (correlation, windows) in found.items():
        places = [
            (row, column)
            for row in range(0, 128, 32)
            for column in range(0, 96, 32)
            if 0 <= row + dy <= 96 and 0 <= column + dx <= 64
        ]
        wanted = [
            np.corrcoef(
                values[0, row : row + 32, column : column + 32].ravel(),
                moved[0, row + int(dy) :, column + int(dx) :][:32, :32].ravel(),
            )[0, 1]
            for row, column in places
        ]
        assert windows == len(places)
        assert correlation == pytest.approx(np.mean(wanted), abs=2e-6)


def test_an_image_with_itself_gives_its_autocorrelation(tmp_path):
    """Smooth ground is alike over more pixels than rough ground; the same for any number of threads."""
    values = ground(1, 128, 128)
    found = []
    for name, sigma in (("rough", 0.5), ("smooth", 4.0)):
        path = write(tmp_path / f"{name}.tif", ndimage.gaussian_filter(values, (0, sigma, sigma)).astype("float32"))
        settings = CrossCorrelationSettings(window=32, search=6)
        found.append(lags_of(path, path, tmp_path, settings=settings))
        assert found[-1] == lags_of(path, path, tmp_path, settings=settings, execution=ExecutionSettings(threads=1))
        assert found[-1][0, 0] == (1.0, 16)
        assert found[-1][3, 0][0] > found[-1][6, 0][0]
    assert found[1][4, 0][0] > found[0][4, 0][0] + 0.1


def test_a_table_of_shifts_needs_another_image_and_its_ending(tmp_path):
    path = write(tmp_path / "a.tif", ground(1, 60, 60))
    template = write(tmp_path / "t.tif", ground(1, 60, 60)[:, 10:19, 10:19])
    with pytest.raises(Problems, match=r"OUTPUT_LAGS(.|\n)*ends? it with \.csv"):
        cross_correlation(path, str(tmp_path / "s.tif"), template=template, lags=str(tmp_path / "lags.txt"))
    assert not (tmp_path / "s.tif").exists()
