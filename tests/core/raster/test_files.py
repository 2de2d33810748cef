"""Which files are behind a name: nested recipes, parts of files, archives, links, and what lies beside."""

from __future__ import annotations

import gzip
import os
import tarfile
import zipfile

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal, ogr

from evenlight.core.raster.files import files_behind, is_result, lies_in, overwritten, paths_in


@pytest.fixture
def folder(tmp_path):
    """An image and all kinds of files that read it."""
    write(tmp_path / "in0.tif", np.ones((1, 32, 32), np.uint8))
    image = str(tmp_path / "in0.tif")
    gdal.BuildVRT(str(tmp_path / "v.vrt"), [image])
    gdal.BuildVRT(str(tmp_path / "w.vrt"), [str(tmp_path / "v.vrt")])
    gdal.Warp(str(tmp_path / "warped.vrt"), image, format="VRT", width=16, height=16)
    with gzip.open(tmp_path / "in0.tif.gz", "wb") as file:
        file.write((tmp_path / "in0.tif").read_bytes())
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.write(image, "b/in0.tif")
    with tarfile.open(tmp_path / "a.tar", "w") as file:
        file.add(image, "in0.tif")
    (tmp_path / "masked.vrt").write_text(
        '<VRTDataset rasterXSize="32" rasterYSize="32"><VRTRasterBand dataType="Byte" band="1"/><MaskBand>'
        '<VRTRasterBand dataType="Byte"><SimpleSource><SourceFilename relativeToVRT="1"><![CDATA[in0.tif]]>'
        "</SourceFilename></SimpleSource></VRTRasterBand></MaskBand></VRTDataset>"
    )
    inner = (tmp_path / "masked.vrt").read_text().replace("<", "&lt;")
    (tmp_path / "inline.vrt").write_text(
        '\ufeff<VRTDataset rasterXSize="32" rasterYSize="32"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        f"<SourceFilename>{inner}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>",
        encoding="utf-8",
    )
    (tmp_path / "sparse.xml").write_text(
        "<VSISparseFile><SubfileRegion><Filename relative='1'>in0.tif</Filename></SubfileRegion></VSISparseFile>"
    )
    with zipfile.ZipFile(tmp_path / "recipes.zip", "w") as file:
        file.writestr("w.vrt", absolute(tmp_path / "w.vrt"))
    return tmp_path


def absolute(recipe):
    """The text of a recipe that reads the same from everywhere."""
    return recipe.read_text().replace('relativeToVRT="1">', f'relativeToVRT="0">{recipe.parent}/')


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("{}/in0.tif", ["in0.tif"]),
        ("{}/v.vrt", ["in0.tif", "v.vrt"]),
        ("{}/w.vrt", ["in0.tif", "v.vrt", "w.vrt"]),
        ("{}/warped.vrt", ["in0.tif", "warped.vrt"]),
        ("{}/masked.vrt", ["in0.tif", "masked.vrt"]),
        ("{}/inline.vrt", ["in0.tif", "inline.vrt"]),
        ("vrt://{}/v.vrt?bands=1", ["in0.tif", "v.vrt"]),
        ("GTIFF_DIR:1:{}/in0.tif", ["in0.tif"]),
        ("GTIFF_DIR:off:8:{}/in0.tif", ["in0.tif"]),
        ("DERIVED_SUBDATASET:AMPLITUDE:{}/w.vrt", ["in0.tif", "v.vrt", "w.vrt"]),
        ('NETCDF:"{}/in0.tif":var', ["in0.tif"]),
        ("/vsisubfile/0_,{}/in0.tif", ["in0.tif"]),
        ("/vsizip/{}/a.zip/b/in0.tif", ["a.zip"]),
        ("/vsizip/{{{}/a.zip}}/b/in0.tif", ["a.zip"]),
        ("/vsizip/{}/recipes.zip/w.vrt", ["in0.tif", "recipes.zip", "v.vrt"]),
        ("/vsitar/{}/a.tar/in0.tif", ["a.tar"]),
        ("/vsigzip/{}/in0.tif.gz", ["in0.tif.gz"]),
        ("/vsisubfile/0_,/vsigzip/{}/in0.tif.gz", ["in0.tif.gz"]),
        ("/vsicrypt/key=DONT_USE,file={}/in0.tif", ["in0.tif"]),
        ("/vsisparse/{}/sparse.xml", ["in0.tif", "sparse.xml"]),
        ("/vsicurl?url=file%3A%2F%2F{}/in0.tif", ["in0.tif"]),
        ("{}/in0.tif|layername=x", ["in0.tif"]),
        ("dbname='{}/in0.tif' table=\"x\" (geom)", ["in0.tif"]),
        ("file://{}/in0.tif?type=csv&geomType=none", ["in0.tif"]),
        ("{}/nothing.tif", []),
        ("MEM:::DATAPOINTER=1", []),
        ("", []),
        ("a\0b\ud800", []),
    ],
)
def test_the_files_behind_a_name(folder, name, files):
    """Whatever GDAL, or QGIS for a mask, opens by it."""
    assert sorted({*map(os.path.basename, files_behind(name.format(folder)))}) == files


def test_text_that_is_a_recipe_is_a_name_too(folder):
    """GDAL opens it as it opens a file."""
    assert sorted(map(os.path.basename, files_behind(absolute(folder / "w.vrt")))) == ["in0.tif", "v.vrt"]


