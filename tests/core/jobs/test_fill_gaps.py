"""Filled images: what is filled, what never changes, and what it does not depend on."""

from __future__ import annotations

import os
import sys
import time
import warnings

import numpy as np
import pytest
from made_gaps import HEIGHT, KINDS, WIDTH, gapped, ground
from made_scenes import masks, read, rms, texture, write
from osgeo import gdal
from recorders import CancelAt, Recorder
from scipy import ndimage

from evenlight.core.errors import Cancelled, Problems
from evenlight.core.filters.gaps import filling, holes, inpainting, interpolation
from evenlight.core.filters.settings import GapMethod, GapSettings
from evenlight.core.jobs import fill_gaps
from evenlight.core.settings import ExecutionSettings

PLAIN = [GapMethod.NEAREST, GapMethod.INVERSE_DISTANCE, GapMethod.TELEA, GapMethod.NAVIER_STOKES]
TYPES = ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"]


def need(method):
    if method in (GapMethod.TELEA, GapMethod.NAVIER_STOKES):
        pytest.importorskip("cv2", reason="OpenCV is not installed")


def run(path, folder, method=GapMethod.INVERSE_DISTANCE, other=None, progress=None, name="out.tif", **options):
    settings = {key: options.pop(key) for key in ("max_size", "inside_footprint") if key in options}
    folder.mkdir(exist_ok=True)
    return fill_gaps(
        path,
        str(folder / name),
        settings=GapSettings(method=method, **settings),
        other=other,
        filled_mask=str(folder / f"filled_{name}"),
        progress=progress or Recorder(),
        **options,
    )


def check_filled(made, result, holes=None, outside=None):
    """What is valid stays bit by bit, what is a hole is filled, what is outside stays invalid."""
    holes = made.holes if holes is None else holes
    outside = made.outside if outside is None else outside
    before, after = read(made.path)[:3], read(result.output)[:3]
    valid = masks(made.path)
    assert after.dtype == before.dtype
    for band in range(3):
        assert before[band][valid[band]].tobytes() == after[band][valid[band]].tobytes()
    assert np.array_equal(masks(result.output), valid | holes)
    assert not masks(result.output)[:, outside].any()
    assert np.array_equal(read(result.filled_mask)[0] == 1, holes.any(axis=0))
    assert result.filled == holes.any(axis=0).sum()


@pytest.mark.every(3)
@pytest.mark.parametrize("method", PLAIN)
@pytest.mark.parametrize("kind", KINDS)
def test_holes_are_filled_and_all_else_stays(tmp_path, kind, method):
    need(method)
    made = gapped(tmp_path, kind)
    result = run(made.path, tmp_path / "out", method)
    check_filled(made, result)
    error = (read(result.output)[:3].astype(float) - made.truth)[made.holes]
    assert rms(error) < 0.5 * made.truth.std()


@pytest.mark.parametrize("method", PLAIN)
@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.every(6)
def test_every_type_is_filled_in_its_own_precision(tmp_path, dtype, method):
    """The error is a share of the texture, whatever the units, the level and the sign."""
    need(method)
    made = gapped(tmp_path, "mask", dtype)
    result = run(made.path, tmp_path / "out", method)
    check_filled(made, result)
    error = (read(result.output).astype(float) - made.truth)[made.holes]
    assert rms(error) < (0.35 if method is GapMethod.NEAREST else 0.3) * made.truth.astype(float).std()
    if np.dtype(dtype).kind == "f":
        assert len(np.unique(read(result.output)[made.holes])) > 100


@pytest.mark.parametrize("kind", ["nodata", "mask", "bands of their own"])
@pytest.mark.parametrize("method", [GapMethod.MEDIAN, GapMethod.DILATION, GapMethod.ROW_MEAN, GapMethod.COLUMN_MEAN])
def test_simple_fills_fill_holes_and_leave_all_else(tmp_path, kind, method):
    made = gapped(tmp_path, kind)
    check_filled(made, run(made.path, tmp_path / "out", method))


