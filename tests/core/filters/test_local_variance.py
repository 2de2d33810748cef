"""Local statistics against scipy's plain filter, and the same bytes however the image is cut."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_scenes import masked_virtual, masks, read, texture, to_type, write
from osgeo import gdal
from recorders import CancelAt, Recorder
from scipy import ndimage

from evenlight.core.errors import Cancelled, DamagedRasterError, Problems
from evenlight.core.filters.settings import Edge, LocalStatistic, LocalVarianceSettings
from evenlight.core.jobs import local_variance
from evenlight.core.settings import ExecutionSettings

MODES = {Edge.REFLECT: "reflect", Edge.NEAREST: "nearest", Edge.SHRINK: "constant"}
TYPES = ["uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"]
SIZES = [(3, 3), (1, 1), (4, 2), (5, 8), (1, 7), (33, 21), (150, 130)]


def run(path, folder, progress=None, execution=ExecutionSettings(), bands="", options="", **settings):
    target = str(folder / "out.tif")
    return local_variance(
        path,
        target,
        settings=LocalVarianceSettings(**settings),
        bands=bands,
        creation_options=options,
        execution=execution,
        progress=progress or Recorder(),
    )


def plainly(values, valid, settings):
    """The statistic of one band by scipy's filter with a Python function, (height, width) float64."""
    seen = np.where(valid, values.astype(np.float64), np.nan)
    lost = int(settings.sample and settings.statistic is not LocalStatistic.MEAN)

    def statistic(window):
        inside = window[window != np.inf]
        known = inside[np.isfinite(inside)]
        if len(known) <= lost or len(known) < settings.min_valid * len(inside):
            return np.nan
        if settings.statistic is LocalStatistic.MEAN:
            return known.mean()
        variance = known.var(ddof=lost)
        return variance if settings.statistic is LocalStatistic.VARIANCE else np.sqrt(variance)

    # what is beyond the edge is told from what is invalid
    return ndimage.generic_filter(
        seen, statistic, size=(settings.height, settings.width), mode=MODES[settings.edge], cval=np.inf
    )


def close(found, wanted, dtype, spread):
    """Equal within the rounding of the result's type; ``spread`` of the image's values."""
    assert np.array_equal(np.isnan(found), np.isnan(wanted))
    step = np.finfo(np.float32 if dtype.itemsize == 4 else np.float64).eps
    assert np.allclose(found, wanted, rtol=4 * step + 1e-12, atol=1e-12 * spread**2, equal_nan=True)


def stored(dtype, shape=(1, 23, 31), seed=2):
    bands, height, width = shape
    ground = texture(bands, max(height, 100), max(width, 100), seed, mean=120, std=30)[:, :height, :width]
    return to_type(ground * (1 if dtype == "uint8" else 37.3), dtype)


@pytest.mark.every(3)
@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("statistic", LocalStatistic)
def test_as_scipy_at_edges_and_around_nodata(tmp_path, statistic, size, edge):
    values = stored("int16")
    values[:, 5:12, 4:9] = 0
    values[:, 20, :] = 0
    settings = LocalVarianceSettings(statistic, *size, edge=edge)
    path = write(tmp_path / "in.tif", values, nodata=0)
    found = read(run(path, tmp_path, statistic=statistic, width=size[0], height=size[1], edge=edge).output)[0]
    close(found, plainly(values[0], values[0] != 0, settings), found.dtype, 1000)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("sample", [False, True])
def test_every_type(tmp_path, dtype, sample):
    values = stored(dtype)
    path = write(tmp_path / "in.tif", values)
    settings = LocalVarianceSettings(sample=sample, width=5, height=3)
    found = read(run(path, tmp_path, sample=sample, width=5, height=3).output)
    assert found.dtype == ("float64" if dtype in ("int32", "uint32", "float64") else "float32")
    close(found[0], plainly(values[0], np.ones(values[0].shape, bool), settings), found.dtype, 1000)


@pytest.mark.parametrize("min_valid", [0.0, 0.3, 0.5, 1.0])
def test_too_few_valid_pixels_give_nothing(tmp_path, min_valid):
    values = stored("float64")
    values[0][np.random.default_rng(1).random(values[0].shape) < 0.5] = np.nan
    settings = LocalVarianceSettings(min_valid=min_valid)
    found = read(run(write(tmp_path / "in.tif", values), tmp_path, min_valid=min_valid).output)[0]
    close(found, plainly(values[0], np.isfinite(values[0]), settings), found.dtype, 1000)
    assert np.isnan(found).any()


