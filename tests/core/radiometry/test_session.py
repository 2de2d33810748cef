"""One read of the pixels, and solutions for any settings from it; all without QGIS."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_light import lit
from made_scenes import make_scene, read, write
from osgeo import gdal
from recorders import CancelAt, Recorder

import evenlight
from evenlight.core.errors import Cancelled
from evenlight.core.jobs import preview_balance
from evenlight.core.jobs.scene import prepare
from evenlight.core.radiometry.adjustment import REJECTED
from evenlight.core.radiometry.metrics import fold_of
from evenlight.core.radiometry.session import NotReadError, Session
from evenlight.core.raster import on_grid, source
from evenlight.core.run import Run
from evenlight.core.settings import (
    CorrectionKind,
    ExecutionSettings,
    GlobalMethod,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    PifMethod,
    PifSettings,
    Reference,
    SelectionMode,
    StatisticsSettings,
)

GLOBAL, LOCAL = GlobalSettings(), LocalSettings(blocks=25)


@pytest.fixture(scope="module")
def scene(lit_images):
    return prepare(lit_images.paths, 2, StatisticsSettings())


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Six images, one of which shows other ground in half of its overlap with a neighbour."""
    made = make_scene(tmp_path_factory.mktemp("odd"), rows=2, columns=3, bands=2, noise=5, seed=12)
    dataset = gdal.Open(made.paths[4], gdal.GA_Update)
    values = dataset.ReadAsArray()
    values[:, :, :70] = values[:, :, :70][:, :, ::-1] // 2 + 3000
    dataset.WriteArray(values)
    dataset.FlushCache()
    return made.paths


def session_of(scene, of_global=GLOBAL, of_local=LOCAL, progress=None, **options):
    """A session that has read its images."""
    run = Run(ExecutionSettings(threads=2), progress or Recorder())
    session = Session(scene, of_global, of_local, run, **options)
    session.read()
    return session


def corrected(solution):
    """All parameters of all corrections."""
    parts = []
    for chain in solution.corrections():
        for step in chain:
            parts += [np.ravel(value) for value in vars(step).values() if isinstance(value, (np.ndarray, float))]
    return np.concatenate(parts)


def with_left_out(solution):
    """A solution's figures with those on ground that is left out."""
    left_out = solution.left_out()
    return solution.quality._replace(held_out=left_out.unseen, held_in=left_out.seen)


CHOICES = [
    (GLOBAL, LOCAL),
    (GlobalSettings(method=GlobalMethod.LEAST_SQUARES), LOCAL),
    (GlobalSettings(method=GlobalMethod.LEAST_SQUARES), replace(LOCAL, reference=Reference.BLOCK_MEANS)),
    (GLOBAL, replace(LOCAL, smoothness=1.0, correction=CorrectionKind.ADDITIVE)),
    (GLOBAL, replace(LOCAL, alpha=0.3)),
]


@pytest.fixture(scope="module")
def fresh(scene):
    """What each of `CHOICES` gives a session of its own: corrections, figures, and the held-out one."""
    solutions = [session_of(scene, *choice).solve() for choice in CHOICES]
    return [(corrected(solution), solution.quality, solution.held_out()) for solution in solutions]


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 0, 1, 3, 2]])
def test_every_solution_is_that_of_a_fresh_session(scene, fresh, order):
    """Whatever was solved before: corrections and figures to the last digit."""
    session = session_of(scene)
    for choice in order:
        solution, (parameters, quality, held_out) = session.solve(*CHOICES[choice]), fresh[choice]
        assert np.array_equal(corrected(solution), parameters)
        assert solution.quality == quality
    assert solution.held_out() == held_out


