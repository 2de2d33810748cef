"""Mosaics: every pixel from its image, blends without rims or overshoot, the same in any window."""

from __future__ import annotations

import numpy as np
import pytest
from made_mosaics import SHAPES, box, cut_images, layout, turned, union_of
from made_scenes import masks, read, texture, write
from osgeo import gdal

from evenlight.core.mosaicking.finding import find_partition
from evenlight.core.mosaicking.metrics import Layer, measure
from evenlight.core.mosaicking.mosaic import Mosaicked
from evenlight.core.mosaicking.settings import Blend, MosaicSettings, Overlap, SeamMethod, SeamSettings
from evenlight.core.raster.window import Window
from evenlight.core.raster.write import WriteJob, write_images
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, OutputFormat, OutputSettings

BLENDS = [Blend.NONE, Blend.FEATHER, Blend.MULTIBAND]
NARROW = {"feather_width": 16, "levels": 3}


def mosaicked(paths, folder, run=Run(), seams=SeamSettings(), **settings):
    found = layout(paths)
    wanted = MosaicSettings(**{**NARROW, **settings})
    partition = find_partition(found, seams, str(folder), run) if wanted.overlap is Overlap.SEAMLINES else None
    return Mosaicked(found, partition, wanted, run), partition


def whole(source):
    return source.read(source.image.grid.window)


def on_grid(paths):
    """Every image on the grid of all."""
    found, layers = layout(paths), []
    for member in found.members:
        pixels = member.read(member.window)
        values = np.zeros((len(pixels.valid), *found.grid.window.shape), pixels.values.dtype)
        valid = np.zeros(values.shape[1:], bool)
        values[(slice(None), *member.window.slices)] = pixels.values
        valid[member.window.slices] = pixels.valid.any(axis=0)
        layers.append(Layer(values, valid))
    return layers


@pytest.mark.parametrize("blend", BLENDS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.every(6)
def test_nothing_is_lost_invented_or_beyond_the_inputs(shape, blend, tmp_path):
    """Of all shapes: data exactly where an image has some, values between those of the images."""
    places = SHAPES[shape]
    paths = cut_images(tmp_path, places, gains=1 + 0.07 * np.arange(len(places)), dtype="float32")
    source, _ = mosaicked(paths, tmp_path, blend=blend)
    values, valid, *_ = whole(source)
    covered = union_of(places, valid.shape[1:]) > 0
    assert (valid == covered).all()
    layers = on_grid(paths)
    low = np.min([np.where(layer.valid, layer.values, np.inf) for layer in layers], axis=0)
    high = np.max([np.where(layer.valid, layer.values, -np.inf) for layer in layers], axis=0)
    assert (values >= low)[valid].all() and (values <= high)[valid].all()


@pytest.mark.every(3)
@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "uint32", "float32", "float64"])
def test_without_blending_every_value_is_one_of_its_image(dtype, tmp_path):
    """Bit by bit, whatever the type."""
    places = SHAPES["rotated 3 x 3"]
    truth = texture(2, 260, 260, seed=3, mean=120, std=20)
    paths = cut_images(tmp_path, places, truth, dtype=dtype, gains=1 + 0.05 * np.arange(9))
    source, partition = mosaicked(paths, tmp_path, blend=Blend.NONE)
    values = whole(source).values
    labels = partition.labels(source.image.grid.window)
    assert values.dtype == np.dtype(dtype)
    for index, layer in enumerate(on_grid(paths)):
        here = labels == index
        assert (values[:, here] == layer.values[:, here]).all()
    assert (source.areas == [np.count_nonzero(labels == index) for index in range(9)]).all()


