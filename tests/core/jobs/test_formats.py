"""Images in other formats than plain GeoTIFF: the result is that of the plain twin."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import gain_errors, gains_of, make_scene, masks, read, rms
from osgeo import gdal

from evenlight.core.errors import EvenlightError, Problems
from evenlight.core.jobs import preview_balance
from evenlight.core.settings import OutputFormat, OutputSettings, StatisticsSettings

JOBS = [run_global, run_balance]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images of three bytes with slanted nodata borders."""
    folder = tmp_path_factory.mktemp("scene")
    return make_scene(folder, columns=3, bands=3, dtype="uint8", factor=0.06, gain_spread=0.2)


def translated(driver, suffix, **options):
    """Turns an image into another format."""

    def convert(path, folder):
        if gdal.GetDriverByName(driver) is None:
            pytest.skip(f"this GDAL has no driver {driver}")
        target = str(folder / f"{Path(path).stem}{suffix}")
        gdal.Translate(target, path, format=driver, **options)
        return target

    convert.__name__ = f"{driver} {suffix}"
    return convert


def zipped(path, folder):
    """One archive for each image."""
    archive = folder / f"{Path(path).stem}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.write(path, "inside/" + Path(path).name)
    return f"/vsizip/{archive}/inside/{Path(path).name}"


def mosaicked(path, folder):
    """A virtual raster of two halves; names relative to it."""
    halves = []
    for number, (top, rows) in enumerate(((0, 60), (60, 90))):
        half = str(folder / f"{Path(path).stem}_{number}.tif")
        gdal.Translate(half, path, srcWin=[0, top, 150, rows])
        halves.append(half)
    target = str(folder / f"{Path(path).stem}.vrt")
    gdal.BuildVRT(target, halves).FlushCache()
    return target


def of_one_band_each(path, folder):
    """A virtual raster that stacks three files."""
    bands = []
    for number in (1, 2, 3):
        band = str(folder / f"{Path(path).stem}_{number}.tif")
        gdal.Translate(band, path, bandList=[number])
        bands.append(band)
    target = str(folder / f"{Path(path).stem}.vrt")
    gdal.BuildVRT(target, bands, separate=True).FlushCache()
    return target


def subdataset(path, folder):
    """A name that is no file: the first page of a TIFF."""
    return f"GTIFF_DIR:1:{path}"


LOSSLESS = [
    translated("COG", ".tif", creationOptions=["BLOCKSIZE=64"]),
    translated("GTiff", ".tif", creationOptions=["INTERLEAVE=BAND", "COMPRESS=LZW"]),
    translated("GTiff", "_big.tif", creationOptions=["BIGTIFF=YES", "ENDIANNESS=BIG"]),
    translated("VRT", ".vrt"),
    translated("JP2OpenJPEG", ".jp2", creationOptions=["REVERSIBLE=YES", "QUALITY=100", "YCBCR420=NO"]),
    translated("HFA", ".img"),
    translated("ENVI", ".dat"),
    translated("PNG", ".png", creationOptions=["WORLDFILE=YES"]),
    zipped,
    mosaicked,
    of_one_band_each,
    subdataset,
]


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("convert", LOSSLESS, ids=lambda convert: convert.__name__)
@pytest.mark.every(3)
def test_the_result_is_that_of_the_plain_twin(scene, tmp_path, convert, job):
    """Every pixel, mask and position; where a format keeps no nodata value the user gives it."""
    (tmp_path / "in").mkdir()
    paths = [convert(path, tmp_path / "in") for path in scene.paths]
    statistics = StatisticsSettings(nodata=0)
    plain = job(scene.paths, tmp_path / "plain", statistics=statistics).outputs
    found = job(paths, tmp_path / "out", statistics=statistics).outputs
    for one, two in zip(plain, found):
        assert np.array_equal(read(one), read(two))
        assert np.array_equal(masks(one), masks(two))
        assert gdal.Open(one).GetGeoTransform() == pytest.approx(gdal.Open(two).GetGeoTransform(), abs=1e-6)
        assert gdal.Open(two).GetProjection()


@pytest.mark.parametrize("convert", [zipped, mosaicked], ids=lambda convert: convert.__name__)
def test_virtual_results_reach_into_archives_and_virtual_rasters(scene, tmp_path, convert):
    """A recipe that names what is no file."""
    (tmp_path / "in").mkdir()
    paths = [convert(path, tmp_path / "in") for path in scene.paths]
    written = run_balance(paths, tmp_path / "written").outputs
    shown = preview_balance(paths, OutputSettings(str(tmp_path / "shown"))).outputs
    for one, two in zip(written, shown):
        valid = masks(one)
        assert np.array_equal(valid, masks(two))
        assert np.abs(read(one)[valid] - read(two)[valid].astype(float)).max() <= 1.01


def test_outputs_bear_the_name_within_the_archive(scene, tmp_path):
    paths = [zipped(path, tmp_path) for path in scene.paths]
    assert [Path(path).name for path in run_global(paths, tmp_path / "out").outputs] == [
        "img_1_Global.tif",
        "img_2_Global.tif",
        "img_3_Global.tif",
    ]


