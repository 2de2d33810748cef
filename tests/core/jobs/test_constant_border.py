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

from evenlight.core.errors import Cancelled, OptionError
from evenlight.core.jobs import apply_adjustments
from evenlight.core.jobs.measure import measure_images
from evenlight.core.settings import (
    ConstantBorder,
    ExecutionSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
    StatisticsSettings,
)
from evenlight.core.statistics import borders as looking

FIND = StatisticsSettings(constant_border=ConstantBorder.ALWAYS)
LEAVE = StatisticsSettings(constant_border=ConstantBorder.NEVER)
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


@pytest.mark.every(2)
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


def test_borders_are_data_where_never_is_chosen(scene, tmp_path):
    """They are ground that changed to the gains then, which leave it out, but are less right than without it."""
    paths = bordered(scene, tmp_path / "in")
    right, less_right = (
        rms(gain_errors(gains_of(run_global(paths, tmp_path / name, statistics=settings).outputs)[0], scene))
        for name, settings in (("found", FIND), ("left", LEAVE))
    )
    assert right < less_right < 3e-3


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
@pytest.mark.every(6)
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
    for number, rule in enumerate((LEAVE, FIND, LEAVE, FIND)):
        options = replace(rule, cache_folder=cache)
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


SIDE = 150
WIDE = {"dtype": OutputType.FLOAT32}
"""Gains from such patches would clip whole numbers, and are refused then."""
ROWS, COLUMNS = np.mgrid[0:SIDE, 0:SIDE]


def turned(degrees):
    """What a picture turned within its raster leaves."""
    angle = np.deg2rad(degrees)
    x, y = COLUMNS - (SIDE - 1) / 2, ROWS - (SIDE - 1) / 2
    half = SIDE / 2 / (np.cos(angle) + np.sin(angle))
    across, down = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    return (np.abs(across) > half) | (np.abs(down) > half)


def around(width):
    """A frame of so many pixels."""
    inner = np.zeros((SIDE, SIDE), bool)
    inner[width:-width, width:-width] = True
    return ~inner


def ragged(depth):
    """All around, with an outline like that of joined photographs."""
    waves = depth * (1.5 + np.sin(COLUMNS / 5) + 0.5 * np.sin(COLUMNS / 2.3)) / 3
    return (waves > ROWS) | (waves + ROWS > SIDE - 1) | around(3)


BORDERS = {
    "satellite scene": turned(12),
    "nearly north-up": turned(1),
    "diamond": turned(45),
    "frame": around(20),
    "thin frame": around(1),
    "frame of two": around(2),
    "strip": ROWS < 10,
    "thin strip": ROWS < 1,
    "strips at two sides": (COLUMNS < 6) | (ROWS > 140),
    "cut corner": COLUMNS + ROWS < 40,
    "small cut corner": COLUMNS + 2 * ROWS < 20,
    "two cut corners": (COLUMNS + 2 * ROWS < 60) | (COLUMNS - ROWS > 100),
    "joined photographs": ragged(25),
}
GROUND = {
    "roof": (COLUMNS < 25) & (ROWS < 15),
    "large roof": (COLUMNS < 70) & (ROWS < 60),
    "pond": np.hypot(COLUMNS, ROWS) < 30,
    "lake": np.hypot(COLUMNS - 20, ROWS - 10) < 45,
    "bay": ROWS - 18 * np.sin(COLUMNS / 18) - 8 * np.sin(COLUMNS / 7) < 30,
    "river mouth": (np.abs(ROWS - COLUMNS) < 20) & (ROWS < 110),
    "two roofs": ((COLUMNS < 25) & (ROWS < 15)) | ((COLUMNS > 130) & (ROWS < 30)),
}


def with_patch(folder, scene, patch, value, name="patched", **options):
    """The scene without its own borders; every image has the same patch of one value."""
    folder = folder / name
    folder.mkdir()
    random = np.random.default_rng(3)
    paths = []
    for number, corner in enumerate(scene.corners):
        values = scene.ground_of(number) * scene.gain[number][:, None, None] + scene.offset[number][:, None, None]
        values = np.rint(values + random.normal(size=values.shape)).astype(np.uint16)
        values[:, patch] = value
        paths.append(write(folder / f"{number}.tif", values, *corner, **options))
    return paths


