"""Pseudo-invariant features in whole runs: gains, figures, files, and what is refused."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_global
from made_pairs import FITTED, GAIN, made_pair, needs_opencv
from made_scenes import chain_of, gains_of, make_scene, read, write
from osgeo import gdal
from recorders import CancelAt, Recorder

from evenlight.core.checks import check_images
from evenlight.core.errors import Cancelled, Problems
from evenlight.core.jobs import balance, preview_balance
from evenlight.core.naming import pair_names
from evenlight.core.radiometry.metrics import FOLDS, agreement, fold_of
from evenlight.core.radiometry.network import network_of
from evenlight.core.radiometry.pif.finder import Finder
from evenlight.core.radiometry.solve import solve_global
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.run import Run
from evenlight.core.settings import (
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    PifMethod,
    PifSettings,
    StatisticsSettings,
)
from evenlight.core.statistics.blocks import cell_grid
from evenlight.core.statistics.sums import PairSums, stack
from evenlight.core.statistics.sweep import Sweep

FLOOD = PifSettings(method=PifMethod.FLOOD_FROM_MATCH_POINTS)


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """Two images with 5 % of changed ground."""
    return made_pair(bands=3).files(tmp_path_factory.mktemp("changed"))


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images in a row."""
    return make_scene(tmp_path_factory.mktemp("row"), columns=3, size=230, step=80, bands=3, noise=20.0)


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.mark.parametrize("method", FITTED)
def test_global_regression_finds_the_gain(changed, tmp_path, method):
    """The second image has 1.5 times the contrast of the first, but for noise of 50 in both."""
    progress = Recorder()
    result = run_global(changed, tmp_path / "out", pif=PifSettings(method=method), progress=progress)
    gain, _ = gains_of(result.outputs)
    assert gain[0] / gain[1] == pytest.approx([GAIN] * 3, rel=0.03)
    assert any("of the common pixels count, in 1 of 1 overlap." in fact for fact in progress.facts)
    assert any("On pseudo-invariant features: RMSE" in fact for fact in progress.facts)
    assert not progress.warnings
    one, two = (read(path).std(axis=(1, 2)) for path in changed)
    # of all pixels, changed ones among them
    worst = np.abs(two / one / GAIN - 1).max()
    assert np.abs(gain[0] / gain[1] / GAIN - 1).max() < min(worst, 0.03)


@pytest.mark.parametrize("method", FITTED)
def test_figures_stay_those_of_all_pixels(changed, tmp_path, method):
    """What was measured before the correction does not depend on the pixels that it is made from."""
    entire = run_global(changed, tmp_path / "a").quality
    chosen = run_global(changed, tmp_path / "b", pif=PifSettings(method=method)).quality
    assert chosen.rmse_before == entire.rmse_before
    assert chosen.rmse_after > 0.5 * entire.rmse_after
    assert np.isfinite(chosen.held_out)


@pytest.mark.every(2)
@pytest.mark.parametrize("method", FITTED)
def test_order_and_threads_change_no_byte(scene, tmp_path, method):
    settings = PifSettings(method=method)
    one = run_global(scene.paths, tmp_path / "a", pif=settings, execution=ExecutionSettings(threads=1))
    two = run_global(
        scene.paths[::-1],
        tmp_path / "b",
        pif=settings,
        execution=ExecutionSettings(threads=3, memory_budget=64, window_size=64),
    )
    assert one.quality == two.quality
    for path, other in zip(one.outputs, two.outputs[::-1]):
        assert chain_of(path) == chain_of(other)
        assert np.array_equal(read(path), read(other))


@pytest.mark.parametrize("method", FITTED)
def test_balance_and_its_preview_use_them_too(changed, tmp_path, method):
    settings = GlobalSettings(pif=PifSettings(method=method))
    local = LocalSettings(blocks=9)
    result = balance(changed, OutputSettings(str(tmp_path / "out")), global_settings=settings, local_settings=local)
    gain, _ = gains_of(result.outputs)
    assert gain[0] / gain[1] == pytest.approx([GAIN] * 3, rel=0.03)
    shown = preview_balance(
        changed, OutputSettings(str(tmp_path / "shown")), global_settings=settings, local_settings=local
    )
    for path, other in zip(result.outputs, shown.outputs):
        assert np.abs(read(path).astype(float) - read(other)).max() <= 1


