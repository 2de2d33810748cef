"""Blocks and their numbers."""

from __future__ import annotations

from functools import partial

import numpy as np

from evenlight.core.radiometry import block_statistics
from evenlight.core.radiometry.block_statistics import Box
from evenlight.core.statistics.blocks import BlockGrid


def test_blocks_of_far_groups_have_numbers_of_their_own(monkeypatch):
    """On Windows too, where whole numbers of numpy 1 have 32 bits if nothing else is said."""
    monkeypatch.setattr(block_statistics.np, "arange", partial(np.arange, dtype=np.int32))
    side = 100_000
    numbers = Box(side - 2, side - 3, 2, 3).blocks(BlockGrid((0.0, 0.0, 1.0, 1.0), side, side))
    assert numbers.ravel().tolist() == [side * row + column for row in range(side)[-2:] for column in range(side)[-3:]]
