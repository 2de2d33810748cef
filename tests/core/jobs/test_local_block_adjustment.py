"""A smooth illumination field is found and taken away; what has none is left alone."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_global, run_local
from made_scenes import (
    NORTH,
    PIXEL,
    WEST,
    make_scene,
    masks,
    overlap_difference,
    read,
    sunlight,
    texture,
    to_type,
    truth_residual,
    write,
)
from osgeo import gdal
from recorders import Recorder
from scipy import ndimage

from evenlight.core.errors import Problems
from evenlight.core.progress import Silent
from evenlight.core.settings import CanvasExtent, CorrectionKind, OutputType, Reference

KINDS = list(CorrectionKind)


@pytest.fixture(scope="module")
def levelled(lit_images, tmp_path_factory):
    """The lit images after the global step."""
    return run_global(lit_images.paths, tmp_path_factory.mktemp("levelled")).outputs


@pytest.fixture(scope="module")
def adjusted(levelled, tmp_path_factory):
    """The local step on the levelled images with any reference and correction, each run once."""
    done = {}

    def run(reference, kind):
        if (reference, kind) not in done:
            folder = tmp_path_factory.mktemp(f"{reference}_{kind}")
            done[reference, kind] = run_local(levelled, folder, correction=kind, reference=reference)
        return done[reference, kind]

    return run


@pytest.mark.every(2)
@pytest.mark.parametrize("kind", KINDS)
def test_the_truth_is_nearer_after_the_local_step(lit_images, levelled, adjusted, kind):
    """Residual against the truth at least a quarter lower than after the global step, overlaps four times better."""
    result = adjusted(Reference.COMMON_PIXELS, kind)
    assert truth_residual(result.outputs, lit_images) < 0.75 * truth_residual(levelled, lit_images)
    before, after = (overlap_difference(paths, lit_images) for paths in (levelled, result.outputs))
    assert after < 0.25 * before
    assert 0.98 <= result.quality.contrast_kept <= 1.02
    assert result.quality.held_out < 0.5 * result.quality.normalised_before


@pytest.mark.parametrize("kind", KINDS)
def test_block_means_bring_images_nearer_too(lit_images, levelled, adjusted, kind):
    """The documented reference: less than `common_pixels`, more than nothing."""
    result = adjusted(Reference.BLOCK_MEANS, kind)
    before, after = (overlap_difference(paths, lit_images) for paths in (levelled, result.outputs))
    assert after < 0.5 * before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reference", Reference)
def test_masks_are_kept(levelled, adjusted, kind, reference):
    """No valid pixel is lost or gained, at edges and in blocks without neighbours either."""
    for before, after in zip(levelled, adjusted(reference, kind).outputs):
        assert np.array_equal(masks(before), masks(after))


@pytest.mark.every(3)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reference", Reference)
def test_identical_images_do_not_change(tmp_path, kind, reference):
    """Four copies that overlap completely: less than half a number, with both references."""
    scene = make_scene(tmp_path / "in", columns=4, size=100, step=0, gain_spread=0, offset_spread=0, border=False)
    for path, result in zip(
        scene.paths, run_local(scene.paths, tmp_path / "out", correction=kind, reference=reference, blocks=9).outputs
    ):
        assert np.abs(read(path).astype(int) - read(result)).max() < 0.5


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("blocks", [9, 100])
def test_equal_images_that_overlap_in_part_do_not_change(tmp_path, kind, blocks):
    """Slanted borders fill blocks in part: only common pixels are compared, so nothing moves."""
    scene = make_scene(tmp_path / "in", rows=2, columns=2, gain_spread=0, offset_spread=0)
    result = run_local(scene.paths, tmp_path / "out", correction=kind, blocks=blocks)
    for before, after in zip(scene.paths, result.outputs):
        assert np.abs(read(before).astype(int) - read(after)).max() < 0.5


@pytest.mark.parametrize(
    ("reference", "kind"),
    [*((Reference.COMMON_PIXELS, kind) for kind in KINDS), (Reference.BLOCK_MEANS, CorrectionKind.LINEAR)],
)
def test_alpha_blends_from_nothing_to_everything(levelled, tmp_path, kind, reference):
    """0 changes nothing, 0.5 lies in the middle of 0 and 1, pixel for pixel."""
    looks = [
        [
            read(path)
            for path in run_local(
                levelled[:2],
                tmp_path / str(alpha),
                {"dtype": OutputType.FLOAT32},
                alpha=alpha,
                correction=kind,
                reference=reference,
            ).outputs
        ]
        for alpha in (0.0, 0.5, 1.0)
    ]
    for path, none, half, full in zip(levelled, *looks):
        assert np.array_equal(none, read(path))
        assert np.allclose(half, (none + full) / 2, rtol=1e-5)
        assert np.abs(full - none).max() > 10


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("factor", [1e-4, 5e-4, 1.0])
def test_no_unit_is_a_trap(tmp_path, kind, factor):
    """Reflectance around 0.2 and around 1, where raw values have no logarithm, and raw numbers: all improve."""
    scene = make_scene(
        tmp_path / "in", columns=3, bands=1, dtype="float32", nodata=np.nan, factor=factor, light=sunlight, seed=5
    )
    result = run_local(scene.paths, tmp_path / "out", correction=kind)
    assert overlap_difference(result.outputs, scene) < 0.5 * overlap_difference(scene.paths, scene)


@pytest.mark.every(3)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shift", [-3000.0, -9000.0])
def test_values_below_zero_are_no_trap(tmp_path, kind, shift):
    """Some values or all of them lie below zero: every correction brings images nearer."""
    scene = make_scene(
        tmp_path / "in", columns=2, bands=1, dtype="float32", nodata=np.nan, light=sunlight, gain_spread=0, seed=5
    )
    for path in scene.paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.GetRasterBand(1).WriteArray(read(path)[0] + shift)
        dataset = None
    result = run_local(scene.paths, tmp_path / "out", correction=kind)
    assert overlap_difference(result.outputs, scene) < 0.5 * overlap_difference(scene.paths, scene)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reference", Reference)
@pytest.mark.every(3)
def test_units_do_not_matter(tmp_path, kind, reference):
    """Inputs times 1e-4 in floating point give outputs times 1e-4 under every correction."""
    options = {"rows": 1, "columns": 3, "dtype": "float64", "nodata": np.nan, "noise": 20.0, "bands": 2}
    outputs = []
    for factor in (1.0, 1e-4):
        scene = make_scene(tmp_path / str(factor), factor=factor, **options)
        folder = tmp_path / f"out {factor}"
        outputs.append(run_local(scene.paths, folder, correction=kind, reference=reference, blocks=16).outputs)
    for one, two in zip(*outputs):
        assert np.allclose(read(two), 1e-4 * read(one), rtol=1e-7, atol=0, equal_nan=True)


def field_image(folder, name, kind, column, values):
    """A floating image at a column of the ground."""
    return write(folder / f"{name}.tif", values.astype(np.float32), column=column, nodata=np.nan)


@pytest.mark.parametrize(
    ("kind", "distort"),
    [
        (CorrectionKind.LINEAR, lambda x, s: x * (1 + s)),
        (CorrectionKind.ADDITIVE, lambda x, s: x + 600 * s),
        (CorrectionKind.GAMMA, lambda x, s: 5000 * (x / 5000) ** (1 - s)),
    ],
    ids=["linear", "additive", "gamma"],
)
def test_each_correction_takes_its_own_distortion_away(tmp_path, kind, distort):
    """Complete overlap, one image distorted by a smooth field of the law's own form: a tenth is left."""
    ground = texture(1, 200, 200, 11)
    y, x = np.mgrid[-1:1:200j, -1:1:200j]
    field = 0.12 * np.sin(1.5 * x + 0.5) * np.cos(1.2 * y)
    paths = [
        field_image(tmp_path, "one", kind, 0, distort(ground, field)),
        field_image(tmp_path, "two", kind, 0, distort(ground, -field)),
    ]
    before = np.abs(read(paths[0]) - read(paths[1])).mean()
    one, two = run_local(paths, tmp_path / "out", correction=kind, blocks=72).outputs
    assert np.abs(read(one) - read(two)).mean() < 0.12 * before


