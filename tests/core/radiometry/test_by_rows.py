"""Values of all images corrected at once: what each image's own chain makes of them."""

import numpy as np
import pytest

from evenlight.core.progress import Silent
from evenlight.core.radiometry.by_rows import Rows, alike, corrected_rows
from evenlight.core.radiometry.corrections import BlockCorrection, GainOffset, Levels
from evenlight.core.settings import CorrectionKind

SHAPES = [(4, 5), (1, 3), (6, 1)]


def _chains(kind, alpha=0.7):
    rng = np.random.default_rng(4)
    levels = Levels(np.array([300.0, 260.0]), 20.0)
    chains = []
    for number, (rows, columns) in enumerate(SHAPES):
        corner = 10.0 * number
        bounds = corner, corner, corner + 2 * columns, corner + 2 * rows
        parameter = rng.uniform(0.9, 1.1, (2, rows, columns))
        block = BlockCorrection(kind, parameter, bounds, levels, rng.uniform(1, 2, 2), rng.normal(size=2), alpha)
        chains.append([GainOffset(rng.uniform(0.5, 2, 2), rng.normal(size=2)), block])
    return chains


@pytest.mark.parametrize("kind", list(CorrectionKind))
def test_values_are_those_of_each_images_own_chain(kind):
    rng, chains = np.random.default_rng(5), _chains(kind)
    image = rng.integers(0, len(SHAPES), 200)
    values, (x, y) = rng.uniform(-5, 250, (3, 200, 2)), rng.uniform(-5, 40, (2, 200))
    rows = Rows(image, values, x, y)
    steps = alike(chains)
    assert steps is not None
    together, one_by_one = (corrected_rows(chains, how, rows, Silent()) for how in (steps, None))
    assert together == pytest.approx(one_by_one, rel=1e-12)
    assert np.abs(together - values).min() > 0


def test_chains_that_differ_are_not_taken_together():
    linear, gamma = _chains(CorrectionKind.LINEAR), _chains(CorrectionKind.GAMMA)
    assert alike([linear[0], gamma[1]]) is None
    assert alike([linear[0], linear[1][:1]]) is None
    assert alike([linear[0], _chains(CorrectionKind.LINEAR, alpha=0.5)[1]]) is None
