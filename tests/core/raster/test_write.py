"""Sources and their way to disk: every kind of result, whatever is written."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from made_scenes import read, texture, to_type, write
from osgeo import gdal

from evenlight.core.jobs import mask_rasters, threshold_mask
from evenlight.core.masks.polygons import PolygonMask
from evenlight.core.masks.settings import BlankSettings, ThresholdSettings
from evenlight.core.progress import Silent
from evenlight.core.raster.image import describe
from evenlight.core.raster.nodata import cast
from evenlight.core.raster.source import FileSource, Pixels, Plan, Source
from evenlight.core.raster.transaction import Outputs
from evenlight.core.raster.write import WriteJob, tags_of, write_images
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, OutputFormat, OutputSettings, SelectionMode


class Halved(Source):
    """Half of an image's values, computed on threads."""

    def __init__(self, image, workers):
        self.image = image
        self.plan = Plan((32, 32), (32, 32), workers)
        self._source = FileSource(image)

    def fetch(self, window, stop):
        return self._source.read(window)

    def compute(self, fetched, signal):
        return fetched._replace(values=fetched.values / 2.0, changed=1)


@pytest.fixture
def image(tmp_path):
    values = to_type(texture(2, 300, 280, 3), "uint16")
    values[:, 40:60, 50:90] = 0
    return describe(write(tmp_path / "a.tif", values, nodata=0))


def written(tmp_path, source, output=OutputSettings(), execution=ExecutionSettings()):
    target = str(tmp_path / "result.tif")
    with Outputs([target]) as outputs:
        jobs = [WriteJob(source, outputs.part(target), tags_of("test"))]
        (counts,) = write_images(jobs, output, Run(execution, Silent()))
        outputs.commit()
    return target, counts


def test_a_source_travels(image):
    """Before its first window and after it; files are opened there again."""
    source = FileSource(image)
    once = source.read(image.grid.window)
    again = pickle.loads(pickle.dumps(source)).read(image.grid.window)
    assert np.array_equal(once.values, again.values) and np.array_equal(once.valid, again.valid)


@pytest.mark.parametrize("workers", [1, 3])
def test_windows_are_cast_once_and_counted(image, tmp_path, workers):
    path, counts = written(tmp_path, Halved(image, workers), execution=ExecutionSettings(threads=workers))
    values = read(image.path)
    valid = values != 0
    assert np.array_equal(read(path)[valid], np.rint(values / 2.0).astype("uint16")[valid])
    assert (read(path)[~valid] == 0).all()
    assert counts.valid.tolist() == valid.sum(axis=(1, 2)).tolist() and counts.clipped.tolist() == [0, 0]
    assert counts.changed == 10 * 9


def test_invalid_values_stay_and_valid_ones_are_clipped():
    values = np.array([[-5.0, 300.0, np.nan, 7.5, 300.0]])
    valid = np.array([[True, True, False, True, False]])
    result, clipped = cast(values, valid, np.dtype("uint8"), 0.0)
    assert result.tolist() == [[1, 255, 0, 8, 255]] and clipped.tolist() == [2]


def test_a_failing_source_leaves_nothing(image, tmp_path):
    class Failing(Halved):
        def compute(self, fetched: Pixels, signal):
            raise MemoryError

    with pytest.raises(MemoryError):
        written(tmp_path, Failing(image, 2))
    assert [path.name for path in tmp_path.iterdir()] == ["a.tif"]


@pytest.mark.parametrize("form", ["cog", "overviews"])
def test_masks_are_cogs_or_have_overviews_too(image, tmp_path, form):
    cog = form == "cog"
    output = OutputSettings(
        str(tmp_path / "out"), format=OutputFormat.COG if cog else OutputFormat.GEOTIFF, overviews=not cog
    )
    blank = BlankSettings(mask_mode=SelectionMode.EXCLUDE)
    results = [
        *mask_rasters([image.path], PolygonMask([], image.crs), output, settings=blank).outputs,
        *threshold_mask([image.path], output, settings=ThresholdSettings(expression="B1 > 300")).outputs,
    ]
    for path in results:
        raster = gdal.Open(path)
        # a COG of this size needs none
        assert (raster.GetRasterBand(1).GetOverviewCount() > 0) == (not cog)
        assert (raster.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG") == cog
