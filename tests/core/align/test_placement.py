"""Resampled images: every pixel shows the ground that truly lies there, to a fiftieth of a pixel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal, osr
from scipy.interpolate import RBFInterpolator

from evenlight.core.align.pair import Mesh
from evenlight.core.align.placement import located, placed_source
from evenlight.core.align.transform import Transform
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.image import describe
from evenlight.core.raster.on_grid import OnGrid
from evenlight.core.raster.reference_system import transformation
from evenlight.core.raster.source import FileSource
from evenlight.core.settings import Resampling

WIDTH, HEIGHT = 500, 400
NORTH_UP = (500000.3, 0.25, 0.0, 5200000.1, 0.0, -0.25)
TURNED = (500000.3, 0.2, 0.15, 5200000.1, 0.15, -0.2)
MIDDLE = (500062.0, 5199950.0)


def ramps(path, geotransform=NORTH_UP, epsg=32614):
    """An image whose two bands hold the column and the row of each pixel's centre."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH] + 0.5
    return describe(write(path, np.stack([columns, rows]), geotransform=geotransform, epsg=epsg))


def about_middle(matrix):
    """A transform of map coordinates around the middle of the image."""
    x, y = MIDDLE
    return Transform.shift(x, y).after(Transform(np.array(matrix, float))).after(Transform.shift(-x, -y))


AFFINE = about_middle([[1.01 * np.cos(0.03), -np.sin(0.03), 1.3], [np.sin(0.03), np.cos(0.03), -2.2], [0, 0, 1]])
PERSPECTIVE = about_middle([[1, 0.001, 1.3], [-0.002, 1, -2.2], [4e-4, -3e-4, 1]])


def placed(image, placement, common, resampling=Resampling.CUBIC):
    """What the image becomes, and whether it is resampled for that."""
    source = placed_source(image, placement, common, resampling)
    return source.image, not source.exact


def shown_on(image, placement, grid, resampling):
    """Values of a placed image on a grid, and which of them are valid."""
    moved, control = located(image, placement)
    return OnGrid(FileSource(moved), grid, resampling, control, grid.window).measured(grid.window)


def errors(image, placement, grid, way_back, resampling="cubic"):
    """Pixels between the ground shown at every valid pixel and the ground that belongs there."""
    shown, _ = shown_on(image, placement, grid, resampling)
    rows, columns = np.mgrid[0 : grid.height, 0 : grid.width] + 0.5
    ground = Transform(grid.matrix).moved(np.column_stack([columns.ravel(), rows.ravel()]))
    true = Transform(image.grid.matrix).inverse().moved(way_back(ground))
    inside = (np.minimum(true, (image.width, image.height) - true) > 2).all(axis=1)
    found = shown.reshape(2, -1).T
    assert inside.sum() > 0.5 * image.width * image.height
    return np.hypot(*(found - true)[inside].T)


@pytest.mark.parametrize("geotransform", [NORTH_UP, TURNED])
@pytest.mark.parametrize("transform", [AFFINE, PERSPECTIVE])
def test_transforms_are_exact_on_any_grid(tmp_path, geotransform, transform):
    image = ramps(tmp_path / "a.tif", geotransform)
    target, resample = placed(image, transform, None)
    assert resample
    assert errors(image, transform, target.grid, transform.inverse().moved).max() < 0.02


@pytest.mark.parametrize("transform", [AFFINE, PERSPECTIVE])
def test_a_grown_grid_holds_the_moved_image(tmp_path, transform):
    """Whole rows and columns of the image's own grid, none more than needed."""
    image = ramps(tmp_path / "a.tif")
    target, _ = placed(image, transform, None)
    step = (np.array([target.geotransform[0], target.geotransform[3]]) - (NORTH_UP[0], NORTH_UP[3])) / 0.25
    assert np.abs(step - np.rint(step)).max() < 1e-6
    valid = shown_on(image, transform, target.grid, "near")[1][0]
    # the transforms change the area by a per cent or two
    assert abs(valid.sum() / (WIDTH * HEIGHT) - 1) < 0.03
    # a corner may reach into a row and not to the middle of a pixel
    assert valid[:2].any() and valid[-2:].any() and valid[:, :2].any() and valid[:, -2:].any()


