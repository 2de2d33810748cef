"""The figures that a mosaic of real images reaches."""

from __future__ import annotations

import numpy as np
import pytest
from made_mosaics import layout
from made_scenes import masks, read
from osgeo import gdal

import evenlight.core as ev
from evenlight.core.mosaicking.metrics import Layer, measure

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def drone(data_folder, tmp_path_factory):
    """The drone's images, balanced, on one grid."""
    folder = tmp_path_factory.mktemp("drone")
    balanced = ev.balance(data_folder / "drone_river", folder / "balanced")
    paths = []
    for number, path in enumerate(balanced.outputs):
        paths.append(str(folder / f"{number}.tif"))
        options = {"xRes": 0.25, "yRes": 0.25, "targetAlignedPixels": True, "resampleAlg": "cubic", "dstAlpha": True}
        gdal.Warp(paths[-1], path, **options)
    return paths


@pytest.fixture(scope="module")
def inputs(drone):
    """What each of them shows of the grid of all."""
    found, layers = layout(drone), []
    for member in found.members:
        pixels = member.read(member.window)
        values = np.zeros((3, *found.grid.window.shape), np.uint8)
        valid = np.zeros(values.shape[1:], bool)
        values[(slice(None), *member.window.slices)] = pixels.values
        valid[member.window.slices] = pixels.valid.any(axis=0)
        layers.append(Layer(values, valid))
    return layers


BARS = {
    ("feather", 32): (0.75, 0.80, 1.5, 0.98),
    ("feather", 64): (0.75, 0.80, 1.5, 0.95),
    ("multiband", 32): (0.75, 0.80, 1.5, 0.98),
}
"""Step, coherent, worst coherent, and gradient kept."""


@pytest.mark.parametrize(("blend", "width"), BARS)
def test_seams_cannot_be_seen(drone, inputs, blend, width, tmp_path):
    """Beside them there is more contrast than across them, and detail is kept; nothing is lost or made up."""
    settings = ev.MosaicSettings(blend=blend, feather_width=width)
    ev.mosaic(drone, tmp_path / "out.tif", settings=settings, source_map=tmp_path / "map.tif")
    mosaic = Layer(read(str(tmp_path / "out.tif"))[:3], masks(str(tmp_path / "out.tif"))[0])
    figures = measure(mosaic, read(str(tmp_path / "map.tif"))[0].astype(int) - 1, inputs, margin=max(16, width / 2))
    step, coherent, worst, gradient = BARS[blend, width]
    assert (figures.gaps, figures.invented, figures.overshoot) == (0, 0, 0)
    assert figures.step <= step and figures.coherent <= coherent and figures.worst_coherent <= worst
    assert figures.gradient_kept >= gradient and figures.fine_kept >= 0.98
    assert figures.path_cost <= 0.50
