"""Every figure of a report equals the one that the pixels give, computed here by itself."""

from __future__ import annotations

import json
from itertools import combinations

import numpy as np
import pytest
from made_scenes import make_scene, masks, read
from report_pages import Page

from evenlight.core.jobs import balance, global_regression, overlap_report
from evenlight.core.settings import GlobalSettings, OutputSettings


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_scene(tmp_path_factory.mktemp("made"), rows=2, columns=2, size=120, step=70, bands=2, noise=30.0)


def on_canvas(scene, paths):
    """Values and validity of each image on the whole ground, (bands, rows, columns)."""
    found = []
    for path, (row, column) in zip(paths, scene.corners):
        values, valid = np.zeros(scene.truth.shape), np.zeros(scene.truth.shape, bool)
        own = read(path)
        window = np.s_[:, row : row + own.shape[1], column : column + own.shape[2]]
        values[window], valid[window] = own, masks(path)
        found.append((values, valid))
    return found


def of_pair(one, other):
    """Figures of a pair by band, as docs/glossary.md says them."""
    rows = []
    for (x, seen), (y, also) in zip(zip(*one), zip(*other)):
        a, b = x[seen & also], y[seen & also]
        spread = np.sqrt((a.var() + b.var()) / 2)
        rmse = np.sqrt(np.mean((a - b) ** 2))
        rows.append((len(a), a.mean(), b.mean(), abs(a.mean() - b.mean()) / spread, rmse, rmse / spread,
                     np.corrcoef(a, b)[0, 1]))
    return np.array(rows).T


@pytest.fixture(scope="module")
def run(made, tmp_path_factory):
    """A global regression with its report as data and as a page; results are of floating point, so nothing rounds."""
    folder = tmp_path_factory.mktemp("run")
    output = OutputSettings(folder=str(folder), dtype="Float32")
    global_regression(made.paths, output, report=folder / "report.json")
    result = global_regression(made.paths, output, report=folder / "report.html")
    page = Page((folder / "report.html").read_text(encoding="utf-8"))
    return json.loads((folder / "report.json").read_text(encoding="utf-8")), page, result.outputs


def test_pairs(made, run):
    data, page, outputs = run
    printed = {row["Images"]: row for row in page.table("Pixels")}
    names = [image["name"] for image in data["images"]]
    assert len(data["pairs"]) == len(printed) == 6
    for when, paths in (("before", made.paths), ("after", outputs)):
        seen = on_canvas(made, paths)
        for first, second in combinations(range(4), 2):
            truth = of_pair(seen[first], seen[second])
            own = next(p for p in data["pairs"] if {p["first"], p["second"]} == {names[first], names[second]})
            figures = own[when]
            assert own["count"] == truth[0].tolist()
            for name, row in zip(("mean_first", "mean_second", "bias", "rmse", "normalised_rmse"), truth[1:6]):
                assert figures[name] == pytest.approx(row, rel=1e-4, abs=1e-5), name
            assert figures["correlation"] == pytest.approx(truth[6], abs=1e-5)
            line = printed[f"{names[first]} \u2013 {names[second]}"]
            columns = [f"{name} {when}" for name in ("Bias", "RMSE", "Norm. RMSE")]
            weights = truth[0] / truth[0].sum()
            means = (weights @ truth[3], np.sqrt(weights @ truth[4] ** 2), weights @ truth[5])
            for column, value in zip(columns, means):
                assert float(line[column]) == pytest.approx(value, rel=6e-3, abs=1e-4)
            assert float(line["Correlation"]) == pytest.approx(
                np.mean(of_pair(*(on_canvas(made, made.paths)[n] for n in (first, second)))[6]), rel=6e-3
            )


def test_images(made, run):
    data, page, outputs = run
    printed = iter(page.table("Gain"))
    for place, image in enumerate(data["images"]):
        for when, path in (("before", made.paths[place]), ("after", outputs[place])):
            values, valid = read(path).astype(float), masks(path)
            assert image[when]["mean"] == pytest.approx([v[m].mean() for v, m in zip(values, valid)], rel=1e-5)
            assert image[when]["std"] == pytest.approx([v[m].std() for v, m in zip(values, valid)], rel=1e-5)
        for band in range(2):
            row = next(printed)
            before, after = read(made.paths[place])[band].astype(float), read(outputs[place])[band]
            valid = masks(made.paths[place])[band]
            gain, offset = np.polyfit(before[valid], after[valid], 1)
            assert float(row["Gain"]) == pytest.approx(gain, rel=6e-4)
            assert float(row["Offset"]) == pytest.approx(offset, rel=6e-4, abs=0.01)
            assert float(row["Mean before"]) == pytest.approx(before[valid].mean(), rel=6e-4)
            assert float(row["Deviation after"]) == pytest.approx(after[valid].std(), rel=6e-4)


