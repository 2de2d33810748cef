"""`CONSTANT_BORDER`: frames that nobody declared neither shape the result nor are changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import gain_errors, gains_of, make_scene, masks, read, rms, write
from osgeo import gdal
from recorders import CancelAt, Recorder

from evenlight.core.errors import Cancelled
from evenlight.core.jobs import apply_adjustments
from evenlight.core.quality.measure import measure_images
from evenlight.core.settings import ExecutionSettings, OutputFormat, OutputSettings, StatisticsSettings

FIND = StatisticsSettings(constant_border=True)
DARK = np.s_[:, 60:66, 70:76]
"""In the picture; it has the border's value and is data."""


def nodata_of(path):
    """What the first band declares."""
    dataset = gdal.Open(path)
    return dataset.GetRasterBand(1).GetNoDataValue()


JOBS = [run_global, run_local, run_balance]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Four images whose slanted borders are declared."""
    return make_scene(tmp_path_factory.mktemp("scene"), rows=2, columns=2, bands=2)


def borders(scene):
    """Every image's slanted border, (height, width) bool."""
    return [(read(path) == 0).all(axis=0) for path in scene.paths]


def bordered(scene, folder, value=0, **options):
    """The same images with a border of ``value`` (or one of several) and a dark patch in the picture."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number, (path, border) in enumerate(zip(scene.paths, borders(scene))):
        values, fill = read(path), np.ravel(value)[number % np.size(value)]
        values[:, border] = fill
        values[DARK] = fill
        paths.append(write(folder / Path(path).name, values, *scene.corners[number], **options))
    return paths


def declared(scene, folder):
    """The truth: the same pictures, dark patch included, whose borders are masked in the file."""
    folder.mkdir()
    paths = []
    for number, (path, border) in enumerate(zip(scene.paths, borders(scene))):
        values = read(path)
        values[DARK] = 0
        paths.append(write(folder / Path(path).name, values, *scene.corners[number], mask=~border))
    return paths


@pytest.mark.parametrize("job", JOBS)
def test_the_picture_gets_what_it_gets_with_a_declared_border(scene, tmp_path, job):
    """Pixels of the picture are equal, dark ones too; the border is what it was."""
    found = job(bordered(scene, tmp_path / "in"), tmp_path / "out", statistics=FIND)
    known = job(declared(scene, tmp_path / "masked"), tmp_path / "known")
    for path, one, two, border in zip(bordered(scene, tmp_path / "in"), found.outputs, known.outputs, borders(scene)):
        assert np.array_equal(read(one)[:, ~border], read(two)[:, ~border])
        assert (read(one)[:, border] == 0).all()
        assert nodata_of(one) is None
        # the local step's factors keep zero at zero
        assert (read(one)[DARK] != read(path)[DARK]).any() or job is run_local
    assert found.quality == known.quality


def test_without_the_option_borders_are_data(scene, tmp_path):
    """Gains are wrong by more than a hundredth without it, and right to 0.3 % with it."""
    paths = bordered(scene, tmp_path / "in")
    with_it = gains_of(run_global(paths, tmp_path / "a", statistics=FIND).outputs)[0]
    without = gains_of(run_global(paths, tmp_path / "b").outputs)[0]
    assert rms(gain_errors(with_it, scene)) < 3e-3
    assert rms(gain_errors(without, scene)) > 0.01


@pytest.mark.parametrize("value", [0, 65535, (0, 65535)])
def test_where_a_nodata_value_is_declared_the_border_gets_it(scene, tmp_path, value):
    """Another value than the border's, and another border for every image."""
    paths = bordered(scene, tmp_path / "in", value, nodata=9)
    for path, border in zip(run_global(paths, tmp_path / "out", statistics=FIND).outputs, borders(scene)):
        assert (read(path)[:, border] == 9).all()
        assert np.array_equal(masks(path), np.stack([~border, ~border]))


def test_where_there_is_a_mask_the_border_is_hidden_by_it(scene, tmp_path):
    """An internal mask that shows all but one corner; pixels of the border keep their value."""
    shown = np.ones((150, 150), bool)
    shown[:3, 140:] = False
    paths = bordered(scene, tmp_path / "in", mask=shown)
    for path, border in zip(run_global(paths, tmp_path / "out", statistics=FIND).outputs, borders(scene)):
        assert np.array_equal(masks(path), np.stack([~border & shown] * 2))


def test_where_there_is_alpha_the_border_is_transparent(scene, tmp_path):
    """Opaque in the input, transparent in the result; the picture keeps its opacity."""
    kinds = (gdal.GCI_Undefined, gdal.GCI_Undefined, gdal.GCI_AlphaBand)
    paths = []
    for number, path in enumerate(bordered(scene, tmp_path / "bare")):
        values = np.concatenate([read(path), np.full((1, 150, 150), 40000, np.uint16)])
        paths.append(write(tmp_path / f"{number}.tif", values, *scene.corners[number], interpretation=kinds))
    for path, border in zip(run_global(paths, tmp_path / "out", statistics=FIND).outputs, borders(scene)):
        assert np.array_equal(read(path)[2], np.where(border, 0, 40000))