@pytest.mark.parametrize("kind", [CorrectionKind.LINEAR, CorrectionKind.GAMMA])
def test_values_around_zero_are_corrected_by_adding(tmp_path, kind):
    """Block means at or below zero have no factor: a message, and the difference goes all the same."""
    ground = texture(1, 150, 240, 12, mean=0.0, std=10.0)
    y, x = np.mgrid[-1:1:150j, -1:1:150j]
    paths = [
        field_image(tmp_path, "one", kind, 0, ground[:, :, :150] + 4 * x),
        field_image(tmp_path, "two", kind, 90, ground[:, :, 90:] - 4 * y),
    ]
    progress = Recorder()
    one, two = run_local(paths, tmp_path / "out", correction=kind, progress=progress).outputs
    assert any("the step adds instead" in text for text in progress.facts)
    difference = read(one)[0, :, 90:] - read(two)[0, :, :60]
    before = read(paths[0])[0, :, 90:] - read(paths[1])[0, :, :60]
    assert np.abs(difference).mean() < 0.3 * np.abs(before).mean()


def test_a_cloud_does_not_spread(lit_images, tmp_path):
    """A bright patch in one image: blocks a little away from it are corrected as without it."""
    plain = run_local(lit_images.paths, tmp_path / "plain", blocks=64, correction=CorrectionKind.LINEAR).outputs
    values = read(lit_images.paths[0])
    patch = np.zeros(values.shape[1:], bool)
    patch[110:150, 110:150] = True
    values[:, patch & masks(lit_images.paths[0])[0]] = 60000
    cloudy = write(tmp_path / "img_1.tif", values, nodata=0)
    progress = Recorder()
    paths = [cloudy, *lit_images.paths[1:]]
    result = run_local(paths, tmp_path / "cloudy", blocks=64, progress=progress, correction=CorrectionKind.LINEAR)
    assert any("left out" in text for text in progress.warnings)
    away = ~ndimage.binary_dilation(patch, iterations=45) & masks(plain[0])[0]
    change = read(result.outputs[0])[:, away] / read(plain[0])[:, away].astype(float)
    assert np.quantile(np.abs(change / np.median(change) - 1), 0.99) < 0.06


