"""Images come back to where they were taken from, by whole runs over files."""

from __future__ import annotations

import csv
import os
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
from made_kinds import KINDS
from made_kinds import image as image_of
from made_scenes import NORTH, PIXEL, WEST, masks, read, write
from made_views import Ground
from osgeo import gdal, ogr
from recorders import CancelAt, Recorder
from scipy import ndimage

from evenlight.core.align import composite
from evenlight.core.align.agreement import NOT_BETTER, Decision
from evenlight.core.align.matching import Match
from evenlight.core.align.outcomes import Aligner, settled
from evenlight.core.align.settings import (
    AlignMethod,
    CoregisterSettings,
    MatchSettings,
    ReferenceMode,
    TransformModel,
)
from evenlight.core.align.transform import Transform
from evenlight.core.errors import Cancelled, Problems
from evenlight.core.execution import Signal
from evenlight.core.jobs import coregister, coregister_matching
from evenlight.core.raster.image import describe
from evenlight.core.raster.on_grid import OnGrid
from evenlight.core.raster.source import FileSource
from evenlight.core.settings import ExecutionSettings, OutputSettings

PHASE, ECC, FEATURES = AlignMethod
SIZE = 300


def run(paths, reference, folder, progress=None, execution=ExecutionSettings(), table=None, vectors=None, **chosen):
    """A run; settings by their names, wherever they are kept."""
    own = {name: chosen.pop(name) for name in list(chosen) if name in CoregisterSettings.__dataclass_fields__}
    return coregister(
        list(paths),
        reference,
        OutputSettings(folder=str(folder), name="$_Aligned.tif"),
        settings=CoregisterSettings(match=MatchSettings(**chosen), **own),
        table=table,
        vectors=vectors,
        execution=execution,
        progress=progress or Recorder(),
    )


@pytest.fixture(scope="module")
def ground():
    return Ground(SIZE, seed=3)


def view(folder, ground, name, transform=Transform.shift(0.0, 0.0), gain=1.0, offset=0.0, noise=0.0, **options):
    """A file of what an image shows whose positions ``transform`` brings to the ground."""
    values = gain * ground.seen(transform) + offset
    values = values + noise * np.random.default_rng(sum(name.encode())).normal(size=values.shape)
    folder.mkdir(parents=True, exist_ok=True)
    return write(folder / f"{name}.tif", values[None].astype(options.pop("dtype", "float32")), **options)


def moved_by(found):
    """Columns and rows by which a run moved an image, from its position on the map."""
    dx, dy = found.placement.step if found.placement is not None else (0.0, 0.0)
    return np.array([dx / PIXEL, -dy / PIXEL])


def corner(path):
    place = gdal.Open(str(path)).GetGeoTransform()
    return np.array([(place[0] - WEST) / PIXEL, (NORTH - place[3]) / PIXEL])


@pytest.mark.parametrize("method", AlignMethod)
def test_identity_moves_nothing(tmp_path, ground, method):
    """The same ground at the same place, in another light: found within a hundredth of a pixel, and passed on."""
    reference = view(tmp_path, ground, "reference")
    twin = view(tmp_path, ground, "twin", gain=1.4, offset=30.0)
    result = run([twin], reference, tmp_path / "out", method=method)
    assert np.hypot(*result.outcomes[0].shift) < 0.01
    assert result.aligned == 0
    assert "already in place" in result.outcomes[0].reason
    assert read(result.outputs[0]).tobytes() == read(twin).tobytes()
    assert corner(result.outputs[0]).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("shift", [(0.3, 0.0), (7.25, -3.6), (-24.4, 11.1), (25.0, 12.0)])
@pytest.mark.parametrize("method", AlignMethod)
@pytest.mark.every(6)
def test_known_shifts_are_undone_by_moving_the_raster(tmp_path, ground, method, shift):
    reference = view(tmp_path, ground, "reference", noise=1.0)
    image = view(tmp_path, ground, "image", Transform.shift(*shift), gain=0.7, offset=15.0, noise=0.5)
    result = run([image], reference, tmp_path / "out", method=method)
    assert result.aligned == 1, result.outcomes[0].reason
    assert np.abs(corner(result.outputs[0]) - shift).max() < {PHASE: 0.05, ECC: 0.05, FEATURES: 0.2}[method]
    assert read(result.outputs[0]).tobytes() == read(image).tobytes()
    assert result.outcomes[0].after > result.outcomes[0].before


