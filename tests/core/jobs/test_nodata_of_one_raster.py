"""A value that means no data and that the file does not declare, in the tools on one raster."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import read, texture, write
from osgeo import gdal

import evenlight.core as ev
from evenlight.core.errors import Problems
from evenlight.core.filters.settings import GapSettings, LocalVarianceSettings, PeakSettings

HOLE = (slice(None), slice(20, 26), slice(30, 36))


@pytest.fixture
def values():
    """Texture about 1000 with a hole of 7."""
    ground = texture(1, 60, 60, 9, std=30.0)
    found = np.clip(ground - ground.mean() + 1000, 900, 1100).astype(np.uint16)
    found[HOLE] = 7
    return found


@pytest.fixture
def pair(tmp_path, values):
    """The image as it came, which declares nothing, and one that declares its value."""
    return write(tmp_path / "plain.tif", values), write(tmp_path / "declared.tif", values, nodata=7)


def test_gaps_of_a_value_are_filled(pair, tmp_path):
    """As those that a file declares; without the value there is no hole at all."""
    plain, declared = pair
    settings = GapSettings(method="nearest")
    outputs = [tmp_path / f"{n}.tif" for n in range(3)]
    filled = [
        ev.fill_gaps(plain, outputs[0], settings=settings).filled,
        ev.fill_gaps(plain, outputs[1], settings=settings, nodata=7).filled,
        ev.fill_gaps(declared, outputs[2], settings=settings).filled,
    ]
    assert filled == [0, 36, 36]
    assert read(outputs[0])[HOLE].max() == 7
    assert read(outputs[1])[HOLE].min() > 800
    assert np.array_equal(read(outputs[1]), read(outputs[2]))
    assert gdal.Open(str(outputs[1])).GetRasterBand(1).GetNoDataValue() == 7


def test_an_image_that_gaps_are_filled_from_is_read_so_where_it_declares_nothing(pair, tmp_path, values):
    """Its own hole gives nothing then, and the value is data where it declares another one."""
    other = values.copy()
    other[HOLE] = 1000
    other[:, 20:23, 30:36] = 7
    settings = GapSettings(method="other_image")
    filled = []
    for number, nodata in enumerate((None, 60000)):
        donor = write(tmp_path / f"donor{number}.tif", other, nodata=nodata)
        target = tmp_path / f"filled{number}.tif"
        filled.append(ev.fill_gaps(pair[0], target, settings=settings, other=donor, nodata=7).filled)
    assert filled == [18, 36]


def test_variance_beside_a_value_is_that_of_the_others(pair, tmp_path):
    """A window half full of 7 would have a hundred times as much."""
    plain, declared = pair
    settings = LocalVarianceSettings(width=5, height=5)
    names = [tmp_path / f"{n}.tif" for n in range(3)]
    as_it_is = ev.local_variance(plain, names[0], settings=settings).average
    given = ev.local_variance(plain, names[1], settings=settings, nodata=7).average
    assert given == pytest.approx(ev.local_variance(declared, names[2], settings=settings).average)
    assert as_it_is > 10 * given


def test_templates_do_not_fit_over_a_value(pair, tmp_path, values):
    """Pixels of the hole count as none, in the template too."""
    plain, declared = pair
    scores = []
    for number, (path, nodata, own) in enumerate(((plain, None, None), (plain, 7, None), (declared, None, 7))):
        template, target = tmp_path / f"template{number}.tif", tmp_path / f"{number}.tif"
        write(template, values[:, 18:31, 28:41], nodata=own)
        ev.cross_correlation(path, target, template=template, nodata=nodata)
        scores.append(read(target))
    assert np.allclose(scores[1], scores[2], equal_nan=True)
    assert not np.allclose(scores[0], scores[1], equal_nan=True, atol=0.05)


def test_a_value_is_no_peak(pair, tmp_path):
    """The table of the image with the value has a peak more."""
    plain, declared = pair
    settings = PeakSettings(bins=100, smoothing=1.0)
    as_it_is, given, wanted = (
        ev.histogram_peaks(path, settings=settings, nodata=nodata)
        for path, nodata in ((plain, None), (plain, 7), (declared, None))
    )
    assert (given.peaks, given.highest) == (wanted.peaks, wanted.highest)
    assert as_it_is != given


@pytest.mark.parametrize("job", [ev.fill_gaps, ev.local_variance])
def test_a_value_that_the_type_cannot_hold_is_refused(pair, tmp_path, job):
    with pytest.raises(Problems, match="NODATA"):
        job(pair[0], tmp_path / "out.tif", nodata=-1.5)
    assert not (tmp_path / "out.tif").exists()


def test_a_value_has_no_answer(pair, tmp_path):
    """In a mask by a condition, which would hold for it; percentiles do not count it either."""
    plain, declared = pair
    settings = ev.ThresholdSettings(expression="B1 < 20%B1 or B1 < 8")
    found = [
        read(ev.threshold_mask([path], str(tmp_path / str(number)), settings=settings, nodata=nodata).outputs[0])
        for number, (path, nodata) in enumerate(((plain, None), (plain, 7), (declared, None)))
    ]
    assert (found[0][HOLE] == 1).all()
    assert (found[1][HOLE] == 255).all()
    assert np.array_equal(found[1], found[2])


def test_a_value_is_blank_like_any_other(pair, tmp_path, values):
    """Blanked pixels get it, and it counts as blank afterwards; without it a mask is needed."""
    plain, declared = pair
    clouds = tmp_path / "clouds.gpkg"
    ev.threshold_mask([declared], str(tmp_path / "m"), settings=ev.ThresholdSettings(expression="B1 > 1050"),
                      polygons=clouds)  # fmt: skip
    settings = ev.BlankSettings(mask_mode="exclude")
    found = [
        ev.mask_rasters([path], clouds, str(tmp_path / str(number)), settings=settings, nodata=nodata).outputs[0]
        for number, (path, nodata) in enumerate(((plain, 7), (declared, None), (plain, None)))
    ]
    assert np.array_equal(read(found[0]), read(found[1]))
    assert (read(found[0])[values > 1050] == 7).all()
    nodata = [dataset.GetRasterBand(1).GetNoDataValue() for dataset in map(gdal.Open, found)]
    assert nodata == [7, 7, None]