@pytest.mark.parametrize("method", FITTED)
def test_scale_tags_that_differ_are_obeyed(tmp_path, method):
    """The second image holds the same units in other numbers: stored 2.5 times as large, tags say so."""
    pair = made_pair(bands=3)
    paths = [
        write(tmp_path / "one.tif", np.rint(pair.first).astype("uint16"), nodata=0),
        write(tmp_path / "two.tif", np.rint(2.5 * pair.second + 500).astype("uint16"), nodata=0),
    ]
    dataset = gdal.Open(paths[1], gdal.GA_Update)
    for number in (1, 2, 3):
        dataset.GetRasterBand(number).SetScale(1 / 2.5)
        dataset.GetRasterBand(number).SetOffset(-200.0)
    dataset = None
    settings = PifSettings(method=method)
    gain, _ = gains_of(run_global(paths, tmp_path / "out", pif=settings).outputs)
    assert gain[0] / gain[1] == pytest.approx([GAIN] * 3, rel=0.03)
    output = OutputSettings(str(tmp_path / "both"))
    both = balance(paths, output, global_settings=GlobalSettings(pif=settings), local_settings=LocalSettings(blocks=1))
    there, gain = zip(*([np.array(step["gain"]) for step in chain_of(path)[:2]] for path in both.outputs))
    assert there[0] / there[1] == pytest.approx([2.5] * 3)
    assert gain[0] / gain[1] == pytest.approx([GAIN] * 3, rel=0.03)


def test_a_pair_with_too_few_features_is_left_out_with_a_warning(scene, tmp_path):
    """The first and the last image share little."""
    progress = Recorder()
    settings = PifSettings(method=PifMethod.RESIDUAL, min_samples=10_000)
    result = run_global(scene.paths, tmp_path / "out", pif=settings, progress=progress)
    told = [text for text in progress.warnings if "left out" in text]
    assert len(told) == 1
    assert "img_1 and img_3" in told[0]
    assert "10000 are needed" in told[0]
    gain, _ = gains_of(result.outputs)
    assert np.abs(gain * scene.gain / (gain * scene.gain).mean(axis=0) - 1).max() < 0.02


def test_an_image_with_no_pair_left_stays_as_it_is(scene, tmp_path):
    progress = Recorder()
    settings = PifSettings(method=PifMethod.RESIDUAL, min_samples=10**6)
    result = run_global(scene.paths, tmp_path / "out", pif=settings, progress=progress)
    assert sum("left out" in text for text in progress.warnings) == 3
    assert sum("no overlap with enough pseudo-invariant features" in text for text in progress.warnings) == 3
    for before, after in zip(scene.paths, result.outputs):
        assert np.array_equal(read(before), read(after))


def test_kept_sums_serve_every_method_and_never_hold_its_pixels(scene, tmp_path):
    """One cache folder, all methods and thresholds in turn: always the bytes of a run without it."""
    kept = StatisticsSettings(cache_folder=str(tmp_path / "cache"))
    choices = [
        PifSettings(),
        PifSettings(method=PifMethod.RESIDUAL),
        PifSettings(method=PifMethod.IR_MAD),
        PifSettings(method=PifMethod.RESIDUAL, min_samples=10_000),
        PifSettings(),
    ]
    for number, pif in enumerate(choices):
        run_global(scene.paths, tmp_path / f"plain{number}", pif=pif)
        run_global(scene.paths, tmp_path / f"kept{number}", pif=pif, statistics=kept)
        assert bytes_of(tmp_path / f"plain{number}") == bytes_of(tmp_path / f"kept{number}")


def test_only_pairs_of_new_images_are_looked_at_again(scene, tmp_path, monkeypatch):
    """Two images are known from a file; its overlaps were measured with another method, and that is told."""
    file = str(tmp_path / "a.json")
    run_global(scene.paths[:2], tmp_path / "two", save_adjustments=file, pif=PifSettings(method=PifMethod.RESIDUAL))
    assert json.loads(Path(file).read_text())["settings"]["pif_method"] == "residual"
    progress = Recorder()
    settings = PifSettings(method=PifMethod.IR_MAD)
    run_global(scene.paths, tmp_path / "three", load_adjustments=file, pif=settings, progress=progress)
    assert any("in 2 of 2 overlaps" in fact for fact in progress.facts)
    assert any("were measured with PIF_METHOD residual and stay so" in text for text in progress.warnings)
    progress = Recorder()
    settings = PifSettings(method=PifMethod.RESIDUAL)
    run_global(scene.paths, tmp_path / "four", load_adjustments=file, pif=settings, progress=progress)
    assert not progress.warnings