@pytest.mark.parametrize("phase", [(0.37, -0.21), (0.5, 0.5)])
def test_grids_may_lie_a_part_of_a_pixel_apart(tmp_path, ground, phase):
    """What both files say is added to what is found: images in place stay there, whatever their phase."""
    reference = view(tmp_path, ground, "reference")
    there = view(tmp_path, ground, "there", Transform.shift(*phase), row=phase[1], column=phase[0])
    off = view(tmp_path, ground, "off", Transform.shift(phase[0] + 4.3, phase[1]), row=phase[1], column=phase[0])
    in_place, moved = run([there, off], reference, tmp_path / "out").outcomes
    assert np.hypot(*in_place.shift) < 0.03 and not in_place.accepted
    assert np.abs(moved_by(moved) - (4.3, 0.0)).max() < 0.05


@pytest.mark.parametrize("finer", ["image", "reference"])
def test_resolutions_may_differ(tmp_path, finer):
    """The finer one is averaged to the other's grid; the shift is that of the ground."""
    ground = Ground(480, seed=4)
    fine = ground.seen(Transform.shift(0.0, 0.0))
    shift = (7.4, -3.2)
    shown = ground.seen(Transform.shift(*shift))
    coarse = (shown if finer == "reference" else fine).reshape(160, 3, 160, 3).mean(axis=(1, 3))
    pixel = {"pixel": PIXEL}
    fine_path = write(tmp_path / "fine.tif", (fine if finer == "reference" else shown)[None], **pixel)
    coarse_path = write(tmp_path / "coarse.tif", coarse[None], pixel=3 * PIXEL)
    image, reference = (fine_path, coarse_path) if finer == "image" else (coarse_path, fine_path)
    found = run([image], reference, tmp_path / "out").outcomes[0]
    assert found.accepted
    # a tenth of the coarse pixels that both are compared on
    assert np.abs(moved_by(found) - shift).max() < 0.3


def test_coordinate_systems_may_differ(tmp_path, ground):
    """An image in degrees is moved in degrees."""
    reference = view(tmp_path, ground, "reference")
    shown = view(tmp_path, ground, "shown", Transform.shift(5.5, -2.5))
    image = str(tmp_path / "degrees.tif")
    gdal.Warp(image, shown, dstSRS="EPSG:4326", resampleAlg="cubic", dstNodata=float("nan"))
    result = run([image], reference, tmp_path / "out")
    assert result.aligned == 1
    back = gdal.Warp("", result.outputs[0], format="MEM", dstSRS="EPSG:32614", resampleAlg="cubic",
                     outputBounds=(WEST, NORTH - SIZE * PIXEL, WEST + SIZE * PIXEL, NORTH), width=SIZE, height=SIZE,
                     dstNodata=float("nan")).ReadAsArray()  # fmt: skip
    known = np.isfinite(back)
    again = run([write(tmp_path / "back.tif", back[None], nodata=float("nan"))], reference, tmp_path / "again")
    assert np.hypot(*again.outcomes[0].shift) < 0.1
    assert np.corrcoef(back[known], read(reference)[0][known])[0, 1] > 0.97


@pytest.mark.parametrize("method", [ECC, FEATURES])
def test_a_turned_image_is_resampled_once_onto_the_grid(tmp_path, method):
    ground = Ground(400, seed=5)
    middle = Transform.shift(200.0, 200.0)
    cosine, sine = np.cos(0.015), np.sin(0.015)
    turn = Transform(np.array([[1.004 * cosine, -sine, 3.0], [sine, cosine, -2.0], [0.0, 0.0, 1.0]]))
    transform = middle.after(turn).after(middle.inverse())
    reference = view(tmp_path, ground, "reference")
    image = view(tmp_path, ground, "image", transform)
    result = run([image], reference, tmp_path / "out", method=method, motion=TransformModel.AFFINE, same_grid=True)
    assert result.aligned == 1, result.outcomes[0].reason
    out = gdal.Open(result.outputs[0])
    assert (out.RasterXSize, out.RasterYSize) == (400, 400)
    assert out.GetGeoTransform() == gdal.Open(reference).GetGeoTransform()
    inside = np.s_[40:-40, 40:-40]
    difference = (read(result.outputs[0])[0] - read(reference)[0])[inside]
    assert masks(result.outputs[0])[0][inside].all()
    assert difference.std() < 0.05 * read(reference).std()
    assert run(result.outputs, reference, tmp_path / "again", method=method).outcomes[0].reason.startswith("already")


