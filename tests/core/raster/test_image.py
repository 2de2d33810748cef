"""What is read from an image's header, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_global
from made_scenes import gains_of, masks, read, texture, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.checks import (
    BandCountError,
    DuplicateImageError,
    NoOverlapError,
    TooFewImagesError,
    check_images,
    find_images,
)
from evenlight.core.errors import (
    DamagedRasterError,
    FlatPixelsError,
    NoGeoreferenceError,
    Problems,
    UnreadableRasterError,
    UnsupportedRasterError,
)
from evenlight.core.raster import image
from evenlight.core.raster.image import describe, inspect

ONES = np.ones((2, 30, 40), np.uint16)


def test_facts_of_a_plain_image(tmp_path):
    """Size, type, nodata and name of a two-band image."""
    image = describe(write(tmp_path / "a.b.tif", ONES, nodata=7))
    assert (image.name, image.width, image.height, image.bands, image.alpha) == ("a.b", 40, 30, (1, 2), None)
    assert (image.dtype, image.nodata, image.shared_mask) == (np.uint16, (7.0, 7.0), False)
    assert image.scales == ((1.0, 0.0), (1.0, 0.0))


def test_an_alpha_band_is_not_a_measurement(tmp_path):
    """Three colours and alpha: three bands are measured, and alpha is the mask."""
    kinds = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    image = describe(write(tmp_path / "a.tif", np.ones((4, 30, 40), np.uint8), interpretation=kinds))
    assert (image.bands, image.alpha, image.shared_mask) == ((1, 2, 3), 4, True)


def test_nodata_given_by_the_user_replaces_the_masks(tmp_path):
    """The file's own mask no longer counts."""
    image = inspect(write(tmp_path / "a.tif", ONES, mask=np.zeros((30, 40), bool)), 5.0)
    assert (image.nodata, image.shared_mask, image.nodata_overridden) == ((5.0, 5.0), False, True)


def problems_of(paths):
    """The kinds of all problems told together."""
    with pytest.raises(Problems) as caught:
        check_images(paths)
    return [type(problem) for problem in caught.value.problems]


def test_all_problems_are_told_together(tmp_path):
    """A text file, a complex image, a lost one and a duplicate: four sentences in one error."""
    text = tmp_path / "text.tif"
    text.write_text("not a raster")
    phase = write(tmp_path / "phase.tif", np.ones((1, 9, 9), np.complex64))
    nowhere = write(
        tmp_path / "nowhere.tif", ONES, epsg=None, geotransform=(0, 1, 0, 0, 0, 1), options=["PROFILE=BASELINE"]
    )
    flat = write(tmp_path / "flat.tif", ONES, geotransform=(500000, 1, 1, 4600000, 1, 1))
    good = write(tmp_path / "good.tif", ONES)
    assert problems_of([str(text), phase, nowhere, flat, good, good]) == [
        UnreadableRasterError,
        UnsupportedRasterError,
        NoGeoreferenceError,
        FlatPixelsError,
        DuplicateImageError,
    ]


def test_a_second_spelling_of_a_path_is_a_duplicate(tmp_path):
    """Through a symbolic link the file is the same."""
    good = write(tmp_path / "good.tif", ONES)
    (tmp_path / "link.tif").symlink_to(good)
    assert problems_of([good, str(tmp_path / "link.tif")]) == [DuplicateImageError]


def test_band_counts_must_agree(tmp_path):
    """Two bands and one."""
    paths = [write(tmp_path / "a.tif", ONES), write(tmp_path / "b.tif", ONES[:1])]
    assert problems_of(paths) == [BandCountError]


def test_bands_in_another_order_are_warned_of(tmp_path):
    """Red first beside blue first; other bands say nothing of their order."""
    paths = [write(tmp_path / f"{name}.tif", np.repeat(ONES[:1], 3, axis=0)) for name in "abc"]
    for path, order in zip(paths, ((3, 4, 5), (5, 4, 3), (0, 0, 0))):
        dataset = gdal.Open(path, gdal.GA_Update)
        for number, colour in enumerate(order, 1):
            band = dataset.GetRasterBand(number)
            band.SetColorInterpretation(colour)
            del band
        del dataset
    for chosen, told in ((paths, 1), ([paths[0], paths[2]], 0), ([paths[1]], 0)):
        recorder = Recorder()
        _, problems = find_images(chosen, 1, progress=recorder)
        assert not problems
        assert len([text for text in recorder.warnings if "different orders" in text]) == told


def test_images_apart_are_named(tmp_path):
    """No two footprints meet: the sentence names both."""
    paths = [write(tmp_path / "here.tif", ONES), write(tmp_path / "there.tif", ONES, row=500)]
    with pytest.raises(Problems, match=r"here\.tif.*there\.tif") as caught:
        check_images(paths)
    assert isinstance(caught.value.problems[0], NoOverlapError)


def test_one_image_is_too_few(tmp_path):
    """An overlap needs two."""
    assert problems_of([write(tmp_path / "a.tif", ONES)]) == [TooFewImagesError]


def test_palette_images_are_refused(tmp_path):
    """Numbers that stand for colours have no gain."""
    path = write(tmp_path / "a.tif", ONES[:1].astype(np.uint8), interpretation=[gdal.GCI_PaletteIndex])
    dataset = gdal.Open(path, gdal.GA_Update)
    table = gdal.ColorTable()
    table.SetColorEntry(1, (9, 9, 9))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset = None
    assert isinstance(inspect(path), UnsupportedRasterError)


