"""What counts as a change of an image's files, and what does not."""

from __future__ import annotations

import os
import pickle
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal

from evenlight.core.raster import identity
from evenlight.core.raster.identity import InputChangedError
from evenlight.core.raster.image import check_unchanged, describe, open_image

VALUES = np.arange(1200, dtype=np.uint16).reshape(1, 30, 40)


def virtual(path, *sources):
    """A virtual raster of files."""
    gdal.BuildVRT(str(path), list(map(str, sources))).FlushCache()
    return str(path)


def plain(folder):
    path = write(folder / "a.tif", VALUES)
    return path, path


def through_two_virtual_rasters(folder):
    path = write(folder / "a.tif", VALUES)
    return virtual(folder / "outer.vrt", virtual(folder / "inner.vrt", path)), path


def virtual_raster_of_another_name(folder):
    path = write(folder / "a.tif", VALUES)
    os.rename(virtual(folder / "inner.vrt", path), folder / "inner.data")
    return virtual(folder / "outer.vrt", folder / "inner.data"), path


def in_an_archive(folder):
    path = write(folder / "a.tif", VALUES)
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.write(path, "a.tif")
    return f"/vsizip/{folder}/all.zip/a.tif", str(folder / "all.zip")


def a_part_of_a_file(folder):
    path = write(folder / "a.tif", VALUES)
    return f"/vsisubfile/0_{os.path.getsize(path)},{path}", path


def a_directory_of_a_file(folder):
    path = write(folder / "a.tif", VALUES)
    return f"GTIFF_DIR:1:{path}", path


def a_mask_beside_it(folder):
    path = write(folder / "a.tif", VALUES)
    dataset = gdal.Open(path)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().Fill(255)
    dataset = None
    return path, f"{path}.msk"


def a_header_beside_it(folder):
    gdal.Translate(str(folder / "a.img"), write(folder / "a.tif", VALUES), format="ENVI")
    return str(folder / "a.img"), str(folder / "a.hdr")


KINDS = [
    *(plain, through_two_virtual_rasters, virtual_raster_of_another_name, in_an_archive, a_part_of_a_file),
    *(a_directory_of_a_file, a_mask_beside_it, a_header_beside_it),
]


def appended(file):
    with open(file, "ab") as opened:
        opened.write(b" ")


def rewritten_with_its_date(file):
    """As a program does that puts the date back."""
    facts = os.stat(file)
    content = Path(file).read_bytes()
    Path(file).write_bytes(content[::-1])
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def replaced(file):
    twin = f"{file}.new"
    shutil.copy2(file, twin)
    os.replace(twin, file)


@pytest.mark.parametrize("change", [appended, rewritten_with_its_date, replaced, os.remove])
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_any_file_that_the_pixels_come_from_is_noticed(tmp_path, kind, change):
    path, file = kind(tmp_path)
    image = describe(path)
    check_unchanged([image])
    change(file)
    with pytest.raises(InputChangedError) as caught:
        check_unchanged([image])
    assert str(caught.value).startswith(f"{file}")
    with pytest.raises(InputChangedError):
        open_image(image)


def test_a_mask_that_comes_into_being_is_noticed(tmp_path):
    """It changes which pixels are valid."""
    image = describe(write(tmp_path / "a.tif", VALUES))
    shutil.copy(image.path, f"{image.path}.msk")
    with pytest.raises(InputChangedError, match=r"a\.tif\.msk"):
        check_unchanged([image])


@pytest.mark.parametrize("kind", [plain, through_two_virtual_rasters])
def test_what_qgis_writes_when_it_looks_at_an_image_is_no_change(tmp_path, kind):
    """Statistics and a histogram: beside a GeoTIFF, and into a virtual raster; overviews too."""
    path, _ = kind(tmp_path)
    image = describe(path)
    before = os.stat(path).st_mtime_ns
    dataset = gdal.Open(path)
    dataset.GetRasterBand(1).ComputeStatistics(False)
    dataset.GetRasterBand(1).GetDefaultHistogram(force=True)
    dataset.BuildOverviews("NEAREST", [2])
    dataset = None
    assert os.path.exists(f"{path}.aux.xml") or os.stat(path).st_mtime_ns != before
    check_unchanged([image])


@pytest.mark.skipif(os.name == "nt", reason="Windows tells no time of change, so there the number counts")
def test_a_mount_that_numbers_its_files_anew_has_not_changed(tmp_path, monkeypatch):
    """As those of sshfs or rclone do."""
    image = describe(write(tmp_path / "a.tif", VALUES))
    facts = identity.file_facts
    monkeypatch.setattr(identity, "file_facts", lambda file: facts(file) and (7, 8, *facts(file)[2:]))
    check_unchanged([image])


def test_a_virtual_raster_with_another_recipe_has_changed(tmp_path):
    other = write(tmp_path / "b.tif", VALUES)
    path, _ = through_two_virtual_rasters(tmp_path)
    image = describe(path)
    virtual(tmp_path / "inner.vrt", other)
    with pytest.raises(InputChangedError, match=r"inner\.vrt, which .*outer\.vrt reads, was changed"):
        check_unchanged([image])


def test_a_database_that_is_only_looked_at_has_not_changed(tmp_path):
    """QGIS writes to a GeoPackage when it opens one of its tables; another file in its place counts."""
    gdal.Translate(str(tmp_path / "a.gpkg"), write(tmp_path / "a.tif", VALUES.astype(np.uint8)), format="GPKG")
    image = describe(str(tmp_path / "a.gpkg"))
    os.utime(tmp_path / "a.gpkg")
    check_unchanged([image])
    replaced(image.path)
    with pytest.raises(InputChangedError):
        check_unchanged([image])


@pytest.mark.parametrize("other", [np.ones((1, 31, 40), np.uint16), np.ones((2, 30, 40), np.uint16)])
def test_on_another_machine_size_and_bands_are_compared(tmp_path, other):
    """Numbers and times of files mean nothing there."""
    image = describe(write(tmp_path / "a.tif", np.ones((3, 30, 40), np.uint16)))
    there = pickle.loads(pickle.dumps(image))
    assert there == image
    assert not there.marks
    os.utime(image.path)
    open_image(there)
    write(tmp_path / "a.tif", other)
    with pytest.raises(InputChangedError):
        open_image(there)