def test_a_known_point_comes_back_to_its_place(tmp_path, ground):
    """A spot of light at a known place of the map: no half pixel is lost, with and without resampling."""
    rows, columns = np.mgrid[0:SIZE, 0:SIZE] + 0.5
    spot = 2000.0 * np.exp(-((columns - 150.0) ** 2 + (rows - 120.0) ** 2) / 8.0)
    there = ground.seen(Transform.shift(0.0, 0.0)) + spot
    shift = (6.37, -4.81)
    shown = ground.seen(Transform.shift(*shift))
    shown += 2000.0 * np.exp(-((columns - 150.0 + shift[0]) ** 2 + (rows - 120.0 + shift[1]) ** 2) / 8.0)
    reference, image = write(tmp_path / "r.tif", there[None]), write(tmp_path / "i.tif", shown[None])
    for same_grid in (False, True):
        out = run([image], reference, tmp_path / str(same_grid), same_grid=same_grid).outputs[0]
        values = read(out)[0] - np.median(read(out)[0])
        peak = np.unravel_index(np.argmax(values), values.shape)
        near = np.s_[peak[0] - 6 : peak[0] + 7, peak[1] - 6 : peak[1] + 7]
        weights = np.clip(values[near] - 300.0, 0.0, None)
        y, x = (
            np.average(np.arange(-6, 7) + at + 0.5, weights=weights.sum(axis=axis)) for at, axis in zip(peak, (1, 0))
        )
        assert np.abs(np.array([x, y]) + corner(out) - (150.0, 120.0)).max() < 0.06