def test_recipes_that_read_each_other_have_an_end(folder):
    """However they are made, and without GDAL too."""
    for one, other in (("x", "y"), ("y", "x")):
        text = (folder / "v.vrt").read_text().replace("in0.tif", f"{other}.vrt")
        (folder / f"{one}.vrt").write_text(text)
    assert sorted(map(os.path.basename, files_behind(str(folder / "x.vrt"), False))) == ["x.vrt", "y.vrt"]


@pytest.fixture(params=[False, True], ids=["codes", "exceptions"])
def style(request):
    """Both ways in which GDAL tells that it cannot open something."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.mark.usefixtures("style")
def test_what_belongs_to_an_image_is_behind_its_name(folder):
    """Statistics, overviews, masks, world files, headers; the parts of a shapefile."""
    for name in ("in0.tif.aux.xml", "in0.tfw"):
        (folder / name).write_text("<PAMDataset/>" if "aux" in name else "1\n0\n0\n-1\n0\n0\n")
    gdal.Translate(str(folder / "e.img"), str(folder / "in0.tif"), format="ENVI")
    dataset = gdal.OpenEx(str(folder / "e.img"))
    dataset.BuildOverviews("NEAREST", [2])
    dataset = None
    ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder / "m.shp")).CreateLayer("m")
    assert {"in0.tif.aux.xml"} <= {*map(os.path.basename, files_behind(str(folder / "in0.tif")))}
    assert {"e.img", "e.hdr", "e.img.ovr"} <= {*map(os.path.basename, files_behind(str(folder / "e.img")))}
    assert {"m.shp", "m.shx", "m.dbf"} <= {*map(os.path.basename, files_behind(str(folder / "m.shp")))}


def test_a_damaged_image_and_what_lies_beside_it_are_files_all_the_same(tmp_path):
    """GDAL does not open it."""
    for name in ("a.tif", "a.tif.msk"):
        (tmp_path / name).write_text("no raster")
    assert sorted(map(os.path.basename, files_behind(str(tmp_path / "a.tif")))) == ["a.tif", "a.tif.msk"]


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_a_link_is_the_file(folder, link):
    """To it or from it, or by a folder; and beside another name nothing is found."""
    image, other = str(folder / "in0.tif"), str(folder / "other.tif")
    link(image, other)
    os.symlink(folder, folder / "again")
    assert overwritten([other], [image]) == [(other, image)]
    assert overwritten([image], [other]) == [(image, other)]
    assert overwritten([other], [str(folder / "w.vrt")]) == [(other, str(folder / "w.vrt"))]
    through = str(folder / "again" / "in0.tif")
    assert overwritten([through], [image]) == [(through, image)]
    assert overwritten([str(folder / "third.tif")], [image, str(folder / "w.vrt")]) == []


def test_what_lies_beside_a_result_is_written_too(folder):
    """Its mask and statistics take the place of others, or are removed with those of a predecessor."""
    os.replace(folder / "in0.tif", folder / "x.tif.msk")
    assert overwritten([str(folder / "x.tif")], [str(folder / "x.tif.msk")]) == [(str(folder / "x.tif.msk"),) * 2]


def test_each_file_is_told_once(folder):
    """However many names read it."""
    names = [str(folder / name) for name in ("in0.tif", "v.vrt", "w.vrt")]
    assert overwritten([names[0]], names) == [(names[0], names[0])]


def test_nothing_is_opened_where_nothing_can_be_overwritten(folder, monkeypatch):
    """Most runs write new files."""
    monkeypatch.setattr(gdal, "OpenEx", None)
    assert overwritten([str(folder / "new.tif")], [str(folder / "w.vrt")]) == []


def test_a_folder_that_is_an_image_is_read_wholly(tmp_path, monkeypatch):
    """Some formats are folders."""
    folder = tmp_path / "grid"
    (folder / "deep").mkdir(parents=True)
    for name in ("a.adf", "deep/b.adf"):
        (folder / name).write_text("x")

    class Grid:
        @staticmethod
        def GetFileList():
            return None

    monkeypatch.setattr(gdal, "OpenEx", lambda name, _: Grid if name == str(folder) else None)
    inside, beside = str(folder / "deep" / "b.adf"), str(tmp_path / "c.adf")
    (tmp_path / "c.adf").write_text("x")
    assert overwritten([inside, beside], [str(folder)]) == [(inside, str(folder))]


def test_names_with_signs_are_names(tmp_path):
    """A file may be called nearly anything."""
    name = tmp_path / 'a: b, "c" & {d} (e)=f?.tif'
    name.write_text("x")
    assert paths_in(str(name)) == [str(name)]
    assert str(name) in paths_in(f"GTIFF_DIR:1:{name}")


def test_very_long_texts_are_looked_at_briefly():
    """A table of values is no name."""
    assert paths_in("0:0," * 100_000) == []


def test_results_bear_a_tag(folder):
    """Others do not."""
    raster = gdal.Open(str(folder / "in0.tif"), gdal.GA_Update)
    raster.SetMetadataItem("EVENLIGHT_VERSION", "0.1.0")
    raster = None
    assert is_result(str(folder / "in0.tif"))
    assert not is_result(str(folder / "warped.vrt"))
    assert not is_result(str(folder / "a.zip"))


def test_a_folder_lies_in_itself_and_not_in_its_neighbour(tmp_path):
    """Names may begin alike."""
    assert lies_in(str(tmp_path / "a" / "b.tif"), str(tmp_path / "a"))
    assert lies_in(str(tmp_path / "a"), str(tmp_path / "a"))
    assert not lies_in(str(tmp_path / "ab"), str(tmp_path / "a"))
