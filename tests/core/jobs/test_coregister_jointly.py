"""Tiles of one ground that lie wrong come together, by whole runs over files."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, read, write
from made_views import Ground, positions
from osgeo import gdal, ogr
from recorders import CancelAt, Recorder

from evenlight.core.align.settings import (
    AlignMethod,
    JointModel,
    JointSettings,
    LocalModel,
    MatchSettings,
    MeshSettings,
)
from evenlight.core.align.transform import Transform
from evenlight.core.errors import Cancelled, Problems
from evenlight.core.jobs import coregister_jointly
from evenlight.core.settings import ExecutionSettings, OutputSettings

SIZE, STEP = 260, 160
CORNERS = [(STEP * row, STEP * column) for row in range(2) for column in range(3)]


@pytest.fixture(scope="module")
def ground():
    return Ground(700, seed=3)


@pytest.fixture(scope="module")
def wrongs():
    """By how many columns and rows each tile lies wrong."""
    return np.random.default_rng(4).uniform(-8, 8, (len(CORNERS), 2))


def tile(folder, ground, number, wrong=(0.0, 0.0), turn=0.0, scale=1.0, name=None, **options):
    """A file that says it lies at its corner, and shows what lies ``wrong`` columns and rows from there."""
    row, column = CORNERS[number]
    if turn == 0.0 and scale == 1.0:
        shown = ground.seen(Transform.shift(*wrong))[None, row:row + SIZE, column:column + SIZE]
    else:
        centre = np.array([column + SIZE / 2, row + SIZE / 2])
        around = positions(SIZE, SIZE) - SIZE / 2
        linear = scale * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        shown = ground.at(around @ linear.T + centre + wrong).reshape(1, SIZE, SIZE)
    gain = 1.0 + 0.1 * (number % 3)
    noise = np.random.default_rng(number).normal(0, 1.0, shown.shape)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name or f'tile_{number}'}.tif"
    return write(path, (gain * shown + 5 * number + noise).astype("float32"), row=row, column=column, **options)


def tiles(folder, ground, wrongs, **options):
    return [tile(folder, ground, number, wrong, **options) for number, wrong in enumerate(wrongs)]


def run(paths, folder, progress=None, execution=ExecutionSettings(), files=None, **chosen):
    """A run; settings by their names, wherever they are kept."""
    own = {name: chosen.pop(name) for name in list(chosen) if name in JointSettings.__dataclass_fields__}
    return coregister_jointly(
        list(paths),
        OutputSettings(folder=str(folder), name="$_Aligned.tif"),
        settings=JointSettings(match=MatchSettings(**chosen), **own),
        execution=execution,
        progress=progress or Recorder(),
        **(files or {}),
    )


def corners(paths):
    """(n, 2) columns and rows of the first pixels."""
    places = [gdal.Open(str(path)).GetGeoTransform() for path in paths]
    return np.array([[(place[0] - WEST) / PIXEL, (NORTH - place[3]) / PIXEL] for place in places])


def apart(paths, wrongs):
    """How far from each other the tiles still lie, RMS around their mean, pixels."""
    said = corners(paths) - [(column, row) for row, column in CORNERS[: len(paths)]]
    left = said - wrongs
    return float(np.sqrt(((left - left.mean(axis=0)) ** 2).sum(axis=1).mean()))


def same_bytes(one, other):
    return all(Path(a).read_bytes() == Path(b).read_bytes() for a, b in zip(one, other))


def same_bytes_of_pixels(one, other):
    return all(read(a).tobytes() == read(b).tobytes() for a, b in zip(one, other))


def table_rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("method", [AlignMethod.PHASE_CORRELATION, AlignMethod.FEATURES])
def test_tiles_come_together_by_moving_their_rasters(tmp_path, ground, wrongs, method):
    """Up to 8 px off each: less than a twentieth of a pixel is left, and no pixel's value changes."""
    if method is AlignMethod.FEATURES:
        pytest.importorskip("cv2")
    paths = tiles(tmp_path / "in", ground, wrongs)
    result = run(paths, tmp_path / "out", method=method)
    assert apart(paths, wrongs) > 3.0
    assert apart(result.outputs, wrongs) < (0.05 if method is AlignMethod.PHASE_CORRELATION else 0.2)
    assert np.abs((corners(result.outputs) - corners(paths)).mean(axis=0)).max() < 1e-6
    assert result.rmse_before > 4.5
    assert result.rmse_after < 0.5
    assert (result.groups, result.rejected) == (1, 0)
    assert all(np.array_equal(read(a), read(b)) for a, b in zip(paths, result.outputs))