@pytest.mark.parametrize("size", [3, 9])
@pytest.mark.parametrize("level, most", [(1e6, 1e-9), (-1e9, 1e-6), (1e12, 1e-3)])
def test_what_a_level_takes_from_a_variance_of_one(tmp_path, level, most, size):
    """Of noise that is not exact in binary: as the documentation says."""
    values = level + np.random.default_rng(3).normal(size=(1, 60, 70))
    found = read(run(write(tmp_path / "in.tif", values), tmp_path, width=size, height=size).output)[0]
    settings = LocalVarianceSettings(width=size, height=size)
    wanted = plainly(values[0] - level, np.ones((60, 70), bool), settings)
    assert np.allclose(found, wanted, rtol=most, atol=0.0)


@pytest.mark.parametrize("dtype", ["uint16", "int32", "float32"])
def test_numbers_of_any_type_give_the_same(tmp_path, dtype):
    """Whole numbers of 16 bits are summed in another way than all others."""
    noise = np.random.default_rng(3).integers(65530, 65536, (1, 90, 80))
    noise[:, 20:50, 30:] = 0
    wide = {"width": 21, "height": 35, "min_valid": 0.2}
    results = [
        read(run(write(tmp_path / f"{kind}.tif", noise.astype(kind), nodata=0), tmp_path, **wide).output)
        for kind in ("float64", dtype)
    ]
    assert np.allclose(*results, rtol=1e-6 if results[1].dtype == np.float32 else 1e-12, equal_nan=True)


def test_a_steep_slope_hides_no_step(tmp_path):
    """Pivots follow the image: one for the whole of it would leave 1e-2 of this variance."""
    slope = np.arange(4000.0)[None, None, :] * 1e4 + np.zeros((1, 8, 1))
    noise = np.random.default_rng(3).normal(size=slope.shape)
    found = read(run(write(tmp_path / "in.tif", slope + 1e4 * noise), tmp_path).output)[0]
    wanted = plainly((slope + 1e4 * noise)[0], np.ones((8, 4000), bool), LocalVarianceSettings())
    assert np.allclose(found, wanted, rtol=1e-11)


def test_constant_ground_has_no_variance(tmp_path):
    path = write(tmp_path / "in.tif", np.full((1, 40, 50), 1234567.891))
    assert (read(run(path, tmp_path, width=7, height=5).output) == 0).all()


CUTS = [
    ExecutionSettings(threads=1, memory_budget=1024),
    ExecutionSettings(threads=1, memory_budget=50),
    ExecutionSettings(threads=2, memory_budget=64),
    ExecutionSettings(threads=4, memory_budget=80),
]


@pytest.mark.parametrize("size", [(3, 3), (6, 41), (120, 90)])
@pytest.mark.parametrize("kind", ["float64", "uint16"])
@pytest.mark.every(6)
def test_files_are_the_same_for_any_memory_and_threads(tmp_path, monkeypatch, size, kind):
    """Not only pixels: every byte, and every bit of the average."""
    from evenlight.core.raster import write as writer

    values = stored(kind, (2, 700, 800))
    values[:, 100:180, 300:500] = 0
    path = write(tmp_path / "in.tif", values, nodata=0, options=["TILED=YES"])
    seen, cuts = set(), set()
    original = writer.plan_of

    def spy(source, share):
        cuts.add(original(source, share).step)
        return original(source, share)

    monkeypatch.setattr(writer, "plan_of", spy)
    for execution in CUTS:
        result = run(path, tmp_path, execution=execution, width=size[0], height=size[1])
        seen.add((hashlib.sha256(Path(result.output).read_bytes()).hexdigest(), result.average, *result.by_band))
    assert len(seen) == 1
    assert len(cuts) >= 2


@pytest.mark.parametrize("window_size", [16, 64, 256])
def test_pixels_are_the_same_for_any_tiles(tmp_path, window_size):
    values = stored("float32", (1, 300, 280)) + 1e5
    values[0, 50:80, 60:200] = np.nan
    path = write(tmp_path / "in.tif", values)
    whole = run(path, tmp_path / "a", execution=ExecutionSettings(threads=1), width=11, height=8)
    tiled = run(path, tmp_path / "b", execution=ExecutionSettings(window_size=window_size), width=11, height=8)
    assert read(whole.output).tobytes() == read(tiled.output).tobytes()
    assert whole.average == tiled.average


def test_turning_the_image_turns_the_result(tmp_path):
    values = stored("float64", (1, 40, 55))
    one = read(run(write(tmp_path / "a.tif", values), tmp_path, width=5, height=3).output)[0]
    other = read(run(write(tmp_path / "b.tif", values.transpose(0, 2, 1)), tmp_path, width=3, height=5).output)[0]
    assert np.allclose(one, other.T, rtol=1e-12)


