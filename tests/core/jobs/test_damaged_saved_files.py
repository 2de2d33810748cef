"""Saved files with anything changed in them: our own sentence, or a run whose results can be looked at."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import numpy as np
import pytest
from made_scenes import make_scene, read, write
from made_views import Ground
from osgeo import gdal
from recorders import Recorder

from evenlight.core.align.settings import JointModel, JointSettings, LocalModel
from evenlight.core.align.transform import Transform
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

ONE, MANY = ExecutionSettings(threads=1), 60
NUMBERS = [0, -1, 1, 2, 0.5, 1e-9, 1e-300, 5e-324, 1e20, 1e99, 1e101, 1e300, -1e300, 10**400, -(10**400), 2**63]
ODD = [None, True, False, "", "x", "\ud800", "a\0b", "NaN", [], {}, [[]], [None], {"a": 1}, float("nan"), float("inf")]
SYSTEMS = ["", "EPSG:4326", "EPSG:0", "GEOGCS[", "LOCAL_CS[\"x\"]", "EPSG:32631+5773", "PROJCS[\"a\",GEOGCS[\"b\"]]"]
WORDS = ["gone", "twice", "swapped", "times", "negative"]


def places(content, place=()):
    """The ways to all parts of a content, the innermost ones apart."""
    if not isinstance(content, (dict, list)):
        return [], [place]
    outer, inner = [place] if place else [], []
    for key in content if isinstance(content, dict) else range(len(content)):
        more = places(content[key], (*place, key))
        outer, inner = outer + more[0], inner + more[1]
    return outer, inner


def at(content, place):
    for key in place:
        content = content[key]
    return content


def damaged(content, seed):
    """A content with one to three parts changed, doubled, removed or exchanged; mostly the innermost ones."""
    choose = random.Random(seed)
    content = json.loads(json.dumps(content))
    for _ in range(choose.choice([1, 1, 1, 2, 3])):
        outer, inner = places(content)
        place = choose.choice(inner if inner and (not outer or choose.random() < 0.8) else outer)
        holder, key = at(content, place[:-1]), place[-1]
        held, value = holder[key], choose.choice([*NUMBERS, *ODD, *SYSTEMS, *4 * WORDS])
        if value == "gone":
            del holder[key]
        elif value == "twice" and isinstance(holder, list):
            holder.append(held)
        elif value == "swapped":
            holder[key] = json.loads(json.dumps(at(content, choose.choice(inner))))
        elif value in ("times", "negative") and isinstance(held, float):
            holder[key] = held * (choose.uniform(0.1, 10.0) if value == "times" else -1)
        else:
            holder[key] = value
    return content


def sentence_or_results(run, deviations, folder, seed):
    """Either our own error, told before anything is put in place, or finite results of some contrast."""
    shutil.rmtree(folder, ignore_errors=True)
    progress = Recorder()
    output = OutputSettings(folder=str(folder), name="$_new.tif", dtype=OutputType.FLOAT64)
    try:
        outputs = run(output, progress).outputs
    except EvenlightError as error:
        assert len(str(error)) < 5000, seed
        assert not list(folder.glob("*.tif")), seed
        return
    told = " ".join(progress.warnings)
    for path, before in zip(outputs, deviations):
        values = read(path).astype(float)
        assert np.isfinite(values).all(), seed
        assert values.std() > 0.1 * before or Path(path).stem[:5] in told, seed


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
    """Applied; loaded for all images or some of them, by both methods, and saved again; loaded by `balance`."""
    file, more = str(work / "bad.json"), {"execution": ONE}
    for seed in range(MANY):
        Path(file).write_text(json.dumps(damaged(form(adjustments), seed)), encoding="utf-8")
        method = GlobalSettings(GlobalMethod.LEAST_SQUARES if seed % 4 == 1 else GlobalMethod.ROBUST)
        paths = scene.paths[: 2 if seed % 4 == 2 else 3]

        def run(output, progress):
            if seed % 4 == 0:  # noqa: B023
                return apply_adjustments(paths, file, output, progress=progress, **more)  # noqa: B023
            loaded = {"load_adjustments": file, "save_adjustments": str(work / "again.json"), "progress": progress}
            if seed % 4 == 3:  # noqa: B023
                both = {"global_settings": method, "local_settings": LocalSettings(blocks=4)}  # noqa: B023
                return balance(paths, output, **both, **loaded, **more)  # noqa: B023
            return global_regression(paths, output, settings=method, **loaded, **more)  # noqa: B023

        sentence_or_results(run, deviations, work / "out", seed)


def test_adjustments_with_damaged_bytes(scene, deviations, adjustments, work):
    """Cut short, or with bytes that are others."""
    whole, file = json.dumps(adjustments).encode(), str(work / "bad.json")

    def run(output, progress):
        return apply_adjustments(scene.paths, file, output, execution=ONE, progress=progress)

    for seed in range(MANY):
        choose = random.Random(seed)
        content = bytearray(whole)
        for _ in range(choose.choice([1, 1, 2, 5])):
            content[choose.randrange(len(whole))] = choose.randrange(256)
        Path(file).write_bytes(content if seed % 3 else content[: choose.randrange(len(whole))])
        sentence_or_results(run, deviations, work / "out", seed)


@pytest.mark.every(2)
@pytest.mark.parametrize("kind", CorrectionKind)
def test_damaged_metadata_of_block_maps(scene, deviations, work, kind):
    """Of one local map, or of the reference map; GDAL's metadata holds no NUL."""
    chosen, folder = LocalSettings(correction=kind, block_rows=2, block_columns=4), work / kind
    maps = save_block_maps(scene.paths, str(folder / "reference.tif"), str(folder), settings=chosen, execution=ONE)
    facts = json.loads(gdal.Open(maps.local_maps[1]).GetMetadataItem("EVENLIGHT_BLOCK_MAP"))
    for seed in range(MANY // 2):
        good = maps.reference_map if seed % 2 else maps.local_maps[1]
        bad = str(shutil.copy(good, work))
        dataset = gdal.Open(bad, gdal.GA_Update)
        dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", json.dumps(damaged(facts, seed)))
        dataset = None
        reference, locals_ = (bad, []) if seed % 2 else (maps.reference_map, [bad])

        def run(output, progress):
            given = {"reference_map": reference, "local_maps": [maps.local_maps[0], *locals_]}  # noqa: B023
            return load_block_maps(scene.paths, output, settings=chosen, **given, execution=ONE, progress=progress)

        sentence_or_results(run, deviations, work / "out", seed)


def test_damaged_tie_points(work):
    """Of three tiles, for transforms and for a mesh."""
    ground, paths = Ground(320, seed=3).seen(Transform.shift(0, 0)), []
    for number in range(3):
        part = ground[None, 3 * number : 3 * number + 160, 60 * number : 60 * number + 160]
        paths.append(write(work / f"tile_{number}.tif", part.astype(np.float32), column=60 * number))
    deviations = [read(path).std() for path in paths]
    good, file = work / "points.json", str(work / "bad.json")
    coregister_jointly(paths, OutputSettings(folder=str(work / "first")), save_tie_points=str(good), execution=ONE)
    content = json.loads(good.read_text(encoding="utf-8"))
    assert len(content["pairs"]) == 3
    for pair in content["pairs"]:
        del pair["points"][12:]
    for seed in range(MANY):
        Path(file).write_text(json.dumps(damaged(content, seed)), encoding="utf-8")
        model = list(JointModel)[seed % 3]
        local = LocalModel.BILINEAR if seed % 2 else LocalModel.NONE
        chosen = JointSettings(model=model, load_tie_points=file, local_model=local)

        def run(output, progress):
            return coregister_jointly(paths, output, settings=chosen, execution=ONE, progress=progress)  # noqa: B023

        sentence_or_results(run, deviations, work / "out", seed)
