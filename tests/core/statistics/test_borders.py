"""Frames: what is connected to the edge and has the corner's value, whatever the strips and the file."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_scenes import texture, to_type, write
from osgeo import gdal
from scipy import ndimage

from evenlight.core.errors import Cancelled
from evenlight.core.execution import Signal
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import inspect
from evenlight.core.raster.on_grid import measured_on
from evenlight.core.raster.source import FileSource, Handles
from evenlight.core.raster.window import Window
from evenlight.core.statistics import borders
from evenlight.core.statistics.borders import find_border

MUCH = 1e7


def framed(path, nodata=None, most=MUCH):
    """An image's frame."""
    return find_border(inspect(str(path), nodata), Signal(), most)


def pixels_of(found, shape):
    """All of a frame, (height, width)."""
    return found.within(Window(0, 0, *shape[::-1]))


def expected_frame(alike):
    """By the definition, on the whole array: the part of ``alike`` that is connected to the edge."""
    labels, _ = ndimage.label(alike)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    return np.isin(labels, edge[edge > 0])


def picture(rows=90, columns=120, bands=2, dtype="uint16"):
    """Texture without zeros, and a rotated outline of what a camera saw."""
    y, x = np.mgrid[0:rows, 0:columns]
    seen = (x > 0.2 * y + 2) & (x < columns - 0.3 * (rows - y)) & (y > 0.1 * x) & (y < rows - 3)
    return to_type(texture(bands, rows, columns, 8), dtype), seen


