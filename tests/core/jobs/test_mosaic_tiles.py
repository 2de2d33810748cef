"""Mosaics as tiles: the pixels of one raster, no file that is not needed, none that is somebody else's."""

from __future__ import annotations

import os

import numpy as np
import pytest
from made_mosaics import box, cut_images, turned
from made_scenes import masks, read, texture, write
from osgeo import gdal

import evenlight.core as ev
from evenlight.core.errors import Problems

PLACES = [(95 * r, 90 * c, turned(160, 9 + 8 * r - 5 * c)) for r in range(2) for c in range(3)]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Six turned images on one grid, a little different in brightness."""
    folder = tmp_path_factory.mktemp("scene")
    return cut_images(folder, PLACES, texture(2, 260, 340, seed=3), gains=1 + 0.05 * np.sin(np.arange(6)))


def facts(path):
    """What a raster says beside pixels."""
    file = gdal.Open(str(path))
    bands = [file.GetRasterBand(n + 1) for n in range(file.RasterCount)]
    of_bands = [(b.DataType, str(b.GetNoDataValue()), b.GetDescription(), b.GetMaskFlags()) for b in bands]
    of_bands += [(b.GetColorInterpretation(), b.GetScale() or 1) for b in bands]
    tags = {key: value for key, value in file.GetMetadata().items() if key.startswith("EVENLIGHT")}
    return file.GetGeoTransform(), file.RasterXSize, file.RasterYSize, of_bands, tags


def same_pixels(one, other):
    assert np.array_equal(*(np.nan_to_num(read(str(path)), nan=-1.0) for path in (one, other)))
    assert (masks(str(one)) == masks(str(other))).all()


@pytest.mark.every(2)
@pytest.mark.parametrize(("blend", "size"), [("none", 64), ("feather", 100), ("multiband", 100), ("none", 1000)])
def test_tiles_hold_the_pixels_of_one_raster(scene, blend, size, tmp_path):
    """And the virtual raster over them says what the one raster says."""
    settings = ev.MosaicSettings(blend=blend, levels=3)
    whole = ev.mosaic(scene, tmp_path / "whole.tif", settings=settings)
    settings = ev.MosaicSettings(blend=blend, levels=3, tile_size=size)
    tiled = ev.mosaic(scene, tmp_path / "t" / "m.vrt", settings=settings, source_map=tmp_path / "map.tif")
    same_pixels(tmp_path / "whole.tif", tmp_path / "t" / "m.vrt")
    assert facts(tmp_path / "whole.tif") == facts(tmp_path / "t" / "m.vrt")
    assert (tiled.areas, tiled.clipped) == (whole.areas, whole.clipped)
    names = sorted(os.listdir(tmp_path / "t"))
    assert names[0] == "m.vrt" and all(name.startswith("m_r") for name in names[1:])
    for name in names[1:]:
        tile = gdal.Open(str(tmp_path / "t" / name))
        assert max(tile.RasterXSize, tile.RasterYSize) <= size and (masks(str(tmp_path / "t" / name)) > 0).any()
    assert {"m_r001_c001.tif"} <= set(names) or size < 100


def test_tags_of_images_are_not_those_of_all(tmp_path):
    """A tile and the virtual raster have what all images in them say alike."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 64, 128), box(0, 128, 64, 128)])
    for path, date in zip(paths, ("2020", "2021")):
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadata({"DATE": date, "SENSOR": "one"})
        dataset.GetRasterBand(1).SetMetadata({"DATE": date, "UNIT": "m"})
    del dataset
    ev.mosaic(paths, tmp_path / "t" / "m.vrt", settings=ev.MosaicSettings(tile_size=64, blend="none"))
    found = {}
    for name in sorted(os.listdir(tmp_path / "t")):
        dataset = gdal.Open(str(tmp_path / "t" / name))
        tags = dataset.GetMetadata()
        found[name] = tags.get("SENSOR"), tags.get("DATE"), dataset.GetRasterBand(1).GetMetadata().get("DATE")
    assert found["m.vrt"] == ("one", None, None)
    assert found["m_r001_c001.tif"] == ("one", "2020", "2020") and found["m_r001_c004.tif"] == ("one", None, None)


