"""What windows say about a transform of the whole and about warps: taken, refused, or in place only as a whole."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import write
from made_views import Ground, positions, turn
from recorders import Recorder

from evenlight.core.align.settings import AlignMethod, CoregisterSettings, MatchSettings
from evenlight.core.align.shift_field import moved_places
from evenlight.core.align.transform import Transform
from evenlight.core.jobs import coregister
from evenlight.core.raster.image import describe

NOWHERE = Transform.shift(0.0, 0.0)


def run(image, reference, folder, progress=None, windows=False, spacing=None, **match):
    """What a run finds about one image."""
    spaced = {"window_spacing": spacing} if spacing else {}
    settings = CoregisterSettings(match=MatchSettings(**match), windows=windows, **spaced)
    return coregister([image], reference, folder, settings=settings, progress=progress or Recorder()).outcomes[0]


def waved(places, length):
    return places + 3.0 * np.sin(2.0 * np.pi * places[:, ::-1] / length + np.array([0.0, 1.0]))


def test_a_wave_is_undone_with_the_default_spacing(tmp_path):
    """Three pixels from crest to rest, 300 from crest to crest: half the spacing is tried, and leaves less by far."""
    ground, places = Ground(320, seed=12), positions(320, 320)
    reference = write(tmp_path / "reference.tif", ground.seen(NOWHERE)[None].astype("float32"))
    shown = ground.at(waved(places, 300.0)).reshape(1, 320, 320)
    image = write(tmp_path / "image.tif", shown.astype("float32"))
    grid, places = describe(image).grid, places[::1283]
    left = []
    for spacing in (None, 64):
        found = run(image, reference, tmp_path / "out", windows=True, spacing=spacing)
        off = grid.positions_of(moved_places(found.placement, grid.map_of(places))) - waved(places, 300.0)
        left.append(np.sqrt((off**2).sum(axis=1).mean()))
    assert left[0] < 0.5 and left[0] < 0.6 * left[1]


def test_a_refused_warp_leaves_the_plain_shift(tmp_path):
    """Three windows are no warp; the image is moved as a whole all the same, and it is said."""
    ground, progress = Ground(256, seed=13), Recorder()
    reference = write(tmp_path / "reference.tif", ground.seen(NOWHERE)[None].astype("float32"))
    values = ground.seen(Transform.shift(4.4, -2.3))[None].astype("float32")
    values[..., 150:] = np.nan
    image = write(tmp_path / "image.tif", values)
    found = run(image, reference, tmp_path / "out", progress, windows=True, spacing=300)
    assert found.accepted and np.abs(found.shift - np.array((4.4, -2.3))).max() < 0.05
    assert found.unwarped
    assert any("moved as a whole and not warped" in text for text in progress.warnings)


@pytest.mark.parametrize("method", [AlignMethod.PHASE_CORRELATION, AlignMethod.ECC])
def test_a_turned_image_is_not_called_in_place(tmp_path, method):
    """The middle stays when it is turned by 0.4 degrees: no shift is found, and the parts are off."""
    ground, progress = Ground(360, seed=14), Recorder()
    reference = write(tmp_path / "reference.tif", ground.seen(NOWHERE)[None].astype("float32"))
    shown = ground.seen(turn(0.4, 1.0, 360, (0.0, 0.0)))
    image = write(tmp_path / "image.tif", shown[None].astype("float32"))
    found = run(image, reference, tmp_path / "out", progress, method=method)
    assert not found.in_place
    assert "MOTION affine, or WINDOWS" in found.remedy
    assert any("MOTION affine, or WINDOWS" in text for text in progress.warnings)
    assert found.seen.median_before > 0.5


def mixed(own, step, share, seed):
    """The ground, and in a share of its contrast something that no other image shows."""
    other = Ground(256, seed=seed, blur=1.0).seen(NOWHERE) - 100.0
    return (own.seen(Transform.shift(*step)) + share * other)[None].astype("float32")


def test_windows_that_agree_decide_where_correlation_hardly_rises(tmp_path):
    """A shift of 0.42 pixels under what changed: taken where correlation does not fall, else not called in place."""
    ground = Ground(256, seed=3, blur=1.0)
    reference = write(tmp_path / "reference.tif", mixed(ground, (0.0, 0.0), 0.5, 50))
    image = write(tmp_path / "image.tif", mixed(ground, (0.42, 0.0), 0.5, 51))
    phases = run(image, reference, tmp_path / "out")
    assert phases.accepted and abs(phases.shift[0] - 0.42) < 0.05
    points = run(image, reference, tmp_path / "out", method=AlignMethod.FEATURES)
    assert not points.accepted and points.after < points.before
    assert not points.in_place and "METHOD phase_correlation, or WINDOWS" in points.remedy


def test_an_image_in_place_stays_so(tmp_path):
    """Windows of noisy images err, but not in one direction, and not as a turned image does."""
    ground = Ground(256, seed=15)
    noise = np.random.default_rng(4).normal(scale=12.0, size=(2, 1, 256, 256))
    reference, image = (
        write(tmp_path / f"{name}.tif", (ground.seen(NOWHERE)[None] + own).astype("float32"))
        for name, own in zip(("reference", "image"), noise)
    )
    found = run(image, reference, tmp_path / "out")
    assert found.in_place and not found.remedy
    assert found.seen.median_left < 0.25
