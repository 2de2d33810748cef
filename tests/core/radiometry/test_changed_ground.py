"""Overlaps whose ground changed in part, with a known gain."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from made_changes import GAIN, LEVEL, SIDE, TEXTURE, change, ground, patches, two_dates
from made_networks import made_network
from made_sums import cell_sums, noise

from evenlight.core.radiometry.changed_ground import find_changed_ground
from evenlight.core.radiometry.network import network_of
from evenlight.core.radiometry.robust import solve_robust
from evenlight.core.settings import GlobalModel
from evenlight.core.statistics.sums import PairSums, Sums

SAME = [(0, 0), (0, 0)]


def sums_of(images, cell=16, corners=SAME):
    """On cells of 16 pixels."""
    return cell_sums(images, corners, cell)[0]


def gain_of(sums):
    """Found over true."""
    network = network_of(sums)
    return network.std_first[0] / network.std_second[0] / GAIN


def level_error(sums):
    """Of the second image brought to the first, over the ground's texture."""
    network = network_of(sums)
    gain = network.std_first[0] / network.std_second[0]
    offset = network.mean_first[0] - gain * network.mean_second[0]
    return np.abs(gain * LEVEL / GAIN + offset - LEVEL) / TEXTURE


# kind, share, gain error and level error of all pixels at least, of the cells that fit at most
CHANGES = [
    ("snow", 0.4, 3.0, 0.01),
    ("flood", 0.33, 1.0, 0.01),
    ("cloud", 0.02, 0.5, 0.005),
    ("cloud", 0.2, 2.0, 0.01),
    ("cloud", 0.4, 3.0, 0.02),
    ("snow", 0.55, 3.0, 0.03),
    ("crops", 0.3, 0.25, 0.01),
    ("crops", 0.45, 0.25, 0.02),
]


@pytest.mark.parametrize(("bands", "seed"), [(1, 1), (1, 2), (4, 1)])
@pytest.mark.parametrize(("kind", "share", "wrong", "right"), CHANGES)
@pytest.mark.every(3)
def test_the_gain_is_that_of_the_unchanged_ground(kind, share, wrong, right, bands, seed):
    """Snow on 40 % makes the gain of all pixels five times too large; the cells that fit are right to a per cent."""
    sums = sums_of(two_dates(kind, share, seed, bands))
    assert np.abs(1 / gain_of(sums) - 1).max() > wrong or np.abs(gain_of(sums) - 1).max() > wrong
    found = find_changed_ground(sums)
    (overlap,) = found.overlaps
    kept = found.without(sums)
    assert np.abs(gain_of(kept) - 1).max() < right
    assert level_error(kept).max() < 3 * right
    assert overlap.share < 1.0 - share
    assert overlap.left_out == (~found.counts).sum()
    assert overlap.cells == len(sums.pairs.first)


@pytest.mark.parametrize("cell", [16, 32])
@pytest.mark.parametrize("kind", ["snow", "flood", "cloud"])
def test_cells_of_32_pixels_tell_it_too(kind, cell):
    """A third of the ground."""
    sums = sums_of(two_dates(kind, 0.33, 3), cell)
    assert gain_of(find_changed_ground(sums).without(sums)) == pytest.approx(1.0, abs=0.025)


@pytest.mark.parametrize("bands", [1, 4])
@pytest.mark.parametrize("shift", [0, 2])
@pytest.mark.parametrize("grain", [0.0, 0.05, 0.3])
@pytest.mark.every(3)
def test_an_unchanged_overlap_keeps_its_sums(grain, shift, bands):
    """Noise of any strength, and images that do not lie exactly on each other: the same object, not equal ones."""
    random = np.random.default_rng(4)
    whole = ground(random, bands, SIDE + shift)
    one, two = whole[:, :SIDE, :SIDE], whole[:, shift:, shift:] / GAIN + 30.0
    one, two = (values * (1 + grain * random.normal(size=values.shape)) for values in (one, two))
    sums = sums_of([one, two])
    found = find_changed_ground(sums)
    assert found.overlaps == ()
    assert found.without(sums) is sums


