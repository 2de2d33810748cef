"""Weights against outliers, scales that they do not widen, and robust lines."""

from __future__ import annotations

import numpy as np
import pytest
from made_pairs import made_pair

from evenlight.core.numeric.robust import (
    CAUCHY,
    HUBER,
    TUKEY,
    cauchy_weights,
    huber_weights,
    mad_scale,
    rayleigh_scale,
    robust_lines,
    tukey_weights,
)
from evenlight.core.progress import unstopped


@pytest.mark.parametrize("weights", [huber_weights, cauchy_weights, tukey_weights])
def test_weights_keep_95_per_cent_of_the_efficiency_on_normal_errors(weights):
    """Efficiency of an estimate with psi = t w: E[psi']^2 / E[psi^2] (Huber 1964)."""
    t, step = np.linspace(-12, 12, 480_001, retstep=True)
    density = np.exp(-(t**2) / 2) / np.sqrt(2 * np.pi) * step
    influence = t * weights(np.abs(t))
    slope = np.gradient(influence, t)
    assert (density @ slope) ** 2 / (density @ influence**2) == pytest.approx(0.95, abs=5e-4)


def test_weights_at_their_constants():
    assert huber_weights(np.array([0.0, HUBER, 2 * HUBER])).tolist() == [1.0, 1.0, 0.5]
    assert cauchy_weights(np.array([0.0, CAUCHY])).tolist() == [1.0, 0.5]
    assert tukey_weights(np.array([0.0, TUKEY, np.inf])).tolist() == [1.0, 0.0, 0.0]
    assert tukey_weights(np.array([-TUKEY / 2]))[0] == pytest.approx(0.75**2)


def test_scales_are_deviations_of_normal_values_whatever_a_third_of_them_does():
    x, y = np.random.default_rng(1).normal(0, 3, (2, 200_001))
    assert mad_scale(x) == pytest.approx(3, rel=0.01)
    assert rayleigh_scale(np.hypot(x, y)) == pytest.approx(3, rel=0.01)
    x[::3] = 1e9
    assert mad_scale(x) < 6
    assert mad_scale(x[:0]) == rayleigh_scale(x[:0]) == 0.0


def test_the_robust_line_is_symmetric():
    pair = made_pair()
    there = robust_lines(pair.first.reshape(4, -1), pair.second.reshape(4, -1), unstopped)
    back = robust_lines(pair.second.reshape(4, -1), pair.first.reshape(4, -1), unstopped)
    assert there.slope * back.slope == pytest.approx(np.ones(4), rel=1e-5)


@pytest.mark.parametrize("share", [0.2, 0.3, 0.4])
@pytest.mark.parametrize("shift", [300, 800, 2000])
def test_the_robust_line_holds_two_fifths_of_changed_ground(share, shift):
    """However far it is away: from equal weights the line would end between the two."""
    random = np.random.default_rng(0)
    ground = random.normal(1000, 100, 20_000)
    first, second = ground + random.normal(0, 5, ground.size), 1.5 * ground + 30 + random.normal(0, 5, ground.size)
    second[: int(share * ground.size)] += 1.5 * shift
    line = robust_lines(first[None], second[None], unstopped)
    assert line.slope[0] == pytest.approx(1.5, rel=0.003)


@pytest.mark.parametrize(("level", "spread", "noise", "shift"), [(3000, 1000, 50, 2000), (1000, 300, 20, 500)])
def test_the_robust_line_holds_a_third_of_brighter_ground(level, spread, noise, shift):
    """The changed pixels draw the first line up; weights around it would keep them (slopes of 1.39 and 1.27)."""
    random = np.random.default_rng(0)
    ground = random.normal(level, spread, 20_000)
    first, second = (ground + random.normal(0, noise, ground.size) for _ in range(2))
    second[:6000] += shift
    line = robust_lines(first[None], second[None], unstopped)
    assert line.slope[0] == pytest.approx(1, abs=0.003)
    assert line.slope[0] * level + line.offset[0] == pytest.approx(level, abs=0.2 * noise)
