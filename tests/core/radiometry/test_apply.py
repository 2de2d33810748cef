"""Pixel values: correct, clip, round once; nodata stays nodata and nothing else becomes it."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import masks, read, write

from evenlight.core.errors import WriteError
from evenlight.core.radiometry.apply import Job, apply_corrections, clipped_share
from evenlight.core.radiometry.corrections import BlockCorrection, GainOffset, Levels
from evenlight.core.raster import writing
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import inspect
from evenlight.core.raster.transaction import Outputs
from evenlight.core.raster.write import Written
from evenlight.core.run import Run
from evenlight.core.settings import CorrectionKind, ExecutionSettings, OutputSettings, OutputType

SHAPE = (2, 50, 70)
LIMITS = {"uint8": (1, 255), "uint16": (1, 65535), "int16": (-32768, 32767), "uint32": (0, 4e9), "int32": (-2e9, 2e9)}


def apply_to(path, folder, gain, offset, dtype=OutputType.SAME, execution=ExecutionSettings(), chain=None):
    """One image through a gain and offset, or a chain of corrections: its result's path and counts."""
    image = inspect(path)
    target = str(folder / "result.tif")
    correction = GainOffset(np.full(len(image.bands), gain), np.full(len(image.bands), offset))
    job = Job(image, chain or [correction], target, "test")
    with Outputs([target]) as outputs:
        output = OutputSettings(folder=str(folder), dtype=dtype)
        applied = apply_corrections([job], make_canvas([image]), outputs, output, Run(execution))
        outputs.commit()
    return target, applied[0]


def numbers(dtype, seed=1):
    """Values over the whole range of a type, its ends included."""
    random = np.random.default_rng(seed)
    if np.dtype(dtype).kind == "f":
        return random.normal(0, 500, SHAPE).astype(dtype)
    limits = np.iinfo(dtype)
    values = random.integers(limits.min, limits.max, SHAPE, dtype=np.int64, endpoint=True)
    values[:, 0, :2] = limits.min, limits.max
    return values.astype(dtype)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "uint32", "int32"])
@pytest.mark.parametrize(("gain", "offset"), [(1.0, 0.0), (0.731, 3.6), (1.9, -20.2), (-0.5, 100.5)])
def test_values_are_those_of_plain_numpy(tmp_path, dtype, gain, offset):
    """y = rint(clip(gain x + offset)), computed in float32 for 8 and 16 bits, in float64 beyond."""
    values = numbers(dtype)
    path, applied = apply_to(write(tmp_path / "a.tif", values), tmp_path, gain, offset)
    kind = np.float32 if np.dtype(dtype).itemsize < 4 else np.float64
    exact = kind(gain) * values.astype(kind) + kind(offset)
    limits = np.iinfo(dtype)
    assert np.array_equal(read(path), np.clip(np.rint(exact), limits.min, limits.max).astype(dtype))
    outside = (np.rint(exact) < limits.min) | (np.rint(exact) > limits.max)
    assert applied.clipped.tolist() == outside.sum(axis=(1, 2)).tolist()
    assert applied.valid.tolist() == [3500, 3500]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_floating_point_is_neither_rounded_nor_clipped(tmp_path, dtype):
    """A gain of 1.7 on doubles keeps their digits."""
    values = numbers(dtype)
    path, applied = apply_to(write(tmp_path / "a.tif", values), tmp_path, 1.7, 0.3)
    assert np.array_equal(read(path), np.dtype(dtype).type(1.7) * values + np.dtype(dtype).type(0.3))
    assert applied.clipped.sum() == 0


def test_two_corrections_are_rounded_once(tmp_path):
    """0.1 and then 10: rounding between would leave multiples of ten."""
    values = numbers("uint8")
    ones, zeros = np.ones(2), np.zeros(2)
    chain = [GainOffset(0.1 * ones, zeros), GainOffset(10 * ones, zeros)]
    path, _ = apply_to(write(tmp_path / "a.tif", values), tmp_path, 0, 0, chain=chain)
    assert np.array_equal(read(path), values)