def test_pooled_figures_and_lights(made, run):
    data, page, outputs = run
    for when, paths in (("before", made.paths), ("after", outputs)):
        seen = on_canvas(made, paths)
        pairs = np.concatenate([of_pair(seen[a], seen[b]) for a, b in combinations(range(4), 2)], axis=1)
        weights = pairs[0] / pairs[0].sum()
        quality = data["quality"]
        assert quality[f"bias_{when}"] == pytest.approx(weights @ pairs[3], rel=1e-3, abs=1e-5)
        assert quality[f"rmse_{when}"] == pytest.approx(np.sqrt(weights @ pairs[4] ** 2), rel=1e-3)
        assert quality[f"normalised_{when}"] == pytest.approx(weights @ pairs[5], rel=1e-3)
    spreads = [[read(path)[b][masks(path)[b]] for path in paths for b in range(2)] for paths in (made.paths, outputs)]
    before, after = (sum(v.std() * v.size for v in values) for values in spreads)
    assert data["quality"]["contrast_kept"] == pytest.approx(after / before, rel=1e-4)
    lights = {light["name"]: light for light in data["checks"]}
    assert lights["Contrast"]["value"] == f"{after / before:.3f}"
    assert {light["state"] for light in lights.values()} == {"good"}
    assert "".join(page.words).count("have a look") == 0


def test_weights_are_those_of_the_solution(made, run, tmp_path):
    """As the log's table of all rows has them."""
    lines = []

    class Heard:
        def advance(self, fraction): ...

        def inform(self, text):
            lines.extend(text.splitlines())

        def warn(self, text): ...

        def cancelled(self):
            return False

    from evenlight.core.settings import ExecutionSettings

    global_regression(made.paths, str(tmp_path), execution=ExecutionSettings(verbose=True), progress=Heard())
    rows = {}
    for line in lines:
        cells = line.rsplit("   ", 1)
        if " - " in cells[-1] and len(line.split()) == 13:
            numbers = line.split()
            rows[(cells[-1].strip(), int(numbers[9]))] = float(numbers[5]), float(numbers[6])
    assert len(rows) == 12
    for pair in run[0]["pairs"]:
        for band, weight in enumerate(pair["weight"], start=1):
            assert weight == pytest.approx(rows[f"{pair['first']} - {pair['second']}", band], rel=1e-4)


def test_clipped_values_are_counted(tmp_path):
    made = make_scene(tmp_path / "in", rows=1, columns=2, size=120, step=60, bands=1, dtype="uint8", factor=0.06)
    settings = GlobalSettings(model_images=made.paths[:1])
    out = OutputSettings(folder=str(tmp_path / "out"))
    global_regression(made.paths, out, settings=settings, report=tmp_path / "r.json")
    data = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    image = data["images"][1]
    values = read(made.paths[1])[0][masks(made.paths[1])[0]] * image["gain"][0] + image["offset"][0]
    clipped = np.mean((values > 255.5) | (values < 0.5))
    assert image["clipped"][0] == pytest.approx(clipped, abs=1e-4)


def test_the_local_step_is_in_the_figures(lit_images, tmp_path):
    output = OutputSettings(folder=str(tmp_path), dtype="Float32")
    result = balance(lit_images.paths, output, report=tmp_path / "r.json")
    data = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    seen = on_canvas(lit_images, result.outputs)
    names = [image["name"] for image in data["images"]]
    for pair in data["pairs"]:
        truth = of_pair(*(seen[names.index(pair[end])] for end in ("first", "second")))
        # the field is taken as even within a cell, which the page says
        assert pair["after"]["normalised_rmse"] == pytest.approx(truth[5], abs=0.01)
    assert all(0.02 < value < 1.0 for image in data["images"] for value in image["local"])


def test_before_and_after_by_another_tool(made, run, tmp_path):
    """The same figures, found from the files alone; pairs in any order of the images after."""
    overlap_report(made.paths, after=run[2][::-1], data=str(tmp_path / "r.json"))
    data = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    for name, value in run[0]["quality"].items():
        if not name.startswith(("held", "unit", "rejected")):
            assert data["quality"][name] == pytest.approx(value, rel=1e-4, abs=1e-5), name
    for one, other in zip(data["pairs"], run[0]["pairs"]):
        assert one["before"]["rmse"] == pytest.approx(other["before"]["rmse"], rel=1e-6)
        assert one["after"]["rmse"] == pytest.approx(other["after"]["rmse"], rel=1e-4)
