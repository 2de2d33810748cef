"""Laws that bring a block's mean to its reference, and the field between blocks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenlight.core.radiometry.corrections import LAWS, BlockCorrection, GainOffset, Levels, corrected, without_holes
from evenlight.core.settings import CorrectionKind

LEVELS = Levels(np.array([1000.0, 2000.0]), 50.0)


@settings(max_examples=100, deadline=None)
@given(
    kind=st.sampled_from(list(CorrectionKind)),
    local=st.floats(5, 900),
    reference=st.floats(5, 900),
)
def test_the_local_mean_becomes_the_reference(kind, local, reference):
    """Every law, exactly at the block's mean."""
    means = np.full((2, 1, 1), local), np.full((2, 1, 1), reference)
    law = LAWS[kind]
    parameter = law.parameter(*means, LEVELS)
    assert law.apply(means[0], parameter, LEVELS) == pytest.approx(means[1], rel=1e-9)


@pytest.mark.parametrize("kind", CorrectionKind)
def test_the_neutral_parameter_changes_nothing(kind):
    """What fills a band without any block."""
    values = np.linspace(1, 900, 24).reshape(2, 3, 4)
    law = LAWS[kind]
    assert law.apply(values, np.full(values.shape, law.neutral), LEVELS) == pytest.approx(values, rel=1e-12)


@pytest.mark.parametrize(
    ("kind", "fixed"),
    [(CorrectionKind.LINEAR, 0.0), (CorrectionKind.GAMMA, 0.0), (CorrectionKind.GAMMA, "upper")],
)
def test_what_each_law_leaves_in_place(kind, fixed):
    """Zero stays zero; gamma keeps its upper level too."""
    values = np.zeros((2, 1, 1)) if fixed == 0.0 else LEVELS.upper.reshape(2, 1, 1)
    parameter = LAWS[kind].parameter(np.full((2, 1, 1), 300.0), np.full((2, 1, 1), 400.0), LEVELS)
    assert LAWS[kind].apply(values, parameter, LEVELS) == pytest.approx(values, abs=1e-12)


@pytest.mark.parametrize("kind", CorrectionKind)
def test_values_that_a_law_does_not_know_stay_finite(kind):
    """Zero and below under every law, none of them ends as nothing."""
    values = np.array([-100.0, -50.0, -1e-9, 0.0, 3.0, 5000.0]).reshape(1, 1, 6)
    levels = Levels(np.array([1000.0]), 50.0)
    parameter = LAWS[kind].parameter(np.full((1, 1, 1), 300.0), np.full((1, 1, 1), 350.0), levels)
    result = LAWS[kind].apply(values, np.full(values.shape, parameter), levels)
    assert np.isfinite(result).all()
    assert (np.diff(result) >= 0).all()


@pytest.mark.parametrize("kind", [CorrectionKind.LINEAR, CorrectionKind.GAMMA, CorrectionKind.OFFSET])
def test_blocks_without_a_sensible_mean_have_no_parameter(kind):
    """A local mean of zero or below has no quotient: a hole, to be filled from around."""
    local = np.array([[[-60.0, 0.0, 300.0]]])
    if kind is CorrectionKind.OFFSET:
        local -= 50
    parameter = LAWS[kind].parameter(local, np.full((1, 1, 3), 300.0), Levels(np.array([1000.0]), 50.0))
    assert np.isnan(parameter[0, 0, :2]).all()
    assert np.isfinite(parameter[0, 0, 2])


def block_correction(parameter, alpha=1.0, kind=CorrectionKind.LINEAR, gauge=(1.0, 0.0)):
    """Over a square of 0 .. 100."""
    ones = np.ones(len(parameter))
    return BlockCorrection(
        kind, parameter, (0, 0, 100, 100), Levels(ones, 0.0), gauge[0] * ones, gauge[1] * ones, alpha
    )


def test_the_field_is_bilinear_between_centres_and_flat_beyond():
    """Two by two blocks: centres at 25 and 75; nothing is lost at the edges."""
    field = block_correction(np.array([[[1.0, 2.0], [3.0, 5.0]]]))
    x = np.array([0.0, 25.0, 50.0, 75.0, 100.0])
    found = field.at(x, np.array([100.0, 75.0, 50.0, 25.0, 0.0]))[0]
    assert found[:, 0].tolist() == [1, 1, 2, 3, 3]
    assert found[0].tolist() == [1, 1, 1.5, 2, 2]
    assert found[2].tolist() == [2, 2, 2.75, 3.5, 3.5]


