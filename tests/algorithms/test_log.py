"""What a log tells and in which order: stages, verdict, figures, pairs, warnings; each sentence once."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsRasterLayer,
)

import evenlight
from evenlight.core.log import SENTENCE

ROOT = Path(evenlight.__file__).parent
VERDICT = re.compile(r"The images now agree well: the mean difference fell from (\S+) to (\S+) of the contrast; (.*)\.")


class Log(QgsProcessingFeedback):
    """Everything in the order in which it is shown."""

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def pushInfo(self, text):
        self.lines.append(("fact", text))

    def pushConsoleInfo(self, text):
        self.lines.append(("table", text))

    def pushWarning(self, text):
        self.lines.append(("warning", text))

    def texts(self, kind=None):
        """What was shown, all of it or one kind."""
        return [text for found, text in self.lines if kind in (None, found)]

    def place(self, start):
        """Where a line begins so."""
        return next(n for n, text in enumerate(self.texts()) if text.startswith(start))


@pytest.fixture
def run(provider, qgis_new_project, tmp_path):
    """``processing.run`` with our short ids; gives its outputs and its log."""
    import processing

    def call(name, **parameters):
        log = Log()
        return processing.run(f"evenlight:{name}", parameters, feedback=log), log

    return call


def said_twice(texts):
    """Sentences that are shown more than once; a table is one."""
    sentences = [one for text in texts for one in ([text] if "\n" in text else SENTENCE.split(text))]
    return {one for one in sentences if sentences.count(one) > 1}


def balanced(run, tool, images, tmp_path, **more):
    if tool == "balance_and_mosaic":
        return run(tool, INPUT=images, OUTPUT=str(tmp_path / "mosaic.tif"), **more)
    return run(tool, INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"), **more)


@pytest.mark.parametrize(
    "tool", ["global_regression", "local_block_adjustment", "balance", "preview_balance", "balance_and_mosaic"]
)
def test_stages_then_the_verdict_then_pairs_then_warnings(run, images, tmp_path, tool):
    _, log = balanced(run, tool, images, tmp_path, MISSPELT=1)
    places = [log.place(start) for start in ("Reading 3 images", "Solving for ", "The images ", "RMSE in the overlaps")]
    places += [log.place("RMSE\u00a0of\u00a0the\u00a0contrast"), log.place("MISSPELT")]
    assert places == sorted(places)
    # QGIS tells its results last
    kinds = [kind for kind, text in log.lines if not text.startswith(("Results:", "{"))]
    assert set(kinds[kinds.index("warning") :]) == {"warning"}
    assert not said_twice(log.texts())


def test_the_verdicts_figures_are_those_returned(run, images, tmp_path):
    outputs, log = balanced(run, "balance", images, tmp_path)
    before, after, contrast = VERDICT.fullmatch(log.texts()[log.place("The images")]).groups()
    assert float(after) < 0.1 < float(before)
    assert contrast == "contrast is kept"
    figures = log.texts()[log.place("RMSE in the overlaps")]
    assert f"{outputs['RMSE_BEFORE']:.4g} before, {outputs['RMSE_AFTER']:.4g} after (stored values)" in figures
    assert figures.endswith(f"contrast after over before: {outputs['CONTRAST_KEPT']:.4f}.")


def test_the_table_has_the_worst_pair_first(run, images, tmp_path, read_raster, write_raster):
    """One of the images has other ground in its overlap with the next."""
    values = read_raster(images[2]).copy()
    values[:, :, :30] = np.random.default_rng(1).integers(200, 1800, values[:, :, :30].shape)
    write_raster(images[2], values, west=501400, nodata=0, names=("red", "nir"))
    _, log = balanced(run, "global_regression", images, tmp_path)
    (table,) = log.texts("table")
    rows = table.replace("\u00a0", " ").splitlines()
    assert rows[0] == "RMSE of the contrast, 2 pairs:"
    assert rows[1].split() == ["before", "after", "pixels", "images"]
    assert [row.split()[3:6] for row in rows[2:]] == [["middle", "-", "east"], ["west", "-", "middle"]] or [
        row.split()[3:6] for row in rows[2:]
    ] == [["east", "-", "middle"], ["middle", "-", "west"]]
    after = [float(row.split()[1]) for row in rows[2:]]
    assert after == sorted(after, reverse=True)
    assert rows[2].split()[2] == "2,790"


def test_a_mosaic_says_what_it_is(run, images, tmp_path):
    _, log = run("mosaic", INPUT=images, OUTPUT=str(tmp_path / "mosaic.tif"))
    verdict = log.texts()[log.place("The mosaic of 3 images")]
    assert verdict.endswith("mosaic.tif: 240 x 96 pixels, 96.9% of them with data.")
    (table,) = log.texts("table")
    assert "middle" in table
    assert not said_twice(log.texts())


def test_a_failure_concludes_nothing_and_keeps_its_warnings(provider, qgis_new_project, images, tmp_path):
    import processing

    log = Log()
    with pytest.raises(QgsProcessingException, match="would lie outside"):
        processing.run(
            "evenlight:global_regression",
            {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out"), "OUTPUT_DTYPE": "Byte", "BLENDD": 3},
            feedback=log,
        )
    assert not [text for text in log.texts() if "agree" in text]
    assert [text for text in log.texts("warning") if text.startswith("BLENDD")]


# Names that no parameter has.


@pytest.mark.parametrize(
    ("tool", "name", "nearest"),
    [("global_regression", "METHODD", "METHOD"), ("mosaic", "BLENDD", "BLEND"), ("mosaic", "blend", "BLEND"),
     ("mosaic", "FEATHER_WITH", "FEATHER_WIDTH")],
)  # fmt: skip
def test_a_misspelt_name_is_warned_of_with_the_nearest(run, images, tmp_path, tool, name, nearest):
    place = {"OUTPUT": str(tmp_path / "m.tif")} if tool == "mosaic" else {"OUTPUT_FOLDER": str(tmp_path / "out")}
    _, log = run(tool, INPUT=images, **place, **{name: "none"})
    wanted = f"{name} is no parameter of this tool and is not used: do you mean {nearest}?"
    assert any(text.startswith(wanted) for text in log.texts("warning"))


def test_a_name_near_none_gets_the_list(run, images, tmp_path):
    _, log = balanced(run, "global_regression", images, tmp_path, XQZ=1)
    (text,) = [text for text in log.texts("warning") if text.startswith("XQZ")]
    assert "It has INPUT, MODEL_IMAGES, " in text


def test_a_misspelt_name_of_what_is_needed_stands_in_the_refusal(provider, qgis_new_project, images, tmp_path):
    import processing

    with pytest.raises(QgsProcessingException, match=r"do you mean INPUT\?"):
        processing.run("evenlight:global_regression", {"INPUTT": images, "OUTPUT_FOLDER": str(tmp_path / "out")})


def test_qgis_own_names_are_not_warned_of(run, images, tmp_path):
    own = {"ELLIPSOID": "EPSG:7030", "distance_units": "meters", "area_units": "m2", "PROJECT_PATH": "x.qgz"}
    _, log = balanced(run, "global_regression", images, tmp_path, **own)
    assert not [text for text in log.texts("warning") if "no parameter" in text]


def test_a_model_is_not_warned_of_its_steps(provider, qgis_new_project, images, tmp_path):
    import processing

    model, log = QgsProcessingModelAlgorithm(), Log()
    assert model.fromFile(str(ROOT / "examples" / "balance_global_then_local.model3"))
    parameters = {"INPUT": images, "BLOCKS": 12, "local:OUTPUT_FOLDER": str(tmp_path / "out")}
    processing.run(model, parameters, feedback=log)
    assert not [text for text in log.texts() if "no parameter" in text]


@pytest.fixture
def shell(tmp_path):
    """``qgis_process`` with this checkout as the plugin; gives what it writes."""
    programs = [name for name in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(name)]
    if not programs or os.name == "nt":
        pytest.skip("no qgis_process")
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "evenlight").symlink_to(ROOT)
    settings = {"QGIS_PLUGINPATH": str(plugins), "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")}
    environment = {**os.environ, **settings, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}

    def call(*arguments):
        command = [programs[0], *map(str, arguments)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    call("plugins", "enable", "evenlight")
    return call


def test_the_shell_shows_the_same_order(shell, images, tmp_path):
    inputs = [f"--INPUT={path}" for path in images]
    done = shell("run", "evenlight:balance", *inputs, f"--OUTPUT_FOLDER={tmp_path / 'out'}", "--STRENGHT=1")
    text = done.stdout + done.stderr
    verdict, table = text.index("The images now agree well"), text.index("RMSE\u00a0of\u00a0the\u00a0contrast")
    assert text.index("Reading 3 images") < verdict < table
    assert "STRENGHT is no parameter of this tool" in text
    own = shell("run", "evenlight:balance", *inputs, f"--OUTPUT_FOLDER={tmp_path / 'two'}", "--distance_units=meters")
    assert "no parameter" not in own.stdout + own.stderr


def test_the_verdict_is_what_a_dialog_shows_last(provider, qgis_new_project, images, tmp_path):
    """QGIS fills a log's last screen with the outputs; what comes when they are loaded stands below them, once."""
    log, context = Log(), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = provider.algorithm("balance").create()
    parameters = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out")}
    _, done = algorithm.run(parameters, context, log)
    assert done
    before = len(log.lines)
    for path, details in context.layersToLoadOnCompletion().items():
        details.postProcessor().postProcessLayer(QgsRasterLayer(path, "result"), context, log)
    assert log.texts()[before:] == ["Balance: The images now agree well."]
