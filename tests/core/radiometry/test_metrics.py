"""Figures from sums are those of the pixels."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import make_scene, masks, overlap_difference, read

from evenlight.core.checks import check_images
from evenlight.core.jobs.measure import measure_images, sums_of
from evenlight.core.radiometry.corrected_sums import corrected_sums
from evenlight.core.radiometry.corrections import BlockCorrection, GainOffset, Levels, corrected
from evenlight.core.radiometry.metrics import FOLDS, agreement, contrast_kept, fold_of, held_out_agreement
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.run import Run
from evenlight.core.settings import CorrectionKind
from evenlight.core.statistics.blocks import cell_grid
from evenlight.core.statistics.sweep import Sweep


def direct(scene, paths):
    """Bias and normalised RMSE of all pairs by numpy."""
    placed = []
    for path, (row, column) in zip(paths, scene.corners):
        values, valid = np.zeros(scene.truth.shape), np.zeros(scene.truth.shape, bool)
        own = read(path)
        window = np.s_[:, row : row + own.shape[1], column : column + own.shape[2]]
        values[window], valid[window] = own, masks(path)
        placed.append((values, valid))
    weights, bias, rmse = [], [], []
    for i in range(len(placed)):
        for j in range(i + 1, len(placed)):
            for band in range(len(scene.truth)):
                both = placed[i][1][band] & placed[j][1][band]
                one, two = placed[i][0][band][both], placed[j][0][band][both]
                spread = np.sqrt((one.var() + two.var()) / 2)
                weights.append(both.sum())
                bias.append(abs(one.mean() - two.mean()) / spread)
                rmse.append(np.sqrt(((one - two) ** 2).mean()) / spread)
    return np.average(bias, weights=weights), np.average(rmse, weights=weights), max(rmse)


def test_agreement_is_that_of_the_pixels(four_images):
    """Bias, RMSE and normalised RMSE, pooled over pairs and bands."""
    found = agreement(sums_of(four_images.paths).overlaps())
    bias, rmse, _ = direct(four_images, four_images.paths)
    assert found.bias == pytest.approx(bias, rel=1e-9)
    assert found.normalised_rmse == pytest.approx(rmse, rel=1e-9)
    assert found.rmse == pytest.approx(overlap_difference(four_images.paths, four_images), rel=1e-9)
    assert found.worst >= found.normalised_rmse


def test_measured_files_are_not_changed_by_measuring(four_images):
    """Before and after are the same, contrast kept is one."""
    quality = measure_images(four_images.paths)
    assert quality.rmse_before == quality.rmse_after
    assert (quality.contrast_kept, quality.groups, quality.rejected) == (1.0, 1, 0)


def test_no_overlap_has_no_figures():
    """Not zero: nobody knows."""
    from evenlight.core.statistics.sums import gather

    assert all(np.isnan(agreement(gather(2, 1, []).overlaps())))


def test_flat_images_that_agree_have_no_difference(tmp_path):
    """A deviation of zero is no division by zero."""
    from made_scenes import write

    paths = [write(tmp_path / f"{n}.tif", np.full((1, 40, 40), 7, np.uint8)) for n in range(2)]
    quality = measure_images(paths)
    assert (quality.rmse_after, quality.normalised_after, quality.bias_after) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("kind", CorrectionKind)
def test_sums_after_a_correction_are_near_those_of_corrected_pixels(tmp_path, kind):
    """Means within 0.1 %, deviations within 2 %, for a smooth field that turns the image by 20 %."""
    scene = make_scene(tmp_path, columns=2, bands=2)
    images = check_images(scene.paths)
    canvas = make_canvas(images)
    cells = cell_grid(canvas, images)
    sums = Sweep(images, canvas, cells).run(Run())
    rows, columns = np.mgrid[-1:1:6j, -1:1:9j]
    neutral = 0.0 if kind is CorrectionKind.ADDITIVE else 1.0
    size = 300.0 if kind is CorrectionKind.ADDITIVE else 0.02 if kind is not CorrectionKind.LINEAR else 0.2
    field = BlockCorrection(
        kind,
        neutral + size * np.stack([rows, columns]),
        canvas.bounds,
        Levels(np.full(2, 8000.0), 0.0),
        np.full(2, 1.05),
        np.full(2, -40.0),
    )
    chain = [GainOffset(np.array([1.2, 0.9]), np.array([10.0, 20.0])), field]
    after = corrected_sums(sums, [chain, chain], cells).whole()
    for index, path in enumerate(scene.paths):
        column = scene.corners[index][1]
        (west, north), (width, height) = canvas.corner, canvas.pixel_size
        x = west + (column + 0.5 + np.arange(150)) * width
        y = north - (0.5 + np.arange(150)) * height
        values = read(path).astype(float)
        values = corrected(chain, values, x, y)
        for band in range(2):
            chosen = values[band][masks(path)[band]]
            assert after.mean[index, band] == pytest.approx(chosen.mean(), rel=1e-3)
            assert after.std[index, band] == pytest.approx(chosen.std(), rel=2e-2)


def test_contrast_kept_is_the_ratio_of_deviations(four_images):
    """Half the gain in all images, half the contrast."""
    sums = sums_of(four_images.paths)
    half = sums.adjusted(np.full((4, 2), 0.5), np.full((4, 2), 999.0))
    assert contrast_kept(sums, half) == pytest.approx(0.5)


@pytest.mark.parametrize(("rows", "columns"), [(1, 7), (4, 4), (10, 25)])
def test_neighbouring_cells_are_never_in_one_fold(rows, columns):
    """Held-out cells are surrounded by cells of the fit; folds are of nearly one size."""
    fold = fold_of(np.arange(rows * columns), columns).reshape(rows, columns)
    assert (fold[:, 1:] != fold[:, :-1]).all()
    assert (fold[1:] != fold[:-1]).all()
    sizes = np.bincount(fold.ravel(), minlength=FOLDS)
    assert np.ptp(sizes) <= max(rows, columns)


def test_every_cell_is_held_out_exactly_once(four_images):
    """With a solution that names its fold as an offset, each cell shows the offset of its own fold."""
    images = check_images(four_images.paths)
    canvas = make_canvas(images)
    cells = cell_grid(canvas, images)
    sums = Sweep(images, canvas, cells).run(Run())
    fold = fold_of(sums.pairs.cell, cells.columns)
    asked = []

    def solve(out):
        asked.append(out)
        return [[GainOffset(np.ones(2), np.zeros(2))] for _ in range(4)]

    found = held_out_agreement(sums, cells, fold, solve)
    assert asked == list(range(FOLDS))
    assert found.rmse == pytest.approx(agreement(sums.overlaps()).rmse, rel=1e-9)