@pytest.mark.parametrize("blend", BLENDS)
@pytest.mark.parametrize("dtype", ["uint8", "float32", "float64"])
@pytest.mark.every(3)
def test_windows_change_nothing(blend, dtype, tmp_path):
    """A pixel is the same, to the last bit, in any window."""
    places = [(95 * r, 90 * c, turned(160, 9 + 8 * r - 5 * c)) for r in range(2) for c in range(3)]
    truth = texture(2, 260, 340, seed=3, mean=120, std=20)
    paths = cut_images(tmp_path, places, truth, dtype=dtype, gains=1 + 0.06 * np.arange(6))
    source, _ = mosaicked(paths, tmp_path, blend=blend)
    values, valid, *_ = whole(source)
    for window in source.image.grid.window.cut((71, 53)):
        part = source.read(window)
        where = (slice(None), *window.slices)
        assert (part.valid == valid[where]).all()
        assert (part.values == values[where])[part.valid].all()


@pytest.mark.parametrize("blend", [Blend.FEATHER, Blend.MULTIBAND])
def test_identical_grounds_stay_what_they_are(blend, tmp_path):
    """Where images agree, blending changes nothing."""
    places = SHAPES["rotated 3 x 3"]
    truth = texture(2, 260, 260, seed=3)
    source, _ = mosaicked(cut_images(tmp_path, places, truth), tmp_path, blend=blend)
    values, valid, *_ = whole(source)
    expected = np.maximum(truth, 1).astype("uint16")[:, : valid.shape[1], : valid.shape[2]]
    assert (np.rint(values) == expected)[valid].all()


@pytest.mark.parametrize("blend", [Blend.FEATHER, Blend.MULTIBAND])
def test_a_step_becomes_a_slope(blend, tmp_path):
    """Two flat images of 100 and 200: no step of more than a few of the 100 is left, far away nothing changes."""
    truth = np.full((1, 200, 400), 100.0)
    paths = cut_images(tmp_path, [box(0, 0, 200, 250), box(0, 150, 200, 250)], truth, gains=[1.0, 2.0])
    seams = SeamSettings(method=SeamMethod.DISTANCE)
    source, _ = mosaicked(paths, tmp_path, seams=seams, blend=blend, feather_width=32, levels=4)
    line = whole(source).values[0, 100]
    assert (np.diff(line) >= -1e-3).all()
    assert np.diff(line).max() < 10
    assert line[100] == 100 and line[300] == 200
    assert abs(line[199:201].mean() - 150) < 3


def test_rims_do_not_appear(tmp_path):
    """Slanted edges of data: what an image has at its own edge does not show in the blend."""
    places = [(0, 0, turned(200, 13)), (0, 110, turned(200, 27)), (100, 50, turned(200, 40))]
    truth = np.full((1, 320, 320), 1000.0)
    paths = cut_images(tmp_path, places, truth, gains=[1.0, 1.2, 0.9], dtype="float32")
    layers = on_grid(paths)
    for blend in (Blend.FEATHER, Blend.MULTIBAND):
        source, partition = mosaicked(paths, tmp_path, blend=blend, feather_width=32, levels=4)
        values, valid, *_ = whole(source)
        labels = partition.labels(source.image.grid.window)
        for index, layer in enumerate(layers):
            edge = layer.valid[1:] != layer.valid[:-1]
            edge &= valid[0, 1:] & valid[0, :-1] & (labels[1:] != index) & (labels[:-1] != index)
            steps = np.abs(np.diff(values[0], axis=0))[edge]
            # up to 300 lie between images
            assert len(steps) > 50 and np.percentile(steps, 90) < 4


RULES = {
    Overlap.FIRST: lambda stack: stack[0],
    Overlap.LAST: lambda stack: stack[-1],
    Overlap.MEAN: lambda stack: np.mean(stack, axis=0),
    Overlap.MEDIAN: lambda stack: np.median(stack, axis=0),
    Overlap.MINIMUM: lambda stack: np.min(stack, axis=0),
    Overlap.MAXIMUM: lambda stack: np.max(stack, axis=0),
}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("shape", ["rotated 3 x 3", "identical", "holed", "disjoint", "one"])
@pytest.mark.every(6)
def test_rules_for_overlaps(rule, shape, tmp_path):
    """In every pixel the rule of the values that images have there."""
    places = SHAPES[shape]
    paths = cut_images(tmp_path, places, gains=1 + 0.1 * np.sin(np.arange(len(places))))
    source, _ = mosaicked(paths, tmp_path, overlap=rule)
    values, valid, *_ = whole(source)
    layers = on_grid(paths)
    assert (valid == np.any([layer.valid for layer in layers], axis=0)).all()
    random = np.random.default_rng(0)
    for row, column in zip(*(random.choice(each, 300) for each in np.nonzero(valid[0]))):
        if valid[0, row, column]:
            stack = [layer.values[:, row, column].astype(float) for layer in layers if layer.valid[row, column]]
            assert values[:, row, column] == pytest.approx(RULES[rule](stack), rel=1e-6)


