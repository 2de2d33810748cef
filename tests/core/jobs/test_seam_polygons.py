"""Seams of mosaics as polygons: written, simplified, edited, locked, and areas that they avoid."""

from __future__ import annotations

import os

import numpy as np
import pytest
from made_mosaics import SHAPES, box, cut_images, turned, union_of
from made_scenes import read, texture, write
from osgeo import gdal, ogr
from recorders import CancelAsked, Recorder
from scipy import ndimage

import evenlight.core as ev
from evenlight.core.errors import Problems

PLACES = [(95 * r, 90 * c, turned(160, 9 + 8 * r - 5 * c)) for r in range(2) for c in range(3)]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Six turned images on one grid, a little different in brightness."""
    folder = tmp_path_factory.mktemp("scene")
    return cut_images(folder, PLACES, texture(2, 260, 340, seed=3), gains=1 + 0.05 * np.sin(np.arange(6)))


@pytest.mark.every(3)
@pytest.mark.parametrize("method", ["least_visible", "distance"])
@pytest.mark.parametrize("ending", ["gpkg", "geojson"])
@pytest.mark.parametrize("shape", ["rotated 3 x 3", "holed", "one pixel of overlap", "contained"])
def test_seams_go_out_and_come_back(shape, ending, method, tmp_path):
    """As polygons that cover the union once, and back to the pixel."""
    (tmp_path / "in").mkdir()
    places = SHAPES[shape]
    paths = cut_images(tmp_path / "in", places, gains=1 + 0.04 * np.arange(len(places)))
    target, seams = str(tmp_path / f"seams.{ending}"), ev.SeamSettings(method=method)
    result = ev.seamlines(paths, target, settings=seams)
    ev.mosaic(paths, tmp_path / "a.tif", seams=seams, source_map=tmp_path / "ma.tif")
    ev.mosaic(paths, tmp_path / "b.tif", edited=target, source_map=tmp_path / "mb.tif")
    mapped = read(str(tmp_path / "ma.tif"))
    assert (mapped == read(str(tmp_path / "mb.tif"))).all()
    assert (read(str(tmp_path / "a.tif")) == read(str(tmp_path / "b.tif"))).all()
    layer = (dataset := ogr.Open(target)).GetLayer(0)
    areas = np.zeros(len(places) + 1)
    for feature in layer:
        area = feature.GetGeometryRef().GetArea()
        assert area == pytest.approx(feature.GetField("area"), rel=1e-6)
        assert feature.GetField("image") == f"image_{feature.GetField('number') - 1:03}"
        areas[feature.GetField("number")] += area / 100
    assert areas[1:] == pytest.approx(np.bincount(mapped.ravel(), minlength=len(areas))[1:], rel=1e-6)
    assert result.areas == np.bincount(mapped.ravel(), minlength=len(areas))[1:].tolist()
    del layer, dataset


@pytest.mark.parametrize("method", ["least_visible", "distance"])
def test_simpler_polygons_still_cover_the_union_once(scene, method, tmp_path):
    """Fewer corners, no gap, no overlap; given back, every pixel comes from an image that has it."""
    plain, simple = str(tmp_path / "plain.gpkg"), str(tmp_path / "simple.geojson")
    seams = ev.SeamSettings(method=method)
    ev.seamlines(scene, plain, settings=seams)
    result = ev.seamlines(scene, simple, settings=seams, simplify=40.0)
    shapes, corners = {}, {}
    for path in (plain, simple):
        layer = (dataset := ogr.Open(path)).GetLayer(0)
        shapes[path] = [(f.GetField("number"), f.GetGeometryRef().Clone(), f.GetField("area")) for f in layer]
        lines = [shape.Boundary() for _, shape, _ in shapes[path]]
        corners[path] = sum(
            (line.GetGeometryRef(n) if line.GetGeometryCount() else line).GetPointCount()
            for line in lines for n in range(max(line.GetGeometryCount(), 1))
        )  # fmt: skip
        del layer, dataset
    assert corners[simple] < corners[plain]
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for number, (_, shape, area) in enumerate(shapes[simple]):
        assert shape.IsValid() and shape.GetArea() == pytest.approx(area, rel=1e-6)
        for _, other, _ in shapes[simple][:number]:
            assert shape.Intersection(other).GetArea() == pytest.approx(0, abs=1e-3)
        whole.AddGeometry(shape)
    union = whole.UnionCascaded()
    assert union.GetArea() == pytest.approx(100 * sum(result.areas), rel=1e-9)
    assert sum(area for *_, area in shapes[simple]) == pytest.approx(union.GetArea(), rel=1e-9)
    ev.mosaic(scene, tmp_path / "m.tif", edited=simple, source_map=tmp_path / "map.tif")
    numbers = read(str(tmp_path / "map.tif"))[0]
    assert ((numbers > 0) == (union_of(PLACES, numbers.shape) > 0)).all()
    # only borders move: by 4 pixels at most
    mapped = read_map(scene, seams, tmp_path)
    changed = (numbers != mapped) & (numbers > 0)
    far = ndimage.minimum_filter(mapped, 11) == ndimage.maximum_filter(mapped, 11)
    assert changed.any() and not changed[far].any()
    with pytest.raises(Problems, match="SIMPLIFY"):
        ev.seamlines(scene, plain, simplify=-1.0)


def read_map(paths, seams, folder):
    """The source map of a mosaic."""
    ev.mosaic(paths, folder / "o.tif", seams=seams, source_map=folder / "o_map.tif")
    return read(str(folder / "o_map.tif"))[0]


def test_a_table_of_seams(scene, tmp_path):
    """A row for each pair that meets, by names and the order of the inputs; nothing of it stays where a run fails."""
    target, table = tmp_path / "s.gpkg", tmp_path / "costs.csv"
    ev.seamlines(scene[::-1], target, cost_table=table)
    rows = [row.split(",") for row in table.read_text().splitlines()]
    assert rows[0][:4] == ["image_1", "image_2", "overlap_pixels", "seam_pixels"]
    names = [os.path.basename(path)[:-4] for path in scene[::-1]]
    places = [(names.index(row[0]), names.index(row[1])) for row in rows[1:]]
    assert places == sorted(places) and all(first < second for first, second in places)
    by_pair = {frozenset(row[:2]): row for row in rows[1:]}
    covered = [np.zeros((260, 345), bool) for _ in PLACES]
    for found, (row, column, valid) in zip(covered, PLACES):
        found[row : row + 160, column : column + 160] = valid
    for one in range(6):
        for other in range(one):
            both = int((covered[one] & covered[other]).sum())
            row = by_pair.get(frozenset((f"image_{one:03}", f"image_{other:03}")))
            assert both == (int(row[2]) if row else 0)
    assert sorted(os.listdir(tmp_path)) == ["costs.csv", "s.gpkg"]
    table.write_text("earlier")
    with pytest.raises(ev.Cancelled):
        ev.seamlines(scene, tmp_path / "t.gpkg", cost_table=table, progress=CancelAsked(12))
    assert table.read_text() == "earlier" and sorted(os.listdir(tmp_path)) == ["costs.csv", "s.gpkg"]
    with pytest.raises(Problems, match="Two results"):
        ev.seamlines(scene, target, cost_table=target)


def edited_file(path, claims, crs_of):
    """Polygons in pixels of the ground: (image, locked, (row, column, height, width))."""
    reference = gdal.Open(crs_of).GetSpatialRef()
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("seams", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("image", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("locked", ogr.OFTInteger))
    for image, locked, (row, column, height, width) in claims:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("image", image)
        if locked is not None:
            feature.SetField("locked", locked)
        west, north = 500000 + 10 * column, 5200000 - 10 * row
        east, south = west + 10 * width, north - 10 * height
        ring = [(west, north), (east, north), (east, south), (west, south)]
        text = ", ".join(f"{x} {y}" for x, y in [*ring, ring[0]])
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({text}))"))
        layer.CreateFeature(feature)
    return str(path)


def test_edited_polygons_are_followed(tmp_path):
    """Two claims: the higher lock, then the nearer middle; no image is given what it has not; the rest is reported."""
    places = [box(0, 0, 100, 140), box(0, 60, 100, 140)]
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", places)
    claims = [("image_000", 1, (0, 0, 100, 90))]
    claims += [("image_001", 2, (0, 80, 40, 120)), ("image_001", 1, (40, 80, 50, 120))]
    told = Recorder()
    ev.mosaic(
        paths, tmp_path / "out.tif", edited=edited_file(tmp_path / "e.gpkg", claims, paths[0]), locked_field="locked",
        seams=ev.SeamSettings(method="distance"), source_map=tmp_path / "map.tif", progress=told,
    )  # fmt: skip
    numbers = read(str(tmp_path / "map.tif"))[0]
    assert (numbers[:40, :80] == 1).all() and (numbers[:40, 80:] == 2).all()
    assert (numbers[40:90, :90] == 1).all() and (numbers[40:90, 90:] == 2).all()
    assert (numbers[90:, :90] == 1).all() and (numbers[90:, 140:] == 2).all()
    assert any(f"{10 * 110} pixels (area 110000)" in fact for fact in told.facts)


def test_locked_polygons_stay_and_others_are_found(tmp_path):
    """A locked part of one image stays to the pixel; the seam elsewhere is the least visible one."""
    places = [box(0, 0, 260, 300), box(0, 100, 260, 300)]
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", places, texture(2, 260, 400, seed=9))
    # ground of its own, in parts more and in parts less alike
    own = texture(2, 260, 300, seed=4, mean=0, std=300)
    write(paths[1], (read(paths[1]) + own).astype(np.uint16), 0, 100, nodata=0)
    claims = [("image_001", 1, (100, 120, 60, 180))]
    claims += [("image_000", 0, (0, 0, 260, 100)), ("image_000", None, (0, 0, 9, 9))]
    edited = edited_file(tmp_path / "e.gpkg", claims, paths[0])
    ev.mosaic(paths, tmp_path / "a.tif", source_map=tmp_path / "a_map.tif")
    ev.mosaic(paths, tmp_path / "b.tif", edited=edited, locked_field="locked", source_map=tmp_path / "b_map.tif")
    free, locked = read(str(tmp_path / "a_map.tif"))[0], read(str(tmp_path / "b_map.tif"))[0]
    assert (locked[100:160, 120:300] == 2).all() and (free[100:160, 120:160] == 1).any()
    seam = np.argmax(locked == 2, axis=1)
    assert len(np.unique(seam[:80])) > 3
    assert (locked > 0).all()


def test_areas_to_avoid(tmp_path):
    """No seam crosses the polygon, nor what lies within the buffer."""
    places = [box(0, 0, 200, 300), box(0, 100, 200, 300)]
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", places, texture(1, 200, 400, seed=9), gains=[1.0, 1.1])
    avoid = edited_file(tmp_path / "avoid.gpkg", [("", 0, (60, 170, 60, 60))], paths[0])
    ev.seamlines(paths, tmp_path / "seams.gpkg", avoid=avoid, settings=ev.SeamSettings(avoid_buffer=100.0))
    ev.mosaic(paths, tmp_path / "a.tif", edited=tmp_path / "seams.gpkg", source_map=tmp_path / "map.tif")
    numbers = read(str(tmp_path / "map.tif"))[0]
    assert len(np.unique(numbers[51:129, 161:239])) == 1


def test_polygons_that_do_nothing_are_warned_of(tmp_path):
    """Names of no image, locks that are none, layers that lie elsewhere, and seams where there are none."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 100, 140), box(0, 60, 100, 140)])

    def warnings(name, claims, **options):
        told, file = Recorder(), edited_file(tmp_path / f"{name}.gpkg", claims, paths[0])
        what = "avoid" if name.startswith("avoid") else "edited"
        ev.mosaic(paths, tmp_path / "out.tif", **{what: file}, progress=told, **options)
        return " ".join(told.warnings)

    assert not warnings("fine", [("image_000", 1, (0, 0, 100, 90)), ("image_001", 1, (0, 90, 100, 110))])
    assert '"typo"' in warnings("typo", [("image_000", 1, (0, 0, 100, 90)), ("typo", 1, (0, 90, 100, 110))])
    assert "LOCKED_FIELD" in warnings("free", [("image_000", 0, (0, 0, 100, 90))], locked_field="locked")
    assert "SEAMLINES" in warnings("away", [("image_000", 1, (9000, 0, 100, 90))])
    assert "AVOID" in warnings("avoid_away", [("", 1, (9000, 0, 100, 90))])
    file = edited_file(tmp_path / "text.gpkg", [("image_000", 1, (0, 0, 100, 90))], paths[0])
    with pytest.raises(ev.EvenlightError, match='LOCKED_FIELD holds "image_000"'):
        ev.mosaic(paths, tmp_path / "out.tif", edited=file, locked_field="image")
    for option in ("edited", "avoid"):
        with pytest.raises(ev.EvenlightError, match="about seams, of which OVERLAP mean has none"):
            ev.mosaic(paths, tmp_path / "m.tif", **{option: file}, settings=ev.MosaicSettings(overlap="mean"))