def test_parallel_and_free_coordinates_agree():
    """The quick way for images parallel to the canvas gives what the general one does."""
    parameter = np.random.default_rng(1).uniform(0.5, 1.5, (2, 7, 9))
    field = block_correction(parameter)
    x, y = np.linspace(-5, 105, 40), np.linspace(110, -7, 30)
    whole_x, whole_y = np.meshgrid(x, y)
    assert field.at(x, y) == pytest.approx(field.at(whole_x, whole_y), rel=1e-12)


def test_a_single_block_is_the_same_everywhere():
    """One value for the whole square, in windows of any place."""
    field = block_correction(np.array([[[1.25]]]))
    assert (field.at(np.array([-50.0, 50.0, 150.0]), np.array([50.0])) == 1.25).all()


@pytest.mark.parametrize("alpha", [0.0, 0.3, 1.0])
def test_alpha_blends_between_the_image_and_its_correction(alpha):
    """y = x + alpha (corrected - x), the final gauge included."""
    values = np.full((1, 1, 3), 200.0, dtype=np.float32)
    chain = block_correction(np.array([[[1.5]]]), alpha, gauge=(1.1, -30.0))
    expected = 200 + alpha * (1.1 * 300 - 30 - 200)
    assert corrected([chain], values, np.arange(3.0), np.zeros(1)) == pytest.approx(expected, rel=1e-6)


def test_gain_and_offset_keep_the_precision_they_are_given():
    """float32 in, float32 out: a double would cost twice the memory."""
    correction = GainOffset(np.array([1.1, 2.0]), np.array([5.0, 0.0]))
    for kind in (np.float32, np.float64):
        result = corrected([correction], np.ones((2, 3, 4), dtype=kind), np.arange(4.0), np.arange(3.0))
        assert result.dtype == kind
        assert result[:, 0, 0] == pytest.approx([6.1, 2.0])


@pytest.mark.parametrize("kind", CorrectionKind)
def test_block_corrections_keep_the_precision_they_are_given(kind):
    """Every law and a half alpha on float32."""
    chain = block_correction(np.full((1, 2, 2), 1.1), 0.5, kind)
    assert corrected([chain], np.full((1, 3, 4), 9, np.float32), np.arange(4.0), np.arange(3.0)).dtype == np.float32


@pytest.mark.parametrize("kind", CorrectionKind)
def test_blocks_without_a_parameter_continue_the_others(kind):
    """A gentle field with a hole, and a band that has none at all, which is left as it is."""
    neutral = LAWS[kind].neutral
    rows, columns = np.mgrid[0:6, 0:7]
    field = neutral + 0.02 * columns + 0.01 * rows
    holed = np.stack([field, np.full(field.shape, np.nan)])
    holed[0, 2:4, 2:4] = np.nan
    filled = without_holes(holed, kind)
    assert np.abs(filled[0] - field).max() < 0.02
    assert (filled[1] == neutral).all()


def test_known_blocks_alone_count_where_they_can_and_pass_smoothly_into_the_others():
    """Within known blocks the mean of known ones by their weights; no jump anywhere."""
    parameter = np.random.default_rng(2).uniform(0.5, 2.0, (1, 6, 6))
    known = np.ones(parameter.shape, dtype=bool)
    known[0, 2, 2] = known[0, 3, 3:5] = known[0, 4:, :2] = False
    field = replace(block_correction(parameter), known=known)
    x, y = np.linspace(0, 100, 1501), np.linspace(100, 0, 1501)
    found = field.at(x, y)[0]
    for axis in (0, 1):
        assert np.abs(np.diff(found, axis=axis)).max() < 0.03
    whole = np.where(known, 1.0, 0.0)
    weighted = block_correction(parameter * whole).at(x, y)[0]
    inside = np.kron(known[0], np.ones((250, 250)))[:1500, :1500] > 0
    middle = slice(0, 1500)
    weights = block_correction(whole).at(x, y)[0]
    wanted = (weighted / np.maximum(weights, 1e-9))[middle, middle]
    assert found[middle, middle][inside] == pytest.approx(wanted[inside], rel=1e-6)
    assert np.abs(found - block_correction(parameter).at(x, y)[0]).max() > 0.1