@pytest.mark.parametrize("job", JOBS)
def test_jpeg_in_tiff_with_a_mask(scene, tmp_path, job):
    """Lossy, with an internal mask as drone software writes it: gains right to 1 %, masks equal, results lossless."""
    paths = []
    gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    try:
        for path in scene.paths:
            paths.append(str(tmp_path / Path(path).name))
            options = ["COMPRESS=JPEG", "JPEG_QUALITY=90", "PHOTOMETRIC=YCBCR", "TILED=YES"]
            masked = gdal.Translate("", path, format="MEM", noData="none")
            masked.CreateMaskBand(gdal.GMF_PER_DATASET)
            shown = np.where((read(path) != 0).all(axis=0), 255, 0).astype(np.uint8)
            masked.GetRasterBand(1).GetMaskBand().WriteArray(shown)
            gdal.Translate(paths[-1], masked, creationOptions=options)
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    outputs = job(paths, tmp_path / "out").outputs
    gain, _ = gains_of(outputs)
    assert rms(gain_errors(gain, scene)) < 0.01
    for path, output in zip(paths, outputs):
        assert not masks(path).all()
        assert np.array_equal(masks(path), masks(output))
        before, after = gdal.Open(path), gdal.Open(output)
        assert before.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "YCbCr JPEG"
        assert after.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
        for number in (1, 2, 3):
            one, two = before.GetRasterBand(number), after.GetRasterBand(number)
            assert one.GetColorInterpretation() == two.GetColorInterpretation()


def test_lossy_jpeg2000_is_near(scene, tmp_path):
    """Quality 30: gains right to 1 %."""
    convert = translated("JP2OpenJPEG", ".jp2", creationOptions=["QUALITY=30"])
    bare = make_scene(tmp_path / "bare", columns=3, bands=3, dtype="uint8", factor=0.06, nodata=None)
    (tmp_path / "in").mkdir()
    paths = [convert(path, tmp_path / "in") for path in bare.paths]
    gain, _ = gains_of(run_global(paths, tmp_path / "out").outputs)
    assert rms(gain_errors(gain, bare)) < 0.01


@pytest.mark.parametrize("job", JOBS)
def test_overviews_of_an_input_are_not_read(scene, tmp_path, job):
    """One image has overviews that show something else: no pixel of any result changes."""
    plain = [shutil.copy(path, tmp_path) for path in scene.paths]
    before = [read(path) for path in job(plain, tmp_path / "before").outputs]
    dataset = gdal.Open(plain[1])
    dataset.BuildOverviews("NEAREST", [2, 4])
    for number in (1, 2, 3):
        dataset.GetRasterBand(number).GetOverview(0).Fill(200)
    dataset = None
    after = [read(path) for path in job(plain, tmp_path / "after").outputs]
    assert all(np.array_equal(a, b) for a, b in zip(before, after))


@pytest.mark.parametrize(
    "option",
    ["TARGET_SRS=EPSG:3857", "target_srs=EPSG:3857", "Tiling_Scheme=GoogleMapsCompatible", "EXTENT=0,0,9,9", "RES=5"],
)
def test_options_that_would_move_results_to_another_grid_are_refused(scene, tmp_path, option):
    """GDAL would warp them without a word."""
    output = {"format": OutputFormat.COG, "creation_options": f"COMPRESS=DEFLATE|{option}"}
    with pytest.raises(Problems, match="results keep the grid of their images"):
        run_global(scene.paths, tmp_path / "out", output=output)
    assert not (tmp_path / "out").exists()


def test_options_that_name_the_grid_as_it_is_are_taken(scene, tmp_path):
    """As many bands as before: GDAL adds alpha only where it warps."""
    output = {"format": OutputFormat.COG, "creation_options": "TILING_SCHEME=CUSTOM|ADD_ALPHA=YES"}
    for path, result in zip(scene.paths, run_global(scene.paths, tmp_path / "out", output=output).outputs):
        assert read(result).shape == read(path).shape
        assert gdal.Open(result).GetGeoTransform() == gdal.Open(path).GetGeoTransform()


@pytest.mark.parametrize("kind", [OutputFormat.GEOTIFF, OutputFormat.COG])
@pytest.mark.parametrize("option", ["COMPRESS=DEFLATE|PREDICTOR=3", "BLOCKXSIZE=17|BLOCKYSIZE=17"])
def test_what_gdal_refuses_is_told_of_the_results_file(scene, tmp_path, kind, option):
    """And not of the one that is written first."""
    option = option.replace("BLOCKXSIZE=17|BLOCKYSIZE=17", "BLOCKSIZE=17") if kind is OutputFormat.COG else option
    if kind is OutputFormat.COG and "PREDICTOR" in option:
        option = "COMPRESS=DEFLATE|PREDICTOR=FLOATING_POINT"
    with pytest.raises(EvenlightError) as caught:
        run_global(scene.paths, tmp_path / "out", output={"format": kind, "creation_options": option})
    text = str(caught.value)
    assert "CREATION_OPTIONS" in text
    assert "_Global.tif" in text
    assert ".part-" not in text
    assert "attempt" not in text
