"""Settings that change nothing are said, and those that are used are not."""

from __future__ import annotations

import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import make_scene
from recorders import Recorder

import evenlight.core as ev
from evenlight.core.errors import Problems
from evenlight.core.jobs.unused import OF_GLOBAL, OF_LOCAL, OF_MAPS, OF_PIF, unused
from evenlight.core.settings import GlobalSettings, LocalSettings, PifSettings

EXACT = {"method": "least_squares"}
FLOOD = {"method": "flood_from_match_points"}


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return make_scene(tmp_path_factory.mktemp("pair"), columns=2, size=90, step=50, bands=1)


@pytest.mark.parametrize(
    ("kind", "rules", "changed", "used_with"),
    [
        (GlobalSettings, OF_GLOBAL, {"mean_factor": 2.0}, EXACT),
        (GlobalSettings, OF_GLOBAL, {"std_factor": 0.5}, EXACT),
        (GlobalSettings, OF_GLOBAL, {"model_images_mode": "shape"}, {"model_images": ("a",)}),
        (PifSettings, OF_PIF, {"red_band": 1, "nir_band": 2}, FLOOD),
        (PifSettings, OF_PIF, {"vegetation_threshold": 0.3}, {"red_band": 1, "nir_band": 2, **FLOOD}),
        (PifSettings, OF_PIF, {"inz_threshold": 0.3}, FLOOD),
        (PifSettings, OF_PIF, {"region_radius": 3}, FLOOD),
        (PifSettings, OF_PIF, {"max_samples": 300}, FLOOD),
        (PifSettings, OF_PIF, {"min_samples": 30}, {"method": "residual"}),
        (LocalSettings, OF_LOCAL, {"smoothness": 0.5, "reference": "block_means"}, {"reference": "common_pixels"}),
        (LocalSettings, OF_LOCAL, {"normalise": False}, {"correction": "gamma"}),
        (LocalSettings, OF_LOCAL, {"blocks": 25, "block_rows": 4}, {"block_rows": None}),
        (LocalSettings, OF_LOCAL, {"block_rows": 4, "blocks_by_variation": True}, {"blocks_by_variation": False}),
    ],
)
def test_what_is_of_no_use_is_said_once_and_only_then(kind, rules, changed, used_with):
    """With what uses it no word."""
    (text,) = unused(kind(**changed), rules)
    name = next(iter(changed))
    assert name.upper() in text
    assert unused(kind(**{**changed, **used_with}), rules) == []


@pytest.mark.parametrize("kind", [GlobalSettings, PifSettings, LocalSettings])
def test_defaults_are_of_no_matter(kind):
    assert unused(kind(), [*OF_GLOBAL, *OF_PIF, *OF_LOCAL, *OF_MAPS]) == []


def test_runs_warn(pair, tmp_path):
    """Each step for its settings, in the words of the parameters."""
    for job, options, said in (
        (run_global, {"mean_factor": 2.0, "std_factor": 3.0}, "MEAN_FACTOR and STD_FACTOR are used by METHOD"),
        (run_local, {"normalise": False}, "NORMALISE is used by CORRECTION gamma"),
        (run_balance, {"model_images_mode": "shape"}, "MODEL_IMAGES_MODE is used together with MODEL_IMAGES"),
    ):
        progress = Recorder()
        job(pair.paths, tmp_path / job.__name__, progress=progress, **options)
        assert [text for text in progress.warnings if said in text], progress.warnings
        calm = Recorder()
        job(pair.paths, tmp_path / f"calm {job.__name__}", progress=calm)
        assert not [text for text in calm.warnings if "changed nothing" in text]


def test_maps_bring_their_own_blocks(pair, tmp_path):
    """So another number of blocks is of no use where maps are given."""
    maps = ev.save_block_maps(pair.paths, str(tmp_path / "r.tif"), str(tmp_path / "maps"))
    progress = Recorder()
    ev.load_block_maps(
        pair.paths, str(tmp_path / "o"), settings=LocalSettings(blocks=9), local_maps=maps.local_maps, progress=progress
    )
    assert any("BLOCKS is used for new maps only" in text for text in progress.warnings)


def test_the_reason_comes_after_the_remedy():
    (text,) = unused(LocalSettings(blocks=9, smoothness=0.5), OF_MAPS)
    assert text == (
        "BLOCKS and SMOOTHNESS are used for new maps only, and changed nothing here: leave them out. "
        "Blocks and reference are those of the maps that are given."
    )


def test_least_squares_without_any_weight_is_refused(pair, tmp_path):
    """All images would stay as they are, without a word."""
    with pytest.raises(Problems, match="MEAN_FACTOR and STD_FACTOR"):
        run_global(pair.paths, tmp_path / "o", method="least_squares", mean_factor=0.0, std_factor=0.0)
