"""QGIS on a bare Debian, without scipy and OpenCV: the plugin comes up and says what is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import evenlight
from evenlight.algorithms import ALGORITHMS

PROGRAM = """
import importlib.util, json, sys
from importlib.machinery import PathFinder

find = PathFinder.find_spec
PathFinder.find_spec = lambda name, *rest: None if name.split(".")[0] in {hidden!r} else find(name, *rest)
root, images, folder = sys.argv[1], sys.argv[2:-1], sys.argv[-1]
# QGIS finds a plugin by its folder, tests by whatever folder the checkout has.
spec = importlib.util.spec_from_file_location("evenlight", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["evenlight"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["evenlight"])

from qgis.core import *
application = QgsApplication([], False)
QgsApplication.initQgis()
sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
from processing.core.Processing import Processing
import processing
Processing.initialize()
plugin = sys.modules["evenlight"].classFactory(None)
plugin.initGui()
provider = QgsApplication.processingRegistry().providerById("evenlight")
context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
answer = {{"can": {{}}, "checked": {{}}, "helped": {{}}}}
for algorithm in provider.algorithms():
    if isinstance(algorithm, QgsProcessingModelAlgorithm):
        continue
    name = algorithm.name()
    answer["can"][name] = algorithm.canExecute()
    answer["checked"][name] = algorithm.create().checkParameterValues({{}}, context)
    answer["helped"][name] = len(algorithm.shortHelpString())
parameters = {{"INPUT": images, "OUTPUT_FOLDER": folder}}
try:
    # What a model does: no check, only the run.
    results = provider.algorithm("global_regression").run(parameters, context, feedback, catchExceptions=False)[0]
    answer["run"] = len(results["OUTPUT"])
except QgsProcessingException as error:
    answer["run"] = str(error)
answer["others"] = "native:buffer" in [found.id() for found in QgsApplication.processingRegistry().algorithms()]
plugin.unload()
print("ANSWER" + json.dumps(answer), flush=True)
"""


@pytest.fixture
def without(images, tmp_path):
    """What the plugin says in an interpreter where these packages cannot be found."""

    def call(*hidden):
        root = str(Path(evenlight.__file__).parent)
        environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")}
        command = [sys.executable, "-c", PROGRAM.format(hidden=hidden), root, *images, str(tmp_path / "out")]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
        assert "ANSWER" in done.stdout, done.stderr
        return json.loads(done.stdout.split("ANSWER")[1].splitlines()[0])

    return call


def test_scipy_missing_is_said_in_one_sentence(without):
    answer = without("scipy", "cv2")
    names = {found().name() for found in ALGORITHMS}
    assert set(answer["can"]) == names
    for fits, sentence in [*answer["can"].values(), *answer["checked"].values()]:
        assert fits is False
        assert "needs the Python packages scipy." in sentence
        assert "apt-get install" in sentence
        assert "python3-scipy" in sentence
    assert answer["run"] == answer["can"]["global_regression"][1]
    assert min(answer["helped"].values()) > 200
    assert answer["others"] is True


def test_without_opencv_nothing_that_does_not_need_it_breaks(without):
    answer = without("cv2")
    assert all(fits for fits, _ in answer["can"].values())
    assert answer["run"] == 3