@pytest.mark.parametrize("value", [0, 65535, 7])
@pytest.mark.parametrize("options", [(), ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"), ("INTERLEAVE=BAND",)])
def test_a_rotated_outline_is_found_to_the_pixel(tmp_path, value, options):
    """Dark pixels, a lake and a line in the picture have the border's value and stay."""
    values, seen = picture()
    values[:, 40:55, 50:70] = value
    values[:, 60, 40:90] = value
    values[:, ~seen] = value
    found = framed(write(tmp_path / "a.tif", values, options=options))
    assert np.array_equal(pixels_of(found, seen.shape), ~seen)
    assert (found.values, found.pixels) == ((value,), (~seen).sum())


def test_one_band_alone_makes_no_border(tmp_path):
    """A red that is 0 along the edge is a measurement."""
    values, seen = picture()
    values[0, ~seen] = 0
    assert framed(write(tmp_path / "a.tif", values)) is None


def test_other_numbers_in_other_bands_make_no_border(tmp_path):
    """Even water at the edge: 40 and 12."""
    values, seen = picture()
    values[0, ~seen], values[1, ~seen] = 40, 12
    assert framed(write(tmp_path / "a.tif", values)) is None


def test_pictures_without_border_have_none(tmp_path):
    """Nor do a few equal pixels in a corner make one."""
    values, _ = picture()
    values[:, :5, :5] = 0
    assert framed(write(tmp_path / "a.tif", values)) is None


def test_a_dark_pixel_that_touches_the_border_by_its_corner_stays(tmp_path):
    """Connected is who shares a side."""
    values, _ = picture(60, 60, 1)
    values[:, :10] = 0
    values[0, 10, 20], values[0, 11, 21] = 0, 0
    found = pixels_of(framed(write(tmp_path / "a.tif", values)), (60, 60))
    assert found[:10].all()
    assert found[10, 20]
    assert found.sum() == 601


def test_two_borders_of_one_image(tmp_path):
    """Black on the left, white on the right."""
    values, _ = picture(40, 60)
    values[:, :, :9], values[:, :, 50:] = 0, 65535
    found = framed(write(tmp_path / "a.tif", values))
    assert found.values == (0, 65535)
    assert found.pixels == 40 * 19


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint32", "int32", "float32", "float64"])
def test_every_data_type_has_borders(tmp_path, dtype):
    """Negative values in the types that have them."""
    value = -99 if np.dtype(dtype).kind != "u" else 3
    values, seen = picture(dtype="uint8" if dtype == "uint8" else "uint16")
    values = values.astype(dtype)
    values[:, ~seen] = value
    found = framed(write(tmp_path / "a.tif", values))
    assert found.values == (value,)
    assert np.array_equal(pixels_of(found, seen.shape), ~seen)


def test_declared_nodata_does_not_part_a_border_from_the_edge(tmp_path):
    """A cut of the frame lies behind declared nodata: it is border too; a hole in the picture is not the edge."""
    values, _ = picture(60, 60, 1)
    values[0, :10] = 0
    values[0, 20:30, :4] = 9
    values[0, 20:30, 4:8] = 0
    values[0, 40:44, 40:44], values[0, 40:44, 44] = 9, 0
    found = pixels_of(framed(write(tmp_path / "a.tif", values, nodata=9)), (60, 60))
    assert found[:10].all()
    assert found[20:30, :8].all()
    assert not found[40:44, 40:45].any()


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    rows=st.integers(9, 70),
    columns=st.integers(9, 70),
    share=st.floats(0.3, 0.8),
    most=st.sampled_from([1, 500, MUCH]),
    strip=st.sampled_from([1, 300, 10**6]),
)
def test_strips_and_windows_change_nothing(tmp_path_factory, seed, rows, columns, share, most, strip):
    """Mazes of passable pixels over strips of 1 to 16 rows: what the definition says on the whole array."""
    random = np.random.default_rng(seed)
    alike = random.random((rows, columns)) < share
    alike[0, :8] = True
    values = np.where(alike, 0, 5).astype(np.uint8)[None]
    path = tmp_path_factory.mktemp("maze") / "a.tif"
    write(path, values, options=("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(borders, "READ_ROWS", 16)
        patch.setattr(borders, "STRIP_PIXELS", strip)
        found = framed(path, most=most)
    # another corner's eight pixels may all be 5: then the fives at the edge are border too
    wanted = np.isin(values[0], found.values)
    assert np.array_equal(pixels_of(found, alike.shape), expected_frame(wanted))
    left, top = random.integers(0, columns), random.integers(0, rows)
    part = found.within(Window(left, top, columns - left, rows - top))
    assert np.array_equal(part, expected_frame(wanted)[top:, left:])


def test_a_spiral_is_followed_to_its_end(tmp_path, monkeypatch):
    """A border that winds inwards crosses every strip many times."""
    monkeypatch.setattr(borders, "READ_ROWS", 16)
    size = 97
    path = np.zeros((size, size), bool)
    path[0] = True
    x, y, length, step = size - 1, 0, size - 1, 0
    directions = ((0, 1), (-1, 0), (0, -1), (1, 0))
    while length > 1:
        dx, dy = directions[step % 4]
        for _ in range(length):
            x, y = x + dx, y + dy
            path[y, x] = True
        step += 1
        length -= 2 if step % 2 else 0
    inside = np.random.default_rng(1).integers(1, 255, path.shape)
    values = np.where(path, 0, inside).astype(np.uint8)[None]
    image = write(tmp_path / "a.tif", values, options=("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"))
    found = pixels_of(framed(image), path.shape)
    assert np.array_equal(found, expected_frame(path))
    assert found.sum() > 0.3 * size**2


@pytest.mark.parametrize("nodata", [None, 5])
def test_nothing_of_a_frame_is_valid(tmp_path, nodata):
    """Whether the image declares another value or none; it reads as it is."""
    values, seen = picture()
    values[:, ~seen] = 0
    path = write(tmp_path / "a.tif", values, nodata=nodata)
    image = inspect(path)
    image = type(image)(**{**image.__dict__, "border": framed(path)})
    read, valid, *_ = FileSource(image, Handles()).read(Window(0, 0, 120, 90))
    assert np.array_equal(valid, np.stack([seen, seen]))
    assert np.array_equal(read, values)


@pytest.mark.parametrize("nodata", [None, 9.0])
@pytest.mark.parametrize("alpha", [False, True])
def test_frames_hold_on_another_grid(tmp_path, alpha, nodata):
    """A south-up twin, warped onto the canvas: the same pixels count."""
    values, seen = picture(30, 40)
    values[:, ~seen] = 0
    values[:, 12:15, 20:25] = 9
    bands = np.concatenate([values, np.full((1, 30, 40), 255, np.uint16)]) if alpha else values
    bands[-1, 8:10, 20:22] = 0
    kinds = (gdal.GCI_Undefined, gdal.GCI_Undefined, gdal.GCI_AlphaBand) if alpha else None
    upright = inspect(write(tmp_path / "a.tif", bands, interpretation=kinds))
    x, dx, _, y, _, dy = upright.geotransform
    turned = write(tmp_path / "b.tif", bands, interpretation=kinds, geotransform=(x, dx, 0, y + 30 * dy, 0, -dy))
    image = inspect(turned, nodata)
    image = type(image)(**{**image.__dict__, "border": framed(turned, nodata)})
    before = set(gdal.ReadDir("/vsimem/") or ())
    view = measured_on(image, make_canvas([upright]), Handles())
    warped, valid, *_ = view.read(Window(0, 0, 40, 30))
    own, own_valid, *_ = FileSource(image, Handles()).read(Window(0, 0, 40, 30))
    assert np.array_equal(valid, own_valid[:, ::-1])
    assert np.array_equal(warped[valid], own[:, ::-1][valid].astype(warped.dtype))
    assert not own_valid[:, ~seen].any()
    del view
    assert set(gdal.ReadDir("/vsimem/") or ()) == before


def test_memory_does_not_grow_with_the_height(tmp_path):
    """A tall, striped image: rows come and go, bits stay."""
    peaks = []
    for rows in (1000, 8000):
        values = np.zeros((1, rows, 1000), np.uint8)
        values[:, :, 300:700] = np.random.default_rng(1).integers(1, 255, (1, rows, 400))
        path = write(tmp_path / f"{rows}.tif", values, options=("BLOCKYSIZE=1",))
        del values
        tracemalloc.start()
        assert framed(path, most=1e5).pixels == rows * 600
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


def test_looking_for_a_frame_can_be_stopped(tmp_path):
    values, seen = picture()
    values[:, ~seen] = 0
    signal = Signal()
    signal.stop()
    with pytest.raises(Cancelled):
        find_border(inspect(write(tmp_path / "a.tif", values)), signal, MUCH)