@pytest.mark.parametrize("value", [0, 65535])
@pytest.mark.parametrize("kind", BORDERS)
@pytest.mark.every(6)
def test_a_border_that_nobody_declared_is_left_out_by_itself(scene, tmp_path, kind, value):
    """As if it had been declared; it keeps its value, and a line tells how to have it otherwise."""
    patch, progress = BORDERS[kind], Recorder()
    paths = with_patch(tmp_path, scene, patch, value)
    result = run_global(paths, tmp_path / "out", progress=progress)
    known = run_global(with_patch(tmp_path, scene, patch, value, "known", mask=~patch), tmp_path / "known_out")
    assert gains_of(result.outputs)[0] == pytest.approx(gains_of(known.outputs)[0], rel=1e-12)
    assert result.clipped == known.clipped
    assert rms(gain_errors(gains_of(result.outputs)[0], scene)) < 3e-3
    for path in result.outputs:
        assert (read(path)[:, patch] == value).all()
    lines = [line for line in progress.facts if f"its border of value {value} is left out" in line]
    assert len(lines) == 4
    assert all("CONSTANT_BORDER never" in line for line in lines)
    assert not progress.warnings


@pytest.mark.parametrize("value", [0, 65535, 1234])
@pytest.mark.parametrize("kind", GROUND)
@pytest.mark.every(6)
def test_ground_of_one_value_in_a_corner_is_data(scene, tmp_path, kind, value):
    """Calm water, a saturated roof: every byte is that of a run that looks for nothing; a line tells of the choice."""
    progress = Recorder()
    paths = with_patch(tmp_path, scene, GROUND[kind], value)
    found = run_global(paths, tmp_path / "out", WIDE, progress=progress).outputs
    plain = run_global(paths, tmp_path / "plain", WIDE, statistics=LEAVE).outputs
    assert all(Path(one).read_bytes() == Path(two).read_bytes() for one, two in zip(found, plain))
    lines = [line for line in progress.facts if f"value {value} in a corner is taken for data" in line]
    assert len(lines) == 4
    assert all("CONSTANT_BORDER always" in line for line in lines)


def test_classes_and_flat_ground_are_data(tmp_path):
    """One band of few values in patches, as maps have them."""
    random = np.random.default_rng(2)
    blocks = random.integers(0, 4, (2, 8, 12)).repeat(12, axis=1).repeat(12, axis=2).astype(np.uint8)
    blocks[:, :12, :12] = 0
    paths = [write(tmp_path / f"{n}.tif", blocks[n : n + 1, :, : 100 + n], column=30 * n) for n in range(2)]
    found = run_global(paths, tmp_path / "out").outputs
    plain = run_global(paths, tmp_path / "plain", statistics=LEAVE).outputs
    assert all(Path(one).read_bytes() == Path(two).read_bytes() for one, two in zip(found, plain))


def test_an_image_of_one_value_is_data(scene, tmp_path):
    """Nothing would be left of it."""
    paths = with_patch(tmp_path, scene, np.zeros((SIDE, SIDE), bool), 0)
    write(paths[3], np.full((2, SIDE, SIDE), 700, np.uint16), *scene.corners[3])
    progress = Recorder()
    run_global(paths, tmp_path / "out", progress=progress)
    assert sum("value 700 in a corner is taken for data" in line for line in progress.facts) == 1
    assert not any("is left out" in line for line in progress.facts)


