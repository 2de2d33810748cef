"""What outputs keep of their inputs, beside pixels."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_global
from made_scenes import make_scene, masks, read, write
from osgeo import gdal

from evenlight.core.errors import OptionError, Problems, WriteError
from evenlight.core.jobs import global_regression
from evenlight.core.raster.creation import lossy_option, parse_options, tile_size
from evenlight.core.raster.image import describe
from evenlight.core.raster.writing import convert_to_cog, output_nodata
from evenlight.core.settings import OutputFormat, OutputSettings, OutputType


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Two images of four bytes, tiled by 64, described in every way GDAL knows."""
    folder = tmp_path_factory.mktemp("pair")
    tiled = ("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64")
    scene = make_scene(folder, columns=2, bands=4, dtype="uint8", factor=0.05, options=tiled)
    for path in scene.paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadata({"ACQUIRED": "2024-05-01", "AREA_OR_POINT": "Point"})
        dataset.SetMetadata({"LINE_OFF": "1", "SAMP_OFF": "2", "ERR_BIAS": "3"}, "RPC")
        for number, name in enumerate(("blue", "green", "red", "near infrared"), start=1):
            band = dataset.GetRasterBand(number)
            band.SetDescription(name)
            band.SetUnitType("reflectance")
            band.SetMetadata({"wavelength": str(400 + number), "STATISTICS_MEAN": "1"})
            band.SetScale(0.004)
            band.SetOffset(-0.01)
        dataset = None
    return scene.paths


def opened(paths, folder, **options):
    """The first result as a dataset."""
    return gdal.Open(run_global(paths, folder, **options).outputs[0])


def test_metadata_is_kept(pair, tmp_path):
    """Names, units, scale and offset tags, band metadata, position, other domains; not old statistics."""
    before, after = gdal.Open(pair[0]), opened(pair, tmp_path)
    assert after.GetGeoTransform() == before.GetGeoTransform()
    assert after.GetProjection() == before.GetProjection()
    assert (after.GetMetadataItem("ACQUIRED"), after.GetMetadataItem("AREA_OR_POINT")) == ("2024-05-01", "Point")
    assert after.GetMetadata("RPC") == before.GetMetadata("RPC")
    for number in range(1, 5):
        one, two = before.GetRasterBand(number), after.GetRasterBand(number)
        assert two.GetDescription() == one.GetDescription()
        assert (two.GetUnitType(), two.GetScale(), two.GetOffset()) == ("reflectance", 0.004, -0.01)
        assert two.GetMetadata() == {"wavelength": str(400 + number)}
        assert (two.GetNoDataValue(), two.DataType) == (0, gdal.GDT_Byte)


def test_four_byte_bands_are_four_measurements(pair, tmp_path):
    """GeoTIFF drivers make the fourth byte band alpha unless they are told."""
    before, after = gdal.Open(pair[0]), opened(pair, tmp_path)
    kinds = [after.GetRasterBand(number).GetColorInterpretation() for number in range(1, 5)]
    assert gdal.GCI_AlphaBand not in kinds
    assert kinds == [before.GetRasterBand(number).GetColorInterpretation() for number in range(1, 5)]


def test_outputs_say_how_they_were_made(pair, tmp_path):
    """Method, version, gains and offsets stand in the file."""
    metadata = opened(pair, tmp_path).GetMetadata()
    assert metadata["EVENLIGHT_METHOD"] == "global_regression robust"
    assert metadata["EVENLIGHT_VERSION"]
    assert '"gain"' in metadata["EVENLIGHT_CORRECTION"]


def test_outputs_have_the_images_own_tiling_and_are_compressed(pair, tmp_path):
    """64 pixels as the input; DEFLATE with a predictor."""
    dataset = opened(pair, tmp_path)
    assert dataset.GetRasterBand(1).GetBlockSize() == [64, 64]
    assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
    assert dataset.GetMetadataItem("PREDICTOR", "IMAGE_STRUCTURE") in ("2", None)


def test_creation_options_are_followed(pair, tmp_path):
    """The user's own options instead of ours."""
    dataset = opened(pair, tmp_path, output={"creation_options": "COMPRESS=LZW|TILED=NO|INTERLEAVE=BAND"})
    assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "LZW"
    assert dataset.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE") == "BAND"
    assert dataset.GetRasterBand(1).GetBlockSize()[0] == 150


def test_options_are_read_as_gdals_algorithms_write_them():
    """Keys in any case, blanks around, newlines or bars between."""
    assert parse_options(" compress=ZSTD | LEVEL=3\nTILED=YES") == {"COMPRESS": "ZSTD", "LEVEL": "3", "TILED": "YES"}


