"""A rule reads images in windows that fit in memory, and each strip about once."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from counters import bytes_read_by
from made_scenes import write
from osgeo import gdal

from evenlight.core.execution import Signal
from evenlight.core.masks.expression import Percentile
from evenlight.core.masks.rule import RuleReader, passes_for, rule_of
from evenlight.core.masks.settings import ThresholdSettings
from evenlight.core.raster.image import describe


def reader_of(expression, budget=1e9):
    """The rule of an expression, and what reads for it."""
    rule = rule_of(ThresholdSettings(expression=expression))
    return rule, RuleReader(rule, budget)


def nested(count):
    """An expression that puts so many results on the stack before it works on the first of them."""
    sums = " + (".join(f"B1 * {number}" for number in range(count))
    return f"{sums}{')' * (count - 1)} > 3"


@pytest.mark.parametrize(
    "expression",
    [
        "B1 > 3",
        "(B2 - B1) / (B2 + B1) > 0.3",
        nested(40),
        "B1 > 1 and (B2 > 2 or (B1 > 3 and (B2 > 4 or B1 / B2 > 3)))",
    ],
    ids=["one band", "index", "nested", "conditions"],
)
@pytest.mark.parametrize("dtype", [np.uint8, np.float64])
def test_windows_fit_in_the_budget(tmp_path, expression, dtype):
    """The peak of what numpy takes for one window, which is no small part of the budget."""
    budget = 4_000_000
    image = describe(write(tmp_path / "a.tif", np.ones((2, 1024, 1024), dtype), options=["TILED=YES"]))
    _, reader = reader_of(expression, budget)
    taken = []
    tracemalloc.start()
    try:
        for window in reader.windows(image, Signal()):
            tracemalloc.reset_peak()
            before, _ = tracemalloc.get_traced_memory()
            reader.evaluate(image, window, {})
            taken.append(tracemalloc.get_traced_memory()[1] - before)
    finally:
        tracemalloc.stop()
    assert budget / 8 < max(taken) < budget


def test_percentiles_of_a_band_of_a_smaller_type_than_others(tmp_path):
    """Bytes beside floating point: as numpy's."""
    values = np.random.default_rng(4).integers(0, 200, (1, 60, 70))
    write(tmp_path / "bytes.tif", values.astype(np.uint8))
    write(tmp_path / "floats.tif", values.astype(np.float32))
    both = [str(tmp_path / name) for name in ("bytes.tif", "floats.tif")]
    virtual = str(tmp_path / "both.vrt")
    gdal.BuildVRT(virtual, both, separate=True).FlushCache()
    image = describe(virtual)
    rule, reader = reader_of("B1 > 37.3%B1")
    signal = Signal()
    found = reader.percentiles(image, signal)[Percentile(37.3, "B1")]
    assert image.dtype == np.float32
    assert found == pytest.approx(np.percentile(values, 37.3), abs=1e-9)
    assert signal.done == passes_for(rule, image) * image.width * image.height


@pytest.mark.parametrize("rows", [1, 64])
def test_strips_are_decoded_once(tmp_path, rows):
    """In each of two reads, though 24,000 columns take several windows."""
    values = np.random.default_rng(3).integers(1, 200, (2, 512, 24_000)).astype(np.uint8)
    options = ["COMPRESS=DEFLATE", "ZLEVEL=1", f"BLOCKYSIZE={rows}", "INTERLEAVE=PIXEL"]
    path = write(tmp_path / "wide.tif", values, options=options)

    def look():
        image = describe(path)
        _, reader = reader_of("B1 > 5%B2")
        percentiles = reader.percentiles(image, Signal())
        for window in reader.windows(image, Signal()):
            reader.evaluate(image, window, percentiles)

    assert bytes_read_by(look) < 2.2 * Path(path).stat().st_size