@pytest.mark.parametrize("form", [OutputFormat.GEOTIFF, OutputFormat.COG])
def test_it_is_written_like_any_source(form, tmp_path):
    """With nodata, names and type; bytes are the same for any number of threads, pixels for any size of tiles."""
    places = SHAPES["rotated 3 x 3"]
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", places, gains=1 + 0.06 * np.arange(9))
    results = []
    for number, execution in enumerate(
        [ExecutionSettings(threads=1), ExecutionSettings(threads=3), ExecutionSettings(threads=2, window_size=32)]
    ):
        run = Run(execution)
        source, _ = mosaicked(paths, tmp_path, run)
        target = str(tmp_path / f"out{number}.tif")
        (written,) = write_images([WriteJob(source, target)], OutputSettings(format=form), run)
        results.append(target)
    covered = union_of(places, read(results[0]).shape[1:]) > 0
    assert (masks(results[0]) == covered).all()
    assert (written.valid == np.count_nonzero(covered)).all()
    assert (read(results[0]) == read(results[2])).all()
    with open(results[0], "rb") as one, open(results[1], "rb") as other:
        assert one.read() == other.read()
    dataset = gdal.Open(results[0])
    assert dataset.GetRasterBand(1).GetNoDataValue() == 0 and dataset.GetRasterBand(1).DataType == gdal.GDT_UInt16


def test_masks_nodata_and_alpha_together(tmp_path):
    """An image with a nodata value, one with a mask, one with alpha: data exactly where one of them has some."""
    ground = np.full((2, 60, 60), 7, np.uint8)
    first = ground.copy()
    first[:, :20] = 0
    paths = [write(tmp_path / "nodata.tif", first, 0, 0, nodata=0)]
    mask = np.ones((60, 60), bool)
    mask[:, 40:] = False
    dark = np.zeros((2, 60, 60), np.uint8)
    paths.append(write(tmp_path / "mask.tif", dark, 20, 30, mask=mask))
    alpha = np.concatenate([ground + 1, np.where(mask, 200, 0)[None].astype(np.uint8)])
    kinds = [gdal.GCI_GrayIndex, gdal.GCI_Undefined, gdal.GCI_AlphaBand]
    paths.append(write(tmp_path / "alpha.tif", alpha, 0, 80, interpretation=kinds, options=["ALPHA=YES"]))
    source, _ = mosaicked(paths, tmp_path, blend=Blend.NONE)
    target = str(tmp_path / "out.tif")
    write_images([WriteJob(source, target)], OutputSettings(), Run())
    expected = np.zeros((80, 140), bool)
    expected[20:60, :60] = expected[20:80, 30:70] = expected[:60, 80:120] = True
    assert (masks(target) == expected).all()
    written = read(target)
    assert (written[0][20:80, 62:70] == 0).all()
    assert (written[2][:60, 80:120] == 200).all() and (written[2][30:60, :25] == 255).all()


def test_types_are_brought_together(tmp_path):
    """Bytes and 16 bits: the mosaic holds the values of both."""
    paths = [
        write(tmp_path / "a.tif", np.full((1, 50, 50), 200, np.uint8), 0, 0, nodata=0),
        write(tmp_path / "b.tif", np.full((1, 50, 50), 3000, np.uint16), 0, 50, nodata=0),
    ]
    source, _ = mosaicked(paths, tmp_path, blend=Blend.NONE)
    assert source.image.dtype == np.uint16
    assert np.unique(whole(source).values).tolist() == [200, 3000]