@pytest.mark.parametrize("text", ["COMPRESS", "=LZW", "COMPRESS=", "A=1|B"])
def test_options_that_are_none_are_refused(pair, tmp_path, text):
    """Before a pixel is read, by the parameter's name."""
    with pytest.raises(OptionError, match="CREATION_OPTIONS"):
        parse_options(text)
    with pytest.raises(Problems, match="CREATION_OPTIONS"):
        global_regression(pair, OutputSettings(folder=str(tmp_path), creation_options=text))
    assert not list(tmp_path.iterdir())


def test_cogs_are_cogs_with_the_same_pixels(pair, tmp_path):
    """Layout, overviews, nodata and names as in the GeoTIFF; nothing else stays in the folder."""
    plain = run_global(pair, tmp_path / "plain").outputs
    cogs = run_global(pair, tmp_path / "cog", output={"format": OutputFormat.COG}).outputs
    for one, two in zip(plain, cogs):
        dataset = gdal.Open(two)
        assert dataset.GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"
        assert np.array_equal(read(one), read(two))
        assert dataset.GetRasterBand(2).GetDescription() == "green"
        assert dataset.GetRasterBand(1).GetNoDataValue() == 0
        assert gdal.GCI_AlphaBand not in [dataset.GetRasterBand(n).GetColorInterpretation() for n in (1, 2, 3, 4)]
        assert dataset.GetMetadataItem("EVENLIGHT_METHOD")
    assert sorted(p.name for p in (tmp_path / "cog").iterdir()) == ["img_1_Global.tif", "img_2_Global.tif"]


@pytest.mark.skipif(os.name == "nt", reason="no limit of a file's size on Windows")
def test_a_cog_that_a_full_disk_cuts_short_is_an_error(tmp_path):
    """GDAL hands out a dataset all the same; the file would take the place of an earlier result."""
    import resource

    source = write(tmp_path / "source.tif", np.random.default_rng(1).integers(0, 255, (3, 128, 128), dtype="uint8"))
    none, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, most))
    try:
        with pytest.raises(WriteError, match=r"x\.tif could not be written"):
            convert_to_cog(source, str(tmp_path / "x.tif"), ["COMPRESS=DEFLATE"], lambda: True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (none, most))


def test_cog_keeps_masks_and_alpha(tmp_path):
    """An internal mask and an alpha band survive the second writing."""
    scene = make_scene(tmp_path / "a", columns=2, bands=3, dtype="uint8", factor=0.05, nodata=None)
    hidden = np.zeros((150, 150), bool)
    hidden[:30, 100:] = True
    masked = write(tmp_path / "masked.tif", read(scene.paths[0]), mask=~hidden)
    opaque = np.where(hidden, 0, 255).astype(np.uint8)[None]
    kinds = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    alpha = write(
        tmp_path / "alpha.tif", np.concatenate([read(scene.paths[1]), opaque]), column=90, interpretation=kinds
    )
    outputs = run_global([masked, alpha], tmp_path / "out", output={"format": OutputFormat.COG}).outputs
    assert all(np.array_equal(masks(path)[0], ~hidden) for path in outputs)
    assert np.array_equal(read(outputs[1])[3], opaque[0])


def test_overviews_are_built_on_request(tmp_path):
    """Halves until little is left; none without the request."""
    scene = make_scene(tmp_path / "in", columns=2, size=400, step=200, bands=1)
    with_them = gdal.Open(run_global(scene.paths, tmp_path / "a", output={"overviews": True}).outputs[0])
    without = gdal.Open(run_global(scene.paths, tmp_path / "b").outputs[0])
    assert with_them.GetRasterBand(1).GetOverviewCount() >= 1
    assert without.GetRasterBand(1).GetOverviewCount() == 0


def test_sidecars_of_a_replaced_result_are_gone(pair, tmp_path):
    """QGIS keeps statistics beside rasters; those of the old pixels would stretch the new ones wrongly."""
    first = run_global(pair, tmp_path).outputs[0]
    for suffix in (".aux.xml", ".ovr", ".msk"):
        (tmp_path / f"img_1_Global.tif{suffix}").write_text("stale")
    assert run_global(pair, tmp_path).outputs[0] == first
    assert sorted(p.name for p in tmp_path.iterdir()) == ["img_1_Global.tif", "img_2_Global.tif"]


