"""Settings tried on images that are read once: the same results as the jobs', without further reads."""

from __future__ import annotations

import os

import numpy as np
import pytest
from made_scenes import read
from osgeo import gdal

from evenlight.core.errors import Cancelled, EvenlightError
from evenlight.core.jobs import balance, balance_and_mosaic
from evenlight.core.jobs.trial import Steps, Trial
from evenlight.core.mosaicking.settings import BALANCED_MOSAIC
from evenlight.core.progress import Silent
from evenlight.core.raster import dataset
from evenlight.core.settings import GlobalMethod, GlobalSettings, LocalSettings, OutputSettings

STEPS = Steps(GlobalSettings(), LocalSettings())


@pytest.fixture
def pixels(monkeypatch):
    """Counts of pixels that are read."""
    found = []
    for name in ("read_window", "read_into"):

        def counting(handle, path, bands, window, *target, original=getattr(dataset, name)):
            found.append(len(bands) * window[2] * window[3])
            return original(handle, path, bands, window, *target)

        monkeypatch.setattr(f"evenlight.core.raster.source.{name}", counting)
    return found


def test_a_trial_writes_what_balance_writes_and_reads_once(lit_images, tmp_path, pixels):
    whole = balance(lit_images.paths, tmp_path / "whole").outputs
    pixels.clear()
    trial = Trial(lit_images.paths)
    found = trial.solve(STEPS)
    once = sum(pixels)
    recipes = trial.recipes(found, str(tmp_path))
    assert sum(pixels) == once
    outputs = trial.write(found, OutputSettings(str(tmp_path / "out"))).outputs
    assert once < sum(pixels) <= 2 * once
    for one, two, recipe in zip(outputs, whole, recipes):
        assert np.array_equal(read(one), read(two))
        shown = gdal.Open(recipe).ReadAsArray()
        assert np.abs(shown.astype(float) - read(one).reshape(shown.shape)).max() <= 1


def test_other_settings_are_solved_without_a_read(lit_images, tmp_path, pixels):
    trial = Trial(lit_images.paths)
    trial.solve(STEPS)
    pixels.clear()
    other = Steps(GlobalSettings(method=GlobalMethod.LEAST_SQUARES), LocalSettings(alpha=0.5))
    assert not trial.needs_reading(other)
    trial.solve(other)
    found = trial.solve(other._replace(of_local=LocalSettings()))
    assert not pixels
    alone = balance(lit_images.paths, tmp_path, global_settings=other.of_global, local_settings=LocalSettings())
    assert found.quality.rmse_after == pytest.approx(alone.quality.rmse_after)
    assert np.isfinite(trial.held_out(found).held_out)
    fewer = Steps(GlobalSettings(), LocalSettings(blocks=4))
    assert trial.needs_reading(fewer)
    assert trial.needs_reading(Steps(GlobalSettings(), None))
    trial.solve(fewer)
    assert pixels


def test_a_mosaic_of_a_trial_is_that_of_the_job(lit_images, tmp_path):
    whole = balance_and_mosaic(lit_images.paths, tmp_path / "whole.tif").output
    trial = Trial(lit_images.paths)
    found = trial.solve(STEPS._replace(joined=True))
    joined = trial.join(found, str(tmp_path / "trial.tif"), OutputSettings(), BALANCED_MOSAIC).output
    assert np.array_equal(read(joined), read(whole))
    trial.seams(found, str(tmp_path / "seams.gpkg"), BALANCED_MOSAIC)
    seams = gdal.OpenEx(str(tmp_path / "seams.gpkg"))
    assert 1 < seams.GetLayer(0).GetFeatureCount() <= len(lit_images.paths)


class Stopping(Silent):
    """Stops some time after the start."""

    def __init__(self, calls):
        self.left = calls

    def cancelled(self):
        self.left -= 1
        return self.left < 0


def test_a_cancelled_trial_leaves_nothing_and_goes_on(lit_images, tmp_path):
    trial = Trial(lit_images.paths)
    with pytest.raises(Cancelled):
        trial.solve(STEPS, Stopping(3))
    found = trial.solve(STEPS)
    with pytest.raises(Cancelled):
        trial.write(found, OutputSettings(str(tmp_path / "out")), progress=Stopping(2))
    assert not list(tmp_path.rglob("*.tif*"))
    assert trial.write(found, OutputSettings(str(tmp_path / "out"))).outputs


def test_changed_images_are_not_written(lit_images, tmp_path):
    trial = Trial(lit_images.paths)
    found = trial.solve(STEPS)
    os.utime(lit_images.paths[0], (1, 1))
    with pytest.raises(EvenlightError, match="changed"):
        trial.write(found, OutputSettings(str(tmp_path / "out")))


def test_images_are_never_written_over(lit_images):
    trial = Trial(lit_images.paths)
    found = trial.solve(STEPS)
    with pytest.raises(EvenlightError):
        trial.write(found, OutputSettings(os.path.dirname(lit_images.paths[0]), "$.tif"))


def test_larger_blocks_are_offered_that_need_no_read(lit_images, tmp_path, pixels):
    """What they give is what a run by itself gives that cuts these blocks."""
    trial = Trial(lit_images.paths)
    offers = trial.solve(Steps(GlobalSettings(), LocalSettings(blocks=30))).offers
    assert len(offers) > 2
    assert len({offer[:2] for offer in offers}) == len(offers)
    for offer in offers[1:3]:
        local = LocalSettings(block_rows=offer.rows, block_columns=offer.columns, canvas_extent=offer.extent)
        steps = Steps(GlobalSettings(), local)
        pixels.clear()
        assert not trial.needs_reading(steps)
        found = trial.solve(steps)
        assert not pixels
        whole = balance(lit_images.paths, tmp_path / f"whole {offer.rows}", local_settings=local)
        outputs = trial.write(found, OutputSettings(str(tmp_path / f"trial {offer.rows}"))).outputs
        assert found.quality.rmse_after == pytest.approx(whole.quality.rmse_after, rel=1e-9)
        assert found.offers == offers
        for one, two in zip(outputs, whole.outputs):
            assert np.array_equal(read(one), read(two))
    pixels.clear()
    trial.solve(Steps(GlobalSettings(), LocalSettings(blocks=30)))
    assert not pixels
    assert trial.needs_reading(Steps(GlobalSettings(), LocalSettings(blocks=31 * 4)))