@pytest.mark.parametrize("alone", ["global", "local"])
def test_one_step_alone_is_solved_as_often(scene, alone):
    other = GlobalSettings(method=GlobalMethod.LEAST_SQUARES), replace(LOCAL, smoothness=1.0)
    first, second = [
        (of_global, None) if alone == "global" else (None, of_local) for of_global, of_local in ((GLOBAL, LOCAL), other)
    ]
    session = session_of(scene, *first)
    session.solve()
    again, fresh = session.solve(*second), session_of(scene, *second).solve()
    assert np.array_equal(corrected(fresh), corrected(again))
    assert not np.array_equal(corrected(session.solve()), corrected(again))
    assert fresh.quality == again.quality


def test_no_pixel_is_read_between_solutions(scene, monkeypatch):
    """Not for figures, corrections, pairs or strengths either."""
    reads = []
    for module, name in ((source, "read_window"), (source, "read_into"), (on_grid, "read_into")):

        def counting(*arguments, original=getattr(module, name)):
            reads.append(1)
            return original(*arguments)

        monkeypatch.setattr(module, name, counting)
    session = session_of(scene)
    assert reads
    reads.clear()
    for choice in CHOICES:
        solution = session.solve(*choice).at(0.7)
        assert solution.held_out() > 0
        assert solution.quality.rmse_after > 0
        assert solution.corrections() and solution.pairs and solution.images
    assert not reads


def test_what_the_settings_do_not_touch_is_kept(scene):
    session = session_of(scene)
    first = session.solve()
    smoother, stronger = (session.solve(None, replace(LOCAL, **one)) for one in ({"smoothness": 1.0}, {"alpha": 0.5}))
    assert smoother.step is first.step
    assert smoother.local is not first.local
    assert stronger.step is first.step
    assert session.solve(None, replace(LOCAL, smoothness=1.0, alpha=0.1)).local is not smoother.local


def test_a_kept_step_repeats_its_messages(odd):
    """All messages of a solution, however little of it was computed."""
    first, second = Recorder(), Recorder()
    session = session_of(prepare(odd, 2, StatisticsSettings()))
    session.solve(run=Run(ExecutionSettings(), first))
    session.solve(None, replace(LOCAL, alpha=0.5), run=Run(ExecutionSettings(), second))
    assert any("rejected" in text for text in first.warnings)
    assert (first.warnings, first.facts) == (second.warnings, second.facts)


def test_strength_0_changes_nothing(scene):
    """Of the local step: a session of it alone is then identity, one of both the global step."""
    whole, solution = session_of(scene).solve(), session_of(scene, None).solve()
    values = np.random.default_rng(1).uniform(500, 4000, (2, 40, 50))
    x, y = np.arange(50.0), np.arange(40.0)
    for chain in solution.at(0.0).corrections():
        for step in chain:
            assert np.array_equal(step.over(x, y, values.dtype)(values.copy(), slice(None)), values)
    for index, (gains, blocks) in enumerate(whole.at(0.0).corrections()):
        assert np.array_equal(gains.gain, whole.step.solution.gain[index])
        assert blocks.alpha == 0.0
    assert solution.at(0.0).quality.rmse_after == pytest.approx(solution.quality.rmse_before, rel=1e-3)


@pytest.mark.every(2)
@pytest.mark.parametrize(("run", "settings"), [(run_balance, (GLOBAL, LOCAL)), (run_local, (None, LOCAL))])
@pytest.mark.parametrize("strength", [0.5, 1.0])
def test_a_strength_is_that_of_a_run(scene, lit_images, tmp_path, run, settings, strength):
    """Figures, and what the run writes into its tags: no other solution than that of the slider."""
    job = run(lit_images.paths, tmp_path, blocks=25, alpha=strength)
    solution = session_of(scene, *settings).solve().at(strength)
    assert job.quality == with_left_out(solution)
    again = session_of(scene, settings[0], replace(LOCAL, alpha=strength)).solve()
    assert np.array_equal(corrected(solution), corrected(again))
    assert solution.at(0.2).at(strength).quality == solution.quality


