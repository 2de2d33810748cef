"""An input that is replaced while a job reads it: one sentence that names it, and nothing is replaced."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from made_scenes import NORTH, WEST, make_scene, read, write
from osgeo import gdal, ogr
from recorders import ActAt, Recorder

from evenlight.core import jobs
from evenlight.core.align.settings import CoregisterSettings, ReferenceMode
from evenlight.core.errors import DamagedRasterError, UnreadableRasterError
from evenlight.core.filters.settings import (
    CrossCorrelationSettings,
    EqualizeMethod,
    EqualizeSettings,
    GapMethod,
    GapSettings,
)
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.masks.settings import ThresholdSettings
from evenlight.core.raster.identity import InputChangedError
from evenlight.core.settings import (
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    PifMethod,
    PifSettings,
    StatisticsSettings,
)

TWO = ExecutionSettings(threads=2)
SQUARE = f"POLYGON(({WEST} {NORTH},{WEST + 1500} {NORTH},{WEST + 1500} {NORTH - 1500},{WEST} {NORTH}))"
POLYGONS = PolygonMask((MaskPolygon(bytes(ogr.CreateGeometryFromWkt(SQUARE).ExportToWkb())),), "EPSG:32614")


def balanced(paths, output, progress, **more):
    settings = LocalSettings(blocks=9)
    jobs.balance(paths, output, local_settings=settings, execution=TWO, progress=progress, **more)


def previewed(paths, output, progress):
    jobs.preview_balance(paths, output, local_settings=LocalSettings(blocks=9), execution=TWO, progress=progress)


def balanced_globally(paths, output, progress):
    jobs.global_regression(paths, output, execution=TWO, progress=progress)


def balanced_with_features(paths, output, progress):
    settings = GlobalSettings(pif=PifSettings(PifMethod.RESIDUAL))
    jobs.global_regression(paths, output, settings=settings, execution=TWO, progress=progress)


def balanced_from_a_cache(paths, output, progress):
    statistics = StatisticsSettings(cache_folder=os.path.join(output.folder, "..", "cache"))
    jobs.global_regression(paths, output, statistics=statistics, execution=TWO, progress=progress)


def balanced_locally(paths, output, progress):
    jobs.local_block_adjustment(paths, output, settings=LocalSettings(blocks=9), execution=TWO, progress=progress)


def with_saved_maps(paths, output, progress):
    jobs.save_block_maps(
        paths,
        os.path.join(output.folder, "reference.tif"),
        output.folder,
        settings=LocalSettings(blocks=9),
        execution=TWO,
        progress=progress,
    )


def aligned(paths, output, progress):
    jobs.coregister(paths[1:], paths[0], output, execution=TWO, progress=progress)


def aligned_to_all(paths, output, progress):
    settings = CoregisterSettings(reference_mode=ReferenceMode.MEDIAN)
    jobs.coregister(paths, None, output, settings=settings, execution=TWO, progress=progress)


def aligned_jointly(paths, output, progress):
    jobs.coregister_jointly(paths, output, execution=TWO, progress=progress)


def matched(paths, output, progress):
    jobs.histogram_match(paths[1:], paths[0], output, execution=TWO, progress=progress)


def equalized_together(paths, output, progress):
    settings = EqualizeSettings(method=EqualizeMethod.COMMON)
    jobs.histogram_equalize(paths, output, settings=settings, execution=TWO, progress=progress)


def with_peaks(paths, output, progress):
    jobs.histogram_peaks(paths[0], os.path.join(output.folder, "peaks.csv"), execution=TWO, progress=progress)


def filled(paths, output, progress):
    target, settings = os.path.join(output.folder, "filled.tif"), GapSettings(GapMethod.OTHER_IMAGE)
    jobs.fill_gaps(paths[0], target, other=paths[1], settings=settings, execution=TWO, progress=progress)


def with_features_found(paths, output, progress):
    jobs.pif_mask(paths[0], paths[1], os.path.join(output.folder, "pif.tif"), execution=TWO, progress=progress)


def thresholded(paths, output, progress):
    settings = ThresholdSettings("B1 > 60%B1")
    jobs.threshold_mask(paths, output, settings=settings, execution=TWO, progress=progress)


def blanked(paths, output, progress):
    jobs.mask_rasters(paths, POLYGONS, output, execution=TWO, progress=progress)


def varied(paths, output, progress):
    jobs.local_variance(paths[0], os.path.join(output.folder, "variance.tif"), execution=TWO, progress=progress)


def correlated(paths, output, progress):
    target, settings = os.path.join(output.folder, "score.tif"), CrossCorrelationSettings(window=16, search=2)
    jobs.cross_correlation(paths[0], target, other=paths[1], settings=settings, execution=TWO, progress=progress)


JOBS = [
    *(balanced, previewed, balanced_globally, balanced_with_features, balanced_from_a_cache, balanced_locally),
    *(with_saved_maps, aligned, aligned_to_all, aligned_jointly, matched, equalized_together, with_peaks, filled),
    *(with_features_found, thresholded, blanked, varied, correlated),
]


def another_image(path):
    """Under the same name, of the same size."""
    twin = path + ".new.tif"
    write(twin, 3 * read(path) // 4 + 20, nodata=0, geotransform=gdal.Open(path).GetGeoTransform())
    os.replace(twin, path)


def other_pixels(path):
    """In place, with the file's date put back."""
    facts = os.stat(path)
    dataset = gdal.Open(path, gdal.GA_Update)
    for number in range(1, dataset.RasterCount + 1):
        dataset.GetRasterBand(number).WriteArray(3 * dataset.GetRasterBand(number).ReadAsArray())
    dataset = None
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def another_size(path):
    array = read(path)[:, :-20, :-30]
    write(path, array, nodata=0, geotransform=gdal.Open(path).GetGeoTransform())


