"""Saved files know an image again by its content: one put in its place, as long and as large, is another."""

from __future__ import annotations

import os

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import gains_of, make_scene, read, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.align.settings import JointSettings
from evenlight.core.errors import Cancelled
from evenlight.core.jobs import apply_adjustments, coregister_jointly, load_block_maps, save_block_maps
from evenlight.core.raster.image import describe
from evenlight.core.settings import OutputSettings
from evenlight.core.statistics import content
from evenlight.core.statistics.content import Content

UNCOMPRESSED = ("COMPRESS=NONE",)


@pytest.fixture
def scene(tmp_path):
    """Three images that are stored without compression: another one takes as many bytes."""
    return make_scene(tmp_path / "in", columns=3, bands=1, size=96, step=64, options=UNCOMPRESSED)


def brightened(path, factor=0.62):
    """The same picture darker, with the same number of bytes and the same date."""
    facts = os.stat(path)
    dataset = gdal.Open(path, gdal.GA_Update)
    band = dataset.GetRasterBand(1)
    band.WriteArray(np.rint(band.ReadAsArray() * factor).astype(np.uint16))
    del band, dataset
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert os.path.getsize(path) == facts.st_size


@pytest.mark.parametrize("run", [run_global, run_balance])
def test_statistics_of_a_replaced_image_are_not_believed(scene, tmp_path, run):
    file = str(tmp_path / "saved.json")
    run(scene.paths, tmp_path / "before", save_adjustments=file)
    brightened(scene.paths[1])
    recorder = Recorder()
    found = run(scene.paths, tmp_path / "after", load_adjustments=file, progress=recorder)
    alone = run(scene.paths, tmp_path / "alone")
    assert any("has changed since its statistics were saved" in text for text in recorder.warnings)
    assert gains_of(found.outputs)[0] == pytest.approx(gains_of(alone.outputs)[0], rel=1e-9)
    assert found.quality.rmse_after == pytest.approx(alone.quality.rmse_after, rel=0.02)


def test_one_pixel_is_enough_and_nothing_is_read_where_nothing_changed(scene, tmp_path):
    file = str(tmp_path / "saved.json")
    run_global(scene.paths, tmp_path / "before", save_adjustments=file)
    recorder = Recorder()
    run_global(scene.paths, tmp_path / "same", load_adjustments=file, progress=recorder)
    assert not any("has changed" in text for text in recorder.warnings)
    dataset = gdal.Open(scene.paths[0], gdal.GA_Update)
    dataset.GetRasterBand(1).WriteArray(np.array([[7]], np.uint16), 41, 53)
    del dataset
    run_global(scene.paths, tmp_path / "pixel", load_adjustments=file, progress=recorder)
    assert any(scene.paths[0] in text and "has changed" in text for text in recorder.warnings)


def test_gains_for_pixels_that_were_replaced_are_warned_of(scene, tmp_path):
    file, recorder = str(tmp_path / "saved.json"), Recorder()
    run_global(scene.paths, tmp_path / "before", save_adjustments=file)
    apply_adjustments(scene.paths, file, OutputSettings(str(tmp_path / "same")), progress=recorder)
    assert not recorder.warnings
    brightened(scene.paths[1])
    apply_adjustments(scene.paths, file, OutputSettings(str(tmp_path / "after")), progress=recorder)
    assert [text.split(" has changed")[0] for text in recorder.warnings] == [scene.paths[1]]


def test_a_copy_is_the_same_image(scene, tmp_path):
    """Other place, other date, same content."""
    saved = Content.from_json(Content.of(describe(scene.paths[0])).to_json())
    copy = write(tmp_path / "copy.tif", read(scene.paths[0]), nodata=0, options=UNCOMPRESSED)
    with open(scene.paths[0], "rb") as one, open(copy, "wb") as other:
        other.write(one.read())
    assert saved.holds(describe(copy))
    brightened(copy)
    assert not saved.holds(describe(copy))


def test_the_block_map_of_a_replaced_image_is_computed_again(scene, tmp_path):
    saved = save_block_maps(scene.paths, str(tmp_path / "reference.tif"), str(tmp_path / "maps"))
    brightened(scene.paths[1], 0.9)
    recorder = Recorder()
    maps = {"reference_map": saved.reference_map, "local_maps": list(saved.local_maps)}
    output = OutputSettings(str(tmp_path / "out"))
    load_block_maps(scene.paths, output, **maps, progress=recorder)
    assert [text.split(" has changed")[0] for text in recorder.warnings] == [scene.paths[1]]


def test_adjustments_are_applied_to_whatever_has_the_name(scene, tmp_path):
    """Gains are asked for by name; only the figures expected of the result are not believed."""
    file = str(tmp_path / "saved.json")
    run_global(scene.paths, tmp_path / "before", save_adjustments=file)
    brightened(scene.paths[1])
    assert len(apply_adjustments(scene.paths, file, OutputSettings(str(tmp_path / "out"))).outputs) == 3


class CancelledInside(Recorder):
    """Asks to stop as soon as a file's content is looked at."""

    def __init__(self, monkeypatch):
        super().__init__()
        self.begun, self.ended = 0, 0
        original = content._read_digest

        def watched(*arguments):
            self.begun += 1
            digest = original(*arguments)
            self.ended += 1
            return digest

        monkeypatch.setattr(content, "READ_AT_ONCE", 1000)
        monkeypatch.setattr(content, "_read_digest", watched)

    def cancelled(self):
        return self.begun > 0


def saving_adjustments(paths, folder, progress):
    run_global(paths, folder / "out", save_adjustments=str(folder / "saved.json"), progress=progress)


def loading_adjustments(paths, folder, progress):
    run_global(paths, folder / "out", load_adjustments=str(folder / "saved.json"), progress=progress)


def applying(paths, folder, progress):
    apply_adjustments(paths, str(folder / "saved.json"), OutputSettings(str(folder / "out")), progress=progress)


def saving_maps(paths, folder, progress):
    save_block_maps(paths, str(folder / "reference.tif"), str(folder / "maps"), progress=progress)


def loading_maps(paths, folder, progress):
    found = sorted(map(str, (folder / "maps").iterdir()))
    maps = {"reference_map": str(folder / "reference.tif"), "local_maps": found}
    load_block_maps(paths, OutputSettings(str(folder / "out")), **maps, progress=progress)


def saving_points(paths, folder, progress):
    files = {"save_tie_points": str(folder / "points.json")}
    coregister_jointly(paths, OutputSettings(str(folder / "out")), settings=JointSettings(), progress=progress, **files)


def loading_points(paths, folder, progress):
    settings = JointSettings(load_tie_points=str(folder / "points.json"))
    coregister_jointly(paths, OutputSettings(str(folder / "out")), settings=settings, progress=progress)


@pytest.mark.parametrize(
    "first, job",
    [
        (None, saving_adjustments),
        (saving_adjustments, loading_adjustments),
        (saving_adjustments, applying),
        (None, saving_maps),
        (saving_maps, loading_maps),
        (None, saving_points),
        (saving_points, loading_points),
    ],
)
def test_a_cancel_does_not_wait_for_the_end_of_a_large_file(scene, tmp_path, monkeypatch, first, job):
    # never known by their facts alone
    monkeypatch.setattr(content, "RESTED_NS", 10**18)
    if first is not None:
        first(scene.paths, tmp_path, Recorder())
    progress = CancelledInside(monkeypatch)
    with pytest.raises(Cancelled):
        job(scene.paths, tmp_path, progress)
    assert (progress.begun, progress.ended) == (1, 0)