@pytest.mark.parametrize("nodata", ["lowest", "highest", "middle"])
@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16"])
@pytest.mark.parametrize(("gain", "offset"), [(0.0, "nodata"), (3.0, 0.0), (0.01, 0.0), (1.0, 1.0), (1.0, -1.0)])
def test_no_valid_pixel_becomes_nodata_and_none_appears(tmp_path, dtype, nodata, gain, offset):
    """Nodata at an end of the type or within its range; corrections that drive values onto it."""
    limits = np.iinfo(dtype)
    value = {"lowest": limits.min, "highest": limits.max, "middle": (limits.min + limits.max) // 2 + 1}[nodata]
    values = numbers(dtype)
    values[:, 20:30, 20:40] = value
    source = write(tmp_path / "a.tif", values, nodata=value)
    before = masks(source)
    path, _ = apply_to(source, tmp_path, gain, float(value) if offset == "nodata" else offset)
    assert np.array_equal(masks(path), before)
    assert (read(path)[~before] == value).all()


@pytest.mark.parametrize("nodata", [-9999.0, np.nan, 0.0, 7.7])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_floating_nodata_is_never_met(tmp_path, dtype, nodata):
    """A gain of zero and the nodata value as offset puts every valid pixel onto it."""
    values = numbers(dtype)
    values[0, :5] = nodata
    source = write(tmp_path / "a.tif", values, nodata=nodata)
    path, _ = apply_to(source, tmp_path, 0.0, 0.0 if np.isnan(nodata) else nodata)
    assert np.array_equal(masks(path), masks(source))


@pytest.mark.parametrize("wanted", [OutputType.BYTE, OutputType.INT16, OutputType.FLOAT32, OutputType.FLOAT64])
@pytest.mark.parametrize(("dtype", "nodata"), [("uint16", 0), ("uint16", 65535), ("float32", np.nan), ("int16", -1)])
def test_another_output_type_keeps_the_mask(tmp_path, dtype, nodata, wanted):
    """Nodata values that the new type cannot hold get another; pixels stay what they are."""
    values = np.clip(numbers(dtype).astype(np.float64), -3000, 3000).astype(dtype)
    values[:, 10:15, 10:60] = nodata
    source = write(tmp_path / "a.tif", values, nodata=nodata)
    path, applied = apply_to(source, tmp_path, 0.5, 10.0, wanted)
    assert np.array_equal(masks(path), masks(source))
    exact = 0.5 * values.astype(np.float64) + 10.0
    result, valid = read(path).astype(np.float64), masks(source)
    limits = np.iinfo(read(path).dtype) if wanted in (OutputType.BYTE, OutputType.INT16) else None
    inside = valid if limits is None else valid & (exact > limits.min + 1) & (exact < limits.max - 1)
    assert np.abs(result - exact)[inside].max() <= (0.5 if limits else 1e-3)
    if limits is not None:
        outside = valid & ((exact < limits.min - 1) | (exact > limits.max + 1))
        assert applied.clipped.sum() >= outside.sum()


def test_a_pixel_that_is_nodata_in_one_band_stays_data_in_the_other(tmp_path):
    """Masks are per band: zero in the first only."""
    values = numbers("uint8") // 2 + 1
    values[0, 5:9, 5:9] = 0
    source = write(tmp_path / "a.tif", values, nodata=0)
    path, _ = apply_to(source, tmp_path, 0.2, 0.0)
    assert np.array_equal(masks(path), masks(source))


@pytest.mark.parametrize("budget", [1, 4, 256])
@pytest.mark.parametrize("window", [None, 16, 32])
def test_windows_and_memory_change_no_pixel(tmp_path, budget, window):
    """A block field over a whole image, in one window and in many."""
    values = np.tile(numbers("uint16"), (1, 6, 5))
    source = write(tmp_path / "a.tif", values)
    image = inspect(source)
    parameter = np.random.default_rng(2).uniform(0.7, 1.3, (2, 5, 6))
    levels = Levels(np.ones(2), 0.0)
    bounds = make_canvas([image]).bounds
    field = BlockCorrection(CorrectionKind.LINEAR, parameter, bounds, levels, np.ones(2), np.zeros(2))
    results = []
    for number, execution in enumerate(
        [ExecutionSettings(threads=1), ExecutionSettings(threads=1, memory_budget=budget, window_size=window)]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        results.append(read(apply_to(source, folder, 0, 0, execution=execution, chain=[field])[0]))
    assert np.array_equal(*results)


def test_clipped_values_are_counted_over_valid_ones():
    """A quarter of two images' pixels."""
    one, two = (Written(np.array(valid), np.array([5, 0]), 0) for valid in ([10, 10], [20, 0]))
    assert clipped_share([one, two]) == 0.25
    assert clipped_share([]) == 0.0


@pytest.mark.parametrize("place", ["create_for", "write_window", "close"])
def test_a_write_that_fails_leaves_no_part(tmp_path, monkeypatch, place):
    """The disk is full at the beginning, in the middle or at the end."""

    def full(*_):
        raise WriteError("a.tif", "no space")

    source = write(tmp_path / "a.tif", numbers("uint8"))
    (tmp_path / "result.tif").write_bytes(b"earlier")
    monkeypatch.setattr(writing, place, full)
    with pytest.raises(WriteError, match="no space"):
        apply_to(source, tmp_path, 1.0, 0.0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tif", "result.tif"]
    assert (tmp_path / "result.tif").read_bytes() == b"earlier"
