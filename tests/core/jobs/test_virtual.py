"""Virtual results show what written ones hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import chain_of, make_scene, masks, read, sunlight, texture, to_type, write
from osgeo import gdal

from evenlight.core.errors import Problems
from evenlight.core.jobs import balance, preview_balance
from evenlight.core.raster.keeping import same_nodata
from evenlight.core.settings import CorrectionKind, LocalSettings, OutputFormat, OutputSettings, OutputType

VIRTUAL = {"format": OutputFormat.VIRTUAL}


def both(paths, folder, local=None, **options):
    """The written and the virtual results of one run."""
    settings = local or LocalSettings()
    written = balance(paths, OutputSettings(str(folder / "written")), local_settings=settings, **options)
    shown = preview_balance(paths, OutputSettings(str(folder / "shown")), local_settings=settings, **options)
    return written, shown


def assert_equal_pixels(written, shown):
    """Same validity, and values within the rounding of ties and of single precision."""
    for one, two in zip(written.outputs, shown.outputs):
        valid = masks(one)
        assert np.array_equal(valid, masks(two))
        a, b = read(one).astype(float)[valid], read(two).astype(float)[valid]
        assert np.abs(a - np.rint(b)).max() <= 1
        assert (np.abs(a - np.rint(b)) > 0).mean() < 0.001


@pytest.mark.parametrize("alpha", [1.0, 0.4])
@pytest.mark.parametrize("kind", [CorrectionKind.LINEAR, CorrectionKind.ADDITIVE])
def test_the_recipe_gives_what_would_be_written(lit_images, tmp_path, kind, alpha):
    written, shown = both(lit_images.paths, tmp_path, LocalSettings(correction=kind, alpha=alpha))
    assert_equal_pixels(written, shown)
    assert all(path.endswith("_Global.vrt") for path in shown.outputs)
    assert shown.quality == written.quality
    assert [step["kind"] for step in chain_of(shown.outputs[0])] == ["gain_offset", kind.value]


def test_the_global_step_alone_needs_no_field(lit_images, tmp_path):
    written = run_global(lit_images.paths, tmp_path / "written")
    shown = run_global(lit_images.paths, tmp_path / "shown", output=VIRTUAL)
    assert_equal_pixels(written, shown)
    assert not list((tmp_path / "shown").glob("*_field.tif"))


def test_rotated_images_and_other_systems_follow_their_own_grid(tmp_path):
    """The field of an image that is not parallel to the canvas is sampled on the image's own grid."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=160, step=90, light=sunlight)
    turned = str(tmp_path / "turned.tif")
    gdal.Warp(turned, scene.paths[1], dstSRS="EPSG:4326", dstNodata=0)
    written, shown = both([scene.paths[0], turned], tmp_path)
    for one, two in zip(written.outputs, shown.outputs):
        valid = masks(one)
        assert np.abs(read(one).astype(float) - read(two))[valid].max() <= 0.001 * read(one).max()


def assert_alike(written, shown):
    """Type, nodata value and validity are the same, values differ by the rounding of ties and of single precision."""
    for one, two in zip(written.outputs, shown.outputs):
        first, second = gdal.Open(one), gdal.Open(two)
        for number in range(1, first.RasterCount + 1):
            bands = first.GetRasterBand(number), second.GetRasterBand(number)
            assert bands[0].DataType == bands[1].DataType
            assert bands[0].GetMaskFlags() == bands[1].GetMaskFlags()
            assert same_nodata(*(band.GetNoDataValue() for band in bands))
        valid = masks(one)
        assert np.array_equal(valid, masks(two))
        a, b = (read(path)[: len(valid)][valid].astype(float) for path in (one, two))
        if read(one).dtype.kind == "f":
            assert np.allclose(a, b, rtol=2e-6, atol=1e-6 * np.abs(a).max())
        else:
            assert np.abs(a - b).max() <= 1
            assert (a != b).mean() < 0.001


def dark_pair(folder, dtype="uint8", nodata=0, level=12.0, **options):
    """Two images whose values, once corrected, reach the nodata value, which hides a part of each."""
    folder.mkdir()
    ground = texture(1, 120, 200, 8, mean=level, std=3.0)
    hidden = np.zeros((120, 120), bool)
    hidden[30:50, 20:90] = True
    paths = []
    for index, values in enumerate((ground[:, :, :120], 2 * ground[:, :, 80:] - level / 2)):
        stored = to_type(values, dtype)
        stored[stored == nodata] += 1
        stored[:, hidden] = nodata
        paths.append(write(folder / f"{index}.tif", stored, column=80 * index, nodata=nodata, **options))
    return paths


@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.parametrize(
    ("dtype", "nodata", "level"),
    [
        ("uint8", 0, 12.0),
        ("uint8", 255, 12.0),
        ("uint8", 255, 245.0),
        ("uint8", 14, 12.0),
        ("uint16", 0, 12.0),
        ("uint16", 2000, 2000.0),
        ("int16", -32768, 12.0),
        ("int16", -5, 0.0),
        ("int32", 7, 12.0),
        ("uint32", 0, 12.0),
        ("float32", 0, 3.0),
        ("float32", -9999, 12.0),
        ("float32", np.nan, 12.0),
        ("float64", -1.7976931348623157e308, 12.0),
    ],
)
def test_values_that_would_meet_nodata_step_aside_as_in_a_file(tmp_path, dtype, nodata, level, job):
    """The type stays, and no pixel is lost or gained."""
    paths = dark_pair(tmp_path / "in", dtype, nodata, level)
    written = job(paths, tmp_path / "written")
    shown = job(paths, tmp_path / "shown", output=VIRTUAL)
    assert_alike(written, shown)


