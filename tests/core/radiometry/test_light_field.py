"""A field of common light as a correction of pixels and of sums, and as JSON."""

from __future__ import annotations

import json

import numpy as np
import pytest
from made_scenes import WEST, write
from made_sums import cell_sums, north_up

from evenlight.core.checks import check_images
from evenlight.core.radiometry.corrected_sums import corrected_sums
from evenlight.core.radiometry.corrections import corrected
from evenlight.core.radiometry.light_field import LightField, Placement
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.grid import PixelPositions

TERMS = np.array([[0.24, -0.1, -0.4, 0.3, 0.2], [0.1, 0.0, 0.0, 0.0, 0.0]])


def place(size=50, row=0, column=0):
    """Of a square image."""
    return north_up([(row, column)], size)[0]


def centres(size, row=0, column=0):
    """Canvas coordinates of its pixels."""
    return column + 0.5 + np.arange(size), -(row + 0.5 + np.arange(size))


def test_the_field_has_the_mean_one():
    """Over the image, in every band, so that brightness stays."""
    x, y = centres(50, 7, 30)
    field = LightField(TERMS, place(50, 7, 30)).at(x, y[:, None])
    assert field.shape == (2, 50, 50)
    assert field.mean(axis=(1, 2)) == pytest.approx(1.0, abs=1e-3)


def test_pixels_are_divided_by_it():
    """In single precision as well, rows at once or a few at a time, and from coordinates of either shape."""
    light = LightField(TERMS, place())
    x, y = centres(50)
    values = 1000.0 * light.at(x, y[:, None])
    assert corrected([light], values, x, y) == pytest.approx(1000.0, rel=1e-12)
    assert corrected([light], values, *np.meshgrid(x, y)) == pytest.approx(1000.0, rel=1e-12)
    single = values.astype(np.float32)
    part = light.over(x, y, np.float32)(single[:, 10:20].copy(), slice(10, 20))
    assert part.dtype == np.float32
    assert part == pytest.approx(1000.0, rel=1e-5)


def test_sums_are_those_of_the_divided_pixels():
    """Cells of a sixteenth of the image: means to 0.1 %, deviations to 1 %."""
    random = np.random.default_rng(1)
    ground = 1000 + 100 * random.normal(size=(2, 80, 80))
    light = LightField(TERMS, place(80))
    x, y = centres(80)
    lit = ground * light.at(x, y[:, None])
    sums, cells = cell_sums([lit], [(0, 0)], 5)
    truth, _ = cell_sums([ground], [(0, 0)], 5)
    without = corrected_sums(sums, [[light]], cells)
    assert without.cells.mean == pytest.approx(truth.cells.mean, rel=2e-3)
    assert without.whole().std == pytest.approx(truth.whole().std, rel=0.01)


def test_json_brings_it_back():
    """Digit by digit."""
    light = LightField(TERMS, place(50, 7, 30))
    again = LightField.from_json(json.loads(json.dumps(light.to_json())))
    x, y = centres(50, 7, 30)
    assert again.at(x, y[:, None]).tolist() == light.at(x, y[:, None]).tolist()


@pytest.mark.parametrize("angle", [0.0, 0.4, np.pi / 2])
def test_a_placement_is_the_images_own(tmp_path, angle):
    """Corners of a turned image are its corners, far from the origin of the coordinate system."""
    cos, sin = 10 * np.cos(angle), 10 * np.sin(angle)
    geotransform = (WEST, cos, sin, 5_200_000.0, sin, -cos)
    path = write(tmp_path / "a.tif", np.ones((1, 30, 40), np.uint8), geotransform=geotransform)
    (image,) = check_images([path, path][:1], 1)
    canvas = make_canvas([image])
    found = Placement.of_image(image, canvas)
    x, y = PixelPositions(image.grid, canvas, image.path).at(np.array([0.0, 40.0]), np.array([0.0, 30.0]))
    u, v = found.at(x, y)
    assert u == pytest.approx(np.array([[-0.5, 0.5], [-0.5, 0.5]]), abs=1e-6)
    assert v == pytest.approx(np.array([[-0.5, -0.5], [0.5, 0.5]]), abs=1e-6)


def test_a_placement_in_another_coordinate_system_is_nearly_affine(tmp_path):
    """An image in degrees on a canvas in metres: within a hundredth of its side."""
    metres = [write(tmp_path / f"{n}.tif", np.ones((1, 30, 30), np.uint8), column=n) for n in range(2)]
    degrees = tmp_path / "degrees.tif"
    place = (-99.0, 0.0001, 0.0, 46.95, 0.0, -0.0001)
    path = write(degrees, np.ones((1, 30, 40), np.uint8), epsg=4326, geotransform=place)
    images = check_images([*metres, path], 2)
    image = images[2]
    canvas = make_canvas(images)
    x, y = PixelPositions(image.grid, canvas, image.path).at(np.array([0.0, 20.0, 40.0]), np.array([0.0, 15.0, 30.0]))
    u, v = Placement.of_image(image, canvas).at(x, y)
    assert u[0] == pytest.approx([-0.5, 0.0, 0.5], abs=0.01)
    assert v[:, 2] == pytest.approx([-0.5, 0.0, 0.5], abs=0.01)