@pytest.mark.parametrize("pif", [PifMethod.ENTIRE, PifMethod.RESIDUAL])
@pytest.mark.parametrize("mode", SelectionMode)
def test_held_out_is_that_of_the_job(odd, tmp_path, pif, mode):
    more = {"pif": PifSettings(method=pif), "model_images": (odd[1],), "model_images_mode": mode}
    job = run_global(odd, tmp_path, **more)
    solution = session_of(prepare(odd, 2, StatisticsSettings()), GlobalSettings(**more), None).solve()
    assert (job.quality.held_out, job.quality.held_in) == solution.left_out()
    assert np.isnan(solution.quality.held_out)
    assert np.isnan(solution.quality.held_in)


def agreement_by_hand(pairs, gains, offsets, rows):
    """Normalised RMSE of gain and offset on some rows of a table of pairs, cells of a pair pooled first."""
    total = pixels = 0.0
    for first, second in set(zip(pairs.first[rows], pairs.second[rows])):
        own = rows & (pairs.first == first) & (pairs.second == second)
        n = pairs.count[own]
        ends = [
            (image, getattr(pairs, f"mean_{end}")[own], getattr(pairs, f"m2_{end}")[own])
            for image, end in ((first, "first"), (second, "second"))
        ]
        means = [gains[image] * mean + offsets[image] for image, mean, _ in ends]
        centre = [(n * mean).sum(axis=0) / n.sum(axis=0) for mean in means]
        parts = [mean - middle for mean, middle in zip(means, centre)]
        m2 = [
            (gains[image] ** 2 * m2 + n * part**2).sum(axis=0) for (image, _, m2), part in zip(ends, parts)
        ]
        cross = (gains[first] * gains[second] * pairs.cross[own] + n * parts[0] * parts[1]).sum(axis=0)
        n = n.sum(axis=0)
        rms = np.sqrt((centre[0] - centre[1]) ** 2 + (m2[0] + m2[1] - 2 * cross) / n)
        total += (n * rms / np.sqrt((m2[0] + m2[1]) / (2 * n))).sum()
        pixels += n.sum()
    return total / pixels


def test_left_out_figures_are_of_the_same_ground(odd):
    """That of the solution itself is its agreement on the cells of the one fold, by hand; it differs from the whole."""
    solution = session_of(prepare(odd, 2, StatisticsSettings()), GLOBAL, None).solve()
    pairs = solution.reading.common.pairs
    fold = fold_of(pairs.cell, solution.reading.cells.columns)
    gains, offsets = solution.step.common.gain, solution.step.common.offset
    left_out = solution.left_out()
    assert left_out.seen == pytest.approx(agreement_by_hand(pairs, gains, offsets, fold == 0), rel=1e-9)
    whole = agreement_by_hand(pairs, gains, offsets, fold >= 0)
    assert abs(left_out.seen - whole) > 1e-3
    assert abs(left_out.unseen - left_out.seen) < abs(left_out.unseen - whole)


def test_what_the_local_step_did_not_see_agrees_less(scene, lit_images):
    """Of many small blocks; at no strength there is nothing to see."""
    solution = session_of(scene, GLOBAL, replace(LOCAL, blocks=400)).solve()
    left_out = solution.left_out()
    assert left_out.unseen > left_out.seen
    unseen, seen = solution.at(0.0).left_out()
    assert unseen == pytest.approx(seen, rel=1e-12)


def test_light_and_gains_are_those_of_the_job(tmp_path):
    """A strip that is brighter on one side, from its tags."""
    pixels = [np.clip(np.rint(v), 1, 65535).astype(np.uint16) for v in lit(slope=0.24, bands=2, seed=1).pixels]
    paths = [write(tmp_path / f"s{n}.tif", values, 0, 80 * n) for n, values in enumerate(pixels)]
    job = run_balance(paths, tmp_path / "out")
    solution = session_of(prepare(paths, 2, StatisticsSettings()), GLOBAL, LocalSettings()).solve()
    assert all(solution.ground.fields)
    assert job.quality == with_left_out(solution)


