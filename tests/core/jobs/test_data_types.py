"""Every data type in and out, negative values, any number of bands: the known gains come back."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import (
    chain_of,
    gain_errors,
    make_scene,
    masks,
    read,
    rms,
    slanted_border,
    sunlight,
    texture,
    truth_residual,
    write,
)
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import Problems
from evenlight.core.filters.errors import ValuesTooLargeError
from evenlight.core.filters.settings import (
    EqualizeMethod,
    EqualizeSettings,
    GapMethod,
    GapSettings,
    HistogramMatchSettings,
    LocalStatistic,
    LocalVarianceSettings,
    Region,
)
from evenlight.core.jobs import (
    coregister,
    delivery,
    fill_gaps,
    histogram_equalize,
    histogram_match,
    histogram_peaks,
    local_variance,
)
from evenlight.core.raster.dataset import numpy_type
from evenlight.core.settings import OutputSettings, OutputType

JOBS = [run_global, run_balance]
SIZE, STEP = 100, 60
GAIN, OFFSET = np.array([[1.0, 1.0], [1.25, 0.8]]), np.array([[0.0, 0.0], [-60.0, 90.0]])
EMPTY = slanted_border(SIZE, SIZE)

# What is stored is factor * (value + shift): within the type's range, some of it negative where it can be.
TYPES = {
    "uint8": (0.06, 0.0, 0),
    "uint16": (1.0, 0.0, 0),
    "int16": (1.0, -2000.0, -32768),
    "uint32": (1e5, 0.0, 0),
    "int32": (1e5, -2000.0, -(2**31)),
    "float32": (1e-3, -2000.0, np.nan),
    "float64": (1e-3, -2000.0, -1e300),
}


@pytest.fixture(scope="module")
def ground():
    """Two images' worth of ground, two bands of about 2000."""
    return texture(2, SIZE, SIZE + STEP, 31, std=300.0)


def pair(folder, ground, dtype):
    """Two images of the ground; the second one's bands have a gain and offset each."""
    factor, shift, nodata = TYPES[dtype]
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(2):
        part = ground[:, :, STEP * number : STEP * number + SIZE]
        values = GAIN[number][:, None, None] * part + OFFSET[number][:, None, None] + shift
        stored = factor * values if np.dtype(dtype).kind == "f" else np.rint(factor * values)
        stored = stored.astype(dtype)
        stored[:, EMPTY] = nodata
        paths.append(write(folder / f"{number}.tif", stored, column=STEP * number, nodata=nodata))
    return paths


def hold(wanted, paths):
    """Whether most values of the images fit into a type."""
    name = read(paths[0]).dtype if wanted is OutputType.SAME else numpy_type(gdal.GetDataTypeByName(wanted.value))
    if np.dtype(name).kind == "f":
        return True
    limits = np.iinfo(name)
    outside = [[((values < limits.min) | (values > limits.max)) for values in read(path)] for path in paths]
    shares = [part[valid].mean() for path, bands in zip(paths, outside) for part, valid in zip(bands, masks(path))]
    return max(shares) < 0.2


def solved(paths):
    """Gains and offsets of the global step, (N, K) each."""
    first = [chain_of(path)[0] for path in paths]
    return np.array([step["gain"] for step in first]), np.array([step["offset"] for step in first])


@pytest.mark.parametrize("wanted", OutputType)
@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.every(10)
def test_gains_come_back_from_every_type_into_every_type(ground, tmp_path, dtype, job, wanted):
    """Relative gains to 0.1 % (bytes 1 %), levels to 0.2 % of the texture (bytes 2 %); masks stay, nothing is lost.

    A type that cannot hold most of the values is refused.
    """
    paths = pair(tmp_path / "in", ground, dtype)
    if not hold(wanted, paths):
        with pytest.raises(Problems, match=r"would lie outside what .* OUTPUT_DTYPE"):
            job(paths, tmp_path / "out", output={"dtype": wanted})
        assert not (tmp_path / "out").exists()
        return
    result = job(paths, tmp_path / "out", output={"dtype": wanted})
    gain, offset = solved(result.outputs)
    factor, shift, _ = TYPES[dtype]
    coarse = 10 if dtype == "uint8" else 1
    product = gain * GAIN
    assert product[1] / product[0] == pytest.approx([1, 1], abs=1e-3 * coarse)
    # stored = factor (g v + o + shift): what becomes of v = mean of the ground under both images
    levels = gain * factor * (GAIN * ground.mean() + OFFSET + shift) + offset
    assert np.abs(levels[1] - levels[0]).max() < 2e-3 * coarse * factor * ground.std()
    for path, output in zip(paths, result.outputs):
        kind = read(path).dtype if wanted is OutputType.SAME else numpy_type(gdal.GetDataTypeByName(wanted.value))
        assert read(output).dtype == kind
        assert np.array_equal(masks(path), masks(output))