def test_the_average_is_that_of_all_pixels(tmp_path):
    values = stored("uint16", (2, 90, 100))
    values[1, :50] = 0
    progress = Recorder()
    result = run(write(tmp_path / "in.tif", values, nodata=0), tmp_path, progress)
    found = read(result.output).astype(float)
    assert result.average == pytest.approx(np.nanmean(found), rel=1e-12)
    assert result.by_band == pytest.approx([np.nanmean(band) for band in found], rel=1e-12)
    assert [fact for fact in progress.facts if ", band 2: the average variance of stored values is" in fact]
    assert progress.fractions[-1] == 1


def test_nothing_valid_is_told(tmp_path):
    progress = Recorder()
    result = run(write(tmp_path / "in.tif", np.zeros((1, 20, 20), "uint8"), nodata=0), tmp_path, progress)
    assert np.isnan(result.average)
    assert np.isnan(read(result.output)).all()
    assert "MIN_VALID" in progress.warnings[0]


def test_masks_of_every_kind_count(tmp_path):
    values = stored("float32", (2, 30, 34))
    hidden = np.tri(30, 34, -3) > 0
    source = write(tmp_path / "values.tif", values)
    mask = write(tmp_path / "mask.tif", np.where(hidden, 0, 255).astype("uint8")[None])
    colours = [gdal.GCI_GrayIndex, gdal.GCI_Undefined, gdal.GCI_AlphaBand]
    alpha = np.concatenate([values, np.where(hidden, 0, 255).astype("float32")[None]])
    for path in (
        write(tmp_path / "dataset.tif", values, mask=~hidden),
        write(tmp_path / "nodata.tif", np.where(hidden, -9999, values), nodata=-9999),
        masked_virtual(tmp_path / "bands.vrt", source, (1, None), mask),
        write(tmp_path / "alpha.tif", alpha, interpretation=colours, options=["ALPHA=YES"]),
    ):
        out = read(run(path, tmp_path).output)
        assert out.shape == values.shape
        for band, valid, found in zip(values, masks(path), out):
            close(found, plainly(band, valid, LocalVarianceSettings()), found.dtype, 1000)


def test_bands_names_and_tags(tmp_path):
    path = write(tmp_path / "in.tif", stored("uint16", (3, 20, 20)), geotransform=(500000, 7, 3, 5200000, 2, -9))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(3).SetDescription("near infrared")
    dataset.GetRasterBand(3).SetScale(0.5)
    dataset = None
    result = run(path, tmp_path, bands="3,1", width=5)
    found = gdal.Open(result.output)
    bands = [found.GetRasterBand(number) for number in (1, 2)]
    assert found.RasterCount == 2
    assert [band.GetDescription() for band in bands] == ["variance of near infrared", "variance of band 1"]
    assert [band.GetScale() for band in bands] == [0.25, None]
    assert np.isnan(bands[0].GetNoDataValue())
    assert found.GetGeoTransform() == gdal.Open(path).GetGeoTransform()
    assert found.GetMetadataItem("EVENLIGHT_METHOD") == "local_variance"
    assert found.GetMetadataItem("EVENLIGHT_WINDOW").startswith("5 x 3, reflect")
    every = read(run(path, tmp_path / "all", width=5).output)
    assert np.array_equal(read(result.output), every[[2, 0]])


def test_odd_names_and_images_without_a_system(tmp_path):
    folder = tmp_path / "größe & 'mehr' [1]"
    folder.mkdir()
    values = stored("uint8")
    found = read(run(write(folder / "a b,c.part-1.tif", values, epsg=None), folder).output)[0]
    close(found, plainly(values[0], np.ones(values[0].shape, bool), LocalVarianceSettings()), found.dtype, 100)


def test_all_problems_are_told_together(tmp_path):
    path = write(tmp_path / "in.tif", stored("uint8"))
    with pytest.raises(Problems) as caught:
        run(path, tmp_path, bands="1,7", options="COMPRES=LZW", width=0, min_valid=2.0)
    text = str(caught.value)
    for part in ("B7", "COMPRES", "WIDTH", "MIN_VALID"):
        assert part in text
    with pytest.raises(Problems, match="WIDTH x HEIGHT"):
        run(path, tmp_path, width=20001, height=20001, execution=ExecutionSettings(memory_budget=32))
    with pytest.raises(Problems, match="is an input"):
        local_variance(path, path)
    assert not (tmp_path / "out.tif").exists()


