"""Real images with one set of defaults: at least as good as the field's common tools on the same images.

The peers' figures were measured on these very images, pooled over pairs and bands.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from jobs_of import run_global, run_local
from made_scenes import masks, read
from osgeo import gdal

from evenlight.core.jobs import balance, global_regression, threshold_mask
from evenlight.core.jobs.measure import measure_images
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.masks.settings import MASK_NAME, MaskPreset, ThresholdSettings
from evenlight.core.settings import BALANCED_NAME, OutputSettings, Reference, SelectionMode, StatisticsSettings

STRIP_OVERLAP = 0.33


class Peers(NamedTuple):
    """What the best of the other tools reaches."""

    bias: float
    """Mean difference over standard deviation after the global step."""
    local: float
    """Normalised RMSE after the local step."""


PEERS = {
    "drone_river": Peers(bias=0.068, local=0.551),
    "naip_prairie": Peers(bias=0.107, local=0.779),
    "landsat_hawaii": Peers(bias=0.012, local=0.412),
}


CLEAR_DATES = ("20210326", "20230503", "20240302")


def landsat(data, scratch):
    """The three dates without clouds."""
    return [str(data / "landsat_hawaii" / f"Landsat_{date}.tif") for date in CLEAR_DATES]


def drone(data, scratch):
    """All four orthophotos."""
    return sorted(str(path) for path in (data / "drone_river").glob("*.tif"))


def strips(data, scratch):
    """One strip of each year; neighbours share a third: image k begins at column 0.67 k w."""
    paths = sorted((data / "naip_prairie").glob("*.tif"))
    found = []
    for number, path in enumerate(paths):
        source = gdal.Open(str(path))
        width = source.RasterXSize / (len(paths) - STRIP_OVERLAP * (len(paths) - 1))
        first = int((1 - STRIP_OVERLAP) * number * width)
        window = [first, 0, int(width), source.RasterYSize]
        options = ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
        target = str(scratch / path.name)
        gdal.Translate(target, source, srcWin=window, creationOptions=options)
        found.append(target)
    return found


FIND = {"drone_river": drone, "naip_prairie": strips, "landsat_hawaii": landsat}


@pytest.fixture(scope="module", params=list(PEERS))
def steps(request, data_folder, tmp_path_factory):
    """A set's images, its name, and the results of both steps with defaults."""
    name = request.param
    if not any((data_folder / name).glob("*.tif")):
        pytest.skip(f"no {name} in {data_folder}")
    folder = tmp_path_factory.mktemp(name)
    paths = FIND[name](data_folder, folder)
    levelled = run_global(paths, folder / "global")
    adjusted = run_local(levelled.outputs, folder / "local")
    return name, paths, levelled, adjusted


def contrast_kept(before, after):
    """sum n S after over sum n S before, from the files."""
    totals = []
    for paths in (before, after):
        total = 0.0
        for path in paths:
            for values, valid in zip(read(path), masks(path)):
                total += valid.sum() * values[valid].astype(float).std()
        totals.append(total)
    return totals[1] / totals[0]


def test_the_global_step_leaves_less_bias_than_any_peer(steps):
    """Mean difference in overlaps over standard deviation, measured again on the files."""
    name, paths, levelled, _ = steps
    before, after = measure_images(paths), measure_images(levelled.outputs)
    assert after.bias_after < PEERS[name].bias
    assert after.normalised_after < before.normalised_after


def test_the_local_step_is_as_good_as_the_best_peer(steps):
    """In-sample normalised RMSE within 2 % of it, or better."""
    name, _, levelled, adjusted = steps
    after = measure_images(adjusted.outputs).normalised_after
    assert after <= 1.02 * PEERS[name].local
    assert after < measure_images(levelled.outputs).normalised_after


def test_unseen_blocks_are_better_than_with_block_means_and_than_without_a_local_step(steps, tmp_path):
    """The honest figure: blocks that the fit has not seen."""
    _, _, levelled, adjusted = steps
    means = run_local(levelled.outputs, tmp_path, reference=Reference.BLOCK_MEANS)
    assert adjusted.quality.held_out < means.quality.held_out
    assert adjusted.quality.held_out < adjusted.quality.normalised_before


def test_contrast_is_kept_by_each_step(steps):
    """0.98 to 1.02: agreement bought with flat images is worth nothing."""
    _, paths, levelled, adjusted = steps
    assert 0.98 <= contrast_kept(paths, levelled.outputs) <= 1.02
    assert 0.98 <= contrast_kept(levelled.outputs, adjusted.outputs) <= 1.02