@needs_opencv
def test_scores_are_written_per_pair(scene, tmp_path):
    """On the canvas, NaN outside of common ground, low where the ground is the same."""
    folder = tmp_path / "scores"
    run_global(scene.paths, tmp_path / "out", pif=FLOOD, save_inz=str(folder))
    names = sorted(os.listdir(folder))
    assert names == ["img_1_img_2_INZ.tif", "img_1_img_3_INZ.tif", "img_2_img_3_INZ.tif"]
    dataset = gdal.Open(str(folder / names[0]))
    assert dataset.GetGeoTransform() == gdal.Open(scene.paths[1]).GetGeoTransform()
    assert dataset.GetProjection() == gdal.Open(scene.paths[1]).GetProjection()
    assert np.isnan(dataset.GetRasterBand(1).GetNoDataValue())
    score = dataset.ReadAsArray()
    one, two = read(scene.paths[0])[:, :, 80:], read(scene.paths[1])[:, :, :150]
    common = (one != 0).all(axis=0) & (two != 0).all(axis=0)
    assert score.shape == common.shape
    assert np.array_equal(np.isfinite(score), common)
    assert 0.5 < score[common].mean() < 1.0


def test_names_of_pairs_never_collide(tmp_path):
    """a and b_c, a_b and c: equal when joined."""
    images = [type("Named", (), {"name": name, "path": f"/x/{name}.tif"})() for name in ("a", "b_c", "a_b", "c", "A")]
    names = pair_names(images, [(0, 1), (2, 3), (1, 4)])
    assert len({name.lower() for name in names}) == 3


@needs_opencv
def test_scores_are_part_of_all_or_nothing(scene, tmp_path, monkeypatch):
    """Stopped while the last score is written."""
    from evenlight.core.jobs import pif_step

    original, seen = pif_step.write_inz, []

    def stopping(path, *rest, **more):
        original(path, *rest, **more)
        seen.append(path)
        if len(seen) == 3:
            raise Cancelled

    monkeypatch.setattr(pif_step, "write_inz", stopping)
    with pytest.raises(Cancelled):
        run_global(scene.paths, tmp_path / "out", pif=FLOOD, save_inz=str(tmp_path / "scores"))
    assert not list((tmp_path / "out").iterdir())
    assert not list((tmp_path / "scores").iterdir())


@pytest.mark.parametrize("fraction", [0.0, 0.2, 0.3])
def test_a_cancel_leaves_nothing(scene, tmp_path, fraction):
    progress = CancelAt(fraction)
    with pytest.raises(Cancelled):
        run_global(scene.paths, tmp_path / "out", pif=PifSettings(method=PifMethod.RESIDUAL), progress=progress)
    assert not list(tmp_path.glob("out/*"))


def problems_of(paths, folder, pif, **options):
    with pytest.raises(Problems) as caught:
        run_global(paths, folder, pif=pif, **options)
    assert not list(Path(folder).glob("*"))
    return str(caught.value)


def test_settings_that_cannot_be_are_refused_together(changed, tmp_path):
    pif = PifSettings(
        method=PifMethod.FLOOD_FROM_MATCH_POINTS, red_band=9, vegetation_threshold=2.0, inz_threshold=0.0,
        region_radius=-1, max_samples=5, min_samples=10,
    )  # fmt: skip
    text = problems_of(changed, tmp_path / "out", pif)
    for sentence in (
        'RED_BAND cannot be "9": use a band that',
        'NIR_BAND cannot be "empty": use a band number, or leave RED_BAND empty too',
        'VEGETATION_THRESHOLD cannot be "2.0"',
        'INZ_THRESHOLD cannot be "0.0"',
        'REGION_RADIUS cannot be "-1"',
        'MAX_SAMPLES cannot be "5": use 10 or more',
    ):
        assert sentence in text
    assert 'NIR_BAND cannot be "2": use another band than RED_BAND' in problems_of(
        changed, tmp_path / "out", PifSettings(red_band=2, nir_band=2)
    )