@pytest.mark.parametrize("kind", ["mask", "alpha", "nan", "rules"])
def test_all_ways_to_say_no_data(kind, tmp_path):
    """A mask, an alpha band, NaN; by rules instead of seams; on a folder that is moved afterwards."""
    ground, paths = texture(2, 120, 260, seed=2, mean=120, std=20), []
    for number, column in enumerate((0, 100)):
        valid = turned(160, 20)[:120]
        values = ground[:, :, column : column + 160]
        path = tmp_path / f"{number}.tif"
        if kind == "nan":
            write(path, np.where(valid, values, np.nan).astype(np.float32), 0, column, nodata=np.nan)
        elif kind == "alpha":
            opacity = np.where(valid, 200, 0)[None]
            kinds = [gdal.GCI_GrayIndex, gdal.GCI_Undefined, gdal.GCI_AlphaBand]
            stored = np.concatenate([values, opacity]).astype(np.uint8)
            write(path, stored, 0, column, interpretation=kinds, options=["ALPHA=YES"])
        else:
            write(path, values.astype(np.uint8), 0, column, mask=valid)
        paths.append(path)
    settings = {"overlap": "mean"} if kind == "rules" else {}
    ev.mosaic(paths, tmp_path / "out" / "whole.tif", settings=ev.MosaicSettings(**settings))
    ev.mosaic(paths, tmp_path / "t" / "m.vrt", settings=ev.MosaicSettings(tile_size=64, **settings))
    os.rename(tmp_path / "t", tmp_path / "moved")
    same_pixels(tmp_path / "out" / "whole.tif", tmp_path / "moved" / "m.vrt")
    assert facts(tmp_path / "out" / "whole.tif") == facts(tmp_path / "moved" / "m.vrt")


@pytest.mark.parametrize("rule", ["seamlines", "last"])
def test_tiles_without_data_are_not_written(rule, tmp_path):
    """Far between images, and in the empty part of one."""
    valid = np.ones((200, 200), bool)
    valid[70:, 70:] = False
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [(0, 0, valid), box(0, 640, 64, 64)])
    settings = ev.MosaicSettings(tile_size=64, overlap=rule)
    ev.mosaic(paths, tmp_path / "t" / "m.vrt", settings=settings)
    tiles = {name[2:-4] for name in os.listdir(tmp_path / "t") if name.endswith("tif")}
    expected = {f"r{row:03}_c{column:03}" for row in range(1, 5) for column in range(1, 5) if min(row, column) <= 2}
    assert tiles == expected | {"r001_c011"}
    ev.mosaic(paths, tmp_path / "whole.tif", settings=ev.MosaicSettings(overlap=rule))
    same_pixels(tmp_path / "whole.tif", tmp_path / "t" / "m.vrt")


def test_a_second_run_leaves_no_tile_of_the_first(scene, tmp_path):
    """Fewer and larger ones, while somebody reads; files of others stay, also under such names."""
    folder = tmp_path / "t"
    ev.mosaic(scene, folder / "m.vrt", settings=ev.MosaicSettings(tile_size=64), overviews=True)
    assert (folder / "m.vrt.ovr").exists()
    others = {"m_r099_c001.tif": "no tile", "m_notes.txt": "mine", "mm_r001_c001.tif": "of another"}
    for name, text in others.items():
        (folder / name).write_text(text)
    ev.mosaic(scene[:2], folder / "m.vrt", settings=ev.MosaicSettings(tile_size=128))
    ev.mosaic(scene[:2], tmp_path / "whole.tif")
    same_pixels(tmp_path / "whole.tif", folder / "m.vrt")
    named = set(os.listdir(folder)) - set(others) - {"m.vrt"}
    assert named == {os.path.basename(file) for file in gdal.Open(str(folder / "m.vrt")).GetFileList()} - {"m.vrt"}
    assert all((folder / name).read_text() == text for name, text in others.items())
    (folder / "m_r001_c001.tif").write_text("not a tile")
    with pytest.raises(Problems, match=r"m_r001_c001\.tif is no tile of an earlier mosaic"):
        ev.mosaic(scene[:2], folder / "m.vrt", settings=ev.MosaicSettings(tile_size=64))
    assert (folder / "m_r001_c001.tif").read_text() == "not a tile"


