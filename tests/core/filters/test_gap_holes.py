"""Holes found tile by tile are the patches of the whole raster."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from evenlight.core.filters.gaps import holes
from evenlight.core.filters.gaps.holes import Joining, holes_within, piece_mask, pieces_of, tiles_of
from evenlight.core.filters.settings import GapSettings

TILE = 16


@pytest.fixture(autouse=True)
def small_tiles(monkeypatch):
    monkeypatch.setattr(holes, "TILE", TILE)


def blobs(share, seed, size=(70, 90), smooth=1.5):
    """Random patches of many sizes, (height, width) bool."""
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).normal(size=size), smooth)
    return noise < np.quantile(noise, share)


def snake():
    """One hole a pixel wide through all tiles."""
    invalid = np.zeros((70, 90), bool)
    invalid[2:68:4, 2:88] = True
    for number, row in enumerate(range(4, 66, 4)):
        invalid[row - 2:row + 3, 2 if number % 2 else 87] = True
    return invalid


def wanted(invalid, settings):
    """The patches to be filled, found in one piece: a number for each, 0 elsewhere."""
    labels, number = ndimage.label(invalid)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    for label in range(1, number + 1):
        too_large = settings.max_size and (labels == label).sum() > settings.max_size
        if too_large or (settings.inside_footprint and label in edge):
            labels[labels == label] = 0
    return labels


def found(invalid, settings):
    """The same by tiles, and how many holes lie in several of them."""
    size = invalid.shape[::-1]
    joining = Joining(size, settings)
    for window in tiles_of(size):
        joining.add(pieces_of(part(invalid, window), window, size, settings), window)
    result, number = np.zeros(invalid.shape, int), 0
    tiles, across, *_ = joining.found()
    for window in tiles:
        read = window.padded(1, 1, 1, 1).clipped(size)
        numbered = holes_within(part(invalid, read), window, read, size, settings)
        inside = np.zeros(invalid.shape, int)
        inside[read.slices] = numbered
        assert not (inside > 0)[result > 0].any()
        result += np.where(inside > 0, inside + number, 0)
        number += numbered.max()
    for hole in across:
        number += 1
        pixels = 0
        for window, seeds in hole.tiles(size):
            piece = piece_mask(part(invalid, window), window, seeds)
            assert not result[window.slices][piece].any()
            result[window.slices][piece] = number
            pixels += piece.sum()
        assert pixels == hole.pixels
    return result, len(across)


def part(invalid, window):
    return invalid[window.slices]


def same_patches(one, other):
    """Whether two numberings part the pixels in the same way."""
    pairs = np.unique(np.column_stack([one.ravel(), other.ravel()]), axis=0)
    return len(pairs) == len(np.unique(one)) == len(np.unique(other)) and [0, 0] in pairs.tolist()


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("max_size", [0, 1, 6, 60, 700])
@pytest.mark.parametrize("share", [0.03, 0.3, 0.55])
@pytest.mark.parametrize("smooth", [0.0, 1.0, 4.0])
def test_tiles_find_the_patches_of_the_whole(share, max_size, inside, smooth):
    """Noise, blobs and large patches with islands."""
    invalid, settings = blobs(share, 3, smooth=smooth), GapSettings(max_size=max_size, inside_footprint=inside)
    result, _ = found(invalid, settings)
    assert same_patches(result, wanted(invalid, settings))


@pytest.mark.parametrize("width", [3, 7])
def test_a_raster_narrower_than_a_tile_is_cut_like_any_other(width):
    """A hole from the first tile to the third, beside valid pixels."""
    invalid = np.zeros((70, width), bool)
    invalid[3:60, width // 2] = True
    result, across = found(invalid, GapSettings())
    assert across == 1
    assert np.array_equal(result > 0, invalid)


def test_a_hole_through_all_tiles_is_one():
    result, across = found(snake(), GapSettings())
    assert across == 1
    assert np.array_equal(result > 0, snake())
    too_small = found(snake(), GapSettings(max_size=int(snake().sum()) - 1))[0]
    assert not too_small.any()


def test_holes_that_meet_at_a_corner_are_two():
    invalid = np.zeros((40, 40), bool)
    invalid[14:16, 14:16] = invalid[16:18, 16:18] = True
    assert len(np.unique(found(invalid, GapSettings(max_size=4))[0])) == 3
    assert found(invalid, GapSettings())[1] == 0


@pytest.mark.parametrize("value", [True, False])
def test_nothing_is_enclosed_where_all_pixels_are_alike(value):
    result, across = found(np.full((70, 90), value), GapSettings())
    assert not result.any()
    assert across == 0


def test_all_invalid_is_one_hole_where_the_outside_counts():
    assert (found(np.ones((70, 90), bool), GapSettings(inside_footprint=False))[0] == 1).all()


def test_an_opening_of_one_pixel_leads_outside():
    """A bay is no hole, a lake is."""
    invalid = np.zeros((40, 60), bool)
    invalid[10:30, 10:50] = True
    assert found(invalid, GapSettings())[0].any()
    invalid[30:, 20] = True
    assert not found(invalid, GapSettings())[0].any()
    invalid[39, 20] = False
    assert found(invalid, GapSettings())[0].any()
