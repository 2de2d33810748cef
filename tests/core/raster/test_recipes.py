"""Virtual rasters name what they read in several spellings; GDAL takes all of them, and so do we."""

from __future__ import annotations

import os
import shutil

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal

from evenlight.core.raster.identity import InputChangedError
from evenlight.core.raster.image import check_unchanged, describe, inspect
from evenlight.core.raster.virtual_sources import MissingSourceError, standalone_text, virtual_sources

SPELLINGS = {
    "plain": '<SourceFilename relativeToVRT="1">{}</SourceFilename>',
    "other_quotes": "<SourceFilename relativeToVRT='1'>{}</SourceFilename>",
    "blanks": '<SourceFilename shared="0" relativeToVRT = "1">\n  {}</SourceFilename>',
    "raw_text": '<SourceFilename relativeToVRT="1"><![CDATA[{}]]></SourceFilename>',
    "other_case": '<sourcefilename RELATIVETOVRT="1">{}</sourcefilename>',
}


@pytest.fixture(params=SPELLINGS.values(), ids=SPELLINGS)
def recipe(request, tmp_path):
    """A virtual raster that reads a virtual raster that reads an image."""
    write(tmp_path / "a.tif", np.full((1, 32, 32), 7, np.uint8))
    for target, source in (("inner.vrt", "a.tif"), ("outer.vrt", "inner.vrt")):
        (tmp_path / target).write_text(
            '<VRTDataset rasterXSize="32" rasterYSize="32"><SRS>EPSG:32631</SRS>'
            "<GeoTransform>500000, 1, 0, 5000000, 0, -1</GeoTransform>"
            f'<VRTRasterBand dataType="Byte" band="1"><SimpleSource>{request.param.format(source)}'
            "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"
        )
    return str(tmp_path / "outer.vrt")


def test_it_is_read_and_a_changed_source_is_noticed(recipe, tmp_path):
    """However deep the source lies."""
    assert gdal.Open(recipe).ReadAsArray().max() == 7
    assert virtual_sources(recipe) == [str(tmp_path / "inner.vrt")]
    image = describe(recipe)
    check_unchanged([image])
    write(tmp_path / "a.tif", np.full((1, 32, 32), 21, np.uint8))
    with pytest.raises(InputChangedError, match=r"a\.tif"):
        check_unchanged([image])


def test_a_source_that_is_gone_is_named(recipe, tmp_path):
    """And what can be read is refused for nothing."""
    assert not isinstance(inspect(recipe), MissingSourceError)
    os.remove(tmp_path / "a.tif")
    problem = inspect(recipe)
    assert isinstance(problem, MissingSourceError)
    assert "a.tif" in str(problem)


def test_its_text_can_be_opened_from_elsewhere(recipe):
    """Relative names become absolute ones; the rest stays as it was."""
    assert gdal.Open(standalone_text(recipe)).ReadAsArray().max() == 7


def test_the_text_of_a_warped_one_can_be_opened_from_elsewhere(tmp_path):
    """It names its source by another word."""
    write(tmp_path / "a.tif", np.full((1, 32, 32), 7, np.uint8))
    warped = str(tmp_path / "warped.vrt")
    gdal.Warp(warped, str(tmp_path / "a.tif"), format="VRT", width=16, height=16)
    assert 'SourceDataset relativeToVRT="1"' in (tmp_path / "warped.vrt").read_text()
    text = standalone_text(warped)
    shutil.move(warped, tmp_path / "moved.vrt")
    assert gdal.Open(text).ReadAsArray().max() == 7


@pytest.mark.parametrize("kind", ["plain", "mask", "alpha"])
def test_its_text_has_its_overviews(kind, tmp_path):
    """Of every band, whatever tells validity; two levels in one file beside it, in a folder with an odd name."""
    folder = tmp_path / "a & b <ü>"
    folder.mkdir()
    values = np.random.default_rng(2).integers(100, 200, (2, 512, 512)).astype(np.uint8)
    if kind == "alpha":
        values = np.concatenate([values, np.full((1, 512, 512), 255, np.uint8)])
    interpretation = [gdal.GCI_GrayIndex, gdal.GCI_Undefined, gdal.GCI_AlphaBand][: len(values)]
    valid = np.ones((512, 512), bool)
    valid[:, 256:] = False
    options = {"mask": valid} if kind == "mask" else {"interpretation": interpretation}
    write(folder / "a.tif", values, **options)
    path = str(folder / "over.vrt")
    gdal.Translate(path, str(folder / "a.tif"), format="VRT")
    before = gdal.Open(standalone_text(path))
    assert before.GetRasterBand(1).GetOverviewCount() == 0
    opened = gdal.Open(path)
    opened.BuildOverviews("AVERAGE", [2, 4])
    del opened, before
    whole, text = gdal.Open(path), gdal.Open(standalone_text(path))
    assert (text.ReadAsArray() == whole.ReadAsArray()).all()
    for number in range(1, whole.RasterCount + 1):
        one, other = (dataset.GetRasterBand(number) for dataset in (whole, text))
        assert other.GetOverview(0).XSize == 256 and other.GetMaskFlags() == one.GetMaskFlags()
        for size in (256, 128, 64):
            read = [band.ReadAsArray(buf_xsize=size, buf_ysize=size) for band in (one, other)]
            assert (read[0] == read[1]).all()
            masks = [band.GetMaskBand().ReadAsArray(buf_xsize=size, buf_ysize=size) for band in (one, other)]
            assert (masks[0] == masks[1]).all()
