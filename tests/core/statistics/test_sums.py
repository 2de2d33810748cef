"""Sums merge to what numpy computes from all pixels at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenlight.core.statistics.sums import ImageSums, PairSums, Sums, gather

BANDS = 2


def image_row(image, cell, values):
    """Sums of (K, n) values as numpy has them."""
    return ImageSums(
        np.array([image]),
        np.array([cell]),
        np.full((1, len(values)), values.shape[1], dtype=float),
        values.mean(axis=1)[None],
        (values.var(axis=1) * values.shape[1])[None],
        values.min(axis=1)[None],
        values.max(axis=1)[None],
    )


def pair_row(first, second, cell, one, two):
    """Sums of two images' (K, n) values over the same pixels."""
    n = one.shape[1]
    centred = one - one.mean(axis=1, keepdims=True), two - two.mean(axis=1, keepdims=True)
    return PairSums(
        np.array([first]),
        np.array([second]),
        np.array([cell]),
        np.full((1, len(one)), n, dtype=float),
        one.mean(axis=1)[None],
        two.mean(axis=1)[None],
        (centred[0] ** 2).sum(axis=1)[None],
        (centred[1] ** 2).sum(axis=1)[None],
        (centred[0] * centred[1]).sum(axis=1)[None],
    )


@settings(max_examples=40, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 60), min_size=1, max_size=6),
    level=st.sampled_from([0.0, 1e6, -3e4]),
    seed=st.integers(0, 2**16),
)
def test_cells_merge_to_the_whole(sizes, level, seed):
    """Cells of any sizes, also of one pixel, on a level far above their spread."""
    random = np.random.default_rng(seed)
    cells = [(level + random.normal(size=(BANDS, n)), level / 2 + random.normal(size=(BANDS, n))) for n in sizes]
    parts = [
        (image_row(0, number, one), pair_row(0, 1, number, one, two)) for number, (one, two) in enumerate(cells)
    ]
    sums = gather(2, BANDS, parts)
    one, two = (np.concatenate([cell[side] for cell in cells], axis=1) for side in (0, 1))
    whole, overlap = sums.whole(), sums.overlaps()
    assert whole.count[0] == pytest.approx(one.shape[1])
    assert whole.mean[0] == pytest.approx(one.mean(axis=1), rel=1e-12, abs=1e-9)
    assert whole.std[0] == pytest.approx(one.std(axis=1), rel=1e-6, abs=1e-7)
    assert whole.low[0] == pytest.approx(one.min(axis=1))
    assert whole.high[0] == pytest.approx(one.max(axis=1))
    assert overlap.std_second[0] == pytest.approx(two.std(axis=1), rel=1e-6, abs=1e-7)
    expected = [np.cov(a, b, ddof=0)[0, 1] if len(a) > 1 else 0.0 for a, b in zip(one, two)]
    assert overlap.covariance[0] == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_the_order_of_parts_has_no_influence():
    """Tiles come back from threads in any order; the sums are the same bits."""
    random = np.random.default_rng(2)
    parts = []
    for cell in range(12):
        one, two = random.normal(size=(2, BANDS, 30))
        parts.append((image_row(cell % 3, cell, one), pair_row(0, 1 + cell % 2, cell, one, two)))
    straight, mixed = gather(3, BANDS, parts), gather(3, BANDS, [parts[n] for n in random.permutation(12)])
    for name in PairSums.__dataclass_fields__:
        assert np.array_equal(getattr(straight.pairs, name), getattr(mixed.pairs, name))
    assert np.array_equal(straight.whole().m2, mixed.whole().m2)


def test_an_image_without_pixels_has_empty_sums():
    """Image 1 has no row at all: count 0 and no number that looks like data."""
    values = np.arange(6.0).reshape(BANDS, 3)
    sums = gather(2, BANDS, [(image_row(0, 0, values), gather(2, BANDS, []).pairs)])
    whole = sums.whole()
    assert whole.count[1].tolist() == [0, 0]
    assert np.isinf(whole.low[1]).all()
    assert len(sums.overlaps().first) == 0


@pytest.mark.parametrize("gain", [2.5, -1.5])
def test_adjusted_sums_are_sums_of_adjusted_pixels(gain):
    """Gain and offset on sums equal gain and offset on pixels; a negative gain swaps the ends."""
    random = np.random.default_rng(4)
    one, two = random.normal(300, 20, size=(2, BANDS, 400))
    sums = Sums(2, _both(image_row(0, 0, one), image_row(1, 0, two)), pair_row(0, 1, 0, one, two))
    gains = np.array([[gain, 1.0], [0.5, 3.0]])
    offsets = np.array([[10.0, 0.0], [-4.0, 7.0]])
    after = sums.adjusted(gains, offsets)
    moved_one, moved_two = (g[:, None] * x + o[:, None] for g, x, o in zip(gains, (one, two), offsets))
    direct = pair_row(0, 1, 0, moved_one, moved_two)
    assert after.whole().low[0] == pytest.approx(moved_one.min(axis=1))
    assert after.whole().high[0] == pytest.approx(moved_one.max(axis=1))
    assert after.whole().std[1] == pytest.approx(moved_two.std(axis=1))
    assert after.pairs.cross == pytest.approx(direct.cross)
    assert after.pairs.mean_second == pytest.approx(direct.mean_second)


def _both(one, two):
    return ImageSums(
        *(np.concatenate([getattr(one, name), getattr(two, name)]) for name in ImageSums.__dataclass_fields__)
    )


def test_chosen_rows_give_the_overlap_of_those_cells():
    """Held-out figures come from the cells that were chosen and from no others."""
    random = np.random.default_rng(5)
    cells = [random.normal(size=(2, BANDS, 25)) for _ in range(6)]
    parts = [(image_row(0, n, one), pair_row(0, 1, n, one, two)) for n, (one, two) in enumerate(cells)]
    sums = gather(2, BANDS, parts)
    chosen = sums.overlaps(sums.pairs.cell < 2)
    direct = np.concatenate([cells[0][0], cells[1][0]], axis=1)
    assert chosen.count[0].tolist() == [50, 50]
    assert chosen.mean_first[0] == pytest.approx(direct.mean(axis=1))