def test_an_isolated_image_stays_as_it_is(lit_images, tmp_path):
    """No common pixel, no reason to change anything; `block_means` has its own mean as reference."""
    alone = write(tmp_path / "alone.tif", to_type(texture(2, 100, 100, 9), "uint16"), row=3000, nodata=0)
    for reference in Reference:
        progress = Recorder()
        paths = [*lit_images.paths[:2], alone]
        result = run_local(paths, tmp_path / reference.value, reference=reference, progress=progress)
        assert np.abs(read(result.outputs[-1]).astype(int) - read(alone)).max() <= 0
        assert any("alone.tif" in text for text in progress.warnings)


def test_a_fixed_canvas_gives_images_added_later_the_same_blocks(lit_images, tmp_path):
    """The grid over a given extent does not depend on which images are there."""
    extent = CanvasExtent(WEST - 50, NORTH - 4000, WEST + 5000, NORTH + 20)
    grids = []
    for number, paths in enumerate((lit_images.paths[:2], lit_images.paths)):
        progress = Recorder()
        run_local(
            paths, tmp_path / str(number), canvas_extent=extent, block_rows=8, block_columns=9, progress=progress
        )
        grids.append([text for text in progress.facts if "blocks over" in text])
    assert grids[0] == grids[1] == ["8 x 9 blocks over the canvas."]


def test_blocks_by_variation_follow_the_texture(tmp_path):
    """r = (std/mean) / (45/125), 10 r x 10 r blocks an image: harsh ground has more."""
    told = []
    for number, std in enumerate((200.0, 500.0)):
        ground = texture(1, 300, 300, 3, mean=2000.0, std=std)
        paths = [write(tmp_path / f"{number}{n}.tif", to_type(ground, "uint16")) for n in range(2)]
        progress = Recorder()
        run_local(paths, tmp_path / "out", blocks_by_variation=True, progress=progress)
        told.append(next(text for text in progress.facts if "blocks over" in text))
        expected = round(10 * (ground.std() / ground.mean()) / 0.36) * 2**0.5
        assert abs(int(told[-1].split(" x ")[0]) - expected) <= 1.5
    assert told[0] != told[1]


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"blocks": 0}, "BLOCKS"),
        ({"block_rows": -1}, "BLOCK_ROWS"),
        ({"block_columns": 0}, "BLOCK_COLUMNS"),
        ({"alpha": 1.1}, "ALPHA"),
        ({"alpha": -0.1}, "ALPHA"),
        ({"block_valid_pixel_threshold": 2.0}, "BLOCK_VALID_PIXEL_THRESHOLD"),
        ({"smoothness": -1.0}, "SMOOTHNESS"),
        ({"smoothness": float("nan")}, "SMOOTHNESS"),
    ],
)
def test_numbers_that_cannot_be_are_refused(lit_images, tmp_path, options, name):
    """By the parameter's name, before anything is read or written."""
    with pytest.raises(Problems, match=f"^{name} cannot be"):
        run_local(lit_images.paths, tmp_path / "out", **options, progress=Silent())
    assert not (tmp_path / "out").exists()


def test_pixels_beside_the_canvas_extent_take_the_nearest_block(lit_images, tmp_path):
    """An extent smaller than the images: edges are corrected as the outermost blocks, none is lost."""
    extent = CanvasExtent(WEST + 60 * PIXEL, NORTH - 200 * PIXEL, WEST + 300 * PIXEL, NORTH - 60 * PIXEL)
    result = run_local(lit_images.paths, tmp_path, canvas_extent=extent)
    for before, after in zip(lit_images.paths, result.outputs):
        assert np.array_equal(masks(before), masks(after))
    assert result.quality.normalised_after < result.quality.normalised_before