def test_a_mesh_is_a_thin_plate_through_its_points(tmp_path):
    image = ramps(tmp_path / "a.tif")
    nodes = np.stack(np.meshgrid(np.linspace(0, WIDTH, 9), np.linspace(0, HEIGHT, 7)), axis=-1).reshape(-1, 2)
    places = Transform(Grid("", NORTH_UP, 1, 1).matrix).moved(nodes)
    steps = 0.5 * np.column_stack([np.sin(nodes[:, 0] / 80), np.cos(nodes[:, 1] / 60)])
    mesh = Mesh(places, places + steps)
    way_back = RBFInterpolator(mesh.belongs - MIDDLE, mesh.places - MIDDLE, kernel="thin_plate_spline")
    target, _ = placed(image, mesh, None)
    assert errors(image, mesh, target.grid, lambda ground: way_back(ground - MIDDLE) + MIDDLE).max() < 0.02


@pytest.mark.parametrize("turn", [0.0, 0.3])
@pytest.mark.parametrize("transform", [None, AFFINE, PERSPECTIVE])
@pytest.mark.every(3)
def test_a_common_grid_in_another_system(tmp_path, transform, turn):
    """The transform is one of the image's own system; the grid's is reached after it, in the same resampling."""
    image = ramps(tmp_path / "a.tif")
    other = osr.SpatialReference()
    other.ImportFromEPSG(32615)
    wkt = other.ExportToWkt()
    suggested = gdal.AutoCreateWarpedVRT(gdal.Open(image.path), None, wkt)
    grid = Grid(wkt, suggested.GetGeoTransform(), suggested.RasterXSize, suggested.RasterYSize)
    turning = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    middle = grid.map_of(grid.middle_pixel)[0]
    (dx, rx), (ry, dy) = turning @ grid.matrix[:2, :2]
    x, y = middle + turning @ (grid.corner - middle)
    grid = replace(grid, geotransform=(x, dx, rx, y, ry, dy))
    way = transformation(wkt, image.crs, "grid")

    def back(ground):
        here = np.array(way.TransformPoints(ground.tolist()))[:, :2]
        return here if transform is None else transform.inverse().moved(here)

    assert errors(image, transform, grid, back).max() < 0.02


@pytest.mark.parametrize("resampling", ["bilinear", "cubic", "lanczos"])
def test_no_half_pixel_is_lost_on_a_coarser_grid(tmp_path, resampling):
    image = ramps(tmp_path / "a.tif")
    grid = Grid(image.crs, (500010.0, 0.5, 0.0, 5199995.0, 0.0, -0.5), 200, 170)
    transform = Transform.shift(0.1, 0.07)
    shown, _ = shown_on(image, transform, grid, resampling)
    rows, columns = np.mgrid[0:170, 0:200] + 0.5
    assert np.abs(shown[0] - ((500010.0 + 0.5 * columns - 0.1) - NORTH_UP[0]) / 0.25).max() < 1e-6
    assert np.abs(shown[1] - (NORTH_UP[3] - (5199995.0 - 0.5 * rows - 0.07)) / 0.25).max() < 1e-6


def test_a_shift_moves_the_raster_and_no_pixel(tmp_path):
    image = ramps(tmp_path / "a.tif", TURNED)
    target, resample = placed(image, Transform.shift(3.7, -1.2), None)
    assert not resample
    moved = TURNED
    assert target.geotransform == (moved[0] + 3.7, *moved[1:3], moved[3] - 1.2, *moved[4:])
    assert placed(image, None, image.grid) == (image, False)
