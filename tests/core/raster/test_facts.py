"""What is known of images without reading their pixels."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal, osr

from evenlight.core.raster.facts import FACTS, date_in, image_facts
from evenlight.core.raster.image import describe


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("S2B_MSIL2A_20230512T101112_N0509", datetime(2023, 5, 12, 10, 11, 12)),
        ("LC08_L1TP_063046_20160116_20170405_01_T1", datetime(2016, 1, 16)),
        ("flight 2021-07-09", datetime(2021, 7, 9)),
        ("2021_07_09_flight", datetime(2021, 7, 9)),
        ("m_4710012_nw_14_060_20190716_999999", datetime(2019, 7, 16)),
        ("20231399", None),
        ("199912", None),
        ("a120200305", None),
        ("20200305123", None),
        ("west", None),
    ],
)
def test_dates_in_names(name, expected):
    """The first that is one, with the time where one follows."""
    assert date_in(name) == expected


def test_facts(tmp_path):
    """Of a file with a tag; metres also where the system counts in degrees or feet."""
    path = write(tmp_path / "west_20200101.tif", np.ones((2, 30, 40), np.int16), 0, 0, nodata=-1)
    facts = image_facts(describe(path), 4)
    assert tuple(facts) == FACTS
    assert facts["date"] == datetime(2020, 1, 1)
    assert (facts["name"], facts["index"], facts["bands"], facts["width"], facts["height"]) == (
        "west_20200101", 4, 2, 40, 30
    )  # fmt: skip
    assert (facts["pixel_size"], facts["nodata"], facts["data_type"]) == (10.0, -1.0, "int16")
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("TIFFTAG_DATETIME", "2021:02:03 04:05:06")
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    dataset.SetProjection(system.ExportToWkt())
    dataset.SetGeoTransform((10, 0.001, 0, 60.015, 0, -0.001))
    del dataset
    facts = image_facts(describe(path), 1)
    assert facts["date"] == datetime(2021, 2, 3, 4, 5, 6)
    assert facts["crs"] == "EPSG:4326" and facts["pixel_size"] == pytest.approx(0.001)
    # a degree of the meridian is about 111.3 km, of the parallel half of it
    assert facts["resolution"] == pytest.approx(111.32 * np.sqrt(0.5), rel=0.01)