def one_band(path):
    write(path, read(path)[:1], nodata=0, geotransform=gdal.Open(path).GetGeoTransform())


def truncated(path):
    os.truncate(path, os.path.getsize(path) // 2)


CHANGES = [another_image, other_pixels, another_size, one_band, os.remove, truncated]


@pytest.fixture(scope="module")
def originals(tmp_path_factory):
    """Three images of three bands, each over half of the next, with holes."""
    folder = tmp_path_factory.mktemp("originals")
    paths = make_scene(folder, columns=3, size=220, step=70, bands=3, gain_spread=0.1, offset_spread=50.0).paths
    for path in paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        for number in (1, 2, 3):
            dataset.GetRasterBand(number).WriteArray(np.zeros((9, 7), np.uint16), 120, 120)
        dataset = None
    return paths


def refused(job, paths, output, change, fraction):
    """The job ends with a sentence that names the changed image."""
    progress = ActAt(fraction, lambda: change(paths[0]))
    with pytest.raises((InputChangedError, DamagedRasterError, UnreadableRasterError)) as caught:
        job(paths, output, progress)
    assert progress.acted
    assert paths[0] in str(caught.value)


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*")}


def copies(originals, folder):
    folder.mkdir(exist_ok=True)
    return [shutil.copy(path, folder) for path in originals]


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.every(6)
def test_no_job_passes_on_what_was_replaced_while_it_ran(originals, tmp_path, job):
    """Other pixels at three moments, then another number of bands: earlier results stay."""
    output = OutputSettings(folder=str(tmp_path / "out"), name="$_new.tif")
    job(copies(originals, tmp_path / "in"), output, Recorder())
    before = contents(tmp_path / "out")
    for change, fraction in ((other_pixels, 0.02), (other_pixels, 0.4), (one_band, 0.4), (other_pixels, 0.6)):
        refused(job, copies(originals, tmp_path / "in"), output, change, fraction)
        assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_replaces_an_image_is_noticed(originals, tmp_path, change):
    output = OutputSettings(folder=str(tmp_path / "out"))
    for fraction in (0.1, 0.3, 0.5, 0.7):
        refused(balanced, copies(originals, tmp_path / "in"), output, change, fraction)
    assert not contents(tmp_path / "out")


@pytest.mark.parametrize("which", [0, 1])
def test_a_source_of_a_virtual_raster_is_part_of_it(originals, tmp_path, which):
    """Both sources of the first input; the sentence names the file that was changed."""
    paths = copies(originals, tmp_path / "in")
    gdal.BuildVRT(str(tmp_path / "both.vrt"), paths[:2]).FlushCache()
    progress = ActAt(0.5, lambda: other_pixels(paths[which]))
    with pytest.raises(InputChangedError, match=rf"{Path(paths[which]).name}, which .*both\.vrt reads, was changed"):
        balanced([str(tmp_path / "both.vrt"), paths[2]], OutputSettings(folder=str(tmp_path / "out")), progress)
    assert not contents(tmp_path / "out")