def test_recipes_give_the_pixels_of_the_job(scene, lit_images, tmp_path):
    """Texts that GDAL opens by themselves; a run on the side changes nothing about them."""
    job = run_balance(lit_images.paths, tmp_path / "out", blocks=25)
    preview = preview_balance(lit_images.paths, OutputSettings(folder=str(tmp_path / "virtual")), local_settings=LOCAL)
    (tmp_path / "beside").mkdir()
    session = session_of(scene)
    texts = session.solve().recipes(str(tmp_path / "beside"))
    weaker = session.solve().at(0.2).recipes(str(tmp_path / "beside"))
    order = np.argsort(scene.place)
    for text, other, n in zip(texts, weaker, order):
        values = gdal.Open(text).ReadAsArray()
        assert np.array_equal(values, read(preview.outputs[n]))
        assert np.abs(values.astype(float) - read(job.outputs[n])).max() <= 1
        assert not np.array_equal(values, gdal.Open(other).ReadAsArray())


def test_every_pair_has_weights_and_every_rejected_one_a_reason(odd):
    recorder = Recorder()
    solution = session_of(prepare(odd, 2, StatisticsSettings()), GLOBAL, None, recorder).solve()
    assert len(solution.pairs) == len(solution.before.overlaps().first)
    assert solution.rejected
    for pair in solution.pairs:
        assert pair.weight.shape == pair.sigmas.shape == (2, 2)
        if 0 < pair.cells == pair.left_out:
            # it has no part in the solution
            assert np.isnan(pair.weight).all() and pair.reason
            continue
        assert np.isfinite(pair.weight).all() and np.isfinite(pair.sigmas).all()
        assert (pair.weight < REJECTED).any() == (pair.rejected is not None)
        assert pair.pixels > 0 and pair.before >= 0 and pair.after >= 0
        if pair.rejected is not None:
            assert pair.rejected.cause in pair.reason
            assert pair.rejected.sigmas == pytest.approx(np.nanmax(np.where(pair.weight < REJECTED, pair.sigmas, 0)))
    told = [text for text in recorder.warnings if "rejected in band" in text]
    assert len(told) == sum(pair.rejected is not None for pair in solution.pairs) == len(solution.rejected)


def test_weights_of_pairs_with_excluded_images_are_theirs(odd):
    """Leaders and followers are solved one after the other; every pair keeps what decided about it."""
    settings = GlobalSettings(model_images=(odd[0],), model_images_mode=SelectionMode.EXCLUDE)
    solution = session_of(prepare(odd, 2, StatisticsSettings()), settings, None).solve()
    leaders = session_of(prepare(odd[1:], 2, StatisticsSettings()), GLOBAL, None).solve()
    alone = {(pair.first + 1, pair.second + 1): pair.weight for pair in leaders.pairs}
    assert len(solution.pairs) > len(alone) > 0
    for pair in solution.pairs:
        assert np.isfinite(pair.weight).all() or 0 < pair.cells == pair.left_out
        if 0 not in pair[:2]:
            assert pair.weight == pytest.approx(alone[pair[:2]], abs=1e-3)


def test_changed_ground_is_counted_by_pair(tmp_path):
    from made_changes import change, ground, patches

    random = np.random.default_rng(2)
    land = ground(random, side=256)
    paths = []
    for n in range(4):
        values = change("snow", land, patches(random, 0.3, 256), random) if n == 1 else land
        noisy = values + 8 * random.normal(size=land.shape)
        paths.append(write(tmp_path / f"d{n}.tif", np.rint(noisy).astype(np.uint16)))
    solution = session_of(prepare(paths, 2, StatisticsSettings()), GLOBAL, None).solve()
    changed = {pair[:2] for pair in solution.pairs if pair.left_out}
    assert changed == {(0, 1), (1, 2), (1, 3)}
    assert all(0 < pair.left_out < pair.cells for pair in solution.pairs if pair.left_out)
    assert all("changed" in pair.reason for pair in solution.pairs if pair.left_out)


