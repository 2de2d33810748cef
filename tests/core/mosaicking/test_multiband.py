"""Blending by scale: what a plain formula gives, at any level and in any window."""

from __future__ import annotations

import numpy as np
import pytest
from made_mosaics import cut_images, layout, turned
from made_scenes import texture, write
from scipy import ndimage

from evenlight.core.mosaicking.finding import find_partition
from evenlight.core.mosaicking.metrics import Layer, measure
from evenlight.core.mosaicking.mosaic import Mosaicked
from evenlight.core.mosaicking.settings import Blend, MosaicSettings, Overlap, SeamMethod, SeamSettings
from evenlight.core.run import Run

WIDE, FINE_STRIP = 128, 32
"""Pixels to each side of a seam that five levels reach, and that those of pixels reach."""


def blended(paths, folder, method=SeamMethod.DISTANCE, **settings):
    """Values, validity and labels of a mosaic, and the source they are from."""
    found = layout(paths)
    partition = find_partition(found, SeamSettings(method=method), str(folder), Run())
    source = Mosaicked(found, partition, MosaicSettings(**{"blend": Blend.MULTIBAND, **settings}), Run())
    pixels = source.read(source.image.grid.window)
    return pixels.values, pixels.valid, partition.labels(source.image.grid.window), source


def two(folder, first, second, shift):
    """Two images of one height, the second one so many columns to the right."""
    paths = [str(folder / name) for name in ("a.tif", "b.tif")]
    write(paths[0], first, 0, 0, nodata=0)
    write(paths[1], second, 0, shift, nodata=0)
    return paths


def plain(images, labels, levels):
    """The sum over levels of differences to the cut mosaic, each smoothed at full resolution."""
    cut = np.choose(labels, images)
    result = cut.copy()
    apart, weights = [image - cut for image in images], [(labels == n).astype(float) for n in range(len(images))]

    def smooth(values, level, share):
        return ndimage.gaussian_filter(values, share * 2.0**level, mode="nearest") if level >= 0 else values

    for level in range(levels + 1):
        for values, weight in zip(apart, weights):
            this = smooth(values, level if level else -1, 0.5)
            coarser = smooth(values, level + 1, 0.5) if level < levels else 0.0
            result += smooth(weight, min(level + 1, levels), 1.0) * (this - coarser)
    return result


def test_smooth_offsets_become_what_the_plain_formula_gives(tmp_path):
    """Within 6 % of what the images differ by, though the coarse levels never see a pixel."""
    y, x = np.mgrid[:320, :640]
    ground = 1000.0 + 20 * np.sin(x / 90) * np.cos(y / 70)
    apart = 100.0 + 20 * np.sin(y / 60)
    images = [ground.astype("float32")[None], (ground + apart).astype("float32")[None]]
    paths = two(tmp_path, images[0][:, :, :480], images[1][:, :, 160:], 160)
    values, valid, labels, _ = blended(paths, tmp_path)
    assert valid.all()
    wanted = plain([image[0].astype(float) for image in images], labels, 5)
    inner = np.s_[100:220, 200:440]
    assert np.abs(values[0] - wanted)[inner].max() < 0.06 * apart.max()
    assert np.abs(np.diff(values[0] - ground, axis=1))[inner].max() < 0.05 * apart.max()


@pytest.mark.parametrize("levels", [1, 2, 3, 4, 5, 6])
def test_a_step_is_spread_as_wide_as_the_levels_say(levels, tmp_path):
    """100 and 200: monotonic, half of the way at the seam, untouched beyond the reach, the wider the more levels."""
    flat = np.full((1, 300, 700), 100, np.float32)
    values, _, labels, _ = blended(two(tmp_path, flat[:, :, :500], 2 * flat[:, :, :500], 200), tmp_path, levels=levels)
    line, seam = values[0, 150], int(np.argmax(labels[150] == 1))
    reach = 4 * 2**levels
    assert (np.diff(line) >= -1e-3).all() and abs(line[seam - 1:seam + 1].mean() - 150) < 2
    if reach < 250:
        assert (line[:seam - reach] == 100).all() and (line[seam + reach:] == 200).all()
    assert np.diff(line).max() < 260 / 2**levels
    assert np.count_nonzero((line > 105) & (line < 195)) > 0.9 * 2**levels