def test_tiles_in_place_are_passed_on(tmp_path, ground):
    paths = tiles(tmp_path / "in", ground, np.zeros((6, 2)))
    told = Recorder()
    result = run(paths, tmp_path / "out", told)
    assert np.array_equal(corners(result.outputs), corners(paths))
    assert sum("already in place" in fact for fact in told.facts) == 6
    assert not told.warnings


def test_fixed_images_stay_and_the_others_come_to_them(tmp_path, ground, wrongs):
    paths = tiles(tmp_path / "in", ground, wrongs)
    result = run(paths, tmp_path / "out", fixed_images=(paths[4],))
    assert np.array_equal(corners(result.outputs)[4], corners(paths)[4])
    left = corners(result.outputs) - corners(paths) - wrongs
    assert np.abs(left - left[4]).max() < 0.1


@pytest.mark.every(2)
@pytest.mark.parametrize("name", ["4", "4.tif", "*/[4-9].tif", "folder"])
def test_fixed_images_may_be_names_patterns_and_folders(tmp_path, ground, wrongs, name):
    """As model images may; what fits two is refused, and so is what fits none."""
    paths = tiles(tmp_path / "in", ground, wrongs)
    stem = Path(paths[4]).stem
    given = {"4": stem, "4.tif": f"{stem}.tif", "*/[4-9].tif": str(tmp_path / "*" / f"*{stem[-1]}.tif"),
             "folder": str(tmp_path / "in")}[name]  # fmt: skip
    held = corners(run(paths, tmp_path / "out", fixed_images=(given,)).outputs) == corners(paths)
    assert held.all(axis=1).tolist() == [name == "folder" or number == 4 for number in range(6)]


def test_order_threads_and_units_change_nothing(tmp_path, ground, wrongs):
    paths = tiles(tmp_path / "in", ground, wrongs)
    one = run(paths, tmp_path / "one")
    two = run(paths[::-1], tmp_path / "two", execution=ExecutionSettings(threads=1))
    assert same_bytes(one.outputs, two.outputs[::-1])
    feet = [
        tile(tmp_path / "feet", ground, n, wrong, geotransform=(3e6 + c / 2, 0.5, 0, 7e5 - r / 2, 0, -0.5), epsg=2229)
        for n, (wrong, (r, c)) in enumerate(zip(wrongs, CORNERS))
    ]
    three = run(feet, tmp_path / "three")
    moved = [
        (gdal.Open(b).GetGeoTransform()[0] - gdal.Open(a).GetGeoTransform()[0]) / 0.5
        for a, b in zip(feet, three.outputs)
    ]
    assert np.abs(np.array(moved) - (corners(one.outputs) - corners(paths))[:, 0]).max() < 1e-4
    assert three.rmse_after == pytest.approx(one.rmse_after, abs=1e-4)


def test_saved_tie_points_give_the_same_without_matching(tmp_path, ground, wrongs, monkeypatch):
    paths = tiles(tmp_path / "in", ground, wrongs)
    saved = str(tmp_path / "points.json")
    first = run(paths, tmp_path / "first", model=JointModel.AFFINE, files={"save_tie_points": saved})
    monkeypatch.setattr("evenlight.core.align.tie_point_search._Search._in_window", None)
    again = str(tmp_path / "again.json")
    second = run(
        paths, tmp_path / "second", model=JointModel.AFFINE, load_tie_points=saved, files={"save_tie_points": again}
    )
    assert same_bytes(first.outputs, second.outputs)
    assert first[2:] == second[2:]
    one, two = (json.loads(Path(file).read_text(encoding="utf-8")) for file in (saved, again))
    assert one["pairs"] == two["pairs"]
    for entry in (*one["images"], *two["images"]):
        # of files that were written a moment ago they are not believed, nor kept
        entry["content"].pop("facts")
    assert one["images"] == two["images"]