@pytest.mark.parametrize("local", [LocalSettings(), LocalSettings(correction=CorrectionKind.ADDITIVE)])
def test_whole_numbers_in_floats_step_aside_too(tmp_path, local):
    """A valid float that comes out as nodata exactly: whole numbers and a shift by a whole number."""
    ground = np.random.default_rng(3).integers(1, 60, size=(1, 100, 180)).astype(np.float32)
    paths = [
        write(tmp_path / f"{n}.tif", ground[:, :, 80 * n : 80 * n + 100] + 16 * n, column=80 * n, nodata=0)
        for n in range(2)
    ]
    written, shown = both(paths, tmp_path, local)
    assert_alike(written, shown)


@pytest.mark.parametrize("wanted", [word for word in OutputType if word is not OutputType.SAME])
@pytest.mark.parametrize("nodata", [None, -9999, 0, 20])
def test_other_types_hold_what_written_ones_do(tmp_path, wanted, nodata):
    """Values on both sides of the end of bytes; an image may declare no value, or one that it cannot hold."""
    paths = dark_pair(tmp_path / "in", "uint16", max(nodata or 0, 0), 240.0)
    if nodata in (None, -9999):
        paths = [
            write(tmp_path / f"{n}.tif", read(path), column=80 * n, nodata=nodata) for n, path in enumerate(paths)
        ]
    output = {"dtype": wanted}
    assert_alike(
        run_balance(paths, tmp_path / "written", output=output),
        run_balance(paths, tmp_path / "shown", output={**VIRTUAL, **output}),
    )


def test_masks_alpha_and_metadata_are_carried_over(tmp_path):
    values = to_type(texture(3, 90, 150, 9, mean=120, std=20), "uint8")
    hole = np.ones((90, 90), bool)
    hole[20:40, 30:50] = False
    paths = [
        write(tmp_path / "a.tif", values[:, :, :90], mask=hole),
        write(tmp_path / "b & c.tif", values[:, :, 60:], column=60, interpretation=[3, 4, 5]),
    ]
    opened = gdal.Open(paths[1], gdal.GA_Update)
    opened.GetRasterBand(2).SetDescription("<green> & more")
    opened.SetMetadataItem("SENSOR", 'a "camera"')
    opened.FlushCache()
    written, shown = both(paths, tmp_path)
    assert_equal_pixels(written, shown)
    result = gdal.Open(shown.outputs[1])
    assert result.GetRasterBand(2).GetDescription() == "<green> & more"
    assert result.GetMetadataItem("SENSOR") == 'a "camera"'
    assert [result.GetRasterBand(n).GetColorInterpretation() for n in (1, 2, 3)] == [3, 4, 5]


@pytest.mark.parametrize("kind", [CorrectionKind.GAMMA, CorrectionKind.OFFSET])
def test_power_laws_are_refused_before_anything_is_read(lit_images, tmp_path, kind):
    with pytest.raises(Problems, match="virtual raster"):
        run_local(lit_images.paths, tmp_path / "out", output=VIRTUAL, correction=kind)
    assert not (tmp_path / "out").exists()


def test_windows_of_a_virtual_result_join_without_seams(lit_images, tmp_path):
    """Reading by parts gives what reading the whole gives."""
    shown = preview_balance(lit_images.paths, OutputSettings(str(tmp_path), dtype=OutputType.FLOAT64))
    dataset = gdal.Open(shown.outputs[0])
    whole = dataset.ReadAsArray()
    part = dataset.ReadAsArray(31, 17, 70, 55)
    assert np.allclose(part, whole[:, 17:72, 31:101], rtol=1e-6, equal_nan=True)


def test_the_files_are_small_and_few(lit_images, tmp_path):
    shown = preview_balance(lit_images.paths, OutputSettings(str(tmp_path / "out")))
    files = list((tmp_path / "out").iterdir())
    assert len(files) == 3 * len(shown.outputs)
    assert sum(Path(file).stat().st_size for file in files) < 60_000 * len(shown.outputs)


@pytest.mark.parametrize("unread", [{"creation_options": "COMPRESS=LZW"}, {"overviews": True}])
def test_options_that_a_recipe_cannot_have_are_refused(lit_images, tmp_path, unread):
    """An option that would do nothing is told, not swallowed."""
    with pytest.raises(Problems, match="virtual results"):
        run_global(lit_images.paths, tmp_path / "out", output={**VIRTUAL, **unread})


@pytest.mark.parametrize("system", ["EPSG:4326", "EPSG:31467", "EPSG:32614"])
def test_virtual_results_lie_where_written_ones_lie(tmp_path, system):
    """Also in systems whose first axis points north: warped elsewhere, both land on the same ground."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1)
    paths = []
    for path in scene.paths:
        paths.append(path.replace(".tif", "_there.tif"))
        gdal.Warp(paths[-1], path, dstSRS=system, dstNodata=0)
    written = run_global(paths, tmp_path / "written").outputs
    shown = run_global(paths, tmp_path / "shown", output=VIRTUAL).outputs
    for one, two in zip(written, shown):
        looks = [gdal.Warp("", path, format="MEM", dstSRS="EPSG:32615", dstNodata=0) for path in (one, two)]
        assert looks[0].GetGeoTransform() == pytest.approx(looks[1].GetGeoTransform())
        difference = looks[0].ReadAsArray().astype(int) - looks[1].ReadAsArray()
        assert np.abs(difference).max() <= 1
