"""Every job does its work on the cluster that it is given, or says in one sentence that it cannot."""

from __future__ import annotations

import inspect
import os
import re

import pytest
from clusters import cluster, contents
from made_scenes import NORTH, PIXEL, WEST, make_scene
from osgeo import ogr

from evenlight.core import jobs
from evenlight.core.align.settings import CoregisterSettings, JointSettings, ReferenceMode
from evenlight.core.cluster import connection
from evenlight.core.errors import EvenlightError
from evenlight.core.execution import Threads
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.masks.settings import ThresholdSettings
from evenlight.core.mosaicking import survey
from evenlight.core.mosaicking.settings import MosaicSettings
from evenlight.core.raster import write
from evenlight.core.raster.image import describe
from evenlight.core.settings import ExecutionSettings, GridSettings, OutputSettings

NOWHERE = "tcp://127.0.0.1:1"


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Two images, their block maps and their adjustments."""
    folder = tmp_path_factory.mktemp("scene")
    made = make_scene(folder, columns=2, size=160, step=60, bands=1)
    jobs.save_block_maps(made.paths, str(folder / "reference.tif"), str(folder / "maps"))
    output = OutputSettings(folder=str(folder / "out"))
    jobs.global_regression(made.paths, output, save_adjustments=str(folder / "a.json"))
    return made.paths


def square(paths):
    """A polygon over the middle of the images."""
    west, south, east, north = WEST + 40 * PIXEL, NORTH - 90 * PIXEL, WEST + 120 * PIXEL, NORTH - 30 * PIXEL
    ring = f"{west} {south},{west} {north},{east} {north},{east} {south},{west} {south}"
    geometry = ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))")
    return PolygonMask((MaskPolygon(bytes(geometry.ExportToWkb())),), describe(paths[0]).crs)


def files(folder, name="$.tif"):
    """Where a job's images go."""
    return OutputSettings(folder=str(folder), name=name)


def beside(paths, name):
    """A file of the scene."""
    return os.path.join(os.path.dirname(paths[0]), name)


BY_ALL = CoregisterSettings(reference_mode=ReferenceMode.MEAN)
BETWEEN = GridSettings(resolution="given", pixel_size=7.0)
CALLS = {
    "align_grids": lambda p, to, **o: jobs.align_grids(p, files(to), settings=BETWEEN, **o),
    "apply_adjustments": lambda p, to, **o: jobs.apply_adjustments(p, beside(p, "a.json"), files(to), **o),
    "balance": lambda p, to, **o: jobs.balance(p, files(to), **o),
    "balance_and_mosaic": lambda p, to, **o: jobs.balance_and_mosaic(
        p, str(to / "x.tif"), align=True, source_map=str(to / "map.tif"), **o
    ),
    "coregister": lambda p, to, **o: jobs.coregister(p[:1], p[1], files(to), **o),
    "coregister_jointly": lambda p, to, **o: jobs.coregister_jointly(p, files(to), settings=JointSettings(), **o),
    "cross_correlation": lambda p, to, **o: jobs.cross_correlation(p[0], str(to / "x.tif"), other=p[1], **o),
    "fill_gaps": lambda p, to, **o: jobs.fill_gaps(p[0], str(to / "x.tif"), **o),
    "global_regression": lambda p, to, **o: jobs.global_regression(p, files(to), **o),
    "histogram_equalize": lambda p, to, **o: jobs.histogram_equalize(p, files(to), **o),
    "histogram_match": lambda p, to, **o: jobs.histogram_match(p[:1], p[1], files(to), **o),
    "histogram_peaks": lambda p, to, **o: jobs.histogram_peaks(p[0], str(to / "x.csv"), **o),
    "load_block_maps": lambda p, to, **o: jobs.load_block_maps(
        p, files(to), reference_map=beside(p, "reference.tif"), **o
    ),
    "local_block_adjustment": lambda p, to, **o: jobs.local_block_adjustment(p, files(to), **o),
    "local_variance": lambda p, to, **o: jobs.local_variance(p[0], str(to / "x.tif"), **o),
    "mask_rasters": lambda p, to, **o: jobs.mask_rasters(p, square(p), files(to), **o),
    "mosaic": lambda p, to, **o: jobs.mosaic(p, str(to / "x.tif"), source_map=str(to / "map.tif"), **o),
    "overlap_report": lambda p, to, **o: jobs.overlap_report(p, data=str(to / "x.json"), **o),
    "pif_mask": lambda p, to, **o: jobs.pif_mask(p[0], p[1], str(to / "x.tif"), **o),
    "preview_balance": lambda p, to, **o: jobs.preview_balance(p, files(to), **o),
    "save_block_maps": lambda p, to, **o: jobs.save_block_maps(p, str(to / "r.tif"), str(to), **o),
    "seamlines": lambda p, to, **o: jobs.seamlines(p, str(to / "x.geojson"), cost_table=str(to / "x.csv"), **o),
    "threshold_mask": lambda p, to, **o: jobs.threshold_mask(
        p,
        files(to),
        settings=ThresholdSettings(expression="B1 > 2000", minimum_size=4),
        polygons=str(to / "x.gpkg"),
        **o,
    ),
}
REFUSING = {
    "cross_correlation", "fill_gaps", "histogram_equalize", "histogram_match", "histogram_peaks", "local_variance",
}  # fmt: skip
"""Jobs that work on one machine only."""
SEAMS_HERE = {"balance_and_mosaic", "mosaic", "seamlines"}
"""Jobs whose pixels a cluster reads and writes while this machine looks for seams between them."""


