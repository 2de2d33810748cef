"""Both steps in one pass."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import chain_of, masks, overlap_difference, read, truth_residual

from evenlight.core.raster import dataset
from evenlight.core.settings import CorrectionKind, Reference


@pytest.mark.parametrize("correction", CorrectionKind)
@pytest.mark.parametrize("reference", Reference)
@pytest.mark.every(3)
def test_one_pass_is_both_steps_within_one_rounding(lit_images, tmp_path, correction, reference):
    """The images in between are rounded once more, so a value may differ by one step."""
    once = run_balance(lit_images.paths, tmp_path, reference=reference, correction=correction)
    first = run_global(lit_images.paths, tmp_path / "first")
    twice = run_local(first.outputs, tmp_path / "second", reference=reference, correction=correction)
    for one, two in zip(once.outputs, twice.outputs):
        assert np.abs(read(one).astype(int) - read(two).astype(int)).max() <= 1
    assert once.quality.normalised_after == pytest.approx(twice.quality.normalised_after, rel=0.01)
    assert once.quality.contrast_kept == pytest.approx(
        first.quality.contrast_kept * twice.quality.contrast_kept, abs=0.002
    )


def test_the_truth_is_nearer_than_after_the_global_step(lit_images, tmp_path):
    first = run_global(lit_images.paths, tmp_path / "first")
    once = run_balance(lit_images.paths, tmp_path)
    assert truth_residual(once.outputs, lit_images) < 0.9 * truth_residual(first.outputs, lit_images)
    assert overlap_difference(once.outputs, lit_images) < overlap_difference(first.outputs, lit_images)
    for path, result in zip(lit_images.paths, once.outputs):
        assert np.array_equal(masks(path), masks(result))


def test_pixels_are_read_twice_only(lit_images, tmp_path, monkeypatch):
    """Once for statistics, once to apply: the bytes read are at most 2.1 times the images'."""
    pixels = []
    for name in ("read_window", "read_into"):

        def counting(handle, path, bands, window, *target, original=getattr(dataset, name)):
            pixels.append(len(bands) * window[2] * window[3])
            return original(handle, path, bands, window, *target)

        monkeypatch.setattr(f"evenlight.core.raster.source.{name}", counting)
    run_balance(lit_images.paths, tmp_path)
    held = sum(read(path).size for path in lit_images.paths)
    assert 1.9 * held < sum(pixels) <= 2.1 * held


def test_the_chain_stands_in_the_tags(lit_images, tmp_path):
    once = run_balance(lit_images.paths, tmp_path)
    assert [step["kind"] for step in chain_of(once.outputs[0])] == ["gain_offset", "linear"]


def test_images_only_in_a_file_shape_the_result(lit_images, tmp_path):
    """A run on some images with the others' saved statistics gives them what the whole run gave."""
    whole = run_balance(
        lit_images.paths, tmp_path / "whole", alpha=0, save_adjustments=str(tmp_path / "a.json")
    )
    some = run_balance(
        lit_images.paths[:4], tmp_path / "some", alpha=0, load_adjustments=str(tmp_path / "a.json")
    )
    for one, two in zip(whole.outputs, some.outputs):
        assert np.abs(read(one).astype(int) - read(two).astype(int)).max() <= 1
