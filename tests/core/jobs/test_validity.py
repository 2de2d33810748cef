"""A pixel is data only if every statement of its file allows it, for every tool, and in what every tool writes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import NORTH, PIXEL, WEST, chain_of, read, texture, to_type, write
from made_statements import BANDS, SIZE, by_gdals_mask, by_nodata_alone, stated, together
from osgeo import gdal
from polygon_boxes import box

from evenlight.core.align.transform import Transform
from evenlight.core.errors import Problems
from evenlight.core.execution import Signal
from evenlight.core.filters.settings import (
    Edge,
    EqualizeMethod,
    EqualizeSettings,
    GapSettings,
    HistogramMatchSettings,
    LocalStatistic,
    LocalVarianceSettings,
    Region,
)
from evenlight.core.jobs import (
    fill_gaps,
    histogram_equalize,
    histogram_match,
    local_variance,
    mask_rasters,
    pif_mask,
    threshold_mask,
)
from evenlight.core.jobs.aligned import deliver_aligned
from evenlight.core.masks.polygons import PolygonMask
from evenlight.core.masks.settings import ThresholdSettings
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.image import describe, inspect
from evenlight.core.raster.nodata import UnequalBandsError
from evenlight.core.raster.on_grid import measured_on
from evenlight.core.raster.source import FileSource, Handles
from evenlight.core.raster.window import Window
from evenlight.core.run import Run
from evenlight.core.settings import (
    ConstantBorder,
    OutputFormat,
    OutputSettings,
    OutputType,
    Resampling,
    StatisticsSettings,
)
from evenlight.core.statistics.borders import find_border

STEP = 20
WHOLE = Window(0, 0, SIZE, SIZE)
KINDS = together(3)
SOME = [kind for kind in together(2) if len(kind[0]) == 1 or kind[1] != "uint16"]


def label(value):
    return "+".join(value) if isinstance(value, tuple) else str(value)


every = pytest.mark.parametrize(("statements", "dtype"), KINDS, ids=label)
pairs = pytest.mark.parametrize(("statements", "dtype"), SOME, ids=label)
undeclared = pytest.mark.parametrize(
    ("statements", "dtype"), [kind for kind in SOME if "border" not in kind[0]], ids=label
)


def image_of(file, statements, nodata=None):
    """The facts about a file, with its border where it has one."""
    image = inspect(file.path, nodata)
    return replace(image, border=find_border(image, Signal(), 1e7)) if "border" in statements else image


def assert_says(path, valid):
    """What a result tells by GDAL's masks, by its nodata value alone, and to the next tool."""
    assert np.array_equal(by_gdals_mask(path), valid)
    alone = by_nodata_alone(path)
    assert alone is None or np.array_equal(alone, valid)
    assert np.array_equal(FileSource(describe(path), Handles()).read(WHOLE)[1], valid)


@every
def test_what_every_statement_allows_is_read(tmp_path, statements, dtype):
    file = stated(tmp_path, "a", statements, dtype)
    values, valid, *_ = FileSource(image_of(file, statements), Handles()).read(WHOLE)
    assert np.array_equal(valid, file.valid)
    assert np.array_equal(values[valid], read(file.path)[:BANDS][valid])


@every
@pytest.mark.every(6)
def test_the_same_is_seen_on_another_grid(tmp_path, statements, dtype):
    """A south-up twin has to be warped."""
    file = stated(tmp_path, "a", statements, dtype, south_up=True)
    upright = stated(tmp_path, "b", statements, dtype)
    view = measured_on(image_of(file, statements), make_canvas([describe(upright.path)]), Handles())
    values, valid, *_ = view.read(WHOLE)
    assert np.array_equal(valid, upright.valid)
    assert np.array_equal(values[valid], read(upright.path)[:BANDS][valid])