@pytest.mark.every(2)
@pytest.mark.parametrize("how", ["nodata", "mask", "alpha", "user"])
def test_images_that_declare_something_are_taken_at_their_word(scene, tmp_path, how):
    """A border of another value than the declared one is data, as the image says; a warning tells what else to do."""
    patch, options, statistics = BORDERS["frame"], {}, StatisticsSettings()
    if how == "nodata":
        options["nodata"] = 9
    elif how == "mask":
        options["mask"] = ROWS > 0
    elif how == "user":
        statistics = StatisticsSettings(nodata=9)
    paths = with_patch(tmp_path, scene, patch, 0, **options)
    if how == "alpha":
        kinds = (gdal.GCI_Undefined, gdal.GCI_Undefined, gdal.GCI_AlphaBand)
        for path, corner in zip(paths, scene.corners):
            opaque = np.full((1, SIDE, SIDE), 65535, np.uint16)
            write(path, np.concatenate([read(path), opaque]), *corner, interpretation=kinds)
    progress = Recorder()
    found = run_global(paths, tmp_path / "out", WIDE, statistics=statistics, progress=progress).outputs
    warned = [line for line in progress.warnings if "CONSTANT_BORDER always" in line and "corner in all bands" in line]
    # a mask that hides the upper edge leaves the lower corners
    assert [line.split(":")[0] for line in warned] == ["0, 1, 2, 3"]
    assert "value 0 begins" in warned[0]
    never = replace(statistics, constant_border="never")
    plain = run_global(paths, tmp_path / "plain", WIDE, statistics=never).outputs
    assert all(Path(one).read_bytes() == Path(two).read_bytes() for one, two in zip(found, plain))
    assert not any("border" in line or "corner" in line for line in progress.facts)


@pytest.mark.parametrize("rule", ["auto", "never"])
def test_clipping_names_a_border_that_is_taken_for_data(tmp_path, rule):
    """Black corners beside a nodata value of 255 shape gains that clip; leaving them out is the remedy."""
    random = np.random.default_rng(1)
    ground = np.clip(random.normal(150, 30, (2, SIDE, SIDE + 50)), 5, 250)
    first, second = ground[..., :SIDE].copy(), np.clip(0.6 * ground[..., 50:] + 60, 0, 250)
    first[:, COLUMNS + ROWS < 100] = 0
    second[:, COLUMNS - ROWS > 90] = 0
    values = [np.rint(array).astype(np.uint8) for array in (first, second)]
    paths = [write(tmp_path / f"{n}.tif", array, 0, 50 * n, nodata=255) for n, array in enumerate(values)]
    progress = Recorder()
    run_global(paths, tmp_path / "out", statistics=StatisticsSettings(constant_border=rule), progress=progress)
    clipped = [line for line in progress.warnings if "were clipped" in line]
    assert clipped
    assert all("or CONSTANT_BORDER always if 0 in 0, 0 in 1 at a corner is an empty border" in line for line in clipped)
    progress = Recorder()
    run_global(paths, tmp_path / "out", statistics=FIND, progress=progress)
    assert not progress.warnings


def test_a_value_that_the_type_cannot_hold_declares_nothing(scene, tmp_path):
    """-9999 hides no pixel of whole numbers above 0."""
    paths = with_patch(tmp_path, scene, BORDERS["satellite scene"], 0, nodata=-9999)
    found = run_global(paths, tmp_path / "out").outputs
    assert rms(gain_errors(gains_of(found)[0], scene)) < 3e-3


def test_looking_costs_nothing_where_corners_differ(scene, tmp_path, monkeypatch):
    """Runs of eight pixels from the corners are read, of images that declare something too, for the warning."""
    windows = []
    read_pixels = looking.FileSource.read

    def counted(reader, window):
        windows.append((reader.image.name, window[2] * window[3]))
        return read_pixels(reader, window)

    paths = with_patch(tmp_path, scene, np.zeros((SIDE, SIDE), bool), 0)
    write(paths[1], read(paths[1]), *scene.corners[1], nodata=0)
    monkeypatch.setattr(looking, "FileSource", type("Counting", (looking.FileSource,), {"read": counted}))
    measure_images(paths)
    assert sorted(windows) == sorted([(name, 8) for name in ("0", "1", "2", "3")] * 8)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (True, "always"),
        (False, "auto"),
        ("true", "always"),
        ("False", "auto"),
        (1, "always"),
        (0, "auto"),
        ("never", "never"),
    ],
)
def test_settings_of_earlier_versions_go_on(old, new):
    """On meant always, off was the default."""
    assert StatisticsSettings(constant_border=old).constant_border is ConstantBorder(new)


@pytest.mark.parametrize("bad", ["sometimes", 2, None])
def test_other_words_are_refused(bad):
    with pytest.raises(OptionError, match=str(bad)):
        StatisticsSettings(constant_border=bad)