def test_images_tell_gains_errors_and_levels(lit_images, scene, tmp_path):
    solution = session_of(scene).solve()
    outputs = run_balance(lit_images.paths, tmp_path, blocks=25).outputs
    for index, (image, fit) in enumerate(zip(scene.images, solution.images)):
        n = lit_images.paths.index(image.path)
        before, after = (np.ma.masked_equal(read(path), 0) for path in (image.path, outputs[n]))
        assert fit.mean_before == pytest.approx(before.mean(axis=(1, 2)).data, rel=1e-6)
        assert fit.mean_after == pytest.approx(after.mean(axis=(1, 2)).data, rel=1e-3)
        assert fit.std_after == pytest.approx(after.std(axis=(1, 2)).data, rel=0.01)
        assert np.array_equal(fit.gain, solution.step.solution.gain[index])
        assert (fit.gain_error > 0).all() and (fit.offset_error > 0).all()


@pytest.mark.parametrize(
    "settings",
    [
        (GLOBAL, replace(LOCAL, blocks=9)),
        (GLOBAL, replace(LOCAL, blocks_by_variation=True)),
        (GlobalSettings(pif=PifSettings(method=PifMethod.RESIDUAL)), LOCAL),
    ],
)
def test_settings_that_need_other_pixels_are_refused(scene, settings):
    session = session_of(scene)
    assert session.needs_reading(*settings)
    assert not session.needs_reading(GlobalSettings(method=GlobalMethod.LEAST_SQUARES), replace(LOCAL, alpha=0.1))
    with pytest.raises(NotReadError, match="read them again"):
        session.solve(*settings)
    with pytest.raises(NotReadError):
        Session(scene, GLOBAL, LOCAL, Run(ExecutionSettings(), Recorder())).solve()


def test_a_cancelled_solution_leaves_the_session_as_it_was(scene):
    """Between the read and a solution, and within one."""
    session = session_of(scene)
    first = corrected(session.solve())
    other = GlobalSettings(method=GlobalMethod.LEAST_SQUARES), replace(LOCAL, smoothness=1.0)
    with pytest.raises(Cancelled):
        session.solve(*other, run=Run(ExecutionSettings(), CancelAt(0.0)))

    class Later(Recorder):
        asked = 0

        def cancelled(self):
            self.asked += 1
            return self.asked > 5

    with pytest.raises(Cancelled):
        session.solve(*other, run=Run(ExecutionSettings(), Later()))
    assert np.array_equal(first, corrected(session.solve()))
    assert np.array_equal(corrected(session.solve(*other)), corrected(session_of(scene, *other).solve()))


def test_a_cancelled_read_can_be_repeated(scene):
    progress = CancelAt(0.1)
    session = Session(scene, GLOBAL, LOCAL, Run(ExecutionSettings(), progress))
    with pytest.raises(Cancelled):
        session.read()
    with pytest.raises(NotReadError):
        session.solve()


WITHOUT_QGIS = """
import sys
sys.path[:0] = [sys.argv[1]]
for name in ("qgis", "PyQt5", "PyQt6"):
    sys.modules[name] = None
from evenlight.core.jobs.scene import prepare
from evenlight.core.progress import Silent
from evenlight.core.radiometry.session import Session
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, GlobalSettings, LocalSettings, StatisticsSettings
scene = prepare(sys.argv[2:], 2, StatisticsSettings())
session = Session(scene, GlobalSettings(), LocalSettings(), Run(ExecutionSettings(), Silent()))
session.read()
for strength in (1.0, 0.5):
    print(session.solve().at(strength).quality.rmse_after)
"""


def test_a_script_needs_no_qgis(lit_images, tmp_path):
    (tmp_path / "evenlight").symlink_to(Path(evenlight.__file__).parent)
    command = [sys.executable, "-c", WITHOUT_QGIS, str(tmp_path), *lit_images.paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    full, half = map(float, done.stdout.split())
    assert full < half
