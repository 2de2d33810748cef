"""Cubes of dates, chosen dates as reference, stacks, tie points, rasters of shifts, other pixel sizes."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, read, write
from made_views import Ground
from osgeo import gdal, ogr
from recorders import Recorder

from evenlight.core.align.settings import CoregisterSettings, MatchSettings, ReferenceMode
from evenlight.core.align.transform import Transform
from evenlight.core.errors import Problems
from evenlight.core.jobs import coregister

SIZE = 192
STEPS = [(0.0, 0.0), (3.3, -2.1), (-1.7, 2.6), (2.2, 1.4)]
"""Columns and rows by which dates lie off."""


@pytest.fixture(scope="module")
def ground():
    return Ground(SIZE, seed=8)


@pytest.fixture
def dates(ground):
    """(dates, rows, columns) as all dates show the ground, in lights of their own."""
    return np.stack([(1.0 + 0.1 * n) * ground.seen(Transform.shift(*step)) for n, step in enumerate(STEPS)])


def run(images, reference, folder, progress=None, files=None, match=None, **settings):
    chosen = CoregisterSettings(match=MatchSettings(**(match or {})), **settings)
    listed = [images] if isinstance(images, str) else images
    return coregister(listed, reference, folder, settings=chosen, progress=progress or Recorder(), **(files or {}))


def steps_of(result):
    """Columns and rows by which a run moved its images, (n, 2)."""
    moves = [found.placement.step if found.placement is not None else (0.0, 0.0) for found in result.outcomes]
    return np.array(moves) / (PIXEL, -PIXEL)


@pytest.mark.parametrize("kind", ["GTiff", "netCDF"])
def test_the_dates_of_one_file_are_aligned_and_stacked(tmp_path, dates, kind):
    """A cube in one file gives a file for each date, and one with all of them in which they agree."""
    driver = gdal.GetDriverByName(kind)
    if driver is None:
        pytest.skip(f"this GDAL has no driver {kind}")
    plain = write(tmp_path / "plain.tif", dates.astype("float32"))
    cube = str(tmp_path / ("cube.tif" if kind == "GTiff" else "cube.nc"))
    driver.CreateCopy(cube, gdal.Open(plain), options=[] if kind == "GTiff" else ["FORMAT=NC4"])
    if kind == "netCDF" and gdal.Open(cube).RasterCount != len(STEPS):
        # one variable for each band is no cube: what has a dimension of time is
        cube = _with_time(tmp_path / "time.nc", dates, plain)
    reference = write(tmp_path / "reference.tif", dates[:1].astype("float32"))
    stack, table = str(tmp_path / "stack.tif"), tmp_path / "table.csv"
    result = run(cube, reference, tmp_path / "out", bands_per_date=1, files={"stack": stack, "table": str(table)})
    assert f"{cube}/{_stem(cube)}_2," in table.read_text()
    assert [found.image.name for found in result.outcomes] == [f"{_stem(cube)}_{n}" for n in range(1, 5)]
    assert np.abs(steps_of(result) - STEPS).max() < 0.05
    assert len(set(result.outputs)) == len(STEPS)
    layers = read(stack)
    inner = layers[:, 8:-8, 8:-8]
    assert layers.shape == (4, SIZE, SIZE) and np.isfinite(inner).all()
    likeness = [np.corrcoef(inner[0].ravel(), layer.ravel())[0, 1] for layer in inner]
    before = [np.corrcoef(dates[0].ravel(), layer.ravel())[0, 1] for layer in dates]
    assert min(likeness) > 0.98 > max(before[1:])
    opened = gdal.Open(stack)
    empty = opened.GetRasterBand(2).GetMaskBand().ReadAsArray() == 0
    assert 0.01 < empty.mean() < 0.05, "what a date does not show is nothing"


def _stem(path):
    return path.rsplit("/", 1)[-1].split(".")[0]


def _with_time(path, dates, plain):
    """A netCDF with one variable of three dimensions."""
    source = gdal.Open(plain)
    made = gdal.GetDriverByName("MEM").CreateCopy("", source)
    times = {"NETCDF_DIM_time_DEF": "{4,6}", "NETCDF_DIM_time_VALUES": "{1,2,3,4}"}
    made.SetMetadata({"NETCDF_DIM_EXTRA": "{time}", **times})
    for number in range(1, len(dates) + 1):
        made.GetRasterBand(number).SetMetadata({"NETCDF_DIM_time": str(number), "NETCDF_VARNAME": "values"})
    gdal.GetDriverByName("netCDF").CreateCopy(str(path), made, options=["FORMAT=NC4"])
    return str(path)


def test_a_file_that_is_no_cube_is_refused(tmp_path, dates):
    cube = write(tmp_path / "cube.tif", dates.astype("float32"))
    for per_date in (3, 4):
        with pytest.raises(Problems, match="4 bands, which are no two or more dates"):
            run(cube, cube, tmp_path / "out", bands_per_date=per_date)


def test_chosen_dates_are_the_reference(tmp_path, dates):
    """With two of them these stay in the mean where they are, and all come to lie there; by name or path."""
    paths = [write(tmp_path / f"date{n}.tif", layer[None].astype("float32")) for n, layer in enumerate(dates)]
    chosen = {"reference_images": ("date0", paths[1])}
    result = run(paths, None, tmp_path / "out", reference_mode=ReferenceMode.MEAN, **chosen)
    wanted = np.array(STEPS) - np.mean(STEPS[:2], axis=0)
    assert np.abs(steps_of(result) - wanted).max() < 0.08
    everyone = run(paths, None, tmp_path / "all", reference_mode=ReferenceMode.MEAN)
    assert np.abs(steps_of(everyone) - (np.array(STEPS) - np.mean(STEPS, axis=0))).max() < 0.08
    with pytest.raises(Problems, match="REFERENCE_IMAGES"):
        run(paths, paths[0], tmp_path / "out", **chosen)
    with pytest.raises(Problems, match="nowhere"):
        run(paths, None, tmp_path / "o", reference_mode=ReferenceMode.MEAN, reference_images=("nowhere",))


def test_tie_points_say_how_sure_they_are_and_what_is_left(tmp_path, dates):
    """Where windows lie, how far off before and after; the table sums them up for each image."""
    paths = [write(tmp_path / f"date{n}.tif", layer[None].astype("float32")) for n, layer in enumerate(dates[:2])]
    points, table = str(tmp_path / "points.gpkg"), str(tmp_path / "table.csv")
    run(paths[1], paths[0], tmp_path / "out", files={"tie_points": points, "table": table})
    dataset = ogr.Open(points)
    layer = dataset.GetLayer("tie_points")
    rows = [feature.items() for feature in layer]
    way = np.hypot(*STEPS[1])
    assert len(rows) >= 6 and layer.GetGeomType() == ogr.wkbPoint
    assert all(abs(row["off_before"] - way) < 0.3 and row["off_after"] < 0.3 for row in rows if row["kept"])
    assert all(abs(row["length"] - way * PIXEL) < 0.3 * PIXEL for row in rows if row["kept"])
    turn = np.degrees(np.arctan2(STEPS[1][0], -STEPS[1][1])) % 360.0
    assert all(abs(row["angle"] - turn) < 6.0 for row in rows if row["kept"])
    assert all(0.5 < row["reliability"] <= 1.0 for row in rows)
    with open(table, encoding="utf-8") as stream:
        (found,) = csv.DictReader(stream)
    assert int(found["windows"]) == len(rows) and int(found["windows_kept"]) == sum(row["kept"] for row in rows)
    assert float(found["off_before_median"]) == pytest.approx(np.median([row["off_before"] for row in rows]), abs=1e-3)
    kept = [row["off_after"] ** 2 for row in rows if row["kept"]]
    assert float(found["off_after_rms"]) == pytest.approx(np.sqrt(np.mean(kept)), abs=1e-3)


def test_rasters_of_shifts_show_what_was_done(tmp_path, ground):
    """A shift is the same everywhere; a warp is the field that it follows, zero is an image passed on."""
    def waved(places):
        return places + 2.0 * np.sin(2.0 * np.pi * places[:, ::-1] / 400.0)

    rows, columns = np.mgrid[:SIZE, :SIZE] + 0.5
    places = np.column_stack([columns.ravel(), rows.ravel()])
    reference = write(tmp_path / "reference.tif", ground.seen(Transform.shift(0.0, 0.0))[None].astype("float32"))
    bent = write(tmp_path / "bent.tif", ground.at(waved(places)).reshape(1, SIZE, SIZE).astype("float32"))
    folder = tmp_path / "shifts"
    options = {"windows": True, "window_spacing": 32}
    result = run([bent, reference], reference, tmp_path / "out", files={"shifts": str(folder)}, **options)
    assert result.aligned == 1
    field, still = read(folder / "bent_Shifts.tif"), read(folder / "reference_Shifts.tif")
    assert not still.any()
    cells = gdal.Open(str(folder / "bent_Shifts.tif"))
    side = cells.GetGeoTransform()[1] / PIXEL
    middle = (np.mgrid[: cells.RasterYSize, : cells.RasterXSize] + 0.5) * side
    truth = 2.0 * np.sin(2.0 * np.pi * middle / 400.0)
    inner = np.s_[12:-12, 12:-12]
    assert np.sqrt(((field[0] - truth[0])[inner] ** 2).mean()) < 0.15
    assert np.sqrt(((field[1] - truth[1])[inner] ** 2).mean()) < 0.15
    assert np.allclose(field[2], np.hypot(field[0], field[1]), atol=1e-5)


@pytest.mark.parametrize("same_grid", [False, True])
def test_results_may_have_another_pixel_size(tmp_path, dates, same_grid):
    """Twice as large ones are means of four, at the right place."""
    paths = [write(tmp_path / f"date{n}.tif", layer[None].astype("float32")) for n, layer in enumerate(dates[:2])]
    result = run(paths[1], paths[0], tmp_path / "out", same_grid=same_grid, pixel_size=2 * PIXEL)
    made = gdal.Open(result.outputs[0])
    assert made.GetGeoTransform()[1] == 2 * PIXEL and made.RasterXSize == SIZE // 2
    values = made.ReadAsArray()
    if not same_grid:
        assert np.allclose(values, dates[1].reshape(SIZE // 2, 2, SIZE // 2, 2).mean(axis=(1, 3)), atol=1e-3)
    else:
        assert (made.GetGeoTransform()[0], made.GetGeoTransform()[3]) == (WEST, NORTH)
        own = dates[0].reshape(SIZE // 2, 2, SIZE // 2, 2).mean(axis=(1, 3))[4:-4, 4:-4].ravel()
        assert np.corrcoef(own, values[4:-4, 4:-4].ravel())[0, 1] > 0.99


@pytest.mark.parametrize("size", [1e-5, 1e-320])
def test_a_pixel_size_that_no_raster_can_have_is_refused_before_anything_is_read(tmp_path, dates, size):
    """The remedy is another size, not space on the disk."""
    paths = [write(tmp_path / f"date{n}.tif", layer[None].astype("float32")) for n, layer in enumerate(dates[:2])]
    with pytest.raises(Problems, match=f'PIXEL_SIZE cannot be "{size}": use larger pixels'):
        run(paths[1], paths[0], tmp_path / "out", pixel_size=size)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("nodata, dtype", [((0, 0), "uint16"), ((0, 7), "float32"), ((0, None), "float32")])
def test_a_stack_keeps_type_and_nodata_that_all_images_share(tmp_path, dates, nodata, dtype):
    """Else it is floating point; what a date does not show is nothing in its own band alone."""
    values = np.clip(np.rint(dates[:2]), 10, 250).astype("uint16")
    values[1, :20] = nodata[1] if nodata[1] is not None else values[1, :20]
    images = [
        write(tmp_path / f"date{n}.tif", own[None], nodata=value) for n, (own, value) in enumerate(zip(values, nodata))
    ]
    stack = str(tmp_path / "stack.tif")
    run(images, images[0], tmp_path / "out", files={"stack": stack}, same_grid=True)
    opened = gdal.Open(stack)
    bands = [opened.GetRasterBand(number) for number in (1, 2)]
    layers = [band.ReadAsArray() for band in bands]
    assert layers[0].dtype == dtype and np.array_equal(layers[0], values[0])
    empty = [band.GetMaskBand().ReadAsArray() == 0 for band in bands]
    assert not empty[0].any() and empty[1].any()
    assert [band.GetDescription() for band in bands] == ["date0 B1", "date1 B1"]
