"""Stored values of other scale and offset tags: one meaning, nothing lost where nothing must be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal

from evenlight.core.raster.image import describe
from evenlight.core.raster.rescaled import Rescaled, common_values, finest_scales, scales_differ
from evenlight.core.raster.source import FileSource
from evenlight.core.raster.window import Window

WHOLE = Window(0, 0, 3, 2)


@pytest.fixture
def source(tmp_path):
    """Two bands of whole numbers, one of them without data in a pixel."""
    values = np.array([[[0, 5, 100], [7, 8, 9]], [[4, 5, 65535], [7, 8, 9]]], np.uint16)
    return FileSource(describe(write(tmp_path / "a.tif", values, nodata=0)))


def like(source, dtype, *scales):
    kinds = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "int32": gdal.GDT_Int32, "float32": gdal.GDT_Float32}
    return replace(source.image, scales=scales, gdal_type=kinds[dtype])


def test_the_finest_scale_of_each_band_whatever_the_order(source):
    """Of equal ones the lowest offset; a scale of 0 means nothing."""
    images = [
        like(source, "uint16", (0.1, 0.0), (0.0, 5.0)),
        like(source, "uint16", (-0.01, 3.0), (1.0, 0.0)),
        like(source, "uint16", (0.01, 2.0), (1.0, -4.0)),
        like(source, "uint16", (0.01, 1.0), (2.0, -9.0)),
    ]
    expected = ((-0.01, 3.0), (1.0, -4.0))
    assert finest_scales(images) == finest_scales(images[::-1]) == expected
    assert scales_differ(images) and not scales_differ(images[:1] * 3)


@pytest.mark.parametrize(
    ("kinds", "scales", "expected", "exact"),
    [
        (("uint8", "uint16"), ((0.02, 0.0), (0.01, 0.0)), gdal.GDT_UInt16, True),
        (("uint16", "uint16"), ((0.02, 0.0), (0.01, 0.0)), gdal.GDT_Float32, False),
        (("uint8", "uint16"), ((0.015, 0.0), (0.01, 0.0)), gdal.GDT_Float32, False),
        (("uint8", "uint16"), ((0.01, 0.0), (0.01, -0.1)), gdal.GDT_UInt16, True),
        (("uint16", "uint16"), ((0.0001, 0.0), (0.0001, -0.1)), gdal.GDT_Float32, False),
        (("uint16", "int32"), ((0.001, -0.5), (0.0001, 0.0)), gdal.GDT_Int32, True),
        (("uint16", "int32"), ((0.00015, 0.0), (0.0001, 0.0)), gdal.GDT_Float64, False),
        (("uint16", "float32"), ((0.001, -0.5), (0.0001, 0.0)), gdal.GDT_Float32, True),
    ],
)
def test_whole_numbers_stay_so_where_their_type_holds_all(source, kinds, scales, expected, exact):
    """Else they become floating ones."""
    images = [like(source, kind, scale, scale) for kind, scale in zip(kinds, scales)]
    assert common_values(images, finest_scales(images)) == (expected, exact)


def test_values_keep_their_meaning(source):
    """In each band its own; what is no data stays so; a band that has the scale already stays bit by bit."""
    source.image = like(source, "uint16", (0.002, 1.0), (1.0, 0.0))
    scaled = Rescaled(source, ((0.001, -0.5), (1.0, 0.0)), gdal.GDT_Float32)
    before, after = source.read(WHOLE), scaled.read(WHOLE)
    assert (after.valid == before.valid).all() and not after.valid[0, 0, 0]
    assert after.values.dtype == scaled.dtype == np.float32
    meant = 0.002 * before.values[0].astype(float) + 1.0
    assert (0.001 * after.values[0].astype(float) - 0.5)[after.valid[0]] == pytest.approx(meant[after.valid[0]])
    assert (after.values[1] == before.values[1]).all()
    assert scaled.image.scales == ((0.001, -0.5), (1.0, 0.0))


def test_whole_numbers_are_exact(source):
    """Also beyond what float32 holds."""
    source.image = like(source, "uint16", (3.0, 1.0), (3.0, 1.0))
    scaled = Rescaled(source, ((1.0, 0.0),) * 2, gdal.GDT_Int32)
    values = scaled.read(WHOLE).values
    assert values.dtype == np.int32 and (values == 3 * source.read(WHOLE).values.astype(int) + 1).all()