@pytest.mark.parametrize("wanted", OutputType)
@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.every(6)
def test_pixels_are_the_gain_and_offset_rounded_and_clipped_once(ground, tmp_path, dtype, wanted, monkeypatch):
    """What numpy gives in double precision, to half a step of the output or seven digits."""
    paths = pair(tmp_path / "in", ground, dtype)
    # most of the values may lie beyond the type
    monkeypatch.setattr(delivery, "MOST_CLIPPED", 1.0)
    outputs = run_global(paths, tmp_path / "out", output={"dtype": wanted}).outputs
    gain, offset = solved(outputs)
    for number, (path, output) in enumerate(zip(paths, outputs)):
        valid, found = masks(path), read(output)
        exact = gain[number][:, None, None] * read(path).astype(np.float64) + offset[number][:, None, None]
        if found.dtype.kind == "f":
            assert found[valid] == pytest.approx(exact[valid], rel=3e-7, abs=3e-7 * np.abs(exact[valid]).max())
            continue
        limits = np.iinfo(found.dtype)
        # beside the ends of the type one step is nodata's
        exact = np.clip(exact, limits.min, limits.max)
        assert np.abs(found[valid] - exact[valid]).max() <= 1.001
        inside = valid & (exact > limits.min + 1) & (exact < limits.max - 1)
        if inside.any():
            assert np.abs(found[inside] - exact[inside]).max() <= 0.51


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.every(6)
def test_light_that_changes_within_images_is_lessened_in_every_type(tmp_path, dtype):
    """Fields of up to 15 %: the local step brings every type nearer to the truth than the global one, masks stay."""
    factor, _, nodata = TYPES[dtype]
    options = {"size": 160, "step": 90, "bands": 2, "light": sunlight, "noise": 4.0, "seed": 5, "gain_spread": 0.1}
    scene = make_scene(tmp_path / "in", 2, 3, dtype=dtype, factor=factor, nodata=nodata, **options)
    first = run_global(scene.paths, tmp_path / "first").outputs
    both = run_balance(scene.paths, tmp_path / "both").outputs
    assert truth_residual(both, scene) < 0.9 * truth_residual(first, scene)
    for path, output in zip(scene.paths, both):
        assert np.array_equal(masks(path), masks(output))


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("bands", range(1, 12))
@pytest.mark.every(6)
def test_any_number_of_bands_is_balanced(tmp_path, bands, job):
    """One to eleven, each with gains of its own: right to 0.1 %; none becomes alpha, names and order stay."""
    scene = make_scene(tmp_path / "in", columns=2, size=SIZE, step=STEP, bands=bands, seed=bands)
    for path in scene.paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        for number in range(1, bands + 1):
            dataset.GetRasterBand(number).SetDescription(f"band {number}")
        dataset = None
    outputs = job(scene.paths, tmp_path / "out").outputs
    gain, offset = solved(outputs)
    assert rms(gain_errors(gain, scene)) < 1e-3
    level = gain * scene.offset + offset
    assert rms(level - level.mean(axis=0)) < 5e-3 * scene.truth.std()
    for path, output in zip(scene.paths, outputs):
        dataset = gdal.Open(output)
        found = [dataset.GetRasterBand(number) for number in range(1, bands + 1)]
        assert dataset.RasterCount == bands
        assert [band.GetDescription() for band in found] == [f"band {number}" for number in range(1, bands + 1)]
        assert gdal.GCI_AlphaBand not in [band.GetColorInterpretation() for band in found]
        assert np.array_equal(masks(path), masks(output))