@pytest.mark.parametrize(
    ("dtype", "nodata", "wanted", "expected"),
    [
        ("uint8", 0, OutputType.SAME, 0),
        ("uint8", None, OutputType.SAME, None),
        ("uint8", 255, OutputType.UINT16, 255),
        ("uint16", 65535, OutputType.BYTE, 0),
        ("float32", np.nan, OutputType.INT16, -32768),
        ("float32", -9999, OutputType.INT16, -9999),
        ("float32", None, OutputType.BYTE, 0),
        ("float32", -9999, OutputType.FLOAT64, -9999),
        ("float64", -1e300, OutputType.FLOAT32, float(np.finfo(np.float32).min)),
        ("float64", 1e300, OutputType.FLOAT32, float(np.finfo(np.float32).max)),
    ],
)
def test_the_nodata_value_fits_the_output_type(tmp_path, dtype, nodata, wanted, expected):
    """The image's own where the type holds it, else the type's lowest value."""
    image = describe(write(tmp_path / "a.tif", np.ones((1, 9, 9), dtype), nodata=nodata))
    kind = image.gdal_type if wanted is OutputType.SAME else gdal.GetDataTypeByName(wanted.value)
    assert output_nodata(image, kind) == expected


@pytest.mark.parametrize(
    ("options", "asked", "expected"),
    [((), 128, (128, 128)), ((), 100, (112, 112)), ((), 100000, (512, 512)), ((), 1, (16, 16)), ((), None, (256, 256))],
)
def test_tiles_are_multiples_of_sixteen(tmp_path, options, asked, expected):
    """What GeoTIFF demands; striped images get tiles of 256."""
    image = describe(write(tmp_path / "a.tif", np.ones((1, 500, 500), np.uint8), options=options))
    assert tile_size(image, asked) == expected


@pytest.mark.parametrize(
    ("options", "kind", "dtype", "lossy"),
    [
        ("", "geotiff", "Float32", ""),
        ("COMPRESS=ZSTD|LEVEL=3", "cog", "Byte", ""),
        ("COMPRESS=jpeg", "geotiff", "Byte", "COMPRESS=JPEG"),
        ("COMPRESS=WEBP", "geotiff", "Byte", "COMPRESS=WEBP"),
        ("COMPRESS=WEBP|WEBP_LOSSLESS=TRUE", "geotiff", "Byte", ""),
        ("COMPRESS=WEBP|QUALITY=99", "cog", "Byte", "COMPRESS=WEBP"),
        ("COMPRESS=WEBP|QUALITY=100", "cog", "Byte", ""),
        ("COMPRESS=JXL", "geotiff", "UInt16", ""),
        ("COMPRESS=JXL|JXL_LOSSLESS=NO", "geotiff", "UInt16", "COMPRESS=JXL"),
        ("COMPRESS=JXL|JXL_LOSSLESS=NO", "cog", "Byte", "COMPRESS=JXL"),
        ("COMPRESS=LERC", "geotiff", "UInt16", ""),
        ("COMPRESS=LERC|MAX_Z_ERROR=0.0", "geotiff", "Int16", ""),
        ("COMPRESS=LERC_ZSTD|MAX_Z_ERROR=0.05", "geotiff", "Int16", "COMPRESS=LERC_ZSTD"),
        ("COMPRESS=LERC", "geotiff", "Float64", "COMPRESS=LERC"),
        ("DISCARD_LSB=0,0,2", "geotiff", "UInt16", "DISCARD_LSB=0,0,2"),
        ("DISCARD_LSB=0", "geotiff", "UInt16", ""),
        ("COMPRESS=DEFLATE|OVERVIEW_COMPRESS=JPEG", "cog", "Byte", "OVERVIEW_COMPRESS=JPEG"),
        ("COMPRESS=JPEG", "virtual", "Byte", ""),
    ],
)
def test_options_that_change_values_are_known(options, kind, dtype, lossy):
    """By what GDAL's drivers document, whether this GDAL has the codec or not."""
    output = OutputSettings(format=OutputFormat(kind), creation_options=options)
    assert lossy_option(output, gdal.GetDataTypeByName(dtype)) == lossy


@pytest.mark.parametrize("form", [OutputFormat.GEOTIFF, OutputFormat.COG, OutputFormat.VIRTUAL])
def test_texts_that_are_not_utf8_are_read_as_latin1(tmp_path, form):
    """Names and units written by programs of the last century: kept, and no failure."""
    paths = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30).paths
    for path in paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadata({"OWNER": "IGN-?"})
        band = dataset.GetRasterBand(1)
        band.SetDescription("altitude-?")
        band.SetUnitType("metre-?")
        band.SetMetadata({"NOTE": "note-?"})
        dataset = band = None
        content = Path(path).read_bytes()
        Path(path).write_bytes(content.replace(b"-?", b"-\xe9"))
    result = opened(paths, tmp_path / "out", output={"format": form})
    band = result.GetRasterBand(1)
    texts = band.GetDescription(), band.GetUnitType(), band.GetMetadata()["NOTE"], result.GetMetadata()["OWNER"]
    assert texts == ("altitude-é", "metre-é", "note-é", "IGN-é")