def test_an_image_is_added_to_saved_tie_points(tmp_path, ground, wrongs):
    """Only its own pairs are matched, and images that are left out are no problem."""
    paths = tiles(tmp_path / "in", ground, wrongs)
    saved = str(tmp_path / "points.json")
    run(paths[:5], tmp_path / "first", files={"save_tie_points": saved})
    told = Recorder()
    result = run(paths[1:], tmp_path / "second", told, load_tie_points=saved)
    said = corners(result.outputs) - corners(paths[1:])
    left = said - wrongs[1:]
    assert np.sqrt(((left - left.mean(axis=0)) ** 2).sum(axis=1).mean()) < 0.05
    assert any("left out: one of the images is not an input" in fact for fact in told.facts)


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda content: content.update(version=7), "at version"),
        (lambda content: content["images"][1].update(size=[1, 1]), "at images[1].size"),
        (lambda content: content["images"][2].update(sample=1), "at images[2].sample"),
        (lambda content: content["images"][0]["geotransform"].pop(), "at images[0].geotransform"),
        (lambda content: content["pairs"][0].update(images=[0, 0]), "at pairs[0].images"),
        (lambda content: content["pairs"][1]["points"].__setitem__(0, [1, 2, 3, 4]), "at pairs[1].points[0]"),
        (lambda content: content["pairs"][1]["points"][0].__setitem__(4, -1), "at pairs[1].points[0]"),
        (lambda content: content["pairs"][1]["points"][0].__setitem__(4, 1e300), "at pairs[1].points[0]"),
        (lambda content: content["pairs"][1]["points"][1].__setitem__(3, 0.0), "at pairs[1].points[1]"),
        (lambda content: content.update(crs="EPSG:4326"), "at pairs[0].points[0]"),
        (lambda content: content["pairs"].append(content["pairs"][0]), "is there twice"),
        (lambda content: content.pop("crs"), "at crs"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_its_place(tmp_path, ground, wrongs, change, place):
    paths = tiles(tmp_path / "in", ground, wrongs[:3])
    saved = tmp_path / "points.json"
    run(paths, tmp_path / "first", files={"save_tie_points": str(saved)})
    content = json.loads(saved.read_text(encoding="utf-8"))
    change(content)
    saved.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        run(paths, tmp_path / "second", load_tie_points=str(saved))
    assert place in str(caught.value)
    assert not (tmp_path / "second").exists()


def test_turned_and_scaled_tiles(tmp_path, ground, wrongs):
    """By half a degree and half a per cent: the ground points of the tiles' corners agree afterwards."""
    turns = np.deg2rad(np.array([0.4, -0.3, 0.2, -0.5, 0.1, 0.3]))
    scales = 1.0 + np.array([0.004, -0.002, 0.003, -0.004, 0.002, -0.001])
    paths = [
        tile(tmp_path / "in", ground, n, wrong, turn, scale)
        for n, (wrong, turn, scale) in enumerate(zip(wrongs, turns, scales))
    ]
    table = str(tmp_path / "table.csv")
    result = run(paths, tmp_path / "out", model=JointModel.SIMILARITY, files={"table": table})
    assert result.rmse_after < 0.3
    rows = table_rows(table)
    found = [Transform(np.array(row["matrix"].split(), dtype=float).reshape(3, 3)) for row in rows]
    to_map = Transform(np.array([[PIXEL, 0, WEST], [0, -PIXEL, NORTH], [0, 0, 1.0]]))
    errors = []
    for place in [(200.0, 200.0), (170.0, 250.0), (210.0, 165.0)]:
        shown = []
        for number in (0, 1, 3, 4):
            row, column = CORNERS[number]
            centre = np.array([column + SIZE / 2, row + SIZE / 2])
            turn, scale = turns[number], scales[number]
            linear = scale * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
            said = np.linalg.inv(linear) @ (np.array(place) - centre - wrongs[number]) + centre
            shown.append(to_map.inverse().moved(found[number].moved(to_map.moved(said[None])))[0])
        errors += [np.hypot(*(one - shown[0])) for one in shown[1:]]
    assert max(errors) < 0.25
    told = np.array([float(row["rotation_degrees"]) for row in rows])
    assert np.abs(told - told.mean() + np.rad2deg(turns - turns.mean())).max() < 0.05
    assert np.log([float(row["scale"]) for row in rows]).mean() == pytest.approx(0.0, abs=1e-6)


def test_a_mesh_takes_up_what_transforms_leave(tmp_path, ground):
    """One tile is bent by up to 2 px."""
    paths = [tile(tmp_path / "in", ground, number) for number in (0, 1)]
    row, column = CORNERS[1]
    places = positions(SIZE, SIZE)
    bend = 2.0 * np.sin(places[:, 1] / SIZE * 2 * np.pi)
    shown = ground.at(places + np.column_stack([column + bend, row + 0 * bend])).reshape(1, SIZE, SIZE)
    paths[1] = write(tmp_path / "in" / "tile_1.tif", shown.astype("float32"), row=row, column=column)
    chosen = {"fixed_images": (paths[0],), "mesh": MeshSettings(spacing=50.0)}
    plain = run(paths, tmp_path / "plain", **chosen)
    warped = run(paths, tmp_path / "warped", local_model=LocalModel.BILINEAR, **chosen)
    assert warped.rmse_after < 0.8 * plain.rmse_after


def test_groups_lonely_images_and_what_is_told(tmp_path, ground, wrongs):
    paths = tiles(tmp_path / "in", ground, wrongs[:4])
    paths.append(tile(tmp_path / "in", ground, 5, name="far", geotransform=(9e5, PIXEL, 0, NORTH, 0, -PIXEL)))
    told = Recorder()
    vectors, table = str(tmp_path / "vectors.gpkg"), str(tmp_path / "table.csv")
    result = run(paths, tmp_path / "out", told, files={"vectors": vectors, "table": table})
    assert result.groups == 1
    assert np.array_equal(corners(result.outputs)[4], corners(paths)[4])
    assert any("far" in text and "no tie points" in text for text in told.warnings)
    rows = {os.path.basename(row["image"]): row for row in table_rows(table)}
    assert rows["far.tif"]["moved"] == "no"
    assert rows["tile_0.tif"]["moved"] == "yes"
    dataset = ogr.Open(vectors)
    layer = dataset.GetLayer(0)
    lengths = np.array([(f.GetField("before"), f.GetField("after"), f.GetField("dx") / PIXEL) for f in layer])
    assert len(lengths) >= 8
    assert np.median(lengths[:, 1]) < 0.3 < 2.0 < np.median(lengths[:, 0])
    assert (np.abs(lengths[:, 2]) < lengths[:, 1] + 1e-6).all()


def test_other_grids_and_coordinate_systems(tmp_path, ground, wrongs):
    """A tile of three halves of the resolution, one off the grid by a part of a pixel, and one in degrees."""
    folder = tmp_path / "in"
    paths = tiles(folder, ground, wrongs[:3])
    whole = gdal.Open(paths[0])
    coarse = str(folder / "coarse.tif")
    gdal.Translate(coarse, whole, xRes=15, yRes=15, resampleAlg="average")
    degrees = str(folder / "degrees.tif")
    gdal.Warp(degrees, paths[2], dstSRS="EPSG:4326", resampleAlg="cubic", dstNodata=-9999)
    result = run([coarse, paths[1], degrees], tmp_path / "out")
    middle = np.array([[SIZE / 2, SIZE / 2]])
    left = []
    for number, (path, source, wrong) in enumerate(zip([coarse, paths[1], degrees], paths, wrongs)):
        after = gdal.Open(result.outputs[number]).GetGeoTransform()
        before = gdal.Open(path).GetGeoTransform()
        place = gdal.Open(source).GetGeoTransform()
        where = np.array([place[0] + middle[0, 0] * PIXEL, place[3] - middle[0, 1] * PIXEL])
        left.append(moved_on_map(path, before, after, where) - wrong)
    left = np.array(left)
    assert np.abs(left - left.mean(axis=0)).max() < 0.35


def moved_on_map(path, before, after, where):
    """Columns and rows of 10 m by which a shift of a raster moves a place; the raster was moved, not resampled."""
    assert np.allclose(before[1:3], after[1:3])
    system = gdal.Open(path).GetSpatialRef()
    if not system.IsGeographic():
        return np.array([(after[0] - before[0]) / PIXEL, (before[3] - after[3]) / PIXEL])
    from osgeo import osr

    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    metres = osr.SpatialReference()
    metres.ImportFromEPSG(32614)
    there = osr.CoordinateTransformation(metres, system).TransformPoint(*where)
    back = osr.CoordinateTransformation(system, metres)
    now = back.TransformPoint(there[0] + after[0] - before[0], there[1] + after[3] - before[3])
    return np.array([(now[0] - where[0]) / PIXEL, (where[1] - now[1]) / PIXEL])


def test_one_grid_for_all(tmp_path, ground, wrongs):
    """Every result's pixels lie on one lattice, over its own area only."""
    paths = tiles(tmp_path / "in", ground, wrongs[:3])
    result = run(paths, tmp_path / "out", same_grid=True)
    places = corners(result.outputs)
    assert np.abs(places - np.rint(places)).max() < 1e-6
    assert all(gdal.Open(path).RasterXSize < SIZE + 20 for path in result.outputs)
    assert not np.array_equal(places, corners(paths))


def test_other_ground_among_right_images_moves_nobody(tmp_path, ground):
    """A tile that shows something else has no tie points, however alike a window may look."""
    paths = tiles(tmp_path / "in", ground, [(0.0, 0.0)] * 6)
    other = Ground(700, seed=77)
    for number in range(6):
        stranger = tile(tmp_path / f"other_{number}", other, number, name="stranger")
        mixed = [stranger if n == number else path for n, path in enumerate(paths)]
        progress = Recorder()
        result = run(mixed, tmp_path / "out", progress, max_shift=60.0)
        assert same_bytes_of_pixels(mixed, result.outputs)
        assert corners(result.outputs).tolist() == corners(mixed).tolist()
        assert any("stranger is passed on as it is: it has no tie points" in text for text in progress.warnings)
    progress = Recorder()
    alone = run([paths[0], tile(tmp_path / "other", other, 1)], tmp_path / "out", progress)
    assert np.isnan(alone.rmse_after)
    assert any("No tie points in 1 pair, so" in text for text in progress.warnings)
    assert not any("nan" in text for text in [*progress.warnings, *progress.facts])


def test_a_table_does_not_take_the_place_of_tie_points_or_images(tmp_path, ground, wrongs):
    """Neither of those that the run reads nor of its own; tie points may be read and saved under one name."""
    paths, saved = tiles(tmp_path / "in", ground, wrongs[:2]), str(tmp_path / "points.json")
    out = tmp_path / "out"
    first = run(paths, out, files={"save_tie_points": saved})
    before = Path(saved).read_text(encoding="utf-8"), read(first.outputs[0]).tobytes()
    with pytest.raises(Problems, match=r"points\.json is an input"):
        run(paths, out, files={"table": saved}, load_tie_points=saved)
    for files in ({"table": first.outputs[0]}, {"table": str(tmp_path / "x"), "vectors": str(tmp_path / "x")}):
        with pytest.raises(Problems, match="Two results would be written to"):
            run(paths, out, files=files)
    assert (Path(saved).read_text(encoding="utf-8"), read(first.outputs[0]).tobytes()) == before
    run(paths, out, files={"save_tie_points": saved}, load_tie_points=saved)


def test_all_problems_are_told_together(tmp_path, ground, wrongs):
    paths = tiles(tmp_path / "in", ground, wrongs[:2])
    with pytest.raises(Problems) as caught:
        run(
            paths,
            tmp_path / "out",
            fixed_images=("elsewhere.tif",),
            channel="7",
            load_tie_points=str(tmp_path / "none.json"),
            mesh=MeshSettings(anchor_falloff=0.0),
            files={"vectors": str(tmp_path / "lines.shp"), "table": paths[0]},
        )
    text = str(caught.value)
    for part in ("elsewhere.tif is a fixed image", "CHANNEL", "none.json", "ANCHOR_FALLOFF", "lines.shp", paths[0]):
        assert part in text


def test_images_without_overlap_are_refused(tmp_path, ground):
    far = (9e5, PIXEL, 0, NORTH, 0, -PIXEL)
    paths = [tile(tmp_path / "in", ground, 0), tile(tmp_path / "in", ground, 1, geotransform=far)]
    with pytest.raises(Problems, match="No two of the images overlap"):
        run(paths, tmp_path / "out")


@pytest.mark.parametrize("fraction", [0.0, 0.3, 0.7])
def test_a_cancelled_run_leaves_nothing(tmp_path, ground, wrongs, fraction):
    paths = tiles(tmp_path / "in", ground, wrongs[:3])
    with pytest.raises(Cancelled):
        run(paths, tmp_path / "out", CancelAt(fraction), files={"table": str(tmp_path / "table.csv")})
    assert not (tmp_path / "table.csv").exists()
    assert not (tmp_path / "out").exists() or not os.listdir(tmp_path / "out")


def holey(array):
    """The array with an eighth that holds nothing, and where that is."""
    hole = np.zeros(array.shape[1:], bool)
    hole[:90, :90] = True
    return hole


def kind_of_file(folder, ground, number, wrong, kind):
    """A tile as a file of some kind; a corner of it holds nothing, and what stands there is far off."""
    path = tile(folder, ground, number, wrong)
    values = read(path)
    hole = holey(values)
    row, column = CORNERS[number]
    place = {"row": row, "column": column}
    if kind == "value":
        return write(path, np.where(hole, 0, np.clip(values, 1, 65535)).astype("uint16"), nodata=0, **place)
    if kind == "nan":
        return write(path, np.where(hole, np.nan, values), nodata=float("nan"), **place)
    if kind == "mask":
        return write(path, np.where(hole, 9999, values), mask=np.where(hole, 0, 255).astype("uint8"), **place)
    if kind == "alpha":
        both = np.concatenate([np.clip(np.where(hole, 1, values), 1, 255), np.where(hole, 0, 255)[None]])
        return write(path, both.astype("uint8"), interpretation=[gdal.GCI_GrayIndex, gdal.GCI_AlphaBand], **place)
    if kind == "no system":
        return write(path, values, epsg=None, **place)
    if kind == "south up":
        upside = values[:, ::-1]
        south = NORTH - PIXEL * (row + SIZE)
        return write(path, upside, geotransform=(WEST + PIXEL * column, PIXEL, 0, south, 0, PIXEL))
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", ["value", "nan", "mask", "alpha", "no system", "south up"])
def test_kinds_of_files(tmp_path, ground, wrongs, kind):
    """What is not valid is not compared, and comes through as it was."""
    paths = [kind_of_file(tmp_path / "in", ground, number, wrongs[number], kind) for number in range(3)]
    result = run(paths, tmp_path / "out")
    before, after = ([gdal.Open(p).GetGeoTransform() for p in files] for files in (paths, result.outputs))
    moved = np.array([((b[0] - a[0]) / PIXEL, (a[3] - b[3]) / PIXEL) for a, b in zip(before, after)])
    left = moved - wrongs[:3]
    assert np.abs(left - left.mean(axis=0)).max() < 0.1
    assert all(np.array_equal(read(a), read(b), equal_nan=True) for a, b in zip(paths, result.outputs))


def test_turned_rasters(tmp_path, ground, wrongs):
    """A raster whose rows run at 30 degrees is aligned as well, and stays as it is."""
    paths = tiles(tmp_path / "in", ground, wrongs[:3])
    angle = np.deg2rad(30.0)
    row, column = CORNERS[1]
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    start = np.array([column + 80.0, row - 60.0])
    shown = ground.at(positions(SIZE, SIZE) @ turn.T + start + wrongs[1]).reshape(1, SIZE, SIZE)
    east, south = turn[:, 0] * PIXEL, turn[:, 1] * PIXEL
    place = (WEST + PIXEL * start[0], east[0], south[0], NORTH - PIXEL * start[1], -east[1], -south[1])
    paths[1] = write(tmp_path / "in" / "turned.tif", shown.astype("float32"), geotransform=place)
    result = run(paths, tmp_path / "out")
    said = (corners(result.outputs) - corners(paths)) - wrongs[:3]
    assert np.abs(said - said.mean(axis=0)).max() < 0.1
    assert np.array_equal(read(paths[1]), read(result.outputs[1]))