@pytest.mark.parametrize("job", JOBS)
def test_images_of_different_types_are_balanced_with_each_other(ground, tmp_path, job):
    """Integers of 16 bits and doubles with another nodata value: each keeps its own, the gain between them is found."""
    first, second = pair(tmp_path / "a", ground, "int16")
    values = read(second).astype(np.float64)
    values[:, EMPTY] = -1e300
    second = write(tmp_path / "double.tif", values, column=STEP, nodata=-1e300)
    progress = Recorder()
    outputs = job([first, second], tmp_path / "out", progress=progress, model_images=(first,)).outputs
    gain, _ = solved(outputs)
    assert gain[1] * GAIN[1] == pytest.approx([1, 1], rel=1e-3)
    assert [read(path).dtype for path in outputs] == [np.int16, np.float64]
    for path, output, nodata in zip((first, second), outputs, (-32768, -1e300)):
        assert np.array_equal(masks(path), masks(output))
        dataset = gdal.Open(output)
        assert dataset.GetRasterBand(1).GetNoDataValue() == nodata
    assert any("data types differ" in text for text in progress.warnings)


@pytest.mark.parametrize("job", JOBS)
def test_every_image_may_declare_another_nodata_value(tmp_path, job):
    """0, the highest number, a value among the data, none with a mask, none at all: each is kept, gains are right."""
    scene = make_scene(tmp_path / "in", columns=5, size=SIZE, step=STEP, bands=2, seed=4)
    declared = [0, 65535, 1500, None, None]
    paths = []
    for number, (path, nodata) in enumerate(zip(scene.paths, declared)):
        values, border = read(path), (read(path) == 0).all(axis=0)
        if number == 4:
            part = scene.ground_of(4) * scene.gain[4][:, None, None] + scene.offset[4][:, None, None]
            values = np.rint(part).astype(np.uint16)
        elif nodata is not None:
            values[values == nodata] += 1
            values[:, border] = nodata
        mask = ~border if number == 3 else None
        paths.append(write(tmp_path / f"{number}.tif", values, *scene.corners[number], nodata=nodata, mask=mask))
    outputs = job(paths, tmp_path / "out").outputs
    assert rms(gain_errors(solved(outputs)[0], scene)) < 1e-3
    for path, output, nodata in zip(paths, outputs, declared):
        dataset = gdal.Open(output)
        assert dataset.GetRasterBand(1).GetNoDataValue() == nodata
        assert np.array_equal(masks(path), masks(output))
        assert np.array_equal(read(path)[~masks(path)], read(output)[~masks(path)])


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("dtype", ["int16", "float32"])
def test_scale_and_offset_tags_are_kept_and_true(ground, tmp_path, dtype, job):
    """Tenths with a shift in one image, plain numbers in the other: physical values agree, tags stay."""
    kind = np.dtype(dtype)
    one = write(tmp_path / "one.tif", ground[:, :, :SIZE].astype(kind), nodata=-9999)
    stored = 10 * (1.3 * ground[:, :, STEP:] - 2000 + 150)
    two = write(tmp_path / "two.tif", np.rint(stored).astype(kind), column=STEP, nodata=-9999)
    dataset = gdal.Open(two, gdal.GA_Update)
    for number in (1, 2):
        dataset.GetRasterBand(number).SetScale(0.1)
        dataset.GetRasterBand(number).SetOffset(2000.0)
    dataset = None
    outputs = job([one, two], tmp_path / "out", output={"dtype": OutputType.FLOAT64}).outputs
    dataset = gdal.Open(outputs[1])
    assert (dataset.GetRasterBand(1).GetScale(), dataset.GetRasterBand(2).GetOffset()) == (0.1, 2000.0)
    first, second = read(outputs[0]), 0.1 * read(outputs[1]) + 2000.0
    assert rms(first[:, :, STEP:] - second[:, :, : SIZE - STEP]) < 0.003 * ground.std()


def test_types_have_names_in_numpy_and_gdal():
    """Every word of the widget is a type that the tests above write."""
    kinds = {numpy_type(gdal.GetDataTypeByName(word)).name for word in OutputType.words() if word != "same"}
    assert kinds == set(TYPES)


LIMITS = {
    "float64": [np.nan, None],
    "float32": [np.nan, None, -9999.0],
    "int32": [None, -(2**31)],
    "uint32": [None, 2**32 - 1],
    "int64": [None],
    "uint64": [None],
}


