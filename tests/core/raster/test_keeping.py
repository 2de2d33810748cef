"""Values in a data type: within its range, none of them nodata by chance."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.raster.nodata import cast, writable_range

TYPES = ("uint8", "int16", "uint32", "int32", "uint64", "int64")


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("end", [None, "min", "max"])
def test_values_beyond_a_type_stop_at_its_ends(dtype, end):
    """Doubles near the largest number of 64 bits would turn over to the other end."""
    limits = np.iinfo(dtype)
    nodata = None if end is None else float(getattr(limits, end))
    low, high = writable_range(np.dtype(dtype), None if end is None else int(getattr(limits, end)))
    assert limits.min <= int(low) <= limits.min + 2048 and limits.max - 2048 <= int(high) <= limits.max
    values = np.array([-1e30, -9.3e18, 9.3e18, 1.9e19, 1e30])
    (result,), clipped = cast(values[None], np.ones((1, 5), bool), np.dtype(dtype), nodata)
    assert clipped.tolist() == [4 if dtype == "uint64" else 5]
    assert (np.diff(result.astype(object)) >= 0).all()
    assert limits.min <= int(result[0]) <= limits.min + 2048
    assert limits.max - 2048 <= int(result[-1]) <= limits.max
