"""Polygons limit what is looked at, not what is corrected; names count exactly."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_global
from made_scenes import NORTH, PIXEL, WEST, gains_of, read, texture, to_type, write
from osgeo import gdal, ogr, osr

from evenlight.core.errors import EvenlightError, Problems
from evenlight.core.masks import polygons
from evenlight.core.masks.errors import EmptyMaskError, MaskGeometryError, MaskMatchError
from evenlight.core.masks.polygons import CanvasMask, MaskPolygon, PolygonMask, Rasterizer, prepared
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.image import describe
from evenlight.core.raster.image_names import AmbiguousNameError
from evenlight.core.raster.reference_system import spatial_reference, transformation
from evenlight.core.raster.window import Window
from evenlight.core.settings import SelectionMode, StatisticsSettings

INCLUDE, EXCLUDE = SelectionMode.INCLUDE, SelectionMode.EXCLUDE


def box(left, top, right, bottom, name=None, epsg=None):
    """A rectangle in pixels of the ground; with ``epsg`` in that system's coordinates."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in corners:
        ring.AddPoint_2D(WEST + PIXEL * x, NORTH - PIXEL * y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    if epsg is not None:
        source, target = osr.SpatialReference(), osr.SpatialReference()
        source.ImportFromEPSG(32614)
        target.ImportFromEPSG(epsg)
        target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        polygon.Transform(osr.CoordinateTransformation(source, target))
    return MaskPolygon(bytes(polygon.ExportToWkb()), name)


def mask(*polygons, crs=""):
    """A mask in the canvas's system, or in another."""
    return PolygonMask(polygons, crs)


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Two images of one ground, gains 1 and 1.4; half of their overlap is another ground in the second."""
    folder = tmp_path_factory.mktemp("pair")
    ground, other = texture(1, 120, 220, 31), texture(1, 120, 220, 32, std=900.0)
    seen = 1.4 * ground
    seen[:, :60] = other[:, :60]
    one = write(folder / "img_1.tif", to_type(ground[:, :, :120], "uint16"), nodata=0)
    two = write(folder / "img_10.tif", to_type(seen[:, :, 20:140], "uint16"), column=20, nodata=0)
    return [one, two]


def gain_error(paths, folder, *polygons, mode=INCLUDE, crs=""):
    """How far the ratio of the gains is from 1 / 1.4."""
    result = run_global(
        paths, folder, mask=mask(*polygons, crs=crs), statistics=StatisticsSettings(mask_mode=mode)
    )
    gain, _ = gains_of(result.outputs)
    return abs(gain[1, 0] / gain[0, 0] * 1.4 - 1)


@pytest.mark.parametrize(
    ("mode", "top", "bottom"), [(EXCLUDE, 0, 60), (INCLUDE, 60, 120)], ids=["exclude the bad", "include the good"]
)
def test_a_mask_takes_changed_ground_out(pair, tmp_path, mode, top, bottom):
    """The gain is right to 0.1 % from the good half alone."""
    assert gain_error(pair, tmp_path, box(0, top, 300, bottom), mode=mode) < 1e-3


@pytest.mark.parametrize(
    ("mode", "top", "bottom"), [(EXCLUDE, 60, 120), (INCLUDE, 0, 60)], ids=["exclude the good", "include the bad"]
)
def test_the_other_mode_does_the_opposite(pair, tmp_path, mode, top, bottom):
    """With the bad half alone the gain is wrong: `exclude` excludes and `include` includes."""
    assert gain_error(pair, tmp_path, box(0, top, 300, bottom), mode=mode) > 0.1


def test_the_correction_applies_outside_the_mask_too(pair, tmp_path):
    """Statistics from the lower half; the upper half is corrected by the same gain."""
    result = run_global(pair, tmp_path, mask=mask(box(0, 60, 300, 120)))
    gain, offset = gains_of(result.outputs)
    for index, path in enumerate(pair):
        values = read(path)[0].astype(np.float32)
        expected = np.rint(np.float32(gain[index, 0]) * values + np.float32(offset[index, 0]))
        assert np.array_equal(read(result.outputs[index])[0], expected)


def test_a_mask_in_degrees_falls_on_the_same_ground(pair, tmp_path):
    """Transformed to the canvas, x before y whatever the authority says."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    polygon = box(-5, 62, 300, 125, epsg=4326)
    assert gain_error(pair, tmp_path, polygon, crs=system.ExportToWkt()) < 1e-3


def test_a_polygon_that_crosses_itself_is_mended(pair, tmp_path):
    """A bow tie over the good half still includes ground."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [(0, 60), (300, 120), (300, 60), (0, 120), (0, 60)]:
        ring.AddPoint_2D(WEST + PIXEL * x, NORTH - PIXEL * y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    assert gain_error(pair, tmp_path, MaskPolygon(bytes(polygon.ExportToWkb()))) < 2e-3


def test_mending_leaves_no_lines_behind(canvas_of):
    """A spike without width is no ground, and neither are pixels beside it."""
    corners = [(10, 10), (30, 10), (30, 15), (90, 60), (30, 15), (30, 30), (10, 30), (10, 10)]
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in corners:
        ring.AddPoint_2D(WEST + PIXEL * x, NORTH - PIXEL * y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    assert not polygon.IsValid()
    found = canvas_of(INCLUDE, MaskPolygon(bytes(polygon.ExportToWkb()))).allowed(0, Window(0, 0, 120, 120))
    expected = np.zeros((120, 120), bool)
    expected[10:30, 10:30] = True
    assert np.array_equal(found, expected)


@pytest.mark.parametrize("spelling", ["img_10", "img_10.tif", "path"])
def test_a_polygon_belongs_to_the_image_whose_name_it_bears(pair, tmp_path, spelling):
    """Name, name with extension or whole path; excluded in one image of a pair is excluded from the pair."""
    name = pair[1] if spelling == "path" else spelling
    assert gain_error(pair, tmp_path, box(0, 0, 300, 60, name), mode=EXCLUDE) < 1e-3


@pytest.fixture
def canvas_of(pair):
    """Ready masks for the pair."""
    images = [describe(path) for path in pair]
    canvas = make_canvas(images)
    return lambda mode, *polygons, crs="": CanvasMask(mask(*polygons, crs=crs), mode, images, canvas)


@pytest.mark.parametrize("mode", SelectionMode)
def test_img_1_never_takes_the_polygons_of_img_10(canvas_of, mode):
    """A name that begins with another is another name."""
    ready = canvas_of(mode, box(0, 0, 300, 60, "img_10"))
    window = Window(20, 0, 100, 120)
    upper = np.zeros((120, 100), bool)
    upper[:60] = True
    own, other = ready.allowed(1, window), ready.allowed(0, window)
    assert np.array_equal(own, upper if mode is INCLUDE else ~upper)
    assert other.all() == (mode is EXCLUDE)
    assert other.any() == (mode is EXCLUDE)


def test_shared_and_named_polygons_add_up(canvas_of):
    """One for all, one for img_1 only."""
    ready = canvas_of(EXCLUDE, box(0, 0, 10, 10), box(50, 50, 60, 60, "img_1"))
    window = Window(0, 0, 120, 120)
    assert (~ready.allowed(0, window)).sum() == 200
    assert (~ready.allowed(1, window)).sum() == 100


@pytest.mark.parametrize("window", [Window(0, 0, 120, 120), Window(7, 13, 50, 40), Window(100, 100, 3, 3)])
def test_any_window_shows_the_same_polygons(canvas_of, window):
    """Rasterised tile by tile without a seam."""
    ready = canvas_of(INCLUDE, box(3.3, 7.8, 71.2, 99.9), box(60, 60, 119, 103))
    column, row, width, height = window
    whole = ready.allowed(0, Window(0, 0, 140, 120))
    assert np.array_equal(ready.allowed(0, window), whole[row : row + height, column : column + width])


def refused(paths, folder, kind, match, *polygons):
    """The run is refused with this error, before anything is written."""
    with pytest.raises(EvenlightError, match=match) as caught:
        run_global(paths, folder / "out", mask=mask(*polygons))
    problem = caught.value.problems[0] if isinstance(caught.value, Problems) else caught.value
    assert isinstance(problem, kind)
    assert not (folder / "out").exists()


def test_a_mask_that_matches_no_image_is_refused(pair, tmp_path):
    """Both sides stand in the sentence."""
    refused(pair, tmp_path, MaskMatchError, '"img_2".*"img_1"', box(0, 0, 300, 60, "img_2"))


def test_a_mask_without_polygons_is_refused(pair, tmp_path):
    """Nothing would be included."""
    refused(pair, tmp_path, EmptyMaskError, "no polygon")


def test_a_mask_elsewhere_is_refused(pair, tmp_path):
    """No polygon touches the images."""
    refused(pair, tmp_path, EmptyMaskError, "touches", box(5000, 5000, 5100, 5100))


def test_a_name_that_fits_two_images_is_refused(pair, tmp_path):
    """The same file name in two folders: the whole path is needed."""
    (tmp_path / "other").mkdir()
    twin = write(tmp_path / "other" / "img_1.tif", read(pair[0]), nodata=0)
    refused([*pair, twin], tmp_path, AmbiguousNameError, "whole path", box(0, 0, 300, 60, "img_1"))


def test_a_mask_that_leaves_no_common_pixel_is_refused(pair, tmp_path):
    """Included ground that only one image has."""
    with pytest.raises(EvenlightError, match="no pixel is valid in two"):
        run_global(pair, tmp_path / "out", mask=mask(box(0, 0, 19, 120)))


def fails(*_, **__):
    """GDAL's answer to what it cannot do, with exceptions off."""
    return 1


class StubbornFeature(ogr.Feature):
    """Takes no geometry."""

    SetGeometry = fails


class StubbornLayer:
    """A driver, dataset and layer in one; the layer takes no feature."""

    CreateFeature = fails

    def __init__(self, *_):
        self.vectors = ogr.GetDriverByName("Memory").CreateDataSource("")
        self.layer = self.vectors.CreateLayer("")

    def GetLayerDefn(self):
        return self.layer.GetLayerDefn()

    def Create(self, *_):
        return self

    CreateLayer = Create


@pytest.mark.parametrize(
    ("owner", "name", "answer"),
    [
        (gdal, "RasterizeLayer", fails),
        (ogr, "Feature", StubbornFeature),
        (polygons, "_vector_driver", StubbornLayer),
    ],
)
def test_a_mask_that_cannot_be_drawn_is_no_empty_mask(canvas_of, monkeypatch, owner, name, answer):
    """A code that nobody reads would leave all pixels out."""
    drawn = canvas_of(INCLUDE, box(0, 0, 40, 40))
    monkeypatch.setattr(owner, name, answer)
    with pytest.raises(MaskGeometryError, match="polygon of the mask"):
        drawn.allowed(0, Window(0, 0, 50, 50))


def test_a_polygon_that_is_nowhere_meets_nothing(canvas_of):
    """Degrees that are none, on their way to zone 14."""
    away = ogr.CreateGeometryFromWkt("POLYGON ((500 95, 900 95, 900 99, 500 95))")
    mask = canvas_of(INCLUDE, MaskPolygon(bytes(away.ExportToWkb())), crs="EPSG:4326")
    assert not mask.allowed(0, Window(0, 0, 50, 50)).any()


AREA = (500_000.0, 5_200_000.0, 500_200.0, 5_200_200.0)
"""Twenty by twenty pixels of ten metres in zone 14."""


def pixels_inside(bounds, crs, area=AREA, epsg=32614, pixel=10.0):
    """How many of 20 x 20 pixels lie in rectangles given as west, south, east, north."""
    ring = "POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))"
    boxes = [ogr.CreateGeometryFromWkt(ring.format(*sides)) for sides in bounds]
    system = spatial_reference(f"EPSG:{epsg}").ExportToWkt()
    polygons = [MaskPolygon(bytes(box.ExportToWkb())) for box in boxes]
    rasterizer = Rasterizer(prepared(polygons, crs, area, system), system)
    grid = Grid(system, (area[0], pixel, 0.0, area[3], 0.0, -pixel), 20, 20)
    return int(rasterizer.inside(grid, grid.window).sum())


@pytest.mark.parametrize("world", [(-180, -90, 180, 90), (-170, -80, 170, 80), (-180, 0, 0, 85)])
def test_polygons_of_the_whole_world_hold_the_images(world):
    """Poles and far meridians have no place in the images' zone; a small one beside them changes nothing."""
    assert pixels_inside([world], "EPSG:4326") == 400
    assert pixels_inside([world, (-98.9999, 46.951, -98.9995, 46.953)], "EPSG:4326") == 400
    assert pixels_inside([(-2e7, -2e7, 2e7, 2e7)], "EPSG:3857") == 400


def test_polygons_of_more_pixels_than_numbers_hold_the_images():
    """GDAL counts pixels in 32 bits."""
    assert pixels_inside([(-1e12, -1e12, 1e12, 1e12)], "") == 400
    tiny = (-1e7, 5e6, -1e7 + 0.08, 5e6 + 0.08)
    assert pixels_inside([(-2e7, -2e7, 2e7, 2e7)], "", tiny, 3857, 0.004) == 400


@pytest.mark.parametrize("width", [0.2, 2, 22, 55])
def test_edges_follow_their_parallel(width):
    """North edge on the parallel through the centre, however far away its corners are."""
    way = transformation("EPSG:32614", "EPSG:4326", "here")
    longitude, latitude, _ = way.TransformPoint(500_100.0, 5_200_100.0)
    edge = (longitude - width / 2, latitude - 5, longitude + width / 2, latitude)
    assert pixels_inside([edge], "EPSG:4326") == 200


def test_a_polygon_that_is_none_is_told(canvas_of):
    """Bytes without a geometry."""
    with pytest.raises(MaskGeometryError):
        canvas_of(INCLUDE, MaskPolygon(b"rubbish"))


def test_a_polygon_that_cannot_be_used_is_named_by_its_id(canvas_of):
    """So that it can be found among thousands."""
    with pytest.raises(MaskGeometryError, match="The polygon with the id 17 of the mask"):
        canvas_of(INCLUDE, box(0, 0, 40, 40), MaskPolygon(b"rubbish", None, 17))


def test_masks_need_no_driver_of_their_own_for_vectors(canvas_of, monkeypatch):
    """Later GDAL has no driver called Memory; the one called MEM holds vectors as well."""
    drawn = canvas_of(INCLUDE, box(0, 0, 40, 40))
    expected = drawn.allowed(0, Window(0, 0, 50, 50))
    by_name = gdal.GetDriverByName

    class Both:
        """Rasters by the one driver, vectors by the other."""

        def Create(self, path, width, *rest):
            return by_name("MEM" if width else "Memory").Create(path, width, *rest)

    monkeypatch.setattr(gdal, "GetDriverByName", lambda name: Both() if name == "MEM" else None)
    monkeypatch.setattr(ogr, "GetDriverByName", lambda name: None)
    assert np.array_equal(drawn.allowed(0, Window(0, 0, 50, 50)), expected)
    assert expected.any()
