"""A raster cut into windows."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from evenlight.core.raster.window import Window


@settings(max_examples=60, deadline=None)
@given(
    width=st.integers(1, 200),
    height=st.integers(1, 200),
    tile=st.sampled_from([(16, 16), (64, 32), (256, 256)]),
    most=st.floats(1, 50000),
)
def test_windows_cover_every_pixel_once(width, height, tile, most):
    """Any image, tile and budget; a window is one tile at least."""
    seen = np.zeros((height, width), int)
    for column, row, w, h in Window(0, 0, width, height).cut(tile, most):
        assert w * h <= max(most, tile[0] * tile[1])
        seen[row : row + h, column : column + w] += 1
    assert (seen == 1).all()
