"""The scripts for Python without QGIS in the pages, run as they stand there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from made_scenes import make_scene
from osgeo import ogr, osr
from polygon_boxes import box

import evenlight.core as ev

DOCS = Path(__file__).resolve().parents[3] / "docs"


def blocks(page: Path) -> list[str]:
    """Indented blocks that call something; lists of arguments, which end with ``=``, are no scripts."""
    found = re.findall(r"(?m)(?:^    .*\n(?:^\n(?=    ))?)+", page.read_text(encoding="utf-8"))
    texts = ["\n".join(line[4:] for line in block.splitlines()) for block in found]
    return [text for text in texts if re.search(r"\bev\.\w+\(", text) and not re.search(r"\w=[,)]", text)]


SCRIPTS = [
    pytest.param(text, id=f"{page.stem}-{number}")
    for page in sorted(DOCS.glob("*.md"))
    for number, text in enumerate(blocks(page), 1)
]


@pytest.fixture
def folder(tmp_path):
    """Images under each of the names that pages use, and polygons beside them."""
    (tmp_path / "in").mkdir()
    make_scene(tmp_path / "in", rows=1, columns=2, bands=1)
    for name in ("balanced", "images"):
        shutil.copytree(tmp_path / "in", tmp_path / name)
    system = osr.SpatialReference()
    system.ImportFromEPSG(32614)
    for name in ("clouds", "buildings"):
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / f"{name}.gpkg"))
        layer = source.CreateLayer(name, system, ogr.wkbPolygon)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(box(100, 20, 120, 50).wkb))
        layer.CreateFeature(feature)
        del feature, layer, source
    return tmp_path


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_run(script, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    before = set(folder.rglob("*"))
    exec(compile(script, "page", "exec"), {"ev": ev})
    assert set(folder.rglob("*")) - before


def test_there_are_scripts():
    assert len(SCRIPTS) >= 6