@pytest.mark.parametrize(("method", "axis"), [(GapMethod.ROW_MEAN, 1), (GapMethod.COLUMN_MEAN, 0)])
def test_lines_are_filled_with_their_means(tmp_path, monkeypatch, method, axis):
    """Of the whole image, across tiles, with each memory; a line without a pixel stays empty and is warned of."""
    monkeypatch.setattr(holes, "TILE", 32)
    values = texture(2, 90, 130, 3).astype("float32")
    values[:, 20:25, 40:60] = values[:, 40:70, 70:72] = np.nan
    values[1, 10, 10:30] = np.nan
    line = (slice(None), 50) if axis == 1 else (slice(None), slice(None), 50)
    values[line] = np.nan
    path, progress = write(tmp_path / "in.tif", values, nodata=float("nan")), Recorder()
    found = [
        read(run(path, tmp_path / "out", method, progress=progress, inside_footprint=False, execution=execution).output)
        for execution in (ExecutionSettings(), ExecutionSettings(threads=1, memory_budget=64))
    ]
    assert found[0].tobytes() == found[1].tobytes()
    with np.errstate(invalid="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        means = np.nanmean(values.astype(float), axis=axis + 1, keepdims=True)
    wanted = np.where(np.isnan(values), means, values)
    assert np.allclose(found[0], wanted, rtol=1e-6, equal_nan=True)
    assert np.isnan(found[0][line]).all()
    assert any("nothing valid" in text for text in progress.warnings)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32"])
def test_values_of_a_hole_never_mean_nodata(tmp_path, dtype):
    """Between 99 and 101 lies 100, which is nodata here."""
    values = np.full((1, 40, 40), 99, dtype)
    values[:, :, 20:] = 101
    values[:, 15:25, 15:25] = 100
    path = write(tmp_path / "a.tif", values, nodata=100)
    for method in (GapMethod.INVERSE_DISTANCE, GapMethod.NEAREST):
        result = run(path, tmp_path / "out", method, name=f"{method}.tif")
        assert masks(result.output).all()
        assert result.filled == 100


def test_no_value_wraps_around(tmp_path):
    """Another image that is far brighter in the hole: clipped, never dark."""
    truth = ground("uint8")
    truth[:, 30:50, 50:80] = 250
    other = truth.astype("float32")
    other[:, 32:48, 55:75] = 4000
    holed = truth.copy()
    holed[:, 30:50, 50:80] = 0
    path = write(tmp_path / "a.tif", holed, nodata=0)
    result = run(path, tmp_path / "out", GapMethod.OTHER_IMAGE, write(tmp_path / "b.tif", other))
    assert (read(result.output)[:, 34:46, 57:73] == 255).all()


def test_holes_at_the_edge_only_when_asked(tmp_path):
    """And what surrounds a rotated image only when it is small enough."""
    made = gapped(tmp_path)
    everything = np.ones((3, HEIGHT, WIDTH), bool)
    result = run(made.path, tmp_path / "out", inside_footprint=False)
    assert masks(result.output).all()
    assert result.filled == (~masks(made.path)).any(axis=0).sum()
    labels, number = ndimage.label(made.outside)
    largest = np.bincount(labels.ravel())[1:].max()
    result = run(made.path, tmp_path / "out", inside_footprint=False, max_size=int(largest) - 1)
    left = np.isin(labels, 1 + np.flatnonzero(np.bincount(labels.ravel())[1:] >= largest))
    assert number == 2
    assert np.array_equal(masks(result.output), everything & ~left)


@pytest.mark.parametrize("max_size", [1, 30, 400])
def test_only_holes_up_to_a_size(tmp_path, max_size):
    made = gapped(tmp_path)
    labels, _ = ndimage.label(made.holes[0])
    small = (np.bincount(labels.ravel()) <= max_size)[labels] & made.holes[0]
    result = run(made.path, tmp_path / "out", max_size=max_size)
    check_filled(made, result, holes=np.stack([small] * 3))
    assert result.holes == len(np.unique(labels[small]))


def test_holes_of_several_bands_at_one_place_are_one(tmp_path):
    made = gapped(tmp_path, "bands of their own")
    both = ndimage.label(made.holes[0])[1] + 1
    assert run(made.path, tmp_path / "out").holes == both


def test_other_bands_are_copied(tmp_path):
    made = gapped(tmp_path)
    chosen = made.holes.copy()
    chosen[0] = False
    check_filled(made, run(made.path, tmp_path / "out", bands="2-3"), holes=chosen)


@pytest.mark.parametrize("method", GapMethod)
@pytest.mark.parametrize("kind", ["nodata", "mask", "bands of their own"])
@pytest.mark.every(10)
def test_memory_threads_and_tiling_change_no_byte(tmp_path, monkeypatch, kind, method):
    """Also where holes lie in many tiles, of the search and of the files."""
    need(method)
    monkeypatch.setattr(holes, "TILE", 32)
    made = gapped(tmp_path, kind)
    other = write(tmp_path / "other.tif", (made.truth * 0.7 + 2000).astype("float32"), row=-20.5, column=-31)
    results = []
    for number, (threads, budget, options) in enumerate(
        [(1, 256, []), (3, 256, []), (2, 32, ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=48"]), (1, 1, [])]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = gapped(folder, kind, options=options).path
        execution = ExecutionSettings(threads=threads, memory_budget=budget)
        result = run(path, folder, method, other, execution=execution)
        results.append((read(result.output).tobytes(), masks(result.output).tobytes(), result[2:]))
        if number < 2:
            with open(result.output, "rb") as file:
                results[-1] += (file.read().replace(b"NUM_THREADS", b""),)
    assert results[0] == results[1]
    assert results[0][:3] == results[2] == results[3]


@pytest.mark.parametrize("method", [GapMethod.NEAREST, GapMethod.INVERSE_DISTANCE, GapMethod.NAVIER_STOKES])
def test_tiles_of_the_search_leave_no_trace(tmp_path, monkeypatch, method):
    """With tiles of 32 and of 512 pixels: nearest equal, others but for the last digits."""
    need(method)
    made = gapped(tmp_path, "nan", "float64")
    whole = read(run(made.path, tmp_path / "whole", method).output)[made.holes]
    monkeypatch.setattr(holes, "TILE", 32)
    tiles = read(run(made.path, tmp_path / "tiles", method).output)[made.holes]
    if method is GapMethod.NEAREST:
        assert np.array_equal(whole, tiles)
    else:
        # inpainting spreads the range of what is near, which differs
        assert np.allclose(whole, tiles, rtol=0, atol=(1e-3 if method is GapMethod.NAVIER_STOKES else 1e-12))


def test_large_and_small_holes_are_filled_alike(tmp_path, monkeypatch):
    made = gapped(tmp_path, "nan", "float64")
    one = read(run(made.path, tmp_path / "one").output)
    monkeypatch.setattr(interpolation, "SMALL", 0)
    monkeypatch.setattr(interpolation, "FAR", 1e9)
    assert np.allclose(one, read(run(made.path, tmp_path / "two").output), rtol=1e-12, equal_nan=True)


@pytest.mark.parametrize("method", [GapMethod.TELEA, GapMethod.NAVIER_STOKES])
def test_holes_too_large_for_inpainting_stay_and_are_told(tmp_path, monkeypatch, method):
    need(method)
    monkeypatch.setattr(holes, "TILE", 32)
    monkeypatch.setattr(filling, "LARGEST", 100)
    progress = Recorder()
    made = gapped(tmp_path)
    result = run(made.path, tmp_path / "out", method, progress=progress)
    assert 0 < result.filled < made.holes[0].sum()
    assert any("too many for inpainting" in text for text in progress.warnings)


def test_another_image_that_is_not_used_is_told(tmp_path):
    progress = Recorder()
    run(gapped(tmp_path).path, tmp_path / "out", other="anything.tif", progress=progress)
    assert any("anything.tif is not used" in text for text in progress.warnings)


def test_an_image_without_holes_is_copied_and_told(tmp_path):
    path = write(tmp_path / "a.tif", ground("uint16"), nodata=0)
    progress = Recorder()
    result = run(path, tmp_path / "out", progress=progress)
    assert (result.filled, result.holes) == (0, 0)
    assert np.array_equal(read(path), read(result.output))
    assert any("no hole" in text for text in progress.warnings)


def dotted(folder, name="a.tif"):
    """Holes of 1, 4 and 9 pixels in three bands, and 20 pixels at the edge."""
    values = np.full((3, 20, 40), 7, "uint8")
    for column, side in ((5, 1), (12, 2), (20, 3)):
        values[:, 8:8 + side, column:column + side] = 0
    values[:, :, 0] = 0
    return write(folder / name, values, nodata=0)


@pytest.mark.parametrize("tile", [4, 512])
def test_what_stays_without_data_is_told_with_the_reason(tmp_path, monkeypatch, tile):
    monkeypatch.setattr(holes, "TILE", tile)
    progress = Recorder()
    run(dotted(tmp_path), tmp_path / "out", max_size=3, progress=progress)
    assert any("1 pixel in 1 hole was filled" in text for text in progress.facts)
    left = next(text for text in progress.facts if "stays without data" in text)
    assert "2 holes of 13 pixels in all, larger than MAX_SIZE (3)" in left
    assert "20 pixels connected to the raster's edge" in left
    assert not any("no hole" in text for text in progress.warnings)


def striped(folder, turned, collar):
    """Slanting stripes of 4 of 14 pixels, from edge to edge; in a collar where ``collar`` is set."""
    truth = ground("uint16")
    rows, columns = np.mgrid[:truth.shape[1], :truth.shape[2]]
    gaps = (rows + columns // 6) % 14 < 4
    if turned:
        gaps = (columns + rows // 6) % 14 < 4
    if collar:
        gaps |= (rows - 0.4 * columns > 0.6 * len(rows)) | (rows + columns < 30)
    return gaps, write(folder / "stripes.tif", np.where(gaps, 0, truth), nodata=0)


@pytest.mark.parametrize("collar", [False, True])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("tile", [32, 512])
def test_stripes_that_run_through_to_the_edge_are_told_in_advance(tmp_path, monkeypatch, tile, turned, collar):
    """With the remedy; and that fills them."""
    monkeypatch.setattr(holes, "TILE", tile)
    gaps, path = striped(tmp_path, turned, collar)
    progress = Recorder()
    left = run(path, tmp_path / "out", progress=progress)
    assert left.filled < 0.1 * gaps.sum()
    assert "Turn INSIDE_FOOTPRINT off" in progress.warnings[0]
    progress = Recorder()
    done = run(path, tmp_path / "out", progress=progress, inside_footprint=False)
    assert not progress.warnings
    assert done.filled == gaps.sum()
    assert masks(done.output).all()


@pytest.mark.parametrize("tile", [32, 512])
def test_the_corners_of_a_rotated_image_are_no_stripes(tmp_path, monkeypatch, tile):
    monkeypatch.setattr(holes, "TILE", tile)
    truth = ground("uint16")
    rows, columns = (places - places.mean() for places in np.mgrid[:truth.shape[1], :truth.shape[2]])
    far = [np.abs(rows + 0.4 * columns) > 0.55 * rows.max(), np.abs(columns - 0.4 * rows) > 0.7 * columns.max()]
    path = write(tmp_path / "a.tif", np.where(far[0] | far[1], 0, truth), nodata=0)
    progress = Recorder()
    run(path, tmp_path / "out", progress=progress)
    assert [text.split(",")[0] for text in progress.warnings] == ["a has no hole to fill"]


def test_where_the_other_image_is_empty_too_is_told(tmp_path):
    """And holes count when one band only got pixels, however many bands are filled together."""
    other = np.random.default_rng(2).normal(100, 9, (3, 20, 40)).astype("float32")
    other[1:, 8:11, 20:23] = np.nan
    other[0, 8:11, 20:22] = np.nan
    path = write(tmp_path / "b.tif", other, nodata=np.nan)
    for budget in (256, 0.01):
        progress = Recorder()
        execution = ExecutionSettings()
        # less than settings take, so that each band is filled by itself
        object.__setattr__(execution, "memory_budget", budget)
        made = run(dotted(tmp_path), tmp_path / "out", GapMethod.OTHER_IMAGE, path, progress, execution=execution)
        assert (made.holes, made.filled) == (3, 8)
        assert any("9 pixels where OTHER shows nothing" in text for text in progress.warnings)


def test_an_empty_image_is_told(tmp_path):
    progress = Recorder()
    run(write(tmp_path / "a.tif", np.zeros((1, 4, 5), "uint8"), nodata=0), tmp_path / "out", progress=progress,
        inside_footprint=False)  # fmt: skip
    assert any("20 pixels where nothing valid bounds the hole" in text for text in progress.warnings)


@pytest.mark.parametrize("method", PLAIN)
@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (3, 3)])
def test_tiny_and_narrow_rasters(tmp_path, shape, method):
    need(method)
    values = np.full((1, *shape), 5, "uint8")
    values[:, shape[0] // 2, shape[1] // 2] = 0
    path = write(tmp_path / "a.tif", values, nodata=0)
    assert run(path, tmp_path / "in", method).filled == (min(shape) > 2)
    alone = shape == (1, 1)
    everything = run(path, tmp_path / "all", method, inside_footprint=False)
    assert everything.filled == (not alone)
    assert (read(everything.output) == (0 if alone else 5)).all()


def test_metadata_and_names_stay(tmp_path):
    made = gapped(tmp_path)
    dataset = gdal.Open(made.path, gdal.GA_Update)
    dataset.SetMetadataItem("SENSOR", "made up")
    band = dataset.GetRasterBand(2)
    band.SetDescription("near infrared")
    band.SetScale(0.0001)
    band = dataset = None
    found = gdal.Open(run(made.path, tmp_path / "out").output)
    assert found.GetMetadataItem("SENSOR") == "made up"
    assert found.GetMetadataItem("EVENLIGHT_METHOD") == "fill_gaps inverse_distance"
    assert (found.GetRasterBand(2).GetDescription(), found.GetRasterBand(2).GetScale()) == ("near infrared", 0.0001)
    assert found.GetRasterBand(1).GetNoDataValue() == 0


@pytest.mark.every(3)
@pytest.mark.parametrize("fraction", [0.0, 0.1, 0.25, 0.6, 0.9])
@pytest.mark.parametrize("method", [GapMethod.INVERSE_DISTANCE, GapMethod.OTHER_IMAGE])
def test_a_cancelled_run_answers_soon_and_leaves_nothing(tmp_path, monkeypatch, fraction, method):
    monkeypatch.setattr(holes, "TILE", 32)
    made = gapped(tmp_path)
    other = write(tmp_path / "other.tif", made.truth)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out.tif").write_text("earlier")
    progress = CancelAt(fraction)
    with pytest.raises(Cancelled):
        run(made.path, folder, method, other, progress=progress)
    assert time.monotonic() - progress.asked < 1.0
    assert os.listdir(folder) == ["out.tif"]
    assert (folder / "out.tif").read_text() == "earlier"


def test_all_that_is_wrong_is_told_together(tmp_path):
    made = gapped(tmp_path, "mask")
    (tmp_path / "text.tif").write_text("no raster")
    with pytest.raises(Problems) as caught:
        fill_gaps(
            made.path,
            made.path,
            settings=GapSettings(method=GapMethod.OTHER_IMAGE, max_size=-1),
            other=str(tmp_path / "text.tif"),
            filled_mask=str(tmp_path),
            bands="7",
            creation_options="COMPRESS",
        )
    text = str(caught.value)
    for part in ("text.tif cannot be opened", "would be overwritten", "MAX_SIZE", "B7", "CREATION_OPTIONS", "tmp"):
        assert part in text, part
    assert len(caught.value.problems) >= 6


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"bands": "1"}, "one mask for all bands"),
        ({"method": GapMethod.OTHER_IMAGE}, "OTHER"),
        ({"path": "missing.tif"}, "missing.tif cannot be opened"),
    ],
)
def test_bad_input_gets_a_sentence(tmp_path, options, sentence):
    path = options.pop("path", None) or gapped(tmp_path, "mask").path
    with pytest.raises(Problems, match=sentence):
        run(path, tmp_path / "out", **options)


@pytest.mark.parametrize("method", [GapMethod.TELEA, GapMethod.NAVIER_STOKES])
def test_without_opencv_two_methods_say_so(tmp_path, monkeypatch, method):
    monkeypatch.setitem(sys.modules, "cv2", None)
    made = gapped(tmp_path)
    with pytest.raises(Problems, match=r"OpenCV .* METHOD other than"):
        run(made.path, tmp_path / "out", method)
    assert run(made.path, tmp_path / "out").filled


def test_without_opencv_nothing_else_loads_it(tmp_path, monkeypatch):
    monkeypatch.setattr(inpainting, "need_opencv", lambda _: pytest.fail("asked for OpenCV"))
    assert run(gapped(tmp_path).path, tmp_path / "out", GapMethod.NEAREST).filled