@pytest.mark.parametrize("height", [32, 64])
def test_small_overlaps_are_no_change_by_chance(height):
    """Twenty to forty cells: a line through two of them always passes near some others."""
    for seed in range(10):
        random = np.random.default_rng(seed)
        whole = ground(random, 3, 160)[:, :height]
        noisy = [whole * (1 + 0.2 * random.normal(size=whole.shape)) for _ in range(2)]
        assert find_changed_ground(sums_of(noisy)).overlaps == ()


@pytest.mark.every(3)
@pytest.mark.parametrize("glint", [0.0, 20.0, 60.0])
@pytest.mark.parametrize("land", [0.1, 0.3])
def test_the_coast_is_no_change(land, glint):
    """Most cells are sea, which tells nothing of gains: without the land the images would have nothing in common."""
    random = np.random.default_rng(5)
    is_land = patches(random, land)
    sea = 300.0
    one = np.where(is_land, ground(random), sea)
    two = (one + glint * ~is_land) / GAIN
    sums = sums_of([values + 5 * random.normal(size=values.shape) for values in (one, two)])
    assert find_changed_ground(sums).overlaps == ()


def test_light_over_the_overlap_is_no_change():
    """A slope of 20 % in one of two images."""
    one, two = two_dates("nothing", 0.0, 6)
    sums = sums_of([one, two * (1 + 0.2 * np.linspace(-0.5, 0.5, SIDE))])
    assert find_changed_ground(sums).overlaps == ()


@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize("slope", [0.025, 0.1, 0.24, -0.4])
@pytest.mark.parametrize("width", [32, 64, 128])
@pytest.mark.every(3)
def test_light_from_the_other_side_in_the_neighbour_is_no_change(width, slope, bands):
    """Every second strip is bright on its other side: across a narrow overlap the ratio is all that differs."""
    images = [image[:, :, :width] for image in two_dates("nothing", 0.0, 6, bands)]
    light = np.exp(slope * np.linspace(-1, 1, width))
    sums, grid = cell_sums([images[0] * light, images[1] / light], SAME, 16)
    assert find_changed_ground(sums, grid.columns).overlaps == ()


@pytest.mark.parametrize("slope", [0.24, -0.4])
def test_change_under_light_from_the_other_side_is_found(slope):
    """The cells left out are those of the change, as without the light."""
    one, two = two_dates("snow", 0.25, 3)
    light = np.exp(slope * np.linspace(-1, 1, SIDE))
    sums, grid = cell_sums([one * light, two / light], SAME, 16)
    plain, _ = cell_sums([one, two], SAME, 16)
    lit, plain = find_changed_ground(sums, grid.columns).counts, find_changed_ground(plain, grid.columns).counts
    assert (~plain).any()
    assert (lit != plain).mean() < 0.1


def twelve_dates(seed=0):
    """Dates of one ground with gains of their own: 2 under snow, 5 flooded, 7 and 9 under clouds; and those gains."""
    random = np.random.default_rng(seed)
    before = ground(random, 2)
    gain = np.exp(random.uniform(-0.2, 0.2, (12, 2)))
    changed = {2: ("snow", 0.4), 5: ("flood", 0.33), 7: ("cloud", 0.19), 9: ("cloud", 0.33)}
    dates = []
    for date in range(12):
        kind, share = changed.get(date, ("nothing", 0.0))
        values = change(kind, before, patches(random, share), random)
        dates.append(gain[date][:, None, None] * (values + 8 * random.normal(size=values.shape)))
    return dates, gain, set(changed)


