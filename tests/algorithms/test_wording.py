"""Errors that can be known from the values alone come before a run, and name parameters as their reader knows them."""

from __future__ import annotations

import re
import shutil
import sys

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from evenlight.algorithms import base
from evenlight.algorithms.wording import in_words
from evenlight.core.installing import how_to_install

BEFORE_A_RUN = {
    "coregister": ({}, "\u201cReference image\u201d cannot be"),
    "coregister_jointly": ({"GAUSSIAN_SIZE": 4}, "\u201cSize of the Gaussian (pixels)\u201d cannot be"),
    "threshold_mask": ({"PRESET": "water"}, "\u201cGreen band\u201d"),
    "align_grids": ({"RESOLUTION": "given"}, "\u201cGiven pixel size (map units)\u201d cannot be"),
    "mosaic": ({"RESOLUTION": "given"}, "\u201cGiven pixel size (map units)\u201d cannot be"),
    "seamlines": ({"RESOLUTION": "given"}, "\u201cGiven pixel size (map units)\u201d cannot be"),
    "balance_and_mosaic": ({"PIXEL_SIZE": 3}, "\u201cGiven pixel size (map units)\u201d cannot be"),
    "balance": ({"OUTPUT_FORMAT": "virtual", "CORRECTION": "gamma"}, "gamma"),
    "preview_balance": ({"CORRECTION": "gamma"}, "gamma"),
    "local_block_adjustment": ({"OUTPUT_FORMAT": "virtual", "CORRECTION": "gamma"}, "gamma"),
    "global_regression": ({"RED_BAND": 1}, "\u201cNear infrared band\u201d"),
    "fill_gaps": ({"METHOD": "other_image"}, "\u201cOther image of the same ground\u201d cannot be"),
    "cross_correlation": ({}, "\u201cTemplate to look for\u201d"),
    "pif_mask": ({"RED_BAND": 1}, "\u201cNear infrared band\u201d"),
}
"""What is wrong in a dialog, and what its box says."""


@pytest.fixture
def checked(provider, images):
    """What the check before a run says: ``checked(name, values, in_dialog=False)``."""

    def check(name, values, in_dialog=False):
        algorithm = provider.algorithm(name).create()
        algorithm.in_dialog = in_dialog
        many = algorithm.parameterDefinition("INPUT").type() == "multilayer"
        output = "x.gpkg" if name == "seamlines" else "x.tif"
        given = {"INPUT": images if many else images[0], "REFERENCE": images[1], "OUTPUT_FOLDER": "x", "OUTPUT": output}
        declared = {one.name() for one in algorithm.parameterDefinitions() if one.type() != "enum"}
        start = {key: value for key, value in given.items() if key in declared}
        if name == "coregister":
            del start["REFERENCE"]
        return algorithm.checkParameterValues({**start, **values}, QgsProcessingContext())

    return check


@pytest.mark.parametrize("name", BEFORE_A_RUN)
def test_what_the_values_tell_comes_before_a_run(checked, name):
    values, sentence = BEFORE_A_RUN[name]
    fits, text = checked(name, values, in_dialog=True)
    assert fits is False
    assert sentence in text


@pytest.mark.parametrize("name", BEFORE_A_RUN)
def test_a_script_is_told_all_that_is_wrong_by_the_run(checked, name):
    """Its check says what concerns single values."""
    assert checked(name, BEFORE_A_RUN[name][0]) == (True, "")


def test_a_dialog_names_parameters_by_their_labels(checked):
    assert "FEATHER_WIDTH must be" in checked("mosaic", {"FEATHER_WIDTH": 1})[1]
    text = checked("mosaic", {"FEATHER_WIDTH": 1}, in_dialog=True)[1]
    assert text.startswith("\u201cWidth of the feather (pixels)\u201d must be")
    assert "FEATHER_WIDTH" not in text


def test_too_few_images_in_a_dialog(checked, images):
    text = checked("balance", {"INPUT": images[:1]}, in_dialog=True)[1]
    assert "\u201cImages (two or more)\u201d: at least 2 rasters are needed, 1 given." in text


def test_what_is_missing_is_said_once(checked):
    text = checked("apply_adjustments", {}, in_dialog=True)[1]
    assert text.startswith("\u201cAdjustments file\u201d is missing.")
    assert "LOAD_ADJUSTMENTS is missing: Adjustments file." in checked("apply_adjustments", {})[1]