@every
def test_means_of_finer_pixels_are_those_of_valid_ones(tmp_path, statements, dtype):
    """Two by two pixels on a coarser canvas: the mean of those that are data, nothing where none is."""
    file = stated(tmp_path, "a", statements, dtype)
    coarse = write(tmp_path / "coarse.tif", np.ones((BANDS, SIZE // 2, SIZE // 2), np.float32), pixel=2 * PIXEL)
    image = image_of(file, statements)
    view = measured_on(image, make_canvas([describe(coarse), image]), Handles())
    values, valid, *_ = view.read(Window(0, 0, SIZE // 2, SIZE // 2))
    fine = np.where(file.valid, read(file.path)[:BANDS], np.nan).astype(np.float64)
    fours = fine.reshape(BANDS, SIZE // 2, 2, SIZE // 2, 2).transpose(0, 1, 3, 2, 4).reshape(*valid.shape, 4)
    assert np.array_equal(valid, np.isfinite(fours).any(axis=3))
    assert values[valid] == pytest.approx(np.nanmean(fours[valid], axis=1), rel=1e-5)


def pair(folder, statements, dtype, south_up=False):
    """Two images of one ground, the second 20 pixels further east and with a gain of 0.8."""
    first = stated(folder, "one", statements, dtype)
    return first, stated(folder, "two", statements, dtype, STEP, 0.8, south_up)


def border(statements):
    return StatisticsSettings(constant_border=ConstantBorder.ALWAYS if "border" in statements else ConstantBorder.AUTO)


@pytest.mark.parametrize("south_up", [False, True], ids=["direct", "warped"])
@pairs
@pytest.mark.every(6)
def test_gains_come_from_data_only_and_results_have_the_same_data(tmp_path, statements, dtype, south_up):
    """What is hidden has values that would spoil them."""
    files = pair(tmp_path, statements, dtype, south_up)
    outputs = run_global(
        [file.path for file in files], tmp_path / "out", statistics=border(statements), model_images=(files[0].path,)
    ).outputs
    gain = np.array([chain_of(path)[0]["gain"] for path in outputs])
    assert gain[1] / gain[0] == pytest.approx([1.25, 1.25], rel=0.002 if dtype != "uint8" else 0.02)
    for file, path in zip(files, outputs):
        if "border" in statements and not {"nodata", "mask", "alpha"} & set(statements):
            # nobody asked for a value or mask, so the border stays what it was
            assert (read(path)[:, ~file.valid.any(axis=0)] == 0)[:, :4].all()
        else:
            assert_says(path, file.valid)


@pytest.mark.parametrize("job", [run_local, run_balance])
@undeclared
@pytest.mark.every(6)
def test_local_results_have_the_same_data(tmp_path, statements, dtype, job):
    files = pair(tmp_path, statements, dtype)
    for file, path in zip(files, job([file.path for file in files], tmp_path / "out").outputs):
        assert_says(path, file.valid)


@pytest.mark.parametrize("wanted", [OutputType.BYTE, OutputType.INT16, OutputType.FLOAT64])
@undeclared
@pytest.mark.every(10)
def test_results_of_another_type_have_the_same_data(tmp_path, statements, dtype, wanted):
    files = pair(tmp_path, statements, dtype)
    outputs = run_global([file.path for file in files], tmp_path / "out", output={"dtype": wanted}).outputs
    for file, path in zip(files, outputs):
        assert_says(path, file.valid)


@pytest.mark.parametrize("output", [OutputFormat.COG, OutputFormat.VIRTUAL])
@pairs
@pytest.mark.every(10)
def test_results_of_another_format_have_the_same_data(tmp_path, statements, dtype, output):
    files = pair(tmp_path, statements, dtype)
    options = {"output": {"format": output}, "statistics": border(statements)}
    for file, path in zip(files, run_global([file.path for file in files], tmp_path / "out", **options).outputs):
        if "border" not in statements:
            assert_says(path, file.valid)
        elif {"nodata", "mask", "alpha"} & set(statements):
            assert np.array_equal(by_gdals_mask(path), file.valid)


@pytest.mark.parametrize("value", [7, 9])
@undeclared
@pytest.mark.every(6)
def test_the_users_nodata_value_is_all_that_counts(tmp_path, statements, dtype, value):
    """Masks and alpha of the file do not, and what is written says so."""
    files = pair(tmp_path, statements, dtype)
    options = {"statistics": StatisticsSettings(nodata=value)}
    for file, path in zip(files, run_global([file.path for file in files], tmp_path / "out", **options).outputs):
        values = read(file.path)[:BANDS]
        assert_says(path, (values != value) & np.isfinite(values))


@pytest.mark.parametrize("nodata", [None, 9])
def test_opacity_is_the_same_share_in_another_type(tmp_path, nodata):
    """3 and 255 of 255 become 771 and 65535; beside a user's nodata value nothing is transparent."""
    files = pair(tmp_path, ("alpha",), "uint8")
    options = {"output": {"dtype": OutputType.UINT16}, "statistics": StatisticsSettings(nodata=nodata)}
    for file, path in zip(files, run_global([file.path for file in files], tmp_path / "out", **options).outputs):
        before, after = read(file.path)[-1].astype(int), read(path)[-1]
        before[before == 0] = 0 if nodata is None else 255
        assert np.array_equal(after, 257 * before)


OUTPUT, FILLED = {"name": "$_Out.tif"}, {}


def masked(paths, folder):
    """All but a box is blanked."""
    polygons = PolygonMask((box(5, 5, 55, 45),), gdal.Open(paths[0]).GetProjection())
    return mask_rasters(paths, polygons, OutputSettings(folder=str(folder), **OUTPUT)).outputs


def matched(paths, folder):
    settings = HistogramMatchSettings(Region.WHOLE)
    return histogram_match(paths, paths[1], OutputSettings(folder=str(folder), **OUTPUT), settings=settings).outputs


def equalized(paths, folder):
    settings = EqualizeSettings(EqualizeMethod.COMMON)
    return histogram_equalize(paths, OutputSettings(folder=str(folder), **OUTPUT), settings=settings).outputs


def equalized_by_parts(paths, folder):
    settings = EqualizeSettings(EqualizeMethod.ADAPTIVE)
    return histogram_equalize(paths, OutputSettings(folder=str(folder), **OUTPUT), settings=settings).outputs


def one_band_equalized(paths, folder):
    settings = EqualizeSettings(EqualizeMethod.GLOBAL, bands="2")
    return histogram_equalize(paths, OutputSettings(folder=str(folder), **OUTPUT), settings=settings).outputs


def aligned(placement, paths, folder, resampling=Resampling.CUBIC):
    return deliver_aligned(
        [describe(path) for path in paths], [placement] * len(paths), "coregister",
        OutputSettings(folder=str(folder), **OUTPUT), resampling, None, Run(),
    )  # fmt: skip


def shifted(paths, folder):
    return aligned(Transform.shift(2 * PIXEL, -3 * PIXEL), paths, folder)


def filled(paths, folder):
    """Nothing is small enough."""
    folder.mkdir()
    results = []
    for number, path in enumerate(paths):
        results.append(str(folder / f"{number}.tif"))
        fill_gaps(path, results[-1], settings=GapSettings(max_size=1), **FILLED)
    return results


TOOLS = [masked, matched, equalized, equalized_by_parts, one_band_equalized, shifted, filled]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.__name__)
@undeclared
@pytest.mark.every(6)
def test_every_tool_keeps_what_is_data(tmp_path, statements, dtype, tool):
    files = pair(tmp_path, statements, dtype)
    for file, path in zip(files, tool([file.path for file in files], tmp_path / "out")):
        kept = np.ones((SIZE, SIZE), bool)
        if tool is masked:
            left = STEP if file is files[1] else 0
            kept[:] = False
            kept[5:45, max(5 - left, 0) : 55 - left] = True
        assert_says(path, file.valid & kept)


@undeclared
def test_resampled_images_keep_what_is_data(tmp_path, statements, dtype):
    """Moved by whole pixels onto the grid that they have: each pixel is where it was, or one of its neighbours."""
    file = stated(tmp_path, "a", statements, dtype)
    grid = Grid(gdal.Open(file.path).GetProjection(), (WEST, PIXEL, 0.0, NORTH, 0.0, -PIXEL), SIZE, SIZE)
    (path,) = deliver_aligned(
        [describe(file.path)], [Transform.shift(3 * PIXEL, -2 * PIXEL)], "coregister",
        OutputSettings(folder=str(tmp_path / "out"), **OUTPUT), Resampling.CUBIC, grid, Run(),
    )  # fmt: skip
    expected = np.zeros_like(file.valid)
    expected[:, 2:, 3:] = file.valid[:, :-2, :-3]
    assert_says(path, expected)
    moved = read(file.path)[:BANDS, :-2, :-3]
    assert np.array_equal(read(path)[:BANDS, 2:, 3:][expected[:, 2:, 3:]], moved[expected[:, 2:, 3:]])


@undeclared
def test_filled_holes_are_data_and_nothing_else_changes(tmp_path, statements, dtype):
    file = stated(tmp_path, "a", statements, dtype)
    fill_gaps(file.path, str(tmp_path / "out.tif"))
    assert_says(str(tmp_path / "out.tif"), np.ones_like(file.valid))
    values = read(str(tmp_path / "out.tif"))[:BANDS]
    assert np.array_equal(values[file.valid], read(file.path)[:BANDS][file.valid])
    assert ((values >= 15) & (values <= 225)).all()


@undeclared
def test_means_in_a_window_come_from_data_only(tmp_path, statements, dtype):
    file = stated(tmp_path, "a", statements, dtype)
    settings = LocalVarianceSettings(LocalStatistic.MEAN, 3, 3, Edge.SHRINK, 0.01)
    local_variance(file.path, str(tmp_path / "out.tif"), settings=settings)
    values = np.where(file.valid, read(file.path)[:BANDS], np.nan)
    values = np.pad(values, ((0, 0), (1, 1), (1, 1)), constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(values, (3, 3), axis=(1, 2)).reshape(BANDS, SIZE, SIZE, 9)
    seen = np.isfinite(windows).any(axis=3)
    found = read(str(tmp_path / "out.tif"))
    assert np.array_equal(np.isfinite(found), seen)
    assert found[seen] == pytest.approx(np.nanmean(windows[seen].astype(np.float64), axis=1), rel=1e-5)


@undeclared
def test_masks_answer_where_there_is_data(tmp_path, statements, dtype):
    file = stated(tmp_path, "a", statements, dtype)
    output = OutputSettings(folder=str(tmp_path / "out"), name="$_Mask.tif")
    (path,) = threshold_mask([file.path], output, settings=ThresholdSettings(expression="B1 + B2 > 200")).outputs
    assert np.array_equal(read(path)[0] != 255, file.valid.all(axis=0))


BYTES = [
    "COMPRESS=JPEG",
    "COMPRESS=JPEG|PHOTOMETRIC=YCBCR",
    "COMPRESS=JPEG|INTERLEAVE=BAND|TILED=NO",
    "COMPRESS=WEBP",
    "COMPRESS=LERC|MAX_Z_ERROR=4",
    "COMPRESS=DEFLATE|DISCARD_LSB=3",
]
NUMBERS = ["COMPRESS=LERC_DEFLATE|MAX_Z_ERROR=2.5", "COMPRESS=LERC_ZSTD|MAX_Z_ERROR=1", "DISCARD_LSB=4|COMPRESS=LZW"]
COGS = ["COMPRESS=JPEG|QUALITY=40", "COMPRESS=WEBP|QUALITY=30", "OVERVIEW_COMPRESS=JPEG", "COMPRESS=LERC|MAX_Z_ERROR=4"]
LOSSY = [
    *[(options, "uint8", OutputFormat.GEOTIFF) for options in BYTES],
    *[(options, dtype, OutputFormat.GEOTIFF) for options in NUMBERS for dtype in ("uint16", "float32")],
    *[(options, "uint8", OutputFormat.COG) for options in COGS],
    ("COMPRESS=LERC", "float32", OutputFormat.GEOTIFF),
    ("COMPRESS=LERC|MAX_Z_ERROR=3", "float32", OutputFormat.COG),
]
lossy = pytest.mark.parametrize(("options", "dtype", "kind"), LOSSY, ids=str)


def available(options, kind):
    """Leave out what this GDAL was not built with."""
    described = gdal.GetDriverByName(str(kind).replace("geotiff", "GTiff")).GetMetadataItem("DMD_CREATIONOPTIONLIST")
    word = options.split("|")[0].partition("=")[2]
    if not word.isdecimal() and f">{word}<" not in described:
        pytest.skip(f"this GDAL has no {word}")


def unsplit(folder, statements, dtype):
    """Three bands, each valid where the others are."""
    options = {"bands": 3, "split": False}
    return (
        stated(folder, "one", statements, dtype, **options),
        stated(folder, "two", statements, dtype, STEP, 0.8, **options),
    )


def assert_masked(path, valid):
    """By a mask inside the file and nothing else, whatever became of the values."""
    dataset = gdal.Open(path)
    assert dataset.GetRasterBand(1).GetNoDataValue() is None
    assert dataset.GetRasterBand(1).GetMaskFlags() == (gdal.GMF_PER_DATASET if not valid.all() else gdal.GMF_ALL_VALID)
    assert f"{path}.msk" not in dataset.GetFileList()
    assert_says(path, valid)


@pytest.mark.parametrize("statements", [("nodata",), ("nodata", "mask"), ("nan",)], ids=label)
@lossy
@pytest.mark.every(10)
def test_compression_that_changes_values_leaves_validity_alone(tmp_path, options, dtype, kind, statements):
    """Values move a little; which of them are data does not."""
    available(options, kind)
    if dtype != "float32":
        statements = tuple(word.replace("nan", "mask") for word in statements)
    files = unsplit(tmp_path, statements, dtype)
    output = {"format": kind, "creation_options": options}
    outputs = run_global([file.path for file in files], tmp_path / "out", output=output).outputs
    plain = run_global([file.path for file in files], tmp_path / "plain").outputs
    for file, path, exact in zip(files, outputs, plain):
        assert_masked(path, file.valid)
        change = np.abs(read(path).astype(float) - read(exact))[file.valid]
        assert np.sqrt((change**2).mean()) < 12


@lossy
@pytest.mark.every(6)
def test_a_border_is_told_by_the_mask_too(tmp_path, options, dtype, kind):
    """It would be blurred, and be found by nobody again."""
    available(options, kind)
    files = unsplit(tmp_path, ("border",), dtype)
    output = {"format": kind, "creation_options": options}
    found = run_global([file.path for file in files], tmp_path / "out", output=output, statistics=border(("border",)))
    for file, path in zip(files, found.outputs):
        assert_masked(path, file.valid)


@pytest.mark.parametrize("options", ["COMPRESS=JPEG", "COMPRESS=LERC|MAX_Z_ERROR=4", "DISCARD_LSB=3"])
def test_images_without_anything_hidden_get_no_mask(tmp_path, options):
    files, output = unsplit(tmp_path, (), "uint8"), {"creation_options": options}
    for path in run_global([file.path for file in files], tmp_path / "out", output=output).outputs:
        assert gdal.Open(path).GetRasterBand(1).GetMaskFlags() == gdal.GMF_ALL_VALID


def test_overviews_have_the_mask_too(tmp_path):
    values = to_type(texture(3, 600, 600, 4, mean=120, std=20), "uint8")
    values[:, :100] = 7
    paths = [write(tmp_path / f"{n}.tif", values, column=10 * n, nodata=7) for n in range(2)]
    output = {"creation_options": "COMPRESS=JPEG", "overviews": True}
    for path in run_global(paths, tmp_path / "out", output=output).outputs:
        dataset = gdal.Open(path)
        smaller = dataset.GetRasterBand(1).GetOverview(0)
        shown = smaller.GetMaskBand().ReadAsArray() != 0
        assert smaller.GetMaskFlags() == gdal.GMF_PER_DATASET
        assert shown[51:].all()
        assert not shown[:49].any()


@pytest.mark.parametrize("options", ["COMPRESS=WEBP|WEBP_LOSSLESS=YES", "COMPRESS=LERC", "COMPRESS=ZSTD|DISCARD_LSB=0"])
def test_compression_that_changes_nothing_keeps_the_nodata_value(tmp_path, options):
    available(options, OutputFormat.GEOTIFF)
    files = unsplit(tmp_path, ("nodata",), "uint8")
    output = {"creation_options": options}
    for file, path in zip(files, run_global([file.path for file in files], tmp_path / "out", output=output).outputs):
        assert gdal.Open(path).GetRasterBand(1).GetNoDataValue() == 7
        assert_says(path, file.valid)


@lossy
def test_pixels_with_data_in_some_bands_only_are_refused(tmp_path, options, dtype, kind):
    """One mask cannot tell; nothing is written."""
    available(options, kind)
    files = pair(tmp_path, ("nodata",), dtype)
    if "YCBCR" in options or "WEBP" in options:
        files = [stated(tmp_path, f"{n}", ("nodata",), dtype, STEP * n, bands=3) for n in range(2)]
    with pytest.raises(UnequalBandsError, match=r"one_Global\.tif|two_Global\.tif|[01]_Global\.tif") as caught:
        run_global(
            [file.path for file in files], tmp_path / "out", output={"format": kind, "creation_options": options}
        )
    assert "COMPRESS=DEFLATE" in str(caught.value)
    assert not list((tmp_path / "out").iterdir())


@lossy
def test_alpha_is_not_compressed_with_loss(tmp_path, options, dtype, kind):
    """Refused before anything is read: opacity tells what is data."""
    available(options, kind)
    files = pair(tmp_path, ("alpha",), dtype)
    with pytest.raises(Problems, match=r"the alpha band of .*one\.tif, .*two\.tif tells which pixels are data"):
        run_global(
            [file.path for file in files], tmp_path / "out", output={"format": kind, "creation_options": options}
        )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("tool", [masked, matched, equalized, shifted, filled], ids=lambda tool: tool.__name__)
@pytest.mark.parametrize("statements", [("nodata",), ("mask",)], ids=label)
def test_every_tool_heeds_what_compression_does(tmp_path, monkeypatch, statements, tool):
    """They write through one place."""
    files = unsplit(tmp_path, statements, "uint8")
    for name in ("OUTPUT", "FILLED"):
        monkeypatch.setitem(globals(), name, {**globals()[name], "creation_options": "COMPRESS=JPEG|JPEG_QUALITY=60"})
    results = tool([file.path for file in files], tmp_path / "out")
    assert_masked(results[0], file_kept(files[0], tool))


def file_kept(file, tool):
    """What a tool leaves as data of the first file."""
    kept = np.zeros((SIZE, SIZE), bool)
    kept[5:45, 5:55] = True
    return file.valid & kept if tool is masked else file.valid


def test_a_moving_window_of_single_bands_is_refused_with_loss_and_fine_together(tmp_path):
    one, two = (stated(tmp_path, f"{n}", ("nodata",), "float32", split=bool(n)) for n in range(2))
    options = {"creation_options": "COMPRESS=LERC|MAX_Z_ERROR=0.1"}
    local_variance(one.path, str(tmp_path / "out.tif"), settings=LocalVarianceSettings(min_valid=0.9), **options)
    local_variance(one.path, str(tmp_path / "exact.tif"), settings=LocalVarianceSettings(min_valid=0.9))
    assert_masked(str(tmp_path / "out.tif"), by_gdals_mask(str(tmp_path / "exact.tif")))
    with pytest.raises(UnequalBandsError):
        local_variance(two.path, str(tmp_path / "two.tif"), **options)


@pytest.mark.parametrize("options", ["COMPRESS=JPEG", "COMPRESS=LERC|MAX_Z_ERROR=1", "NBITS=7"])
def test_masks_are_never_compressed_with_loss(tmp_path, options):
    """0, 1 and 255 have meanings."""
    file = stated(tmp_path, "a", (), "uint8")
    output = OutputSettings(folder=str(tmp_path / "out"), name="$_Mask.tif", creation_options=options)
    with pytest.raises(Problems, match="CREATION_OPTIONS cannot be"):
        threshold_mask([file.path], output, settings=ThresholdSettings(expression="B1 > 100"))
    with pytest.raises(Problems, match="CREATION_OPTIONS cannot be"):
        pif_mask(file.path, stated(tmp_path, "b", (), "uint8").path, str(tmp_path / "p.tif"), creation_options=options)


@pytest.mark.parametrize(
    ("bits", "dtype", "wanted"),
    [
        (7, "uint8", "same"),
        (1, "uint8", "same"),
        (12, "uint16", "same"),
        (16, "float32", "same"),
        (8, "uint8", "UInt16"),
    ],
)
def test_fewer_bits_than_the_type_has_are_refused(tmp_path, bits, dtype, wanted):
    """GDAL would cut values without a word."""
    files = pair(tmp_path, (), dtype)
    with pytest.raises(Problems, match=rf'cannot be "NBITS={bits}": use no NBITS below'):
        run_global(
            [file.path for file in files], tmp_path / "out",
            output={"creation_options": f"NBITS={bits}", "dtype": OutputType(wanted)},
        )  # fmt: skip
    assert not (tmp_path / "out").exists()


def test_all_bits_of_the_type_are_no_cut(tmp_path):
    files = pair(tmp_path, ("nodata",), "uint8")
    output = {"creation_options": "NBITS=8|COMPRESS=DEFLATE"}
    for file, path in zip(files, run_global([file.path for file in files], tmp_path / "out", output=output).outputs):
        assert_says(path, file.valid)


def test_signed_bytes_are_no_way_out(tmp_path):
    """Values above 127 would be read as negative ones."""
    files = pair(tmp_path, (), "uint8")
    with pytest.raises(Problems, match="PIXELTYPE"):
        run_global([file.path for file in files], tmp_path, output={"creation_options": "PIXELTYPE=SIGNEDBYTE"})
