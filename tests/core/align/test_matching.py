"""What is learnt from everything is judged as well."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from made_views import Ground

from evenlight.core.align import matching
from evenlight.core.align.pair import Estimate, Pair
from evenlight.core.align.settings import MatchSettings
from evenlight.core.align.transform import Transform
from evenlight.core.raster.window import Window

TRUTH, SIZE = Transform.shift(0.4, 0.0), 200


@pytest.mark.parametrize(("everything", "taken"), [((0.45, 0.0), 0.45), ((1.2, 0.0), 0.4)])
def test_it_is_taken_where_held_out_windows_are_no_worse_after_it(monkeypatch, everything, taken):
    """0.4 pixels off before and 0.8 after: nearer than a pixel to what is right, but worse than nothing."""
    ground, known = Ground(SIZE, seed=5), np.ones((SIZE, SIZE), dtype=bool)
    rows, columns = np.mgrid[0:SIZE, 0:SIZE] + 0.5
    shown, reference = (
        ground.at(np.column_stack([(columns + dx).ravel(), rows.ravel()])).reshape(SIZE, SIZE).astype(np.float32)
        for dx in (0.4, 0.0)
    )
    pair = Pair(shown, reference, known, known)
    overlap = Window(0, 0, SIZE, SIZE)
    comparison = SimpleNamespace(overlap=overlap, lies=Transform.shift(0.0, 0.0), pair=lambda window: pair)

    def estimate(pair, settings):
        return Estimate(Transform.shift(*everything) if pair.reference_valid.all() else TRUTH, 0)

    monkeypatch.setattr(matching, "_estimate", estimate)
    found = matching.match(comparison, MatchSettings(), 1e9, lambda: None)
    assert found.decision.accepted
    assert found.shift[0] == pytest.approx(taken)