def test_fine_structure_passes_over_within_a_narrow_strip(tmp_path):
    """Stripes of 2 pixels in one image alone are there in full, or not at all, two strips away from the seam."""
    ground = np.full((1, 300, 600), 1000.0, np.float32)
    stripes = ground + 50 * (np.arange(600) % 2 * 2 - 1)
    values, _, labels, _ = blended(two(tmp_path, ground[:, :, :450], stripes[:, :, 150:], 150), tmp_path)
    contrast, seam = np.abs(np.diff(values[0, 150])), int(np.argmax(labels[150] == 1))
    assert contrast[:seam - FINE_STRIP].max() < 1 and contrast[seam + FINE_STRIP:].min() > 99


@pytest.mark.every(3)
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
@pytest.mark.parametrize("levels", [1, 3, 5])
def test_no_window_shows(levels, dtype, tmp_path):
    """To the last bit, with gaps of all sizes, where two and where four images meet."""
    random = np.random.default_rng(1)
    places = [(250 * r, 240 * c, turned(420, 9 + 8 * r - 5 * c)) for r in range(2) for c in range(2)]
    for _, _, valid in places:
        for _ in range(25):
            (row, column), side = random.integers(0, 400, 2), random.integers(1, 12)
            valid[row:row + side, column:column + side] = False
    truth = texture(2, 700, 700, seed=3, mean=120, std=20)
    paths = cut_images(tmp_path, places, truth, dtype=dtype, gains=1 + 0.06 * np.arange(4))
    values, valid, _, source = blended(paths, tmp_path, SeamMethod.LEAST_VISIBLE, levels=levels)
    for window in source.image.grid.window.cut((171, 253)):
        part, where = source.read(window), (slice(None), *window.slices)
        assert (part.valid == valid[where]).all()
        assert (part.values == values[where])[part.valid].all()


def test_a_band_that_the_image_itself_lacks_spreads_nothing(tmp_path):
    """One image lacks the first band, the other the second one: what is valid stays finite and between them."""
    ground = texture(2, 120, 300, seed=1, mean=100, std=5).astype(np.float32)
    one, other = ground[:, :, :200].copy(), 1.2 * ground[:, :, 100:]
    one[0, 40:60, 130:150], other[1, 40:60, 30:50] = np.nan, np.nan
    paths = [
        write(tmp_path / "a.tif", one, 0, 0, nodata=np.nan), write(tmp_path / "b.tif", other, 0, 100, nodata=np.nan)
    ]
    for blend, keep_range in ((Blend.FEATHER, True), (Blend.MULTIBAND, True), (Blend.MULTIBAND, False)):
        values, valid, *_ = blended(paths, tmp_path, blend=blend, preserve_range=keep_range)
        assert np.isfinite(values[valid]).all()
        assert valid[:, :30].all() and values[valid].max() < 1.2 * ground.max() + 1


@pytest.mark.parametrize("blend", [Blend.FEATHER, Blend.MULTIBAND])
def test_a_pixel_of_misregistration_costs_no_detail(blend, tmp_path):
    """Against the truth no worse than the last image on top, and fine detail is kept."""
    truth = texture(3, 400, 900, seed=8, mean=1000, std=150)
    first, second = truth[:, :, :560].astype(np.uint16), (truth[:, :, 339:899]).astype(np.uint16)
    paths = two(tmp_path, first, second, 340)
    values, valid, labels, _ = blended(paths, tmp_path, SeamMethod.LEAST_VISIBLE, blend=blend)
    found = layout(paths)
    top = Mosaicked(found, None, MosaicSettings(overlap=Overlap.LAST), Run()).read(found.grid.window).values
    layers = []
    for member, own in zip(found.members, (first, second)):
        shown, has_data = np.zeros(values.shape, np.uint16), np.zeros(valid.shape[1:], bool)
        shown[(slice(None), *member.window.slices)], has_data[member.window.slices] = own, True
        layers.append(Layer(shown, has_data))
    figures = measure(Layer(np.rint(values), valid.all(axis=0)), labels, layers)
    assert figures.fine_kept >= 0.98 and figures.overshoot == 0

    def error(each):
        return np.sqrt(np.mean((each - truth) ** 2))

    assert error(values) <= error(top.astype(float))
