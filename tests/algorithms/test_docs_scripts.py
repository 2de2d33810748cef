"""The scripts in the pages of the tools, run as they stand there, in a folder with the files that they name."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingModelAlgorithm

PAGES = Path(__file__).resolve().parents[2] / "docs" / "tools"
SCRIPTS = [
    pytest.param(script, id=f"{page.stem}-{number}")
    for page in sorted(PAGES.glob("*.md"))
    for number, script in enumerate(re.findall(r"(?ms)^```python\n(.*?)^```$", page.read_text(encoding="utf-8")), 1)
]
CLOUDS = {"march": (30, 60), "may": (140, 170)}
"""Columns of the cloud of each date."""


@pytest.fixture
def workplace(tmp_path, ground, images, write_raster, monkeypatch):
    """Three images in a row, two dates of one ground, their clouds as polygons, and a template."""
    for path in map(Path, images):
        path.rename(tmp_path / path.name)
    west, north, pixel = 500000, 5200000, 10
    for name, gain in (("march", 1.0), ("may", 1.2)):
        values = np.clip(np.rint(ground * gain), 1, 65535).astype("uint16")
        first, last = CLOUDS[name]
        values[:, 30:50, first:last] = 9000
        write_raster(tmp_path / f"{name}.tif", values, west=west, north=north, pixel=pixel, nodata=0)
    write_raster(tmp_path / "template.tif", np.rint(ground[:, 60:75, 100:115]).astype("uint16"), pixel=pixel)
    system = osr.SpatialReference()
    system.ImportFromEPSG(32614)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "clouds.gpkg"))
    layer = source.CreateLayer("clouds", system, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("image", ogr.OFTString))
    for name, (first, last) in CLOUDS.items():
        left, right, top, bottom = west + pixel * first, west + pixel * last, north - 300, north - 500
        ring = f"{left} {top}, {right} {top}, {right} {bottom}, {left} {bottom}, {left} {top}"
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("image", name)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        layer.CreateFeature(feature)
    del layer, source
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def tools(provider):
    """The provider's algorithms, without its models."""
    return [found for found in provider.algorithms() if not isinstance(found, QgsProcessingModelAlgorithm)]


def test_every_tool_has_a_page_with_a_script(tools):
    assert {page.stem for page in PAGES.glob("*.md")} == {found.name() for found in tools}
    for page in PAGES.glob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert f'"evenlight:{page.stem}"' in text, page.name
        assert "**When:**" in text, page.name
        assert "**In a model:**" in text, page.name


def test_a_page_is_called_like_its_tool(tools):
    for found in tools:
        first = (PAGES / f"{found.name()}.md").read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# {found.displayName()}"


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_run(script, provider, workplace):
    before = set(workplace.rglob("*"))
    exec(compile(script, "page", "exec"), {"__name__": "page"})
    assert set(workplace.rglob("*")) - before


def test_only_an_image_s_own_clouds_are_filled(provider, workplace):
    """As the page on filling gaps says: with the field of the images' names, and with fewer pixels than without it."""
    text = (PAGES / "fill_gaps.md").read_text(encoding="utf-8")
    script = re.search(r"(?ms)^```python\n(.*?)^```$", text)[1]
    filled = []
    for variant in (script, script.replace('"MASK_FIELD": "image",', "")):
        exec(compile(variant, "page", "exec"), {"__name__": "page"})
        dataset = gdal.Open("made_up.tif")
        filled.append(int((dataset.ReadAsArray() == 1).sum()))
        del dataset
    assert filled == [20 * 30, 2 * 20 * 30]
