"""What a run tells on request: where statistics come from, and the network it was solved from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import gains_of, make_scene, read
from recorders import Recorder

import evenlight.core as ev
from evenlight.core.messages import in_language
from evenlight.core.settings import ExecutionSettings, StatisticsSettings

LOUD = ExecutionSettings(verbose=True)


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    return make_scene(tmp_path_factory.mktemp("chain"), columns=3, size=90, step=50, bands=2)


def told(job, *arguments, **options):
    """The facts of a run, and its result."""
    progress = Recorder()
    return progress.facts, job(*arguments, progress=progress, **options)


def rows_of(facts, heading):
    """The lines of the table with a heading, split."""
    (found,) = [text for text in facts if text.splitlines()[0].split()[-1] == heading and "\n" in text]
    return [line.split() for line in found.splitlines()[1:]]


@pytest.mark.parametrize("method", ["robust", "least_squares"])
def test_rows_weights_and_residuals(chain, tmp_path, method):
    """Against numpy: the statistics of the common pixels, and what the gains make of their differences."""
    factors = {"mean_factor": 2.0, "std_factor": 3.0}
    options = {"execution": LOUD, "method": method, "output": {"dtype": "Float64"}, **factors}
    facts, result = told(run_global, chain.paths, tmp_path, **options)
    gain, offset = gains_of(result.outputs)
    rows = [row for row in rows_of(facts, "images") if row[-3:] == ["img_1", "-", "img_2"]]
    assert [row[-4] for row in rows] == ["1", "2"]
    one, two = (read(path).astype(float) for path in chain.paths[:2])
    for band, row in enumerate(rows):
        first, second = one[band, :, 50:], two[band, :, :40]
        both = (one[:, :, 50:] > 0).all(axis=0) & (two[:, :, :40] > 0).all(axis=0)
        first, second = first[both], second[both]
        assert int(row[0].replace(",", "")) == both.sum()
        numbers = list(map(float, row[1:9]))
        assert numbers[:4] == pytest.approx([first.mean(), second.mean(), first.std(), second.std()], rel=1e-3)
        wanted = [3.0, 2.0] if method == "least_squares" else [1.0, 1.0]
        assert numbers[4:6] == pytest.approx(wanted, abs=0.2 if method == "robust" else 0)
        left = [gain[n, band] * image + offset[n, band] for n, image in enumerate((first, second))]
        residuals = [left[0].std() - left[1].std(), left[0].mean() - left[1].mean()]
        assert numbers[6:] == pytest.approx(residuals, rel=0.02, abs=0.02)


def test_headings_are_translated(chain, tmp_path):
    with in_language(lambda text, number=None: text.upper() if "{" not in text else text):
        facts, _ = told(run_global, chain.paths, tmp_path, execution=LOUD)
    (heading,) = [text.splitlines()[0] for text in facts if "RESIDUAL OF STD" in text]
    assert heading == heading.upper()


def test_without_it_there_is_no_table(chain, tmp_path):
    facts, _ = told(run_global, chain.paths, tmp_path)
    assert not [text for text in facts if "weight of std" in text or "statistics   image" in text]


@pytest.mark.parametrize("job", [run_local, run_balance])
def test_each_step_tells_its_network(chain, tmp_path, job):
    """Two overlaps of two bands; the local step has no weights."""
    facts, _ = told(job, chain.paths, tmp_path, execution=LOUD)
    rows = rows_of(facts, "images")
    assert len(rows) == 4
    assert all((row[5] == "-") == (job is run_local) for row in rows)


def test_kept_computed_and_loaded_statistics(chain, tmp_path):
    """A folder for statistics knows two images, then a file does; one sentence without the details."""
    cached = StatisticsSettings(cache_folder=str(tmp_path / "kept"))
    saved = str(tmp_path / "saved.json")
    run_global(chain.paths[:2], tmp_path / "a", statistics=cached, save_adjustments=saved)
    facts, _ = told(run_global, chain.paths, tmp_path / "b", statistics=cached, execution=LOUD)
    states = {row[-1]: " ".join(row[:-1]) for row in rows_of(facts, "image")}
    assert states["img_3"] == "computed"
    assert "kept" in states["img_1"]
    facts, _ = told(run_global, chain.paths, tmp_path / "c", load_adjustments=saved, execution=LOUD)
    assert {row[-1]: row[0] for row in rows_of(facts, "image")} == {
        "img_1": "loaded", "img_2": "loaded", "img_3": "computed"
    }  # fmt: skip
    facts, _ = told(run_global, chain.paths, tmp_path / "d", load_adjustments=saved)
    (text,) = [text for text in facts if text.startswith("Statistics ")]
    assert text == 'Statistics loaded: "img_1", "img_2"; computed: "img_3".'


def test_pixels_do_not_depend_on_it(chain, tmp_path):
    quiet = ev.balance(chain.paths, str(tmp_path / "a"), execution=replace(LOUD, verbose=False)).outputs
    loud = ev.balance(chain.paths, str(tmp_path / "b"), execution=LOUD).outputs
    assert all(np.array_equal(read(one), read(other)) for one, other in zip(quiet, loud))