@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.parametrize("kind", ["plain", "nodata", "mask", "alpha"])
def test_virtual_results_show_what_written_ones_hold(scene, tmp_path, job, kind):
    """The border is painted over the recipe: as it was, as nodata, masked or transparent."""
    options = {"nodata": {"nodata": 9}, "mask": {"mask": np.ones((150, 150), bool)}}.get(kind, {})
    paths = bordered(scene, tmp_path / "in", **options)
    if kind == "alpha":
        kinds = (gdal.GCI_Undefined, gdal.GCI_Undefined, gdal.GCI_AlphaBand)
        for number, path in enumerate(paths):
            values = np.concatenate([read(path), np.full((1, 150, 150), 40000, np.uint16)])
            write(path, values, *scene.corners[number], interpretation=kinds)
    written = job(paths, tmp_path / "written", statistics=FIND).outputs
    shown = job(paths, tmp_path / "shown", output={"format": OutputFormat.VIRTUAL}, statistics=FIND).outputs
    for one, two, border in zip(written, shown, borders(scene)):
        assert np.array_equal(masks(one), masks(two))
        a, b = read(one).astype(float), np.rint(read(two).astype(float))
        if kind == "nodata" and np.isnan(nodata_of(two)):
            assert np.isnan(b[:, border]).all()
            b[:, border] = a[:, border]
        assert np.array_equal(a[:, border], b[:, border])
        # in floating point, with its own nodata value, a virtual result is not clipped
        assert np.abs(a - np.clip(b, 0, 65535)).max() <= 1


@pytest.mark.parametrize(
    "execution",
    [ExecutionSettings(threads=1, memory_budget=1), ExecutionSettings(threads=4, window_size=16)],
    ids=["little memory", "threads"],
)
def test_windows_memory_and_threads_change_no_pixel(scene, tmp_path, execution):
    paths = bordered(scene, tmp_path / "in")
    plain = run_balance(paths, tmp_path / "plain", statistics=FIND)
    other = run_balance(paths, tmp_path / "other", statistics=FIND, execution=execution)
    assert all(np.array_equal(read(a), read(b)) for a, b in zip(plain.outputs, other.outputs))


def test_images_on_another_grid_have_borders_too(scene, tmp_path):
    """One image is south-up: gains as when all are north-up, to 0.1 %."""
    paths = bordered(scene, tmp_path / "in")
    upright = gains_of(run_global(paths, tmp_path / "a", statistics=FIND).outputs)[0]
    dataset = gdal.Open(paths[2])
    x, dx, _, y, _, dy = dataset.GetGeoTransform()
    dataset = None
    write(paths[2], read(paths[2])[:, ::-1], geotransform=(x, dx, 0, y + 150 * dy, 0, -dy))
    turned = gains_of(run_global(paths, tmp_path / "b", statistics=FIND).outputs)[0]
    assert turned == pytest.approx(upright, rel=1e-3)


def test_kept_sums_are_those_of_their_border(scene, tmp_path):
    """Without, with and again without the option on one cache folder: each time the bytes of a run without a cache."""
    paths = bordered(scene, tmp_path / "in")
    cache = str(tmp_path / "cache")
    for number, found in enumerate((False, True, False, True)):
        options = StatisticsSettings(constant_border=found, cache_folder=cache)
        kept = run_global(paths, tmp_path / str(number), statistics=options).outputs
        fresh = run_global(paths, tmp_path / "fresh", statistics=replace(options, cache_folder=None)).outputs
        assert [Path(p).read_bytes() for p in kept] == [Path(p).read_bytes() for p in fresh]


def test_saved_adjustments_are_applied_to_the_picture_only(scene, tmp_path):
    """The same pixels as the run that saved them."""
    paths = bordered(scene, tmp_path / "in", nodata=9)
    file = str(tmp_path / "a.json")
    first = run_global(paths, tmp_path / "a", statistics=FIND, save_adjustments=file).outputs
    output = OutputSettings(str(tmp_path / "b"))
    again = apply_adjustments(paths, file, output, statistics=FIND).outputs
    assert all(np.array_equal(read(a), read(b)) for a, b in zip(first, again))


def test_measured_agreement_leaves_borders_out(scene, tmp_path):
    found = measure_images(bordered(scene, tmp_path / "in"), FIND)
    assert found.rmse_before == pytest.approx(measure_images(declared(scene, tmp_path / "known")).rmse_before)


def test_what_was_found_is_told(scene, tmp_path):
    progress = Recorder()
    run_global(bordered(scene, tmp_path / "in"), tmp_path / "a", statistics=FIND, progress=progress)
    share = borders(scene)[0].mean()
    assert f"img_1: its border of value 0 is left out ({share:.1%} of the image)." in progress.facts
    assert progress.fractions == sorted(progress.fractions)
    bare = make_scene(tmp_path / "bare", columns=2, bands=2, border=False)
    run_global(bare.paths, tmp_path / "b", statistics=FIND, progress=progress)
    assert any("None of the images has a constant border" in text for text in progress.warnings)


def test_a_cancel_while_borders_are_looked_for_leaves_nothing(scene, tmp_path):
    paths = bordered(scene, tmp_path / "in")
    with pytest.raises(Cancelled):
        run_global(paths, tmp_path / "out", statistics=FIND, progress=CancelAt(0.0))
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())