@pytest.mark.slow
def test_size_costs_no_accuracy(tmp_path):
    """Coarse to fine over 6000 x 6000 pixels, in little memory: whole and part of a pixel are found."""
    size = 6000
    random = np.random.default_rng(11)
    whole = random.normal(size=(size + 60, size + 60)).astype(np.float32)
    whole = ndimage.uniform_filter(whole, 3) * 3
    for factor in (8, 64):
        small = random.normal(size=(-(-(size + 60) // factor) + 1,) * 2).astype(np.float32)
        whole += 2 * ndimage.zoom(small, factor, order=1)[: size + 60, : size + 60]
    first = (whole[30 : 30 + size, 30 : 30 + size] * 30 + 1000).astype(np.uint16)
    second = (whole[18 : 18 + size, 47 : 47 + size] * 21 + 700).astype(np.uint16)
    del whole
    reference = write(tmp_path / "r.tif", first[None], options=["TILED=YES"])
    image = write(tmp_path / "i.tif", second[None], options=["TILED=YES"], column=0.4, row=-0.3)
    found = Aligner(describe(reference), "", CoregisterSettings(), 8e6).find(describe(image), Signal())
    assert found.accepted
    assert np.abs(moved_by(found) - (17 - 0.4, -12 + 0.3)).max() < 0.05


@pytest.mark.slow
@pytest.mark.parametrize("transform", [TransformModel.EUCLIDEAN, TransformModel.AFFINE])
def test_transforms_of_large_images_come_from_windows(tmp_path, transform):
    """The same transform, whether the images fit in memory or not."""
    ground = Ground(900, seed=6)
    middle = Transform.shift(450.0, 450.0)
    turn = Transform(np.array([[np.cos(0.01), -np.sin(0.01), 2.2], [np.sin(0.01), np.cos(0.01), -1.4], [0, 0, 1]]))
    truth = middle.after(turn).after(middle.inverse())
    reference = view(tmp_path, ground, "reference")
    image = view(tmp_path, ground, "image", truth)
    corners = np.array([[0.0, 0.0], [900.0, 0.0], [0.0, 900.0], [900.0, 900.0]])
    places = np.array([WEST, NORTH]) + corners * (PIXEL, -PIXEL)
    for budget in (20, 1000):
        execution = ExecutionSettings(memory_budget=budget)
        result = run([image], reference, tmp_path / str(budget), method=ECC, motion=transform, execution=execution)
        found = result.outcomes[0].placement
        assert found is not None, result.outcomes[0].reason
        error = (found.moved(places) - places) / (PIXEL, -PIXEL) - (truth.moved(corners) - corners)
        assert np.hypot(*error.T).max() < 0.05


def test_a_smooth_distortion_is_undone_piece_by_piece(tmp_path):
    ground = Ground(600, seed=8)
    rows, columns = np.mgrid[0:600, 0:600] + 0.5
    dx, dy = 2.0 * np.sin(columns / 150.0) + 1.0, 1.5 * np.cos(rows / 130.0)
    shown = ground.at(np.column_stack([(columns + dx).ravel(), (rows + dy).ravel()])).reshape(600, 600)
    reference = view(tmp_path, ground, "reference")
    image = write(tmp_path / "image.tif", shown[None])
    vectors = str(tmp_path / "shifts.gpkg")
    result = run([image], reference, tmp_path / "out", windows=True, window_spacing=64, same_grid=True, vectors=vectors)
    assert result.aligned == 1, result.outcomes[0].reason
    inside = np.s_[30:-30, 30:-30]
    before = (shown - read(reference)[0])[inside].std()
    after = (read(result.outputs[0])[0] - read(reference)[0])[inside].std()
    assert after < 0.25 * before
    opened = ogr.Open(vectors)
    layer = opened.GetLayer(0)
    errors = []
    for feature in layer:
        line = feature.GetGeometryRef()
        x, y = (line.GetX(0) - WEST) / PIXEL, (NORTH - line.GetY(0)) / PIXEL
        truth = 2.0 * np.sin(x / 150.0) + 1.0, 1.5 * np.cos(y / 130.0)
        errors.append([feature["dx"] / PIXEL - truth[0], -feature["dy"] / PIXEL - truth[1]])
        assert feature["image"] == "image" and 0.0 <= feature["reliability"] <= 1.0
    assert len(errors) > 50
    assert np.sqrt(np.mean(np.square(errors))) < 0.3


@pytest.mark.parametrize(("spacing", "checked"), [(32, True), (128, False)])
def test_a_warp_that_no_held_out_window_checks_is_warned_of(tmp_path, spacing, checked):
    """A strip has one row of windows: three of them leave none to judge by."""
    shown, recorder = Ground(384, seed=4).seen(Transform.shift(0.0, 0.0))[None, :128], Recorder()
    reference = write(tmp_path / "reference.tif", shown)
    image = write(tmp_path / "image.tif", shown, column=3)
    result = run([image], reference, tmp_path / "out", recorder, windows=True, window_spacing=spacing, same_grid=True)
    assert result.aligned == 1, result.outcomes[0].reason
    assert any("Nothing checks the warp of image" in text for text in recorder.warnings) is not checked


@pytest.mark.parametrize("mode", [ReferenceMode.MEAN, ReferenceMode.MEDIAN])
def test_dates_are_aligned_to_what_they_show_together(tmp_path, mode):
    """Nobody is the reference: afterwards all agree, and a cloud that passes by moves nobody."""
    ground = Ground(200, seed=9)
    random = np.random.default_rng(2)
    shifts = random.uniform(-3.0, 3.0, size=(9, 2))
    paths = [view(tmp_path, ground, f"date_{n}", Transform.shift(*shift), gain=1 + 0.05 * n, noise=1.0)
             for n, shift in enumerate(shifts)]  # fmt: skip
    result = run(paths, None, tmp_path / "out", reference_mode=mode, same_grid=True)
    found = np.array([moved_by(outcome) for outcome in result.outcomes])
    error = found - shifts
    assert np.sqrt(np.mean((error - error.mean(axis=0)) ** 2)) < 0.03
    # nobody was right: the average stays where it was
    assert np.abs(found.mean(axis=0)).max() < 0.03
    sizes = {(gdal.Open(path).RasterXSize, gdal.Open(path).RasterYSize) for path in result.outputs}
    assert len(sizes) == 1


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("mode", [ReferenceMode.MEAN, ReferenceMode.MEDIAN])
@pytest.mark.every(6)
def test_images_whose_grids_lie_parts_of_a_pixel_apart_agree_afterwards(tmp_path, mode, seed):
    """Copies in other light and noisy that say they lie elsewhere: all are moved, and nobody is left behind."""
    ground, random = Ground(200, seed=9), np.random.default_rng(seed)
    shifts = random.uniform(-3.0, 3.0, size=(5, 2))
    paths = [view(tmp_path, ground, f"date_{n}", gain=1 + 0.1 * n, noise=4.0, column=-x, row=-y)
             for n, (x, y) in enumerate(shifts)]  # fmt: skip
    progress = Recorder()
    result = run(paths, None, tmp_path / "out", progress, reference_mode=mode)
    found = np.array([moved_by(outcome) for outcome in result.outcomes])
    error = found - shifts
    assert not progress.warnings
    assert np.sqrt(np.mean((error - error.mean(axis=0)) ** 2)) < 0.05
    assert np.abs(found.mean(axis=0)).max() < 0.05


def test_the_typical_image_moves_with_the_others(tmp_path, monkeypatch):
    """Where the comparison with all together says nothing about it, there is no figure to tell."""
    paths = [view(tmp_path, Ground(200, seed=9), f"date_{n}", column=3.0 * n * n) for n in range(3)]
    monkeypatch.setattr(coregister_matching, "settled", lambda first, _: settled(first, first))
    progress = Recorder()
    result = run(paths, None, tmp_path / "out", progress, reference_mode=ReferenceMode.MEAN)
    assert sum(outcome.before is None for outcome in result.outcomes) == 1 and result.aligned == 3
    assert not progress.warnings


def test_groups_that_do_not_meet_have_a_mean_each(tmp_path, ground):
    """Each agrees in itself and stays where it was on average; who meets nobody is passed on."""
    shifts = np.array([(0.0, 0.0), (1.3, -0.6), (-0.8, 1.7)])
    there = [view(tmp_path, ground, f"there_{n}", column=-x, row=-y, noise=1.0 + n)
             for n, (x, y) in enumerate(shifts)]  # fmt: skip
    far = [view(tmp_path, ground, f"far_{n}", column=900 - x, row=-y, noise=1.0 + n)
           for n, (x, y) in enumerate(2 * shifts[1:])]  # fmt: skip
    alone = view(tmp_path, ground, "alone", row=3000)
    progress = Recorder()
    result = run([alone, *there, *far], None, tmp_path / "out", progress, reference_mode=ReferenceMode.MEAN)
    found = np.array([moved_by(outcome) for outcome in result.outcomes])
    for numbers, truth in ((slice(1, 4), shifts), (slice(4, 6), 2 * shifts[1:])):
        assert np.abs(found[numbers] - (truth - truth.mean(axis=0))).max() < 0.05
    assert result.outcomes[0].placement is None
    assert [text for text in progress.warnings if "alone" in text and "overlaps no other image" in text]
    assert len(progress.warnings) == 1


def test_the_reference_among_the_inputs_is_passed_on(tmp_path, ground):
    reference = view(tmp_path, ground, "reference")
    image = view(tmp_path, ground, "image", Transform.shift(3.0, 1.0))
    progress = Recorder()
    result = run([image, reference], reference, tmp_path / "out", progress=progress)
    assert [found.accepted for found in result.outcomes] == [True, False]
    assert read(result.outputs[1]).tobytes() == read(reference).tobytes()
    assert not progress.warnings


def test_what_cannot_be_aligned_is_passed_on_with_a_warning(tmp_path, ground):
    """Another ground, and one that lies elsewhere: both come out as they were, and the reason is told."""
    reference = view(tmp_path, ground, "reference")
    other = write(tmp_path / "noise.tif", np.random.default_rng(1).normal(size=(1, SIZE, SIZE)))
    far = view(tmp_path, ground, "far", column=5000)
    table, progress = str(tmp_path / "t.csv"), Recorder()
    result = run([other, far], reference, tmp_path / "out", table=table, progress=progress)
    assert result.aligned == 0
    for path, source in zip(result.outputs, (other, far)):
        assert read(path).tobytes() == read(source).tobytes()
    assert len(progress.warnings) == 2 and "does not overlap" in progress.warnings[1]
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["accepted"] for row in rows] == ["no", "no"]
    assert all(row["reason"] for row in rows)


def test_an_image_off_the_common_grid_is_told_to_be_empty(tmp_path, ground):
    reference = view(tmp_path, ground, "reference")
    far, progress = view(tmp_path, ground, "far", column=5000), Recorder()
    result = run([far], reference, tmp_path / "out", same_grid=True, progress=progress)
    assert not masks(result.outputs[0]).any()
    (warning,) = progress.warnings
    assert "far lies outside the grid" in warning and "its result is empty" in warning


@pytest.mark.parametrize("mode", [ReferenceMode.MEAN, ReferenceMode.MEDIAN])
def test_a_strip_of_one_row_is_no_failure(tmp_path, monkeypatch, mode):
    """Longer than what its level is taken from: it cannot be compared, and is passed on."""
    monkeypatch.setattr(composite, "SAMPLE", 1000)
    strip = np.arange(5000, dtype="float32").reshape(1, 1, -1) % 251
    paths = [write(tmp_path / f"{name}.tif", strip) for name in "ab"]
    result = run(paths, None, tmp_path / "out", reference_mode=mode)
    assert result.aligned == 0 and read(result.outputs[0]).tobytes() == strip.tobytes()


@pytest.mark.parametrize("blank", ["image", "reference"])
def test_it_is_told_which_of_two_shows_nothing(tmp_path, ground, blank):
    seen = view(tmp_path, ground, "seen")
    empty = write(tmp_path / "empty.tif", np.full((1, SIZE, SIZE), 7.0, np.float32))
    image, reference = (empty, seen) if blank == "image" else (seen, empty)
    assert run([image], reference, tmp_path / "out").outcomes[0].reason == f"nothing could be recognised in the {blank}"


def test_an_image_that_agrees_and_gains_nothing_is_in_place():
    """A small shift under noise that hides it is no failure; one that is long or of unlike images is."""
    aligner = Aligner(None, "mean", CoregisterSettings(), 1e6)
    for before, step, expected in ((0.9, 0.25, True), (0.1, 0.25, False), (0.9, 3.0, False)):
        transform = Transform.shift(step, 0.0)
        found = Match(transform, (step, 0.0), 0, Decision(before, before, False, NOT_BETTER))
        outcome = aligner._outcome(None, found, None, (10 * step, 0.0), transform, None)
        assert outcome.in_place is expected


def test_turns_are_told_counterclockwise_on_the_map(tmp_path):
    pytest.importorskip("cv2", reason="OpenCV is not installed")
    ground, middle = Ground(300, seed=5), Transform.shift(150.0, 150.0)
    cosine, sine = np.cos(0.015), np.sin(0.015)
    # rows count downwards: from columns towards rows is clockwise
    turn = Transform(np.array([[1.004 * cosine, -1.004 * sine, 1.0], [1.004 * sine, 1.004 * cosine, 0.5], [0, 0, 1.0]]))
    reference = view(tmp_path, ground, "reference")
    image = view(tmp_path, ground, "image", middle.after(turn).after(middle.inverse()))
    table, progress = str(tmp_path / "t.csv"), Recorder()
    run([image], reference, tmp_path / "out", progress, method=ECC, motion=TransformModel.AFFINE, table=table)
    with open(table, encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert float(row["rotation_degrees"]) == pytest.approx(-np.degrees(0.015), abs=0.03)
    assert float(row["scale"]) == pytest.approx(1.004, abs=5e-4)
    assert any("degrees counterclockwise" in text for text in progress.facts)


def test_the_table_tells_what_was_done(tmp_path, ground):
    reference = view(tmp_path, ground, "reference")
    image = view(tmp_path, ground, "image", Transform.shift(4.25, -2.5))
    table, vectors = str(tmp_path / "t.csv"), str(tmp_path / "v.geojson")
    run([image], reference, tmp_path / "out", table=table, vectors=vectors)
    with open(table, encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert row["image"] == image and row["reference"] == reference and row["method"] == "phase_correlation"
    assert float(row["shift_x_pixels"]) == pytest.approx(4.25, abs=0.05)
    assert float(row["shift_y_pixels"]) == pytest.approx(-2.5, abs=0.05)
    assert float(row["shift_x_map"]) == pytest.approx(42.5, abs=0.5)
    assert float(row["shift_y_map"]) == pytest.approx(25.0, abs=0.5)
    assert float(row["correlation_after"]) > float(row["correlation_before"])
    matrix = np.array([float(value) for value in row["matrix"].split()]).reshape(3, 3)
    assert matrix[0, 2] == pytest.approx(42.5, abs=0.5)
    assert (float(row["rotation_degrees"]), float(row["scale"]), row["matches"]) == (0.0, 1.0, "")
    opened = ogr.Open(vectors)
    layer = opened.GetLayer(0)
    for feature in layer:
        line = feature.GetGeometryRef()
        assert line.GetX(1) - line.GetX(0) == pytest.approx(42.5, abs=0.5)
        assert feature["length"] == pytest.approx(np.hypot(42.5, 25.0), abs=0.5)
        assert feature["kept"] == 1


@pytest.mark.parametrize("method", AlignMethod)
def test_order_threads_units_and_added_nodata_change_nothing(tmp_path, ground, method):
    reference = view(tmp_path, ground, "reference")
    shifts = [(3.3, -1.2), (-5.1, 2.4)]
    paths = [view(tmp_path, ground, f"i{n}", Transform.shift(*shift)) for n, shift in enumerate(shifts)]
    plain = run(paths, reference, tmp_path / "a", method=method)
    turned = run(paths[::-1], reference, tmp_path / "b", method=method, execution=ExecutionSettings(threads=1))
    for one, two in zip(plain.outcomes, turned.outcomes[::-1]):
        assert one.shift == two.shift
    small = [view(tmp_path / "small", ground, f"i{n}", Transform.shift(*s), gain=1e-4) for n, s in enumerate(shifts)]
    for one, two in zip(plain.outcomes, run(small, reference, tmp_path / "c", method=method).outcomes):
        assert np.abs(np.subtract(one.shift, two.shift)).max() < 0.02
    padded = np.pad(read(paths[0])[0], 40, constant_values=-9999.0)
    wide = write(tmp_path / "wide.tif", padded[None], nodata=-9999.0, row=-40, column=-40)
    (found,) = run([wide], reference, tmp_path / "d", method=method).outcomes
    assert np.abs(np.subtract(found.shift, plain.outcomes[0].shift)).max() < 0.02


def test_all_problems_are_told_together(tmp_path, ground):
    reference = view(tmp_path, ground, "reference")
    image = view(tmp_path, ground, "image")
    with pytest.raises(Problems) as caught:
        run(
            [image], reference, tmp_path / "out", motion=TransformModel.AFFINE, channel="7", crop_center=3,
            gaussian_size=4, upsampling=1001, max_shift=0.0, match_ratio=2.0, ransac_threshold=0.0, min_matches=0,
            window_spacing=1, table=image, vectors=str(tmp_path / "v.shp"),
        )  # fmt: skip
    text = str(caught.value)
    for name in ("MOTION", "CHANNEL", "CROP_CENTER", "GAUSSIAN_SIZE", "UPSAMPLING", "MAX_SHIFT", "MATCH_RATIO",
                 "RANSAC_THRESHOLD", "MIN_MATCHES", "WINDOW_SPACING", "image.tif is an input", "v.shp"):  # fmt: skip
        assert name in text
    assert not (tmp_path / "out").exists()
    for reference, mode, said in (
        (None, ReferenceMode.IMAGE, 'REFERENCE cannot be "empty"'),
        (str(tmp_path / "none.tif"), ReferenceMode.IMAGE, "none.tif cannot be opened"),
        (image, ReferenceMode.MEAN, "REFERENCE cannot be"),
        (None, ReferenceMode.MEDIAN, "At least 2 images are needed"),
    ):
        with pytest.raises(Problems, match=said):
            run([image], reference, tmp_path / "out", reference_mode=mode)


@pytest.mark.parametrize(("table", "vectors"), [("image_Aligned.tif", None), ("x.gpkg", "x.gpkg")])
def test_two_results_for_one_file_are_refused(tmp_path, ground, table, vectors):
    """An earlier image would become a table, or the table would be lost."""
    reference, image = view(tmp_path, ground, "reference"), view(tmp_path, ground, "image", Transform.shift(2.0, 1.0))
    out = tmp_path / "out"
    before = read(run([image], reference, out).outputs[0])
    with pytest.raises(Problems, match="Two results would be written to"):
        run([image], reference, out, table=str(out / table), vectors=vectors and str(out / vectors))
    assert (read(str(out / "image_Aligned.tif")) == before).all() and os.listdir(out) == ["image_Aligned.tif"]


@pytest.mark.parametrize("method", [ECC, FEATURES])
def test_without_opencv_phases_still_work(tmp_path, ground, method, monkeypatch):
    reference = view(tmp_path, ground, "reference")
    image = view(tmp_path, ground, "image", Transform.shift(3.0, 1.0))
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(Problems, match=r"OpenCV .* is not installed.*phase_correlation"):
        run([image], reference, tmp_path / "out", method=method)
    assert run([image], reference, tmp_path / "out").aligned == 1


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.7])
def test_a_cancelled_run_leaves_nothing(tmp_path, ground, fraction):
    reference = view(tmp_path, ground, "reference")
    paths = [view(tmp_path, ground, f"i{n}", Transform.shift(1.0 + n, 1.0)) for n in range(4)]
    with pytest.raises(Cancelled):
        run(paths, reference, tmp_path / "out", progress=CancelAt(fraction), table=str(tmp_path / "out" / "t.csv"))
    assert not os.path.isdir(tmp_path / "out") or not os.listdir(tmp_path / "out")


def test_the_middle_alone_may_be_compared(tmp_path, ground):
    """What surrounds it moved otherwise and does not count."""
    reference = view(tmp_path, ground, "reference")
    values = ground.seen(Transform.shift(-6.0, 5.0))
    values[80:220, 80:220] = ground.seen(Transform.shift(4.0, -3.0))[80:220, 80:220]
    image = write(tmp_path / "image.tif", values[None])
    middle = run([image], reference, tmp_path / "out", crop_center=130).outcomes[0]
    assert middle.accepted, middle.reason
    assert np.abs(np.subtract(middle.shift, (4.0, -3.0))).max() < 0.1


@pytest.mark.parametrize("system", [None, 32614])
def test_turned_grids_and_no_coordinate_system(tmp_path, ground, system):
    turned = (WEST, 8.0, 6.0, NORTH, 6.0, -8.0)
    reference = view(tmp_path, ground, "reference", geotransform=turned, epsg=system)
    image = view(tmp_path, ground, "image", Transform.shift(4.5, -2.0), geotransform=turned, epsg=system)
    result = run([image], reference, tmp_path / "out")
    step = np.array(gdal.Open(result.outputs[0]).GetGeoTransform())[[0, 3]] - (WEST, NORTH)
    assert np.abs(step - (8 * 4.5 - 6 * 2.0, 6 * 4.5 + 8 * 2.0)).max() < 0.5


def test_a_turned_grid_in_another_system_is_given_to_all(tmp_path, ground):
    """Found and resampled once, whatever lies between the two grids."""
    upright = view(tmp_path, ground, "upright")
    place = (WEST + 60 * PIXEL, 0.8 * PIXEL, 0.6 * PIXEL, NORTH - 190 * PIXEL, 0.6 * PIXEL, -0.8 * PIXEL)
    grid = replace(describe(upright).grid, geotransform=place, width=200, height=200)
    shown, valid = OnGrid(FileSource(describe(upright)), grid, "cubic").measured(grid.window)
    reference = write(tmp_path / "reference.tif", np.where(valid, shown, -9999.0), nodata=-9999.0, geotransform=place)
    moved, away = view(tmp_path, ground, "moved", Transform.shift(4.0, -3.0)), str(tmp_path / "away.tif")
    gdal.Warp(away, moved, dstSRS="EPSG:32613", resampleAlg="cubic", dstNodata=-9999.0)
    result = run([away], reference, tmp_path / "out", same_grid=True)
    assert result.aligned == 1, result.outcomes[0].reason
    assert gdal.Open(result.outputs[0]).GetGeoTransform() == place
    both = masks(result.outputs[0])[0] & valid[0]
    assert both.mean() > 0.5
    assert np.corrcoef(read(result.outputs[0])[0][both], shown[0][both])[0, 1] > 0.95


@pytest.mark.parametrize("name", ["drone_river", "naip_prairie"])
def test_misplaced_copies_of_real_images_come_back(tmp_path, data_folder, name):
    """Moved by parts of pixels with the whole spectrum, in another light and noisy: back within a fifth of a pixel."""
    source = str(sorted((data_folder / name).glob("*.tif"))[0])
    opened = gdal.Open(source)
    values, place = opened.ReadAsArray().astype(float)[:3], list(opened.GetGeoTransform())
    shift, inner = np.array([6.3, -4.7]), 40
    across, down = np.fft.fftfreq(values.shape[2]), np.fft.fftfreq(values.shape[1])[:, None]
    wave = np.exp(2j * np.pi * (across * shift[0] + down * shift[1]))
    shown = np.fft.ifft2(np.fft.fft2(values) * wave).real[:, inner:-inner, inner:-inner]
    shown = 0.8 * shown + 10.0 + np.random.default_rng(5).normal(scale=3.0, size=shown.shape)
    place[0], place[3] = place[0] + inner * place[1], place[3] + inner * place[5]
    path = write(tmp_path / "copy.tif", np.clip(np.rint(shown), 1, 255).astype("uint8"), geotransform=tuple(place))
    copy = gdal.Open(path, gdal.GA_Update)
    copy.SetProjection(opened.GetProjection())
    copy = None
    result = run([path], source, tmp_path / "out", max_shift=12.0)
    found = gdal.Open(result.outputs[0]).GetGeoTransform()
    error = (found[0] - place[0]) / place[1] - shift[0], (found[3] - place[3]) / place[5] - shift[1]
    assert result.aligned == 1
    assert np.abs(error).max() < 0.2


def test_other_dates_of_real_images_agree_on_a_misplacement(tmp_path, data_folder):
    """The same date, as it is and misplaced, against another date: the difference is the misplacement."""
    years = sorted((data_folder / "naip_prairie").glob("*.tif"))
    shift = (5.6, -3.3)
    for image, reference in ((years[1], years[2]), (years[3], years[1])):
        path = str(tmp_path / f"{image.stem}_off.tif")
        gdal.Translate(path, str(image))
        copy = gdal.Open(path, gdal.GA_Update)
        place = list(copy.GetGeoTransform())
        copy.SetGeoTransform((place[0] + shift[0] * place[1], *place[1:3], place[3] + shift[1] * place[5], *place[4:]))
        copy = None
        plain, off = run([str(image), path], str(reference), tmp_path / "out").outcomes
        assert np.abs(np.subtract(off.shift, plain.shift) + shift).max() < 0.2


@pytest.mark.every(3)
@pytest.mark.parametrize("windows", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_kinds_of_nodata_and_numbers_of_bands(tmp_path, kind, windows):
    """Three bands that mark nodata in each way, onto one band that marks none."""
    path = image_of(tmp_path, kind)
    values = read(image_of(tmp_path, "nothing declared"))[:1]
    reference = write(tmp_path / "reference.tif", np.pad(values, ((0, 0), (0, 0), (0, 9)), mode="reflect"))
    opened = gdal.Open(path, gdal.GA_Update)
    place = opened.GetGeoTransform()
    opened.SetGeoTransform((place[0] + 3 * PIXEL, *place[1:3], place[3] + 2 * PIXEL, *place[4:]))
    opened = None
    chosen = {"windows": windows, "window_spacing": 16} if windows else {}
    result = run([path], reference, tmp_path / "out", channel="1", **chosen)
    found = result.outcomes[0]
    assert found.accepted, found.reason
    assert np.abs(np.add(found.shift, (3.0, -2.0))).max() < 0.1
    assert masks(result.outputs[0]).sum() == pytest.approx(masks(path).sum(), rel=0.02)


def test_a_cancel_is_heard_while_large_images_are_compared(tmp_path):
    """Within a second on a machine of its own; three where others work too."""
    values = np.random.default_rng(3).integers(1, 60000, size=(1, 4000, 4000), dtype="uint16")
    paths = [write(tmp_path / f"{name}.tif", values) for name in ("a", "b")]

    class Later(Recorder):
        start = time.monotonic()

        def cancelled(self):
            return time.monotonic() - self.start > 1.5

    progress = Later()
    with pytest.raises(Cancelled):
        run(paths[:1], paths[1], tmp_path / "out", progress=progress)
    assert time.monotonic() - progress.start - 1.5 < 3.0
