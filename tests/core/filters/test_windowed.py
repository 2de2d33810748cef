"""Windows with margins: what a neighbourhood meets, within memory, whatever the windows."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from made_scenes import masked_virtual, masks, read, texture, to_type, write
from recorders import CancelAt, Recorder

from evenlight.core.errors import Cancelled
from evenlight.core.filters.settings import Edge
from evenlight.core.filters.windowed import (
    Margin,
    Need,
    PatchReader,
    compute_windows,
    inside,
    plan_windows,
)
from evenlight.core.progress import unstopped
from evenlight.core.raster.identity import InputChangedError
from evenlight.core.raster.image import describe
from evenlight.core.raster.source import Plan
from evenlight.core.raster.window import Window
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings

MODES = {Edge.REFLECT: "symmetric", Edge.NEAREST: "edge", Edge.SHRINK: "constant"}
MARGIN = Margin(3, 2, 5, 4)


def image_of(path, values=None, **options):
    values = to_type(texture(2, 50, 70, 3), "uint16") if values is None else values
    return describe(write(path, values, **options))


def patches(image, plan, margin=MARGIN, edge=Edge.REFLECT, execution=ExecutionSettings(), progress=None):
    found = compute_windows(image, lambda patch, _: patch, plan, Run(execution, progress or Recorder()), margin, edge)
    return list(found)


@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize("held", [0, 1e9])
@pytest.mark.parametrize("step", [(16, 16), (48, 16), (70, 32), (70, 50)])
@pytest.mark.parametrize("margin", [Margin(), MARGIN, Margin(90, 160, 200, 60)])
def test_patches_are_parts_of_the_padded_image(tmp_path, edge, held, step, margin):
    """Also where margins are wider than the image, and whether rows are held or read again."""
    image = image_of(tmp_path / "a.tif", nodata=0, options=["TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"])
    around = ((0, 0), (margin.top, margin.bottom), (margin.left, margin.right))
    whole = np.pad(read(image.path), around, mode=MODES[edge])
    seen = 0
    for (column, row, width, height), patch in patches(image, Plan((16, 16), step, 2, held), margin, edge):
        bottom, right = row + margin.top + height + margin.bottom, column + margin.left + width + margin.right
        part = np.s_[:, row:bottom, column:right]
        valid = whole[part] != 0
        assert np.array_equal(patch.valid, valid)
        assert np.array_equal(patch.values[valid], whole[part][valid])
        seen += width * height
    assert seen == 50 * 70


def test_reflections_repeat_beyond_one_image():
    places = np.arange(-9, 12)
    for edge, mode in ((Edge.REFLECT, "symmetric"), (Edge.NEAREST, "edge")):
        assert np.array_equal(inside(places, 3, edge).index, np.pad(np.arange(3), (9, 9), mode=mode))
    assert np.array_equal(inside(places, 3, Edge.SHRINK).counts, (places >= 0) & (places < 3))


def test_every_kind_of_validity_counts(tmp_path):
    values = texture(2, 40, 40, 1).astype("float32")
    values[0, 3, 4] = np.nan
    hidden = write(tmp_path / "mask.tif", (np.arange(1600).reshape(1, 40, 40) % 3 != 0).astype("uint8") * 255)
    source = write(tmp_path / "values.tif", values)
    for path in (
        write(tmp_path / "nan.tif", values, nodata=float("nan")),
        write(tmp_path / "masked.tif", values, mask=np.tri(40) > 0),
        masked_virtual(tmp_path / "bands.vrt", source, (1, None), hidden),
    ):
        image = describe(path)
        (_, patch), = patches(image, Plan((64, 64), (64, 64), 1, 0), Margin())
        assert np.array_equal(patch.valid, masks(path)), path


def test_every_block_is_decoded_once_where_rows_fit(tmp_path, monkeypatch):
    image = image_of(tmp_path / "a.tif", options=["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"])
    asked = []
    from evenlight.core.raster.source import FileSource

    original = FileSource.read_into
    monkeypatch.setattr(
        FileSource, "read_into", lambda self, window, *rest: (asked.append(window), original(self, window, *rest))
    )
    patches(image, Plan((16, 16), (16, 16), 2, 1e9))
    assert sum(width * height for _, _, width, height in asked) == 50 * 70


@pytest.mark.parametrize("budget", [32, 64, 256])
@pytest.mark.parametrize("threads", [1, 2, 16])
@pytest.mark.parametrize("margin", [Margin(1, 1, 1, 1), Margin(250, 250, 250, 250)])
def test_plans_keep_to_the_budget(tmp_path, budget, threads, margin):
    from dataclasses import replace

    image = image_of(tmp_path / "a.tif")
    image = replace(image, grid=replace(image.grid, width=12000, height=12000), tiling=(256, 256))
    need = Need(working=30, result=8)
    plan = plan_windows(image, margin, need, Run(ExecutionSettings(threads=threads, memory_budget=budget)))
    if plan is None:
        assert budget == 32
        return
    pixels = (plan.step[0] + margin.left + margin.right) * (plan.step[1] + margin.top + margin.bottom)
    held = plan.workers * (pixels * (2 * 2 * 3 + 30) + 2 * plan.step[0] * plan.step[1] * 8) + plan.held
    assert held <= budget * 1e6 * 0.75
    assert plan.workers <= threads
    assert plan.step[0] % plan.tile[0] == plan.step[1] % plan.tile[1] == 0


def test_what_can_never_fit_has_no_plan(tmp_path):
    margin = Margin(9000, 9000, 9000, 9000)
    run = Run(ExecutionSettings(memory_budget=32))
    assert plan_windows(image_of(tmp_path / "a.tif"), margin, Need(8, 8), run) is None


def test_windows_come_in_file_order(tmp_path):
    image = image_of(tmp_path / "a.tif")
    plan = Plan((16, 16), (32, 16), 3, 0)
    found = [window for window, _ in patches(image, plan)]
    assert found == list(image.grid.window.cut(plan.step)) == sorted(found, key=lambda window: (window[1], window[0]))


def test_progress_grows_with_every_window(tmp_path):
    """Also where the pool is always ready before the next window is read."""
    progress = Recorder()
    found = patches(image_of(tmp_path / "a.tif"), Plan((16, 16), (70, 16), 2, 0), progress=progress)
    assert len(progress.fractions) == len(found) == 4
    assert progress.fractions == sorted(progress.fractions)
    assert progress.fractions[-1] == 1


def test_a_cancel_ends_the_run_within_a_second(tmp_path):
    image = image_of(tmp_path / "a.tif")
    progress = CancelAt(0.2)
    stopped = threading.Event()

    def slow(patch, signal):
        while not signal.stopped and patch.window[1] > 0:
            time.sleep(0.01)
        stopped.set()
        return patch

    with pytest.raises(Cancelled):
        list(compute_windows(image, slow, Plan((16, 16), (70, 16), 2, 0), Run(progress=progress)))
    assert time.monotonic() - progress.asked < 1
    assert stopped.is_set()


def test_a_file_that_is_truncated_meanwhile_is_told(tmp_path):
    image = image_of(tmp_path / "a.tif")
    with open(image.path, "r+b") as file:
        file.truncate(3000)
    with pytest.raises(InputChangedError):
        PatchReader(image, MARGIN, Edge.REFLECT, 0).read(Window(0, 0, 70, 50), unstopped)