def layers_of(path, claims, crs_of):
    """The polygons in a file that holds another layer of this kind as well, with other locks."""
    edited_file(path, claims, crs_of)
    dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.CopyLayer(dataset.GetLayer(0), "second")
    dataset.ExecuteSQL("UPDATE seams SET locked = 0")
    return str(path)


@pytest.mark.parametrize("job", ["mosaic", "seamlines", "balance_and_mosaic"])
def test_locks_of_a_layer_among_several(job, tmp_path):
    """The field is that of the layer the polygons were read from."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 100, 140), box(0, 60, 100, 140)])
    claims = [("image_000", 1, (0, 0, 100, 90)), ("image_001", 1, (0, 90, 100, 110))]
    file = layers_of(str(tmp_path / "e.gpkg"), claims, paths[0])
    target, told = tmp_path / ("o.gpkg" if job == "seamlines" else "o.tif"), Recorder()
    edited = ev.read_mask(file, layer="second", field="image")
    result = getattr(ev, job)(paths, target, edited=edited, locked_field="locked", progress=told)
    assert result.areas == [100 * 90, 100 * 110] and not told.warnings
    edited = ev.read_mask(file, layer="seams", field="image")
    getattr(ev, job)(paths, target, edited=edited, locked_field="locked", progress=told)
    assert any("LOCKED_FIELD: no polygon" in warning for warning in told.warnings)


@pytest.mark.parametrize("job", ["mosaic", "seamlines", "balance_and_mosaic"])
def test_locks_without_polygons_are_refused(job, tmp_path):
    """Nothing could be read from the field."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [box(0, 0, 100, 140), box(0, 60, 100, 140)])
    target = tmp_path / ("o.gpkg" if job == "seamlines" else "o.tif")
    with pytest.raises(ev.EvenlightError, match="LOCKED_FIELD is a field of seam polygons, and there are none"):
        getattr(ev, job)(paths, target, locked_field="locked")
    # made by a script, which has said what it has to say of each
    file = edited_file(tmp_path / "e.gpkg", [("image_000", 1, (0, 0, 100, 90))], paths[0])
    inline = ev.read_mask(file, field="image")
    with pytest.raises(ev.EvenlightError, match="LOCKED_FIELD is a field of seam polygons, and these are in no file"):
        getattr(ev, job)(paths, target, edited=inline._replace(source=""), locked_field="locked")
    assert not target.exists()
