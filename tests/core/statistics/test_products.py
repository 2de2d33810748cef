"""Sums of products of many pixels, run by run."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.raster.window import Window
from evenlight.core.statistics import products
from evenlight.core.statistics.blocks import CellBox
from evenlight.core.statistics.plan import Needs, Wanted
from evenlight.core.statistics.products import Look, Rows

SIDE = 60


def look(image, dtype, kind, rng):
    """Three bands, with holes of their own, one for all, a band without any pixel, or none."""
    values = rng.integers(900, 1400, (3, SIDE, SIDE)).astype(dtype)
    valid = np.ones(values.shape, dtype=bool)
    if kind == "holes":
        valid = rng.random(values.shape) < 0.7
    elif kind == "corner":
        valid[:, :30, :40] = False
    elif kind == "empty band":
        valid[1] = False
    if values.dtype.kind == "f":
        values[~valid] = np.nan
    return Look(image, Window(0, 0, SIDE, SIDE), values, valid)


@pytest.mark.parametrize("run", [7, 64, 8192])
@pytest.mark.parametrize("dtype", ["uint16", "int16", "float32"])
def test_sums_of_images_and_pairs_are_those_of_numpy(monkeypatch, run, dtype):
    """Whole and holed images meet; runs of any length, the last one shorter."""
    monkeypatch.setattr(products, "RUN", run)
    rng = np.random.default_rng(3)
    looks = [look(n, dtype, kind, rng) for n, kind in enumerate(["whole", "holes", "corner", "empty band", "whole"])]
    cell = Wanted(CellBox(0, 0, 1, 1), np.ones((1, 1), dtype=bool))
    pairs = [(i, j) for i in range(5) for j in range(i + 1, 5)]
    rows = Rows(3)
    needs = Needs(dict.fromkeys([*((n,) for n in range(5)), *pairs], cell))
    rows.add_cell(0, 0, 0, looks, Window(0, 0, SIDE, SIDE), needs)
    images, couples = rows.sums()
    for row, index in enumerate(images.image):
        for band in range(3):
            chosen = looks[index].values[band][looks[index].valid[band]].astype(float)
            assert images.count[row, band] == len(chosen)
            if len(chosen):
                assert images.mean[row, band] == pytest.approx(chosen.mean(), rel=1e-12)
                assert images.m2[row, band] == pytest.approx(((chosen - chosen.mean()) ** 2).sum(), rel=1e-10)
                assert (images.low[row, band], images.high[row, band]) == (chosen.min(), chosen.max())
    assert [*zip(couples.first, couples.second)] == pairs
    for row, (i, j) in enumerate(pairs):
        for band in range(3):
            both = looks[i].valid[band] & looks[j].valid[band]
            one, two = (looks[n].values[band][both].astype(float) for n in (i, j))
            assert couples.count[row, band] == both.sum()
            if both.any():
                assert couples.mean_first[row, band] == pytest.approx(one.mean(), rel=1e-12)
                assert couples.mean_second[row, band] == pytest.approx(two.mean(), rel=1e-12)
                assert couples.m2_first[row, band] == pytest.approx(((one - one.mean()) ** 2).sum(), rel=1e-10)
                cross = ((one - one.mean()) * (two - two.mean())).sum()
                assert couples.cross[row, band] == pytest.approx(cross, rel=1e-8, abs=1e-6)