def at_the_limits(folder, dtype, nodata):
    """Two images of one band from one end of a type to the other; the second has 0.7 of the first one's contrast."""
    ground = texture(1, SIZE, SIZE + STEP, 5, mean=0.0, std=1.0)
    ground /= np.abs(ground).max()
    kind = np.dtype(dtype)
    limits = np.finfo(kind) if kind.kind == "f" else np.iinfo(kind)
    paths = []
    for number, gain in enumerate((1.0, 0.7)):
        share = gain * ground[:, :, STEP * number : STEP * number + SIZE]
        if kind.kind == "f":
            values = (share * float(limits.max)).astype(kind)
        else:
            low, high = float(limits.min), float(np.nextafter(float(limits.max), 0))
            values = np.clip(low + (share + 1) / 2 * (high - low), low, high).astype(kind)
        if nodata is not None:
            values[:, :10] = nodata
        paths.append(write(folder / f"{number}.tif", values, column=STEP * number, nodata=nodata))
    return paths


TONES = {
    "match": lambda paths, output: histogram_match(paths[1:], paths[0], output),
    "match whole": lambda paths, output: histogram_match(
        paths[1:], paths[0], output, settings=HistogramMatchSettings(Region.WHOLE)
    ),
    "global": lambda paths, output: histogram_equalize(paths[1:], output),
    "common": lambda paths, output: histogram_equalize(paths, output, settings=EqualizeSettings(EqualizeMethod.COMMON)),
    "align": lambda paths, output: coregister(paths[1:], paths[0], output),
}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("tool", TONES)
@pytest.mark.parametrize(("dtype", "nodata"), [(dtype, value) for dtype, some in LIMITS.items() for value in some])
@pytest.mark.every(6)
def test_values_near_the_ends_of_a_type_stay_data(tmp_path, dtype, nodata, tool):
    """And keep their order."""
    paths = at_the_limits(tmp_path, dtype, nodata)
    result = TONES[tool](paths, OutputSettings(folder=str(tmp_path / "out"), name="$_Out.tif")).outputs[-1]
    valid = masks(paths[1])
    assert np.array_equal(masks(result), valid)
    before, after = read(paths[1])[valid], read(result)[valid]
    assert after.dtype == before.dtype
    assert (np.diff(after[np.argsort(before)].astype(np.longdouble)) >= 0).all()
    assert len(np.unique(after)) > 0.5 * len(np.unique(before))


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("dtype", ["float64", "int64", "uint64"])
def test_histograms_near_the_ends_of_a_type_are_matched(tmp_path, dtype):
    """The contrast of the reference, to 1 %."""
    paths = at_the_limits(tmp_path, dtype, None)
    settings = HistogramMatchSettings(Region.WHOLE)
    output = OutputSettings(folder=str(tmp_path / "out"), name="$_Out.tif")
    (result,) = histogram_match(paths[1:], paths[0], output, settings=settings).outputs
    parts = [1, 25, 50, 75, 99]
    wanted, found = (np.percentile(read(path).astype(np.longdouble), parts) for path in (paths[0], result))
    assert np.abs(found - wanted).max() < 0.01 * (wanted[-1] - wanted[0])


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("nodata", LIMITS["float64"])
def test_what_cannot_be_computed_is_refused(tmp_path, nodata):
    """No number tells how far the ends of doubles lie apart, or what their squares are; nothing is written."""
    paths = at_the_limits(tmp_path, "float64", nodata)
    adaptive = EqualizeSettings(EqualizeMethod.ADAPTIVE)
    target = str(tmp_path / "out.tif")
    for run in (
        lambda: histogram_equalize(paths, OutputSettings(folder=str(tmp_path), name="$_Out.tif"), settings=adaptive),
        lambda: histogram_peaks(paths[0], str(tmp_path / "out.csv")),
        *(partial(local_variance, paths[0], target, settings=LocalVarianceSettings(word)) for word in LocalStatistic),
    ):
        with pytest.raises(ValuesTooLargeError, match="too large to compute with"):
            run()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.tif", "1.tif"]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("method", [GapMethod.NEAREST, GapMethod.INVERSE_DISTANCE])
def test_holes_in_the_largest_numbers_are_filled_or_stay(tmp_path, method):
    """What the mask of filled pixels tells is what was filled."""
    paths = at_the_limits(tmp_path, "float64", np.nan)
    target, filled = str(tmp_path / "out.tif"), str(tmp_path / "filled.tif")
    fill_gaps(paths[0], target, settings=GapSettings(method, inside_footprint=False), filled_mask=filled)
    assert np.array_equal(masks(target) & ~masks(paths[0]), read(filled) == 1)
    assert (masks(target) >= masks(paths[0])).all()