def test_a_run_from_a_dialog_says_the_same(provider, images, tmp_path):
    """The dialog's algorithm is copied for its run."""
    algorithm = provider.algorithm("coregister").create()
    algorithm.in_dialog = True
    values = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path)}
    with pytest.raises(QgsProcessingException, match="\u201cReference image\u201d cannot be"):
        algorithm.create().run(values, QgsProcessingContext(), QgsProcessingFeedback(False), catchExceptions=False)


def test_names_of_files_stay_as_they_are(provider):
    rows = tuple(provider.algorithm("balance").ROWS)
    text = "/data/MASK/INPUT.tif and 'MASK' and MASK-2: choose MASK, PIF_METHOD ir_mad or MASK."
    assert in_words(text, rows) == (
        "/data/MASK/INPUT.tif and 'MASK' and MASK-2: choose \u201cMask polygons\u201d, "
        "\u201cPixels that count (pseudo-invariant features): "
        "Pixels without change by all bands together (IR-MAD)\u201d or \u201cMask polygons\u201d."
    )


def test_names_of_the_runs_images_stay_as_they_are(provider):
    """Sentences call an image by the name of its file, without the ending."""
    rows = tuple(provider.algorithm("balance").ROWS)
    text = "ALPHA, ir_mad and REFERENCE differ: choose MASK."
    rasters = ["/data/ALPHA.tif", "ir_mad.tif", "/data/REFERENCE.img"]
    assert in_words(text, rows, rasters) == "ALPHA, ir_mad and REFERENCE differ: choose \u201cMask polygons\u201d."


def test_a_dialogs_log_calls_images_by_their_names(provider, images, tmp_path):
    """Also in the table, whose columns stay aligned; the algorithm's other names are those of the dialog."""

    class Log(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.tables, self.others = [], []

        def pushConsoleInfo(self, text):
            self.tables.append(text)

        def pushInfo(self, text):
            self.others.append(text)

        def pushWarning(self, text):
            self.others.append(text)

    paths, log = [], Log()
    for path, name in zip(images, ("MASK", "ALPHA", "REFERENCE")):
        paths.append(str(tmp_path / f"{name}.tif"))
        shutil.copy(path, paths[-1])
    algorithm = provider.algorithm("balance").create()
    algorithm.in_dialog = True
    values = {"INPUT": paths, "OUTPUT_FOLDER": str(tmp_path / "out"), "NORMALISE": False}
    algorithm.run(values, QgsProcessingContext(), log, catchExceptions=False)
    (table,) = log.tables
    assert "ALPHA" in table
    assert not re.search("[\u201c\u201d]", table)
    assert [text for text in log.others if text.startswith("\u201cNormalise")]


class OtherLanguage(QTranslator):
    """Every sentence begins with an x."""

    def translate(self, context, text, disambiguation=None, number=-1):
        return f"x {text}" if context == "Evenlight" else ""

    def isEmpty(self):
        return False


@pytest.fixture
def other_language(provider):
    translator = OtherLanguage()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_what_is_missing_is_said_once_in_any_language(checked, other_language):
    text = checked("apply_adjustments", {}, in_dialog=True)[1]
    assert text.splitlines()[0] == "x \u201cx Adjustments file\u201d is missing."
    text = checked("apply_adjustments", {})[1]
    assert text.splitlines()[0] == "x LOAD_ADJUSTMENTS is missing: x Adjustments file."


def test_how_to_install_is_translated_with_its_sentence(provider, monkeypatch, other_language):
    monkeypatch.setattr(base, "NEEDED", ("no_such_package",))
    _, text = provider.algorithm("balance").create().canExecute()
    assert text.startswith("x Evenlight needs the Python packages no_such_package. ")
    assert "; without them x " in text


def test_how_to_install_is_that_of_the_platform():
    windows, mac, linux = (how_to_install("python3-scipy", "scipy", name) for name in ("win32", "darwin", "linux"))
    assert "OSGeo4W Shell" in windows
    assert f"{sys.exec_prefix}/bin/python3 -m pip install scipy" in mac
    assert "apt-get install python3-scipy" in linux