def test_a_run_that_fails_or_is_cancelled_leaves_the_earlier_file(tmp_path):
    path = write(tmp_path / "in.tif", stored("uint16", (1, 1500, 1500)))
    before = Path(run(path, tmp_path).output).read_bytes()
    progress = CancelAt(0.1)
    with pytest.raises(Cancelled):
        run(path, tmp_path, progress, replace(ExecutionSettings(), memory_budget=32), width=101, height=101)
    assert time.monotonic() - progress.asked < 1
    with open(path, "r+b") as file:
        file.truncate(1500 * 1500)
    with pytest.raises((DamagedRasterError, Problems)):
        run(path, tmp_path)
    assert (tmp_path / "out.tif").read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["in.tif", "out.tif"]


def in_boxes(values, valid, settings):
    """The statistic of (bands, height, width) by scipy's filter over boxes."""
    seen = np.where(valid, values.astype(np.float64), np.nan)

    def statistic(window):
        within = window[window != np.inf]
        known = within[np.isfinite(within)]
        return known.var() if len(known) and len(known) >= settings.min_valid * len(within) else np.nan

    size = (settings.depth, settings.height, settings.width)
    return ndimage.generic_filter(seen, statistic, size=size, mode=MODES[settings.edge], cval=np.inf)


@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize(("depth", "dtype"), [(2, "int16"), (3, "float32"), (9, "uint16")])
def test_boxes_over_bands_as_scipy(tmp_path, depth, edge, dtype):
    """Around no data that differs from band to band, for both ways to sum; more bands than there are, too."""
    values = stored(dtype, (5, 19, 23))
    values[:3, 5:9, 4:9] = values[4, 12, :] = 0
    path = write(tmp_path / "in.tif", values, nodata=0)
    settings = LocalVarianceSettings(width=4, height=3, depth=depth, edge=edge)
    result = run(path, tmp_path, width=4, height=3, depth=depth, edge=edge)
    found, wanted = read(result.output), in_boxes(values, values != 0, settings)
    for band, box in zip(found, wanted):
        close(band, box, band.dtype, 1000)
    assert result.average == pytest.approx(np.nanmean(found.astype(float)))
    assert not np.allclose(found, read(run(path, tmp_path / "flat", width=4, height=3, edge=edge).output))


def test_bands_of_several_scales_have_no_boxes(tmp_path):
    path = write(tmp_path / "in.tif", stored("uint16", (2, 20, 20)))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(2).SetScale(0.5)
    dataset = None
    with pytest.raises(Problems, match=r"DEPTH.*scale"):
        run(path, tmp_path, depth=2)


@pytest.mark.parametrize("kind", ["uint16", "float64"])
@pytest.mark.parametrize("step", [2, 5, 8])
def test_steps_take_every_so_manieth_window(tmp_path, kind, step):
    """The value in the middle of each of the larger pixels, which lie where these lie on the ground."""
    values = stored(kind, (2, 103, 121))
    values[:, 30:60, 40:70] = 0
    path = write(tmp_path / "in.tif", values, nodata=0)
    every = read(run(path, tmp_path / "all", width=5, height=7, depth=2).output)
    result = run(path, tmp_path, width=5, height=7, depth=2, step=step)
    wanted = every[:, step // 2 :: step, step // 2 :: step]
    assert read(result.output).tobytes() == wanted.tobytes()
    assert result.average == pytest.approx(np.nanmean(wanted), rel=1e-6)
    before, after = [gdal.Open(name).GetGeoTransform() for name in (path, result.output)]
    assert after == (before[0], step * before[1], 0.0, before[3], 0.0, step * before[5])
    assert gdal.Open(result.output).GetMetadataItem("EVENLIGHT_WINDOW").endswith(f"step {step}")


def test_steps_and_boxes_are_the_same_for_any_memory_and_threads(tmp_path):
    values = stored("float32", (3, 500, 600))
    path = write(tmp_path / "in.tif", values, options=["TILED=YES"])
    seen = set()
    for execution in (*CUTS[:1], *CUTS[2:], ExecutionSettings(window_size=16)):
        result = run(path, tmp_path, execution=execution, width=9, height=20, step=4, depth=2)
        seen.add((read(result.output).tobytes(), result.average))
    assert len(seen) == 1


def test_steps_need_an_image_that_is_larger(tmp_path):
    """And one that has a place: ground control points would lie elsewhere in the result."""
    path = write(tmp_path / "in.tif", stored("uint8"))
    with pytest.raises(Problems, match="STEP"):
        run(path, tmp_path, step=60)
    dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "points.tif"), 30, 30, 1, gdal.GDT_Byte)
    dataset.SetGCPs([gdal.GCP(x, y, 0, x, y) for x, y in ((0, 0), (30, 0), (0, 30))], "")
    dataset = None
    with pytest.raises(Problems, match="ground control points"):
        run(str(tmp_path / "points.tif"), tmp_path, step=2)
