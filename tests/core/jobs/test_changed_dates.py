"""Dates of one ground, some of them with snow, flood or cloud, from files to gains."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_changes import change, ground, patches
from made_scenes import gains_of, read, write
from recorders import Recorder
from scipy import ndimage

from evenlight.core.settings import GlobalMethod

SIDE = 256
GAINS = np.array([1.0, 0.9, 1.1, 0.95, 1.05, 1.2, 0.85])
CHANGED = {1: ("snow", 0.4), 3: ("flood", 0.33), 5: ("cloud", 0.2)}


@pytest.fixture(scope="module")
def dates(tmp_path_factory):
    """Seven dates, three of them changed in places of their own, and the ground that none of them changed."""
    folder, random = tmp_path_factory.mktemp("dates"), np.random.default_rng(2)
    land, same = ground(random, side=SIDE), np.ones((SIDE, SIDE), dtype=bool)
    paths = []
    for n, gain in enumerate(GAINS):
        values = land
        if n in CHANGED:
            kind, share = CHANGED[n]
            where = patches(random, share, SIDE)
            values = change(kind, land, where, random)
            same &= np.abs(values - land).max(axis=0) < 5
        noisy = gain * (values + 8 * random.normal(size=land.shape))
        paths.append(write(folder / f"d{n}.tif", np.rint(noisy).astype(np.uint16)))
    return paths, same


def test_gains_are_those_of_unchanged_ground(dates, tmp_path):
    """Also of snow beside flood, which have less than half in common: their overlaps with clear dates tell."""
    paths, _ = dates
    recorder = Recorder()
    result = run_global(paths, tmp_path / "out", progress=recorder)
    product = gains_of(result.outputs)[0][:, 0] * GAINS
    assert np.abs(product / np.median(product) - 1).max() < 0.011
    texts = [*recorder.facts, *recorder.warnings]
    told = [text.split(":")[0] for text in texts if "part of its ground differs" in text]
    assert sorted(told) == ["d1", "d3", "d5"]
    assert not any("rejected" in text for text in recorder.warnings)


def test_the_group_keeps_the_level_and_contrast_of_unchanged_ground(dates, tmp_path):
    """Snow is no contrast that clear dates should have."""
    paths, same = dates
    clear = [path for n, path in enumerate(paths) if n not in CHANGED]
    alone, together = (run_global(given, tmp_path / str(len(given))) for given in (clear, paths))
    wanted = np.mean([read(path)[0][same].mean() for path in alone.outputs])
    spread = np.mean([read(path)[0][same].std() for path in alone.outputs])
    for path in together.outputs:
        values = read(path)[0][same].astype(float)
        assert values.mean() == pytest.approx(wanted, rel=0.02)
        assert values.std() == pytest.approx(spread, rel=0.05)


def test_the_local_step_leaves_the_change_alone(dates, tmp_path):
    """Balanced, unchanged ground agrees to the noise."""
    paths, same = dates
    values = np.array([read(path)[0][same].astype(float) for path in run_balance(paths, tmp_path).outputs])
    assert np.sqrt(((values - values.mean(axis=0)) ** 2).mean()) < 12


def test_the_documented_system_takes_all_pixels(dates, tmp_path):
    """Nothing is left out, and nothing told, where the user chose it."""
    recorder = Recorder()
    run_global(dates[0], tmp_path, method=GlobalMethod.LEAST_SQUARES, progress=recorder)
    assert not any("ground differs" in text for text in [*recorder.facts, *recorder.warnings])


def test_a_saved_run_is_continued_with_the_same_gains(dates, tmp_path):
    """Weights of overlaps that changed, and levels of unchanged ground, are in the file; also after a second save."""
    paths, _ = dates
    first, second = str(tmp_path / "first.json"), str(tmp_path / "second.json")
    fresh = gains_of(run_global(paths, tmp_path / "fresh", save_adjustments=first).outputs)
    known = {"load_adjustments": first, "save_adjustments": second}
    for folder, options in (("again", known), ("third", {"load_adjustments": second})):
        found = gains_of(run_global(paths, tmp_path / folder, **options).outputs)
        assert found[0] == pytest.approx(fresh[0], rel=1e-6)
        assert found[1] == pytest.approx(fresh[1], rel=1e-6, abs=1e-3)


@pytest.mark.parametrize("run", [run_global, run_balance])
@pytest.mark.parametrize("changed", [0.0, 0.3])
def test_a_date_that_agrees_with_no_other_is_warned_of(tmp_path, run, changed):
    """Snow in patches smaller than a cell is not found as changed ground, and must not spoil a date in silence."""
    random = np.random.default_rng(7)
    land = ground(random, side=SIDE)
    speckle = ndimage.gaussian_filter(random.normal(size=(SIDE, SIDE)), 3)
    snow = speckle > np.quantile(speckle, 1 - changed)
    paths = []
    for n in range(4):
        values = np.where(snow & (n == 1), 0.15 * land + 2600, land) + 8 * random.normal(size=land.shape)
        paths.append(write(tmp_path / f"d{n}.tif", np.rint(values).astype(np.uint16)))
    recorder = Recorder()
    run(paths, tmp_path / "out", progress=recorder)
    told = [text for text in [*recorder.facts, *recorder.warnings] if "d1" in text and "ground" in text]
    found = [text.split()[0].rstrip(":") for text in told]
    assert found == (["d1"] if changed else [])


@pytest.mark.parametrize(("dates", "snowy"), [(2, {1}), (6, {1, 3, 4})])
def test_several_dates_whose_change_is_not_found_are_warned_of(tmp_path, dates, snowy):
    """Each of them, though they are as many as the others; one of two, because nothing tells which it is."""
    random = np.random.default_rng(7)
    land, paths = ground(random, side=SIDE), []
    for n in range(dates):
        speckle = ndimage.gaussian_filter(random.normal(size=(SIDE, SIDE)), 3)
        snow = speckle > np.quantile(speckle, 0.7)
        values = np.where(snow & (n in snowy), 0.15 * land + 2600, land) + 8 * random.normal(size=land.shape)
        paths.append(write(tmp_path / f"d{n}.tif", np.rint(values).astype(np.uint16)))
    recorder = Recorder()
    run_global(paths, tmp_path / "out", progress=recorder)
    found = {text.split()[0] for text in recorder.warnings if "agrees with none" in text}
    assert found == ({"d0"} if dates == 2 else {f"d{n}" for n in snowy})
