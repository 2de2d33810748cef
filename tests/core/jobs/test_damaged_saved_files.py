"""Saved files with anything changed in them: our own sentence, or a run whose results can be looked at."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from made_scenes import make_scene, read, write
from made_views import Ground
from osgeo import gdal
from recorders import Recorder

from evenlight.core.align.motion import Motion
from evenlight.core.align.settings import JointModel, JointSettings, LocalModel
from evenlight.core.errors import EvenlightError
from evenlight.core.jobs import (
    apply_adjustments,
    balance,
    coregister_jointly,
    global_regression,
    load_block_maps,
    save_block_maps,
)
from evenlight.core.settings import (
    CorrectionKind,
    ExecutionSettings,
    GlobalMethod,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    OutputType,
)

ONE = ExecutionSettings(threads=1)
EXAMPLES = settings(
    max_examples=200,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

NUMBERS = [0, -1, 1, 2, 0.5, 1e-9, 1e-300, 5e-324, 1e20, 1e99, 1e101, 1e300, -1e300, 10**400, -(10**400), 2**63]
ODD = [None, True, False, "", "x", "\ud800", "a\0b", "NaN", [], {}, [[]], [None], {"a": 1}, float("nan"), float("inf")]
SYSTEMS = ["", "EPSG:4326", "EPSG:0", "GEOGCS[", "LOCAL_CS[\"x\"]", "EPSG:32631+5773", "PROJCS[\"a\",GEOGCS[\"b\"]]"]
VALUES = st.one_of(
    st.sampled_from(NUMBERS + ODD + SYSTEMS),
    st.floats(),
    st.integers(-3, 3),
    st.text(max_size=5),
    st.floats(0.1, 10.0).map(lambda factor: ("times", factor)),
    st.sampled_from([("gone",), ("twice",), ("swapped",), ("negative",)]),
)


def places(content, place=()):
    """The ways to all parts of a content."""
    yield place
    if isinstance(content, (dict, list)):
        for key in content if isinstance(content, dict) else range(len(content)):
            yield from places(content[key], (*place, key))


def at(content, place):
    for key in place:
        content = content[key]
    return content


@st.composite
def damaged(draw, content):
    """A content with one to three parts changed, doubled, removed or exchanged."""
    content = json.loads(json.dumps(content))
    for _ in range(draw(st.integers(1, 3))):
        everywhere = [place for place in places(content) if place]
        if not everywhere:
            break
        # long lists of points would hide the rest
        depth = draw(st.integers(1, max(map(len, everywhere))))
        place = draw(st.sampled_from([place for place in everywhere if len(place) <= depth]))
        holder, key, value = at(content, place[:-1]), place[-1], draw(VALUES)
        held = holder[key]
        if not isinstance(value, tuple):
            holder[key] = value
        elif value[0] == "gone":
            del holder[key]
        elif value[0] == "twice" and isinstance(holder, list):
            holder.append(held)
        elif value[0] == "swapped":
            other = draw(st.sampled_from(everywhere))
            holder[key] = json.loads(json.dumps(at(content, other))) if other[: len(place)] != place else None
        elif value[0] in ("times", "negative") and isinstance(held, (int, float)):
            holder[key] = held * (value[1] if value[0] == "times" else -1)
    return content


def sentence_or_results(run, inputs, folder):
    """Either our own error, told before anything is put in place, or finite results of some contrast."""
    shutil.rmtree(folder, ignore_errors=True)
    progress = Recorder()
    try:
        outputs = run(folder, progress)
    except EvenlightError as error:
        assert len(str(error)) < 5000
        str(error).encode("utf-8", "replace")
        assert not list(Path(folder).rglob("*.tif"))
        return
    told = " ".join(progress.warnings)
    for path, before in zip(outputs, inputs):
        values = read(path).astype(float)
        assert np.isfinite(values).all()
        assert values.std() > 0.05 * before or Path(path).stem[:5] in told


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three small images of two bands."""
    folder = tmp_path_factory.mktemp("scene")
    return make_scene(folder, columns=3, bands=2, size=48, step=28, border=False, gain_spread=0.1)


@pytest.fixture(scope="module")
def deviations(scene):
    return [read(path).std() for path in scene.paths]


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def adjustments(scene, work):
    file = str(work / "good.json")
    global_regression(scene.paths, OutputSettings(folder=str(work / "first")), save_adjustments=file, execution=ONE)
    return json.loads(Path(file).read_text(encoding="utf-8"))


def theirs(content):
    """The same in spectralmatch's structure."""

    def bands(table, names):
        return {f"band_{n}": {new: row[old] for new, old in names.items()} for n, row in enumerate(table)}

    statistics = {"size": "count", "mean": "mean", "std": "std"}
    name_of = {entry["path"]: entry["name"] for entry in content["images"]}
    return {
        entry["name"]: {
            "adjustments": bands(entry["adjustments"], {"scale": "gain", "offset": "offset"}),
            "whole_stats": bands(entry["whole"], statistics),
            "overlap_stats": {name_of[other]: bands(table, statistics) for other, table in entry["overlaps"].items()},
        }
        for entry in content["images"]
    }