def test_bands_without_data_stay_so(tmp_path):
    """Not a number in one band of floating values stays that band's alone, also where seams are blended."""
    ground = texture(2, 100, 160, seed=1).astype(np.float32)
    one, other = ground[:, :, :100].copy(), 1.1 * ground[:, :, 60:]
    one[1, 30:60, 20:90] = np.nan
    paths = [
        write(tmp_path / "a.tif", one, 0, 0, nodata=np.nan), write(tmp_path / "b.tif", other, 0, 60, nodata=np.nan)
    ]
    for blend in BLENDS:
        source, _ = mosaicked(paths, tmp_path, blend=blend)
        values, valid, *_ = whole(source)
        assert valid[0].all() and valid[1][:, 60:].all()
        assert not valid[1][30:60, 20:60].any()
        assert np.isfinite(values[valid]).all()


def test_only_what_is_needed_is_read(tmp_path):
    """A window with one label reads one image, and that only there."""
    places = [box(0, 0, 300, 300), box(0, 200, 300, 300)]
    found = layout(cut_images(tmp_path, places))
    partition = find_partition(found, SeamSettings(), str(tmp_path), Run())
    source = Mosaicked(found, partition, MosaicSettings(), Run())
    fetched = source.fetch(Window(10, 20, 100, 80), lambda: None)
    assert [(index, part) for index, (part, _) in fetched.parts.items()] == [(0, Window(10, 20, 100, 80))]


def test_memory_decides_how_large_windows_are(tmp_path):
    """A small budget cuts the mosaic into smaller windows, never into more than it can hold."""
    found = layout(cut_images(tmp_path, SHAPES["identical"]))
    runs = [Run(ExecutionSettings(memory_budget=budget, threads=2)) for budget in (512, 16)]
    large, small = (Mosaicked(found, None, MosaicSettings(overlap="median"), run) for run in runs)
    assert np.prod(large.plan.step) >= np.prod(small.plan.step)


def test_figures_tell_good_from_bad(tmp_path):
    """The same images cut along a line, along least visible seams, and blended."""
    truth = texture(2, 300, 520, seed=8, mean=1000, std=150)
    places = [box(0, 0, 300, 300), box(0, 220, 300, 300)]
    paths = cut_images(tmp_path, places, truth)
    # the second one lies a pixel beside its place, and is a little brighter
    moved = (1.04 * truth[:, :, 219:519]).astype(np.uint16)
    write(paths[1], moved, 0, 220, nodata=0)
    layers, figures = on_grid(paths), []
    for method, blend in (("distance", "none"), ("least_visible", "none"), ("least_visible", "feather")):
        seams = SeamSettings(method=method)
        source, partition = mosaicked(paths, tmp_path, seams=seams, blend=blend, feather_width=32)
        values, valid, *_ = whole(source)
        figures.append(measure(Layer(values, valid.any(axis=0)), partition.labels(source.image.grid.window), layers))
    line, path, blended = figures
    assert path.path_cost < 0.9 * line.path_cost
    assert line.coherent > 1.2 and blended.coherent < path.coherent
    for each in figures:
        assert (each.gaps, each.invented) == (0, 0) and each.overshoot < 1e-3
        assert 0.97 < each.gradient_kept < 1.03 and 0.97 < each.fine_kept < 1.03


def test_figures_see_faults(tmp_path):
    """A gap, an invented pixel and a value beyond the inputs are counted."""
    layers = on_grid(cut_images(tmp_path, SHAPES["touching"]))
    values = np.max([np.where(layer.valid, layer.values, 0) for layer in layers], axis=0).astype(float)
    valid = np.any([layer.valid for layer in layers], axis=0)
    labels = np.argmax([layer.valid for layer in layers], axis=0)
    values[0, 10, 10] += 5
    gap, more = valid.copy(), [replace_valid(layer) for layer in layers]
    gap[3, 4] = False
    found = measure(Layer(values, gap), labels, layers)
    assert (found.gaps, found.overshoot) == (1, 5)
    assert measure(Layer(values, valid), labels, more).invented == 1


def replace_valid(layer):
    valid = layer.valid.copy()
    valid[20, 30] = False
    return layer._replace(valid=valid)