def test_dates_that_changed_keep_their_gains_and_are_named():
    """All overlaps of a snowy date agree with each other, so the network cannot reject them."""
    dates, gain, changed = twelve_dates()
    sums = sums_of(dates, corners=[(0, 0)] * 12)
    no_image = np.zeros(12, dtype=bool)

    def errors(found):
        network = network_of(found)
        solution = solve_robust(network, GlobalModel.GAIN_OFFSET, no_image)
        product = solution.gain * gain
        return np.abs(product / np.median(product, axis=0) - 1).max()

    found = find_changed_ground(sums)
    assert errors(sums) > 0.5
    assert errors(found.without(sums)) < 0.011
    assert {overlap.image for overlap in found.overlaps} - {None} == changed
    assert all({overlap.first, overlap.second} & changed for overlap in found.overlaps)


def test_little_that_fits_has_little_weight():
    """Under a half: doubtful.  The network believes other overlaps of the image more, and tells larger errors."""
    dates, _, _ = twelve_dates()
    sums = sums_of([dates[0], dates[2], dates[5]], corners=[(0, 0)] * 3)
    found = find_changed_ground(sums)
    doubtful = [(overlap.first, overlap.second) for overlap in found.overlaps if overlap.doubtful]
    assert doubtful == [(1, 2)]
    assert found.network(sums).trust.tolist() == [0.25, 0.25, 0.04]


@pytest.mark.parametrize("spoiled", [1.0, 1.2])
def test_weights_of_overlaps_decide_which_is_believed(spoiled):
    """Three images in a ring, the third overlap off by 20 %: with little weight it bends nothing, and errors say so."""

    def spoil(random, table):
        table["std_first"][2] *= spoiled
        table["covariance"][2] *= spoiled

    ring = np.array([0, 0, 1]), np.array([1, 2, 2])
    network = made_network(3, *ring, np.ones((3, 1)), np.zeros((3, 1)), noise=0.0, spoil=spoil)
    plain, weighed = (
        solve_robust(replace(network, trust=trust), GlobalModel.GAIN_OFFSET, np.zeros(3, dtype=bool))
        for trust in (None, np.array([1.0, 1.0, 0.01]))
    )
    if spoiled > 1:
        assert np.ptp(np.log(weighed.gain)) < 0.1 * np.ptp(np.log(plain.gain))
    else:
        assert (weighed.gain_error[1:] > 1.05 * plain.gain_error[1:]).all()


def test_an_overlap_is_judged_by_itself():
    """Other overlaps, more or larger ones, change nothing in what is said of it."""
    changed = sums_of(two_dates("snow", 0.4, 1))
    large = cell_sums([noise(np.random.default_rng(n), 600, 600, 5.0)[None] + 100 for n in range(2)], SAME, 16)[0]
    columns = {name: [getattr(s.pairs, name) for s in (changed, large)] for name in PairSums.__dataclass_fields__}
    columns["first"][1], columns["second"][1] = columns["first"][1] + 2, columns["second"][1] + 2
    both = Sums(4, changed.cells, PairSums(**{name: np.concatenate(parts) for name, parts in columns.items()}))
    alone, together = find_changed_ground(changed), find_changed_ground(both)
    assert together.overlaps == alone.overlaps
    assert together.counts[: len(alone.counts)].tolist() == alone.counts.tolist()


def test_the_order_of_the_images_does_not_matter():
    """The same cells are left out of b and a as of a and b."""
    one, two = two_dates("flood", 0.33, 2)
    there, back = (find_changed_ground(sums_of(images)) for images in ([one, two], [two, one]))
    assert (there.counts == back.counts).mean() > 0.98


def test_units_do_not_matter():
    """Values times 1e-4 and times 1e6."""
    sums = sums_of(two_dates("cloud", 0.2, 2))
    counts = find_changed_ground(sums).counts.tolist()
    for factor in (1e-4, 1e6):
        scaled = sums.adjusted(np.full((2, 1), factor), np.zeros((2, 1)))
        assert find_changed_ground(scaled).counts.tolist() == counts


