"""Every way to say nodata, every grid, and every name that a file can have."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import (
    NORTH,
    PIXEL,
    WEST,
    chain_of,
    gain_errors,
    make_scene,
    masked_virtual,
    masks,
    read,
    rms,
    slanted_border,
    texture,
    to_type,
    write,
)
from osgeo import gdal, osr

from evenlight.core.settings import OutputFormat, OutputType

SIZE, STEP = 150, 80
GAINS, OFFSETS = np.array([1.0, 1.3]), np.array([0.0, -120.0])
EMPTY = slanted_border(SIZE, SIZE)


@pytest.fixture(scope="module")
def ground():
    """Two images' worth of ground."""
    return texture(2, SIZE, SIZE + STEP, 21)


def distorted(ground, index):
    """What image 0 or 1 sees."""
    return GAINS[index] * ground[:, :, STEP * index : STEP * index + SIZE] + OFFSETS[index]


def as_nan(folder, index, values):
    stored = values.astype(np.float32)
    stored[:, EMPTY] = np.nan
    return write(folder / f"{index}.tif", stored, column=STEP * index, nodata=np.nan)


def without_nodata(folder, index, values):
    return write(folder / f"{index}.tif", to_type(values, "uint16"), column=STEP * index)


def as_alpha(folder, index, values):
    stored = np.concatenate([to_type(values, "uint16"), np.where(EMPTY, 0, 65535).astype(np.uint16)[None]])
    stored[:2, EMPTY] = 3
    kinds = (gdal.GCI_Undefined, gdal.GCI_Undefined, gdal.GCI_AlphaBand)
    return write(folder / f"{index}.tif", stored, column=STEP * index, interpretation=kinds)


def _masked(folder, index, values, internal):
    stored = to_type(values, "uint16")
    stored[:, EMPTY] = 3
    gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES" if internal else "NO")
    try:
        return write(folder / f"{index}.tif", stored, column=STEP * index, mask=~EMPTY)
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)


def as_internal_mask(folder, index, values):
    return _masked(folder, index, values, True)


def as_external_mask(folder, index, values):
    return _masked(folder, index, values, False)


def as_nodata_of_each_band(folder, index, values):
    stored = to_type(values, "uint16")
    stored[0, EMPTY], stored[1, EMPTY] = 0, 7
    source = write(folder / f"source{index}.tif", stored, column=STEP * index)
    dataset = gdal.Translate(str(folder / f"{index}.vrt"), source)
    dataset.GetRasterBand(1).SetNoDataValue(0)
    dataset.GetRasterBand(2).SetNoDataValue(7)
    dataset.FlushCache()
    return str(folder / f"{index}.vrt")


def as_mask_of_each_band(folder, index, values):
    """Nothing in common: the second band is hidden where the first one shows; valid zeros are data."""
    stored = to_type(values, "uint16")
    hidden = np.stack([EMPTY, EMPTY[:, ::-1]])
    stored[hidden] = 3
    stored[:, 75, 70:80] = 0
    source = write(folder / f"source{index}.tif", stored, column=STEP * index)
    mask = write(folder / f"mask{index}.tif", np.where(hidden, 0, 255).astype(np.uint8), column=STEP * index)
    return masked_virtual(folder / f"{index}.vrt", source, [1, 2], mask)


def as_highest_value(folder, index, values):
    stored = to_type(values, "uint16")
    stored[:, EMPTY] = 65535
    return write(folder / f"{index}.tif", stored, column=STEP * index, nodata=65535)


def as_value_among_the_data(folder, index, values):
    stored = to_type(values, "uint16")
    stored[stored == 2000] = 2001
    stored[:, EMPTY] = 2000
    return write(folder / f"{index}.tif", stored, column=STEP * index, nodata=2000)


def in_signed_numbers(folder, index, values):
    stored = to_type(values - 3000, "int16")
    stored = (values - 3000).round().astype(np.int16)
    stored[:, EMPTY] = -32768
    return write(folder / f"{index}.tif", stored, column=STEP * index, nodata=-32768)


KINDS = [
    as_nan,
    without_nodata,
    as_alpha,
    as_internal_mask,
    as_external_mask,
    as_nodata_of_each_band,
    as_mask_of_each_band,
    as_highest_value,
    as_value_among_the_data,
    in_signed_numbers,
]