class Stops(ev.Silent):
    """Cancels after some questions."""

    def __init__(self, after):
        self.left = after

    def cancelled(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("after", [3, 20, 40, 60, 80])
def test_a_cancelled_run_leaves_the_earlier_tiles(scene, after, tmp_path):
    """All of them, and nothing else."""
    folder = tmp_path / "t"
    ev.mosaic(scene[:2], folder / "m.vrt", settings=ev.MosaicSettings(tile_size=128))
    before = {name: (folder / name).read_bytes() for name in os.listdir(folder)}
    try:
        ev.mosaic(scene, folder / "m.vrt", settings=ev.MosaicSettings(tile_size=64), progress=Stops(after))
    except ev.Cancelled:
        assert {name: (folder / name).read_bytes() for name in os.listdir(folder)} == before
    else:
        assert after > 40


@pytest.mark.parametrize("form", ["geotiff", "cog"])
def test_overviews_over_tiles(form, tmp_path):
    """Each tile has its own, and the virtual raster those that no tile has."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 900, 1100), box(0, 900, 900, 1100)], texture(1, 900, 2000, seed=1))
    ev.mosaic(paths, tmp_path / "t" / "m.vrt", settings=ev.MosaicSettings(tile_size=600), format=form, overviews=True)
    whole = gdal.Open(str(tmp_path / "t" / "m.vrt"))
    band = whole.GetRasterBand(1)
    sizes = [band.GetOverview(n).XSize for n in range(band.GetOverviewCount())]
    assert sizes[-1] <= 256 and sizes[0] == 500
    small = band.ReadAsArray(buf_xsize=250, buf_ysize=112)
    assert abs(small.mean() / read(str(tmp_path / "t" / "m.vrt")).mean() - 1) < 0.01
    tile = gdal.Open(str(tmp_path / "t" / "m_r001_c001.tif"))
    assert tile.GetRasterBand(1).GetOverviewCount() > 0
    if form == "cog":
        assert tile.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"


def test_names_and_sizes_are_checked(scene, tmp_path):
    """With a sentence that says what to do, before anything is written."""
    tiles = ev.MosaicSettings(tile_size=128)
    for target, options, part in (
        ("m.tif", {"settings": tiles}, r"virtual raster over tiles needs a name that ends with \.vrt"),
        ("m.vrt", {}, r"end it with \.tif"),
        ("m.vrt", {"settings": ev.MosaicSettings(tile_size=10)}, "TILE_SIZE .* 64 pixels or more"),
        ("m.tif", {"format": "virtual"}, "OUTPUT_FORMAT .* TILE_SIZE gives tiles"),
        ("m.vrt", {"settings": tiles, "source_map": tmp_path / "m_r001_c001.tif"}, "Two results"),
    ):
        with pytest.raises(ev.EvenlightError, match=part):
            ev.mosaic(scene, tmp_path / target, **options)
    assert not os.listdir(tmp_path)
    os.link(scene[0], tmp_path / "m_r001_c001.tif")
    with pytest.raises(Problems, match="would be overwritten"):
        ev.mosaic(scene, tmp_path / "m.vrt", settings=tiles)


def files_in(folder):
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


JOBS = [
    lambda paths, target, size, **more: ev.mosaic(paths, target, settings=ev.MosaicSettings(tile_size=size), **more),
    lambda paths, target, size, **more: ev.balance_and_mosaic(
        paths, target, settings=ev.MosaicSettings(tile_size=size), **more
    ),
]


@pytest.mark.every(3)
@pytest.mark.parametrize("job", JOBS, ids=["mosaic", "balance_and_mosaic"])
@pytest.mark.parametrize("kind", ["files", "virtual", "nested", "hard links", "replaced"])
def test_tiles_that_a_run_reads_are_not_lost(scene, job, kind, tmp_path):
    """Those of the earlier mosaic, given by themselves or read by what is given."""
    folder, other = tmp_path / "t", tmp_path / "other"
    other.mkdir()
    ev.mosaic(scene, folder / "m.vrt", settings=ev.MosaicSettings(tile_size=128))
    paths = [str(folder / "m_r002_c002.tif"), str(folder / "m_r002_c003.tif")]
    if kind in ("virtual", "nested"):
        paths[0] = str(other / "over.vrt")
        gdal.BuildVRT(paths[0], [str(folder / "m_r002_c002.tif")])
    if kind == "nested":
        gdal.BuildVRT(str(other / "twice.vrt"), [paths[0]])
        paths[0] = str(other / "twice.vrt")
    if kind == "hard links":
        for number, path in enumerate(paths):
            os.link(path, other / f"{number}.tif")
        paths = [str(other / f"{number}.tif") for number in (0, 1)]
    before = files_in(tmp_path)
    with pytest.raises(Problems, match=r"m_r002_c00[23]\.tif .*would be (replaced or removed|overwritten)"):
        job([scene[0], *paths], folder / "m.vrt", 64 if kind == "replaced" else 5000)
    assert files_in(tmp_path) == before
    job([scene[0], *paths], folder / "other.vrt", 5000)
    assert before.items() <= files_in(tmp_path).items()


@pytest.mark.parametrize("moved", [True, False])
def test_tiles_of_a_copied_index_are_not_lost(scene, moved, tmp_path):
    """A virtual raster of another name over the same tiles would show other pixels, or none."""
    ev.mosaic(scene, tmp_path / "m.vrt", settings=ev.MosaicSettings(tile_size=128))
    (tmp_path / "copy.vrt").write_text((tmp_path / "m.vrt").read_text())
    if moved:
        os.remove(tmp_path / "m.vrt")
    before = files_in(tmp_path)
    with pytest.raises(Problems, match=r"m_r001_c001\.tif is read by the virtual raster .*copy\.vrt"):
        ev.mosaic(scene, tmp_path / "m.vrt", settings=ev.MosaicSettings(tile_size=5000))
    assert files_in(tmp_path) == before


@pytest.mark.every(3)
@pytest.mark.parametrize("job", JOBS, ids=["mosaic", "balance_and_mosaic"])
@pytest.mark.parametrize("name", ["area_r1_c1.tif", "area_r005_c001.tif", "area_r001_c001.tif"])
def test_mosaics_that_are_no_tiles_are_kept(scene, job, name, tmp_path):
    """Whatever they are called and whatever reads them; also beside tiles of an index of another name or folder."""
    ev.mosaic(scene[:2], tmp_path / name)
    ev.mosaic(scene, tmp_path / "else" / "area.vrt", settings=ev.MosaicSettings(tile_size=128))
    os.rename(tmp_path / "else" / "area_r002_c003.tif", tmp_path / "area_r009_c009.tif")
    before = files_in(tmp_path)
    if name == "area_r001_c001.tif":
        with pytest.raises(Problems, match=r"area_r001_c001\.tif is no tile of an earlier"):
            job(scene[2:], tmp_path / "area.vrt", 5000)
        assert files_in(tmp_path) == before
        return
    gdal.BuildVRT(str(tmp_path / "area.vrt"), [str(tmp_path / name)])
    for size in (128, 5000):
        job([str(tmp_path / name), *scene[2:]], tmp_path / "area.vrt", size)
    after = files_in(tmp_path)
    assert before.items() <= after.items()
    assert {os.path.basename(path) for path in after.keys() - before.keys()} == {"area.vrt", "area_r001_c001.tif"}


def test_results_of_one_run_do_not_meet(scene, tmp_path):
    """A tile that is written, or of the earlier mosaic, and another file of the run: before anything is solved."""
    folder, progress = tmp_path / "t", Stops(10**9)
    ev.mosaic(scene, folder / "m.vrt", settings=ev.MosaicSettings(tile_size=64))
    before = files_in(tmp_path)
    for tile in ("m_r001_c001.tif", "m_r003_c003.tif", "m.vrt.ovr"):
        for job, names in ((JOBS[0], ["source_map"]), (JOBS[1], ["source_map", "save_adjustments"])):
            for name in names:
                progress.left = 10**9
                with pytest.raises(Problems, match="Two results would be written"):
                    job(scene, folder / "m.vrt", 128, progress=progress, **{name: str(folder / tile)})
                assert 10**9 - progress.left < 100
    assert files_in(tmp_path) == before


def test_what_is_made_from_tiles_is_no_tile(scene, tmp_path):
    """Under the same name in another folder, also as a mosaic or a correction of one; nothing is replaced there."""
    folder, other = tmp_path / "t", tmp_path / "other"
    ev.mosaic(scene, folder / "m.vrt", settings=ev.MosaicSettings(tile_size=128))
    tile = str(folder / "m_r001_c001.tif")
    assert gdal.Open(tile).GetMetadataItem("EVENLIGHT_TILE_OF") == "m.vrt"
    assert gdal.Open(str(folder / "m.vrt")).GetMetadataItem("EVENLIGHT_TILE_OF") is None
    ev.mosaic([tile], other / "m_r001_c001.tif")
    ev.align_grids([tile], ev.OutputSettings(str(other), "m_r001_c002.tif"))
    before = files_in(other)
    for number in (1, 2):
        with pytest.raises(Problems, match=rf"m_r001_c00{number}\.tif is no tile of an earlier mosaic of this name"):
            ev.mosaic(scene, other / "m.vrt", settings=ev.MosaicSettings(tile_size=128))
    assert files_in(other) == before


def test_a_tile_that_has_no_data_any_more_is_removed(tmp_path):
    """One of the same size and place."""
    (tmp_path / "in").mkdir()
    valid = np.ones((64, 128), bool)
    valid[:, 64:] = False
    paths = cut_images(tmp_path / "in", [box(0, 0, 64, 128), (0, 0, valid)])
    for path, names in zip(paths, ({"m_r001_c001.tif", "m_r001_c002.tif"}, {"m_r001_c001.tif"})):
        ev.mosaic([path], tmp_path / "t" / "m.vrt", settings=ev.MosaicSettings(tile_size=64))
        assert set(os.listdir(tmp_path / "t")) == names | {"m.vrt"}