def test_flat_images_are_no_trap():
    """No texture anywhere, and none in one of two bands."""
    one, two = two_dates("snow", 0.4, 1)
    flat = np.full_like(one, 7.0)
    assert find_changed_ground(sums_of([flat, flat])).overlaps == ()
    (overlap,) = find_changed_ground(sums_of([np.concatenate([v, flat]) for v in (one, two)])).overlaps
    assert 0.4 < overlap.share < 0.6


@pytest.mark.parametrize("empty", [(2,), (0, 1)], ids=["in one image", "in both"])
@pytest.mark.parametrize("value", [0.0, 7.0])
def test_a_band_of_one_value_says_nothing_of_a_change(empty, value):
    """An empty band, or infrared over the sea: patches that both dates show are kept."""
    random = np.random.default_rng(5)
    bright = [100 + 20 * noise(random, 256, 256, 3.0) + 100 * (noise(random, 256, 256, 25.0) > 1.2) for _ in range(3)]
    one, two = (gain * np.array(bright) + random.normal(0, 4, (3, 256, 256)) for gain in (1.0, 1.3))
    for image in [one, two] if empty == (0, 1) else [one]:
        image[2] = value
    found = find_changed_ground(sums_of([one, two]))
    assert found.overlaps == ()
    assert found.counts.all()


def test_what_only_one_overlap_sees_is_judged_by_it():
    """Two dates that others blame meet where no third image is: their snow is left out there too."""
    random = np.random.default_rng(1)
    land = ground(random, 1, 1100)
    places = [(0, 256, 320, 320), (0, 480, 320, 320)]
    places += [(row, column, 352, 160) for column in (0, 704) for row in (0, 160)]
    images = [land[:, row : row + high, column : column + wide].copy() for row, column, wide, high in places]
    for image, column in ((0, 0), (0, 224), (1, 224)):
        part = images[image][:, :, column : column + 96]
        field = noise(random, part.shape[1], part.shape[2], 15.0)
        white = field < np.quantile(field, 0.35)
        part[:] = np.where(white, 2600.0 + 80 * random.normal(size=part.shape), part)
    images = [image + 8 * random.normal(size=image.shape) for image in images]
    sums = sums_of(images, corners=[place[:2] for place in places])
    found = find_changed_ground(sums)
    overlap = next(overlap for overlap in found.overlaps if (overlap.first, overlap.second) == (0, 1))
    own = (sums.pairs.first == 0) & (sums.pairs.second == 1)
    assert (~found.counts[own]).sum() == overlap.left_out > 0
    network = network_of(found.without(sums))
    pair = np.flatnonzero((network.first == 0) & (network.second == 1))[0]
    assert network.std_second[pair] / network.std_first[pair] == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(
    ("kind", "sigma", "share"),
    [(kind, *patch) for kind in ("snow", "flood") for patch in ((7, 0.15), (12, 0.3), (10, 0.3))] + [("snow", 12, 0.4)],
)
@pytest.mark.every(3)
def test_patches_of_a_few_cells_leave_hardly_any_clear(kind, sigma, share):
    """Scattered over the ground they touch nearly every cell; those that are clear tell the gain, where a third is.

    Where it is a fifth, the overlap is found to say too little.
    """
    for seed in range(1, 4):
        random = np.random.default_rng(seed)
        before = ground(random, side=480)
        field = noise(random, 480, 480, sigma)
        where = field < np.quantile(field, share)
        clear = ~where.reshape(20, 24, 20, 24).any(axis=(1, 3))
        assert clear.mean() < 0.4
        values = before, change(kind, before, where, random)
        one, two = (each + 8.0 * random.normal(size=each.shape) for each in values)
        sums = sums_of([one, two / GAIN], cell=24)
        found = find_changed_ground(sums)
        assert len(found.overlaps) == 1
        assert found.overlaps[0].worthless or abs(gain_of(found.without(sums)) - 1) < 0.04
        assert not found.overlaps[0].worthless or clear.mean() < 0.25