@pytest.mark.parametrize("job", [run_global, run_local, run_balance])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.every(6)
def test_every_kind_of_nodata_is_balanced_and_kept(ground, tmp_path, kind, job):
    """The overlap agrees afterwards (0.3 % of the texture globally), no valid pixel is lost or gained."""
    paths = [kind(tmp_path, index, distorted(ground, index)) for index in (0, 1)]
    first, second = job(paths, tmp_path / "out").outputs
    for path, result in zip(paths, (first, second)):
        assert np.array_equal(masks(path), masks(result))
        assert gdal.Open(result).RasterCount == gdal.Open(path).RasterCount
    left, right = np.s_[:2, :, STEP:], np.s_[:2, :, : SIZE - STEP]
    both = masks(first)[left] & masks(second)[right]
    difference = (read(first)[left].astype(float) - read(second)[right])[both]
    assert rms(difference) < (0.5 if job is run_local else 0.003) * ground.std()
    assert rms(difference) < 0.3 * rms((distorted(ground, 0)[:, :, STEP:] - distorted(ground, 1)[:, :, :-STEP])[both])


@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.parametrize("number", range(len(KINDS)))
@pytest.mark.every(6)
def test_two_kinds_of_nodata_in_one_run(ground, tmp_path, number, job):
    """Each image keeps its own kind; gains are found to 0.1 %."""
    kinds = KINDS[number], KINDS[(number + 1) % len(KINDS)]
    paths = [kind(tmp_path, index, distorted(ground, index)) for index, kind in enumerate(kinds)]
    outputs = job(paths, tmp_path / "out").outputs
    gain = np.array([chain_of(path)[0]["gain"] for path in outputs])
    assert gain[1] / gain[0] * GAINS[1] / GAINS[0] == pytest.approx([1, 1], abs=1e-3)
    for path, output in zip(paths, outputs):
        assert np.array_equal(masks(path), masks(output))
        dataset, result = gdal.Open(path), gdal.Open(output)
        assert dataset.RasterCount == result.RasterCount
        assert dataset.GetRasterBand(1).DataType == result.GetRasterBand(1).DataType


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.every(6)
def test_virtual_results_hide_and_show_the_same_pixels(ground, tmp_path, kind):
    """Masks are equal; values within a rounding and the step that written ones take beside nodata."""
    paths = [kind(tmp_path, index, distorted(ground, index)) for index in (0, 1)]
    written = run_balance(paths, tmp_path / "written").outputs
    shown = run_balance(paths, tmp_path / "shown", output={"format": OutputFormat.VIRTUAL}).outputs
    for one, two in zip(written, shown):
        valid = masks(one)
        assert np.array_equal(valid, masks(two))
        a, b = (read(path)[: len(valid)][valid] for path in (one, two))
        if a.dtype.kind != "f":
            b = np.clip(b.astype(float), np.iinfo(a.dtype).min, np.iinfo(a.dtype).max)
        assert np.abs(a - b).max() <= 1.51


def test_alpha_is_carried_over_and_never_adjusted(ground, tmp_path):
    """Half-transparent pixels keep their opacity."""
    paths = [as_alpha(tmp_path, index, distorted(ground, index)) for index in (0, 1)]
    dataset = gdal.Open(paths[0], gdal.GA_Update)
    alpha = dataset.GetRasterBand(3).ReadAsArray()
    alpha[60:70, 60:90] = 30000
    dataset.GetRasterBand(3).WriteArray(alpha)
    dataset = None
    result = gdal.Open(run_global(paths, tmp_path / "out").outputs[0])
    assert np.array_equal(result.GetRasterBand(3).ReadAsArray(), alpha)
    assert result.GetRasterBand(3).GetColorInterpretation() == gdal.GCI_AlphaBand