def test_every_job_that_takes_settings_of_execution_is_tried_here():
    """A new job says what it does with a cluster."""
    functions = [(name, getattr(jobs, name)) for name in jobs.__all__ if inspect.isfunction(getattr(jobs, name))]
    assert {name for name, job in functions if "execution" in inspect.signature(job).parameters} == set(CALLS)


@pytest.mark.every(3)
@pytest.mark.parametrize("name", CALLS)
def test_a_cluster_that_is_not_there_is_never_ignored(name, scene, tmp_path, monkeypatch):
    """A sentence with the parameter's name before anything is written."""
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 0.5)
    with pytest.raises(EvenlightError, match="SCHEDULER") as found:
        CALLS[name](scene, tmp_path / "out", execution=ExecutionSettings(scheduler=NOWHERE))
    assert NOWHERE in str(found.value)
    assert ("this machine only" in str(found.value)) == (name in REFUSING)
    assert not (tmp_path / "out").exists()


def test_what_all_images_show_together_is_not_made_on_a_cluster(scene, tmp_path):
    """It lies in a folder of this machine."""
    with pytest.raises(EvenlightError, match=r"SCHEDULER cannot be .* because the REFERENCE_MODE mean works on this"):
        jobs.coregister(scene, None, files(tmp_path), settings=BY_ALL, execution=ExecutionSettings(scheduler=NOWHERE))


def rasters(folder):
    """The GeoTIFFs of a folder, by name; that of a preview's companion has a word that differs from run to run."""
    files = {re.sub("-[0-9a-f]{8}[.]", ".", file): data for file, data in contents(folder).items()}
    return {file: data for file, data in files.items() if file.endswith(".tif")}


@pytest.fixture(scope="module")
def remote(tmp_path_factory):
    """A scheduler and two workers."""
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    if os.name == "nt":
        pytest.skip("workers are killed with SIGKILL")
    with cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield ExecutionSettings(scheduler=started.file)


def used(*arguments):
    """What must not be called."""
    raise RuntimeError("this process was given a task")


@pytest.mark.every(3)
@pytest.mark.parametrize("name", sorted(CALLS.keys() - REFUSING - SEAMS_HERE))
def test_all_pixels_are_worked_on_by_the_cluster_with_identical_bytes(name, scene, remote, tmp_path, monkeypatch):
    """No thread of this process gets a task."""
    here, there = tmp_path / "here", tmp_path / "there"
    CALLS[name](scene, here, execution=ExecutionSettings(threads=2))
    monkeypatch.setattr(Threads, "submit", used)
    CALLS[name](scene, there, execution=remote)
    expected, found = (rasters(folder) for folder in (here, there))
    assert found.keys() == expected.keys()
    assert [file for file in found if found[file] != expected[file]] == []
    assert found or name in ("overlap_report", "preview_balance")


TILED = {"settings": MosaicSettings(blend="multiband", levels=3, tile_size=64)}
WAYS = {
    "mosaic": {},
    "rule": {"settings": MosaicSettings(overlap="mean"), "source_map": None},
    "tiles": {**TILED, "target": "x.vrt"},
    "tiles as COG": {**TILED, "target": "x.vrt", "format": "cog", "source_map": None},
}


@pytest.mark.every(3)
@pytest.mark.parametrize("way", [*WAYS, "balance_and_mosaic", "seamlines"])
def test_a_cluster_reads_and_writes_what_seams_found_here_leave(way, scene, remote, tmp_path, monkeypatch):
    """With identical bytes; this process reads no image for its cells and writes no raster of the mosaic."""

    def call(folder, **options):
        if way in CALLS.keys() - WAYS.keys():
            return CALLS[way](scene, folder, **options)
        given = {"source_map": str(folder / "map.tif"), **WAYS[way]}
        return jobs.mosaic(scene, str(folder / given.pop("target", "x.tif")), **given, **options)

    here, there = tmp_path / "here", tmp_path / "there"
    expected = call(here, execution=ExecutionSettings(threads=2))
    not_here = {survey._look, *(() if way == "seamlines" else (write._write_job,))}
    submit = Threads.submit

    def watched(self, function, task, signal):
        if getattr(function, "func", None) in not_here:
            used()
        return submit(self, function, task, signal)

    monkeypatch.setattr(Threads, "submit", watched)
    found = call(there, execution=remote)
    assert found.areas == expected.areas
    before, after = contents(here), contents(there)
    assert before.keys() == after.keys()
    assert [file for file in before if before[file] != after[file]] == []


def test_one_worker_gives_the_same_bytes(scene, tmp_path):
    """Of tiles, several of which it has to write."""
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    jobs.mosaic(scene, str(tmp_path / "here" / "x.vrt"), **TILED)
    with cluster(tmp_path / "cluster", workers=1) as started:
        settings = ExecutionSettings(scheduler=started.file)
        jobs.mosaic(scene, str(tmp_path / "there" / "x.vrt"), **TILED, execution=settings)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