@pytest.mark.parametrize("method", [PifMethod.ENTIRE, PifMethod.RESIDUAL, PifMethod.IR_MAD])
def test_scores_of_methods_without_one_are_refused(changed, tmp_path, method):
    text = problems_of(changed, tmp_path / "out", PifSettings(method=method), save_inz=str(tmp_path / "scores"))
    assert f"use it only with PIF_METHOD flood_from_match_points; {method} has no such score" in text


@needs_opencv
def test_scores_that_would_overwrite_are_refused(changed, tmp_path):
    """A result, or an input, of the name that a score would have."""
    folder, inputs = tmp_path / "both", tmp_path / "in"
    inputs.mkdir()
    three = [write(inputs / f"{name}.tif", read(changed[0])) for name in ("one", "two", "one_two_INZ")]
    text = problems_of(three, tmp_path / "out", FLOOD, save_inz=str(inputs))
    assert "one_two_INZ.tif is an input and would be overwritten" in text
    text = problems_of(changed, folder, FLOOD, save_inz=str(folder), save_adjustments=str(folder / "one_two_INZ.tif"))
    assert "Two results would be written to" in text and "one_two_INZ.tif" in text


@needs_opencv
def test_scores_are_named_as_they_were_checked(changed, tmp_path):
    """An image apart bears the name of another one: no input is overwritten by a name that nobody looked at."""
    folder = tmp_path / "in"
    folder.mkdir()
    place = gdal.Open(changed[0]).GetGeoTransform()
    names = {"one": changed[0], "two": changed[1], "one_two_INZ": changed[0]}
    near = [write(folder / f"{name}.tif", read(path), geotransform=place) for name, path in names.items()]
    (tmp_path / "far").mkdir()
    away = (0.0, *place[1:3], 0.0, *place[4:])
    far = write(tmp_path / "far" / "one.tif", read(changed[0]), geotransform=away)
    before = {path: Path(path).read_bytes() for path in (*near, far)}
    run_global([*near, far], tmp_path / "out", pif=FLOOD, save_inz=str(folder))
    assert {path: Path(path).read_bytes() for path in before} == before
    assert {"in_one_two_INZ.tif", "one_two_INZ.tif"} <= {*os.listdir(folder)}


def test_without_opencv_one_sentence_and_the_others_work(changed, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    text = problems_of(changed, tmp_path / "out", FLOOD)
    assert text.count("OpenCV") == 1
    assert "apt-get install python3-opencv" in text
    run_global(changed, tmp_path / "out", pif=PifSettings(method=PifMethod.IR_MAD))


def test_entire_looks_for_nothing(scene, tmp_path, monkeypatch):
    """The default costs nothing."""
    monkeypatch.setattr(Finder, "run", None)
    progress = Recorder()
    run_global(scene.paths, tmp_path / "a", progress=progress)
    balance(scene.paths, OutputSettings(str(tmp_path / "b")), progress=progress)
    assert not [text for text in progress.facts + progress.warnings if "pseudo-invariant" in text.lower()]


@pytest.mark.parametrize("method", FITTED)
def test_on_real_change_each_method_gains_on_its_own_ground(data_folder, tmp_path, method):
    """Three years: on held-out cells the features agree better than after `entire`."""
    paths = sorted(str(path) for path in (data_folder / "naip_prairie").glob("*.tif"))[:3]
    if not paths:
        pytest.skip(f"no naip_prairie in {data_folder}")
    images = check_images(paths)
    canvas = make_canvas(images)
    cells = cell_grid(canvas, images)
    sums = Sweep(images, canvas, cells).run(Run())
    found = Finder(images, canvas, cells, PifSettings(method=method)).run(sums.pairs, Run())
    chosen = replace(sums, pairs=stack(PairSums, [pair.sums for pair in found], sums.bands, keys=3))
    figures = []
    for solved in (sums, chosen):
        parts = []
        for fold in range(FOLDS):
            kept = fold_of(solved.pairs.cell, cells.columns) != fold
            solution = solve_global(network_of(solved, kept), GlobalSettings(), np.zeros(sums.images, dtype=bool))
            after = chosen.pairs.adjusted(solution.gain, solution.offset)
            parts.append(after.chosen(fold_of(after.cell, cells.columns) == fold))
        rows = stack(PairSums, parts, sums.bands, keys=3)
        figures.append(agreement(replace(chosen, pairs=rows).overlaps()).normalised_rmse)
    assert figures[1] < figures[0]