def test_a_truncated_file_is_found_before_anything_is_written(tmp_path):
    """Half of the bytes are missing: the last pixel cannot be read."""
    path = write(tmp_path / "a.tif", np.random.default_rng(1).integers(1, 60000, (2, 200, 200)).astype(np.uint16))
    with open(path, "r+b") as file:
        file.truncate((tmp_path / "a.tif").stat().st_size // 2)
    assert isinstance(inspect(path), (DamagedRasterError, UnreadableRasterError))


def signed_pair(folder):
    """Two images of one ground from -100 to 100 as signed bytes, -128 as nodata; the second is twice as flat."""
    ground = np.clip(texture(1, 80, 130, 6, mean=0.0, std=40.0), -100, 100)
    kind = getattr(gdal, "GDT_Int8", gdal.GDT_Byte)
    paths = []
    for number, gain in enumerate((1.0, 0.5)):
        values = np.rint(gain * ground[:, :, 50 * number : 50 * number + 80]).astype(np.int8)
        values[:, :5] = -128
        paths.append(str(folder / f"{number}.tif"))
        options = [] if kind != gdal.GDT_Byte else ["PIXELTYPE=SIGNEDBYTE"]
        dataset = gdal.GetDriverByName("GTiff").Create(paths[-1], 80, 80, 1, kind, options)
        dataset.SetGeoTransform((500000 + 500 * number, 10, 0, 5200000, 0, -10))
        dataset.GetRasterBand(1).SetNoDataValue(-128)
        dataset.GetRasterBand(1).WriteRaster(0, 0, 80, 80, values.tobytes(), buf_type=kind)
        dataset = None
    return paths


def test_signed_bytes_are_read_with_their_sign_or_refused(tmp_path):
    """GDAL knows them from 3.7 on; before, -1 would be 255."""
    paths = signed_pair(tmp_path)
    if not hasattr(gdal, "GDT_Int8"):
        assert problems_of(paths) == [UnsupportedRasterError] * 2
        assert "signed bytes" in str(inspect(paths[0]))
        assert "convert it to Int16 first" in str(inspect(paths[0]))
        return
    outputs = run_global(paths, tmp_path / "out").outputs
    assert [read(path).dtype for path in outputs] == [np.int8] * 2
    for path, output in zip(paths, outputs):
        assert np.array_equal(masks(path), masks(output))
    gain, _ = gains_of(outputs)
    assert gain[1] / gain[0] == pytest.approx(2.0, rel=0.01)
    assert read(outputs[1])[:, 5:].min() < -40


@pytest.mark.skipif(hasattr(gdal, "GDT_Int8"), reason="this GDAL has a type for signed bytes")
def test_the_remedy_for_signed_bytes_is_one(tmp_path):
    """The expression of the sentence gives them their sign, whether they have it already or not."""
    stored = gdal.Open(signed_pair(tmp_path)[0]).ReadAsArray()
    assert np.array_equal((stored + 128.0) % 256 - 128, stored.view(np.int8))
    assert np.array_equal((stored.view(np.int8) + 128.0) % 256 - 128, stored.view(np.int8))


def test_tables_of_one_container_have_names_of_their_own(tmp_path, monkeypatch):
    """Container and table; a path keeps its name, whatever stands before it."""
    sources = [write(tmp_path / f"{name}.tif", ONES[:1].astype(np.uint8)) for name in ("north", "south")]
    container, pages = str(tmp_path / "two.gpkg"), str(tmp_path / "pages.tif")
    for number, (name, source) in enumerate(zip(("north", "the south"), sources)):
        append = ["APPEND_SUBDATASET=YES"] if number else []
        gdal.Translate(container, source, format="GPKG", creationOptions=[f"RASTER_TABLE={name}", *append])
        gdal.Translate(pages, source, creationOptions=append)
    monkeypatch.chdir(tmp_path)
    names = {
        f"GPKG:{container}:north": "two_north",
        f"GPKG:{container}:the south": "two_the_south",
        "GPKG:two.gpkg:north": "two_north",
        f"GTIFF_DIR:2:{pages}": "pages_2",
        sources[0]: "north",
        f"/vsisubfile/0_,{sources[0]}": "north",
        f"vrt://{sources[0]}?bands=1": "north",
    }
    assert {path: describe(path).name for path in names} == names


def test_a_container_of_several_rasters_is_refused_with_their_names(tmp_path):
    """GDAL opens it as one raster without bands; nothing about alpha helps there."""
    if gdal.GetDriverByName("netCDF") is None:
        pytest.skip("no netCDF in this GDAL")
    path = str(tmp_path / "two.nc")
    gdal.Translate(path, write(tmp_path / "two.tif", ONES), format="netCDF")
    problem = inspect(path)
    assert isinstance(problem, UnsupportedRasterError)
    assert "holds 2 rasters: choose one of them" in str(problem) and "Band2" in str(problem)


def test_a_drive_is_no_container():
    """On Windows; a raster that is a folder consists of files of other names."""

    class Dataset:
        def GetFileList(self):
            return ["C:/data/grid/hdr.adf", "C:/data/grid/w001001.adf"]

    assert image._name("C:/data/grid", Dataset()) == "grid"
    assert image._name("AIG:C:/data/grid", Dataset()) == "grid"