def test_no_valid_pixel_is_lost_or_gained(steps):
    """Masks before, between and after are identical."""
    _, paths, levelled, adjusted = steps
    for one, two, three in zip(paths, levelled.outputs, adjusted.outputs):
        before = masks(one)
        assert np.array_equal(before, masks(two))
        assert np.array_equal(before, masks(three))


def test_figures_told_are_those_of_the_files(steps):
    """Global: to 1 % (rounding); local: to 15 %, for within a cell the field counts as even."""
    _, _, levelled, adjusted = steps
    told, found = levelled.quality.normalised_after, measure_images(levelled.outputs).normalised_after
    assert told == pytest.approx(found, rel=0.01)
    told, found = adjusted.quality.normalised_after, measure_images(adjusted.outputs).normalised_after
    assert told == pytest.approx(found, rel=0.15)


@pytest.fixture(scope="module")
def all_dates(data_folder):
    """Every date of the Landsat set, two of them cloudy."""
    paths = sorted(str(path) for path in (data_folder / "landsat_hawaii").glob("*.tif"))
    if not paths:
        pytest.skip(f"no landsat_hawaii in {data_folder}")
    return paths


def of_clear_dates(paths):
    """Those of the clear dates."""
    return [path for path in paths if any(date in Path(path).name for date in CLEAR_DATES)]


def mask_clouds(paths, folder, **cleaning):
    """Masks and polygons of the preset's clouds with its own limits; the factor is that of Landsat Collection 2."""
    target = str(folder / "clouds.gpkg")
    bands = {"blue_band": 2, "red_band": 4, "swir_band": 6}
    settings = ThresholdSettings(preset=MaskPreset.CLOUD, scale=0.0000275, **bands, **cleaning)
    result = threshold_mask(
        paths, OutputSettings(folder=str(folder), name=MASK_NAME), settings=settings, polygons=target
    )
    vectors = gdal.OpenEx(target, gdal.OF_VECTOR)
    layer = vectors.GetLayer(0)
    polygons = [(bytes(found.GetGeometryRef().ExportToWkb()), found.GetField("image")) for found in layer]
    return result.outputs, PolygonMask(
        tuple(MaskPolygon(*polygon) for polygon in polygons), layer.GetSpatialRef().ExportToWkt()
    )


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(global_regression, id="global_regression"),
        pytest.param(balance, id="balance", marks=pytest.mark.slow),
    ],
)
def after_balancing(request, all_dates, tmp_path_factory):
    """Normalised RMSE between the clear dates: balanced alone, with the cloudy ones, and a way to try a mask."""
    outside = StatisticsSettings(mask_mode=SelectionMode.EXCLUDE)

    def run(paths, mask=None):
        output = OutputSettings(folder=str(tmp_path_factory.mktemp("balanced")), name=BALANCED_NAME)
        outputs = request.param(paths, output, mask=mask, statistics=outside).outputs
        return measure_images(of_clear_dates(outputs)).normalised_after

    return run(of_clear_dates(all_dates)), run(all_dates), run


def test_without_masks_clouds_do_little_harm_to_the_clear_dates(after_balancing):
    """The robust method stays within 25 % of balancing the clear dates alone."""
    alone, with_clouds, _ = after_balancing
    assert with_clouds < 1.25 * alone


@pytest.mark.parametrize("cleaning", [{}, {"minimum_size": 9, "buffer": 150.0}], ids=["plain", "grown"])
def test_masked_clouds_do_still_less(all_dates, after_balancing, tmp_path, cleaning):
    """Within 10 % of balancing the clear dates alone."""
    alone, _, run = after_balancing
    assert run(all_dates, mask_clouds(all_dates, tmp_path, **cleaning)[1]) < 1.10 * alone


def test_clouds_are_found_and_little_else(all_dates, tmp_path):
    """Truth: what is brighter in the blue than the clear dates' median by 0.06 of reflectance, without thin edges."""
    masked, _ = mask_clouds(all_dates, tmp_path)
    blue = {path: read(path)[1] * 0.0000275 for path in all_dates}
    usual = np.median([blue[path] for path in of_clear_dates(all_dates)], axis=0)
    for path, found in zip(all_dates, masked):
        in_mask = read(found)[0] == 1
        if path in of_clear_dates(all_dates):
            assert in_mask.mean() < 0.005
        else:
            difference = blue[path] - usual
            difference -= np.median(difference)
            assert in_mask[difference > 0.06].mean() > 0.9
            assert in_mask[difference < 0.01].mean() < 0.01
