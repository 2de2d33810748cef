"""Pairs whose windows do not agree say nothing, and no more are compared at once than memory holds."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from made_scenes import write
from recorders import Recorder

from evenlight.core.align import tie_point_search
from evenlight.core.align.settings import AlignMethod, MatchSettings
from evenlight.core.align.tie_point_search import find_tie_points
from evenlight.core.raster.image import describe
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings


def windows(steps, places):
    """What windows at ``places`` bring."""
    return [(place[None], (place + step)[None], np.ones(1)) for place, step in zip(np.array(places, float), steps)]


PLACES = [(x, y) for x in (100, 300, 500) for y in (100, 300, 500)]


def test_shifts_of_one_similarity_agree():
    """Also with noise, and where windows lie far apart on turned images."""
    turn = 0.01 * (np.array(PLACES) - 300.0) @ [[0.0, 1.0], [-1.0, 0.0]]
    noise = np.random.default_rng(0).normal(0, 0.3, turn.shape)
    assert tie_point_search._agree(windows(turn + noise + (7.0, -3.0), PLACES))
    wrong = turn + np.array([7.0, -3.0])
    wrong[:4] = np.random.default_rng(1).uniform(-30, 30, (4, 2))
    assert tie_point_search._agree(windows(wrong, PLACES))


@pytest.mark.parametrize("count", range(1, 10))
def test_scattered_shifts_do_not(count):
    """Of a thousand pairs of unrelated ground one in twenty at most is believed, whatever its windows bring."""
    believed = 0
    for seed in range(1000):
        steps = np.random.default_rng(seed).uniform(-30, 30, (count, 2))
        believed += tie_point_search._agree(windows(steps, PLACES[:count]))
    assert believed <= (0 if count < 3 else 50)


@pytest.mark.parametrize(("budget", "expected"), [(64, 1), (400, 2), (4000, 4)])
def test_the_memory_budget_bounds_how_many_pairs_are_compared_at_once(tmp_path, monkeypatch, budget, expected):
    """Windows of 1024 pixels, for shifts of 256, take 136 MB each."""
    values = np.random.default_rng(0).normal(size=(1, 300, 300)).astype("float32")
    images = [describe(write(tmp_path / f"{n}.tif", values)) for n in range(4)]
    lock, now, most = threading.Lock(), [0], [0]

    def counted(pair, settings):
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        time.sleep(0.1)
        with lock:
            now[0] -= 1
        return np.zeros((1, 2)), np.zeros((1, 2)), np.ones(1)

    monkeypatch.setitem(tie_point_search.FINDERS, AlignMethod.PHASE_CORRELATION, counted)
    pairs = np.array([(one, other) for one in range(4) for other in range(one)])
    execution = ExecutionSettings(threads=4, memory_budget=budget)
    find_tie_points(images, images[0].crs, pairs, MatchSettings(max_shift=256.0), Run(execution, Recorder()))
    assert most[0] == expected
