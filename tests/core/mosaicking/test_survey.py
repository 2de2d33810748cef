"""The space on the disk that means of cells wait on."""

from __future__ import annotations

import errno
import os

import numpy as np
import pytest
from made_mosaics import box, cut_images

import evenlight.core as ev
from evenlight.core.mosaicking import survey


@pytest.fixture
def two(tmp_path):
    (tmp_path / "in").mkdir()
    return cut_images(tmp_path / "in", [box(0, 0, 100, 140), box(0, 60, 100, 140)])


def run(job, paths, folder):
    options = {"source_map": folder / "map.tif"} if job == "mosaic" else {}
    return getattr(ev, job)(paths, folder / ("out.gpkg" if job == "seamlines" else "out.tif"), **options)


JOBS = pytest.mark.parametrize("job", ["mosaic", "seamlines", "balance_and_mosaic"])


@JOBS
def test_a_full_disk_is_one_sentence(job, two, tmp_path, monkeypatch):
    """All blocks are taken before a pixel is read for seams; earlier outputs stay."""

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    folder = tmp_path / "out"
    run(job, two, folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(os, "posix_fallocate", full, raising=False)
    monkeypatch.setattr(survey, "_look", lambda *_: pytest.fail("a pixel was read"))
    with pytest.raises(ev.EvenlightError, match=r"out could not be written \(No space left on device\): check space"):
        run(job, two, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@JOBS
def test_space_is_asked_for_before_anything_is_read(job, two, tmp_path, monkeypatch):
    """What waits on the disk counts also where the result is small."""
    from evenlight.core import naming

    monkeypatch.setattr(naming, "estimated_size", lambda *_: 0)
    # 2 means of 2 x 100 x 140 cells of a pixel and of a band, 4 bytes each: the images are small
    needed = 2 * 4 * 2 * 100 * 140 // survey.reduction_of(*at(two)) ** 2
    plenty = naming.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(naming.shutil, "disk_usage", lambda _: plenty._replace(free=needed - 4000))
    with pytest.raises(ev.EvenlightError, match="free and the results need about"):
        run(job, two, tmp_path / "out")
    monkeypatch.setattr(naming.shutil, "disk_usage", lambda _: plenty._replace(free=2 * needed))
    run(job, two, tmp_path / "out")


def at(paths):
    """The grid of images and their windows on it."""
    from evenlight.core.raster.image import describe
    from evenlight.core.raster.target_grid import TargetGrid

    return TargetGrid.of([describe(path) for path in paths], ev.GridSettings())


@pytest.mark.parametrize("way", ["as it is", "not there", "not known"])
def test_no_page_is_a_hole(way, tmp_path, monkeypatch):
    """Also where the system or the file system cannot take space beforehand; values begin at 0 and can be written."""

    def not_known(*_):
        raise OSError(errno.EINVAL, "Invalid argument")

    if way == "not there":
        monkeypatch.delattr(os, "posix_fallocate")
    elif way == "not known":
        monkeypatch.setattr(os, "posix_fallocate", not_known)
    monkeypatch.setattr(survey, "BLOCK", 1000)
    sizes, as_it_is = [], survey.mmap.mmap

    def noted(number, size):
        sizes.append(os.fstat(number))
        return as_it_is(number, size)

    monkeypatch.setattr(survey.mmap, "mmap", noted)
    pages = survey.Pages(str(tmp_path), 4321)
    assert sizes[0].st_size == 4 * 4321 and sizes[0].st_blocks * 512 >= 4 * 4321
    assert not pages.values.any()
    pages.values[:] = np.arange(4321)
    pages.let_go()
    assert pages.values[4320] == 4320 and not os.listdir(tmp_path)