@pytest.mark.parametrize("form", [dict, theirs])
def test_damaged_adjustments(scene, deviations, adjustments, work, form):
    """Applied, and loaded for all images, some of them, and by the other method."""
    file = work / f"{form.__name__}.json"

    @EXAMPLES
    @given(damaged(form(adjustments)), st.sampled_from(["apply", "all", "two", "squares", "balance"]))
    def check(content, way):
        file.write_text(json.dumps(content), encoding="utf-8")
        count = 2 if way == "two" else 3
        again = str(work / "again.json")

        def run(folder, progress):
            output = OutputSettings(folder=str(folder), dtype=OutputType.FLOAT64)
            if way == "apply":
                return apply_adjustments(scene.paths, str(file), output, execution=ONE, progress=progress).outputs
            if way == "balance":
                local = LocalSettings(blocks=4)
                done = balance(
                    scene.paths, output, local_settings=local, load_adjustments=str(file), execution=ONE,
                    progress=progress,
                )  # fmt: skip
                return done.outputs
            method = GlobalMethod.LEAST_SQUARES if way == "squares" else GlobalMethod.ROBUST
            done = global_regression(
                scene.paths[:count], output, GlobalSettings(method), load_adjustments=str(file),
                save_adjustments=again, execution=ONE, progress=progress,
            )  # fmt: skip
            return done.outputs

        sentence_or_results(run, deviations[:count], work / "out")

    check()


def test_adjustments_with_damaged_bytes(scene, deviations, adjustments, work):
    """Cut short, or with bytes that are others."""
    whole = json.dumps(adjustments).encode()
    file = work / "bytes.json"

    @EXAMPLES
    @given(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=4), st.integers(0, 3))
    def check(changes, cut):
        damaged = bytearray(whole)
        for place, byte in changes:
            damaged[place] = byte
        file.write_bytes(bytes(damaged[: len(damaged) // cut]) if cut > 1 else bytes(damaged))

        def run(folder, progress):
            output = OutputSettings(folder=str(folder), dtype=OutputType.FLOAT64)
            return apply_adjustments(scene.paths, str(file), output, execution=ONE, progress=progress).outputs

        sentence_or_results(run, deviations, work / "out")

    check()


@pytest.mark.parametrize("kind", CorrectionKind)
def test_damaged_metadata_of_block_maps(scene, deviations, work, kind):
    """Of one local map, or of the reference map; GDAL's metadata holds no NUL."""
    chosen = LocalSettings(correction=kind, block_rows=2, block_columns=4)
    folder = work / f"maps_{kind}"
    maps = save_block_maps(scene.paths, str(folder / "reference.tif"), str(folder), chosen, execution=ONE)
    facts = json.loads(gdal.Open(maps.local_maps[1]).GetMetadataItem("EVENLIGHT_BLOCK_MAP"))

    @settings(EXAMPLES, max_examples=80)
    @given(damaged(facts), st.booleans())
    def check(content, of_reference):
        good = maps.reference_map if of_reference else maps.local_maps[1]
        bad = str(shutil.copy(good, work / Path(good).name))
        dataset = gdal.Open(bad, gdal.GA_Update)
        dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", json.dumps(content))
        dataset = None
        reference = bad if of_reference else maps.reference_map
        locals_ = [maps.local_maps[0], *([] if of_reference else [bad])]

        def run(folder, progress):
            output = OutputSettings(folder=str(folder), name="$_Local.tif", dtype=OutputType.FLOAT64)
            done = load_block_maps(scene.paths, output, chosen, reference, locals_, execution=ONE, progress=progress)
            return done.outputs

        sentence_or_results(run, deviations, work / "out")

    check()


def test_damaged_tie_points(work):
    """Of three tiles, for motions and for a mesh."""
    ground = Ground(320, seed=3).seen(Motion.shift(0, 0))
    paths = [
        write(work / f"tile_{n}.tif", ground[None, 3 * n : 3 * n + 160, 60 * n : 60 * n + 160].astype(np.float32),
              column=60 * n)
        for n in range(3)
    ]  # fmt: skip
    good = work / "points.json"
    coregister_jointly(paths, OutputSettings(folder=str(work / "first")), save_tie_points=str(good), execution=ONE)
    content = json.loads(good.read_text(encoding="utf-8"))
    for pair in content["pairs"]:
        del pair["points"][12:]
    file, deviations = work / "bad_points.json", [read(path).std() for path in paths]

    @EXAMPLES
    @given(damaged(content), st.sampled_from(JointModel), st.booleans())
    def check(content, model, mesh):
        file.write_text(json.dumps(content), encoding="utf-8")
        chosen = JointSettings(
            model=model, load_tie_points=str(file), local_model=LocalModel.BILINEAR if mesh else LocalModel.NONE
        )

        def run(folder, progress):
            output = OutputSettings(folder=str(folder))
            return coregister_jointly(paths, output, chosen, execution=ONE, progress=progress).outputs

        sentence_or_results(run, deviations, work / "out")

    check()