@pytest.mark.parametrize("wanted", [OutputType.BYTE, OutputType.FLOAT32])
def test_alpha_in_another_type_keeps_its_opacity(ground, tmp_path, wanted):
    """65535 becomes 255 in bytes: opaque stays opaque."""
    paths = [as_alpha(tmp_path, index, distorted(ground, index) // 20) for index in (0, 1)]
    result = run_global(paths, tmp_path / "out", output={"dtype": wanted}).outputs[0]
    assert np.array_equal(masks(result), masks(paths[0]))


NAMES = ["A & B", "100%", "it's", "$HOME", "two  blanks", "Zürich_日本", "a;b,c=d", "semi#colon+", "[x]", "~x", "-n"]


@pytest.mark.every(3)
@pytest.mark.parametrize("name", NAMES)
def test_file_names_may_hold_anything(tmp_path, name):
    """Outputs bear the image's name as it is, and are balanced."""
    scene = make_scene(tmp_path / name, columns=2, size=80, step=40, bands=1, names=(name, f"{name}2"))
    result = run_global(scene.paths, tmp_path / "out")
    assert [Path(path).name for path in result.outputs] == [f"{name}_Global.tif", f"{name}2_Global.tif"]
    assert result.quality.normalised_after < 0.05


def test_equal_names_in_two_folders_are_told_apart(tmp_path):
    """Two images, one name: two results, by the folders' names, each from its own image."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1)
    twins = []
    for folder, path in zip(("morning", "evening"), scene.paths):
        (tmp_path / folder).mkdir()
        twins.append(str(Path(path).rename(tmp_path / folder / "scene.tif")))
    result = run_global(twins, tmp_path / "out")
    assert [Path(p).name for p in result.outputs] == ["morning_scene_Global.tif", "evening_scene_Global.tif"]
    for path, output in zip(twins, result.outputs):
        assert np.corrcoef(read(path).ravel(), read(output).ravel())[0, 1] > 0.999


def north_up(array, folder, name):
    return write(folder / name, array, column=STEP)


def south_up(array, folder, name):
    rows = array.shape[1]
    geotransform = (WEST + PIXEL * STEP, PIXEL, 0, NORTH - PIXEL * rows, 0, PIXEL)
    return write(folder / name, array[:, ::-1], geotransform=geotransform)


def turned_by_a_right_angle(array, folder, name):
    geotransform = (WEST + PIXEL * STEP, 0, PIXEL, NORTH, -PIXEL, 0)
    return write(folder / name, array.transpose(0, 2, 1), geotransform=geotransform)


def shifted_by_a_part_of_a_pixel(array, folder, name):
    return write(folder / name, array, row=0.3, column=STEP + 0.4)


def shifted_by_half_a_pixel(array, folder, name):
    return write(folder / name, array, row=0.5, column=STEP + 0.5)


def turned_by_thirty_degrees(array, folder, name):
    """Resampled by the nearest pixel onto a grid that lies askew."""
    return _resampled(array, folder, name, np.deg2rad(30))


def turned_by_thirty_degrees_and_south_up(array, folder, name):
    return _resampled(array, folder, name, np.deg2rad(30), mirrored=True)


def _resampled(array, folder, name, angle, mirrored=False):
    """The upright image under every pixel centre of a turned grid around its middle; 0 outside."""
    side = 2 * SIZE
    column, row = np.meshgrid(np.arange(side) + 0.5 - SIZE, np.arange(side) + 0.5 - SIZE)
    row = -row if mirrored else row
    x, y = np.cos(angle) * column - np.sin(angle) * row, np.sin(angle) * column + np.cos(angle) * row
    at = np.floor(y + SIZE / 2).astype(int), np.floor(x + SIZE / 2).astype(int)
    inside = (at[0] >= 0) & (at[0] < SIZE) & (at[1] >= 0) & (at[1] < SIZE)
    turned = np.where(inside, array[:, np.clip(at[0], 0, SIZE - 1), np.clip(at[1], 0, SIZE - 1)], 0)
    along = PIXEL * np.array([np.cos(angle), -np.sin(angle)])
    down = PIXEL * np.array([-np.sin(angle), -np.cos(angle)]) * (-1 if mirrored else 1)
    middle = np.array([WEST + PIXEL * (STEP + SIZE / 2), NORTH - PIXEL * SIZE / 2])
    corner = middle - SIZE * along - SIZE * down
    geotransform = (corner[0], along[0], down[0], corner[1], along[1], down[1])
    return write(folder / name, turned.astype(array.dtype), geotransform=geotransform, nodata=0)


def in_degrees(array, folder, name):
    """Warped by GDAL into longitude and latitude."""
    source = write(folder / f"source_{name}", array, column=STEP)
    path = str(folder / name)
    gdal.Warp(path, source, dstSRS="EPSG:4326", srcNodata=0, dstNodata=0, resampleAlg="near")
    return path


def three_times_finer(array, folder, name):
    fine = array.repeat(3, axis=1).repeat(3, axis=2)
    geotransform = (WEST + PIXEL * STEP, PIXEL / 3, 0, NORTH, 0, -PIXEL / 3)
    return write(folder / name, fine, geotransform=geotransform)


def in_the_next_zone(array, folder, name):
    """Warped by GDAL into UTM zone 15; the pixels turn by some degrees."""
    source = write(folder / f"source_{name}", array, column=STEP)
    system = osr.SpatialReference()
    system.ImportFromEPSG(32615)
    path = str(folder / name)
    gdal.Warp(path, source, dstSRS=system.ExportToWkt(), srcNodata=0, dstNodata=0, resampleAlg="near")
    return path


GRIDS = [
    (north_up, 5e-4),
    (south_up, 5e-4),
    (turned_by_a_right_angle, 5e-4),
    (shifted_by_a_part_of_a_pixel, 5e-3),
    (shifted_by_half_a_pixel, 5e-3),
    (turned_by_thirty_degrees, 5e-3),
    (turned_by_thirty_degrees_and_south_up, 5e-3),
    (in_degrees, 1e-2),
    (three_times_finer, 5e-4),
    (in_the_next_zone, 1e-2),
]


@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.parametrize(("grid", "tolerance"), GRIDS, ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.every(3)
def test_gains_are_found_on_any_grid(ground, tmp_path, grid, tolerance, job):
    """The second image lies on another grid: its relative gain within 0.05 %, resampled ground within 1 %."""
    one = write(tmp_path / "one.tif", to_type(distorted(ground, 0), "uint16"), nodata=0)
    stored = to_type(distorted(ground, 1), "uint16")
    other = grid(stored, tmp_path, "other.tif")
    result = job([one, other], tmp_path / "out", save_adjustments=str(tmp_path / "a.json"))
    saved = json.loads((tmp_path / "a.json").read_text())["images"]
    by_name = {entry["name"]: [band["gain"] for band in entry["adjustments"]] for entry in saved}
    ratio = np.array(by_name["other"]) / by_name["one"] * GAINS[1] / GAINS[0]
    assert ratio == pytest.approx([1, 1], abs=tolerance)
    assert read(result.outputs[1]).shape == read(other).shape
    assert np.array_equal(masks(result.outputs[1]), masks(other))
    assert gdal.Open(result.outputs[1]).GetGeoTransform() == gdal.Open(other).GetGeoTransform()


def ring_of_systems(scene, folder):
    """Four images of a row: two UTM zones, degrees, and the first zone again on a coarser grid."""
    folder.mkdir()
    paths = []
    for number, (path, system, pixel) in enumerate(
        zip(scene.paths, ("EPSG:32614", "EPSG:32615", "EPSG:4326", "EPSG:32614"), (10, 10, None, 20))
    ):
        paths.append(str(folder / f"{number}.tif"))
        resampling = "average" if pixel == 20 else "near"
        gdal.Warp(paths[-1], path, dstSRS=system, xRes=pixel, yRes=pixel, dstNodata=0, resampleAlg=resampling)
    return paths


@pytest.mark.parametrize("job", [run_global, run_balance])
def test_a_row_of_images_in_several_systems_and_resolutions(tmp_path, job):
    """Zone 14, zone 15, degrees and 20 m: gains right to 2 %, where they were off by up to 30 %."""
    scene = make_scene(tmp_path / "in", columns=4, size=200, step=120, bands=2, seed=9)
    paths = ring_of_systems(scene, tmp_path / "warped")
    outputs = job(paths, tmp_path / "out").outputs
    gain = np.array([chain_of(path)[0]["gain"] for path in outputs])
    assert np.abs(gain_errors(gain, scene)).max() < 0.02
    assert np.abs(gain_errors(np.ones_like(gain), scene)).max() > 0.15
    for path, output in zip(paths, outputs):
        before, after = gdal.Open(path), gdal.Open(output)
        assert before.GetGeoTransform() == after.GetGeoTransform()
        assert before.GetProjection() == after.GetProjection()
        assert np.array_equal(masks(path), masks(output))


@pytest.mark.parametrize(
    "grid", [south_up, turned_by_a_right_angle, three_times_finer], ids=lambda grid: grid.__name__
)
def test_block_corrections_lie_where_they_belong_on_any_grid(ground, tmp_path, grid):
    """A light field that rises to the east: corrected pixels of a turned twin are the upright one's, turned."""
    y, x = np.mgrid[-1:1:150j, -1:1:150j]
    one = write(tmp_path / "one.tif", to_type(distorted(ground, 0), "uint16"), nodata=0)
    stored = to_type(distorted(ground, 0)[:, :, :] * 0 + ground[:, :, STEP:] * (1 + 0.1 * x + 0.05 * y), "uint16")
    upright = run_local([one, north_up(stored, tmp_path, "n.tif")], tmp_path / "a", blocks=25).outputs[1]
    other = run_local([one, grid(stored, tmp_path, "o.tif")], tmp_path / "b", blocks=25).outputs[1]
    expected, found = read(upright).astype(float), read(other).astype(float)
    if grid is south_up:
        found = found[:, ::-1]
    elif grid is turned_by_a_right_angle:
        found = found.transpose(0, 2, 1)
    else:
        found = found[:, 1::3, 1::3]
    assert np.abs(found / expected - 1).max() < 2e-3
    assert np.abs(expected / stored - 1).max() > 0.03
